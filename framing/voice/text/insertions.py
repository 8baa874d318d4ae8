"""What an outlet puts into the words it quotes, in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.language.closed import PERSONAL
from framing.values import Span
from framing.voice.text.quotes import Quotation

__all__ = ["insertions"]

# What an outlet puts into the words it quotes: "[rebel] forces", "they (the rebels) fled",
# "(harbour master Orlo) Venn"; "[T]he", "[...]" and "[sic]" are no words put in.
_BRACKETS = re.compile(
    r"\[(?!sic\])(?=[^\[\]\n]{0,40}[^\W\d_]{2})[^\[\]\n]{2,90}\]|\([^()\n]{2,40}\)"
)
_PRONOUN_BEFORE = re.compile(rf"\b(?:{'|'.join(PERSONAL)}) $", re.IGNORECASE)
_LONGEST_PRONOUN = max(map(len, PERSONAL)) + 1  # with the space after it
_NAME_AROUND = re.compile(r"\((?:[\w’'-]+ ){0,3}[A-Z][\w’'-]+\) [A-Z]")


def insertions(text: str, quotations: Sequence[Quotation]) -> list[Span]:
    """Find what the outlet put into quotations in brackets.

    Examples
    --------
    >>> from framing.voice.text.quotes import find_quotations
    >>> text = "“They [the rebels] fled,” she said."
    >>> [text[start:end] for start, end in insertions(text, find_quotations(text, [(0, 34)]))]
    ['[the rebels]']
    """
    found: list[Span] = []
    for mark in "[(":
        at = text.find(mark)
        for quotation in quotations if at >= 0 else ():
            while 0 <= at < quotation.start:
                at = text.find(mark, quotation.start)
            while 0 <= at < quotation.end:
                match = _BRACKETS.match(text, at, quotation.end) if quotation.closed else None
                if match is not None and (mark == "[" or _explains(text, at)):
                    found.append(match.span())
                at = text.find(mark, at + 1)
    return sorted(found)


def _explains(text: str, at: int) -> bool:
    """Whether a bracket tells whom a pronoun before it means, or completes the name after it."""
    return bool(
        _PRONOUN_BEFORE.search(text, max(0, at - _LONGEST_PRONOUN), at)
        or _NAME_AROUND.match(text, at)
    )
