"""Outlets as units: whether two kinds of outlets differ, or only these outlets."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from framing.statistics.pairing import Contrasted, NamingCounts
from framing.statistics.signs import TIE

__all__ = ["MIN_OUTLETS", "OutletTest", "outlet_test"]

MIN_OUTLETS = 4
"""Outlets a side needs before outlets can be exchanged: of 3 and 3 no p-value falls under .1."""

_ALL_UP_TO = 20_000
_CELLS = 4_000_000
FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


class OutletTest(NamedTuple):
    """Result of `outlet_test`; `p_units` is missing where `note` says why."""

    p_units: float
    statistic: float
    smallest_p: float
    n_a: int
    n_b: int
    exact: bool
    note: str


def outlet_test(
    counts: NamingCounts,
    contrast: Contrasted,
    concept: int | None = None,
    *,
    seed: int = 0,
    draws: int = 999,
) -> OutletTest:
    """Test two pooled sides with whole outlets as units: whether it is a difference of their kind.

    Outlets have habits of their own, so that three against three differ without any difference
    of kind. Here whole outlets are exchanged between the sides, which keep their numbers, and
    D = ½ Σ_v abs(S_v) / Σ_e w_e is computed anew each time (T is relative to the spread over
    events, so that outlets true to any habit reach it). All exchanges are counted up to 20,000,
    else drawn, with (b + 1)/(B + 1).

    Parameters
    ----------
    counts : NamingCounts
    contrast : (side, side or None)
    concept : int, optional
        Its place; over all concepts without it.
    seed, draws : int
        Of the draws.

    Returns
    -------
    OutletTest
        Without a p-value under 4 outlets a side, or where an outlet stands on both sides.
    """
    mine = counts.of_concept(concept).in_matched(contrast)
    first, second = mine.masks(contrast)
    side_a, side_b = np.unique(mine.outlet[first]), np.unique(mine.outlet[second])
    n_a, n_b = len(side_a), len(side_b)
    note = ""
    if len(np.intersect1d(side_a, side_b)):
        note = "an outlet stands on both sides, so whole outlets cannot be exchanged"
    elif min(n_a, n_b) < MIN_OUTLETS:
        note = (
            f"{n_a} and {n_b} outlets: under {MIN_OUTLETS} a side the difference is one of these "
            "outlets, not of their kind"
        )
    if note:
        return OutletTest(math.nan, math.nan, math.nan, n_a, n_b, False, note)
    outlets = np.concatenate([side_a, side_b])
    table = _OutletTable.of(mine, outlets)
    ways = math.comb(n_a + n_b, n_a)
    exact = ways <= _ALL_UP_TO
    observed = float(table.statistics(np.r_[np.ones(n_a), np.zeros(n_b)][None, :])[0])
    reached = drawn = top = 0
    largest = 0.0
    for chosen in _assignments(n_a, n_b, exact, draws, seed, table.block):
        values = table.statistics(chosen)
        reached += int((values >= observed * (1 - TIE)).sum())
        drawn += len(values)
        if values.max() > largest * (1 + TIE):
            largest, top = float(values.max()), 0
        top += int((values >= largest * (1 - TIE)).sum())
    p = reached / drawn if exact else (reached + 1) / (drawn + 1)
    smallest = top / drawn if exact else 1 / (drawn + 1)
    return OutletTest(p, observed, smallest, n_a, n_b, exact, "")


class _OutletTable(NamedTuple):
    """What each outlet adds to every S_v, and to Σ w, whichever side it stands on.

    With n namings of a variant and T of its concept in an event, of which the first side has n_A
    and T_A, s = w (n_A/T_A − n_B/T_B) is n_A − T_A n/T, and w = T_A − T_A²/T: the sums over events
    are linear and quadratic in which outlets are the first side's.
    """

    scores: FloatArray
    """One row an outlet, one column a variant."""
    named: FloatArray
    """Namings of each outlet."""
    together: FloatArray
    """Σ T_i T_j / T for each two outlets."""

    @classmethod
    def of(cls, counts: NamingCounts, outlets: IntArray) -> _OutletTable:
        """Count the namings of some outlets."""
        concepts, variants = int(counts.concept.max(initial=0)) + 1, len(counts.concept)
        row = np.argsort(outlets)[np.searchsorted(np.sort(outlets), counts.outlet)]
        concept = np.asarray(counts.concept)[counts.variant]
        strata, stratum = np.unique(counts.event * concepts + concept, return_inverse=True)
        cells, cell = np.unique(counts.event * variants + counts.variant, return_inverse=True)
        used, column = np.unique(cells % variants, return_inverse=True)
        of_cell = np.searchsorted(
            strata, cells // variants * concepts + np.asarray(counts.concept)[cells % variants]
        )
        named = _sums(row, stratum, counts.count, (len(outlets), len(strata)))
        whole = np.asarray(named.sum(axis=0)).ravel()
        share = np.bincount(cell, weights=counts.count, minlength=len(cells)) / whole[of_cell]
        mine = _sums(row, column[cell], counts.count, (len(outlets), len(used))).toarray()
        expected = csr_matrix((share, (of_cell, column)), shape=(len(strata), len(used)))
        shared = named.multiply(1.0 / whole).tocsr() @ named.T
        total = np.asarray(named.sum(axis=1)).ravel()
        return cls(mine - (named @ expected).toarray(), total, shared.toarray())

    @property
    def block(self) -> int:
        """How many assignments are looked at together."""
        size: int = max(1, _CELLS // max(*self.scores.shape, 1))
        return size

    def statistics(self, chosen: FloatArray) -> FloatArray:
        """Return D for each row of `chosen`: 1 for the outlets of the first side."""
        sums = np.abs(chosen @ self.scores).sum(axis=1)
        weight = chosen @ self.named - ((chosen @ self.together) * chosen).sum(axis=1)
        nothing = 1e-9 * max(float(self.named.sum()), 1.0)
        found: FloatArray = np.divide(
            0.5 * sums, weight, out=np.zeros(len(chosen)), where=weight > nothing
        )
        return found


def _sums(
    row: IntArray, column: IntArray, values: FloatArray, shape: tuple[int, int]
) -> csr_matrix:
    """Add up values by row and column."""
    return csr_matrix((values, (row, column)), shape=shape)


def _assignments(
    n_a: int, n_b: int, exact: bool, draws: int, seed: int, block: int
) -> Iterator[FloatArray]:
    """Yield blocks of assignments: 1 for each outlet on the first side."""
    size = n_a + n_b
    if not exact:
        rng = np.random.default_rng(seed)
        for begin in range(0, draws, block):
            order = rng.permuted(np.tile(np.arange(size), (min(block, draws - begin), 1)), axis=1)
            yield (order < n_a).astype(np.float64)
        return
    ways = itertools.combinations(range(size), n_a)
    while some := list(itertools.islice(ways, block)):
        chosen = np.zeros((len(some), size))
        chosen[np.arange(len(some))[:, None], np.array(some)] = 1.0
        yield chosen
