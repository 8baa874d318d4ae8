"""What a definite noun takes up from earlier in the text: "the regime", "the terror group"."""

from __future__ import annotations

from collections.abc import Sequence

from framing.matching.aliases import Named
from framing.matching.binding import Bound
from framing.matching.entries import Plan
from framing.matching.scene import Scene
from framing.matching.wordclasses import is_adjective

__all__ = ["Recall"]

_DEFINITE = frozenset(("the", "this", "that"))
_MEMORY = 8
"""Sentences after which a noun takes up nothing any more."""
_MOST = 40  # of the last mentions, those that are looked at


class Recall:
    """The parties that one text has bound to each concept, in the order of the text."""

    __slots__ = ("_kept", "concepts")

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int], list[tuple[int, Named]]] = {}
        self.concepts: set[int] = set()

    def bind(
        self, plan: Plan, scene: Scene, sentence: int, start: int, bound: Sequence[Bound]
    ) -> list[Bound]:
        """Fill the slots that the sentence leaves open from what the text said before.

        Only after "the", "this" or "that", and only where all that the last sentences bound to
        the concept is one party.
        """
        taken: dict[int, Named] = {}
        for at, party, rule in bound:
            if rule != "nearest":
                taken.setdefault(at, party)
        definite: bool | None = None
        found: list[Bound] = []
        for at, slot in enumerate(plan.slots):
            if slot.role not in ("holder", "member"):
                continue
            if at in taken:
                self.concepts.add(plan.concept)
                self._kept.setdefault((plan.concept, at), []).append((sentence, taken[at]))
                continue
            kept = self._kept.get((plan.concept, at))
            if not kept:
                continue
            if definite is None:
                definite = _is_definite(scene, start)
            if definite:
                earlier = _only(kept, sentence)
                if earlier is not None:
                    found.append(Bound(at, earlier, "coreference"))
        return found


def _is_definite(scene: Scene, start: int) -> bool:
    unit = scene.before(start)
    while unit is not None and unit[3] is None and is_adjective(unit[2]):
        unit = scene.before(unit[0])
    return unit is not None and unit[2] in _DEFINITE


def _only(kept: Sequence[tuple[int, Named]], sentence: int) -> Named | None:
    """Return the one party of the last sentences; None where there are several, or none."""
    near = [party for at, party in kept[-_MOST:] if sentence - at <= _MEMORY]
    if len({party.party for party in near}) != 1:
        return None
    return near[-1]
