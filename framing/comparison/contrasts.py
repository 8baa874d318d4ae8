"""Differences between outlets within events: one row a concept, contrast and scope."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.cells import Cells, Matched, sums
from framing.statistics import (
    APPROXIMATE_UNDER,
    MIN_EVENTS,
    adjust_within,
    bootstrap_ratio,
    cliffs_delta,
    events_for_power,
    hedges_g,
    mantel_haenszel,
    max_flip,
    sign_flip,
)

__all__ = ["COLUMNS", "WORTH_FINDING", "Contrast", "contrasts_of", "difference_table"]

FloatArray = npt.NDArray[np.float64]

MOST_PAIRED = 12
"""Outlets up to which every pair is compared; above, each with the rest."""

WORTH_FINDING = 0.2
"""The difference `events_needed` is told for."""

COLUMNS: tuple[str, ...] = (
    "lexicon", "concept", "scope", "measure", "kind", "outlet_a", "outlet_b",
    "n_a", "total_a", "share_a", "n_b", "total_b", "share_b",
    "difference", "low", "high", "approximate",
    "events", "nonzero_events", "statistic", "p_value", "p_adjusted",
    "smallest_p", "smallest_p_adjusted", "events_needed",
    "odds_ratio", "odds_low", "odds_high", "cliffs_delta", "hedges_g", "role", "note",
)  # fmt: skip


class Contrast(NamedTuple):
    """Two sides compared: `b` is None where it is all other outlets together."""

    kind: str
    a: str
    b: str | None


def contrasts_of(outlets: tuple[str, ...], reference: str | None) -> tuple[Contrast, ...]:
    """List what is compared with what, in the order of the outlets' names.

    With a reference, every other outlet with it; otherwise all pairs (up to 12 outlets), and,
    where there are three or more, each outlet with all others together.

    Examples
    --------
    >>> [(c.a, c.b) for c in contrasts_of(("A", "B", "C"), None)]
    [('A', 'B'), ('A', 'C'), ('B', 'C'), ('A', None), ('B', None), ('C', None)]
    >>> [(c.a, c.b) for c in contrasts_of(("A", "B", "C"), "A")]
    [('B', 'A'), ('C', 'A')]
    """
    if reference is not None:
        return tuple(Contrast("reference", o, reference) for o in outlets if o != reference)
    pairs: list[Contrast] = []
    if len(outlets) <= MOST_PAIRED:
        pairs = [Contrast("pair", a, b) for a, b in itertools.combinations(outlets, 2)]
    if len(outlets) > 2:
        pairs += [Contrast("rest", o, None) for o in outlets]
    return tuple(pairs)


def difference_table(
    measures: Mapping[str, Mapping[str, Cells]],
    contrasts: tuple[Contrast, ...],
    *,
    seed: int = 0,
    draws: int = 2000,
) -> pd.DataFrame:
    """Compare every contrast within events: over all concepts, and concept by concept.

    A contrast without a matched event in either scope has no row for that concept. Tests are made
    of own voice; outlet-worded stands beside it with its difference and interval.
    Under 6 matched events they are refused: p-values are missing and `note` says so. The rows of
    the first measure over all concepts are the declared one (`role` primary), outside the
    family. The family has one test a concept: its largest standardised contrast, contrasts being
    adjusted for one another under the same flips. The false discovery rate over it is held
    after Benjamini and Yekutieli, for the tests share articles and may depend in any way.

    Parameters
    ----------
    measures : mapping of measure to mapping of scope to Cells
        ``loaded share`` or ``target index``, the declared one first; scopes ``own`` and
        ``outlet_worded``.
    contrasts : tuple of Contrast
        As `contrasts_of` lists them.
    seed, draws : int
        Of the flips and of the bootstrap; draws of the bootstrap.

    Returns
    -------
    DataFrame
        One row a measure, concept (missing: over all concepts), contrast and scope:

        - `lexicon, concept, scope, measure, kind` (pair, rest or reference), `outlet_a,
          outlet_b` (missing: all other outlets);
        - `n_a, total_a, share_a` and `n_b, total_b, share_b`: loaded namings (or Σd) of all
          namings in the matched strata of each side, pooled;
        - `difference`: Σs_e/Σw_e, a less b; `low, high`: its 95% interval over events, from 6
          events on; `approximate`: fewer than 20;
        - `events` matched, `nonzero_events` of them that differ; `statistic` abs(Σs_e);
          `p_value` of the sign flip; `p_adjusted` for the other contrasts of the concept and, but
          for the primary, for the family; `smallest_p, smallest_p_adjusted` that could be had;
        - `events_needed`: for a difference of .2 to be found four times in five;
        - `odds_ratio, odds_low, odds_high` (Mantel–Haenszel over strata), `cliffs_delta,
          hedges_g` (shares by event): effect sizes, no tests;
        - `role`: primary or exploratory; `note`: why there is no test.
    """
    rows: list[dict[str, Any]] = []
    scores: list[FloatArray | None] = []
    for measure, cells in measures.items():
        declared = measure == next(iter(measures))
        matched = {
            (scope, contrast): of.match(contrast.a, contrast.b)
            for scope, of in cells.items()
            for contrast in contrasts
        }
        concepts = sorted({pair for of in cells.values() for pair in of.concepts})
        for pair, contrast, scope in itertools.product([None, *concepts], contrasts, cells):
            if pair and not any(
                _of(matched[s, contrast], cells[s], pair).event.size for s in cells
            ):
                continue
            row, score = _row(matched[scope, contrast], cells[scope], pair, seed, draws)
            row |= {"scope": scope, "measure": measure, **_sides(contrast)}
            primary = declared and pair is None and scope == "own"
            row["role"] = "primary" if primary else "exploratory"
            if measure != "loaded share":
                row |= dict.fromkeys(("odds_ratio", "odds_low", "odds_high"))
            if scope != "own":
                row |= dict.fromkeys(("statistic", "p_value", "smallest_p"), None)
                row["note"] = row["note"] or "beside own voice, not tested"
            rows.append(row)
            scores.append(score if scope == "own" else None)
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    _adjust(table, scores, seed)
    return _typed(table)


def _sides(contrast: Contrast) -> dict[str, str | None]:
    return {"kind": contrast.kind, "outlet_a": contrast.a, "outlet_b": contrast.b}


def _row(
    matched: Matched,
    of: Cells,
    pair: tuple[str, str] | None,
    seed: int,
    draws: int,
) -> tuple[dict[str, Any], FloatArray | None]:
    """One contrast of one concept (or of all): its row, and scores by event if testable."""
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row["lexicon"], row["concept"] = pair if pair else (None, None)
    strata = _of(matched, of, pair)
    for side, x, n in (("a", strata.x1, strata.n1), ("b", strata.x0, strata.n0)):
        row[f"n_{side}"], row[f"total_{side}"] = int(x.sum()), int(n.sum())
        row[f"share_{side}"] = float(x.sum() / n.sum()) if n.sum() else math.nan
    events, where = np.unique(strata.event, return_inverse=True)
    row["events"], row["note"] = len(events), _refusal(len(events))
    if not len(events):
        return row, None
    score = sums(where, strata.score, len(events))
    weight = sums(where, strata.weight, len(events))
    row["difference"] = float(score.sum() / weight.sum())
    row["nonzero_events"] = int((np.abs(score) > 1e-12).sum())
    row["events_needed"] = events_for_power(score, weight, difference=WORTH_FINDING)
    row |= _effects(strata, where, len(events))
    if len(events) < MIN_EVENTS:
        return row, None
    flipped = sign_flip(np.where(np.abs(score) > 1e-12, score, 0.0), seed=seed)
    row["statistic"], row["p_value"] = flipped.statistic, flipped.p_value
    row["smallest_p"] = flipped.smallest_p
    row["low"], row["high"] = bootstrap_ratio(score, weight, draws=draws, seed=seed)
    row["approximate"] = len(events) < APPROXIMATE_UNDER
    by_event = np.zeros(len(of.events))
    by_event[events] = score
    return row, by_event


def _of(matched: Matched, of: Cells, pair: tuple[str, str] | None) -> Matched:
    """Keep the strata of one concept, or all of them for None."""
    if pair is None:
        return matched
    return matched.of(of.concepts.index(pair) if pair in of.concepts else -1)


def _refusal(events: int) -> str:
    """Say why there is no test; nothing where there is one."""
    if events >= MIN_EVENTS:
        return ""
    return f"not enough matched events: {events} of the {MIN_EVENTS} needed"


def _effects(strata: Matched, where: npt.NDArray[np.int64], events: int) -> dict[str, Any]:
    """Effect sizes over the matched events; the odds ratio is that of counts, not of directions."""
    shares = []
    for x, n in ((strata.x1, strata.n1), (strata.x0, strata.n0)):
        totals = sums(where, n, events)
        shares.append(sums(where, x, events) / totals)
    effects: dict[str, Any] = {
        "cliffs_delta": cliffs_delta(*shares),
        "hedges_g": hedges_g(*shares),
    }
    if (strata.x1 >= 0).all() and (strata.x0 >= 0).all():
        tables = np.stack(
            [strata.x1, strata.n1 - strata.x1, strata.x0, strata.n0 - strata.x0], axis=1
        ).reshape(-1, 2, 2)
        odds = mantel_haenszel(tables)
        effects |= {"odds_ratio": odds.odds_ratio, "odds_low": odds.low, "odds_high": odds.high}
    return effects


def _adjust(table: pd.DataFrame, scores: list[FloatArray | None], seed: int) -> None:
    """Fill `p_adjusted`: contrasts within a concept by maximum, concepts by FDR."""
    groups: dict[Any, list[int]] = {}
    keys = table[["role", "measure", "lexicon", "concept"]].fillna("")
    for i, key in enumerate(keys.itertuples(index=False, name=None)):
        if scores[i] is not None:
            groups.setdefault(key, []).append(i)
    inner = np.full(len(table), np.nan)
    by_event = [np.zeros(0) if one is None else one for one in scores]
    belongs = np.zeros(len(table), dtype=np.int64)
    family: list[float] = []
    for (role, *_), places in groups.items():
        found = max_flip(np.column_stack([by_event[i] for i in places]), seed=seed)
        inner[places] = found.p_each
        if role != "primary":
            belongs[places] = len(family)
            family.append(found.p_max)
    exploratory = ((table["role"] != "primary") & ~np.isnan(inner)).to_numpy(bool)
    adjusted = inner.copy()
    smallest = pd.to_numeric(table["smallest_p"]).to_numpy(float)
    if family:
        adjusted[exploratory] = adjust_within(
            family, inner[exploratory], belongs[exploratory], method="by"
        )
        times = len(family) * sum(1 / i for i in range(1, len(family) + 1))
        smallest = np.where(exploratory, np.minimum(smallest * times, 1.0), smallest)
    table["p_adjusted"] = adjusted
    table["smallest_p_adjusted"] = smallest


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    """Give every column its type; integers stay integers beside missing values."""
    whole = ["n_a", "total_a", "n_b", "total_b", "events", "nonzero_events", "events_needed"]
    words = ["lexicon", "concept", "scope", "measure", "kind", "outlet_a", "outlet_b", "role"]
    for column in COLUMNS:
        if column in whole:
            table[column] = pd.to_numeric(table[column]).astype("Int64")
        elif column == "approximate":
            table[column] = table[column].astype("boolean")
        elif column in words or column == "note":
            table[column] = table[column].astype("string")
        else:
            table[column] = pd.to_numeric(table[column]).astype("float64")
    return table
