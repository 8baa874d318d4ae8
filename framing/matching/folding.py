"""Text folded so that a plain search finds what a reader would call the same words.

Small letters, straight apostrophes, one kind of space, hyphens as spaces. All of it keeps
lengths, so that offsets into the folded text are offsets into the text as given. Only texts
with soft hyphens, zero-width characters, ligatures, or white space of more than one character
between words need an `Offsets` map; the others get None.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from framing.values import Span

__all__ = ["Folded", "Offsets", "fold", "fold_form", "joins"]

# Each pair replaces one character by one; the first come most often.
_WIDE = (
    ("’", "'"), ("‘", "'"), ("\u00a0", " "), ("–", "-"), ("\u2011", "-"), ("\u2010", "-"),
    ("\u202f", " "), ("\u2009", " "), ("ʼ", "'"), ("′", "'"), ("‛", "'"), ("´", "'"),
    ("＇", "'"), ("\u2012", "-"), ("\u2002", " "), ("\u2003", " "), ("\u2004", " "),
    ("\u2005", " "), ("\u2006", " "), ("\u2007", " "), ("\u2008", " "), ("\u200a", " "),
    ("\u205f", " "), ("\u3000", " "), ("\u2028", "\n"), ("\x85", "\n"), ("İ", "i"),
    ("ς", "σ"), ("Σ", "σ"),
)  # fmt: skip
_NARROW = (("\t", " "), ("\x0b", " "), ("\x0c", " "), ("`", "'"))
_IGNORED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPECIAL = tuple(_IGNORED) + tuple(_LIGATURES)
_RUN = re.compile(r"[ \n\r]{2,}|\r")
_EDIT = re.compile(rf"[ \n\r{_IGNORED}]{{2,}}|[\r{_IGNORED}{''.join(_LIGATURES)}]")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BREAKS = frozenset(" .,;:!?\"'()[]{}“”’‘\n\r\t/—–…<>|=+*&%$#@^~`\\")


class Offsets:
    """Maps positions of an edited folded text back to the text as given."""

    __slots__ = ("_at", "_shift", "_widened")

    def __init__(self) -> None:
        self._at = [0]
        self._shift = [0]
        self._widened = 0

    def move(self, at: int, shift: int) -> None:
        """From folded position `at` on, the text as given is `shift` characters ahead."""
        self._at.append(at)
        self._shift.append(shift)
        self._widened = max(self._widened, -shift)

    def __call__(self, position: int) -> int:
        """Return where the character at a folded position stands in the text as given."""
        return position + self._shift[bisect_right(self._at, position) - 1]

    def folded(self, position: int) -> int:
        """Return the first folded position that stands at or after a position as given."""
        low, high = 0, position + self._widened
        while low < high:
            middle = (low + high) // 2
            if self(middle) < position:
                low = middle + 1
            else:
                high = middle
        return low


def fold(text: str) -> tuple[str, Offsets | None]:
    """Return the folded text, and a map back when its length had to change.

    Examples
    --------
    >>> fold("The US‑led “war”")
    ('the us led “war”', None)
    >>> folded, offsets = fold("occu\u00adpation  force")
    >>> folded, offsets(11)
    ('occupation force', 13)
    """
    low = text
    special = False
    if not text.isascii():
        for old, new in _WIDE:
            low = low.replace(old, new)
        for character in _SPECIAL:
            special = special or character in low
    for old, new in _NARROW:
        low = low.replace(old, new)
    low = low.lower()
    offsets = None
    if special or "  " in low or " \n" in low or "\n " in low or "\r" in low:
        low, offsets = _edited(low, special)
    return low.replace("\n", " ").replace("-", " "), offsets


def _edited(low: str, special: bool) -> tuple[str, Offsets | None]:
    """Close up white space inside a paragraph, drop ignorable characters, open ligatures."""
    offsets = Offsets()
    pieces: list[str] = []
    done = shift = size = 0
    for match in (_EDIT if special else _RUN).finditer(low):
        found = match[0]
        new = _replacement(found)
        if new == found:
            continue
        start = match.start()
        pieces += (low[done:start], new)
        size += start - done
        for extra in range(len(found), len(new)):
            shift -= 1
            offsets.move(size + extra, shift)
        size += len(new)
        if len(found) > len(new):
            shift += len(found) - len(new)
            offsets.move(size, shift)
        done = match.end()
    if not done:
        return low, None
    return "".join(pieces) + low[done:], offsets


def _replacement(found: str) -> str:
    """Say what stands for a run: nothing closes a gap of two line breaks, a new paragraph."""
    if found in _LIGATURES:
        return _LIGATURES[found]
    breaks = len(_LINE_BREAK.findall(found))
    if breaks > 1:
        return found
    return " " if breaks or " " in found else ""


def joins(character: str) -> bool:
    """Tell whether a character next to a word belongs to that word.

    Letters, digits, the underscore and combining marks do; apostrophes and hyphens do not.
    """
    if character in _BREAKS:
        return False
    return (
        character.isalnum()
        or character == "_"
        or unicodedata.category(character) in ("Mn", "Mc", "Me")
    )


class Folded:
    """One text folded, with what belongs to it while it is searched."""

    __slots__ = ("backed", "low", "offsets", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.low, self.offsets = fold(text)
        self.backed: dict[str, bool] = {}

    def whole(self, start: int, end: int) -> bool:
        """Tell whether ``low[start:end]`` neither begins nor ends inside a word."""
        low = self.low
        if start and joins(low[start - 1]) and joins(low[start]):
            return False
        return end == len(low) or not joins(low[end]) or not joins(low[end - 1])

    def span(self, start: int, end: int) -> Span:
        """Return a folded span in the text as given."""
        if self.offsets is None:
            return start, end
        return self.offsets(start), self.offsets(end - 1) + 1

    def given(self, start: int, end: int) -> str:
        """Return the words of a folded span as given."""
        first, last = self.span(start, end)
        return self.text[first:last]

    def folded(self, span: Span) -> Span:
        """Return a span of the text as given in folded offsets."""
        if self.offsets is None:
            return span
        return self.offsets.folded(span[0]), self.offsets.folded(span[1])


def fold_form(form: str) -> tuple[str, ...]:
    """Fold a form as texts are folded; composed and decomposed accents give two forms."""
    found: dict[str, None] = {}
    for normal in ("NFC", "NFD"):
        folded, _ = fold(unicodedata.normalize(normal, form))
        found[" ".join(folded.split())] = None
    return tuple(each for each in found if each)
