"""Hearsay without a source: "The rebels reportedly fled", from the adverb to its clause's end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from framing.language.reportwords import HEARSAY_PHRASES, STORY_PHRASES
from framing.voice.ends import Surroundings, clause_end
from framing.voice.found import Found
from framing.voice.rules import Construction, Rule
from framing.voice.tagpatterns import FINITE_VERB, pattern
from framing.voice.tags import Tag, Tags, any_of
from framing.voice.units import Page
from framing.voice.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_hearsay"]

RULES: Final = (
    Rule(
        "hearsay",
        "passed on without a source, after a word such as “reportedly”",
        "phrase",
        act="speech",
        yes=(
            "The mayor has reportedly met the ⟦rebels⟧ twice.",
            "Reportedly, the ⟦rebels⟧ fled at night.",
            "The port, reportedly a den of ⟦thieves⟧, was shut.",
            "Word has it that the ⟦rebels⟧ fled at night.",
            "By all accounts, the ⟦rebels⟧ fled at night.",
            "The port was, by all accounts, a den of ⟦thieves⟧.",
        ),
        no=(
            "The ⟦rebels⟧ reportedly fled at night.",
            "The mayor reportedly left, and the ⟦rebels⟧ came back.",
            "The mayor allegedly met the ⟦rebels⟧ twice.",
            "The ⟦rebels⟧ had all accounts closed.",
            "The court has it that the ⟦rebels⟧ fled.",
            "The ⟦rebels⟧ fled, by all accounts.",
        ),
    ),
)

_AFTER_STORY = ("", *any_of("comma|stop|colon|semicolon|dash|right"))
_WORD = pattern("<allegedly>")
_PLAIN = Surroundings(lambda at: True, lambda at: True, subordinate=True)


def read_hearsay(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what "reportedly" passes on, in order."""
    found: list[Found] = []
    for match in _WORD.finditer(page.tokens.tags):
        at = match.start()
        number = page.unit_of(at)
        if page.mask[at] != Tag.ADV or number < 0:
            continue
        if "hearsay" not in words.distancing.get(page.tokens.word(at).lower(), ()):
            continue
        first, end = at + 1, page.units[number].end
        if page.mask[first : first + 1] == Tag.COMMA:
            first += 1
        stop = clause_end(page.mask, first, end, _PLAIN) if first < end else first
        if stop > first:
            found.append(
                Found("hearsay", "phrase", "doubt", None, (at, at + 1), [(first, stop)], number)
            )
    found.extend(_phrases(page))
    return found


def _phrases(page: Page) -> list[Found]:
    """Find what "word has it that" and "by all accounts" pass on, to the end of their clause."""
    text, starts = page.tokens.text, page.tokens.starts
    found: list[Found] = []
    for phrase, nouns in {**HEARSAY_PHRASES, **STORY_PHRASES}.items():
        at = text.find(phrase)
        while at >= 0:
            begin, first = bisect_left(starts, at), bisect_left(starts, at + len(phrase))
            at = text.find(phrase, at + 1)
            if nouns and page.tokens.word(begin - 1).lower() not in nouns:
                continue
            number = page.unit_of(begin)
            end = page.units[number].end if number >= 0 else first
            if phrase in STORY_PHRASES:
                found.extend(_story(page, number, begin - bool(nouns), first))
                continue
            first += page.mask[first : first + 1] == Tag.COMMA
            stop = clause_end(page.mask, first, end, _PLAIN) if first < end else first
            if stop > first:
                cue = begin - bool(nouns), first
                content = [(first, stop)]
                found.append(Found("hearsay", "phrase", "doubt", None, cue, content, number))
    return found


def _story(page: Page, number: int, begin: int, first: int) -> list[Found]:
    """Read what stands before, after or round "so the story goes" and "it is said"."""
    mask = page.mask
    if number < 0 or mask[first : first + 1] not in _AFTER_STORY:
        return []
    unit = page.units[number]
    opens = begin
    while opens > unit.start and mask[opens - 1] in Tags.LEADS_IN + Tag.THE + Tag.IT:
        opens -= 1  # "so the | story goes"
    content = [(unit.start, opens)] if opens > unit.start else []
    if content and mask[opens - 1] not in Tags.SET_OFF:
        return []
    if first < unit.end and mask[first] in Tags.INTRODUCES:
        closed = mask[unit.start] != Tag.IF  # "If they lost, the thinking went, C"
        whole = content and closed and FINITE_VERB.search(mask, unit.start, opens) is not None
        if not whole:
            content.append((first + 1, clause_end(mask, first + 1, unit.end, _PLAIN)))
    if not content:
        return []
    return [Found("hearsay", "phrase", "doubt", None, (begin, first), content, number)]


CONSTRUCTION: Final = Construction(6, read_hearsay, tags=any_of("allegedly|have|in|comma|colon"))
