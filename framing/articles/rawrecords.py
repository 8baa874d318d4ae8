"""Rows as they were read, before they are articles; and the column names they may go by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

__all__ = [
    "ALIASES",
    "SAVE_PAGES",
    "TITLE_CELLS",
    "Raw",
    "columns_of",
    "folded_name",
    "no_text_column",
    "title_rows",
    "titles_left_out",
    "unique_names",
]

# What to do with addresses of articles that are not at hand.
SAVE_PAGES = (
    "framing fetches nothing: save the pages first (in a browser, or a LIST of addresses with "
    "`wget -i LIST`) and give the folder"
)
ALIASES: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "maintext", "content", "body", "article_text", "articletext", "full_text",
        "fulltext", "main_text", "body_text", "article", "article_body", "articlebody",
        "story_text", "bodytext", "plain_text",
    ),
    "outlet": (
        "outlet", "source", "outlet_name", "source_domain", "source_name", "publisher",
        "publication", "newspaper", "media_name", "site_name", "sitename", "domain",
        "sourcecommonname", "media_url", "hostname", "publication_name", "publication_title",
        "pubtitle", "newspaper_name", "outlet_title",
    ),
    "date": (
        "date", "date_publish", "datetime", "date_published", "publish_date", "published",
        "published_at", "publishedat", "publication_date", "pubdate", "pub_date", "seendate",
        "webpublicationdate", "sqldate", "date_added", "dateadded",
    ),
    "event": ("event", "event_id", "story", "event_name", "story_id"),
    "title": ("title", "headline", "webtitle", "article_title", "head_line", "article_headline"),
    "url": ("url", "link", "web_url", "weburl", "article_url", "documentidentifier", "sourceurl"),
    "id": ("id", "article_id", "articleid", "doc_id", "docid", "uuid", "stories_id"),
    "genre": ("genre",),
    "agency": ("agency", "news_agency"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Raw:
    """One would-be article: its values by column as read, and where it stood.

    `place` is the id that path and row give, `longer` the one used where `place` is taken;
    `hints` are what the folder says (event, outlet), used where the row itself says nothing.
    """

    values: Mapping[str, object]
    file: str
    line: int | None
    place: str
    longer: str
    hints: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def folded_name(column: object) -> str:
    """Fold a column's name for comparison: case, spaces, hyphens and a stray BOM are nothing.

    Examples
    --------
    >>> folded_name(" Source Domain ")
    'source_domain'
    """
    return re.sub(r"[\s.-]+", "_", str(column).strip("\ufeff \t\r\n").lower())


def columns_of(names: Sequence[str]) -> dict[str, str]:
    """Say which column holds which field: field → the column's name as given.

    The field's own name wins over its aliases, and these in the order of `ALIASES`; a second
    column for the same field is left to be kept in ``Article.meta``.

    Examples
    --------
    >>> columns_of(["Headline", "maintext", "SOURCE", "words"])
    {'text': 'maintext', 'outlet': 'SOURCE', 'title': 'Headline'}
    """
    return dict(_columns_of(tuple(names)))


@lru_cache(maxsize=256)
def _columns_of(names: tuple[str, ...]) -> dict[str, str]:
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(folded_name(name), name)
    found: dict[str, str] = {}
    for field_name, aliases in ALIASES.items():
        for alias in aliases:
            if alias in folded:
                found[field_name] = folded[alias]
                break
    return found


_MOST_TITLES = 20  # rows above the names of the columns
TITLE_CELLS = 2  # filled ones: "Source:" and what it is


def title_rows(rows: Sequence[Sequence[object]]) -> int:
    """Say how many of a table's first rows are its title: those above the names of its columns.

    Those are taken to be named in the first row that names the text, where each row above it has
    a cell or two, and fewer than there are columns. 0 where no row names the text.

    Examples
    --------
    >>> title_rows([["Our articles, May", ""], ["", ""], ["outlet", "text"], ["A", "Buses ran."]])
    2
    """
    most = 0
    for above, row in enumerate(rows[: _MOST_TITLES + 1]):
        filled = sum(cell not in (None, "") for cell in row)
        if "text" in columns_of(["" if cell is None else str(cell) for cell in row]):
            return above if most < filled or not above else 0
        most = max(most, filled)
        if most > TITLE_CELLS:
            break
    return 0


def titles_left_out(count: int, first: object) -> str:
    """Word the remark on `count` rows that stand above the names of a table's columns."""
    stand = "row stands" if count == 1 else "rows stand"
    return f"{count} {stand} above the names of the columns: {_shortened(str(first))!r}"


def no_text_column(names: Sequence[str], called: str = "column") -> str:
    """Word the reason for a table in which no column is known to hold the text.

    `called` is what such a table calls them: a column, a key.
    """
    listed = ", ".join(_shortened(str(name)) for name in names[:12]) or "none"
    more = f" and {len(names) - 12} more" if len(names) > 12 else ""
    if "url" in columns_of(list(names)):
        return (
            f"no text {called}, only addresses of articles; {called}s found: {listed}{more}; "
            f"{SAVE_PAGES}, or add their texts as a {called} 'text'"
        )
    return (
        f"no text {called}; {called}s found: {listed}{more}; rename the one that holds the "
        "articles to 'text' (maintext, content and body are known too)"
    )


def _shortened(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"


def unique_names(names: Sequence[str]) -> tuple[list[str], str | None]:
    """Give each column a name of its own, and say which name stood over more than one.

    Examples
    --------
    >>> unique_names(["text", "outlet", "outlet"])[0]
    ['text', 'outlet', 'outlet (2)']
    """
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    twice = [name for name, count in seen.items() if count > 1 and name.strip()]
    if not twice:
        return unique, None
    listed = ", ".join(repr(_shortened(name)) for name in twice[:3])
    return unique, (
        f"several columns have one name ({listed}): the first is read, the others are kept in "
        "meta with a number behind their name"
    )
