"""From a row as read to an `Article`, or to the reason why it is none."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from framing.articles.dates import iso_date
from framing.articles.records import Raw, columns_of
from framing.language.recognition import not_english
from framing.values import Article, Skipped

__all__ = ["build_article", "plain_value"]

_ROW_NAMES = frozenset({"", "Unnamed: 0"})  # what pandas calls a row number it wrote to CSV


def plain_value(value: Any) -> Any:
    """Return a table's cell as a value JSON can hold, dates aside; every kind of missing is None.

    Examples
    --------
    >>> plain_value(float("nan")) is None, plain_value(3.0), plain_value("x")
    (True, 3.0, 'x')
    """
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return None
    if isinstance(value, str | bool | int | date | time):
        return value
    if isinstance(value, float):
        return None if math.isnan(value) else float(value)
    if isinstance(value, Mapping):
        return {str(key): _for_meta(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_for_meta(one) for one in value]
    if callable(getattr(value, "tolist", None)):
        return plain_value(value.tolist())  # a NumPy scalar or array
    return str(value)


def _for_meta(value: Any) -> Any:
    value = plain_value(value)
    return value.isoformat() if isinstance(value, date | time) else value


def build_article(raw: Raw) -> Article | Skipped:
    """Turn one row into an article; an empty or foreign one is skipped with its reason."""
    columns = columns_of(list(raw.values))
    values = {field: plain_value(raw.values[name]) for field, name in columns.items()}
    text = values.pop("text", None)
    if not isinstance(text, str):
        found = "nothing" if text is None else f"a value of type {type(text).__name__}"
        return Skipped(raw.file, raw.line, f"no text: {columns['text']!r} holds {found}")
    if not text.strip():
        return Skipped(raw.file, raw.line, "the text is empty")
    title = _title(values.pop("title", None))
    if _holds_half_characters(text + (title or "")):
        return Skipped(raw.file, raw.line, "the text holds half characters (lone surrogates)")
    reason = not_english(text)
    if reason:
        return Skipped(raw.file, raw.line, reason)
    used = {columns[field] for field in columns}
    meta = {str(k): _for_meta(v) for k, v in raw.values.items() if k not in used}
    for known in ("genre", "agency"):
        if values.get(known) is not None:
            meta[known] = values[known]
    written = values.get("date")
    day = iso_date(written)
    if day is None and written is not None:
        meta["date"] = _for_meta(written)
    return Article(
        id=_words(values.get("id")) or raw.place,
        outlet=_words(values.get("outlet")) or raw.hints.get("outlet"),
        event=_words(values.get("event")) or raw.hints.get("event"),
        date=day,
        title=title,
        url=_words(values.get("url")),
        text=text,
        meta={k: v for k, v in meta.items() if v is not None and k not in _ROW_NAMES},
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


def _title(value: Any) -> str | None:
    """Return a title exactly as given; one without a word is none."""
    if isinstance(value, str):
        return value if value.strip() else None
    return _words(value)


def _holds_half_characters(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
