"""Where some predicates begin of which a noun is the last, and what only counts before it."""

from __future__ import annotations

from framing.language.bindingwords import ENDS_LIST
from framing.language.boundwords import AMOUNTS
from framing.language.closed import ARTICLES, INDEFINITE_ARTICLES
from framing.language.roleverbs import NAME_VERBS, NAMED_BY
from framing.language.wordclasses import BE, CLOSED
from framing.matching.scene import Scene, Unit

__all__ = ["first_listed", "first_predicate", "is_one_of"]

_REACH = 120  # characters in which they stand
_LISTED = 16  # words in which the first of some predicates is looked for
_FAR = 5  # words a modifier may stand away from its noun


def first_listed(scene: Scene, at: int, end: int) -> Unit | None:
    """Return what stands before the first of some predicates: "*is* a crook, fool and N".

    `at` is where the comma or "and" before the last begins, `end` where that one ends.
    """
    low, first = scene.low, max(scene.first, at - _REACH)
    if low.find(" a ", first, at) < 0 and low.find(" an ", first, at) < 0:
        return None
    closing = scene.after(end)
    if closing is not None and closing[2] not in ENDS_LIST:
        return None
    unit = scene.before(at)
    determined = False
    for _ in range(_LISTED):
        if unit is None or unit[3] is not None:
            return None
        word = unit[2]
        if word in BE or (word in NAME_VERBS and word not in NAMED_BY) or word == "as":
            return unit if determined else None
        determined = word in INDEFINITE_ARTICLES
        if word in CLOSED and not (determined or word in (",", "and", "or")):
            return None
        unit = scene.before(unit[0])
    return None


def is_one_of(scene: Scene, at: int) -> bool:
    """Tell whether the "of" at a position only counts: "*one of* the N", "a kind of N"."""
    before = scene.before(at)
    return before is not None and before[2] in AMOUNTS


def first_predicate(scene: Scene, at: int) -> int:
    """Return where the noun phrase before an "and" begins: "called X *a baby* and a N"."""
    unit = scene.before(at)
    for _ in range(_FAR):
        if unit is None or unit[3] is not None or unit[2] in ARTICLES:
            return at if unit is None else unit[0]
        if unit[2] in CLOSED:
            return at
        unit = scene.before(unit[0])
    return at
