"""Intervals over events: whole events are drawn anew, never single namings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtr, stdtrit

from framing.errors import ComparisonError
from framing.statistics.matched import event_scores

__all__ = ["APPROXIMATE_UNDER", "Interval", "bootstrap_ratio", "event_bootstrap"]

FloatArray = npt.NDArray[np.float64]
_KEPT = 1_000_000
_AT_ONCE = 65_536

APPROXIMATE_UNDER = 20
"""Matched events under which a bootstrap interval is marked approximate."""


class Interval(NamedTuple):
    """An estimate with its interval over events; `approximate` under 20 matched events.

    Attributes
    ----------
    estimate : float
        Σs/Σw over the events.
    low, high : float
        Ends of the interval, on the scale of `estimate`.
    n_events : int
        Matched events it was drawn from.
    approximate : bool
        Whether these are under 20.
    """

    estimate: float
    low: float
    high: float
    n_events: int
    approximate: bool


def event_bootstrap(
    table: pd.DataFrame, *, draws: int = 2000, level: float = 0.95, seed: int = 0
) -> Interval:
    """Interval for the matched difference Σs_e/Σw_e, by drawing whole events anew.

    Percentile interval over `draws` samples of E events with replacement, widened for few
    events (see `bootstrap_ratio`). It is approximate under 20 events, and says so.

    Parameters
    ----------
    table : DataFrame
        As in `event_scores`.
    draws : int
        Samples of events.
    level : float
        Share of the samples' middle that the interval holds.
    seed : int
        Of the draws.

    Returns
    -------
    Interval
        `estimate, low, high, n_events, approximate`.

    Raises
    ------
    ComparisonError
        Under two matched events, where nothing can be drawn anew.

    References
    ----------
    Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics
    7(1), 1–26. doi:10.1214/aos/1176344552

    Examples
    --------
    >>> rows = [(f"e{i}", o, x, 4) for i in range(8) for o, x in (("A", 2 + i % 2), ("B", 1))]
    >>> table = pd.DataFrame(rows, columns=["event", "outlet", "loaded", "total"])
    >>> interval = event_bootstrap(table)
    >>> interval.estimate, interval.approximate, interval.low < 0.375 < interval.high
    (0.375, True, True)
    """
    scores = event_scores(table)
    if len(scores) < 2:
        raise ComparisonError(
            f"an interval needs at least two matched events and there are {len(scores)}; add "
            "articles of more events that both outlets cover"
        )
    score, weight = scores["score"].to_numpy(float), scores["weight"].to_numpy(float)
    low, high = bootstrap_ratio(score, weight, draws=draws, level=level, seed=seed)
    return Interval(
        estimate=float(score.sum() / weight.sum()),
        low=low,
        high=high,
        n_events=len(score),
        approximate=len(score) < APPROXIMATE_UNDER,
    )


def bootstrap_ratio(
    scores: Sequence[float] | FloatArray,
    weights: Sequence[float] | FloatArray,
    *,
    draws: int = 2000,
    level: float = 0.95,
    seed: int = 0,
) -> tuple[float, float]:
    """Draw events with replacement: expanded percentile interval of Σs/Σw.

    Plain percentiles are too narrow for few events. The tails are taken at Φ(−t √(E/(E−1)))
    instead, t being the quantile with E − 1 degrees of freedom.

    Contrasts with as many events and the same seed share their draws.

    Parameters
    ----------
    scores, weights : sequence of float, shape (events,)
        s_e and w_e of the matched events, in one order.
    draws : int
        Samples of events.
    level : float
        Confidence level.
    seed : int
        Of all draws.

    Returns
    -------
    tuple of float
        Lower and upper end of Σs/Σw.

    References
    ----------
    Hesterberg, T. C. (2015). What teachers should know about the bootstrap. The American
    Statistician 69(4), 371–386. doi:10.1080/00031305.2015.1089789

    Examples
    --------
    >>> bootstrap_ratio([1.0, 1.0, 1.0], [2.0, 2.0, 2.0])
    (0.5, 0.5)
    """
    s, w = np.asarray(scores, float), np.asarray(weights, float)
    ratios = [(counts @ s) / (counts @ w) for counts in drawn_events(len(s), draws, seed)]
    tail = tail_of(len(s), level)
    low, high = np.quantile(np.concatenate(ratios), [tail, 1 - tail])
    return float(low), float(high)


def tail_of(size: int, level: float) -> float:
    """Share of the draws beyond each end, made smaller where there are few events."""
    if size < 2:
        return (1 - level) / 2
    bound = float(stdtrit(size - 1, (1 + level) / 2)) * np.sqrt(size / (size - 1))
    return float(ndtr(-bound))


def drawn_events(size: int, draws: int, seed: int) -> Iterator[FloatArray]:
    """Yield how often each event is in each draw; kept for the next contrast where it is small.

    Examples
    --------
    >>> next(drawn_events(4, 3, 0)).sum(axis=1).tolist()
    [4.0, 4.0, 4.0]
    """
    if size * draws <= _KEPT:
        yield _kept(size, draws, seed)
        return
    rng = np.random.default_rng(seed)
    step = max(1, _KEPT // size)
    for first in range(0, draws, step):
        yield _counted(rng, size, min(step, draws - first))


def drawn_with_squares(size: int, draws: int, seed: int) -> Iterator[tuple[FloatArray, FloatArray]]:
    """Yield the same with the squares, which are kept with them."""
    if size * draws <= _KEPT:
        yield _kept(size, draws, seed), _kept_squares(size, draws, seed)
        return
    for counted in drawn_events(size, draws, seed):
        yield counted, np.square(counted)


@lru_cache(maxsize=1)
def _kept(size: int, draws: int, seed: int) -> FloatArray:
    return _counted(np.random.default_rng(seed), size, draws)


@lru_cache(maxsize=1)
def _kept_squares(size: int, draws: int, seed: int) -> FloatArray:
    return np.square(_kept(size, draws, seed))


def _counted(rng: np.random.Generator, size: int, draws: int) -> FloatArray:
    """Draw events with replacement and count them, some draws at a time."""
    counts, step = np.empty((draws, size)), max(1, _AT_ONCE // size)
    for first in range(0, draws, step):
        some = min(step, draws - first)
        chosen = rng.integers(0, size, size=(some, size), dtype=np.int32)
        chosen += np.arange(0, some * size, size, dtype=np.int32)[:, None]
        times = np.bincount(chosen.ravel(), minlength=some * size)
        counts[first : first + some] = times.reshape(some, size)
    return counts
