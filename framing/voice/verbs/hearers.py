"""Those before whom a thing is said: "the *court* heard that C" reports what somebody told it."""

from __future__ import annotations

from framing.language.reportwords import HEARERS, HEARS
from framing.language.verdictwords import HEARD_OF
from framing.voice.text.vocabulary import CLAUSE, Verb
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["heard_of", "hears"]


def hears(reader: UnitReader, hearer: int, at: int) -> bool:
    """Whether two tokens are those before whom a thing is said, and "heard"."""
    heard = reader.lowered[at] in HEARS
    return heard and hearer >= reader.low and reader.lowered[hearer] in HEARERS


def heard_of(reader: UnitReader, verb: Verb, stop: int) -> Verb:
    """Return a verb of hearing that takes a clause: "Court hears trial was a sham"."""
    if HEARD_OF.isdisjoint(reader.lowered[stop : stop + 3]):
        return Verb(verb.rest, verb.frames | CLAUSE, verb.kind)
    return verb
