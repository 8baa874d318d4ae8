"""A document cut into stretches of one voice, and the words in them counted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.stance.bytefold import folded
from framing.values import Document, Reading, Span, Voice
from framing.voice import decide

__all__ = ["Segment", "WordCounter", "voice_segments"]

_BEYOND = sys.maxsize
_new = tuple.__new__  # building a NamedTuple this way takes a third of the time


class Segment(NamedTuple):
    """A stretch of one sentence in one voice; `attribution` indexes ``Reading.attributions``.

    Attributes
    ----------
    start, end : int
        Code points of the document's text.
    voice : {"own", "quoted", "attributed", "distanced"}
        Whose words they are.
    attribution : int or None
        Index into ``Reading.attributions``.
    """

    start: int
    end: int
    voice: Voice
    attribution: int | None


def voice_segments(document: Document, reading: Reading) -> list[Segment]:
    """Cut the sentences wherever the voice may change, and say whose each piece is.

    Parameters
    ----------
    document
        The document; sentences in boilerplate are left out.
    reading
        What a voice reader found in it.

    Returns
    -------
    list of Segment
        In order, never across a sentence's end; pieces of white space are left out.

    Examples
    --------
    >>> text = "“Go,” he said."
    >>> document = Document("a", "text", text, ((0, 14),), ((0, 14),), ("lead",))
    >>> [segment[:2] for segment in voice_segments(document, Reading((), (), ((0, 5),)))]
    [(0, 5), (5, 14)]
    """
    cuts = _edges(reading)
    text = document.text
    pieces: list[Span] = []
    index = 0
    for _, (start, end) in document.counted:
        while cuts[index] <= start:
            index += 1
        at = start
        while at < end:
            stop = cuts[index]
            if stop < end:
                index += 1
            else:
                stop = end
            if not text[at:stop].isspace():
                pieces.append((at, stop))
            at = stop
    return [
        _new(Segment, (piece[0], piece[1], decision[0], decision[2]))
        for piece, decision in zip(pieces, decide(reading, pieces), strict=True)
    ]


def _edges(reading: Reading) -> list[int]:
    """Return every offset at which the voice may change, in order, and one past any text."""
    edges = {_BEYOND}
    edges.update(chain.from_iterable(reading.quotations))
    edges.update(chain.from_iterable(reading.inserted))
    for attribution in reading.attributions:
        edges.update(chain.from_iterable(attribution.content))
        edges.update(chain.from_iterable(attribution.worded or ()))
    for scope in reading.distancings:
        edges.update((scope.first, scope.end))
    return sorted(edges)


class WordCounter:
    """Counts the words of any stretch of one text without cutting the text up.

    A word is what `framing.language.WORD` finds; here it is looked for in bytes, for speed. The
    counter's length is the number of all words of `text`.

    Examples
    --------
    >>> counter = WordCounter("It isn't well-known – yet.")
    >>> len(counter), counter.count(3, 19)
    (4, 2)
    """

    def __init__(self, text: str) -> None:
        self.starts: NDArray[np.intp] = folded(text).joined

    def __len__(self) -> int:
        return len(self.starts)

    def count(self, start: int, end: int) -> int:
        """Return how many words begin in ``text[start:end]``; `start` and `end` are code points."""
        low, high = np.searchsorted(self.starts, (start, end))
        return int(high - low)

    def counts(self, spans: Sequence[tuple[int, int]]) -> list[int]:
        """Return how many words begin in each of `spans`, (start, end) pairs in any order.

        Examples
        --------
        >>> WordCounter("It isn't well-known – yet.").counts([(9, 26), (0, 2)])
        [2, 1]
        """
        if not spans:
            return []
        edges = np.fromiter(chain.from_iterable(spans), np.intp, 2 * len(spans))
        before = np.searchsorted(self.starts, edges)
        counted: list[int] = (before[1::2] - before[::2]).tolist()
        return counted
