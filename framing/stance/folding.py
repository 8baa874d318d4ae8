"""One length-keeping fold of a text into bytes, so that words are found without a tokeniser.

Byte *i* + 1 of the fold stands for character *i* of the text: a lower-case letter, a digit, or
a space for everything else. A space is put at both ends, so every word has one on each side.
"""

from __future__ import annotations

__all__ = ["fold"]

# Marks outside Latin-1 that stand between words; other characters outside it count as letters.
_BETWEEN = "—–‒―‐‑‘’‚‛“”„‟…•‹›\u2009\u202f\u2003\u2002\u200b\u2028\u2029\ufeff"
_LETTER = ord("?")


def _table() -> bytes:
    folded = bytearray(b" " * 256)
    for code in range(256):
        lower = chr(code).lower()
        if lower.isalnum() and len(lower) == 1 and ord(lower) < 256:
            folded[code] = ord(lower)
    folded[_LETTER] = ord("x")
    return bytes(folded)


_FOLD = _table()


def fold(text: str) -> bytes:
    """Fold a text for finding words; offsets shift by exactly one.

    Apostrophes and hyphens become spaces, so "don't" is found as ``don t``. A character that
    Latin-1 lacks is a letter like any other, so no word is cut out of a foreign one.

    Examples
    --------
    >>> fold("So-called “peace”?")
    b' so called  peace   '
    >>> len(fold("İstanbul")) == len("İstanbul") + 2
    True
    """
    text = text.replace("?", ".")
    if not text.isascii():
        for mark in _BETWEEN:
            text = text.replace(mark, " ")
    return b" " + text.encode("latin-1", "replace").translate(_FOLD) + b" "
