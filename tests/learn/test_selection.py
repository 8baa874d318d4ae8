"""FightinWords: the formula's values, what is kept, and scikit-learn's own checks."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
import scipy.sparse as sp
from sklearn.utils.estimator_checks import parametrize_with_checks

from framing.errors import SettingsError
from framing.learn import FightinWords
from framing.statistics import fightin_words

COUNTS = np.array([[7, 3, 1, 0], [6, 4, 1, 0], [2, 7, 1, 0], [1, 8, 1, 0]])
Y = np.array(["a", "a", "b", "b"])


@parametrize_with_checks([FightinWords(threshold=0.0), FightinWords(k=1)])
@pytest.mark.slow
def test_scikit_learns_checks(estimator, check):  # type: ignore[no-untyped-def]  # their signature
    """Every check scikit-learn has for a selector of counts passes."""
    check(estimator)


def test_z_is_that_of_the_statistics() -> None:
    """With the same prior, z is that of `framing.statistics.fightin_words`."""
    selector = FightinWords(strength=10).fit(COUNTS, Y)
    total = COUNTS.sum(axis=0)
    prior = dict(enumerate((total + 1e-9) / (total + 1e-9).sum() * 10))
    expected = fightin_words(
        {str(i): int(n) for i, n in enumerate(COUNTS[:2].sum(axis=0))},
        {str(i): int(n) for i, n in enumerate(COUNTS[2:].sum(axis=0))},
        prior={str(i): value for i, value in prior.items()},
    )["z"].sort_index()
    np.testing.assert_allclose(selector.z_[0], expected.to_numpy(), rtol=1e-9)
    np.testing.assert_allclose(selector.z_[1], -selector.z_[0])


def test_sparse_and_dense_counts_agree() -> None:
    """A sparse matrix gives the scores of the same dense one."""
    dense = FightinWords().fit(COUNTS, Y)
    sparse = FightinWords().fit(sp.csr_matrix(COUNTS), Y)
    np.testing.assert_allclose(dense.scores_, sparse.scores_)


def test_the_most_telling_columns_are_kept() -> None:
    """K columns of highest |z| are kept, named as they came."""
    selector = FightinWords(k=2).fit(COUNTS, Y)
    assert selector.get_support().tolist() == [True, True, False, False]
    assert selector.get_feature_names_out(["w", "x", "y", "z"]).tolist() == ["w", "x"]


def test_a_threshold_may_keep_nothing() -> None:
    """A score no column reaches keeps none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # scikit-learn says so, in words of its own
        kept = FightinWords(threshold=99).fit(COUNTS, Y).transform(COUNTS)
    assert kept.shape == (4, 0)


@pytest.mark.parametrize("options", [{"strength": 0}, {"k": -1}])
def test_impossible_settings_are_refused(options: dict[str, int]) -> None:
    """A prior of no weight and a negative number of columns are errors."""
    with pytest.raises(SettingsError):
        FightinWords(**options).fit(COUNTS, Y).transform(COUNTS)
