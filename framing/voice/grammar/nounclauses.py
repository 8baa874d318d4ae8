"""Where what a noun of saying holds begins: "the claim that C", "the fear is that C"."""

from __future__ import annotations

import re

from framing.language.joiningwords import AIMED_OR_OWNED, NOUN_ABOUT, NOUN_TOWARD
from framing.language.reportwords import MADE, ORDERS
from framing.language.smallwords import SINGULAR_VERBS, TALKS
from framing.language.verdictwords import SPREADING
from framing.values import Span
from framing.voice.grammar.nounhangers import next_hanger, owner_of
from framing.voice.grammar.nounsaround import is_made, possessor
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page, Unit

__all__ = ["RELATIVE", "noun_content"]

_LINKS = Tags.OF_OR_IN
_VERB_AFTER_TO = pattern("<to> <adv>? (?:<have|be|noun|present|say|claim|put> | <will>)")
_IS = pattern(
    """
    (?:<in> <day> )? <adv|be>{1,2}+ (?=<that|to>)
    | <will> <say>? <be> (?=<that>)
    | <have>? <be>{1,2} <adv>? <participle> (?=<that>)
    | <be> (?=<pronoun> <finite>)
    | , <past|said|written|who> <^pause>{0,12} , <be> (?=<that>)
    """
)
RELATIVE = pattern("<that> <adv>*+ (?: <definite|past> | <said> (?= <to|that|the|him>))")
_DOES = pattern("<that> <noun-like> (?= <det|number|name|him> | <noun-like>{1,3} <in|of|to|aux>)")
_GROWS = pattern(
    "<aux|adv>{0,3} (<any>) <noun>? (?>{adjuncts}) (?: <if> <time|name> )?"
    " (?= <that> {np} <adv>*+ <finite>)"
)
_BEFORE_OBJECT = any_of("finite|ing-form|of|in|to|written")
# After a noun that may have a relative clause of its own: "a report in the Post that he had fled".
_WITH_OBJECT = pattern(
    "<that> {np} <adv>*+ (?: <finite> <det>"
    " | <aux> (?! <adv>? <past|said|written> (?: <finite|end> | $)) )"
)
_WHOLE = pattern("<that> {np} <adv>*+ <finite>")
_IS_OF = pattern("<be> <adv>? <of>")  # "the talk was of a purge"
# "the accusation against Venn of theft", "claims by the board of having been robbed"
_OF_WHAT = pattern("<in> (?: (?: <name>{1,4} | <him> ) <of> | {core} <of> (?= <ing-form> ) )")
# "the charge against Venn is that C", "the feeling in the port that C"
_WHICH_IS_THAT = pattern(
    "{pp}{1,2} <be> <adv>? <that> | <in> {core} <that> {np} <adv>*+"
    " (?: <finite> <det> | <aux> (?! <adv>? <past|said|written> (?: <finite|end> | $)) )"
)
_HANGERS = 3
_ENDS = any_of("stop|semicolon|right")
_OWNED_CLAUSE = any_of("comma|the|he|it|name")
_BARE_CLAUSE = pattern(", <that> {np} <adv>*+ <finite> | {np} <adv>*+ <aux>")
_IS_SAID = pattern("{np} <be> <adv>*+ <the|open>")
_LABEL = tuple(any_of("the|open|nominal"))
# "claims he was a spy", "allegations they had taken bribes", but "the claims he had made"
_THEY_ARE = pattern(
    """
    <pronoun> (?: <aux>{1,3} <adv>*+ <any> <adv>? <det|in|him|name|of|to|noun>
        | <adv>? <past|present|wrote> <det|name|noun> )
    """
)
_DASH_THAT = pattern("- (?=<that> {np} <adv>*+ <finite>)")  # "her answer – that C – fell flat"


