"""Whether a phrase of a page is somebody, or something, that can say or think a thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from framing.language.closed import QUESTION_WORDS
from framing.language.givennames import gender_of_given
from framing.language.languages import ENGLISH
from framing.language.reportwords import RUBRICS, SELVES
from framing.language.smallwords import NEAR_PLACES
from framing.language.sourcewords import INDEFINITE
from framing.language.verdictwords import OPINES
from framing.lexicon import word_classes
from framing.values import Span
from framing.voice.found import Found
from framing.voice.sources.personnames import SEARCHED
from framing.voice.sources.profiles import Profile, profile_of
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags
from framing.voice.text.units import Page, Unit
from framing.voice.text.vocabulary import Vocabulary

__all__ = [
    "BULLETS",
    "NAMED_OR_DESCRIBED",
    "after_time",
    "are_people",
    "can_say",
    "ends_in_person",
    "holds_office",
    "is_person",
    "may_name",
    "name_like",
    "opines",
    "profile_at",
    "source_words",
    "speaks",
    "speaks_of_self",
]

NAMED_OR_DESCRIBED = frozenset(("named", "pronoun", "official", "institution", "document", "group"))
"""Kinds of sources that are not withheld."""
_THINKS = frozenset(("named", "group", "official", "pronoun"))


def source_words(page: Page, found: Sequence[Found]) -> set[str]:
    """Last words of all sources of the article."""
    return {
        page.tokens.lowered[i]
        for report in found
        if report.source is not None
        for i in range(*report.source)
        if page.mask[i] == Tag.NAME
    }


def profile_at(page: Page, phrase: Span) -> Profile:
    """Tell who the words of some tokens are."""
    tokens = page.tokens
    return profile_of(tokens.text[tokens.starts[phrase[0]] : tokens.end(phrase[1] - 1)])


def can_say(page: Page, phrase: Span) -> bool:
    """Whether a phrase is no thing: people, a body, what is written, or a word not known."""
    return profile_at(page, phrase).kind != "none"


def are_people(page: Page, phrase: Span, words: Vocabulary) -> bool:
    """Whether a phrase is people or a body that can think something."""
    first, last = phrase[0], phrase[1] - 1
    classes = words.sources.get(page.tokens.lowered[last], ())
    some = page.mask[first] == Tag.SOME and (last == first or page.mask[first + 1] == Tag.IN)
    if some or not {"group", "institution", "official"}.isdisjoint(classes):
        return True
    profile = profile_at(page, phrase)
    people = profile.person or (profile.kind == "group" and page.mask[last] == Tag.NAME)
    return profile.kind in ("named", "pronoun") or (profile.kind in _THINKS and people)


_CLOCK = re.compile(r"[0-9]{1,2}[.:][0-9]{2}(?:[ap]m)?|[0-9]{1,2}[ap]m", re.IGNORECASE)
# "10:42 – Ortiz:", "10:42 GMT: Mayor Ortiz:"
_TIMED = pattern(
    """
    (?: <number> <any>? <dash|colon> | <dash> )
        ( <name|noun|the>{1,4} ) (?= <colon>)
    """
)
_POINTED = pattern("( <name|noun|the>{1,4} ) (?= <colon>)")
BULLETS: Final = frozenset("•·▪●◦‣■")
"""Marks before the points of a list."""
_LONGEST_NAME = 3  # words of a person before a colon


def name_like(page: Page, name: Span, vocabulary: Vocabulary) -> bool:
    """Whether words before or after a colon may be a name, and are no rubric."""
    words = [page.tokens.word(i) for i in range(*name)]
    return any(word[:1].isupper() for word in words) and not _is_label(words, vocabulary)


def after_time(page: Page, unit: Unit) -> Span | None:
    """Return the name in a line of a live blog or a list, after a time or a dash, or None."""
    dotted = page.tokens.word(unit.start) in BULLETS
    pointed = _POINTED if dotted else _TIMED
    match = pointed.match(page.mask, unit.start + dotted, unit.end)
    if match is None or match.end() + 1 >= unit.end:
        return None
    bullet = page.mask[unit.start] != Tag.NUMBER
    return match.span(1) if bullet or _CLOCK.fullmatch(page.tokens.word(unit.start)) else None


def may_name(page: Page, name: Span, vocabulary: Vocabulary) -> bool:
    """Whether one word with a capital may be somebody's: no rubric, no nation, no place here."""
    word = page.tokens.word(name[0])
    if name[1] - name[0] > 1 or page.mask[name[0]] != Tag.NAME or word.lower() in RUBRICS:
        return False
    if _is_label([word], vocabulary) or word.lower() in _nations():
        return False
    text = page.tokens.text
    return all(text.find(f" {where} {word}", 0, SEARCHED) < 0 for where in NEAR_PLACES)


