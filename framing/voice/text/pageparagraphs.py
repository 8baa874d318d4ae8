"""Paragraphs of a page as text, and which token stands at a character of one."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter
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
_number = attrgetter("paragraph")


def paragraphs_of(page: Page) -> list[PageParagraph]:
    """Return the paragraphs of a page that have units, in order."""
    text, starts, sizes = page.tokens.text, page.tokens.starts, page.tokens.sizes
    backward = range(len(page.units) - 1, -1, -1)
    firsts = dict(zip(map(_number, reversed(page.units)), backward, strict=True))
    heads = [*reversed(firsts.values())]  # the first unit of each
    found = []
    for unit, after in pairwise([*heads, len(page.units)]):
        first, stop = page.begins[unit], page.ends[after - 1]
        end = starts[stop - 1] + sizes[stop - 1]
        found.append(_paragraph((first, stop, unit, text[starts[first] : end])))
    return found


def token_at(page: Page, paragraph: PageParagraph, at: int) -> int:
    """Token at or after a character of a paragraph."""
    starts = page.tokens.starts
    return bisect_left(starts, starts[paragraph.first] + at, paragraph.first, paragraph.stop)


def tokens_of(page: Page, paragraph: PageParagraph, span: Span) -> Span:
    """Tokens of some characters of a paragraph."""
    return token_at(page, paragraph, span[0]), token_at(page, paragraph, span[1])
