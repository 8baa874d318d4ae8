"""Quotations before and after a verb that frames them: where they begin, and whose they are."""

from __future__ import annotations

from framing.voice.grammar.beginnings import content_start
from framing.voice.quoted.titledquotes import names_after
from framing.voice.text.tagpatterns import CLOSING_MARK, FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.vocabulary import (
    ADDRESSEE,
    CLAUSE,
    OBJECT,
    SPEECH,
    Verb,
)
from framing.voice.verbs.unitreader import UnitReader

__all__ = [
    "frames_quotation",
    "opens_with_quotation",
    "quotation_start",
    "quote_follows",
    "titled_before",
    "verb_is_quoted",
    "whole_before",
]

_NO_FRAME = any_of("that|colon")
_BEFORE_SPEECH = any_of("introduces|dash")
_SETS_OFF_QUOTE = any_of("semicolon|colon|dash")
_FRAGMENT, _SMALL_WORD = 7, 3  # tokens of a title in marks, letters of what needs no capital there

_SUBJECT_BEGUN = pattern(
    "<det|nominal|number> <^finite|opens-clause|pause|open|if|that|time|he>{0,10} ,"
)
_VERB_FIRST = pattern("<adv>*+ <finite>")


def quotation_start(reader: UnitReader, low: int, left: int) -> int:
    """Begin of the quotation that ends at `left`, where a colon or dash sets it off."""
    mask = reader.mask
    at = left
    while at > low and mask[at - 1] == Tag.CLOSE:
        opened = mask.rfind(Tag.OPEN, low, at)
        if opened <= low or titled_before(reader, at - 1):
            return low
        if mask[opened - 1] in _SETS_OFF_QUOTE or (
            mask[opened - 1] == Tag.COMMA and reader.word(opened + 1)[:1].isupper()
        ):
            return opened
        at = opened
    return low


def frames_quotation(reader: UnitReader, stop: int, verb: Verb) -> bool:
    """Whether a verb between two quotations, or after one, belongs to the first."""
    after = reader.mask[stop] if stop < reader.end else Tag.STOP
    if not verb.frames & SPEECH or after in _NO_FRAME:
        return False
    if after in Tags.PRONOUN and verb.frames & CLAUSE:
        return False  # "… “fake news,” half of them say it is true"
    if after != Tag.OPEN:
        return True
    if verb.frames & ADDRESSEE and names_after(reader, stop):  # "“Q,” she told “Harbour Today.”"
        return True
    closing = CLOSING_MARK.search(reader.mask, stop, reader.end)
    return bool(verb.frames & ADDRESSEE) and closing is not None and closing.group() == Tag.CUT


def quote_follows(reader: UnitReader, at: int, frames: int) -> bool:
    """Whether a quotation comes next, after adjuncts and a comma or colon at most."""
    if reader.mask.find(Tag.OPEN, at, reader.end) < 0:
        return False
    if frames & ADDRESSEE and names_after(reader, at):  # "C, she told “Harbour Today” on Monday"
        return False
    start = content_start(reader.mask, at, reader.end, frames & ~OBJECT)
    return start > 0 and reader.mask[start] == Tag.OPEN


def verb_is_quoted(reader: UnitReader, first: int, stop: int) -> bool:
    """Whether a subject alone stands before a source, and its verb is quoted after the cue.

    "The thugs at the gate, | she said, “came in at night”"
    """
    if _SUBJECT_BEGUN.fullmatch(reader.mask, reader.low, first) is None:
        return False
    at = reader.mask.find(Tag.OPEN, stop, reader.end)
    tags = reader.page.tokens.tags
    return reader.mask[at - 1] == Tag.COMMA and _VERB_FIRST.match(tags, at + 1) is not None


def titled_before(reader: UnitReader, at: int) -> bool:
    """Whether the quotation that ends at token `at` is a title inside the sentence."""
    opened = reader.mask.rfind(Tag.OPEN, reader.low, at)
    if opened <= reader.low or at - opened > _FRAGMENT:
        return False
    work = "document" in reader.sources.get(reader.lowered[opened - 2], ())
    if reader.mask[opened - 1] in _BEFORE_SPEECH and not (work and opened - 2 > reader.low):
        return False  # but "in her book, “Low Tide,” Venn says"
    words = [word for word in map(reader.word, range(opened + 1, at)) if len(word) > _SMALL_WORD]
    return bool(words) and all(word[0].isupper() for word in words)


def opens_with_quotation(reader: UnitReader, stop: int) -> bool:
    """Whether nothing but a quotation stands before token `stop`: “Peace for all”, she said."""
    mask = reader.mask
    if mask[stop - 1] != Tag.CUT:
        return False
    opened = mask.rfind(Tag.OPEN, reader.low, stop)
    return opened >= 0 and not mask[reader.low : opened].strip(Tags.LEADS_IN)


def whole_before(reader: UnitReader, low: int, left: int) -> bool:
    """Whether a sentence in quotation marks, and a comma, is all that stands before a source."""
    if reader.mask[left - 1] != Tag.COMMA or not opens_with_quotation(reader, left - 1):
        return False
    return FINITE_VERB.search(reader.page.tokens.tags, low, left) is not None
