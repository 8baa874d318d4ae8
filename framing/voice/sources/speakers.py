"""Who speaks: names for sources, pronouns and surnames linked to whom they stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import compress, count
from operator import attrgetter

from framing.language.smallwords import IT_OR_ITS, THEY_OR_THEIR
from framing.language.sourcewords import (
    DEFINITE,
    INDEFINITE,
    JOINED,
    LINKED_PRONOUNS,
    NOT_HOLDING,
    OF_WITHHELD,
    WITHHELD,
)
from framing.values import Span
from framing.voice.found import Found, Speaker
from framing.voice.grammar.subjects import first_subject
from framing.voice.sources.antecedents import TRAILING, antecedent_of
from framing.voice.sources.fullnames import FullNames, is_quoted
from framing.voice.sources.personnames import gender_of, is_bare, one_person, without_loose_words
from framing.voice.sources.profiles import Profile, last_name, profile_of
from framing.voice.sources.whospeaks import profile_at
from framing.voice.sources.withheldnames import of_others
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page, Unit

__all__ = ["name_speakers"]

_FAR = 3  # paragraphs that a pronoun reaches back over
_NEAR = 1  # paragraphs that it reaches back over to somebody without a name
_KEPT = 60  # speakers it may stand for, so that time stays linear in one endless paragraph
_SUBJECTS = 3  # subjects of a sentence that may be who a pronoun in it stands for
_SENTENCES = 2  # sentences before a pronoun whose subjects it may stand for
_NO_WORD = re.compile("['’]s\\b|[^\\w\\s-]")
_VOWELS = frozenset("AEIOUY")
_INITIALS = 3  # letters that stand for a whole name at most: "AR: C"
_OPENING = 2  # tokens before a pronoun that opens its sentence: "But later *he* said"
_source = attrgetter("source")
_NOBODY = Speaker(None, "none", None, "", False)


class _Cast:
    """The speakers of one article, met in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.people: dict[str, list[Speaker]] = {}
        self.withheld: dict[int, int] = {}
        self.full_names = FullNames(page)
        self.roles: dict[str, Speaker] = {}
        self.described: dict[str, Speaker] = {}
        self.recent: list[tuple[int, Speaker]] = []
        self.genders: dict[str, str] = {}
        self.initials: dict[str, str] | None = None
        self.shared: set[str] = set()  # surnames of two persons that nothing tells apart
        self.at = 0
        self.opens = True  # whether the source that is met opens its sentence

    def meet(self, source: str, at: int, paragraph: int, antecedent: str | None) -> Speaker:
        """Return the speaker that a source's words, which begin at a character, stand for."""
        self.at = at
        profile = profile_of(source)
        if profile.kind == "pronoun":
            speaker = self._pronoun(profile, paragraph, antecedent)
        elif profile.last:
            speaker = self._person(profile, source)
        elif profile.kind in ("official", "anonymous"):
            speaker = self._description(profile)
        else:
            speaker = Speaker(profile.name, profile.kind, None, "", profile.plural)
            meant = profile.definite and antecedent is None  # no "the people who"
            before = self.described.get(profile.head) if meant else None
            if before is not None and before.kind == profile.kind and _is_so(profile, before):
                speaker = before
            elif profile.head and _may_be_meant(source, profile):
                self.described[profile.head] = speaker
        if speaker.name is not None:
            self.recent.append((paragraph, speaker))
            if len(self.recent) > 2 * _KEPT:
                del self.recent[:-_KEPT]
        return speaker

    def labelled(self, source: str, found: list[Found]) -> str:
        """Return whom a label in capitals names: "VENN: C", "AR: C" of an Ana Ruiz met before."""
        if len(source) <= _INITIALS and self.initials is None:
            self.initials = _initialled(self.page, found)
        met = (self.initials or {}).get(source)
        return met or (source if _are_initials(source) else source.title())

    def introduce(self, number: int, at: int, spoke_in: int, gender: str) -> None:
        """Let who is the subject of a sentence be the "he" in it, or at the head of the next.

        "Venn left, as he …"; "Venn was away. On Monday, he …", where nobody spoke in between.
        """
        unit = self.page.units[number]
        if at > unit.start + 2 and self._introduced(unit, at):
            return
        for earlier in range(number - 1, max(spoke_in, number - 1 - _SENTENCES), -1):
            before = self.page.units[earlier]
            if unit.paragraph - before.paragraph > _NEAR:
                return
            if self._introduced(before, before.end) and self._is_met(gender):
                return

    def _is_met(self, gender: str) -> bool:
        """Whether the person met last may have a pronoun's gender."""
        person = self.recent[-1][1]
        return (person.gender or self._with_gender(person).gender) in ("", gender)

    def _introduced(self, unit: Unit, stop: int) -> bool:
        """Let the person who is the subject of a sentence be meant by a pronoun, if it is one."""
        page, low = self.page, unit.start
        for _ in range(_SUBJECTS):
            subject = first_subject(page.mask, low, stop)
            if subject is None or subject[1] > stop or page.mask[subject[0]] in Tags.PRONOUN:
                return False
            person = self._person_at(subject)
            if person is not None:
                self.recent.append((unit.paragraph, person))
                return True
            low = subject[1]
        return False

    def _person_at(self, subject: Span) -> Speaker | None:
        """Return the person that a subject names, or calls by an office that the article gave."""
        page = self.page
        profile = profile_at(page, subject)
        if profile.kind == "official" and profile.definite and not profile.plural:
            self.at = page.tokens.starts[subject[0]]
            holder = self._description(profile)
            return holder if holder.kind == "named" else None
        if not (profile.last and profile.person):
            return None
        person = self._person(profile, page.tokens.text[slice(*_characters(page, subject))])
        if person.gender or profile.roles or " " in (profile.name or ""):
            return person._replace(person=True)
        person = self._with_gender(person)
        return person._replace(person=True) if person.gender else None

    def _person(self, profile: Profile, source: str) -> Speaker:
        """Return a named person, under the fullest name the article gives.

        A full name is never another's of the same surname; a bare surname that two persons of
        the article share stays open, and links nobody.
        """
        name, known = profile.name or "", None
        sole = True
        if is_bare(name):
            people = self.people.get(profile.last, ())
            met = [one.name for one in people if one.name and one.gender == profile.gender]
            name, sole = self.full_names.full_name(name, source, profile.gender, met)
            if not sole and not profile.roles and self.full_names.is_shared(name):
                self.shared.add(name)
        known = self._known(name, profile, sole)
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

    def _known(self, name: str, profile: Profile, sole: bool) -> Speaker | None:
        """Return the person met before whom a name stands for, if it is one alone.

        A surname that is not the `sole` one of the article is only who had it alone before.
        """
        people = self.people.get(profile.last)
        if people is None:
            return None
        gender = profile.gender
        if gender:
            people = [one for one in people if one.gender in ("", gender)]
        for person in people:
            if person.name == name:
                return person
        fitting = [person for person in people if one_person(person.name or "", name)]
        return fitting[0] if sole and len(fitting) == 1 else None

    def withholds(self, number: int) -> int:
        """Return where a sentence says, outside quotation marks, that a name is withheld, or -1."""
        if number not in self.withheld:
            begin, stop = self.page.begins[number], self.page.ends[number]
            unsaid = OF_WITHHELD.isdisjoint(self.page.tokens.lowered[begin:stop])
            self.withheld[number] = -1 if unsaid else self._where_withheld((begin, stop))
        return self.withheld[number]

    def _where_withheld(self, unit: Span) -> int:
        """Return where a sentence says that a name of its own is withheld, or -1."""
        text, (first, end) = self.page.tokens.text, _characters(self.page, unit)
        found = WITHHELD.search(text, first, end)
        if found is None or of_others(text, first, found.start()):
            return -1
        return -1 if is_quoted(self.page, found.start()) else found.start()

    def _description(self, profile: Profile) -> Speaker:
        """Return who is described: "the mayor" may be named already, "the source" known."""
        words = (profile.name or "").lower().split()
        holds = profile.kind == "official" and not profile.plural and profile.definite
        if holds and NOT_HOLDING.isdisjoint(words):  # no "the former mayor"
            if profile.head in self.roles:
                return self.roles[profile.head]
            holder = self.full_names.holder_of(profile, self.at)
            if holder:
                return self._person(profile_of(holder), holder)
        before = self.described.get(profile.head) if profile.definite else None
        if before is not None and (before.kind == "anonymous" or _is_so(profile, before)):
            return before
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
        if antecedent:
            return self.meet(antecedent, self.at, paragraph, "")
        word = profile.head
        if word in LINKED_PRONOUNS:
            for where, speaker in reversed(self.recent):
                if paragraph - where > _FAR:
                    break
                if profile.gender and speaker.person and not speaker.gender:
                    speaker = self._with_gender(speaker)
                if _fits(word, profile, speaker):
                    last = self.recent[-1][1] is speaker or self.recent[-1][1] == speaker
                    far = paragraph - where > (_NEAR if last else 0)
                    if speaker.kind == "anonymous" and (far or not self.opens):
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


