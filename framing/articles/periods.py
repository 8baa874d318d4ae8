"""What pairs articles: a column of theirs, or the day, month, quarter or year of their dates."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from framing.errors import ComparisonError

if TYPE_CHECKING:
    from framing.values import Article

__all__ = ["are_periods", "made_of_dates", "meant", "need_columns", "paired_by", "period_of"]

_LENGTHS = {"day": 10, "month": 7, "year": 4}
_QUARTER = "quarter"
_PERIOD = re.compile(r"\d{4}(?:Q[1-4]|-\d\d(?:-\d\d)?)?")
_ISO = re.compile(r"\d{4}(?!\d)(?:-\d\d(?!\d)(?:-\d\d(?!\d))?)?")


def period_of(date: str | None, within: str) -> str | None:
    """Return the period that a date lies in, ISO 8601; None where it tells none so short.

    Examples
    --------
    >>> period_of("2020-06-14", "month"), period_of("2020-06-14T08:00", "quarter")
    ('2020-06', '2020Q2')
    >>> [period_of(date, "month") for date in (None, "2020", "14 June 2020")]
    [None, None, None]
    """
    length = _LENGTHS["month" if within == _QUARTER else within]
    iso = None if date is None else _ISO.match(date)
    if iso is None or len(iso[0]) < length:
        return None
    if within == _QUARTER:
        return f"{iso[0][:4]}Q{(int(iso[0][5:7]) + 2) // 3}"
    return iso[0][:length]


def are_periods(names: Iterable[str]) -> bool:
    """Tell whether all names are of periods, so that their order is that of time.

    Examples
    --------
    >>> are_periods(["2020-04", "2019-12"]), are_periods(["2020Q1", "strike"])
    (True, False)
    """
    return all(_PERIOD.fullmatch(name) for name in names)


def made_of_dates(articles: Iterable[Article], within: str) -> bool:
    """Tell whether articles are paired by a period that their dates give, and no column.

    Examples
    --------
    >>> from framing.values import Article
    >>> dated = [Article("a", date="2020-06-14")]
    >>> made_of_dates(dated, "month"), made_of_dates(dated, "event")
    (True, False)
    """
    if within not in _LENGTHS and within != _QUARTER:
        return False
    listed = list(articles)
    return any(a.date for a in listed) and not any(within in a.meta for a in listed)


def paired_by(articles: Iterable[Article], within: str) -> list[str | None]:
    """Return what pairs each article with others: its value in a column, or its date's period.

    Raises
    ------
    ComparisonError
        If `within` is no column of the articles, and no period that their dates give: naming what
        columns there are, or saying that no date was read.

    Examples
    --------
    >>> from framing.values import Article
    >>> dated = [Article("a", date="2020-06-14"), Article("b", "Star", "strike")]
    >>> paired_by(dated, "month"), paired_by(dated, "event")
    (['2020-06', None], [None, 'strike'])
    """
    listed = list(articles)
    if made_of_dates(listed, within):
        return [period_of(article.date, within) for article in listed]
    if (within in _LENGTHS or within == _QUARTER) and not any(within in a.meta for a in listed):
        raise ComparisonError(
            f"no article has a date that could be read, so none has a {within}; write dates as "
            f"2021-05-03 in a column 'date', or give articles a column {within!r}"
        )
    need_columns(listed, within)
    return [article.field(within) for article in listed]


def need_columns(articles: Sequence[Article], *columns: str) -> None:
    """Refuse a column that no article has.

    Raises
    ------
    ComparisonError
        Naming those there are.
    """
    facts = ("outlet", "event", "date", "title", "url")
    for column in columns:
        if articles and column not in facts and not any(column in a.meta for a in articles):
            known = sorted({*facts, *(str(key) for a in articles for key in a.meta)})
            raise ComparisonError(
                f"the articles have no column {column!r}; they have {', '.join(known)}"
                f"{meant(column, known)}"
            )


def meant(name: str, known: Iterable[str]) -> str:
    """Ask whether a name that is not there meant the one most like it; nothing where none is.

    Examples
    --------
    >>> meant("outlte", ["outlet", "event"]), meant("x", ["outlet"])
    (". Did you mean 'outlet'?", '')
    """
    near = difflib.get_close_matches(name, sorted(known), 1)
    return f". Did you mean {near[0]!r}?" if near else ""
