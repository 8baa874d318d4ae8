"""Which sentences of the two sides tell the same: by the rarer words that they share."""

from __future__ import annotations

import math
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from framing.articles.splitting import split_sentences
from framing.language.contentwords import content_words, terms

if TYPE_CHECKING:
    from framing.comparison.material import Material

__all__ = ["ALIKE", "LEAST_SHARED", "Placed", "Sentences", "retold"]

IntArray = npt.NDArray[np.int64]

ALIKE = 0.2
"""Cosine of the words' weights, those of the two namings' own forms left out, from which two
sentences are taken to tell the same: of 33 differently worded pairs read above it and under .4,
27 named the same thing, of those under .16 hardly half."""
LEAST_SHARED = 3
_REACH = 300
_MOST = 100
_SAMPLE = 2000
_AT_ONCE = 4096


class Placed(NamedTuple):
    """Some namings of one side: their places among the mentions, and their events."""

    rows: IntArray
    events: IntArray

    def first(self, most: int) -> Placed:
        """Keep the first so many of each event, so that a long one takes but its share."""
        order = np.lexsort((self.rows, self.events))
        events = self.events[order]
        starts = np.flatnonzero(np.append(True, events[1:] != events[:-1])[: len(events)])
        sizes = np.diff(np.append(starts, len(events)))
        kept = order[np.arange(len(events)) - np.repeat(starts, sizes) < most]
        return Placed(self.rows[kept], self.events[kept])


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """The content words of the sentences that some namings stand in, by the naming's place.

    Words are numbers (`number`); `weight` holds the square of each one's weight, which is larger
    the fewer of a sample of the comparison's sentences have it. `text` is each one's checksum.
    """

    words: dict[int, npt.NDArray[np.int32]]
    text: dict[int, int]
    number: dict[str, int]
    weight: npt.NDArray[np.float64]

    @classmethod
    def of(cls, material: Material, namings: Sequence[Placed]) -> Sentences:
        """Read the sentences of some namings, each article once, and those of a sample."""
        count = len(material.mentions)
        sample = np.arange(0, count, max(1, count // _SAMPLE))
        every = [each.first(_MOST).rows for each in namings]
        number: dict[str, int] = {}
        words, text = {}, {}
        for row, sentence in _read(material, np.unique(np.concatenate([sample, *every]))):
            found = sorted(content_words(sentence))
            places = [number.setdefault(word, len(number)) for word in found]
            words[row] = np.array(places, dtype=np.int32)
            text[row] = zlib.crc32(sentence.encode("utf-8", "replace"))
        often = np.zeros(max(len(number), 1))
        for row in sample.tolist():
            often[words[row]] += 1
        weight = (1 + np.log((1 + len(sample)) / (1 + often))) ** 2
        return cls(words, text, number, weight)

    def without(self, row: int, forms: frozenset[int]) -> list[int]:
        """Return the words of a naming's sentence that are of none of `forms`."""
        return [word for word in self.words[row].tolist() if word not in forms]


def _read(material: Material, rows: IntArray) -> Iterator[tuple[int, str]]:
    """Give the sentence that each naming stands in, article by article."""
    wanted: dict[str, list[tuple[int, str, int, int]]] = defaultdict(list)
    for begin in range(0, len(rows), _AT_ONCE):
        part = rows[begin : begin + _AT_ONCE]
        table = material.completed("mentions", material.mentions.iloc[part])
        columns = (table[name].tolist() for name in ("article_id", "field", "start", "end"))
        for row, article, field, start, end in zip(part.tolist(), *columns, strict=True):
            wanted[str(article)].append((row, str(field), int(start), int(end)))
    for article in material.analysis.articles:
        if not (here := wanted.pop(article.id, None)):
            continue
        whole = {"text": article.text}
        for row, field, start, end in here:
            yield row, _sentence(whole.get(field, article.title or ""), start, end)


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


def retold(sentences: Sentences, left: Placed, right: Placed, forms: Iterable[str]) -> IntArray:
    """Return the namings of both sides in sentences that tell the same, in the same event.

    `left` and `right` are each side's namings by its word. Two sentences share three words at
    least besides the `forms` of the concept, and are not one and the same sentence.
    """
    own = frozenset(
        sentences.number[word] for form in forms for word in terms(form) if word in sentences.number
    )
    sides = [each.first(_MOST) for each in (left, right)]
    bags = {row: sentences.without(row, own) for side in sides for row in side.rows.tolist()}
    length = {row: math.sqrt(float(sentences.weight[bag].sum())) for row, bag in bags.items()}
    posting: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row, event in zip(*(array.tolist() for array in sides[1]), strict=True):
        for word in bags[row]:
            posting[event, word].append(row)
    met: set[int] = set()
    for row, event in zip(*(array.tolist() for array in sides[0]), strict=True):
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
