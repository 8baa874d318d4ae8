"""Small documents for the tests of stance."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from framing.values import Document, Zone

DocumentOf = Callable[..., Document]


@pytest.fixture
def document_of() -> DocumentOf:
    """Return a maker of documents: sentences end at a stop before a capital or a line's end."""

    def make(text: str, *, zone: Zone = "body", field: str = "text") -> Document:
        paragraphs = tuple(match.span() for match in re.finditer(r"[^\n]+", text))
        sentences = []
        for start, end in paragraphs:
            at = start
            for match in re.finditer(r"[.!?]”? (?=[A-Z“])", text[start:end]):
                sentences.append((at, start + match.end() - 1))
                at = start + match.end()
            sentences.append((at, end))
        return Document(
            "a",
            "title" if field == "title" else "text",
            text,
            paragraphs,
            tuple(sentences),
            (zone,) * len(sentences),
        )

    return make