def noun_content(
    page: Page, unit: Unit, at: int, frames: tuple[str, ...]
) -> tuple[int, int, Span | None] | None:
    """Where what a noun says begins, where its cue ends, and whose it is by what hangs on it.

    It is None where the noun at token `at` takes nothing.
    """
    mask, stop, owner, loose = page.mask, at + 1, None, False
    after = mask[stop : stop + 1]
    if after in _ENDS or (after == Tag.COMMA and mask.find(Tag.THAT, stop, unit.end) < 0):
        return None  # most nouns are told apart here, which costs nothing
    of = owner_of(page, unit, stop) if after == Tag.OF else None
    if of is not None and RELATIVE.match(mask, of.end(), unit.end) is None:
        stop, owner = of.end(), of.span(1)
    for hung in range(_HANGERS + 1):
        start, cue_end = _content_start(page, unit, at, stop, frames, loose)
        if start >= unit.end:
            return None  # a text that is cut: "The warning was of"
        if start >= 0:
            return start, cue_end if owner is None else at + 1, owner
        if not hung and not _may_hang(page, unit, stop, frames):
            return None
        hanger = next_hanger(page, unit, stop) if hung < _HANGERS else None
        if hanger is None:
            return None
        stop, owner, loose = hanger.stop, owner or hanger.owner, hanger.takes_relative
    return None


def _may_hang(page: Page, unit: Unit, stop: int, frames: tuple[str, ...]) -> bool:
    """Whether anything may follow what hangs on a noun: a clause, or "of" after whose it is."""
    mask = page.mask
    if "said-of" in frames or mask.find(Tag.THAT, stop, unit.end) >= 0:
        return True
    if "said-as" in frames and mask.find(Tag.AS, stop, unit.end) >= 0:
        return True
    return mask.startswith(Tag.IN, stop) and page.tokens.lowered[stop] in AIMED_OR_OWNED


def _content_start(
    page: Page, unit: Unit, at: int, stop: int, frames: tuple[str, ...], loose: bool
) -> tuple[int, int]:
    """Where the content begins from token `stop` on, and where the cue ends; or -1."""
    mask, clause = page.mask, "clause" in frames
    after = mask[stop] if stop + 1 < unit.end else Tag.STOP
    if after == Tag.THAT and clause and page.tokens.lowered[stop - 1] != TALKS:
        taken = _takes_that(page, unit, stop, frames, loose)
        return (stop, stop) if taken else (-1, -1)
    if loose:
        return _after_loose(page, unit, at, stop, frames)
    begun = -1
    if after == Tag.TO:
        begun = _after_to(page, unit, stop, frames)
    elif after in _LINKS:
        begun = _after_link(page, unit, stop, frames)
    elif after == Tag.AS and "said-as" in frames and mask[stop + 1 : stop + 2] in _LABEL:
        begun = stop  # "criticism as a rubber stamp"
    elif clause and after in _OWNED_CLAUSE:
        begun = _bare_clause(page, unit, stop, frames)
    elif mask[stop : stop + 1] == Tag.BE and "said-of" in frames:
        of = _IS_OF.match(mask, stop, unit.end)
        begun = -1 if of is None else of.end()
    if begun >= 0:
        return begun, begun
    if not clause and "infinitive" not in frames:
        return -1, -1
    return _is_that(page, unit, at, stop)


def _takes_that(page: Page, unit: Unit, stop: int, frames: tuple[str, ...], loose: bool) -> bool:
    """Whether "that" at token `stop` opens what a noun says, and no relative clause."""
    mask = page.mask
    if RELATIVE.match(mask, stop, unit.end) or _orders(page, unit, stop):
        return False
    if loose:
        sure = "unowned" in frames or mask[stop - 1] == Tag.NAME  # "claims in Osk that C"
        if (_WHOLE if sure else _WITH_OBJECT).match(mask, stop, unit.end) is None:
            return False
    return not is_made(page, unit, stop)


