"""`FightinWords`: keep the terms that tell the classes apart, by z-score of their log odds."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.feature_selection import SelectorMixin
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, check_non_negative, validate_data

from framing.errors import SettingsError
from framing.learn.estimators import estimator
from framing.statistics.keywords import log_odds_z

__all__ = ["FightinWords"]


@estimator
class FightinWords(SelectorMixin, BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """Select count columns by the z-score of their log odds between classes.

    For each class against all others, δ and its standard error with a Dirichlet prior of
    `strength` spread over the columns as they are used in all texts together; a column's score
    is the largest |z| over the classes. z ranks terms, it is no test: words of one article are
    not independent.

    Parameters
    ----------
    k : int or None
        How many columns to keep; all with score above `threshold` when None.
    threshold : float
        Least score to be kept, when `k` is None.
    strength : float
        α₀, the weight of the prior in counts.

    Attributes
    ----------
    scores_ : array, shape (columns,)
        Largest |z| over the classes.
    z_ : array, shape (classes, columns)
        z of each class against the others; positive where the class uses the term more.
    classes_ : array
        The classes, sorted.

    References
    ----------
    Monroe, B. L., Colaresi, M. P. & Quinn, K. M. (2008). Fightin' Words. Political Analysis
    16(4), 372–403. doi:10.1093/pan/mpn018

    Examples
    --------
    >>> counts = np.array([[7, 3, 1], [6, 4, 1], [2, 7, 1], [1, 8, 1]])
    >>> FightinWords(k=2).fit(counts, ["a", "a", "b", "b"]).get_support().tolist()
    [True, True, False]
    """

    def __init__(self, k: int | None = None, *, threshold: float = 1.96, strength: float = 1000.0):
        self.k = k
        self.threshold = threshold
        self.strength = strength

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        tags.input_tags.positive_only = True
        tags.target_tags.required = True
        return tags

    def fit(self, X: Any, y: Any) -> FightinWords:  # noqa: N803
        """Score every column.

        Parameters
        ----------
        X : array or sparse matrix, shape (texts, terms)
            Counts, 0 or more.
        y : array, shape (texts,)
            Class of each text.

        Returns
        -------
        FightinWords
            This one, with ``scores_``, ``z_`` and ``classes_``.

        Raises
        ------
        SettingsError
            When `strength` is not above 0.
        ValueError
            When a count is below 0, or `X` and `y` differ in length.
        """
        if not self.strength > 0:
            raise SettingsError(f"strength must be above 0, not {self.strength}")
        counts, y = validate_data(self, X, y, accept_sparse="csr", dtype=np.float64)
        check_non_negative(counts, "FightinWords.fit")
        check_classification_targets(y)
        self.classes_ = np.unique(y)
        total = _column_sums(counts)
        prior = (total + 1e-9) / (total + 1e-9).sum() * self.strength
        rows = []
        for label in self.classes_:
            mine = _column_sums(counts[np.flatnonzero(y == label)])
            rows.append(_z(mine, total - mine, prior))
        self.z_ = np.vstack(rows)
        self.scores_ = np.abs(self.z_).max(axis=0)
        return self

    def _get_support_mask(self) -> Any:
        check_is_fitted(self)
        if self.k is None:
            return self.scores_ > self.threshold
        if not self.k > 0:
            raise SettingsError(f"k must be a positive number of columns, not {self.k}")
        kept = np.zeros(len(self.scores_), dtype=bool)
        kept[np.argsort(-self.scores_, kind="stable")[: self.k]] = True
        return kept


def _column_sums(counts: Any) -> Any:
    return np.asarray(counts.sum(axis=0), dtype=np.float64).ravel()


def _z(mine: Any, others: Any, prior: Any) -> Any:
    """Z of each term; 0 where only one term is counted, since no odds exist then."""
    if len(prior) < 2:
        return np.zeros(len(prior))
    delta, se = log_odds_z(mine, others, prior, mine.sum(), others.sum(), prior.sum())
    return delta / se
