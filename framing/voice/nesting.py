"""Attributions inside others: which of them count."""

from __future__ import annotations

from framing.voice.found import Found

__all__ = ["without_inner_judgements"]

_INNER = frozenset(
    {
        "leading-that",
        "leading-clause",
        "trailing",
        "inverted",
        "according-to",
        "colon",
        "in-view-of",
    }
)


def without_inner_judgements(found: list[Found]) -> list[Found]:
    """Drop what lies inside reported words and reports no speech of its own.

    In "she said the judge had told her that C" both count; in "she said she opposed the plan"
    her opposition is part of what she said.
    """
    spans = sorted(
        ((a, b, number) for number, one in enumerate(found) for a, b in one.content),
        key=lambda s: (s[0], -s[1]),
    )
    kept = [True] * len(found)
    reach, owner = -1, -1
    for _, stop, number in spans:
        one = found[number]
        speech = one.rule in _INNER and one.kind in ("neutral", "strong", "doubt")
        if stop <= reach and owner != number and not speech:
            kept[number] = False
        if stop > reach and one.form != "noun":
            reach, owner = stop, number
    return [one for number, one in enumerate(found) if kept[number]]
