"""FrameAxis: bias and intensity of texts on axes between antonyms, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sklearn.utils.validation import check_is_fitted

from framing.learn.estimators import estimator
from framing.learn.seeds import Matrix, SeedScale
from framing.learn.texts import as_texts, feature_names

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FrameAxis"]


@estimator
class FrameAxis(SeedScale):
    """Bias and intensity of texts on semantic axes between antonyms (Kwak et al. 2021).

    An axis is the high end's mean vector less the low end's. **Bias** is the mean cosine of a
    text's content words to the axis, **intensity** the mean squared distance of those cosines
    from the bias of all texts fitted on.

    Parameters
    ----------
    seeds : mapping of str to (sequence, sequence)
        Name of each axis → words of its low and of its high end.
    vectors, draws, random_state
        As of `LatentSemanticScaling`; intervals are drawn over words of the text.

    Attributes
    ----------
    baseline_ : dict
        Mean cosine of all fitted texts' words to each axis.

    References
    ----------
    Kwak, H., An, J., Jing, E. & Ahn, Y.-Y. (2021). FrameAxis. *PeerJ Computer Science* 7, e644.
    doi:10.7717/peerj-cs.644

    Examples
    --------
    >>> space = {"war": [1, 0], "attack": [0.8, 0.2], "peace": [0, 1], "talks": [0.2, 0.8]}
    >>> axes = FrameAxis({"peace": (["war"], ["peace"])}, vectors=space).fit(["attack talks"])
    >>> axes.transform(["the talks"]).round(2).tolist(), axes.get_feature_names_out().tolist()
    ([[0.51, 0.26]], ['peace bias', 'peace intensity'])
    """

    def __init__(
        self,
        seeds: Mapping[str, tuple[Sequence[str], Sequence[str]]],
        *,
        vectors: Any = None,
        draws: int = 200,
        random_state: int | None = None,
    ) -> None:
        self.seeds = seeds
        self.vectors = vectors
        self.draws = draws
        self.random_state = random_state

    def fit(self, X: Any, y: Any = None) -> FrameAxis:  # noqa: N803
        """Learn the space if none is given, and each axis's baseline.

        Parameters
        ----------
        X : iterable of str or of Article
            The texts that baselines are means of, and that the space is learned from if none is
            given.
        y : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        FrameAxis
            This one, with ``vectors_``, ``seeds_`` and ``baseline_``.

        Raises
        ------
        SettingsError
            When an end of an axis has no seed with a vector.
        """
        texts = as_texts(X)
        self._settle(texts, self.seeds)
        places = [self._places(text) for text in texts]
        every = np.concatenate(places) if places else np.empty(0, dtype=np.intp)
        self.baseline_ = {
            name: float(self._cosines(name)[every].mean()) if len(every) else 0.0
            for name in self.seeds_
        }
        return self

    def transform(self, X: Any) -> Matrix:  # noqa: N803
        """Return bias and intensity of each axis, shape (texts, 2 × axes); NaN without words.

        Parameters
        ----------
        X : iterable of str or of Article
            Texts, in any number.
        """
        check_is_fitted(self)
        places = [self._places(text) for text in as_texts(X)]
        columns = []
        for name in self.seeds_:
            cosines = self._cosines(name)
            columns.append(self._mean_scores(cosines, places))
            columns.append(self._mean_scores((cosines - self.baseline_[name]) ** 2, places))
        return np.column_stack(columns)

    def intervals(self, X: Any) -> pd.DataFrame:  # noqa: N803
        """Bias of each text and axis with 95% intervals from drawing its words anew.

        Parameters
        ----------
        X : iterable of str or of Article
            Texts, in any number.

        Returns
        -------
        DataFrame
            ``text (number), axis, bias, low, high, words``.
        """
        import pandas as pd

        check_is_fitted(self)
        rng = np.random.default_rng(self.random_state or 0)
        rows = []
        for number, text in enumerate(as_texts(X)):
            places = self._places(text)
            for name in self.seeds_:
                values = self._cosines(name)[places]
                if not len(values):
                    rows.append((number, name, np.nan, np.nan, np.nan, 0))
                    continue
                drawn = values[rng.integers(0, len(values), (self.draws, len(values)))]
                low, high = np.quantile(drawn.mean(axis=1), [0.025, 0.975])
                rows.append((number, name, values.mean(), low, high, len(values)))
        return pd.DataFrame(rows, columns=["text", "axis", "bias", "low", "high", "words"])

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[Any]:
        """Return the names of the columns: bias and intensity of each axis.

        Parameters
        ----------
        input_features : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        array of str, shape (2 × axes,)
            In the order of the axes: ``NAME bias``, ``NAME intensity``.
        """
        check_is_fitted(self)
        return feature_names(
            f"{name} {what}" for name in self.seeds_ for what in ("bias", "intensity")
        )

    def _cosines(self, name: str) -> Matrix:
        low, high = self._poles(name)
        axis = high - low
        length = float(np.linalg.norm(axis)) or 1.0
        return np.asarray(self.vectors_.matrix @ (axis / length), dtype=np.float64)
