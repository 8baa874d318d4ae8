"""Hearsay without a source: "The rebels reportedly fled", from the adverb to its clause's end."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from framing.language.joiningwords import GOING, SO_MANY
from framing.language.reportwords import (
    ACCOUNTS,
    ARE_TOLD,
    HEARERS,
    LORE,
    PASSED_ON,
    STORIES,
    WRITERS,
)
from framing.language.smallwords import BY, RUNS_THE_ARGUMENT, TOLD
from framing.voice.found import Found
from framing.voice.grammar.adverbscope import adverb_scope
from framing.voice.grammar.ends import Surroundings, clause_end
from framing.voice.rules import Construction, Rule
from framing.voice.text.sought import Sought
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

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
            "The story goes that the ⟦rebels⟧ fled at night.",
            "The ⟦rebels⟧ had fled, the dockers were told.",
            "For the ⟦rebels⟧, the dockers were told, the port was a prison.",
            "The port was, by all accounts, a den of ⟦thieves⟧.",
        ),
        no=(
            "The ⟦rebels⟧ reportedly fled at night.",
            "The mayor reportedly left, and the ⟦rebels⟧ came back.",
            "The mayor allegedly met the ⟦rebels⟧ twice.",
            "The ⟦rebels⟧ came, and the dockers were told to leave.",
            "The ⟦rebels⟧ had fled, we were told.",
            "The boat goes that way, and the ⟦rebels⟧ stay.",
            "The ⟦rebels⟧ had all accounts closed.",
            "The court has it that the ⟦rebels⟧ fled.",
            "The ⟦rebels⟧ fled, by all accounts.",
        ),
    ),
)

_AFTER_STORY = ("", *any_of("comma|stop|colon|semicolon|dash|right"))
_WORD = pattern("<allegedly>")
_IT_THAT = pattern("<have> <it> <that>")
_PLACED = pattern("<nominal|either> <in|of> <det|adv|nominal>{1,5} $")  # "word on the street"
_GOES_THAT = pattern("<says|wrote> (?= <that>)")
_BY_MANY = pattern("<in> <some> <noun-like>")
_HEARER = pattern("(?: {core} | <pronoun> | <some> ) <have>? <be>")
_LONGEST_HEARER = 24  # tokens of who is told, with the verb
_STORY = pattern("<says|wrote> (?= <end|colon|dash> | $)")
_WHEN = "(?: <in>? <the>? <day> )?"
_IS_STORY = pattern(f"<be> <adv>? <said> (?= {_WHEN} (?: <end|colon|dash> | $))")
_WHEN_TOLD = pattern(_WHEN)
_RUNS_THE = sequence("<the> <cue-noun>")
_PLAIN = Surroundings(subordinate=True)


def read_hearsay(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what "reportedly" passes on, in order."""
    found: list[Found] = []
    tags = page.tokens.tags
    for match in _WORD.finditer(tags) if Tag.ALLEGEDLY in tags else ():
        at = match.start()
        number = page.unit_of(at)
        if page.mask[at] != Tag.ADV or number < 0:
            continue
        if "hearsay" not in words.distancing.get(page.tokens.lowered[at], ()):
            continue
        first, stop = adverb_scope(page.mask, at, page.units[number].end)
        if stop > first:
            found.append(
                Found("hearsay", "phrase", "doubt", None, (at, at + 1), [(first, stop)], number)
            )
    found.extend(_phrases(page))
    return found


