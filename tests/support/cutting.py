"""A text cut into a document by hand, rather than by the readers of articles."""

from __future__ import annotations

import re

from framing.values import Document

__all__ = ["cut"]


def cut(text: str, zone: str = "body") -> Document:
    """Cut a text at full stops; blank lines part paragraphs.

    Examples
    --------
    >>> cut("Varenia spoke. Ostland left.").sentences
    ((0, 14), (15, 28))
    """
    spans = [(m.start(), m.end()) for m in re.finditer(r"\S(?:[^.]|\.(?!\s|$))*\.?", text)]
    spans = [(a, a + len(text[a:b].rstrip())) for a, b in spans] or [(0, len(text))]
    whole = ((0, len(text)),)
    zones = (zone,) * len(spans)
    return Document("a", "text", text, whole, tuple(spans), zones)  # type: ignore[arg-type]
