"""Terms by articles: the counts that distinctive wording is computed from."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from framing.comparison.material import Material
from framing.comparison.terms import held_spans, term_counts

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from framing.values import Article

__all__ = ["Corpus", "corpus_of"]

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Counts of every term in every article; `kind` is the place of a term's length in `orders`."""

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
    place: dict[tuple[int, str], int] = {}
    rows, columns, values = array("i"), array("i"), array("d")
    for row, (_, counts) in enumerate(term_counts(kept, held, orders)):
        for kind, order in enumerate(orders):
            for term, count in counts[order].items():
                rows.append(row)
                columns.append(place.setdefault((kind, term), len(place)))
                values.append(count)
    cells = (np.array(values), (np.array(rows), np.array(columns)))
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