def _phrases(page: Page) -> list[Found]:
    """Find what "word has it that", "by all accounts", "so the story goes" pass on."""
    mask, lowered = page.mask, page.tokens.lowered
    found: list[Found] = []
    for match in _IT_THAT.finditer(mask):
        first = match.start()
        first -= mask[first - 1] == Tag.ADV  # "rumour has | always had it that"
        begin = _lore_begins(page, first - (mask[first - 1] == Tag.HAVE))
        if begin >= 0:
            found.extend(_passed_on(page, begin, match.end()))
    for at in page.tokens.seek(Sought.GOES):  # "the story goes that C"
        if lowered[at - 1] in STORIES and _GOES_THAT.match(mask, at):
            found.extend(_passed_on(page, at - 1, at + 2))
    for match in _BY_MANY.finditer(mask):
        at = match.start() + 1
        many = lowered[at] in SO_MANY and lowered[at + 1] in ACCOUNTS
        if many and lowered[at - 1] == BY:
            found.extend(_passed_on(page, at - 1, at + 2))
    goes = [at for at in page.tokens.seek(Sought.GOES) if _STORY.match(mask, at)]
    for at in sorted({*goes, *(match.end() - 1 for match in _IS_STORY.finditer(mask))}):
        begin = _story_begins(page, at)
        if begin >= 0:
            stop = _WHEN_TOLD.match(mask, at + 1)
            found.extend(_story(page, page.unit_of(begin), begin, stop.end() if stop else at + 1))
    if _RUNS_THE in page.tokens.tags and RUNS_THE_ARGUMENT in page.tokens.text:
        begin = bisect_left(page.tokens.starts, page.tokens.text.index(RUNS_THE_ARGUMENT))
        found.extend(_story(page, page.unit_of(begin), begin, begin + 3))
    return found


def _lore_begins(page: Page, at: int) -> int:
    """Where "word", "rumours in the port" begin before "has it that" at token `at`, or -1."""
    placed = _PLACED.search(page.mask, max(0, at - _LONGEST_HEARER), at)
    begin = at - 1 if placed is None else placed.start()
    return begin if page.tokens.lowered[begin] in LORE else -1


def _passed_on(page: Page, begin: int, first: int) -> list[Found]:
    """Read what follows "word has it that" or "by all accounts", to the end of its clause."""
    number = page.unit_of(begin)
    end = page.units[number].end if number >= 0 else first
    first += page.mask[first : first + 1] == Tag.COMMA
    stop = clause_end(page.mask, first, end, _PLAIN) if first < end else first
    if stop <= first:
        return []
    return [Found("hearsay", "phrase", "doubt", None, (begin, first), [(first, stop)], number)]


def _story_begins(page: Page, at: int) -> int:
    """Where "story goes", "court was told" or "it is said" begins whose verb is `at`, or -1."""
    mask, lowered = page.mask, page.tokens.lowered
    said = lowered[at]
    if said in GOING:
        return at - 1 if lowered[at - 1] in STORIES else -1
    at -= mask[at - 1] == Tag.ADV  # "it is often said"
    if mask[at - 1] != Tag.BE:
        return -1
    if said in ARE_TOLD:
        begin = mask.rfind(Tag.COMMA, max(0, at - _LONGEST_HEARER), at) + 1
        if begin > 0 and _HEARER.fullmatch(mask, begin, at) is not None:
            return begin if lowered[begin] not in WRITERS else -1
        return at - 2 if said == TOLD and lowered[at - 2] in HEARERS else -1
    first = at - 2 - (mask[at - 2] == Tag.HAVE)
    return first if said in PASSED_ON and mask[first] == Tag.IT else -1


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
        begun = opens - 2 >= unit.start and mask[opens - 2] in Tags.AUX  # "It was, it is said, C"
        # "If they lost, the thinking went, C"
        begun = begun or mask[unit.start] == Tag.IF
        whole = content and not begun and FINITE_VERB.search(mask, unit.start, opens) is not None
        if not whole:
            content.append((first + 1, clause_end(mask, first + 1, unit.end, _PLAIN)))
    if not content:
        return []
    return [Found("hearsay", "phrase", "doubt", None, (begin, first), content, number)]


CONSTRUCTION: Final = Construction(
    6, read_hearsay, tags=any_of("allegedly|have|in|comma|colon|that")
)
