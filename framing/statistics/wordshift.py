"""Word shifts: what each word adds to the divergence of two bodies of text."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.errors import ComparisonError
from framing.statistics.keywords import Counts, aligned_counts

__all__ = ["shift_values", "word_shift"]

FloatArray = npt.NDArray[np.float64]


def shift_values(p: FloatArray, q: FloatArray) -> FloatArray:
    """Return each term's part of the divergence, with the sign of p − q."""
    parts = [np.where(x > 0, x * np.log2(np.where(x > 0, x, 1)), 0.0) for x in (p, q, (p + q) / 2)]
    size = np.maximum(0.5 * parts[0] + 0.5 * parts[1] - parts[2], 0.0)
    return np.where(p >= q, size, -size)


def word_shift(counts_a: Counts, counts_b: Counts) -> pd.DataFrame:
    """Split the Jensen–Shannon divergence of two bodies of text into what each term adds.

    C_w = −m log₂ m + ½ p log₂ p + ½ q log₂ q, p and q the term's shares of each side, m their
    mean. Each C_w ≥ 0 and Σ C_w is the divergence in bits (0 to 1).

    Parameters
    ----------
    counts_a, counts_b : mapping or Series of term to count
        All terms of each side: their sums are the denominators.

    Returns
    -------
    DataFrame
        Indexed by `term`, largest absolute contribution first: `count_a`, `count_b`, `share_a`,
        `share_b`, `contribution`: C_w with the sign of p − q, positive where A uses the term
        more. Absolute values sum to the divergence.

    Raises
    ------
    ComparisonError
        When a side has no words.

    References
    ----------
    Gallagher, R. J. et al. (2021). Generalized word shift graphs. EPJ Data Science 10, 4.
    doi:10.1140/epjds/s13688-021-00260-3

    Examples
    --------
    >>> shift = word_shift({"militants": 6, "attack": 3, "forces": 1},
    ...                    {"terrorists": 4, "attack": 4, "forces": 2})
    >>> shift["contribution"].round(4).to_dict()
    {'militants': 0.3, 'terrorists': -0.2, 'forces': -0.0123, 'attack': -0.0052}
    >>> round(float(shift["contribution"].abs().sum()), 5)
    0.51743
    """
    table = aligned_counts(counts_a, counts_b)
    sides = [table["count_a"].to_numpy(float), table["count_b"].to_numpy(float)]
    if not len(table) or min(side.sum() for side in sides) == 0:
        raise ComparisonError(
            "a word shift needs words on both sides, and counts_"
            f"{'a' if not sides[0].sum() else 'b'} has none"
        )
    p, q = (side / side.sum() for side in sides)
    table["share_a"], table["share_b"] = p, q
    table["contribution"] = shift_values(p, q)
    order = np.argsort(-table["contribution"].abs().to_numpy(), kind="stable")
    return table.iloc[order]
