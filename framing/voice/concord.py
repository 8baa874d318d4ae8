"""Who a verb agrees with in number, where a clause goes on without a subject."""

from __future__ import annotations

from framing.language.sourcewords import PLURAL_BE
from framing.values import Span
from framing.voice.tags import Tag, Tags, sequence
from framing.voice.unitreader import UnitReader

__all__ = ["others_go_on"]

_BUT_IS = sequence(", <but> <be>")


def others_go_on(reader: UnitReader, source: Span, at: int) -> bool:
    """Whether ", but were …" follows one speaker, so that others are its subject."""
    mask, last = reader.mask, source[1] - 1
    if not mask.startswith(_BUT_IS, at) or reader.lowered[at + 2] not in PLURAL_BE:
        return False
    if mask[last] == Tag.HE:
        return reader.lowered[last] in ("he", "she")
    return (
        mask[last] in Tags.NOMINAL
        and Tag.AND not in mask[source[0] : last]
        and not reader.word(last).endswith("s")
    )
