"""What the words of a source say about who it is: a name, an office, an institution, nobody."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from framing.language.abbreviations import INITIALS
from framing.language.clitics import NAME_CLITICS, POSSESSIVE_CLITICS
from framing.language.closed import (
    ARTICLES,
    FEMININE,
    MASCULINE,
    NUMBERS,
    PLURAL_PRONOUNS,
    PRONOUNS,
)
from framing.language.givennames import HE_NOUNS, SHE_NOUNS, gender_of_given
from framing.language.languages import ENGLISH
from framing.language.smallwords import AND, OF, ONE, THE, WHO
from framing.language.sourcewords import (
    AFTER_HEAD,
    AMONG_THEM,
    ARTICLE_IN_NAMES,
    COMPLEMENTED,
    COUNTED,
    DEFINITE,
    ENDS_NAME,
    FIGURES,
    INDEFINITE,
    JOINED_ROLE,
    JUNIORS,
    OFFICE_LINKS,
    PARTICIPLES_END,
    PERSONS_END,
    PRESS,
    SENT_WHEN,
    THINGS_END,
    WHOLE,
)
from framing.lexicon import word_classes
from framing.voice.sources.sourcenames import is_list, name_in
from framing.voice.sources.withheldnames import hides_name, says_withheld

__all__ = ["Profile", "last_name", "profile_of"]

_WORD = re.compile(
    rf"(?<!\S)(?:{'|'.join(NAME_CLITICS)})(?=\s)"
    r"|[^\W_]+(?:(?:[.&/-]|['’](?!s\b))[^\W_]+)*\.?|[,()]|['’]s?\b|['’]"
)
_SPACED = re.compile(r"\b([OD]['’]) (?=[A-Z])")  # "O’ Neill", as a tokeniser leaves it
_TITLE_AFTER = re.compile(r", (?:[A-Z][a-z]{1,4}\. )+")
_SHORTEST_ABSTRACT = 5  # letters; "king" and "cage" end like "ruling" and "usage"
_BODIES = frozenset(("document", "institution"))
_PEOPLE = frozenset(("official", "spokesperson", "anonymous", "group"))


@dataclass(frozen=True, slots=True)
class Profile:
    """Who a source is, as far as its own words tell.

    `last` is a person's last name, `roles` the offices named beside it, `head` the noun that
    heads a description; `gender` is ``m``, ``f`` or empty; `person` tells whether "he" or "she"
    may stand for it.
    """

    kind: str
    name: str | None
    last: str
    roles: tuple[str, ...]
    head: str
    gender: str
    plural: bool
    speaks_for: str | None
    definite: bool
    person: bool = False


@functools.cache
def _tables() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    return word_classes(ENGLISH.cues["sources"]), word_classes(ENGLISH.nations)


@functools.lru_cache(maxsize=20_000)
def profile_of(source: str) -> Profile:
    """Tell who a source is from its words alone.

    Examples
    --------
    >>> profile_of("Kim Ortiz, a spokeswoman for the Harbor Board").last
    'Ortiz'
    >>> profile_of("Kim Ortiz, a spokeswoman for the Harbor Board").speaks_for
    'Harbor Board'
    >>> [profile_of(words).kind for words in ("a senior official", "officials", "critics")]
    ['anonymous', 'official', 'group']
    >>> [profile_of(words).kind for words in ("a new study", "the unrest", "a source")]
    ['document', 'none', 'anonymous']
    """
    source = AMONG_THEM.sub("", source)
    words = _WORD.findall(JOINED_ROLE.sub(r"\1 ", _SPACED.sub(r"\1", source)))
    lowered = [word.lower().rstrip(".") for word in words]
    if not INITIALS.isdisjoint(words):  # "the WHO website"
        lowered = [
            word if word in INITIALS and word.lower() in AFTER_HEAD else word.lower()
            for word in words
        ]
    if not words:
        return Profile("none", None, "", (), "", "", False, None, False)
    if len(words) == 1 and lowered[0] in PRONOUNS and words[0] not in INITIALS:
        gender = "m" if lowered[0] in MASCULINE else "f" if lowered[0] in FEMININE else ""
        plural = lowered[0] in PLURAL_PRONOUNS
        return Profile("pronoun", None, "", (), lowered[0], gender, plural, None, True)
    nouns, nations = _tables()
    roles = tuple(
        word
        for word in lowered
        if {"official", "spokesperson"} & set(nouns.get(word, ())) and word not in WHOLE
    )
    gender = _gender(lowered)
    speaks_for = _speaks_for(words, lowered, nouns)
    name, kind = name_in(words, lowered, nouns, nations)
    hidden = _is_hidden(source, words, name if kind == "named" else None)
    told = lowered[0] not in WHOLE or (name is not None and f", {name}" in _apposed(source))
    if kind == "named" and lowered[0] in INDEFINITE and name and words[1:2] == name.split()[:1]:
        told = False  # "an Iowa Democrat who backs her"
    if name is not None and not hidden and told:
        joined = AND in lowered[: _head_end(lowered, nouns)] or is_list(words, nouns)
        if joined:
            listed = source.strip(" ,") if "," in words else _bare(source)
            return Profile(kind, listed, "", roles, "", "", True, speaks_for, True)
        last = last_name(name) if kind == "named" else ""
        plural = kind != "named" and name.endswith("s") and lowered[0] != THE
        person = kind == "named"
        gender = gender or (gender_of_given(name) if person else "")
        return Profile(kind, name, last, roles, "", gender, plural, speaks_for, True, person)
    return _described(source, lowered, nouns, roles, gender, speaks_for, hidden)


def _is_hidden(source: str, words: list[str], name: str | None) -> bool:
    """Whether a name is withheld, and not that of "Ana Venn, who is familiar with the talks"."""
    if name and " ".join(words).startswith((f"{name} ,", f"{name} who")):
        return hides_name(source) and says_withheld(source)
    return hides_name(source)


def _apposed(source: str) -> str:
    """Return a source without titles after a comma: "one lawmaker, Rep. Ana Venn"."""
    return _TITLE_AFTER.sub(", ", source)


def last_name(name: str) -> str:
    """Return the last name in a person's name, without an article: "Nura al-Hamed" is Hamed."""
    words = name.split()
    while len(words) > 1 and words[-1].rstrip(".") in JUNIORS:
        del words[-1]
    return ARTICLE_IN_NAMES.sub("", words[-1].rstrip(","))


