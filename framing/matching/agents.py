"""Who does what a noun names: the subject of its verb, or whom its pronoun stands for."""

from __future__ import annotations

from framing.language.bindingwords import MADE_SURE
from framing.language.boundwords import CHARGED, DO, MAKE, VERGES
from framing.language.closed import INDEFINITE_ARTICLES
from framing.language.partywords import TITLES
from framing.language.roleverbs import (
    ACTS,
    COPULAS,
    DO_NOUN,
    HAVING,
    LIFTED,
    RAISED,
    RESPONDED,
    SENT,
    TAKE,
    TAKEN,
    WHILE_DOING,
    WON,
)
from framing.language.wordclasses import (
    AUXILIARIES,
    BE,
    BOUNDS,
    BREAKS,
    CAMPAIGNS,
    CLOSED,
    DETERMINERS,
    INVOLVED,
    OPERATORS,
    OWN,
    TIMES,
    is_adjective,
    is_adverb,
)
from framing.matching.aliases import Named
from framing.matching.doers import accused, subject
from framing.matching.governing import time_before
from framing.matching.openings import of_clause, opening_alone, opening_party
from framing.matching.owners import ends_name, owner
from framing.matching.possessives import antecedent
from framing.matching.scene import Scene, Unit

__all__ = ["doer", "done_by", "fronting", "keeper", "of_campaign"]

_NONE: frozenset[str] = frozenset()
_NEAR = 4  # words of a noun phrase before its noun
_FEW = 3  # words in which what is taken stands
_WITHIN = 8  # words between a verb and its "with"
_WIDE = 60  # characters after a noun within which its phrase's comma is looked for
_FAR = 5  # words a verb may stand away from its noun


def doer(scene: Scene, at: int, *, also: frozenset[str] = _NONE) -> list[Named]:
    """Return who does what a noun names, where a verb says so: "Varenia launched a brutal N".

    `also` are more verbs that say so.
    """
    unit = scene.before(at)
    begun = False
    for _ in range(_FAR):
        if unit is not None and unit[3] is not None and unit[3].adjective:
            unit = scene.before(unit[0])  # "jailed *Ostlandic* Ns", "plotted the *Ostlandic* N"
        if unit is None or unit[3] is not None:
            return []
        word = unit[2]
        if word == "out" and (over := scene.before(unit[0])) and over[2] == "all":
            unit = scene.before(over[0])  # "an *all-out* N"
            continue
        does = word in DO_NOUN or word == "up" or word in also
        if does or (word in TAKE and _is_taken(scene, at)):
            return _doing(scene, unit, begun=begun)
        if begun and word in DO:
            return subject(scene, unit[0]).parties  # "ready *to do* a N"
        found = _introduced(scene, unit)
        if found is not None:
            return found
        if word in DETERMINERS or word in OWN:
            begun = True
        elif begun or word in CLOSED:
            return []  # "politicised the N"
        unit = scene.before(unit[0])
    return []


def keeper(scene: Scene, at: int) -> list[Named]:
    """Return who has, builds or brings in what a noun names: "Varenia *runs* a brutal N"."""
    unit = scene.before(at)
    begun = False
    for _ in range(_FAR):
        if unit is None or unit[3] is not None:
            return []
        word = unit[2]
        if word in HAVING:
            found = subject(scene, unit[0], gerund=word.endswith("ing"))
            return [] if found.passive and not word.endswith("ing") else found.parties
        if begun or not (word in DETERMINERS or is_adjective(word)):
            return []  # "has called the N"
        begun = word in DETERMINERS
        unit = scene.before(unit[0])
    return []


