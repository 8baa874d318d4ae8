"""Where a text names the parties that can fill slots: states, and a user's own targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import ahocorasick_rs

from framing.lexicon import Lexicon
from framing.matching.folding import Folded, fold_form
from framing.values import Target

__all__ = ["AliasFinder", "Named"]

_PLACED = (" in ", " near ", " at ", " outside ", " around ", " inside ", " downtown ", " central ")


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


class AliasFinder:
    """Finds the parties named in a stretch of folded text; longer names hide shorter ones.

    Capitals of an alias must be capitals in the text; its small letters may be either, so that
    "US" is not "us", and "United States" is found in "UNITED STATES". What a user declares
    comes before what is shipped.
    """

    def __init__(self, nations: Lexicon | None, targets: Sequence[Target]) -> None:
        self._aliases: dict[str, list[_Alias]] = {}
        self._strong: dict[str, list[tuple[str, _Alias]]] = {}
        for target in targets:
            for form in target.aliases:
                self._add(_Alias(form, target.name, "names"))
        for concept in nations.concepts if nations else ():
            for variant in concept.variants:
                party = None if variant.id == "unless" else concept.gloss
                for form in variant.exact:
                    self._add(_Alias(form, party, variant.id))
        patterns = list(self._aliases)
        self._found = [self._aliases[pattern] for pattern in patterns]
        self._search = (
            ahocorasick_rs.AhoCorasick(patterns).find_matches_as_indexes if patterns else None
        )

    def _add(self, alias: _Alias) -> None:
        for folded in fold_form(alias.text):
            self._aliases.setdefault(folded, []).append(alias)
            if alias.party and alias.kind != "weak":
                self._strong.setdefault(alias.party, []).append((folded, alias))

    def find(self, folded: Folded, start: int, end: int) -> list[Named]:
        """Find the parties named in the stretch ``folded.low[start:end]``, in their order."""
        if self._search is None:
            return []
        found: list[tuple[int, int, _Alias]] = []
        for pattern, first, last in self._search(folded.low[start:end], overlapping=True):
            first, last = first + start, last + start
            if folded.whole(first, last):
                for alias in self._found[pattern]:
                    if _capitals(alias.text, folded, first, last):
                        found.append((first, last, alias))
                        break
        return self._longest(found, folded) if found else []

    def _longest(self, found: list[tuple[int, int, _Alias]], folded: Folded) -> list[Named]:
        if len(found) > 1:
            found.sort(key=lambda each: (each[0] - each[1], each[0]))
        kept: list[tuple[int, int, _Alias]] = []
        for first, last, alias in found:
            if all(last <= other[0] or other[1] <= first for other in kept):
                kept.append((first, last, alias))
        kept.sort(key=lambda each: each[0])
        return [
            Named(first, last, alias.party, alias.kind == "people")
            for first, last, alias in kept
            if alias.party is not None and self._means_party(alias, first, folded)
        ]

    def _means_party(self, alias: _Alias, first: int, folded: Folded) -> bool:
        """Tell a seat of power from a place, and a doubtful form from a backed one."""
        if alias.kind == "metonyms":
            return not folded.low.endswith(_PLACED, max(0, first - 10), first)
        if alias.kind != "weak" or alias.party is None:
            return True
        if alias.party not in folded.backed:
            folded.backed[alias.party] = any(
                self._stands(form, strong, folded) for form, strong in self._strong[alias.party]
            )
        return folded.backed[alias.party]

    def _stands(self, form: str, alias: _Alias, folded: Folded) -> bool:
        """Tell whether a form stands anywhere in the text, with its capitals."""
        at = folded.low.find(form)
        while at >= 0:
            end = at + len(form)
            if folded.whole(at, end) and _capitals(alias.text, folded, at, end):
                return True
            at = folded.low.find(form, at + 1)
        return False


def _capitals(alias: str, folded: Folded, start: int, end: int) -> bool:
    """Tell whether every capital of an alias is a capital in the text."""
    given = folded.given(start, end)
    if given == alias or alias.islower():
        return True
    wanted = [letter for letter in alias if letter.isalnum()]
    letters = [letter for letter in given if letter.isalnum()]
    return len(wanted) == len(letters) and all(
        not letter.isupper() or other.isupper()
        for letter, other in zip(wanted, letters, strict=True)
    )
