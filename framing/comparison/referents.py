"""Which party each naming is said of, and whether some are said of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    from framing.comparison.material import Material
    from framing.lexicon import Lexicon

__all__ = ["SaidOf", "mostly_bound", "of_several", "referents_of"]

IntArray = npt.NDArray[np.int64]
_LEAST_BOUND = 0.05
_LEAST_APART, _SHARE_APART = 2, 1 / 3


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


class SaidOf:
    """Whom namings are said of, each cell read once: one concept is of many contrasts.

    Cells that are alike may be one object, so that few are read of a large table.
    """

    def __init__(self, material: Material) -> None:
        self._bindings = material.mentions["bindings"].to_numpy(object)  # keeps the cells' ids
        self._known: dict[int, frozenset[str]] = {}

    def of(self, rows: IntArray) -> list[frozenset[str]]:
        """Return the parties that each of some namings is said of."""
        known, cells = self._known, self._bindings[rows].tolist()
        for cell in cells:
            if id(cell) not in known:
                known[id(cell)] = _said_of(cell)
        return [known[id(cell)] for cell in cells]


def mostly_bound(rows: IntArray, parties: list[frozenset[str]]) -> bool:
    """Tell whether the texts say often enough of whom some namings are."""
    bound = sum(bool(parties[at]) for at in rows)
    return bound >= _LEAST_APART and bound >= len(rows) * _SHARE_APART


def of_several(parties: list[frozenset[str]]) -> bool:
    """Tell whether namings are said of two parties or more, and that is not a rare misreading."""
    bound = sum(map(bool, parties))
    return bound >= _LEAST_BOUND * len(parties) and len(frozenset().union(*parties)) > 1


def _said_of(cell: Any) -> frozenset[str]:
    """Return the parties that a naming's first slot is bound to.

    Examples
    --------
    >>> sorted(_said_of([{"slot": "group", "target": "Ash"}, {"slot": "against", "target": "Fir"}]))
    ['Ash']
    """
    slots = list(cell) if isinstance(cell, Iterable) else []
    bound = [slot for slot in slots if slot["target"]]
    return frozenset(
        [str(slot["target"]) for slot in bound if slot["slot"] == slots[0]["slot"]] if bound else ()
    )
