"""Several parties before one noun: "U.S. and British troops" are both parties' troops."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from framing.lexicon import Lexicon
from framing.matching import Matcher
from framing.values import Document, Target

FORCES = [
    {"id": "occupation", "nouns": ["occupation force"], "toward": {"holder": -1}},
    {"id": "national", "nouns": ["{nation:holder} force"], "toward": {"holder": 0}},
]


@pytest.mark.parametrize(
    ("text", "words", "targets"),
    [
        ("US and British forces left.", "US and British forces", ["UK", "US"]),
        ("American, British and French forces", "American, British and French forces", None),
        ("the British or US occupation force", "British or US occupation force", ["US", "UK"]),
        ("Iran and British forces", "British forces", ["UK"]),
        ("Iran, British forces", "British forces", ["UK"]),
        ("Iranian, British forces", "British forces", ["UK"]),
        ("Americans and British forces", "British forces", ["UK"]),
        ("British and British forces", "British forces", ["UK"]),
    ],
)
def test_several_parties_before_one_noun(
    naming: Callable[..., Lexicon],
    document: Callable[[str], Document],
    text: str,
    words: str,
    targets: list[str] | None,
) -> None:
    """Adjectives joined before a noun all fill its slot; the nearest comes first."""
    (hit,) = Matcher([naming(FORCES, {"holder": "whose forces they are"})]).find(document(text))
    short = {"United States": "US", "United Kingdom": "UK", "France": "FR"}
    assert text[hit.start : hit.end] == words
    assert [short[str(each.target)] for each in hit.bindings] == (targets or ["FR", "UK", "US"])
    assert {(each.slot, each.rule) for each in hit.bindings} == {("holder", "modifier")}


@pytest.mark.parametrize(
    ("text", "words", "targets"),
    [
        ("Varenian and Ostlandic forces", "Varenian and Ostlandic forces", ["Ostland", "Varenia"]),
        ("Varenia and Ostlandic forces", "Ostlandic forces", ["Ostland"]),
        ("Varenians and Ostlandic forces", "Ostlandic forces", ["Ostland"]),
    ],
)
def test_declared_adjectives(
    naming: Callable[..., Lexicon],
    document: Callable[[str], Document],
    parties: tuple[Target, ...],
    text: str,
    words: str,
    targets: list[str],
) -> None:
    """A declared form that makes another longer is an adjective, and may be one of several."""
    (hit,) = Matcher([naming(FORCES, {"holder": "whose"})], parties).find(document(text))
    assert text[hit.start : hit.end] == words
    assert [each.target for each in hit.bindings] == targets


def test_an_endless_sentence_takes_no_long_time(
    naming: Callable[..., Lexicon],
    document: Callable[[str], Document],
    parties: tuple[Target, ...],
) -> None:
    """Each mention looks only at the parties beside it, however many its sentence names."""
    slots = {"holder": "whose", "host": {"gloss": "where", "nearest": True}}
    matcher = Matcher([naming(FORCES, slots)], parties)
    start = time.process_time()
    hits = matcher.find(document("Varenian and Ostlandic forces " * 20_000))
    assert time.process_time() - start < 20
    assert len(hits) == 20_000
    assert {len(hit.bindings) for hit in hits} == {3}
