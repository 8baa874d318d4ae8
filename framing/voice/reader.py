"""The readers' common interface, and the default reader, which needs no parser and no model."""

from __future__ import annotations

import functools
from collections.abc import Container, Sequence
from typing import Protocol

from framing.language.languages import ENGLISH, Language
from framing.values import Document, Reading
from framing.voice.constructions.distancing import find_distancings
from framing.voice.constructions.labelled import read_title
from framing.voice.constructions.quotations import continue_quotations
from framing.voice.constructions.wordnames import avoided_terms
from framing.voice.found import Found, Speaker
from framing.voice.quoted.quotedparts import give_beside, give_quotations, give_unopened, woven_in
from framing.voice.rules import all_constructions
from framing.voice.settled.acts import settle_acts
from framing.voice.settled.incharacters import attributions_of, quotations_of
from framing.voice.settled.nesting import (
    keep_apart,
    without_bodily_acts,
    without_inner_judgements,
)
from framing.voice.sources.speakers import name_speakers
from framing.voice.sources.whospeaks import source_words
from framing.voice.text.chunktable import ChunkTable
from framing.voice.text.entities import as_written, without_entities
from framing.voice.text.insertions import insertions
from framing.voice.text.tagpatterns import pattern
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
        given, documents = documents, list(map(without_entities, documents))
        texts = [document.text for document in documents]
        pages = [
            lay_out(document, self.chunks, tokens)
            for document, tokens in zip(documents, self._table.tokenize(texts), strict=True)
        ]
        finds = self._find(pages)
        self._read_titles(documents, pages, finds)
        readings = self._finish(pages, finds, self.name)
        return [
            reading if read is document else as_written(reading, document.text)
            for reading, read, document in zip(readings, documents, given, strict=True)
        ]

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
            claimed = give_quotations(page, found, terms)
            give_beside(page, found, self.vocabulary, claimed, terms)
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
        attributions = attributions_of(page, found, speakers)
        distancings = find_distancings(page, found, self.vocabulary, avoided)
        return Reading(
            attributions,
            tuple(distancings),
            quotations_of(page, found),
            name,
            tuple(
                (page.tokens.starts[first], page.tokens.end(stop - 1))
                for first, stop in woven_in(page, found)
            ),
            tuple(insertions(page.tokens.text, page.quotations)),
        )


_BESIDE_NAMES = pattern("<colon|dash>")


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
