"""What a model goes by: permutation importance of its features, and its heaviest features."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp
from sklearn.metrics import f1_score
from sklearn.utils.validation import check_is_fitted

from framing.errors import SettingsError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["WeightsDisplay", "permutation_table"]


def permutation_table(
    pipeline: Any,
    X: Any,  # noqa: N803 - scikit-learn's name
    y: Any,
    *,
    repeats: int = 5,
    random_state: int = 0,
) -> pd.DataFrame:
    """Measure how far macro-F1 falls when one feature is shuffled among the texts.

    Parameters
    ----------
    pipeline : fitted Pipeline
        Transformers, then a classifier; give texts it has not seen, or importance is of what it
        learned by heart.
    X, y
        Texts and labels.
    repeats : int
        Shuffles a feature.
    random_state : int
        Seed of the shuffles.

    Returns
    -------
    DataFrame
        ``feature, importance (mean fall), sd``, largest first. Features that share what they
        know share importance too.

    Raises
    ------
    SettingsError
        When `pipeline` is no pipeline of transformers and a classifier.

    Examples
    --------
    >>> import pandas as pd
    >>> from sklearn.pipeline import make_pipeline
    >>> from sklearn.preprocessing import StandardScaler
    >>> from sklearn.tree import DecisionTreeClassifier
    >>> told, labels = pd.DataFrame({"doubt": [0, 1] * 10, "length": [3] * 20}), [0, 1] * 10
    >>> model = make_pipeline(StandardScaler(), DecisionTreeClassifier(random_state=0))
    >>> permutation_table(model.fit(told, labels), told, labels)["feature"].tolist()
    ['doubt', 'length']
    """
    import pandas as pd

    if not hasattr(pipeline, "steps") or len(pipeline.steps) < 2:
        raise SettingsError("give a fitted Pipeline: make_pipeline(StanceFeatures(), classifier)")
    check_is_fitted(pipeline)
    values = pipeline[:-1].transform(X)
    dense = values.toarray() if sp.issparse(values) else np.array(values, dtype=float)
    names = list(pipeline[:-1].get_feature_names_out())
    labels, classifier = np.asarray(y), pipeline[-1]

    def score(columns: Any) -> float:
        return float(f1_score(labels, classifier.predict(columns), average="macro"))

    base = score(dense)
    rng = np.random.default_rng(random_state)
    rows = []
    for place, name in enumerate(names):
        kept = dense[:, place].copy()
        falls = []
        if np.ptp(kept) > 0:
            for _ in range(repeats):
                dense[:, place] = rng.permutation(kept)
                falls.append(base - score(dense))
            dense[:, place] = kept
        rows.append((name, float(np.mean(falls or [0.0])), float(np.std(falls or [0.0]))))
    table = pd.DataFrame(rows, columns=["feature", "importance", "sd"])
    return table.sort_values("importance", ascending=False, kind="stable", ignore_index=True)


@dataclass(frozen=True)
class WeightsDisplay:
    """The heaviest features of each class, or the most important ones, as bars.

    Attributes
    ----------
    data : DataFrame
        ``class, feature, weight``; one panel per class.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"class": ["a"], "feature": ["left: brave"], "weight": [1.5]})
    >>> [float(bar.get_width()) for bar in WeightsDisplay(table).plot()[0].patches]
    [1.5]
    """

    data: pd.DataFrame

    @classmethod
    def from_estimator(cls, model: Any, n: int = 10) -> WeightsDisplay:
        """Take the `n` heaviest features a class from a model with ``top_features``.

        Parameters
        ----------
        model : estimator
            Fitted, such as `StanceClassifier`.
        n : int
            Features a class.

        Returns
        -------
        WeightsDisplay
            With a panel for each class.
        """
        return cls(model.top_features(n))

    @classmethod
    def from_permutation(cls, table: pd.DataFrame, n: int = 15) -> WeightsDisplay:
        """Take the `n` most important features from `permutation_table`.

        Parameters
        ----------
        table : DataFrame
            With ``feature, importance, sd``, largest first.
        n : int
            Features in all.

        Returns
        -------
        WeightsDisplay
            With one panel, ``fall of macro-F1``.
        """
        top = table.head(n).rename(columns={"importance": "weight"})
        return cls(top.assign(**{"class": "fall of macro-F1"})[["class", "feature", "weight"]])

    def plot(self, axes: Any = None) -> Any:
        """Draw one panel per class, the heaviest feature on top, and return the axes.

        Parameters
        ----------
        axes : sequence of matplotlib Axes, optional
            One for each class; a figure of its own for each when None.

        Returns
        -------
        list of matplotlib Axes
            One for each class, in the order of `data`.
        """
        return [
            self.data[self.data["class"] == label]
            .iloc[::-1]
            .plot.barh(
                "feature",
                "weight",
                ax=None if axes is None else axes[place],
                legend=False,
                title=str(label),
                xlabel="",
            )
            for place, label in enumerate(dict.fromkeys(self.data["class"]))
        ]
