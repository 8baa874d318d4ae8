"""Whom a verb of naming or of change calls something: "called Hamas N", "hailed him as N"."""

from __future__ import annotations

from collections.abc import Collection

from framing.language.partywords import GROUPS, TITLES
from framing.language.roleverbs import (
    ACTS,
    AS_VERBS,
    DID,
    EVERYTHING,
    IMAGES,
    NAME_VERBS,
    SAID,
    SERVED,
    TURNED,
)
from framing.language.wordclasses import (
    AUXILIARIES,
    BE,
    BREAKS,
    CLOSED,
    DETERMINERS,
    PERSONAL,
    TIMES,
    is_adjective,
)
from framing.matching.aliases import Named
from framing.matching.doers import heading, subject
from framing.matching.owners import owner
from framing.matching.pronouns import fitting, pronoun_party
from framing.matching.scene import Scene, Unit

__all__ = [
    "is_said",
    "named_before_as",
    "object_of_naming",
    "owner_named_as",
    "past_time",
    "turned",
    "whom",
]

_WIDE = 8  # words of an apposition
_NEAR = 4  # words between a verb of naming and what it says somebody is
_FAR = 5  # words a relative pronoun may stand before its verb


def named_before_as(scene: Scene, before: Unit | None) -> list[Named]:
    """Return whom a verb with "as" calls something: its object, or the subject of its passive."""
    if before is None:
        return []
    if before[2] == "," and (head := _apposed_object(scene, before[0])) is not None:
        before = head  # "regards Hamas, the Gaza group, *as* N"
    by = scene.before(before[0])
    if before[3] is not None and by is not None and by[2] == "by":
        before = scene.before(by[0])  # "Fenn was described *by Orlow* as a N"
        if before is None or before[2] not in AS_VERBS:
            return []
    if before[2] in GROUPS and by is not None and by[3] is not None and by[3].kind != "person":
        before = by  # "label the whole *Ostlandic movement* as N"
    if before[3] is not None or before[2] in PERSONAL:
        return object_of_naming(scene, before, AS_VERBS)
    if before[2] in IMAGES:
        return _imaged(scene, before)
    if before[2] in SERVED:
        return subject(scene, before[0], gerund=before[2].endswith("ing")).parties
    if before[2] not in AS_VERBS:
        return []
    found = subject(scene, before[0])
    passive = found.passive and not before[2].endswith("ing")
    if passive:
        return found.parties
    return _before_comma(scene, before) or whom(scene, scene.before(before[0]))


def _imaged(scene: Scene, image: Unit) -> list[Named]:
    """Return whose image or name it is to be something: "*Fenn's* reputation as a N"."""
    whose = owner(scene, image[0])
    if whose is None or whose.manner not in ("possessive", "pronoun"):
        return []
    if whose.party is not None:
        return [whose.party]
    party = pronoun_party(scene, whose.start, whose.word)
    return [] if party is None else [party]


def _apposed_object(scene: Scene, at: int) -> Unit | None:
    """Return what stands before "…, the group," that ends at a position; nobody is named in it."""
    unit = scene.before(at)
    for _ in range(_WIDE):
        if unit is None or unit[2] in BREAKS or (unit[3] is not None and not unit[3].adjective):
            return None
        if unit[2] == ",":
            return scene.before(unit[0])
        unit = scene.before(unit[0])
    return None


