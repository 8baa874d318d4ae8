"""Which of overlapping finds stand: the longest within a concept, exact before prefix."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import TypeAlias

from framing.matching.entries import Pattern, Plan
from framing.matching.overlaps import first_of_overlapping
from framing.matching.templates import Filled
from framing.values import Span

__all__ = ["Found", "exact_first", "longest_of_all", "longest_of_each"]

_START = itemgetter(0)

# A possible hit in folded offsets: start, end, entry, the pattern (None for the quick ones) and
# the slots its template filled, None where no slot can be filled. A plain tuple: there are many.
Found: TypeAlias = tuple[int, int, int, Pattern | None, tuple[Filled, ...] | None]


def longest_of_each(found: Iterable[Found], concepts: Sequence[int]) -> list[Found]:
    """Of overlapping finds of one concept keep the longest; `concepts` gives each entry's."""
    kept: list[Found] = []
    run: list[Found] = []
    reached = 0
    for each in sorted(found, key=_START):
        if each[0] < reached:
            if not run:
                run.append(kept.pop())
            run.append(each)
            reached = max(reached, each[1])
        else:
            if run:
                kept += _apart(run, concepts)
                run = []
            kept.append(each)
            reached = each[1]
    return kept + _apart(run, concepts)


def _apart(run: Sequence[Found], concepts: Sequence[int]) -> list[Found]:
    by_concept: dict[int, list[Found]] = {}
    for each in run:
        by_concept.setdefault(concepts[each[2]], []).append(each)
    return [each for same in by_concept.values() for each in _longest(same)]


def _longest(found: list[Found]) -> list[Found]:
    """Keep the longest of overlapping finds; exact beats prefix.

    The longest comes first, then the leftmost, then an exact form before a prefix and a longer
    prefix before a shorter one, then the entry that stands first in the lexicon.
    """
    if len(found) == 1:
        return found
    return first_of_overlapping(sorted(found, key=_rank))


def _rank(found: Found) -> tuple[int, int, int, int]:
    return found[0] - found[1], found[0], -_sharpness(found), found[2]


def _sharpness(found: Found) -> int:
    """Say how exactly a form was written: fully, or how many letters of a prefix."""
    pattern = found[3]
    return len(pattern.literal) if pattern is not None and pattern.open else sys.maxsize


def exact_first(found: Iterable[Found], plans: Sequence[Plan]) -> list[Found]:
    """In a category lexicon a word listed as such belongs to no prefix entry as well.

    LIWC's dictionaries are read this way: ``abandon*`` says nothing of "abandoned" where
    "abandoned" is an entry, and of two prefixes the longer one speaks.
    """
    placed = [((plans[each[2]].category, each[0], each[1]), each) for each in found]
    best: dict[tuple[int, int, int], int] = {}
    for place, each in placed:
        best[place] = max(best.get(place, 0), _sharpness(each))
    return [each for place, each in placed if not place[0] or _sharpness(each) == best[place]]


def longest_of_all(found: Sequence[Found], plans: Sequence[Plan]) -> list[Found]:
    """In a lexicon that says so keep the longest entries over all its categories.

    One word in two categories counts in both; "war" does not count inside "war crime".
    """
    spans: dict[int, set[Span]] = {}
    for each in found:
        plan = plans[each[2]]
        if plan.longest:
            spans.setdefault(plan.category, set()).add((each[0], each[1]))
    kept = {
        category: set(first_of_overlapping(sorted(all_of, key=_longest_span)))
        for category, all_of in spans.items()
    }
    return [
        each
        for each in found
        if not plans[each[2]].longest or (each[0], each[1]) in kept[plans[each[2]].category]
    ]


def _longest_span(span: Span) -> Span:
    return span[0] - span[1], span[0]
