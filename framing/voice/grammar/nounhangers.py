"""What stands between a noun of saying and what it says: whose it is, of whom, where, since when.

"The charge | by the board | against Venn | that C", "the claim, | first made in court, | that C":
whatever their number and order, each is read by itself, and what the noun says is looked for
after each.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.language.joiningwords import NO_PARTICIPLE, OWNED_BY
from framing.language.smallwords import BY
from framing.language.sourcewords import INDEFINITE
from framing.values import Span
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page, Unit

__all__ = ["Hanger", "next_hanger", "owner_of"]


class Hanger(NamedTuple):
    """Where a hanger ends, whom it names as the owner, and whether a clause may belong to it.

    A noun in a hanger may have a relative clause of its own: "a report on *the bank that he had
    sold*"; then only a clause with an object of its own is what the noun says.
    """

    stop: int
    owner: Span | None
    takes_relative: bool


_OWNER_OF = pattern(  # "the contention of Venn that"
    "<of> ({core} (?>(?:<of> {core})?)) "
    " (?= <that> | <be> <adv>? <that> | , <that> {np} <adv>*+ <finite>)"
)
_WHEN = pattern(  # "warnings in the summer of 2012 that C"
    "<in>? <adv>? <day> <number>?"
    " | <in> (?: <det>? <noun>? <time> (?: <and>? <time> )? <of>? <number>?"
    " | <the> <noun> (?: <and> <noun|present> )? <of> <number> ) (?= <that>)"
)
_WHERE = pattern("<in|to> <adv>? ({core} (?: <of> {core} )?)")
_OWNER_OF_A = pattern("<in> ({core}) (?= <of> <the>)")  # "reports by villagers of a raid"
_OF_DOCKERS = pattern("<in> ({core}) (?= <of> {core} <as>)")  # "a portrayal by the paper of C as"
_DOES = pattern("<ing-form> {adjuncts}")  # "rumours going round that C"
# "the belief, common in the delta, that C", "the charge, first made in court, that C"
_ASIDE = pattern(
    """
    , <noun|adv|past|said|written|in|ing-form|the|who> <^pause>{0,12} ,
        (?= <that> {np} <adv>*+ <finite> | <be> <adv>? <that> )
    """
)
# "claims put about by the firm that C", "accusations that have been heard for years – that C"
_DONE = pattern(
    """
    (?: <that|who> <aux|adv>{1,4} | <adv|some>? ) (<past|said|written|put>) <adv>?
        (?: <in> (?= <in> ) )? (?: <in|to|as> <adv>? {core} (?: <of> {core} )? ){0,2}
        (?: <in>? <day> )?
        (?= -? <that> | <be> <adv>? <that> )
    """
)
_BY = pattern("<in> ({core} (?: <of> {core} )?)")


def next_hanger(page: Page, unit: Unit, stop: int) -> Hanger | None:
    """Read what hangs on a noun of saying from token `stop` on, or None where nothing does."""
    mask = page.mask
    tag = mask[stop] if stop + 1 < unit.end else Tag.STOP
    if tag in _MAY_BE_DONE:
        done = _DONE.match(mask, stop, unit.end)
        if done is not None and page.tokens.lowered[done.start(1)] not in NO_PARTICIPLE:
            return Hanger(done.end(), _by(page, done), takes_relative=True)
    if tag == Tag.COMMA:
        aside = _ASIDE.match(mask, stop, unit.end)
        if aside is None:
            return None
        return Hanger(aside.end(), _by(page, aside), takes_relative=False)
    if tag not in _OPENS:
        return None
    when = _WHEN.match(mask, stop, unit.end)
    if when is not None:
        return Hanger(when.end(), None, takes_relative=False)
    if tag in Tags.ING_FORM:
        does = _DOES.match(mask, stop, unit.end)
        return None if does is None else Hanger(does.end(), None, takes_relative=False)
    owned = tag == Tag.IN and page.tokens.lowered[stop] in OWNED_BY
    if owned:
        match = _OF_DOCKERS.match(mask, stop, unit.end)
        if match is None:
            match = _OWNER_OF_A.match(mask, stop, unit.end)
            said = match is not None and page.tokens.lowered[match.end() + 1] in INDEFINITE
            match = match if said else None
        if match is not None:
            return Hanger(match.end(), match.span(1), takes_relative=False)
    where = _WHERE.match(mask, stop, unit.end)
    if where is None:
        return None
    return Hanger(where.end(), where.span(1) if owned else None, takes_relative=not owned)


def owner_of(page: Page, unit: Unit, stop: int) -> re.Match[str] | None:
    """Match whose a claim is after "of" at token `stop`: "the contention of Venn that C"."""
    return _OWNER_OF.match(page.mask, stop, unit.end)


def _by(page: Page, done: re.Match[str]) -> Span | None:
    """Return by whom a thing was said: "claims made *by the firm*"."""
    for at in range(done.start(), done.end()):
        if page.mask[at] == Tag.IN and page.tokens.lowered[at] == BY:
            by = _BY.match(page.mask, at, done.end())
            return None if by is None else by.span(1)
    return None


_MAY_BE_DONE = any_of("past|said|written|put|adv|some|that|who")
_OPENS = any_of("in|to|day|ing-form|adv")
