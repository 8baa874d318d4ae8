"""What somebody takes a thing for: "The visit was read as a snub", "put it down to greed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.reportwords import SERVICE, WRITERS
from framing.language.smallwords import BY, MISTAKEN_FOR, PUT_DOWN_TO
from framing.language.sourcewords import INDEFINITE
from framing.language.verdictwords import (
    AS_PART,
    CLASSES,
    INVESTIGATORS,
    LAYS_AS,
    LAYS_TO,
    LAYS_WITH,
    MISTAKES,
    NAMES,
    STRIKES,
    TAKING,
)
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.ends import PLAIN, clause_end, object_end
from framing.voice.grammar.nounsaround import verb_phrase
from framing.voice.grammar.subjects import subject_before
from framing.voice.rules import Construction, Rule
from framing.voice.text.sought import Sought
from framing.voice.text.tagpatterns import WHOLE_CLAUSE, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page, Unit
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_taken"]

RULES: Final = (
    Rule(
        "taken-as",
        "what somebody takes a thing for, lists it as or puts it down to (was read as …)",
        "phrase",
        yes=(
            "The visit was widely read as a ⟦snub⟧.",
            "The visit was taken in the port as a ⟦snub⟧.",
            "He is loathed as a ⟦tyrant⟧ by half the port.",
            "Caricatured as a ⟦miser⟧, Brandt left the port.",
            "Mocked online as a ⟦stunt⟧, the march was over in an hour.",
            "Brandt, reviled as a ⟦traitor⟧, left the port.",
            "The men were painted as ⟦savages⟧.",
            "The charge sheet lists Brandt as a ⟦ringleader⟧.",
            "The report names the firm as the ⟦polluter⟧.",
            "Police named Brandt as the ⟦ringleader⟧.",
            "Brandt mistook the guests for ⟦bandits⟧.",
            "The offer struck Brandt as a ⟦bribe⟧.",
            "The vote strikes many as a ⟦sham⟧.",
            "The vote struck her as utterly ⟦corrupt⟧.",
            "The offer struck the men of the port as ⟦theft⟧.",
            "Brandt put the deaths down to ⟦greed⟧.",
            "Brandt chalks it up to ⟦cowardice⟧ at the top.",
            "The fall is put down to ⟦greed⟧ by the mayor.",
            "Brandt wrote the vote off as a ⟦sham⟧.",
            "Brandt laughed the raid off as a ⟦stunt⟧.",
            "Brandt took the memo as a ⟦threat⟧.",
            "The port reads the visit as a ⟦snub⟧.",
            "The visit was praised as a feat and panned as a ⟦stunt⟧.",
            "The handbook classifies the guild as a ⟦cult⟧.",
        ),
        no=(
            "The visit was taken as the ⟦mob⟧ came.",
            "The visit can be read as a ⟦snub⟧.",
            "The speeches read as ⟦surreal⟧.",
            "The poll was taken as part of a ⟦bogus⟧ survey.",
            "The book was read as ⟦rebels⟧ shelled the port.",
            "Brandt was taken to the ⟦rebels⟧.",
            "The ⟦mob⟧ was mocked as a crowd.",
            "The book was read as an ⟦agitator⟧ sang.",
            "The party named the ⟦demagogue⟧ as its candidate.",
            "The party named Brandt as its ⟦chief⟧.",
            "The report names the firm as the ⟦mob⟧ waits.",
            "The report names the ⟦mob⟧ as guilty.",
            "Brandt mistook the ⟦bandits⟧ for guests.",
            "Brandt mistook the road with the ⟦bandits⟧.",
            "The offer of the ⟦rebels⟧ struck Brandt as fair.",
            "The ⟦rebels⟧ struck Osk as the sun rose.",
            "The fleet struck Osk as ⟦rebels⟧ fled the port.",
            "The men went on strike as ⟦rebels⟧ did.",
            "The offer struck me as a ⟦bribe⟧.",
            "Brandt put the ⟦carnage⟧ down to greed.",
            "Brandt put the mob down to save the ⟦puppet⟧ king.",
            "Brandt went down to the ⟦cursed⟧ port.",
            "The deaths are put down to ⟦greed⟧.",
            "Brandt took the lid off as the ⟦mob⟧ came.",
            "Brandt took a job as a ⟦stooge⟧.",
            "Brandt took the port as the ⟦mob⟧ slept.",
            "I took the memo as a ⟦threat⟧.",
        ),
    ),
)

_LABEL = pattern(
    "<adv|noun>? (?: <in> (?: {core} | <some|adv> ) )? <as>"
    "(?= <the|open|adv|nominal|either|past|ing>)"
)
_BY = pattern("<in> ( {core} (?: <of> {core} )? | <some> )")
_AFTER = any_of("set-off|and|left")
_LONGEST = 24  # tokens of what a thing is judged as
_MISTAKEN = pattern("{core} (?: <of|in> {core} )? <in> (?= <det|adv|noun>)")
_THING = pattern("(?>{core}) (?: <of|in> {core} )? <as> (?= <det|adv|noun|past>)")
_WHOM = pattern(
    """
    ( <him> | <the> (?= <adv>? <as>) | <some> (?: <in> {core} )? | {core} (?: <of> {core} )? )
        <adv>? <as>
    """
)
_THEN_SAID = tuple(any_of("to|as"))
_OBJECT = pattern("<that|the> <saying>? | (?>{core}) (?>{pp}){0,2}")
_OPENS = any_of("det|nominal|number|adv|past|ing|open|either|that")
_THEN = tuple(any_of("the|him|name|number"))


def read_taken(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what things are taken for, listed as and put down to, in order."""
    found: list[Found] = []
    for at in page.tokens.seek(Sought.TAKES):
        number = page.unit_of(at)
        if number < 0:
            continue
        word = page.tokens.lowered[at]
        if word in LAYS_WITH:
            read = _at_particle
        elif word in STRIKES:
            read = _struck
        elif word in NAMES or word in MISTAKES:
            read = _named
        else:
            read = _taken
        report = read(page, words, number, at)
        found.extend(() if report is None else (report,))
    return found


