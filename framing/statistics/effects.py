"""Effect sizes: Mantel–Haenszel odds ratio, Cliff's δ, paired Hedges g."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import chdtrc, ndtri

from framing.errors import ComparisonError

__all__ = ["MantelHaenszel", "cliffs_delta", "hedges_g", "mantel_haenszel"]

Numbers = Sequence[float] | npt.NDArray[np.float64]


class MantelHaenszel(NamedTuple):
    """Common odds ratio with its interval, and the Cochran–Mantel–Haenszel χ² (1 df).

    Attributes
    ----------
    odds_ratio, low, high : float
        Of the first row's odds of the first column to the second row's; with its interval.
    chi2, p_value : float
        With the continuity correction of ½.
    chi2_uncorrected, p_value_uncorrected : float
        Without it.
    strata : int
        Tables that said something: those without an empty row or column.
    """

    odds_ratio: float
    low: float
    high: float
    chi2: float
    p_value: float
    chi2_uncorrected: float
    p_value_uncorrected: float
    strata: int


def mantel_haenszel(
    tables: Sequence[Sequence[Sequence[float]]] | npt.NDArray[np.float64], *, level: float = 0.95
) -> MantelHaenszel:
    """Odds ratio common to several 2 × 2 tables, and the CMH test of it.

    For tables [[a, b], [c, d]] of n: OR = Σ(ad/n) / Σ(bc/n), its interval by the
    Robins–Breslow–Greenland variance of ln OR; χ² = (abs(Σ(a − E a)) − ½)² / Σ Var a, corrected,
    and without the ½. **In this library an effect size only**: namings within an article are not
    independent, and at the correlation measured in news the test rejects a true null 15 to 37 %
    of the time at a nominal 5 %. Use `sign_flip_test` to test.

    Parameters
    ----------
    tables : array of shape (strata, 2, 2)
        Rows are outlets, columns loaded and other namings; one table per event and concept.
        Tables with an empty row or column say nothing and are left out.
    level : float
        Confidence level of the interval.

    Returns
    -------
    MantelHaenszel
        The odds ratio is inf or nan where no stratum has the pairs it needs, and the interval
        nan there.

    Raises
    ------
    ComparisonError
        When `tables` has another shape.

    References
    ----------
    Mantel, N. & Haenszel, W. (1959). Journal of the National Cancer Institute 22, 719–748.
    doi:10.1093/jnci/22.4.719
    Robins, J., Breslow, N. & Greenland, S. (1986). Biometrics 42, 311–323. doi:10.2307/2531052

    Examples
    --------
    >>> result = mantel_haenszel([[[28, 5], [16, 192]], [[21, 2], [9, 70]]])
    >>> round(result.odds_ratio, 2), round(result.low, 2), round(result.high, 2)
    (72.22, 29.35, 177.73)
    """
    cells = np.asarray(tables, float)
    if cells.ndim != 3 or cells.shape[1:] != (2, 2) or (cells < 0).any():
        raise ComparisonError(
            f"mantel_haenszel needs counts of shape (strata, 2, 2), not {cells.shape}"
        )
    full = (cells.sum(axis=1) > 0).all(axis=1) & (cells.sum(axis=2) > 0).all(axis=1)
    cells = cells[full]
    a, b, c, d = cells[:, 0, 0], cells[:, 0, 1], cells[:, 1, 0], cells[:, 1, 1]
    n = a + b + c + d
    r, s = a * d / n, b * c / n
    odds = _ratio(float(r.sum()), float(s.sum()))
    low, high = math.nan, math.nan
    if r.sum() > 0 and s.sum() > 0:
        p, q = (a + d) / n, (b + c) / n
        big_r, big_s = r.sum(), s.sum()
        variance = (
            (p * r).sum() / (2 * big_r**2)
            + (p * s + q * r).sum() / (2 * big_r * big_s)
            + (q * s).sum() / (2 * big_s**2)
        )
        half = float(ndtri((1 + level) / 2)) * math.sqrt(variance)
        low, high = odds * math.exp(-half), odds * math.exp(half)
    gap = abs(float((a - (a + b) * (a + c) / n).sum()))
    spread = float(((a + b) * (c + d) * (a + c) * (b + d) / (n**2 * np.maximum(n - 1, 1))).sum())
    plain = _ratio(gap**2, spread)
    corrected = _ratio(max(gap - 0.5, 0.0) ** 2, spread)
    return MantelHaenszel(
        odds_ratio=odds,
        low=low,
        high=high,
        chi2=corrected,
        p_value=float(chdtrc(1, corrected)),
        chi2_uncorrected=plain,
        p_value_uncorrected=float(chdtrc(1, plain)),
        strata=int(full.sum()),
    )


def _ratio(above: float, below: float) -> float:
    """Divide; inf where only the denominator is zero, nan where both are."""
    if below > 0:
        return above / below
    return math.inf if above > 0 else math.nan


def cliffs_delta(a: Numbers, b: Numbers) -> float:
    """How often a value of `a` is above one of `b`, less how often it is below.

    δ = (#{a > b} − #{a < b}) / (len(a) · len(b)), from −1 to 1; nan where a side is empty.

    Parameters
    ----------
    a, b : sequence of float
        Values of two sides; they need not be as many.

    Returns
    -------
    float
        δ, of all pairs of one value of `a` and one of `b`.

    References
    ----------
    Cliff, N. (1993). Dominance statistics: ordinal analyses to answer ordinal questions.
    Psychological Bulletin 114(3), 494–509. doi:10.1037/0033-2909.114.3.494

    Examples
    --------
    >>> cliffs_delta([3, 4, 5], [1, 2, 3])
    0.8888888888888888
    """
    x, y = np.asarray(a, float), np.sort(np.asarray(b, float))
    if not len(x) or not len(y):
        return math.nan
    below = np.searchsorted(y, x, side="left")
    above = len(y) - np.searchsorted(y, x, side="right")
    return float((below - above).sum() / (len(x) * len(y)))


def hedges_g(a: Numbers, b: Numbers) -> float:
    """Paired standardised mean difference, corrected for small samples.

    g = J · mean(a − b) / sd(a − b), J = 1 − 3/(4 df − 1), df = pairs − 1; the sd has denominator
    df. Nan under two pairs, or where all differences are equal and not zero.

    Parameters
    ----------
    a, b : sequence of float
        The two outlets' shares, in the same order of events.

    Returns
    -------
    float
        g, positive where `a` is above `b`, in standard deviations of the differences.

    Raises
    ------
    ComparisonError
        When the sides have not as many events.

    References
    ----------
    Hedges, L. V. (1981). Distribution theory for Glass's estimator of effect size and related
    estimators. Journal of Educational Statistics 6(2), 107–128. doi:10.3102/10769986006002107

    Examples
    --------
    >>> round(hedges_g([0.5, 0.75, 1.0, 0.5], [0.25, 0.25, 0.5, 0.25]), 4)
    1.8895
    """
    x, y = np.asarray(a, float), np.asarray(b, float)
    if x.shape != y.shape:
        raise ComparisonError(
            f"hedges_g pairs events, so both sides need as many: {len(x)} and {len(y)}"
        )
    if len(x) < 2:
        return math.nan
    gaps = x - y
    spread = float(gaps.std(ddof=1))
    mean = float(gaps.mean())
    if spread <= 1e-12:
        return 0.0 if abs(mean) <= 1e-12 else math.nan
    return (1 - 3 / (4 * (len(x) - 1) - 1)) * mean / spread
