"""Somebody quoted by another: "the paper quoted the mayor as saying that C"; the mayor speaks."""

from __future__ import annotations

from framing.language.reportwords import QUOTED, QUOTING
from framing.values import Span
from framing.voice.grammar.subjects import noun_before, subject_before
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["is_quoted_as_saying", "quoted_speaker", "quotes_another"]

_FAR = 24  # tokens between "quoted" and "as saying"
_LATER = sequence("<as> <saying>")
_NEXT = pattern("(?: <in> <^pause|aux>{1,8}? )? <as> <saying>")
_BEFORE_PASSIVE = any_of("aux|adv|comma")


def quotes_another(reader: UnitReader, at: int, start: int) -> bool:
    """Whether the verb at token `at`, whose object begins at `start`, gives another's words."""
    later = reader.mask.find(_LATER, start, min(reader.end, at + _FAR))
    return later >= 0 and reader.lowered[at] in QUOTING


def is_quoted_as_saying(reader: UnitReader, at: int, stop: int) -> bool:
    """Whether the subject of a passive says it: "was quoted by the paper as saying that C"."""
    return reader.lowered[at] in QUOTED and _NEXT.match(reader.mask, stop, reader.end) is not None


def quoted_speaker(reader: UnitReader, as_at: int) -> Span | None:
    """Who is quoted "as saying": the object of "quoted", or its subject in the passive."""
    mask = reader.mask
    for verb in range(as_at - 1, max(reader.low, as_at - _FAR), -1):
        if mask[verb] not in Tags.REPORTING or reader.lowered[verb] not in QUOTING:
            continue
        if verb + 1 < as_at and not reader.is_by(verb + 1):
            return verb + 1, as_at - 1 if mask[as_at - 1] == Tag.COMMA else as_at
        begin = verb
        while begin > reader.low and mask[begin - 1] in _BEFORE_PASSIVE:
            begin -= 1
        if begin <= reader.low:
            return None
        return subject_before(mask, reader.low, begin) or noun_before(mask, reader.low, begin)
    return None
