"""Who fills the slots of a mention: what its own words name, then what grammar names.

A slot's role says which places of grammar count for it. What two readings are left for, and what
only stands near, fills nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from framing.lexicon import Office
from framing.matching import grammar
from framing.matching.aliases import Named
from framing.matching.entries import Plan, SlotPlan
from framing.matching.grammar import Owner
from framing.matching.scene import Scene
from framing.matching.templates import Filled, name_at
from framing.matching.wordclasses import (
    AUXILIARIES,
    CLOSED,
    DETERMINERS,
    ORGANS,
    OWN,
    PREPOSITIONS,
    RELATIVES,
    is_adjective,
    is_adverb,
)

__all__ = ["Bound", "Mention", "bind", "stands_for"]

_LOYAL = ("of", "from", "for")  # "fighters from Hamas" are Hamas's
_Offices: TypeAlias = Mapping[str, Sequence[Office]]


class Bound(NamedTuple):
    """The number of a slot, the party that fills it, and the rule by which it does."""

    slot: int
    party: Named
    rule: str


class Mention(NamedTuple):
    """One place of a naming in its sentence; `part` is ``verb``, ``either`` or empty (a noun)."""

    scene: Scene
    start: int
    end: int
    part: str
    date: str | None


def bind(plan: Plan, mention: Mention, filled: Sequence[Filled], offices: _Offices) -> list[Bound]:
    """Fill the slots of a plan as far as the mention's own sentence tells who fills them.

    Parties beside the first of a slot ("Varenian and Ostlandic troops") come last.
    """
    by_name = dict(filled)
    reading = _Verb(mention) if _is_verb(mention) else _Noun(mention, plan)
    firsts: list[Bound] = []
    others: list[Bound] = []
    for at, slot in enumerate(plan.slots):
        if slot.fixed is not None:
            party = Named(mention.start, mention.end, slot.fixed, False, False, "")
            firsts.append(Bound(at, party, "fixed"))
            continue
        said = by_name.get(slot.name)
        fitting = [] if said is None else _fitting(slot, [said], mention, offices)
        rule = "modifier"
        if not fitting:
            found, rule = reading.fill(slot)
            if slot.plain:
                found = found or _plainly(slot, mention)
                rule = "modifier"
            fitting = _fitting(slot, found, mention, offices)
        if not fitting:
            continue
        if rule == "modifier" and fitting[0].start <= mention.start:
            fitting += grammar.joined_before(mention.scene, fitting[0])
        seen = {fitting[0].party}
        firsts.append(Bound(at, fitting[0], rule))
        for party in fitting[1:]:
            if party.party not in seen:
                seen.add(party.party)
                others.append(Bound(at, party, rule))
    firsts += _by_office(plan, firsts, mention, offices)
    firsts += _nearest(plan, firsts, mention)
    return firsts + others


def stands_for(slot: SlotPlan, party: Named, date: str | None, offices: _Offices) -> Named | None:
    """Return a party as a slot takes it: itself, the state that a leader leads, or None."""
    if not slot.kinds or not party.kind or party.kind in slot.kinds:
        return party
    if party.kind != "person" or "state" not in slot.kinds:
        return None
    state = _led(party.party, date, offices, past=slot.role == "holder")
    return None if state is None else party._replace(party=state)


def _led(person: str, date: str | None, offices: _Offices, *, past: bool) -> str | None:
    """Return the state that a person led on a day; with `past`, or ever before."""
    best: str | None = None
    for office in offices.get(person, ()):
        began = date is None or office.since is None or office.since <= date
        ended = date is not None and office.until is not None and office.until < date
        if began and (past or not ended):
            best = office.state
    return best


def _plainly(slot: SlotPlan, mention: Mention) -> list[Named]:
    """Return the party named right after a preposition, whatever it goes on to modify."""
    scene, end = mention.scene, mention.end
    for word in slot.after:
        if scene.low.startswith(f" {word} ", end):
            party = name_at(scene.low, end + len(word) + 2, scene.named)
            return [] if party is None else [party]
    return []


def _fitting(
    slot: SlotPlan, parties: Sequence[Named], mention: Mention, offices: _Offices
) -> list[Named]:
    """Return the parties that a slot takes, as it takes them; people are never their state."""
    found: list[Named] = []
    for party in parties:
        if slot.role == "member" and party.kind == "state" and "state" not in slot.kinds:
            continue
        taken = stands_for(slot, party, mention.date, offices)
        if taken is not None:
            found.append(taken)
    return found


def _by_office(
    plan: Plan, firsts: Sequence[Bound], mention: Mention, offices: _Offices
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


def _is_verb(mention: Mention) -> bool:
    """Tell whether a form that may be a verb is one where it stands."""
    scene, start, end, part, _ = mention
    if not part:
        return False
    text = scene.low[start:end]
    before = scene.before(start)
    word = "" if before is None else before[2]
    if word in AUXILIARIES or word in RELATIVES or word == "to" or (word and is_adverb(word)):
        return True
    if word in DETERMINERS or word in OWN or word in ("'s", "'"):
        return text.endswith("ed")
    after = scene.after(end)
    follows = "" if after is None else after[2]
    if part == "verb":
        return not (text.endswith("ing") and (follows == "of" or (word and is_adjective(word))))
    if before is None or follows in ("of", "by", "against"):
        return False
    acts = before[3] is not None and not before[3].adjective
    return (
        (acts or word in ORGANS)
        and after is not None
        and (
            after[3] is not None
            or follows in DETERMINERS
            or follows in OWN
            or (text.endswith("s") and bool(follows) and follows not in CLOSED)
        )
    )


_Found: TypeAlias = tuple[list[Named], str]
_NONE: _Found = ([], "")


class _Verb:
    """A verb's places: its subject, its object, what "by" and other prepositions introduce."""

    def __init__(self, mention: Mention) -> None:
        self.scene, self.start, self.end, _, _ = mention
        text = self.scene.low[self.start : self.end]
        self.subject = grammar.subject(self.scene, self.start, gerund=text.endswith("ing"))
        self.passive = self.subject.passive and not text.endswith("ing")
        if not self.passive and not text.endswith(("ing", "s")):
            after = self.scene.after(self.end)
            self.passive = after is not None and after[2] == "by"

    def fill(self, slot: SlotPlan) -> _Found:
        """Return who fills a slot, and the rule."""
        if slot.role == "patient":
            if self.passive:
                return self.subject.parties, "subject"
            found = grammar.noun_phrase(self.scene, self.end, people=True)[0]
            return (found, "object") if found else self._after(slot)
        if slot.role == "place":
            return self._after(slot)
        if self.passive:
            return grammar.agent_by(self.scene, self.end), "modifier"
        return self.subject.parties, "subject"

    def _after(self, slot: SlotPlan) -> _Found:
        found = grammar.prepositional(self.scene, self.end)
        return next(((found[word], "modifier") for word in slot.after if found.get(word)), _NONE)


