"""Scores of matched events, the sign-flip test and its refusal, intervals."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.errors import ComparisonError
from framing.statistics import (
    bootstrap_ratio,
    event_bootstrap,
    event_scores,
    sign_flip_test,
    simulated_events,
)

repeatable = settings(max_examples=60, deadline=None, derandomize=True)


def table_of(pairs, outlets=("A", "B")):
    """One event a pair of (loaded, total), first outlet first."""
    rows = [
        (f"e{i}", outlet, *counts)
        for i, pair in enumerate(pairs)
        for outlet, counts in zip(outlets, pair, strict=True)
    ]
    return pd.DataFrame(rows, columns=["event", "outlet", "loaded", "total"])


counts = st.integers(0, 8).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
events = st.lists(st.tuples(counts, counts), min_size=6, max_size=9)


def test_six_equal_one_sided_events_give_two_of_64():
    """Equal sums count as equal: the tolerance keeps both one-sided patterns."""
    result = sign_flip_test(table_of([((1, 3), (0, 3))] * 6))
    assert result.p_value == 2 / 64
    assert result.smallest_p == 2 / 64
    assert result.n_events == result.nonzero_events == 6


def test_refused_under_six_matched_events():
    """Five events are refused, in words that say how many are needed."""
    with pytest.raises(ComparisonError, match="not enough matched events: 5 of the 6 needed"):
        sign_flip_test(table_of([((1, 3), (0, 3))] * 5))


def test_refusal_tells_how_many_events_a_difference_needs():
    """With two events or more the spread says what 80% power at .2 would take."""
    pairs = [((1, 3), (0, 3)), ((0, 3), (1, 4)), ((2, 3), (0, 3))]
    with pytest.raises(ComparisonError, match=r"about \d+ for 80% power at a difference of .2"):
        sign_flip_test(table_of(pairs))


def test_an_event_without_namings_on_one_side_is_not_matched():
    """N = 0 is no evidence: such an event counts for nothing."""
    pairs = [((1, 3), (0, 3))] * 6 + [((2, 2), (0, 0))] * 4
    assert sign_flip_test(table_of(pairs)).n_events == 6
    with pytest.raises(ComparisonError, match="5 of the 6"):
        sign_flip_test(table_of(pairs[1:]))


def test_result_starts_with_what_the_contract_names():
    """`statistic`, `p_value` and `n_events` come first, in this order."""
    result = sign_flip_test(table_of([((1, 3), (0, 3))] * 6))
    assert result._fields[:3] == ("statistic", "p_value", "n_events")


def test_score_and_weight_by_hand():
    """The score is w(p₁ − p₀), w = n₁n₀/(n₁+n₀)."""
    scores = event_scores(table_of([((3, 4), (1, 8))]))
    assert scores.loc["e0"].tolist() == pytest.approx([8 / 3 * (0.75 - 0.125), 8 / 3])


def test_concepts_are_compared_with_themselves():
    """With a concept column only common concepts count, each apart."""
    rows = [
        ("e", "A", "troops", 2, 2),
        ("e", "B", "troops", 0, 2),
        ("e", "A", "strikes", 5, 5),
        ("e", "B", "unrest", 0, 9),
    ]
    table = pd.DataFrame(rows, columns=["event", "outlet", "concept", "loaded", "total"])
    assert event_scores(table).loc["e"].tolist() == [1.0, 1.0]


def test_types_of_columns_do_not_matter():
    """Nullable integers, categories and numbers as names give the same test."""
    good = table_of([((1, 3), (0, 3))] * 6)
    expected = sign_flip_test(good)
    typed = good.astype({"loaded": "Int64", "total": "Int64", "outlet": "category"})
    assert sign_flip_test(typed) == expected
    numbered = good.assign(outlet=good["outlet"].map({"A": 1, "B": 2}))
    assert sign_flip_test(numbered) == expected
    typed.loc[0, "loaded"] = pd.NA
    with pytest.raises(ComparisonError, match="can't be"):
        sign_flip_test(typed)


def test_bad_tables_are_refused_in_words():
    """A missing column, three outlets, a doubled row and impossible counts each say so."""
    good = table_of([((1, 3), (0, 3))] * 6)
    with pytest.raises(ComparisonError, match="no column 'total'"):
        sign_flip_test(good.drop(columns="total"))
    with pytest.raises(ComparisonError, match="names 3: A, B, C"):
        sign_flip_test(pd.concat([good, good.assign(outlet="C").drop_duplicates("event")]))
    with pytest.raises(ComparisonError, match="event 'e0' has two rows for outlet 'A'"):
        sign_flip_test(pd.concat([good, good.iloc[:1]]))
    with pytest.raises(ComparisonError, match="loaded 4 of 3 can't be"):
        sign_flip_test(good.assign(loaded=4))


@repeatable
@given(events)
def test_exact_p_value_is_the_share_of_all_patterns(pairs):
    """Against counting all 2^E patterns one by one."""
    table = table_of(pairs)
    scores = event_scores(table)["score"].to_numpy()
    if len(scores) < 6:
        return
    observed = abs(scores.sum())
    sums = [abs(np.dot(signs, scores)) for signs in itertools.product([1, -1], repeat=len(scores))]
    expected = np.mean([s >= observed - 1e-9 for s in sums])
    assert sign_flip_test(table).p_value == pytest.approx(expected)


@repeatable
@given(events, st.randoms(use_true_random=False))
def test_order_of_rows_changes_nothing(pairs, shuffler):
    """Same rows in another order, same numbers to the last bit."""
    table = table_of(pairs)
    order = list(range(len(table)))
    shuffler.shuffle(order)
    pd.testing.assert_frame_equal(event_scores(table), event_scores(table.iloc[order]))


@repeatable
@given(events)
def test_exchanging_outlets_negates_the_difference_and_keeps_p(pairs):
    """Names exchanged: every score changes its sign."""
    here = event_scores(table_of(pairs))
    there = event_scores(table_of(pairs, outlets=("B", "A")))
    assert there["score"].tolist() == pytest.approx((-here["score"]).tolist())
    assert there["weight"].tolist() == pytest.approx(here["weight"].tolist())


def test_sampled_p_agrees_with_exact():
    """Fifteen events are sampled: within Monte Carlo error of all patterns, never zero."""
    scores = np.array(
        [1.0, 0.5, -0.3, 2.0, 0.8, -1.1, 0.4, 0.9, 1.3, -0.2, 0.7, 0.6, 0.1, -0.6, 0.3]
    )
    signs = np.array(list(itertools.product([1.0, -1.0], repeat=15)))
    exact = np.mean(np.abs(signs @ scores) >= abs(scores.sum()) - 1e-9)
    rows = [(f"e{i:02d}", o, (s + 4) * (o == "A"), 8) for i, s in enumerate(scores) for o in "AB"]
    table = pd.DataFrame(rows, columns=["event", "outlet", "loaded", "total"])
    table.loc[table["outlet"] == "B", "loaded"] = 4.0
    sampled = sign_flip_test(table, seed=1)
    assert not sampled.exact
    assert sampled.p_value == pytest.approx(exact, abs=0.01)
    certain = sign_flip_test(table_of([((3, 3), (0, 3))] * 30))
    assert certain.p_value == certain.smallest_p == 1 / 100_000


def test_seeded_draws_repeat():
    """One seed, one p-value; another seed, another draw."""
    table = simulated_events(25, seed=3)
    first = sign_flip_test(table, seed=5)
    assert sign_flip_test(table, seed=5) == first
    assert sign_flip_test(table, seed=6).p_value != first.p_value


def test_scipy_permutation_test_agrees():
    """SciPy's exact permutation of signs gives the same p-value."""
    from scipy import stats

    scores = event_scores(simulated_events(9, difference=0.3, seed=2))["score"].to_numpy()
    oracle = stats.permutation_test(
        (scores,), lambda x, axis: np.abs(x.sum(axis=axis)), permutation_type="samples",
        n_resamples=np.inf, alternative="greater", vectorized=True,
    )  # fmt: skip
    table = simulated_events(9, difference=0.3, seed=2)
    assert sign_flip_test(table).p_value == pytest.approx(oracle.pvalue)


