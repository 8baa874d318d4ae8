"""Whether a clause stands after a verb that takes one: none in "believes that for a second"."""

from __future__ import annotations

from collections.abc import Sequence

from framing.language.joiningwords import DESIGNED
from framing.language.sourcewords import PLURAL_ENDINGS
from framing.voice.found import Found
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import DEEMS, DOING, OBJECT

__all__ = ["holds_clause", "is_subject"]

_CLAUSE_VERB = pattern(
    "(?<! <to|and>) <finite|either|open|ing-form|written> | <nominal> <noun> (?= <the|him>)"
)
# of one verb: "had often been seen"
_VERB_GROUP = pattern("<aux> <aux|adv>*+ <participle>? | <finite>")
_AND_DID = pattern("<and> <adv>? <finite|either>")
# "says the mayor also needs to go", "said the raid hurt them"
_NEEDS_TO = pattern("<nominal> <adv>? <noun|sure> (?= <to> <say|either|present|be> | <him>)")
_THREE_NOUNS = pattern("<the> <noun>{0,3} <noun-like> <noun> <noun|name>")
_TO_DO = pattern("<to|open>")
_VERB_FIRST = pattern("<noun> <the|him>")
_THAT_ALONE = pattern(
    "<that> (?: <in|of|stop|to|as> | <and> (?! <that> )"
    " | <noun-like>{1,2} (?: <in>? <day> )? (?: <stop|comma> | $)"
    " | <noun-like> <adv> <week> (?! <adv>*+ <finite> ) | $)"
)
_FINITE_LATER = pattern(
    """
    <that> <in|of|stop|to|as> (?: <^finite>{1,12} <definite>
        | <^comma>{1,16} , <^comma>{1,6} <finite> )
    """
)
# "that guns, thugs and drugs are coming", "that dockers, not thugs, had come": no "that" of a noun
_ITEM = "<^finite|pause|opens-clause|speech-mark|dash|he|and|but>{1,6}"
_SUBJECT_GOES_ON = pattern(
    f"""
    <that> (?! <adv|noun>? <week>) <noun-like>{{1,2}}
    (?: (?: , {_ITEM} ){{1,4}} ,? <and> {_ITEM} <adv>*+ <definite>
    | , {_ITEM} , <adv>*+ <definite> )
    """
)
_SUBJECT_REACH = 6  # tokens in which a subject in the plural ends: "the new armed gangs"
_IN_SUBJECT = any_of("det|adv|number|nominal|noun-like|past|ing|sure|possessive")
_MAY_BE_VERB = any_of("noun|sure")
_AFTER_VERB = tuple(any_of("det|him|nominal|noun-like|number|in|adv|past|ing"))
_DOES = Tags.ING_FORM + Tags.AUX


def holds_clause(mask: str, report: Found, lowered: Sequence[str]) -> bool:
    """Whether there is a clause: none in "believes that for a second", "granted another day"."""
    parts = report.content
    if report.rule == "leading-that":
        for first, stop in parts:
            goes_on = _FINITE_LATER.match(mask, first, stop)
            goes_on = goes_on or _SUBJECT_GOES_ON.match(mask, first, stop)
            last = first == parts[-1][0]  # "said that trade, which fell in May, had paid"
            if last and _THAT_ALONE.match(mask, first, stop) and not goes_on:
                return False
        return True
    if report.frames & DOING and mask[parts[0][0]] in _DOES:
        return True  # "denied taking bribes"
    if report.rule != "leading-clause" or len(parts) > 1:
        return True  # "said the move, which he backs, amounts to C"
    first, stop = parts[0]
    source = report.source
    if (
        source is not None
        and mask[source[0] - 1] in Tags.RELATIVE
        and _VERB_FIRST.match(mask, first)
    ):
        return True  # "which they say treats the port as a prison"
    if mask[first] == Tag.HE:
        return True  # "said he mistook them": a verb that no table holds
    if _has_verb(mask, report, lowered):
        return True
    return not report.frames & (OBJECT | DEEMS) and (
        _THREE_NOUNS.match(mask, first, stop) is not None  # "says the law | benefits thugs"
        or _NEEDS_TO.search(mask, first, stop) is not None
        or _many_do(mask, lowered, first, stop)
    )


def _has_verb(mask: str, report: Found, lowered: Sequence[str]) -> bool:
    """Whether a verb that the tables know stands in what is reported, or a colon before it."""
    first, stop = report.content[0]
    then = _AND_DID.search(mask, first + 1, stop)
    plain = then is not None and _TO_DO.search(mask, first, then.start()) is None
    if plain and then and _CLAUSE_VERB.search(mask, first, then.start()) is None:
        return False  # "regrets the raid and has said so"
    verb = _CLAUSE_VERB.search(mask, first, stop)
    if verb is not None and report.frames & OBJECT:
        at = verb.start() + (mask[verb.start()] in Tags.EITHER)
        if at < stop and lowered[at] in DESIGNED:
            return False  # "announced a scheme meant to feed the poor"
    return mask[first - 1] == Tag.COLON or verb is not None


def _many_do(mask: str, lowered: Sequence[str], first: int, stop: int) -> bool:
    """Whether a word stands after a plural as its verb does: "thugs | use children"."""
    for at in range(first, min(first + _SUBJECT_REACH, stop - 2)):
        if mask[at] in Tags.HEAD and lowered[at].endswith(PLURAL_ENDINGS):
            verb = at + 1 + (mask[at + 1] == Tag.ADV)
            if mask[verb] in _MAY_BE_VERB and not lowered[verb].endswith("s"):
                return mask[verb + 1 : verb + 2] in _AFTER_VERB
        if mask[at] not in _IN_SUBJECT:
            return False
    return False


def is_subject(page: Page, report: Found) -> bool:
    """Whether a verb after a noun and "to" takes a noun: "the plan to declare a truce | failed"."""
    (begin, stop), mask = report.cue or (0, 0), page.mask
    first = page.units[report.unit].start
    if mask[begin - 2] not in Tags.NOUN_LIKE or mask[report.content[0][0]] in Tags.PRONOUN:
        return False
    if FINITE_VERB.search(mask, first, begin) or page.units[report.unit].zone == "headline":
        return False
    verb = _VERB_GROUP.search(mask, stop, report.content[-1][1])
    return verb is None or FINITE_VERB.search(mask, verb.end(), report.content[-1][1]) is None
