"""Shares corrected for the error rates that coders found."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from framing.errors import ComparisonError
from framing.statistics import rogan_gladen
from framing.validate.scoring import Validation

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison

__all__ = ["corrected_shares"]

_Z = 1.959963984540054


def corrected_shares(comparison: Comparison, validation: Validation) -> pd.DataFrame:
    """Correct each outlet's share of loaded own-voice namings for the errors the coders found.

    The share is of all its namings, whatever the voice, so that a wrong voice is an error like
    any other: P = (p̂ + sp − 1)/(se + sp − 1), bounded to [0, 1] (Rogan–Gladen). The variance is
    that of p̂ and of both error rates (delta method), so intervals widen with few coded items.

    Parameters
    ----------
    comparison : Comparison
    validation : Validation
        Of a sheet drawn from the same analysis.

    Returns
    -------
    pandas.DataFrame
        outlet, n, total, share, corrected, low, high (95%, bounded).

    Raises
    ------
    ComparisonError
        When sensitivity + specificity ≤ 1, or either is unknown: nothing can be corrected then.

    References
    ----------
    Rogan, W. J. & Gladen, B. (1978). Estimating prevalence from the results of a screening test.
    American Journal of Epidemiology 107, 71–76. doi:10.1093/oxfordjournals.aje.a112510
    """
    import pandas as pd

    se, sp = validation.sensitivity, validation.specificity
    if se is None or sp is None or se + sp <= 1:
        raise ComparisonError(
            "shares can't be corrected: code mentions that are loaded in own voice and others, "
            "until sensitivity and specificity are known and add up to more than 1"
        )
    mentions = comparison.analysis.mentions
    mentions = mentions[mentions["loaded"].notna()]
    rows = []
    for outlet, of in mentions.groupby("outlet", sort=True):
        total = len(of)
        n = int((of["loaded"].astype(bool) & (of["voice"] == "own")).sum())
        share = n / total
        corrected = rogan_gladen(share, sensitivity=se, specificity=sp)
        spread = sqrt(
            share * (1 - share) / total
            + corrected**2 * _variance(se, validation.n_positive)
            + (1 - corrected) ** 2 * _variance(sp, validation.n_negative)
        ) / (se + sp - 1)
        low, high = max(0.0, corrected - _Z * spread), min(1.0, corrected + _Z * spread)
        rows.append((outlet, n, total, share, corrected, low, high))
    names = ["outlet", "n", "total", "share", "corrected", "low", "high"]
    return pd.DataFrame(rows, columns=names)


def _variance(rate: float, n: int) -> float:
    """Variance of an error rate, one success and one failure added so that it is never nil."""
    smoothed = (rate * n + 1) / (n + 2)
    return smoothed * (1 - smoothed) / (n + 2)