def _described(
    source: str,
    lowered: list[str],
    nouns: Mapping[str, tuple[str, ...]],
    roles: tuple[str, ...],
    gender: str,
    speaks_for: str | None,
    hidden: bool,
) -> Profile:
    """Profile of a source without a name: "the mayor", "residents", "a new report"."""
    stop = _head_end(lowered, nouns)
    head = lowered[stop - 1] if stop else lowered[0]
    classes = set(nouns.get(head, ()))
    plural = head.endswith("s") and not head.endswith("ss")
    definite = lowered[0] in DEFINITE
    if lowered[1:2] == [OF] and (lowered[0] in WHOLE or lowered[0] in NUMBERS):
        rest = lowered[2 + (lowered[2:3] == [THE]) :]  # "two of the officials"
        part = rest[_head_end(rest, nouns) - 1] if rest else head
        classes = set(nouns.get(part, ())) - {"group"} or classes
    if AND in lowered[:stop]:  # two of them, and neither is meant by a later "the group"
        head, plural = "", True
    kind = _kind(lowered, head, classes, roles, hidden=hidden, plural=plural)
    name = source.strip(" ,") if kind not in ("institution", "document") else _bare(source)
    person = bool(hidden or gender or classes & _PEOPLE or head.endswith(PERSONS_END))
    person = person and kind in ("official", "group", "anonymous")
    return Profile(kind, name, "", roles, head, gender, plural, speaks_for, definite, person)


