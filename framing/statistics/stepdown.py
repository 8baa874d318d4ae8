"""Several tests at once: step-down min-P under exchanges that all tests share."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.special import gammaincc

from framing.articles.connecting import connected
from framing.statistics.exchanges import DRAWN_TIE, DRAWS, EXACT_UP_TO, REDRAWS, TIE
from framing.statistics.flipping import Flipping
from framing.statistics.tally import p_of

__all__ = ["REDRAWN_UP_TO", "stepped_down"]

REDRAWN_UP_TO = 10_000
"""Numbers (units × variants) in a group of tests up to which it is drawn 99,999 times."""

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
Nulls = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Family:
    """Tests of one family: places in `flipping`, their p-values, and the order going down."""

    flipping: Flipping
    tests: IntArray
    own: FloatArray
    down: IntArray


def stepped_down(
    flipping: Flipping, tests: IntArray, p_value: FloatArray, redrawn: BoolArray
) -> FloatArray:
    """Adjust p-values so that any false finding in the family is as rare as the level says.

    For each exchange the smallest p-value among the tests not yet passed is kept; the adjusted
    value is the share of exchanges in which it is at most the test's own, made to rise with the
    p-values. Where no draw reached a test, its group is drawn 99,999 times, unless it holds so
    many numbers (`REDRAWN_UP_TO`) that this would take longer than it is worth: adjusted values
    are then at least .0001. Under an exchange a statistic's p-value is its exact tail where its
    units can be counted, else its rank among the draws. Tests without a common unit are exchanged
    independently, so groups of them are counted apart and joined as 1 − Π(1 − F).

    Parameters
    ----------
    flipping : Flipping
    tests : array of int
        The family.
    p_value : array
        Of these tests, by the same exchanges.
    redrawn : array of bool
        Which of them are drawn again where no draw reached the observed.

    References
    ----------
    Westfall, P. H. & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.
    """
    if len(tests) < 2:
        return p_value.copy()
    lowest = (p_value <= 1.5 / (DRAWS + 1)) & ~flipping.exact[tests]
    floor = lowest & redrawn
    own = p_value.copy()
    for place in np.flatnonzero(lowest & (~redrawn | (own <= 1.5 / (REDRAWS + 1)))):
        beyond = _beyond(flipping, int(tests[place]), flipping.statistic[tests[place]])
        own[place] = min(own[place], float(beyond))
    family = _Family(flipping, tests, own, np.argsort(own, kind="stable")[::-1])
    clear = np.ones(len(own))
    for group in _groups(flipping.reach[tests]):
        counted = len(np.unique(flipping.reach[tests[group]].indices)) <= EXACT_UP_TO
        again = floor & (not counted and flipping.entries[tests[group]].sum() <= REDRAWN_UP_TO)
        share = _reached(family, group, None if counted else DRAWS, ~again)
        if again.any():
            share[again] = _reached(family, group, REDRAWS, again)[again]
        clear *= 1.0 - share
    adjusted = np.maximum(1.0 - clear, p_value)
    up = family.down[::-1]
    adjusted[up] = np.maximum.accumulate(adjusted[up])
    return adjusted


def _groups(reach: csr_matrix) -> list[IntArray]:
    """Split the tests into groups that have no unit in common."""
    tests, units = reach.shape
    test = np.repeat(np.arange(tests), np.diff(reach.indptr))
    label = connected(test, tests + reach.indices, tests + units)[:tests]
    return [np.flatnonzero(label == number) for number in np.unique(label)]


def _reached(family: _Family, group: IntArray, draws: int | None, asked: BoolArray) -> FloatArray:
    """For each test asked about: how often a test of the group, not yet passed, gets as low.

    One goes down from the largest p-value, and the group's smallest falls on the way. All
    exchanges are counted where `draws` is None.
    """
    found = np.zeros(len(family.own))
    if not asked.any():
        return found
    inside = np.isin(family.down, group)
    upto = float(family.own[asked].max())
    each = _falling(family.flipping, family.tests[family.down[inside]], draws, upto)
    least: FloatArray | None = None
    for place, within in zip(family.down, inside, strict=True):
        if within:
            values = next(each)
            least = values if least is None else np.minimum(least, values, out=least)
        if least is not None and asked[place]:
            reached = int(np.count_nonzero(least <= family.own[place] * (1 + TIE)))
            found[place] = p_of(reached, len(least), exact=draws is None)
    return found


def _falling(
    flipping: Flipping, tests: IntArray, draws: int | None, upto: float
) -> Iterator[FloatArray]:
    """Yield each test's p-value under every exchange, at least where it is below `upto`."""
    live = np.unique(flipping.reach[tests].indices)
    all_flips = flipping.flips(live, None) if draws is None else None
    for part in flipping.chunks(tests, draws or DRAWS):
        sampled = part[~flipping.exact[part]]
        drawn = iter(flipping.drawn(sampled, draws) if draws else ())
        for test in part:
            if not flipping.exact[test]:
                yield _ranked(flipping, int(test), next(drawn), upto)
                continue
            units = flipping.units_of(int(test))
            if all_flips is None:
                flips = flipping.flips(units, draws)
            else:
                flips = all_flips[np.searchsorted(live, units)]
            yield flipping.counted(int(test))[_patterns_of(flips)]


def _patterns_of(flips: BoolArray) -> IntArray:
    """Return the number of each column's pattern, its first unit turned back to +1."""
    found = np.zeros(flips.shape[1], dtype=np.int64)
    for place, row in enumerate(flips[1:]):
        found |= (row ^ flips[0]).astype(np.int64) << place
    return found


def _ranked(flipping: Flipping, test: int, values: Nulls, upto: float) -> FloatArray:
    """Return the rank of each drawn statistic among all of them and the observed, as a p-value."""
    draws = len(values)
    wanted = math.ceil(upto * (draws + 1)) + 1
    places = np.arange(draws)
    if wanted < draws:
        cut = np.partition(values, draws - wanted)[draws - wanted]
        places = np.flatnonzero(values >= cut * np.float32(1 - DRAWN_TIE))
    order = places[_rising(values[places])]
    rising = values[order]
    starts = np.concatenate([[True], rising[1:] > rising[:-1] * np.float32(1 + DRAWN_TIE)])
    first = np.flatnonzero(starts)[np.cumsum(starts) - 1]
    passed = flipping.statistic[test] >= rising * np.float32(1 - DRAWN_TIE)
    rank = len(rising) - first + passed
    found = np.ones(draws)
    found[order] = p_of(rank - 1, draws, exact=False)
    top = order[rank == 1]
    if len(top):
        found[top] = np.minimum(found[top], _beyond(flipping, test, values[top]))
    return found


def _rising(values: Nulls) -> IntArray:
    """Return the order of numbers that are not negative, by their bits, which NumPy sorts faster.

    Examples
    --------
    >>> _rising(np.array([2.5, 0.0, 1.0], dtype=np.float32)).tolist()
    [1, 2, 0]
    """
    keys = values.astype(np.float32).view(np.uint32).astype(np.uint64) << np.uint64(32)
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    return (keys & np.uint64(2**32 - 1)).astype(np.int64)


def _beyond(flipping: Flipping, test: int, values: object) -> FloatArray:
    """Approximate a test's tail where draws no longer reach, by a gamma of its mean and variance.

    It only orders what lies beyond all draws of a test, so that a difference far beyond them is
    not taken for the first of ten thousand draws of another test.
    """
    variance = max(flipping.variance(test), 1e-12)
    tail: FloatArray = gammaincc(1 / variance, np.asarray(values, dtype=np.float64) / variance)
    return tail
