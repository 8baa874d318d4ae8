"""Several tests at once: step-down min-P under draws that all tests share."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.special import gammaincc

from framing.statistics.signs import DRAWS, EXACT_UP_TO, REDRAWS, TIE, patterns

__all__ = ["Family", "Null", "stepped_down"]

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
Nulls = npt.NDArray[np.float32]


class Null(NamedTuple):
    """One test and what is known of it under exchange, where its statistic has the mean 1.

    `tail` holds the statistics under all exchanges in rising order, where they were counted;
    `variance` is the statistic's variance over all exchanges.
    """

    statistic: float
    tail: FloatArray | None
    variance: float

    def beyond(self, values: FloatArray) -> FloatArray:
        """Approximate the tail where draws no longer reach, by a gamma of this mean and variance.

        It only ranks what lies beyond all draws of a test, so that a difference far beyond them
        is not taken for the first of ten thousand draws of another test.
        """
        variance = max(self.variance, 1e-12)
        tail: FloatArray = gammaincc(1 / variance, np.asarray(values, float) / variance)
        return tail


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Tests that are adjusted for one another.

    Attributes
    ----------
    p_value : array of shape (tests,)
    nulls : list of Null
    reach : sparse matrix of shape (tests, units)
        Not zero where a unit differs for a test.
    drawn : callable
        (tests, draws) → their statistics under the common draws.
    under : callable
        (tests, signs) → their statistics where signs is 1 for flipped units (units × patterns).
    at_once : int
        Tests whose statistics under `REDRAWS` fit into memory together.
    """

    p_value: FloatArray
    nulls: list[Null]
    reach: csr_matrix
    drawn: Callable[[IntArray, int], Nulls]
    under: Callable[[IntArray, FloatArray], FloatArray]
    at_once: int


def stepped_down(family: Family) -> FloatArray:
    """Adjust p-values so that any false finding in the family is as rare as the level says.

    For each exchange the smallest p-value among the tests not yet passed is kept; the adjusted
    value is the share of exchanges in which it is at most the test's own, made to rise with the
    p-values. Under an exchange a statistic's p-value is its exact tail where its units can be
    counted, else its rank among the draws. Tests without a common unit are exchanged
    independently, so groups of them are counted apart and joined as 1 − Π(1 − F).

    References
    ----------
    Westfall, P. H. & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.
    """
    floor = (family.p_value <= 1.5 / (DRAWS + 1)) & np.array([n.tail is None for n in family.nulls])
    own = family.p_value.copy()
    for test in np.flatnonzero(own <= 1.5 / (REDRAWS + 1)):
        null = family.nulls[int(test)]
        own[test] = min(own[test], float(null.beyond(np.array([null.statistic]))[0]))
    down = np.argsort(own, kind="stable")[::-1]
    clear = np.ones(len(own))
    for group in _groups(family.reach):
        counted = len(np.unique(family.reach[group].indices)) <= EXACT_UP_TO
        share = _reached(family, own, down, group, None if counted else DRAWS, ~floor | counted)
        if floor.any() and not counted:
            share[floor] = _reached(family, own, down, group, REDRAWS, floor)[floor]
        clear *= 1.0 - share
    adjusted = np.maximum(1.0 - clear, family.p_value)
    adjusted[down[::-1]] = np.maximum.accumulate(adjusted[down[::-1]])
    return adjusted


def _groups(reach: csr_matrix) -> list[IntArray]:
    """Split the tests into groups that have no unit in common."""
    count, label = connected_components(reach @ reach.T, directed=False)
    return [np.flatnonzero(label == one) for one in range(count)]


def _reached(
    family: Family,
    own: FloatArray,
    down: IntArray,
    group: IntArray,
    draws: int | None,
    asked: BoolArray,
) -> FloatArray:
    """For each test asked about: how often a test of the group, not yet passed, gets as low.

    One goes `down` from the largest p-value; the smallest of the group falls on the way. All
    exchanges are counted where `draws` is None.
    """
    found = np.zeros(len(own))
    if not asked.any():
        return found
    inside = np.isin(down, group)
    each = _falling(family, down[inside], draws, float(own[asked].max()))
    least: FloatArray | None = None
    for test, within in zip(down, inside, strict=True):
        if within:
            values = next(each)
            least = values if least is None else np.minimum(least, values)
        if least is not None and asked[test]:
            reached = int((least <= own[test] * (1 + TIE)).sum())
            found[test] = (reached + 1) / (draws + 1) if draws else reached / len(least)
    return found


def _falling(
    family: Family, tests: IntArray, draws: int | None, upto: float
) -> Iterator[FloatArray]:
    """Yield each test's p-value under every exchange, at least where it is below `upto`."""
    step = family.at_once * REDRAWS // (draws or DRAWS)
    for first in range(0, len(tests), step):
        part = tests[first : first + step]
        statistics = family.drawn(part, draws) if draws else _counted(family, part, tests)
        for test, values in zip(part, statistics, strict=True):
            null = family.nulls[int(test)]
            if null.tail is None:
                yield _ranked(values, null, upto)
            else:
                above = len(null.tail) - np.searchsorted(null.tail, values * (1 - TIE))
                yield above / len(null.tail)


def _counted(family: Family, part: IntArray, tests: IntArray) -> FloatArray:
    """Return the statistics of some tests under every exchange of the units of all."""
    live = np.unique(family.reach[tests].indices)
    signs = np.zeros((family.reach.shape[1], 2 ** max(len(live) - 1, 0)))
    signs[live] = (1 - patterns(len(live))) / 2
    return family.under(part, signs)


def _ranked(values: Nulls, null: Null, upto: float) -> FloatArray:
    """Return the rank of each drawn statistic among all of them and the observed, as a p-value."""
    draws = len(values)
    found = np.ones(draws)
    wanted = min(draws, math.ceil(upto * (draws + 1)) + 1)
    cut = np.partition(values, draws - wanted)[draws - wanted]
    places = np.flatnonzero(values >= cut * np.float32(1 - TIE))
    top = np.sort(values[places])
    bound = values[places] * np.float32(1 - TIE)
    above = len(top) - np.searchsorted(top, bound) + (null.statistic >= bound)
    found[places] = above / (draws + 1)
    first = places[above == 1]
    found[first] = np.minimum(found[first], null.beyond(values[first]))
    return found
