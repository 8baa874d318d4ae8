"""From a number to its lines: the rows that a query counts."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from framing.comparison.material import NO_OUTLET, Material
from framing.comparison.queries import Part, Query
from framing.comparison.sourcetable import source_names
from framing.errors import ComparisonError
from framing.values import Scope

__all__ = ["lines_of", "query_of"]

_STRATUM = ["event", "lexicon", "concept"]


def query_of(number: object) -> Query:
    """Return the query of a number: itself, a sentence's part, a table's row or a chart's link."""
    if isinstance(number, Query):
        return number
    if isinstance(number, Part):
        if number.query is None:
            raise ComparisonError(f"these words count nothing: {number.text!r}")
        return number.query
    if isinstance(number, pd.Series):
        number = number.to_dict()
    if isinstance(number, Mapping):
        return Query.of_row(number)
    raise ComparisonError(
        "lines are those of a Query, of a part of a sentence that has one, of a row of one of the "
        f"comparison's tables or of a chart's link; this is {type(number).__name__}"
    )


def lines_of(material: Material, query: Query) -> pd.DataFrame:
    """Return the rows that `query` counts, in reading order.

    Parameters
    ----------
    material : Material
        What is compared.
    query : Query
        What to count.

    Returns
    -------
    DataFrame
        Rows of the mentions; of the cues, the reported passages, the entries of category
        lexicons or the articles where `query.show` names these.
    """
    if query.show == "passages":
        return _passages(material, query)
    if query.show in ("articles", "outlets", "coverage"):
        return _of_side(material.articles.reset_index(), query)
    tables = {"cues": material.cues, "rates": material.categories}
    rows = _of_side(tables.get(query.show, material.mentions), query)
    if query.a is None:
        return _named(rows, query)
    # A variant counts where both sides named its concept, by whatever variant.
    every = _named(rows, query.but(variant=None, wording=None, loaded=None))
    return _named(_contrast(every, query), query)


def _of_side(rows: pd.DataFrame, query: Query) -> pd.DataFrame:
    """Keep the rows of one side, event, article or week."""
    if query.outlet is not None:
        rows = rows.loc[rows["outlet"] == query.outlet]
    if query.event is not None:
        event = rows["event"]
        rows = rows.loc[event.isna() if query.event == "" else event == query.event]
    if query.article is not None:
        rows = rows.loc[rows["article_id"] == query.article]
    return rows


def _named(rows: pd.DataFrame, query: Query) -> pd.DataFrame:
    """Keep the rows of one lexicon, concept, variant, voice, party or kind."""
    columns = {name: name for name in ("lexicon", "concept", "variant", "wording")}
    for name, column in {**columns, "cue": "kind"}.items():
        value = getattr(query, name)
        if value is not None and column in rows.columns:
            rows = rows.loc[(rows[column] == value).fillna(False).astype(bool)]
    if query.scope is not None and "voice" in rows.columns:
        rows = rows.loc[rows["voice"].isin(Scope(query.scope).voices)]
    if query.loaded is not None:
        rows = rows.loc[rows["loaded"].fillna(False).astype(bool) == query.loaded]
    if query.target is not None and "bindings" in rows.columns:
        bound = [
            any(slot.get("target") == query.target for slot in slots) if len(slots) else False
            for slots in rows["bindings"].map(lambda cell: cell if isinstance(cell, list) else [])
        ]
        rows = rows.loc[bound]
    return rows


def _contrast(rows: pd.DataFrame, query: Query) -> pd.DataFrame:
    """Keep namings of both sides where both named the concept, then those of one side."""
    rows = rows.loc[rows["event"].notna() & (rows["outlet"] != NO_OUTLET)]
    first = rows["outlet"] == query.a
    rows = rows.loc[first | (rows["outlet"] == query.b if query.b is not None else ~first)]
    first = (rows["outlet"] == query.a).astype(bool)
    share = first.groupby([rows[name] for name in _STRATUM], sort=False).transform("mean")
    kept = (share > 0) & (share < 1)
    if query.side is not None:
        kept &= first if query.side == "a" else ~first
    return rows.loc[kept]


def _passages(material: Material, query: Query) -> pd.DataFrame:
    """Keep reported passages by side and source."""
    rows = _of_side(material.attributions, query)
    names = source_names(rows)
    anonymous = (rows["speaker_kind"] == "anonymous").fillna(False).astype(bool)
    kept = pd.Series(True, index=rows.index)
    if query.speaker is not None:
        kept &= (names.fillna("") == query.speaker).astype(bool)
    if query.speaker_kind is not None:
        kept &= (rows["speaker_kind"].fillna("none") == query.speaker_kind).astype(bool)
    if query.told:
        kept &= (names.notna() | anonymous).astype(bool)
    if query.doubt:
        kept &= (rows["cue_class"] == "doubt").fillna(False).astype(bool)
    return rows.loc[kept]
