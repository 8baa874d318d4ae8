"""Who stands after the prepositions of a naming: parties, pronouns, people who are counted."""

from __future__ import annotations

from collections.abc import Collection

from framing.language.bindingwords import (
    CLAUSE_ENDS,
    DISPUTED_AREAS,
    INSIDE,
    LEAVING,
    REASONS_BEFORE_AGENT,
)
from framing.language.boundwords import SIDES
from framing.language.closed import NUMBERS
from framing.language.partywords import CIVILIANS, COUNTED, PEOPLE, RELATIONS
from framing.language.roleverbs import ATTACKING, DONE
from framing.language.verbforms import PAST
from framing.language.wordclasses import (
    AUXILIARIES,
    BE,
    BOUNDS,
    CLOSED,
    DETERMINERS,
    OBJECTS,
    OWN,
    PREPOSITIONS,
    TIMES,
    is_adjective,
    is_adverb,
)
from framing.matching.aliases import Named
from framing.matching.nounphrases import noun_phrase
from framing.matching.pronouns import pronoun_party
from framing.matching.scene import Scene, Unit

__all__ = [
    "BROUGHT_BY",
    "agent_by",
    "counted",
    "counted_before",
    "is_of_passive",
    "located",
    "object_pronoun",
    "placed",
    "prepositional",
]

BROUGHT_BY = "was by"
"""Under which `prepositional` gives who does the passive that follows: "N *was launched by* X"."""
_WIDE = 8  # words after a passive within which its agent is looked for
_FEW = 5  # words of a noun phrase before its noun
_LONGEST = 2_000
"""Characters of a sentence in which places are looked for; beyond, time would not stay linear."""


def prepositional(scene: Scene, at: int, *, people: bool = True) -> dict[str, list[Named]]:
    """Return the parties after each of the prepositions that follow a noun.

    "N of the Kurds by Varenia" gives both; "N committed by Varenia" counts as "by".
    """
    found: dict[str, list[Named]] = {}
    nested = False
    for step in range(5):
        unit = scene.after(at)
        if unit is None:
            return found
        _, end, word, _ = unit
        if word == "and" and not step:
            other = scene.after(end)
            if other is None or other[3] is not None or other[2] in CLOSED:
                return found
            if other[2].endswith("ed") or other[2] in PAST or other[2] in RELATIONS:
                return found  # "N *and surrounded* by Varenia", "N and *allies* of Varenia"
            at = other[1]
            continue
        if word in ("this", "last") and (time := scene.after(end)) and time[2] in TIMES:
            at = time[1]  # "Ns *this year* by Varenia"
            continue
        passive = word in AUXILIARIES
        while word in AUXILIARIES and (verb := scene.after(end)) is not None:
            _, end, word, _ = verb  # "N *was* launched by Varenia"
        if word in DONE:
            by = _by_after(scene, end)
            if by is None:
                return found
            _, end, word, _ = by
            if passive:
                return found | {BROUGHT_BY: noun_phrase(scene, end, people=False)[0]}
        if word not in PREPOSITIONS or (word == "to" and _is_infinitive(scene, end)):
            return found
        if nested or (word == "of" and found and "by" not in found):
            return found  # "N against Ostland in reply to the use of *N2 by* Varenia"
        if word == "by" and _is_gerund(scene, end):
            return found  # "N *by winning* Ostland's seats"
        parties, at = noun_phrase(scene, end, people=people and word != "by")
        parties = parties or object_pronoun(scene, end)
        nested = step > 0 and word == "to" and not parties
        found.setdefault(word, parties)
    return found


def _by_after(scene: Scene, at: int) -> Unit | None:
    """Return the "by" that says who did what ends at a position: "carried *out by* Varenia"."""
    unit = scene.after(at)
    if unit is not None and unit[2] in ("out", "in"):
        unit = scene.after(unit[1])
    return None if unit is None or unit[2] != "by" else unit


def _is_gerund(scene: Scene, at: int) -> bool:
    """Tell whether "by" goes on with what somebody does: "by *reaching* the port"."""
    unit = scene.after(at)
    if unit is None or not unit[2].endswith("ing"):
        return False
    following = scene.after(unit[1])
    return following is not None and (following[2] in DETERMINERS or following[2] in OWN)


def _is_infinitive(scene: Scene, at: int) -> bool:
    """Tell whether "to" goes on with a verb: "a bill for the N *to end* the stay of Ostland"."""
    unit = scene.after(at)
    if unit is None or unit[3] is not None or unit[2] in CLOSED:
        return False
    return scene.cased[unit[0]].islower() and not unit[2].endswith("s")


def counted(scene: Scene, at: int) -> list[Named]:
    """Return people who are counted right after a position, under the words that say who they are.

    Examples
    --------
    >>> low = "massacre of 20 children and six adults in a school "
    >>> [each.party for each in counted(Scene(low, 0, len(low), ()), 11)]
    ['20 children and six adults']
    """
    unit = scene.after(at)
    if unit is None or not _is_number(unit[2]):
        return []
    start = unit[0]
    end: int | None = None
    while unit is not None and _is_number(unit[2]):
        last = unit[1]
        unit = scene.after(last)
        while unit is not None and (
            unit[2] not in CLOSED if unit[3] is None else unit[3].adjective
        ):
            if _is_people(unit[2]):
                end = unit[1]
            last, unit = unit[1], scene.after(unit[1])
            if end == last and not (unit is not None and _is_people(unit[2])):
                break
        if end != last or unit is None or unit[2] != "and":
            break
        unit = scene.after(unit[1])
    if end is None:
        return []
    return [Named(start, end, scene.cased[start:end], True, False, "")]


