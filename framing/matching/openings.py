"""Where a clause begins and who opens it."""

from __future__ import annotations

import re

from framing.language.bindingwords import BEFORE_CLAUSES, OPENS_CLAUSE, PLACING_FIRST
from framing.language.boundwords import BEFORE_OFFICES
from framing.language.closed import ARTICLES
from framing.language.partywords import CHAMBERS, ORGANS, TITLES
from framing.language.wordclasses import BOUNDS, BREAKS, CLOSED, DETERMINERS, OWN, PREPOSITIONS
from framing.matching.aliases import Named
from framing.matching.nounphrases import is_abbreviation, is_one_member
from framing.matching.passedover import before_brackets
from framing.matching.scene import Scene, Unit
from framing.matching.unlisted import is_calling

__all__ = [
    "apposed_before",
    "apposed_name",
    "first_subject",
    "joined_subject",
    "of_clause",
    "opening_alone",
    "opening_party",
    "placed_subject",
]

_REACH = 300  # characters within which the first name of a sentence is the subject of a verb
_SAID = re.compile(r", [^,.;:]{1,60} (?:said|says|say), ")
_NEAR = 5  # words of a noun phrase that a party is joined to


def of_clause(scene: Scene, at: int) -> list[Named]:
    """Return the subject of the clause that "by", "before" and a gerund stand in.

    "Varenia closed the road *before* Ving", "*After* Ving, Varenia …"; nobody where another
    party stands between, who may as well be meant.
    """
    if not scene.low[scene.first : at].strip(' "'):
        comma = scene.low.find(", ", at, min(scene.last, at + _REACH))
        aside = _SAID.match(scene.low, comma, scene.last) if comma >= 0 else None
        if aside is not None:
            comma = aside.end() - 2  # "By Ving, *officials said*, Varenia"
        unit = None if comma < 0 else scene.after(comma + 1)
        while unit is not None and (unit[2] in TITLES or unit[2] == "the"):
            unit = scene.after(unit[1])
        return [] if unit is None or unit[3] is None else opening_party(scene, unit)
    found = first_subject(scene, at)
    between = [each for each in scene.named if found and found[0].end <= each.start < at]
    return [] if any(not each.adjective for each in between) else found


def opening_party(scene: Scene, unit: Unit) -> list[Named]:
    """Return the party that opens a clause, if it is what the clause tells of."""
    party = unit[3]
    after = None if party is None else scene.after(party.end)
    if party is None or after is None or party.adjective or is_one_member(scene, party):
        return []
    others = after[2] in ("and", "or", ",", "'s", "'", "|") or after[2] in PREPOSITIONS
    return [] if others or after[2] in ORGANS else [party]


def opening_alone(scene: Scene, at: int) -> list[Named]:
    """Return the party that opens the sentence, where no other clause begins before a position."""
    if at - scene.first > _REACH:
        return []
    unit = scene.after(scene.first)
    while unit is not None and (unit[2] == "the" or unit[2] in TITLES):
        unit = scene.after(unit[1])
    party = None if unit is None else unit[3]
    after = None if party is None else scene.after(party.end)
    if party is None or after is None or after[2] in PREPOSITIONS or party.adjective:
        return []
    others = after[2] in ("and", "or", "'s", "'", ",")
    clause = BOUNDS.intersection(scene.low[party.end : at].split())
    return [] if others or clause else [party]


def joined_subject(scene: Scene, unit: Unit | None) -> list[Named]:
    """Return the party that opens a clause and that others join: "*Fenn* and the clerk V"."""
    for _ in range(_NEAR):
        if unit is None or unit[3] is not None:
            return []
        if unit[2] == "and":
            break
        if unit[2] in CLOSED and unit[2] not in DETERMINERS and unit[2] not in OWN:
            return []
        unit = scene.before(unit[0])
    head = None if unit is None or unit[2] != "and" else scene.before(unit[0])
    return _opens_clause(scene, None if head is None else head[3])


def placed_subject(scene: Scene, unit: Unit | None) -> list[Named]:
    """Return the party that opens a clause and of which a place is told: "*Fenn* in Brisca V"."""
    for _ in range(_NEAR):
        if unit is None:
            return []
        if unit[2] in PLACING_FIRST:
            head = scene.before(unit[0])
            return _opens_clause(scene, None if head is None else head[3])
        if unit[2] in CLOSED and unit[2] not in DETERMINERS:
            return []
        unit = scene.before(unit[0])
    return []


