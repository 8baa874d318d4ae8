"""Voice: who chose the words. Quotations, attributions, distancing, and the voice of any span.

The way of a document through the room, which is also who may import whom: a package knows those
above it in this table, and none below.

=================  ===========================================================================
``text``           a text as the rules see it: quotation marks, tokens with a tag each, sentences
                   joined to units, all on a page; the notation of tags that rules are written in
``grammar``        sentences in tags: subjects, asides, where a clause begins and ends
``found``          one attribution in the making, which rules pass to each other
``rules``          what a rule and a construction are; the registry of those that are there
``sources``        who speaks: whether a phrase can, what its words tell, who it is in this article
``verbs``          a reporting verb in its unit: whether it is one here, whose it is, what it judges
``quoted``         words between quotation marks: whose they are, which are titles or names
``constructions``  one construction a file, its rules and their sentences beside it: add one here
``settled``        what finds come to once all is found: which count, as what act, who worded what
``reader``         takes documents through all this in turn; ``parsed`` does so with a parser's help
``decisions``      the voice of a span, from what was found; ``probability``: how sure that is
=================  ===========================================================================
"""

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
from framing.voice.reader import RulesReader, VoiceReader, read_voice
from framing.voice.rules import Rule, all_rules
from framing.voice.text.quotes import Quotation, find_quotations

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
