"""Where what a noun of saying holds begins: "the claim that C", "the fear is that C"."""

from __future__ import annotations

import re

from framing.language.joiningwords import NOUN_ABOUT, NOUN_TOWARD
from framing.language.reportwords import MADE, ORDERS
from framing.language.verdictwords import SPREADING
from framing.voice.grammar.nounsaround import is_made, possessor
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.text.units import Page, Unit

__all__ = ["RELATIVE", "noun_content_start"]

_LINKS = Tags.OF_OR_IN
_VERB_AFTER_TO = pattern("<to> <adv>? (?:<have|be|noun|present|say|claim|put> | <will>)")
_IS = pattern(
    """
    (?:<in> <day> )? <adv|be>{1,2}+ (?=<that|to>)
    | <will> <say>? <be> (?=<that>)
    | <have>? <be>{1,2} <adv>? <participle> (?=<that>)
    | <be> (?=<pronoun> <finite>)
    | <adv>? <past|said|written> (?: <in> {core} ){0,2} <be> (?=<that>)
    | , <past|said|written|who> <^pause|open|content>{0,12} , <be> (?=<that>)
    | , <noun|adv|ing> <^pause|open|content|definite>{0,8} , <be> (?=<that>)
    """
)
_WHEN = pattern(  # "warnings in the summer of 2012 that C"
    "<in> (?: <det>? <noun>? <time> (?: <and>? <time> )? <of>? <number>?"
    " | <the> <noun> (?: <and> <noun|present> )? <of> <number> | <name>{1,3} )"
    "(?= <that>)"
)
_INSERTED = pattern("<ing-form> {adjuncts} (?= <that>)")
RELATIVE = pattern("<that> <adv>*+ (?: <definite|past> | <said> (?= <to|that|the|him>))")
_DOES = pattern("<that> <noun-like> (?= <det|number|name|him> | <noun-like>{1,3} <in|of|to>)")
_GROWS = pattern("<aux|adv>{0,3} (<any>) <noun>? (?>{adjuncts}) (?=<that>)")
_BEFORE_OBJECT = any_of("finite|ing-form|of|in|to|written")
_LINKS_TO = tuple(any_of("in|to"))
_TO_BE_THAT = pattern("{pp} (?= <be> <that>)")  # "her message to the port | was that C"
_WHERE = pattern("<in> {core} (?= <that> | <be> <that>) | {pp} (?= <be> <that>)")
_WHERE_CLAUSE = pattern("<in> {core} (?= <that> {np} <adv>*+ (?: <aux> | <finite> <det>))")
_OWNED_CLAUSE = any_of("comma|the|he|it|name")
_BARE_CLAUSE = pattern(", <that> {np} <adv>*+ <finite> | {np} <adv>*+ <aux>")
_IS_SAID = pattern("{np} <be> <adv>*+ <the|open>")
_LABEL = tuple(any_of("the|open|nominal"))
# "claims he was a spy", "allegations they had taken bribes", but "the claims he had made"
_THEY_ARE = pattern(
    """
    <pronoun> (?: <aux>{1,3} <adv>*+ (?: <the|open>
        | <^end|aux> (?: <adv>? <det|in|him|name|of|to|noun>))
        | <adv>? <past|present|wrote> <det|name|noun>)
    """
)
_DASH_THAT = pattern("- (?=<that> {np} <adv>*+ <finite>)")  # "her answer – that C – fell flat"
_ON_DAY = sequence("<in> <day>")


