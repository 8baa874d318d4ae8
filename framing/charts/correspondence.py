"""Correspondence analysis of a table of counts: plain arrays in, plain arrays out."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Correspondence", "correspondence"]

FloatArray = npt.NDArray[np.float64]


class Correspondence(NamedTuple):
    """Principal coordinates of rows and columns, and the inertia of each axis.

    `inertias` sum to the whole table's inertia, χ²/n. `row_shares` and `column_shares` are each
    point's contributions to the axes; over all rows (or columns) they sum to 1 on each axis.
    """

    rows: FloatArray
    columns: FloatArray
    inertias: FloatArray
    row_shares: FloatArray
    column_shares: FloatArray


def correspondence(counts: npt.ArrayLike) -> Correspondence:
    """Lay out the rows and columns of `counts` so that alike profiles lie near one another.

    P = N/n with row and column masses r, c; S = D_r^(-1/2) (P − r cᵀ) D_c^(-1/2) = U Σ Vᵀ.
    Principal coordinates are D_r^(-1/2) U Σ and D_c^(-1/2) V Σ, inertias Σ². Signs, which the
    decomposition leaves open, are set so that the column that makes up most of an axis lies on
    its positive side.

    `counts` has min(rows, columns) − 1 axes; no row and no column of it may be all zero.

    References
    ----------
    Nenadić, O. & Greenacre, M. (2007). Correspondence Analysis in R, with Two- and
    Three-dimensional Graphics: The ca Package. Journal of Statistical Software 20(3).
    doi:10.18637/jss.v020.i03

    Examples
    --------
    >>> found = correspondence([[8, 2], [1, 9]])
    >>> found.inertias.round(4).tolist()
    [0.4949]
    """
    table = np.asarray(counts, dtype=np.float64)
    share = table / table.sum()
    r, c = share.sum(axis=1), share.sum(axis=0)
    residuals = (share - np.outer(r, c)) / np.sqrt(np.outer(r, c))
    u, s, vt = np.linalg.svd(residuals, full_matrices=False)
    axes = min(table.shape) - 1
    u, s, v = u[:, :axes], s[:axes], vt[:axes].T
    tops = np.abs(v).round(9).argmax(axis=0)
    signs = np.where(v[tops, np.arange(axes)] < 0, -1.0, 1.0)
    u, v = u * signs, v * signs
    return Correspondence(
        rows=u * s / np.sqrt(r)[:, None],
        columns=v * s / np.sqrt(c)[:, None],
        inertias=s**2,
        row_shares=u**2,
        column_shares=v**2,
    )
