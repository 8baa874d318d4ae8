"""Who fills the slots of a mention: what its own words name, then what grammar names.

A slot's role says which places of grammar count for it. What two readings are left for, and what
only stands near, fills nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from framing.language.bindingwords import AFTER_OWNER, IN_OFFICE
from framing.language.boundwords import CAMPAIGNS
from framing.language.clitics import POSSESSIVE_MARKS
from framing.lexicon import Office
from framing.matching.aliases import Named
from framing.matching.entries import Plan
from framing.matching.owners import joined_before
from framing.matching.places import Reading, places_of
from framing.matching.slotplans import SlotPlan
from framing.matching.templates import Filled, name_at
from framing.matching.verbplaces import NONE, Filling, Mention

__all__ = ["Bound", "Offices", "bind", "by_office", "settled", "stands_for"]

Offices: TypeAlias = Mapping[str, Sequence[Office]]
_new = tuple.__new__  # building a NamedTuple this way halves the time it takes
_NOTHING: Mapping[str, Named] = {}


class Bound(NamedTuple):
    """The number of a slot, the party that fills it, and the rule by which it does."""

    slot: int
    party: Named
    rule: str


def settled(plan: Plan, start: int, end: int) -> list[Bound]:
    """Fill the slots of a plan whose words alone say who fills each."""
    return [_fixed(at, slot.fixed or "", start, end) for at, slot in enumerate(plan.slots)]


def _fixed(slot: int, party: str, start: int, end: int) -> Bound:
    return _new(Bound, (slot, _new(Named, (start, end, party, False, False, "")), "fixed"))


def bind(plan: Plan, mention: Mention, filled: Sequence[Filled], offices: Offices) -> list[Bound]:
    """Fill the slots of a plan as far as the mention's own sentence tells who fills them.

    Parties beside the first of a slot ("Varenian and Ostlandic troops") come last.
    """
    by_name = dict(filled) if filled else _NOTHING
    reading = places_of(mention, plan)
    firsts: list[Bound] = []
    others: list[Bound] = []
    for at, slot in enumerate(plan.slots):
        if slot.fixed is not None:
            firsts.append(_fixed(at, slot.fixed, mention.start, mention.end))
            continue
        fitting, rule = _filling(plan, slot, mention, by_name, reading, offices)
        if not fitting:
            continue
        if rule == "modifier" and fitting[0].start <= mention.start:
            fitting += joined_before(mention.scene, fitting[0])
        seen = {fitting[0].party}
        firsts.append(_new(Bound, (at, fitting[0], rule)))
        for party in fitting[1:]:
            if party.party not in seen:
                seen.add(party.party)
                others.append(Bound(at, party, rule))
    if plan.led and firsts:
        firsts += by_office(plan, firsts, mention, offices)
    if plan.nearest:
        firsts += _nearest(plan, firsts, mention)
    return firsts + others


def _filling(
    plan: Plan,
    slot: SlotPlan,
    mention: Mention,
    by_name: Mapping[str, Named],
    reading: Reading,
    offices: Offices,
) -> Filling:
    """Return who fills a slot, by a mention's own words or by grammar, and the rule."""
    said = by_name.get(slot.name) if by_name else None
    if said is not None:
        if slot.role == "patient" and _goes_on(said, mention):
            return NONE  # "Ostland's liberation *war*" frees it, or is its own
        if _is_no_filler(plan, slot, said, mention, reading):
            said = None
    fitting = [] if said is None else _fitting(slot, [said], mention, offices)
    rule = "modifier"
    if not fitting:
        found, rule = reading.fill(slot)
        if by_name and found and slot.role == "agent" and found[0] in by_name.values():
            return NONE  # whose liberation it is has not done it
        if slot.plain:
            found = found or _plainly(slot, mention)
            rule = "modifier"
        if not found:
            return NONE
        fitting = _fitting(slot, found, mention, offices, said=rule == "apposition")
    heads = slot.recalls and slot.role == "agent" and plan.harms
    if not fitting or (heads and fitting[0].party in offices):
        return NONE  # "Orlow's witch hunt": a head of state's own, or the one against him
    return fitting, rule


def _is_no_filler(
    plan: Plan, slot: SlotPlan, said: Named, mention: Mention, reading: Reading
) -> bool:
    """Tell whether the party that a mention's own words name for a slot does not fill it."""
    if slot.role == "member":
        return said.kind in ("person", "body")  # "Orlov's terrorist" is not Orlov
    if slot.role != "agent":
        return False
    if plan.suffers and _is_bare(said, mention):
        return not mention.scene.low.startswith(AFTER_OWNER, mention.end)  # "the Ostland invasion"
    # "Varenia's Ostlandic invasion", "Ostland's invasion by Varenia"
    return _is_anothers(said, mention) or reading.done_by_another() or reading.is_entered()