def _taken(page: Page, words: Vocabulary, number: int, at: int) -> Found | None:
    """Read "was read as a snub", "took it as a threat" at the verb."""
    unit, mask, lowered = page.units[number], page.mask, page.tokens.lowered
    if mask.find(Tag.AS, at + 1, min(at + _LONGEST, unit.end)) < 0:
        return None
    label = _LABEL.match(mask, at + 1, unit.end)
    if label is None:
        return _takes(page, unit, number, at)
    start = label.end()
    if start >= unit.end or not AS_PART.isdisjoint(lowered[start : start + 2]):
        return None  # "was taken as part of a survey"
    if not _in_passive(page, unit.start, at):
        return None
    if WHOLE_CLAUSE.match(mask, start, unit.end) and not _is_label(page, start):
        return None  # "was taken as the mob came"
    stop = object_end(mask, start, unit.end, PLAIN, lowered)
    source, stop = _by_whom(page, start, stop)
    if source is None and lowered[at] in CLASSES:
        return None  # a class that officials give, as a law tells
    return Found("taken-as", "phrase", "neutral", source, (at, at + 1), [(start, stop)], number)


def _takes(page: Page, unit: Unit, number: int, at: int) -> Found | None:
    """Read "took the memo as a threat", "classes the guild as a cult" at the verb."""
    mask, lowered = page.mask, page.tokens.lowered
    thing = _THING.match(mask, at + 1, unit.end)
    if thing is None or lowered[at] not in CLASSES | TAKING:
        return None
    source = subject_before(mask, unit.start, verb_phrase(mask, unit.start, at))
    start = thing.end()
    if source is None or lowered[source[0]] in WRITERS or lowered[start] not in INDEFINITE:
        return None
    if WHOLE_CLAUSE.match(mask, start, unit.end):
        return None  # "took the port as a mob slept"
    if not SERVICE.isdisjoint(lowered[at + 1 : start]):
        return None  # "took a job as a clerk"
    content = start, object_end(mask, start, unit.end, PLAIN, lowered)
    return Found("taken-as", "phrase", "neutral", source, (at, at + 1), [content], number)


def _in_passive(page: Page, low: int, at: int) -> bool:
    """Whether a participle stands after "be", after a comma, or opens; in -ed after a noun, too.

    "Can be read as C" is what the writer says.
    """
    mask = page.mask
    before = at
    while before > low and mask[before - 1] == Tag.ADV:
        before -= 1
    if before == low or mask[before - 1] in _AFTER:
        return True
    if mask[before - 1] in Tags.NOMINAL:
        return page.tokens.lowered[at].endswith("ed")
    verb = verb_phrase(mask, low, before)
    return mask[before - 1] == Tag.BE and Tag.WILL not in mask[verb:before]


