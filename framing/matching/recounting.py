"""Who did what to whom in an event that a text has told of, where a noun takes the event up."""

from __future__ import annotations

from collections.abc import Sequence

from framing.language.bindingwords import TELLS_ANEW
from framing.language.wordclasses import CLOSED, PREPOSITIONS
from framing.matching.aliases import Named
from framing.matching.binding import Bound
from framing.matching.entries import Plan
from framing.matching.places import Mention
from framing.matching.recalling import is_definite

__all__ = ["Recount"]

_MEMORY = 8
"""Sentences after which a noun takes up no event any more."""
_SIDES = ("agent", "patient")


class _Told:
    """The parties of a concept's events by slot, None where there were several; and when last."""

    __slots__ = ("parties", "sentence")

    def __init__(self) -> None:
        self.parties: dict[int, Named | None] = {}
        self.sentence = -_MEMORY - 1


class Recount:
    """The events that one text has told of so far, by concept.

    "The massacre" after "Ostlandic troops massacred Varenians" is theirs; so is "the massacre of
    Varenians". Only where all that the text has told of the concept names one party in that role,
    and nothing since has opened another event ("a massacre").
    """

    __slots__ = ("told",)

    def __init__(self) -> None:
        self.told: dict[int, _Told] = {}

    def bind(
        self, plan: Plan, mention: Mention, sentence: int, bound: Sequence[Bound]
    ) -> list[Bound]:
        """Fill the sides of an event that the sentence leaves open; keep those that it names."""
        taken = {each.slot: each.party for each in reversed(bound) if each.rule != "nearest"}
        told = self.told.get(plan.concept)
        found: list[Bound] = []
        if told is not None and sentence - told.sentence <= _MEMORY and _takes_up(mention, taken):
            found = _missing(plan, told, taken)
        if taken:
            self._keep(plan, taken, sentence)
        elif told is not None and _opens_another(mention):
            told.sentence = -_MEMORY - 1
        return found

    def _keep(self, plan: Plan, taken: dict[int, Named], sentence: int) -> None:
        told = self.told.setdefault(plan.concept, _Told())
        told.sentence = sentence
        for at, party in taken.items():
            if plan.slots[at].role in _SIDES:
                known = told.parties.setdefault(at, party)
                if known is not None and known.party != party.party:
                    told.parties[at] = None


def _missing(plan: Plan, told: _Told, taken: dict[int, Named]) -> list[Bound]:
    """Return the sides that were told and are not named again, if those named are the same."""
    for at, party in taken.items():
        known = told.parties.get(at)
        if known is None or known.party != party.party:
            return []
    named = {party.party for party in taken.values()}
    return [
        Bound(at, party, "coreference")
        for at, party in told.parties.items()
        if at not in taken and party is not None and party.party not in named
    ]


def _takes_up(mention: Mention, taken: dict[int, Named]) -> bool:
    """Tell whether a noun names an event that was told before: "the N", "Ostland's N".

    Not one in the plural, nor one that goes on to say which: "the N *in Brisca*".
    """
    scene, start, end = mention.scene, mention.start, mention.end
    if mention.part == "verb" or scene.low.endswith(("s", "ing"), start, end):
        return False
    if not is_definite(mention, bare=False) and not any(
        0 <= start - party.end <= 3 for party in taken.values()
    ):
        return False
    return taken != {} or not _says_which(mention)


def _says_which(mention: Mention) -> bool:
    """Tell whether words after a noun say which one it is, or it only modifies another noun."""
    following = mention.scene.after(mention.end)
    if following is None or following[2] not in CLOSED:
        return following is not None and mention.scene.cased[following[0]].isupper()
    if following[2] in ("that", "which", "who", "where"):
        return True
    if following[2] not in PREPOSITIONS:
        return False
    object_of = mention.scene.after(following[1])
    large = object_of is not None and mention.scene.cased[object_of[0]].isupper()
    return following[2] in ("of", "by", "against") or large


def _opens_another(mention: Mention) -> bool:
    """Tell whether a noun brings up another event: "a N", "the N of a nurse"."""
    unit = mention.scene.before(mention.start)
    if unit is not None and unit[2] in TELLS_ANEW:
        return True
    following = mention.scene.after(mention.end)
    return following is not None and following[2] in ("of", "by", "against")
