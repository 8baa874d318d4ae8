"""The voice chart draws each voice's share of an outlet's namings."""

from __future__ import annotations

import pytest

from framing.charts import VoiceDisplay
from framing.comparison import Comparison


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


def test_bars_end_to_end_fill_the_outlets_line(comparison: Comparison) -> None:
    """Segments follow one another from 0 to 1, none for a voice without namings."""
    display = VoiceDisplay.from_comparison(comparison).plot()
    wire = [p for p in display.ax_.patches if round(p.get_y() + p.get_height() / 2, 2) == 1.84]
    assert [(round(p.get_x(), 3), round(p.get_width(), 3)) for p in wire] == [(0, 0.9), (0.9, 0.1)]
    texts = [t.get_text() for t in display.ax_.texts]
    assert "10 namings" in texts
    assert "no loaded namings" in texts


def test_voices_differ_in_hatch_as_well_as_colour(comparison: Comparison) -> None:
    """Two voices of like lightness can be told apart in grey."""
    display = VoiceDisplay.from_comparison(comparison).plot()
    assert {p.get_hatch() for p in display.ax_.patches} == {"", "////"}


def test_alt_text_has_counts_and_per_cent(comparison: Comparison) -> None:
    """Alt text is made from the data."""
    alt = VoiceDisplay.from_comparison(comparison).alt
    assert "Wire, 10 namings: own 9 (90%), attributed 1 (10%), distanced 0 (0%)" in alt
    assert "Wire: no loaded namings" in alt
