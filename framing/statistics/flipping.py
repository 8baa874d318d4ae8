"""Statistics of many tests under exchange: as observed, under every exchange, under draws."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from framing.statistics.exchanges import (
    DRAWN_TIE,
    EXACT_UP_TO,
    flips_of,
    packed_draws,
    patterns,
    unpacked,
)
from framing.statistics.tally import shares_reached

__all__ = ["Flipping"]

_KEPT = 30_000_000
_PACKED = 24_576  # draws of all units that are held as bits, a multiple of eight
_AT_ONCE = 4_000_000
_DECOMPOSED = 2_000
_ROUGHLY = 1e-12
FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
Nulls = npt.NDArray[np.float32]


def _products(vectors: FloatArray) -> FloatArray:
    """Return VᵀV or VVᵀ, whichever is smaller: their eigenvalues are the same, but for zeros."""
    found: FloatArray = (
        vectors @ vectors.T if len(vectors) < vectors.shape[1] else vectors.T @ vectors
    )
    return found


def _tail(beyond: float, largest: float, squares: float) -> float:
    """Return e⁻ᵗ for the t at which 2 √(f t) + 2 μ t is so far beyond the mean."""
    root = (math.sqrt(squares + 2 * largest * beyond) - math.sqrt(squares)) / (2 * largest)
    return math.exp(-(root**2))


class Flipping:
    """Vectors of scores of many tests, and their statistics T = abs(Σ s)² / Σ abs(s)².

    Parameters
    ----------
    scores : sparse matrix of shape (units, columns)
        What each unit adds to each column.
    members : sparse matrix of shape (tests, columns)
        1 where a column belongs to a test's vector.
    units : tuple of str
        Names of the units.
    seed : int
        Of the draws.

    Attributes
    ----------
    statistic, spread, most : arrays of shape (tests,)
        T, Σ abs(s)², and the T there would be if all vectors pointed one way.
    reach : sparse matrix of shape (tests, units)
        Squared length of each unit's vector.
    live, entries : arrays of int of shape (tests,)
        Units that differ, and the numbers that they add.
    exact : array of bool of shape (tests,)
        Whether they are few enough to count every exchange.
    """

    def __init__(
        self, scores: csr_matrix, members: csr_matrix, units: tuple[str, ...], seed: int
    ) -> None:
        scores = csr_matrix(scores, dtype=np.float64)
        size = np.abs(scores.data).max(initial=0.0)
        scores.data[np.abs(scores.data) <= 1e-12 * size] = 0.0
        scores.eliminate_zeros()
        self.units, self.seed = units, seed
        self._cells, self._members = scores.tocsc(), csr_matrix(members, dtype=np.float64)
        self._columns = csr_matrix(self._cells.T)  # the same numbers, held once
        totals = np.asarray(scores.sum(axis=0)).ravel()
        squares = np.asarray(scores.multiply(scores).sum(axis=0)).ravel()
        self.spread: FloatArray = self._members @ squares
        scale = np.where(self.spread > 0, self.spread, 1.0)
        self.statistic: FloatArray = (self._members @ totals**2) / scale
        self.reach = csr_matrix(self._members @ scores.multiply(scores).T)
        self.reach.sort_indices()
        self.live: IntArray = np.diff(self.reach.indptr).astype(np.int64)
        self.exact: npt.NDArray[np.bool_] = self.live <= EXACT_UP_TO
        self.entries: IntArray = (self._members @ np.diff(self._cells.indptr)).astype(np.int64)
        self.most: FloatArray = np.asarray(self.reach.sqrt().sum(axis=1)).ravel() ** 2 / scale
        self._kept: tuple[int, IntArray, Nulls] | None = None
        self._alike: dict[int, float] = {}  # Σ of the squared products of a test's vectors

    def units_of(self, test: int) -> IntArray:
        """Return the units that differ for one test."""
        found: IntArray = self.reach.indices[self.reach.indptr[test] : self.reach.indptr[test + 1]]
        return found

    def vectors(self, test: int) -> FloatArray:
        """Return what each of these units adds to the test's columns."""
        of = self._members.indices[self._members.indptr[test] : self._members.indptr[test + 1]]
        units = self.units_of(test)
        found = np.zeros((len(units), len(of)))
        for place, column in enumerate(of):
            at = slice(self._cells.indptr[column], self._cells.indptr[column + 1])
            found[np.searchsorted(units, self._cells.indices[at]), place] = self._cells.data[at]
        return found

    def variance(self, test: int) -> float:
        """Return the variance of one test's statistic over all exchanges; its mean is 1."""
        vectors = self.vectors(test)
        if test not in self._alike:
            self._alike[test] = float((_products(vectors) ** 2).sum())
        alike = self._alike[test]
        alone = float(((vectors**2).sum(axis=1) ** 2).sum())
        return max(2.0 * (alike - alone) / float(self.spread[test]) ** 2, 0.0)

    def chance_at_most(self, test: int) -> float:
        """Bound the share of exchanges that reach the observed statistic, without any draw.

        T is the squared length of A x for signs x, and so under any exchange above
        1 + 2 √(f t) + 2 μ t with a chance of at most e⁻ᵗ, μ being the largest eigenvalue of A Aᵀ
        and f the sum of the squares of all (its trace is 1). Over many concepts both are small,
        and the bound is far below what draws can show.

        References
        ----------
        Hsu, D., Kakade, S. M. & Zhang, T. (2012). A tail inequality for quadratic forms of
        subgaussian random vectors. Electronic Communications in Probability 17(52).
        doi:10.1214/ECP.v17-2079

        Examples
        --------
        >>> alike = csr_matrix(np.ones((100, 1)))
        >>> flipping = Flipping(alike, csr_matrix([[1.0]]), tuple(map(str, range(100))), 0)
        >>> 2.0**-99 < flipping.chance_at_most(0) < 1e-15
        True
        """
        beyond = float(self.statistic[test]) * (1 - DRAWN_TIE) - 1.0
        if beyond <= 0 or self._members.indptr[test + 1] - self._members.indptr[test] > _DECOMPOSED:
            return 1.0
        alike, spread = _products(self.vectors(test)), float(self.spread[test])
        self._alike[test] = float((alike**2).sum())
        squares = self._alike[test] / spread**2
        rough = _tail(beyond, math.sqrt(squares), squares)  # no eigenvalue is larger
        if rough <= _ROUGHLY:
            return rough
        return _tail(beyond, float(np.linalg.eigvalsh(alike)[-1]) / spread, squares)

    def counted(self, test: int) -> FloatArray:
        """Return one test's p-value under every exchange, in the order of `patterns`."""
        vectors = self.vectors(test)
        statistics = ((vectors.T @ patterns(len(vectors))) ** 2).sum(axis=0)
        return shares_reached(statistics)

    def flips(self, units: IntArray, draws: int | None) -> npt.NDArray[np.bool_]:
        """Return whether each of some units is flipped in each draw, or in each pattern."""
        if draws is None:
            found: npt.NDArray[np.bool_] = patterns(len(units)) < 0
            return found
        return flips_of(packed_draws(self._names(units), draws, self.seed), draws)

    def _names(self, units: IntArray) -> tuple[str, ...]:
        return tuple(self.units[at] for at in units)

    def drawn(self, tests: IntArray, draws: int) -> Nulls:
        """Return the statistics of tests under the common draws."""
        found = np.empty((len(tests), draws), dtype=np.float32)
        there = np.zeros(len(tests), dtype=bool)
        if self._kept is not None and self._kept[0] == draws:
            there = np.isin(tests, self._kept[1])
            found[there] = self._kept[2][np.searchsorted(self._kept[1], tests[there])]
        if not there.all():
            found[~there] = self._draw(tests[~there], draws)
        return found

    def keep(self, tests: IntArray, draws: int) -> None:
        """Remember the statistics of tests, in rising order, where they are not too many."""
        if len(tests) * draws <= _KEPT:
            self._kept = (draws, tests, self._draw(tests, draws))

    def chunks(self, tests: IntArray, draws: int) -> list[IntArray]:
        """Cut a list of tests so that the draws of each part fit into memory."""
        step = max(1, _AT_ONCE // draws)
        return [tests[i : i + step] for i in range(0, len(tests), step)]

    def blocks(self, tests: IntArray, draws: int, first: int = 0) -> Iterator[tuple[slice, Nulls]]:
        """Yield the statistics of tests under the common draws, some draws at a time.

        A column that several tests have is multiplied once. Draws before `first` are left out.
        """
        if (
            self._kept is not None
            and self._kept[0] == draws
            and np.isin(tests, self._kept[1]).all()
        ):
            rows = np.searchsorted(self._kept[1], tests)
            step = max(1, _AT_ONCE // max(len(rows), 1))
            for at in range(first, draws, step):
                which = slice(at, min(at + step, draws))
                yield which, self._kept[2][rows, which]
            return
        used = np.unique(self._members[tests].indices)
        columns, members = self._columns[used], self._members[tests][:, used]
        units = np.unique(columns.indices)
        columns, members = columns[:, units].astype(np.float32), members.astype(np.float32)
        names, scale = self._names(units), self.spread[tests, None].astype(np.float32)
        for begin in range(first // 8 * 8, draws, _PACKED):
            end = min(begin + _PACKED, draws)
            packed = packed_draws(names, end, self.seed, begin)
            for which, signs in unpacked(packed, end - begin, len(used), max(first - begin, 0)):
                sums = columns @ signs
                np.square(sums, out=sums)
                yield slice(begin + which.start, begin + which.stop), (members @ sums) / scale

    def _draw(self, tests: IntArray, draws: int) -> Nulls:
        """Return all of these blocks together."""
        found = np.empty((len(tests), draws), dtype=np.float32)
        for which, values in self.blocks(tests, draws):
            found[:, which] = values
        return found
