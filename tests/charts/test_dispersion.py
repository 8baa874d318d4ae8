"""The concordance plot puts each naming at its place in its article."""

from __future__ import annotations

import pytest

from framing.charts import KINDS
from framing.charts.graphics import Dot
from framing.comparison import Comparison

DispersionDisplay = KINDS["dispersion"]


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
    display = DispersionDisplay.from_comparison(comparison)
    marks = [m for m in display.marks(484).marks if isinstance(m, Dot) and m.link is not None]
    assert len(marks) == len(display.data)
    against = display.data["reading"] == "against"
    assert len([m for m in marks if m.shape == "v"]) == against.sum() == 11
    assert len([m for m in marks if m.hollow]) == (display.data["voice"] != "own").sum()


def test_every_article_says_its_n(comparison: Comparison) -> None:
    """The number of namings stands at the end of each line."""
    display = DispersionDisplay.from_comparison(comparison)
    counts = [word for word in display.marks(484).words if word.startswith("n = ")]
    assert sum(int(text[4:]) for text in counts) == len(display.data)


def test_one_concept_alone(comparison: Comparison) -> None:
    """A concept can be looked at by itself."""
    display = DispersionDisplay.from_comparison(comparison, concept="killing-of-leader")
    assert set(display.data["concept"]) == {"killing-of-leader"}
    assert "of killing of leader" in display.subtitle
