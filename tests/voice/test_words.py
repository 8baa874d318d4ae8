"""Whose words they are, in sentences that were decided before the reader was asked."""

from __future__ import annotations

from collections import Counter

from eachrow import for_each

from .words import SENTENCES, Sentence, told

NAMES = [f"{one.construction}: {one.text}" for one in SENTENCES]


def test_as_many_are_the_outlets_as_are_not() -> None:
    """At least 150 sentences, of which the outlet's own words are two or three in five."""
    own = Counter(one.voice for one in SENTENCES)["own"]
    assert len(SENTENCES) >= 150
    assert 0.4 <= own / len(SENTENCES) <= 0.6


@for_each("sentence", SENTENCES, ids=NAMES)
def test_whose_word_it_is(sentence: Sentence) -> None:
    """The marked words have the voice that the codebook gives, and their source as written."""
    voice, source = told(sentence)
    assert voice == sentence.voice
    assert sentence.voice == "own" or source == sentence.source
