"""What two sides see in one thing: "Where the mayor sees order, dockers see a purge"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from framing.language.smallwords import SEE
from framing.language.sourcewords import INDEFINITE
from framing.language.verdictwords import SEES, SIDES
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.ends import PLAIN, object_end
from framing.voice.grammar.nounsaround import verb_phrase
from framing.voice.grammar.subjects import subject_before
from framing.voice.rules import Construction, Rule
from framing.voice.sources.profiles import profile_of
from framing.voice.text.sought import Sought
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_sees"]

RULES: Final = (
    Rule(
        "sees",
        "what each of two sides sees in a thing (where the mayor sees …, others see …)",
        "phrase",
        act="thought",
        yes=(
            "Where Brandt sees order, Venn sees a ⟦purge⟧.",
            "While some saw a ⟦massacre⟧, others saw a battle.",
            "Where the ministry sees ⟦thugs⟧, the port sees its sons.",
            "Some see order; others see a ⟦purge⟧.",
            "Many in the port see in the vote a ⟦purge⟧.",
        ),
        no=(
            "Where Brandt sees the ⟦rebels⟧, he turns away.",
            "Brandt sees the ⟦rebels⟧ every day.",
            "Where the road ends, Brandt saw ⟦rebels⟧.",
            "While I see a deal, you see a ⟦purge⟧.",
            "Brandt saw in the port the ⟦rebels⟧ of the north.",
        ),
    ),
)

_SEES = "( <some> <nominal>? (?: <in> {core} )? | {core} (?: <of|in> {core} )? ) <adv>? <any>"
_BOTH = pattern(
    f"""
    <any>? {_SEES} ( <^end>{{1,12}} ) <comma|semicolon> <but|and>?
        {_SEES} ( <^end>{{1,12}} ) (?= <stop> | $)
    """
)
_IN_IT = pattern("<say|says|wrote|either|said> <in> {core} (?: <of|in> {core} )? (?= <the>)")
_OPENS = pattern("<some|if>")
_OPENERS = ("Where", "While", "Whereas")
_KINDS = frozenset(("named", "group", "official", "institution", "pronoun"))


def read_sees(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what two sides see in one thing, in order."""
    found: list[Found] = []
    for opening in _OPENS.finditer(page.opens):
        number = opening.start()
        at = page.begins[number]
        opens = page.tokens.word(at) in _OPENERS
        if opens or opening.group() == Tag.SOME:
            found.extend(_both(page, number, at + opens, page.units[number].end))
    done = {report.cue for report in found}
    for at in page.tokens.seek(Sought.SEES):
        match = _IN_IT.match(page.mask, at)
        number = page.unit_of(at)
        if match is not None and number >= 0:
            found.extend(_in_it(page, number, match))
        elif number >= 0 and (at, at + 1) not in done:
            found.extend(_side_sees(page, number, at))
    return found


def _in_it(page: Page, number: int, match: re.Match[str]) -> Iterator[Found]:
    """Read "They see in the vote a purge"."""
    at, label, unit = match.start(), match.end(), page.units[number]
    if label >= unit.end or page.tokens.lowered[label] not in INDEFINITE:
        return
    who = subject_before(page.mask, unit.start, verb_phrase(page.mask, unit.start, at))
    if who is None or not _thinks(page, who):
        return
    seen = label, object_end(page.mask, label, unit.end, PLAIN, page.tokens.lowered)
    yield Found("sees", "phrase", "belief", who, (at, at + 1), [seen], number)


def _side_sees(page: Page, number: int, at: int) -> Iterator[Found]:
    """Read "Critics see a purge": what those see who stand on a side."""
    label, unit, lowered = at + 1, page.units[number], page.tokens.lowered
    if label >= unit.end or lowered[at] != SEE or lowered[label] not in INDEFINITE:
        return
    who = subject_before(page.mask, unit.start, verb_phrase(page.mask, unit.start, at))
    if who is not None and lowered[who[1] - 1] in SIDES:
        seen = label, object_end(page.mask, label, unit.end, PLAIN, lowered)
        yield Found("sees", "phrase", "belief", who, (at, at + 1), [seen], number)


def _both(page: Page, number: int, first: int, end: int) -> Iterator[Found]:
    """Read what both sides see in a sentence that begins at token `first`."""
    match = _BOTH.match(page.mask, first, end)
    if match is None:
        return
    sides = ((match.span(1), match.span(2)), (match.span(3), match.span(4)))
    lowered = page.tokens.lowered
    if all(lowered[seen[0] - 1] in SEES and _thinks(page, who) for who, seen in sides):
        for who, seen in sides:
            cue = seen[0] - 1, seen[0]
            yield Found("sees", "phrase", "belief", who, cue, [seen], number)


def _thinks(page: Page, who: Span) -> bool:
    """Whether a subject can think something."""
    tokens = page.tokens
    some = page.mask[who[0]] == Tag.SOME
    return some or profile_of(tokens.text[tokens.starts[who[0]] : tokens.end(who[1] - 1)]).kind in (
        _KINDS
    )


CONSTRUCTION: Final = Construction(6, read_sees, tags=any_of("if|some|say|says|wrote|either|said"))
