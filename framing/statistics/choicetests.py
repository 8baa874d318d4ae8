"""Every concept and every contrast at once: naming choice, lean, each variant, loaded share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_matrix

from framing.statistics.choice import refusal
from framing.statistics.choicesizes import choice_sizes
from framing.statistics.exchange import Exchanged, exchange_tests
from framing.statistics.pairing import (
    Contrasted,
    NamingCounts,
    Paired,
    Units,
    each_paired,
    units_of,
)

__all__ = ["COLUMNS", "MARGIN", "MEASURES", "choice_tests"]

MARGIN = 0.2
"""A difference below this is small; an interval that ends under it says there was none to see."""

MEASURES = ("naming choice", "lean", "variant", "loaded share")

_REDRAWN = (0, 1)
"""Measures worth 99,999 draws: the declared ones; the others stop at p .0001."""

COLUMNS: tuple[str, ...] = (
    "measure", "concept", "variant", "contrast", "events", "live_units", "statistic",
    "raw_difference", "difference", "low", "high", "approximate", "p_value", "p_adjusted",
    "smallest_p", "note", "weight", "largest_event", "event_share", "unit_share", "p_events",
    "not_seen",
)  # fmt: skip

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


@dataclass(slots=True)
class _Tests:
    """Tests gathered so far: their columns, and the columns' entries by event."""

    keys: list[tuple[int, int, int, int]] = field(default_factory=list)
    members: list[IntArray] = field(default_factory=list)
    events: list[int] = field(default_factory=list)
    cells: list[tuple[IntArray, IntArray, FloatArray]] = field(default_factory=list)
    width: int = 0

    def columns(self, event: IntArray, column: IntArray, score: FloatArray) -> IntArray:
        """Add columns, numbered as given from 0 on; return their places."""
        first, size = self.width, int(column.max(initial=-1)) + 1
        self.cells.append((event, column + first, score))
        self.width += size
        return np.arange(first, first + size)

    def add(self, key: tuple[int, int, int, int], columns: IntArray, events: int) -> None:
        """Add a test of (measure, concept, variant, contrast)."""
        self.keys.append(key)
        self.members.append(columns)
        self.events.append(events)

    def run(self, units: Units, family: IntArray | None, seed: int) -> Exchanged:
        """Exchange all of them."""
        return exchange_tests(
            self._scores(units), self._belonging(), units=units.names,
            matched=np.array(self.events, dtype=np.int64), family=family,
            redrawn=np.array([key[0] in _REDRAWN for key in self.keys], dtype=bool), seed=seed,
        )  # fmt: skip

    def _scores(self, units: Units) -> csr_matrix:
        """Return what each unit adds to each column."""
        event, column, score = (
            np.concatenate([cell[i] for cell in self.cells] or [np.zeros(0)]) for i in range(3)
        )
        places = (units.of[event.astype(np.int64)], column.astype(np.int64))
        return csr_matrix((score, places), shape=(len(units.names), self.width))

    def _belonging(self) -> csr_matrix:
        """Return 1 where a column belongs to a test."""
        lengths = [len(columns) for columns in self.members]
        joined = np.concatenate(self.members or [np.zeros(0, dtype=np.int64)])
        return csr_matrix(
            (np.ones(len(joined)), joined, np.concatenate([[0], np.cumsum(lengths)])),
            shape=(len(self.keys), self.width),
        )


