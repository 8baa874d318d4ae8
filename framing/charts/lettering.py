"""How wide words are, and how they are broken into lines that fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TypeAlias

from framing.charts.labels import tidy

__all__ = ["Measure", "cut", "estimated", "fitted"]

Measure: TypeAlias = Callable[[str, float, bool], float]
"""Width in points of a line of text at a size, bold or not."""

# Advance widths of U+0020 to U+007E in hundredths of an em, as DejaVu Sans has them: a wide face,
# so that what fits by this table fits in the faces of browsers too.
_PLAIN = [int(n) for n in (
    "32 40 46 84 64 95 78 27 39 39 50 84 32 36 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 "
    "53 100 68 69 70 77 63 58 77 75 29 29 66 56 86 75 79 60 79 69 63 61 73 68 99 69 61 69 39 34 39 "
    "84 50 50 61 63 55 63 62 35 63 63 28 28 58 28 97 63 61 63 63 41 52 39 63 59 82 59 59 52 64 34 "
    "64 84"
).split()]  # fmt: skip
_BOLD, _OTHER, _WIDE = 1.12, 64, 104


def estimated(text: str, size: float, bold: bool = False) -> float:
    """Estimate the width of a line, a little too wide rather than too narrow.

    Examples
    --------
    >>> estimated("ill", 10) < estimated("mmm", 10) < estimated("mmm", 10, True)
    True
    """
    whole = sum(_advance(letter) for letter in text)
    return whole / 100 * size * (_BOLD if bold else 1.0)


def _advance(letter: str) -> int:
    place = ord(letter) - 32
    if 0 <= place < len(_PLAIN):
        return _PLAIN[place]
    if unicodedata.combining(letter):
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def cut(text: str, width: float, measure: Callable[[str], float]) -> str:
    """Return the text, or as much of it as fits with an ellipsis behind.

    Examples
    --------
    >>> cut("Independent", 5, len), cut("Wire", 5, len)
    ('Inde…', 'Wire')
    """
    if measure(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + "…") <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def fitted(text: str, width: float, measure: Callable[[str], float], most: int) -> list[str]:
    """Break a text into at most `most` lines no wider than `width`; what is left over is cut.

    A line is broken between words, or inside one (or between characters of a script without
    spaces) where a word alone is too wide.

    Examples
    --------
    >>> fitted("The Independent Republican Herald", 20, len, 2)
    ['The Independent', 'Republican Herald']
    >>> fitted("one two three four", 9, len, 1)
    ['one two…']
    """
    lines: list[str] = []
    waiting = tidy(text).split()
    while waiting and len(lines) < most:
        line = waiting.pop(0)
        if measure(line) > width and len(lines) + 1 < most:
            head = cut(line, width, measure).removesuffix("…") or line[:1]
            if head != line:
                waiting.insert(0, line[len(head) :])
                line = head
        while waiting and measure(f"{line} {waiting[0]}") <= width:
            line = f"{line} {waiting.pop(0)}"
        lines.append(line)
    if waiting:
        lines[-1] = cut(f"{lines[-1]} {' '.join(waiting)}", width, measure)
    return [cut(line, width, measure) for line in lines]
