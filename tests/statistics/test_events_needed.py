"""Events needed, and the simulator the calibration rests on."""

from __future__ import annotations

import numpy as np
import pytest

from framing.errors import ComparisonError
from framing.statistics import events_for_power, simulated_events


@pytest.mark.parametrize("effect", [0.35, 0.6, 1.1])
def test_events_agree_with_statsmodels(effect, optional):
    """The t power of statsmodels at that effect gives the same count."""
    tools = optional("statsmodels.stats.power")
    scores = np.array([-1.0, 1.0, -1.0, 1.0, -1.0, 1.0])
    scores = scores / scores.std(ddof=1) + effect
    oracle = tools.TTestPower().solve_power(effect_size=effect, alpha=0.05, power=0.8)
    assert events_for_power(scores) == max(6, int(np.ceil(oracle)))


def test_what_cannot_be_told_is_none():
    """One event, or no difference, tells nothing about how many would do."""
    assert events_for_power([2.0]) is None
    assert events_for_power([1.0, -1.0]) is None
    assert events_for_power([1.0, 1.0, 1.0]) == 6


def test_a_given_difference_uses_the_weights():
    """A smaller difference needs more events; without weights it is refused."""
    scores, weights = [1.0, 0.2, -0.4, 0.9], [2.0, 2.0, 1.5, 2.5]
    few = events_for_power(scores, weights, difference=0.5)
    many = events_for_power(scores, weights, difference=0.1)
    assert few < many
    with pytest.raises(ComparisonError, match="weights"):
        events_for_power(scores, difference=0.1)


def test_simulated_namings_correlate_as_asked():
    """The analysis-of-variance estimate over many articles is near ρ."""
    table = simulated_events(4000, rho=0.4, namings=8, seed=1)
    share = table["loaded"] / table["total"]
    n = table["total"]
    within = (table["total"] * share * (1 - share)).sum() / (n - 1).sum()
    between = (n * (share - share.mean()) ** 2).sum() / (len(table) - 1)
    size = (n.sum() - (n**2).sum() / n.sum()) / (len(table) - 1)
    rho = (between - within) / (between + (size - 1) * within)
    # Events add their own spread (sd .15) to the correlation within an article.
    assert rho == pytest.approx(0.4 + 0.6 * 0.15**2 / 0.24, abs=0.03)


def test_simulation_is_seeded():
    """One seed, one table; impossible correlations are refused."""
    assert simulated_events(5, seed=2).equals(simulated_events(5, seed=2))
    assert not simulated_events(5, seed=2).equals(simulated_events(5, seed=3))
    with pytest.raises(ComparisonError, match="between 0 and 1"):
        simulated_events(5, rho=1.0)
