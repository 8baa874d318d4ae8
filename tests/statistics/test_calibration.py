"""A small part of the calibration: the naming choice holds its level and finds what is there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scripts import load_script

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "calibration.py"

# The level of 120 corpora may by chance lie two standard errors above .07: .07 + 2√(.07·.93/120).
FEW = 120
AT_MOST = 0.07 + 2 * (0.07 * 0.93 / FEW) ** 0.5


@pytest.fixture(scope="module")
def calibration():
    """Load the benchmark's functions, so that script and test can't drift apart."""
    return load_script(SCRIPT)


def averaged(look, count, **options):
    """Average records over seeds."""
    found = [look(seed, **options) for seed in range(count)]
    return {key: float(np.mean([one[key] for one in found])) for key in found[0]}


def test_a_heavy_event_holds_nine_tenths_of_the_weight(calibration):
    """The simulated corpus is what its name says."""
    a, b, *_ = calibration.sides(calibration.World(events=20, sizes="heavy"), 1)
    weights = calibration.naming_choice(a, b, draws=2).weights
    assert weights.max() / weights.sum() == pytest.approx(0.9, abs=0.03)


def test_store_goes_on_where_it_stopped(calibration, tmp_path):
    """Seeds already in the file are not run again."""
    ran = []

    def look(seed):
        ran.append(seed)
        return {"found": float(seed)}

    store = tmp_path / "kept.jsonl"
    assert calibration.collect("x", look, range(2), store) == {"found": 0.5}
    assert calibration.collect("x", look, range(4), store) == {"found": 1.5}
    assert calibration.collect("y", look, range(1), store) == {"found": 0.0}
    assert ran == [0, 1, 2, 3, 0]


def test_opposed_words_are_seen_where_the_loaded_share_sees_none(calibration):
    """Both words are loaded, opposite ways: the choice finds what the share cannot."""
    worlds = [calibration.World(events=20, shift=0.3)] * 12
    found = [calibration.pair(world, seed) for seed, world in enumerate(worlds)]
    assert np.mean([one["choice"] for one in found]) >= 0.5
    assert np.mean([one["loaded"] for one in found]) <= 0.25


@pytest.mark.slow
@pytest.mark.parametrize("events", [8, 20, 40])
@pytest.mark.parametrize("sizes", ["skewed", "heavy"])
def test_level_holds(calibration, events, sizes):
    """Corpora without a difference, skewed event sizes and one event of nine tenths."""
    world = calibration.World(events=events, sizes=sizes)
    found = [calibration.pair(world, seed) for seed in range(FEW)]
    assert np.mean([one["choice"] for one in found]) <= AT_MOST
    covered = [one["covered"] for one in found if "covered" in one]
    assert np.mean(covered) >= 0.88


@pytest.mark.slow
@pytest.mark.parametrize(("events", "rho"), [(8, 0.3), (20, 0.3), (40, 0.6)])
def test_level_of_a_share_holds_where_chi_squared_does_not(calibration, events, rho):
    """Namings of one article are alike: χ² rejects a true null, flips of events do not."""
    found = averaged(calibration.share, 300, events=events, rho=rho)
    assert found["sign flip"] <= 0.07 + 2 * (0.07 * 0.93 / 300) ** 0.5
    assert found["chi2"] > 0.12


@pytest.mark.slow
def test_running_stories_flip_together(calibration):
    """By event a true null is rejected far too often where stories run; by story it is not."""
    found = averaged(calibration.stories, FEW)
    assert found["by story"] <= AT_MOST
    assert found["by event"] > 0.15


@pytest.mark.slow
def test_a_scattering_third_side_leaves_the_other_two_alone(calibration):
    """A true A = B holds its level beside a C that writes anything."""
    found = averaged(calibration.scattering, FEW)
    assert found["A-B"] <= AT_MOST
    assert found["A-B adjusted"] <= AT_MOST


@pytest.mark.slow
def test_outlets_with_habits_are_no_difference_of_kind(calibration):
    """Five outlets a side: events reject, whole outlets as units do not."""
    found = averaged(calibration.habits, 60)
    assert found["events"] > 0.3
    assert found["outlets"] <= 0.07 + 2 * (0.07 * 0.93 / 60) ** 0.5


@pytest.mark.slow
def test_planted_choice_is_found_and_nothing_else(calibration):
    """Forty corpora: A's words in one of six concepts among four outlets."""
    found = averaged(calibration.family, 40, concepts=6, outlets=4, shift=0.6)
    assert found["planted found"] >= 0.95
    assert found["anything else"] <= 0.09 + 2 * (0.09 * 0.91 / 40) ** 0.5


@pytest.mark.slow
def test_what_misreading_makes_is_bounded(calibration):
    """Sides that quote unequally: D* stays on average under what misreading alone could make."""
    found = averaged(calibration.unequal_quoting, 60)
    assert found["D*"] <= found["bound"] + 0.05
