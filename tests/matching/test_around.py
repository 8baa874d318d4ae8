"""Of a form listed with angle brackets only what stands between them is the naming."""

from __future__ import annotations

import pytest

from framing.lexicon import lexicon_from_mapping
from framing.lexicon.forms import forms_of
from framing.matching import Matcher
from framing.values import Document

LEXICON = lexicon_from_mapping(
    {
        "id": "raids",
        "concepts": [
            {
                "id": "raid",
                "slots": {"raider": "who"},
                "variants": [
                    {
                        "id": "plain",
                        "nouns": ["deadly raid"],
                        "exact": ["after the <raid>", "<raid> on", "the <raid’s> dead of"],
                        "toward": {"raider": 0},
                    }
                ],
            }
        ],
    }
)
FOUND = (
    ("After the raid it rained.", ["raid"]),
    ("It rained after  the\nraid on Osk.", ["raid"]),
    ("Before the raid it rained.", []),
    ("A deadly raid on Osk.", ["deadly raid"]),
    ("We mourn the raid's dead of Osk.", ["raid's"]),
    ("Straße — “after the raid”", ["raid"]),
)


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_the_words_around_are_no_part_of_the_naming(text: str, found: list[str]) -> None:
    """They have to stand there; the offsets are those of the words inside, once."""
    whole = ((0, len(text)),)
    hits = Matcher([LEXICON]).find(Document("a", "text", text, whole, whole, ("body",)))
    assert [text[hit.start : hit.end] for hit in hits] == found


def test_forms_read_from_the_cache_know_what_names() -> None:
    """The second reading has what the first had."""
    first = forms_of(LEXICON)
    import framing.lexicon.forms as forms

    forms._KEPT.clear()
    assert forms_of(LEXICON) == first
    assert first[0][0][2].naming == (10, 14)


@pytest.mark.parametrize("form", ["the < > raid", "the <-> raid"])
def test_brackets_with_nothing_that_could_name_are_no_error(form: str) -> None:
    """The form names whole, if a text has it."""
    plain = {"id": "x", "concepts": [{"id": "c", "variants": [{"id": "v", "exact": [form]}]}]}
    text = "Before the - raid."
    hits = Matcher([lexicon_from_mapping(plain)]).find(
        Document("a", "text", text, ((0, len(text)),), ((0, len(text)),), ("body",))
    )
    assert {text[hit.start : hit.end] for hit in hits} <= {"the - raid"}
