"""Persons whom a text names and no list holds: by a title, a given name, a full name elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from framing.language.givennames import GIVEN_NAMES, HE_NAMES, SHE_NAMES
from framing.language.wordclasses import CLOSED, INSTITUTIONS, TIMES, TITLES, TITLES_OF_ONE
from framing.matching.aliases import Named
from framing.values import Span

__all__ = ["Persons", "is_named_by"]

_WORD = r"[A-ZÀ-ÖØ-Þ](?:\w+(?:'[A-Z]\w+)?\.?|\.)"
_LINK = r"(?:bin|ibn|al|el|de|del|da|di|du|la|van|von|der|den)"
_RUN = re.compile(rf"(?<![\w']){_WORD}(?: (?:{_LINK} ){{0,2}}{_WORD})*")
_PIECE = re.compile(r"\S+")
_SKIPPED = TITLES | CLOSED | TIMES
_OTHERS = INSTITUTIONS | CLOSED | TITLES
_GIVEN = 30  # characters before a surname in which its given name stands
_LOOKED_AT = 20  # places where a surname stands
_LONGEST = 5  # words of a name


class Persons:
    """The persons that one text names; `cased` is the folded text with its capitals.

    Examples
    --------
    >>> text = "Alex Fenn, the far-right host, spoke. Mr. Orlov said Fenn was there."
    >>> [each.party for each in Persons(text).between(0, len(text), ())]
    ['Alex Fenn', 'Orlov', 'Alex Fenn']
    """

    __slots__ = ("_cased", "_full", "_known")

    def __init__(self, cased: str) -> None:
        self._cased = cased
        self._known: dict[str, tuple[int, int, str] | None] = {}
        self._full: dict[str, str | None] = {}

    def between(self, first: int, last: int, parties: Sequence[Named]) -> list[Named]:
        """Return the persons named between two positions, but for those that are parties."""
        found: list[Named] = []
        for run in _RUN.finditer(self._cased, first, last):
            for start, end in _outside(run.span(), parties):
                person = self._person(start, end)
                if person is not None:
                    found.append(person)
        return found

    def _person(self, start: int, end: int) -> Named | None:
        text = self._cased[start:end]
        if text not in self._known:
            self._known[text] = self._read(text)
        read = self._known[text]
        if read is None:
            return None
        return Named(start + read[0], start + read[1], read[2], False, False, "person")

    def _read(self, text: str) -> tuple[int, int, str] | None:
        """Return where a name stands among some capitalised words, and whose it is."""
        words = [(each.start(), each[0]) for each in _PIECE.finditer(text)]
        title = ""
        while words and (word := words[0][1].rstrip(".").lower()) in _SKIPPED:
            title = word if word in TITLES else ""
            del words[0]
        for at, (_, word) in enumerate(words[:-1]):
            if word.rstrip(".").lower() in TITLES:
                title, words = word.rstrip(".").lower(), words[at + 1 :]
                break
        if not words or len(words) > _LONGEST or any(_is_other(word) for _, word in words):
            return None
        name = self._name([word.rstrip(".") for _, word in words], title)
        if name is None:
            return None
        end = words[-1][0] + len(words[-1][1].rstrip("."))
        return words[0][0], end, name

    def _name(self, words: Sequence[str], title: str) -> str | None:
        """Return the name under which a person is known, if these words are one."""
        last = words[-1]
        if len(last) < 2:
            return None
        linked = next((at for at, word in enumerate(words) if word.islower()), len(words) - 1)
        if len(words) == 1:
            full = self._full_name(last)
            return full or (last if title in TITLES_OF_ONE and len(last) > 2 else None)
        if title or words[0].lower() in GIVEN_NAMES:
            return " ".join((words[0], *words[max(1, linked) :]))
        return None

    def _full_name(self, last: str) -> str | None:
        """Return the one given name that stands before a surname in the text, with it."""
        if last not in self._full:
            found = dict.fromkeys(self._given(last))
            self._full[last] = next(iter(found)) if len(found) == 1 else None
        return self._full[last]

    def _given(self, last: str) -> Iterable[str]:
        cased = self._cased
        at = cased.find(" " + last)
        for _ in range(_LOOKED_AT):
            if at < 0:
                return
            stop = at + 1 + len(last)
            if not cased[stop : stop + 1].isalnum():
                before = cased[max(0, at - _GIVEN) : at].split(" ")
                if len(before[-1].rstrip(".")) == 1 and len(before) > 1:
                    del before[-1]
                given = before[-1]
                if given[:1].isupper() and (
                    given.lower() in GIVEN_NAMES or _after_title(before, given)
                ):
                    yield f"{given} {last}"
            at = cased.find(" " + last, stop)


def is_named_by(party: Named, pronoun: str) -> bool:
    """Tell whether a person's given name goes with "he" or "she"; what is not known does."""
    given = party.party.split(" ")[0].lower()
    if pronoun in ("she", "her", "hers"):
        return given in SHE_NAMES or given not in HE_NAMES
    return given in HE_NAMES or given not in SHE_NAMES


def _after_title(before: Sequence[str], given: str) -> bool:
    titled = len(before) > 1 and before[-2].rstrip(".").lower() in TITLES_OF_ONE
    return titled and given.isalpha() and given.istitle() and not _is_other(given)


def _is_other(word: str) -> bool:
    """Tell a word that no person's name holds: of an institution, a time, all in capitals."""
    bare = word.rstrip(".").lower()
    return (
        bare in _OTHERS
        or (word.isupper() and len(word) > 2)
        or any(letter.isdigit() for letter in word)
        or bare.endswith("day")
    )


def _outside(run: Span, parties: Sequence[Named]) -> list[Span]:
    """Return the pieces of a run of capitals that name no party."""
    start, end = run
    pieces: list[Span] = []
    for party in parties[bisect_left(parties, (start,)) :]:
        if party.start >= end:
            break
        if party.start > start:
            pieces.append((start, party.start - 1))
        start = party.end + 1
    before = parties[bisect_left(parties, (run[0],)) - 1 :][:1]
    if before and before[0].start < run[0] < before[0].end:
        return []
    if start < end:
        pieces.append((start, end))
    return pieces
