"""The readers' common interface, and the default reader, which needs no parser and no model."""

from __future__ import annotations

import functools
from collections.abc import Container, Iterator, Sequence
from typing import Protocol

from framing.language.languages import ENGLISH, Language
from framing.values import Attribution, Document, Reading, Span
from framing.voice.constructions.distancing import find_distancings
from framing.voice.constructions.labelled import read_title
from framing.voice.constructions.quotations import continue_quotations
from framing.voice.constructions.wordnames import avoided_terms
from framing.voice.found import Found, Speaker, holds_quotation
from framing.voice.quoted.quotedparts import give_beside, give_quotations, give_unopened, woven_in
from framing.voice.rules import all_constructions
from framing.voice.settled.acts import settle_acts
from framing.voice.settled.nesting import (
    keep_apart,
    without_bodily_acts,
    without_inner_judgements,
)
from framing.voice.sources.speakers import name_speakers
from framing.voice.sources.whospeaks import source_words
from framing.voice.text.chunktable import ChunkTable
from framing.voice.text.entities import without_entities
from framing.voice.text.insertions import insertions
from framing.voice.text.quicktuples import maker
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, any_of
from framing.voice.text.tokens import Chunks
from framing.voice.text.units import Page, lay_out
from framing.voice.text.vocabulary import vocabulary

__all__ = ["RulesReader", "VoiceReader", "read_voice"]


class VoiceReader(Protocol):
    """Finds attributions, distancing scopes and quotations in one document."""

    name: str

    def read(self, document: Document) -> Reading:
        """Return what is found in one `document`, in offsets into its text."""
        ...


@functools.cache
def _table(language: Language) -> ChunkTable:
    """Return what is known of chunks, shared by all readers of a language in a process."""
    return ChunkTable(Chunks(vocabulary(language)))


class RulesReader:
    """The default reader: rules over words and punctuation; it needs no parser and no model.

    Parameters
    ----------
    language
        What is known of the language that is read.

    Examples
    --------
    >>> from framing.values import Document
    >>> text = "“They fled,” said Ana Ruiz, the mayor."
    >>> document = Document("a", "text", text, ((0, 38),), ((0, 38),), ("lead",))
    >>> [(a.kind, a.speaker, a.rule) for a in RulesReader().read(document).attributions]
    [('direct', 'Ana Ruiz, the mayor', 'inverted')]
    """

    name = "rules"

    def __init__(self, language: Language = ENGLISH) -> None:
        self.vocabulary = vocabulary(language)
        self._table = _table(language)
        self.chunks = self._table.chunks

    def read(self, document: Document) -> Reading:
        """Read one document.

        Parameters
        ----------
        document : Document
            A text or a title; a title is read here without the text below it.

        Returns
        -------
        Reading
            Its spans count characters of the document's text.
        """
        return self.read_all((document,))[0]

    def read_all(self, documents: Sequence[Document]) -> list[Reading]:
        """Read documents, each step for all of them before the next one begins.

        Eight or so at a time are read faster than one by one, as what a step needs stays in the
        processor's cache from one page to the next.

        Parameters
        ----------
        documents : sequence of Document
            Of any articles; a title given with its article's text is read with who speaks there.

        Returns
        -------
        list of Reading
            One for each document, in their order.
        """
        documents = list(map(without_entities, documents))
        texts = [document.text for document in documents]
        pages = [
            lay_out(document, self.chunks, tokens)
            for document, tokens in zip(documents, self._table.tokenize(texts), strict=True)
        ]
        finds = self._find(pages)
        self._read_titles(documents, pages, finds)
        return self._finish(pages, finds, self.name)

    def _read_titles(
        self, documents: Sequence[Document], pages: Sequence[Page], finds: Sequence[list[Found]]
    ) -> None:
        """Find whom titles name beside a colon, of those who speak in the text of the article."""
        for document, page, found in zip(documents, pages, finds, strict=True):
            if document.field != "title" or not _BESIDE_NAMES.search(page.mask):
                continue
            sources: set[str] = set()
            for other, text, told in zip(documents, pages, finds, strict=True):
                if other.article_id == document.article_id and other.field == "text":
                    sources |= source_words(text, told)
            report = read_title(page, self.vocabulary, found, sources)
            found.extend(() if report is None else (report,))

    def find(self, page: Page) -> list[Found]:
        """Return the attributions on a `page` that words and punctuation show, not yet finished."""
        return self._find((page,))[0]

    def finish(self, page: Page, found: list[Found], name: str | None = None) -> Reading:
        """Add quotations that go on, speakers and distancing, and turn tokens into characters.

        Parameters
        ----------
        page : Page
            The one that `find` was given.
        found : list of Found
            What was found on it; entries may be changed.
        name : str, optional
            What the reading calls its reader; this reader's own name without it.

        Returns
        -------
        Reading
            What the page holds, in characters of its text.
        """
        return self._finish((page,), (found,), name or self.name)[0]

    def _find(self, pages: Sequence[Page]) -> list[list[Found]]:
        """Find the attributions of some pages, construction by construction."""
        finds: list[list[Found]] = [[] for _ in pages]
        for construction in all_constructions():
            for page, found in zip(pages, finds, strict=True):
                if construction.may_stand_in(page):
                    found.extend(construction.find(page, self.vocabulary, found))
        return list(map(without_bodily_acts, pages, finds))

    def _finish(
        self, pages: Sequence[Page], finds: Sequence[list[Found]], name: str
    ) -> list[Reading]:
        """Finish some pages, step by step."""
        avoided = [avoided_terms(page, self.vocabulary) for page in pages]
        for page, found in zip(pages, finds, strict=True):
            settle_acts(page, found, self.vocabulary)
        kept = map(without_inner_judgements, finds)
        finds = list(map(continue_quotations, pages, kept, avoided))
        for page, found, terms in zip(pages, finds, avoided, strict=True):
            give_quotations(page, found, terms)
            give_beside(page, found, self.vocabulary, terms)
            give_unopened(page, found)
            keep_apart(found)
        speakers = list(map(name_speakers, pages, finds))
        finished = zip(pages, finds, speakers, avoided, strict=True)
        return [self._reading(*each, name) for each in finished]

    def _reading(
        self,
        page: Page,
        found: list[Found],
        speakers: list[Speaker],
        avoided: Container[int],
        name: str,
    ) -> Reading:
        """Turn what was found on a page into characters."""
        attributions = sorted(_attributions(page, found, speakers), key=_position)
        distancings = find_distancings(page, found, self.vocabulary, avoided)
        return Reading(
            tuple(attributions),
            tuple(distancings),
            _quotations(page, found),
            name,
            tuple(
                (page.tokens.starts[first], page.tokens.end(stop - 1))
                for first, stop in woven_in(page, found)
            ),
            tuple(insertions(page.tokens.text, page.quotations)),
        )


