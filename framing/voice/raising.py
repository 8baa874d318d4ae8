"""Verbs that raise: "the plan seems to be dead", which nobody is named to think."""

from __future__ import annotations

from framing.voice.constructions.passive import passive_end
from framing.voice.subjects import subject_before
from framing.voice.tagpatterns import pattern
from framing.voice.tags import Tag
from framing.voice.unitreader import UnitReader
from framing.voice.vocabulary import (
    Verb,
)

__all__ = ["read_raising"]

_SEEMS = pattern("<adv>* <noun|past|ing|sure>")


def read_raising(reader: UnitReader, verb: Verb, begin: int, stop: int) -> bool:
    """Read "the plan seems to be dead", which nobody is named to think."""
    mask = reader.mask
    if mask[stop : stop + 1] != Tag.TO and not (
        reader.lowered[stop - 1].startswith("seem") and _SEEMS.match(mask, stop, reader.end)
    ):
        return False
    subject = subject_before(mask, reader.low, begin)
    if subject is None or mask[subject[0]] == Tag.IT:
        return False
    parts = [subject, (stop, passive_end(reader, stop, subject[0]))]
    reader.add("passive", "passive", verb, None, (begin, stop), parts)
    return True
