"""How alike two sentences of one event are, and which of them belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from framing.language.contentwords import UNTELLING, terms
from framing.passages.accounts import AccountSentence, anchors

__all__ = ["Link", "links"]

ALIKE = 0.45
"""Cosine from which a nearest sentence is taken to tell the same thing: of 100 judged pairs those
that lie higher are all right, and those under it that share a name or number often are not."""
BEYOND_NAMES = 0.2
"""What words other than names and numbers must add to that cosine: two sentences that share the
names of three chairmen, or of a statue, may tell of different things."""
FloatArray = npt.NDArray[np.float64]


class Link(NamedTuple):
    """Two sentences that tell the same thing: places in the list, cosine, what they share."""

    left: int
    right: int
    similarity: float
    shared: tuple[str, ...]


def links(sentences: Sequence[AccountSentence]) -> list[Link]:
    """Link each sentence with the nearest one of each other article, where near enough.

    It is enough that one is the other's nearest, so that a long sentence may meet two short ones.
    A pair that is wrong is worse than none: what two sentences share in names and numbers is
    given, but does not make up for unlike words.
    """
    if len({sentence.article_id for sentence in sentences}) < 2:
        return []
    marks = [anchors(sentence.text) for sentence in sentences]
    similar, beyond = _cosines(sentences, marks)
    blocks = _blocks(sentences)
    found: dict[tuple[int, int], Link] = {}
    for a, (left_start, left_end) in enumerate(blocks):
        for right_start, right_end in blocks[a + 1 :]:
            part = similar[left_start:left_end, right_start:right_end]
            if not part.size:
                continue
            to_right, to_left = part.argmax(axis=1), part.argmax(axis=0)
            candidates = {(i, int(j)) for i, j in enumerate(to_right)}
            candidates |= {(int(i), j) for j, i in enumerate(to_left)}
            for i, j in sorted(candidates):
                value = float(part[i, j])
                key = (left_start + i, right_start + j)
                if value >= ALIKE and beyond[key] >= BEYOND_NAMES:
                    shared = marks[key[0]] & marks[key[1]]
                    found[key] = Link(*key, round(value, 3), tuple(sorted(shared)))
    return sorted(found.values())


def _blocks(sentences: Sequence[AccountSentence]) -> list[tuple[int, int]]:
    """Return (start, end) of each article's run of sentences."""
    edges = [
        i
        for i in range(len(sentences))
        if i == 0 or sentences[i].article_id != sentences[i - 1].article_id
    ]
    return list(zip(edges, [*edges[1:], len(sentences)], strict=True))


def _cosines(
    sentences: Sequence[AccountSentence], marks: Sequence[frozenset[str]]
) -> tuple[FloatArray, FloatArray]:
    """Return the TF-IDF cosines, and what of them is not names and numbers (`marks`).

    An event has hundreds of sentences, not more.

    Term weights are (1 + ln tf)(1 + ln((1 + n)/(1 + df))), rows of length 1, as scikit-learn's
    `TfidfVectorizer` has them with `sublinear_tf`; written out, so that a report on a few
    articles need not load scikit-learn. Words of closed classes are left out.
    """
    counts = [
        Counter(t for t in terms(sentence.text) if t not in UNTELLING) for sentence in sentences
    ]
    places = {term: i for i, term in enumerate(dict.fromkeys(t for count in counts for t in count))}
    column = np.array([places[term] for count in counts for term in count], dtype=np.int64)
    often = np.array([n for count in counts for n in count.values()], dtype=np.float64)
    row = np.repeat(np.arange(len(counts)), [len(count) for count in counts])
    held = np.bincount(column, minlength=len(places))
    weights = (1 + np.log(often)) * (1 + np.log((1 + len(counts)) / (1 + held[column])))
    lengths = np.sqrt(np.bincount(row, weights=weights**2, minlength=len(counts)))
    weights /= lengths[row]
    named = [{stem for mark in each for stem in terms(mark)} for each in marks]
    plain = [t not in named[at] for at, count in enumerate(counts) for t in count]
    shape = (len(counts), max(len(places), 1))
    whole = csr_array((weights, (row, column)), shape=shape)
    unnamed = csr_array((weights * np.array(plain, dtype=bool), (row, column)), shape=shape)
    return np.asarray((whole @ whole.T).toarray()), np.asarray((unnamed @ unnamed.T).toarray())
