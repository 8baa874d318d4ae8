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

__all__ = ["MIN_OUTLETS", "OutletTest", "matched_outlet_test", "outlet_test"]

MIN_OUTLETS = 4
"""Outlets a side needs before outlets can be exchanged: of 3 and 3 no p-value falls under .1."""

_CELLS = 4_000_000
FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


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
    return matched_outlet_test(
        counts.of_concept(concept).in_matched(contrast), contrast, seed=seed, draws=draws
    )


def matched_outlet_test(
    matched: NamingCounts, contrast: Contrasted, *, seed: int = 0, draws: int = 999
) -> OutletTest:
    """Do `outlet_test` with counts that hold the matched events of one contrast and no others."""
    first, second = matched.masks(contrast)
    side_a, side_b = np.unique(matched.outlet[first]), np.unique(matched.outlet[second])
    n_a, n_b = len(side_a), len(side_b)
    if note := _hindrance(side_a, side_b):
        return OutletTest(math.nan, math.nan, math.nan, n_a, n_b, False, note)
    table = _OutletTable.of(matched, np.concatenate([side_a, side_b]))
    observed = table.statistics(np.r_[np.ones(n_a), np.zeros(n_b)][None, :])
    exchanges = assignments(n_a, n_b, draws=draws, seed=seed, at_once=table.block)
    p, smallest = reached_by(exchanges, table.statistics, observed)
    return OutletTest(
        float(p[0]), float(observed[0]), float(smallest[0]), n_a, n_b, exchanges.exact, ""
    )


def _hindrance(side_a: IntArray, side_b: IntArray) -> str:
    """Say why outlets of these two sides can't be exchanged; nothing where they can."""
    if len(np.intersect1d(side_a, side_b)):
        return "an outlet stands on both sides, so whole outlets cannot be exchanged"
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
    are linear and quadratic in which outlets are the first side's.
    """

    scores: FloatArray
    """One row per outlet, one column per variant."""
    named: FloatArray
    """Namings of each outlet."""
    together: FloatArray
    """Σ T_i T_j / T for each two outlets."""

    @classmethod
    def of(cls, counts: NamingCounts, outlets: IntArray) -> _OutletTable:
        """Count the namings of some outlets."""
        row = np.argsort(outlets)[np.searchsorted(np.sort(outlets), counts.outlet)]
        strata, stratum = np.unique(counts.strata()[0], return_inverse=True)
        used, column = ranked_codes(counts.variant)
        whole = summed(stratum, counts.count, len(strata))
        shape = (len(outlets), len(used))
        mine = summed(row * len(used) + column, counts.count, len(outlets) * len(used))
        share = _table(stratum, column, counts.count / whole[stratum], (len(strata), len(used)))
        expected, together = np.zeros(shape), np.zeros((len(outlets), len(outlets)))
        step = max(1, _CELLS // len(outlets))
        for first in range(0, len(strata), step):
            here = slice(first, first + step)
            size = len(whole[here])
            inside = (stratum >= first) & (stratum < first + step) if size < len(strata) else ...
            cells = row[inside] * size + stratum[inside] - first
            named = summed(cells, counts.count[inside], len(outlets) * size)
            named = named.reshape(len(outlets), size)
            expected += (share[here].T @ named.T).T
            together += (named / whole[here]) @ named.T
        total = summed(row, counts.count, len(outlets))
        return cls(mine.reshape(shape) - expected, total, together)

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


def _table(row: IntArray, column: IntArray, values: FloatArray, shape: tuple[int, int]) -> Any:
    """Add up values by row and column; sparse where that is a large table."""
    if shape[0] * shape[1] > _CELLS:
        return csr_matrix((values, (row, column)), shape=shape)
    return summed(row * shape[1] + column, values, shape[0] * shape[1]).reshape(shape)
