"""Whom a verb of naming or of change calls something: "called Hamas N", "hailed him as N"."""

from __future__ import annotations

from collections.abc import Collection

from framing.language.partywords import TITLES
from framing.language.roleverbs import AS_VERBS, NAME_VERBS, TURNED
from framing.language.wordclasses import BREAKS, CLOSED, DETERMINERS, PERSONAL, TIMES, is_adjective
from framing.matching.aliases import Named
from framing.matching.doers import heading, subject
from framing.matching.pronouns import pronoun_party
from framing.matching.scene import Scene, Unit

__all__ = ["named_before_as", "object_of_naming", "past_time", "turned", "whom"]

_FAR = 5  # words a relative pronoun may stand before its verb


def named_before_as(scene: Scene, before: Unit | None) -> list[Named]:
    """Return whom a verb with "as" calls something: its object, or the subject of its passive."""
    if before is None:
        return []
    by = scene.before(before[0])
    if before[3] is not None and by is not None and by[2] == "by":
        before = scene.before(by[0])  # "Fenn was described *by Orlow* as a N"
        if before is None or before[2] not in AS_VERBS:
            return []
    if before[3] is not None or before[2] in PERSONAL:
        return object_of_naming(scene, before, AS_VERBS)
    if before[2] not in AS_VERBS:
        return []
    found = subject(scene, before[0])
    passive = found.passive and not before[2].endswith("ing")
    return found.parties if passive else _before_comma(scene, before)


def past_time(scene: Scene, at: int) -> Unit | None:
    """Return what stands before a position, a day passed over: "hailed X *on Sunday* as N"."""
    unit = scene.before(at)
    if unit is None or unit[2] not in TIMES:
        return unit
    before = scene.before(unit[0])
    return scene.before(before[0]) if before is not None and before[2] == "on" else before


def _before_comma(scene: Scene, verb: Unit) -> list[Named]:
    """Return of whom a participle after a comma tells: "*Hamas*, denounced as N"."""
    comma = scene.before(verb[0])
    if comma is None or comma[2] != "," or not verb[2].endswith(("ed", "own")):
        return []
    head = scene.before(comma[0])
    return [] if head is None or head[3] is None else heading(scene, head)


def turned(scene: Scene, unit: Unit | None) -> list[Named]:
    """Return who comes to be something: "turned *Hamas* into a N"; what "it" is stays open."""
    if unit is None or unit[3] is None:
        return []
    before = scene.before(unit[0])
    while before is not None and (before[2] in DETERMINERS or before[2] in TITLES):
        before = scene.before(before[0])
    return [unit[3]] if before is not None and before[2] in TURNED else []


def object_of_naming(scene: Scene, unit: Unit, verbs: Collection[str] = NAME_VERBS) -> list[Named]:
    """Return whom a verb of naming has as its object: "called *Hamas* a N", "called *him* a N"."""
    before = scene.before(unit[0])
    while before is not None and (
        before[2] in DETERMINERS
        or before[2] in TITLES
        or (before[3] is None and before[2] not in CLOSED and is_adjective(before[2]))
    ):
        if before[2] in verbs:
            break
        before = scene.before(before[0])
    if before is None or before[2] not in verbs:
        return []
    if unit[3] is not None:
        return [unit[3]]
    caller = subject(scene, before[0]).parties
    party = pronoun_party(scene, unit[0], unit[2], but=caller)
    return [] if party is None else [party]


def whom(scene: Scene, unit: Unit | None) -> list[Named]:
    """Return whom a relative clause calls something: "Varenia, whom he calls a N"."""
    for _ in range(_FAR):
        if unit is None:
            return []
        if unit[2] in ("whom", "which", "that"):
            before = scene.before(unit[0])
            if before is not None and before[2] == ",":
                before = scene.before(before[0])
            return [] if before is None or before[3] is None else [before[3]]
        if unit[2] in BREAKS or unit[2] == ",":
            return []
        unit = scene.before(unit[0])
    return []
