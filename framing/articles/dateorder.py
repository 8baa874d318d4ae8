"""Which comes first in a table's dates of figures, the day or the month: the whole column tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from framing.articles.dates import figures_of, iso_date
from framing.articles.rawrecords import Raw, columns_of
from framing.values import Article

__all__ = ["OrderRead", "in_shown_order"]

_READ_BY_ONE = 10  # dates that may be two, read by each that shows the order at most

Column = tuple[str, str, str]
"""A file, the name of a column in it, and what parts the figures of its dates."""


class OrderRead(NamedTuple):
    """Dates of one column that were read by the order of its others.

    `first` is ``day`` or ``month``; `read` and `shown` are how many were read so and how many show
    it, each with an example; `row` is where the first that was read stands.
    """

    first: str
    read: int
    shown: int
    examples: tuple[str, str]
    row: Raw


def in_shown_order(
    articles: Sequence[tuple[Article, Raw]], unread: Sequence[tuple[str, Raw]]
) -> tuple[dict[str, Article], list[OrderRead]]:
    """Read the dates that may be two by the order that their column shows.

    In ``03/05/2021`` the day or the month may come first; ``13/05/2021`` in the same column shows
    that the day does. Where its dates show both orders, or none, they stay unread, and where those
    that show it are fewer than a tenth of those that would be read by it: of real days six in ten
    show it, so that a single one among many is rather a slip.

    Parameters
    ----------
    articles
        All articles, each with the row it came from.
    unread
        The dates that were not read, with their rows.

    Returns
    -------
    tuple
        The articles with their days, by the place of their row; and what was read, a column each.
    """
    waiting: dict[Column, list[Raw]] = {}
    for _, raw in unread:
        column = _column(raw)
        if column is not None and (figures_of(_written(raw)) or ("", ""))[1] == "":
            waiting.setdefault(column, []).append(raw)
    if not waiting:
        return {}, []
    shown: dict[Column, Counter[str]] = {}
    examples: dict[tuple[Column, str], str] = {}
    for _, raw in articles:
        column = _column(raw)
        if column in waiting:
            written = _written(raw)
            first = (figures_of(written) or ("", ""))[1]
            if first and iso_date(written):
                shown.setdefault(column, Counter())[first] += 1
                examples.setdefault((column, first), written)
    orders = {column: next(iter(counts)) for column, counts in shown.items() if len(counts) == 1}
    days: dict[str, str] = {}
    told = []
    for column, first in orders.items():
        rows = [raw for raw in waiting[column] if iso_date(_written(raw), first=first)]
        if rows and shown[column][first] * _READ_BY_ONE >= len(rows):
            both = _written(rows[0]), examples[column, first]
            days |= {raw.longer: str(iso_date(_written(raw), first=first)) for raw in rows}
            told.append(OrderRead(first, len(rows), shown[column][first], both, rows[0]))
    dated = {
        raw.longer: _dated(article, days[raw.longer])
        for article, raw in articles
        if raw.longer in days
    }
    return dated, told


def _dated(article: Article, day: str) -> Article:
    meta: Mapping[str, object] = {
        name: value for name, value in article.meta.items() if name != "date"
    }
    return replace(article, date=day, meta=meta)


def _written(raw: Raw) -> str:
    """Return a row's date as written; nothing where it is no string."""
    name = columns_of(list(raw.values)).get("date")
    value = None if name is None else raw.values[name]
    return value if isinstance(value, str) else ""


def _column(raw: Raw) -> Column | None:
    """Return the column of a row's date of figures; None for other dates and for single files."""
    found = figures_of(_written(raw))
    if found is None or raw.longer == raw.file:
        return None
    return raw.file, columns_of(list(raw.values))["date"], found[0]
