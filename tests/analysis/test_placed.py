"""Forces count as an opportunity where the text says whose they are and where."""

from __future__ import annotations

import pytest

import framing
from framing.values import Article


def counted(text: str) -> dict[str, bool]:
    """Return which namings of forces count in an article."""
    found = framing.analyze([Article("a", text=text)], lexicon="foreign-forces", sentiment=False)
    rows = found.mentions[found.mentions["concept"] == "foreign-troops"]
    return dict(zip(rows["text"], rows["counted"].astype(bool), strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "American occupation forces built a hall. The base belongs to U.S. forces.",
            {"American occupation forces": True, "U.S. forces": True},
        ),
        (
            "Turkish troops shelled a town in Syria. Turkish soldiers rested.",
            {"Turkish troops": True, "Turkish soldiers": True},
        ),
        ("Iraqi forces paraded in Baghdad.", {"Iraqi forces": False}),
        (
            "U.S. troops in Iraq slept. Iraqi soldiers said so in Turkey.",
            {"U.S. troops in Iraq": True, "Iraqi soldiers": False},
        ),
        (
            "French soldiers in Mali waited. Troops were tired.",
            {"French soldiers in Mali": True, "Troops": True},
        ),
        ("National Guard troops came. Troops were tired.", {"Troops": False}),
    ],
)
def test_forces_that_count(text: str, expected: dict[str, bool]) -> None:
    """Abroad by their own sentence or another of the article; at home, or nowhere told, not."""
    assert {name: counted(text).get(name) for name in expected} == expected
