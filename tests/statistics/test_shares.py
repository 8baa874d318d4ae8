"""Wilson intervals, shrinkage, effective size, correction for error rates."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import ComparisonError
from framing.statistics import effective_size, rogan_gladen, shrunk_shares, wilson

repeatable = settings(max_examples=60, deadline=None, derandomize=True)


@pytest.mark.parametrize(("count", "total"), [(0, 5), (5, 5), (3, 17), (40, 90)])
def test_wilson_agrees_with_scipy(count, total):
    """SciPy's binomial test gives the same score interval."""
    from scipy import stats

    oracle = stats.binomtest(count, total).proportion_ci(method="wilson")
    assert wilson(count, total) == pytest.approx((oracle.low, oracle.high))


def test_wilson_without_trials_is_missing():
    """Nothing coded, nothing known."""
    assert all(math.isnan(end) for end in wilson(0, 0))
    with pytest.raises(ComparisonError, match="6 of 5 is no share"):
        wilson(6, 5)


frames = st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=1, max_size=5).map(
    lambda rows: pd.DataFrame(rows, columns=["a", "b", "c"])
)


@repeatable
@given(frames)
def test_shrunk_shares_sum_to_one_and_lie_between(counts):
    """Each row sums to 1 and lies between its own shares and the outlets' mean."""
    shrunk = shrunk_shares(counts)
    totals = counts.sum(axis=1)
    raw = counts.div(totals.where(totals > 0), axis=0)
    mean = raw.mean()
    for row in counts.index:
        if totals[row] == 0:
            assert shrunk.loc[row].isna().all()
            continue
        assert shrunk.loc[row].sum() == pytest.approx(1)
        low, high = np.minimum(raw.loc[row], mean), np.maximum(raw.loc[row], mean)
        assert ((shrunk.loc[row] >= low - 1e-12) & (shrunk.loc[row] <= high + 1e-12)).all()


def test_shrinkage_uses_the_unweighted_mean_of_outlets():
    """An outlet with a hundred times the text does not set the prior."""
    counts = pd.DataFrame({"x": [100, 0], "y": [0, 1]}, index=["big", "small"])
    assert shrunk_shares(counts).loc["small", "x"] == pytest.approx(2 * 0.5 / 3)


def test_no_prior_leaves_shares_alone():
    """Strength 0 gives n of N."""
    counts = pd.DataFrame({"x": [3], "y": [1]})
    assert shrunk_shares(counts, strength=0)["x"].tolist() == [0.75]


@repeatable
@given(st.lists(st.integers(0, 20), max_size=8), st.floats(0, 1))
def test_effective_size_lies_between_articles_and_namings(sizes, rho):
    """One naming an article at least, all of them at most."""
    live = [m for m in sizes if m]
    found = effective_size(sizes, rho=rho)
    assert len(live) - 1e-9 <= found <= sum(live) + 1e-9


@repeatable
@given(st.floats(0, 1), st.floats(0.55, 1), st.floats(0.55, 1))
def test_rogan_gladen_undoes_known_errors(share, sensitivity, specificity):
    """The share that error rates distort comes back."""
    seen = share * sensitivity + (1 - share) * (1 - specificity)
    back = rogan_gladen(seen, sensitivity=sensitivity, specificity=specificity)
    assert back == pytest.approx(share, abs=1e-9)


def test_rogan_gladen_is_bounded_and_refuses_guessing():
    """Shares stay within 0 and 1; rates no better than a coin are refused."""
    assert rogan_gladen(0.01, sensitivity=0.9, specificity=0.9) == 0
    assert rogan_gladen(0.99, sensitivity=0.9, specificity=0.9) == 1
    with pytest.raises(ComparisonError, match="no better than guessing"):
        rogan_gladen(0.5, sensitivity=0.5, specificity=0.5)
    with pytest.raises(ComparisonError, match="specificity is a share"):
        rogan_gladen(0.5, sensitivity=0.9, specificity=1.2)
