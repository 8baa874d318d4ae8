"""Sign flips of event scores: one contrast alone, or several under the same flips."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["DRAWS", "EXACT_UP_TO", "Flipped", "MaxFlipped", "max_flip", "sign_flip"]

EXACT_UP_TO = 12
"""Differing events up to which every sign pattern is counted."""

DRAWS = 9_999
"""Sign patterns drawn above that."""

_CELLS = 4_000_000
FloatArray = npt.NDArray[np.float64]


class Flipped(NamedTuple):
    """T = abs(Σ s), its two-sided p-value, and how it came about."""

    statistic: float
    p_value: float
    nonzero: int
    smallest_p: float
    exact: bool


class MaxFlipped(NamedTuple):
    """Several contrasts under the same flips.

    `p_max` is the p-value of the largest standardised contrast; `p_each` holds each contrast's
    own p-value adjusted for looking at all of them (family-wise, single step).
    """

    statistic: float
    p_max: float
    p_each: tuple[float, ...]
    which: int
    smallest_p: float


def _patterns(nonzero: int, seed: int) -> Iterator[FloatArray]:
    """Yield rows of ±1: one of each mirrored pair of patterns, or random draws."""
    if nonzero <= EXACT_UP_TO or nonzero * DRAWS <= _CELLS:
        yield _kept(nonzero, seed).astype(np.float64)
        return
    rng = np.random.default_rng(seed)
    step = max(1, _CELLS // nonzero)
    for first in range(0, DRAWS, step):
        yield _drawn(rng, min(step, DRAWS - first), nonzero).astype(np.float64)


@lru_cache(maxsize=64)
def _kept(nonzero: int, seed: int) -> npt.NDArray[np.int8]:
    """Patterns that many contrasts of one report share."""
    if nonzero > EXACT_UP_TO:
        return _drawn(np.random.default_rng(seed), DRAWS, nonzero)
    codes = np.arange(2 ** max(nonzero - 1, 0))
    return (1 - 2 * ((codes[:, None] >> np.arange(nonzero)[None, :]) & 1)).astype(np.int8)


def _drawn(rng: np.random.Generator, rows: int, nonzero: int) -> npt.NDArray[np.int8]:
    return (1 - 2 * rng.integers(0, 2, size=(rows, nonzero))).astype(np.int8)


def _smallest(nonzero: int) -> float:
    """Smallest p-value that `nonzero` differing events can give."""
    if nonzero == 0:
        return 1.0
    return 2.0 / 2**nonzero if nonzero <= EXACT_UP_TO else 1.0 / (DRAWS + 1)


def sign_flip(scores: FloatArray, *, seed: int = 0) -> Flipped:
    """Two-sided sign-flip test of Σ s = 0 over independent event scores.

    Events that do not differ (s = 0) change nothing and are left out of the counting. Sums are
    compared with a tolerance, so that equal sums added in another order count as equal.

    Examples
    --------
    >>> sign_flip(np.ones(6)).p_value == 2 / 64
    True
    """
    live = scores[np.abs(scores) > 0]
    observed = abs(float(live.sum()))
    tolerance = 1e-9 * max(1.0, float(np.abs(live).sum()))
    reached = drawn = 0
    for signs in _patterns(len(live), seed):
        reached += int(np.count_nonzero(np.abs(signs @ live) >= observed - tolerance))
        drawn += len(signs)
    exact = len(live) <= EXACT_UP_TO
    p_value = reached / drawn if exact else (reached + 1) / (drawn + 1)
    return Flipped(observed, p_value, len(live), _smallest(len(live)), exact)


def max_flip(scores: FloatArray, *, seed: int = 0) -> MaxFlipped:
    """Several contrasts on the same events, tested by their largest standardised sum.

    Each column is scaled by √Σs², which no flip changes; whole events (rows) flip together, so
    the dependence between contrasts is kept. With one column this is `sign_flip`.

    Parameters
    ----------
    scores : array of shape (events, contrasts)
        Zero where an event is not matched for a contrast.
    seed : int
        Of the draws; not used when all patterns are counted.

    References
    ----------
    Westfall, P. H. & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.
    Winkler, A. M. et al. (2014). Permutation inference for the general linear model.
    NeuroImage 92, 381–397. doi:10.1016/j.neuroimage.2014.01.060

    Examples
    --------
    >>> both = max_flip(np.column_stack([np.ones(8), np.resize([1.0, -1.0], 8)]))
    >>> both.which, both.p_max == 4 / 256, both.p_each[1]
    (0, True, 1.0)
    """
    live = scores[(np.abs(scores) > 0).any(axis=1)]
    scale = np.sqrt((live**2).sum(axis=0))
    scaled = live / np.where(scale > 0, scale, 1.0)
    observed = np.abs(scaled.sum(axis=0))
    reached = np.zeros(scores.shape[1])
    drawn = 0
    for signs in _patterns(len(live), seed):
        largest = np.abs(signs @ scaled).max(axis=1)
        reached += (largest[:, None] >= observed[None, :] - 1e-9).sum(axis=0)
        drawn += len(signs)
    exact = len(live) <= EXACT_UP_TO
    each = reached / drawn if exact else (reached + 1) / (drawn + 1)
    # No contrast can get below what its own events allow; draws may by chance.
    floor = [_smallest(int(n)) for n in np.count_nonzero(np.abs(live) > 0, axis=0)]
    each = np.maximum(each, floor)
    which = int(np.argmax(observed))
    return MaxFlipped(
        statistic=float(observed[which]),
        p_max=float(each[which]),
        p_each=tuple(float(p) for p in each),
        which=which,
        smallest_p=_smallest(len(live)),
    )
