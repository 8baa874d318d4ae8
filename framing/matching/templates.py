"""Forms that hold a slot themselves ("{nation:holder} troops"), fitted where their words stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from framing.language.bindingwords import TURNING
from framing.matching.aliases import Named
from framing.matching.entries import Gap, Template
from framing.matching.folding import joins

__all__ = ["ADJOINING", "ADJOINS", "Filled", "fit", "name_at"]

ADJOINS = (" ", "'s ", "' ", " led ")
"""What may stand between a name and the noun it modifies."""

ADJOINING = (*ADJOINS, " and ", " or ", " & ", ", ")
"""The same, and what joins such names to each other."""

_OPENING = frozenset(operator.lstrip() for operator in TURNING)
_NO_TROOPS = ("movement", "faith")  # kinds of party before whose name a form has no gap
_LONGEST_OPENING = max(map(len, _OPENING))
_LONGEST = max(map(len, ADJOINS))


class Filled(NamedTuple):
    """A slot filled by a template."""

    slot: str
    named: Named


def fit(
    low: str, start: int, end: int, template: Template, named: Sequence[Named]
) -> tuple[int, int, tuple[Filled, ...]] | None:
    """Fit the parts of a template around its literal at ``low[start:end]``; None if they don't."""
    if not named:
        return None
    filled: list[Filled] = []
    for part in template.left:
        if isinstance(part, Gap):
            party = _ending_before(low, start, named)
            if (
                party is None
                or not _may_fill(part, party)
                or (part is template.left[-1] and _is_operated(low, party.start))
            ):
                return None
            filled.append(Filled(part.slot, party))
            start = party.start
        else:
            at = start - 1 - len(part)
            if at < 0 or low[at : start - 1] != part or low[start - 1] != " ":
                return None
            if joins(low[at - 1]) and joins(part[0]):
                return None
            start = at
    for part in template.right:
        if isinstance(part, Gap):
            party = name_at(low, end + (low[end] == " "), named)
            if party is None or not _may_fill(part, party):
                return None
            filled.append(Filled(part.slot, party))
            end = party.end
        else:
            gap = 1 if low[end] == " " else 0
            stop = end + gap + len(part)
            if low[end + gap : stop] != part or (not gap and joins(part[0])):
                return None
            if joins(low[stop]) and joins(part[-1]):
                return None
            end = stop
    return start, end, tuple(filled)


def _may_fill(gap: Gap, party: Named) -> bool:
    """Tell whether a gap takes a party: "the Democratic leader" leads no state.

    What else does not fit its slot is named there, and fills nothing ("Danish fighters").
    """
    return not gap.kinds or party.kind != "party" or party.kind in gap.kinds


def _ending_before(low: str, start: int, named: Sequence[Named]) -> Named | None:
    """Return the party whose name stands right before a position, possessive or "-led".

    None for movements and faiths, which have no troops: "the police force" is not the police's.
    """
    found: Named | None = None
    at = bisect_left(named, (start,)) - 1
    while at >= 0 and start - named[at][1] <= _LONGEST:
        party = named[at]
        if party.kind not in _NO_TROOPS and low[party[1] : start] in ADJOINS:
            found = None if party[3] and start - party[1] == 1 else party
        at -= 1
    return found


def name_at(low: str, at: int, named: Sequence[Named]) -> Named | None:
    """Return the party named from a position on, or after a "the" there."""
    later = at + 4 if low.startswith("the ", at) else at
    for party in named[bisect_left(named, (at,)) : bisect_left(named, (later + 1,))]:
        if party[0] == at or party[0] == later:
            return party
    return None


def _is_operated(low: str, at: int) -> bool:
    """Tell whether "anti", "pro" and the like stand before a name, at a text's beginning too."""
    return low.endswith(TURNING, 0, at) or (at <= _LONGEST_OPENING and low[:at] in _OPENING)
