"""One document being searched: from the automaton's findings to hits with their slots."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from framing.matching.aliases import Aliases, Named
from framing.matching.binding import Filled, bind, fit
from framing.matching.context import Phrases, stand
from framing.matching.entries import Pattern, Plan
from framing.matching.folding import LETTERS, Folded, joins
from framing.matching.resolving import Found, exact_first, longest
from framing.values import Binding, Document, Hit, Span

__all__ = ["GAP", "MANY", "MODIFIED", "Search", "Tables"]

MANY = -1
MODIFIED = -2
GAP = -3
_FAR = sys.maxsize
_new = tuple.__new__  # building a NamedTuple this way halves the time a hit takes


@dataclass(slots=True)
class Tables:
    """What a matcher knows of its literals, each by the literal's number.

    `quick` holds the entry that every whole-word hit is; `MANY` where `patterns` must be asked,
    `MODIFIED` where that is so only after the name of a party, `GAP` for two spaces. `slotted`
    and `naming` say of an entry whether it has slots, and whether its words may name a party.
    """

    quick: list[int]
    patterns: list[tuple[Pattern, ...]]
    aliases: Aliases
    plans: list[Plan]
    concepts: list[int]
    slotted: list[bool]
    naming: list[bool]
    categories: bool


_Place: TypeAlias = tuple[int, int, int]


class Search:
    """Searches one document; keeps what was found out about its sentences."""

    __slots__ = (
        "date",
        "document",
        "folded",
        "found",
        "low",
        "named_in",
        "sentences",
        "tables",
    )

    def __init__(
        self, tables: Tables, document: Document, folded: Folded, date: str | None
    ) -> None:
        self.tables = tables
        self.document = document
        self.folded = folded
        self.low = folded.low
        self.date = date[:10] if date else None
        self.sentences: Sequence[Span] = document.sentences
        if folded.offsets is not None:
            self.sentences = [folded.folded(span) for span in document.sentences]
        self.found: list[Found] = []
        self.named_in: dict[int, list[Named]] = {}

    def sort_out(self, raw: Sequence[_Place]) -> bool:
        """Keep whole words of the automaton's findings, which come in the order of their ends.

        False means that the text has gaps between words which `fold` has to close up first.
        """
        quick = self.tables.quick
        low = self.low
        text = self.folded.text
        found = self.found
        wide = not low.isascii()
        asked: list[_Place] = []
        for literal, start, end in raw:
            entry = quick[literal]
            if entry < 0:
                if entry == MANY:
                    asked.append((literal, start, end))
                elif entry == MODIFIED:
                    if self._may_follow_party(start):
                        asked.append((literal, start, end))
                elif text[start : start + 2] != "\n\n" and self.folded.loose(start):
                    return False
                continue
            character = low[start - 1]
            if character in LETTERS or (wide and joins(character)):
                continue
            character = low[end]
            if character in LETTERS or (wide and joins(character)):
                continue
            found.append((start, end, entry, None, ()))
        for literal, start, end in asked:
            self._ask(literal, start, end)
        return True

    def hits(self) -> list[Hit]:
        """Turn what was found into hits, sorted by (start, −end, entry)."""
        found = self.found
        if found and "boilerplate" in self.document.zones:
            zones = self.document.zones
            found = [each for each in found if zones[self._sentence(each[0])] != "boilerplate"]
        if self._clash(found):
            found = self._longest_of_each(found)
        if self.tables.categories:
            found = exact_first(found, self.tables.plans)
        slotted = self.tables.slotted
        span = self.folded.span if self.folded.offsets is not None else None
        hits: list[Hit] = []
        for start, end, entry, pattern, filled in found:
            if slotted[entry]:
                hits.append(self._bound(start, end, entry, pattern, filled))
            else:
                start, end = span(start, end) if span is not None else (start, end)
                hits.append(_new(Hit, (start, end, entry, ())))
        if len(hits) > 1:
            hits.sort(key=_order)
        return hits

    def _clash(self, found: Sequence[Found]) -> bool:
        """Tell whether two finds of one concept may overlap."""
        concepts = self.tables.concepts
        ends: dict[int, int] = {}
        for each in found:
            concept = concepts[each[2]]
            if each[0] < ends.get(concept, 0):
                return True
            ends[concept] = each[1]
        return False

    def _ask(self, literal: int, start: int, end: int) -> None:
        """Add what a literal's patterns make of one place where it stands."""
        low = self.low
        if joins(low[start - 1]) and joins(low[start]):
            return
        whole = not (joins(low[end]) and joins(low[end - 1]))
        for pattern in self.tables.patterns[literal]:
            if whole or pattern.open:
                found = self._counts(pattern, start, end)
                if found is not None:
                    self.found.append(found)

    def _counts(self, pattern: Pattern, start: int, end: int) -> Found | None:
        """Return what one pattern finds at a place, if its context, date and case allow it."""
        low = self.low
        last = end
        first = start
        filled: tuple[Filled, ...] = ()
        if pattern.template is not None:
            fitted = fit(low, start, end, pattern.template, self._named(start))
            if fitted is None:
                return None
            first, last, filled = fitted
        elif pattern.open:
            closed = _open_end(low, end, pattern.tail)
            if closed is None:
                return None
            last = closed
        if pattern.unless is not None and self._stand(pattern.unless, start, end):
            return None
        if pattern.requires is not None and not self._stand(pattern.requires, start, end):
            return None
        if pattern.dated and self.date:
            plan = self.tables.plans[pattern.entry]
            if not plan.valid_from <= self.date <= plan.valid_to:
                return None
        if pattern.cased is not None and not _same_capitals(
            pattern.cased, self.folded.given(first, last)
        ):
            return None
        return first, last, pattern.entry, pattern, filled

    def _stand(self, phrases: Phrases, start: int, end: int) -> bool:
        sentence = self.sentences[self._sentence(start)] if phrases.elsewhere else None
        return stand(phrases, self.low, start, end, sentence)

    def _sentence(self, start: int) -> int:
        return max(0, bisect_right(self.sentences, (start, _FAR)) - 1)

    def _named(self, start: int) -> list[Named]:
        """Return the parties named in the sentence around a position."""
        sentence = self._sentence(start)
        named = self.named_in.get(sentence)
        if named is None:
            named = self.tables.aliases.named(self.folded, *self.sentences[sentence])
            self.named_in[sentence] = named
        return named

    def _may_follow_party(self, start: int) -> bool:
        """Tell quickly whether a party's name may stand right before a position."""
        low = self.low
        least = start - 40 if start > 40 else 0
        at = low.rfind(" ", least, start - 1) + 1
        word = low[at or least : start - 1]
        return word in self.tables.aliases.last_words or not word[:1].isalnum()

    def _alone(self, plan: Plan, start: int, end: int, entry: int) -> bool:
        """Tell quickly that no slot can be filled: no party stands before, after or inside."""
        return not (
            plan.near
            or self.tables.naming[entry]
            or self.low.startswith(plan.after, end)
            or self._may_follow_party(start)
        )

    def _longest_of_each(self, found: list[Found]) -> list[Found]:
        """Of overlapping finds of one concept, keep the longest."""
        concepts = self.tables.concepts
        by_concept: dict[int, list[Found]] = {}
        for each in found:
            by_concept.setdefault(concepts[each[2]], []).append(each)
        return [each for same in by_concept.values() for each in longest(same)]

    def _bound(
        self,
        start: int,
        end: int,
        entry: int,
        pattern: Pattern | None,
        filled: tuple[Filled, ...],
    ) -> Hit:
        """Build the hit of a find, its slots filled from its sentence."""
        plan = self.tables.plans[entry]
        bindings = plan.unbound
        named = None if not filled and self._alone(plan, start, end, entry) else self._named(start)
        if named:
            bound = bind(plan, self.low, start, end, filled, named)
            widen = pattern is None or not pattern.verb
            found: list[Binding] = []
            for slot, (party, rule) in zip(plan.slots, bound, strict=True):
                if party is None:
                    found.append(slot.unbound)
                    continue
                first, last = party[0], party[1]
                if widen and rule == "modifier" and first < start:
                    start = first
                if self.folded.offsets is not None:
                    first, last = self.folded.span(first, last)
                found.append(_new(Binding, (slot[0], party[2], slot[1], first, last, rule)))
            bindings = tuple(found)
        if self.folded.offsets is not None:
            start, end = self.folded.span(start, end)
        return _new(Hit, (start, end, entry, bindings))


def _order(hit: Hit) -> tuple[int, int, int]:
    return hit[0], -hit[1], hit[2]


def _open_end(low: str, end: int, tail: str) -> int | None:
    """Return where a prefix pattern ends: at its word's end, or after the words of its tail."""
    while joins(low[end]):
        end += 1
    if not tail:
        return end
    stop = end + len(tail)
    if low[end:stop] != tail or stop >= len(low) or (joins(low[stop]) and joins(tail[-1])):
        return None
    return stop


def _same_capitals(cased: str, given: str) -> bool:
    wanted = [letter for letter in cased.rstrip("*") if letter.isalnum()]
    letters = [letter for letter in given if letter.isalnum()]
    return letters[: len(wanted)] == wanted
