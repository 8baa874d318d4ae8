"""The concordance plot puts each naming at its place in its article."""

from __future__ import annotations

import pytest

from framing.charts import DispersionDisplay
from framing.comparison import Comparison


def test_positions_are_offsets_over_length(comparison: Comparison) -> None:
    """A mark's place is its offset over the characters of the text."""
    display = DispersionDisplay.from_comparison(comparison)
    lengths = {a.id: len(a.text) for a in comparison.analysis.articles}
    mentions = comparison.analysis.mentions
    expected = sorted(
        start / lengths[name]
        for name, start in zip(mentions["article_id"], mentions["start"], strict=True)
    )
    assert sorted(display.data["position"]) == pytest.approx(expected)


def test_shape_says_reading_and_filling_says_voice(comparison: Comparison) -> None:
    """Loaded against points down, in favour up; own words are filled, others hollow."""
    display = DispersionDisplay.from_comparison(comparison).plot()
    marks = [line for line in display.ax_.lines if line.get_marker() in "v^Do"]
    points = {
        (m.get_marker(), m.get_markerfacecolor() == m.get_color()): len(m.get_xdata())
        for m in marks
    }
    assert sum(points.values()) == len(display.data)
    against = display.data["reading"] == "against"
    assert points["v", True] + points["v", False] == against.sum() == 11
    assert (
        sum(n for (_, filled), n in points.items() if not filled)
        == (display.data["voice"] != "own").sum()
    )


def test_every_article_says_its_n(comparison: Comparison) -> None:
    """The number of namings stands at the end of each line."""
    display = DispersionDisplay.from_comparison(comparison).plot()
    counts = [t.get_text() for t in display.ax_.texts if t.get_text().startswith("n = ")]
    assert sum(int(text[4:]) for text in counts) == len(display.data)


def test_one_concept_alone(comparison: Comparison) -> None:
    """A concept can be looked at by itself."""
    data = DispersionDisplay.from_comparison(comparison, concept="killing-of-leader").data
    assert set(data["concept"]) == {"killing-of-leader"}
