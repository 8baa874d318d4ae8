"""How well a classifier does on outlets and events it has not seen, beside random folds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import clone
from sklearn.model_selection import GroupKFold, StratifiedKFold
from sklearn.utils import _safe_indexing as take

from framing.errors import SettingsError
from framing.learn.groupedreport import GroupedReport

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["evaluate", "learning_curve"]

_DRAWS = 1000


def evaluate(
    estimator: Any,
    X: Any,  # noqa: N803 - scikit-learn's name
    y: Any,
    *,
    outlet: Any = None,
    event: Any = None,
    folds: int = 5,
    random_state: int = 0,
) -> GroupedReport:
    """Cross-validate a classifier in random folds, by outlet and by event.

    Random folds put articles of one outlet and one event on both sides, and so flatter a model
    that knows outlets or events by their words; the gap to held-out ones shows by how much.

    Parameters
    ----------
    estimator : classifier
        Cloned for each fold; any scikit-learn classifier or pipeline.
    X : list of texts, DataFrame or array
        What the estimator takes.
    y : array, shape (texts,)
        Labels.
    outlet, event : sequence, optional
        Outlet and event of each text; each given one adds a scheme that holds it out.
    folds : int
        Folds a scheme, at most as many as there are groups.
    random_state : int
        Seed of the folds and of the bootstrap.

    Returns
    -------
    GroupedReport
        Per-class and macro figures with 95% bootstrap intervals over groups, and the gap.

    Raises
    ------
    SettingsError
        When a group list has another length than `y`, or fewer than two groups.

    Examples
    --------
    >>> from sklearn.dummy import DummyClassifier
    >>> labels, outlets = ["loaded", "plain"] * 10, ["Ash", "Ash", "Birch", "Birch"] * 5
    >>> report = evaluate(DummyClassifier(), [[0]] * 20, labels, outlet=outlets, folds=2)
    >>> table = report.table
    >>> table.loc[table["class"] == "macro", ["scheme", "f1"]].round(2).values.tolist()
    [['random', 0.33], ['outlet', 0.33]]
    """
    labels = np.asarray(y)
    count = len(labels)
    schemes: dict[str, list[tuple[Any, Any]]] = {
        "random": _random_folds(labels, folds, random_state)
    }
    clusters: dict[str, NDArray[Any]] = {"random": _codes(event, outlet, count)}
    for name, groups in (("outlet", outlet), ("event", event)):
        if groups is not None:
            codes = _group_codes(groups, name, count)
            splitter = GroupKFold(min(folds, int(codes.max()) + 1))
            schemes[name] = list(splitter.split(codes, groups=codes))
            clusters[name] = codes
    predictions = {
        name: _predict_folds(estimator, X, labels, split) for name, split in schemes.items()
    }
    return GroupedReport.from_predictions(
        labels, predictions, clusters, draws=_DRAWS, random_state=random_state
    )


def learning_curve(
    estimator: Any,
    X: Any,  # noqa: N803 - scikit-learn's name
    y: Any,
    *,
    groups: Any = None,
    shares: Sequence[float] = (0.1, 0.25, 0.5, 1.0),
    folds: int = 5,
    random_state: int = 0,
) -> pd.DataFrame:
    """Macro-F1 by how many texts are learned from; tells whether more labels would help.

    Parameters
    ----------
    estimator, X, y, folds, random_state
        As of `evaluate`.
    groups : sequence, optional
        What is held out together (outlet or event); random folds when None.
    shares : sequence of float
        Shares of each training part, drawn at random, in (0, 1].

    Returns
    -------
    DataFrame
        ``share, n_train (mean), macro_f1 (pooled over folds)``.

    Raises
    ------
    SettingsError
        When a share is not in (0, 1].

    Examples
    --------
    >>> from sklearn.dummy import DummyClassifier
    >>> texts, labels = [[0]] * 20, ["loaded", "plain"] * 10
    >>> found = learning_curve(DummyClassifier(), texts, labels, shares=(0.4, 1.0), folds=2)
    >>> found["n_train"].tolist()
    [4.0, 10.0]
    """
    import pandas as pd
    from sklearn.metrics import f1_score

    labels = np.asarray(y)
    if groups is None:
        split = _random_folds(labels, folds, random_state)
    else:
        codes = _group_codes(groups, "groups", len(labels))
        split = list(GroupKFold(min(folds, int(codes.max()) + 1)).split(codes, groups=codes))
    rows = []
    for share in shares:
        if not 0 < share <= 1:
            raise SettingsError(f"a share of the training texts lies in (0, 1], not at {share}")
        rng = np.random.default_rng(random_state)
        parts = [(_part(train, labels, share, rng), test) for train, test in split]
        predicted = _predict_folds(estimator, X, labels, parts)
        score = f1_score(labels.astype(str), _as_text(predicted), average="macro",
                         labels=np.unique(labels.astype(str)), zero_division=0)  # fmt: skip
        sizes = [len(train) for train, _ in parts]
        rows.append((share, float(np.mean(sizes)), float(score)))
    return pd.DataFrame(rows, columns=["share", "n_train", "macro_f1"])


def _part(
    train: NDArray[np.intp], labels: NDArray[Any], share: float, rng: np.random.Generator
) -> NDArray[np.intp]:
    """Draw a share of each class, at least two texts of each."""
    kept = []
    for label in np.unique(labels[train]):
        mine = rng.permutation(train[labels[train] == label])
        kept.append(mine[: max(2, round(share * len(mine)))])
    return np.sort(np.concatenate(kept))


def _random_folds(labels: NDArray[Any], folds: int, seed: int) -> list[tuple[Any, Any]]:
    _, counts = np.unique(labels, return_counts=True)
    if len(counts) < 2 or counts.min() < 2:
        raise SettingsError("each class needs two labelled texts or more to be cross-validated")
    count = max(2, min(folds, int(counts.min())))
    splitter = StratifiedKFold(count, shuffle=True, random_state=seed)
    return list(splitter.split(np.zeros(len(labels)), labels))


def _predict_folds(
    estimator: Any, texts: Any, labels: NDArray[Any], split: Sequence[tuple[Any, Any]]
) -> NDArray[Any]:
    """Predict each text by a clone that has not seen its fold."""
    predicted = np.empty(len(labels), dtype=object)
    for train, test in split:
        if len(np.unique(labels[train])) < 2:
            raise SettingsError(
                "a fold leaves one class to learn from; use fewer folds or pool small groups"
            )
        fitted = clone(estimator).fit(take(texts, train), labels[train])
        predicted[test] = fitted.predict(take(texts, test))
    return predicted


def _group_codes(groups: Any, name: str, count: int) -> NDArray[np.intp]:
    given = [str(group) for group in groups]
    if len(given) != count:
        raise SettingsError(f"{name} has {len(given)} entries for {count} labels; give one a text")
    _, codes = np.unique(given, return_inverse=True)
    if codes.max() < 1:
        raise SettingsError(f"all texts have one {name}; holding it out needs two or more")
    return np.asarray(codes)


def _codes(event: Any, outlet: Any, count: int) -> NDArray[np.intp]:
    """Return what the bootstrap of random folds resamples: events, else outlets, else texts."""
    for groups, name in ((event, "event"), (outlet, "outlet")):
        if groups is not None:
            return _group_codes(groups, name, count)
    return np.arange(count)


def _as_text(labels: NDArray[Any]) -> NDArray[Any]:
    return np.array(["" if label is None else str(label) for label in labels])