def test_bootstrap_interval_holds_the_estimate_and_repeats():
    """Seeded, ordered, marked approximate under twenty events."""
    table = simulated_events(19, difference=0.2, seed=4)
    interval = event_bootstrap(table, seed=1)
    assert interval.low <= interval.estimate <= interval.high
    assert interval.approximate
    assert event_bootstrap(table, seed=1) == interval
    assert not event_bootstrap(simulated_events(20, seed=4)).approximate


def test_bootstrap_matches_scipy_for_many_events():
    """SciPy's percentile bootstrap of the same ratio gives nearly the same ends."""
    from scipy import stats

    scores = event_scores(simulated_events(200, difference=0.2, seed=4))
    s, w = scores["score"].to_numpy(), scores["weight"].to_numpy()
    oracle = stats.bootstrap(
        (s, w), lambda s, w, axis: s.sum(axis=axis) / w.sum(axis=axis), paired=True,
        vectorized=True, method="percentile", n_resamples=4000, rng=0,
    ).confidence_interval  # fmt: skip
    assert bootstrap_ratio(s, w) == pytest.approx((oracle.low, oracle.high), abs=0.008)


def test_bootstrap_needs_two_events():
    """One event can't be drawn anew."""
    with pytest.raises(ComparisonError, match="at least two matched events"):
        event_bootstrap(table_of([((1, 3), (0, 3))]))


def test_same_draws_in_blocks():
    """Long inputs are drawn in blocks and still give an ordered interval about the ratio."""
    s = np.tile([1.0, 0.0], 1500)
    low, high = bootstrap_ratio(s, np.full(3000, 2.0))
    assert low < 0.25 < high
    assert high - low < 0.03
