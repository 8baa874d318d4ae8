"""What stands between commas, brackets or dashes before a verb, and is passed over."""

from __future__ import annotations

import re

from framing.language.bindingwords import PARTICIPLE_ENDS, TELLS_OF
from framing.language.roleverbs import SAID
from framing.language.wordclasses import BESIDE, BREAKS, CLOSED
from framing.matching.scene import Scene, Unit

__all__ = ["before_aside", "before_brackets", "before_dashes", "before_report"]

_LONG = 16  # words that may stand between two commas
_ASIDES = BESIDE | frozenset(("meanwhile", "however", "though", "too", "for", "of"))
_SEAT = re.compile(r", [dri] [a-z.]+(?: [a-z.]+)?$")  # "Fenn, *D-Ohio*,"
_WIDE = 40  # characters between brackets
_FEW = 7  # words of who says so


def before_aside(scene: Scene, at: int) -> Unit | None:
    """Return what stands before words between commas, of which the second is at a position.

    "Varenia, *not Ostland*, V", "Varenia, *backed by nobody*, V"; nobody else is named in them but
    after "not" or "along with".
    """
    report = before_report(scene, at)
    if report is not None:
        return report
    seat = _SEAT.search(scene.low, max(scene.first, at - _WIDE), at)
    if seat is not None:
        return scene.before(seat.start())
    unit = scene.before(at)
    named = False
    opening = ""
    for _ in range(_LONG):
        if unit is None or unit[2] in BREAKS:
            return None
        if unit[2] == ",":
            head = scene.before(unit[0])
            about = None if head is None or opening not in TELLS_OF else head[3]
            if about is not None and about.kind == "person":
                return head  # "Fenn, a former envoy to Ostland, V"
            if _is_between_towns(scene, unit):
                opening = ","
                unit = scene.before(unit[0])
                continue
            if not opening or (named and opening not in BESIDE):
                return None
            opens = opening in CLOSED or opening in _ASIDES or opening.endswith(PARTICIPLE_ENDS)
            if not opens:
                return None
            seat = _SEAT.search(scene.low, max(scene.first, unit[0] - _WIDE), unit[0])
            return scene.before(unit[0] if seat is None else seat.start())
        named = named or (unit[3] is not None and not unit[3].adjective)
        opening = unit[2]
        unit = scene.before(unit[0])
    return None


def _is_between_towns(scene: Scene, comma: Unit) -> bool:
    """Tell whether a comma stands inside the name of a place: "of Brisca, *Ohio*, V"."""
    town, state = scene.before(comma[0]), scene.after(comma[1])
    return (
        town is not None
        and state is not None
        and town[3] is None
        and scene.cased[town[0]].isupper()
        and scene.cased[state[0]].isupper()
        and scene.low.startswith(",", state[1])
    )


def before_report(scene: Scene, at: int) -> Unit | None:
    """Return what stands before who says so between commas: "*Fenn*, Orlow said, V"."""
    unit = scene.before(at)
    if unit is None or unit[2] not in SAID:
        return None
    for _ in range(_FEW):
        unit = scene.before(unit[0])
        if unit is None or unit[2] in BREAKS:
            return None
        if unit[2] == ",":
            return scene.before(unit[0])
    return None


def before_brackets(scene: Scene, at: int) -> Unit | None:
    """Return what stands before words in brackets that close at a position: "Fenn *(D-Ohio)*"."""
    opens = scene.low.rfind("(", max(scene.first, at - _WIDE), at)
    return None if opens < 0 else scene.before(opens)


def before_dashes(scene: Scene, at: int) -> Unit | None:
    """Return what stands before words between dashes, of which the second is at a position."""
    unit = scene.before(at)
    for _ in range(_LONG):
        if unit is None or unit[2] == "|":
            break
        unit = scene.before(unit[0])
    return None if unit is None or unit[2] != "|" else scene.before(unit[0])
