"""Who accuses, where that stands after the charge: "was accused of theft by *the board*"."""

from __future__ import annotations

from framing.values import Span
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tags, any_of
from framing.voice.text.vocabulary import Verb
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["accuser_after", "charge_at", "read_accused"]

_BY_WHOM = pattern("<in> ( {core} (?> (?: <of> {core} )? ) ) <stop>? $")
# "accused, among other things, | of theft", "accused in the house on Monday | of theft"
_BETWEEN = pattern(
    """
    , <^pause|finite>{1,8} , (?= <of>) | (?: <adv> | <in>? <day> ){1,3} (?= <of>)
    | (?: <adv|day> | <in> {core} ){1,3} (?= <of> <ing-form|have|be|noun|past>)
    """
)
_DONE = any_of("past|said|written|put|in|of")
_MAIN_VERB = pattern("<aux|says|wrote|pause|dash|right>")
_PAUSE = pattern("<pause|dash|right>")
_REACH = 24  # tokens of who accuses


def accuser_after(reader: UnitReader, start: int, end: int) -> Span | None:
    """Return who accuses, at the end of a charge that begins at `start`; or None.

    What is done to somebody has its own "by": "accused of being bribed by the board".
    """
    mask = reader.mask
    for at in range(end - 2, max(start, end - _REACH), -1):
        if reader.is_by(at):
            match = _BY_WHOM.match(mask, at, end)
            return None if match is None or mask[at - 1] in _DONE else match.span(1)
    return None


def charge_at(reader: UnitReader, stop: int) -> int:
    """Where the charge stands, from token `stop` on: over places, times and insertions."""
    if reader.is_by(stop):
        return stop
    between = _BETWEEN.match(reader.mask, stop, reader.end)
    return stop if between is None else between.end()


def read_accused(reader: UnitReader, verb: Verb, at: int, stop: int) -> bool:
    """Read "a clerk accused of theft", ", accused of theft," and "Accused of theft, the clerk"."""
    ends = _MAIN_VERB if reader.mask[at - 1] in Tags.NOMINAL and at > reader.low else _PAUSE
    being = reader.mask[stop + 1 : stop + 2] in tuple(Tags.HAVE_OR_BE)  # "of being a thief"
    verb_after = ends.search(reader.mask, stop + 2 * being, reader.end)
    end = reader.end if verb_after is None else verb_after.start()  # "of theft | is jailed"
    by = accuser_after(reader, stop, end)
    content = (stop, end if by is None else by[0] - 1)
    reader.add("passive", "passive", verb, by, (at, stop), [content])
    return True
