"""One length-keeping fold of a text into bytes, so that words are found without a tokeniser.

Byte *i* + 1 of the fold stands for character *i* of the text: a lower-case letter, a digit, or
a space for everything else. A space is put at both ends, so every word has one on each side.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from framing.language import ACCENTS

__all__ = ["FoldedBytes", "fold", "folded", "word_starts"]

# Marks outside Latin-1 that stand between words. Most texts hold only the first few, so that the
# others need not be looked for; letters outside it are letters like any other.
_USUAL = "‘“”—–…•"
_BETWEEN = re.compile(rf"[^\w\x00-\xff{ACCENTS}]")
_JOINER = b"'"
_LETTER = ord("?")


def _table() -> bytes:
    folded = bytearray(b" " * 256)
    for code in range(256):
        lower = chr(code).lower()
        if lower.isalnum() and len(lower) == 1 and ord(lower) < 256:
            folded[code] = ord(lower)
    folded[_LETTER] = ord("x")
    folded[ord("'")] = folded[ord("-")] = _JOINER[0]
    return bytes(folded)


_FOLD = _table()


def fold(text: str) -> bytes:
    """Fold a text for finding words; offsets shift by exactly one.

    Apostrophes and hyphens become spaces, so "don't" is found as ``don t``. A character that
    Latin-1 lacks is kept apart as a letter or a space, so no word is cut out of a foreign one.

    Examples
    --------
    >>> fold("So-called “peace”?")
    b' so called  peace   '
    >>> len(fold("İstanbul")) == len("İstanbul") + 2
    True
    """
    return _marked(text).replace(_JOINER, b" ")


def _marked(text: str) -> bytes:
    """Fold a text, but leave each apostrophe and hyphen an apostrophe."""
    text = text.replace("?", ".")
    if not text.isascii():
        text = text.replace("’", "'").replace("‑", "-")
        for mark in _USUAL:
            text = text.replace(mark, " ")
        try:
            encoded = text.encode("latin-1")
        except UnicodeEncodeError:
            text = _BETWEEN.sub(" ", text)
            encoded = text.encode("latin-1", "replace")
        return b" " + encoded.translate(_FOLD) + b" "
    return b" " + text.encode("ascii").translate(_FOLD) + b" "


def word_starts(marked: bytes) -> NDArray[np.intp]:
    """Return where words begin in a marked fold: the place of the byte before each.

    An apostrophe or hyphen between two letters is one of them. Character *i* of a text is byte
    *i* + 1 of its fold, so that these are offsets into the text.
    """
    codes = np.frombuffer(marked, dtype=np.uint8)
    letters = codes > _JOINER[0]
    begun = np.flatnonzero(letters[1:] > letters[:-1])
    goes_on = (codes[begun] == _JOINER[0]) & letters[begun - 1]
    starts: NDArray[np.intp] = begun[~goes_on]
    return starts


class FoldedBytes:
    """One text folded, and where its words begin, made once for all who ask.

    `marked` is the fold with an apostrophe for each apostrophe and hyphen, `plain` has spaces.

    Examples
    --------
    >>> found = FoldedBytes("It isn't – yet.")
    >>> found.plain, found.joined.tolist()
    (b' it isn t   yet  ', [0, 3, 11])
    """

    def __init__(self, text: str) -> None:
        self.marked = _marked(text)
        self.plain = self.marked.replace(_JOINER, b" ")

    @cached_property
    def joined(self) -> NDArray[np.intp]:
        """Where words begin when an apostrophe or hyphen between two letters is one of them."""
        return word_starts(self.marked)


@lru_cache(maxsize=32)
def folded(text: str) -> FoldedBytes:
    """Fold a text once for all who ask for it in turn: its cues, its features, its counts."""
    return FoldedBytes(text)
