"""Full names that an article gives for a surname, and which of them a title or a pronoun picks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from framing.language.abbreviations import SOURCE_TITLES
from framing.language.closed import ARTICLES
from framing.language.givennames import (
    FAMILY_FIRST,
    GIVEN_NAMES,
    HE_KIN,
    HE_TITLES,
    KIN,
    SHE_KIN,
    SHE_TITLES,
    gender_of_given,
)
from framing.language.sourcewords import JUNIORS, NO_OFFICES, NOT_HOLDING
from framing.voice.personnames import SEARCHED, is_first_name, is_given_before, one_person
from framing.voice.profiles import Profile, is_official
from framing.voice.units import Page

__all__ = ["FullNames", "is_quoted"]

_LOOKED_AT = 20  # places where a surname stands
_GIVEN_WITHIN = 25  # characters before it that hold the given names
_NEAR = 30  # characters before a full name that hold a title or a word of kinship
_TITLE = re.compile(f"(?:{'|'.join(map(re.escape, (*HE_TITLES, *SHE_TITLES)))}) ")
_HE_TITLES = frozenset(f"{title} " for title in HE_TITLES)
_JUNIOR = re.compile(rf",? (?:{'|'.join(JUNIORS)})\b")
# "Beau Venn, the mayor’s son", "Ana Venn, sister of the mayor"
_KIN = re.compile(rf", (?:(?:the|[\w’'-]+[’']s?) (?:[\w’'-]+ ){{0,2}})?(?:{'|'.join(KIN)})\b")
_NAMES_AFTER = re.compile(
    r"(?P<first> (?:[A-Z]\. )?[A-Z][\w’-]+)(?P<last> [A-Z][\w-]*[a-z][\w-]*)?"
)
_CAPITALS = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+)?"
_HELD_AFTER = re.compile(rf",? (?P<name>{_CAPITALS})")
_HELD_BEFORE = re.compile(
    rf"\b(?P<name>{_CAPITALS}), (?:{'|'.join(ARTICLES)}) (?P<of>(?:[\w-]+ ){{0,2}})$"
)
_OFFICE_WITHIN = 60  # characters before an office that hold a name
_start = attrgetter("start")


class _FullName(NamedTuple):
    """A full name, the word before it where it is met first, and whether kin follows there."""

    name: str
    before: str
    kin_follows: bool

    @property
    def gender(self) -> str:
        """Gender that the given name tells, or the kin: "her husband, Orlo Venn"."""
        kin = "m" if self.before in HE_KIN else "f" if self.before in SHE_KIN else ""
        return gender_of_given(self.name) or kin


def is_quoted(page: Page, at: int) -> bool:
    """Whether a character lies between quotation marks."""
    quotations = page.quotations
    number = bisect_right(quotations, at, key=_start) - 1
    return number >= 0 and at < quotations[number].end


class FullNames:
    """The full names of an article by their surnames, looked for when first asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.tokens.text
        self.found: dict[str, list[_FullName]] = {}
        self.called: dict[str, str] = {}  # surname → the gender of titles before it
        self.titled: list[tuple[int, bool]] | None = None
        self.holders: dict[str, list[tuple[int, str]]] = {}

    def full_name(
        self, last: str, source: str, gender: str, met: Sequence[str] = ()
    ) -> tuple[str, bool]:
        """Return a surname with the given name it has, and whether it is nobody else's.

        Where several persons have it, gender, office and who of them spoke tell whose it is; it
        stays alone where nothing does, and where it stands with an office while the full name is
        told as somebody's kin: "President Venn and his son Beau Venn".

        Parameters
        ----------
        last
            The surname.
        source
            The words of the source it stands in, which may hold a title or an office.
        gender
            What these tell of it, if anything.
        met
            Names of those who spoke before and have the surname and the gender.
        """
        names = self._names(last)
        if not names:
            return self._beginning_with(last), True
        called = gender or self._called(last)
        if called:
            agreeing = [name for name in names if name.gender == called]
            names = agreeing or [name for name in names if not name.gender]
        office = self._office(source, source.find(last))
        if office:
            names = [name for name in names if name.before == office] or names
        if len(names) > 1 and gender:
            title = "Mrs." if gender == "f" else "Mr."
            names = [one for one in names if f"{title} {one.name}" in self.text] or names
            names = [one for one in names if one.name in met] or names
        if len(names) != 1 or self._is_another(names[0], last, office):
            return last, False
        return names[0].name, True

    def holder_of(self, profile: Profile, at: int) -> str:
        """Return the one person whom the article gives an office before a place, or nothing.

        "Mayor Ana Venn", "the mayor, Ana Venn", "Ana Venn, the mayor"; of former ones none.
        """
        if profile.head not in self.holders:
            self.holders[profile.head] = list(self._holders(profile.head))
        names = {name for end, name in self.holders[profile.head] if end < at}
        lasts = {name.split()[-1] for name in names}
        return max(names, key=len) if len(lasts) == 1 else ""

    def _holders(self, head: str) -> Iterator[tuple[int, str]]:
        """Find whom the article gives an office, with where it does."""
        text, title = self.text, head.title()
        for place in re.compile(rf"\b(?:{head}|{title})\b").finditer(text, 0, SEARCHED):
            at, stop = place.span()
            before = text[max(0, at - _OFFICE_WITHIN) : at]
            name, of = _HELD_AFTER.match(text, stop), before.rsplit(None, 1)[-1:]
            if name is None:
                name = _HELD_BEFORE.search(before)
                of = name.group("of").split() if name is not None else of
            others = re.split("[ -]", " ".join(of).lower())
            if name is not None and NOT_HOLDING.isdisjoint(others) and not is_quoted(self.page, at):
                yield stop, f"{title} {name.group('name')}"

    def _is_another(self, name: _FullName, last: str, office: str) -> bool:
        """Whether a full name is another's than the surname that has an office."""
        if not (name.before in KIN or name.kin_follows) or self._is_office(name.before):
            return False
        first = self.text.find(f" {last}", 0, SEARCHED)
        return bool(office or self._office(self.text, first + 1))

    def _office(self, text: str, at: int) -> str:
        """Return the office right before a place, in lower case, or nothing."""
        words = text[max(0, at - _GIVEN_WITHIN) : max(0, at)].rsplit(None, 1)[-1:]
        word = words[0] if words else ""
        low = word.rstrip(".").lower()
        return low if word[:1].isupper() and self._is_office(low) else ""

    def _is_office(self, word: str) -> bool:
        """Whether a word in lower case is an office or its abbreviation: "president", "sen"."""
        if word in NO_OFFICES:
            return False
        return word in SOURCE_TITLES or is_official(word)

    def _called(self, last: str) -> str:
        """Return the gender of the titles before a surname in the article, where they agree."""
        if last not in self.called:
            if self.titled is None:
                titles = _TITLE.finditer(self.text, 0, SEARCHED)
                self.titled = [(title.end(), title.group() in _HE_TITLES) for title in titles]
            found = {he for at, he in self.titled if self.text.startswith(last, at, SEARCHED)}
            self.called[last] = "" if len(found) != 1 else "m" if True in found else "f"
        return self.called[last]

    def _names(self, last: str) -> list[_FullName]:
        """Return the full names with a surname, outside quotation marks; one that another ends."""
        if last not in self.found:
            self.found[last] = self._look_for(last)
            if not self.found[last] and last[:1].isupper() and last[2:3] == "-":
                self.found[last] = self._look_for(last[0].lower() + last[1:])  # "al-Venn"
        return self.found[last]

    def _look_for(self, last: str) -> list[_FullName]:
        text = self.text
        found: list[_FullName] = []
        sought, stop = " " + last, 0
        for _ in range(_LOOKED_AT):
            at = text.find(sought, stop, SEARCHED)
            if at < 0:
                break
            stop = at + len(sought)
            before = text[max(0, at - _GIVEN_WITHIN) : at].rsplit(None, 2)
            if not (before and before[-1][0].isupper()) or text[stop : stop + 1].isalnum():
                continue
            if is_first_name(before[-1]) and not is_quoted(self.page, at):
                name = f"{before[-1]} {last}"
                if len(before) > 1 and is_given_before(before[-2], before[-1]):
                    name = f"{before[-2]} {name}"
                junior = _JUNIOR.match(text, stop)
                name += junior.group() if junior is not None else ""
                if not any(one_person(name, other.name) for other in found):
                    begin = at + len(sought) - len(f"{name.split(last)[0]}{last}")
                    words = text[max(0, begin - _NEAR) : begin].split()
                    word = words[-1].strip(".,").lower() if words else ""
                    found.append(_FullName(name, word, _KIN.match(text, stop) is not None))
        return found

    def _beginning_with(self, word: str) -> str:
        """Return the one full name that begins with a given or a family name: "Kim Jong Un"."""
        low = word.lower()
        if low not in GIVEN_NAMES and low not in FAMILY_FIRST:
            return word
        names = set()
        for place in re.finditer(rf"\b{re.escape(word)}(?= [A-Z])", self.text[:SEARCHED]):
            match = _NAMES_AFTER.match(self.text, place.end())
            if match is not None and not is_quoted(self.page, place.start()):
                last = "" if low not in FAMILY_FIRST else match.group("last") or ""
                names.add(match.group("first") + last)
        return word + names.pop() if len(names) == 1 else word