def counted_before(scene: Scene, at: int) -> list[Named]:
    """Return people who are counted right before a passive: "*Two officers* were Ved".

    Examples
    --------
    >>> low = "police say two white officers were murdered "
    >>> [each.party for each in counted_before(Scene(low, 0, len(low), ()), 35)]
    ['two white officers']
    """
    unit = scene.before(at)
    while unit is not None and (unit[2] in AUXILIARIES or is_adverb(unit[2])):
        unit = scene.before(unit[0])
    if unit is None or unit[3] is not None or not _is_people(unit[2]):
        return []
    end = unit[1]
    for _ in range(_WIDE):
        if unit is None or (unit[2] in CLOSED and not _is_number(unit[2])):
            return []
        start = unit[0]
        if _is_number(unit[2]):
            while start > scene.first + 2 and scene.low[start - 1] == ",":
                before = scene.before(start - 1)
                if before is None or not before[2].isdigit():
                    break
                start = before[0]  # "*1*,700 people"
            before = scene.before(start)
            governed = before is not None and before[2] in PREPOSITIONS
            return [] if governed else [Named(start, end, scene.cased[start:end], True, False, "")]
        unit = scene.before(start)
    return []


def _is_people(word: str) -> bool:
    return word in CIVILIANS or word in PEOPLE or word in COUNTED


def _is_number(word: str) -> bool:
    return word.isdigit() or word in NUMBERS


def object_pronoun(scene: Scene, at: int) -> list[Named]:
    """Return whom a pronoun after a preposition stands for: "charges against *him*"."""
    unit = scene.after(at)
    if unit is None or unit[2] not in OBJECTS:
        return []
    party = pronoun_party(scene, unit[0], unit[2])
    return [] if party is None else [party]


def placed(
    scene: Scene, noun: tuple[int, int], after: Collection[str], whose: str | None
) -> Named | None:
    """Return where a sentence says that something happens: "Ostlandic troops died in *Varenia*".

    `noun` is where it begins and ends, `whose` the party whose it is, who is in no place of its
    own, `after` the prepositions that may introduce the place.
    """
    start, end = noun
    low, first, last = scene.low, scene.first, scene.last
    if last - first > _LONGEST:
        return None
    words = INSIDE.intersection(after)
    if any(verb in low[first:last] for verb in LEAVING):
        words |= {"from", "of"}
    for place in located(scene, words):
        opens = place.start < start and low.count(" ", first, place.start) < 3
        between = low[end : place.start]
        follows = place.start >= end and not any(map(between.__contains__, CLAUSE_ENDS))
        if (opens or follows) and place.party != whose:
            return place
    return None


def located(scene: Scene, words: Collection[str]) -> list[Named]:
    """Return the states and areas that stand in a sentence after one of some prepositions.

    Examples
    --------
    >>> low = "soldiers fell in the northern west bank "
    >>> [each.party for each in located(Scene(low, 0, len(low), ()), ("in",))]
    ['west bank']
    """
    states = [each for each in scene.named if each.kind in ("", "state")]
    found = [each for each in states if not (each.adjective or each.people)]
    low = scene.low
    for area in DISPUTED_AREAS:
        at = low.find(f" {area}", scene.first, scene.last)
        end = at + 1 + len(area)
        if at >= 0 and not low[end : end + 1].isalnum():
            found.append(Named(at + 1, end, scene.cased[at + 1 : end], False, False, ""))
    return sorted(each for each in found if _governed(scene, each.start, words))


def _governed(scene: Scene, at: int, words: Collection[str]) -> bool:
    """Tell whether one of some prepositions stands before a name: "in the northern *N*"."""
    unit = scene.before(at)
    while unit is not None and (unit[2] in SIDES or is_adjective(unit[2])):
        unit = scene.before(unit[0])
    return unit is not None and unit[3] is None and unit[2] in words


def is_of_passive(scene: Scene, at: int) -> bool:
    """Tell whether "by" after a noun may name who does the verb before it, and not the noun.

    "Varenia *was condemned for* the N by Ostland".
    """
    unit = scene.before(at)
    for _ in range(_FEW):
        if unit is None or unit[3] is not None or unit[2] in REASONS_BEFORE_AGENT:
            break
        if unit[2] in CLOSED and unit[2] not in DETERMINERS and unit[2] not in OWN:
            return False
        unit = scene.before(unit[0])
    verb = None if unit is None or unit[2] not in REASONS_BEFORE_AGENT else scene.before(unit[0])
    if verb is not None and verb[2] in ATTACKING:
        return True  # "*attacks on* the N led by Varenia"
    if verb is None or not verb[2].endswith(("ed", "en")):
        return False
    before = scene.before(verb[0])
    while before is not None and is_adverb(before[2]):
        before = scene.before(before[0])
    return before is not None and before[2] in BE


def agent_by(scene: Scene, at: int) -> list[Named]:
    """Return the agents after the "by" of a passive that ends at a position."""
    for _ in range(_WIDE):
        unit = scene.after(at)
        if unit is None or unit[2] in BOUNDS or unit[2] == "," or unit[2] == "and":
            return []
        if unit[2] == "by":
            return noun_phrase(scene, unit[1], people=False)[0]
        at = unit[1]
    return []
