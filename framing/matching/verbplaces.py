"""A mention in its sentence, and the places of one that is a verb."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from framing.language.bindingwords import REJECTING, WHEN_ALONE, WHERE_OR_WHEN
from framing.language.clitics import POSSESSIVE_MARKS
from framing.language.closed import NUMBERS
from framing.language.partywords import CIVILIANS, TITLES
from framing.language.wordclasses import (
    AUXILIARIES,
    BE,
    BREAKS,
    CLOSED,
    DETERMINERS,
    OBJECTS,
    OWN,
    PREPOSITIONS,
    RELATIVES,
    TIMES,
    is_adverb,
)
from framing.matching.aliases import Named
from framing.matching.doers import heading, subject
from framing.matching.nounphrases import noun_phrase
from framing.matching.owners import owner
from framing.matching.possessives import antecedent
from framing.matching.prepositions import agent_by, counted, counted_before, prepositional
from framing.matching.pronouns import pronoun_party
from framing.matching.scene import Scene, Unit
from framing.matching.slotplans import SlotPlan
from framing.matching.unlisted import after_calling, unlisted

__all__ = ["NONE", "Filling", "Mention", "VerbPlaces", "of_no_list"]


class Mention(NamedTuple):
    """One place of a naming in its sentence; `part` is ``verb``, ``either`` or empty (a noun)."""

    scene: Scene
    start: int
    end: int
    part: str
    date: str | None


Filling: TypeAlias = tuple[list[Named], str]
NONE: Filling = ([], "")


def _is_shortened(scene: Scene, at: int, end: int, follows: str) -> bool:
    """Tell whether a participle stands for a passive: "Villagers *massacred* in church"."""
    before = scene.before(at)
    if before is not None and before[2] in AUXILIARIES:
        return False
    if follows not in ("that", "this", "last"):
        return follows in WHERE_OR_WHEN or follows in WHEN_ALONE
    determiner = scene.after(end)
    time = None if determiner is None else scene.after(determiner[1])
    return time is not None and time[2] in TIMES


def of_no_list(scene: Scene, at: int, slot: SlotPlan) -> list[Named]:
    """Return whom a place names that no list holds: people counted, one by a full name."""
    one = slot.compound or "person" in slot.kinds
    found = counted(scene, at)
    if found or not one:
        return found
    return unlisted(scene, at) or after_calling(scene, at)


def _suffering(scene: Scene, at: int) -> list[Named]:
    """Return whose people a passive's subject are: "Ostlandic *villagers* were Ved"."""
    unit = scene.before(at)
    while unit is not None and (unit[2] in AUXILIARIES or is_adverb(unit[2])):
        unit = scene.before(unit[0])
    if unit is None or unit[2] not in CIVILIANS:
        return []
    whose = owner(scene, unit[0])
    if whose is None or whose.party is None or whose.manner != "adjective":
        return []
    opening = scene.before(whose.start)
    while opening is not None and (
        opening[2] in DETERMINERS or opening[2].isdigit() or opening[2] in NUMBERS
    ):
        opening = scene.before(opening[0])
    governed = opening is not None and (
        opening[2] in PREPOSITIONS or opening[2] in POSSESSIVE_MARKS
    )
    return [] if governed else [whose.party]


def _is_owned_noun(scene: Scene, mention: Mention) -> bool:
    """Tell whether a participle stands before a noun that somebody has: "Fenn's *botched* plan"."""
    before, after = scene.before(mention.start), scene.after(mention.end)
    owned = before is not None and (before[2] in OWN or before[2] in POSSESSIVE_MARKS)
    return owned and after is not None and after[3] is None and after[2] not in CLOSED


