"""Paragraphs of a page as text, and which token stands at a character of one."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from framing.values import Span
from framing.voice.text.quicktuples import maker
from framing.voice.text.units import Page

__all__ = ["PageParagraph", "paragraphs_of", "token_at", "tokens_of"]


class PageParagraph(NamedTuple):
    """One paragraph: its tokens, its first unit, its characters."""

    first: int
    stop: int
    unit: int
    text: str


_paragraph = maker(PageParagraph)


def paragraphs_of(page: Page) -> list[PageParagraph]:
    """Return the paragraphs of a page that have units, in order."""
    tokens = page.tokens
    bounds: list[list[int]] = []
    last = -1
    for number, unit in enumerate(page.units):
        if unit.paragraph == last:
            bounds[-1][1] = unit.end
        else:
            bounds.append([unit.start, unit.end, number])
            last = unit.paragraph
    return [
        _paragraph((first, stop, unit, tokens.text[tokens.starts[first] : tokens.end(stop - 1)]))
        for first, stop, unit in bounds
    ]


def token_at(page: Page, paragraph: PageParagraph, at: int) -> int:
    """Token at or after a character of a paragraph."""
    starts = page.tokens.starts
    return bisect_left(starts, starts[paragraph.first] + at, paragraph.first, paragraph.stop)


def tokens_of(page: Page, paragraph: PageParagraph, span: Span) -> Span:
    """Tokens of some characters of a paragraph."""
    return token_at(page, paragraph, span[0]), token_at(page, paragraph, span[1])
