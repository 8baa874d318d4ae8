"""Outlets as units: whether two kinds of outlets differ, or only these outlets."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from framing.statistics.exchanges import assignments
from framing.statistics.pairing import Contrasted, NamingCounts
from framing.statistics.strata import ranked_codes, summed
from framing.statistics.tally import reached_by

__all__ = [
    "ASSIGNED",
    "MIN_OUTLETS",
    "ON_BOTH",
    "UNNAMED",
    "OutletTest",
    "matched_outlet_test",
    "outlet_test",
    "rate_outlet_test",
]

MIN_OUTLETS = 4
"""Outlets a side needs before outlets can be exchanged: of 3 and 3 no p-value falls under .1."""

ON_BOTH = "an outlet stands on both sides, so whole outlets cannot be exchanged"
UNNAMED = "articles without an outlet stand among them, so whole outlets cannot be exchanged"
"""Notes why there is no p-value, where outlets are many enough."""

ASSIGNED = 999
"""Ways to give outlets to the sides that are drawn where not all are counted."""

REASSIGNED = 9_999
"""Ways that are drawn where at most one in 20 of the first reached the observed."""

_CLOSE = 0.05
_CELLS = 4_000_000
FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


class OutletTest(NamedTuple):
    """Result of `outlet_test`; `p_units` is missing where `note` says why.

    Attributes
    ----------
    p_units : float
        Share of the exchanges of whole outlets whose D is as large as observed; nan where untested.
    statistic : float
        D = ½ Σ_v abs(S_v) / Σ_e w_e as observed.
    smallest_p : float
        The least p-value that so many outlets allow.
    n_a, n_b : int
        Outlets of each side in the matched events.
    exact : bool
        Whether all exchanges were counted, none drawn.
    note : str
        Why there is no test; empty where there is one.
    """

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
    draws: int | None = None,
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
        Of all sides in one scope; the matched events of this contrast are taken from them.
    contrast : (side, side or None)
        Places of the two sides; None for all other sides together.
    concept : int, optional
        Its place; over all concepts without it.
    seed : int
        Of the draws.
    draws : int, optional
        How many; without it 999, and 9,999 where p is then .05 or less.

    Returns
    -------
    OutletTest
        Without a p-value under 4 outlets a side, or where an outlet stands on both sides.

    Examples
    --------
    >>> outlets = np.arange(8)  # four of each side, which all name one thing on one event
    >>> sides, zeros = outlets // 4, outlets * 0
    >>> counts = NamingCounts(zeros, sides, outlets, sides, zeros + 1.0, zeros[:2], ("flood",))
    >>> test = outlet_test(counts, (0, 1), 0)
    >>> test.statistic, round(test.p_units, 3), test.exact
    (1.0, 0.029, True)
    """
    return matched_outlet_test(
        counts.of_concept(concept).in_matched(contrast), contrast, seed=seed, draws=draws
    )


def matched_outlet_test(
    matched: NamingCounts, contrast: Contrasted, *, seed: int = 0, draws: int | None = None
) -> OutletTest:
    """Do `outlet_test` with counts that hold the matched events of one contrast and no others."""
    named = _Entries(
        matched.outlet, matched.strata()[0], matched.variant, matched.count, matched.count
    )
    return _exchanged(named, matched.masks(contrast), 0.5, draws, seed)


def rate_outlet_test(
    outlet: IntArray,
    stratum: IntArray,
    hits: FloatArray,
    base: FloatArray,
    sides: tuple[BoolArray, BoolArray],
    *,
    seed: int = 0,
    draws: int | None = None,
) -> OutletTest:
    """Test the difference of two pooled sides' rates with whole outlets as units.

    As `outlet_test`, but abs(Σ s) / Σ w is computed anew each time, s = w (rate_A − rate_B).

    Parameters
    ----------
    outlet, stratum : array of int
        What each entry is of; rates are compared within a stratum that both sides have.
    hits, base : array of float
        What is counted, and what it is out of.
    sides : tuple of array of bool
        The entries of both sides.
    seed, draws : int
        As in `outlet_test`.

    Examples
    --------
    >>> outlet = np.arange(8)
    >>> hits = np.where(outlet < 4, 3.0, 1.0)
    >>> found = rate_outlet_test(outlet, outlet * 0, hits, hits * 0 + 9, (outlet < 4, outlet > 3))
    >>> found.p_units == 2 / 70
    True
    """
    counted = _Entries(outlet, stratum, np.zeros(len(outlet), dtype=np.int64), hits, base)
    return _exchanged(counted, sides, 1.0, draws, seed)


