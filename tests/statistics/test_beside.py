"""Rates by the exchange, outlets as units, who holds the weight, leaving out."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from framing.errors import ComparisonError
from framing.statistics import (
    NamingCounts,
    RateCounts,
    leave_out,
    outlet_test,
    rate_tests,
    weight_shares,
)
from framing.statistics.ratetests import whole_outlets


def pooled(shares, events=8, seed=0, per=3):
    """Two sides of outlets, each with its own share of the first of two names."""
    rng = np.random.default_rng(seed)
    rows = []
    for outlet, (side, share) in enumerate(shares):
        for event in range(events):
            n = rng.binomial(per, share)
            rows += [(event, side, outlet, 0, n), (event, side, outlet, 1, per - n)]
    event, side, outlet, variant, n = np.array([r for r in rows if r[4]]).T
    return NamingCounts(
        event, side, outlet, variant, n.astype(float), np.array([0, 0]),
        tuple(f"e{i}" for i in range(events)), direction=np.array([-1.0, 1.0]),
    )  # fmt: skip


def brute_outlets(counts, n_a, outlets):
    """D of every way to give `n_a` of the outlets to the first side."""
    found = []
    table = np.zeros((outlets, len(counts.events), 2))
    np.add.at(table, (counts.outlet, counts.event, counts.variant), counts.count)
    for chosen in itertools.combinations(range(outlets), n_a):
        a = table[list(chosen)].sum(axis=0)
        b = table.sum(axis=0) - a
        n, m = a.sum(axis=1), b.sum(axis=1)
        w = n * m / (n + m)
        s = w[:, None] * (a / n[:, None] - b / m[:, None])
        found.append(np.abs(s.sum(axis=0)).sum() / 2 / w.sum())
    return np.array(found)


def test_outlets_as_units_counts_every_way_to_pool_them():
    """Four against five outlets: 126 ways, against a plain loop."""
    counts = pooled([(0, 0.7)] * 4 + [(1, 0.4)] * 5, seed=3)
    found = outlet_test(counts, (0, 1), 0)
    every = brute_outlets(counts, 4, 9)
    assert found.exact
    assert found.statistic == pytest.approx(every[0])
    assert found.p_units == pytest.approx(np.mean(every >= every[0] - 1e-9))
    assert (found.n_a, found.n_b, found.note) == (4, 5, "")


def test_a_clear_difference_of_kind_has_the_smallest_p():
    """Four always write one name and four the other: 2 of 70 ways."""
    found = outlet_test(pooled([(0, 1.0)] * 4 + [(1, 0.0)] * 4), (0, 1), 0)
    assert found.p_units == found.smallest_p == 2 / 70


def test_many_outlets_are_drawn():
    """Twelve against twelve cannot be counted: (b + 1)/(B + 1)."""
    counts = pooled([(0, 0.9)] * 12 + [(1, 0.1)] * 12)
    found = outlet_test(counts, (0, 1), 0, draws=199)
    assert (found.exact, found.p_units) == (False, 1 / 200)


def test_few_of_the_draws_are_checked_by_more():
    """Where at most one draw in 20 reached the observed, ten times as many are drawn."""
    clear = outlet_test(pooled([(0, 0.9)] * 12 + [(1, 0.1)] * 12), (0, 1), 0)
    assert clear.p_units == clear.smallest_p == 1 / 10_000
    alike = outlet_test(pooled([(0, 0.5)] * 12 + [(1, 0.5)] * 12), (0, 1), 0)
    assert alike.smallest_p == 1 / 1_000


def test_under_four_outlets_a_side_it_is_these_outlets():
    """Three against three: no p-value, and words for it."""
    found = outlet_test(pooled([(0, 1.0)] * 3 + [(1, 0.0)] * 3), (0, 1), 0)
    assert np.isnan(found.p_units)
    assert found.note.startswith("3 and 3 outlets: under 4 a side")


def test_an_outlet_on_both_sides_cannot_be_exchanged():
    """Sides that are no groups of outlets (months, say) are told so."""
    counts = pooled([(0, 1.0)] * 4 + [(1, 0.0)] * 4)
    same = NamingCounts(
        counts.event, counts.side, counts.outlet % 4, counts.variant, counts.count,
        counts.concept, counts.events,
    )  # fmt: skip
    assert "on both sides" in outlet_test(same, (0, 1), 0).note


def test_who_holds_the_weight():
    """Nine tenths of a side's namings are one outlet's; the shares say so."""
    counts = pooled([(0, 1.0), (0, 1.0), (1, 0.0)])
    heavy = NamingCounts(
        counts.event, counts.side, counts.outlet, counts.variant,
        counts.count * np.where(counts.outlet == 1, 9.0, 1.0), counts.concept, counts.events,
        stories=tuple("ssssttuv"),
    )  # fmt: skip
    shares = weight_shares(heavy, (0, 1), 0)
    assert shares.outlet_a == (1, pytest.approx(0.9))
    assert shares.outlet_b == (2, 1.0)
    assert shares.event[1] == pytest.approx(1 / 8)
    assert shares.story == ("s", pytest.approx(0.5))


def test_leaving_out_what_the_difference_rests_on():
    """Without the one outlet that differs the lean turns round."""
    counts = pooled([(0, 1.0), (0, 0.1), (1, 0.5), (1, 0.5)], events=40, seed=1)
    table = leave_out(counts, (0, 1), 0)
    assert table["kind"].value_counts().to_dict() == {"event": 40, "outlet": 4, "nothing": 1}
    turned = table[table["flips"] & (table["kind"] == "outlet")]
    assert 0 in turned["place"].tolist()
    without = table[(table["kind"] == "outlet") & (table["place"] == 0)]
    assert without["lean"].item() > 0 > table["lean"].iloc[0]
    assert set(leave_out(counts, (0, 1))["kind"]) == {"nothing", "outlet", "event", "concept"}


def rates(hits, base, **options):
    """Rates of two sides by event."""
    events = len(hits)
    event, side = np.repeat(np.arange(events), 2), np.tile([0, 1], events)
    return RateCounts(
        event, side, np.zeros(2 * events, dtype=int), np.ravel(hits).astype(float),
        np.ravel(base).astype(float), tuple(f"e{i}" for i in range(events)), **options,
    )  # fmt: skip


def test_rates_by_hand():
    """Twenty hedges a thousand words against ten, in six events of 200 and 600 words."""
    row = rate_tests(rates([[4, 6]] * 6, [[200, 600]] * 6), [(0, 1)]).iloc[0]
    assert (row["rate_a"], row["rate_b"]) == pytest.approx((0.02, 0.01))
    assert row["difference"] == pytest.approx(0.01)
    assert row["p_value"] == 2 / 64
    assert (row["low"], row["high"]) == pytest.approx((0.01, 0.01))


def test_rates_with_whole_outlets_count_every_way_to_pool_them():
    """Four against five outlets of unlike sizes in six events: 126 ways, against a plain loop."""
    rng = np.random.default_rng(5)
    event, outlet = (places.ravel() for places in np.indices((6, 9)))
    base = rng.integers(50, 400, len(event)).astype(float)
    hits = rng.binomial(base.astype(int), np.where(outlet < 4, 0.06, 0.03)).astype(float)
    counts = RateCounts(
        event, np.where(outlet < 4, 0, 1), np.zeros(54, int), hits, base,
        tuple("abcdef"), outlet=outlet,
    )  # fmt: skip
    every = []
    for chosen in itertools.combinations(range(9), 4):
        first = np.isin(outlet, chosen)
        n, m = (np.bincount(event, base * side) for side in (first, ~first))
        x, y = (np.bincount(event, hits * side) for side in (first, ~first))
        weight = n * m / (n + m)
        every.append(abs((weight * (x / n - y / m)).sum()) / weight.sum())
    found = whole_outlets(counts, 0, (0, 1))
    assert found.statistic == pytest.approx(every[0])
    assert found.statistic == pytest.approx(rate_tests(counts, [(0, 1)])["difference"].item())
    assert found.p_units == pytest.approx(np.mean(np.array(every) >= every[0] - 1e-12))


def test_rates_of_outlets_are_compared_where_both_sides_have_a_base():
    """An event that one side alone covers adds nothing; without outlets the test says so."""
    event, outlet = (places.ravel() for places in np.indices((2, 8)))
    rates = {"hits": 9.0 - outlet // 4, "base": 50.0 + outlet}
    alone = {name: np.where((event == 1) & (outlet > 3), 0.0, of) for name, of in rates.items()}
    both, one = (
        RateCounts(
            event[rows], outlet[rows] // 4, event[rows] * 0, alone["hits"][rows],
            alone["base"][rows], ("a", "b"), outlet=outlet[rows],
        )
        for rows in (event < 2, event < 1)
    )  # fmt: skip
    assert whole_outlets(both, 0, (0, None)) == whole_outlets(one, 0, (0, 1))
    with pytest.raises(ComparisonError, match="give RateCounts the outlet of each row"):
        whole_outlets(replace(one, outlet=None), 0, (0, 1))


def test_articles_without_an_outlet_cannot_be_exchanged_whole():
    """They are no outlet together, and the note says so."""
    counts = pooled([(0, 1.0)] * 4 + [(1, 0.0)] * 4)
    unnamed = replace(counts, outlet=np.where(counts.outlet == 2, -1, counts.outlet))
    assert "without an outlet" in outlet_test(unnamed, (0, 1), 0).note


def test_a_side_without_words_is_no_rate_of_nought():
    """Base 0 is no evidence: the event is not matched."""
    row = rate_tests(rates([[4, 0]] * 7, [[200, 100]] * 5 + [[200, 0]] * 2), [(0, 1)]).iloc[0]
    assert row["events"] == 5
    assert row["note"] == "not enough matched events: 5 of the 6 needed"


def test_rates_are_compared_within_strata():
    """Two concepts of opposite shares and sizes: compared with themselves they do not differ."""
    event = np.repeat(np.arange(8), 4)
    side, stratum = np.tile([0, 0, 1, 1], 8), np.tile([0, 1], 16)
    hits, base = np.tile([9.0, 0, 1, 0], 8), np.tile([9.0, 1, 1, 9], 8)
    counts = RateCounts(
        event, side, np.zeros(32, dtype=int), hits, base, tuple(map(str, range(8))), stratum
    )
    row = rate_tests(counts, [(0, 1)]).iloc[0]
    assert (row["difference"], row["p_value"]) == (0, 1)


def test_impossible_rates_are_refused():
    """A base below 0, and columns of different length."""
    with pytest.raises(ComparisonError, match="base is 0 or more"):
        rates([[1, 1]], [[-1, 1]])
    with pytest.raises(ComparisonError, match="each event needs one"):
        rates([[1, 1]], [[1, 1]], stories=("a", "b"))
