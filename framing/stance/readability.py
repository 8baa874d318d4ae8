"""Flesch reading ease with syllables counted by rule: no dictionary, no download.

A word's syllables are its runs of vowels, less the silent *e* of "make", "makes" and "walked".
Over running news text that is within a few per cent of a pronouncing dictionary; a single word
can be one off ("area", "business").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["reading_ease", "syllables", "syllables_of"]

_VOWELS = re.compile(rb"[aeiouy\xe0-\xff]+")
_CONTRACTED = frozenset((b"s", b"t", b"d", b"m", b"ll", b"re", b"ve"))
_SYLLABIC_N = (b"dn", b"sn")  # didn't, couldn't, wasn't
_MOST_KNOWN = 1 << 16
_SPOKEN_ES = (b"ses", b"ces", b"zes", b"ges", b"xes", b"ches", b"shes")


def syllables(folded: bytes) -> int:
    """Count the syllables of a folded text; numbers and initials count as one each.

    Examples
    --------
    >>> from framing.stance.bytefold import fold
    >>> [syllables(fold(word)) for word in ("make", "table", "walked", "wanted", "the", "didn't")]
    [1, 2, 1, 2, 1, 2]
    """
    return syllables_of(folded.split())


def syllables_of(words: Iterable[bytes]) -> int:
    """Count the syllables of words already cut apart."""
    return sum(map(_known.__getitem__, words))


class _Known(dict[bytes, int]):
    """Syllables of the words met so far; begun anew when there are very many."""

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        count = self[word] = _of_word(word)
        return count


_known = _Known()


def _of_word(word: bytes) -> int:
    if word in _CONTRACTED:
        return 0
    groups = len(_VOWELS.findall(word)) + word.endswith(_SYLLABIC_N)
    if groups > 1 and _silent_ending(word):
        groups -= 1
    return max(1, groups)


def _silent_ending(word: bytes) -> bool:
    """Tell whether the word's last vowel is an e that is not spoken."""
    if word.endswith(b"e"):
        return word[-2:-1] not in b"aeiouy" and not _syllabic(word[:-1])
    if word.endswith(b"es"):
        return word[-3:-2] not in b"aeiouy" and not (
            word.endswith(_SPOKEN_ES) or _syllabic(word[:-2])
        )
    return word.endswith(b"ed") and word[-3:-2] not in b"aeiouytd"


def _syllabic(stem: bytes) -> bool:
    """Tell whether a stem ends in consonant + l, as in "table", where the e is heard."""
    return stem.endswith(b"l") and len(stem) > 1 and stem[-2:-1] not in b"aeiouy"


def reading_ease(words: int, sentences: int, syllable_count: int) -> float | None:
    """Flesch's reading ease: 206.835 − 1.015 words a sentence − 84.6 syllables a word.

    Higher is easier. None without words or sentences.

    References
    ----------
    Flesch, R. (1948). A new readability yardstick. *Journal of Applied Psychology* 32(3).

    Examples
    --------
    >>> round(reading_ease(100, 5, 150), 3)
    59.635
    """
    if not words or not sentences:
        return None
    return 206.835 - 1.015 * words / sentences - 84.6 * syllable_count / words
