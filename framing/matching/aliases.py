"""Where a text names the parties that can fill slots: states, and a user's own targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.lexicon import Lexicon
from framing.matching.automaton import searcher
from framing.matching.folding import Folded, fold_form
from framing.values import Target

__all__ = ["Aliases", "Named"]

_PLACED = (" in ", " near ", " at ", " outside ", " around ", " inside ", " downtown ", " central ")


_new = tuple.__new__  # building a NamedTuple this way halves the time it takes
_DOUBTFUL = ("metonyms", "weak")


class Named(NamedTuple):
    """One place where a party is named, in folded offsets; `people` for "Americans"."""

    start: int
    end: int
    party: str
    people: bool


class _Alias(NamedTuple):
    """Whose form a literal is; `party` is None for a longer phrase that names none."""

    party: str | None
    kind: str


class Aliases:
    """Every form by which a party can be named, by its folded literal.

    A form is found with the capitals it is given with, and all in capitals; one that begins with
    a small letter also at a sentence's beginning, one without capitals also with each word's
    first letter large. So "US" is not "us", and "United States" is found in "UNITED STATES".
    What a user declares comes before what is shipped; a longer name hides the shorter ones
    inside it. Of a user's forms those are a people that are another form with an s ("Varenian",
    "Varenians").
    """

    def __init__(self, nations: Lexicon | None, targets: Sequence[Target]) -> None:
        self._literals: dict[str, _Alias] = {}
        self._strong: dict[str, list[str]] = {}
        for target in targets:
            for form in target.aliases:
                plural = form.endswith("s") and form[:-1] in target.aliases
                self._add(form, target.name, "people" if plural else "names")
        for concept in nations.concepts if nations else ():
            for variant in concept.variants:
                party = None if variant.id == "unless" else concept.gloss
                for form in variant.exact:
                    self._add(form, party, variant.id)
        self._numbered = list(self._literals.values())
        self._search = searcher(list(self._literals), table=False) if self._literals else None
        # What stands right before a naming when a party's name modifies it.
        self.last_words = frozenset(
            ["led", "s"]
            + [
                literal.lower().split()[-1] + ending
                for literal in self._literals
                for ending in ("", "'s", "'")
            ]
        )

    def _add(self, form: str, party: str | None, kind: str) -> None:
        for folded in fold_form(form, lower=False):
            for literal in _capitals(folded):
                known = self._literals.setdefault(literal, _Alias(party, kind))
                if known.party == party and party and kind != "weak":
                    self._strong.setdefault(party, []).append(literal)

    def named(self, folded: Folded, first: int, last: int) -> list[Named]:
        """Return the parties named between two folded positions, in the order of the text."""
        if self._search is None:
            return []
        kept: list[tuple[int, int, _Alias]] = []
        reached = 0
        clash = False
        for literal, start, end in self._search(folded.cased[first:last]):
            start += first
            end += first
            if folded.whole(start, end):
                if start < reached:
                    clash = True
                reached = end
                kept.append((start, end, self._numbered[literal]))
        if clash:
            kept = _longest(kept)
        named: list[Named] = []
        for start, end, alias in kept:
            party, kind = alias
            if party is not None and (
                kind not in _DOUBTFUL or self._means_party(alias, start, folded)
            ):
                named.append(_new(Named, (start, end, party, kind == "people")))
        return named

    def _means_party(self, alias: _Alias, start: int, folded: Folded) -> bool:
        """Tell a seat of power from a place, and a doubtful form from a backed one."""
        if alias.kind == "metonyms":
            return not folded.low.endswith(_PLACED, max(0, start - 10), start)
        if alias.party is None:
            return False
        if alias.party not in folded.backed:
            folded.backed[alias.party] = any(
                _stands(literal, folded) for literal in self._strong.get(alias.party, ())
            )
        return folded.backed[alias.party]


def _longest(found: list[tuple[int, int, _Alias]]) -> list[tuple[int, int, _Alias]]:
    kept: list[tuple[int, int, _Alias]] = []
    for each in sorted(found, key=lambda each: (each[0] - each[1], each[0])):
        if all(each[1] <= other[0] or other[1] <= each[0] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each[0])


def _stands(literal: str, folded: Folded) -> bool:
    """Tell whether a literal stands anywhere in the text as whole words."""
    at = folded.cased.find(literal)
    while at >= 0:
        if folded.whole(at, at + len(literal)):
            return True
        at = folded.cased.find(literal, at + 1)
    return False


def _capitals(folded: str) -> list[str]:
    """Return a form in the capitals it may stand in."""
    found = [folded, folded.upper()]
    if folded[:1].islower():
        found.append(folded[:1].upper() + folded[1:])
    if folded.islower():
        found.append(" ".join(word[:1].upper() + word[1:] for word in folded.split()))
    return list(dict.fromkeys(found))
