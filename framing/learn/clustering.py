"""`EventClusterer`: articles into events, as a scikit-learn clusterer."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin

from framing.articles import Articles
from framing.events import DAYS, THRESHOLD, group_events
from framing.learn.estimators import estimator
from framing.learn.texts import as_articles
from framing.lexicon import Lexicons

__all__ = ["EventClusterer"]


@estimator
class EventClusterer(ClusterMixin, BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """Group texts or articles that cover the same event (see `framing.events.group_events`).

    Parameters
    ----------
    threshold : float
        Least mean similarity within an event, in (0, 1).
    days : float
        Days after which similarity has fallen to 1/e; articles without dates are not parted.
    lexicon : str, path, Lexicon or list of these, optional
        Whose forms are left out of the similarity; all shipped naming lexicons by default.

    Attributes
    ----------
    labels_ : array of int, shape (texts,)
        The event of each text, from 0; a text alone has an event of its own.
    table_ : DataFrame
        What `group_events` gives: event names, similarity, and why.

    Examples
    --------
    >>> ferry = ["The Orlan ferry sank off Tarn Bay with 41 aboard."] * 2
    >>> EventClusterer().fit_predict([*ferry, "Teachers of Brel voted on pay."]).tolist()
    [0, 0, 1]
    """

    def __init__(
        self, *, threshold: float = THRESHOLD, days: float = DAYS, lexicon: Lexicons = None
    ) -> None:
        self.threshold = threshold
        self.days = days
        self.lexicon = lexicon

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def fit(self, X: Any, y: Any = None) -> EventClusterer:  # noqa: N803
        """Group the texts.

        Parameters
        ----------
        X : iterable of str or of Article
            An event an article already has is kept.
        y : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        EventClusterer
            This one, with ``labels_`` and ``table_``.
        """
        self.table_ = group_events(
            Articles(as_articles(X)),
            lexicon=self.lexicon,
            threshold=self.threshold,
            days=self.days,
        )
        numbers: dict[object, int] = {}
        labels = []
        for place, event in enumerate(self.table_["event"].astype(object)):
            key = event if isinstance(event, str) and event else place
            labels.append(numbers.setdefault(key, len(numbers)))
        self.labels_ = np.asarray(labels, dtype=np.int64)
        return self
