"""Spans into marks on words, folds that keep texts together, and the threshold of a tagger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import clone
from sklearn.model_selection import GroupKFold

from framing.errors import SettingsError
from framing.language.closed import STOP_WORDS
from framing.learn.tagtokens import TokenSentence
from framing.values import Span

__all__ = [
    "best_f1",
    "best_threshold",
    "checked_spans",
    "content",
    "folded",
    "folds",
    "marks",
    "probability",
]

FOLDS = 3


def checked_spans(texts: Sequence[str], given: Any) -> list[list[Span]]:
    """Return the spans of each text as pairs of int, or say which do not fit."""
    spans = [[(int(start), int(end)) for start, end in pairs] for pairs in given]
    if len(spans) != len(texts):
        raise SettingsError(f"{len(texts)} texts, but {len(spans)} lists of spans; give one a text")
    for number, (text, those) in enumerate(zip(texts, spans, strict=True)):
        for start, end in those:
            if not 0 <= start < end <= len(text):
                raise SettingsError(
                    f"text {number}: the span [{start}, {end}) does not lie in its "
                    f"{len(text)} characters"
                )
    return spans


def marks(sentences: Sequence[TokenSentence], spans: Sequence[Sequence[Span]]) -> NDArray[np.bool_]:
    """Tell for each word whether a span of its text touches it."""
    flags: list[bool] = []
    ordered = [sorted(those) for those in spans]
    for sentence in sentences:
        low, high = sentence.spans[0][0], sentence.spans[-1][1]
        near = [span for span in ordered[sentence.text] if span[0] < high and low < span[1]]
        flags.extend(any(a < end and start < b for a, b in near) for start, end in sentence.spans)
    return np.array(flags, dtype=bool)


def content(sentences: Sequence[TokenSentence]) -> NDArray[np.bool_]:
    """Tell for each word whether it is a content word."""
    return np.array(
        [word not in STOP_WORDS for sentence in sentences for word in sentence.words], dtype=bool
    )


def folds(groups: NDArray[Any], marked: NDArray[np.bool_]) -> list[tuple[Any, Any]]:
    """Split by group; none when a training part would lack marked or plain words."""
    if len(np.unique(groups)) < FOLDS:
        return []
    split = list(GroupKFold(FOLDS).split(groups, groups=groups))
    usable = all(marked[train].any() and not marked[train].all() for train, _ in split)
    return split if usable else []


def folded(model: Any, columns: Any, marked: Any, split: Any) -> NDArray[np.float64]:
    """Decisions for words of texts the model has not seen; of itself when there are no folds."""
    if not split:
        return np.asarray(model.fit(columns, marked).decision_function(columns))
    decisions = np.zeros(len(marked))
    for train, test in split:
        fitted = clone(model).fit(columns[train], marked[train])
        decisions[test] = fitted.decision_function(columns[test])
    return decisions


def probability(decisions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the logistic function of decisions, without overflow."""
    return np.asarray(1 / (1 + np.exp(-np.clip(decisions, -500, 500))))


def best_threshold(probabilities: NDArray[np.float64], marked: NDArray[np.bool_]) -> float:
    """Return the probability from which F1 is best, half-way to the next lower one.

    Examples
    --------
    >>> best_threshold(np.array([0.9, 0.2, 0.6]), np.array([True, False, True]))
    0.4
    """
    order, f1 = _curve(probabilities, marked)
    last = int(f1.argmax())
    return float(probabilities[order[last : last + 2]].mean())


def best_f1(probabilities: NDArray[np.float64], marked: NDArray[np.bool_]) -> float:
    """Return the best F1 that any threshold gives.

    Examples
    --------
    >>> best_f1(np.array([0.9, 0.2, 0.6]), np.array([True, False, True]))
    1.0
    """
    return float(_curve(probabilities, marked)[1].max())


def _curve(
    probabilities: NDArray[np.float64], marked: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return the words, likeliest first, and F1 when all down to each of them are marked."""
    order = np.argsort(-probabilities, kind="stable")
    hits = np.cumsum(marked[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + max(1, int(marked.sum())))
    return order, np.asarray(f1)
