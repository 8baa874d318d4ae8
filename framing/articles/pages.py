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
_OURS = re.compile(r"<meta\s+name=[\"']?generator[\"']?\s+content=[\"']?framing\b", re.IGNORECASE)


def read_page(path: Path, file: str, stem: str, hints: Mapping[str, str]) -> Raw | Skipped | None:
    """Read the article out of a web page; None for a page that framing wrote itself."""
    data = path.read_bytes()
    charset = _CHARSET.search(data, 0, 4096)
    try:
        html, remarks = decode(data, charset.group(1).decode("ascii") if charset else None)
    except NotTextError as error:
        return Skipped(file, None, f"{error}")
    if _OURS.search(html, 0, 20_000):
        return None
    try:
        from trafilatura import bare_extraction
    except ImportError:
        reason = MissingExtraError.of("html", "trafilatura", "reading .html files")
        return Skipped(file, None, str(reason))
    found: Any = bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None or not found.text:
        return Skipped(file, None, "no article text found in this page")
    values = {
        "text": found.text, "title": found.title, "date": found.date, "url": found.url,
        "author": found.author, "outlet": hints.get("outlet") or found.sitename,
    }  # fmt: skip
    return Raw(values, file, None, stem, file, hints, remarks)