def _after_to(page: Page, unit: Unit, stop: int, frames: tuple[str, ...]) -> int:
    """Where the content of a noun begins that has "to" after it, or -1."""
    mask = page.mask
    does = _VERB_AFTER_TO.match(mask, stop, unit.end) is not None
    if "infinitive" in frames and does:
        return stop
    if "clause" in frames and mask[stop + 1 : stop + 2] in tuple(Tags.HAVE_OR_BE):
        return stop  # "her claim to have seen C"
    return stop + 1 if "to" in frames and not does else -1


def _after_link(page: Page, unit: Unit, stop: int, frames: tuple[str, ...]) -> int:
    """Where the content of a noun begins that has a preposition after it, or -1."""
    mask, word = page.mask, page.tokens.lowered[stop]
    if "said-of" in frames and word in AIMED_OR_OWNED:
        charged = _OF_WHAT.match(mask, stop, unit.end)
        if charged is not None:
            return charged.end()
    about = (word in NOUN_ABOUT and "of" in frames) or (word in NOUN_TOWARD and "toward" in frames)
    if not about or mask[stop + 1] in Tags.TIME:
        return -1
    is_that = "clause" in frames and _WHICH_IS_THAT.match(mask, stop, unit.end)
    return -1 if is_that else stop + 1


def _bare_clause(page: Page, unit: Unit, stop: int, frames: tuple[str, ...]) -> int:
    """Where a clause without "that" begins right after a noun, or -1."""
    mask = page.mask
    bare = _BARE_CLAUSE.match(mask, stop, unit.end)
    if bare is not None and mask[stop] == Tag.COMMA:
        return stop + 1  # "her claim, that C, was false"
    owner = possessor(mask, unit.start, stop - 1, page.tokens.lowered)[0]
    if bare is not None and owner is not None and mask[owner[0] - 1] in _BEFORE_OBJECT:
        return stop  # "denied her claim the toll was theft"
    opens = mask[stop] in Tags.PRONOUN or (owner is not None and owner[0] == unit.start)
    said = owner is None and "said-of" in frames and _they_are(page, unit, stop)
    if said or (opens and _IS_SAID.match(mask, stop, unit.end)):
        return stop  # "Her claim the toll was theft", "any claim it was theft"
    return -1


def _after_loose(
    page: Page, unit: Unit, at: int, stop: int, frames: tuple[str, ...]
) -> tuple[int, int]:
    """Where the content begins after what may have words of its own: "against Venn | of C"."""
    mask = page.mask
    label = mask[stop + 1 : stop + 2] in _LABEL
    if mask.startswith(Tag.AS, stop) and label and "said-as" in frames:
        return stop, stop  # "their depiction in books as savages"
    of = _IS_OF.match(mask, stop, unit.end) if "said-of" in frames else None
    if of is not None:
        return of.end(), of.end()
    if mask[stop : stop + 1] != Tag.OF:
        return _is_that(page, unit, at, stop) if "clause" in frames else (-1, -1)
    doing = mask[stop + 1 : stop + 2] in tuple(Tags.ING_FORM)
    return (stop + 1, stop + 1) if doing and "said-of" in frames else (-1, -1)


def _is_that(page: Page, unit: Unit, at: int, stop: int) -> tuple[int, int]:
    """Where the content begins after "is that" or a dash; -1 where neither follows."""
    mask = page.mask
    is_after = _IS.match(mask, stop, unit.end) or _grows(page, unit, stop)
    if is_after is None and mask[stop : stop + 1] == Tag.DASH and mask[at - 1] not in Tags.PRONOUN:
        is_after = _DASH_THAT.match(mask, stop, unit.end)
    if is_after is None or _disagrees(page, at, stop):
        return -1, -1  # "the shift in the findings is that": no subject
    return is_after.end(), is_after.end()


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
        and lowered[stop] in SINGULAR_VERBS
    )


def _they_are(page: Page, unit: Unit, stop: int) -> bool:
    """Whether a clause follows with a pronoun, and none of who made it: "claims he had made"."""
    match = _THEY_ARE.match(page.mask, stop, unit.end)
    if match is None:
        return False
    return MADE.isdisjoint(page.tokens.lowered[at] for at in range(*match.span()))
