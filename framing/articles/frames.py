"""Dataframes of any library, through narwhals; one row is one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.articles.records import Raw, columns_of, no_text_column
from framing.errors import ArticleError
from framing.values import Skipped

__all__ = ["rows_of_frame"]


def rows_of_frame(frame: Any) -> Iterator[Raw | Skipped]:
    """Read the rows of a dataframe; the row number, from 1, stands for the line."""
    import narwhals as nw

    try:
        table = nw.from_native(frame)
    except TypeError as error:
        raise ArticleError(
            "read_articles takes a path, a list of paths or a dataframe; "
            f"it was given a {type(frame).__name__}"
        ) from error
    if isinstance(table, nw.LazyFrame):
        table = table.collect()
    names = list(table.columns)
    if "text" not in columns_of(names):
        yield Skipped("dataframe", None, no_text_column(names))
        return
    for number, values in enumerate(table.iter_rows(named=True), start=1):
        yield Raw(values, "dataframe", number, f"row-{number}", f"dataframe:{number}")
