"""Rates within events: of anything that is a ratio, and of category lexicons side by side."""

from __future__ import annotations

import numpy as np
import pandas as pd

from framing.analysis.categoryrates import WORDS_OF
from framing.analysis.lighttable import without_codes
from framing.comparison.choices import places_of
from framing.comparison.material import Material
from framing.statistics import RateCounts, rate_tests
from framing.statistics.ratetests import whole_outlets

__all__ = ["DIFFERENCES", "RATES", "exchanged", "rate_table"]

DIFFERENCES: dict[str, str] = {
    "kind": "string", "outlet_b": "string", "events": "Int64", "nonzero_events": "Int64",
    "low": "float64", "high": "float64", "approximate": "boolean",
    "p_value": "float64", "p_adjusted": "float64", "smallest_p": "float64", "p_events": "float64",
    "p_units": "float64", "units_note": "string",
    "event_share": "float64", "story_share": "float64", "note": "string",
}  # fmt: skip
"""Columns that tables of rates have for their rows on differences; empty in rows on one side."""

_CATEGORY = ["lexicon", "concept"]
RATES: dict[str, str] = {
    "lexicon": "string", "concept": "string", "scope": "string", "outlet": "string",
    "n": "Int64", "total": "Int64", "value": "float64", **DIFFERENCES,
}  # fmt: skip


def rate_table(material: Material) -> pd.DataFrame:
    """Count the entries of category lexicons by side, and compare their rates within events.

    Returns
    -------
    DataFrame
        Rows of `kind` ``side``, one a category (`lexicon, concept`), scope (own, quoted,
        attributed, all) and outlet: `n` entries found, `total` words of the side in that voice,
        `value` entries per 1,000 of them. Then rows of differences in own words and in all, one a
        category and contrast (`outlet` less `outlet_b`, which is missing for all others): `value`
        with `low, high`, `events` of which both have words, `p_value`, `p_adjusted` over the
        family of categories and contrasts; `p_units` with whole outlets exchanged where sides pool
        several, or `units_note`; `note` says why there is no test.
    """
    found = material.categories
    if not len(found):
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in RATES.items()})
    tables = []
    for scope, column in WORDS_OF.items():
        rows = found if scope == "all" else found.loc[found["voice"] == scope]
        words = _words(material, column)
        tables.append(_by_side(rows, words, found, material.outlets).assign(scope=scope))
        if scope in ("own", "all"):
            tables.append(_differences(material, rows, words, found, scope))
    table = pd.concat([part for part in tables if len(part)], ignore_index=True)
    table = table.assign(differs=table["kind"] != "side").sort_values(
        [*_CATEGORY, "differs"], kind="stable", ignore_index=True
    )
    return table.reindex(columns=list(RATES)).astype(RATES)


def _words(material: Material, column: str) -> pd.Series:
    """Add up the words of one voice by event and side, and outlet where sides pool several."""
    scores = material.scores
    words = pd.to_numeric(scores[column]).fillna(0).astype("float64")
    keys = [scores["event"].fillna(""), *(scores[name] for name in material.cell[1:])]
    return words.groupby(keys, sort=True, dropna=False).sum()


def _by_side(
    rows: pd.DataFrame, words: pd.Series, every: pd.DataFrame, outlets: tuple[str, ...]
) -> pd.DataFrame:
    """Count each category of each side, over all events and without."""
    categories = without_codes(every[_CATEGORY].drop_duplicates()).sort_values(
        _CATEGORY, kind="stable"
    )
    table = categories.merge(pd.DataFrame({"outlet": list(outlets)}, dtype=object), how="cross")
    found = rows.groupby([*_CATEGORY, "outlet"], sort=False, observed=True).size()
    counts = without_codes(found.rename("n").reset_index())
    table = table.merge(counts, on=[*_CATEGORY, "outlet"], how="left")
    table["n"] = table["n"].fillna(0)
    table["total"] = table["outlet"].map(words.groupby(level=1).sum()).fillna(0)
    table["value"] = (1000 * table["n"] / table["total"]).where(table["total"] > 0)
    return table.assign(kind="side")


