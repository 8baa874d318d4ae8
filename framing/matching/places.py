"""The places of a naming in its sentence, as a verb or as a noun, and who stands in each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TypeAlias

from framing.language.bindingwords import ITS_WORST, OF_HIS, TO_WHOM
from framing.language.boundwords import BEFALLEN_ENDS, MASSACRES, VICTIMS
from framing.language.closed import ARTICLES, INDEFINITE_ARTICLES
from framing.language.partywords import OF_OTHERS, PEOPLES_ENDS, RELATIONS
from framing.language.roleverbs import SUPERLATIVES, UNDERTAKINGS
from framing.language.wordclasses import (
    ABOUT,
    BE,
    CLOSED,
    DETERMINERS,
    HELD,
    OBJECTS,
    OWN,
    PERSONAL,
    PREPOSITIONS,
    SUBJECTS,
    TIMES,
    is_adjective,
    is_adverb,
    is_doer,
    is_quality,
)
from framing.matching.agents import doer, done_by, fronting, keeper, of_campaign
from framing.matching.aliases import Named
from framing.matching.asverbs import has_object, is_verb, past_opening
from framing.matching.befalling import brought_down, charged, is_charge, struck
from framing.matching.beside import given_as_examples
from framing.matching.doers import heading
from framing.matching.entries import Plan
from framing.matching.namingverbs import is_said, owner_named_as
from framing.matching.nounphrases import is_one_member, noun_phrase
from framing.matching.nounwords import is_entered, is_laid_on, is_like_owner, is_verbal
from framing.matching.owners import Owner, owner, paired
from framing.matching.possessives import antecedent
from framing.matching.predication import in_state, named_as
from framing.matching.prepositions import (
    BROUGHT_BY,
    is_of_passive,
    placed,
    prepositional,
)
from framing.matching.scene import has_operator
from framing.matching.slotplans import SlotPlan
from framing.matching.unlisted import called_unlisted
from framing.matching.verbplaces import NONE, Filling, Mention, VerbPlaces, of_no_list

__all__ = ["Mention", "Reading", "places_of"]

_OWNED = tuple(f"{word} " for word in sorted(OWN))  # "*his* lies"
_OPENING = (*(f"{word} " for word in sorted(SUBJECTS)), "who ")  # "*he* lied"
_YIELD = ("patient", "place")
"""Roles that leave "of" to the slot that says whose a noun is or who it is."""
_FEW = 40  # characters before a noun in which "its" is looked for


def places_of(mention: Mention, plan: Plan) -> Reading:
    """Return the places of a mention, as what it is where it stands."""
    scene, start, end, part, _ = mention
    if is_verb(scene, start, end, part):
        return VerbPlaces(mention, harms=plan.harms)
    return _Noun(mention, plan)


class _Noun:
    """A noun's places: who owns it, what prepositions introduce, who does or is it."""

    __slots__ = (
        "after", "ahead", "behind", "clause", "end", "following", "harms", "owner", "roles",
        "scene", "slots", "sought", "start", "suffers", "text",
    )  # fmt: skip

    def __init__(self, mention: Mention, plan: Plan) -> None:
        scene, start, end, _, _ = mention
        low, named = scene.low, scene.named
        if low[start] in "aiwb":
            start = past_opening(scene, start, end)
        self.scene, self.start, self.end = scene, start, end
        text = self.text = low[start:end]
        self.suffers, self.harms, self.roles = plan.suffers, plan.harms, plan.roles
        self.slots, self.following = plan.slots, scene.after(end)
        self.ahead = scene.names_after(end) or low.startswith(OF_HIS, end)
        self.after = prepositional(scene, self._phrase_end()) if self.ahead else {}
        if self.ahead and text.endswith(" of"):
            self.after = {"of": noun_phrase(scene, end, people=True)[0]}  # "a pawn *of* Fenn"
        self.behind = scene.names_before(start) or self._has_its()
        # "the woman who accused": whoever is named next suffers it, and is not she
        self.clause = " who " in text
        # The party that the mention's own words name, else the one that modifies it.
        self.owner: Owner | None = None
        self.sought = low.startswith("the ", start)  # "their land and *the occupation*"
        if named:
            at = bisect_left(named, (start,))
            if at < len(named) and named[at].end <= end:
                self.owner = self._inside(named[at])
            elif at and start < named[at - 1].end < end:
                # "Ostlandic Party Ns", where the form begins with "party"
                self.owner = Owner(named[at - 1], "adjective", named[at - 1].start)
            self.sought = self.sought or self.owner is not None
        if low[start] in "ith" and low.startswith(_OWNED, start):
            word = text.partition(" ")[0]
            self.owner, self.sought = Owner(None, "pronoun", start, word), True

    def _phrase_end(self) -> int:
        """Return where the noun phrase ends: "a N *campaign* against Ostland"."""
        unit = self.following
        return unit[1] if unit is not None and unit[2] in UNDERTAKINGS else self.end

    def _has_its(self) -> bool:
        """Tell whether "its" may say whose what is named is, with nobody named before."""
        scene, start = self.scene, self.start
        return scene.low.find("its ", max(scene.first, start - _FEW), start) >= 0

    def fill(self, slot: SlotPlan) -> Filling:
        """Return who fills a slot, and the rule."""
        role = slot.role
        if self.after:
            for word in slot.after:
                found = self.after.get(word)
                if not found:
                    continue
                if word == "of" and role == "member" and self._is_of_another():
                    continue  # "a hater of Fenn" is not Fenn
                if word == "of" and role == "holder" and self._befalls():
                    continue  # "the occupation of Ostland" is not in its hands
                if word == "of" and role in _YIELD and self._is_told_by_of():
                    continue  # "the Ns of Hamas" are Hamas, and fight somebody else
                if word == "on" and role == "patient" and is_laid_on(self.scene, self.start):
                    continue  # "blamed the N *on* Fenn"
                if word == "by" and role == "agent" and self._is_of_the_verb():
                    continue  # "Fenn was called a N by Orlow"
                against = word == "against" and role == "patient"
                if against and is_charge(self.scene, self.start):
                    continue  # "allegations of N against Fenn" are not what befell him
                return found, "modifier"
            if role == "agent" and (one := self._between(slot) or self.after.get(BROUGHT_BY)):
                return one, "modifier"
        if not slot.modifier:
            return self._located(slot) if role == "place" else NONE
        if role != "patient" and not (self.behind or self.ahead or self.owner):
            return NONE
        if not self.sought:
            self.sought = True
            self.owner = owner(self.scene, self.start) if self.behind else None
        return _WAYS[role](self, slot)

    def _between(self, slot: SlotPlan) -> list[Named]:
        """Return the one of two sides that a slot takes: "*collusion* between X and a state"."""
        if next(iter(self.after)) != "between":
            return []  # "a probe *into* trade between X and Y"
        sides = self.after.get("between", [])
        found = [each for each in sides if not slot.kinds or each.kind in slot.kinds]
        return found if len(found) == 1 < len(sides) else []

    def _located(self, slot: SlotPlan) -> Filling:
        """Return where the sentence says that it happens: "Ostlandic troops died in Varenia".

        A state is in no place of its own: "in Ostland" says nothing of Ostlandic troops.
        """
        whose = None if self.owner is None or self.owner.party is None else self.owner.party.party
        place = placed(self.scene, (self.start, self.end), slot.after, whose)
        return NONE if place is None else ([place], "place")

    def _is_told_by_of(self) -> bool:
        """Tell whether another slot says whose a noun is, or who it is: "of" fills that one."""
        if self._befalls():
            return False
        return any(slot.role in ("member", "holder") and "of" in slot.after for slot in self.slots)

    def _befalls(self) -> bool:
        """Tell whether what is named is done to whom "of" introduces: "the *occupation of*"."""
        return self.text.endswith(("tion", "sion")) and {"holder", "patient"} <= self.roles

    def _is_of_the_verb(self) -> bool:
        """Tell whether "by" names who does the verb before a noun, and not what it names."""
        verb = is_said(self.scene, self.start) or is_of_passive(self.scene, self.start)
        return verb or has_object(self.scene, self.end)

    def _is_of_another(self) -> bool:
        """Tell whether a noun says what one is to another: "hater", "the *enemies of Ostland*"."""
        if any(each.start < self.end for each in self.after.get("of", ())):
            return True
        if self.text.endswith(" of"):
            return True  # who is "in the pocket of Fenn" is not Fenn
        ends = self.text.endswith(("er", "or", "ers", "ors"))
        return ends or self.text.rpartition(" ")[2] in OF_OTHERS

    def _inside(self, party: Named) -> Owner | None:
        """Return a party that the mention's own words name, unless a preposition governs it."""
        before = self.scene.before(party.start)
        determined = self.scene.low.startswith("the ", party.start)
        if before is not None and before[0] >= self.start and before[2] in DETERMINERS:
            determined, before = True, self.scene.before(before[0])
        inside = before is not None and before[0] >= self.start
        if determined and inside and before is not None and before[2] not in CLOSED:
            return None  # the "defund *the police* movement" is not theirs
        if before is not None and before[0] >= self.start and before[2] in PREPOSITIONS:
            found = noun_phrase(self.scene, before[1], people=True)[0]
            self.after.setdefault("of" if before[2] == "to" else before[2], found)
            return None
        verb = "" if before is None or before[0] < self.start else before[2]
        if party.end == self.end and verb.endswith(("ing", "ed")):
            return None  # "*defunding* the police" is not what the police do
        if self.scene.low.startswith(("'s ", "' "), party.end):
            return Owner(party, "possessive", party.start)
        if party.end == self.end and is_one_member(self.scene, party):
            return None  # "a Marxist Democrat" is one of them
        goes_on = self.scene.after(party.end)
        if goes_on is not None and goes_on[1] <= self.end and goes_on[2] in PREPOSITIONS:
            return None  # a "Democrat in name only" is said of somebody else
        acts = goes_on is not None and goes_on[2].endswith("ed")
        if party.kind == "person" and (party.start, party.end) == (self.start, self.end):
            return Owner(party, "itself", party.start)  # a nickname
        manner = "adjective" if acts or party.adjective else "name"
        if party.people:  # "good Catholics" are Catholics
            named_so = party.kind == "faith" and party.end == self.end
            return Owner(party, "itself", party.start) if named_so else None
        of_it = manner == "adjective" or party.kind in ("body", "person", "state")
        if of_it and party.start == self.start and self._is_anothers():
            return owner(self.scene, self.start)  # "Fenn's *Ostlandic N*" is his
        return Owner(party, manner, party.start)

    def _is_anothers(self) -> bool:
        """Tell whether a possessive stands before what is named."""
        unit = self.scene.before(self.start)
        if unit is not None and unit[2] == "'s":
            whose = self.scene.before(unit[0])
            return whose is None or not (whose[2] in TIMES or is_adverb(whose[2]))  # "*today's* N"
        return unit is not None and (unit[2] == "'" or unit[2] in OWN)

    def _owned(self, *manners: str) -> Filling:
        """Return the owner if it is named in one of some manners, or by a pronoun."""
        whose = self.owner
        if whose is None or self._is_of_relation():
            return NONE
        if whose.party is not None:
            return ([whose.party], "modifier") if whose.manner in manners else NONE
        party = antecedent(self.scene, whose)
        return NONE if party is None else ([party], "pronoun")

    def _is_of_relation(self) -> bool:
        """Tell whether a noun is said of somebody else whom its owner has: "his N *brother*"."""
        unit = self.following
        return unit is not None and unit[2] in RELATIONS and unit[0] == self.end + 1

    def done_by_another(self) -> bool:
        """Tell whether "by" names who does it, so that a possessive suffers it."""
        return bool(self.after.get("by"))

    def _is_told_apart(self) -> bool:
        """Tell whether "Ostlandic Ns" are of Ostland and "Ostland's Ns" in its hands: hostages."""
        return {"member", "agent"} <= self.roles

    def _is_victims(self) -> bool:
        """Tell whether the owner is the one it was done to: "the engineer's murder"."""
        whose = self.owner
        if whose is None:
            return False
        if self.done_by_another():
            return whose.manner == "possessive"
        if not self.suffers:
            return False
        befell = self.text.endswith(BEFALLEN_ENDS)
        his = whose.manner == "pronoun" and whose.word in ("his", "her") and befell
        named = whose.party is not None and whose.party.kind == "person"
        return (
            (his or (named and whose.manner == "possessive"))
            and not self._befalls_many()
            and "of" not in (self.after or prepositional(self.scene, self.end))
        )

    def _befalls_many(self) -> bool:
        """Tell whether a person's is that person's doing: "Fenn's *purge*"."""
        return self.text.rpartition(" ")[2] in MASSACRES

    def _is_somebodys(self, slot: SlotPlan) -> bool:
        """Tell whether a possessive may be the one it was done to: "his kidnapping"."""
        whose = self.owner
        if whose is not None and self.scene.low.startswith(ITS_WORST, whose.start):
            return True  # "*its worst* attack"
        if whose is None or not self.harms or slot.recalls or not TO_WHOM.isdisjoint(self.after):
            return False
        if self._befalls_many():
            return False
        if whose.manner == "pronoun":
            return whose.word in PERSONAL
        party = whose.party
        return party is not None and party.kind == "person" and whose.manner == "possessive"

    def _is_superlative(self) -> bool:
        """Tell whether a possessive may have suffered it: "Ostland's *deadliest* N"."""
        whose = self.owner
        if whose is None or whose.manner != "possessive" or whose.start > self.start:
            return False
        return not SUPERLATIVES.isdisjoint(self.scene.low[whose.start : self.start].split())

    def _agent(self, slot: SlotPlan) -> Filling:
        scene = self.scene
        if scene.low[self.start] in "hstiw" and scene.low.startswith(_OPENING, self.start):
            opening = scene.after(self.start - 1)
            return ([] if opening is None else heading(scene, opening)), "pronoun"
        if self.owner is not None and not (
            self._is_victims() or self._is_somebodys(slot) or self._is_about()
        ):
            found = self._owned(*self._manners())
            if found[0]:
                return found
        stateless = slot.kinds and "state" not in slot.kinds
        if stateless and self.owner is not None and (pair := paired(scene, self.owner)):
            return pair, "modifier"  # "*Fenn*-Ostland N"
        if self.after.get("of") and is_quality(self.text):
            return self.after["of"], "modifier"  # "the *racism of* Fenn"
        if self.ahead and (did := done_by(scene, self.end)):
            return did, "subject"
        if self.clause:
            return noun_phrase(self.scene, self.end, people=True)[0], "object"
        if against := charged(scene, self.start, self.end, self.after):
            return against, "modifier"
        acts = is_doer(self.text.rpartition(" ")[2])
        # an "accuser Ford" is not whom she accuses
        if acts and not self._is_told_apart() and (so := named_as(scene, self.start, self.end)):
            return so, "apposition"
        if "patient" not in self.roles and (owners := owner_named_as(scene, self.start)):
            return owners, "pronoun"
        if self.ahead and (spoke := fronting(scene, self.start, self.end)):
            return spoke, "subject"
        if not self.behind:
            return NONE
        also = HELD if self._is_told_apart() else frozenset()
        return doer(self.scene, self.start, also=also), "subject"

    def _manners(self) -> list[str]:
        """Return the manners in which whoever owns what is named has done it."""
        whose = self.owner
        kind = "" if whose is None or whose.party is None else whose.party.kind
        named = kind not in ("", "state")
        if (named and self._may_be_sufferer()) or (not named and self._is_superlative()):
            return []
        manners = ["possessive", "led"]
        of_faith = kind == "faith" and (self.harms or self.suffers)  # "the *Christian* slaughter"
        if not (self._is_peoples_end() or self._is_told_apart() or of_faith):
            manners.append("adjective")
        # "the *police* reform" is not theirs, and the "*Fenn* massacre" may be of him
        if named and kind != "movement" and not (self.harms and kind in ("body", "person")):
            manners.append("name")
        return manners

    def _may_be_sufferer(self) -> bool:
        """Tell whether a bare name may be the one it was done to: "the Khashoggi *murder*"."""
        whose = self.owner
        return self.suffers and whose is not None and whose.manner == "name"

    def is_entered(self) -> bool:
        """Tell whether a demonym may say whose land is entered: the "Ostlandic *intervention*"."""
        party = None if self.owner is None else self.owner.party
        return party is not None and is_entered(self.scene, party, self.start, self.end)

    def _is_peoples_end(self) -> bool:
        """Tell whether a demonym may say who suffers it: the "Ostlandic *genocide*"."""
        last = self.text.rpartition(" ")[2]
        ends = last in PEOPLES_ENDS and not any(map(self.after.get, TO_WHOM))
        return ends or self.is_entered()

    def _is_about(self) -> bool:
        """Tell whether another noun owns what is named: "a fraud *commission*"."""
        unit = self.following
        return unit is not None and unit[2] in ABOUT

    def _patient(self, slot: SlotPlan) -> Filling:
        if self._is_victims():
            return self._owned("possessive")
        following = self.following
        if following is not None and following[2] in VICTIMS:
            return self._owned("adjective")  # "Ostlandic N *victims*"
        compound = slot.compound and not is_verbal(self.scene, self.start, self.end)
        if compound and self.owner is not None and self.owner.manner == "name":
            of_another = self.scene.low.startswith(" of ", self.end)
            return NONE if of_another else self._owned("name")  # "the Ostland invasion of isles"
        if self.behind and (removed := brought_down(self.scene, self.start)):
            return removed, "object"
        if following is not None and following[2] in ("that", "which", ","):
            return struck(self.scene, following), "object"
        if following is None or following[2] not in slot.after:
            return NONE
        if following[2] == "against" and is_charge(self.scene, self.start):
            return NONE  # "allegations of N against Rep. Fenn"
        return of_no_list(self.scene, following[1], slot), "modifier"

    def _holder(self, slot: SlotPlan) -> Filling:
        scene = self.scene
        if self.owner is not None and self.owner.party is not None and self.owner.under is not None:
            return [self.owner.under], "modifier"  # "Fenn's *Ostlandic* Ns" are Ostland's
        if not slot.kinds and self._is_only_called():
            return NONE
        found = self._owned("possessive", "adjective", "name", "led")
        if found[0] or self.owner is not None:
            return found
        unit = scene.before(self.start) if self.behind else None
        while unit is not None and (unit[2] in ARTICLES or is_adjective(unit[2])):
            unit = scene.before(unit[0])
        if unit is not None and unit[2] == "of" and (own := of_campaign(scene, unit[0])):
            return own, "modifier"  # "his *arsenal* of Ns"
        if scene.low.startswith("in ", self.start) and (state := in_state(scene, self.start)):
            return state, "subject"
        if against := charged(scene, self.start, self.end, self.after):
            return against, "modifier"
        if (
            self.ahead
            and "state" in slot.kinds
            and (examples := given_as_examples(scene, self.end))
        ):
            return examples, "apposition"
        return (keeper(scene, self.start) if self.behind else []), "subject"

    def _is_only_called(self) -> bool:
        """Tell whether somebody is called what is named, whoever modifies it: "an *Iranian* N"."""
        whose = self.owner
        article = (
            None if whose is None or whose.manner != "adjective" else self.scene.before(whose.start)
        )
        if article is None or article[2] not in INDEFINITE_ARTICLES:
            return False
        before = self.scene.before(article[0])
        return before is not None and (
            before[3] is not None or before[2] in BE or before[2] in OBJECTS
        )

    def _member(self, slot: SlotPlan) -> Filling:
        if has_operator(self.scene, self.start) or self.clause:
            return NONE  # an "anti-N activist" is no N
        whose = self.owner
        if whose is not None and whose.party is not None and whose.manner == "itself":
            return [whose.party], "modifier"
        found = named_as(self.scene, self.start, self.end)
        if not found and not self.text.endswith("s"):
            kinds = slot.kinds & {"group", "party"}
            kind = "group" if kinds else "person"
            found = called_unlisted(self.scene, self.start, self.end, kind)
            found = [each._replace(kind="") for each in found]
        if found:
            return found, "apposition"
        under = None if whose is None else whose.under
        if under is not None and under.kind in ("party", "faith", "group"):
            return [under], "modifier"  # "her *Democratic* Ns"
        if (
            whose is not None
            and whose.manner in ("pronoun", "possessive")
            and is_like_owner(self.scene, self.start, self.end)
        ):
            return self._owned("possessive")
        if whose is None or whose.party is None:
            return NONE
        of_state = whose.party.kind == "state" or (not whose.party.kind and whose.party.adjective)
        if of_state and slot.kinds and "state" not in slot.kinds:
            return self._people(slot, whose)
        named_so = whose.manner == "name" and whose.start >= self.start
        if whose.party.kind in ("person", "body") and whose.manner != "led" and not named_so:
            return NONE  # "Orlov's thugs" are not Orlov, FBI spies not the FBI
        manners = ("name", "adjective", *(() if self._is_told_apart() else ("possessive",)))
        return self._owned(*manners)

    def _people(self, slot: SlotPlan, whose: Owner) -> Filling:
        """Return a group that is named by its people's demonym alone: "Varenian rebels"."""
        party = whose.party
        if party is None or not party.adjective or not self.text.endswith("s"):
            return NONE
        if "group" not in slot.kinds or whose.manner != "adjective":
            return NONE
        words = self.scene.cased[party.start : self.end]
        return [Named(party.start, self.end, words, True, False, "group")], "modifier"


Reading: TypeAlias = VerbPlaces | _Noun
"""The places of a mention, as the verb or the noun that it is."""

# Kept outside the class: a noun that held its own methods would be garbage in a cycle.
_WAYS: dict[str, Callable[[_Noun, SlotPlan], Filling]] = {
    "agent": _Noun._agent,
    "patient": _Noun._patient,
    "holder": _Noun._holder,
    "member": _Noun._member,
    "place": _Noun._holder,
}
