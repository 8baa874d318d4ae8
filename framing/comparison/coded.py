"""Shares and differences corrected by coders: what a coded sheet says of a comparison."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pandas as pd

from framing.errors import ComparisonError
from framing.statistics import corrected_difference

if TYPE_CHECKING:
    from framing.comparison.material import Material

__all__ = ["CODED", "CORRECTED", "corrected_table", "matched_namings"]

_PLACE = ["article_id", "field", "start", "end", "lexicon", "concept"]

CODED = (*_PLACE, "coded_own", "probability")
"""The columns a coded sheet needs: the naming's place, what was decided, how likely it was drawn.
"""

CORRECTED = {
    "lexicon": "string", "concept": "string", "measure": "string", "kind": "string",
    "outlet": "string", "outlet_b": "string", "uncorrected": "float64", "value": "float64",
    "low": "float64", "high": "float64", "coded": "Int64", "namings": "Int64", "events": "Int64",
    "note": "string",
}  # fmt: skip


def matched_namings(material: Material) -> pd.DataFrame:
    """Return the namings, of every voice, of events in which two sides or more name the concept.

    Of a concept that is said of many (`referents_of`) they name the same one, by `referent`.
    """
    rows, said_of = material.mentions, material.namings.referent
    rows = rows.assign(referent=0 if said_of is None else said_of.astype("int64"))
    rows = rows.loc[rows["event"].notna() & rows["outlet"].isin(material.named_outlets)]
    if len(rows):
        stratum = ["event", "lexicon", "concept", "referent"]
        rows = rows.loc[rows.groupby(stratum, observed=True)["outlet"].transform("nunique") > 1]
    return material.completed("mentions", rows)


def corrected_table(material: Material, coded: pd.DataFrame) -> pd.DataFrame:
    """Correct loaded shares and leans by side, and their differences, from coded namings.

    Parameters
    ----------
    material : Material
    coded : DataFrame
        One row per naming that somebody coded: `article_id, field, start, end, lexicon, concept`,
        `coded_own` (1 own words, 0 not, or no naming; a mean over coders) and `probability`.

    Returns
    -------
    DataFrame
        Two rows of `kind` ``side`` and one ``pair`` a concept, measure (``loaded share``,
        ``lean``) and pair of sides: `uncorrected` (the tool alone), `value` with `low, high`
        (95%), `coded` of `namings`, `events`; `note` says why there is no estimate.
    """
    joined = _joined(matched_namings(material), coded)
    if material.stories is not None:
        of = dict(zip(material.events, material.stories, strict=True))
        joined = joined.assign(story=joined["event"].map(of))
    found: list[dict[str, Any]] = []
    for (lexicon, concept), rows in joined.groupby(["lexicon", "concept"], sort=True):
        sides = sorted(rows["side"].unique())
        for pair in combinations(sides, 2):
            for measure, column in (("loaded share", "loaded"), ("lean", "direction")):
                values = _values(rows.loc[rows["side"].isin(pair)], column)
                if len(values):
                    about = {"lexicon": lexicon, "concept": concept, "measure": measure}
                    found += [about | row for row in _estimated(values, pair)]
    return pd.DataFrame(found, columns=list(CORRECTED)).astype(CORRECTED)


def _joined(namings: pd.DataFrame, coded: pd.DataFrame) -> pd.DataFrame:
    """Put what was coded beside the namings; refuse what is none of them."""
    missing = [name for name in CODED if name not in coded.columns]
    if missing:
        raise ComparisonError(
            f"the coded sheet has no column {missing[0]!r}; it needs {', '.join(CODED)} "
            "(framing.validate.coded_sheet makes it from key and codes)"
        )
    key = {name: "int64" if name in ("start", "end") else "object" for name in _PLACE}
    known = coded.loc[coded["coded_own"].notna(), list(CODED)].astype(key)
    twice = known.duplicated(_PLACE)
    if twice.any():
        row = known.loc[twice].iloc[0]
        raise ComparisonError(
            f"{row['article_id']}, {row['start']}–{row['end']} is coded twice; give one row each"
        )
    joined = namings.assign(own=(namings["voice"] == "own").astype(float), side=namings["outlet"])
    joined = joined.astype(key).merge(known, on=_PLACE, how="left")
    if not joined["coded_own"].notna().any():
        raise ComparisonError(
            f"none of {len(known)} coded namings is a naming of a matched event of this "
            "comparison; draw the sheet from it: draw_sheet(comparison)"
        )
    return joined


def _values(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """Give the namings the value asked about; those without one are left out."""
    if column not in rows:
        return rows.iloc[:0]
    value = pd.to_numeric(rows[column].astype("Float64"), errors="coerce")
    return rows.assign(value=value).loc[value.notna()]


def _estimated(rows: pd.DataFrame, pair: tuple[str, str]) -> list[dict[str, Any]]:
    """Return both sides' rows and their difference's, or one that says why there are none."""
    try:
        found = corrected_difference(rows)
    except ComparisonError as error:
        return [{"kind": "pair", "outlet": pair[0], "outlet_b": pair[1], "note": str(error)}]
    sides = (("side", pair[0], None), ("side", pair[1], None), ("pair", *pair))
    return [
        {
            "kind": kind, "outlet": outlet, "outlet_b": other, "uncorrected": row.uncorrected,
            "value": row.value, "low": row.low, "high": row.high, "coded": found.coded,
            "namings": found.namings, "events": found.events, "note": "",
        }
        for (kind, outlet, other), row in zip(
            sides, (found.first, found.second, found.difference), strict=True
        )
    ]  # fmt: skip
