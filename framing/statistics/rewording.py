"""How large a difference is: how many namings would have to be reworded, chance taken off."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from framing.statistics.exchange import MIN_EVENTS
from framing.statistics.intervals import drawn_events, drawn_with_squares, tail_of

__all__ = ["cross_validated", "reworded", "reworded_interval", "sized"]

_AT_ONCE = 256
_CELLS = 65_536
FloatArray = npt.NDArray[np.float64]
Single = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]


def reworded(
    sums: FloatArray, squares: Any, weight: Any, weight_squares: Any
) -> tuple[FloatArray, FloatArray]:
    """Return D and D*, the last axis of `sums` being the variants; the rest broadcasts.

    Parameters
    ----------
    sums : array
        S_v.
    squares : array or float
        Σ_e Σ_v s_ev².
    weight, weight_squares : array or float
        Σ_e w_e and Σ_e w_e².

    Examples
    --------
    >>> reworded(np.array([1.0, -1.0]), 3.0, 3.0, 1.5)[1].item()
    0.0
    """
    length = (sums**2).sum(axis=-1)
    squares, weight = np.asarray(squares, float), np.asarray(weight, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        raw = 0.5 * np.abs(sums).sum(axis=-1) / weight
        chance = np.where(length > 0, squares / length, np.inf)
        share = np.asarray(weight_squares, float) / weight**2
        kept = np.clip((1 - chance) / (1 - share), 0.0, 1.0)
        chance_off = np.where(1 - share > 1e-12, raw * np.sqrt(kept), math.nan)
    return raw, chance_off


def reworded_interval(
    vectors: FloatArray, weights: FloatArray, *, draws: int = 2000, seed: int = 0
) -> tuple[float, float]:
    """Interval of D* by drawing units anew, expanded for few units.

    A unit drawn k times enters S and Σw k times, and Σ abs(s)² and Σw² k² times: copies of one
    event are no further evidence. The ends are the percentiles Φ(±t √(E/(E − 1))), t being the
    .975 quantile with E − 1 degrees of freedom. Missing under 6 units.

    Parameters
    ----------
    vectors : array of shape (units, variants)
    weights : array of shape (units,)

    References
    ----------
    Hesterberg, T. C. (2015). What teachers should know about the bootstrap. The American
    Statistician 69(4), 371–386. doi:10.1080/00031305.2015.1089789

    Examples
    --------
    >>> reworded_interval(np.tile([0.5, -0.5], (6, 1)), np.full(6, 0.5))
    (1.0, 1.0)
    """
    if len(weights) < MIN_EVENTS:
        return math.nan, math.nan
    squares = (vectors**2).sum(axis=1)
    values = []
    for counts, twice in drawn_with_squares(len(weights), draws, seed):
        values.append(
            reworded(counts @ vectors, twice @ squares, counts @ weights, twice @ weights**2)[1]
        )
    found = np.concatenate(values)
    found = found[~np.isnan(found)]
    if not len(found):
        return math.nan, math.nan
    tail = tail_of(len(weights), 0.95)
    low, high = np.quantile(found, [tail, 1 - tail])
    return float(low), float(high)


def sized(
    vectors: FloatArray, others: FloatArray, weight: FloatArray, draws: int, seed: int
) -> tuple[tuple[float, ...], list[tuple[float, ...]]]:
    """Return D, D* and its interval; and Σ/Σw of each other column with its interval.

    Sizes that are asked for in the order of their numbers of units share their draws.
    """
    sums, squares = vectors.sum(axis=0), (vectors**2).sum(axis=1)
    raw, size = reworded(sums, squares.sum(), weight.sum(), (weight**2).sum())
    ratio = others.sum(axis=0) / weight.sum()
    ends = np.full((2, 1 + others.shape[1]), np.nan)
    if len(weight) >= MIN_EVENTS:
        added = np.column_stack([weight, vectors, others])
        squared = np.column_stack([squares, weight**2])
        parts = []
        for counted, square in drawn_with_squares(len(weight), draws, seed):
            sums, twice = counted @ added, square @ squared
            total, own = sums[:, 0], 1 + vectors.shape[1]
            choice = reworded(sums[:, 1:own], twice[:, 0], total, twice[:, 1])[1]
            parts.append(np.column_stack([choice, sums[:, own:] / total[:, None]]))
        drawn = np.concatenate(parts)
        drawn = drawn[~np.isnan(drawn[:, 0])]
        if len(drawn):
            tail = tail_of(len(weight), 0.95)
            ends = np.quantile(np.ascontiguousarray(drawn.T), [tail, 1 - tail], axis=1)
    choice_row: tuple[float, ...] = (float(raw), float(size), float(ends[0, 0]), float(ends[1, 0]))
    rows: list[tuple[float, ...]] = [
        (float(value), float(low), float(high))
        for value, low, high in zip(ratio, *ends[:, 1:], strict=True)
    ]
    return choice_row, rows


def cross_validated(
    unit: IntArray,
    column: IntArray,
    score: FloatArray,
    weight: FloatArray,
    *,
    draws: int = 2000,
    seed: int = 0,
) -> tuple[float, float, float]:
    """Effect over all concepts, each unit's direction taken from the others, with its interval.

    D_cv = ½ Σ_c Σ_e Σ_v s_cev sign(S_cv − s_cev) / Σ_c Σ_e w_ce: about 0 where nothing differs,
    however many concepts there are, where the plain D would grow with them.

    Parameters
    ----------
    unit, column : array of int
        Places of the entries; a column is one variant of one concept.
    score : array of float
        s_cev.
    weight : array of shape (units,)
        Σ_c w_ce.
    draws, seed : int
        Samples of units; with none there is no interval.

    Examples
    --------
    >>> units, columns = np.repeat(np.arange(6), 2), np.tile([0, 1], 6)
    >>> cross_validated(units, columns, np.tile([0.5, -0.5], 6), np.full(6, 0.5))
    (1.0, 1.0, 1.0)
    """
    places, of = np.unique(column, return_inverse=True)
    cells = csr_matrix((score, (of, unit)), shape=(len(places), len(weight)))
    cells.eliminate_zeros()
    entries, sums = cells.tocoo(), np.asarray(cells.sum(axis=1)).ravel()
    nothing = 1e-9 * (1.0 + float(np.abs(entries.data).max(initial=0.0)))
    others = sums[entries.row] - entries.data
    apart = (others > nothing).astype(float) - (others < -nothing)
    size = 0.5 * float((entries.data * apart).sum()) / float(weight.sum())
    if len(weight) < MIN_EVENTS or not draws:
        return size, math.nan, math.nan
    single, least = cells.astype(np.float32), np.float32(max(nothing, 1e-6))
    found = []
    for counted in drawn_events(len(weight), draws, seed):
        for first in range(0, len(counted), _AT_ONCE):
            block = counted[first : first + _AT_ONCE]
            times = np.ascontiguousarray(block.T, dtype=np.float32)
            found.append(0.5 * _toward_others(single, times, least) / (block @ weight))
    tail = tail_of(len(weight), 0.95)
    low, high = np.quantile(np.concatenate(found), [tail, 1 - tail])
    return size, float(low), float(high)


def _toward_others(cells: csr_matrix, times: Single, least: np.float32) -> FloatArray:
    """Return Σ k s sign(S − k s) for each draw, each unit being drawn k `times`.

    Entries are taken a few at a time, so that what is computed of them stays in the cache. One
    alone in its column has no others to point its way.
    """
    together = cells @ times
    alone = np.diff(cells.indptr) == 1
    columns = np.repeat(np.arange(len(alone)), np.diff(cells.indptr))
    kept = ~alone[columns]
    columns, units, scores = columns[kept], cells.indices[kept], cells.data[kept, None]
    total, step = np.zeros(times.shape[1]), max(1, _CELLS // times.shape[1])
    for first in range(0, len(columns), step):
        some = slice(first, first + step)
        mine = times[units[some]]
        mine *= scores[some]
        others = together[columns[some]]
        others -= mine
        mine *= (others > least).view(np.int8) - (others < -least).view(np.int8)
        total += mine.sum(axis=0)
    return total