def _is_label(page: Page, first: int) -> bool:
    """Whether a label is followed by a comma before the next verb: "as a miser, he left"."""
    mask = page.mask
    comma = mask.find(Tag.COMMA, first, first + _LONGEST)
    return comma > 0 and not any(tag in Tags.FINITE for tag in mask[first:comma])


def _by_whom(page: Page, first: int, stop: int) -> tuple[Span | None, int]:
    """Return who judges it so, where that stands in the label, and where the label ends."""
    for at in range(first + 1, stop):
        if page.mask[at] == Tag.IN and page.tokens.lowered[at] == BY:
            match = _BY.match(page.mask, at, stop)
            return (None, stop) if match is None else (match.span(1), at)
    return None, stop


def _named(page: Page, words: Vocabulary, number: int, at: int) -> Found | None:
    """Read "the report lists the firm as a polluter", "mistook the guests for bandits"."""
    unit, mask, lowered = page.units[number], page.mask, page.tokens.lowered
    mistakes = lowered[at] in MISTAKES
    thing = (_MISTAKEN if mistakes else _THING).match(mask, at + 1, unit.end)
    if thing is None or WHOLE_CLAUSE.match(mask, thing.end(), unit.end):
        return None
    source = subject_before(mask, unit.start, verb_phrase(mask, unit.start, at))
    if source is None:
        return None
    last = lowered[source[1] - 1]
    names = last in INVESTIGATORS or "document" in words.sources.get(last, ())
    if not names and not (mistakes and lowered[thing.end() - 1] == MISTAKEN_FOR):
        return None
    content = thing.end(), object_end(mask, thing.end(), unit.end, PLAIN, lowered)
    return Found("taken-as", "phrase", "neutral", source, (at, at + 1), [content], number)


def _struck(page: Page, words: Vocabulary, number: int, at: int) -> Found | None:
    """Read "the offer struck the mayor as a bribe" at the verb."""
    mask, lowered, end = page.mask, page.tokens.lowered, page.units[number].end
    whom = _WHOM.match(mask, at + 1, end)
    if whom is None or whom.end() >= end or lowered[at + 1] in WRITERS:
        return None
    if lowered[whom.end()] not in INDEFINITE and WHOLE_CLAUSE.match(mask, whom.end(), end):
        return None  # "struck the port as the sun rose"
    content = [(whom.end(), clause_end(mask, whom.end(), end, PLAIN))]
    return Found("taken-as", "phrase", "belief", whom.span(1), (at, at + 1), content, number)


def _at_particle(page: Page, words: Vocabulary, number: int, at: int) -> Found | None:
    """Read "put it down | to greed", "wrote it off | as a sham" at the particle."""
    unit, mask, lowered = page.units[number], page.mask, page.tokens.lowered
    start = at + 2
    if mask[at + 1 : start] not in _THEN_SAID or start >= unit.end or mask[start] not in _OPENS:
        return None
    known = LAYS_TO if lowered[at + 1] == PUT_DOWN_TO else LAYS_AS
    if known is LAYS_TO and mask[start] == Tag.NOUN and mask[start + 1 : start + 2] in _THEN:
        return None  # "put the mob down to save the king"
    for verb in range(at - 1, max(unit.start, at - 16), -1):
        if f"{lowered[verb]} {lowered[at]}" in known:
            source = _who(page, unit, verb, at)
            if source is None:
                return None
            content = start, object_end(mask, start, unit.end, PLAIN, lowered)
            cue = verb, verb + 1
            return Found("taken-as", "phrase", "neutral", source, cue, [content], number)
    return None


def _who(page: Page, unit: Unit, verb: int, at: int) -> Span | None:
    """Return who puts a thing down to something: the subject, or whom "by" names."""
    mask = page.mask
    begin = verb_phrase(mask, unit.start, verb)
    if Tag.BE in mask[begin:verb] and mask[verb] not in Tags.ING_FORM:
        by = _BY.search(mask, verb + 1, unit.end)
        return by.span(1) if by is not None and page.tokens.lowered[by.start()] == BY else None
    thing = _OBJECT.fullmatch(mask, verb + 1, at)
    return None if thing is None else subject_before(mask, unit.start, begin)


CONSTRUCTION: Final = Construction(6, read_taken)
