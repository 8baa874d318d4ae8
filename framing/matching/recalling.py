"""What a definite noun takes up from earlier in the text: "the regime", "the terror group"."""

from __future__ import annotations

from collections.abc import Sequence

from framing.language.wordclasses import is_adjective
from framing.matching.aliases import Named
from framing.matching.binding import Bound, Offices, stands_for
from framing.matching.entries import Plan, SlotPlan
from framing.matching.places import Mention
from framing.matching.scene import Scene, has_operator, of_people

__all__ = ["Recall"]

_DEFINITE = frozenset(("the", "this", "that"))
_MEMORY = 8
"""Sentences after which a noun takes up nothing any more."""
_BACK = 3
"""Sentences, with its own, in which a noun's party is looked for where none was bound."""
_MOST = 40  # of the last mentions, those that are looked at


class Recall:
    """The parties that one text has bound to each concept, in the order of the text."""

    __slots__ = ("_kept", "_offices", "concepts")

    def __init__(self, offices: Offices) -> None:
        self._offices = offices
        self._kept: dict[tuple[int, int], list[tuple[int, Named]]] = {}
        self.concepts: set[int] = set()

    def bind(
        self, plan: Plan, mention: Mention, sentence: int, bound: Sequence[Bound]
    ) -> list[Bound]:
        """Fill the slots that the sentence leaves open from what the text said before.

        Only after "the", "this" or "that", and only where all that the last sentences bound to
        the concept is one party; slots that say so also from the one party named that fits, and
        from all that the text bound to the concept whatever stands before the noun.
        """
        taken: dict[int, Named] = {}
        for at, party, rule in bound:
            if rule != "nearest":
                taken.setdefault(at, party)
        definite: bool | None = None
        found: list[Bound] = []
        for at, slot in enumerate(plan.slots):
            if at in taken:
                self.concepts.add(plan.concept)
                self._kept.setdefault((plan.concept, at), []).append((sentence, taken[at]))
                continue
            if not (slot.recalls or slot.role in ("holder", "member")):
                continue
            kept = self._kept.get((plan.concept, at), ())
            if not (kept or slot.recalls):
                continue
            if definite is None:
                definite = _is_definite(mention.scene, mention.start)
            earlier = self._earlier(slot, mention, sentence, kept, definite=definite)
            if earlier is not None:
                found.append(Bound(at, earlier, "coreference"))
        return found

    def _earlier(
        self,
        slot: SlotPlan,
        mention: Mention,
        sentence: int,
        kept: Sequence[tuple[int, Named]],
        *,
        definite: bool,
    ) -> Named | None:
        if slot.recalls and slot.role == "agent":
            return _only(kept, 0)
        if not definite:
            return None
        found = _only(kept, sentence - _MEMORY)
        if found is None and slot.recalls:
            found = self._named(slot, mention)
        return found

    def _named(self, slot: SlotPlan, mention: Mention) -> Named | None:
        """Return the one party that fits of those named before in this sentence and the last."""
        scene: Scene | None = mention.scene
        last = mention.start
        for _ in range(_BACK):
            if scene is None:
                return None
            fitting: list[Named] = []
            for party in scene.named:
                if party.start >= last:
                    break
                taken = stands_for(slot, party, mention.date, self._offices)
                if taken is None or (slot.kinds and taken.kind not in slot.kinds):
                    continue
                if not (has_operator(scene, party.start) or of_people(scene, party)):
                    fitting.append(taken)
            if fitting:
                return fitting[-1] if len({each.party for each in fitting}) == 1 else None
            scene, last = scene.earlier(), scene.last
        return None


def _is_definite(scene: Scene, start: int) -> bool:
    unit = scene.before(start)
    while unit is not None and unit[3] is None and is_adjective(unit[2]):
        unit = scene.before(unit[0])
    return unit is not None and unit[2] in _DEFINITE


def _only(kept: Sequence[tuple[int, Named]], since: int) -> Named | None:
    """Return the one party of the sentences since one; None where there are several, or none."""
    near = [party for at, party in kept[-_MOST:] if at >= since]
    if len({party.party for party in near}) != 1:
        return None
    return near[-1]
