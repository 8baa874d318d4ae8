"""How large every difference is: the effects of every concept and contrast, with intervals."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.statistics.intervals import APPROXIMATE_UNDER
from framing.statistics.pairing import NamingCounts, Paired, Units
from framing.statistics.rewording import cross_validated, sized
from framing.statistics.strata import summed

__all__ = ["choice_sizes"]

_SIZES = (
    "raw_difference", "difference", "low", "high", "approximate", "weight", "largest_event",
    "event_share", "unit_share",
)  # fmt: skip

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


def choice_sizes(
    counts: NamingCounts,
    pairs: Sequence[Paired],
    units: Units,
    *,
    wanted: frozenset[int],
    draws: int,
    seed: int,
) -> pd.DataFrame:
    """Compute the effects of the wanted measures; see `framing.statistics.choice_tests`.

    Parameters
    ----------
    counts : NamingCounts
    pairs : sequence of Paired
        One a contrast.
    units : Units
    wanted : frozenset of int
        Places of the measures in `framing.statistics.MEASURES`.
    draws, seed : int
        Of the intervals.

    Returns
    -------
    DataFrame
        One row per `measure, concept, variant, contrast`, all as places, with the effect, its
        interval, and where its weight lies.
    """
    sizes = [size for i, pair in enumerate(pairs) for size in _sizes(counts, pair, i, units)]
    # By number of units, so that those of as many are drawn once.
    sizes.sort(key=lambda size: len(size.weight))
    rows = [row for size in sizes for row in size.rows(counts, wanted, draws, seed)]
    return pd.DataFrame(rows, columns=["measure", "concept", "variant", "contrast", *_SIZES])


class _Size(NamedTuple):
    """What the effects of one concept and contrast are computed from.

    `used` are its variants, `vectors` what each unit adds to each of them, `weight` each unit's.
    """

    concept: int
    contrast: int
    used: IntArray
    vectors: FloatArray
    weight: FloatArray
    shares: tuple[Any, ...]

    def rows(
        self, counts: NamingCounts, wanted: frozenset[int], draws: int, seed: int
    ) -> Iterator[tuple[Any, ...]]:
        """Yield the wanted effects with their intervals."""
        keys: list[tuple[int, int]] = []
        columns: list[FloatArray] = []
        if 2 in wanted:
            keys += [(2, int(variant)) for variant in self.used]
            columns += list(self.vectors.T)
        for measure, values in ((1, counts.direction), (3, counts.loaded)):
            if values is not None and measure in wanted:
                keys.append((measure, -1))
                each = np.nan_to_num(np.asarray(values, dtype=np.float64)[self.used])
                columns.append(self.vectors @ each)
        few = len(self.weight) < APPROXIMATE_UNDER
        others = np.column_stack(columns) if columns else np.zeros((len(self.weight), 0))
        choice, ratios = sized(self.vectors, others, self.weight, draws, seed)
        if 0 in wanted:
            yield (0, self.concept, -1, self.contrast, *choice, few, *self.shares)
        for (measure, variant), ratio in zip(keys, ratios, strict=True):
            yield (
                measure, self.concept, variant, self.contrast, math.nan, *ratio, few, *self.shares,
            )  # fmt: skip


class _OverallSize(NamedTuple):
    """The same over all concepts: entries in place of vectors."""

    contrast: int
    unit: IntArray
    pair: Paired
    weight: FloatArray
    shares: tuple[Any, ...]

    def rows(
        self, counts: NamingCounts, wanted: frozenset[int], draws: int, seed: int
    ) -> Iterator[tuple[Any, ...]]:
        """Yield the wanted rows over all concepts."""
        pair, few = self.pair, len(self.weight) < APPROXIMATE_UNDER
        if 0 in wanted:
            found = cross_validated(
                self.unit, pair.variant, pair.score, self.weight, draws=draws, seed=seed
            )
            yield (0, -1, -1, self.contrast, math.nan, *found, few, *self.shares)
        if 3 in wanted and counts.loaded is not None:
            loaded = pair.score * np.asarray(counts.loaded)[pair.variant]
            single = summed(self.unit, loaded, len(self.weight))[:, None]
            _, ratios = sized(single, single, self.weight, draws, seed)
            yield (3, -1, -1, self.contrast, math.nan, *ratios[0], few, *self.shares)


def _sizes(
    counts: NamingCounts, pair: Paired, contrast: int, units: Units
) -> Iterator[_Size | _OverallSize]:
    """Yield what the effects of one contrast are computed from, concept by concept and over all."""
    order = np.argsort(counts.concept[pair.variant], kind="stable")
    bounds = counts.concept[pair.variant][order]
    for concept in np.unique(pair.concept):
        entries = order[np.searchsorted(bounds, concept) : np.searchsorted(bounds, concept + 1)]
        strata = np.flatnonzero(pair.concept == concept)
        used = np.unique(pair.variant[entries])
        alive, row = np.unique(units.of[pair.at[strata]], return_inverse=True)
        weight = summed(row, pair.weight[strata], len(alive))
        rows = np.searchsorted(alive, units.of[pair.event[entries]])
        cells = rows * len(used) + np.searchsorted(used, pair.variant[entries])
        vectors = summed(cells, pair.score[entries], len(alive) * len(used))
        shares = _shares(pair.at[strata], pair.weight[strata], weight)
        yield _Size(
            int(concept), contrast, used, vectors.reshape(len(alive), len(used)), weight, shares
        )
    if len(pair.at):
        alive, row = np.unique(units.of[pair.at], return_inverse=True)
        weight = summed(row, pair.weight, len(alive))
        shares = _shares(pair.at, pair.weight, weight)
        unit = np.searchsorted(alive, units.of[pair.event])
        yield _OverallSize(contrast, unit, pair, weight, shares)


def _shares(event: IntArray, weight: FloatArray, by_unit: FloatArray) -> tuple[Any, ...]:
    """Return the weight, the event with most of it, and the largest shares."""
    events, where = np.unique(event, return_inverse=True)
    by_event = summed(where, weight, len(events))
    most = int(np.argmax(by_event))
    total = float(weight.sum())
    return total, int(events[most]), float(by_event[most]) / total, float(by_unit.max()) / total
