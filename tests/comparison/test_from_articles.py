"""From articles to findings: a choice of words that was planted comes out, and little else does."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture
def simulated(monkeypatch):
    """Load the benchmark's simulator, so that script and test can't drift apart."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("calibration_articles")


@pytest.mark.slow
def test_a_planted_choice_is_found(simulated):
    """Of six concepts among four outlets, the one that A words otherwise, in every corpus."""
    found = [simulated.planted(seed) for seed in range(6)]
    assert [one["planted found"] for one in found] == [1.0] * 6


@pytest.mark.slow
def test_without_a_difference_few_tests_reject(simulated):
    """Of 30 corpora without a difference at most 5 reject: more has p = .016 at a level of .07."""
    found = [simulated.nulls(seed, events=8) for seed in range(30)]
    for kind in ("over all", "one concept", "family"):
        assert sum(one[kind] for one in found) <= 5, kind


@pytest.mark.slow
def test_without_a_difference_few_tests_of_rates_reject(monkeypatch):
    """Of 30 corpora of outlets with habits at most 5 reject with whole outlets, in each table."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    rates = importlib.import_module("calibration_rates")
    found = [rates.nulls(seed, outlets=4, events=8, habits=True) for seed in range(30)]
    for table in ("rates, storm", "stance, rate of hedge", "targets, Ostia"):
        assert sum(one[f"{table}, by outlets"] for one in found) <= 5, table
