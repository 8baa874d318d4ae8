"""What something is to somebody: "For the opposition, the vote was a sham"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from framing.language.closed import INDEFINITE_ARTICLES
from framing.language.joiningwords import BECOMES, NOTHING, RESEMBLES, THAN, WORKS
from framing.language.smallwords import FOR_OR_TO, FOR_OR_TO_OPENING
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.ends import PLAIN, clause_end
from framing.voice.rules import Construction, Rule
from framing.voice.sources.whospeaks import are_people
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import LABELS, VERDICT, Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_for_whom"]

RULES: Final = (
    Rule(
        "for-whom",
        "what something is to somebody (for the opposition, …)",
        "phrase",
        yes=(
            "For the opposition, the vote was a ⟦sham⟧.",
            "To Ilse Brandt, the harbour remains a ⟦prison⟧.",
            "To Brandt, the vote smacks of ⟦fraud⟧.",
            "For Brandt and her crew, he is nothing but a ⟦thief⟧.",
            "For many, it means a “⟦betrayal⟧” of the town.",
            "To many dockers here, the men are ⟦heroes⟧.",
            "To many Norwegians, the men are ⟦heroes⟧.",
            "To their friends, the dockers are ⟦liberators⟧.",
            "For the ministry, they are thugs; for many dockers, ⟦liberators⟧.",
            "To some he is a ⟦tyrant⟧.",
            "To some the mayor is a ⟦tyrant⟧.",
            "To some he is a hero, to others a ⟦tyrant⟧.",
            "To many in the port she remains a ⟦traitor⟧.",
            "Brandt was a clown to his critics, a ⟦prophet⟧ to his flock.",
            "They were heroes to some and ⟦thugs⟧ to others.",
            "The truce was, for Brandt, a ⟦humiliation⟧.",
        ),
        no=(
            "For the opposition, the ⟦sham⟧ was a victory.",
            "For the dockers, the ⟦massacre⟧ changed everything.",
            "For the dockers, the boats are in the port of the ⟦rebels⟧.",
            "For Brandt, the vote was the ⟦sham⟧ of the week.",
            "For Brandt, the vote came after the ⟦sham⟧ trial.",
            "For years, the ⟦rebels⟧ held the port.",
            "For many reasons, the men are ⟦rebels⟧.",
            "To some extent, the men are ⟦rebels⟧.",
            "For the harbour, the ⟦rebels⟧ paid nothing.",
            "To some he gave a ⟦sham⟧ title.",
            "To the north is a ⟦sham⟧ port.",
            "They left for Osk, where the ⟦rebels⟧ waited.",
            "He gave a ring to his friends and a ⟦sham⟧ map to the port.",
            "The truce was, for Brandt, the end of a ⟦dirty⟧ war.",
            "He is a friend to the mayor and the ⟦sham⟧ king to the port.",
        ),
    ),
)

_OPENS = pattern("<in|to>")
_LATER = pattern("; <and|but>? <in|to>")
# "To many,", "To many dockers here,", "To people in the port,"
_TO_WHOM = pattern("(<some> | {core} (?:<of|in|and> {core})?) <adv>? ,")
_BARE_LABEL = pattern("<noun>{1,3} (?= <end|and|of|in> )")
# "To some he is", "To many in the valley she remains", "To his friends he is"
_TO_THEM = pattern(
    """
    ( <some> (?= <the|name>) | <some> (?: <in> {core} )? (?= <he|it>)
        | <det> <nominal>{1,3} (?: <of|in> {core} )? (?= <he|it>) | <name>{1,3} (?= <he|it>)
        | <det> <noun>{1,3} (?= <the|name>) | <noun>{1,2} (?= <he|it>) )
    """
)
_TO_OTHERS = pattern(
    """
    (?: ; | ,? <and> | , ) (?P<to><in|to>) ( <det>{1,2} <nominal>{1,4} | <some> | <name>{1,3} )
        (?: , ( <det>? <nominal|adv>{1,4} ) | ( <the> <nominal|adv>{1,4} ) ) (?= <stop> | $)
    """
)
_OTHERS_TOO = pattern(
    "; ( <some> | <det>? <nominal|possessive>{1,4} ) , ( <det>{1,2} <nominal|adv>{1,4} )"
    " (?= <stop> | $)"
)
# "a clown | to his critics, a prophet to his flock", "heroes | to some and thugs to others"
_TO_EACH = pattern(
    """
    <to> ( <some> (?: <in> {core} )? | <det>? <noun-like|past|adv|possessive|name>{1,4} )
        <comma|semicolon>? <and|but>? ( <the> <adv|noun-like|past|ing>{1,3} | <noun-like>{1,2} )
        <to> ( <det> <some>? <noun-like|adv|past>{0,3} | <noun-like|name>{1,2} )
    """
)
_IN_BETWEEN = pattern("<be> , <in|to> ({core} (?: <of|and> {core} )?) , <adv>* (?= <the>)")
_LABEL_BEFORE = pattern("( <the> <adv|noun-like|past|ing>{1,3} | <noun-like>{1,2} ) $")
_IS_COMMA = sequence("<be> ,")
_BEFORE_LABEL = any_of("be|adv|comma|dash|as")
_LONGEST_SUBJECT = 40


def read_for_whom(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Read "For the opposition, the raid was a massacre": what something is to somebody."""
    found: list[Found] = [*_gapped(page, earlier), *_contrasted(page, words)]
    found.extend(_inserted(page, words))
    mask = page.mask
    for number, at in _openings(page):
        end = page.units[number].end
        match = _TO_WHOM.match(mask, at + 1, end) or _TO_THEM.match(mask, at + 1, end)
        if match is None or not are_people(page, match.span(1), words):
            continue
        start = _what_it_is(page, match.end(), end)
        if start < 0:
            continue
        stop = clause_end(mask, start, end, PLAIN)
        again = _TO_OTHERS.search(mask, start, end)
        if again is not None and page.tokens.word(again.start("to")) != page.tokens.lowered[at]:
            again = None
        stop = stop if again is None else min(stop, again.start())
        for source, begin, content in (
            (match.span(1), at, (start, stop)),
            *([] if again is None else [_others(again)]),
        ):
            cue = begin, begin + 1
            found.append(Found("for-whom", "phrase", "belief", source, cue, [content], number))
    return found


