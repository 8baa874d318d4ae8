"""The comparison holds its level and finds what was planted; the whole is in the benchmark."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from framing.statistics import event_scores, simulated_events

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "calibration.py"


@pytest.fixture(scope="module")
def calibration() -> ModuleType:
    """Load the benchmark's functions, so that script and test can't drift apart."""
    spec = importlib.util.spec_from_file_location("framing_calibration", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_array_scores_are_the_librarys(calibration):
    """What the simulation tests is what `event_scores` computes."""
    table = simulated_events(12, seed=3)
    expected = event_scores(table)["score"].tolist()
    assert calibration.scores(table).tolist() == pytest.approx(expected)


@pytest.mark.parametrize(("events", "rho"), [(8, 0.3), (20, 0.3), (40, 0.6)])
def test_level_holds_where_chi_squared_does_not(calibration, events, rho):
    """600 corpora without a difference: at most .07 rejected at .05, χ² above .12."""
    found = calibration.rejection(events, rho, range(600))
    assert found.sign_flip <= 0.07
    assert found.chi2 > 0.12
    if events == 8:
        assert found.sign_flip >= 0.005


def test_power_at_twenty_events(calibration, capsys):
    """A true difference of .2 is found more often than chance, and the power is printed."""
    share = calibration.power(20, 0.2, 0.3, range(300))
    with capsys.disabled():
        print(f"\npower at 20 events, true difference .2, rho .3: {share:.2f}")
    assert share > 0.3


def test_planted_difference_alone_comes_out(calibration):
    """200 corpora: the altered outlet and concept come out, nothing else, in 95% of them."""
    shares = calibration.tally(calibration.planted_by_cells, range(200))
    assert shares["right"] >= 0.95


def test_planted_difference_comes_out_of_compare(calibration):
    """The same through the whole of `compare`, for a few seeds."""
    shares = calibration.tally(calibration.planted_by_compare, range(4))
    assert shares["right"] == 1.0
