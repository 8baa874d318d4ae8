"""Correction from a coded sheet: by hand, against another package, and where a tool errs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scripts import load_script

from framing.errors import ComparisonError
from framing.statistics import corrected_difference

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "calibration_correction.py"


@pytest.fixture(scope="module")
def simulation():
    """Load the benchmark's functions, so that script and test can't drift apart."""
    return load_script(SCRIPT)


def test_everything_coded_is_the_coders_share(simulation):
    """With every naming coded the tool no longer matters."""
    rows = simulation.corpus(1).assign(probability=1.0)
    rows["coded_own"] = rows["true"].astype(float)
    found = corrected_difference(rows)
    assert found.followed == pytest.approx((found.followed[0], found.followed[1]))
    for side, estimate in zip("AB", (found.first, found.second), strict=True):
        mine = rows[rows["side"] == side]
        n = rows.groupby("event").size()
        matched = rows.groupby("event")["side"].nunique() == 2
        mine = mine[mine["event"].map(matched)]
        weight = 1 - mine.groupby("event")["value"].transform("size") / mine["event"].map(n)
        own = weight * mine["true"]
        assert estimate.value == pytest.approx((own * mine["value"]).sum() / own.sum())


def test_a_tool_that_never_errs_needs_few_coders(simulation):
    """Where the tool is right the correction adds nothing, and λ stays 1."""
    rows = simulation.corpus(2, coded=80)
    rows["own"] = rows["true"]
    rows["coded_own"] = rows["true"].where(rows["coded_own"].notna()).astype(float)
    found = corrected_difference(rows)
    assert found.difference.value == pytest.approx(found.difference.uncorrected)
    assert found.followed == (1.0, 1.0)
    assert found.coded == 80


def test_exchanging_sides_negates_the_difference(simulation):
    """Names exchanged: the difference changes its sign, its interval is mirrored."""
    rows = simulation.corpus(3)
    here = corrected_difference(rows)
    there = corrected_difference(rows.assign(side=rows["side"].map({"A": "B", "B": "A"})))
    assert there.difference.value == pytest.approx(-here.difference.value)
    assert there.difference.low == pytest.approx(-here.difference.high)
    assert there.first.value == pytest.approx(here.second.value)


def test_unclustered_mean_agrees_with_ppi_python(optional):
    """One naming a story and equal weights: the estimate and interval of prediction-powered means.

    All namings are own, and what is asked about is the value: the tool's of all of them, the
    coders' of one in twenty.
    """
    ppi = optional("ppi_py")
    rng = np.random.default_rng(6)
    n, n_coded = 8000, 400
    tool = rng.random(n)
    truth = np.clip(tool + rng.normal(0.1, 0.2, n), 0, 1)
    coded = np.zeros(n, dtype=bool)
    coded[rng.choice(n, n_coded, replace=False)] = True
    rows = pd.DataFrame({
        "event": np.arange(n), "side": "A", "value": tool, "own": 1,
        "coded_own": np.where(coded, 1.0, np.nan), "coded_value": np.where(coded, truth, np.nan),
        "probability": n_coded / n,
    })  # fmt: skip
    other = rows.assign(side="B")
    other["coded_own"], other["coded_value"] = 1.0, 0.5
    other["probability"] = 1.0
    both = pd.concat([rows, other])
    for followed in (1.0, 0.6):
        found = corrected_difference(both, followed=followed).first
        arguments = truth[coded], tool[coded], tool
        expected = ppi.ppi_mean_pointestimate(*arguments, lam=followed)
        assert found.value == pytest.approx(float(np.ravel(expected)[0]))
        low, high = ppi.ppi_mean_ci(*arguments, alpha=0.05, lam=followed)
        width = float(np.ravel(high)[0] - np.ravel(low)[0])
        assert found.high - found.low == pytest.approx(width, rel=0.15)


def test_bad_sheets_are_refused_in_words(simulation):
    """A missing column, three sides, a probability of 0, nothing coded."""
    rows = simulation.corpus(4)
    with pytest.raises(ComparisonError, match="no column 'probability'"):
        corrected_difference(rows.drop(columns="probability"))
    with pytest.raises(ComparisonError, match="the table has 3: A, B, C"):
        corrected_difference(pd.concat([rows, rows.iloc[:1].assign(side="C")]))
    with pytest.raises(ComparisonError, match="not above 0"):
        corrected_difference(rows.assign(probability=0.0))
    with pytest.raises(ComparisonError, match="0 coded namings in 80 stories"):
        corrected_difference(rows.assign(coded_own=np.nan))
    with pytest.raises(ComparisonError, match="nothing coded on the side 'B'"):
        corrected_difference(rows.assign(coded_own=rows["coded_own"].where(rows["side"] == "A")))


def test_input_is_left_as_it_was(simulation):
    """The table given is not written to."""
    rows = simulation.corpus(5)
    before = rows.copy()
    corrected_difference(rows)
    pd.testing.assert_frame_equal(rows, before)


@pytest.mark.slow
@pytest.mark.parametrize("coded", [160, 320])
def test_coverage_where_one_side_is_misread_twice_as_often(simulation, coded):
    """95% intervals cover at least .90, with λ of 1 and tuned; Rogan–Gladen misses."""
    found = simulation.measure(range(120), coded=coded)
    assert found.coverage >= 0.90
    assert abs(found.corrected_error) <= 0.02
    assert abs(found.tool_error) >= 0.05
    assert abs(found.rogan_gladen_error) >= 0.05
    assert found.rogan_gladen_coverage < 0.85