@cache
def _nations() -> Mapping[str, tuple[str, ...]]:
    return word_classes(ENGLISH.nations)


def speaks(page: Page, name: Span, sources: set[str], vocabulary: Vocabulary) -> bool:
    """Whether a name beside a headline's colon is someone who can speak."""
    words = [page.tokens.word(i) for i in range(*name)]
    if _is_label(words, vocabulary):
        return False
    lowered = [word.lower() for word in words if word[:1].isalnum()]
    if not lowered:
        return False
    kinds = vocabulary.sources.get(lowered[-1].removeprefix("ex-"), ())
    if "headline-source" in kinds or lowered[-1] in sources:
        return True
    return bool(set(kinds) & {"institution", "spokesperson", "official"}) and lowered[0] in sources


def is_person(page: Page, name: Span) -> bool:
    """Whether a name before a headline's colon is a person's, told by the given name."""
    first, stop = name
    if not 2 <= stop - first <= _LONGEST_NAME or set(page.mask[first:stop]) != {Tag.NAME}:
        return False
    return bool(gender_of_given(" ".join(map(page.tokens.word, range(first, stop)))))


def speaks_of_self(page: Page, name: Span, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a name stands before "I" or "my" after its colon: "Ortiz: My trial was a sham"."""
    if not name_like(page, name, vocabulary) or page.mask[name[1] - 1] != Tag.NAME:
        return False
    return any(page.tokens.lowered[at] in SELVES for at in range(name[1] + 1, end))


def opines(page: Page, name: Span, end: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands after a name and a colon is an opinion: "Ortiz: Vote was a sham"."""
    if not may_name(page, name, vocabulary):
        return False
    said = page.tokens.lowered[name[1] + 1 : end]
    if not said or said[0] in QUESTION_WORDS:
        return False  # "Osk: What we know about the raid"
    if not OPINES.isdisjoint(said):
        return True
    is_one = _IS_ONE.search(page.mask, name[1], end)
    if is_one is None:
        return False
    label = said[is_one.end() - name[1] - 2]
    return label in INDEFINITE or label.endswith("s")


def holds_office(page: Page, name: Span, vocabulary: Vocabulary) -> bool:
    """Whether a name and an office stand before a headline's colon: "Mayor Ortiz", "Osk chief"."""
    first, stop = name
    if stop - first < 2:
        return False
    offices = (first, stop - 2) if page.mask[stop - 1] == Tag.NAME else (stop - 1,)  # "Osk chief"
    return any(
        not {"official", "spokesperson"}.isdisjoint(
            vocabulary.sources.get(page.tokens.lowered[office], ())
        )
        for office in offices
    )


def ends_in_person(page: Page, unit: Unit, last: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a whole clause stands before a colon, or a dash, and a person after it."""
    name = last.span(1)
    opens = page.mask[unit.start]
    if opens in Tags.QUESTION or FINITE_VERB.search(page.mask, unit.start, last.start()) is None:
        return False  # "What is left of it: Osk"
    if is_person(page, name) or holds_office(page, name, vocabulary):
        return True
    colon = page.mask[last.start()] == Tag.COLON and name[1] - name[0] == 1
    known = page.tokens.lowered[name[0]] in vocabulary.known
    return colon and page.mask[name[0]] == Tag.NAME and not known


_IS_ONE = pattern("<be> <adv>? <the|noun>")


def _is_label(words: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the words before a colon are a rubric: Opinion, Photo, Watch."""
    classes = vocabulary.sources
    lowered = " ".join(words).lower()
    return "rubric" in classes.get(lowered, ()) and "headline-source" not in classes.get(
        lowered, ()
    )
