"""How many words stand in each sentence, voice and report of some documents, counted at once.

Words are not looked at one by one: where they begin is one sorted array over all the documents,
and so is where sentences and voices change; each count is the distance between two places in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.stance.bytefold import folded, word_starts
from framing.stance.readability import syllable_counts
from framing.values import VOICES, Document, Reading
from framing.voice import stretches_of

__all__ = ["CountedWords"]

Numbers = NDArray[np.int64]
_VOICE_NUMBERS = {voice: number for number, voice in enumerate(VOICES)}


class CountedWords:
    """Words of some documents; those of boilerplate are in `by_sentence` and `reported` alone.

    Parameters
    ----------
    documents : sequence of Document
        In any order, of one article or several.
    readings : sequence of Reading
        One for each document, in the same order.

    Attributes
    ----------
    by_sentence
        One number per sentence, those of all documents under one another.
    by_voice
        One row per document: words that begin in each of `VOICES`.
    by_attribution
        For each document one number per attribution: a word in a nested report is the innermost's.
    reported
        For each document one number per attribution: all words of what it reports.
    headline, below
        One number per document: words of the headline, and of all else that counts.
    filled
        One number per document: sentences that count and hold words.
    syllables
        One number per document.

    Examples
    --------
    >>> text = "“Go home,” he said."
    >>> document = Document("a", "text", text, ((0, 19),), ((0, 19),), ("lead",))
    >>> found = CountedWords([document], [Reading((), (), ((0, 10),))])
    >>> found.by_sentence, found.below, found.syllables
    ([4], [4], [4])
    """

    def __init__(self, documents: Sequence[Document], readings: Sequence[Reading]) -> None:
        folds = [folded(document.text).marked for document in documents]
        sizes = np.array(list(map(len, folds)), np.int64)
        # Character i of a document is byte i + 1 of its fold; a word is told by the byte before.
        self._begin: Numbers = np.cumsum(sizes) - sizes
        self._sizes = sizes
        self._words = word_starts(b"".join(folds))
        counting = self._count_sentences(documents)
        self._count_voices(readings, counting)
        self.reported = self._count_reported(readings)
        self.syllables = syllable_counts([_kept_words(document) for document in documents])

    def _count_sentences(self, documents: Sequence[Document]) -> Numbers:
        """Count the words of each sentence, and return where those that count begin."""
        sizes = [len(document.sentences) for document in documents]
        spans = chain.from_iterable(document.sentences for document in documents)
        edges = np.fromiter(chain.from_iterable(spans), np.int64, 2 * sum(sizes)).reshape(-1, 2)
        document = np.repeat(np.arange(len(sizes)), sizes)
        places = np.searchsorted(self._words, edges + self._begin[document, None])
        counts = places[:, 1] - places[:, 0]
        self.by_sentence: list[int] = counts.tolist()
        zones = list(chain.from_iterable(each.zones for each in documents))
        kept = np.array([zone != "boilerplate" for zone in zones], bool)
        heads = np.array([zone == "headline" for zone in zones], bool)

        def summed(which: NDArray[np.bool_], weights: NDArray[Any]) -> list[int]:
            return _summed(document[which], weights[which], len(sizes))

        self.headline = summed(heads, counts)
        self.below = summed(kept & ~heads, counts)
        self.filled = summed(kept, counts > 0)
        if counts[kept].sum() == len(self._words):
            return self._words
        steps = np.zeros(len(self._words) + 1, np.int64)
        np.add.at(steps, places[kept, 0], 1)
        np.add.at(steps, places[kept, 1], -1)
        return self._words[np.cumsum(steps[:-1]) > 0]

    def _count_voices(self, readings: Sequence[Reading], words: Numbers) -> None:
        """Count the words of each stretch of one voice."""
        timelines = list(map(stretches_of, readings))
        sizes = [len(decisions) for _, decisions in timelines]
        edges = chain.from_iterable((0, *edges) for edges, _ in timelines)
        document = np.repeat(np.arange(len(sizes)), sizes)
        within = np.minimum(np.fromiter(edges, np.int64, sum(sizes)), self._sizes[document])
        first = np.searchsorted(words, within + self._begin[document])
        counts = np.diff(first, append=len(words))
        decisions = list(chain.from_iterable(decided for _, decided in timelines))
        voices = np.array([_VOICE_NUMBERS[decision[0]] for decision in decisions], np.int64)
        many = len(VOICES)
        of_voice = _summed(many * document + voices, counts, many * len(sizes))
        self.by_voice = [of_voice[at : at + many] for at in range(0, len(of_voice), many)]
        reports = [len(reading.attributions) for reading in readings]
        reported = np.array(reports, np.int64)
        before = np.cumsum(reported) - reported
        said = np.array([-1 if each[2] is None else each[2] for each in decisions], np.int64)
        told = said >= 0
        number = (said + before[document])[told]
        self.by_attribution = _parted(_summed(number, counts[told], sum(reports)), reports)

    def _count_reported(self, readings: Sequence[Reading]) -> list[list[int]]:
        """Count the words of what each attribution reports."""
        contents = [report.content for reading in readings for report in reading.attributions]
        reports = [len(reading.attributions) for reading in readings]
        pieces = list(map(len, contents))
        spans = chain.from_iterable(contents)
        edges = np.fromiter(chain.from_iterable(spans), np.int64, 2 * sum(pieces)).reshape(-1, 2)
        report = np.repeat(np.arange(len(pieces)), pieces)
        document = np.repeat(np.arange(len(reports)), reports)[report]
        places = np.searchsorted(self._words, edges + self._begin[document, None])
        counts = _summed(report, places[:, 1] - places[:, 0], len(pieces))
        return _parted(counts, reports)


def _summed(groups: NDArray[Any], numbers: NDArray[Any], count: int) -> list[int]:
    """Add up the numbers of each group."""
    sums: list[int] = np.bincount(groups, numbers, count).astype(np.int64).tolist()
    return sums


def _parted(numbers: Sequence[int], sizes: Sequence[int]) -> list[list[int]]:
    """Cut numbers into pieces of some sizes."""
    following = iter(numbers)
    return [list(islice(following, size)) for size in sizes]


def _kept_words(document: Document) -> bytes:
    """Return the fold of a document without its boilerplate."""
    plain = folded(document.text).plain
    if document.all_counts:
        return plain
    sentences = [plain[start + 1 : end + 1] for _, (start, end) in document.counted]
    return b" ".join([b"", *sentences, b""])
