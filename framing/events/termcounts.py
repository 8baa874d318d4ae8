"""TF-IDF rows of texts of which only the numbers of their words are kept."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from framing.language import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

__all__ = ["TermCounts"]

_FEW = 20
_MANY = 100
_STRONGEST = 200
_MOST = 0.2
_SHIFT = 31
"""A pair of words is the first's number shifted by so many bits plus the second's plus one."""
_MERGED = 250
"""Texts whose terms are counted together before they are added to the others."""


class TermCounts:
    """Texts as the numbers of their words in order, stop words left out.

    A text costs four bytes a word, which is what lets tens of thousands be grouped; its words and
    pairs are made again of the numbers whenever they are needed.

    Examples
    --------
    >>> counts = TermCounts()
    >>> for text in ("The ferry sank.", "A ferry sank at night.", "Teachers strike."):
    ...     counts.add(text)
    >>> alike = (counts.rows() @ counts.rows().T).toarray()[0]
    >>> [round(float(one), 2) for one in alike]
    [1.0, 0.73, 0.0]
    """

    def __init__(self) -> None:
        from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

        self._left_out = ENGLISH_STOP_WORDS
        self._number: dict[str, int] = {}
        self._words = array("i")
        self._ends: list[int] = []

    def add(self, text: str) -> None:
        """Take one more text."""
        number, left_out = self._number, self._left_out
        words = [word for word in WORD.findall(text.lower()) if word not in left_out]
        self._words.extend([number.setdefault(word, len(number)) for word in words])
        self._ends.append(len(self._words))

    def __len__(self) -> int:
        return len(self._ends)

    def rows(self) -> Any:
        """Return unit TF-IDF rows (words and pairs, sublinear) as a sparse matrix, float32.

        With under 20 texts, terms of one text alone are kept, single words only: dropping them
        would leave just what the texts share. With more, a term must occur in two texts, and only
        the 200 weightiest terms of a text are kept, which keeps products of rows small.
        """
        import numpy as np
        from scipy.sparse import csr_matrix

        size, few = len(self), len(self) < _FEW
        terms, held = self._held(pairs=not few)
        most = _MOST * size if size > _MANY else size
        chosen = (held <= most) if few else (held >= 2) & (held <= most)
        terms, held = terms[chosen], held[chosen]
        idf = (np.log((1 + size) / (1 + held)) + 1).astype(np.float32)
        columns, weights, ends = [], [], [0]
        for keys, counts in self._terms(pairs=not few):
            place = np.searchsorted(terms, keys)
            place[place == len(terms)] = 0
            known = terms[place] == keys if len(terms) else np.zeros(len(keys), bool)
            place = place[known]
            weight = (np.log(counts[known]).astype(np.float32) + 1) * idf[place]
            if not few and len(weight) > _STRONGEST:
                strong = weight >= np.partition(weight, -_STRONGEST)[-_STRONGEST]
                place, weight = place[strong], weight[strong]
            length = float(np.sqrt(np.square(weight, dtype=np.float64).sum()))
            columns.append(place.astype(np.int32))
            weights.append(weight / np.float32(length) if length else weight)
            ends.append(ends[-1] + len(place))
        none = [np.zeros(0, np.float32)]
        data = np.concatenate(weights or none)
        indices = np.concatenate(columns or [np.zeros(0, np.int32)])
        return csr_matrix((data, indices, ends), shape=(size, max(len(terms), 1)))

    def _terms(self, *, pairs: bool) -> Iterator[tuple[Numbers, Numbers]]:
        """Yield the terms of each text in order, and how often it has each."""
        import numpy as np

        words = np.frombuffer(self._words, dtype=np.int32) if self._words else np.zeros(0, np.int32)
        begin = 0
        for end in self._ends:
            terms = words[begin:end].astype(np.int64) << _SHIFT
            begin = end
            if pairs:
                terms = np.concatenate([terms, terms[:-1] + (terms[1:] >> _SHIFT) + 1])
            yield np.unique(terms, return_counts=True)

    def _held(self, *, pairs: bool) -> tuple[Numbers, Numbers]:
        """Return all terms in order, and how many texts hold each."""
        import numpy as np

        runs: list[tuple[Numbers, Numbers]] = []
        waiting: list[Numbers] = []
        for keys, _ in self._terms(pairs=pairs):
            waiting.append(keys)
            if len(waiting) == _MERGED:
                _push(runs, np.unique(np.concatenate(waiting), return_counts=True))
                waiting = []
        none = np.zeros(0, np.int64)
        _push(runs, np.unique(np.concatenate([none, *waiting]), return_counts=True))
        while len(runs) > 1:
            runs.append(_merged(runs.pop(), runs.pop()))
        return runs[0]


def _push(runs: list[tuple[Numbers, Numbers]], run: tuple[Numbers, Numbers]) -> None:
    """Add counted terms to those before, of which each is longer than the next."""
    runs.append(run)
    while len(runs) > 1 and len(runs[-2][0]) <= 2 * len(runs[-1][0]):
        runs.append(_merged(runs.pop(), runs.pop()))


def _merged(
    one: tuple[Numbers, Numbers], other: tuple[Numbers, Numbers]
) -> tuple[Numbers, Numbers]:
    """Add up two lists of terms and counts, both in order."""
    import numpy as np

    keys = np.concatenate([one[0], other[0]])
    order = np.argsort(keys, kind="stable")  # two ordered runs: linear
    keys, counts = keys[order], np.concatenate([one[1], other[1]])[order]
    first = np.ones(len(keys), bool)
    first[1:] = keys[1:] != keys[:-1]
    return keys[first], np.add.reduceat(counts, np.flatnonzero(first)) if len(keys) else counts
