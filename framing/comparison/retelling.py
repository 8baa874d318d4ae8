"""Which sentences of the two sides tell the same: by the rarer words that they share."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from framing.articles.paragraphs import split_paragraphs
from framing.articles.splitting import split_sentences
from framing.language.contentwords import content_words, terms
from framing.language.wordshape import words_in

if TYPE_CHECKING:
    from framing.comparison.material import Material

__all__ = ["ALIKE", "LEAST_SHARED", "Placed", "Sentences", "in_events_of_both", "retold"]

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
_WHERE = ("article_id", "field", "start", "end")


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


def in_events_of_both(left: Placed, right: Placed) -> tuple[Placed, Placed]:
    """Keep of each side's namings those in events of both: only these can tell the same."""
    shared = np.intersect1d(left.events, right.events)
    kept = [np.isin(side.events, shared) for side in (left, right)]
    return (
        Placed(left.rows[kept[0]], left.events[kept[0]]),
        Placed(right.rows[kept[1]], right.events[kept[1]]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """The content words of the sentences that some namings stand in, by the naming's place.

    Words are numbers (`number`); `weight` holds the square of each one's weight, which is larger
    the fewer of a sample of the comparison's sentences have it. `text` is each one's checksum.
    """

    words: dict[int, IntArray]
    text: dict[int, int]
    number: dict[str, int]
    weight: npt.NDArray[np.float64]

    @classmethod
    def of(cls, material: Material, namings: Sequence[Placed]) -> Sentences:
        """Read the sentences of some namings, each article once, and those of a sample."""
        count = len(material.mentions)
        sample = np.arange(0, count, max(1, count // _SAMPLE))
        every = [each.first(_MOST).rows for each in namings]
        words, text = {}, {}
        numbers = _Numbers()
        for row, sentence in _read(material, np.unique(np.concatenate([sample, *every]))):
            words[row] = numbers.of(sentence)
            text[row] = zlib.crc32(sentence.encode("utf-8", "replace"))
        often = np.zeros(max(len(numbers.known), 1))
        for row in sample.tolist():
            often[words[row]] += 1
        weight = (1 + np.log((1 + len(sample)) / (1 + often))) ** 2
        return cls(words, text, numbers.known, weight)

    def bags(self, rows: IntArray, forms: Collection[int]) -> tuple[IntArray, IntArray]:
        """Return the words of some namings' sentences that are of none of `forms`, in one array.

        The second array says of each word of which of `rows` it is.
        """
        found = [self.words[row] for row in rows.tolist()]
        lengths = np.array([len(words) for words in found], dtype=np.int64)
        words = np.concatenate([np.zeros(0, dtype=np.int64), *found])
        of = np.repeat(np.arange(len(rows)), lengths)
        kept = ~np.isin(words, list(forms))
        return words[kept], of[kept]


class _Numbers:
    """Numbers for the content words of sentences, as they come: each written word is cut once."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self._written = _Written(self.known)

    def of(self, sentence: str) -> IntArray:
        """Return the numbers of the content words of a sentence, each once."""
        found = set(map(self._written.__getitem__, words_in(sentence)))
        found.discard(-1)
        return np.array(sorted(found), dtype=np.int64)


class _Written(dict[str, int]):
    """The number of each written word, −1 for those of closed classes; made when first asked."""

    def __init__(self, known: dict[str, int]) -> None:
        super().__init__()
        self._terms = known

    def __missing__(self, word: str) -> int:
        number = -1
        for term in content_words(word):
            number = self._terms.setdefault(term, len(self._terms))
        self[word] = number
        return number


def _read(material: Material, rows: IntArray) -> Iterator[tuple[int, str]]:
    """Give the sentence that each naming stands in, article by article."""
    wanted: dict[str, list[tuple[int, str, int, int]]] = defaultdict(list)
    for begin in range(0, len(rows), _AT_ONCE):
        part = rows[begin : begin + _AT_ONCE]
        table = material.completed("mentions", material.mentions.iloc[part], _WHERE)
        columns = (table[name].tolist() for name in _WHERE)
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
    at = start - begun
    around = [span for span in split_paragraphs(window) if span[0] <= at < span[1]]
    for first, last in split_sentences(window, around):
        if first <= at < last:
            return window[first:last]
    return window


def retold(sentences: Sentences, left: Placed, right: Placed, forms: Iterable[str]) -> IntArray:
    """Return the namings of both sides in sentences that tell the same, in the same event.

    `left` and `right` are each side's namings by its word. Two sentences share three words at
    least besides the `forms` of the concept, and are not one and the same sentence.
    """
    own = {
        sentences.number[word] for form in forms for word in terms(form) if word in sentences.number
    }
    sides = [each.first(_MOST) for each in (left, right)]
    if not all(len(side.rows) for side in sides):
        return np.zeros(0, dtype=np.int64)
    width = len(sentences.weight)
    bags = [sentences.bags(side.rows, own) for side in sides]
    # A word of one event is no word of another one.
    keys = [side.events[of] * width + words for side, (words, of) in zip(sides, bags, strict=True)]
    _, columns = np.unique(np.concatenate(keys), return_inverse=True)
    cut = len(keys[0])
    weights = [sentences.weight[words] for words, _ in bags]
    length = [
        np.sqrt(np.bincount(of, weight, len(side.rows)))
        for side, (_, of), weight in zip(sides, bags, weights, strict=True)
    ]
    size = int(columns.max(initial=-1)) + 1
    shapes = [(len(side.rows), size) for side in sides]
    # One product for both: its real part adds up the weights of what is shared, the other counts.
    here = csr_matrix((weights[0] + 1j, (bags[0][1], columns[:cut])), shapes[0])
    there = csr_matrix((np.ones(len(keys[1])), (bags[1][1], columns[cut:])), shapes[1]).T.tocsr()
    found = (here @ there).tocoo()
    first, second = found.row, found.col
    texts = [np.array([sentences.text[row] for row in side.rows.tolist()]) for side in sides]
    met = (
        (found.data.imag >= LEAST_SHARED)
        & (found.data.real >= ALIKE * length[0][first] * length[1][second])
        & (texts[0][first] != texts[1][second])
    )
    return np.union1d(sides[0].rows[first[met]], sides[1].rows[second[met]])
