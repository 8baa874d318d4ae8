"""A party named inside a mention's own words fills its slot without more being looked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from framing.lexicon import Lexicon, load_targets
from framing.matching import Matcher
from framing.values import Document

PARTIES = {"Oz": ["Oz", "Ozian"], "Isles": ["Long Republic"], "UN": ["U.N."]}


@pytest.mark.parametrize(
    ("form", "text", "target"),
    [
        ("wholly Ozian force", "Wholly Ozian force", "Oz"),
        ("occup* of Oz", "the occupation of Oz", "Oz"),
        ("Ozi*", "an Ozian", "Oz"),
        ("Long Re*", "the Long Republic", "Isles"),
        ("friends of the U.N.", "friends of the U.N.", "UN"),
        ("wholly Ozian force", "wholly ozian force", None),
    ],
)
def test_a_party_inside_the_words_fills_the_slot(
    naming: Callable[..., Lexicon],
    document: Callable[[str], Document],
    form: str,
    text: str,
    target: str | None,
) -> None:
    """A name that is part of a form, or that a prefix goes on to, is not overlooked."""
    slots = {"holder": {"gloss": "whose", "nearest": False}}
    matcher = Matcher([naming([{"id": "v", "exact": [form]}], slots)], load_targets(PARTIES))
    (hit,) = matcher.find(document(text))
    assert hit.bindings[0].target == target