def _differences(
    material: Material,
    rows: pd.DataFrame,
    words: pd.Series,
    every: pd.DataFrame,
    scope: str,
) -> pd.DataFrame:
    """Compare the rates of every category within events."""
    base = words.rename("base").rename_axis(material.cell).reset_index()
    base = base.loc[base["event"] != ""]
    categories = without_codes(every[_CATEGORY].drop_duplicates()).reset_index(drop=True)
    categories["measure"] = np.arange(len(categories))
    grid = base.merge(categories, how="cross")
    keys = [*material.cell, *_CATEGORY]
    rows = rows.loc[rows["event"].notna()]
    counted = rows.groupby(keys, sort=False, observed=True, dropna=False).size()
    hits = without_codes(counted.rename("hits").reset_index())
    grid = grid.merge(hits, on=keys, how="left")
    grid["hits"] = 1000 * grid["hits"].fillna(0)
    found = exchanged(material, grid)
    return found.merge(categories, on="measure", how="left").assign(scope=scope)


def exchanged(material: Material, counts: pd.DataFrame) -> pd.DataFrame:
    """Test the differences of ratios within events.

    Parameters
    ----------
    material : Material
        What is compared, and its contrasts.
    counts : DataFrame
        One row per event, side and measure: `event, outlet, measure, hits, base`, and where only
        like is compared with like `stratum`; one per outlet too, which is `unit`, where sides pool
        several. What a side could have had and did not is a row with no hits.

    Returns
    -------
    DataFrame
        `measure, outlet` (the first side), `value` (its rate less the other's), `rate_a, rate_b`
        and the columns of `DIFFERENCES`.
    """
    contrasts = material.contrasts
    columns = ["measure", "outlet", "value", "rate_a", "rate_b", *DIFFERENCES]
    side = places_of(counts["outlet"], material.named_outlets)
    event = places_of(counts["event"], material.events)
    live = (counts["base"] > 0).to_numpy(bool) & (side >= 0) & (event >= 0)
    if not contrasts or not live.any():
        return pd.DataFrame(columns=columns)
    kept = counts.loc[live]
    code, names = pd.factorize(kept["measure"], sort=True)
    rates = RateCounts(
        event=event[live],
        side=side[live],
        kind=np.asarray(code, np.int64),
        hits=kept["hits"].to_numpy(float),
        base=kept["base"].to_numpy(float),
        events=material.events,
        stratum=None if "stratum" not in kept else np.asarray(
            pd.factorize(kept["stratum"])[0], np.int64),
        stories=material.stories,
        outlet=None if "unit" not in kept else np.asarray(
            pd.factorize(kept["unit"])[0], np.int64),
    )  # fmt: skip
    places = [contrast.places(material.named_outlets) for contrast in contrasts]
    tests = rate_tests(rates, places, seed=material.settings.seed).reset_index(drop=True)
    sides = [contrasts[at] for at in tests["contrast"]]
    table = tests.drop(columns=["kind"]).assign(
        measure=np.array(names, dtype=object)[tests["kind"]],
        kind=[side.kind for side in sides],
        outlet=[side.a for side in sides],
        outlet_b=[side.b for side in sides],
        value=tests["difference"],
        nonzero_events=tests["live_units"],
        story_share=tests["unit_share"],
    )
    _add_outlets(table, tests, rates, material)
    return table.reindex(columns=columns)


def _add_outlets(
    table: pd.DataFrame, tests: pd.DataFrame, rates: RateCounts, material: Material
) -> None:
    """Add the test with whole outlets as units to each tested row whose sides pool outlets."""
    p: list[float | None] = [None] * len(table)
    notes: list[str | None] = [None] * len(table)
    tested = tests["p_value"].notna().to_numpy()
    for row, (kind, at) in enumerate(zip(tests["kind"], tests["contrast"], strict=True)):
        contrast = material.contrasts[at]
        if tested[row] and material.pools(contrast):
            places = contrast.places(material.named_outlets)
            found = whole_outlets(rates, int(kind), places, seed=material.settings.seed)
            p[row], notes[row] = found.p_units, found.note
    table["p_units"], table["units_note"] = p, notes
