"""Spacing changes no reading: not two spaces, not three, not mixed with line breaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from framing.lexicon import Lexicon
from framing.matching import Matcher
from framing.values import Document, Target

TEXT = (
    "Alex Fenn spoke of Varenian atrocities. Mr. Orlov went on about the atrocities of Ostland. "
    "Its crimes are his. Atrocities by Varenia came after a massacre of 20 children."
)


@pytest.mark.parametrize("gap", ["  ", "   ", " \n", "\u00a0 ", "\t"])
@pytest.mark.parametrize("every", [1, 3])
def test_spacing_changes_no_reading(
    naming: Callable[..., Lexicon], document: Callable[..., Document], gap: str, every: int
) -> None:
    """The same words are found with the same parties, at their own places in each text."""
    slots = {
        "actor": {"gloss": "who did it", "role": "agent"},
        "victim": {"gloss": "to whom", "role": "patient"},
    }
    forms = ["atrocities", "crimes", "massacre"]
    matcher = Matcher(
        [naming([{"id": "v", "exact": forms, "toward": {"actor": -1}}], slots)],
        [Target("Varenia", ("Varenia", "Varenian")), Target("Ostland", ("Ostland",))],
    )
    words = TEXT.split(" ")
    spaced = words[0]
    for number, word in enumerate(words[1:]):
        spaced += (gap if number % every == 0 else " ") + word

    def read(text: str) -> list[tuple[str, list[tuple[str | None, str]]]]:
        return [
            (
                " ".join(text[hit.start : hit.end].split()),
                [(one.target, one.rule) for one in hit.bindings],
            )
            for hit in matcher.find(document(text))
        ]

    plain = read(TEXT)
    assert len(plain) == 5
    assert any(target == "Varenia" for _, bindings in plain for target, _ in bindings)
    assert read(spaced) == plain


@pytest.mark.parametrize("before", [0, 30, 3_000])
def test_a_party_is_told_wherever_it_is_named(
    naming: Callable[..., Lexicon], document: Callable[..., Document], before: int
) -> None:
    """Whether a text names a party does not hang on how far down it does."""
    matcher = Matcher(
        [naming([{"id": "v", "nouns": ["massacre"]}], {"actor": {"gloss": "who did it"}})],
        [Target("Varenia", ("Varenia",))],
    )
    text = "The port stayed shut. " * before
    assert matcher.names_party(document(text + "Then Varenia came."))
    assert not matcher.names_party(document(text + "Then somebody came."))
