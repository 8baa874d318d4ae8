"""A web page as lines of text: each block on its own, rows of tables with tabs between cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

__all__ = ["RULE", "depth_of", "lines_of", "most_attributes", "outermost", "words_in"]

RULE = "_" * 60  # what a <hr> becomes: databases part their records so in text files as well

_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul "
    "title".split()
)
_APART = frozenset("p h1 h2 h3 h4 h5 h6 div blockquote table tr li article section hr".split())
_SILENT = frozenset("script style noscript template head iframe svg select".split())
_TAG = re.compile(r"<[A-Za-z][^\s/>]*")
_IN_TAG = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)|>|[^\s/>=]+""")
_ATTRIBUTES_APART, _MANY_APART = " \t\n\f\r/", 20_000
"""What stands between attributes, and how often it does in a page that may have a great many."""
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")


def lines_of(tree: Any) -> str:
    """Return the text of an lxml tree, blocks parted by blank lines, <br> as a line's end."""
    pieces: list[str] = []
    waiting: list[tuple[Any, bool]] = [(tree, True)]
    while waiting:
        element, opening = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else None
        if opening:
            if tag is None or tag in _SILENT:
                pieces.append(_SPACES.sub(" ", element.tail or ""))
                continue
            pieces.append(_before(tag))
            pieces.append(_SPACES.sub(" ", element.text or ""))
            waiting.append((element, False))
            waiting.extend((child, True) for child in reversed(element))
        else:
            pieces.append(_after(str(tag)))
            pieces.append(_SPACES.sub(" ", element.tail or ""))
    text = "".join(pieces)
    text = re.sub(r" *\n *", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _before(tag: str) -> str:
    if tag == "br":
        return "\n"
    if tag == "hr":
        return f"\n\n{RULE}\n\n"
    return "\n\n" if tag in _APART else "\n" if tag in _BLOCKS else ""


def _after(tag: str) -> str:
    if tag in {"td", "th"}:
        return "\t"
    return "\n\n" if tag in _APART else "\n" if tag in _BLOCKS else ""


def most_attributes(page: str) -> int:
    """Return how many attributes the tag with most of them has, or some less where all have few.

    The parser compares each attribute of a tag with all before it, so that one tag of a few
    megabytes would take it minutes.

    Examples
    --------
    >>> most_attributes("<p " + "a='>' b " * 50_000 + ">"), most_attributes("<p a b>")
    (100000, 0)
    """
    if sum(map(page.count, _ATTRIBUTES_APART)) < _MANY_APART:  # as nearly always
        return 0
    most, opened = 0, _TAG.search(page)
    while opened:
        count, end = 0, len(page)
        for part in _IN_TAG.finditer(page, opened.end()):
            if part[0] == ">":
                end = part.end()
                break
            count += part[0][0] != "="
        most, opened = max(most, count), _TAG.search(page, end)
    return most


def depth_of(tree: Any) -> int:
    """Return how deep the elements of a tree nest."""
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def outermost(elements: Iterator[Any]) -> list[Any]:
    """Return those of `elements` (in document order) that lie in none of the others."""
    kept: list[Any] = []
    chosen: set[Any] = set()
    for element in elements:
        if not any(above in chosen for above in element.iterancestors()):
            kept.append(element)
            chosen.add(element)
    return kept


def words_in(element: Any) -> int:
    """Count the words of an element's text."""
    return len("".join(element.itertext()).split())