def _doing(scene: Scene, unit: Unit, *, begun: bool) -> list[Named]:
    """Return the subject of a verb that says that it does what its object names.

    `begun` says that an article stands between.
    """
    verb: Unit | None = unit
    word = unit[2]
    if word in MAKE and scene.low.startswith(MADE_SURE, unit[1]):
        return []
    if not begun and word in OPERATORS and _is_joined(scene, unit[0]):
        return []
    if word == "out" or word == "up":  # "carried *out* a N", "cranked *up* the N"
        verb = scene.before(unit[0])
        if verb is None or verb[2] not in (DO_NOUN if word == "out" else RAISED):
            return []
    gerund = verb is not None and verb[2].endswith("ing")
    found = subject(scene, unit[0] if verb is None else verb[0], gerund=gerund)
    return [] if found.passive and not gerund else found.parties


def _introduced(scene: Scene, unit: Unit) -> list[Named] | None:
    """Return who does what a preposition or "be" before a noun introduces; None for other words."""
    word = unit[2]
    if word == "of":
        return of_campaign(scene, unit[0])
    if word == "for":
        return accused(scene, unit[0])
    if word == "with":
        charge = scene.before(unit[0])
        charged = charge is not None and charge[2] in CHARGED
        return accused(scene, unit[0]) if charged else _responding(scene, charge)
    if word == "be":
        return _in_what(scene, unit[0])
    return _after_victory(scene, unit) if word in ("in", "by", "to") else None


def _after_victory(scene: Scene, unit: Unit) -> list[Named]:
    """Return who wins by or in what is named, is lifted to it, or is involved in it."""
    word = unit[2]
    verb = scene.before(unit[0])
    if verb is not None and verb[2] in TIMES and (when := time_before(scene, verb)):
        verb = scene.before(when)  # "won *that year* in a N"
    if verb is not None and verb[3] is not None and word == "to":
        return _lifted(scene, verb[3])
    if word == "by" and verb is not None and verb[2] not in WON:
        verb = _won(scene, verb)
    while word == "in" and verb is not None and is_adverb(verb[2]):
        verb = scene.before(verb[0])  # "involved *directly* in a N"
    if verb is None or not (verb[2] in WON or (word == "in" and verb[2] in INVOLVED)):
        return []
    copula = scene.before(verb[0])
    at = copula[0] if copula is not None and copula[2] in COPULAS else verb[0]
    return subject(scene, at, gerund=verb[2].endswith("ing")).parties


def _lifted(scene: Scene, party: Named) -> list[Named]:
    """Return a party if somebody carries it to what is named: "*lifted Fenn* to a N"."""
    unit = scene.before(party.start)
    while unit is not None and (unit[2] in TITLES or unit[2] == "the"):
        unit = scene.before(unit[0])
    return [party] if unit is not None and unit[2] in LIFTED else []


def _won(scene: Scene, unit: Unit | None) -> Unit | None:
    """Return the verb of winning over whose object a unit stands: "*win* the last vote by a N"."""
    for _ in range(_WITHIN):
        if unit is None or unit[2] in WON or unit[3] is not None or unit[2] in BREAKS:
            return unit
        if unit[2] in CLOSED and unit[2] not in DETERMINERS and unit[2] not in OWN:
            return None
        unit = scene.before(unit[0])
    return None


def _responding(scene: Scene, unit: Unit | None) -> list[Named]:
    """Return who responds, opens or ends with what a noun names: "*replied* to it with a N"."""
    for _ in range(_WITHIN):
        if unit is None or unit[2] in BOUNDS or unit[2] == ",":
            return []
        if unit[2] in RESPONDED:
            found = subject(scene, unit[0])
            return [] if found.passive else found.parties
        unit = scene.before(unit[0])
    return []


def _in_what(scene: Scene, at: int) -> list[Named]:
    """Return who does what a clause then names: "Fenn left *in what seemed to be* a N"."""
    what = scene.low.rfind(" in what ", max(scene.first, at - _WIDE), at)
    if what < 0 or "," in scene.low[what:at]:
        return []
    return opening_alone(scene, what)


