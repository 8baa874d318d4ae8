"""Probabilities from decisions: softmax at one temperature, fitted on cross-validated decisions.

One number for all classes keeps the order of the decisions, so calibrating changes no
prediction (Guo et al. 2017, On Calibration of Modern Neural Networks, ICML).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import clone
from sklearn.model_selection import StratifiedKFold

__all__ = ["fit_temperature", "folded_decisions", "softmax"]

Matrix = NDArray[np.float64]
_FOLDS = 3
_LEAST = 30  # texts below which no temperature is fitted


def softmax(decisions: Matrix) -> Matrix:
    """Return probabilities, rows summing to 1.

    Examples
    --------
    >>> softmax(np.array([[0.0, 0.0], [1000.0, 0.0]])).tolist()
    [[0.5, 0.5], [1.0, 0.0]]
    """
    raised = np.exp(decisions - decisions.max(axis=1, keepdims=True))
    shares: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return shares


def folded_decisions(solver: Any, columns: Any, codes: NDArray[np.intp], seed: int) -> Matrix:
    """Return the decisions of models that have not seen the text; empty when texts are few."""
    counts = np.bincount(codes)
    if len(codes) < _LEAST or counts.min() < _FOLDS:
        return np.empty((0, len(counts)))
    decisions = np.zeros((len(codes), len(counts)))
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=seed)
    for train, test in folds.split(np.zeros(len(codes)), codes):
        found = clone(solver).fit(columns[train], codes[train]).decision_function(columns[test])
        decisions[test] = np.column_stack([-found, found]) if found.ndim == 1 else found
    return decisions


def fit_temperature(decisions: Matrix, codes: NDArray[np.intp]) -> float:
    """Return the temperature with the least log loss, 1 without decisions.

    Examples
    --------
    >>> sure = np.array([[4.0, 0.0], [0.0, 4.0]] * 2)
    >>> fit_temperature(sure, np.array([0, 1, 1, 0])) > 5
    True
    """
    if not len(decisions):
        return 1.0
    from scipy.optimize import minimize_scalar

    rows = np.arange(len(codes))

    def loss(logarithm: float) -> float:
        chosen = softmax(decisions / np.exp(logarithm))[rows, codes]
        return float(-np.log(np.maximum(chosen, 1e-12)).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-3, 3), method="bounded").x))
