"""Dataframes of any library, through narwhals; one row is one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from framing.articles.rawrecords import Raw, columns_of, no_text_column
from framing.errors import ArticleError
from framing.values import Skipped

__all__ = ["rows_of_frame"]


def rows_of_frame(frame: Any) -> Iterator[Raw | Skipped]:
    """Read the rows of a dataframe; the row number, from 1, stands for the line."""
    import narwhals as nw

    try:
        table = nw.from_native(_with_index(frame))
        if isinstance(table, nw.LazyFrame):
            table = table.collect()
        names = [str(name) for name in table.columns]
    except (TypeError, ValueError, nw.exceptions.NarwhalsError) as error:
        reason = _reason(frame)
        raise ArticleError(
            "read_articles takes a path, a list of paths or a dataframe, not this "
            f"{type(frame).__name__}: {reason}"
        ) from error
    if "text" not in columns_of(names):
        yield Skipped("the dataframe", None, no_text_column(names))
        return
    for number, row in enumerate(table.iter_rows(), start=1):
        values = dict(zip(names, row, strict=True))
        yield Raw(values, "the dataframe", number, f"row-{number}", f"dataframe:{number}")


def _with_index(frame: Any) -> Any:
    """Take the named levels of a pandas index in as columns: often they are the id, the event."""
    index = getattr(frame, "index", None)
    if index is None or not hasattr(frame, "reset_index") or not hasattr(index, "names"):
        return frame
    known = set(map(str, frame.columns))
    levels = [
        level
        for level, name in enumerate(index.names)
        if name is not None and str(name) not in known
    ]
    return frame.reset_index(level=levels) if levels else frame


def _reason(frame: Any) -> str:
    """Say why something can't be read as a dataframe."""
    names = [str(name) for name in getattr(frame, "columns", ())]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        return f"more than one column is called {twice[0]!r}; rename or drop the others"
    return "give a pandas, polars or Arrow table, or what narwhals can read as one"