def stands_for(
    slot: SlotPlan, party: Named, date: str | None, offices: Offices, *, past: bool = False
) -> Named | None:
    """Return a party as a slot takes it: itself, the state that it leads or acts for, or None.

    A state is his whose it is, and with `past` his that acts, after his office as well.
    """
    if not slot.kinds or not party.kind or party.kind in slot.kinds:
        return party
    if party.kind not in ("person", "body") or "state" not in slot.kinds:
        return None
    state = _led(party.party, date, offices, past=past or slot.role == "holder")
    return None if state is None else party._replace(party=state)


def _led(person: str, date: str | None, offices: Offices, *, past: bool) -> str | None:
    """Return the state that a person led on a day; with `past`, or ever before."""
    best: str | None = None
    for office in offices.get(person, ()):
        began = date is None or office.since is None or office.since <= date
        ended = date is not None and office.until is not None and office.until < date
        if began and (past or not ended):
            best = office.state
    return best


def _is_bare(party: Named, mention: Mention) -> bool:
    """Tell whether a state's bare name stands before a noun: "Ostland N", no "Ostlandic N"."""
    if party.adjective or party.kind not in ("", "state"):
        return False
    return not mention.scene.low.startswith(("'", " led "), party.end)


def _is_anothers(party: Named, mention: Mention) -> bool:
    """Tell whether another's name owns a noun: "*Varenia's* Ostlandic N", "*Fenn's* Orlow N"."""
    if not party.adjective and party.kind != "person":
        return False
    unit = mention.scene.before(party.start)
    whose = (
        None if unit is None or unit[2] not in POSSESSIVE_MARKS else mention.scene.before(unit[0])
    )
    return whose is not None and whose[3] is not None


def _goes_on(party: Named, mention: Mention) -> bool:
    """Tell whether what a party before a form is said to suffer only names an undertaking."""
    if party.start > mention.start:
        return False
    following = mention.scene.after(mention.end)
    return following is not None and following[2] in CAMPAIGNS


def _plainly(slot: SlotPlan, mention: Mention) -> list[Named]:
    """Return the party named right after a preposition, whatever it goes on to modify."""
    scene, end = mention.scene, mention.end
    for word in slot.after:
        if scene.low.startswith(f" {word} ", end):
            party = name_at(scene.low, end + len(word) + 2, scene.named)
            return [] if party is None else [party]
    return []


def _fitting(
    slot: SlotPlan,
    parties: Sequence[Named],
    mention: Mention,
    offices: Offices,
    *,
    said: bool = False,
) -> list[Named]:
    """Return the parties that a slot takes, as it takes them; people are never their state.

    A state that is `said` to be something is so where the slot takes all kinds.
    """
    found: list[Named] = []
    for party in parties:
        of_state = party.kind == "state" or (slot.kinds and not party.kind and party.adjective)
        named_so = said and not slot.kinds and not (party.adjective or party.people)
        if slot.role == "member" and of_state and "state" not in slot.kinds and not named_so:
            continue
        if slot.role == "member" and _is_of_faith(party) and "faith" not in slot.kinds:
            continue  # "a Christian N" is one of them
        past = mention.scene.low.startswith(IN_OFFICE, party.end)
        taken = stands_for(slot, party, mention.date, offices, past=past)
        if taken is not None:
            found.append(taken)
    return found


def _is_of_faith(party: Named) -> bool:
    return party.kind == "faith" and party.adjective


def by_office(
    plan: Plan, firsts: Sequence[Bound], mention: Mention, offices: Offices
) -> list[Bound]:
    """Fill the state's slot from the person who is said to lead it."""
    taken = {each.slot for each in firsts}
    persons = [each.party for each in firsts if each.party.kind == "person"]
    if len(persons) != 1:
        return []
    for at, slot in enumerate(plan.slots):
        if at not in taken and slot.role == "holder" and slot.kinds == {"state"}:
            state = stands_for(slot, persons[0], mention.date, offices)
            if state is not None:
                return [Bound(at, state, "office")]
    return []


def _nearest(plan: Plan, firsts: Sequence[Bound], mention: Mention) -> list[Bound]:
    """Guess by nearness where a file asks for it; a party takes one slot only."""
    taken = {each.slot for each in firsts}
    used = {each.party.party for each in firsts}
    found: list[Bound] = []
    for at, slot in enumerate(plan.slots):
        if slot.nearest and at not in taken:
            party = _next_to(mention, used)
            if party is not None:
                used.add(party.party)
                found.append(Bound(at, party, "nearest"))
    return found


def _next_to(mention: Mention, used: set[str]) -> Named | None:
    """Return the free party fewest characters away; the one that stands first wins a tie."""
    named = mention.scene.named
    at = bisect_left(named, (mention.start,))
    before = next((named[i] for i in range(at - 1, -1, -1) if named[i].party not in used), None)
    after = next((named[i] for i in range(at, len(named)) if named[i].party not in used), None)
    if before is None or after is None:
        return before or after
    return after if after.start - mention.end < mention.start - before.end else before
