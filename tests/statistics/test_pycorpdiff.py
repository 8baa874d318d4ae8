"""Where pycorpdiff overlaps: its values on the same counts.

pycorpdiff needs pandas below 3, so its values stand here rather than being computed. They were
made with pycorpdiff 0.1.0a27 by ``log_likelihood(a, b, a.sum(), b.sum(), formula="dunning")``,
``log_ratio(a, b, a.sum(), b.sum())``, ``dispersion_dp(document_term_matrix)`` and
``benjamini_hochberg(p)``, rounded to six places. Its G² carries a sign and its DP is not
normalised.
"""

from __future__ import annotations

import pytest

from framing.statistics import adjust_p_values, dispersion, keyness, log_ratio

A = {"militants": 14, "attack": 31, "troops": 9, "the": 412, "regime": 0, "left": 7}
B = {"militants": 3, "attack": 28, "troops": 22, "the": 630, "regime": 12, "left": 7}

G2 = {
    "militants": 12.908763, "attack": 3.817971, "troops": -1.735328, "the": -1.940381,
    "regime": -12.445495, "left": 0.548799,
}  # fmt: skip
P = {
    "militants": 0.000327, "attack": 0.050706, "troops": 0.187732, "the": 0.163627,
    "regime": 0.000419, "left": 0.458809,
}  # fmt: skip
LOG_RATIO = {
    "militants": 2.620257, "attack": 0.714021, "troops": -0.674295, "the": -0.042471,
    "regime": -4.074225, "left": 0.569631,
}  # fmt: skip


def test_keyness():
    """G² and its p-value agree, sign aside."""
    table = keyness(A, B)
    expected = {term: abs(value) for term, value in G2.items()}
    assert table["g2"].to_dict() == pytest.approx(expected, abs=1e-6)
    assert table["p"].to_dict() == pytest.approx(P, abs=1e-6)


def test_log_ratio():
    """Half a count is added to counts, not to totals."""
    assert log_ratio(A, B).to_dict() == pytest.approx(LOG_RATIO, abs=1e-6)


@pytest.mark.parametrize(
    ("frequencies", "dp"), [([1, 2, 3, 4, 5], 0.18), ([0, 0, 6, 0, 1], 0.657143)]
)
def test_dispersion(frequencies, dp):
    """DP over five documents of 9, 10, 10, 10 and 11 words."""
    assert dispersion(frequencies, [9, 10, 10, 10, 11]).dp == pytest.approx(dp, abs=1e-6)


def test_benjamini_hochberg():
    """Adjusted p-values agree."""
    adjusted = adjust_p_values([0.001, 0.2, 0.03, 0.04, 0.01])
    assert adjusted.tolist() == pytest.approx([0.005, 0.2, 0.05, 0.05, 0.025])
