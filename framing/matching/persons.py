"""Persons whom a text names and no list holds: by a title, a given name, a full name elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from framing.language.boundwords import FAMILIES_FIRST
from framing.language.givennames import GIVEN_NAMES, HE_NAMES, SHE_NAMES, given_in
from framing.language.partywords import TITLE_ENDS, TITLES, TITLES_OF_ONE
from framing.language.sourcewords import LINKING_PARTICLES
from framing.language.wordclasses import CLOSED, TIMES
from framing.matching.aliases import Named
from framing.matching.namesakes import is_titled_as_another
from framing.matching.surnames import Lead, full_names, is_other, speakers
from framing.values import Span

__all__ = ["Persons", "is_named_by"]

_new = tuple.__new__  # building a NamedTuple this way halves the time it takes

_LETTER = "[A-ZÀ-ÖØ-Þ]"
_REST = r"(?:\w+(?:'[A-Z]\w+)?\.?|\.)"
_LINK = rf"(?:{'|'.join(LINKING_PARTICLES)})"
# What stands before the first letter is asked after it: a search for a letter alone is faster.
_RUN = re.compile(rf"{_LETTER}(?<![\w']{_LETTER}){_REST}(?: (?:{_LINK} ){{0,2}}{_LETTER}{_REST})*")
_WORDS = re.compile(r"[\w-]+(?:'[A-Z][\w-]*)?")
_SKIPPED = TITLES | TITLE_ENDS | CLOSED | TIMES
_LONGEST = 5  # words of a name
_FEW = 30  # surnames of a text that are looked for one by one
_MET = 32_768  # names and other runs of capitals whose reading is kept
_LARGE_PARTICLES = frozenset(each.capitalize() for each in (*LINKING_PARTICLES, "le"))
_SHORT = 80  # characters of such a run


class _Read(NamedTuple):
    """Where a name stands among some capitalised words, and what they alone say of it.

    `name` is None where they do not tell; of a single word, `surname`, the rest of the text may,
    and of several, `full`, which it may say to be somebody.
    """

    start: int
    end: int
    name: str | None
    surname: str | None
    full: str | None = None


class Persons:
    """The persons that one text names.

    `cased` is the folded text with its capitals; `leads` are the words in it that may begin a
    name, with a capital or without, in order.

    Examples
    --------
    >>> from framing.matching.surnames import GIVEN, TITLE
    >>> text = "Alex Fenn, the far-right host, spoke. Mr. Orlov said Fenn was there."
    >>> persons = Persons(text, [(0, 4, GIVEN), (38, 40, TITLE)])
    >>> [each.party for each in persons.between(0, len(text), ())]
    ['Alex Fenn', 'Orlov', 'Alex Fenn']
    """

    __slots__ = ("_alone", "_cased", "_starts", "_surnames")

    def __init__(self, cased: str, leads: Sequence[Lead]) -> None:
        self._cased = cased
        large = [lead for lead in leads if cased[lead[0]].isupper()]
        self._starts = [start for start, _, _ in large]
        self._surnames = full_names(cased, large)
        for last, full in speakers(cased, leads):
            self._surnames.setdefault(last, full)
        self._alone: set[str] | None = None  # looked for when first asked

    def between(self, first: int, last: int, parties: Sequence[Named]) -> list[Named]:
        """Return the persons named between two positions, but for those that are parties."""
        found: list[Named] = []
        cased, surnames, starts = self._cased, self._surnames, self._starts
        lead = bisect_left(starts, first)
        led = lead < len(starts) and starts[lead] < last
        few = len(surnames) <= _FEW  # with more, time would not stay linear
        if few and not led and not any(map(cased[first:last].__contains__, surnames)):
            return found
        for run in _RUN.finditer(cased, first, last):
            text = run[0]
            if " " not in text and text.rstrip(".") not in surnames:
                continue
            if not parties:
                self._add(found, run.start(), text)
                continue
            for begin, end in _outside(*run.span(), parties):
                self._add(found, begin, cased[begin:end])
        return found

    def full(self, surname: str) -> str | None:
        """Return the name of whom a surname means, None where it means several."""
        return self._surnames.get(surname, surname) or None

    def _opening(self, text: str) -> str:
        """Return the person of the text who opens a headline: "*Alex Fenn* Slams Critics Again"."""
        words = text.split(" ", 2)
        if len(words) < 3 or words[0].lower() not in GIVEN_NAMES or is_other(words[1]):
            return ""
        name = f"{words[0]} {words[1]}"
        if self._surnames.get(words[1]) != name:
            return ""
        return name if self._stands_alone(words[1]) else ""  # else "Alex Slams"

    def _stands_alone(self, surname: str) -> bool:
        """Tell whether a surname stands without its given name anywhere; all are read at once."""
        if self._alone is None:
            self._alone, before = set(), ""
            for word in _WORDS.findall(self._cased):
                full = self._surnames.get(word)
                if full and full.partition(" ")[0] != before:
                    self._alone.add(word)
                before = word
        return surname in self._alone

    def _add(self, found: list[Named], at: int, text: str) -> None:
        """Add the person that some capitalised words name, if they name one."""
        read = _of_short(text) if len(text) < _SHORT else _read(text)
        if read is None and (headed := self._opening(text)):
            found.append(_new(Named, (at, at + len(headed), headed, False, False, "person")))
        if read is not None:
            start, end, name, surname, full = read
            if surname is not None:
                if surname.lower() in TITLES and self._cased.startswith("the ", at + start - 4):
                    return  # "the King", whoever else is called so
                full_name = self._surnames.get(surname)
                if full_name and not is_titled_as_another(self._cased, at + start, full_name):
                    name = full_name
            elif full is not None and self._surnames.get(full.rpartition(" ")[2]) == full:
                name = full
            if name:
                found.append(_new(Named, (at + start, at + end, name, False, False, "person")))


def _read(text: str) -> _Read | None:
    """Read some capitalised words; None where they name no person."""
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
    while len(words) > at + 1 and words[-1].rstrip(".").lower() in TIMES:
        text = text[: -len(words.pop()) - 1]  # "Nora Field *Monday*"
    words = [word.rstrip(".") for word in words[at:]]
    last = words[-1]
    if len(words) > _LONGEST or len(last) < 2 or any(map(is_other, words)):
        return None
    name = surname = full = None
    if len(words) == 1:
        if at and last.lower() in TITLES and (title in TITLES_OF_ONE or text.startswith("The ")):
            return None  # "Archbishop Bishop of Brisca", "The King"
        name = last if title in TITLES_OF_ONE and len(last) > 2 else None
        surname = last
    elif title or words[0].lower() in GIVEN_NAMES:
        name = " ".join((words[0], *words[_last_name(words) :]))
    else:
        full = f"{words[0]} {last}"
    return _Read(start, len(text.rstrip(".")), name, surname, full)


def _last_name(words: list[str]) -> int:
    """Return the number of the word with which the surname begins; middle names are left out.

    Examples
    --------
    >>> [_last_name(name.split()) for name in ("Ada Orlow Lind", "Ada van Lind", "Ada J Le Lind")]
    [2, 1, 1]
    """
    if words[0] in FAMILIES_FIRST or any(word in _LARGE_PARTICLES for word in words[1:-1]):
        return 1
    linked = next((at for at, word in enumerate(words) if word.islower()), len(words) - 1)
    return max(1, linked)


# The same names stand in article after article: what they are is read once.
_of_short = lru_cache(_MET)(_read)


def is_named_by(party: Named, pronoun: str) -> bool:
    """Tell whether a person's given name goes with "he" or "she"; what is not known does."""
    given = given_in(party.party)
    if pronoun in ("she", "her", "hers"):
        return given in SHE_NAMES or given not in HE_NAMES
    return given in HE_NAMES or given not in SHE_NAMES


def _outside(start: int, end: int, parties: Sequence[Named]) -> list[Span]:
    """Return the pieces of a run of capitals that name no party."""
    at = bisect_left(parties, (start,))
    if at and start < parties[at - 1].end:
        return []
    pieces: list[Span] = []
    for party in parties[at:]:
        if party.start >= end:
            break
        if party.start > start and party.kind != "person":  # "*Quorl* Orlow", who is on a list
            pieces.append((start, party.start - 1))
        start = party.end + 1
    if start < end:
        pieces.append((start, end))
    return pieces
