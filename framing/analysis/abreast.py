"""The steps of an analysis, each taken for some articles at a time before the next one begins.

A step's tables and automata then stay in the processor's cache from one article to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from framing.analysis.broken import ENDS_A_RUN, reason_of
from framing.analysis.scores import score_features
from framing.articles import documents
from framing.matching import Matcher
from framing.stance import CountedWords, find_cues
from framing.values import Article, Cue, Document, Hit, Reading
from framing.voice import RulesReader, VoiceReader

__all__ = ["Abreast", "ReadThrough", "at_once"]

_AT_A_TIME = 16


@dataclass(slots=True)
class ReadThrough:
    """What the steps found in one article, by document, or why it broke on one of them.

    `reported` are the words of what each attribution reports.
    """

    article: Article
    documents: Sequence[Document] = ()
    readings: list[Reading] = field(default_factory=list)
    hits: list[list[Hit]] = field(default_factory=list)
    names_party: bool = False
    cues: list[list[Cue]] = field(default_factory=list)
    features: Mapping[str, Any] = field(default_factory=dict)
    reported: list[list[int]] = field(default_factory=list)
    broken: str | None = None

    def take(self, step: Callable[[ReadThrough], None]) -> None:
        """Take a step, unless an earlier one broke; whatever breaks costs this article alone."""
        if self.broken is None:
            try:
                step(self)
            except ENDS_A_RUN:
                raise
            except Exception as error:  # the one guard of the analysis, as the readers have theirs
                self.broken = reason_of(error)


class Abreast:
    """Reads articles with a matcher and a voice reader, and counts what they hold."""

    def __init__(self, matcher: Matcher, reader: VoiceReader, *, sentiment: bool) -> None:
        self._matcher = matcher
        self._reader = reader
        self._sentiment = sentiment

    def read(self, articles: Sequence[Article]) -> Iterator[list[ReadThrough]]:
        """Yield what is found in the articles, some at a time, in order."""
        steps = (self._cut, self._hear, self._match, self._weigh)
        for first in range(0, len(articles), _AT_A_TIME):
            several = [ReadThrough(article) for article in articles[first : first + _AT_A_TIME]]
            for step in steps:
                if step == self._hear:
                    self._hear_at_once(several)
                for found in several:
                    found.take(step)
            at_once(several, self._count)
            yield several

    def _cut(self, found: ReadThrough) -> None:
        """Cut an article into documents with paragraphs, sentences and zones."""
        found.documents = documents(found.article)

    def _hear_at_once(self, several: Sequence[ReadThrough]) -> None:
        """Tell the voices apart in some articles at once; where that breaks, `_hear` does it.

        It does for a reader of one's own, too, which may read a document in its own way.
        """
        if type(self._reader) is RulesReader:
            every = [document for found in several for document in found.documents]
            with suppress(Exception):  # which article broke it is found one by one
                readings = iter(self._reader.read_all(every))
                for found in several:
                    found.readings = list(islice(readings, len(found.documents)))

    def _hear(self, found: ReadThrough) -> None:
        """Tell the voices apart, unless that is done."""
        if not found.readings and type(self._reader) is RulesReader:
            found.readings = self._reader.read_all(found.documents)
        elif not found.readings:
            found.readings = [self._reader.read(document) for document in found.documents]

    def _match(self, found: ReadThrough) -> None:
        """Find the namings, and whether a party is named where one of them asks for that."""
        matcher, date = self._matcher, found.article.date
        found.hits = [matcher.find(document, date) for document in found.documents]
        numbers = {hit[2] for hits in found.hits for hit in hits}
        if any(matcher.entries[number].counted == "bound" for number in numbers):
            found.names_party = any(map(matcher.names_party, found.documents))

    def _weigh(self, found: ReadThrough) -> None:
        """Find the cues of stance."""
        found.cues = list(map(find_cues, found.documents, found.readings))

    def _count(self, several: Sequence[ReadThrough]) -> None:
        """Count words and cues."""
        parts = [list(zip(one.documents, one.readings, one.cues, strict=True)) for one in several]
        every = [part for of_one in parts for part in of_one]
        words = CountedWords([part[0] for part in every], [part[1] for part in every])
        features = score_features(parts, words, sentiment=self._sentiment)
        reported = iter(words.reported)
        for found, values in zip(several, features, strict=True):
            found.features = values
            found.reported = list(islice(reported, len(found.documents)))


def at_once(several: Sequence[ReadThrough], step: Callable[[Sequence[ReadThrough]], None]) -> None:
    """Take a step for several articles together; where that breaks, for one after the other."""
    whole = [found for found in several if found.broken is None]
    try:
        step(whole)
    except Exception:  # which article broke it is found one by one
        for found in whole:
            found.take(lambda one: step([one]))
