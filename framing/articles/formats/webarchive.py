"""Web archives (.warc, .warc.gz) through warcio: each saved page is read like an .html file."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from typing import Any

from framing.articles.formats.webpage import rows_of_page
from framing.articles.intake import LARGEST_DOCUMENT, Format, Ignored, Intake, Item, register
from framing.articles.rawrecords import Raw
from framing.errors import MissingExtraError

__all__ = ["read_archive"]

_PAGES = ("text/html", "application/xhtml")
_LARGEST_PAGE = LARGEST_DOCUMENT // 5
_LARGEST_HEAD = 1_000_000  # bytes of a record's fields; some hundred are usual


def read_archive(intake: Intake) -> Iterator[Item]:
    """Read the pages of an archive; what is no page is counted, what is damaged skipped."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        yield intake.skip(f"{MissingExtraError.of('exports', 'warcio', 'reading web archives')}")
        return
    number = others = 0
    told = io.StringIO()  # warcio writes what it finds damaged to standard error
    with intake.opened() as stream:
        archive = ArchiveIterator(stream)
        _bound_heads(archive.reader)
        records = iter(archive)
        while True:
            try:
                with contextlib.redirect_stderr(told):
                    record = next(records, None)
            except Exception:  # a damaged archive raises whatever its bytes make warcio do
                yield intake.skip("the archive is damaged or cut off; nothing more of it is read")
                break
            if record is None:
                if not number and not others:
                    yield intake.skip("there is no saved page in the archive")
                break
            if not _is_page(record):
                others += record.rec_type in {"response", "resource"}
                continue
            number += 1
            yield from _page(record, number, intake)
    if told.getvalue():
        yield intake.remark("the archive is damaged in places; pages may be missing or cut")
    if others:
        yield intake.remark(
            f"{others} record(s) that are no HTML pages, or no good answers, left out"
        )


def _bound_heads(reader: Any) -> None:
    """Let warcio take no more than `_LARGEST_HEAD` line by line: it keeps all lines of a head."""
    read, read_line, taken = reader.read, reader.readline, 0

    def line_of_head(length: int | None = None) -> bytes:
        nonlocal taken
        line: bytes = read_line(min(length or _LARGEST_HEAD, _LARGEST_HEAD))
        taken = taken + len(line) if line.rstrip(b"\r\n") else 0  # a blank line ends a head
        if taken >= _LARGEST_HEAD:
            raise ValueError("a head without an end")
        return line

    def body(length: int | None = None) -> bytes:
        nonlocal taken
        taken = 0
        data: bytes = read(length)
        return data

    reader.read, reader.readline = body, line_of_head


def _is_page(record: Any) -> bool:
    if record.rec_type not in {"response", "resource"}:
        return False
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") if headers else None) or (
        record.rec_headers.get_header("Content-Type")
    )
    status = headers.get_statuscode() if headers else "200"
    return str(kind or "").lower().startswith(_PAGES) and str(status) == "200"


def _page(record: Any, number: int, intake: Intake) -> Iterator[Item]:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    try:
        data = record.content_stream().read(_LARGEST_PAGE + 1)
        if len(data) > _LARGEST_PAGE:
            yield intake.skip(f"record {number} ({address:.80}) is too large for a page")
            return
        items = list(rows_of_page(data, intake, address))
    except Exception:
        yield intake.skip(f"record {number} ({address:.80}) can't be read")
        return
    for place, item in enumerate(items):
        if isinstance(item, Raw):
            values = {**item.values, "url": item.values.get("url") or address}
            name = f"{number}" if len(items) == 1 else f"{number}.{place + 1}"
            yield Raw(
                values,
                item.file,
                item.line,
                f"{intake.place}:{name}",
                f"{intake.file}:{name}",
                {},
                item.remarks,
            )
        elif isinstance(item, Ignored):
            yield item
        else:
            yield intake.skip(f"record {number} ({address:.80}): {_words(item)}")


def _words(item: Any) -> str:
    return str(getattr(item, "reason", getattr(item, "text", "")))


register(Format("warc", (".warc",), read_archive))
