"""Terms of every text and their counts by article, of own-voice text alone or of all."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from framing.articles import documents
from framing.language import WORD, has_letter
from framing.language.spelling import one_spelling

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from framing.comparison.material import Material
    from framing.values import Article, Document, Span

__all__ = ["Corpus", "corpus_of", "held_spans", "term_counts", "term_uses"]

# A term is made of words that hold a letter; "U.S." is one.
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{WORD.pattern}")
_HELD = ("scare_quote", "distancing")

IntArray = npt.NDArray[np.int64]
Held = Mapping[tuple[str, str], Sequence["Span"]]


def held_spans(material: Material) -> dict[tuple[str, str], list[Span]]:
    """List by article and field the spans that are not the outlet's own words.

    Contents of reported passages, and what scare quotes and "so-called" hold off.
    """
    spans: dict[tuple[str, str], list[Span]] = {}
    said = material.completed("attributions", material.attributions)
    for article, field, content in zip(
        said["article_id"], said["field"], said["content"], strict=True
    ):
        pieces = [(int(start), int(end)) for start, end in content]
        spans.setdefault((str(article), str(field)), []).extend(pieces)
    held = material.cues.loc[material.cues["kind"].isin(_HELD)]
    cues = material.completed("cues", held)
    for article, field, start, end in zip(
        cues["article_id"], cues["field"], cues["start"], cues["end"], strict=True
    ):
        spans.setdefault((str(article), str(field)), []).append((int(start), int(end)))
    return spans


def term_counts(
    articles: Iterable[Article], held: Held, orders: Sequence[int]
) -> Iterator[tuple[str, dict[int, Counter[str]]]]:
    """Count the terms of each article by number of words.

    A term never runs over the end of a sentence, nor over words that are held back; boilerplate
    is left out.

    Parameters
    ----------
    articles : iterable of Article
        Whose texts are counted.
    held : mapping of (article id, field) to spans
        Words to leave out.
    orders : sequence of int
        Lengths of terms in words.

    Yields
    ------
    tuple
        Article id, and a Counter of terms for each length.
    """
    for article in articles:
        counts: dict[int, Counter[str]] = {order: Counter() for order in orders}
        for document in documents(article):
            for run in _runs(document, held.get((article.id, document.field), ())):
                for order in orders:
                    stop = len(run) - order + 1
                    counts[order].update(" ".join(run[i : i + order]) for i in range(stop))
        yield article.id, counts


def term_uses(
    articles: Iterable[Article], held: Held, terms: Iterable[str]
) -> Iterator[tuple[str, str, int, int, str]]:
    """Find every use of some terms, in either spelling: article id, field, span, words."""
    wanted = {" ".join(map(one_spelling, term.split())) for term in terms}
    orders = sorted({len(term.split()) for term in wanted})
    for article in articles:
        for document in documents(article):
            for start, stop in _stretches(document, held.get((article.id, document.field), ())):
                found = _words(document.text, start, stop)
                plain = [one_spelling(_plain(word.group())) for word in found]
                for at, order in product(range(len(plain)), orders):
                    last = at + order - 1
                    if last < len(plain) and " ".join(plain[at : last + 1]) in wanted:
                        first, end = found[at].start(), found[last].end()
                        yield article.id, document.field, first, end, document.text[first:end]


def _runs(document: Document, held: Sequence[Span]) -> Iterator[list[str]]:
    """Yield stretches of words without a break."""
    for start, stop in _stretches(document, held):
        yield [_plain(found.group()) for found in _words(document.text, start, stop)]


def _words(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """Find the words of a stretch, bare numbers left out."""
    return [found for found in _WORD.finditer(text, start, stop) if has_letter(found.group())]


def _stretches(document: Document, held: Sequence[Span]) -> Iterator[Span]:
    """Yield the parts of sentences that are not held back."""
    gaps = sorted(held)
    for _, (start, end) in document.counted:
        at = start
        for gap_start, gap_end in gaps:
            if gap_end <= at or gap_start >= end:
                continue
            yield at, max(at, gap_start)
            at = max(at, gap_end)
        yield at, max(at, end)


def _plain(word: str) -> str:
    """Return a word in lower case, with straight marks."""
    return word.lower().replace("’", "'").replace("‑", "-")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Counts of every term in every article; `kind` is the place of a term's length in `orders`.

    A word that the articles write in two spellings ("defence", "defense") is one, in the spelling
    that they use more: how an outlet spells is no choice of words.
    """

    ids: tuple[str, ...]
    terms: tuple[str, ...]
    kind: IntArray
    orders: tuple[int, ...]
    counts: csr_matrix
    outlet: npt.NDArray[np.object_]
    event: npt.NDArray[np.object_]


def corpus_of(
    material: Material, articles: Sequence[Article], *, own: bool, ngrams: tuple[int, int]
) -> Corpus:
    """Count the terms of the articles compared.

    Parameters
    ----------
    material : Material
        Which articles, under which outlets and events.
    articles : sequence of Article
        Their texts.
    own : bool
        Own-voice text alone.
    ngrams : tuple of int
        Shortest and longest term, in words.
    """
    from scipy.sparse import csr_matrix

    orders = tuple(range(ngrams[0], ngrams[1] + 1))
    held = held_spans(material) if own else {}
    kept = [a for a in articles if a.id in material.articles.index]
    written: dict[tuple[int, str], int] = {}
    rows, columns, values = array("i"), array("i"), array("d")
    for row, (_, counts) in enumerate(term_counts(kept, held, orders)):
        for kind, order in enumerate(orders):
            for term, count in counts[order].items():
                rows.append(row)
                columns.append(written.setdefault((kind, term), len(written)))
                values.append(count)
    spelled = _spelled(written, columns, values)
    place: dict[tuple[int, str], int] = {}
    moved = [
        place.setdefault((kind, _respelled(term, spelled)), len(place)) for kind, term in written
    ]
    of_columns = np.array(moved, dtype=np.int64)[np.array(columns, dtype=np.int64)]
    cells = (np.array(values), (np.array(rows), of_columns))
    matrix = csr_matrix(cells, shape=(len(kept), len(place)))
    ids = tuple(a.id for a in kept)
    about = material.articles.loc[list(ids)]
    return Corpus(
        ids,
        tuple(term for _, term in place),
        np.array([kind for kind, _ in place], dtype=np.int64),
        orders,
        matrix,
        about["outlet"].to_numpy(object),
        about["event"].to_numpy(object),
    )


def _spelled(
    written: Mapping[tuple[int, str], int], columns: Sequence[int], values: Sequence[float]
) -> dict[str, str]:
    """Return the words written in two spellings, each with the one that is used more."""
    sums = np.bincount(columns, values, minlength=len(written)).tolist()
    uses: Counter[str] = Counter()
    for (kind, term), place in written.items():
        if kind == 0:  # the shortest terms hold every word
            for word in term.split():
                uses[word] += sums[place]
    found: dict[str, list[str]] = {}
    for word in uses:
        found.setdefault(one_spelling(word), []).append(word)
    return {
        word: max(words, key=lambda one: (uses[one], one))
        for words in found.values()
        if len(words) > 1
        for word in words
    }


def _respelled(term: str, spelled: Mapping[str, str]) -> str:
    """Return a term with each word in the spelling that is used more."""
    words = term.split()
    if spelled.keys().isdisjoint(words):
        return term
    return " ".join(spelled.get(word, word) for word in words)
