"""The exchange engine against plain loops: families, draws, components."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from framing.statistics.exchange import exchange_tests
from framing.statistics.exchanges import REDRAWS
from framing.statistics.flipping import Flipping


def run(scores, members, **options):
    """Exchange units named by their place."""
    scores, members = np.asarray(scores, float), np.asarray(members, float)
    options.setdefault("matched", np.full(len(members), len(scores)))
    return exchange_tests(
        csr_matrix(scores), csr_matrix(members),
        units=tuple(f"u{i}" for i in range(len(scores))),
        family=np.zeros(len(members), dtype=int), **options,
    )  # fmt: skip


def slow_step_down(scores, members):
    """Westfall and Young's step-down min-P over every pattern, by definition."""
    signs = np.array(list(itertools.product([1.0, -1.0], repeat=len(scores))))
    spread = members @ (scores**2).sum(axis=0)
    every = ((signs @ scores) ** 2 @ members.T) / spread
    p = np.stack(
        [[(column >= t * (1 - 1e-9)).mean() for t in column] for column in every.T], axis=1
    )
    order = np.argsort(p[0], kind="stable")
    adjusted = np.zeros(len(members))
    last = 0.0
    for i, test in enumerate(order):
        least = p[:, order[i:]].min(axis=1)
        last = max(last, (least <= p[0, test] * (1 + 1e-9)).mean())
        adjusted[test] = last
    return p[0], adjusted


def sparse_scores(events, columns, seed):
    """Draw integer scores, a third of them 0."""
    rng = np.random.default_rng(seed)
    return rng.integers(-2, 3, size=(events, columns)) * (rng.random((events, columns)) < 0.67)


@pytest.mark.parametrize("seed", range(8))
def test_families_are_adjusted_as_by_definition(seed):
    """Nine events, six tests of one to three columns, one column in two tests."""
    scores = sparse_scores(9, 10, seed)
    members = np.zeros((6, 10))
    for test, columns in enumerate([(0,), (1, 2), (3, 4, 5), (6, 7), (8, 9), (2, 3)]):
        members[test, columns] = 1
    found = run(scores, members)
    p, adjusted = slow_step_down(scores, members)
    kept = ~found.refused
    assert found.p_value[kept] == pytest.approx(p[kept])
    if kept.all():
        assert found.p_adjusted == pytest.approx(adjusted)


def test_drawn_families_agree_with_counted_ones():
    """Sixteen events are drawn: p and adjusted p within Monte Carlo error of all patterns."""
    rng = np.random.default_rng(4)
    scores = rng.normal(size=(16, 6)) + np.array([0.8, 0, 0, 0.4, 0, 0])
    members = np.kron(np.eye(3), [[1, 1]])
    found = run(scores, members)
    signs = 1 - 2.0 * ((np.arange(2**15)[:, None] >> np.arange(16)[None, :]) & 1)
    every = ((signs @ scores) ** 2 @ members.T) / (members @ (scores**2).sum(axis=0))
    rising = np.sort(every, axis=0)
    p = np.stack(
        [1 - np.searchsorted(rising[:, j], every[:, j] * (1 - 1e-9)) / 2**15 for j in range(3)],
        axis=1,
    )
    assert found.p_value == pytest.approx(p[0], abs=0.015)
    order = np.argsort(p[0])
    wanted = [
        (p[:, order[i:]].min(axis=1) <= p[0, test] * (1 + 1e-9)).mean()
        for i, test in enumerate(order)
    ]
    assert found.p_adjusted[order] == pytest.approx(np.maximum.accumulate(wanted), abs=0.02)


def test_other_tests_and_units_leave_a_drawn_p_alone():
    """Signs come from a unit's own name, so more rows and columns change nothing."""
    scores = np.random.default_rng(1).normal(size=(25, 2))
    alone = run(scores, [[1, 1]]).p_value[0]
    more = np.zeros((40, 5))
    more[:25, :2] = scores
    more[:, 2:] = np.random.default_rng(2).normal(size=(40, 3))
    assert run(more, [[1, 1, 0, 0, 0], [0, 0, 1, 1, 1]]).p_value[0] == alone


def test_seed_decides_draws_and_repeats():
    """One seed, one p; another, another."""
    scores = np.random.default_rng(3).normal(size=(30, 1)) + 0.3
    first = run(scores, [[1]], seed=1).p_value[0]
    assert run(scores, [[1]], seed=1).p_value[0] == first
    assert run(scores, [[1]], seed=2).p_value[0] != first


def test_rounding_is_no_difference():
    """Scores that are nothing but rounding are not exchanged."""
    scores = np.ones((8, 1))
    scores[6:] = 1e-16
    found = run(scores, [[1]])
    assert (found.live[0], found.p_value[0]) == (6, 2 / 64)


def test_one_heavy_unit_does_not_hide_another_test():
    """Min-P: a test with one heavy event keeps its small p; the largest sum would not."""
    scores = np.column_stack([np.r_[60.0, np.full(13, 2.0)], np.resize([1.0, -1.0], 14)])
    found = run(scores, np.eye(2))
    assert found.p_value[0] == 2 / 2**14
    assert found.p_adjusted[0] <= 4 / 2**14


def test_refused_tests_are_in_no_family():
    """Too few matched events, or nothing that could be rare: no p, and no cost to others."""
    scores = np.zeros((12, 3))
    scores[:6, 0] = 1
    scores[6:10, 1] = 1
    found = run(scores, np.eye(3), matched=np.array([6, 8, 9]))
    assert found.refused.tolist() == [False, True, False]
    assert found.p_value[0] == found.p_adjusted[0] == 2 / 64
    assert np.isnan(found.p_value[1])
    assert found.p_value[2] == found.p_adjusted[2] == 1


def vectors_of(seed, units=12, columns=3):
    """Return the differences of some units, most of one direction."""
    rng = np.random.default_rng(seed)
    vectors = rng.normal(0.6, 1.0, (units, columns)) * rng.choice([0.2, 1.0, 3.0], (units, 1))
    return csr_matrix(vectors - vectors.mean(axis=1, keepdims=True) * rng.integers(0, 2))


@pytest.mark.parametrize("seed", range(20))
def test_no_exchange_is_commoner_than_its_bound(seed):
    """The share of all exchanges that reach the observed is at most the bound without draws."""
    flipping = Flipping(vectors_of(seed), csr_matrix(np.ones((1, 3))), tuple("abcdefghijkl"), 0)
    assert flipping.counted(0)[0] <= flipping.chance_at_most(0)


def test_spared_draws_would_have_reached_nothing():
    """Where no further draws are made, those that would have been made reach nothing."""
    rng = np.random.default_rng(3)
    spread = rng.normal(0.5, 1.0, (400, 30))
    units = tuple(map(str, range(400)))
    flipping = Flipping(csr_matrix(spread), csr_matrix(np.ones((1, 30))), units, 0)
    assert flipping.chance_at_most(0) < 1e-10
    drawn = flipping.drawn(np.array([0]), REDRAWS)
    assert drawn.max() < flipping.statistic[0]
    found = exchange_tests(
        csr_matrix(spread), csr_matrix(np.ones((1, 30))), units=units, matched=np.array([400])
    )
    assert found.p_value[0] == 1 / (REDRAWS + 1)
