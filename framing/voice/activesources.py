"""Whose an active reporting verb is: its subject, or that of the verb it goes on from."""

from __future__ import annotations

from framing.language.reportwords import MAKING
from framing.values import Span
from framing.voice.constructions.quotedas import quoted_speaker
from framing.voice.subjects import first_subject, noun_before, subject_before
from framing.voice.tagpatterns import FINITE_VERB, pattern
from framing.voice.tags import Tag, Tags, any_of
from framing.voice.unitreader import UnitReader

__all__ = ["BEFORE_PARTICIPLE", "source_of"]

BEFORE_PARTICIPLE = any_of("nominal|either")
_AFTER_OPENER = any_of("if|in")
_MADE_TO = pattern("<past|present> ({core}) <to> $")


def source_of(reader: UnitReader, begin: int, at: int, before: str, tag: str) -> Span | None:
    """Source of an active verb: its subject, or that of the verb it is coordinated with."""
    mask = reader.mask
    if before == Tag.EDGE:
        return _later_subject(reader, at) if tag == Tag.SAYING else None
    if tag == Tag.SAID and before == Tag.IF:
        return None
    if (
        tag == Tag.SURE
        and before == Tag.COMMA
        and not FINITE_VERB.search(mask, reader.low, begin - 1)
    ):
        return noun_before(mask, reader.low, begin - 1)  # "Ortiz, convinced that C, left"
    finite = tag != Tag.SAYING or begin < at
    if not finite:
        if before == Tag.AS:
            quoted = quoted_speaker(reader, at - 1)
            if quoted is not None:
                return quoted
        if before in BEFORE_PARTICIPLE:  # "a tip alleging that", "polls showing"
            noun = noun_before(mask, reader.low, begin)
            if reader.may_speak(noun):
                return noun
            return first_subject(mask, reader.low, begin) or noun
        if before in _AFTER_OPENER and not FINITE_VERB.search(mask, reader.low, at):
            return _later_subject(reader, at)  # "While predicting that C, Ortiz …"
    if before == Tag.TO:
        made = _MADE_TO.search(mask, reader.low, begin)
        if made is not None and reader.word(made.start()).lower() in MAKING:
            return made.span(1)  # "prompted the bishop to speak of C"
    if finite:
        if reader.in_relative and tag != Tag.SAYING:
            whole = reader.over_relative(begin)
            if whole is not None:
                return whole
        elif tag in Tags.REPORTS and (reduced := reader.over_participle(begin)) is not None:
            return reduced
        low = reader.low if before == Tag.COMMA or reader.lead_end >= begin else reader.lead_end
        found = subject_before(mask, low, begin)
        if found is not None:
            return found
    last = reader.last_source
    if last is not None and last[0] < begin < last[1]:  # "said Venn, who went on | to say that C"
        relative = mask.rfind(Tag.WHO, last[0], begin)
        last = (relative, relative + 1) if relative > last[0] else last
    return last or first_subject(mask, reader.low, begin)


def _later_subject(reader: UnitReader, at: int) -> Span | None:
    """Subject of the main clause after an opening participle ("Calling it a lie, Ortiz …")."""
    comma = reader.mask.find(Tag.COMMA, at, reader.end)
    return first_subject(reader.mask, comma + 1, reader.end) if comma > 0 else None
