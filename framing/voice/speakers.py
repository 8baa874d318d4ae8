"""Who speaks: names for sources, pronouns and surnames linked to whom they stand for."""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.language.calendar import DAYS, MONTHS, NEAR_DAYS, SHORT_MONTHS
from framing.voice.found import Found
from framing.voice.profiles import Profile, last_name, profile_of
from framing.voice.tags import Tag, Tags, any_of
from framing.voice.units import Page

__all__ = ["Speaker", "name_speakers"]

_TRAILING = any_of("comma|aside")
_NOUN_PHRASE = any_of("noun-like|det|of|adv|possessive|number|name|stop")
_NO_START = any_of("of|adv|possessive|stop")

_FAR = 3  # paragraphs that a pronoun reaches back over
_KEPT = 60  # speakers it may stand for, so that time stays linear in one endless paragraph
_SEARCHED = 50_000  # characters in which a name is looked for; hardly an article is as long


class Speaker(NamedTuple):
    """One speaker as linked within an article: name, kind, and whom it speaks for."""

    name: str | None
    kind: str
    speaks_for: str | None
    gender: str
    plural: bool
    person: bool = False


_NOBODY = Speaker(None, "none", None, "", False)


class _Cast:
    """The speakers of one article, met in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.people: dict[str, Speaker] = {}
        self.roles: dict[str, Speaker] = {}
        self.described: dict[str, Speaker] = {}
        self.recent: list[tuple[int, Speaker]] = []
        self.genders: dict[str, str] = {}

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

    def _person(self, profile: Profile) -> Speaker:
        """Return a named person, under the fullest name the article gives."""
        name = profile.name or ""
        known = self.people.get(profile.last)
        if known is None or (
            known.name and len(name) > len(known.name) and name.endswith(profile.last)
        ):
            full = name if " " in name else self._full_name(name)
            speaks_for = profile.speaks_for or (known.speaks_for if known else None)
            gender = profile.gender or (known.gender if known else "")
            person = " " in full or bool(gender or profile.roles) or bool(known and known.person)
            known = Speaker(full, "named", speaks_for, gender, profile.plural, person)
            self.people[profile.last] = known
        elif profile.speaks_for and not known.speaks_for:
            known = known._replace(speaks_for=profile.speaks_for)
            self.people[profile.last] = known
        for role in profile.roles:
            self.roles[role] = known
        return known

    def _full_name(self, last: str) -> str:
        """Return a surname with the name before it where the article first has one."""
        text = self.page.tokens.text
        at = text.find(" " + last, 0, _SEARCHED)
        for _ in range(8):
            if at < 0:
                break
            before = text[max(0, at - 25) : at].split()
            after = text[at + 1 + len(last) : at + 2 + len(last)]
            if before and not after.isalnum() and _is_first_name(before[-1]):
                if len(before) > 1 and len(before[-1]) == 2 and _is_first_name(before[-2]):
                    return f"{before[-2]} {before[-1]} {last}"
                return f"{before[-1]} {last}"
            at = text.find(" " + last, at + 1, _SEARCHED)
        return last

    def _description(self, profile: Profile) -> Speaker:
        """Return who is described: "the mayor" may be named already, "the source" known."""
        if profile.definite and profile.kind == "official" and profile.head in self.roles:
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
        if word in ("he", "she", "his", "her", "him", "they", "their", "them", "it", "its"):
            for where, speaker in reversed(self.recent):
                if paragraph - where > _FAR:
                    break
                if profile.gender and speaker.person and not speaker.gender:
                    speaker = self._with_gender(speaker)
                if _fits(word, profile, speaker):
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
            self.genders[last] = _gender_of(last, self.page.tokens.text)
        return speaker._replace(gender=self.genders[last])

    def _learn(self, speaker: Speaker, gender: str) -> None:
        """Remember what a pronoun tells of someone."""
        last = last_name(speaker.name) if speaker.name else ""
        known = self.people.get(last)
        if known is not None and known.name == speaker.name:
            learnt = self.people[last] = known._replace(gender=gender)
            self.recent = [(p, learnt if s == speaker else s) for p, s in self.recent]


_GENDERED = re.compile(r"[.\n]|\b(?:(he|his|him|himself)|she|her|hers|herself)\b", re.IGNORECASE)


def _gender_of(last: str, text: str) -> str:
    """Gender of a last name: that of the pronouns after it in its sentences, if they agree."""
    found = {"m": 0, "f": 0}
    at = text.find(last, 0, _SEARCHED)
    for _ in range(12):
        if at < 0:
            break
        match = _GENDERED.search(text, at + len(last), at + 90)
        if match is not None and match.group() not in ".\n":
            found["m" if match.group(1) else "f"] += 1
        at = text.find(last, at + len(last), _SEARCHED)
    likely = max(found, key=lambda gender: found[gender])
    others = sum(found.values()) - found[likely]
    return likely if found[likely] >= max(2, 3 * others) else ""


def _is_first_name(word: str) -> bool:
    """Whether a word before a surname looks like a given name or an initial."""
    return (
        word[:1].isupper()
        and word.rstrip(".").isalpha()
        and not (word.endswith(".") and len(word) > 2)
        and word.lower() not in _NO_NAMES
        and not word.isupper()
    ) or (len(word) == 2 and word[0].isupper() and word[1] == ".")


_NO_NAMES = frozenset(
    """the a an mr mrs ms dr president senator governor mayor minister secretary general king queen
    prince judge justice representative but and while when after before as if former republican
    democrat democratic in on at to for with against that said says by from of or not why how what
    is are was were will can pro anti via like than then both even only also meanwhile
    under""".split()
) | (
    {*DAYS, *MONTHS, *NEAR_DAYS, *SHORT_MONTHS}
    - {"march", "april", "may", "june", "jul", "mar", "jun", "sep"}
)


def _fits(word: str, profile: Profile, speaker: Speaker) -> bool:
    """Whether a pronoun can stand for a speaker."""
    if word in ("it", "its"):
        return speaker.kind == "institution" and not speaker.plural
    if word in ("they", "their", "them"):
        return speaker.plural
    if speaker.plural or not speaker.person:
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
    order = sorted(
        range(len(found)),
        key=lambda i: (found[i].source or found[i].cue or (0, 0), i),
    )
    speakers = [_NOBODY] * len(found)
    for index in order:
        one = found[index]
        if one.source is None:
            continue
        first, stop = one.source
        while stop > first + 1 and page.mask[stop - 1] in _TRAILING:
            stop -= 1
        source = tokens.text[tokens.starts[first] : tokens.end(stop - 1)]
        antecedent = None
        if stop == first + 1 and page.mask[first] in Tags.RELATIVE:
            antecedent = _antecedent(page, first, units[one.unit].start)
        speakers[index] = cast.meet(source, units[one.unit].paragraph, antecedent)
    return speakers


_PARTY = re.compile("[A-Z]-[A-Z]")


def _antecedent(page: Page, at: int, low: int) -> str | None:
    """Return the noun phrase before a relative pronoun."""
    mask = page.mask
    stop = at
    while stop > low and mask[stop - 1] in _TRAILING:
        stop -= 1
    start = stop
    while start > low and mask[start - 1] in _NOUN_PHRASE and stop - start < 12:
        start -= 1
        if mask[start] in Tag.THE:
            break
    while start < stop and mask[start] in _NO_START:
        start += 1
    if start >= stop:
        return None
    if start > low + 1 and mask[start - 1] == Tag.COMMA and _PARTY.match(page.tokens.word(start)):
        return _antecedent(page, start, low)  # "John Venn, R-Osk., who"
    return page.tokens.text[page.tokens.starts[start] : page.tokens.end(stop - 1)]
