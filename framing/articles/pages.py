"""Saved web pages (.html), their articles taken out by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.articles.decoding import NotTextError, decode
from framing.articles.records import Raw
from framing.errors import MissingExtraError
from framing.values import Skipped

__all__ = ["read_page"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_META = re.compile(r"<meta\s[^<>]{1,300}>", re.IGNORECASE)
_GENERATOR = re.compile(r"\bname\s*=\s*[\"']?generator\b", re.IGNORECASE)
_FRAMING = re.compile(r"\bcontent\s*=\s*[\"']?framing\b", re.IGNORECASE)
_HEAD = 20_000  # characters in which a page says what made it


def _is_ours(html: str) -> bool:
    """Say whether framing wrote this page: a report or a worksheet, no article."""
    return any(
        _GENERATOR.search(tag.group()) and _FRAMING.search(tag.group())
        for tag in _META.finditer(html, 0, _HEAD)
    )


def read_page(path: Path, file: str, stem: str, hints: Mapping[str, str]) -> Raw | Skipped | None:
    """Read the article out of a web page; None for a page that framing wrote itself."""
    data = path.read_bytes()
    charset = _CHARSET.search(data, 0, 4096)
    try:
        html, remarks = decode(data, charset.group(1).decode("ascii") if charset else None)
    except NotTextError as error:
        return Skipped(file, None, f"{error}")
    if _is_ours(html):
        return None
    try:
        from trafilatura import bare_extraction
    except ImportError:
        reason = MissingExtraError.of("html", "trafilatura", "reading .html files")
        return Skipped(file, None, str(reason))
    try:
        found: Any = bare_extraction(html, with_metadata=True, include_comments=False)
    except Exception:  # whatever a hostile page makes the parser raise, the rest is read
        return Skipped(
            file, None, "this page is too damaged to be read; save the article's text as .txt"
        )
    if found is None or not found.text:
        return Skipped(file, None, "no article text found in this page")
    values = {
        "text": found.text, "title": found.title, "date": found.date, "url": found.url,
        "author": found.author, "outlet": hints.get("outlet") or found.sitename,
    }  # fmt: skip
    return Raw(values, file, None, stem, file, hints, remarks)
