"""Quotation marks that a text holds as entities of HTML: "&quot;I am&quot;", "&ldquo;"."""

from __future__ import annotations

import re
from dataclasses import replace

from framing.values import Document

__all__ = ["without_entities"]

_MARK = re.compile(r"&(?P<name>quot|[lr]dquo|[lr]aquo|#0?34|#171|#187|#822[01]);")
_OPENING = frozenset(("ldquo", "laquo", "#171", "#8220"))
_EITHER = frozenset(("quot", "#34", "#034"))


def without_entities(document: Document) -> Document:
    """Return a document in which entities of quotation marks are these marks, as long as it was.

    Blanks fill what an entity has more, on the inner side of the mark, so that every offset stays.

    Examples
    --------
    >>> text = "&quot;I am,&quot; he said."
    >>> without_entities(Document("a", "text", text, (), (), ())).text
    '“     I am,     ” he said.'
    """
    text = document.text
    if "&" not in text or _MARK.search(text) is None:
        return document
    return replace(document, text=_MARK.sub(_plain, text))


def _plain(found: re.Match[str]) -> str:
    """Return the mark that an entity stands for, and blanks."""
    name, at = found.group("name"), found.start()
    opens = name in _OPENING
    if name in _EITHER:
        opens = at == 0 or found.string[at - 1] in " \n\t([—–"
    blanks = " " * (len(found.group()) - 1)
    return f"“{blanks}" if opens else f"{blanks}”"
