"""Which party each naming is said of, where a concept is said of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    from framing.lexicon import Lexicon

__all__ = ["referents_of"]


def referents_of(
    mentions: pd.DataFrame, lexicons: Sequence[Lexicon]
) -> npt.NDArray[np.int64] | None:
    """Code whom namings are said of, for the concepts that count only where that is known.

    One whose own sentence does not tell is said of the one party that its article says the
    concept's other namings of; where they have several, or none, of nobody known (0).
    """
    many = [
        (lexicon.id, concept.id)
        for lexicon in lexicons
        for concept in lexicon.concepts
        if any(variant.counted == "bound" for variant in concept.variants)
    ]
    if not many or "bindings" not in mentions.columns:
        return None
    rows = np.flatnonzero(pd.MultiIndex.from_frame(mentions[["lexicon", "concept"]]).isin(many))
    if not len(rows):
        return None
    said = mentions.iloc[rows][["article_id", "concept", "bindings"]]
    of = pd.Series([_first_target(slots) for slots in said["bindings"]], said.index, dtype=object)
    by_article = of.groupby([said["article_id"].astype(object), said["concept"].astype(object)])
    alone = by_article.transform("first").where(by_article.transform("nunique") == 1)
    found = np.zeros(len(mentions), dtype=np.int64)
    found[rows] = pd.factorize(of.fillna(alone), sort=True)[0] + 1
    return found


def _first_target(slots: Any) -> str | None:
    """Return whom a naming's first slot is bound to."""
    first = next(iter(slots), None) if isinstance(slots, Iterable) else None
    return None if first is None else first["target"]
