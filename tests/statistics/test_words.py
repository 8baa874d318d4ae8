"""Distinctive terms: oracles, symmetries and refusals."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import ComparisonError
from framing.statistics import (
    dispersion,
    fightin_words,
    informative_prior,
    keyness,
    log_ratio,
    word_shift,
)

repeatable = settings(max_examples=60, deadline=None, derandomize=True)

counts = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 40), min_size=2)


@repeatable
@given(counts, counts)
def test_g2_agrees_with_scipy(a, b):
    """SciPy's log-likelihood contingency test, term by term; missing against an empty side."""
    from scipy import stats

    table = keyness(a, b)
    n_a, n_b = sum(a.values()), sum(b.values())
    if not n_a or not n_b:
        assert table[["g2", "p", "log_ratio"]].isna().all(axis=None)
        return
    for term, row in table.iterrows():
        cells = np.array([[row.count_a, n_a - row.count_a], [row.count_b, n_b - row.count_b]])
        if (cells.sum(axis=0) == 0).any() or (cells.sum(axis=1) == 0).any():
            assert row.g2 == pytest.approx(0, abs=1e-9), term
            continue
        oracle = stats.chi2_contingency(cells, correction=False, lambda_="log-likelihood")
        assert row.g2 == pytest.approx(oracle.statistic, abs=1e-8)
        assert row.p == pytest.approx(oracle.pvalue, abs=1e-5)


@repeatable
@given(counts, counts)
def test_exchanging_sides_negates(a, b):
    """δ, z, log ratio and shift change their sign; their size stays."""
    here = fightin_words(a, b, prior=0.5)
    there = fightin_words(b, a, prior=0.5)
    pd.testing.assert_series_equal(here["z"].sort_index(), -there["z"].sort_index())
    if sum(a.values()) and sum(b.values()):
        assert log_ratio(a, b).tolist() == pytest.approx((-log_ratio(b, a)).tolist())
        shifts = [word_shift(x, y)["contribution"].sort_index() for x, y in ((a, b), (b, a))]
        assert shifts[0].abs().tolist() == pytest.approx(shifts[1].abs().tolist(), abs=1e-12)


@repeatable
@given(counts, counts)
def test_shift_is_scipys_divergence(a, b):
    """Absolute contributions sum to the squared Jensen–Shannon distance in bits."""
    from scipy.spatial import distance

    if not sum(a.values()) or not sum(b.values()):
        return
    terms = sorted({*a, *b})
    p, q = ([side.get(t, 0) for t in terms] for side in (a, b))
    oracle = distance.jensenshannon(p, q, base=2) ** 2
    found = word_shift(a, b)["contribution"].abs().sum()
    assert found == pytest.approx(np.nan_to_num(oracle), abs=1e-9)
    assert 0 <= found <= 1 + 1e-12


def test_terms_in_the_order_of_z_and_raw_counts_kept():
    """Highest z first, and the counts as given, integers still."""
    table = fightin_words({"x": 9, "y": 1}, {"y": 9, "z": 1}, prior=0.1)
    assert table.index[0] == "x"
    assert table["count_a"].dtype == np.int64
    assert table.loc["z", ["count_a", "count_b"]].tolist() == [0, 1]
    assert list(table.columns) == ["count_a", "count_b", "delta", "se", "z"]
    assert table.index.name == "term"


def test_a_series_counts_like_a_mapping():
    """Both kinds of counts give one table."""
    a, b = {"x": 3, "y": 4}, {"x": 1, "y": 9}
    pd.testing.assert_frame_equal(
        fightin_words(a, b, prior=1), fightin_words(pd.Series(a), pd.Series(b), prior=1)
    )


def test_prior_from_a_reference():
    """α_w follows the reference's shares; unseen terms get half a count; it must cover all."""
    prior = informative_prior({"x": 30, "y": 10}, ["x", "y", "z"], strength=81)
    assert prior.to_dict() == {"x": 60.0, "y": 20.0, "z": 1.0}
    table = fightin_words({"x": 3, "z": 2}, {"y": 5}, prior=prior)
    assert table["z"].notna().all()
    with pytest.raises(ComparisonError, match="no value for 1 terms, 'w' among them"):
        fightin_words({"w": 1, "x": 1}, {"x": 1}, prior=prior)


def test_a_strong_prior_draws_towards_no_difference():
    """The more the prior weighs, the smaller δ."""
    a, b = {"x": 7, "y": 3}, {"x": 2, "y": 7}
    deltas = [abs(fightin_words(a, b, prior=p)["delta"].iloc[0]) for p in (0.01, 1, 100)]
    assert deltas == sorted(deltas, reverse=True)


def test_bad_counts_and_priors_are_refused():
    """Negative counts, a prior of zero and an empty side each say so."""
    with pytest.raises(ComparisonError, match="the count of 'x' is -1"):
        keyness({"x": -1}, {"x": 2})
    with pytest.raises(ComparisonError, match="above 0 for every term"):
        fightin_words({"x": 1, "y": 1}, {"x": 2}, prior=0)
    with pytest.raises(ComparisonError, match="words on both sides"):
        word_shift({"x": 1}, {})


def test_nothing_to_count_gives_an_empty_table():
    """No terms, no rows, no error."""
    assert len(keyness({}, {})) == 0
    assert len(fightin_words({}, {}, prior=1)) == 0


@repeatable
@given(st.lists(st.integers(0, 9), min_size=2, max_size=9))
def test_dispersion_lies_between_0_and_1(frequencies):
    """Even spread is 0, all in the smallest part 1 when normalised."""
    sizes = list(range(5, 5 + len(frequencies)))
    found = dispersion(frequencies, sizes)
    if sum(frequencies):
        assert 0 <= found.dp <= 1
        assert found.normalised <= 1 + 1e-12
    else:
        assert np.isnan(found.dp)
    assert dispersion(sizes, sizes).dp == pytest.approx(0, abs=1e-12)
    assert dispersion([1, *[0] * (len(sizes) - 1)], sizes).normalised == pytest.approx(1)


def test_dispersion_checks_its_parts():
    """As many sizes as frequencies."""
    with pytest.raises(ComparisonError, match=r"shape \(2,\) and sizes \(1,\)"):
        dispersion([1, 2], [3])


def test_what_cannot_be_counted_is_named():
    """The messages name the term, the side or the number that is wrong."""
    with pytest.raises(ComparisonError, match=r"the prior of 'x' is 0\.0; it must be above 0"):
        fightin_words({"x": 1, "y": 1}, {"y": 2}, prior={"x": 0, "y": 1})
    with pytest.raises(ComparisonError, match="counts_b has none"):
        word_shift({"x": 1}, {})
    with pytest.raises(ComparisonError, match=r"the strength \(0\) is above 0"):
        informative_prior({"x": 1}, ["x"], strength=0)
    with pytest.raises(ComparisonError, match=r"frequencies \(least -1.0\)"):
        dispersion([-1, 2], [3, 4])
