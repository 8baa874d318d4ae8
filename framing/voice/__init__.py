"""Voice: who chose the words. Quotations, attributions, distancing, and the voice of any span."""

from __future__ import annotations

from framing.voice.decisions import decide, stretches_of, voice_of
from framing.voice.parsed import SpacyReader
from framing.voice.probability import (
    OwnRates,
    Seen,
    fit_own_rates,
    interval_of,
    is_uncertain,
    own_interval,
    own_rates,
    place_in_sentence,
    seen_in,
)
from framing.voice.quotes import Quotation, find_quotations
from framing.voice.reader import RulesReader, VoiceReader, read_voice
from framing.voice.rules import Rule, all_rules

__all__ = [
    "OwnRates",
    "Quotation",
    "Rule",
    "RulesReader",
    "Seen",
    "SpacyReader",
    "VoiceReader",
    "all_rules",
    "decide",
    "find_quotations",
    "fit_own_rates",
    "interval_of",
    "is_uncertain",
    "own_interval",
    "own_rates",
    "place_in_sentence",
    "read_voice",
    "seen_in",
    "stretches_of",
    "voice_of",
]