def _opens_clause(scene: Scene, party: Named | None) -> list[Named]:
    """Return a party if a clause begins with it."""
    if party is None or party.adjective or is_one_member(scene, party):
        return []
    opening = scene.before(party.start)
    while opening is not None and (opening[2] in TITLES or opening[2] == "the"):
        opening = scene.before(opening[0])
    opens = opening is None or opening[2] in BREAKS or opening[2] in BEFORE_CLAUSES
    return [party] if opens else []


def apposed_name(scene: Scene, at: int) -> list[Named]:
    """Return the person named between commas, of which the second is at a position.

    "A rival, *Fenn*, V", "a rival, Representative *Fenn* of Ohio, V".
    """
    unit = scene.before(at)
    if unit is not None and (unit[3] is None or unit[3].kind != "person"):
        over = scene.before(unit[0])
        placed = over is not None and over[2] in ("of", "from") and scene.cased[unit[0]].isupper()
        unit = scene.before(over[0]) if placed and over is not None else None
    party = None if unit is None else unit[3]
    if unit is None or party is None or party.kind != "person":
        return []
    comma = scene.before(unit[0])
    while comma is not None and (comma[2] in TITLES or comma[2] in BEFORE_OFFICES):
        comma = scene.before(comma[0])
    noun = None if comma is None or comma[2] != "," else scene.before(comma[0])
    return [] if noun is None or noun[3] is not None or noun[2] in CLOSED else [party]


def apposed_before(scene: Scene, unit: Unit | None) -> list[Named]:
    """Return of whom an apposition tells that a relative clause follows: "*Fenn*, a host who"."""
    for _ in range(_NEAR):
        if unit is None:
            return []
        if unit[2] in ARTICLES:
            break
        if unit[2] in CLOSED:
            return []
        unit = scene.before(unit[0])
    comma = None if unit is None else scene.before(unit[0])
    head = None if comma is None or comma[2] != "," else scene.before(comma[0])
    if head is not None and head[2] == ")":
        head = before_brackets(scene, head[0])
    party = None if head is None else head[3]
    return [] if party is None or party.adjective or is_one_member(scene, party) else [party]


def first_subject(scene: Scene, at: int) -> list[Named]:
    """Return the party that begins the sentence or its last clause, as a second verb's subject.

    Only where one party opens it and nothing before the second verb opens another clause.
    """
    if at - scene.first > _REACH:
        return []
    comma = max(scene.low.rfind(sign, scene.first, at - 1) for sign in (", ", ": "))
    return _opening_at(scene, scene.first, at) or (
        [] if comma < 0 else _opening_at(scene, comma + 1, at)
    )


def _is_of_title(scene: Scene, unit: Unit) -> bool:
    """Tell whether a unit says whose title stands before a name: "*Ostlandic* President Fenn"."""
    following = scene.after(unit[1])
    titled = following is not None and (following[2] in TITLES or following[2] in BEFORE_OFFICES)
    return titled and (unit[2] in BEFORE_OFFICES or (unit[3] is not None and unit[3].adjective))


def _opening_at(scene: Scene, start: int, at: int) -> list[Named]:
    """Return the party that opens a clause at a position, if it goes on to another one."""
    unit = scene.after(start)
    while unit is not None and (
        unit[2] in OPENS_CLAUSE
        or unit[2] in TITLES
        or unit[2] in CHAMBERS
        or _is_of_title(scene, unit)
    ):
        unit = scene.after(unit[1])
    if unit is None or unit[3] is None or unit[1] > at:
        return []
    party = unit[3]
    after = scene.after(party.end)
    if party.adjective and after is not None and is_calling(after[2]) and after[2] not in ORGANS:
        return []  # "a *U.S.* envoy to Ostland V"
    if party.adjective and not is_abbreviation(scene, party):
        if after is None or after[2] not in ORGANS:
            return []
        after = scene.after(after[1])
    if after is None or after[2] in PREPOSITIONS or after[2] in ("and", "or", ",", "'s", "'", "|"):
        return []
    if scene.cased[after[0]].isupper() and after[3] is None and scene.cased[after[1] - 1].islower():
        return []  # "*White House* Chief of Staff Fenn"
    between = scene.low[party.end : at].split()
    inner = "," in scene.low[party.end : at].rstrip(", ")
    clause = scene.low.rfind(" as ", party.end, at)
    if clause >= 0 and any(clause < each.start < at and not each.adjective for each in scene.named):
        return []  # "Varenia fled *as* Ostland came and V"
    return [] if BOUNDS.intersection(between) or inner else [party]
