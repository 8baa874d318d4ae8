"""The matcher: one pass of an automaton over the folded text, then whole words, then slots."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from framing.lexicon import Lexicon, party_lexicons
from framing.matching.aliases import Aliases
from framing.matching.automaton import FormFinder, gaps
from framing.matching.entries import Entry, plan
from framing.matching.folding import Folded
from framing.matching.lookup import lay_out
from framing.matching.searching import Search
from framing.matching.surnames import LEADS
from framing.values import Document, Hit, Target

__all__ = ["Matcher"]

_KEPT = 4  # documents of which it is known whether a party is named
_HEAD = 1_000  # characters that are looked at first where one name is enough
_number = itemgetter(0)


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
        slotted = any(each.slots for each in plans.plans)
        aliases = Aliases(party_lexicons(), targets) if slotted else Aliases((), ())
        self._find = FormFinder(
            [
                *((name, False) for name in aliases.literals),
                *((pattern.literal, pattern.open) for pattern in plans.patterns),
            ],
            leads=LEADS if any(each.persons for each in plans.plans) else (),
        )
        self._tables = lay_out(plans, aliases, self._find)
        self._searched: dict[int, tuple[Document, bool]] = {}  # if the last ones name a party

    def find(self, document: Document, date: str | None = None) -> list[Hit]:
        """Find all namings of one document, sorted by (start, −end, entry).

        Within one concept the longest of overlapping namings wins; namings of different
        concepts may overlap. Nothing is found in zone ``boilerplate``. `date` (ISO 8601)
        decides about variants that are valid for some time only; without it they count.
        A hit's bindings are one for each slot, in the lexicon's order; after them stand those of
        parties that fill a slot beside another ("U.S. and British troops").

        Parameters
        ----------
        document : Document
            The text or the title of an article, cut into sentences with their zones.
        date : str or None
            The article's.

        Returns
        -------
        list of Hit
            Offsets are into ``document.text``.
        """
        if not self.entries or not document.sentences:
            return []
        return self._search(document, date).hits()

    def names_party(self, document: Document) -> bool:
        """Whether a `document` names any party that could fill a slot; its beginning may do."""
        searched, named = self._searched.get(id(document), (None, False))
        if searched is document:
            return named
        text = document.text
        head = next((end for _, end in document.sentences if end >= _HEAD), len(text))
        return bool(document.sentences) and (
            (text[head : head + 1].isspace() and self._names_one(text[:head]))
            or self._names_one(text)
        )

    def _names_one(self, text: str) -> bool:
        numbers = map(_number, self._find(self._fold(text)))
        return any(map(self._tables.names.__getitem__, numbers))

    def _search(self, document: Document, date: str | None) -> Search:
        folded = self._fold(document.text)
        search = Search(self._tables, document, folded, date)
        search.sort_out(self._find(folded))
        self._searched[id(document)] = document, bool(search.names)
        if len(self._searched) > _KEPT:  # threads may do this at once
            for old in list(self._searched)[:-_KEPT]:
                self._searched.pop(old, None)
        return search

    def _fold(self, text: str) -> Folded:
        """Fold a text; white space is closed up and words are put together where it needs that."""
        if "-\n" in text or "-\r" in text:
            return Folded(text, close_up=True, knows=self._find.knows)
        folded = Folded(text, close_up="  " in text)
        if not folded.closed:
            apart = gaps(folded)
            if len(apart) > text.count("\n\n") and any(map(folded.loose, apart)):
                folded = Folded(text, close_up=True)
        return folded
