"""Shares and their uncertainty: Wilson intervals, shrinkage, known error rates."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.special import ndtri

from framing.errors import ComparisonError

__all__ = [
    "RHO",
    "effective_size",
    "rogan_gladen",
    "shrunk_shares",
    "wilson",
]

RHO = 1 / 3
"""Correlation of the namings of one concept within one article, when nothing better is known.

Measured values lie between .30 and .54; 1/3 gives the prior strength (1 − ρ)/ρ = 2.
"""


def wilson(count: float, total: float, *, level: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval for a share.

    (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), n = `total`. It takes the counted things
    as independent; namings within an article are not, see `effective_size`.

    Parameters
    ----------
    count, total : float
        Successes, and all trials (the denominator). No trials give (nan, nan).
    level : float
        Confidence level.

    Returns
    -------
    tuple of float
        Lower and upper end, within [0, 1].

    Raises
    ------
    ComparisonError
        When `count` is below 0 or above `total`.

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference.
    Journal of the American Statistical Association 22, 209–212.
    doi:10.1080/01621459.1927.10502953

    Examples
    --------
    >>> [round(end, 4) for end in wilson(8, 10)]
    [0.4902, 0.9433]
    """
    if not 0 <= count <= total:
        raise ComparisonError(f"{count} of {total} is no share; the count lies between 0 and total")
    if total == 0:
        return math.nan, math.nan
    z = float(ndtri((1 + level) / 2))
    share = count / total
    centre = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    low = 0.0 if count == 0 else (centre - half) / scale
    high = 1.0 if count == total else (centre + half) / scale
    return low, high


def effective_size(sizes: Sequence[float], *, rho: float = RHO) -> float:
    """How many independent namings the namings of several articles are worth.

    Σ m/(1 + (m − 1)ρ) over articles with m namings each: ten namings in one article at ρ = 1/3
    count as 2.5.

    Parameters
    ----------
    sizes : sequence of float
        Namings in each article; zeros add nothing.
    rho : float
        Correlation within an article, from 0 to 1.

    Returns
    -------
    float
        Effective namings, at most Σm.

    Raises
    ------
    ComparisonError
        When `rho` is below 0 or above 1.

    References
    ----------
    Kish, L. (1965). Survey Sampling, §5.4. Wiley.

    Examples
    --------
    >>> effective_size([10])
    2.5
    >>> effective_size([1, 1, 1])
    3.0
    """
    if not 0 <= rho <= 1:
        raise ComparisonError(f"rho is a correlation within articles, from 0 to 1, not {rho}")
    return float(sum(m / (1 + (m - 1) * rho) for m in sizes if m > 0))


def shrunk_shares(counts: pd.DataFrame, *, strength: float = (1 - RHO) / RHO) -> pd.DataFrame:
    """Draw the shares of small counts towards what outlets do on average.

    θ_v = (n_v + α₀π_v)/(N + α₀); π_v is the unweighted mean of the outlets' shares, so that the
    outlet with the most text does not set it; α₀ = (1 − ρ)/ρ, 2 by default.

    Parameters
    ----------
    counts : DataFrame
        One row per outlet, one column per variant: namings n_v. N is the row's sum.
    strength : float
        α₀, in namings.

    Returns
    -------
    DataFrame
        Same rows and columns: shares that sum to 1 in each row; missing where N = 0, since no
        naming is no evidence.

    Raises
    ------
    ComparisonError
        When the strength or a count is negative.

    Examples
    --------
    >>> counts = pd.DataFrame({"loaded": [1, 0], "plain": [0, 4]}, index=["A", "B"])
    >>> shrunk_shares(counts).round(3)["loaded"].tolist()
    [0.667, 0.167]
    """
    if strength < 0:
        raise ComparisonError(f"the prior's strength is a number of namings, not {strength}")
    n = counts.to_numpy(float)
    if (n < 0).any():
        raise ComparisonError("counts of namings can't be negative")
    totals = n.sum(axis=1, keepdims=True)
    named = totals[:, 0] > 0
    result = np.full(n.shape, np.nan)
    if named.any():
        mean = (n[named] / totals[named]).mean(axis=0)
        result[named] = (n[named] + strength * mean) / (totals[named] + strength)
    return pd.DataFrame(result, index=counts.index, columns=counts.columns)


def rogan_gladen(share: float, *, sensitivity: float, specificity: float) -> float:
    """Correct an observed share for known error rates.

    (p̂ + sp − 1)/(se + sp − 1), bounded to [0, 1].

    Parameters
    ----------
    share : float
        Observed share p̂ of namings decided one way (say, loaded and in own voice).
    sensitivity, specificity : float
        Shares of true and of other cases that the decision gets right, from hand coding.

    Returns
    -------
    float
        The corrected share, from 0 to 1.

    Raises
    ------
    ComparisonError
        If the decision is no better than a coin (se + sp ≤ 1) or a rate is outside [0, 1].

    References
    ----------
    Rogan, W. J. & Gladen, B. (1978). Estimating prevalence from the results of a screening
    test. American Journal of Epidemiology 107(1), 71–76.
    doi:10.1093/oxfordjournals.aje.a112510

    Examples
    --------
    >>> round(rogan_gladen(0.25, sensitivity=0.9, specificity=0.9), 4)
    0.1875
    >>> rogan_gladen(0.05, sensitivity=0.9, specificity=0.9)
    0.0
    """
    rates = {"share": share, "sensitivity": sensitivity, "specificity": specificity}
    for name, rate in rates.items():
        if not 0 <= rate <= 1:
            raise ComparisonError(f"{name} is a share from 0 to 1, not {rate}")
    informed = sensitivity + specificity - 1
    if informed <= 0:
        raise ComparisonError(
            f"sensitivity {sensitivity} and specificity {specificity} are no better than "
            "guessing, so no share can be corrected by them; code more examples by hand"
        )
    return min(1.0, max(0.0, (share + specificity - 1) / informed))
