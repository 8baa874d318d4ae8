"""How far misreading of voices alone could set two sides apart in a concept's own words."""

from __future__ import annotations

import numpy as np

from framing.comparison.choices import Matched, Namings
from framing.statistics import misreading_bound
from framing.values import VOICES

__all__ = ["misread_bound", "slipping"]


def slipping(namings: Namings) -> float:
    """Return how often others' words are read as a side's own, by `p_own` of all namings."""
    wrong = 1 - namings.p_own
    every = float(np.nansum(wrong))
    return float(np.nansum(wrong[namings.voice == VOICES.index("own")])) / every if every else 0.0


def misread_bound(
    namings: Namings, own: Matched, attributed: Matched, every: Matched, slips: float
) -> float | None:
    """Return |c_A − c_B| times the distance of attributed from own words, for one concept.

    c is the share of others' words among those read as a side's own. It is told twice, and the
    difference that is larger counts: by the decisions themselves, and by how many of others' words
    a side has there at all, of which `slips` are read as its own; a side that quotes more has more.
    The distance is half the sum of |p_attributed − p_own| over the concept's variants: as D is.
    Attributed words are those of both sides together, so that one side alone may attribute.
    """
    if not len(own.rows) or not len(attributed.rows):
        return None
    wrong, others = 1 - namings.p_own[own.rows], 1 - namings.p_own[every.rows]
    decided, had = [], []
    for mine, there in ((own.first, every.first), (~own.first, ~every.first)):
        decided.append(float(np.nanmean(wrong[mine])))
        had.append(min(1.0, slips * float(np.nansum(others[there])) / int(mine.sum())))
    c_a, c_b = max(decided, had, key=lambda pair: abs(pair[0] - pair[1]))
    variants = np.unique(np.concatenate([own.variant, attributed.variant]))
    shares = [
        np.bincount(np.searchsorted(variants, of.variant), minlength=len(variants))
        for of in (attributed, own)
    ]
    apart = 0.5 * np.abs(shares[0] / shares[0].sum() - shares[1] / shares[1].sum()).sum()
    return misreading_bound(c_a, c_b, attributed=float(apart), own=0.0)
