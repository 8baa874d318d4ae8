"""scikit-learn estimators over the same measures: features, selection, events, stance."""

from __future__ import annotations

from framing.learn.clustering import EventClusterer
from framing.learn.selection import FightinWords
from framing.learn.stance import StanceClassifier
from framing.learn.tagging import LoadedLanguageTagger
from framing.learn.vectorizers import FramingFeatures, LoadedTermVectorizer, StanceFeatures
from framing.learn.vectors import CorpusVectors, WordVectors

__all__ = [
    "CorpusVectors",
    "EventClusterer",
    "FightinWords",
    "FramingFeatures",
    "LoadedLanguageTagger",
    "LoadedTermVectorizer",
    "StanceClassifier",
    "StanceFeatures",
    "WordVectors",
]
