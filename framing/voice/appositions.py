"""What stands in apposition to who speaks, and subjects whose apposition no comma ends."""

from __future__ import annotations

from framing.values import Span
from framing.voice.tagpatterns import pattern
from framing.voice.tags import Tag, any_of

__all__ = ["is_apposition", "over_apposition"]

_NAMED = pattern("(<name>{2,6} (?: <left> <^bracket>{1,6} <right> | <aside>)?) , $")
_LONGEST_NAMED = 16
_BEFORE_NAMED = any_of("comma|closing|stop|semicolon")
_BREAKS_OFF = pattern("<adv|aux>* <any> <adv>? (?: <in>? {core} )? (?: <end|colon> | $)")
_ENDS_APPOSITION = any_of("end|open|dash|right")
_NO_APPOSITION = pattern(", (?:<adv>? <number> (?!,) | <adv> <^end>* <aux>)")
_MODIFIES = tuple(any_of("past|ing-form|who|said|written"))


def is_apposition(mask: str, begin: int, end: int, limit: int, closed: bool) -> bool:
    """Whether what follows a comma at `begin` may be in apposition to the words before.

    Where it is `closed` a comma ends it, and what comes then has a subject: no apposition stands
    in "according to Venn, the ships, issued with papers, leave at four".
    """
    after = mask[end] if end < limit else Tag.STOP
    if after not in _ENDS_APPOSITION:
        return False
    if not closed:
        return True
    if after != Tag.COMMA or _NO_APPOSITION.match(mask, begin):
        return False
    return mask[end + 1 : end + 2] not in _MODIFIES


def over_apposition(mask: str, low: int, found: Span) -> Span:
    """Subject with the name before an apposition that no comma ends: "Ana Venn, a docker said".

    "Ana Venn, a docker said, was ill" is another: there the docker speaks of her.
    """
    name = _NAMED.search(mask, max(low, found[0] - _LONGEST_NAMED), found[0])
    if name is None or _BREAKS_OFF.match(mask, found[1]):
        return found
    begin = name.start(1)
    return (begin, found[1]) if begin == low or mask[begin - 1] in _BEFORE_NAMED else found
