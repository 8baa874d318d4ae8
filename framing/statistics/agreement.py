"""Agreement among coders: Krippendorff's alpha at the four levels of measurement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.errors import ComparisonError

__all__ = ["Level", "krippendorff_alpha"]

Level = Literal["nominal", "ordinal", "interval", "ratio"]
FloatArray = npt.NDArray[np.float64]


def krippendorff_alpha(
    table: Sequence[Sequence[Any]] | pd.DataFrame, *, level: Level = "nominal"
) -> float:
    """Compute Krippendorff's alpha, 1 − D_o/D_e, over any number of coders and gaps.

    D_o is the observed and D_e the expected mean squared distance of pairable values; distances
    are δ² = [c ≠ k] (nominal), (c − k)² (interval), ((c − k)/(c + k))² (ratio), and the squared
    number of values ranked between c and k, half of each end counted (ordinal).

    Parameters
    ----------
    table : sequence of sequences, or DataFrame
        One row per coder, one column per unit; None, NaN or ``pd.NA`` where one left a unit out.
        A DataFrame with coders as columns is passed turned: ``codes.T``.
    level : {"nominal", "ordinal", "interval", "ratio"}
        Numbers are needed for all but nominal.

    Returns
    -------
    float
        At most 1; NaN where no unit has two values, or all values are one.

    Raises
    ------
    ComparisonError
        When rows differ in length, or `level` is unknown.

    References
    ----------
    Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University of
    Pennsylvania. https://repository.upenn.edu/asc_papers/43
    Hayes, A. F. & Krippendorff, K. (2007). Answering the call for a standard reliability measure
    for coding data. Communication Methods and Measures 1, 77–89. doi:10.1080/19312450709336664

    Examples
    --------
    >>> round(krippendorff_alpha([[1, 2, 3, 3, None], [1, 2, 3, 4, 1], [None, 3, 3, 3, 1]]), 3)
    0.571
    """
    if level not in ("nominal", "ordinal", "interval", "ratio"):
        raise ComparisonError(f"level is nominal, ordinal, interval or ratio, not {level!r}")
    if isinstance(table, pd.DataFrame):
        table = table.astype(object).to_numpy().tolist()
    if len(sizes := {len(row) for row in table}) > 1:
        raise ComparisonError(
            f"coders' rows differ in length ({', '.join(map(str, sorted(sizes)))} units); write "
            "None where a unit is left out"
        )
    units = [[v for v in unit if not _missing(v)] for unit in zip(*table, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    values = sorted({v for unit in units for v in unit}, key=lambda v: (str(type(v)), v))
    if not values:
        return float("nan")
    place = {value: i for i, value in enumerate(values)}
    coincidence = np.zeros((len(values), len(values)))
    for unit in units:
        counts = np.zeros(len(values))
        for value in unit:
            counts[place[value]] += 1
        pairs = np.outer(counts, counts) - np.diag(counts)
        coincidence += pairs / (len(unit) - 1)
    totals = coincidence.sum(axis=0)
    n = totals.sum()
    distance = _distances(values, totals, level)
    expected = float((np.outer(totals, totals) * distance).sum()) / (n - 1)
    if expected == 0:
        return float("nan")
    return float(1.0 - (coincidence * distance).sum() / expected)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or bool(value != value)


def _distances(values: Sequence[Any], totals: FloatArray, level: Level) -> FloatArray:
    """Return the matrix of squared distances between values."""
    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "ordinal":
        upto = np.cumsum(totals)
        middle = upto - totals / 2
        return np.asarray((middle[:, None] - middle[None, :]) ** 2, dtype=np.float64)
    number = np.asarray(values, dtype=np.float64)
    gap = number[:, None] - number[None, :]
    if level == "interval":
        return np.asarray(gap**2, dtype=np.float64)
    both = number[:, None] + number[None, :]
    relative = np.divide(gap, both, out=np.zeros_like(gap), where=both != 0)
    return np.asarray(relative**2, dtype=np.float64)
