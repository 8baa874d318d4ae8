"""What a definite noun takes up from earlier in the text: "the regime", "the terror group"."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from framing.language.bindingwords import TAKES_UP
from framing.language.partywords import GROUPS, PEOPLES
from framing.language.wordclasses import ANOTHER, CLOSED, PREPOSITIONS, is_adjective
from framing.matching.aliases import Named
from framing.matching.binding import Bound, Offices, stands_for
from framing.matching.entries import Plan
from framing.matching.places import Mention
from framing.matching.scene import Scene, has_operator
from framing.matching.slotplans import SlotPlan

__all__ = ["Recall", "is_definite"]

_new = tuple.__new__  # building a NamedTuple this way halves the time it takes
_ONE = frozenset(("state", "person"))  # kinds of which a plural names several
_MEMORY = 8
"""Sentences after which a noun takes up nothing any more."""
_BACK = 3
"""Sentences, with its own, in which a noun's party is looked for where none was bound."""
_CLOSE = 80  # characters within which a verb and a "the" stand between a party and a noun
_MOST = 40  # of the last mentions, those that are looked at


class _Kept(NamedTuple):
    """The party that a naming of a concept was bound to, in which sentence."""

    sentence: int
    party: Named
    loaded: bool


class Recall:
    """The parties that one text has bound to each concept, in the order of the text."""

    __slots__ = ("_kept", "_offices", "concepts")

    def __init__(self, offices: Offices) -> None:
        self._offices = offices
        self._kept: dict[tuple[int, int], list[_Kept]] = {}
        self.concepts: set[int] = set()

    def bind(
        self, plan: Plan, mention: Mention, sentence: int, bound: Sequence[Bound]
    ) -> list[Bound]:
        """Fill the slots that the sentence leaves open from what the text said before.

        Only after "the", "this" or "that", and only where all that the last sentences bound to
        the concept is one party. Slots that say so (`SlotPlan.recalls`) take up what loaded
        namings of the concept were bound to, else the one party named nearby that fits; as agents
        they do so whatever stands before the noun.
        """
        taken = self._keep(plan, mention, sentence, bound)
        definite: bool | None = None
        found: list[Bound] = []
        for at, slot in enumerate(plan.slots):
            if at in taken or not (slot.recalls or slot.role == "holder"):
                continue
            earlier = self._kept.get((plan.concept, at), ())
            if not (earlier or slot.recalls):
                continue
            if definite is None:
                definite = is_definite(mention, bare=slot.recalls)
            if slot.recalls and not _may_stand_for(mention, slot):
                continue
            if definite or (slot.recalls and slot.role == "agent"):
                party_before = self._earlier(slot, mention, sentence, earlier)
                if party_before is not None and self._agrees(party_before, taken, mention):
                    found.append(Bound(at, party_before, "coreference"))
        return found

    def _keep(
        self, plan: Plan, mention: Mention, sentence: int, bound: Sequence[Bound]
    ) -> dict[int, Named]:
        """Keep what the slots of a mention are bound to, guesses left out; return it by slot.

        People under the demonym of the naming itself are nobody whom another could take up.
        """
        taken: dict[int, Named] = {}
        for at, party, rule in bound:
            if rule != "nearest" and at not in taken:
                taken[at] = party
                if party.end == mention.end:
                    continue
                self.concepts.add(plan.concept)
                kept = _new(_Kept, (sentence, party, plan.loaded))
                self._kept.setdefault((plan.concept, at), []).append(kept)
        return taken

    def _earlier(
        self, slot: SlotPlan, mention: Mention, sentence: int, kept: Sequence[_Kept]
    ) -> Named | None:
        if not slot.recalls:
            return _only(kept, sentence - _MEMORY)
        if slot.role == "agent":
            return None if _has_noun_before(mention) else _only(kept, 0)
        named = None if _is_object(mention) else self._named(slot, mention)
        loaded = [each for each in kept if each.loaded]
        if not loaded:
            return named
        found = _only(loaded, 0)
        if found is not None and self._is_another(slot, found, mention):
            return None
        near = sentence - loaded[-1].sentence <= _MEMORY
        if found is None:
            known = named is not None and any(each.party.party == named.party for each in loaded)
            return named if known else None
        return found if near or (named is not None and named.party == found.party) else None

    def _is_another(self, slot: SlotPlan, found: Named, mention: Mention) -> bool:
        """Tell whether the sentence speaks of another that fits, and not of one taken up.

        "On his trip to *Ostland* … the N" is not Varenia's, whatever was said before; whoever
        does something there may speak of it.
        """
        scene = mention.scene
        before = scene.named[: bisect_left(scene.named, (mention.start,))]
        others = [each for each in before[-_MOST:] if self._as_taken(slot, each, mention)]
        return not any(each.party == found.party for each in others) and any(
            not (each.adjective or each.people) and _is_oblique(scene, each) for each in others
        )

    def _agrees(self, party: Named, taken: Mapping[int, Named], mention: Mention) -> bool:
        """Tell whether a person taken up leads the state that the mention itself names."""
        states = [each.party for each in taken.values() if each.kind == "state"]
        if party.kind != "person" or not states:
            return True
        return any(each.state in states for each in self._offices.get(party.party, ()))

    def _named(self, slot: SlotPlan, mention: Mention) -> Named | None:
        """Return the one party that fits of all named in this sentence and the last ones."""
        scene: Scene | None = mention.scene
        last = mention.start
        found: Named | None = None
        led: str | None = None  # the state of a leader who is named nearer than any party
        for _ in range(_BACK):
            if scene is None:
                break
            until = bisect_left(scene.named, (last,))
            for party in reversed(scene.named[max(0, until - _MOST) : until]):
                taken = self._as_taken(slot, party, mention)
                if taken is None:
                    led = led or self._state_of(slot, party, mention)
                    continue
                if found is None and led not in (None, taken.party):
                    return None  # "the U.S. armed the rebels after Assad's gains … the regime"
                if found is not None and found.party != taken.party:
                    return None
                if not (has_operator(scene, party.start) or _is_beside(scene, party)):
                    peopled = slot.role == "member" and party.party in PEOPLES
                    found = found or (None if peopled else taken)
            scene = scene.earlier()
            last = sys.maxsize
        return found

    def _as_taken(self, slot: SlotPlan, party: Named, mention: Mention) -> Named | None:
        """Return a party as a slot takes it; of persons only those who hold an office, as such."""
        if party.kind == "person" and (
            party.party not in self._offices or slot.kinds != {"person"}
        ):
            return None
        return stands_for(slot, party, mention.date, self._offices)

    def _state_of(self, slot: SlotPlan, party: Named, mention: Mention) -> str | None:
        """Return the state that a person named leads, where a slot takes states."""
        if party.kind != "person" or "state" not in slot.kinds:
            return None
        led = stands_for(slot, party, mention.date, self._offices)
        return None if led is None else led.party


