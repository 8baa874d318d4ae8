"""Which sentences of the two sides tell the same: by the rarer words that they share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from framing.articles.splitting import split_sentences
from framing.comparison.choices import Matched
from framing.language.contentwords import content_words, terms

if TYPE_CHECKING:
    from framing.comparison.material import Material

__all__ = ["ALIKE", "LEAST_SHARED", "Sentences", "retold"]

IntArray = npt.NDArray[np.int64]

ALIKE = 0.2
"""Cosine of the words' weights, those of the two namings' own forms left out, from which two
sentences are taken to tell the same: of 33 differently worded pairs read above it and under .4,
27 named the same thing, of those under .16 hardly half."""
LEAST_SHARED = 3
_REACH = 300
_MOST = 100
_SAMPLE = 2000


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """The content words of the sentences that some namings stand in, by the naming's place.

    Words are numbers; `weight` holds the square of each one's weight, which is larger the fewer
    of a sample of the comparison's sentences have it. `text` numbers sentences that are alike.
    """

    words: dict[int, IntArray]
    text: dict[int, int]
    own: dict[int, frozenset[int]]
    weight: npt.NDArray[np.float64]

    @classmethod
    def of(cls, material: Material, namings: Sequence[Matched]) -> Sentences:
        """Read the sentences of some namings, each article once, and those of a sample."""
        count = len(material.mentions)
        rows = [_capped(each) for each in namings]
        sample = np.arange(0, count, max(1, count // _SAMPLE)) if namings else _NONE
        every = np.unique(np.concatenate([sample, *rows])) if namings else _NONE
        found = _read(material, every)
        held: dict[str, int] = {}
        words, text, own = {}, {}, {}
        seen: dict[str, int] = {}
        for row, (sentence, form) in found.items():
            numbers = [held.setdefault(word, len(held)) for word in sorted(content_words(sentence))]
            words[row] = np.array(numbers, dtype=np.int64)
            own[row] = frozenset(held.setdefault(word, len(held)) for word in terms(form))
            text[row] = seen.setdefault(sentence, len(seen))
        often = np.zeros(max(len(held), 1))
        drawn = [row for row in sample.tolist() if row in words]
        for row in drawn:
            often[words[row]] += 1
        weight = (1 + np.log((1 + len(drawn)) / (1 + often))) ** 2
        return cls(words, text, own, weight)


_NONE: IntArray = np.zeros(0, dtype=np.int64)


def _capped(namings: Matched) -> IntArray:
    """Return the places of the namings to read: of one event and side a hundred at most.

    So that a long event takes no more than its share; which are read depends on nothing but their
    order.
    """
    order = np.lexsort((namings.rows, namings.first, namings.event))
    key = 2 * namings.event[order] + namings.first[order]
    starts = np.flatnonzero(np.append(True, key[1:] != key[:-1])) if len(key) else _NONE
    within = np.arange(len(key)) - np.repeat(starts, np.diff(np.append(starts, len(key))))
    kept: IntArray = namings.rows[order][within < _MOST]
    return kept


def _read(material: Material, rows: IntArray) -> dict[int, tuple[str, str]]:
    """Return the sentence that each naming stands in, and its form; articles are read in order."""
    table = material.completed("mentions", material.mentions.iloc[rows])
    names = ("article_id", "field", "start", "end", "text")
    cells = zip(rows.tolist(), *(table[name].tolist() for name in names), strict=True)
    wanted: dict[str, list[tuple[int, str, int, int, str]]] = defaultdict(list)
    for row, article, *rest in cells:
        wanted[str(article)].append((row, *rest))
    found = {}
    for article in material.analysis.articles:
        if not (here := wanted.get(article.id)):
            continue
        text, title = article.text, article.title or ""
        for row, field, start, end, form in here:
            whole = text if field == "text" else title
            found[row] = _sentence(whole, int(start), int(end)), str(form or "")
    return found


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a naming, or what stands within 300 characters of it.

    Examples
    --------
    >>> text = "Rain fell. The militia of Gen. Aker left Tarn. Nobody was hurt."
    >>> _sentence(text, 15, 22)
    'The militia of Gen. Aker left Tarn.'
    """
    begun = max(0, start - _REACH)
    window = text[begun : end + _REACH]
    for first, last in split_sentences(window):
        if first <= start - begun < last:
            return window[first:last]
    return window


def retold(
    sentences: Sentences,
    namings: Matched,
    mine: tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]],
) -> IntArray:
    """Return the namings of both sides in sentences that tell the same, in the same event.

    `mine` are the first side's namings by its word, and the other's by its own. Two sentences
    share three words at least besides the concept's forms, and are not one and the same sentence.
    """
    forms = frozenset().union(*(sentences.own.get(int(row), frozenset()) for row in namings.rows))
    left, right = (
        [(int(row), int(event)) for row, event in zip(namings.rows[side], namings.event[side],
                                                      strict=True) if int(row) in sentences.words]
        for side in mine
    )  # fmt: skip
    posting: dict[tuple[int, int], list[int]] = defaultdict(list)
    bags = {
        row: [word for word in sentences.words[row].tolist() if word not in forms]
        for row, _ in (*left, *right)
    }
    length = {row: math.sqrt(float(sentences.weight[bag].sum())) for row, bag in bags.items()}
    for row, event in right:
        for word in bags[row]:
            posting[event, word].append(row)
    met: set[int] = set()
    for row, event in left:
        alike: dict[int, float] = defaultdict(float)
        shared: dict[int, int] = defaultdict(int)
        for word in bags[row]:
            for other in posting.get((event, word), ()):
                alike[other] += float(sentences.weight[word])
                shared[other] += 1
        for other, value in alike.items():
            if (
                shared[other] >= LEAST_SHARED
                and value >= ALIKE * length[row] * length[other]
                and sentences.text[row] != sentences.text[other]
            ):
                met |= {row, other}
    return np.array(sorted(met), dtype=np.int64)
