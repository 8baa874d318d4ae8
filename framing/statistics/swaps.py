"""Significance of distinctive words: which outlet wrote which text of an event is exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from framing.statistics.exchanges import picks
from framing.statistics.keywords import log_odds_z
from framing.statistics.tally import reached_by

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

__all__ = ["WordCounts", "swap_p_values", "z_scores"]

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

_CELLS = 4_000_000


class WordCounts(NamedTuple):
    """Counts of terms in texts, one text per event and outlet.

    Attributes
    ----------
    counts : sparse matrix of shape (texts, terms)
    totals : array of shape (texts, kinds)
        All terms of a kind (unigrams, bigrams …) in each text, also those without a column.
    kind : array of shape (terms,)
        Which kind each term is.
    event : array of shape (texts,)
    first : array of bool of shape (texts,)
        Texts of the first side; at most one an event.
    prior : array of shape (terms,)
    strength : array of shape (kinds,)
        Sum of the priors of all terms of a kind.
    """

    counts: csr_matrix
    totals: FloatArray
    kind: IntArray
    event: IntArray
    first: npt.NDArray[np.bool_]
    prior: FloatArray
    strength: FloatArray


def z_scores(words: WordCounts, chosen: FloatArray) -> FloatArray:
    """Compute z of every term for each row of `chosen`, the weights of texts on the first side.

    The other texts make the second side. It is 0 for a term that is the only one of its kind.
    """
    y_a, n_a = np.asarray(chosen @ words.counts), chosen @ words.totals
    y_b = np.asarray(words.counts.sum(axis=0)).ravel()[None, :] - y_a
    n_b = words.totals.sum(axis=0)[None, :] - n_a
    delta, se = log_odds_z(
        y_a, y_b, words.prior, n_a[:, words.kind], n_b[:, words.kind], words.strength[words.kind]
    )
    z: FloatArray = np.nan_to_num(delta / se, copy=False, nan=0.0)
    return z


def swap_p_values(words: WordCounts, *, draws: int = 999, seed: int = 0) -> FloatArray:
    """Test all terms at once: how often exchanged texts give a larger abs(z) somewhere.

    If outlets did not differ, any text of an event could have been the first side's. In each
    draw every event picks anew which of its texts that is, and the largest abs(z) over all terms
    is kept; a term's p-value is the share of draws whose largest reaches its own, (b + 1)/(B + 1).
    Where there are no more than 4,096 ways, all are counted. It holds for all terms together
    (family-wise), and words of one text stay together.

    References
    ----------
    Westfall, P. H. & Young, S. S. (1993). Resampling-Based Multiple Testing. Wiley.

    Examples
    --------
    >>> from scipy.sparse import csr_matrix
    >>> texts = csr_matrix(np.tile([[5.0, 1.0], [1.0, 5.0]], (6, 1)))
    >>> words = WordCounts(texts, np.full((12, 1), 6.0), np.array([0, 0]),
    ...     np.repeat(np.arange(6), 2), np.tile([True, False], 6), np.ones(2), np.array([2.0]))
    >>> swap_p_values(words).tolist() == [2 / 64, 2 / 64]
    True
    """
    observed = np.abs(z_scores(words, words.first[None, :].astype(float))[0])
    at_once = max(1, _CELLS // max(len(observed), 1))
    exchanges = picks(words.event, words.first, draws=draws, seed=seed, at_once=at_once)

    def largest(chosen: FloatArray) -> FloatArray:
        found: FloatArray = np.abs(z_scores(words, chosen)).max(axis=1)
        return found

    return reached_by(exchanges, largest, observed)[0]
