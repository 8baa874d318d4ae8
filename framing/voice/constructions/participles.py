"""Participles and adjectives that open a sentence: "Asked whether C", "Deemed a threat"."""

from __future__ import annotations

from framing.language.joiningwords import ONCE
from framing.language.reportwords import (
    HEARD,
    OPENING_PARTICIPLES,
    OPENING_SAID,
    OPENING_TOLD,
    QUOTING,
)
from framing.language.smallwords import KNOWN
from framing.language.sourcewords import INDEFINITE
from framing.voice.constructions.inverted import read_said
from framing.voice.constructions.leading import read_active
from framing.voice.constructions.passive import read_labelled, read_passive
from framing.voice.constructions.reduced import opens_label
from framing.voice.text.tagpatterns import FINITE_VERB
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.vocabulary import (
    ACCUSES,
    HEARSAY,
    LABELS,
    NAMES_CONTENT,
    PASSIVE,
    PREDICATE,
    VERDICT,
    Verb,
)
from framing.voice.verbs.accusers import charge_at, read_accused
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["cited", "read_opening"]

_NOT_AFTER_OPENING = any_of("nominal|introduces")
_NEW = tuple(Tags.NOUN_LIKE + Tag.ING)
_NAMING = VERDICT | LABELS


def read_opening(reader: UnitReader, at: int) -> None:
    """Read a participle that opens the unit at token `at`: "Asked whether C, Ortiz …"."""
    word = reader.lowered[at]
    later = at > reader.low and reader.mask[reader.low] == Tag.IF
    if later and reader.lowered[reader.low] not in ONCE:
        return  # "When told that C, she left"
    known = reader.verb_at(at)
    if known is None:
        return
    verb, stop = known
    if word in OPENING_SAID and reader.mask[stop : stop + 1] != Tag.TO:
        read_said(reader, verb, stop)
        return
    told = word in OPENING_TOLD
    if verb.frames & PREDICATE and reader.mask[stop : stop + 1] == Tag.THAT:
        read_active(reader, verb, at, at, stop, Tag.EDGE, Tag.SAYING)  # "Angry that C, they left"
        return
    ends = word.endswith(("ing", "ed")) or word in HEARD
    if not ends and word not in OPENING_PARTICIPLES and not told:
        return
    if stop >= reader.end:
        return
    if told and reader.mask[stop] not in Tags.CONTENT and not reader.is_by(stop):
        return  # "Told of the raid, she wept"
    if word in OPENING_PARTICIPLES:
        seen = word != KNOWN and Tag.AS in reader.mask[stop - 1 : stop + 1]  # "Seen as C, …"
        if not read_labelled(reader, verb, at, stop, None) and seen:  # "Known to X as C, …"
            read_accused(reader, verb, at, stop)
        return
    _read_participle(reader, verb, at, stop, word)


def _read_participle(reader: UnitReader, verb: Verb, at: int, stop: int, word: str) -> None:
    """Read a participle in -ing or -ed that opens the unit at token `at`."""
    if word in QUOTING:
        verb = cited(reader, verb, stop)
    if word.endswith("ing"):
        read_active(reader, verb, at, at, stop, Tag.EDGE, Tag.SAYING)
    elif verb.frames & ACCUSES and reader.mask[charge_at(reader, stop)] == Tag.OF:
        read_accused(reader, verb, at, charge_at(reader, stop))
    elif verb.frames & _NAMING and Tag.AS in reader.mask[stop - 1 : stop + 1]:
        read_labelled(reader, verb, at, stop, None) or read_accused(reader, verb, at, stop)
    elif verb.frames & VERDICT and read_labelled(reader, verb, at, stop, None):
        return  # "Dubbed a fraud by the press, …"
    elif _read_alone(reader, verb, at, stop):
        return
    elif reader.is_by(stop) and verb.frames & PASSIVE:
        read_passive(reader, verb, at, at, stop)
    elif stop < reader.end and reader.mask[stop] not in _NOT_AFTER_OPENING:
        read_active(reader, verb, at, at, stop, Tag.EDGE, Tag.SAID)


def cited(reader: UnitReader, verb: Verb, stop: int) -> Verb:
    """Return "citing" as a verb whose object is what was said: "Citing abuse, they left"."""
    new = reader.mask[stop : stop + 1] in _NEW or reader.lowered[stop] in INDEFINITE
    return Verb(verb.rest, verb.frames | NAMES_CONTENT, verb.kind) if new else verb


def _read_alone(reader: UnitReader, verb: Verb, at: int, stop: int) -> bool:
    """Read "Thought to be a fraud, he left" and "Deemed a threat, she left"; tell whether."""
    mask = reader.mask
    comma = mask.find(Tag.COMMA, stop, reader.end)
    if comma <= stop:
        return False
    heard = verb.frames & HEARSAY and mask[stop] == Tag.TO and mask[stop + 1] in Tags.HAVE_OR_BE
    bare = FINITE_VERB.search(mask, stop, comma) is None
    named = verb.frames & _NAMING and bare and opens_label(reader, verb, at, stop)
    if not heard and not named:
        return False
    reader.add("passive", "passive", verb, None, (at, stop), [(stop, comma)])
    return True
