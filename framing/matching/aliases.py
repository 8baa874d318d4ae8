"""Where a text names the parties that can fill slots: states, and a user's own targets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import ahocorasick_rs

from framing.lexicon import Lexicon
from framing.matching.folding import Offsets, fold_form, joins
from framing.values import Target

__all__ = ["AliasFinder", "Named"]


class Named(NamedTuple):
    """One place where a party is named, in folded offsets; `people` for "Americans"."""

    start: int
    end: int
    party: str
    people: bool


class _Alias(NamedTuple):
    text: str
    party: str | None
    people: bool
    weak: bool


class AliasFinder:
    """Finds the parties named in a stretch of folded text; longer names hide shorter ones.

    Capitals of an alias must be capitals in the text; its small letters may be either, so that
    "US" is not "us", and "United States" is found in "UNITED STATES".
    """

    def __init__(self, nations: Lexicon | None, targets: Sequence[Target]) -> None:
        self._aliases: list[_Alias] = []
        self._patterns: list[str] = []
        self._index: dict[str, list[int]] = {}
        for target in targets:
            for form in target.aliases:
                self._add(_Alias(form, target.name, people=False, weak=False))
        declared = frozenset(self._index)
        for concept in nations.concepts if nations else ():
            for variant in concept.variants:
                party = None if variant.id == "unless" else concept.gloss
                for form in variant.exact:
                    people, weak = variant.id == "people", variant.id == "weak"
                    self._add(_Alias(form, party, people, weak), declared)
        self._search = (
            ahocorasick_rs.AhoCorasick(self._patterns).find_matches_as_indexes
            if self._patterns
            else None
        )

    def _add(self, alias: _Alias, taken: frozenset[str] = frozenset()) -> None:
        for folded in fold_form(alias.text):
            if folded in taken and alias.party is not None:
                continue
            if folded not in self._index:
                self._patterns.append(folded)
            self._index.setdefault(folded, []).append(len(self._aliases))
            self._aliases.append(alias)

    def find(
        self, text: str, low: str, start: int, end: int, offsets: Offsets | None
    ) -> list[Named]:
        """Find the parties named in ``low[start:end]``; `text` decides about capitals."""
        if self._search is None:
            return []
        found: list[tuple[int, int, _Alias]] = []
        for pattern, a, b in self._search(low[start:end], overlapping=True):
            a, b = a + start, b + start
            if (a and joins(low[a - 1]) and joins(low[a])) or (
                b < len(low) and joins(low[b]) and joins(low[b - 1])
            ):
                continue
            for number in self._index[self._patterns[pattern]]:
                alias = self._aliases[number]
                if _capitals(alias.text, text, a, b, offsets):
                    found.append((a, b, alias))
                    break
        return self._longest(found, text, low, offsets)

    def _longest(
        self,
        found: list[tuple[int, int, _Alias]],
        text: str,
        low: str,
        offsets: Offsets | None,
    ) -> list[Named]:
        found.sort(key=lambda each: (each[0] - each[1], each[0]))
        kept: list[tuple[int, int, _Alias]] = []
        for a, b, alias in found:
            if all(b <= c or d <= a for c, d, _ in kept):
                kept.append((a, b, alias))
        kept.sort(key=lambda each: each[0])
        return [
            Named(a, b, alias.party, alias.people)
            for a, b, alias in kept
            if alias.party is not None
            and (not alias.weak or self._backed(alias.party, text, low, offsets))
        ]

    def _backed(self, party: str, text: str, low: str, offsets: Offsets | None) -> bool:
        """Tell whether a text names a party by a form that can mean nothing else."""
        for alias in self._aliases:
            if alias.party == party and not alias.weak:
                for folded in fold_form(alias.text):
                    at = low.find(folded)
                    while at >= 0:
                        end = at + len(folded)
                        whole = not (at and joins(low[at - 1])) and not (
                            end < len(low) and joins(low[end])
                        )
                        if whole and _capitals(alias.text, text, at, end, offsets):
                            return True
                        at = low.find(folded, at + 1)
        return False


def _capitals(alias: str, text: str, start: int, end: int, offsets: Offsets | None) -> bool:
    """Tell whether every capital of an alias is a capital in the text."""
    if offsets is None:
        given = text[start:end]
        if given == alias or alias.islower():
            return True
    else:
        given = "".join(text[offsets(at)] for at in range(start, end))
    wanted = [letter for letter in alias if letter.isalnum()]
    letters = [letter for letter in given if letter.isalnum()]
    return len(wanted) == len(letters) and all(
        not letter.isupper() or other.isupper()
        for letter, other in zip(wanted, letters, strict=True)
    )
