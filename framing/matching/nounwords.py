"""What the words of a noun, and those beside it, say of whose it is."""

from __future__ import annotations

from framing.language.partywords import ENTERED_ENDS
from framing.language.roleverbs import LAID, STANCES
from framing.language.wordclasses import CLOSED, is_quality
from framing.matching.aliases import Named
from framing.matching.nounphrases import is_abbreviation
from framing.matching.scene import Scene

__all__ = ["is_entered", "is_laid_on", "is_like_owner", "is_verbal"]

_INTO = tuple(f" {word} " for word in ("in", "into", "on", "against", "by", "over"))
_FEW = 40  # characters before a noun in which a verb of blame is looked for
_NEAR = 4  # words between a verb and a noun


def is_entered(scene: Scene, party: Named, start: int, end: int) -> bool:
    """Tell whether a demonym may say whose land is entered: the "Ostlandic *intervention*"."""
    last = scene.low[start:end].rpartition(" ")[2]
    if last not in ENTERED_ENDS or scene.low.startswith(_INTO, end):
        return False
    return party.end + 1 == end - len(last) and not is_abbreviation(scene, party)


def is_laid_on(scene: Scene, start: int) -> bool:
    """Tell whether a verb of blame stands before a noun: "*blame* the N on Fenn"."""
    words = scene.low[max(scene.first, start - _FEW) : start].split()
    return not LAID.isdisjoint(words[-_NEAR:])


def is_verbal(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a form in "-ing" may have an object: "Fenn *murdering* dissidents"."""
    if not scene.low.endswith("ing", start, end):
        return False
    unit = scene.after(end)
    return unit is not None and unit[2].endswith("s") and unit[2] not in CLOSED


def is_like_owner(scene: Scene, start: int, end: int) -> bool:
    """Tell whether what is named is what its owner is like: "his *bigotry*", "his N speech"."""
    last = scene.low[start:end].rpartition(" ")[2]
    return is_quality(last) or last in STANCES or _is_of_stance(scene, end)


def _is_of_stance(scene: Scene, end: int) -> bool:
    """Tell whether it is said of what shows what somebody is: "his N, loud *message*"."""
    unit = scene.after(end)
    for _ in range(_NEAR):
        if unit is None or unit[3] is not None:
            return False
        if unit[2] in STANCES:
            return True
        if unit[2] not in (",", "and") and unit[2] in CLOSED:
            return False
        unit = scene.after(unit[1])
    return False
