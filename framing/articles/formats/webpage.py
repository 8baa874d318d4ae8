"""Saved web pages (.html): a database's records, or the article that trafilatura takes out."""

from __future__ import annotations

import copy
import logging
import re
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from framing.articles.decoding import NotTextError, decode
from framing.articles.formats import bundle_of, rows_of_bundle
from framing.articles.hidden import drop_hidden_blocks
from framing.articles.intake import Format, Ignored, Intake, Item, register
from framing.articles.markup import depth_of, lines_of, most_attributes, outermost, words_in
from framing.errors import MissingExtraError

__all__ = ["read_page", "rows_of_page"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_META = re.compile(r"<meta\s[^<>]{1,300}>", re.IGNORECASE)
_GENERATOR = re.compile(r"\bname\s*=\s*[\"']?generator\b", re.IGNORECASE)
_FRAMING = re.compile(r"\bcontent\s*=\s*[\"']?framing\b", re.IGNORECASE)
_HEAD = 20_000  # characters in which a page says what made it
_MOST_ELEMENTS = 20_000  # of one article's page; the extraction is slow on more
_DEEPEST = 200  # elements in each other; the parser cuts pages at 256
_MOST_ATTRIBUTES = 10_000  # of one element; the parser is slow on more
_LEAST_WORDS = 50  # of each part of a page that is taken for an article of its own
_CITED = 120  # characters of a source's name
_SIGNED = re.compile(r"(?:[—–]|--) ?[A-Z@]")  # a line of the source's name


def read_page(intake: Intake) -> Iterator[Item]:
    """Read the article, or a database's records, out of a web page."""
    yield from rows_of_page(intake.read(), intake)


def rows_of_page(data: bytes, intake: Intake, url: str | None = None) -> Iterator[Item]:
    """Yield what is in the bytes of a page; `Ignored` for one that framing wrote itself."""
    if _is_ours(data[:_HEAD].decode("latin-1")):  # before anything that needs the extra
        yield Ignored(intake.file)
        return
    charset = _CHARSET.search(data, 0, 4096)
    try:
        html, remarks = decode(data, charset.group(1).decode("ascii") if charset else None)
        extract, load = _trafilatura()
    except NotTextError as error:
        yield intake.skip(f"{error}")
        return
    except ImportError:
        yield intake.skip(f"{MissingExtraError.of('html', 'trafilatura', 'reading .html files')}")
        return
    intake = intake.with_remarks(remarks)
    html = html.replace("\0", "")  # as browsers do; the parser ends the page at one
    bundle = bundle_of(html, page=True)
    if bundle is not None:
        yield from rows_of_bundle(bundle, html, intake)
        return
    attributes = most_attributes(html)
    if attributes > _MOST_ATTRIBUTES:
        yield intake.skip(
            f"an HTML element with {attributes:,} attributes, more than framing reads "
            f"({_MOST_ATTRIBUTES:,}); the page is damaged"
        )
        return
    tree = load(html)
    if tree is None:
        yield intake.skip("no article text found in this page")
        return
    drop_hidden_blocks(tree)
    lines = lines_of(tree)
    bundle = bundle_of(lines)
    if bundle is not None:
        yield from rows_of_bundle(bundle, lines, intake)
    else:
        yield from _articles(tree, intake, url, extract)


def _is_ours(head: str) -> bool:
    """Say whether framing wrote this page: a report or a worksheet, no article."""
    return any(
        _GENERATOR.search(tag.group()) and _FRAMING.search(tag.group())
        for tag in _META.finditer(head)
    )


def _trafilatura() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """Import trafilatura; urllib3, which it loads, opens a socket to try out IPv6: not here."""
    had = socket.has_ipv6
    untouched = "urllib3.util.connection" not in sys.modules
    try:
        if untouched:
            socket.has_ipv6 = False
        from trafilatura import bare_extraction
        from trafilatura.utils import load_html
    finally:
        socket.has_ipv6 = had
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # or it prints its doubts
    if untouched and (connection := sys.modules.get("urllib3.util.connection")):
        connection.HAS_IPV6 = had  # type: ignore[attr-defined]  # a module looked up by name
    return bare_extraction, load_html


def _articles(
    tree: Any, intake: Intake, url: str | None, extract: Callable[..., Any]
) -> Iterator[Item]:
    count = sum(1 for _ in tree.iter())
    if count > _MOST_ELEMENTS:
        yield intake.skip(
            f"{count:,} HTML elements, more than framing reads in one page ({_MOST_ELEMENTS:,}); "
            "save the article alone, as its print or reader view"
        )
        return
    if depth_of(tree) > _DEEPEST:
        yield intake.skip(f"HTML elements nest more than {_DEEPEST} deep; the page is damaged")
        return
    _keep_quoted(tree)
    parts = _parts(tree)
    whole = [part for part in parts if words_in(part) >= _LEAST_WORDS]
    if len(whole) > 1 and len({part.getparent() for part in whole}) == 1:
        yield from _each(tree, whole, intake, url, extract)
    else:
        yield from _only(tree, parts, intake, url, extract)


def _each(
    tree: Any, parts: Sequence[Any], intake: Intake, url: str | None, extract: Callable[..., Any]
) -> Iterator[Item]:
    """Yield each part of a page that is an article of its own."""
    page = _extracted(copy.deepcopy(tree), url, extract)
    outlet = page.sitename if page else None
    for number, part in enumerate(parts, start=1):
        found = _extracted(_as_page(part), url, extract)
        if found is None or not found.text:
            yield intake.skip(f"no article text found in part {number} of this page")
        else:
            heading = next(part.iter("h1", "h2", "h3", "h4"), None)
            title = found.title if heading is None else _line(heading)
            yield intake.raw({**_values(found), "title": title, "outlet": outlet}, number=number)


def _only(
    tree: Any, parts: Sequence[Any], intake: Intake, url: str | None, extract: Callable[..., Any]
) -> Iterator[Item]:
    """Yield the one article of a page, with a remark on parts of its length that are not in it."""
    lengths = [words_in(part) for part in parts]
    words = max(lengths, default=0)
    openings = [
        _opening(part) for part, length in zip(parts, lengths, strict=True) if length * 4 >= words
    ]
    found = _extracted(tree, url, extract)
    if found is None or not found.text:
        yield intake.skip("no article text found in this page")
        return
    remarks: tuple[str, ...] = ()
    folded = _folded(found.text) if len(openings) > 1 else ""
    left = (
        [opening for opening in openings if opening and _folded(opening) not in folded]
        if folded
        else []
    )
    if left:
        remarks = (
            f"{len(left)} more article(s) on this page are not read, such as {left[0][:60]!r}; "
            "save each as a page of its own",
        )
    outlet = intake.hints.get("outlet") or found.sitename
    yield intake.raw({**_values(found), "outlet": outlet}, remarks=remarks)


def _extracted(tree: Any, url: str | None, extract: Callable[..., Any]) -> Any | None:
    return extract(tree, url=url, with_metadata=True, include_comments=False)


def _values(found: Any) -> dict[str, object]:
    return {
        "text": found.text, "title": found.title, "date": found.date, "url": found.url,
        "author": found.author, "outlet": found.sitename,
    }  # fmt: skip


def _parts(tree: Any) -> list[Any]:
    """Return the outermost elements that are marked as articles and hold some words."""
    found = outermost(
        element
        for element in tree.iter("article", "div", "section")
        if element.tag == "article" or "article" in (element.get("class") or "").split()
    )
    return [element for element in found if words_in(element) >= 8]


def _as_page(part: Any) -> Any:
    from lxml import html

    page = html.fromstring("<html><head></head><body></body></html>")
    page.find("body").append(copy.deepcopy(part))
    return page


def _opening(part: Any) -> str:
    longest = max((_line(paragraph) for paragraph in part.iter("p")), key=len, default="")
    return (longest or _line(part))[:100]


def _line(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _folded(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _keep_quoted(tree: Any) -> None:
    """Put quotations into quotation marks, with the source that stands in a block behind it.

    What is struck (``<del>``) goes.

    ``<blockquote>Words.<cite>Ana Ruiz</cite></blockquote>`` becomes “Words.” — Ana Ruiz: else the
    words would stand in the text as the outlet's own. Left are blocks that have marks already, or
    that hold half of the page: some pages indent everything.
    """
    from lxml import html

    for inline in list(tree.iter("del", "q")):  # a browser draws the marks of a <q>
        words = _line(inline).strip(' "“”') if inline.tag == "q" else ""
        del inline[:]
        inline.tag, inline.text = "span", f"“{words}”" if words else ""
    half = len(_line(tree)) / 2
    for block in list(tree.iter("blockquote")):
        cites = list(block.iter("cite", "footer"))
        parent = block.getparent()
        if not cites and parent is not None and parent.tag == "figure":
            cites = list(parent.iter("figcaption", "cite"))
        name = _line(cites[0]).lstrip("—–- ") if cites else ""
        if len(name) > _CITED or (not name and len(_line(block)) > half):
            continue
        for cite in cites:
            cite.drop_tree()
        lines = [line.strip() for line in lines_of(block).split("\n") if line.strip()]
        signed = len(lines) > 1 and _SIGNED.match(lines[-1]) is not None
        if signed and not name:
            name = lines.pop().lstrip("—–- ")
        if not lines or (not name and any(mark in "\n".join(lines) for mark in '“”"')):
            continue
        paragraphs = [line.strip(' "“”') for line in lines]
        tail = block.tail
        block.clear()
        block.tag, block.tail = "div", tail
        for number, words in enumerate(paragraphs, start=1):
            closing = ("” — " + name if name else "”") if number == len(paragraphs) else ""
            paragraph = html.Element("p")
            paragraph.text = f"“{words}{closing}"
            block.append(paragraph)


register(Format("html", (".html", ".htm", ".xhtml"), read_page, one=True))
