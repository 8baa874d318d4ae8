"""Documents of word processors: .docx (python-docx), .rtf (striprtf) and .odt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from typing import Any

from framing.articles.formats import format_of
from framing.articles.formats.plain import rows_of_text
from framing.articles.hidden import HiddenRuns, mark_hidden_spans, without_hidden
from framing.articles.intake import Format, Intake, Item, TooLargeError, register
from framing.articles.unpacking import DAMAGED, opened_zip
from framing.errors import MissingExtraError

__all__ = ["read_doc", "read_docx", "read_odt", "read_rtf"]

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ANNOTATION = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_BLANKS = {f"{_OFFICE}tab": "\t", f"{_OFFICE}line-break": "\n"}
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = f"{_WORD}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # said again
_ASIDE = frozenset({f"{_WORD}del", f"{_WORD}moveFrom", _BOX})
_RTF_HEX = re.compile(r"\\bin\s*\d+")
_NO_DOCUMENT = "not a readable {} document; it is cut off, damaged or of another kind"


def read_docx(intake: Intake) -> Iterator[Item]:
    """Read the paragraphs of a Word document, those in tables too, in their order."""
    try:
        import docx
    except ImportError:
        yield intake.skip(
            f"{MissingExtraError.of('exports', 'python-docx', 'reading .docx files')}"
        )
        return
    with intake.seekable() as stream:
        try:
            opened_zip(stream)
            stream.seek(0)
            document = docx.Document(stream)
            hidden = HiddenRuns(document)
            blocks = document.iter_inner_content()
            lines = [line for block in blocks for line in _lines_of(block, hidden)]
        except TooLargeError:
            raise
        except (*DAMAGED, KeyError, ValueError, SyntaxError, AttributeError):
            yield intake.skip(_NO_DOCUMENT.format("Word"))
            return
    yield from _rows("\n".join(lines), intake)


def _lines_of(block: Any, hidden: HiddenRuns) -> Iterator[str]:
    if hasattr(block, "rows"):
        for row in block.rows:
            cells: list[str] = []
            for cell in row.cells:
                parts = [text for each in cell.paragraphs for text in _texts(each._p, hidden)]
                written = " ".join(" ".join(parts).split())
                if written and (not cells or cells[-1] != written):  # a merged cell comes twice
                    cells.append(written)
            yield "\t".join(cells)
    else:
        yield from _texts(block._p, hidden)


def _texts(paragraph: Any, hidden: HiddenRuns) -> Iterator[str]:
    """Yield a paragraph's text, then those of the boxes that are fixed in it, each once."""
    yield _written(paragraph, hidden)
    for box in paragraph.iter(_BOX):
        if not any(element.tag in (_FALLBACK, _BOX) for element in box.iterancestors()):
            yield from (_written(each, hidden) for each in box.iter(f"{_WORD}p"))


def _written(paragraph: Any, hidden: HiddenRuns) -> str:
    """Return a paragraph's text: what was inserted is in it, what was deleted or hidden is not."""
    return "".join(
        run.text
        for run in paragraph.iter(f"{_WORD}r")  # its .text leaves insertions out
        if not any(element.tag in _ASIDE for element in _between(run, paragraph))
        and not hidden(run, paragraph)
    )


def _between(run: Any, paragraph: Any) -> Iterator[Any]:
    return takewhile(lambda element: element is not paragraph, run.iterancestors())


def read_rtf(intake: Intake) -> Iterator[Item]:
    """Read the text of a rich text document."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        yield intake.skip(f"{MissingExtraError.of('exports', 'striprtf', 'reading .rtf files')}")
        return
    data = intake.read()
    if not data.lstrip().startswith(b"{\\rtf"):
        other = format_of(".docx" if data.startswith(b"PK") else ".txt")
        if other is not None and not data.startswith(b"\xd0\xcf\x11\xe0"):
            yield from other.read(intake)
        else:
            yield intake.skip(_NO_DOCUMENT.format("rich text"))
        return
    written = data.decode("latin-1")  # an RTF file is ASCII; what is not stands as it is
    to_text: Callable[..., str] = rtf_to_text
    written = without_hidden(_RTF_HEX.sub("", written))
    yield from _rows(to_text(written, errors="replace"), intake)


def read_odt(intake: Intake) -> Iterator[Item]:
    """Read the paragraphs of an OpenDocument text."""
    try:
        from lxml import etree
    except ImportError:
        yield intake.skip(f"{MissingExtraError.of('exports', 'lxml', 'reading .odt files')}")
        return
    with intake.seekable() as stream:
        try:
            archive = opened_zip(stream)
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
            )
            names = [name for name in ("content.xml", "styles.xml") if name in archive.namelist()]
            tree, *styles = (etree.fromstring(archive.read(name), parser) for name in names)
        except (*DAMAGED, KeyError, etree.XMLSyntaxError):
            yield intake.skip(_NO_DOCUMENT.format("OpenDocument"))
            return
    mark_hidden_spans(tree, styles, "hidden")
    # what was deleted, and notes and comments, which stand within a paragraph
    aside = (f"{_OFFICE}tracked-changes", f"{_OFFICE}note", _ANNOTATION, "hidden")
    etree.strip_elements(tree, *aside, with_tail=False)
    lines = [_open_text(element) for element in tree.iter(f"{_OFFICE}p", f"{_OFFICE}h")]
    yield from _rows("\n".join(lines), intake)


def _open_text(paragraph: Any) -> str:
    """Return a paragraph's text: its spaces, tabs and line ends are elements of their own.

    What is drawn in it is none of its own: a box has paragraphs, a picture a description.
    """
    from lxml import etree

    pieces: list[str] = []
    walk = etree.iterwalk(paragraph, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            pieces.append((element.tail or "") if element is not paragraph else "")
        elif str(element.tag).startswith(_DRAWN):
            walk.skip_subtree()
        elif element.tag == f"{_OFFICE}s":
            pieces.append(" " * min(100, int(element.get(f"{_OFFICE}c") or 1)))
        elif element.tag in _BLANKS:
            pieces.append(_BLANKS[element.tag])
        elif isinstance(element.tag, str):
            pieces.append(element.text or "")
    return "".join(pieces)


def read_doc(intake: Intake) -> Iterator[Item]:
    """Read a .doc that is rich text or a page under that name, as databases give them."""
    data = intake.read()
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        yield intake.skip("the Word format of before 2007; save it as .docx (or .rtf, .txt)")
        return
    head = data[:1000].lstrip().lower()
    suffix = ".rtf" if head.startswith(b"{\\rtf") else ".docx" if data.startswith(b"PK") else ".txt"
    if head.startswith((b"<!doctype html", b"<html")):
        suffix = ".html"
    kind = format_of(suffix)
    if kind is not None:
        yield from kind.read(intake)


def _rows(text: str, intake: Intake) -> Iterator[Item]:
    yield from rows_of_text(text.strip("\n"), intake)


register(Format("word", (".docx",), read_docx, one=True))
register(Format("rich text", (".rtf",), read_rtf, one=True))
register(Format("opendocument", (".odt",), read_odt, one=True))
register(Format("old word", (".doc",), read_doc, one=True))