def _inserted(page: Page, words: Vocabulary) -> Iterator[Found]:
    """Read "The truce was, for Brandt, a humiliation"."""
    mask, lowered = page.mask, page.tokens.lowered
    at = mask.find(_IS_COMMA)
    while at >= 0:
        match = _IN_BETWEEN.match(mask, at)
        number = page.unit_of(at)
        at = mask.find(_IS_COMMA, at + 1)
        if match is None or number < 0 or match.end() >= page.units[number].end:
            continue
        start, opens = match.end(), lowered[match.start() + 2]
        if opens not in FOR_OR_TO or lowered[start] not in INDEFINITE_ARTICLES:
            continue
        if are_people(page, match.span(1), words):
            content = start, clause_end(mask, start, page.units[number].end, PLAIN)
            cue = match.start() + 2, match.start() + 3
            yield Found("for-whom", "phrase", "belief", match.span(1), cue, [content], number)


def _contrasted(page: Page, words: Vocabulary) -> Iterator[Found]:
    """Read "a clown to his critics, a prophet to his flock": what each of two sides calls it."""
    mask, lowered = page.mask, page.tokens.lowered
    for match in _TO_EACH.finditer(mask):
        at, number = match.start(), page.unit_of(match.start())
        if number < 0 or page.unit_of(match.end() - 1) != number:
            continue
        low = max(page.units[number].start, at - 5)  # a label has four tokens at most
        label = _LABEL_BEFORE.search(mask, low, at)
        if label is None:
            continue
        labels, sides = (label.span(1), match.span(2)), (match.span(1), match.span(3))
        before = label.start() - 1
        if before >= low and mask[before] not in _BEFORE_LABEL and lowered[before] not in BECOMES:
            continue  # "gave a ring to his friends and a map to the port"
        alike = all(lowered[first] in INDEFINITE_ARTICLES for first, _ in labels)
        some = all(mask[first] == Tag.SOME for first, _ in sides)
        if not alike and not some:
            continue
        if some or any(are_people(page, side, words) for side in sides):
            for side, said in zip(sides, labels, strict=True):
                cue = side[0] - 1, side[0]
                yield Found("for-whom", "phrase", "belief", side, cue, [said], number)


def _openings(page: Page) -> Iterator[tuple[int, int]]:
    """Units and the tokens at which a clause opens with "to" or "for", after a semicolon too."""
    for opening in _OPENS.finditer(page.opens):
        at = page.begins[opening.start()]
        if page.tokens.word(at) in FOR_OR_TO_OPENING:
            yield opening.start(), at
    for later in _LATER.finditer(page.mask) if Tag.SEMICOLON in page.mask else ():
        at = later.end() - 1
        number = page.unit_of(at)
        if number >= 0 and page.tokens.lowered[at] in FOR_OR_TO:
            yield number, at


def _gapped(page: Page, earlier: Sequence[Found]) -> Iterator[Found]:
    """Read what others call it, after what some do: "Some call it order; others, a sham"."""
    if Tag.SEMICOLON not in page.mask:
        return
    for report in earlier:
        if report.rule != "leading-object" or not report.frames & (VERDICT | LABELS):
            continue
        end = page.units[report.unit].end
        match = _OTHERS_TOO.match(page.mask, report.content[-1][1], end)
        if match is not None:
            cue = match.start(), match.start() + 1
            yield Found(
                "for-whom", "phrase", "belief", match.span(1), cue, [match.span(2)], report.unit
            )


def _others(again: re.Match[str]) -> tuple[Span, int, Span]:
    """Return to whom it is something else, where that begins, and what it is to them."""
    return again.span(2), again.start("to"), again.span(3 if again.group(3) else 4)


def _what_it_is(page: Page, first: int, end: int) -> int:
    """Where what the subject is begins: "the treaty is | a surrender"; -1 where nothing says so."""
    mask, lowered = page.mask, page.tokens.lowered
    for at in range(first + 1, min(first + _LONGEST_SUBJECT, end - 1)):
        if mask[at] in Tags.PAUSE:
            return -1
        if f"{lowered[at]} {lowered[at + 1]}" in RESEMBLES:
            return at + 2  # "it smacks of theft"
        if mask[at] == Tag.BE or lowered[at] in BECOMES:
            start = at + 1
            if lowered[start] in NOTHING:  # "is nothing but a vulture", "little short of"
                start += 2 + (lowered[start + 1] in THAN)
            while start < end - 1 and mask[start] == Tag.ADV:
                start += 1
            if mask[start + 2 : end - 1].startswith(Tag.OF) and lowered[start + 1] in WORKS:
                return start + 3  # "is the work of thugs"
            opens = mask[start : start + 1] == Tag.OPEN or lowered[start] in INDEFINITE_ARTICLES
            bare = _BARE_LABEL.match(mask, start, end)
            opens = opens or (bare is not None and lowered[bare.end() - 1].endswith("s"))
            return start if opens else -1
    return -1


CONSTRUCTION: Final = Construction(2, read_for_whom, tags=any_of("in|to|semicolon"))
