"""The voice chart draws each voice's share of an outlet's namings."""

from __future__ import annotations

import pytest

from framing.charts import KINDS
from framing.charts.graphics import Box
from framing.comparison import Comparison

VoiceDisplay = KINDS["voice"]


def test_shares_are_of_all_namings_of_the_outlet(comparison: Comparison) -> None:
    """Voices are exclusive and sum to the outlet's namings, all and loaded."""
    data = VoiceDisplay.from_comparison(comparison).data
    voice = data[data["outlet"] == "People's Voice"]
    assert voice.loc[voice["namings"] == "all", "n"].tolist() == [9, 2, 1, 1]
    assert voice.loc[voice["namings"] == "loaded", "n"].tolist() == [7, 2, 1, 1]
    assert data.loc[data["outlet"] == "Wire", "share"].tolist()[:4] == pytest.approx(
        [0.9, 0.1, 0, 0]
    )
    assert data.loc[data["outlet"] == "Wire", "share"].isna().tolist()[4:] == [True] * 4


def test_the_largest_share_of_own_words_stands_first(comparison: Comparison) -> None:
    """Outlets are in the order of what the chart is about, unless another is given."""
    assert VoiceDisplay.from_comparison(comparison).outlets()[0] == "Wire"
    assert VoiceDisplay.from_comparison(comparison, order=["Herald"]).outlets()[0] == "Herald"


def test_bars_end_to_end_fill_the_outlets_line(comparison: Comparison) -> None:
    """Segments follow one another over the whole width, none for a voice without namings."""
    drawn = VoiceDisplay.from_comparison(comparison).marks(484)
    wire = [m for m in drawn.marks if isinstance(m, Box) and m.link and m.link["outlet"] == "Wire"]
    first, second = wire
    assert first.width / second.width == pytest.approx(9)
    assert second.x == pytest.approx(first.x + first.width)
    assert "10 namings, none loaded" in drawn.words


def test_voices_differ_in_hatch_as_well_as_colour(comparison: Comparison) -> None:
    """Two voices of like lightness can be told apart in grey."""
    drawn = VoiceDisplay.from_comparison(comparison).marks(484)
    assert {m.hatch for m in drawn.marks if isinstance(m, Box) and m.link} == {True, False}


def test_alt_text_has_counts_and_per_cent(comparison: Comparison) -> None:
    """Alt text is made from the data."""
    alt = VoiceDisplay.from_comparison(comparison).alt
    assert "Wire, 10 namings: own 9 (90%), attributed 1 (10%), distanced 0 (0%)" in alt
    assert "Wire: no loaded namings" in alt


def test_own_colours_are_used(comparison: Comparison) -> None:
    """Colours by name replace those of the palette."""
    drawn = VoiceDisplay.from_comparison(comparison, colors={"own": "#123456"}).marks(484)
    assert "#123456" in {mark.color for mark in drawn.marks}