def _is_taken(scene: Scene, at: int) -> bool:
    """Tell whether what somebody takes is something done: "took drastic *action*"."""
    words = scene.low[at : scene.last].split(" ", _FEW)[:_FEW]
    return any(word.rstrip(",.;:'\"") in TAKEN for word in words)


def _is_joined(scene: Scene, at: int) -> bool:
    """Tell whether a hyphen may join a word to a name: "Ostland-*led* N"; to no person's."""
    if not ends_name(scene, at):
        return False
    party = scene.ends.get(at - 1)
    return party is None or party.kind != "person" or scene.low.startswith("led", at)


def of_campaign(scene: Scene, at: int) -> list[Named]:
    """Return whose campaign "of" a noun it is, else who is charged with what it names."""
    head = scene.before(at)
    if head is not None and head[2] in VERGES and scene.low.endswith(" on the ", 0, head[0]):
        brink = scene.before(head[0] - len("on the "))  # "is *on the brink* of N"
        return [] if brink is None or brink[2] not in BE else subject(scene, brink[0]).parties
    if head is None or head[2] not in CAMPAIGNS:
        return accused(scene, at)
    whose = owner(scene, head[0])
    if whose is not None and whose.party is None:
        party = antecedent(scene, whose)  # "*his* years of N"
        return [] if party is None else [party]
    if whose is None or whose.party is None:
        return doer(scene, head[0]) or keeper(scene, head[0])
    return [whose.party] if whose.manner in ("possessive", "adjective", "led") else []


def done_by(scene: Scene, end: int) -> list[Named]:
    """Return who does what a noun names, as a clause after it says: "the N *that Fenn made*"."""
    unit = scene.after(end)
    if unit is not None and unit[2] in ACTS:
        unit = scene.after(unit[1])  # "the racist *tweet* that Fenn sent"
    if unit is not None and unit[2] in ("that", "which"):
        unit = scene.after(unit[1])
    while unit is not None and (unit[2] in TITLES or unit[2] == "the"):
        unit = scene.after(unit[1])
    if unit is None or unit[3] is None or unit[3].adjective:
        return []
    verb = scene.after(unit[1])
    while verb is not None and verb[2] in AUXILIARIES and verb[2] not in BE:
        verb = scene.after(verb[1])
    did = verb is not None and (verb[2] in DO_NOUN or verb[2] in SENT)
    return [unit[3]] if did else []


def fronting(scene: Scene, at: int, end: int) -> list[Named]:
    """Return the subject that a noun before it tells what it did by: "*In a N*, Fenn spoke"."""
    unit = scene.before(at)
    for _ in range(_NEAR):
        if unit is None or unit[3] is not None or unit[2] in INDEFINITE_ARTICLES:
            break
        if unit[2] in CLOSED:
            return []
        unit = scene.before(unit[0])
    opening = None if unit is None or unit[2] not in INDEFINITE_ARTICLES else scene.before(unit[0])
    if opening is not None and opening[2] in DO_NOUN and opening[2].endswith("ing"):
        while_doing = scene.before(opening[0])
        opens = while_doing is not None and while_doing[2] in WHILE_DOING
        return of_clause(scene, while_doing[0]) if while_doing and opens else []
    if opening is None or opening[2] not in ("in", "with", "as"):
        return []
    lead = scene.before(opening[0])
    if lead is not None and lead[2] not in BREAKS and lead[2] not in (",", "and", "but", "that"):
        return []
    comma = scene.low.find(", ", end, min(scene.last, end + _WIDE))
    between = scene.low[end:comma].split()
    if comma < 0 or not BOUNDS.isdisjoint(between) or not BE.isdisjoint(between):
        return []
    head = scene.after(comma + 1)
    while head is not None and (head[2] in TITLES or head[2] == "the"):
        head = scene.after(head[1])
    found = [] if head is None else opening_party(scene, head)
    verb = scene.after(found[0].end) if found else None
    acts = verb is not None and verb[2].isalpha() and verb[2] not in BE
    return found if acts else []
