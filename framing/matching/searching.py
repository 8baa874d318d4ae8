"""One document being searched: from the automaton's findings to hits with their slots."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from framing.matching.automaton import Place
from framing.matching.binding import Bound, bind, by_office, settled
from framing.matching.context import Elsewhere, Phrases
from framing.matching.discourse import Discourse
from framing.matching.entries import Pattern, Plan
from framing.matching.folding import Folded, joins
from framing.matching.lookup import ALSO, LEAD, MODIFIED, PARTY, LookupTables
from framing.matching.places import Mention
from framing.matching.recalling import Recall
from framing.matching.recounting import Recount
from framing.matching.resolving import Found, exact_first, longest_of_all, longest_of_each
from framing.matching.surnames import Lead, begins_a_name, surnames_in
from framing.matching.templates import ADJOINING, Filled, fit
from framing.values import Binding, Document, Hit, Span

__all__ = ["Search"]

_FAR = sys.maxsize
_LONG = 2_000
_START = itemgetter(0)
_new = tuple.__new__  # building a NamedTuple this way halves the time a hit takes


class Search:
    """Searches one document; keeps what was found out about its sentences."""

    __slots__ = (
        "date",
        "discourse",
        "document",
        "folded",
        "found",
        "leads",
        "low",
        "names",
        "recall",
        "recount",
        "sentences",
        "starts",
        "stood",
        "tables",
    )

    def __init__(
        self, tables: LookupTables, document: Document, folded: Folded, date: str | None
    ) -> None:
        self.tables = tables
        self.folded = folded
        self.low = folded.low
        self.date = date[:10] if date else None
        self.document = document
        self.sentences = folded.folded(document.sentences)
        self.starts = [start for start, _ in self.sentences]
        self.found: list[Found] = []
        self.names: list[Span] = []
        self.leads: list[Lead] = []
        self.discourse = Discourse(tables.aliases, folded, self.names, self.leads, self.sentences)
        self.stood: dict[tuple[Elsewhere, int], bool] = {}
        self.recall = Recall(tables.aliases.offices)
        self.recount = Recount()

    def sort_out(self, raw: Iterable[Place]) -> None:
        """Keep what counts of the automaton's findings, which come in the order of their ends."""
        tables = self.tables
        quick, spaced, unbound, reach = tables.quick, tables.spaced, tables.unbound, tables.reach
        probes, kinds = tables.probes, tables.leads
        low, found, names, leads = self.low, self.found, self.names, self.leads
        asked: list[Span] = []
        last = -_FAR  # where the last party's name ended
        for literal, start, end in raw:
            entry = quick[literal]
            if entry == PARTY:
                last = end
                names.append((end - 2, start))
                continue
            if kinds[literal]:
                leads.append((start, end - 2, kinds[literal]))
                if entry == LEAD:
                    continue
            if entry >= 0:
                text = spaced[literal]
                if not text or low.startswith(text, start):
                    end -= 2
                    found.append((start, end, entry, None, () if unbound[entry] else None))
            elif entry != MODIFIED or start - last <= reach:
                if probes[literal]:
                    asked.append((literal, start))
                if entry == ALSO:
                    last = end
                    for lead, size in tables.names[literal]:
                        names.append((start - lead + size, start - lead))
        for literal, start in asked:
            self._ask(literal, start)

    def hits(self) -> list[Hit]:
        """Turn what was found into hits, sorted by (start, −end, entry)."""
        found = self.found
        if found and not self.document.all_counts:
            starts, counts = self.starts, self.document.counts
            found = [each for each in found if counts(bisect_right(starts, each[0], 1) - 1)]
        found = self._without_names(found)
        if len(found) > 1:
            found = longest_of_each(found, self.tables.concepts)
        if self.tables.categories:
            found = longest_of_all(exact_first(found, self.tables.plans), self.tables.plans)
        unbound = self.tables.unbound
        span = self.folded.span if self.folded.offsets is not None else None
        hits: list[Hit] = []
        for each in found:
            start, end, entry, _, filled = each
            if filled is not None:
                hits.append(self._bound(each, filled))
            else:
                if span is not None:
                    start, end = span(start, end)
                hits.append(_new(Hit, (start, end, entry, unbound[entry])))
        self.discourse.close()
        if len(set(map(_START, hits))) == len(hits):
            hits.sort()
        else:
            hits.sort(key=_order)
        return hits

    def _without_names(self, found: list[Found]) -> list[Found]:
        """Leave out words that begin a name ("Heroes Act"), or are a surname in the text.

        "Slaughter" names nothing after Ada Slaughter.
        """
        cased, low, tables = self.folded.cased, self.low, self.tables
        large = {each[:2] for each in found if cased[each[0]].isupper()}
        gone = {(start, end) for start, end in large if begins_a_name(cased, start, end)}
        if gone:
            plans = tables.plans  # what a category counts are words, whatever they name
            found = [each for each in found if each[:2] not in gone or plans[each[2]].category]
        large = {(start, end) for start, end in large if low[start:end] in tables.common}
        if not large or not self.leads:
            return found
        names = surnames_in(cased, self.leads)
        gone = {(start, end) for start, end in large if cased[start:end] in names}
        return [each for each in found if each[:2] not in gone] if gone else found

    def _ask(self, literal: int, start: int) -> None:
        """Add what a literal's patterns make of one place."""
        low = self.low
        for text, lead, size, unless, requires, special, pattern in self.tables.probes[literal]:
            first = start - lead
            if not low.startswith(text, first):
                continue
            end = stop = first + size
            if unless is not None and self._stand(unless, first, end):
                continue
            if requires is not None and not self._stand(requires, first, end):
                continue
            entry = pattern[1]
            filled: tuple[Filled, ...] | None = ()
            if special:
                fitted = self._special(pattern, first, end)
                if fitted is None:
                    continue
                first, stop, filled = fitted
            if not filled and not self.tables.unbound[entry]:
                filled = None
            self.found.append((first, stop, entry, pattern, filled))

    def _special(
        self, pattern: Pattern, start: int, end: int
    ) -> tuple[int, int, tuple[Filled, ...]] | None:
        """Return what a pattern covers at a place and what fills it, if date and case allow it."""
        low = self.low
        first, last = start, end
        filled: tuple[Filled, ...] = ()
        if pattern.template is not None:
            fitted = fit(
                low, start, end, pattern.template, self.discourse.named(self._sentence(start))
            )
            if fitted is None:
                return None
            first, last, filled = fitted
        elif pattern.open:
            closed = _open_end(low, end, pattern.tail)
            if closed is None:
                return None
            last = closed
        if pattern.dated and self.date:
            plan = self.tables.plans[pattern.entry]
            if not plan.valid_from <= self.date <= plan.valid_to:
                return None
        if pattern.cased is not None and not _same_capitals(
            pattern.cased, self.folded.given(first, last)
        ):
            return None
        before, after = pattern.around
        return first + before, last - after, filled

    def _stand(self, phrases: Phrases, start: int, end: int) -> bool:
        """Tell whether one of some phrases covers a place, or stands near it or in its sentence."""
        around, _, _, last, first, near, elsewhere = phrases
        low = self.low
        if (
            around
            and (
                last is None
                or first is None
                or low[end + 1 : end + 2] in first
                or low[start - 2 : start - 1] in last
            )
            and phrases.cover(low, start, end)
        ):
            return True
        if near is None and elsewhere is None:
            return False
        sentence = bisect_right(self.starts, start, 1) - 1
        if near is not None and near.stand_near(low, (start, end), self.sentences[sentence]):
            return True
        return elsewhere is not None and self._stand_in(elsewhere, sentence)

    def _stand_in(self, elsewhere: Elsewhere, sentence: int) -> bool:
        """Tell whether one of some phrases stands in a sentence; a long one is read only once."""
        first, last = self.sentences[sentence]
        if last - first < _LONG:
            return elsewhere.stand_in(self.low, first, last)
        known = self.stood.get((elsewhere, sentence))
        if known is None:
            known = self.stood[elsewhere, sentence] = elsewhere.stand_in(self.low, first, last)
        return known

    def _sentence(self, start: int) -> int:
        return bisect_right(self.starts, start, 1) - 1

    def _bound(self, found: Found, filled: tuple[Filled, ...]) -> Hit:
        """Build the hit of a find, its slots filled from its sentence and what went before."""
        start, end, entry, pattern, _ = found
        plan = self.tables.plans[entry]
        sentence = bisect_right(self.starts, start, 1) - 1
        bound: Sequence[Bound]
        if plan.settled:
            bound = settled(plan, start, end)
        else:
            part = "" if pattern is None else pattern.part
            bound = self._read(plan, sentence, start, end, part, filled)
        first, bindings = start, plan.unbound
        if bound:
            first, bindings = self._bindings(plan.unbound, bound, found)
        if self.folded.offsets is not None:
            first, end = self.folded.span(first, end)
        return _new(Hit, (first, end, entry, bindings))

    def _read(
        self, plan: Plan, sentence: int, start: int, end: int, part: str, filled: Sequence[Filled]
    ) -> Sequence[Bound]:
        """Return what fills the open slots of a mention: by grammar, else from what went before."""
        look = self.discourse.with_persons if plan.persons else self.discourse.scene
        scene = look(sentence)
        bound: Sequence[Bound] = ()
        mention = _new(Mention, (scene, start, end, part, self.date))
        if scene.named or plan.fixed or plan.harms or scene.pronouns:
            bound = bind(plan, mention, filled, self.tables.aliases.offices)
        if plan.recalls and (bound or plan.takes_up or plan.concept in self.recall.concepts):
            recalled = self.recall.bind(plan, mention, sentence, bound)
            bound = [*bound, *recalled]
            if recalled and plan.led:
                bound += by_office(plan, bound, mention, self.tables.aliases.offices)
        if plan.event and (bound or self.recount.told):
            bound = [*bound, *self.recount.bind(plan, mention, sentence, bound)]
        return bound

    def _bindings(
        self, unbound: tuple[Binding, ...], bound: Sequence[Bound], found: Found
    ) -> tuple[int, tuple[Binding, ...]]:
        """Write down what fills the slots, and where the mention begins with its modifier."""
        start, _, _, pattern, _ = found
        low = self.low
        span = self.folded.span if self.folded.offsets is not None else None
        slots = list(unbound)
        begin = start
        widens = pattern is None or pattern.part != "verb"
        for at, party, rule in bound:
            first, last, target = party[:3]
            if rule == "modifier" and widens and low[last:begin] in ADJOINING:
                begin = min(begin, first)
            if span is not None:
                first, last = span(first, last)
            name, other, direction, _, _, _ = slots[at]
            binding = _new(Binding, (name, target, direction, first, last, rule))
            if other is None:
                slots[at] = binding
            else:
                slots.append(binding)
        return begin, tuple(slots)


def _order(hit: Hit) -> tuple[int, int, int]:
    return hit[0], -hit[1], hit[2]


def _open_end(low: str, end: int, tail: str) -> int | None:
    """Return where a prefix pattern ends: at its word's end, or after the words of its tail.

    A tail may hold more prefixes: "war* crime*" covers "wars crimes".
    """
    end = _word_end(low, end)
    pieces = tail.split("*") if tail else []
    for number, piece in enumerate(pieces, start=1):
        stop = end + len(piece)
        if low[end:stop] != piece:
            return None
        end = stop
        if number < len(pieces):
            end = _word_end(low, end)
        elif piece and (stop >= len(low) or (joins(low[stop]) and joins(piece[-1]))):
            return None
    return end


def _word_end(low: str, at: int) -> int:
    while joins(low[at]):
        at += 1
    return at


def _same_capitals(cased: str, given: str) -> bool:
    if given == cased:
        return True
    wanted = [letter for letter in cased.rstrip("*") if letter.isalnum()]
    letters = [letter for letter in given if letter.isalnum()]
    return letters[: len(wanted)] == wanted
