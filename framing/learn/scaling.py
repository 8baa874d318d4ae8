"""Latent semantic scaling: texts between two lists of seed words, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sklearn.utils.validation import check_is_fitted

from framing.learn.estimators import estimator
from framing.learn.seeds import Matrix, SeedScale
from framing.learn.texts import as_texts, feature_names

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["LatentSemanticScaling"]


@estimator
class LatentSemanticScaling(SeedScale):
    """Place texts on one scale between two lists of seed words (Watanabe 2021).

    A word's polarity is its mean cosine to the seeds of the high end less that to those of the
    low end; a text's score the mean over its content words, standardised over the texts fitted
    on (mean 0, standard deviation 1).

    Parameters
    ----------
    seeds : (sequence of str, sequence of str)
        Seed words of the low and of the high end.
    vectors : WordVectors, fitted CorpusVectors or mapping, optional
        The space; learned from the texts (PPMI and truncated SVD) when None.
    draws : int
        Bootstrap draws of the seeds for the interval.
    random_state : int, optional
        Seed; None is 0.

    Attributes
    ----------
    vectors_ : WordVectors
    seeds_ : dict
        The seeds that have a vector.
    mean_, sd_ : float
        What scores are standardised by.

    References
    ----------
    Watanabe, K. (2021). Latent Semantic Scaling. *Communication Methods and Measures* 15(2).
    doi:10.1080/19312458.2020.1832976

    Examples
    --------
    >>> space = {"war": [1, 0], "attack": [0.9, 0.1], "peace": [0, 1], "talks": [0.1, 0.9]}
    >>> scale = LatentSemanticScaling((["war"], ["peace"]), vectors=space)
    >>> scale.fit_transform(["the attack", "the talks"]).round(2).ravel().tolist()
    [-1.0, 1.0]
    """

    def __init__(
        self,
        seeds: tuple[Sequence[str], Sequence[str]],
        *,
        vectors: Any = None,
        draws: int = 200,
        random_state: int | None = None,
    ) -> None:
        self.seeds = seeds
        self.vectors = vectors
        self.draws = draws
        self.random_state = random_state

    def fit(self, X: Any, y: Any = None) -> LatentSemanticScaling:  # noqa: N803
        """Learn the space if none is given, and what scores are standardised by.

        Parameters
        ----------
        X : iterable of str or of Article
            The texts that scores are standardised by, and that the space is learned from if none
            is given.
        y : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        LatentSemanticScaling
            This one, with ``vectors_``, ``seeds_``, ``mean_`` and ``sd_``.

        Raises
        ------
        SettingsError
            When an end has no seed with a vector.
        """
        texts = as_texts(X)
        low, high = self.seeds
        self._settle(texts, {"scale": (low, high)})
        raw = self._mean_scores(self._words(), [self._places(text) for text in texts])
        known = raw[np.isfinite(raw)]
        self.mean_ = float(known.mean()) if len(known) else 0.0
        self.sd_ = float(known.std()) or 1.0 if len(known) else 1.0
        return self

    def transform(self, X: Any) -> Matrix:  # noqa: N803
        """Return scores, shape (texts, 1); NaN for a text without known words.

        Parameters
        ----------
        X : iterable of str or of Article
            Texts, in any number.
        """
        check_is_fitted(self)
        places = [self._places(text) for text in as_texts(X)]
        return self._standard(self._mean_scores(self._words(), places))[:, None]

    def intervals(self, X: Any) -> pd.DataFrame:  # noqa: N803
        """Scores with 95% intervals from drawing the seeds anew.

        Parameters
        ----------
        X : iterable of str or of Article
            Texts, in any number.

        Returns
        -------
        DataFrame
            ``score, low, high, words`` (known content words of the text).
        """
        import pandas as pd

        check_is_fitted(self)
        places = [self._places(text) for text in as_texts(X)]
        rng = np.random.default_rng(self.random_state or 0)
        drawn = np.stack(
            [self._standard(self._mean_scores(self._words(rng), places)) for _ in range(self.draws)]
        )
        low, high = np.quantile(drawn, [0.025, 0.975], axis=0)
        score = self._standard(self._mean_scores(self._words(), places))
        counts = [len(rows) for rows in places]
        return pd.DataFrame({"score": score, "low": low, "high": high, "words": counts})

    def word_scores(self, n: int = 20) -> pd.DataFrame:
        """Return the `n` words farthest toward either end, so that the scale can be read.

        Returns
        -------
        DataFrame
            ``word, polarity``, lowest first.
        """
        import pandas as pd

        check_is_fitted(self)
        scores = self._words()
        order = np.argsort(scores, kind="stable")
        chosen = dict.fromkeys([*order[:n].tolist(), *order[-n:].tolist()])
        rows = [(self.vectors_.words[place], float(scores[place])) for place in chosen]
        return pd.DataFrame(rows, columns=["word", "polarity"])

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[Any]:
        """Return the name of the one column.

        Parameters
        ----------
        input_features : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        array of str, shape (1,)
            ``scale``.
        """
        return feature_names(["scale"])

    def _words(self, rng: np.random.Generator | None = None) -> Matrix:
        low, high = self._poles("scale", rng)
        return np.asarray(self.vectors_.matrix @ (high - low), dtype=np.float64)

    def _standard(self, raw: Matrix) -> Matrix:
        return (raw - self.mean_) / self.sd_
