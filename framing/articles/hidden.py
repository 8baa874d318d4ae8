"""Words that a file holds and nobody sees who opens it: hidden, or deleted with a record of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from framing.articles.markup import outermost, words_in

__all__ = ["HiddenRuns", "drop_hidden_blocks", "mark_hidden_spans", "without_hidden"]

# Rich text: what begins or ends hidden words, and what stands for a character.
_SWITCH = re.compile(r"\\(?:v|deleted)(?![A-Za-z])")
_TOKEN = re.compile(r"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'[0-9A-Fa-f]{2}|\\.|[{}]|[^\\{}]+", re.S)
_SWITCHES = frozenset({"v", "deleted"})
_CHARACTERS = frozenset(
    "u line tab emdash endash emspace enspace qmspace bullet lquote rquote ldblquote rdblquote "
    "cell nestcell".split()
)

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})
_MOST_STYLES = 20  # based on one another

_OPEN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _STYLE = _OPEN % "text", _OPEN % "style"

_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)


def without_hidden(source: str) -> str:
    r"""Return the source of a rich text document without hidden (``\v``) and deleted words.

    Examples
    --------
    >>> without_hidden(r"{\rtf1 Troops {\deleted fled}left\v  in rags\v0 .}")
    '{\\rtf1 Troops {\\deleted }left\\v \\v0 .}'
    """
    if not _SWITCH.search(source):
        return source
    kept = []
    hiding: frozenset[str] = frozenset()
    around: list[frozenset[str]] = []
    for token in _TOKEN.finditer(source):
        whole, word = token[0], token[1]
        if whole == "{":
            around.append(hiding)
        elif whole == "}":
            hiding = around.pop() if around else frozenset()
        elif word == "plain":
            hiding = frozenset()
        elif word in _SWITCHES:
            hiding = hiding - {word} if token[2] == "0" else hiding | {word}
        elif hiding and (word is None or word in _CHARACTERS):
            continue
        kept.append(whole)
    return "".join(kept)


class HiddenRuns:
    """Knows which runs of a Word document are hidden, by themselves or by their style.

    Parameters
    ----------
    document
        The document, as python-docx opens it.
    """

    def __init__(self, document: Any) -> None:
        own: dict[str, tuple[bool | None, str | None]] = {}
        for style in document.styles.element.iter(f"{_WORD}style"):
            based = style.find(f"{_WORD}basedOn")
            above = None if based is None else based.get(f"{_WORD}val")
            own[style.get(f"{_WORD}styleId")] = _vanishes(style), above
        self._styles = {name for name in own if _by_style(own, name)}

    def __call__(self, run: Any, paragraph: Any) -> bool:
        """Say whether an element ``w:r`` of an element ``w:p`` is hidden."""
        by_itself = _vanishes(run)
        if by_itself is not None or not self._styles:
            return bool(by_itself)
        named = (run.find(f"{_WORD}rPr/{_WORD}rStyle"), paragraph.find(f"{_WORD}pPr/{_WORD}pStyle"))
        return any(one is not None and one.get(f"{_WORD}val") in self._styles for one in named)


def _vanishes(element: Any) -> bool | None:
    """Say what a run or style itself says; None where that is nothing."""
    found = element.find(f"{_WORD}rPr/{_WORD}vanish")
    return None if found is None else found.get(f"{_WORD}val") not in _OFF


def _by_style(own: dict[str, tuple[bool | None, str | None]], name: str | None) -> bool:
    for _ in range(_MOST_STYLES):
        if name not in own:
            break
        says, name = own[name]
        if says is not None:
            return says
    return False


def mark_hidden_spans(tree: Any, others: Iterable[Any], mark: str) -> None:
    """Give what is hidden in the tree of an OpenDocument text the tag `mark`.

    Hidden are words whose style is not displayed (styles may stand in `others` too), hidden fields,
    and sections and paragraphs that say so of themselves.
    """
    styles = {name for root in (tree, *others) for name in _undisplayed(root)}
    for element in list(tree.iter(f"{_TEXT}*")):
        kind = "paragraph" if element.tag in {f"{_TEXT}p", f"{_TEXT}h"} else "text"
        if (
            element.tag == f"{_TEXT}hidden-text"
            or element.get(f"{_TEXT}display") == "none"
            or (kind, element.get(f"{_TEXT}style-name")) in styles
        ):
            element.tag = mark
        elif (
            element.tag == f"{_TEXT}hidden-paragraph" and element.get(f"{_TEXT}is-hidden") == "true"
        ):
            paragraph = next(element.iterancestors(f"{_TEXT}p", f"{_TEXT}h"), element)
            paragraph.tag = mark


def _undisplayed(root: Any) -> Iterator[tuple[str | None, str | None]]:
    """Yield family and name of the styles whose words are not displayed."""
    for properties in root.iter(f"{_STYLE}text-properties"):
        style = properties.getparent()
        if properties.get(f"{_TEXT}display") == "none" and style is not None:
            yield style.get(f"{_STYLE}family"), style.get(f"{_STYLE}name")


def drop_hidden_blocks(tree: Any) -> None:
    """Take out of a page what its own tags hide (``hidden``, ``style="display:none"``).

    What holds more than half of the page's words stays: a script was to show it.

    Examples
    --------
    >>> from lxml import html
    >>> page = html.fromstring("<div><p>It rained all day.</p><p hidden>Not so.</p></div>")
    >>> drop_hidden_blocks(page)
    >>> page.text_content()
    'It rained all day.'
    """
    found = [
        element
        for element in tree.iter()
        if isinstance(element.tag, str)
        and (element.get("hidden") is not None or _UNSEEN.search(element.get("style") or ""))
    ]
    if not found:
        return
    words = words_in(tree)
    for element in outermost(iter(found)):
        if element.getparent() is not None and words_in(element) * 2 <= words:
            tail = element.tail
            element.clear()  # an empty one stays: what follows is parted as before
            element.tail = tail
