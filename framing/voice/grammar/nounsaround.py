"""What stands around a noun that reports: who owns it, its verb, and where its clause ends."""

from __future__ import annotations

from collections.abc import Sequence

from framing.language.closed import POSSESSIVES
from framing.language.joiningwords import BECOMES
from framing.language.reportwords import MADE
from framing.language.smallwords import HIS_OWN
from framing.values import Span
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page, Unit

__all__ = ["before_main_verb", "is_made", "phrase_end", "possessor", "verb_phrase"]

_MADE = pattern("<that> {np} <have|adv>*+ <finite|written> (?= <preposition|finite|end|if> )")
_BECOMES = pattern("<that> {np} <adv>*+ <any> (?= <end> | $)")
_MODIFIERS = any_of("noun-like|participle|adv|number|ing|aside")
_OWNER_WORDS = any_of("nominal|possessive|number|stop|aside")
_AUXILIARY = any_of("aux|adv")
_PHRASE_STOP = pattern(
    """
    <in> <det>? <noun>? <day>
    | <pause|but|dash|right>
    | <and> (?!<det|nominal|adv|past|ing>*+ (?:<end|of|in> | $))
    | (?<!<opens-clause|to>) <aux|say|says|wrote>
    | <participle> (?!<preposition|nominal|adv>)
    | (?<=<nominal|time>) <the|he>
    """
)


def is_made(page: Page, unit: Unit, stop: int) -> bool:
    """Whether a relative clause tells who made it: "the claim that Ortiz made", "he signed"."""
    becomes = _BECOMES.match(page.mask, stop, unit.end)
    if becomes is not None and page.tokens.lowered[becomes.end() - 1] in BECOMES:
        return True  # "the denial that each inquiry becomes,"
    made = _MADE.match(page.mask, stop, unit.end)
    return made is not None and page.tokens.lowered[made.end() - 1] in MADE


def verb_phrase(mask: str, low: int, at: int) -> int:
    """Where the auxiliaries before a verb begin."""
    while at > low and mask[at - 1] in _AUXILIARY:
        at -= 1
    return at


def possessor(mask: str, low: int, at: int, lowered: Sequence[str]) -> tuple[Span | None, int]:
    """Return who owns a noun ("his", "the mayor's"), and where the noun's own words begin."""
    begin = at
    while begin > low and (mask[begin - 1] in _MODIFIERS or lowered[begin - 1] == HIS_OWN):
        begin -= 1
    if begin > low and mask[begin - 1] == Tag.POSSESSIVE:
        stop = begin - 1
        start = stop - (mask[stop - 1] in Tags.EITHER)  # "the report's"
        while start > low and mask[start - 1] in _OWNER_WORDS:
            start -= 1
        if start > low and mask[start - 1] in Tags.DET:
            start -= 1
        if start < stop:
            return (start, stop), begin
    if begin > low and mask[begin - 1] == Tag.THE and lowered[begin - 1] in POSSESSIVES:
        return (begin - 1, begin), begin
    return None, begin


_AUX = pattern("<aux> (?<! <to> <any>)")  # "that it has to | be so"
_LATER_VERB = pattern(
    "(?<= <nominal|past|said>) <past|wrote|says|said> (?= <det|him|adv|name|to|stop>)"
)
# "her claim that it was shut | came days after the raid": a verb right after a verb
_IN_A_ROW = pattern(
    "(?<= <past|said|written>) <past|wrote|says|said|sure>"
    " (?= <week|number|as|in|if|the|him|nominal>)"
)
_OPENS = pattern("<opens-clause|if|and>")
_VERB_PHRASE = pattern("<adv>*+ (?: <aux|adv>++ <finite|written>? | <finite> )")


def before_main_verb(mask: str, start: int, end: int) -> int:
    """End of the clause on a subject noun ("the claim that C is old"): before the main verb."""
    own = FINITE_VERB.search(mask, start, end)
    own_end = _VERB_PHRASE.match(mask, own.start(), end) if own is not None else None
    if own_end is None:
        return end
    row = _IN_A_ROW.match(mask, own_end.end(), end)
    if row is not None:
        return row.start()
    following = _AUX.search(mask, own_end.end(), end)
    if following is None:  # "the fear that they would return | emptied the market"
        later = [*_LATER_VERB.finditer(mask, own_end.end(), end)]
        definite = [match for match in later if match.group() in Tags.DEFINITE]
        following = definite[0] if definite else later[-1] if later else None
    if following is None or _OPENS.search(mask, own_end.end(), following.start()):
        return end
    return following.start()


def phrase_end(mask: str, start: int, end: int) -> int:
    """Return where the phrase that hangs on a noun ends."""
    match = _PHRASE_STOP.search(mask, start + 1, end)
    return match.start() if match is not None else end
