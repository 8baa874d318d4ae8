"""From a row as read to an `Article`, or to the reason why it is none.

What a row does not say is read off the text where its layout tells: the agency that signs it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, NamedTuple

from framing.articles.dates import iso_date
from framing.articles.intake import LARGEST_CELL
from framing.articles.notices import why_no_article
from framing.articles.rawrecords import Raw, columns_of
from framing.language.recognition import not_english, said_foreign
from framing.values import Article, Skipped

__all__ = ["Built", "agency_of", "build_article", "plain_value"]

_ROW_NAMES = frozenset({"", "Unnamed: 0"})  # what pandas calls a row number it wrote to CSV
_DEEPEST = 20  # lists and objects in each other, in a column kept as it is
_HOST = re.compile(
    r"(?:https?://)?(?:www\d?\.)?((?:[a-z0-9-]+\.)+[a-z]{2,24})(?::\d+)?(?:[/?#]\S*)?", re.I
)
# How an agency signs → its name. Short forms count only where an agency signs: in a dateline's
# brackets, or behind a copyright sign.
_AGENCIES = {
    "AP": "AP", "A.P.": "AP", "Associated Press": "AP", "The Associated Press": "AP",
    "Reuters": "Reuters", "Thomson Reuters": "Reuters", "REUTERS": "Reuters",
    "AFP": "AFP", "Agence France-Presse": "AFP", "Agence France Presse": "AFP",
    "UPI": "UPI", "United Press International": "UPI", "dpa": "dpa", "DPA": "dpa",
    "Deutsche Presse-Agentur": "dpa", "Xinhua": "Xinhua", "TASS": "TASS", "ANSA": "ANSA",
    "EFE": "EFE", "PTI": "PTI", "Press Trust of India": "PTI", "ANI": "ANI", "IANS": "IANS",
    "AAP": "AAP", "Australian Associated Press": "AAP", "Kyodo": "Kyodo", "Kyodo News": "Kyodo",
    "Anadolu Agency": "Anadolu", "PA": "PA", "PA Media": "PA", "Press Association": "PA",
    "Canadian Press": "Canadian Press", "The Canadian Press": "Canadian Press",
    "Yonhap": "Yonhap", "Interfax": "Interfax", "Bloomberg": "Bloomberg", "IRNA": "IRNA",
    "SANA": "SANA", "WAFA": "WAFA", "CNS": "CNS", "TNS": "TNS",
    "Tribune News Service": "TNS",
}  # fmt: skip
_SIGNATURES = "|".join(re.escape(name) for name in sorted(_AGENCIES, key=len, reverse=True))
_OPENING = 700  # characters: headline, by-line and dateline
_CLOSING = 400
_DATELINE = re.compile(rf"\(({_SIGNATURES})\)\s{{0,2}}(?:[—–-]|--|:)")
_SIGNED = re.compile(
    rf"(?:©|\([Cc]\)|[Cc]opyright)[ \t]*(?:\(c\)[ \t]*|©[ \t]*)?(?:(?:19|20)\d\d[ \t,]*)?"
    rf"(?:[Bb]y[ \t]+)?({_SIGNATURES})\b"
)
_SIGNS = ("©", "opyright", "(c)", "(C)")


_BYTES = bytes | bytearray | memoryview


class Built(NamedTuple):
    """An article, what is to be remarked about it, and a date that could not be read."""

    article: Article
    remarks: tuple[str, ...] = ()
    unread_date: str | None = None


class TooDeepError(ValueError):
    """A value nests lists and objects in each other without need."""


def plain_value(value: Any, depth: int = 0) -> Any:
    """Return a table's cell as a value JSON can hold, dates aside; every kind of missing is None.

    Examples
    --------
    >>> plain_value(float("nan")) is None, plain_value(3.0), plain_value("x"), plain_value(b"x")
    (True, 3.0, 'x', 'x')
    """
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return None
    if isinstance(value, str | bool | int | date | time):
        return value
    if isinstance(value, _BYTES):  # a column written without saying that it holds text
        return bytes(value).decode("utf-8", "surrogateescape")
    if isinstance(value, float):
        return None if math.isnan(value) else float(value)
    if depth > _DEEPEST:
        raise TooDeepError
    if isinstance(value, Mapping):
        return {str(key): _for_meta(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_for_meta(item, depth + 1) for item in value]
    if callable(getattr(value, "tolist", None)):
        return plain_value(value.tolist(), depth + 1)  # a NumPy scalar or array
    return str(value)


def _for_meta(value: Any, depth: int = 0) -> Any:
    value = plain_value(value, depth)
    if isinstance(value, str):
        return value if _is_whole(value) else value.encode(errors="replace").decode()
    return value.isoformat() if isinstance(value, date | time) else value


def build_article(raw: Raw) -> Built | Skipped:
    """Turn one row into an article; an empty or foreign one is skipped with its reason."""
    columns = columns_of(list(raw.values))
    values = {
        field: plain_value(raw.values[name]) for field, name in columns.items() if field != "date"
    }
    text = _text(values.pop("text", None), raw.values[columns["text"]])
    given = {"title": values.pop("title", None)}
    title = _title(given["title"])
    given |= {field: values.get(field) for field in ("id", "outlet", "event", "url")}
    names = {field: _words(given[field]) for field in ("id", "outlet", "event", "url")}
    language = raw.values.get("language") or raw.values.get("lang")
    reason = _why_not(text, columns["text"], {"title": title, **names}) or said_foreign(language)
    if reason:
        return Skipped(raw.file, raw.line, reason)
    meta, remarks = _meta(raw, columns, values)
    remarks += tuple(_unused(given, {"title": title, **names}))
    day, unread = _date(raw.values[columns["date"]] if "date" in columns else None, meta)
    if "agency" not in meta:
        agency = agency_of(text)
        if agency:
            meta["agency"] = agency
    article = Article(
        id=names["id"] or raw.place,
        outlet=_outlet(names["outlet"]) or raw.hints.get("outlet"),
        event=names["event"] or raw.hints.get("event"),
        date=day,
        title=title,
        url=names["url"],
        text=text,
        meta=meta,
    )
    return Built(article, remarks, unread)


def _text(found: Any, given: Any) -> Any:
    """Return the text; what only looks like one when it is printed stays what it is."""
    return given if isinstance(found, str) and not isinstance(given, str | _BYTES) else found


def _why_not(text: Any, column: str, names: Mapping[str, str | None]) -> str | None:
    """Say why a row is no article, or return None."""
    if not isinstance(text, str):
        found = "nothing" if text is None else f"a value of type {type(text).__name__}"
        return f"no text: {column!r} holds {found}"
    if not text.strip():
        return "the text is empty"
    if len(text) > LARGEST_CELL:
        return f"a text of {len(text):,} characters; framing reads up to {LARGEST_CELL:,}"
    for field, value in (("text", text), *names.items()):
        if value is not None and not _is_whole(value):
            return (
                f"the {field} holds half characters (lone surrogates), or bytes that are no UTF-8"
            )
    return why_no_article(text) or not_english(text)


def _unused(given: Mapping[str, Any], taken: Mapping[str, str | None]) -> Iterator[str]:
    """Say which fields hold lists or objects in which no words can be found."""
    for field, value in given.items():
        if isinstance(value, Mapping | list) and value and taken[field] is None:
            kind = "a list" if isinstance(value, list) else "an object"
            yield f"the {field} holds {kind} and is left out: write it as words"


def _is_whole(text: str) -> bool:
    """Say whether a text can be written: half a character (a lone surrogate) can't be."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _meta(
    raw: Raw, columns: Mapping[str, str], values: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what no field of an article holds, and remarks on what had to be changed in it."""
    remarks = list(raw.remarks)
    used = set(columns.values())
    meta: dict[str, Any] = {}
    for name, value in raw.values.items():
        if name in used or value is None or name in _ROW_NAMES:
            continue
        key = str(name)
        try:
            kept = _for_meta(value)
        except (TooDeepError, RecursionError):
            remarks.append(f"column {key[:40]!r} nests more than {_DEEPEST} deep and is left out")
            continue
        if kept is not None:
            if not _is_whole(key):
                key = key.encode(errors="replace").decode()
            if isinstance(value, str) and kept is not value:
                remarks.append(f"column {key[:40]!r} held half characters, now question marks")
            meta[key] = kept
    for known in ("genre", "agency"):
        if values.get(known) is not None:
            meta[known] = values[known]
    return meta, tuple(remarks)


def _date(written: Any, meta: dict[str, Any]) -> tuple[str | None, str | None]:
    """Return the day, or keep what could not be read in `meta` and return it as unread."""
    try:
        written = plain_value(written)
    except TooDeepError:
        return None, "a nested value"
    if written is None or written == "":
        return None, None
    day = iso_date(written)
    if day is not None:
        return day, None
    meta["date"] = _for_meta(written)
    return None, str(meta["date"])[:60]


def _outlet(name: str | None) -> str | None:
    """Name an outlet given as an address by its host: https://www.x.example/ is x.example."""
    found = _HOST.fullmatch(name) if name and "." in name else None
    return found.group(1).lower() if found else name


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


def agency_of(text: str) -> str | None:
    """Return the name of the agency that signs a text, or None.

    Examples
    --------
    >>> agency_of("KABUL (Reuters) - The troops left on Monday.")
    'Reuters'
    >>> agency_of("The troops left. © 2021 The Associated Press. All rights reserved.")
    'AP'
    >>> agency_of("The company (AP) denied it.") is None
    True
    """
    if "(" in text:
        found = _DATELINE.search(text, 0, _OPENING)
        if found:
            return _AGENCIES[found.group(1)]
    for part in (text[:_OPENING], text[-_CLOSING:]):
        if any(sign in part for sign in _SIGNS):
            found = _SIGNED.search(part)
            if found:
                return _AGENCIES[found.group(1)]
    return None
