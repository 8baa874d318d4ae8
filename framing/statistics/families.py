"""Several tests in one report: false discovery rate over the declared family."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from framing.errors import ComparisonError

__all__ = ["adjust_p_values"]

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

    Raises
    ------
    ComparisonError
        When a p-value is below 0 or above 1.

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
    strange = raw[made & ~((raw >= 0) & (raw <= 1))]
    if len(strange):
        raise ComparisonError(f"p-values lie between 0 and 1, not at {strange[0]}")
    adjusted = np.full(raw.shape, np.nan)
    if made.any():
        adjusted[made] = false_discovery_control(raw[made], method=method)
    return adjusted
