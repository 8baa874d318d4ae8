"""Flesch reading ease with syllables counted by rule: no dictionary, no download.

A word's syllables are its runs of vowels, less the silent *e* of "make", "makes" and "walked".
Over running news text that is within a few per cent of a pronouncing dictionary; a single word
can be one off ("area", "business").
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["reading_ease", "syllable_counts", "syllables"]

Codes = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_SPACE = ord(" ")
_VOWELS = b"aeiouy" + bytes(range(0xE0, 0x100))
_IS_VOWEL = bytes(code in _VOWELS for code in range(256))


def syllables(folded: bytes) -> int:
    """Count the syllables of a folded text; numbers and initials count as one each.

    All words are counted at once, from where each begins and from its last letters: a text has
    too many words for a step of Python on each.

    Parameters
    ----------
    folded
        What `framing.stance.bytefold.fold` gives: words in lower case, a space at both ends.

    Examples
    --------
    >>> from framing.stance.bytefold import fold
    >>> [syllables(fold(word)) for word in ("make", "table", "walked", "wanted", "the", "didn't")]
    [1, 2, 1, 2, 1, 2]
    """
    return syllable_counts([folded])[0]


def syllable_counts(folds: Sequence[bytes]) -> list[int]:
    """Count the syllables of each of several folded texts, as `syllables` does of one."""
    joined = b"".join(folds)
    codes = np.frombuffer(joined, np.uint8)
    filled = codes > _SPACE
    begun = np.flatnonzero(filled[1:] > filled[:-1]) + 1
    if not len(begun):
        return [0] * len(folds)
    last = np.flatnonzero(filled[:-1] > filled[1:])
    vowel = np.frombuffer(joined.translate(_IS_VOWEL), np.uint8)
    opens = vowel[1:] > vowel[:-1]
    until = np.cumsum(
        opens, dtype=np.int32
    )  # runs of vowels; a sum of each word's takes far longer
    runs = np.diff(until[begun - 1] - opens[begun - 1], append=until[-1:])
    # The letters that end each word, the last one first; of a short word the space before it too.
    # (A first word of one letter sees the text's end, where a longer one has its own letters.)
    ending = [codes[last - back] for back in range(4)]
    classes = [_CLASSES[letters] for letters in ending]
    runs += (ending[0] == ord("n")) & _among(classes[1], "ds")  # didn't, couldn't, wasn't
    runs -= (runs > 1) & _silent(ending, classes)
    np.maximum(runs, 1, out=runs)
    runs[_contracted(ending, classes)] = 0
    before = np.concatenate([[0], np.cumsum(runs)])
    bounds = before[np.searchsorted(begun, np.cumsum([0, *map(len, folds)]))]
    counts: list[int] = np.diff(bounds).tolist()
    return counts


def _silent(ending: list[Codes], classes: list[Codes]) -> Mask:
    """Tell of each word whether its last vowel is an e that is not spoken."""
    one, two, three, _ = ending
    _, of_two, of_three, of_four = classes
    e_last, e_before = one == ord("e"), two == ord("e")
    plural, past = e_before & (one == ord("s")), e_before & (one == ord("d"))
    vowel = _among(of_three, "aeiouy")
    # "forces", "dishes"; a stem that ends in consonant + l, as in "table", has its e heard
    hissed = _among(of_three, "sczgx") | ((three == ord("h")) & _among(of_four, "cs"))
    syllabic = (three == ord("l")) & ~_among(of_four, "aeiouy")
    silent: Mask = (
        (e_last & ~_among(of_two, "aeiouy") & ~((two == ord("l")) & ~vowel))
        | (plural & ~(vowel | hissed | syllabic))
        | (past & ~_among(of_three, "aeiouytd"))
    )
    return silent


def _contracted(ending: list[Codes], classes: list[Codes]) -> Mask:
    """Tell of each word whether it is the rest of a contraction: "it's", "don't", "we'll"."""
    one, two, three, _ = ending
    lone = (two == _SPACE) & _among(classes[0], "stdm")
    ll, ve_or_re = (one == two) & (one == ord("l")), (one == ord("e")) & _among(classes[1], "rv")
    rest: Mask = lone | ((three == _SPACE) & (ll | ve_or_re))
    return rest


def _among(classes: Codes, letters: str) -> Mask:
    """Tell of each letter, by the classes it is in, whether it is one of some."""
    found: Mask = (classes & _BITS[letters]) != 0
    return found


_BITS = {
    letters: np.uint8(1 << at)
    for at, letters in enumerate(("ds", "cs", "rv", "stdm", "sczgx", "aeiouy", "aeiouytd"))
}
_CLASSES = np.array(
    [
        sum(int(bit) for letters, bit in _BITS.items() if chr(code) in letters)
        for code in range(256)
    ],
    np.uint8,
)
"""Which of the classes of letters a letter is in, a bit for each."""


def reading_ease(words: int, sentences: int, syllable_count: int) -> float | None:
    """Flesch's reading ease: 206.835 − 1.015 words a sentence − 84.6 syllables a word.

    Higher is easier. None without words or sentences.

    Parameters
    ----------
    words, sentences, syllable_count : int
        Of one text; see `framing.stance.readability` for how syllables are counted.

    Returns
    -------
    float or None
        Mostly from 0 to 100; it has no bounds.

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
