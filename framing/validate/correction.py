"""Shares corrected for the error rates that coders found."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from framing.errors import ComparisonError
from framing.statistics import rogan_gladen, wilson
from framing.validate.scoring import Validation

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison

__all__ = ["corrected_shares"]

_Z = 1.959963984540054


def corrected_shares(comparison: Comparison, validation: Validation) -> pd.DataFrame:
    """Correct each side's share of loaded own-voice namings for the errors the coders found.

    The share is of all its namings, whatever the voice, so that a wrong voice is an error like
    any other: P = (p̂ + sp − 1)/(se + sp − 1), bounded to [0, 1] (Rogan–Gladen). The interval is
    Wilson's of p̂, so that 0 of 1 is not 0 of 10, widened by both error rates (delta method). One
    pair of error rates is assumed for all sides, which is wrong where one of them quotes more:
    then the difference can be corrected by a sheet of the matched events alone.

    Parameters
    ----------
    comparison : Comparison
        Whose counted namings are corrected, in all events, matched or not.
    validation : Validation
        Of a sheet drawn from the same analysis.

    Returns
    -------
    pandas.DataFrame
        outlet (what is compared, by its column's values), n, total, share, corrected, low, high
        (95%, bounded).

    Raises
    ------
    ComparisonError
        When sensitivity + specificity ≤ 1, or either is unknown: nothing can be corrected then.

    References
    ----------
    Rogan, W. J. & Gladen, B. (1978). Estimating prevalence from the results of a screening test.
    American Journal of Epidemiology 107, 71–76. doi:10.1093/oxfordjournals.aje.a112510

    Examples
    --------
    >>> import framing, pandas as pd
    >>> from framing.validate import Validation
    >>> news = pd.DataFrame({"event": "pull-out", "outlet": ["Herald", "Wire"],
    ...     "text": ["Occupation forces left. Foreign troops left.", "Foreign troops left."]})
    >>> comparison = framing.compare(framing.analyze(news, "foreign-forces", sentiment=False))
    >>> empty = pd.DataFrame()
    >>> coded = Validation(empty, empty, empty, 0.9, 0.8, n_positive=50, n_negative=50)
    >>> table = corrected_shares(comparison, coded)
    >>> table[["outlet", "n", "total", "corrected"]].round(2).values.tolist()
    [['Herald', 1, 2, 0.43], ['Wire', 0, 1, 0.0]]
    """
    import pandas as pd

    se, sp = validation.sensitivity, validation.specificity
    if se is None or sp is None or se + sp <= 1:
        raise ComparisonError(
            "shares can't be corrected: code mentions that are loaded in own voice and others, "
            "until sensitivity and specificity are known and add up to more than 1"
        )
    mentions = comparison.material.mentions
    rows = []
    for outlet, of in mentions.groupby("outlet", sort=True, observed=True):
        total = len(of)
        n = int((of["loaded"].astype(bool) & (of["voice"] == "own")).sum())
        share = n / total
        corrected = rogan_gladen(share, sensitivity=se, specificity=sp)
        low, high = _ends(n, total, corrected, validation)
        rows.append((outlet, n, total, share, corrected, low, high))
    names = ["outlet", "n", "total", "share", "corrected", "low", "high"]
    return pd.DataFrame(rows, columns=names)


def _ends(n: int, total: int, corrected: float, validation: Validation) -> tuple[float, float]:
    """Return the interval: Wilson's of the share, carried over, widened by both error rates."""
    se, sp = validation.sensitivity, validation.specificity
    if se is None or sp is None:
        return 0.0, 1.0
    reach = se + sp - 1
    rates = (
        _Z
        * sqrt(
            corrected**2 * _variance(se, validation.n_positive)
            + (1 - corrected) ** 2 * _variance(sp, validation.n_negative)
        )
        / reach
    )
    below, above = wilson(n, total)[:2]
    down, up = (corrected - (below + sp - 1) / reach), ((above + sp - 1) / reach - corrected)
    low, high = corrected - sqrt(down**2 + rates**2), corrected + sqrt(up**2 + rates**2)
    return max(0.0, low), min(1.0, high)


def _variance(rate: float, n: int) -> float:
    """Variance of an error rate, one success and one failure added so that it is never nil."""
    smoothed = (rate * n + 1) / (n + 2)
    return smoothed * (1 - smoothed) / (n + 2)
