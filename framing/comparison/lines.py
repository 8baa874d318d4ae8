"""From a number to its lines: the rows that a query counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.material import Material
from framing.comparison.queries import Part, Query
from framing.comparison.rowindex import RowIndex
from framing.comparison.sourcetable import source_names
from framing.errors import ComparisonError

__all__ = ["lines_of", "monday", "places_of", "query_of"]


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
    return _table_of(material, query).iloc[places_of(material, query)]


def places_of(material: Material, query: Query) -> npt.NDArray[np.int64]:
    """Return where the rows that `query` counts stand in the material's table of them.

    That is the one place where it is decided what a number counts: of tables, sentences, charts
    and pages.
    """
    if query.show == "uses":
        raise ComparisonError("uses of a word are no rows of a table; comparison.lines finds them")
    made = material.beside.indexed
    kind = query.show if query.show in _TABLES else "lines"
    if kind not in made:
        table = _table_of(material, query)
        made[kind] = RowIndex.of(_with_sources(table) if kind == "passages" else table)
    places = made[kind].places(query)
    if query.week is None:
        return places
    weeks = material.articles["date"].map(monday)
    of = _table_of(material, query)["article_id"].iloc[places].map(weeks)
    return places[(of == query.week).to_numpy(dtype=bool, na_value=False)]


def monday(day: object) -> str | None:
    """Return the Monday of a day's week, ISO 8601; None where there is no day.

    Examples
    --------
    >>> monday("2020-01-08T12:00"), monday(None)
    ('2020-01-06', None)
    """
    try:
        found = date.fromisoformat(str(day)[:10])
    except ValueError:
        return None
    return (found - timedelta(days=found.weekday())).isoformat()


_TABLES: Mapping[str, Callable[[Material], pd.DataFrame]] = {
    "lines": lambda material: material.mentions,
    "passages": lambda material: material.attributions,
    "cues": lambda material: material.cues,
    "rates": lambda material: material.categories,
    "articles": lambda material: material.articles.reset_index(),
    "outlets": lambda material: material.articles.reset_index(),
    "coverage": lambda material: material.articles.reset_index(),
}


def _table_of(material: Material, query: Query) -> pd.DataFrame:
    """Return the table that a query counts rows of."""
    return _TABLES.get(query.show, _TABLES["lines"])(material)


def _with_sources(passages: pd.DataFrame) -> pd.DataFrame:
    """Return of reported passages what queries ask for: whose they are, and how reported."""
    names = source_names(passages)
    anonymous = (passages["speaker_kind"] == "anonymous").fillna(False).astype(bool)
    return pd.DataFrame(
        {
            "outlet": passages["outlet"],
            "event": passages["event"],
            "article_id": passages["article_id"],
            "source": names.fillna(""),
            "source_kind": passages["speaker_kind"].fillna("none"),
            "told": (names.notna() | anonymous).astype(bool),
            "doubt": (passages["cue_class"] == "doubt").fillna(False).astype(bool),
        }
    )
