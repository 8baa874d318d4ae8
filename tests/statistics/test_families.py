"""False discovery rate over a family, and within its members."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import ComparisonError
from framing.statistics import adjust_p_values, adjust_within

repeatable = settings(max_examples=60, deadline=None, derandomize=True)

p_values = st.lists(st.floats(0, 1), min_size=1, max_size=12)


@repeatable
@given(p_values)
def test_agrees_with_statsmodels(optional, p):
    """Both methods against statsmodels' multipletests."""
    tools = optional("statsmodels.stats.multitest")
    for method in ("bh", "by"):
        oracle = tools.multipletests(p, method=f"fdr_{method}")[1]
        assert adjust_p_values(p, method=method) == pytest.approx(oracle)


@repeatable
@given(p_values)
def test_adjusting_only_raises_and_keeps_order(p):
    """No p-value falls, and order stays."""
    adjusted = adjust_p_values(p)
    assert (adjusted >= np.array(p) - 1e-12).all()
    order = np.argsort(p, kind="stable")
    assert (np.diff(adjusted[order]) >= -1e-12).all()


def test_refused_tests_are_not_counted():
    """A missing p-value stays missing and makes no family larger."""
    assert adjust_p_values([0.01, np.nan]).tolist()[0] == 0.01
    assert np.isnan(adjust_p_values([np.nan])).all()
    assert np.isnan(adjust_within([np.nan], [np.nan], [0])).all()


def test_impossible_p_values_are_refused():
    """P-values lie between 0 and 1."""
    with pytest.raises(ComparisonError, match="between 0 and 1"):
        adjust_p_values([0.2, 1.2])


@repeatable
@given(p_values)
def test_one_contrast_a_concept_is_the_plain_adjustment(p):
    """Where each member has a single contrast, nothing changes."""
    for method in ("bh", "by"):
        within = adjust_within(p, p, range(len(p)), method=method)
        assert within == pytest.approx(adjust_p_values(p, method=method))


@repeatable
@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=12), st.floats(0, 1))
def test_within_is_the_smallest_rate_that_finds_both(p, extra):
    """By its definition: the concept is found at q, and p ≤ q·R(q)/m; not just below q."""
    inner = min(1.0, p[0] + extra)
    for method in ("bh", "by"):
        adjusted = adjust_p_values(p, method=method)
        q = float(adjust_within(p, [inner], [0], method=method)[0])

        def found(rate: float, adjusted=adjusted) -> bool:
            many = (adjusted <= rate + 1e-12).sum()
            return adjusted[0] <= rate + 1e-12 and inner <= rate * many / len(p) + 1e-12

        assert q == 1.0 or found(q)
        assert not found(q * 0.999)