def owner_named_as(scene: Scene, at: int) -> list[Named]:
    """Return whose act is said to be what a noun says: "dismissed *Fenn's* plan as a N"."""
    unit = scene.before(at)
    for _ in range(_FAR):
        if unit is None or unit[3] is not None or unit[2] == "as" or unit[2] in BE:
            break
        if unit[2] in ACTS and scene.low.startswith((" a ", " an "), unit[1]):
            return _owner_called(scene, unit)
        if unit[2] not in DETERMINERS and unit[2] in CLOSED:
            return []
        unit = scene.before(unit[0])
    else:
        return []
    if unit is None or unit[3] is not None:
        return []
    verb = scene.before(unit[0]) if unit[2] == "as" else None
    if verb is not None and verb[2] in AS_VERBS:
        unit = scene.before(verb[0])  # "Fenn's plan *was dismissed* as a N"
    while (unit is not None and unit[2] in AUXILIARIES) or (unit is not None and unit[2] == "as"):
        unit = scene.before(unit[0])
    if (
        unit is not None
        and (unit[2] in SAID or unit[2] in DID)
        and (sayer := _says_all(scene, unit))
    ):
        return sayer
    for _ in range(_WIDE):
        if unit is None or unit[3] is not None or unit[2] in BREAKS or unit[2] in AS_VERBS:
            return []
        if unit[2] in ACTS:
            break
        unit = scene.before(unit[0])
    whose = None if unit is None or unit[2] not in ACTS else owner(scene, unit[0])
    if whose is None:
        return []
    if whose.party is not None:
        return [whose.party] if whose.manner == "possessive" else []
    party = pronoun_party(scene, whose.start, whose.word)
    return [] if party is None else [party]


def _says_all(scene: Scene, verb: Unit) -> list[Named]:
    """Return of whose every word something is said: "everything *Fenn* says is a N"."""
    sayer = scene.before(verb[0])
    before = None if sayer is None or sayer[3] is None else scene.before(sayer[0])
    every = before is not None and before[2] in EVERYTHING
    return [sayer[3]] if every and sayer is not None and sayer[3] is not None else []


def _owner_called(scene: Scene, act: Unit) -> list[Named]:
    """Return whose act a verb of naming calls something: "called *Fenn's* plan a N"."""
    whose = owner(scene, act[0])
    if whose is None or whose.party is None or whose.manner != "possessive":
        return []
    verb = scene.before(whose.start)
    while verb is not None and (verb[2] in TITLES or verb[2] == "the"):
        verb = scene.before(verb[0])
    return [whose.party] if verb is not None and verb[2] in NAME_VERBS else []


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
        or before[2] in GROUPS
        or (before[2] not in CLOSED and is_adjective(before[2]))
    ):
        if before[2] in verbs:
            break
        before = scene.before(before[0])
    if before is None or before[2] not in verbs:
        return []
    if unit[3] is not None:
        return [unit[3]]
    caller = subject(scene, before[0]).parties
    if beside := _just_named(scene, before, unit[2], caller):
        return beside
    party = pronoun_party(scene, unit[0], unit[2], but=caller)
    opens = party is not None and not scene.low[scene.first : party.start].strip(' "the')
    calling = opens and not caller and before[2].endswith("ing")  # who opens it may be who calls
    return [] if party is None or calling else [party]


def _just_named(scene: Scene, verb: Unit, word: str, caller: list[Named]) -> list[Named]:
    """Return the person named before a comma and a naming: "met *Fenn*, calling him a N"."""
    comma = scene.before(verb[0])
    head = None if comma is None or comma[2] != "," else scene.before(comma[0])
    if head is None or head[3] is None or word not in PERSONAL or not verb[2].endswith("ing"):
        return []
    taken = {each.party for each in caller}
    return [each for each in fitting(scene, [head[3]], word) if each.party not in taken]


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


def is_said(scene: Scene, at: int) -> bool:
    """Tell whether a passive of naming says a noun of its subject: "was *called* a N by"."""
    unit = scene.before(at)
    verbs = NAME_VERBS
    for _ in range(_NEAR):
        if unit is None or unit[3] is not None:
            return False
        if unit[2] in verbs:
            return True
        if unit[2] == "as":
            verbs = AS_VERBS
        if unit[2] in CLOSED and unit[2] not in DETERMINERS and unit[2] != "as":
            return False
        unit = scene.before(unit[0])
    return False
