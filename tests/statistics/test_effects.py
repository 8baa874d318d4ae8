"""Effect sizes against oracles and their definitions."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import ComparisonError
from framing.statistics import cliffs_delta, hedges_g, mantel_haenszel

repeatable = settings(max_examples=60, deadline=None, derandomize=True)

cells = st.integers(1, 40)
strata = st.lists(
    st.tuples(st.tuples(cells, cells), st.tuples(cells, cells)), min_size=1, max_size=6
)
values = st.lists(st.integers(-5, 5), min_size=1, max_size=12)


@repeatable
@given(strata)
def test_mantel_haenszel_agrees_with_statsmodels(optional, tables):
    """Odds ratio, interval and both χ² of statsmodels' StratifiedTable."""
    tools = optional("statsmodels.stats.contingency_tables")
    oracle = tools.StratifiedTable([np.array(t, float) for t in tables])
    found = mantel_haenszel(tables)
    assert found.odds_ratio == pytest.approx(oracle.oddsratio_pooled)
    assert (found.low, found.high) == pytest.approx(oracle.oddsratio_pooled_confint())
    plain = oracle.test_null_odds(correction=False)
    assert found.chi2_uncorrected == pytest.approx(plain.statistic)
    assert found.p_value_uncorrected == pytest.approx(plain.pvalue)


def test_correction_never_overshoots():
    """A gap under one half is corrected to zero, not past it."""
    assert mantel_haenszel([[[5, 5], [5, 5]]]).chi2 == 0


def test_empty_strata_say_nothing():
    """Tables with an empty margin are left out; with none left the ratio is missing."""
    full = [[6, 2], [3, 7]]
    alone = mantel_haenszel([full])
    assert mantel_haenszel([full, [[0, 0], [3, 1]], [[4, 0], [9, 0]]]) == alone
    nothing = mantel_haenszel([[[0, 0], [3, 1]]])
    assert nothing.strata == 0
    assert math.isnan(nothing.odds_ratio)


def test_odds_ratio_of_a_clean_split_is_infinite():
    """No loaded naming on one side: the ratio is infinite, its interval missing."""
    found = mantel_haenszel([[[4, 5], [0, 7]]])
    assert found.odds_ratio == math.inf
    assert math.isnan(found.low)


def test_shape_is_checked():
    """One 2 × 2 table is no list of tables."""
    with pytest.raises(ComparisonError, match=r"\(strata, 2, 2\)"):
        mantel_haenszel([[1, 2], [3, 4]])


@repeatable
@given(values, values)
def test_cliffs_delta_counts_pairs(a, b):
    """Against counting every pair."""
    pairs = [(x > y) - (x < y) for x in a for y in b]
    assert cliffs_delta(a, b) == pytest.approx(sum(pairs) / len(pairs))
    assert cliffs_delta(b, a) == pytest.approx(-cliffs_delta(a, b))


def test_cliffs_delta_agrees_with_mann_whitney():
    """δ = 2U/(nm) − 1."""
    from scipy import stats

    a, b = [0.1, 0.5, 0.5, 0.9], [0.2, 0.5, 0.4]
    u = stats.mannwhitneyu(a, b).statistic
    assert cliffs_delta(a, b) == pytest.approx(2 * u / 12 - 1)
    assert math.isnan(cliffs_delta([], b))


def test_hedges_g_by_hand():
    """J = 1 − 3/(4·3 − 1) with four pairs."""
    a, b = np.array([0.5, 0.75, 1.0, 0.5]), np.array([0.25, 0.25, 0.5, 0.25])
    d = a - b
    assert hedges_g(a, b) == pytest.approx((1 - 3 / 11) * d.mean() / d.std(ddof=1))
    assert hedges_g(b, a) == pytest.approx(-hedges_g(a, b))


def test_hedges_g_where_it_says_nothing():
    """One pair, or equal differences: missing; no difference at all: zero."""
    assert math.isnan(hedges_g([1.0], [0.0]))
    assert math.isnan(hedges_g([1.0, 1.0], [0.0, 0.0]))
    assert hedges_g([0.3, 0.4], [0.3, 0.4]) == 0
    with pytest.raises(ComparisonError, match="as many: 2 and 1"):
        hedges_g([1.0, 2.0], [1.0])
