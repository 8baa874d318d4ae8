"""Category lexicons side by side: rates per 1,000 words, and their differences within events."""

from __future__ import annotations

import numpy as np
import pandas as pd

from framing.analysis.categoryrates import WORDS_OF
from framing.comparison.contrasts import Contrast
from framing.comparison.material import Material
from framing.comparison.ratecontrasts import DIFFERENCES, exchanged

__all__ = ["RATES", "rate_table"]

_CATEGORY = ["lexicon", "concept"]
RATES: dict[str, str] = {
    "lexicon": "string", "concept": "string", "scope": "string", "outlet": "string",
    "n": "Int64", "total": "Int64", "value": "float64", **DIFFERENCES,
}  # fmt: skip


def rate_table(material: Material, contrasts: tuple[Contrast, ...]) -> pd.DataFrame:
    """Count the entries of category lexicons by side, and compare their rates within events.

    Returns
    -------
    DataFrame
        Rows of `kind` ``side``, one a category (`lexicon, concept`), scope (own, quoted,
        attributed, all) and outlet: `n` entries found, `total` words of the side in that voice,
        `value` entries per 1,000 of them. Then rows of differences in own words and in all, one a
        category and contrast (`outlet` less `outlet_b`, which is missing for all others): `value`
        with `low, high`, `events` of which both have words, `p_value`, `p_adjusted` over the
        family of categories and contrasts; `note` says why there is no test.
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
            tables.append(_differences(material, contrasts, rows, words, found, scope))
    table = pd.concat([part for part in tables if len(part)], ignore_index=True)
    table = table.assign(differs=table["kind"] != "side").sort_values(
        [*_CATEGORY, "differs"], kind="stable", ignore_index=True
    )
    return table.reindex(columns=list(RATES)).astype(RATES)


def _words(material: Material, column: str) -> pd.Series:
    """Add up the words of one voice by event and side."""
    scores = material.scores
    words = pd.to_numeric(scores[column]).fillna(0).astype("float64")
    return words.groupby([scores["event"].fillna(""), scores["outlet"]], sort=True).sum()


def _by_side(
    rows: pd.DataFrame, words: pd.Series, every: pd.DataFrame, outlets: tuple[str, ...]
) -> pd.DataFrame:
    """Count each category of each side, over all events and without."""
    categories = every[_CATEGORY].drop_duplicates().sort_values(_CATEGORY, kind="stable")
    table = categories.merge(pd.DataFrame({"outlet": list(outlets)}, dtype=object), how="cross")
    counts = rows.groupby([*_CATEGORY, "outlet"], sort=False).size().rename("n").reset_index()
    table = table.merge(counts, on=[*_CATEGORY, "outlet"], how="left")
    table["n"] = table["n"].fillna(0)
    table["total"] = table["outlet"].map(words.groupby(level=1).sum()).fillna(0)
    table["value"] = (1000 * table["n"] / table["total"]).where(table["total"] > 0)
    return table.assign(kind="side")


def _differences(
    material: Material,
    contrasts: tuple[Contrast, ...],
    rows: pd.DataFrame,
    words: pd.Series,
    every: pd.DataFrame,
    scope: str,
) -> pd.DataFrame:
    """Compare the rates of every category within events."""
    base = words.rename("base").rename_axis(["event", "outlet"]).reset_index()
    base = base.loc[base["event"] != ""]
    categories = every[_CATEGORY].drop_duplicates().reset_index(drop=True)
    categories["measure"] = np.arange(len(categories))
    grid = base.merge(categories, how="cross")
    keys = ["event", "outlet", *_CATEGORY]
    hits = rows.groupby(keys, sort=False).size().rename("hits").reset_index()
    grid = grid.merge(hits, on=keys, how="left")
    grid["hits"] = 1000 * grid["hits"].fillna(0)
    found = exchanged(material, contrasts, grid)
    return found.merge(categories, on="measure", how="left").assign(scope=scope)
