"""Text folded so that a plain search finds what a reader would call the same words.

Small letters, straight quotation marks and apostrophes, one kind of space, hyphens as spaces,
one sign for long dashes, ellipses and bullets.
All of it keeps lengths, so that offsets into the folded text are offsets into the text as
given, and it is done by `str.replace`, which costs next to nothing where a character is absent.
Only texts with soft hyphens, zero-width characters, ligatures, or white space of more than one
character inside a paragraph need an `Offsets` map; the others get None.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Literal

from framing.values import Span

__all__ = ["Folded", "Offsets", "fold", "fold_form", "folded_around", "joins", "key_of"]

# Each pair replaces one character by one. Most texts are ASCII once the common ones are done,
# which makes small letters and the search itself cheap.
_COMMON = (
    ("’", "'"), ("“", '"'), ("”", '"'), ("‘", "'"), ("—", "|"), ("–", "-"), ("\u00a0", " "),
    ("…", "|"),
)  # fmt: skip
_RARE = (
    ("•", "|"), ("█", "|"), ("·", "|"), ("●", "|"), ("▪", "|"), ("■", "|"),
    ("\u2011", "-"), ("\u2010", "-"), ("\u202f", " "), ("\u2009", " "), ("ʼ", "'"), ("′", "'"),
    ("‛", "'"), ("´", "'"), ("＇", "'"), ("\u2012", "-"), ("\u2002", " "), ("\u2003", " "),
    ("\u2004", " "), ("\u2005", " "), ("\u2006", " "), ("\u2007", " "), ("\u2008", " "),
    ("\u200a", " "), ("\u205f", " "), ("\u3000", " "), ("\u2028", "\n"), ("\x85", "\n"),
    ("İ", "i"), ("ς", "σ"), ("Σ", "σ"),
)  # fmt: skip
_NARROW = (("\t", " "), ("\x0b", " "), ("\x0c", " "), ("`", "'"))
_IGNORED = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPECIAL = tuple(_IGNORED) + tuple(_LIGATURES)
_PARTED = r"(?<=[A-Za-z])-(?:\r\n|\r|\n) *(?=[a-z])"  # a hyphen at a line's end
_RUN = re.compile(rf"{_PARTED}|[ \n\r]{{2,}}|\r")
_SPACES = re.compile(r"[ \n]{2,}")
_EDIT = re.compile(rf"{_PARTED}|[ \n\r{_IGNORED}]{{2,}}|[\r{_IGNORED}{''.join(_LIGATURES)}]")
_UNUSUAL = ("   ", " \n", "\n ", "-\n", "\r")  # in a text whose gaps are not all of two spaces
_LETTERS_BEFORE = re.compile(r"[A-Za-z]+$")
_LETTERS_AFTER = re.compile(r"[a-z]+")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_MARKS = frozenset(("Mn", "Mc", "Me"))

# The ASCII characters of folded words; of an ASCII text no other character joins a word.
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_WORDS = bytes(each if chr(each) in _LETTERS else 32 for each in range(256))


class Offsets:
    """Maps positions of an edited folded text back to the text as given, and forth."""

    __slots__ = ("_at", "_given", "_shift")

    def __init__(self) -> None:
        self._at = [0]
        self._shift = [0]
        self._given = [0]

    def move(self, at: int, shift: int) -> None:
        """From folded position `at` on, the text as given is `shift` characters ahead."""
        self._at.append(at)
        self._shift.append(shift)
        self._given.append(at + shift)

    def __call__(self, position: int) -> int:
        """Return where the character at a folded position stands in the text as given."""
        return position + self._shift[bisect_right(self._at, position) - 1]

    def folded(self, positions: Iterable[int]) -> list[int]:
        """Return for each position as given the first folded one that stands at or after it."""
        at, shift, given, moves = self._at, self._shift, self._given, len(self._at)
        found: list[int] = []
        for position in positions:
            after = bisect_left(given, position)
            place = position - shift[after - 1 if after else 0]
            if after < moves and at[after] < place:
                place = at[after]
            found.append(place)
        return found


def fold(
    text: str, *, close_up: bool = True, knows: Callable[[str], bool] | None = None
) -> tuple[str, Offsets | None]:
    """Return the text folded but for its capitals, and a map back if its length had to change.

    Small letters are made by ``lower()`` afterwards, which keeps lengths once this is done.
    Without `close_up`, white space of more than one character is left as long as it is, unless
    the text must be edited anyway; looking for it costs more than all the rest together.
    A word that a hyphen parts at a line's end is put together where `knows` knows it
    ("occupa-⏎tion"); else the hyphen stands between two words ("occupation-⏎forces").

    Examples
    --------
    >>> fold("The US‑led “war”")
    ('The US led "war"', None)
    >>> folded, offsets = fold("occu\u00adpation  force")
    >>> folded, offsets(11)
    ('occupation force', 13)
    """
    cased = text
    special = False
    if not text.isascii():
        for old, new in _COMMON:
            cased = cased.replace(old, new)
        if not cased.isascii():
            for old, new in _RARE:
                cased = cased.replace(old, new)
            for character in _SPECIAL:
                special = special or character in cased
    for old, new in _NARROW:
        cased = cased.replace(old, new)
    offsets = None
    if close_up or special or "\r" in cased:
        if special or any(map(cased.__contains__, _UNUSUAL)):
            cased, offsets = _edited(cased, special, knows)
        else:
            cased, offsets = _closed_up(cased)
    return cased.replace("\n", " ").replace("-", " "), offsets


def _closed_up(cased: str) -> tuple[str, Offsets | None]:
    """Make one space of every two, in a text in which no other gaps are to be closed up."""
    pieces = cased.split("  ")
    if len(pieces) == 1:
        return cased, None
    offsets = Offsets()
    at = 0
    for shift, piece in enumerate(pieces[:-1], start=1):
        at += len(piece) + 1
        offsets.move(at, shift)
    return " ".join(pieces), offsets


def _edited(
    cased: str, special: bool, knows: Callable[[str], bool] | None
) -> tuple[str, Offsets | None]:
    """Close up white space inside a paragraph, drop ignorable characters, open ligatures."""
    offsets = Offsets()
    pieces: list[str] = []
    done = shift = size = 0
    runs = _EDIT if special else _RUN if "\r" in cased or "-\n" in cased else _SPACES
    for match in runs.finditer(cased):
        found = match[0]
        new = _replacement(found) if found[0] != "-" else _between(cased, match, knows)
        if new == found:
            continue
        start = match.start()
        pieces += (cased[done:start], new)
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
        return cased, None
    return "".join(pieces) + cased[done:], offsets


def _between(cased: str, match: re.Match[str], knows: Callable[[str], bool] | None) -> str:
    """Say what stands for a hyphen and a line's end: nothing inside a word that is known."""
    before = _LETTERS_BEFORE.search(cased[max(0, match.start() - 30) : match.start()])
    after = _LETTERS_AFTER.match(cased, match.end())
    if knows is None or before is None or after is None:
        return " "
    return "" if knows((before[0] + after[0]).lower()) else " "


