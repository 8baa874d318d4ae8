"""Of whom a noun is said: beside the name, by a form of "be", by a verb of naming."""

from __future__ import annotations

from framing.matching.aliases import Named
from framing.matching.doers import subject
from framing.matching.nounphrases import headed, is_abbreviation, noun_phrase, with_others
from framing.matching.scene import Scene, Unit
from framing.matching.wordclasses import (
    AUXILIARIES,
    BE,
    CLOSED,
    DETERMINERS,
    HEADS,
    NAME_VERBS,
    TITLES,
    is_adverb,
)

__all__ = ["named_as"]

_FAR = 5  # words a modifier may stand away from its noun


def named_as(scene: Scene, start: int, end: int) -> list[Named]:
    """Return who is said to be what a noun or adjective says.

    Beside it ("the N Hamas", "Hamas, a brutal N,"), by a form of "be", or by a verb of naming
    ("called Hamas N", "described Hamas as N").
    """
    found = _beside(scene, end) if scene.names_after(end) else []
    if found or not scene.names_before(start):
        return found
    return _predicated(scene, start, end)


def _beside(scene: Scene, end: int) -> list[Named]:
    """Return the parties named right after: "the N Hamas", "N leader X", "N such as Hamas"."""
    unit = scene.after(end)
    comma = False
    for _ in range(4):
        if unit is None:
            return []
        _, stop, word, party = unit
        if party is not None:
            heads, over = headed(scene, unit, people=False)
            if not heads:
                return []
            if comma:
                closing = scene.after(over)
                closed = closing is None or closing[2] in (",", ".", ")", "|", ";", "who", "which")
                return heads if closed else []
            return with_others(scene, heads, over, people=False)[0]
        if word == "such":
            following = scene.after(stop)
            if following is None or following[2] != "as":
                return []
            return noun_phrase(scene, following[1], people=False)[0]
        if word == "," and not comma:
            comma = True
        elif not (word in HEADS or word in TITLES or (comma and word == "the")):
            return []
        unit = scene.after(stop)
    return []


def _predicated(scene: Scene, start: int, end: int) -> list[Named]:
    """Return of whom a noun is said: "Hamas is a N", "called Hamas a N", "Hamas, a N,"."""
    unit = scene.before(start)
    for _ in range(_FAR):
        if unit is None:
            return []
        begin, _, word, party = unit
        if party is not None:
            return _object_of_naming(scene, unit)
        if word in BE:
            return subject(scene, begin).parties
        if word == "as":
            before = scene.before(begin)
            if before is None:
                return []
            if before[3] is not None:
                return _object_of_naming(scene, before)
            if before[2] in NAME_VERBS:
                return subject(scene, before[0]).parties
            return []
        if word == ",":
            before = scene.before(begin)
            return _apposed(scene, before, end) if before is not None else []
        if word in ("not", "never") or is_adverb(word) or word in DETERMINERS:
            pass
        elif word in CLOSED:
            return []
        unit = scene.before(begin)
    return []


def _object_of_naming(scene: Scene, unit: Unit) -> list[Named]:
    before = scene.before(unit[0])
    while before is not None and (before[2] in DETERMINERS or before[2] in TITLES):
        before = scene.before(before[0])
    if before is None or before[2] not in NAME_VERBS or unit[3] is None:
        return []
    return [unit[3]]


def _apposed(scene: Scene, unit: Unit, end: int) -> list[Named]:
    """Return the party before "…, a N" if the apposition closes after it."""
    if unit[3] is None or (unit[3].adjective and not is_abbreviation(scene, unit[3])):
        return []
    closing = scene.after(end)
    for _ in range(_FAR):
        if closing is None or closing[2] in (",", ".", ")", "|", ";"):
            return [unit[3]]
        if closing[2] in AUXILIARIES or closing[2] in ("and", "or"):
            return []
        closing = scene.after(closing[1])
    return []