def _quotations(page: Page, found: list[Found]) -> tuple[Span, ...]:
    """Characters of all quotations, those in blocks without marks included, in order."""
    spans = [(quotation.start, quotation.end) for quotation in page.quotations]
    starts, end = page.tokens.starts, page.tokens.end
    blocks = [
        (starts[report.block[0]], end(report.block[1] - 1)) for report in found if report.block
    ]
    return tuple(sorted({*spans, *blocks}) if blocks else spans)


_BESIDE_NAMES = pattern("<colon|dash>")
_LEFT, _RIGHT = any_of("end|joins|colon|dash|right|aside"), any_of("end|colon|dash|left|aside")
_QUOTING = frozenset("“\"‘'«„`»")
_attribution = maker(Attribution)


def _attributions(page: Page, found: list[Found], speakers: list[Speaker]) -> Iterator[Attribution]:
    """Turn token ranges into characters."""
    mask, quoting = page.mask, bool(page.quotes)
    text, starts, sizes = page.tokens.text, page.tokens.starts, page.tokens.sizes
    for report, speaker in zip(found, speakers, strict=True):
        parts, source_at, cue_at = report.content, report.source, report.cue
        content = worded = _in_characters(mask, starts, sizes, parts)
        if not content:
            continue
        if report.worded is not parts:
            worded = _in_characters(mask, starts, sizes, report.worded)
        kind = "direct" if text[content[0][0]] in _QUOTING else "indirect"
        if quoting and kind != "direct" and holds_quotation(mask, parts):
            kind = "mixed"
        source_span = cue_span = cue = source = None
        if source_at is not None:
            first, last = source_at[0], source_at[1] - 1
            while last > first and mask[last] == Tag.ASIDE:
                last -= 1
            first, stop = starts[first], starts[last] + sizes[last]
            if first < stop:  # not the mere white space of a spaced text
                source_span = first, stop
                source = text[first:stop]  # with the comma it ends in
        if cue_at is not None:
            first, last = cue_at[0], cue_at[1] - 1
            cue_span = first, stop = starts[first], starts[last] + sizes[last]
            cue = text[first:stop]
        yield _attribution(
            (kind, source, speaker.name, speaker.kind, cue, report.kind, source_span, cue_span,
             content, report.rule, report.negated, speaker.speaks_for, report.act, worded)
        )  # fmt: skip


def _in_characters(
    mask: str, starts: list[int], sizes: Sequence[int], parts: list[Span]
) -> tuple[Span, ...]:
    """Characters of token ranges without the stops at their ends; one of mere stops has none."""
    kept: tuple[Span, ...] = ()
    for first, stop in parts:
        while first < stop and mask[first] in _LEFT:
            first += 1
        last = stop - 1
        while first <= last and mask[last] in _RIGHT:
            last -= 1
        if first <= last:
            kept += ((starts[first], starts[last] + sizes[last]),)
    return kept


def _position(attribution: Attribution) -> tuple[int, int]:
    """Return where an attribution begins: its first content, or its cue."""
    first, cue = attribution.content[0], attribution.cue_span
    return first if cue is None or first < cue else cue


def read_voice(document: Document) -> Reading:
    """Read one document with the default reader.

    Parameters
    ----------
    document : Document
        The text or the title of an article, cut into paragraphs and sentences.

    Returns
    -------
    Reading
        All spans are offsets into ``document.text``; attributions stand in the order of the text.

    Examples
    --------
    >>> text = "The mayor said the rebels had fled."
    >>> document = Document("a", "text", text, ((0, 35),), ((0, 35),), ("lead",))
    >>> read_voice(document).attributions[0].speaker
    'The mayor'
    """
    return RulesReader().read(document)