def noun_content_start(
    page: Page, unit: Unit, at: int, stop: int, frames: tuple[str, ...]
) -> tuple[int, int]:
    """Where the content begins, and where the cue ends; -1 where the noun takes none."""
    mask, clause = page.mask, "clause" in frames
    here = mask[stop : stop + 1]
    if here == Tag.DAY:  # "her claim on Monday that", "her claim Monday that"
        stop += 1
    elif here == Tag.IN and mask.startswith(_ON_DAY, stop):
        stop += 2
    elif clause and here:
        stop = _before_clause(mask, unit, stop, here, frames)
    after = mask[stop] if stop + 1 < unit.end else Tag.STOP
    if after == Tag.THAT and clause and page.tokens.lowered[stop - 1] != "talks":
        relative = RELATIVE.match(mask, stop, unit.end) or _orders(page, unit, stop)
        return (-1, -1) if relative or is_made(page, unit, stop) else (stop, stop)
    if after == Tag.TO and "infinitive" in frames and _VERB_AFTER_TO.match(mask, stop, unit.end):
        return stop, stop
    if (
        after == Tag.TO
        and "clause" in frames
        and mask[stop + 1 : stop + 2] in tuple(Tags.HAVE_OR_BE)
    ):
        return stop, stop  # "her claim to have seen C"
    if after == Tag.TO and "to" in frames and not _VERB_AFTER_TO.match(mask, stop, unit.end):
        return stop + 1, stop + 1
    word = page.tokens.lowered[stop] if after in _LINKS else ""
    about = (word in NOUN_ABOUT and "of" in frames) or (word in NOUN_TOWARD and "toward" in frames)
    if about and mask[stop + 1] not in Tags.TIME:
        return stop + 1, stop + 1
    if after == Tag.AS and "said-as" in frames and mask[stop + 1] in _LABEL:
        return stop, stop  # "criticism as a rubber stamp"
    if clause and after in _OWNED_CLAUSE:
        bare = _BARE_CLAUSE.match(mask, stop, unit.end)
        if bare is not None and mask[stop] == Tag.COMMA:
            return stop + 1, stop + 1  # "her claim, that C, was false"
        owner = possessor(mask, unit.start, stop - 1, page.tokens.lowered)[0]
        if bare is not None and owner is not None and mask[owner[0] - 1] in _BEFORE_OBJECT:
            return stop, stop  # "denied her claim the toll was theft"
        opens = mask[stop] in Tags.PRONOUN or (owner is not None and owner[0] == unit.start)
        said = owner is None and "said-of" in frames
        said = said and _they_are(page, unit, stop)
        if said or (opens and _IS_SAID.match(mask, stop, unit.end)):
            return stop, stop  # "Her claim the toll was theft", "any claim it was theft"
    if not clause and "infinitive" not in frames:
        return -1, -1
    is_after = _IS.match(mask, stop, unit.end) or _grows(page, unit, stop)
    if is_after is None and here == Tag.DASH and mask[at - 1] not in Tags.PRONOUN:
        is_after = _DASH_THAT.match(mask, stop, unit.end)
    if is_after is None or _disagrees(page, at, stop):
        return -1, -1  # "the shift in the findings is that": no subject
    return is_after.end(), is_after.end()


def _before_clause(mask: str, unit: Unit, stop: int, here: str, frames: tuple[str, ...]) -> int:
    """Where what stands between a noun and its clause ends: when, where, how it goes round."""
    if here == Tag.IN and (when := _WHEN.match(mask, stop, unit.end)) is not None:
        return when.end()
    if here in Tags.ING_FORM:  # "rumours going round that C"
        between = _INSERTED.match(mask, stop, unit.end)
    elif here in _LINKS_TO:  # "talk in the port that"
        between = (_WHERE if "unowned" in frames else _TO_BE_THAT).match(mask, stop, unit.end)
        between = between or _WHERE_CLAUSE.match(mask, stop, unit.end)
    else:
        return stop
    return stop if between is None else between.end()


def _grows(page: Page, unit: Unit, stop: int) -> re.Match[str] | None:
    """Match "is growing that", "have surfaced that" after a noun: what the noun says follows."""
    if page.mask.find(Tag.THAT, stop, unit.end) < 0:
        return None
    match = _GROWS.match(page.mask, stop, unit.end)
    if match is None or page.tokens.lowered[match.start(1)] not in SPREADING:
        return None
    return match


def _orders(page: Page, unit: Unit, stop: int) -> bool:
    """Whether an order has a relative clause whose verb no table holds: "a decree that bars C"."""
    lowered = page.tokens.lowered
    if lowered[stop - 1] not in ORDERS or not lowered[stop + 1].endswith("s"):
        return False
    return _DOES.match(page.mask, stop, unit.end) is not None


def _disagrees(page: Page, noun: int, stop: int) -> bool:
    """Whether a plural noun stands before "is" or "was" at token `stop`."""
    word, lowered = page.tokens.word, page.tokens.lowered
    return (
        word(noun).endswith("s")
        and not word(noun).endswith(("us", "is"))
        and lowered[stop] in ("is", "was", "has")
    )


def _they_are(page: Page, unit: Unit, stop: int) -> bool:
    """Whether a clause follows with a pronoun, and none of who made it: "claims he had made"."""
    match = _THEY_ARE.match(page.mask, stop, unit.end)
    if match is None:
        return False
    return MADE.isdisjoint(page.tokens.lowered[at] for at in range(*match.span()))
