"""Whom what a noun names befalls: who is charged with it, brought down in it, struck by it."""

from __future__ import annotations

from collections.abc import Mapping

from framing.language.partywords import TITLES
from framing.language.roleverbs import FACED, REMOVED, STRUCK
from framing.language.verbforms import PAST
from framing.language.verdictwords import DENIES
from framing.language.wordclasses import (
    AUXILIARIES,
    BOUNDS,
    CHARGES,
    CLOSED,
    DETERMINERS,
    OWN,
    is_adjective,
)
from framing.matching.aliases import Named
from framing.matching.doers import subject
from framing.matching.nounphrases import noun_phrase
from framing.matching.prepositions import counted, object_pronoun, prepositional
from framing.matching.scene import Scene, Unit

__all__ = ["brought_down", "charged", "is_charge", "struck"]

_SOME = 6  # words between a verb and the charge that is its object
_FEW = 40  # characters after a noun in which "against" is looked for


def is_charge(scene: Scene, start: int) -> bool:
    """Tell whether what is named is what a charge is of: "allegations of *N* against X"."""
    unit = scene.before(start)
    while unit is not None and is_adjective(unit[2]):
        unit = scene.before(unit[0])
    if unit is None or unit[2] != "of":
        return False
    head = scene.before(unit[0])
    return head is not None and head[2] in CHARGES


def charged(scene: Scene, start: int, end: int, after: Mapping[str, list[Named]]) -> list[Named]:
    """Return against whom a charge of what is named is brought: "N allegations against X".

    `after` are the parties by the preposition after the noun that begins and ends at positions.
    """
    if "against" in after and is_charge(scene, start):
        return after["against"]
    if " against " in scene.low[end : end + _FEW] and is_charge(scene, start):
        return _raised_against(scene, end)
    unit = scene.after(end)
    of_charge = is_charge(scene, start)
    if not of_charge and (unit is None or unit[2] not in CHARGES):
        return [] if _is_claim(scene, start, end) else _denying(scene, start)
    against = [] if unit is None else prepositional(scene, unit[1], people=False).get("against")
    return against or _facing(scene, start, of_charge=of_charge)


def _is_claim(scene: Scene, start: int, end: int) -> bool:
    """Tell whether what is named is itself held against somebody: "denied *those claims*"."""
    words = scene.low[start:end].split()
    return words[-1] in CHARGES or words[0] in DETERMINERS or words[0] in OWN


def _denying(scene: Scene, start: int) -> list[Named]:
    """Return who denies to have done what is named: "Fenn *denied* N", no "denied the N"."""
    unit = scene.before(start)
    while unit is not None and (unit[2] == "any" or is_adjective(unit[2])):
        if unit[2] in DENIES:
            break
        unit = scene.before(unit[0])
    if unit is None or unit[2] not in DENIES:
        return []
    found = subject(scene, unit[0], gerund=unit[2].endswith("ing"))
    return [] if found.passive else found.parties


def _facing(scene: Scene, start: int, *, of_charge: bool) -> list[Named]:
    """Return who faces or denies a charge: "Fenn *faces* N charges", "denied claims of N"."""
    unit = scene.before(start)
    head = not of_charge
    for _ in range(_SOME):
        if unit is None or unit[3] is not None:
            return []
        if unit[2] in FACED:
            found = subject(scene, unit[0], gerund=unit[2].endswith("ing"))
            return [] if found.passive or not head else found.parties
        head = head or unit[2] in CHARGES
        if unit[2] in CLOSED and unit[2] != "of" and unit[2] not in DETERMINERS:
            return []
        unit = scene.before(unit[0])
    return []


def _raised_against(scene: Scene, end: int) -> list[Named]:
    """Return against whom a passive brings a charge: "charges of N *were raised against* Fenn"."""
    unit = scene.after(end)
    if unit is None or not (unit[2] in AUXILIARIES or unit[2] in PAST or unit[2].endswith("ed")):
        return []
    for _ in range(4):
        if unit is None or unit[3] is not None or unit[2] in BOUNDS:
            return []
        if unit[2] == "against":
            return noun_phrase(scene, unit[1], people=False)[0] or object_pronoun(scene, unit[1])
        unit = scene.after(unit[1])
    return []


def brought_down(scene: Scene, start: int) -> list[Named]:
    """Return who is removed in what a noun names: "Fenn was *ousted in a N*"."""
    unit = scene.before(start)
    while unit is not None and (unit[2] in DETERMINERS or is_adjective(unit[2])):
        unit = scene.before(unit[0])
    if unit is None or unit[2] != "in":
        return []
    verb = scene.before(unit[0])
    if verb is not None and verb[3] is not None:
        before = scene.before(verb[0])
        while before is not None and before[2] in TITLES:
            before = scene.before(before[0])
        return [verb[3]] if before is not None and before[2] in REMOVED else []
    if verb is None or verb[2] not in REMOVED:
        return []
    found = subject(scene, verb[0])
    return found.parties if found.passive else []


def struck(scene: Scene, relative: Unit) -> list[Named]:
    """Return whom a clause says that what is named struck: "the N *that killed* 49 people".

    `relative` is the "that" or "which" with which it begins, or the comma before it.
    """
    unit: Unit | None = relative
    if unit is not None and unit[2] == ",":
        unit = scene.after(unit[1])
    verb = None if unit is None or unit[2] not in ("that", "which") else scene.after(unit[1])
    if verb is None or verb[2] not in STRUCK:
        return []
    return noun_phrase(scene, verb[1], people=True)[0] or counted(scene, verb[1])
