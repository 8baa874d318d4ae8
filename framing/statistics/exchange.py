"""The one exchange test: how often as much would show if units had changed sides.

If two sides did not differ, each event (or running story) could as well have had its sides the
other way round, all its concepts at once. One sign per unit, one statistic: the squared length of a
sum of vectors, over the sum of their squared lengths. A single number a unit is the vector of
length one, so shares, rates and leans are tested by the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from framing.statistics.exchanges import DRAWN_TIE, DRAWS, REDRAWS, TIE
from framing.statistics.flipping import Flipping
from framing.statistics.stepdown import stepped_down
from framing.statistics.tally import Tally, p_of

__all__ = ["LEAST_P", "MIN_EVENTS", "Exchanged", "exchange_tests"]

MIN_EVENTS = 6
"""Matched events a test needs: under six, no p-value can fall below .05 (2/2⁵ = .0625)."""

LEAST_P = 0.05
"""A test whose smallest attainable p-value is above this cannot show anything and is refused."""

_NEVER = 1e-10
"""A chance of being reached that 99,999 draws meet less often than once in 100,000 tests."""

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Exchanged:
    """Results of several tests under the same exchanges, one entry per test.

    Attributes
    ----------
    statistic : array
        T = abs(Σ s)² / Σ abs(s)²; 0 where nothing differs.
    p_value : array
        Missing where refused; 1 where nothing differs.
    p_adjusted : array
        For the test's family by step-down min-P; missing where refused or in no family.
    smallest_p : array
        The smallest p-value these units could have given.
    live : array of int
        Units that differ.
    exact : array of bool
        Whether all exchanges were counted.
    refused : array of bool
        Under 6 matched events, or the smallest p-value above .05.
    """

    statistic: FloatArray
    p_value: FloatArray
    p_adjusted: FloatArray
    smallest_p: FloatArray
    live: IntArray
    exact: npt.NDArray[np.bool_]
    refused: npt.NDArray[np.bool_]


def exchange_tests(
    scores: csr_matrix,
    members: csr_matrix,
    *,
    units: tuple[str, ...],
    matched: IntArray,
    family: IntArray | None = None,
    redrawn: BoolArray | None = None,
    least_p: float = LEAST_P,
    seed: int = 0,
) -> Exchanged:
    """Test many vectors of scores under one table of signs.

    Up to 14 units that differ all exchanges are counted; above, 9,999 are drawn and p is
    (b + 1)/(B + 1), and where none reached the observed, 99,999. These are not carried out where
    it is proven that none would (`Flipping.chance_at_most` gives under 10⁻¹⁰), and b is 0.

    Parameters
    ----------
    scores : sparse matrix of shape (units, columns)
        What each unit adds to each column.
    members : sparse matrix of shape (tests, columns)
        1 where a column belongs to a test's vector.
    units : tuple of str
        Names of the units, which their signs are drawn from.
    matched : array of shape (tests,)
        Matched events of each test.
    family : array of shape (tests,), optional
        Tests of one number are adjusted for one another; −1 for none.
    redrawn : array of bool of shape (tests,), optional
        Which tests are drawn 99,999 times where none of the first draws reached the observed; all
        without it. Tests of one family should not differ in it.
    least_p : float
        Tests that cannot get to it are refused.
    seed : int
        Of the draws.

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments, §21. Oliver & Boyd.
    Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical
    Applications in Genetics and Molecular Biology 9(1), 39. doi:10.2202/1544-6115.1585
    Winkler, A. M. et al. (2014). Permutation inference for the general linear model.
    NeuroImage 92, 381–397. doi:10.1016/j.neuroimage.2014.01.060

    Examples
    --------
    >>> six = csr_matrix(np.ones((6, 1)))
    >>> found = exchange_tests(six, csr_matrix([[1.0]]), units=tuple("abcdef"),
    ...                        matched=np.array([6]))
    >>> found.statistic.tolist(), found.p_value.tolist() == [2 / 64]
    ([6.0], True)
    """
    flipping = Flipping(scores, members, units, seed)
    del scores, members  # which it holds by column
    able = (matched >= MIN_EVENTS) & (flipping.live > 0)
    p, smallest = np.ones(len(able)), np.ones(len(able))
    for test in np.flatnonzero(able & flipping.exact):
        every = flipping.counted(int(test))
        p[test], smallest[test] = every[0], every.min()
    again = np.ones(len(able), dtype=bool) if redrawn is None else redrawn
    sampled = np.flatnonzero(able & ~flipping.exact)
    p[sampled], smallest[sampled] = _sampled(flipping, sampled, again[sampled])
    refused = (matched < MIN_EVENTS) | (able & (smallest > least_p))
    p[refused] = np.nan
    adjusted = np.where((flipping.live == 0) & ~refused, 1.0, np.nan)
    for number in np.unique(family[family >= 0]) if family is not None else ():
        within = np.flatnonzero((family == number) & able & ~refused)
        adjusted[within] = stepped_down(flipping, within, p[within], again[within])
    if family is not None:
        adjusted[family < 0] = np.nan
    return Exchanged(
        flipping.statistic, p, adjusted, smallest, flipping.live, flipping.exact, refused
    )


def _sampled(
    flipping: Flipping, tests: IntArray, redrawn: BoolArray
) -> tuple[FloatArray, FloatArray]:
    """Return p-values by draws, by more of them at the floor, and the smallest that can be had.

    Where all vectors point one way, it is known how many exchanges give as much; and where it is
    proven that draws would not meet such an exchange, they are spared.
    """
    flipping.keep(tests, DRAWS)
    tally = Tally.of(flipping.statistic[tests], tie=DRAWN_TIE, kind=np.float32)
    _drawn(flipping, tests, tally, DRAWS)
    p, smallest = tally.p_values()
    aligned = flipping.statistic[tests] >= flipping.most[tests] * (1 - TIE)
    floor = (aligned | (p <= 1.5 / (DRAWS + 1))) & redrawn
    settled = aligned.copy()
    for at in np.flatnonzero(floor & ~aligned):
        settled[at] = flipping.chance_at_most(int(tests[at])) <= _NEVER
    known = np.where(aligned, 2.0 ** (1 - flipping.live[tests]), 0.0)
    known = np.maximum(known, p_of(0, np.where(floor, REDRAWS, DRAWS), exact=False))
    p[settled] = smallest[settled] = known[settled]
    again = np.flatnonzero(floor & ~settled)
    tally = tally.kept(again)
    _drawn(flipping, tests[again], tally, REDRAWS)
    p[again], smallest[again] = tally.p_values()
    return p, smallest


def _drawn(flipping: Flipping, tests: IntArray, tally: Tally, draws: int) -> None:
    """Draw until there are so many."""
    if len(tests):
        for _, nulls in flipping.blocks(tests, draws, tally.exchanges):
            tally.add(nulls)