def _is_oblique(scene: Scene, party: Named) -> bool:
    """Tell whether a preposition governs a name, or something is said to be its own."""
    unit = scene.before(party.start)
    return (unit is not None and unit[2] in PREPOSITIONS) or scene.low.startswith(
        ("'s ", "' s "), party.end
    )


def _is_beside(scene: Scene, party: Named) -> bool:
    """Tell whether a party only takes part with others: "talks *with* Varenia failed"."""
    unit = scene.before(party.start)
    return unit is not None and unit[2] == "with"


def _may_stand_for(mention: Mention, slot: SlotPlan) -> bool:
    """Tell whether a noun's number lets it stand for one party.

    "regimes" are several; "the terrorist" is a person, "the terrorists" and "the terrorist group"
    are a group, "the armed wing of" something is that one's.
    """
    following = mention.scene.after(mention.end)
    word = "" if following is None else following[2]
    if slot.role == "agent":
        return True
    if " of " in mention.scene.low[mention.start : mention.end]:
        return False  # "the leader of the free world" is nobody's who was named before
    if word in ("who", "that") and slot.kinds == {"person"}:
        return False  # "the statesman who ended the war" is said of nobody before
    if word == "in" and following is not None:
        place = mention.scene.after(following[1])
        return place is None or not mention.scene.cased[place[0]].isupper()  # "in *Brisca*"
    if word == "of" or (word.endswith("s") and word[:-1] in GROUPS):
        return False
    if _is_plural(mention):
        # "one of the worst regimes" is not the one that was named
        return bool(slot.kinds - _ONE) and slot.role != "holder"
    return word in GROUPS or not {"group", "person"} <= slot.kinds


def _is_plural(mention: Mention) -> bool:
    return mention.scene.low.endswith("s", mention.start, mention.end)


def _has_noun_before(mention: Mention) -> bool:
    """Tell whether another noun says which one it is: "the *budget* witch hunt"."""
    unit = mention.scene.before(mention.start)
    if unit is None or unit[3] is not None or unit[2] in CLOSED:
        return False
    return not is_adjective(unit[2])


def _is_object(mention: Mention) -> bool:
    """Tell whether a verb stands between a party and a noun: of "Ostland bombed the N" it is none.

    Whoever does something to "the N" is somebody else.
    """
    scene = mention.scene
    named = scene.named
    at = bisect_left(named, (mention.start,)) - 1
    if at < 0 or named[at].adjective or mention.start - named[at].end > _CLOSE:
        return False
    words = scene.low[named[at].end : mention.start].split()
    if len(words) not in (2, 3) or words[-1] not in TAKES_UP:
        return False
    return words[-2].isalpha() and not CLOSED.intersection(words[:-1])


def is_definite(mention: Mention, *, bare: bool) -> bool:
    """Tell whether "the", "this" or "that" stands before a noun, or, with `bare`, a preposition."""
    scene = mention.scene
    unit = scene.before(mention.start)
    while unit is not None and (is_adjective(unit[2]) or unit[2] == "["):
        if unit[2] in ANOTHER:
            return False  # "the *old* N"
        unit = scene.before(unit[0])
    if unit is None or unit[3] is not None:
        return False
    if unit[2] in PREPOSITIONS:
        return bare and not _is_plural(mention)
    return unit[2] in TAKES_UP and not (unit[2] == "that" and _is_plural(mention))


def _only(kept: Sequence[_Kept], since: int) -> Named | None:
    """Return the one party of the sentences since one; None where there are several, or none."""
    near = [each.party for each in kept[-_MOST:] if each.sentence >= since]
    if len({party.party for party in near}) != 1:
        return None
    return near[-1]
