"""Heatmap, coverage and sources draw their tables cell by cell and bar by bar."""

from __future__ import annotations

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from framing.charts import CoverageDisplay, HeatmapDisplay, SourcesDisplay, VoiceDisplay
from framing.charts.style import luminance
from framing.comparison import Comparison


def test_heatmap_cells_carry_counts_and_grow_darker(comparison: Comparison) -> None:
    """n/N stands in each half cell; a larger share is darker; no naming is a dash on white."""
    display = HeatmapDisplay.from_comparison(comparison).plot()
    ax = display.ax_
    cells = {}
    for patch in ax.patches:
        x, y = patch.get_xy()
        inside = [t for t in ax.texts if x < t.get_position()[0] < x + patch.get_width()
                  and y < t.get_position()[1] < y + 1 and patch.get_height() == 1]  # fmt: skip
        for text in inside:
            cells.setdefault(text.get_text(), luminance(to_hex(patch.get_facecolor())))
    assert cells["3/5"] < cells["0/4"]
    assert cells["5/7"] < cells["3/5"]
    assert cells["4/4"] > cells["5/7"], "under five namings a cell is faint"
    assert display.concepts() == list(dict.fromkeys(comparison.ranked()["concept"]))


def test_coverage_counts_articles_and_namings(comparison: Comparison) -> None:
    """Each cell says articles · namings; an event an outlet left out is hatched."""
    display = CoverageDisplay.from_comparison(comparison).plot()
    texts = [t.get_text() for t in display.ax_.texts]
    assert "1 · 8" in texts
    hatched = [p for p in display.ax_.patches if isinstance(p, Rectangle) and p.get_hatch()]
    assert len(hatched) == 2
    assert display.events() == ["bridge", "market", "harbour"]
    assert "harbour: Herald 1, People's Voice 0, Wire 0" in display.alt


def test_coverage_without_articles_says_so(comparison: Comparison) -> None:
    """An empty table is drawn as words."""
    display = CoverageDisplay(CoverageDisplay.from_comparison(comparison).data.iloc[:0]).plot()
    assert [t.get_text() for t in display.ax_.texts] == ["Nothing to draw: there are no articles."]


def test_source_bars_are_shares_of_reported_words(comparison: Comparison) -> None:
    """Two passages of five words from the ministry and one of four: 10 of 14."""
    display = SourcesDisplay.from_comparison(comparison).plot()
    voice = display.data[display.data["outlet"] == "People's Voice"]
    assert voice[["source", "passages", "words", "total"]].values.tolist() == [
        ["the ministry", 2, 10, 14],
        ["he, she, they", 1, 4, 14],
    ]
    widths = [
        round(p.get_width(), 4) for p in display.ax_.patches if round(p.get_height(), 2) == 0.66
    ]
    assert round(10 / 14, 4) in widths
    assert "71%, 10 words in 2 passages" in [t.get_text() for t in display.ax_.texts]


def test_many_sources_end_in_one_bar(comparison: Comparison) -> None:
    """Beyond the most quoted ones the rest is one bar, so that bars sum to the whole."""
    display = SourcesDisplay.from_comparison(comparison, most=0)
    assert display.data.groupby("outlet")["share"].sum().tolist() == pytest.approx([1, 1, 1])
    assert "2 more sources" in display.data["source"].tolist()


def test_own_colours_are_used(comparison: Comparison) -> None:
    """Colours by name replace those of the palette."""
    display = VoiceDisplay.from_comparison(comparison, colors={"own": "#123456"}).plot()
    assert to_hex(display.ax_.patches[0].get_facecolor()) == "#123456"


def test_source_balance_stands_beside_the_outlet(comparison: Comparison) -> None:
    """Reported words, the share of anonymous ones and the entropy agree with the stance table."""
    display = SourcesDisplay.from_comparison(comparison).plot()
    stance = comparison.stance.set_index(["outlet", "measure"])["value"]
    for outlet, rows in display.data.groupby("outlet"):
        first = rows.iloc[0]
        assert first["entropy"] == pytest.approx(stance[outlet, "source entropy"])
        words = f"{first['total']} reported words"
        beside = [t.get_text() for t in display.ax_.texts if t.get_text().startswith(words)]
        assert beside
        assert f"entropy {first['entropy']:.2f}" in beside[0]
        assert words in display.alt
        assert int(rows["doubt_cues"].sum()) <= int(rows["cues"].sum())
