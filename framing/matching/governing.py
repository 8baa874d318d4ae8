"""What stands before a name and keeps it from being a subject: a preposition, a place, a time."""

from __future__ import annotations

from framing.language.bindingwords import JOINS_CLAUSES_TOO, PLACING
from framing.language.boundwords import SPEND
from framing.language.clitics import POSSESSIVE_MARKS
from framing.language.partywords import RELATIONS, TITLE_ENDS, TITLES
from framing.language.roleverbs import SAYING
from framing.language.wordclasses import (
    AUXILIARIES,
    BE,
    BREAKS,
    CLOSED,
    DETERMINERS,
    PREPOSITIONS,
    QUANTITIES,
    RELATIVES,
    TIMES,
    is_adjective,
    is_adverb,
)
from framing.matching.scene import Scene, Unit
from framing.matching.unlisted import is_calling

__all__ = [
    "goes_on_passive",
    "governed",
    "is_placed",
    "is_relative_of",
    "is_short_be",
    "over_times",
    "spending",
    "time_before",
]

_SPENT = 5  # words of a time that somebody spends
_FEW = 4  # words that say what somebody is


def governed(scene: Scene, at: int) -> bool:
    """Tell whether a preposition stands before the noun phrase that a name begins."""
    unit = scene.before(at)
    if unit is not None and unit[2] in SAYING:
        return False  # "for *saying* Ostland V"
    while unit is not None and (
        (unit[3] is not None and unit[3].adjective)
        or unit[2] in TITLES
        or unit[2] in DETERMINERS
        or (is_adjective(unit[2]) and unit[2] not in RELATIONS)
    ):
        unit = scene.before(unit[0])
    if unit is None:
        return False
    if unit[2] == "of" and (many := scene.before(unit[0])) and many[2] in QUANTITIES:
        return False  # "*hundreds of* Ostlanders"
    if unit[2] in TITLE_ENDS and (of := scene.before(unit[0])) and of[2] == "of":
        chief = scene.before(of[0])
        return chief is not None and governed(scene, chief[0])  # "*Chief of Staff* Fenn V"
    if unit[2] in ("who", "which") and unit[1] + 1 < at:
        return True  # "the clerk *who praised* Ostland"
    if unit[2] not in CLOSED and is_calling(unit[2]):
        return _governs_calling(scene, unit)
    if unit[2] not in CLOSED and unit[2].isalpha():
        before = scene.before(unit[0])
        while before is not None and (is_adverb(before[2]) or before[2] in AUXILIARIES):
            before = scene.before(before[0])
        return before is not None and before[2] in RELATIVES  # "the clerk *who met* Ostland"
    if unit[2] == "'s" and (name := scene.begins.get(at)) and name.kind in ("person", "group"):
        whose = scene.before(unit[0])
        return whose is not None and governed(scene, whose[0])  # "*Ostland's Fenn* V"
    return unit[2] in POSSESSIVE_MARKS or (
        unit[2] in PREPOSITIONS and unit[2] not in JOINS_CLAUSES_TOO
    )


def _governs_calling(scene: Scene, unit: Unit) -> bool:
    """Tell whether a preposition stands before what somebody is: "*to* camp doctor Fenn"."""
    before: Unit | None = unit
    for _ in range(_FEW):
        before = None if before is None else scene.before(before[0])
        if before is None or before[2] in TIMES:
            return False
        if before[2] in CLOSED and before[2] not in DETERMINERS:
            return before[2] in PREPOSITIONS and before[2] not in JOINS_CLAUSES_TOO
    return False


def is_placed(scene: Scene, unit: Unit | None) -> bool:
    """Tell whether a name only says where something is: "the vote *in* Ostland"."""
    if unit is None or unit[3] is None or unit[3].kind == "person":
        return False
    opening = scene.before(unit[0])
    while opening is not None and (opening[2] in DETERMINERS or is_adjective(opening[2])):
        opening = scene.before(opening[0])
    return opening is not None and opening[2] in PLACING


def is_relative_of(scene: Scene, unit: Unit | None) -> bool:
    """Tell whether a name only says whose somebody is: "the *widow* of Fenn", "a *critic* of"."""
    unit = None if unit is None or unit[3] is None else scene.before(unit[0])
    while unit is not None and unit[2] in TITLES:
        unit = scene.before(unit[0])
    if unit is None or unit[2] not in ("of", "to", "for"):
        return False
    head = scene.before(unit[0])
    return head is not None and head[2] in RELATIONS


def time_before(scene: Scene, unit: Unit) -> int | None:
    """Return where "on Monday", "in 2014", "last week" begins; None if it is none of these."""
    before = scene.before(unit[0])
    if before is None:
        return None
    if before[2] in ("on", "in", "last", "this", "that", "next", "late", "early", "by"):
        return before[0]
    if before[2] == "the":
        over = scene.before(before[0])
        return over[0] if over is not None and over[2] in ("over", "in", "during") else None
    return unit[0] if unit[2].endswith("day") and before[2] not in PREPOSITIONS else None


def over_times(scene: Scene, unit: Unit | None) -> Unit | None:
    """Return what stands before the times that end in a unit: "*accused* on Monday, in 2014"."""
    while (
        unit is not None
        and (unit[2] in TIMES or unit[2].isdigit())
        and (start := time_before(scene, unit)) is not None
    ):
        unit = scene.before(start)
    return unit


def goes_on_passive(scene: Scene, at: int) -> bool:
    """Tell whether the "and" at a position joins to a passive: "were jailed *and* Ved"."""
    unit = scene.before(at)
    if unit is None or not unit[2].endswith(("ed", "en")):
        return False
    unit = scene.before(unit[0])
    while unit is not None and is_adverb(unit[2]):
        unit = scene.before(unit[0])
    return unit is not None and unit[2] in BE


def is_short_be(scene: Scene, unit: Unit) -> bool:
    """Tell whether "'s" is short for "is": "Fenn*'s* not going to V"."""
    following = scene.after(unit[1])
    return following is not None and following[2] in ("not", "been", "going", "trying")


def spending(scene: Scene, unit: Unit) -> int | None:
    """Return where the verb stands of whoever passes some time with doing: "*spent* days Ving"."""
    before: Unit | None = unit
    for _ in range(_SPENT):
        if before is None or before[3] is not None or before[2] in BREAKS:
            return None
        if before[2] in SPEND:
            return before[0]
        before = scene.before(before[0])
    return None