def _replacement(found: str) -> str:
    """Say what stands for a run: nothing closes a gap of two line breaks, a new paragraph."""
    if found in _LIGATURES:
        return _LIGATURES[found]
    if found[0] == "\u00ad" and _LINE_BREAK.fullmatch(found, 1):
        return ""  # a soft hyphen at a line's end stands inside a word
    breaks = len(_LINE_BREAK.findall(found))
    if breaks > 1:
        return found
    return " " if breaks or " " in found else ""


def joins(character: str) -> bool:
    """Tell whether a character next to a word belongs to that word.

    Letters, digits, the underscore and combining marks do; apostrophes and hyphens do not.
    """
    if character in _LETTERS:
        return True
    return not character.isascii() and (
        character.isalnum() or unicodedata.category(character) in _MARKS
    )


def fold_form(form: str, *, lower: bool = True) -> tuple[str, ...]:
    """Fold a form as texts are folded; composed and decomposed accents give two forms."""
    words = form.split()
    if form.isascii() and "".join(words).isalnum():  # nothing to fold, as nearly always
        plain = " ".join(words)
        return (plain.lower() if lower else plain,)
    found: dict[str, None] = {}
    normals: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
    for normal in normals[: 1 if form.isascii() else 2]:
        folded, _ = fold(unicodedata.normalize(normal, form), close_up=not form.isascii())
        folded = " ".join(folded.split())
        found[folded.lower() if lower else folded] = None
    return tuple(each for each in found if each)


def folded_around(form: str, naming: tuple[int, int], folded: str) -> tuple[int, int]:
    """Count the characters of a folded form before and after what names in it."""
    start, end = naming
    inside = next(iter(fold_form(form[start:end])), "")
    before = len(fold_form(form[:start] + "x")[0]) - 1
    if not (inside and folded.startswith(inside, before)):
        return 0, 0
    return before, len(folded) - before - len(inside)


def key_of(low: bytes) -> bytes:
    """Return folded text with a space for every character that is no part of an ASCII word."""
    return low.translate(_WORDS)


class Folded:
    """One text folded, with what belongs to it while it is searched.

    `cased` keeps the capitals, `low` has small letters only. Both end in one space more than the
    text, so that the characters before the first and after the last are both a space. `data` has
    one byte for each character of `low`, a question mark for those that are not ASCII; whether
    there are any is `wide`. `key` is `data` as `key_of` makes it, one space more at its beginning.
    """

    __slots__ = ("cased", "closed", "data", "key", "low", "offsets", "text", "wide")

    def __init__(
        self,
        text: str,
        *,
        close_up: bool = False,
        knows: Callable[[str], bool] | None = None,
    ) -> None:
        self.text = text
        cased, self.offsets = fold(text, close_up=close_up, knows=knows)
        self.cased = cased + " "
        self.low = self.cased.lower()
        self.wide = not self.low.isascii()
        self.data = self.low.encode("ascii", "replace")
        self.key = b" " + key_of(self.data)
        self.closed = close_up or self.offsets is not None

    def loose(self, start: int) -> bool:
        """Tell whether two characters of white space are one gap inside a paragraph."""
        if self.closed:
            return False
        given = self.text[start : start + 2]
        return given != "\n\n" and len(given) == 2 and given.isspace()

    def whole(self, start: int, end: int) -> bool:
        """Tell whether ``low[start:end]`` neither begins nor ends inside a word."""
        low = self.low
        return not (joins(low[start - 1]) and joins(low[start])) and not (
            joins(low[end]) and joins(low[end - 1])
        )

    def span(self, start: int, end: int) -> Span:
        """Return a folded span in the text as given."""
        if self.offsets is None:
            return start, end
        return self.offsets(start), self.offsets(end - 1) + 1

    def given(self, start: int, end: int) -> str:
        """Return the words of a folded span as given."""
        first, last = self.span(start, end)
        return self.text[first:last]

    def folded(self, spans: Sequence[Span]) -> Sequence[Span]:
        """Return spans of the text as given in folded offsets."""
        if self.offsets is None:
            return spans
        places = self.offsets.folded(chain.from_iterable(spans))
        return list(zip(places[::2], places[1::2], strict=True))
