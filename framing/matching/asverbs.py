"""Whether words that a lexicon gives as they are stand as a verb: "lied to", "to undermine"."""

from __future__ import annotations

from framing.language.wordclasses import (
    ADMITTED,
    AUXILIARIES,
    BE,
    DETERMINERS,
    OBJECTS,
    OWN,
    PREPOSITIONS,
    RELATIVES,
    SUBJECTS,
)
from framing.matching.scene import Scene, Unit

__all__ = ["is_clause", "is_plain_verb"]

_HAVE = (" has ", " have ", " had ")
_MODALS = AUXILIARIES - BE - frozenset("have has had having not never".split())
_PARTICLES = PREPOSITIONS | frozenset(("up", "back"))
_BEFALLS = frozenset(
    "step steps stepped stepping resign resigns resigned resigning part parted parting retire "
    "retired transitioned reunite reunited been".split()
)
"""Verbs whose subject does nothing to anybody: who "stepped aside" was removed or left."""


def is_clause(scene: Scene, start: int, text: str) -> bool:
    """Tell whether words that a lexicon gives as they are hold a verb: "were lying", "lied to"."""
    first, *others = text.split()
    if not others or "by" in others or first in _BEFALLS:
        return False
    if first in AUXILIARIES:
        return others[-1].endswith(("ing", "ed", "en"))
    if PREPOSITIONS.isdisjoint(others) and "when" not in others:
        return False
    if first.endswith("ed"):
        return True
    before = scene.before(start)
    owned = before is not None and (
        before[3] is not None or before[2] in OWN or before[2] in DETERMINERS or before[2] == "'s"
    )
    return first.endswith("ing") and not owned


def is_plain_verb(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a form of no part of speech is a verb: "to undermine the N", "they caved"."""
    text = scene.low[start:end]
    past = text.endswith(("ed", "en")) and not text.endswith("men")
    if past and scene.low.endswith(_HAVE, 0, start):
        return True
    before, after = scene.before(start), scene.after(end)
    if before is None:
        return text.endswith("ing") and _opens_object(after)
    word = before[2]
    first, *others = text.split()
    if first in _BEFALLS or (others and others[-1] not in _PARTICLES):
        return False
    acts = before[3] is not None and not before[3].adjective
    if word in SUBJECTS or (past and (word in RELATIVES or word in AUXILIARIES)):
        return past or text.endswith("s") or bool(others)
    if word in _MODALS:
        return not text.endswith(("s", "ing"))
    if word == "to":
        return not past and (bool(others) or _opens_object(after))
    if past:
        return acts and _opens_object(after)
    if text.endswith("ing"):
        owned = before[3] is not None or word in OWN or word in DETERMINERS or word == "'s"
        return (word in ADMITTED or not owned) and _opens_object(after)
    return text.endswith("s") and acts and _opens_object(after)


def _opens_object(unit: Unit | None) -> bool:
    return unit is not None and (
        (unit[3] is not None and not unit[3].people)
        or unit[2] in DETERMINERS
        or unit[2] in OWN
        or unit[2] in OBJECTS
    )
