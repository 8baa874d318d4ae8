"""Values that a published table or a hand calculation fixes, one test a method."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from framing.statistics import (
    adjust_p_values,
    dispersion,
    fightin_words,
    keyness,
    krippendorff_alpha,
    mantel_haenszel,
    word_shift,
)

# Benjamini & Hochberg (1995), section 4.1: thrombolytic treatments, 15 comparisons.
THROMBOLYSIS = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000,
]  # fmt: skip

# Bickel, Hammel & O'Connell (1975): admitted and rejected men, then women, in six departments.
BERKELEY = [
    [[512, 313], [89, 19]],
    [[353, 207], [17, 8]],
    [[120, 205], [202, 391]],
    [[138, 279], [131, 244]],
    [[53, 138], [94, 299]],
    [[22, 351], [24, 317]],
]

# Desai et al. (2010): waterboarding called torture when others did it, and when the US did;
# the New York Times and the Los Angeles Times.
WATERBOARDING = [[[28, 5], [16, 192]], [[21, 2], [9, 70]]]


def test_benjamini_hochberg_1995():
    """The paper's fifteen p-values give four rejections and its smallest adjusted values."""
    adjusted = adjust_p_values(THROMBOLYSIS)
    assert (adjusted <= 0.05).sum() == 4
    expected = [0.0015, 0.0030, 0.0095, 0.0356, 0.0603]
    assert sorted(adjusted)[:5] == pytest.approx(expected, abs=5e-5)


def test_berkeley_admissions():
    """UC Berkeley: common odds ratio .9047; χ² 1.4269 corrected, 1.5246 not."""
    result = mantel_haenszel(BERKELEY)
    assert result.odds_ratio == pytest.approx(0.9047, abs=5e-5)
    assert result.chi2 == pytest.approx(1.4269, abs=5e-5)
    assert result.chi2_uncorrected == pytest.approx(1.5246, abs=5e-5)
    assert result.strata == 6


def test_waterboarding():
    """Two newspapers' namings of waterboarding: OR 72.22 [29.35, 177.73]."""
    result = mantel_haenszel(WATERBOARDING)
    assert result.odds_ratio == pytest.approx(72.22, abs=5e-3)
    assert (result.low, result.high) == pytest.approx((29.35, 177.73), abs=5e-3)


def test_log_likelihood():
    """G² of [[7, 3], [2, 7]] is 4.5349, p .0332."""
    row = keyness({"w": 7, "other": 3}, {"w": 2, "other": 7}).loc["w"]
    assert row["g2"] == pytest.approx(4.5349, abs=5e-5)
    assert row["p"] == pytest.approx(0.0332, abs=5e-5)


def test_dispersion():
    """Five times rising over parts of 9, 10, 10, 10, 11 words: DP .18, normalised .2195."""
    found = dispersion([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
    assert found.dp == pytest.approx(0.18)
    assert found.normalised == pytest.approx(0.2195, abs=5e-5)


def test_jensen_shannon_word_shift():
    """Militants against terrorists: divergence .51743, split .30 .20 .0052 .0123."""
    shift = word_shift(
        {"militants": 6, "attack": 3, "forces": 1}, {"terrorists": 4, "attack": 4, "forces": 2}
    )["contribution"]
    assert shift.abs().sum() == pytest.approx(0.51743, abs=5e-6)
    size = shift.abs()
    assert size["militants"] == pytest.approx(0.30)
    assert size["terrorists"] == pytest.approx(0.20)
    assert size["attack"] == pytest.approx(0.0052, abs=5e-5)
    assert size["forces"] == pytest.approx(0.0123, abs=5e-5)


def test_fightin_words():
    """(7, 3) against (2, 7) with α = .01 each: δ ±2.0946, z 2.6179 and −3.0396."""
    table = fightin_words({"w": 7, "v": 3}, {"w": 2, "v": 7}, prior=0.01)
    assert table["delta"].to_dict() == pytest.approx({"w": 2.0946, "v": -2.0946}, abs=5e-5)
    assert table["z"].to_dict() == pytest.approx({"w": 2.6179, "v": -3.0396}, abs=5e-5)


# Krippendorff's table of 4 coders and 12 units, as in Hayes & Krippendorff (2007).
CODES = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


@pytest.mark.parametrize(
    ("level", "alpha"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_krippendorff_alpha(level, alpha):
    """The canonical 4 × 12 table gives .743, .815, .849 and .797."""
    assert krippendorff_alpha(CODES, level=level) == pytest.approx(alpha, abs=5e-4)


def test_krippendorff_alpha_agrees_with_the_library(optional):
    """The package `krippendorff` gives the same, where it is installed."""
    oracle = optional("krippendorff")
    data = [[math.nan if code is None else float(code) for code in coder] for coder in CODES]
    for level in ("nominal", "ordinal", "interval", "ratio"):
        expected = oracle.alpha(reliability_data=data, level_of_measurement=level)
        assert krippendorff_alpha(CODES, level=level) == pytest.approx(expected)


def test_krippendorff_alpha_of_a_dataframe():
    """One row a coder, with pd.NA, NaN or nothing where a unit was left out."""
    for kind in (object, "Int64", "float64"):
        table = pd.DataFrame(CODES, dtype=kind)
        assert krippendorff_alpha(table) == pytest.approx(0.743, abs=5e-4)
    words = pd.DataFrame([["own", "quoted", None], ["own", "own", "own"]], dtype="string")
    assert krippendorff_alpha(words) == krippendorff_alpha(
        [["own", "quoted", pd.NA], ["own", "own", "own"]]
    )


def test_keyness_against_nothing_is_missing():
    """A side without a word says nothing: no p of 1 and no difference of 0."""
    table = keyness({"men": 3, "fighters": 1}, {})
    assert table[["g2", "p", "log_ratio"]].isna().all(axis=None)
    assert table["count_a"].tolist() == [1, 3]
