"""Several tests in one report: false discovery rate over the declared family."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from framing.errors import ComparisonError

__all__ = ["adjust_p_values", "adjust_within"]

FloatArray = npt.NDArray[np.float64]


def adjust_p_values(p: Sequence[float] | FloatArray) -> FloatArray:
    """Benjamini–Hochberg adjusted p-values of one family of tests.

    p_(i) · m / i, made monotone from above; m counts the tests that were made. Missing values
    (refused tests) stay missing and are not counted.

    Parameters
    ----------
    p : sequence of float
        Raw p-values; nan for a refused test.

    Returns
    -------
    ndarray
        In the order given.

    References
    ----------
    Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the
    Royal Statistical Society B 57(1), 289–300. doi:10.1111/j.2517-6161.1995.tb02031.x

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
        adjusted[made] = false_discovery_control(raw[made], method="bh")
    return adjusted


def adjust_within(
    family: Sequence[float] | FloatArray, members: Sequence[float] | FloatArray
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
        P-values of contrasts, each already adjusted within its concept and thus no smaller than
        its concept's.

    References
    ----------
    Benjamini, Y. & Bogomolov, M. (2014). Selective inference on multiple families of
    hypotheses. Journal of the Royal Statistical Society B 76(1), 297–318.
    doi:10.1111/rssb.12028

    Examples
    --------
    >>> adjust_within([0.01, 0.5], [0.01, 0.03]).tolist()
    [0.02, 0.06]
    """
    raw = np.asarray(family, float)
    found = np.sort(adjust_p_values(raw)[~np.isnan(raw)])
    inner = np.asarray(members, float)
    if not len(found):
        return np.full(inner.shape, np.nan)
    ranks = np.arange(1, len(found) + 1)
    candidates = np.maximum(found[None, :], inner[:, None] * len(found) / ranks[None, :])
    adjusted: FloatArray = np.minimum(candidates.min(axis=1), 1.0)
    adjusted[np.isnan(inner)] = np.nan
    return adjusted
