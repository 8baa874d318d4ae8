"""Persons whom a text names and no list holds: by a title, a given name, a full name elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from framing.language.givennames import GIVEN_NAMES, HE_NAMES, SHE_NAMES
from framing.language.wordclasses import CLOSED, INSTITUTIONS, TIMES, TITLES, TITLES_OF_ONE
from framing.matching.aliases import Named
from framing.values import Span

__all__ = ["Persons", "is_named_by"]

_WORD = r"[A-ZÀ-ÖØ-Þ](?:\w+(?:'[A-Z]\w+)?\.?|\.)"
_LINK = r"(?:bin|ibn|al|el|de|del|da|di|du|la|van|von|der|den)"
_RUN = re.compile(rf"(?<![\w']){_WORD}(?: (?:{_LINK} ){{0,2}}{_WORD})*")
_NAMES = re.compile(r"[A-Z][\w']*\.?(?: [A-Z][\w']*\.?)+")  # two capitalised words and more
_SKIPPED = TITLES | CLOSED | TIMES
_OTHERS = INSTITUTIONS | CLOSED | TITLES
_LONGEST = 5  # words of a name


class Persons:
    """The persons that one text names; `cased` is the folded text with its capitals.

    Examples
    --------
    >>> text = "Alex Fenn, the far-right host, spoke. Mr. Orlov said Fenn was there."
    >>> [each.party for each in Persons(text).between(0, len(text), ())]
    ['Alex Fenn', 'Orlov', 'Alex Fenn']
    """

    __slots__ = ("_cased", "_known", "_surnames")

    def __init__(self, cased: str) -> None:
        self._cased = cased
        self._known: dict[str, tuple[int, int, str] | None] = {}
        self._surnames: dict[str, str] | None = None

    def between(self, first: int, last: int, parties: Sequence[Named]) -> list[Named]:
        """Return the persons named between two positions, but for those that are parties."""
        found: list[Named] = []
        cased, surnames = self._cased, self.surnames
        for run in _RUN.finditer(cased, first, last):
            text = run[0]
            if " " not in text and text.rstrip(".") not in surnames:
                continue
            start = run.start()
            pieces = _outside((start, run.end()), parties) if parties else [(start, run.end())]
            for begin, end in pieces:
                person = self._person(begin, cased[begin:end])
                if person is not None:
                    found.append(person)
        return found

    @property
    def surnames(self) -> dict[str, str]:
        """The full name of each surname that stands after one given name only in the text."""
        if self._surnames is None:
            found: dict[str, str] = {}
            for run in set(_NAMES.findall(self._cased)):
                for given, last in _full_names(run.split(" ")):
                    full = f"{given} {last}"
                    if found.setdefault(last, full) != full:
                        found[last] = ""
            self._surnames = found
        return self._surnames

    def _person(self, start: int, text: str) -> Named | None:
        if text not in self._known:
            self._known[text] = self._read(text)
        read = self._known[text]
        if read is None:
            return None
        return Named(start + read[0], start + read[1], read[2], False, False, "person")

    def _read(self, text: str) -> tuple[int, int, str] | None:
        """Return where a name stands among some capitalised words, and whose it is."""
        words = text.split(" ")
        at = 0
        title = ""
        for number, word in enumerate(words[:-1]):
            bare = word.rstrip(".").lower()
            if bare in TITLES:
                at, title = number + 1, bare
            elif number == at and bare in _SKIPPED:
                at, title = number + 1, ""
        start = sum(map(len, words[:at])) + at
        words = [word.rstrip(".") for word in words[at:]]
        if len(words) > _LONGEST or any(map(_is_other, words)):
            return None
        name = self._name(words, title)
        return None if name is None else (start, len(text.rstrip(".")), name)

    def _name(self, words: Sequence[str], title: str) -> str | None:
        """Return the name under which a person is known, if these words are one."""
        last = words[-1]
        if len(last) < 2:
            return None
        if len(words) == 1:
            full = self.surnames.get(last)
            return full or (last if title in TITLES_OF_ONE and len(last) > 2 else None)
        if title or words[0].lower() in GIVEN_NAMES:
            linked = next((at for at, word in enumerate(words) if word.islower()), len(words) - 1)
            return " ".join((words[0], *words[max(1, linked) :]))
        return None


def _full_names(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the given names among some capitalised words, each with the surname after it."""
    for at, given in enumerate(words[:-1]):
        titled = at > 0 and words[at - 1].rstrip(".").lower() in TITLES_OF_ONE
        if given.lower() in GIVEN_NAMES or (titled and not _is_other(given)):
            after = at + 1
            if len(words[after].rstrip(".")) == 1 and after + 1 < len(words):
                after += 1
            last = words[after].rstrip(".").removesuffix("'s").rstrip("'")
            if len(last) > 1 and not last.isupper():
                yield given, last


def is_named_by(party: Named, pronoun: str) -> bool:
    """Tell whether a person's given name goes with "he" or "she"; what is not known does."""
    given = party.party.split(" ")[0].lower()
    if pronoun in ("she", "her", "hers"):
        return given in SHE_NAMES or given not in HE_NAMES
    return given in HE_NAMES or given not in SHE_NAMES


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
