"""Who fills the slots of a mention: the text's own grammar first, else the nearest party."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from framing.matching.aliases import Named
from framing.matching.entries import Plan, SlotPlan, Template
from framing.matching.folding import joins

__all__ = ["Bound", "Filled", "bind", "fit"]

_BEFORE = (" ", "'s ", "' ", " led ")
_LONGEST = max(map(len, _BEFORE))
_JOINED = (" and ", " or ", " & ")


# The number of a slot that is filled, the party that fills it, and the rule by which it does.
Bound: TypeAlias = tuple[int, Named, str]


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
        if isinstance(part, tuple):
            party = _ending_before(low, start, named)
            if party is None:
                return None
            filled.append(Filled(part[0], party))
            start = party.start
        else:
            at = start - 1 - len(part)
            if at < 0 or low[at : start - 1] != part or low[start - 1] != " ":
                return None
            if joins(low[at - 1]) and joins(part[0]):
                return None
            start = at
    for part in template.right:
        if isinstance(part, tuple):
            party = _beginning_at(low, end + (low[end] == " "), named, ())
            if party is None:
                return None
            filled.append(Filled(part[0], party))
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


def _ending_before(low: str, start: int, named: Sequence[Named]) -> Named | None:
    """Return the party whose name stands right before a position, possessive or "-led"."""
    found: Named | None = None
    at = bisect_left(named, (start,)) - 1
    while at >= 0 and start - named[at][1] <= _LONGEST:
        party = named[at]
        if low[party[1] : start] in _BEFORE:
            found = None if party[3] and start - party[1] == 1 else party
        at -= 1
    return found


def _beginning_at(low: str, at: int, named: Sequence[Named], used: Sequence[Named]) -> Named | None:
    """Return the party named from a position on, or after a "the" there."""
    later = at + 4 if low.startswith("the ", at) else at
    for party in named[bisect_left(named, (at,)) : bisect_left(named, (later + 1,))]:
        if (party[0] == at or party[0] == later) and party not in used:
            return party
    return None


def bind(
    plan: Plan,
    low: str,
    start: int,
    end: int,
    filled: Sequence[Filled],
    named: Sequence[Named],
) -> list[Bound]:
    """Fill the slots of a plan as far as they can be.

    What grammar fills comes first for all slots, so that the nearest party is sought only for
    what is left, and never one that already fills another slot of the same mention. Last come
    those that fill a slot beside another ("U.S. and British troops").
    """
    slots = plan[1]
    by_name = dict(filled)
    used: list[Named] = list(by_name.values())
    bound: list[Bound] = []
    left: list[int] = []
    for at, slot in enumerate(slots):
        if slot[0] in by_name:
            bound.append((at, by_name[slot[0]], "modifier"))
            continue
        party = _grammatical(slot, low, start, end, named, used)
        if party is not None:
            bound.append((at, party, "modifier"))
            used.append(party)
        elif slot[4]:
            left.append(at)
    for at in left:
        party = _nearest(start, end, named, used)
        if party is not None:
            bound.append((at, party, "nearest"))
            used.append(party)
    if len(named) > 1:
        for at, party, rule in tuple(bound):
            if rule == "modifier" and party[0] <= start:
                beside = _beside(low, party, named)
                bound += [(at, each, "modifier") for each in beside if each[2] != party[2]]
    return bound


def _beside(low: str, party: Named, named: Sequence[Named]) -> list[Named]:
    """Return the parties joined to one before it: all of "American, British and French"."""
    found: list[Named] = []
    joints: tuple[str, ...] = _JOINED
    at = bisect_left(named, party) - 1
    while at >= 0 and named[at][4] and low[named[at][1] : party[0]] in joints:
        party = named[at]
        found.append(party)
        joints = (*_JOINED, ", ")
        at -= 1
    return found


def _grammatical(
    slot: SlotPlan, low: str, start: int, end: int, named: Sequence[Named], used: Sequence[Named]
) -> Named | None:
    """Return the party after one of the slot's prepositions, or before the mention."""
    _, _, after, modifier, _, _ = slot
    if low.startswith(after, end):
        party = _beginning_at(low, low.index(" ", end + 1) + 1, named, used)
        if party is not None:
            return party
    if modifier:
        for each in named[bisect_left(named, (start,)) : bisect_left(named, (end,))]:
            if each[1] <= end and each not in used:
                return each
        party = _ending_before(low, start, named)
        return None if party in used else party
    return None


def _nearest(start: int, end: int, named: Sequence[Named], used: Sequence[Named]) -> Named | None:
    """Return the party fewest characters away; the one that stands first wins a tie."""
    taken = [each[2] for each in used]
    first = bisect_left(named, (start,))
    last = bisect_left(named, (end,), first)
    before = _free(named, range(first - 1, -1, -1), taken)
    inside = _free(named, range(first, last), taken)
    after = _free(named, range(last, len(named)), taken)
    best: Named | None = None
    least = 0
    for each in (before, inside, after):
        if each is not None:
            gap = max(0, start - each[1], each[0] - end)
            if best is None or gap < least:
                best, least = each, gap
    return best


def _free(named: Sequence[Named], places: Iterable[int], taken: Sequence[str]) -> Named | None:
    return next((named[at] for at in places if named[at][2] not in taken), None)
