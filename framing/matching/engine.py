"""The matcher: one pass of an automaton over the folded text, then whole words, then slots."""

from __future__ import annotations

from collections.abc import Sequence

from framing.lexicon import Lexicon, nations
from framing.matching.aliases import Aliases
from framing.matching.automaton import searcher
from framing.matching.entries import Entry, Pattern, plan
from framing.matching.folding import Folded
from framing.matching.searching import GAP, MANY, MODIFIED, Search, Tables
from framing.values import Document, Hit, Target

__all__ = ["Matcher"]


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
        plans = plan(lexicons)
        self.entries = tuple(plans.entries)
        slotted = [bool(each.slots) for each in plans.plans]
        by_literal: dict[str, list[Pattern]] = {}
        for pattern in plans.patterns:
            by_literal.setdefault(pattern.literal, []).append(pattern)
        literals = list(dict.fromkeys([_GAP, *by_literal]))
        aliases = Aliases(nations(), targets) if any(slotted) else Aliases(None, ())
        naming = [False] * len(slotted)
        for pattern in plans.patterns if any(slotted) else ():
            if pattern.open or not aliases.last_words.isdisjoint(pattern.literal.split()):
                naming[pattern.entry] = True
        self._tables = Tables(
            quick=[_quick(each, by_literal) for each in literals],
            patterns=[tuple(by_literal.get(each, ())) for each in literals],
            aliases=aliases,
            plans=plans.plans,
            concepts=[each.concept for each in plans.plans],
            slotted=slotted,
            naming=naming,
            categories=any(each.category for each in plans.plans),
        )
        self._search = searcher(literals) if by_literal else None

    def find(self, document: Document, date: str | None = None) -> list[Hit]:
        """Find all namings of one document, sorted by (start, −end, entry).

        Within one concept the longest of overlapping namings wins; namings of different
        concepts may overlap. Nothing is found in zone ``boilerplate``. `date` (ISO 8601)
        decides about variants that are valid for some time only; without it they count.
        """
        if self._search is None or not document.sentences:
            return []
        folded = Folded(document.text)
        search = Search(self._tables, document, folded, date)
        if not search.sort_out(self._search(folded.low)):
            folded = Folded(document.text, close_up=True)
            search = Search(self._tables, document, folded, date)
            search.sort_out(self._search(folded.low))
        return search.hits()


# Two spaces are among the literals: the search itself finds what `fold` leaves open.
_GAP = "  "


def _quick(literal: str, by_literal: dict[str, list[Pattern]]) -> int:
    """Return the entry that every whole-word hit of a literal is, or what else to do with it."""
    if literal == _GAP:
        return GAP
    patterns = by_literal[literal]
    if len(patterns) == 1 and patterns[0].simple:
        return patterns[0].entry
    modified = [each.template is not None and each.template.modified for each in patterns]
    return MODIFIED if all(modified) else MANY
