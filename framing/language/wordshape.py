"""What a word is: the one definition that every count, share, rate and list of terms goes by.

A word is a run of letters and digits. An apostrophe or a hyphen between two of them belongs to
it ("isn't", "well-known"); a dash between spaces, an underscore or any other mark does not.
Accents written as characters of their own belong to their letter.

Where speed counts (`framing.stance.WordCounter`) words are counted in bytes, without this
pattern; a test holds the two together.
"""

from __future__ import annotations

import re

__all__ = ["ACCENTS", "WORD", "has_letter", "words_in"]

ACCENTS = "\u0300-\u036f"
"""Accents that follow the letter they stand on, as a range for a character class."""

_LETTER = rf"(?:[^\W_]|[{ACCENTS}])"
WORD = re.compile(rf"{_LETTER}(?:{_LETTER}|['’‑-](?={_LETTER}))*")
"""Matches one word. Its ``pattern`` has no group and works as scikit-learn's `token_pattern`."""


def words_in(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Return the words of ``text[start:end]`` as written.

    Examples
    --------
    >>> words_in("The plan – old, tired – isn’t well-known.")
    ['The', 'plan', 'old', 'tired', 'isn’t', 'well-known']
    """
    return WORD.findall(text, start, len(text) if end is None else end)


def has_letter(word: str) -> bool:
    """Whether a word is more than figures; lists of terms leave bare numbers out.

    Examples
    --------
    >>> has_letter("covid-19"), has_letter("2020")
    (True, False)
    """
    return any(mark.isalpha() for mark in word)
