"""From a row as read to an `Article`, or to the reason why it is none."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from framing.articles.dates import iso_date
from framing.articles.language import not_english
from framing.articles.records import Raw, columns_of
from framing.values import Article, Skipped

__all__ = ["build_article", "plain_value"]


def plain_value(value: Any) -> Any:
    """Return a table's cell as a plain Python value; every kind of missing is None.

    Examples
    --------
    >>> plain_value(float("nan")) is None, plain_value(3.0)
    (True, 3.0)
    """
    if value is None or isinstance(value, str | bool | int | dict | list | date):
        return None if type(value).__name__ == "NaTType" else value
    if type(value).__name__ in {"NAType", "NaTType"}:
        return None
    if isinstance(value, float):
        return None if math.isnan(value) else float(value)
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        return plain_value(value.item())  # a NumPy scalar
    return value


def build_article(raw: Raw) -> Article | Skipped:
    """Turn one row into an article; an empty or foreign one is skipped with its reason."""
    columns = columns_of(list(raw.values))
    values = {field: plain_value(raw.values[name]) for field, name in columns.items()}
    text = values.pop("text", None)
    if not isinstance(text, str):
        found = "nothing" if text is None else f"a {type(text).__name__}"
        return Skipped(raw.file, raw.line, f"no text: the text column holds {found}")
    if not text.strip():
        return Skipped(raw.file, raw.line, "the text is empty")
    title = _words(values.pop("title", None))
    if _holds_half_characters(text + (title or "")):
        return Skipped(raw.file, raw.line, "the text holds half characters (lone surrogates)")
    reason = not_english(text)
    if reason:
        return Skipped(raw.file, raw.line, reason)
    used = {columns[field] for field in columns}
    meta = {str(k): plain_value(v) for k, v in raw.values.items() if k not in used}
    for known in ("genre", "agency"):
        if values.get(known) is not None:
            meta[known] = values[known]
    written = values.get("date")
    day = iso_date(written)
    if day is None and written is not None:
        meta["date"] = written.isoformat() if isinstance(written, datetime) else written
    return Article(
        id=_words(values.get("id")) or raw.place,
        outlet=_words(values.get("outlet")) or raw.hints.get("outlet"),
        event=_words(values.get("event")) or raw.hints.get("event"),
        date=day,
        title=title,
        url=_words(values.get("url")),
        text=text,
        meta={k: v for k, v in meta.items() if v is not None},
    )


def _words(value: Any) -> str | None:
    """Return a short field as a string; 12.0 beside missing values was once 12."""
    if isinstance(value, Mapping):
        value = value.get("name")  # a news API's {"id": …, "name": …}
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if value is None or isinstance(value, dict | list):
        return None
    return str(value).strip() or None


def _holds_half_characters(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