def choice_tests(
    counts: NamingCounts,
    contrasts: Sequence[Contrasted],
    *,
    seed: int = 0,
    draws: int = 2000,
    margin: float = MARGIN,
    measures: Sequence[str] = MEASURES,
    pairs: Sequence[Paired] | None = None,
) -> pd.DataFrame:
    """Compare every contrast of sides in every concept, within events.

    All tests share one table of signs (see `exchange_tests`); each measure is a family of its
    own, adjusted by step-down min-P, and so are its rows over all concepts. Naming choice and
    lean are drawn 99,999 times where none of 9,999 draws reached the observed; the exploratory
    measures stop at p .0001.

    Parameters
    ----------
    counts : NamingCounts
        Of all sides in one scope. Lean is tested where they have a `direction`, the loaded share
        where they have `loaded`.
    contrasts : sequence of (side, side or None)
        Places of the two sides of each contrast; None for all other sides together.
    seed, draws : int
        Of all draws; samples of units for the intervals.
    margin : float
        A difference worth seeing, see `not_seen` below.
    measures : sequence of str
        Those of `MEASURES` that are wanted; each is computed as if by itself.
    pairs : sequence of Paired, optional
        What `paired` gives for each contrast, where it is there already.

    Returns
    -------
    DataFrame
        One row per measure, concept, contrast and, for the measure ``variant``, variant:

        - `measure`: naming choice, lean (Σ_v δ_v S_v / Σ_e w_e), variant (S_v / Σ_e w_e) and
          loaded share; `concept` (−1 over all), `variant` (−1 for none) and `contrast`: places;
        - `events` matched, `live_units` exchanged that differ, `statistic` T;
        - `raw_difference` D (naming choice of one concept) and `difference`: D*, over all
          concepts the cross-validated ½ ΣΣΣ s·sign(S − s)/ΣΣw, or the signed difference of the
          other measures; `low, high` its 95% interval over units, from six on; `approximate`:
          under 20;
        - `p_value, p_adjusted, smallest_p`; `note` why there is no test;
        - `weight` Σ_e w_e; `largest_event` (place), `event_share` and `unit_share`, how much of
          the weight lies in the one event, and in the one unit, that has the most;
        - `p_events`: with events exchanged in place of stories, where there are stories;
        - `not_seen`: a difference of `margin` could have been seen and was not.

    Examples
    --------
    >>> events, sides = np.tile(np.arange(6), 2), np.repeat([0, 1], 6)  # each side its own word
    >>> ones, zeros = np.ones(12), np.array([0, 0])
    >>> counts = NamingCounts(events, sides, sides, sides, ones, zeros, tuple("abcdef"))
    >>> found = choice_tests(counts, [(0, 1)], measures=["naming choice"])
    >>> found.loc[found["concept"] == 0, ["events", "difference", "p_value"]].values.tolist()
    [[6.0, 1.0, 0.03125]]
    """
    units = units_of(counts.events, counts.stories)
    if pairs is None:
        pairs = each_paired(counts, contrasts)
    tests = _Tests()
    wanted = frozenset(MEASURES.index(measure) for measure in measures)
    for place, pair in enumerate(pairs):
        _gather(tests, counts, pair, place, wanted)
    keys = np.array(tests.keys, dtype=np.int64).reshape(-1, 4)
    family = keys[:, 0] * 2 + (keys[:, 1] < 0)
    found = tests.run(units, family, seed)
    table = pd.DataFrame(keys, columns=["measure", "concept", "variant", "contrast"])
    table["events"] = np.array(tests.events, dtype=np.int64)
    table["live_units"], table["statistic"] = found.live, found.statistic
    for name in ("p_value", "p_adjusted", "smallest_p"):
        table[name] = getattr(found, name)
    table["note"] = [
        refusal(int(n), float(p)) if no else ""
        for n, p, no in zip(table["events"], found.smallest_p, found.refused, strict=True)
    ]
    table["p_events"] = np.nan
    if counts.stories is not None and len(keys):
        apart = tests.run(units_of(counts.events, None), None, seed)
        table["p_events"] = apart.p_value
    sizes = choice_sizes(counts, pairs, units, wanted=wanted, draws=draws, seed=seed)
    table = table.merge(sizes, on=["measure", "concept", "variant", "contrast"], how="left")
    table["measure"] = pd.Series([MEASURES[i] for i in table["measure"]], dtype=object)
    table["not_seen"] = (
        (table["note"] == "") & (table["high"] < margin) & (table["measure"] == MEASURES[0])
    )
    return table[list(COLUMNS)]


def _gather(
    tests: _Tests, counts: NamingCounts, pair: Paired, place: int, wanted: frozenset[int]
) -> None:
    """Add the wanted tests of one contrast."""
    used, column = np.unique(pair.variant, return_inverse=True)
    if not len(used):
        return
    concept_of = np.asarray(counts.concept)[used]
    columns = (
        tests.columns(pair.event, column, pair.score) if wanted & {0, 2} else np.arange(len(used))
    )
    matched = np.bincount(pair.concept, minlength=int(counts.concept.max()) + 1)
    overall = len(np.unique(pair.at))
    if 0 in wanted:
        for concept in np.unique(concept_of):
            mine = columns[concept_of == concept]
            tests.add((0, int(concept), -1, place), mine, int(matched[concept]))
        tests.add((0, -1, -1, place), columns, overall)
    if 2 in wanted:
        for variant, concept, own in zip(used, concept_of, columns, strict=True):
            tests.add((2, int(concept), int(variant), place), own[None], int(matched[concept]))
    for measure, weights in ((1, counts.direction), (3, counts.loaded)):
        if weights is None or measure not in wanted:
            continue
        each = np.nan_to_num(np.asarray(weights, dtype=np.float64))
        speaking = _speaking(each[used], concept_of)
        kept = np.isin(concept_of[column], speaking)
        if not kept.any():
            continue
        where = np.searchsorted(speaking, concept_of[column[kept]])
        score = pair.score[kept] * each[pair.variant[kept]]
        single = tests.columns(pair.event[kept], where, score)
        for concept, own in zip(speaking, single, strict=True):
            tests.add((measure, int(concept), -1, place), own[None], int(matched[concept]))
        if measure == 3:
            whole = tests.columns(pair.event[kept], np.zeros(len(where), dtype=np.int64), score)
            tests.add((measure, -1, -1, place), whole, overall)


def _speaking(values: FloatArray, concept: IntArray) -> IntArray:
    """Tell the concepts whose variants differ in what is measured."""
    found = [c for c in np.unique(concept) if np.ptp(values[concept == c]) > 0]
    return np.array(found, dtype=np.int64)
