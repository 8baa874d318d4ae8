"""PDF files with text, through pypdf: the worst source there is, and marked so.

A PDF keeps letters at places on a page. Lines are joined to paragraphs and words parted at a
line's end are put together here; headers, columns and captions may still run into the text.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from framing.articles.formats import bundle_of, rows_of_bundle
from framing.articles.intake import Format, Intake, Item, register
from framing.articles.rawrecords import Raw
from framing.errors import MissingExtraError

__all__ = ["mended", "read_pdf"]

_MOST_PAGES = 3_000
_END = b"%%EOF"
_REMARK = (
    "read from a PDF, the worst source: lines were joined and parted words put together; compare "
    "with the page, or take the database's .docx, .txt or .html"
)
_PARTED = re.compile(r"(?<=[a-z])[-\u2010\u00ad]\n(?=[a-z])")
_KEPT = re.compile(r"(?<=\w)[-\u2010]\n(?=\w)")  # "US-\nled": the hyphen is the word's own
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_STOPS = (".", "!", "?", "”", '"', ":", "’")


def read_pdf(intake: Intake) -> Iterator[Item]:
    """Read the text of a PDF's pages."""
    try:
        import pypdf
    except ImportError:
        yield intake.skip(f"{MissingExtraError.of('exports', 'pypdf', 'reading .pdf files')}")
        return
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # or it prints each small fault
    data = intake.read()
    end = data.rfind(_END)
    try:
        # Behind its end mark a file may hold anything; pypdf looks for the mark line by line.
        document = pypdf.PdfReader(io.BytesIO(data[: end + len(_END)] if end >= 0 else b""))
        if document.is_encrypted and not document.decrypt(""):
            yield intake.skip("the PDF is locked with a password")
            return
        pages = [page.extract_text() for page in document.pages[:_MOST_PAGES]]
        count = len(document.pages)
    except Exception:  # a damaged PDF raises whatever its bytes make pypdf do
        yield intake.skip("not a readable PDF; it is cut off, damaged or locked")
        return
    if count > _MOST_PAGES:
        yield intake.remark(f"{count - _MOST_PAGES} pages after page {_MOST_PAGES} are not read")
    if not any(page.strip() for page in pages):
        yield intake.skip("the PDF holds pictures of pages and no text; run text recognition first")
        return
    written = "\n".join(_without_running_heads(pages))
    marked = intake.with_remarks((_REMARK,))
    bundle = bundle_of(written)
    if bundle is None:
        yield marked.raw({"text": mended(written)})
        return
    for item in rows_of_bundle(bundle, written, marked):
        if isinstance(item, Raw):
            values = {**item.values, "text": mended(str(item.values["text"]))}
            item = Raw(
                values, item.file, item.line, item.place, item.longer, item.hints, item.remarks
            )
        yield item


def _without_running_heads(pages: Sequence[str]) -> list[str]:
    """Take away page numbers and the lines that open or close most pages."""
    edges = Counter(
        line.strip()
        for page in pages
        for line in {*page.strip().split("\n")[:1], *page.strip().split("\n")[-1:]}
    )
    often = {line for line, count in edges.items() if count >= 3 and count * 2 > len(pages)}
    kept = []
    for page in pages:
        lines = page.strip().split("\n")
        while lines and (lines[0].strip() in often or _PAGE_NUMBER.fullmatch(lines[0].strip())):
            lines.pop(0)
        while lines and (lines[-1].strip() in often or _PAGE_NUMBER.fullmatch(lines[-1].strip())):
            lines.pop()
        kept.append("\n".join(lines))
    return kept


def mended(text: str) -> str:
    r"""Join lines that go on to paragraphs, and words parted at a line's end.

    A paragraph ends where a line stops short of the others behind a full stop, or at an empty
    line.

    Examples
    --------
    >>> mended("The occupa-\ntion forces left the town on Mon-\nday.\nA US-\nled force stayed.")
    'The occupation forces left the town on Monday.\nA US-led force stayed.'
    """
    lines = [line.strip() for line in text.split("\n")]
    widest = sorted(len(line) for line in lines if line)
    usual = widest[len(widest) * 3 // 4] if widest else 0
    pieces: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        pieces.append(line)
        short = line.endswith(_STOPS) and len(line) < 0.85 * usual
        few = line.endswith(_STOPS) and following[:1].isupper() and len(lines) < 8
        pieces.append("\n\f" if not line or not following or short or few else "\n")
    joined = _KEPT.sub("-", _PARTED.sub("", "".join(pieces)))
    paragraphs = [" ".join(part.split()) for part in joined.split("\n\f")]
    return "\n".join(part for part in paragraphs if part)


register(Format("pdf", (".pdf",), read_pdf, one=True))
