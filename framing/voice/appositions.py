"""Subjects whose apposition no comma ends: "Ana Venn, a docker from Osk said"."""

from __future__ import annotations

from framing.values import Span
from framing.voice.tagpatterns import pattern
from framing.voice.tags import any_of

__all__ = ["over_apposition"]

_NAMED = pattern("(<name>{2,6} (?: <left> <^bracket>{1,6} <right> | <aside>)?) , $")
_LONGEST_NAMED = 16
_BEFORE_NAMED = any_of("comma|closing|stop|semicolon")
_BREAKS_OFF = pattern("<adv|aux>* <any> <adv>? (?: <in>? {core} )? (?: <end|colon> | $)")


def over_apposition(mask: str, low: int, found: Span) -> Span:
    """Subject with the name before an apposition that no comma ends: "Ana Venn, a docker said".

    "Ana Venn, a docker said, was ill" is another: there the docker speaks of her.
    """
    name = _NAMED.search(mask, max(low, found[0] - _LONGEST_NAMED), found[0])
    if name is None or _BREAKS_OFF.match(mask, found[1]):
        return found
    begin = name.start(1)
    return (begin, found[1]) if begin == low or mask[begin - 1] in _BEFORE_NAMED else found