class _Entries(NamedTuple):
    """What is counted of each outlet, stratum and column, and what it is out of."""

    outlet: IntArray
    stratum: IntArray
    column: IntArray
    hits: FloatArray
    base: FloatArray


def _exchanged(
    entries: _Entries, sides: tuple[BoolArray, BoolArray], half: float, draws: int | None, seed: int
) -> OutletTest:
    """Exchange the outlets of two sides, if they can be."""
    side_a, side_b = (np.unique(entries.outlet[side]) for side in sides)
    n_a, n_b = len(side_a), len(side_b)
    if note := _hindrance(side_a, side_b):
        return OutletTest(math.nan, math.nan, math.nan, n_a, n_b, False, note)
    table = _OutletTable.of(entries, np.concatenate([side_a, side_b]), half)
    observed = table.statistics(np.r_[np.ones(n_a), np.zeros(n_b)][None, :])
    for several in (ASSIGNED, REASSIGNED) if draws is None else (draws,):
        exchanges = assignments(n_a, n_b, draws=several, seed=seed, at_once=table.block)
        p, smallest = reached_by(exchanges, table.statistics, observed)
        if exchanges.exact or p[0] > _CLOSE:
            break
    return OutletTest(
        float(p[0]), float(observed[0]), float(smallest[0]), n_a, n_b, exchanges.exact, ""
    )


def _hindrance(side_a: IntArray, side_b: IntArray) -> str:
    """Say why outlets of these two sides can't be exchanged; nothing where they can."""
    if min(side_a.min(initial=0), side_b.min(initial=0)) < 0:
        return UNNAMED
    if len(np.intersect1d(side_a, side_b)):
        return ON_BOTH
    if min(len(side_a), len(side_b)) < MIN_OUTLETS:
        return (
            f"{len(side_a)} and {len(side_b)} outlets: under {MIN_OUTLETS} a side the difference "
            "is one of these outlets, not of their kind"
        )
    return ""


class _OutletTable(NamedTuple):
    """What each outlet adds to every S_v, and to Σ w, whichever side it stands on.

    With n namings of a variant and T of its concept in an event, of which the first side has n_A
    and T_A, s = w (n_A/T_A − n_B/T_B) is n_A − T_A n/T, and w = T_A − T_A²/T: the sums over events
    are linear and quadratic in which outlets are the first side's. Rates are the same with one
    column, n being hits and T what they are out of.
    """

    scores: FloatArray
    """One row per outlet, one column per variant."""
    named: FloatArray
    """Namings of each outlet, or what its hits are out of."""
    together: FloatArray
    """Σ T_i T_j / T for each two outlets."""
    half: float
    """½ where the columns are shares of one whole, of which each difference counts twice."""

    @classmethod
    def of(cls, entries: _Entries, outlets: IntArray, half: float) -> _OutletTable:
        """Add up the entries of some outlets."""
        hits, base = entries.hits, entries.base
        row = np.argsort(outlets)[np.searchsorted(np.sort(outlets), entries.outlet)]
        strata, stratum = np.unique(entries.stratum, return_inverse=True)
        used, column = ranked_codes(entries.column)
        whole = summed(stratum, base, len(strata))
        shape = (len(outlets), len(used))
        mine = summed(row * len(used) + column, hits, len(outlets) * len(used))
        share = _table(stratum, column, hits / whole[stratum], (len(strata), len(used)))
        expected, together = np.zeros(shape), np.zeros((len(outlets), len(outlets)))
        step = max(1, _CELLS // len(outlets))
        for first in range(0, len(strata), step):
            here = slice(first, first + step)
            size = len(whole[here])
            inside = (stratum >= first) & (stratum < first + step) if size < len(strata) else ...
            cells = row[inside] * size + stratum[inside] - first
            named = summed(cells, base[inside], len(outlets) * size)
            named = named.reshape(len(outlets), size)
            expected += (share[here].T @ named.T).T
            together += (named / whole[here]) @ named.T
        total = summed(row, base, len(outlets))
        return cls(mine.reshape(shape) - expected, total, together, half)

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
            self.half * sums, weight, out=np.zeros(len(chosen)), where=weight > nothing
        )
        return found


def _table(row: IntArray, column: IntArray, values: FloatArray, shape: tuple[int, int]) -> Any:
    """Add up values by row and column; sparse where that is a large table."""
    if shape[0] * shape[1] > _CELLS:
        return csr_matrix((values, (row, column)), shape=shape)
    return summed(row * shape[1] + column, values, shape[0] * shape[1]).reshape(shape)
