"""The sentences of several documents under one another, found by document and offset at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np

from framing.analysis.codedcolumns import Numbers
from framing.values import Document

__all__ = ["Lines"]

_APART = 1 << 40  # more than any document is long


class Lines:
    """All sentences of some documents, numbered through.

    Attributes
    ----------
    starts, ends
        Offsets into the documents' texts.
    first
        The number of each document's first sentence.
    zones
        The zone of each sentence.

    Examples
    --------
    >>> spans = ((0, 4), (5, 9))
    >>> one = Document("a", "text", "One. Two.", spans, spans, ("lead", "body"))
    >>> lines = Lines([one, one])
    >>> lines.holding(np.array([0, 1, 1]), np.array([2, 4, 6])).tolist(), lines.first.tolist()
    ([0, 2, 3], [0, 2])
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        sizes = [len(document.sentences) for document in documents]
        spans = chain.from_iterable(document.sentences for document in documents)
        edges = np.fromiter(chain.from_iterable(spans), np.int64, 2 * sum(sizes)).reshape(-1, 2)
        self.starts: Numbers = edges[:, 0]
        self.ends: Numbers = edges[:, 1]
        self.first: Numbers = np.cumsum([0, *sizes[:-1]])
        self.zones = list(chain.from_iterable(document.zones for document in documents))
        filled = np.flatnonzero(sizes)
        self._begin = np.repeat(np.arange(len(sizes)), sizes) * _APART + self.starts
        self._begin[self.first[filled]] = filled * _APART  # it holds whatever comes before it

    def holding(self, documents: Numbers, offsets: Numbers) -> Numbers:
        """Return the number of the sentence that holds each offset into its document."""
        found: Numbers = np.searchsorted(self._begin, documents * _APART + offsets, "right") - 1
        return found
