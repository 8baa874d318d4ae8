"""Counts by event, concept and outlet, and the strata two sides have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.material import NO_OUTLET, Material
from framing.comparison.naming import SCOPES

__all__ = ["Cells", "Matched", "cells_of", "sums"]

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]


def sums(where: IntArray, values: FloatArray, size: int) -> FloatArray:
    """Add up `values` by place.

    Examples
    --------
    >>> sums(np.array([0, 1, 1]), np.array([1.0, 2.0, 3.0]), 3).tolist()
    [1.0, 5.0, 0.0]
    """
    return np.asarray(np.bincount(where, weights=values, minlength=size), dtype=np.float64)


class Matched(NamedTuple):
    """Strata (event × concept) in which both sides named the concept.

    `x` are loaded namings (or the sum of directions toward a target), `n` namings; 1 is the
    first side, 0 the second.
    """

    event: IntArray
    concept: IntArray
    x1: FloatArray
    n1: FloatArray
    x0: FloatArray
    n0: FloatArray

    @property
    def score(self) -> FloatArray:
        """W (p₁ − p₀) of each stratum."""
        scores: FloatArray = (self.x1 * self.n0 - self.x0 * self.n1) / (self.n1 + self.n0)
        return scores

    @property
    def weight(self) -> FloatArray:
        """W = n₁n₀/(n₁+n₀) of each stratum."""
        weights: FloatArray = self.n1 * self.n0 / (self.n1 + self.n0)
        return weights

    def of(self, concept: int | None) -> Matched:
        """Keep the strata of one concept, or all of them for None."""
        if concept is None:
            return self
        chosen = self.concept == concept
        return Matched(*(column[chosen] for column in self))


@dataclass(frozen=True, slots=True)
class Cells:
    """Counts in one scope: one cell an event, concept and outlet that has namings.

    `concepts` are (lexicon, concept) pairs; `outlets` and `events` names; the arrays hold their
    positions. Only articles with an event and an outlet are in it.
    """

    concepts: tuple[tuple[str, str], ...]
    outlets: tuple[str, ...]
    events: tuple[str, ...]
    event: IntArray
    concept: IntArray
    outlet: IntArray
    x: FloatArray
    n: FloatArray

    def match(self, a: str, b: str | None) -> Matched:
        """Pair outlet `a` with outlet `b`, or with all other outlets together for None."""
        stratum = self.event * len(self.concepts) + self.concept
        first = self.outlet == self.outlets.index(a)
        second = ~first if b is None else self.outlet == self.outlets.index(b)
        common = np.intersect1d(stratum[first], stratum[second])
        found: list[FloatArray] = []
        for side in (first, second):
            live = side & np.isin(stratum, common)
            where = np.searchsorted(common, stratum[live])
            found += [sums(where, values[live], len(common)) for values in (self.x, self.n)]
        events, concepts = np.divmod(common, max(len(self.concepts), 1))
        return Matched(events, concepts, *found)


def cells_of(material: Material, scope: str, values: pd.Series | None = None) -> Cells:
    """Count the namings of one scope by event, concept and outlet.

    Parameters
    ----------
    material : Material
        What is compared.
    scope : str
        A key of `SCOPES`.
    values : Series, optional
        By mention (the index of ``material.mentions``): what to sum in place of `loaded`;
        mentions that have none are not counted at all.
    """
    mentions = material.mentions
    value = mentions["loaded"].astype("float64") if values is None else values
    value = value.reindex(mentions.index)
    chosen = (
        mentions["voice"].isin(SCOPES[scope])
        & mentions["event"].notna()
        & (mentions["outlet"] != NO_OUTLET)
        & value.notna()
    ).to_numpy(bool)
    rows = mentions.loc[chosen]
    by_concept = rows.groupby(["lexicon", "concept"], sort=True)
    concepts = tuple((str(a), str(b)) for a, b in by_concept.size().index)
    concept = by_concept.ngroup().to_numpy(np.int64)
    outlets, events = material.named_outlets, material.events
    outlet = pd.Index(outlets, dtype=object).get_indexer(pd.Index(rows["outlet"], dtype=object))
    event = pd.Index(events, dtype=object).get_indexer(pd.Index(rows["event"], dtype=object))
    code = (event * max(len(concepts), 1) + concept) * max(len(outlets), 1) + outlet
    cells, where = np.unique(code, return_inverse=True)
    strata, outlet_of = np.divmod(cells, max(len(outlets), 1))
    event_of, concept_of = np.divmod(strata, max(len(concepts), 1))
    x = sums(where, np.asarray(value, dtype=np.float64)[chosen], len(cells))
    n = np.bincount(where, minlength=len(cells)).astype(np.float64)
    return Cells(concepts, outlets, events, event_of, concept_of, outlet_of, x, n)
