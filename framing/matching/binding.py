"""Who fills the slots of a mention: the text's own grammar first, else the nearest party."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.lexicon import SlotRule
from framing.matching.aliases import Named
from framing.matching.entries import Plan, Template
from framing.matching.folding import joins
from framing.values import Binding

__all__ = ["Filled", "as_binding", "bind", "fit"]

_BEFORE = (" ", "'s ", "' ", " led ")
_NO_RULE = SlotRule()


class Filled(NamedTuple):
    """A slot filled, in folded offsets."""

    slot: str
    named: Named
    rule: str


def fit(
    low: str, start: int, end: int, template: Template, named: Sequence[Named]
) -> tuple[int, int, list[Filled]] | None:
    """Fit the parts of a template around its literal at ``low[start:end]``; None if they don't."""
    filled: list[Filled] = []
    by_end = {(each.end): each for each in named}
    by_start = {(each.start): each for each in named}
    for part in template.left:
        if isinstance(part, tuple):
            party = _ending_before(low, start, by_end)
            if party is None:
                return None
            filled.append(Filled(part[0], party, "modifier"))
            start = party.start
        else:
            at = start - 1 - len(part)
            if at < 0 or low[at : start - 1] != part or low[start - 1] != " ":
                return None
            if at and joins(low[at - 1]) and joins(part[0]):
                return None
            start = at
    for part in template.right:
        if isinstance(part, tuple):
            party = by_start.get(_skip_article(low, end))
            if party is None:
                return None
            filled.append(Filled(part[0], party, "modifier"))
            end = party.end
        else:
            gap = 1 if low[end : end + 1] == " " else 0
            stop = end + gap + len(part)
            if low[end + gap : stop] != part or (not gap and joins(part[0])):
                return None
            if stop < len(low) and joins(low[stop]) and joins(part[-1]):
                return None
            end = stop
    return start, end, filled


def _ending_before(low: str, start: int, by_end: dict[int, Named]) -> Named | None:
    """Return the party whose name stands right before a position, possessive or "-led"."""
    for glue in _BEFORE:
        at = start - len(glue)
        party = by_end.get(at)
        if party is not None and low[at:start] == glue:
            return None if party.people and glue == " " else party
    return None


def _skip_article(low: str, end: int) -> int:
    if low[end : end + 1] == " ":
        end += 1
    return end + 4 if low[end : end + 4] == "the " else end


def bind(
    plan: Plan,
    low: str,
    span: tuple[int, int],
    filled: Sequence[Filled],
    named: Sequence[Named],
) -> list[Filled | None]:
    """Fill every slot of a plan, in its order; None is an unbound slot.

    What grammar fills comes first for all slots, so that the nearest party is sought only for
    what is left, and never one that already fills another slot of the same mention.
    """
    done = {each.slot: each for each in filled}
    used = {each.named for each in filled}
    open_slots = [slot for slot in plan.slots if slot not in done]
    for slot in open_slots:
        party = _after(low, span[1], _prepositions(plan, slot), named, used)
        if party is None and _takes(plan, slot, "modifier"):
            party = _modifier(low, span, named, used)
        if party is not None:
            done[slot] = Filled(slot, party, "modifier")
            used.add(party)
    for slot in open_slots:
        if slot not in done and _takes(plan, slot, "nearest"):
            party = _nearest(span, named, used)
            if party is not None:
                done[slot] = Filled(slot, party, "nearest")
                used.add(party)
    return [done.get(slot) for slot in plan.slots]


def _takes(plan: Plan, slot: str, way: str) -> bool:
    """Tell whether a slot may be filled in some way: as the file says, else the first slot may."""
    said: bool | None = getattr(plan.rules.get(slot, _NO_RULE), way)
    return slot == plan.slots[0] if said is None else said


def _prepositions(plan: Plan, slot: str) -> tuple[str, ...]:
    rule = plan.rules.get(slot, _NO_RULE)
    if rule.after:
        return rule.after
    if len(plan.slots) == 1:
        return ("of", "by")
    return ("by",) if slot == plan.slots[0] else ("of", "on", "against")


def _after(
    low: str, end: int, prepositions: Sequence[str], named: Sequence[Named], used: set[Named]
) -> Named | None:
    """Return the party that a preposition right after the mention introduces."""
    for word in prepositions:
        if low.startswith(f" {word} ", end):
            at = _skip_article(low, end + len(word) + 1)
            for each in named:
                if each.start == at and each not in used:
                    return each
    return None


def _modifier(
    low: str, span: tuple[int, int], named: Sequence[Named], used: set[Named]
) -> Named | None:
    """Return the party named inside the mention, or right before it as its modifier."""
    start, end = span
    for each in named:
        if start <= each.start and each.end <= end and each not in used:
            return each
    party = _ending_before(low, start, {each.end: each for each in named})
    return None if party in used else party


def _nearest(span: tuple[int, int], named: Sequence[Named], used: set[Named]) -> Named | None:
    """Return the party fewest characters away; one before the mention wins a tie."""
    taken = {each.party for each in used}
    best: tuple[int, Named] | None = None
    for each in named:
        if each.party in taken:
            continue
        gap = max(span[0] - each.end, each.start - span[1], 0)
        if best is None or gap < best[0]:
            best = gap, each
    return None if best is None else best[1]


def as_binding(slot: str, direction: int, filled: Filled | None, start: int, end: int) -> Binding:
    """Write one slot's filling as the record other rooms read."""
    if filled is None:
        return Binding(slot, None, direction, None, None, "unbound")
    return Binding(slot, filled.named.party, direction, start, end, filled.rule)
