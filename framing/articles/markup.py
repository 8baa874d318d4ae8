"""A web page as lines of text: each block on its own, rows of tables with tabs between cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

__all__ = ["RULE", "depth_of", "lines_of", "outermost", "words_in"]

RULE = "_" * 60  # what a <hr> becomes: databases part their records so in text files as well

_BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul "
    "title".split()
)
_APART = frozenset("p h1 h2 h3 h4 h5 h6 div blockquote table tr li article section hr".split())
_SILENT = frozenset("script style noscript template head iframe svg select".split())
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
