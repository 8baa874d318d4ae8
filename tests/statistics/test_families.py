"""False discovery rate over a family."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import ComparisonError
from framing.statistics import adjust_p_values

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


def test_impossible_p_values_are_refused():
    """P-values lie between 0 and 1."""
    with pytest.raises(ComparisonError, match="between 0 and 1, not at"):
        adjust_p_values([0.2, 1.2])
