"""Rates compared within events: cues by words, categories by words, directions by namings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_matrix

from framing.errors import ComparisonError
from framing.statistics.choice import refusal
from framing.statistics.exchange import MIN_EVENTS, Exchanged, exchange_tests
from framing.statistics.intervals import APPROXIMATE_UNDER, bootstrap_ratio
from framing.statistics.outlets import OutletTest, rate_outlet_test
from framing.statistics.pairing import Contrasted, Units, units_of
from framing.statistics.strata import in_both, ranked_codes, summed

__all__ = ["COLUMNS", "RateCounts", "rate_tests", "whole_outlets"]

COLUMNS: tuple[str, ...] = (
    "kind", "contrast", "events", "live_units", "rate_a", "rate_b", "difference", "low", "high",
    "approximate", "p_value", "p_adjusted", "smallest_p", "note", "event_share", "unit_share",
    "p_events",
)  # fmt: skip

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class RateCounts:
    """Hits and what they are a rate of, one row per event, side and kind; equal rows are summed.

    A side that could have had hits and had none needs its row, with 0 hits and its base.

    Attributes
    ----------
    event, side, kind : array of int
        Places; a kind is what is tested: a class of cues, a category, a target.
    hits, base : array of float
        The numerator (may be negative, for a sum of directions) and the denominator.
    events : tuple of str
        Names of the events, from which their signs are drawn.
    stratum : array of int, optional
        Rates are compared within it and summed over an event's strata: a concept, say.
    stories : tuple of str, optional
        The running story of each event.
    outlet : array of int, optional
        The outlet of each row, where sides pool several; −1 for none.
    """

    event: IntArray
    side: IntArray
    kind: IntArray
    hits: FloatArray
    base: FloatArray
    events: tuple[str, ...]
    stratum: IntArray | None = None
    stories: tuple[str, ...] | None = None
    outlet: IntArray | None = None

    def __post_init__(self) -> None:
        names = ("event", "side", "kind", "hits", "base", "stratum", "outlet")
        given = {name: getattr(self, name) for name in names}
        sizes = {name: len(column) for name, column in given.items() if column is not None}
        if len(set(sizes.values())) > 1:
            lengths = ", ".join(f"{name} {size}" for name, size in sizes.items())
            raise ComparisonError(f"each row needs one value in each column; there are: {lengths}")
        if not np.isfinite(self.hits).all() or not (np.asarray(self.base) >= 0).all():
            raise ComparisonError(
                f"hits are numbers (least {np.min(self.hits)}) and base is 0 or more "
                f"(least {np.min(self.base)})"
            )
        if self.stories is not None and len(self.stories) != len(self.events):
            raise ComparisonError(
                f"{len(self.stories)} stories for {len(self.events)} events; each event needs one"
            )


@dataclass(frozen=True, slots=True, eq=False)
class _Strata:
    """Matched strata of one contrast: s = w (rate_A − rate_B), w = n_A n_B / (n_A + n_B)."""

    event: IntArray
    kind: IntArray
    score: FloatArray
    weight: FloatArray
    sides: FloatArray
    """Hits and base of a, then of b: shape (4, strata)."""


def _masks(counts: RateCounts, contrast: Contrasted) -> tuple[BoolArray, BoolArray]:
    """Tell the rows of both sides of a contrast."""
    a, b = contrast
    first = counts.side == a
    return first, ~first if b is None else counts.side == b


def _coded(counts: RateCounts) -> tuple[IntArray, int]:
    """Code event, kind and stratum of each row, and tell how many strata there are."""
    stratum = np.zeros(len(counts.kind), np.int64) if counts.stratum is None else counts.stratum
    kinds, strata = int(counts.kind.max(initial=0)) + 1, int(stratum.max(initial=0)) + 1
    return (counts.event * kinds + counts.kind) * strata + stratum, strata


def _strata(counts: RateCounts, contrast: Contrasted) -> _Strata:
    """Find the strata in which both sides have a base, and score them."""
    first, second = _masks(counts, contrast)
    code, strata = _coded(counts)
    kinds = int(counts.kind.max(initial=0)) + 1
    cells, where = np.unique(code, return_inverse=True)
    sides = np.stack([
        summed(where, values * side, len(cells))
        for side in (first, second)
        for values in (counts.hits, counts.base)
    ])  # fmt: skip
    there = (sides[1] > 0) & (sides[3] > 0)
    sides, (event, kind) = sides[:, there], np.divmod(cells[there] // strata, kinds)
    weight = sides[1] * sides[3] / (sides[1] + sides[3])
    score = weight * (sides[0] / sides[1] - sides[2] / sides[3])
    return _Strata(event, kind, score, weight, sides)


def rate_tests(
    counts: RateCounts, contrasts: Sequence[Contrasted], *, seed: int = 0, draws: int = 2000
) -> pd.DataFrame:
    """Compare the rates of two sides within events, for every kind and contrast.

    s_e = w_e (rate_A − rate_B), w_e = n_A n_B / (n_A + n_B), summed over an event's strata; the
    difference is Σ s / Σ w, tested by the exchange of events (or stories). Kinds and contrasts are
    one family, adjusted by step-down min-P.

    Parameters
    ----------
    counts : RateCounts
        Hits and bases of all sides; a stratum in which either side has no base is left out.
    contrasts : sequence of (side, side or None)
        Places of sides; None for all others together.
    seed, draws : int
        Of all draws; samples of units for the intervals.

    Returns
    -------
    DataFrame
        One row per kind and contrast with a matched event: `kind, contrast` (places), `events`
        matched, `live_units` that differ; `rate_a, rate_b` in the matched events, pooled;
        `difference` with `low, high` (95%, from six units on; `approximate` under 20);
        `p_value, p_adjusted, smallest_p`; `note` why there is no test; `event_share, unit_share`,
        how much of the weight lies in one event and in one unit; `p_events`, with events
        exchanged in place of stories.

    Examples
    --------
    >>> event, side = np.repeat(np.arange(6), 2), np.tile([0, 1], 6)
    >>> hedges = RateCounts(event, side, np.zeros(12, dtype=int), np.tile([4.0, 1.0], 6),
    ...                     np.full(12, 100.0), tuple("abcdef"))
    >>> row = rate_tests(hedges, [(0, 1)]).iloc[0]
    >>> round(float(row["difference"]), 4), bool(row["p_value"] == 2 / 64)
    (0.03, True)
    """
    units = units_of(counts.events, counts.stories)
    parts = [_strata(counts, contrast) for contrast in contrasts]
    kinds = int(counts.kind.max(initial=0)) + 1
    if not parts:
        return pd.DataFrame(columns=list(COLUMNS))
    keys = np.concatenate([part.kind + i * kinds for i, part in enumerate(parts)])
    tests, column = np.unique(keys, return_inverse=True)
    event = np.concatenate([part.event for part in parts])
    score = np.concatenate([part.score for part in parts])
    weight = np.concatenate([part.weight for part in parts])
    sides = np.concatenate([part.sides for part in parts], axis=1)
    pooled = np.stack([summed(column, side, len(tests)) for side in sides])
    del parts, sides, keys  # three in four of the numbers, and the draws need room
    matched = np.unique(column * max(len(counts.events), 1) + event) // max(len(counts.events), 1)
    events = np.bincount(matched, minlength=len(tests))
    found = _exchange(units, event, column, score, events, seed, family=True)
    table = pd.DataFrame({
        "kind": tests % kinds, "contrast": tests // kinds, "events": events,
        "live_units": found.live, "rate_a": pooled[0] / pooled[1], "rate_b": pooled[2] / pooled[3],
        "p_value": found.p_value, "p_adjusted": found.p_adjusted, "smallest_p": found.smallest_p,
    })  # fmt: skip
    table["note"] = [
        refusal(int(n), float(p)) if no else ""
        for n, p, no in zip(events, found.smallest_p, found.refused, strict=True)
    ]
    table["p_events"] = np.nan
    if counts.stories is not None and len(tests):
        apart = units_of(counts.events, None)
        table["p_events"] = _exchange(apart, event, column, score, events, seed).p_value
    names = ["difference", "low", "high", "approximate", "event_share", "unit_share"]
    # By number of events, so that those of as many are drawn once.
    sizes = {
        at: _sizes(column == at, units, event, score, weight, draws, seed)
        for at in np.argsort(events, kind="stable").tolist()
    }
    table = table.join(pd.DataFrame.from_dict(sizes, orient="index", columns=names))
    return table[list(COLUMNS)]


def _exchange(
    units: Units,
    event: IntArray,
    column: IntArray,
    score: FloatArray,
    events: IntArray,
    seed: int,
    *,
    family: bool = False,
) -> Exchanged:
    """Exchange the units of all tests, one column per test."""
    size = len(events)
    cells = csr_matrix((score, (units.of[event], column)), shape=(len(units.names), size))
    return exchange_tests(
        cells, csr_matrix(np.eye(size)), units=units.names, matched=events,
        family=np.zeros(size, dtype=np.int64) if family else None, seed=seed,
    )  # fmt: skip


def _sizes(
    mine: npt.NDArray[np.bool_],
    units: Units,
    event: IntArray,
    score: FloatArray,
    weight: FloatArray,
    draws: int,
    seed: int,
) -> tuple[Any, ...]:
    """Return the difference with its interval, and where its weight lies."""
    alive, row = np.unique(units.of[event[mine]], return_inverse=True)
    s, w = (summed(row, values[mine], len(alive)) for values in (score, weight))
    _, by_event = np.unique(event[mine], return_inverse=True)
    low, high = math.nan, math.nan
    if len(alive) >= MIN_EVENTS:
        low, high = bootstrap_ratio(s, w, draws=draws, seed=seed)
    total = float(w.sum())
    return (
        float(s.sum()) / total, low, high, len(alive) < APPROXIMATE_UNDER,
        float(summed(by_event, weight[mine], int(by_event.max()) + 1).max()) / total,
        float(w.max()) / total,
    )  # fmt: skip


def whole_outlets(
    counts: RateCounts, kind: int, contrast: Contrasted, *, seed: int = 0
) -> OutletTest:
    """Test one kind of one contrast, whose sides pool outlets, with whole outlets as units.

    Only the strata count of which both sides have a base; `counts` need their outlets.

    Examples
    --------
    >>> outlet = np.arange(8)
    >>> hedges = RateCounts(outlet * 0, outlet // 4, outlet * 0, 4.0 - outlet // 4, outlet + 9.0,
    ...                     ("flood",), outlet=outlet)
    >>> whole_outlets(hedges, 0, (0, 1)).p_units == 2 / 70
    True
    """
    if counts.outlet is None:
        raise ComparisonError("these rates have no outlets; give RateCounts the outlet of each row")
    first, second = _masks(counts, contrast)
    rows = np.flatnonzero((first | second) & (counts.kind == kind) & (counts.base > 0))
    strata, stratum = ranked_codes(_coded(counts)[0][rows])
    rows, stratum = (of[in_both(stratum, first[rows], len(strata))] for of in (rows, stratum))
    return rate_outlet_test(
        counts.outlet[rows], stratum, counts.hits[rows], counts.base[rows],
        (first[rows], second[rows]), seed=seed,
    )  # fmt: skip
