"""The mean of a value of two sides' namings, compared event by event: direction, intensity."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from framing.comparison.choices import (
    BoolArray,
    FloatArray,
    IntArray,
    Matched,
    Namings,
    Places,
    matched_of,
    wide,
)
from framing.statistics import naming_weights
from framing.statistics.strata import ranked_codes
from framing.values import Scope

__all__ = ["Signed", "signed_strata"]


class Signed(NamedTuple):
    """Event, score and weight of every stratum two sides have in common."""

    event: IntArray
    score: FloatArray
    weight: FloatArray

    @property
    def difference(self) -> float | None:
        """Σ s / Σ w; None without a stratum."""
        return float(self.score.sum() / self.weight.sum()) if len(self.weight) else None

    @property
    def events(self) -> int:
        """Matched events."""
        return len(np.unique(self.event))


def signed_strata(
    namings: Namings,
    scope: Scope,
    contrast: Places,
    values: FloatArray,
    keep: BoolArray | None = None,
) -> Signed:
    """Compare the mean of `values` (one a naming) of two sides, event by event.

    s = w (m_A − m_B) with w = ñ_A ñ_B/(ñ_A + ñ_B), the namings of one article being worth
    n/(1 + (n − 1)ρ) together.

    Parameters
    ----------
    namings : Namings
        What is counted.
    scope : Scope
        Whose words.
    contrast : pair of int
        Places of the sides.
    values : array
        One value per naming: its direction, whether it is loaded, its intensity.
    keep : array of bool, optional
        Which namings stay.
    """
    matched = matched_of(namings, scope, contrast, keep)
    concepts = max(len(namings.concepts), 1)
    chosen = namings.chosen(scope)
    worth = _worth(namings, chosen if keep is None else chosen & keep, matched)
    strata, where = np.unique(namings.strata(matched.rows)[0], return_inverse=True)
    sums = []
    for mine in (matched.first, ~matched.first):
        for of in (worth * values[matched.rows], worth):
            sums.append(np.bincount(where, weights=of * mine, minlength=len(strata)))
    x_a, n_a, x_b, n_b = sums
    weight = n_a * n_b / (n_a + n_b)
    event = strata % (len(namings.events) * concepts) // concepts
    return Signed(event, weight * (x_a / n_a - x_b / n_b), weight)


def _worth(namings: Namings, chosen: BoolArray, matched: Matched) -> FloatArray:
    """Return what each matched naming is worth, among all that its article has of the concept.

    Of a concept said of many some may be matched and others not, and all are one habit.
    """
    there = np.zeros(int(namings.article.max(initial=-1)) + 1, dtype=bool)
    there[namings.article[matched.rows]] = True
    rows = np.flatnonzero(chosen & there[namings.article])
    code = wide(namings.article, rows) * max(len(namings.concepts), 1)
    code = code + namings.concept_of[namings.variant[rows]] if len(rows) else code
    worth: FloatArray = naming_weights(ranked_codes(code)[1])
    return worth[np.searchsorted(rows, matched.rows)]
