"""The stretches between commas before a verb, back to the last one that is a clause itself."""

from __future__ import annotations

from framing.values import Span
from framing.voice.tagpatterns import pattern
from framing.voice.tags import Tag, any_of, none_of

__all__ = ["INTRODUCES", "is_closed", "list_start", "segments"]

_DEPENDENT = any_of("who")
_IN_SEGMENT = none_of("comma|speech-mark|semicolon|colon")
_REACH = 60  # tokens back from a cue
_LIST_STARTS = any_of("nominal|some|number")
INTRODUCES = pattern(
    """
    <leads-in>*+ <det>? <adv|number|noun>* <time>
    """
)
_CLAUSE = pattern("<definite|put|participle> (?: (?<! <participle>) | (?!<nominal|in>))")


def segments(mask: str, low: int, stop: int) -> list[int]:
    """Find where comma-separated stretches before `stop` begin, back to the last full clause."""
    starts: list[int] = []
    floor = max(low, stop - _REACH)
    end = at = stop
    while True:
        at = floor - 1 + len(mask[floor:at].rstrip(_IN_SEGMENT))
        if at < floor:
            break
        if mask[at] == Tag.COMMA:
            if starts and is_closed(mask, at + 1, end):
                return starts
            starts.insert(0, at + 1)
            end = at
        else:
            if not (starts and is_closed(mask, at + 1, end)):
                starts.insert(0, at + 1)
            return starts
    if not (starts and is_closed(mask, floor, end)):
        starts.insert(0, floor)
    return starts


def is_closed(mask: str, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb of its own, so that no subject reaches over it."""
    return mask[start] not in _DEPENDENT and _CLAUSE.search(mask, start, end) is not None


def list_start(mask: str, low: int, comma: int, found: Span) -> Span:
    """Extend "Y and Z" to the left where it ends a list "X, Y and Z"."""
    begun = segments(mask, low, comma)
    for start in begun:
        if is_closed(mask, start, comma) or INTRODUCES.match(mask, start):
            continue
        if mask[start] in _LIST_STARTS:
            return start, found[1]
    return found
