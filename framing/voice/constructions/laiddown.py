"""What a verb and a word far from it make of a thing: "put it down to C", "wrote it off as C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.verdictwords import LAYS_AS, LAYS_TO
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.ends import Surroundings, object_end
from framing.voice.grammar.nounsaround import verb_phrase
from framing.voice.grammar.subjects import subject_before
from framing.voice.rules import Construction, Rule
from framing.voice.text.sought import Sought
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page, Unit
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_laid_down"]

RULES: Final = (
    Rule(
        "laid-down",
        "what somebody puts a thing down to, or writes it off as",
        "phrase",
        act="speech",
        yes=(
            "Brandt put the deaths down to ⟦greed⟧.",
            "Brandt chalks it up to ⟦cowardice⟧ at the top.",
            "The fall is put down to ⟦greed⟧ by the mayor.",
            "Brandt wrote the vote off as a ⟦sham⟧.",
            "Brandt laughed the raid off as a ⟦stunt⟧.",
        ),
        no=(
            "Brandt put the ⟦carnage⟧ down to greed.",
            "Brandt put the mob down to save the ⟦puppet⟧ king.",
            "Brandt went down to the ⟦cursed⟧ port.",
            "The deaths are put down to ⟦greed⟧.",
            "Brandt took the lid off as the ⟦mob⟧ came.",
        ),
    ),
)

_THEN_SAID = tuple(any_of("to|as"))
_OBJECT = pattern("<that|the> <that|saying>? | <him|it> <saying>? | (?>{core}) (?>{pp}){0,2}")
_BY = pattern("<in> ( {core} (?:<of> {core})? )")
_BACK_OVER = any_of("end|colon|speech-mark|dash|bracket")
_OPENS = any_of("det|nominal|number|adv|past|ing|open|either|that")
_THEN = any_of("the|him|name|number")
_REACH = 16  # tokens between a verb and what belongs to it
_PLAIN = Surroundings(lambda at: True, lambda at: True)


def read_laid_down(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what things are put down to and written off as, in order."""
    found: list[Found] = []
    for at in page.tokens.seek(Sought.LAYS_WITH):
        if page.tokens.tags[at + 1 : at + 2] not in _THEN_SAID:
            continue
        number = page.unit_of(at)
        report = None if number < 0 else _at_particle(page, page.units[number], number, at)
        found.extend(() if report is None else (report,))
    return found


def _at_particle(page: Page, unit: Unit, number: int, at: int) -> Found | None:
    """Read the verb of a particle at token `at`, with what stands after "to" or "as"."""
    mask, word = page.mask, page.tokens.word
    lowered = page.tokens.lowered
    start = at + 2
    known = LAYS_TO if lowered[at + 1] == "to" else LAYS_AS
    if start >= unit.end or mask[start] not in _OPENS:
        return None
    if known is LAYS_TO and mask[start] == Tag.NOUN and mask[start + 1 : start + 2] in tuple(_THEN):
        return None  # "put the mob down to save the king"
    particle = word(at)
    for verb in range(at - 1, max(unit.start, at - _REACH), -1):
        if mask[verb] in _BACK_OVER:
            return None
        if f"{lowered[verb]} {particle}" in known:
            source = _who(page, unit, verb, at)
            if source is None:
                return None
            stop = object_end(mask, start, unit.end, _PLAIN, lowered)
            cue = verb, verb + 1
            return Found("laid-down", "phrase", "neutral", source, cue, [(start, stop)], number)
    return None


def _who(page: Page, unit: Unit, verb: int, at: int) -> Span | None:
    """Return who puts a thing down to something: the subject, or whom "by" names."""
    mask = page.mask
    begin = verb_phrase(mask, unit.start, verb)
    passive = Tag.BE in mask[begin:verb] and mask[verb] not in Tags.ING_FORM
    if passive:
        by = _BY.search(mask, verb + 1, unit.end)
        return by.span(1) if by is not None and page.tokens.word(by.start()) == "by" else None
    thing = _OBJECT.fullmatch(mask, verb + 1, at)
    return None if thing is None else subject_before(mask, unit.start, begin)


CONSTRUCTION: Final = Construction(6, read_laid_down, tags=any_of("to|as"))
