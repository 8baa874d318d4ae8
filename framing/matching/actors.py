"""Who acts, as the noun phrase before a verb says: a party, what acts for it, who follows it."""

from __future__ import annotations

from framing.language.clitics import POSSESSIVE_MARKS
from framing.language.partywords import (
    DEPUTIES,
    FOLLOWERS,
    OFFICES,
    ORGANS,
    PEOPLE,
    WRITINGS,
)
from framing.language.wordclasses import OWN, is_adjective
from framing.matching.aliases import Named
from framing.matching.governing import governed
from framing.matching.nounphrases import following_of, is_abbreviation, is_one_member
from framing.matching.owners import Owner, are_groups, joined_before, owner
from framing.matching.pronouns import pronoun_party
from framing.matching.scene import Scene, Unit, has_operator

__all__ = ["head_before", "subjects_in"]


def head_before(scene: Scene, unit: Unit | None, *, strict: bool) -> list[Named]:
    """Return a party, or the one that what acts for it belongs to, ending in a unit."""
    if unit is None:
        return []
    if unit[3] is not None:
        return subjects_in(scene, unit, strict=strict)
    if unit[2] in OFFICES and (over := scene.before(unit[0])) and over[2] == "for":
        unit = scene.before(over[0]) or unit  # "Ostlandic candidates *for president*"
    if unit[2] in FOLLOWERS:
        return _following(scene, unit, strict=strict)
    if unit[2] in WRITINGS:  # "Fenn's *report* slams"
        whose = owner(scene, unit[0])
        if whose is not None and whose.manner == "pronoun":
            return _owned_by(scene, whose)
        party = None if whose is None or whose.manner != "possessive" else whose.party
        return [] if party is None or (strict and governed(scene, party.start)) else [party]
    if unit[2] in DEPUTIES:  # "Republican *lawmakers*"
        whose = owner(scene, unit[0])
        party = None if whose is None or whose.manner == "possessive" else whose.party
        if party is not None and party.kind == "party":
            return [] if strict and governed(scene, party.start) else [party]
    acts = unit[2] in ORGANS or (unit[2] in PEOPLE and are_groups(scene, unit[0]))
    whose = owner(scene, unit[0]) if acts else None
    if whose is not None and whose.manner == "pronoun":
        return _owned_by(scene, whose)
    if whose is None or whose.party is None or (strict and governed(scene, whose.start)):
        return []
    return [whose.party, *joined_before(scene, whose.party)]


def _owned_by(scene: Scene, whose: Owner) -> list[Named]:
    """Return for whom a pronoun stands whose what acts is: "*his* office V", "*its* army V"."""
    party = pronoun_party(scene, whose.start, whose.word)
    return [] if party is None or governed(scene, whose.start) else [party]


def _following(scene: Scene, unit: Unit, *, strict: bool) -> list[Named]:
    """Return the followers of a person, or his campaign, that end in a unit."""
    before = scene.before(unit[0])
    if before is not None and is_adjective(before[2]):
        before = scene.before(before[0])  # "Fenn's *presidential* campaign"
    if before is not None and before[2] in POSSESSIVE_MARKS:
        before = scene.before(before[0])
    if before is not None and before[2] in OWN:
        person = pronoun_party(scene, before[0], before[2])
        theirs = None if person is None else following_of(scene, person, before[1])
        held = strict and governed(scene, before[0])  # "spent much *of his campaign* Ving"
        return [] if theirs is None or held else [theirs]
    if before is None or before[3] is None or (strict and governed(scene, before[0])):
        return []
    theirs = following_of(scene, before[3], before[1])
    return [] if theirs is None or has_operator(scene, before[0]) else [theirs]


def subjects_in(scene: Scene, unit: Unit, *, strict: bool = True) -> list[Named]:
    """Return the coordinated parties that end in a unit, unless a preposition governs them."""
    start, _, _, party = unit
    if party is None or (party.adjective and not is_abbreviation(scene, party)):
        return []
    if has_operator(scene, start) or is_one_member(scene, party):
        return []
    found = [party]
    while True:
        before = scene.before(start)
        if before is not None and before[2] == "or" and scene.before(before[0]) is not None:
            return []  # "Varenia *or* Ostland V"
        if before is None or before[2] not in ("and", "nor", "&", ","):
            break
        other = scene.before(before[0])
        if other is None or other[3] is None or (before[2] == "," and len(found) < 2):
            break
        if other[3].adjective and not is_abbreviation(scene, other[3]):
            break
        found.insert(0, other[3])
        start = other[0]
    return [] if strict and governed(scene, start) else found
