"""Who speaks: names for sources, pronouns and surnames linked to whom they stand for."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from framing.language.givennames import HE_TITLES, SHE_TITLES, gender_of_given
from framing.language.sourcewords import (
    DEFINITE,
    INDEFINITE,
    JOINED,
    LINKED_PRONOUNS,
    OF_WITHHELD,
    WITHHELD,
)
from framing.voice.antecedents import TRAILING, antecedent_of
from framing.voice.found import Found, Speaker
from framing.voice.personnames import (
    SEARCHED,
    gender_of,
    is_first_name,
    is_given_before,
    one_person,
    without_loose_words,
)
from framing.voice.profiles import Profile, last_name, of_others, profile_of
from framing.voice.subjects import first_subject
from framing.voice.tags import Tag, Tags
from framing.voice.units import Page, Unit
from framing.voice.whospeaks import profile_at

__all__ = ["name_speakers"]

_FAR = 3  # paragraphs that a pronoun reaches back over
_NEAR = 1  # paragraphs that it reaches back over to somebody without a name
_KEPT = 60  # speakers it may stand for, so that time stays linear in one endless paragraph
_LOOKED_AT = 20  # places where a surname stands
_GIVEN_WITHIN = 25  # characters before it that hold the given names


_start = attrgetter("start")
_TITLE = re.compile(f"(?:{'|'.join(map(re.escape, (*HE_TITLES, *SHE_TITLES)))}) ")
_HE_TITLES = frozenset(f"{title} " for title in HE_TITLES)
_NOBODY = Speaker(None, "none", None, "", False)


class _Cast:
    """The speakers of one article, met in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.people: dict[str, list[Speaker]] = {}
        self.withheld: dict[int, bool] = {}
        self.full_names: dict[str, list[str]] = {}
        self.roles: dict[str, Speaker] = {}
        self.described: dict[str, Speaker] = {}
        self.recent: list[tuple[int, Speaker]] = []
        self.genders: dict[str, str] = {}
        self.called: dict[str, str] = {}  # surname → the gender of titles before it
        self.titled: list[tuple[int, bool]] | None = None

    def meet(self, source: str, paragraph: int, antecedent: str | None) -> Speaker:
        """Return the speaker that a source's words stand for."""
        profile = profile_of(source)
        if profile.kind == "pronoun":
            speaker = self._pronoun(profile, paragraph, antecedent)
        elif profile.last:
            speaker = self._person(profile)
        elif profile.kind in ("official", "anonymous"):
            speaker = self._description(profile)
        else:
            speaker = Speaker(profile.name, profile.kind, None, "", profile.plural)
            if profile.head and profile.definite and profile.head in self.described:
                speaker = self.described[profile.head]
            elif profile.head:
                self.described[profile.head] = speaker
        if speaker.name is not None:
            self.recent.append((paragraph, speaker))
            if len(self.recent) > 2 * _KEPT:
                del self.recent[:-_KEPT]
        return speaker

    def introduce(self, page: Page, unit: Unit, at: int) -> None:
        """Let a person who is the subject of a sentence be the "he" in it: "Venn left, as he …"."""
        subject = first_subject(page.mask, unit.start, at) if at > unit.start + 2 else None
        if subject is None or subject[1] > at or page.mask[subject[0]] in Tags.PRONOUN:
            return
        profile = profile_at(page, subject)
        if profile.last and profile.person:
            person = self._person(profile)
            if person.person:
                self.recent.append((unit.paragraph, person))

    def _person(self, profile: Profile) -> Speaker:
        """Return a named person, under the fullest name the article gives.

        A full name is never another's of the same surname; a bare surname that two persons of
        the article share stays as it is.
        """
        name = profile.name or ""
        if " " not in name:
            name = self._full_name(name, profile.gender)
        known = self._known(name, profile)
        if known is None:
            person = " " in name or bool(profile.gender or profile.roles)
            known = Speaker(
                name, "named", profile.speaks_for, profile.gender, profile.plural, person
            )
            people = self.people.setdefault(profile.last, [])
            people.append(known)
            del people[:-_KEPT]
        else:
            known = self._learnt(known, name, profile)
        for role in profile.roles:
            self.roles[role] = known
        return known

    def _learnt(self, known: Speaker, name: str, profile: Profile) -> Speaker:
        """Return a person with what a source tells of them, which is kept."""
        fuller = name if len(name) > len(known.name or "") else known.name
        person = known.person or " " in name or bool(profile.gender or profile.roles)
        speaks_for = known.speaks_for or profile.speaks_for
        gender = known.gender or profile.gender
        if (fuller, speaks_for, gender, person) == (
            known.name, known.speaks_for, known.gender, known.person
        ):  # fmt: skip
            return known
        met = known._replace(name=fuller, speaks_for=speaks_for, gender=gender, person=person)
        people = self.people[profile.last]
        people[people.index(known)] = met
        return met

    def _known(self, name: str, profile: Profile) -> Speaker | None:
        """Return the person met before whom a name stands for, if it is one alone."""
        gender = profile.gender
        people = [
            report
            for report in self.people.get(profile.last, ())
            if not (gender and report.gender and report.gender != gender)
        ]
        for person in people:
            if person.name == name:
                return person
        fitting = [person for person in people if one_person(person.name or "", name)]
        if not profile.gender and len(self.full_names.get(name, ())) > 1:
            return None  # two persons of the article have this surname
        return fitting[0] if len(fitting) == 1 else None

    def _full_name(self, last: str, gender: str) -> str:
        """Return a surname with the given name it has in the article, where it has but one."""
        if last not in self.full_names:
            self.full_names[last] = self._given_names(last)
        given = self.full_names[last]
        called = gender or (self._called(last) if given else "")
        if called:
            given = [name for name in given if gender_of_given(name) in ("", called)]
        if len(given) > 1 and gender:
            met = [
                report for report in self.people.get(last_name(last), ()) if report.gender == gender
            ]
            given = [person.name for person in met if person.name] or given
        if len(given) > 1:
            title = "Mrs." if gender == "f" else "Mr."
            given = [name for name in given if f"{title} {name}" in self.page.tokens.text] or given
        return given[0] if len(given) == 1 else last

    def _called(self, last: str) -> str:
        """Return the gender of the titles before a surname in the article, where they agree."""
        if last not in self.called:
            text = self.page.tokens.text
            if self.titled is None:
                titles = _TITLE.finditer(text, 0, SEARCHED)
                self.titled = [(title.end(), title.group() in _HE_TITLES) for title in titles]
            found = {he for at, he in self.titled if text.startswith(last, at, SEARCHED)}
            self.called[last] = "" if len(found) != 1 else "m" if True in found else "f"
        return self.called[last]

    def _given_names(self, last: str) -> list[str]:
        """Return the full names with a surname, outside quotation marks; one that another ends."""
        text = self.page.tokens.text
        found: list[str] = []
        sought, stop = " " + last, 0
        for _ in range(_LOOKED_AT):
            at = text.find(sought, stop, SEARCHED)
            if at < 0:
                break
            stop = at + len(sought)
            before = text[max(0, at - _GIVEN_WITHIN) : at].rsplit(None, 2)
            if not (before and before[-1][0].isupper()) or text[stop : stop + 1].isalnum():
                continue
            if is_first_name(before[-1]) and not self._is_quoted(at):
                name = f"{before[-1]} {last}"
                if len(before) > 1 and is_given_before(before[-2], before[-1]):
                    name = f"{before[-2]} {name}"
                if not any(one_person(name, other) for other in found):
                    found.append(name)
        return found

    def withholds(self, unit: Unit) -> bool:
        """Whether a sentence says, outside quotation marks, that a name is withheld."""
        if unit.start not in self.withheld:
            text = self.page.tokens.text
            first, end = self.page.tokens.starts[unit.start], self.page.tokens.end(unit.end - 1)
            found = None
            if any(map(text[first:end].__contains__, OF_WITHHELD)):
                found = WITHHELD.search(text, first, end)
            others = found is not None and of_others(text, first, found.start())
            own = found is not None and not (others or self._is_quoted(found.start()))
            self.withheld[unit.start] = own
        return self.withheld[unit.start]

    def _is_quoted(self, at: int) -> bool:
        """Whether a character lies between quotation marks."""
        quotations = self.page.quotations
        number = bisect_right(quotations, at, key=_start) - 1
        return number >= 0 and at < quotations[number].end

    def _description(self, profile: Profile) -> Speaker:
        """Return who is described: "the mayor" may be named already, "the source" known."""
        known = profile.kind == "official" and profile.head in self.roles
        if profile.definite and known and not profile.plural:
            return self.roles[profile.head]
        if profile.definite and profile.head in self.described:
            return self.described[profile.head]
        speaker = Speaker(
            profile.name,
            profile.kind,
            profile.speaks_for,
            profile.gender,
            profile.plural,
            profile.person,
        )
        self.described[profile.head] = speaker
        return speaker

    def _pronoun(self, profile: Profile, paragraph: int, antecedent: str | None) -> Speaker:
        """Link a pronoun to the last speaker it fits, or leave it open."""
        if antecedent is not None:
            return self.meet(antecedent, paragraph, None)
        word = profile.head
        if word in LINKED_PRONOUNS:
            for where, speaker in reversed(self.recent):
                if paragraph - where > _FAR:
                    break
                if profile.gender and speaker.person and not speaker.gender:
                    speaker = self._with_gender(speaker)
                if _fits(word, profile, speaker):
                    if speaker.kind == "anonymous" and paragraph - where > _NEAR:
                        break  # who has no name is soon somebody else's "he"
                    if profile.gender and not speaker.gender:
                        self._learn(speaker, profile.gender)
                    return speaker
        return Speaker(None, "pronoun", None, profile.gender, profile.plural)

    def _with_gender(self, speaker: Speaker) -> Speaker:
        """Return a person with the gender of the pronouns that follow the name in the article."""
        if speaker.kind != "named" or not speaker.name:
            return speaker
        last = last_name(speaker.name)
        if last not in self.genders:
            self.genders[last] = gender_of(last, self.page.tokens.text)
        return speaker._replace(gender=self.genders[last])

    def _learn(self, speaker: Speaker, gender: str) -> None:
        """Remember what a pronoun tells of someone."""
        last = last_name(speaker.name) if speaker.name else ""
        people = self.people.get(last, [])
        for number, known in enumerate(people):
            if known.name == speaker.name and not known.gender:
                learnt = people[number] = known._replace(gender=gender)
                self.recent = [(p, learnt if s == speaker else s) for p, s in self.recent]


