"""How many events a difference would need, and simulated events to try methods on."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import nctdtr, ndtri, stdtrit

from framing.errors import ComparisonError
from framing.statistics.exchange import MIN_EVENTS

__all__ = ["events_for_power", "simulated_events"]

FloatArray = npt.NDArray[np.float64]
_MOST = 100_000


def events_for_power(
    scores: Sequence[float] | FloatArray,
    weights: Sequence[float] | FloatArray | None = None,
    *,
    difference: float | None = None,
    power: float = 0.8,
    level: float = 0.05,
) -> int | None:
    """Count the matched events needed to find a difference, at the spread these events show.

    Power of a two-sided one-sample t test (noncentral t) of event scores with the observed
    standard deviation; the sign-flip test has about that power. Never under six events.

    Parameters
    ----------
    scores : sequence of float
        s_e of the events seen (`event_scores`), two at least.
    weights : sequence of float, optional
        w_e; needed with `difference`.
    difference : float, optional
        The difference of shares to be found; without it, the one observed.
    power, level : float
        Wanted power, and nominal level of the test.

    Returns
    -------
    int or None
        None where it can't be told: under two events, no difference, or no spread and no
        difference; capped at 100,000.

    Raises
    ------
    ComparisonError
        When `difference` is given without `weights`.

    References
    ----------
    Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd ed. Routledge.
    doi:10.4324/9780203771587

    Examples
    --------
    >>> events_for_power([1.0, 0.0, 2.0, -0.5, 1.5, 0.5])
    15
    >>> events_for_power([1.0]) is None
    True
    """
    s = np.asarray(scores, float)
    if len(s) < 2:
        return None
    mean = float(s.mean())
    if difference is not None:
        if weights is None:
            raise ComparisonError("a given difference needs the events' weights beside the scores")
        mean = difference * float(np.mean(np.asarray(weights, float)))
    spread = float(s.std(ddof=1))
    if abs(mean) <= 1e-12:
        return None
    if spread <= 1e-12:
        return MIN_EVENTS
    return _fewest(abs(mean) / spread, power, level)


def _fewest(effect: float, power: float, level: float) -> int:
    """Search the fewest events from where the normal distribution would put them."""
    wanted = float(ndtri(1 - level / 2) + ndtri(power)) / effect
    if wanted**2 >= _MOST:
        return _MOST
    events = max(MIN_EVENTS, math.ceil(wanted**2))
    while _power(events, effect, level) < power:
        events += 1
    while events > MIN_EVENTS and _power(events - 1, effect, level) >= power:
        events -= 1
    return events


def _power(events: int, effect: float, level: float) -> float:
    """Power of the two-sided one-sample t test."""
    bound = float(stdtrit(events - 1, 1 - level / 2))
    shift = effect * math.sqrt(events)
    upper = 1.0 - float(nctdtr(events - 1, shift, bound))
    lower = float(nctdtr(events - 1, shift, -bound))
    return upper + (0.0 if math.isnan(lower) else lower)


def simulated_events(
    n_events: int,
    *,
    difference: float = 0.0,
    rho: float = 1 / 3,
    base: float = 0.4,
    namings: float = 6.0,
    articles: int = 1,
    outlets: tuple[str, str] = ("A", "B"),
    seed: int = 0,
) -> pd.DataFrame:
    """Draw counts of two outlets, the namings of an article correlated: simulated, no findings.

    Each event has a base share of its own (Beta with mean `base`, standard deviation .15); each
    article a share drawn around its outlet's (Beta with intraclass correlation `rho`); namings an
    article are 1 + Poisson(`namings` − 1).

    Parameters
    ----------
    n_events : int
        Events, each covered by both outlets.
    difference : float
        Added to the first outlet's share (kept within .01 to .99).
    rho : float
        Correlation of namings within an article, above 0 and below 1.
    base, namings : float
        Mean loaded share, mean namings an article.
    articles : int
        Articles an outlet and event.
    outlets : tuple of str
        Names of the two.
    seed : int
        Of everything drawn.

    Returns
    -------
    DataFrame
        `event, outlet, loaded, total`, one row per event and outlet.

    Raises
    ------
    ComparisonError
        When `rho` is not between 0 and 1.

    Examples
    --------
    >>> simulated_events(2, seed=1).columns.tolist()
    ['event', 'outlet', 'loaded', 'total']
    """
    if not 0 < rho < 1:
        raise ComparisonError(f"rho is a correlation between 0 and 1, not {rho}")
    rng = np.random.default_rng(seed)
    shape = (n_events, 2, articles)
    spread = base * (1 - base) / 0.15**2 - 1
    event_share = rng.beta(base * spread, (1 - base) * spread, size=(n_events, 1, 1))
    shift = np.array([difference, 0.0])[None, :, None]
    share = np.clip(np.broadcast_to(event_share + shift, shape), 0.01, 0.99)
    strength = (1 - rho) / rho
    own = rng.beta(share * strength, (1 - share) * strength)
    total = 1 + rng.poisson(max(namings - 1, 0.0), size=shape)
    loaded = rng.binomial(total, own)
    width = len(str(max(n_events - 1, 0)))
    return pd.DataFrame(
        {
            "event": np.repeat([f"e{i:0{width}d}" for i in range(n_events)], 2),
            "outlet": list(outlets) * n_events,
            "loaded": loaded.sum(axis=2).ravel(),
            "total": total.sum(axis=2).ravel(),
        }
    )
