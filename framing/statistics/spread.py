"""How evenly a term lies over the parts of a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from framing.errors import ComparisonError

__all__ = ["Dispersion", "dispersion"]

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
        raise ComparisonError("dispersion needs one frequency and one size for each part")
    if (f < 0).any() or (s < 0).any() or s.sum() <= 0:
        raise ComparisonError("frequencies and sizes are 0 or more, and some part has words")
    if f.sum() == 0:
        return Dispersion(np.nan, np.nan)
    share = s / s.sum()
    dp = 0.5 * float(np.abs(f / f.sum() - share).sum())
    room = 1 - float(share.min())
    return Dispersion(dp, dp / room if room > 0 else 0.0)
