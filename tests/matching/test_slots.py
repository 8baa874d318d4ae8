"""Slots: filled by the text's own words, else by the nearest party, else left unbound."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from framing.lexicon import Lexicon
from framing.matching import Matcher
from framing.values import Document, Target

Bound = Callable[[str], list[tuple[str, str | None, str]]]


@pytest.fixture
def bound(
    naming: Callable[..., Lexicon],
    document: Callable[[str], Document],
    parties: tuple[Target, ...],
) -> Bound:
    """Give a function that returns each hit's words, its first slot's target and the rule."""
    forces = naming(
        [
            {"id": "occupation", "nouns": ["occupation force"], "toward": {"holder": -1}},
            {"id": "national", "nouns": ["{nation:holder} force"], "toward": {"holder": 0}},
        ],
        {"holder": "whose forces they are"},
    )
    matcher = Matcher([forces], parties)

    def read(text: str) -> list[tuple[str, str | None, str]]:
        hits = matcher.find(document(text))
        return [(text[h.start : h.end], h.bindings[0].target, h.bindings[0].rule) for h in hits]

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Varenian occupation forces.", ("Varenian occupation forces", "Varenia", "modifier")),
        ("Varenia's occupation force.", ("Varenia's occupation force", "Varenia", "modifier")),
        ("Varenia’s forces.", ("Varenia’s forces", "Varenia", "modifier")),
        ("the Varenian-led forces.", ("Varenian-led forces", "Varenia", "modifier")),
        ("occupation forces of Ostland.", ("occupation forces", "Ostland", "modifier")),
        ("occupation forces, said Ostland.", ("occupation forces", "Ostland", "nearest")),
        ("the occupation forces.", ("occupation forces", None, "unbound")),
    ],
)
def test_one_slot(bound: Bound, text: str, expected: tuple[str, str | None, str]) -> None:
    """A modifier or an of-phrase fills a slot before the nearest party does."""
    assert bound(text) == [expected]


def test_template_needs_a_party(bound: Bound) -> None:
    """A variant with a slot in its form is found only where a party fills it."""
    assert bound("The police force and the ostlandic force of nature.") == []
