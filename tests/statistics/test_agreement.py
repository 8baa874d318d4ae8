"""Krippendorff's alpha against its canonical example."""

from __future__ import annotations

import math

import pytest

from framing.errors import ComparisonError
from framing.statistics.agreement import krippendorff_alpha

N = None
CANONICAL = [  # Krippendorff (2011), four coders, twelve units
    [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
    [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
]


@pytest.mark.parametrize(
    ("level", "expected"),
    [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)],
)
def test_canonical_table(level: str, expected: float) -> None:
    """The published values at the four levels."""
    assert krippendorff_alpha(CANONICAL, level=level) == pytest.approx(expected, abs=5e-4)  # type: ignore[arg-type]


def test_words_as_values() -> None:
    """Nominal values may be words; perfect agreement is 1."""
    assert krippendorff_alpha([["own", "quoted"], ["own", "quoted"]]) == 1


def test_nothing_to_tell() -> None:
    """Without a unit coded twice, or with one value only, there is no alpha."""
    assert math.isnan(krippendorff_alpha([["own", N], [N, "own"]]))
    assert math.isnan(krippendorff_alpha([["own"], ["own"]]))


def test_bad_input() -> None:
    """Uneven rows and unknown levels are refused."""
    with pytest.raises(ComparisonError, match="differ in length"):
        krippendorff_alpha([[1, 2], [1]])
    with pytest.raises(ComparisonError, match="not 'cardinal'"):
        krippendorff_alpha([[1], [1]], level="cardinal")  # type: ignore[arg-type]