def _kind(
    lowered: list[str],
    head: str,
    classes: set[str],
    roles: tuple[str, ...],
    *,
    hidden: bool,
    plural: bool,
) -> str:
    """Kind of a source without a name; `head` is the noun that heads it, `classes` its classes."""
    if "anonymous" in classes and not hidden and not PRESS.isdisjoint(lowered):
        return "institution"  # "news sources"
    if hidden or "anonymous" in classes:
        return "anonymous"
    if "withheld" in classes and lowered[0] in INDEFINITE and not plural:
        return "anonymous"
    if _is_one_of(lowered):
        return "anonymous"
    official = bool(classes & {"official", "spokesperson"}) or roles[:1] == (head,)
    written = official or classes & _BODIES
    if head in FIGURES and len(lowered) > 1 and lowered[-2] not in COUNTED:
        return "group"  # "some party figures"
    if lowered[0] in WHOLE and not (written and len(lowered) > 1):
        return "group"
    if official:
        return "official"
    for kind in ("document", "institution", "group"):
        if kind in classes:
            return kind
    if "thing" in classes or (head.endswith(THINGS_END) and len(head) > _SHORTEST_ABSTRACT):
        return "none"
    return "group"


def _is_one_of(lowered: list[str]) -> bool:
    """Whether one of several stands there who could be named: "one of the officials"."""
    opens = lowered[:2] == [ONE, OF]
    return opens and any("withheld" in _tables()[0].get(word, ()) for word in lowered[2:5])


def _bare(source: str) -> str:
    """Words of a source without article, brackets and what follows a comma."""
    words = ENDS_NAME.split(source)[0].strip().split()
    while len(words) > 1 and words[0].lower() in ARTICLES:
        del words[0]
    return " ".join(words)


def _head_end(lowered: list[str], nouns: Mapping[str, tuple[str, ...]]) -> int:
    """Count the words before the first preposition, relative pronoun or comma."""
    end = len(lowered)
    for index, word in enumerate(lowered):
        if index and word in AFTER_HEAD:
            end = index
            break
        if index and word in SENT_WHEN and lowered[index - 1].endswith(PARTICIPLES_END):
            end = index - 1  # "a poll released *this* week by"
            break
    written = end > 2 and end < len(lowered) and lowered[end - 1].endswith(PARTICIPLES_END)
    written = written or (end > 1 and lowered[end - 1] in COMPLEMENTED)
    return end - 1 if written or _is_modified(lowered, end, nouns) else end


def _is_modified(lowered: list[str], end: int, nouns: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a participle ends the words: "dockers *working* at", "a report *published*"."""
    if end < 2 or not lowered[end - 1].endswith(("ing", "ed")) or lowered[end - 1] in nouns:
        return False
    classes = set(nouns.get(lowered[end - 2], ()))
    if lowered[end - 1].endswith("ing"):
        return bool(classes & _PEOPLE) and end < len(lowered)
    return bool(classes & (_PEOPLE | _BODIES))


def _gender(lowered: list[str]) -> str:
    if any(word in HE_NOUNS for word in lowered):
        return "m"
    return "f" if any(word in SHE_NOUNS for word in lowered) else ""


def _speaks_for(
    words: list[str], lowered: list[str], nouns: Mapping[str, tuple[str, ...]]
) -> str | None:
    """Whom a spokesperson speaks for: "a Pentagon spokesman", "a spokesman for the board"."""
    for at, word in enumerate(lowered):
        if "spokesperson" not in nouns.get(word, ()):
            continue
        if at + 1 < len(words) and lowered[at + 1] in OFFICE_LINKS:
            stop = at + 2
            while stop < len(words) and words[stop] not in (",", "(") and lowered[stop] != WHO:
                stop += 1
            return _bare(" ".join(words[at + 2 : stop])) or None
        start = _modifiers_start(words, lowered, at, nouns)
        run = [word for word in words[start:at] if word.lower() not in ARTICLES]
        if run:
            return re.sub(r"\s*['’]s$", "", " ".join(run))
    return None


def _modifiers_start(
    words: list[str], lowered: list[str], at: int, nouns: Mapping[str, tuple[str, ...]]
) -> int:
    """Where the words before "spokesman" begin: "Venn campaign", "Ministry of Health"."""
    start = at
    while start and (
        words[start - 1][0].isupper()
        or lowered[start - 1] in POSSESSIVE_CLITICS
        or "institution" in nouns.get(lowered[start - 1], ())
        or (
            lowered[start - 1] == OF
            and start < at
            and "institution" in nouns.get(lowered[start - 2], ())
        )
    ):
        start -= 1
    return start
