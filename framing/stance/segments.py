"""A document cut into stretches of one voice, and the words in them counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.stance.folding import fold
from framing.values import Document, Reading, Span, Voice
from framing.voice import decide

__all__ = ["Segment", "WordCounter", "voice_segments"]

_SPACE = ord(" ")
_JOINERS = ("'", "’", "-", "‑")


class Segment(NamedTuple):
    """A stretch of one sentence in one voice; `attribution` indexes ``Reading.attributions``."""

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
    for (start, end), zone in zip(document.sentences, document.zones, strict=True):
        while index < len(cuts) and cuts[index] <= start:
            index += 1
        at = start
        while index < len(cuts) and cuts[index] < end:
            if zone != "boilerplate" and text[at : cuts[index]].strip():
                pieces.append((at, cuts[index]))
            at = cuts[index]
            index += 1
        if zone != "boilerplate" and text[at:end].strip():
            pieces.append((at, end))
    return [
        Segment(start, end, decision.voice, decision.attribution)
        for (start, end), decision in zip(pieces, decide(reading, pieces), strict=True)
    ]


def _edges(reading: Reading) -> list[int]:
    """Return every offset at which the voice may change, in order."""
    edges: set[int] = set()
    for span in reading.quotations:
        edges.update(span)
    for one in reading.attributions:
        for span in one.content:
            edges.update(span)
    for scope in reading.distancings:
        edges.update((scope.start, scope.end))
    return sorted(edges)


class WordCounter:
    """Counts the words of any stretch of one text without cutting the text up.

    A word is a run of letters and digits, apostrophes and hyphens inside it included.

    Examples
    --------
    >>> counter = WordCounter("It isn't well-known – yet.")
    >>> len(counter), counter.count(3, 19)
    (4, 2)
    """

    def __init__(self, text: str) -> None:
        filled = np.frombuffer(fold(text), dtype=np.uint8) != _SPACE
        for joiner in _JOINERS:
            at = text.find(joiner)
            while at >= 0:
                filled[at + 1] = filled[at] and filled[at + 2]
                at = text.find(joiner, at + 1)
        self.starts: NDArray[np.intp] = np.flatnonzero(filled[1:] & ~filled[:-1])

    def __len__(self) -> int:
        return len(self.starts)

    def count(self, start: int, end: int) -> int:
        """Count the words that begin in ``text[start:end]``."""
        low, high = np.searchsorted(self.starts, (start, end))
        return int(high - low)

    def counts(self, spans: Sequence[tuple[int, int]]) -> list[int]:
        """Count the words that begin in each of several stretches."""
        if not spans:
            return []
        edges = np.searchsorted(self.starts, np.asarray(spans))
        counted: list[int] = (edges[:, 1] - edges[:, 0]).tolist()
        return counted
