"""Several tests in one report: false discovery rate over the declared family."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from framing.errors import ComparisonError

__all__ = ["adjust_p_values", "adjust_within"]

FloatArray = npt.NDArray[np.float64]


def adjust_p_values(
    p: Sequence[float] | FloatArray, *, method: Literal["bh", "by"] = "bh"
) -> FloatArray:
    """P-values of one family of tests, adjusted for the false discovery rate.

    p_(i) · m / i (Benjamini–Hochberg), made monotone from above; m counts the tests that were
    made. ``by`` (Benjamini–Yekutieli) multiplies by Σ 1/i besides and holds whatever the tests'
    dependence. Missing values (refused tests) stay missing and are not counted.

    Parameters
    ----------
    p : sequence of float
        Raw p-values; nan for a refused test.
    method : {"bh", "by"}
        ``bh`` for independent or positively dependent tests, ``by`` for any.

    Returns
    -------
    ndarray
        In the order given.

    References
    ----------
    Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the
    Royal Statistical Society B 57(1), 289–300. doi:10.1111/j.2517-6161.1995.tb02031.x
    Benjamini, Y. & Yekutieli, D. (2001). The control of the false discovery rate in multiple
    testing under dependency. Annals of Statistics 29(4), 1165–1188. doi:10.1214/aos/1013699998

    Examples
    --------
    >>> adjust_p_values([0.01, 0.04, float("nan"), 0.03]).tolist()
    [0.03, 0.04, nan, 0.04]
    """
    from scipy.stats import false_discovery_control

    raw = np.asarray(p, float)
    made = ~np.isnan(raw)
    if ((raw[made] < 0) | (raw[made] > 1)).any():
        raise ComparisonError("p-values lie between 0 and 1; one given here does not")
    adjusted = np.full(raw.shape, np.nan)
    if made.any():
        adjusted[made] = false_discovery_control(raw[made], method=method)
    return adjusted


def adjust_within(
    family: Sequence[float] | FloatArray,
    members: Sequence[float] | FloatArray,
    belongs: Sequence[int] | npt.NDArray[np.int64],
    *,
    method: Literal["bh", "by"] = "bh",
) -> FloatArray:
    """Adjust tests inside a member of a family that was itself selected by FDR.

    A concept is one test of the family; the pairs of outlets within it are looked at only when
    the concept is found. At rate q a pair counts when its concept does and its p-value, already
    adjusted within the concept, is at most q · R/m, R being the concepts found among m. The
    adjusted value is the smallest such q.

    Parameters
    ----------
    family : sequence of float
        Raw p-values of all concepts; nan for a refused test.
    members : sequence of float
        P-values of contrasts, each already adjusted within its concept.
    belongs : sequence of int
        For each member, the place of its concept in `family`.
    method : {"bh", "by"}
        How concepts are found, see `adjust_p_values`.

    References
    ----------
    Benjamini, Y. & Bogomolov, M. (2014). Selective inference on multiple families of
    hypotheses. Journal of the Royal Statistical Society B 76(1), 297–318.
    doi:10.1111/rssb.12028

    Examples
    --------
    >>> adjust_within([0.01, 0.5], [0.01, 0.03, 0.5], [0, 0, 1]).tolist()
    [0.02, 0.06, 0.5]
    """
    found = adjust_p_values(family, method=method)
    inner, place = np.asarray(members, float), np.asarray(belongs, int)
    rates = np.sort(found[~np.isnan(found)])
    if not len(rates):
        return np.full(inner.shape, np.nan)
    ranks = np.arange(1, len(rates) + 1)
    least = np.maximum(rates[None, :], inner[:, None] * len(rates) / ranks[None, :]).min(axis=1)
    adjusted: FloatArray = np.minimum(np.maximum(least, found[place]), 1.0)
    adjusted[np.isnan(inner)] = np.nan
    return adjusted