class _Noun:
    """A noun's places: who owns it, what prepositions introduce, who does or is it."""

    def __init__(self, mention: Mention, plan: Plan) -> None:
        self.scene, self.start, self.end, _, _ = mention
        self.whole = mention
        self.after = grammar.prepositional(self.scene, self.end)
        self.owner = self._inside() or grammar.owner(self.scene, self.start)
        self.suffers = any(slot.role == "patient" and slot.compound for slot in plan.slots)
        self.ways: dict[str, Callable[[SlotPlan], _Found]] = {
            "agent": self._agent,
            "patient": self._patient,
            "holder": self._holder,
            "member": self._member,
            "place": self._holder,
        }

    def fill(self, slot: SlotPlan) -> _Found:
        """Return who fills a slot, and the rule."""
        for word in slot.after:
            if self.after.get(word):
                return self.after[word], "modifier"
        return self.ways[slot.role](slot) if slot.modifier else _NONE

    def _inside(self) -> Owner | None:
        """Return the party named by the mention's own words, unless a preposition governs it."""
        named = self.scene.named
        at = bisect_left(named, (self.start,))
        if at == len(named) or named[at].end > self.end:
            return None
        party = named[at]
        before = self.scene.before(party.start)
        if before is not None and before[0] >= self.start and before[2] in DETERMINERS:
            before = self.scene.before(before[0])
        if before is not None and before[0] >= self.start and before[2] in PREPOSITIONS:
            found = grammar.noun_phrase(self.scene, before[1], people=True)[0]
            self.after.setdefault("of" if before[2] == "to" else before[2], found)
            return None
        if self.scene.low.startswith(("'s ", "' "), party.end):
            return Owner(party, "possessive", party.start)
        verb = self.scene.after(party.end)
        acts = verb is not None and verb[2].endswith("ed")
        manner = "adjective" if acts or party.adjective else "name"
        return None if party.people else Owner(party, manner, party.start)

    def _owned(self, *manners: str) -> _Found:
        """Return the owner if it is named in one of some manners, or by a pronoun."""
        whose = self.owner
        if whose is None:
            return _NONE
        if whose.party is not None:
            return ([whose.party], "modifier") if whose.manner in manners else _NONE
        party = grammar.antecedent(self.scene, whose)
        return _NONE if party is None else ([party], "pronoun")

    def _is_victims(self) -> bool:
        """Tell whether the owner is the one it was done to: "the engineer's murder"."""
        whose = self.owner
        return (
            self.suffers
            and whose is not None
            and whose.manner == "possessive"
            and whose.party is not None
            and whose.party.kind == "person"
            and "of" not in self.after
        )

    def _agent(self, slot: SlotPlan) -> _Found:
        whose = self.owner
        if not self._is_victims():
            named = (
                whose is not None
                and whose.party is not None
                and (whose.party.kind not in ("", "state"))
            )
            manners = ("possessive", "adjective", "led", *(("name",) if named else ()))
            if named and self.suffers and whose is not None and whose.manner == "name":
                manners = ()
            found = self._owned(*manners)
            if found[0]:
                return found
        return grammar.doer(self.scene, self.start), "subject"

    def _patient(self, slot: SlotPlan) -> _Found:
        if self._is_victims():
            return self._owned("possessive")
        if slot.compound and self.owner is not None and self.owner.manner == "name":
            return self._owned("name")
        return _NONE

    def _holder(self, slot: SlotPlan) -> _Found:
        return self._owned("possessive", "adjective", "name", "led")

    def _member(self, slot: SlotPlan) -> _Found:
        found = grammar.named_as(self.scene, self.start, self.end)
        if found:
            return found, "apposition"
        whose = self.owner
        if whose is None or whose.party is None:
            return _NONE
        if whose.party.kind == "state" and "state" not in slot.kinds:
            return self._people(slot, whose)
        return self._owned("name", "adjective", "possessive")

    def _people(self, slot: SlotPlan, whose: Owner) -> _Found:
        """Return a group that is named by its people's demonym alone: "Varenian rebels"."""
        party = whose.party
        text = self.scene.low[self.start : self.end]
        if party is None or not party.adjective or not text.endswith("s"):
            return _NONE
        if "group" not in slot.kinds or whose.manner != "adjective":
            return _NONE
        words = self.scene.cased[party.start : self.end]
        return [Named(party.start, self.end, words, True, False, "group")], "modifier"
