"""Moves decisions along when the text under them is edited."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from framing.local.drafts import Draft

__all__ = ["moved"]

Place = tuple[str, str, int, int]


def moved(
    rows: Mapping[Place, dict[str, str]], before: Draft, after: Draft
) -> tuple[dict[Place, dict[str, str]], int]:
    """Return the decisions at their places in the edited article, and how many were lost.

    What stands before the first changed character stays where it is, what stands after the last
    one moves with it; decisions on words in between are lost, for their words are others now.

    Examples
    --------
    >>> rows = {("a", "text", 4, 10): {"voice": "own"}, ("a", "text", 0, 3): {"voice": "own"}}
    >>> moved(rows, Draft("a", "The regime."), Draft("a", "Oh: the regime."))
    ({('a', 'text', 8, 14): {'voice': 'own'}}, 1)
    """
    kept: dict[Place, dict[str, str]] = {}
    lost = 0
    for place, row in rows.items():
        identity, field, start, end = place
        if identity != before.id:
            kept[place] = row
            continue
        old, new = getattr(before, field), getattr(after, field)
        left, right, shift = _common(old, new)
        if end <= left:
            kept[place] = row
        elif start >= len(old) - right:
            kept[identity, field, start + shift, end + shift] = row
        else:
            lost += 1
    return kept, lost


def _common(old: str, new: str) -> tuple[int, int, int]:
    """Return how much two texts share at the start and at the end, and how far the end moved."""
    if old == new:
        return len(old), 0, 0
    left = _alike(old, new)
    most = min(len(old), len(new)) - left
    right = min(most, _alike(old[::-1], new[::-1]))
    return left, right, len(new) - len(old)


def _alike(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
