"""Of spans that overlap, those that come first in a ranking."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, TypeVar

__all__ = ["first_of_overlapping"]

_Spanned = TypeVar("_Spanned", bound=tuple[Any, ...])  # start, end, and what else it carries


def first_of_overlapping(ranked: Iterable[_Spanned]) -> list[_Spanned]:
    """Keep each span that overlaps none kept before it; return them in order of start.

    Examples
    --------
    >>> first_of_overlapping([(3, 9, "longest"), (0, 4, "hidden"), (0, 3, "before")])
    [(0, 3, 'before'), (3, 9, 'longest')]
    """
    starts: list[int] = []
    kept: list[_Spanned] = []
    for each in ranked:
        at = bisect_right(starts, each[0])
        before = kept[at - 1][1] if at else 0
        if before <= each[0] and (at == len(kept) or each[1] <= starts[at]):
            starts.insert(at, each[0])
            kept.insert(at, each)
    return kept