def _is_one(words: str) -> bool:
    """Whether a source without a name is one person: "an aide", "the aide", no "insiders"."""
    first = words.split(" ", 1)[0].lower()
    return (first in INDEFINITE or first in DEFINITE) and not JOINED.search(words)


def _fits(word: str, profile: Profile, speaker: Speaker) -> bool:
    """Whether a pronoun can stand for a speaker."""
    if word in ("it", "its"):
        return speaker.kind == "institution" and not speaker.plural
    if word in ("they", "their", "them"):
        return speaker.plural
    if speaker.plural or not speaker.person:
        return False
    if speaker.kind == "anonymous" and not _is_one(speaker.name or ""):
        return False
    return not speaker.gender or speaker.gender == profile.gender


def name_speakers(page: Page, found: list[Found]) -> list[Speaker]:
    """Link the source of each attribution, in the order of the article.

    Returns
    -------
    list of Speaker
        One for each of `found`; the name is None where a pronoun is left open.
    """
    cast = _Cast(page)
    tokens, units = page.tokens, page.units
    mask, text, starts, sizes = page.mask, tokens.text, tokens.starts, tokens.sizes
    order = sorted(
        [(report.source, i) for i, report in enumerate(found) if report.source is not None]
    )
    speakers = [_NOBODY] * len(found)
    spoke_in = -1
    for (first, stop), index in order:
        number = found[index].unit
        unit = units[number]
        while stop > first + 1 and mask[stop - 1] in TRAILING:
            stop -= 1
        begun, last = starts[first], starts[stop - 1]
        end = last + sizes[stop - 1]
        source = text[begun:end]
        source = without_loose_words(source, text[begun : begun + sizes[first]], text[last:end])
        antecedent = None
        if stop == first + 1:
            if mask[first] in Tags.RELATIVE:
                antecedent = antecedent_of(page, first, unit.start)
            elif mask[first] == Tag.HE and spoke_in != number:
                cast.introduce(page, unit, first)
        met = cast.meet(source, unit.paragraph, antecedent)
        spoke_in = number
        kind = met.kind
        nameless = kind in _WITHOUT_NAME or (kind == "pronoun" and met.name is None)
        if nameless and cast.withholds(unit):
            met = met._replace(kind="anonymous")
        speakers[index] = met
    return speakers


_WITHOUT_NAME = frozenset(("official", "group"))
