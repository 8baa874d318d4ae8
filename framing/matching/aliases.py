"""Where a text names the parties that can fill slots: states, and a user's own targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.lexicon import Lexicon
from framing.matching.automaton import searcher
from framing.matching.folding import BREAKS, Folded, fold_form, joins
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
    """One form of a party; `party` is None for a longer phrase that names none."""

    text: str
    party: str | None
    kind: str


class Aliases:
    """Every form by which a party can be named, by its folded literal.

    Capitals of an alias must be capitals in the text; its small letters may be either, so that
    "US" is not "us", and "United States" is found in "UNITED STATES". What a user declares
    comes before what is shipped; a longer name hides the shorter ones inside it. Of a user's
    forms those are a people that are another form with an s ("Varenian", "Varenians").
    """

    def __init__(self, nations: Lexicon | None, targets: Sequence[Target]) -> None:
        self._literals: dict[str, list[_Alias]] = {}
        self._strong: dict[str, list[tuple[str, _Alias]]] = {}
        for target in targets:
            for form in target.aliases:
                plural = form.endswith("s") and form[:-1] in target.aliases
                self._add(_Alias(form, target.name, "people" if plural else "names"))
        for concept in nations.concepts if nations else ():
            for variant in concept.variants:
                party = None if variant.id == "unless" else concept.gloss
                for form in variant.exact:
                    self._add(_Alias(form, party, variant.id))
        self._numbered = list(self._literals.values())
        self._search = searcher(list(self._literals)) if self._literals else None
        # What stands right before a naming when a party's name modifies it.
        self.last_words = frozenset(
            ["led", "s"]
            + [
                literal.split()[-1] + ending
                for literal in self._literals
                for ending in ("", "'s", "'")
            ]
        )

    def _add(self, alias: _Alias) -> None:
        for folded in fold_form(alias.text):
            self._literals.setdefault(folded, []).append(alias)
            if alias.party and alias.kind != "weak":
                self._strong.setdefault(alias.party, []).append((folded, alias))

    def named(self, folded: Folded, first: int, last: int) -> list[Named]:
        """Return the parties named between two folded positions, in the order of the text."""
        if self._search is None:
            return []
        low = folded.low
        text = folded.text if folded.offsets is None else None
        kept: list[tuple[int, int, _Alias]] = []
        reached = 0
        clash = False
        for literal, start, end in self._search(low[first:last]):
            start += first
            end += first
            before, after = low[start - 1], low[end]
            if (before not in BREAKS and joins(before) and joins(low[start])) or (
                after not in BREAKS and joins(after) and joins(low[end - 1])
            ):
                continue
            given = folded.given(start, end) if text is None else text[start:end]
            for alias in self._numbered[literal]:
                if given == alias[0] or _capitals(alias[0], given):
                    if start < reached:
                        clash = True
                    reached = end
                    kept.append((start, end, alias))
                    break
        if clash:
            kept = _longest(kept)
        named: list[Named] = []
        for start, end, alias in kept:
            _, party, kind = alias
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
                _stands(form, strong, folded) for form, strong in self._strong[alias.party]
            )
        return folded.backed[alias.party]


def _longest(found: list[tuple[int, int, _Alias]]) -> list[tuple[int, int, _Alias]]:
    kept: list[tuple[int, int, _Alias]] = []
    for each in sorted(found, key=lambda each: (each[0] - each[1], each[0])):
        if all(each[1] <= other[0] or other[1] <= each[0] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each[0])


def _stands(form: str, alias: _Alias, folded: Folded) -> bool:
    """Tell whether a form stands anywhere in the text, with its capitals."""
    at = folded.low.find(form)
    while at >= 0:
        end = at + len(form)
        if folded.whole(at, end) and _capitals(alias.text, folded.given(at, end)):
            return True
        at = folded.low.find(form, at + 1)
    return False


def _capitals(alias: str, given: str) -> bool:
    """Tell whether every capital of an alias is a capital in the words given."""
    if alias.islower():
        return True
    wanted = [letter for letter in alias if letter.isalnum()]
    letters = [letter for letter in given if letter.isalnum()]
    return len(wanted) == len(letters) and all(
        not letter.isupper() or other.isupper()
        for letter, other in zip(wanted, letters, strict=True)
    )
