"""The matcher: one pass of an automaton over the folded text, then whole words, then slots."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import ahocorasick_rs

from framing.lexicon import Lexicon, nations
from framing.matching.aliases import AliasFinder, Named
from framing.matching.binding import Filled, as_binding, bind, fit
from framing.matching.context import allowed
from framing.matching.entries import Entry, Pattern, plan
from framing.matching.folding import Folded, joins
from framing.values import Binding, Document, Hit, Target

__all__ = ["Matcher"]


class _Candidate(NamedTuple):
    """A possible hit, in folded offsets."""

    start: int
    end: int
    entry: int
    open: bool
    verb: bool
    filled: tuple[Filled, ...]


class Matcher:
    """Finds every naming of some lexicons in a document, with offsets into its text as given.

    Parameters
    ----------
    lexicons : sequence of Lexicon
        Any kinds but ``entities``. Variants marked ``unsourced`` are left out.
    targets : sequence of Target
        Parties that can fill slots beside the shipped states.

    Attributes
    ----------
    entries : tuple of Entry
        The variants, in the order of lexicons, concepts and variants; `Hit.entry` counts them.

    Examples
    --------
    >>> from framing.lexicon import lexicon_from_mapping
    >>> from framing.values import Document
    >>> lexicon = lexicon_from_mapping({"id": "forces", "concepts": [{
    ...     "id": "troops", "slots": {"holder": "whose they are"}, "variants": [
    ...         {"id": "occupation", "nouns": ["occupation force"], "toward": {"holder": -1}}]}]})
    >>> text = "Varenian occupation forces stayed."
    >>> whole = ((0, len(text)),)
    >>> document = Document("a", "text", text, whole, whole, ("body",))
    >>> hit = Matcher([lexicon], [Target("Varenia", ("Varenian",))]).find(document)[0]
    >>> text[hit.start : hit.end], hit.bindings[0].target
    ('Varenian occupation forces', 'Varenia')
    """

    entries: tuple[Entry, ...]

    def __init__(self, lexicons: Sequence[Lexicon], targets: Sequence[Target] = ()) -> None:
        entries, self._plans, patterns = plan(lexicons)
        self.entries = tuple(entries)
        index: dict[str, int] = {}
        self._by_literal: list[list[Pattern]] = []
        for pattern in patterns:
            at = index.setdefault(pattern.literal, len(index))
            if at == len(self._by_literal):
                self._by_literal.append([])
            self._by_literal[at].append(pattern)
        self._search = (
            ahocorasick_rs.AhoCorasick(list(index)).find_matches_as_indexes if index else None
        )
        slotted = any(each.slots for each in self._plans)
        self._aliases = AliasFinder(nations() if slotted else None, targets if slotted else ())

    def find(self, document: Document, date: str | None = None) -> list[Hit]:
        """Find all namings of one document, sorted by (start, −end, entry).

        Within one concept the longest of overlapping namings wins; namings of different
        concepts may overlap. Nothing is found in zone ``boilerplate``. `date` (ISO 8601)
        decides about variants that are valid for some time only; without it they count.
        """
        if self._search is None or not document.sentences:
            return []
        folded = Folded(document.text)
        raw = self._search(folded.low, overlapping=True)
        return _Search(self, document, folded, date).hits(raw) if raw else []


class _Search:
    """One document being searched; keeps what was found out about its sentences."""

    def __init__(
        self, matcher: Matcher, document: Document, folded: Folded, date: str | None
    ) -> None:
        self.matcher = matcher
        self.document = document
        self.folded = folded
        self.low = folded.low
        self.date = date[:10] if date else None
        self.starts = [start for start, _ in document.sentences]
        self.named: dict[int, list[Named]] = {}

    def hits(self, raw: list[tuple[int, int, int]]) -> list[Hit]:
        """Turn the automaton's findings into hits."""
        by_concept: dict[int, list[_Candidate]] = {}
        plans = self.matcher._plans
        low = self.low
        size = len(low)
        for literal, start, end in raw:
            if start and joins(low[start - 1]) and joins(low[start]):
                continue
            whole = end == size or not joins(low[end]) or not joins(low[end - 1])
            for pattern in self.matcher._by_literal[literal]:
                if whole or pattern.open:
                    candidate = self._candidate(pattern, start, end)
                    if candidate is not None:
                        concept = plans[pattern.entry].concept
                        by_concept.setdefault(concept, []).append(candidate)
        kept = [each for found in by_concept.values() for each in _longest(found)]
        hits = [self._hit(each) for each in kept]
        return sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.entry))

    def _candidate(self, pattern: Pattern, start: int, end: int) -> _Candidate | None:
        plan = self.matcher._plans[pattern.entry]
        low = self.low
        filled: list[Filled] = []
        if self.date and (
            (plan.valid_from and self.date < plan.valid_from)
            or (plan.valid_to and self.date > plan.valid_to)
        ):
            return None
        if pattern.open:
            closed = _open_end(low, end, pattern.tail)
            if closed is None:
                return None
            end = closed
        sentence = self._sentence(start)
        if self.document.zones[sentence] == "boilerplate":
            return None
        if pattern.template is not None:
            fitted = fit(low, start, end, pattern.template, self._named(sentence))
            if fitted is None:
                return None
            start, end, filled = fitted
        if plan.case and not self._cased(pattern, start, end):
            return None
        if (plan.requires or plan.unless) and not allowed(
            low, (start, end), self._bounds(sentence), plan.requires, plan.unless
        ):
            return None
        return _Candidate(start, end, pattern.entry, pattern.open, pattern.verb, tuple(filled))

    def _cased(self, pattern: Pattern, start: int, end: int) -> bool:
        given = self.folded.given(start, end)
        cased = pattern.cased or ""
        wanted = [letter for letter in cased.rstrip("*") if letter.isalnum()]
        letters = [letter for letter in given if letter.isalnum()]
        return letters[: len(wanted)] == wanted

    def _sentence(self, start: int) -> int:
        offsets = self.folded.offsets
        given = start if offsets is None else offsets(start)
        return max(0, bisect_right(self.starts, given) - 1)

    def _bounds(self, sentence: int) -> tuple[int, int]:
        return self.folded.folded(self.document.sentences[sentence])

    def _named(self, sentence: int) -> list[Named]:
        if sentence not in self.named:
            bounds = self._bounds(sentence)
            self.named[sentence] = self.matcher._aliases.find(self.folded, *bounds)
        return self.named[sentence]

    def _hit(self, candidate: _Candidate) -> Hit:
        start, end, entry = candidate.start, candidate.end, candidate.entry
        plan = self.matcher._plans[entry]
        bindings: list[Binding] = []
        if plan.slots:
            named = self._named(self._sentence(start))
            bound = bind(plan, self.low, (start, end), candidate.filled, named)
            for slot, filled in zip(plan.slots, bound, strict=True):
                where = self.folded.span(filled.named.start, filled.named.end) if filled else (0, 0)
                bindings.append(as_binding(slot, plan.toward.get(slot, 0), filled, *where))
                if filled and filled.rule == "modifier" and not candidate.verb:
                    start = min(start, filled.named.start)
        return Hit(*self.folded.span(start, end), entry, tuple(bindings))


def _open_end(low: str, end: int, tail: str) -> int | None:
    """Return where a prefix pattern ends: at its word's end, or after the words of its tail."""
    size = len(low)
    while end < size and joins(low[end]):
        end += 1
    if not tail:
        return end
    stop = end + len(tail)
    if low[end:stop] != tail or (stop < size and joins(low[stop]) and joins(tail[-1])):
        return None
    return stop


def _longest(found: list[_Candidate]) -> list[_Candidate]:
    """Keep the longest of overlapping candidates of one concept; exact beats prefix."""
    if len(found) == 1:
        return found
    kept: list[_Candidate] = []
    for each in sorted(found, key=lambda c: (c.start - c.end, c.start, c.open, c.entry)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return kept
