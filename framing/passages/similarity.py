"""How alike two sentences of one event are, and which of them belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from framing.passages.sentences import Sentence, anchors, terms

__all__ = ["Link", "links"]

SURE = 0.45
"""Cosine from which a nearest sentence is taken without a shared name or number."""
LIKELY = 0.25
"""Least cosine of mutually nearest sentences that share a telling name, number or date."""
_TELLING = 0.1


class Link(NamedTuple):
    """Two sentences that tell the same thing: places in the list, cosine, what they share."""

    left: int
    right: int
    similarity: float
    shared: tuple[str, ...]


def links(sentences: Sequence[Sentence]) -> list[Link]:
    """Link each sentence with the nearest one of each other article, where near enough.

    Two sentences are linked when each is the other's nearest, at a cosine of 0.25 or more, and
    they share a telling name, number or date: one that at most a tenth of the event's sentences
    hold, or three at least. At 0.45 or more it is enough that one is the other's nearest, so that
    a long sentence may meet two short ones.
    """
    if len({one.article_id for one in sentences}) < 2:
        return []
    similar = _cosines(sentences)
    marks = [anchors(one.text) for one in sentences]
    telling = _telling(marks)
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
                mutual = to_right[i] == j and to_left[j] == i
                shared = marks[left_start + i] & marks[right_start + j]
                if value >= SURE or (mutual and shared & telling and value >= LIKELY):
                    key = (left_start + i, right_start + j)
                    found[key] = Link(*key, round(value, 3), tuple(sorted(shared)))
    return sorted(found.values())


def _telling(marks: Sequence[frozenset[str]]) -> frozenset[str]:
    """Return the anchors that are not on everybody's lips in this event."""
    often = Counter(mark for one in marks for mark in one)
    most = max(3, _TELLING * len(marks))
    return frozenset(mark for mark, count in often.items() if count <= most)


def _blocks(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return (start, end) of each article's run of sentences."""
    edges = [
        i
        for i in range(len(sentences))
        if i == 0 or sentences[i].article_id != sentences[i - 1].article_id
    ]
    return list(zip(edges, [*edges[1:], len(sentences)], strict=True))


def _cosines(sentences: Sequence[Sentence]) -> Any:
    """Return the dense matrix of TF-IDF cosines; an event has hundreds of sentences, not more."""
    import numpy as np
    from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

    weigh = TfidfVectorizer(
        analyzer=lambda text: [t for t in terms(text) if t not in ENGLISH_STOP_WORDS],
        sublinear_tf=True,
        dtype=np.float32,
    )
    try:
        rows = weigh.fit_transform([one.text for one in sentences])
    except ValueError:  # nothing but stop words
        return np.zeros((len(sentences), len(sentences)), dtype=np.float32)
    return (rows @ rows.T).toarray()
