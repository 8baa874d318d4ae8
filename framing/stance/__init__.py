"""Stance: cues, sentiment, and toward whom an article's words lean."""

from __future__ import annotations

from framing.stance.articlefeatures import article_features, features_of
from framing.stance.balance import Balance, QuotedSpeaker, source_balance, speaker_words
from framing.stance.catalogue import FEATURES, SENTIMENT_FEATURES, Feature
from framing.stance.cues import CUE_KINDS, find_cues, negated_spans
from framing.stance.index import SCOPES, TargetIndex, Unbound, target_index, unbound_shares
from framing.stance.readability import reading_ease
from framing.stance.segments import Segment, WordCounter, voice_segments
from framing.stance.sentiment import Sentiment, sentiment_features, voice_sentiment
from framing.stance.toward import PartyFinder, TargetFigures, add_figures, target_figures
from framing.stance.wordcounts import CountedWords

__all__ = [
    "CUE_KINDS",
    "FEATURES",
    "SCOPES",
    "SENTIMENT_FEATURES",
    "Balance",
    "CountedWords",
    "Feature",
    "PartyFinder",
    "QuotedSpeaker",
    "Segment",
    "Sentiment",
    "TargetFigures",
    "TargetIndex",
    "Unbound",
    "WordCounter",
    "add_figures",
    "article_features",
    "features_of",
    "find_cues",
    "negated_spans",
    "reading_ease",
    "sentiment_features",
    "source_balance",
    "speaker_words",
    "target_figures",
    "target_index",
    "unbound_shares",
    "voice_segments",
    "voice_sentiment",
]