def _may_be_meant(source: str, profile: Profile) -> bool:
    """Whether words describe what "the suit" may mean later, and are no headline's name."""
    first = source.split(" ", 1)[0].lower()
    opens = first in INDEFINITE or first in DEFINITE or profile.plural
    return opens or not source[:1].isupper()


def _is_so(profile: Profile, before: Speaker) -> bool:
    """Whether all that a description says was said before: no "the Venn campaign" for Orth's."""
    said = _plain(before.name or "").split()
    return all(word in said for word in _plain(profile.name or "").split())


def _plain(words: str) -> str:
    """Return the words of a description in lower case, without an article and full points."""
    plain = _NO_WORD.sub("", words.lower())
    first, _, rest = plain.partition(" ")
    return rest if first in DEFINITE or first in INDEFINITE else plain


def _is_one(words: str) -> bool:
    """Whether a source without a name is one person: "an aide", "the aide", no "insiders"."""
    first = words.split(" ", 1)[0].lower()
    return (first in INDEFINITE or first in DEFINITE) and not JOINED.search(words)


def _fits(word: str, profile: Profile, speaker: Speaker) -> bool:
    """Whether a pronoun can stand for a speaker."""
    if word in IT_OR_ITS:
        return speaker.kind == "institution" and not speaker.plural
    if word in THEY_OR_THEIR:
        return speaker.plural
    if speaker.plural or not speaker.person:
        return False
    if speaker.kind == "anonymous" and not _is_one(speaker.name or ""):
        return False
    return not speaker.gender or speaker.gender == profile.gender


