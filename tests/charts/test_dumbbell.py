"""The dumbbell joins two outlets' loaded shares, and only where both named the concept."""

from __future__ import annotations

import pytest

from framing.charts import DumbbellDisplay
from framing.comparison import Comparison
from framing.errors import SettingsError

PAIR = ["Herald", "People's Voice"]


def test_marks_lie_at_the_shares(comparison: Comparison) -> None:
    """Own words of the voice on troops: 3 of 5 loaded, at .6; the herald's 0 of 4 at 0."""
    display = DumbbellDisplay.from_comparison(comparison, outlets=PAIR).plot()
    own = display.data[display.data["scope"] == "own"]
    assert own[["concept", "outlet", "n", "total"]].values.tolist() == [
        ["foreign-troops", "Herald", 0, 4],
        ["foreign-troops", "People's Voice", 3, 5],
        ["killing-of-leader", "Herald", 0, 2],
        ["killing-of-leader", "People's Voice", 4, 4],
    ]
    marks = [
        round(float(line.get_xdata()[0]), 3)
        for line in display.ax_.lines
        if line.get_marker() in "os" and line.get_markersize() > 7
    ]
    assert marks == [0, 0.6, 0, 1]


def test_lines_join_marks_of_one_concept(comparison: Comparison) -> None:
    """A line runs from share to share; a concept that one side never named has none."""
    display = DumbbellDisplay.from_comparison(comparison, outlets=PAIR).plot()
    joins = [line.get_xdata() for line in display.ax_.lines if line.get_linestyle() == "-"]
    assert [[round(float(x), 3) for x in pair] for pair in joins] == [
        [0, 0.6], [0, pytest.approx(5 / 7, abs=1e-3)], [0, 1], [0, 1],
    ]  # fmt: skip


def test_both_counts_stand_beside(comparison: Comparison) -> None:
    """N of N of each outlet stands at the right."""
    texts = [t.get_text() for t in DumbbellDisplay.from_comparison(
        comparison, outlets=PAIR).plot().ax_.texts]  # fmt: skip
    assert [t for t in ("3 of 5", "4 of 4", "5 of 7") if t in texts] == [
        "3 of 5",
        "4 of 4",
        "5 of 7",
    ]


def test_the_pair_with_the_strongest_evidence_by_default(comparison: Comparison) -> None:
    """Without a choice, the pair that ranks highest is drawn and the note says so."""
    rows = comparison.ranked()
    top = rows[rows["kind"] == "pair"].iloc[0]
    display = DumbbellDisplay.from_comparison(comparison)
    assert set(display.outlets()) == set(top[["outlet_a", "outlet_b"]])
    assert display.warnings == (
        "The two of 3 outlets with the strongest evidence of a difference.",
    )


def test_outlets_that_are_not_there_are_refused(comparison: Comparison) -> None:
    """The message lists the outlets there are."""
    with pytest.raises(SettingsError, match="joins two outlets of Herald, People's Voice, Wire"):
        DumbbellDisplay.from_comparison(comparison, outlets=["Herald", "Mirror"])
