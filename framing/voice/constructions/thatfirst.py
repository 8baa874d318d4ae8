"""A clause that stands before whose it is: "That the vote was a sham is the mayor's belief"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.reportwords import WRITERS
from framing.language.verdictwords import WORRIES
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.ends import PLAIN, clause_end
from framing.voice.grammar.nounsaround import possessor
from framing.voice.rules import Construction, Rule
from framing.voice.sources.whospeaks import are_people, profile_at
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag
from framing.voice.text.units import Page, Unit
from framing.voice.text.vocabulary import CLAUSE, Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_that_first"]

RULES: Final = (
    Rule(
        "that-first",
        "a clause before whose belief or saying it is (That … is the mayor’s belief)",
        "leading",
        act="speech",
        yes=(
            "That the vote was a ⟦sham⟧ is Brandt’s firm belief.",
            "That the vote was a ⟦sham⟧ is the view of many in the port.",
            "That the vote was a ⟦sham⟧, Brandt has said many times.",
            "What worries Brandt is that the vote was a ⟦sham⟧.",
        ),
        no=(
            "That the vote was a ⟦sham⟧ is plain to see.",
            "That the vote was a ⟦sham⟧ is my belief.",
            "That ⟦sham⟧ of a vote is Brandt’s.",
            "What worries me is that the vote was a ⟦sham⟧.",
            "What ended the vote is that the ⟦sham⟧ was seen.",
        ),
    ),
)

_OPENS = pattern("<that|what>")
_CLAUSE = pattern("<that> {np} <adv>*+ <finite>")
_BELIEF = pattern("<be> <adv>? (?= <the|name|possessive|noun>)")
_OF_WHOM = pattern(
    "<the> <adv|noun|participle|ing>{0,3} <any> <of> ( <some> (?: <in> {core} )? | {core} )"
)
_SAID = pattern(", ( {core} ) <have|will|adv>*+ <reports|say|written>")
_WORRIES = pattern("<any> <any> ( {core} ) <adv>? <be> <that>")
_LONGEST = 24  # tokens of a clause before its verb
_NOUN_REACH = 6  # tokens after "is" in which the noun stands: "the mayor's own firm belief"


def read_that_first(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find clauses that open a sentence before whose they are, in order."""
    found: list[Found] = []
    for opening in _OPENS.finditer(page.opens):
        number = opening.start()
        unit = page.units[number]
        if unit.start + 2 >= unit.end:
            continue
        if opening.group() == Tag.THAT:
            report = _belief(page, unit, number, words)
        elif page.tokens.lowered[unit.start + 1] in WORRIES:
            report = _worry(page, unit, number)
        else:
            continue
        found.extend(() if report is None else (report,))
    return found


def _belief(page: Page, unit: Unit, number: int, words: Vocabulary) -> Found | None:
    """Read "That C is Ortiz's belief", "That C, Ortiz has said" in a sentence."""
    clause = _CLAUSE.match(page.mask, unit.start, unit.end)
    if clause is None:
        return None
    said = _SAID.search(page.mask, clause.end(), min(unit.end, clause.end() + _LONGEST))
    if said is not None:
        verb = words.heads[page.tokens.word(said.end() - 1)]
        if verb is None or verb.alone is None or not verb.alone.frames & CLAUSE:
            return None
        cue = said.end() - 1, said.end()
        return _report(page, said.span(1), cue, (unit.start, said.start()), number)
    for match in _BELIEF.finditer(page.mask, clause.end(), unit.end):
        owner = _owner(page, match.end(), unit.end, words)
        if owner is not None:
            source, noun = owner
            return _report(page, source, (noun, noun + 1), (unit.start, match.start()), number)
    return None


def _owner(page: Page, first: int, end: int, words: Vocabulary) -> tuple[Span, int] | None:
    """Return whose belief or claim stands from token `first` on, and the noun that says so."""
    mask, lowered = page.mask, page.tokens.lowered
    for at in range(first + 1, min(first + _NOUN_REACH, end)):
        if "clause" not in words.nouns.get(lowered[at], ((), ""))[0]:
            continue
        source = possessor(mask, first, at, lowered)[0]
        if source is None:
            of = _OF_WHOM.match(mask, first, end)
            source = of.span(1) if of is not None and mask[at + 1 : at + 2] == Tag.OF else None
        if source is not None and _holds_belief(page, source, words):
            return source, at
    return None


def _holds_belief(page: Page, source: Span, words: Vocabulary) -> bool:
    """Whether a source is one whose belief a clause may be: no trial has one, though a lesson."""
    return are_people(page, source, words) or profile_at(page, source).kind == "document"


def _worry(page: Page, unit: Unit, number: int) -> Found | None:
    """Read "What worries Ortiz is that C"."""
    match = _WORRIES.match(page.mask, unit.start, unit.end)
    if match is None:
        return None
    content = match.end() - 1, clause_end(page.mask, match.end() - 1, unit.end, PLAIN)
    return _report(page, match.span(1), (unit.start + 1, unit.start + 2), content, number)


def _report(page: Page, source: Span, cue: Span, content: Span, number: int) -> Found | None:
    """Keep a clause as what `source` says or thinks, unless that is the writer."""
    first = page.tokens.lowered[source[0]]
    if first in WRITERS or content[0] >= content[1]:
        return None
    return Found("that-first", "phrase", "belief", source, cue, [content], number)


CONSTRUCTION: Final = Construction(6, read_that_first, tags=Tag.THAT)
