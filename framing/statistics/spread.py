"""How evenly a term lies over the parts of a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from framing.errors import ComparisonError

__all__ = ["Dispersion", "dispersion", "dispersions"]

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

FloatArray = npt.NDArray[np.float64]


class Dispersion(NamedTuple):
    """Deviation of proportions of one term over the parts of a corpus.

    `dp` is 0 where each part holds the share its size lets one expect, and near 1 where one
    small part holds all; `normalised` reaches 1 exactly there. Nan for a term that never occurs.
    """

    dp: float
    normalised: float


def dispersion(
    frequencies: Sequence[float] | FloatArray, sizes: Sequence[float] | FloatArray
) -> Dispersion:
    """How unevenly a term lies over the parts of a corpus (Gries's DP).

    DP = ½ Σ abs(v_i − s_i), v_i the part's share of the term's occurrences, s_i its share of all
    words; normalised by 1 − min s.

    Parameters
    ----------
    frequencies : sequence of float
        Occurrences of the term in each part (article).
    sizes : sequence of float
        Words in each part.

    Returns
    -------
    Dispersion
        DP from 0 (as even as the parts' sizes) to 1, and DP normalised; nan where the term does not
        occur.

    Raises
    ------
    ComparisonError
        When there are not as many sizes as frequencies, one is negative, or no part has words.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal
    of Corpus Linguistics 13(4), 403–437. doi:10.1075/ijcl.13.4.02gri
    Lijffijt, J. & Gries, S. Th. (2012). Correction to the above. International Journal of Corpus
    Linguistics 17(1), 147–149. doi:10.1075/ijcl.17.1.08lij

    Examples
    --------
    >>> dp, normalised = dispersion([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
    >>> round(dp, 4), round(normalised, 4)
    (0.18, 0.2195)
    """
    f, s = np.asarray(frequencies, float), np.asarray(sizes, float)
    if f.shape != s.shape or f.ndim != 1:
        raise ComparisonError(
            f"frequencies has the shape {f.shape} and sizes {s.shape}; each part needs one of both"
        )
    if (f < 0).any() or (s < 0).any() or s.sum() <= 0:
        raise ComparisonError(
            f"frequencies (least {f.min(initial=0)}) and sizes (least {s.min(initial=0)}, in all "
            f"{s.sum()}) are 0 or more, and some part has words"
        )
    if f.sum() == 0:
        return Dispersion(np.nan, np.nan)
    share = s / s.sum()
    dp = 0.5 * float(np.abs(f / f.sum() - share).sum())
    room = 1 - float(share.min())
    return Dispersion(dp, dp / room if room > 0 else 0.0)


def dispersions(frequencies: csr_matrix, sizes: FloatArray) -> FloatArray:
    """Return the normalised dispersion of many terms at once.

    Parameters
    ----------
    frequencies : sparse matrix of shape (parts, terms)
        Occurrences of each term in each part.
    sizes : array of shape (parts,)
        Words in each part.

    Examples
    --------
    >>> from scipy.sparse import csr_matrix
    >>> both = csr_matrix(np.array([[1, 2, 3, 4, 5], [0, 0, 0, 0, 9]]).T)
    >>> dispersions(both, np.array([9, 10, 10, 10, 11])).round(4).tolist()
    [0.2195, 0.9512]
    """
    cells = frequencies.tocsc()
    share = sizes / sizes.sum()
    totals = np.asarray(cells.sum(axis=0)).ravel()
    column = np.repeat(np.arange(cells.shape[1]), np.diff(cells.indptr))
    expected = share[cells.indices]
    with np.errstate(invalid="ignore"):
        gaps = np.abs(cells.data / totals[column] - expected)
    width = cells.shape[1]
    inside = np.bincount(column, weights=gaps, minlength=width)
    outside = 1 - np.bincount(column, weights=expected, minlength=width)
    dp = np.where(totals > 0, 0.5 * (inside + outside), np.nan)
    room = 1 - float(share.min())
    return np.asarray(dp / room if room > 0 else np.where(totals > 0, 0.0, np.nan), np.float64)
