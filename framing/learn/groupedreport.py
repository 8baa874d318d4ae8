"""`GroupedReport`: figures a scheme and class, with intervals over groups, and the gap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["GroupedReport"]


@dataclass(frozen=True)
class GroupedReport:
    """What `evaluate` found.

    Attributes
    ----------
    table : DataFrame
        One row per scheme (random, outlet, event) and class, and one for ``macro``:
        ``scheme, class, precision, recall, f1, low, high, n``; low and high bound the F1 (95%
        bootstrap over groups), n counts texts of the class. An abstention counts against recall.
    predictions : DataFrame
        ``label`` and, for each scheme, what was predicted for each text by a model that had
        not seen its fold.
    coverage : dict
        Share of texts on which the classifier did not abstain, by scheme.
    """

    table: pd.DataFrame
    predictions: pd.DataFrame
    coverage: dict[str, float]

    @classmethod
    def from_predictions(
        cls,
        labels: NDArray[Any],
        predictions: Mapping[str, NDArray[Any]],
        clusters: Mapping[str, NDArray[Any]],
        *,
        draws: int = 1000,
        random_state: int = 0,
    ) -> GroupedReport:
        """Score predictions of several schemes.

        Parameters
        ----------
        labels : array
            What is right.
        predictions : mapping of scheme to array
            None where the classifier abstained.
        clusters : mapping of scheme to array of int
            What the bootstrap resamples: texts of one number are drawn together.
        draws, random_state
            Of the bootstrap.

        Returns
        -------
        GroupedReport
            Figures of every scheme; its `table` has a row per scheme and class, and ``macro``.

        Examples
        --------
        >>> labels = np.array(["a", "a", "b", "b"])
        >>> found = {"random": np.array(["a", "b", "b", "b"], dtype=object)}
        >>> report = GroupedReport.from_predictions(labels, found, {"random": np.arange(4)})
        >>> report.table.set_index("class")["f1"].round(3).to_dict()
        {'a': 0.667, 'b': 0.8, 'macro': 0.733}
        """
        import pandas as pd

        classes = np.unique(labels).tolist()
        rows = []
        for scheme, found in predictions.items():
            counts = _cluster_counts(labels, found, classes, clusters[scheme])
            rng = np.random.default_rng(random_state)
            drawn = rng.integers(0, len(counts), (draws, len(counts)))
            resampled = np.stack([counts[draw].sum(axis=0) for draw in drawn])
            rows.extend(_rows(scheme, classes, counts.sum(axis=0), resampled))
        table = pd.DataFrame(
            rows, columns=["scheme", "class", "precision", "recall", "f1", "low", "high", "n"]
        )
        answered = {
            scheme: float(np.mean([label is not None for label in found]))
            for scheme, found in predictions.items()
        }
        frame = pd.DataFrame({"label": labels, **predictions})
        return cls(table, frame, answered)

    @property
    def macro_f1(self) -> dict[str, float]:
        """Macro-F1 by scheme."""
        macro = self.table[self.table["class"] == "macro"]
        return dict(zip(macro["scheme"], macro["f1"].astype(float), strict=True))

    @property
    def gap(self) -> dict[str, float]:
        """How much macro-F1 random folds promise beyond each held-out scheme."""
        macro = self.macro_f1
        return {name: macro["random"] - f1 for name, f1 in macro.items() if name != "random"}

    def __str__(self) -> str:
        lines = []
        for name, f1 in self.macro_f1.items():
            held = "random folds" if name == "random" else f"{name}s held out"
            row = self.table[(self.table["scheme"] == name) & (self.table["class"] == "macro")]
            low, high = float(row["low"].iloc[0]), float(row["high"].iloc[0])
            lines.append(f"{held}: macro-F1 {f1:.3f} [{low:.3f}, {high:.3f}]")
        return "\n".join(lines)

    def plot(self, ax: Any = None) -> Any:
        """Draw F1 by class as bars, one colour per scheme, with its interval.

        Parameters
        ----------
        ax : matplotlib Axes, optional
            Where to draw; a new figure when None.

        Returns
        -------
        matplotlib Axes
        """
        classes = [str(label) for label in dict.fromkeys(self.table["class"])]
        table = self.table.assign(**{"class": self.table["class"].astype(str)})
        wide = table.pivot(index="class", columns="scheme", values=["f1", "low", "high"])
        schemes = list(dict.fromkeys(self.table["scheme"]))
        f1, low, high = (wide[name].loc[classes, schemes] for name in ("f1", "low", "high"))
        errors = np.maximum(0, np.stack([(f1 - low).to_numpy().T, (high - f1).to_numpy().T], 1))
        names = {s: "random folds" if s == "random" else f"{s}s held out" for s in schemes}
        ax = f1.set_axis([names[s] for s in schemes], axis=1).plot.barh(
            ax=ax, xerr=errors, xlim=(0, 1), capsize=2
        )
        ax.set_xlabel("F1 with 95% interval over groups")
        ax.set_ylabel("")
        ax.invert_yaxis()
        return ax


def _cluster_counts(
    labels: NDArray[Any], found: NDArray[Any], classes: list[Any], clusters: NDArray[Any]
) -> NDArray[np.float64]:
    """Right, predicted and true counts of each class in each cluster: (clusters, classes, 3)."""
    numbers = np.unique(clusters, return_inverse=True)[1]
    counts = np.zeros((int(numbers.max()) + 1, len(classes), 3))
    for place, label in enumerate(classes):
        true = labels == label
        said = np.array([answer is not None and answer == label for answer in found])
        for column, flags in enumerate((true & said, said, true)):
            counts[:, place, column] = np.bincount(numbers, flags, len(counts))
    return counts


def _rows(
    scheme: str, classes: list[Any], total: NDArray[Any], resampled: NDArray[Any]
) -> list[tuple[Any, ...]]:
    f1, draws = _f1(total), _f1(resampled)
    low, high = np.quantile(draws, [0.025, 0.975], axis=0)
    precision, recall = _ratio(total[:, 0], total[:, 1]), _ratio(total[:, 0], total[:, 2])
    rows: list[tuple[Any, ...]] = [
        (scheme, label, *map(float, (precision[i], recall[i], f1[i], low[i], high[i])),
         int(total[i, 2]))
        for i, label in enumerate(classes)
    ]  # fmt: skip
    bounds = np.quantile(draws.mean(axis=1), [0.025, 0.975])
    rows.append(
        (scheme, "macro", float(precision.mean()), float(recall.mean()), float(f1.mean()),
         float(bounds[0]), float(bounds[1]), int(total[:, 2].sum()))
    )  # fmt: skip
    return rows


def _f1(counts: NDArray[Any]) -> NDArray[np.float64]:
    return _ratio(2 * counts[..., 0], counts[..., 1] + counts[..., 2])


def _ratio(part: NDArray[Any], whole: NDArray[Any]) -> NDArray[np.float64]:
    return np.asarray(part / np.where(whole > 0, whole, 1), dtype=np.float64)
