"""The one exchange test: how often as much would show if units had changed sides.

If two sides did not differ, each event (or running story) could as well have had its sides the
other way round, all its concepts at once. One sign a unit, one statistic: the squared length of a
sum of vectors, over the sum of their squared lengths. A single number a unit is the vector of
length one, so shares, rates and leans are tested by the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from framing.statistics.signs import (
    DRAWS,
    EXACT_UP_TO,
    REDRAWS,
    TIE,
    packed_draws,
    patterns,
    unpacked,
)
from framing.statistics.stepdown import Family, Null, stepped_down

__all__ = ["LEAST_P", "MIN_EVENTS", "Exchanged", "exchange_tests"]

MIN_EVENTS = 6
"""Matched events a test needs: under six, no p-value can fall below .05 (2/2⁵ = .0625)."""

LEAST_P = 0.05
"""A test whose smallest attainable p-value is above this cannot show anything and is refused."""

_KEPT = 30_000_000
FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
Nulls = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Exchanged:
    """Results of several tests under the same exchanges, one entry a test.

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
    seed: int = 0,
) -> Exchanged:
    """Test many vectors of scores under one table of signs.

    Up to 14 units that differ all exchanges are counted; above, 9,999 are drawn and p is
    (b + 1)/(B + 1), and where none reached the observed, 99,999.

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
    engine = _Engine(scores, members, units, seed)
    tests = members.shape[0]
    p, smallest = np.ones(tests), np.ones(tests)
    able = (matched >= MIN_EVENTS) & (engine.live > 0)
    tails: dict[int, FloatArray] = {}
    for test in np.flatnonzero(able & engine.exact):
        tails[int(test)] = tail = engine.enumerated(int(test))
        p[test] = _reached(tail, engine.statistic[test])
        smallest[test] = _reached(tail, tail[-1])
    sampled = np.flatnonzero(able & ~engine.exact)
    p[sampled], smallest[sampled] = engine.sampled(sampled, DRAWS)
    floor = sampled[p[sampled] <= 1.5 / (DRAWS + 1)]
    p[floor], smallest[floor] = engine.sampled(floor, REDRAWS)
    refused = (matched < MIN_EVENTS) | (able & (smallest > LEAST_P))
    adjusted = np.where((engine.live == 0) & ~refused, 1.0, np.nan)
    p[refused] = np.nan
    if family is not None:
        for one in np.unique(family[family >= 0]):
            within = np.flatnonzero((family == one) & able & ~refused)
            adjusted[within] = _adjusted(engine, within, p, tails)
        adjusted[family < 0] = np.nan
    return Exchanged(engine.statistic, p, adjusted, smallest, engine.live, engine.exact, refused)


def _reached(tail: FloatArray, value: float) -> float:
    """Share of all exchanges, in rising order, with a statistic of at least `value`."""
    return float(len(tail) - np.searchsorted(tail, value * (1 - TIE))) / len(tail)


class _Engine:
    """Scores of all tests, and their statistics under any table of signs."""

    def __init__(
        self, scores: csr_matrix, members: csr_matrix, units: tuple[str, ...], seed: int
    ) -> None:
        scores = csr_matrix(scores, dtype=np.float64)
        size = np.abs(scores.data).max(initial=0.0)
        scores.data[np.abs(scores.data) <= 1e-12 * size] = 0.0
        scores.eliminate_zeros()
        self.scores, self.members = scores.tocsc(), csr_matrix(members, dtype=np.float64)
        self.columns = csr_matrix(scores.T)
        self.units, self.seed = units, seed
        self.totals = np.asarray(scores.sum(axis=0)).ravel()
        squares = np.asarray(scores.multiply(scores).sum(axis=0)).ravel()
        self.spread: FloatArray = self.members @ squares
        scale = np.where(self.spread > 0, self.spread, 1.0)
        self.statistic: FloatArray = (self.members @ self.totals**2) / scale
        self.reach = csr_matrix(self.members @ scores.multiply(scores).T)
        self.live: IntArray = np.diff(self.reach.indptr).astype(np.int64)
        lengths = np.asarray(self.reach.sqrt().sum(axis=1)).ravel()
        self.most: FloatArray = lengths**2 / scale
        self.exact: npt.NDArray[np.bool_] = self.live <= EXACT_UP_TO
        self._kept: tuple[int, IntArray, Nulls] | None = None

    def vectors(self, test: int) -> FloatArray:
        """Return what each of the units of one test that differ adds to its columns."""
        of = self.members.indices[self.members.indptr[test] : self.members.indptr[test + 1]]
        rows = self.reach.indices[self.reach.indptr[test] : self.reach.indptr[test + 1]]
        dense = np.zeros((self.scores.shape[0], len(of)))
        for place, column in enumerate(of):
            at = slice(self.scores.indptr[column], self.scores.indptr[column + 1])
            dense[self.scores.indices[at], place] = self.scores.data[at]
        found: FloatArray = dense[np.sort(rows)]
        return found

    def enumerated(self, test: int) -> FloatArray:
        """Return the statistic under every exchange, in rising order."""
        vectors = self.vectors(test)
        sums = vectors.T @ patterns(len(vectors))
        found: FloatArray = np.sort((sums**2).sum(axis=0)) / self.spread[test]
        return found

    def variance(self, test: int) -> float:
        """Return the variance of the statistic over all exchanges."""
        vectors = self.vectors(test)
        alike = float(((vectors.T @ vectors) ** 2).sum())
        alone = float(((vectors**2).sum(axis=1) ** 2).sum())
        return max(2.0 * (alike - alone) / float(self.spread[test]) ** 2, 0.0)

    def under(self, tests: IntArray, signs: FloatArray) -> FloatArray:
        """Return the statistics of tests under given signs: 1 for a unit that is flipped."""
        members = self.members[tests]
        used = np.unique(members.indices)
        sums = self.totals[used, None] - 2.0 * (self.columns[used] @ signs)
        np.square(sums, out=sums)
        found: FloatArray = (members[:, used] @ sums) / self.spread[tests, None]
        return found

    def nulls(self, tests: IntArray, draws: int) -> Nulls:
        """Return the statistics of tests under the common draws; those of the last are kept."""
        found = np.empty((len(tests), draws), dtype=np.float32)
        there = np.zeros(len(tests), dtype=bool)
        if self._kept is not None and self._kept[0] == draws:
            there = np.isin(tests, self._kept[1])
            found[there] = self._kept[2][np.searchsorted(self._kept[1], tests[there])]
        if not there.all():
            packed = packed_draws(self.units, draws, self.seed)
            new = np.empty((int((~there).sum()), draws), dtype=np.float32)
            for which, signs in unpacked(packed, draws):
                new[:, which] = self.under(tests[~there], signs)
            found[~there] = new
        return found

    def keep(self, tests: IntArray, draws: int) -> None:
        """Remember the statistics of tests, in rising order, for the step down."""
        if len(tests) * draws <= _KEPT:
            self._kept = (draws, tests, self.nulls(tests, draws))

    def chunks(self, tests: IntArray, draws: int) -> list[IntArray]:
        """Cut a list of tests so that the draws of each part fit into memory."""
        step = max(1, _KEPT // draws)
        return [tests[i : i + step] for i in range(0, len(tests), step)]

    def sampled(self, tests: IntArray, draws: int) -> tuple[FloatArray, FloatArray]:
        """Return p-values by draws, and the smallest that could be had."""
        p, smallest = np.ones(len(tests)), np.ones(len(tests))
        done = 0
        self.keep(tests, draws)
        for part in self.chunks(tests, draws):
            nulls = self.nulls(part, draws)
            bound = (self.statistic[part] * (1 - TIE)).astype(np.float32)
            reached = (nulls >= bound[:, None]).sum(axis=1)
            top = (nulls >= nulls.max(axis=1, keepdims=True) * np.float32(1 - TIE)).sum(axis=1)
            here = slice(done, done + len(part))
            p[here] = (reached + 1) / (draws + 1)
            # A statistic that many draws share at the top can't be passed by any exchange.
            smallest[here] = np.where(top > 20, (top + 1) / (draws + 1), 1 / (draws + 1))
            done += len(part)
        # Where all vectors lie on one line, what the largest statistic is worth is known.
        aligned = self.statistic[tests] >= self.most[tests] * (1 - TIE)
        known = np.maximum(2.0 ** (1 - self.live[tests[aligned]]), 1 / (draws + 1))
        p[aligned] = smallest[aligned] = known
        return p, smallest


def _adjusted(
    engine: _Engine, tests: IntArray, p: FloatArray, tails: dict[int, FloatArray]
) -> FloatArray:
    """Adjust the tests of one family for one another."""
    if len(tests) < 2:
        return p[tests]

    def null(test: int) -> Null:
        return Null(float(engine.statistic[test]), tails.get(test), engine.variance(test))

    family = Family(
        p[tests],
        [null(int(test)) for test in tests],
        engine.reach[tests],
        lambda chosen, draws: engine.nulls(tests[chosen], draws),
        lambda chosen, signs: engine.under(tests[chosen], signs),
        max(1, _KEPT // REDRAWS),
    )
    return stepped_down(family)
