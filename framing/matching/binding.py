"""Who fills the slots of a mention: the text's own grammar first, else the nearest party."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from framing.matching.aliases import Named
from framing.matching.entries import Plan, SlotPlan, Template
from framing.matching.folding import joins

__all__ = ["Bound", "Filled", "bind", "fit"]

_BEFORE = (" ", "'s ", "' ", " led ")
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
    for party in named:
        gap = start - party[1]
        if gap <= 5:
            if gap < 1:
                return None
            if low[party[1] : start] in _BEFORE:
                return None if gap == 1 and party[3] else party
    return None


def _beginning_at(low: str, at: int, named: Sequence[Named], used: Sequence[Named]) -> Named | None:
    """Return the party named from a position on, or after a "the" there."""
    later = at + 4 if low.startswith("the ", at) else at
    for party in named:
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
    for each in reversed(named):
        if each[1] < party[0] and low[each[1] : party[0]] in joints:
            if not each[4]:
                break
            found.append(each)
            party = each
            joints = (*_JOINED, ", ")
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
        for each in named:
            if start <= each[0] and each[1] <= end and each not in used:
                return each
        party = _ending_before(low, start, named)
        return None if party in used else party
    return None


def _nearest(start: int, end: int, named: Sequence[Named], used: Sequence[Named]) -> Named | None:
    """Return the party fewest characters away; one before the mention wins a tie."""
    taken = [each[2] for each in used]
    best: Named | None = None
    least = 0
    for each in named:
        gap = start - each[1] if each[1] <= start else each[0] - end if each[0] >= end else 0
        if (best is None or gap < least) and each[2] not in taken:
            best, least = each, gap
    return best
