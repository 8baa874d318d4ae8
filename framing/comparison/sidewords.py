"""What the sides of a contrast wrote: how often each variant, and the form that each gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from framing.comparison.choices import Matched, Namings
from framing.comparison.written import Written, most_written

__all__ = ["Worded", "worded_of"]

BoolArray = npt.NDArray[np.bool_]
FloatArray = npt.NDArray[np.float64]


class OfParty(NamedTuple):
    """How often a word was written of one party, and in which form most."""

    n: int
    form: str


@dataclass(frozen=True, slots=True)
class Worded:
    """What both sides of a contrast wrote where both named the concept, by place of the variant.

    `n` are their namings, `forms` the form that each wrote most, the first side's before the
    other's; `of_one` the form written most of each party, and how often, by variant and party.
    """

    n: tuple[FloatArray, FloatArray]
    forms: tuple[Mapping[int, Written], Mapping[int, Written]]
    of_one: tuple[Mapping[tuple[int, int], OfParty], Mapping[tuple[int, int], OfParty]] = ({}, {})

    def written(self, a: int, b: int) -> tuple[Written | None, Written | None]:
        """Return the forms of the first side's word and the other's, of one party where they can.

        "Russian president" against "Cuban leader" would set two states side by side, where of
        Cuba the one wrote "president" too.
        """
        found = self.forms[0].get(a), self.forms[1].get(b)
        ones = [
            (min(said.n, self.of_one[1][b, party].n), -party)
            for (variant, party), said in self.of_one[0].items()
            if variant == a and (b, party) in self.of_one[1]
        ]
        if a == b or not ones:
            return found
        party = -max(ones)[1]
        forms = self.of_one[0][a, party].form, self.of_one[1][b, party].form
        first, other = found
        return (
            None if first is None else first._replace(form=forms[0]),
            None if other is None else other._replace(form=forms[1]),
        )


def worded_of(namings: Namings, matched: Matched) -> Worded:
    """Count the namings of both sides by variant, and find the form of each."""
    size = len(namings.variants)
    n = [matched.count(matched.variant, size, first=first) for first in (True, False)]
    forms = [_forms(namings, matched, first=first) for first in (True, False)]
    of_one = [_of_parties(namings, matched, first=first) for first in (True, False)]
    return Worded((n[0], n[1]), (forms[0], forms[1]), (of_one[0], of_one[1]))


def _of_parties(
    namings: Namings, matched: Matched, *, first: bool
) -> dict[tuple[int, int], OfParty]:
    """Find what one side wrote most of each party, for concepts that are said of many."""
    if namings.referent is None:
        return {}
    chosen = _chosen(namings, matched, first=first) & (namings.referent > 0)
    size = int(namings.referent.max(initial=0)) + 1
    group = namings.variant.astype(np.int64) * size + namings.referent
    found = most_written(group, namings.forms, chosen)
    n = np.bincount(group[chosen], minlength=int(found.index.max()) + 1 if len(found) else 0)
    return {
        (int(at) // size, int(at) % size): OfParty(int(n[at]), form)
        for at, form in zip(found.index, found["form"], strict=True)
    }


def _chosen(namings: Namings, matched: Matched, *, first: bool) -> BoolArray:
    chosen = np.zeros(len(namings.variant), dtype=bool)
    chosen[matched.rows[matched.first == first]] = True
    return chosen


def _forms(namings: Namings, matched: Matched, *, first: bool) -> dict[int, Written]:
    chosen = _chosen(namings, matched, first=first)
    found = most_written(namings.variant, namings.forms, chosen)
    return {
        int(at): Written(form, int(others))
        for at, form, others in zip(found.index, found["form"], found["others"], strict=True)
    }