def _characters(page: Page, span: Span) -> Span:
    """Return the characters of some tokens."""
    return page.tokens.starts[span[0]], page.tokens.end(span[1] - 1)


def _are_initials(label: str) -> bool:
    """Tell whether a label in capitals can be no name that is spoken: "DB"."""
    return len(label) <= _INITIALS and not _VOWELS & set(label)


def _initialled(page: Page, found: list[Found]) -> dict[str, str]:
    """Return the labels of turns that are whole names, by their initials: "Ana Ruiz", "AR".

    Initials of two are nobody's.
    """
    names: dict[str, set[str]] = {}
    for report in found:
        if report.rule == "transcript" and report.source is not None:
            whole = " ".join(page.tokens.word(at) for at in range(*report.source))
            letters = "".join(word[0] for word in whole.replace("-", " ").split())
            if len(letters) > 1:
                names.setdefault(letters, set()).add(whole.title() if whole.isupper() else whole)
    return {letters: whole.pop() for letters, whole in names.items() if len(whole) == 1}


def name_speakers(page: Page, found: list[Found]) -> list[Speaker]:
    """Link the source of each of `found`; a name is None where a pronoun is left open."""
    cast = _Cast(page)
    tokens, units, begins = page.tokens, page.units, page.begins
    mask, text, starts, sizes = page.mask, tokens.text, tokens.starts, tokens.sizes
    sources = list(map(_source, found))
    order: list[tuple[Span, int]] = sorted(compress(zip(sources, count()), sources))
    speakers = [_NOBODY] * len(found)
    spoke_in = -1
    for (first, stop), index in order:
        report = found[index]
        number = report.unit
        while stop > first + 1 and mask[stop - 1] in TRAILING:
            stop -= 1
        begun, last = starts[first], starts[stop - 1]
        end = last + sizes[stop - 1]
        source = text[begun:end]
        if mask[stop - 1] != Tag.NAME or mask[first] == Tag.SOME:  # "both"
            word = text[begun : begun + sizes[first]]
            source = without_loose_words(source, word, text[last:end])
        if report.rule == "transcript" and source.isupper():
            source = cast.labelled(source, found)
        antecedent = None
        if stop == first + 1:
            if mask[first] in Tags.RELATIVE:
                antecedent = antecedent_of(page, first, begins[number])
            elif mask[first] == Tag.HE and spoke_in != number:
                cast.introduce(number, first, spoke_in, profile_of(source).gender)
        opening = begins[number]
        cast.opens = first - opening <= _OPENING or mask[opening] == Tag.OPEN
        met = cast.meet(source, begun, units[number].paragraph, antecedent)
        spoke_in = number
        kind = met.kind
        nameless = kind in _WITHOUT_NAME or (kind == "pronoun" and met.name is None)
        if nameless and (at := cast.withholds(number)) >= 0 and _is_its(page, report, at, order):
            met = met._replace(kind="anonymous")
        if cast.shared and met.name in cast.shared and not profile_of(source).roles:
            met = met._replace(name=None)
        speakers[index] = met
    return speakers


def _is_its(page: Page, report: Found, at: int, order: list[tuple[Span, int]]) -> bool:
    """Whether the name that a sentence withholds at a character is that of a report's source.

    It is not where it stands in what is reported, nor where another source stands nearer.
    """
    starts, unit = page.tokens.starts, page.units[report.unit]
    for first, stop in report.content:
        if starts[first] < at < page.tokens.end(stop - 1) and page.mask[first] not in _ADJOINED:
            return False
    before = bisect_left(starts, at + 1)
    here = [source[0] for source, _ in order if unit.start <= source[0] < unit.end]
    nearest = max((first for first in here if first < before), default=min(here))
    return report.source is not None and report.source[0] == nearest


_ADJOINED = any_of("in|ing-form")  # "…, a docker said, on condition of anonymity"
_WITHOUT_NAME = frozenset(("official", "group"))
