"""Full names that an article gives for a surname, and which of them a title or a pronoun picks."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from framing.language.abbreviations import SOURCE_TITLES
from framing.language.closed import ARTICLES
from framing.language.givennames import (
    FAMILY_FIRST,
    GIVEN_NAMES,
    HE_TITLES,
    KIN,
    SHE_TITLES,
)
from framing.language.languages import ENGLISH
from framing.language.sourcewords import JUNIORS, NO_OFFICES, NOT_HOLDING
from framing.lexicon import word_classes
from framing.voice.sources.personnames import (
    SEARCHED,
    FullName,
    gender_of,
    is_first_name,
    is_given_before,
    of_gender,
    one_person,
)
from framing.voice.sources.profiles import Profile
from framing.voice.text.units import Page

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
_CAPITAL = r"[A-Z][\w-]*(?:[’'](?!s\b)[\w-]*)*(?<=[\w-][\w’'-])"
_CAPITALS = rf"{_CAPITAL}(?: [A-Z]\.)?(?: {_CAPITAL})?"
_HOLDER_AFTER = re.compile(rf",? (?P<name>{_CAPITALS})")
_OF_OFFICE = re.compile(r"(?P<of>[\w-]+[ -])$")
_BEFORE_OFFICE = re.compile(
    rf"(?P<name>{_CAPITALS}), (?:{'|'.join(ARTICLES)}) (?P<of>(?:[\w-]+ ){{0,2}})$"
)
_LONGEST_HOLDER = 120  # characters before an office that hold a name and what is between
_start = attrgetter("start")


@functools.cache
def _offices() -> frozenset[str]:
    """Words for offices, in lower case."""
    classes = word_classes(ENGLISH.cues["sources"])
    return frozenset(word for word, kinds in classes.items() if "official" in kinds)


def _of_before(text: str, at: int) -> re.Match[str] | None:
    """Match the word right before a place, with what joins it: "vice-"."""
    return _OF_OFFICE.search(text, max(0, at - _NEAR), at)


def _places(text: str, word: str) -> Iterator[int]:
    """Find the places where a word, or what begins with it, stands in a text."""
    at = text.find(word, 0, SEARCHED)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word), SEARCHED)


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
        self.found: dict[str, list[FullName]] = {}
        self.begun: dict[str, str] = {}  # given or family name → the full name beginning with it
        self.called: dict[str, str] = {}  # surname → the gender of titles before it
        self.titled: list[tuple[int, bool]] | None = None
        self.holders: dict[str, list[tuple[int, str]]] = {}

    def full_name(
        self, last: str, source: str, gender: str, met: Sequence[str] = ()
    ) -> tuple[str, bool]:
        """Return a surname with the given name it has, and whether it is nobody else's.

        Where several persons have it, gender, office and who of them spoke tell whose it is; it
        stays alone where nothing does, and where it stands with an office while the full name is
        told as somebody's kin, or a junior's: "President Venn and his son Beau Venn".

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
        every = names = self._names(last)
        if not names:
            return self._beginning_with(last), True
        called = gender or self._called(last)
        if called:
            names = of_gender(names, called)
        office = self._office(source, source.find(last))
        if office:
            names = [name for name in names if name.before == office] or names
        junior = _JUNIOR.search(source) is not None
        if len(names) > 1 and not junior:  # a bare surname is no junior's
            names = [one for one in names if not _JUNIOR.search(one.name)]
        if len(names) > 1 and gender:
            names = self._titled(names, gender)
            names = [one for one in names if one.name in met] or names
        if len(names) != 1 or self._is_another(names[0], every, last, office, junior=junior):
            return last, False
        return names[0].name, True

    def is_shared(self, last: str) -> bool:
        """Whether several persons of the article have a surname."""
        return len(self._names(last)) > 1

    def _titled(self, names: list[FullName], gender: str) -> list[FullName]:
        """Return those of some names that stand with a title in the article, if any does."""
        title = "Mrs." if gender == "f" else "Mr."
        return [one for one in names if f"{title} {one.name}" in self.text] or names

    def holder_of(self, profile: Profile, at: int) -> str:
        """Return the one person whom the article gives an office before a place, or nothing.

        "Mayor Ana Venn", "the mayor, Ana Venn", "Ana Venn, the mayor"; of former ones none.
        """
        if profile.head not in self.holders:
            self.holders[profile.head] = list(self._holders(profile.head))
        names = {name for end, name in self.holders[profile.head] if end < at}
        lasts = {name.split()[-1] for name in names}
        return max(sorted(names), key=len) if len(lasts) == 1 else ""

    def _holders(self, head: str) -> Iterator[tuple[int, str]]:
        """Find whom the article gives an office, with where it does."""
        text = self.text
        for office in {head, head.title()}:
            for at in _places(text, office):
                stop = at + len(office)
                after = _HOLDER_AFTER.match(text, stop)
                of = _of_before(text, at) if after is not None else None
                if after is not None and (of is not None or not text[at - 1 : at].isalnum()):
                    yield from self._holder(after, of, head, at, after.end())
                low = max(0, at - _LONGEST_HOLDER)
                apposed = text.find(", ", low, at) >= 0 and not text[stop : stop + 1].isalnum()
                before = _BEFORE_OFFICE.search(text, low, at) if apposed else None
                if before is not None:
                    yield from self._holder(before, before, head, before.start(), stop)

    def _holder(
        self, found: re.Match[str], of: re.Match[str] | None, head: str, begin: int, stop: int
    ) -> Iterator[tuple[int, str]]:
        """Give a holder of an office, unless a word before tells that it is a former one's."""
        others = re.split("[ -]", of.group("of").lower()) if of is not None else ()
        begin = min(begin, of.start()) if of is not None else begin
        if NOT_HOLDING.isdisjoint(others) and not is_quoted(self.page, begin):
            yield stop, f"{head.title()} {found.group('name')}"

    def _is_another(
        self, name: FullName, every: list[FullName], last: str, office: str, *, junior: bool
    ) -> bool:
        """Whether a full name is another's than the surname that has an office, or stands first.

        It is where it is told as somebody's kin, or pronouns after the surname are of the other
        gender: "President Venn said he was ill. Ana Venn came. Venn slept".
        """
        if self._is_office(name.before):
            return False
        if not office and self.text.find(last) >= min(self.text.find(one.name) for one in every):
            return False
        son = not junior and _JUNIOR.search(name.name) is not None
        if son or name.before in KIN or name.kin_follows:
            return True
        return bool(name.gender) and gender_of(last, self.text) not in ("", name.gender)

    def _office(self, text: str, at: int) -> str:
        """Return the office right before a place, in lower case, or nothing."""
        if at <= 0:
            return ""
        words = text[at - _GIVEN_WITHIN if at > _GIVEN_WITHIN else 0 : at].rsplit(None, 1)[-1:]
        word = words[0] if words else ""
        low = word.rstrip(".").lower()
        return low if word[:1].isupper() and self._is_office(low) else ""

    def _is_office(self, word: str) -> bool:
        """Whether a word in lower case is an office or its abbreviation: "president", "sen"."""
        if word in NO_OFFICES:
            return False
        return word in SOURCE_TITLES or word in _offices()

    def _is_title(self, word: str) -> bool:
        """Whether a word before a surname is an office and no given name: "Bishop", no "Dean"."""
        low = word.lower()
        return low not in GIVEN_NAMES and self._is_office(low)

    def _called(self, last: str) -> str:
        """Return the gender of the titles before a surname in the article, where they agree."""
        if last not in self.called:
            if self.titled is None:
                titles = _TITLE.finditer(self.text, 0, SEARCHED)
                self.titled = [(title.end(), title.group() in _HE_TITLES) for title in titles]
            found = {he for at, he in self.titled if self.text.startswith(last, at, SEARCHED)}
            self.called[last] = "" if len(found) != 1 else "m" if True in found else "f"
        return self.called[last]

    def _names(self, last: str) -> list[FullName]:
        """Return the full names with a surname, outside quotation marks; one that another ends."""
        if last not in self.found:
            self.found[last] = self._look_for(last)
            if not self.found[last] and last[:1].isupper() and last[2:3] == "-":
                self.found[last] = self._look_for(last[0].lower() + last[1:])  # "al-Venn"
        return self.found[last]

    def _look_for(self, last: str) -> list[FullName]:
        text = self.text
        found: list[FullName] = []
        sought, stop = " " + last, 0
        for _ in range(_LOOKED_AT):
            at = text.find(sought, stop, SEARCHED)
            if at < 0:
                break
            stop = at + len(sought)
            before = text[at - _GIVEN_WITHIN if at > _GIVEN_WITHIN else 0 : at].rsplit(None, 2)
            if not before or not before[-1][0].isupper() or text[stop : stop + 1].isalnum():
                continue
            given = is_first_name(before[-1]) and not self._is_title(before[-1])
            if given and not is_quoted(self.page, at):
                name = f"{before[-1]} {last}"
                if len(before) > 1 and is_given_before(before[-2], before[-1]):
                    name = f"{before[-2]} {name}"
                junior = _JUNIOR.match(text, stop)
                name += junior.group() if junior is not None else ""
                if not any(one_person(name, other.name) for other in found):
                    begin = at + len(sought) - len(f"{name.split(last)[0]}{last}")
                    words = text[max(0, begin - _NEAR) : begin].split()
                    word = words[-1].strip(".,").lower() if words else ""
                    found.append(FullName(name, word, _KIN.match(text, stop) is not None))
        return found

    def _beginning_with(self, word: str) -> str:
        """Return the one full name that begins with a given or a family name: "Kim Jong Un"."""
        if word not in self.begun:
            self.begun[word] = self._looked_up(word)
        return self.begun[word]

    def _looked_up(self, word: str) -> str:
        low = word.lower()
        if low not in GIVEN_NAMES and low not in FAMILY_FIRST:
            return word
        names = set()
        for at in _places(self.text, word):
            match = _NAMES_AFTER.match(self.text, at + len(word))
            inside = self.text[at - 1 : at].isalnum()
            if match is not None and not (inside or is_quoted(self.page, at)):
                last = "" if low not in FAMILY_FIRST else match.group("last") or ""
                names.add(match.group("first") + last)
        return word + names.pop() if len(names) == 1 else word