class VerbPlaces:
    """A verb's places: its subject, its object, what "by" and other prepositions introduce."""

    def __init__(self, mention: Mention, *, harms: bool = False) -> None:
        self.scene, self.start, self.end, _, _ = mention
        text = self.scene.low[self.start : self.end]
        self.owned = not harms and text.endswith("ed") and _is_owned_noun(self.scene, mention)
        self.ahead = self.scene.names_after(self.end)
        gerund = text.partition(" ")[0].endswith("ing") or text.endswith("ing")
        self.subject = subject(self.scene, self.start, gerund=gerund)
        active = gerund and not text.startswith("being ")
        first, _, others = text.partition(" ")
        told = first in BE and not gerund and others.endswith(("ed", "en"))  # "*was murdered*"
        self.passive = (self.subject.passive or told) and not active
        if not (self.passive or active) and text.partition(" ")[0].endswith(("ed", "en")):
            short = self.scene.before(self.start)
            follows = self.scene.after(self.end)
            bare = follows is None or follows[2] in CLOSED - DETERMINERS - OWN - OBJECTS
            self.passive = short is not None and short[2] == "'s" and bare  # "once he's *Ved* of"
        self.relative = None if self.passive else self._opening_relative()
        if not self.passive and self.relative is None and not text.endswith(("ing", "s")):
            after = self.scene.after(self.end)
            if after is not None and is_adverb(after[2]):
                after = self.scene.after(after[1]) or after  # "*Ved twice* by"
            first, _, others = text.partition(" ")
            whole = others.partition(" ")[0] in OWN | DETERMINERS  # "*abused his office* by Ving"
            self.passive = after is not None and (
                (after[2] == "by" and not whole)
                or (harms and _is_shortened(self.scene, self.start, self.end, after[2]))
            )

    def done_by_another(self) -> bool:
        """Say no: what a verb's own words name does it, whoever else is named by "by"."""
        return False

    def is_entered(self) -> bool:
        """Say no: a verb's subject does what it says."""
        return False

    def fill(self, slot: SlotPlan) -> Filling:
        """Return who fills a slot, and the rule."""
        if slot.role == "patient":
            if self.passive:
                return self._sufferers(), "subject"
            if self.relative is not None:
                return self._told_of(self.relative), "object"
            if not self.ahead:
                return self._meant() or of_no_list(self.scene, self.end, slot), "object"
            found = self._meant() or noun_phrase(self.scene, self.end, people=True)[0]
            found = found or of_no_list(self.scene, self.end, slot)
            return (found, "object") if found else self._after(slot)
        if slot.role == "place":
            return self._after(slot)
        if slot.role == "member" and not self.passive:
            after = self.scene.after(self.end)
            if after is not None and (after[3] is not None or after[2] in DETERMINERS):
                return NONE  # of "they martyred the pilot" the martyr is the pilot
        if slot.role == "agent" and self.owned:
            whose = owner(self.scene, self.start)
            if whose is not None:
                mine = antecedent(self.scene, whose) if whose.party is None else whose.party
                return ([] if mine is None else [mine]), "modifier"  # "*Fenn's* botched plan"
        if self.passive and slot.role in ("member", "holder"):
            return self.subject.parties, "subject"  # "they are united behind the plan"
        if self.passive:
            return (agent_by(self.scene, self.end), "modifier") if self.ahead else NONE
        if self.scene.low.startswith(REJECTING, self.start):
            return NONE  # who "rejected the claim" has not made it
        return self.subject.parties, "subject"

    def _sufferers(self) -> list[Named]:
        """Return who suffers what a passive says: its subject, or whom it tells more of.

        "Ostland, *Ved by Varenia*, asked for help".
        """
        if self.subject.parties:
            return self.subject.parties
        comma = self.scene.before(self.start)
        if comma is not None and comma[2] == ",":
            head = self.scene.before(comma[0])
            if head is not None and head[3] is not None:
                return heading(self.scene, head)
        return _suffering(self.scene, self.start) or counted_before(self.scene, self.start)

    def _opening_relative(self) -> Unit | None:
        """Return the pronoun that is a relative clause's object: "Orlow, *whom* Fenn V in May"."""
        after = self.scene.after(self.end)
        ends = after is None or after[2] in PREPOSITIONS or after[2] in BREAKS or after[2] == ","
        time = None if ends or after is None or after[3] else self.scene.after(after[1])
        ends = ends or (time is not None and time[2] in TIMES)  # "whom Fenn V *last month*"
        if not ends or len(self.subject.parties) != 1:
            return None
        unit = self.scene.before(self.subject.parties[0].start)
        while unit is not None and unit[2] in TITLES:
            unit = self.scene.before(unit[0])
        if unit is None or not (unit[2] in RELATIVES or unit[2] == "whom"):
            return None
        return unit

    def _told_of(self, relative: Unit) -> list[Named]:
        """Return for whom a relative pronoun stands: "*Orlow*, whom Fenn V"."""
        head = self.scene.before(relative[0])
        if head is not None and head[2] == ",":
            head = self.scene.before(head[0])
        return [] if head is None or head[3] is None or head[3].adjective else [head[3]]

    def _meant(self) -> list[Named]:
        """Return whom a pronoun as the object stands for, who is not the subject: "Ved *it*"."""
        unit = self.scene.after(self.end)
        if unit is None or unit[2] not in OBJECTS or not self.subject.parties:
            return []
        party = pronoun_party(self.scene, unit[0], unit[2], but=self.subject.parties)
        return [] if party is None else [party]

    def _after(self, slot: SlotPlan) -> Filling:
        found = prepositional(self.scene, self.end)
        return next(((found[word], "modifier") for word in slot.after if found.get(word)), NONE)
