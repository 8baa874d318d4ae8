"""Heatmap, coverage and sources draw their tables cell by cell and bar by bar."""

from __future__ import annotations

import pandas as pd
import pytest

from framing.analysis import analyze
from framing.charts import KINDS
from framing.charts.graphics import Box, Word
from framing.charts.housestyle import luminance
from framing.comparison import Comparison, compare
from framing.values import Article

HeatmapDisplay, CoverageDisplay, SourcesDisplay = (
    KINDS[kind] for kind in ("heatmap", "coverage", "sources")
)


def cells_of(display: object, width: float = 484) -> dict[str, Box]:
    """Return the cell that each text stands in."""
    marks = display.marks(width).marks
    boxes = [mark for mark in marks if isinstance(mark, Box) and mark.link is not None]
    return {
        word.text: box
        for word in marks
        if isinstance(word, Word)
        for box in boxes
        if box.x < word.x < box.x + box.width and box.y < word.y < box.y + box.height
    }


def test_heatmap_cells_carry_counts_and_grow_darker(comparison: Comparison) -> None:
    """n/N stands in each cell; a larger share is darker; under five namings a cell is faint."""
    display = HeatmapDisplay.from_comparison(comparison)
    cells = cells_of(display)
    assert luminance(cells["3/5"].color) < luminance(cells["0/8"].color)
    assert luminance(cells["4/4"].color) < luminance(cells["3/5"].color)
    assert cells["4/4"].faint
    assert not cells["3/5"].faint
    assert display.concepts() == list(dict.fromkeys(comparison.ranked()["concept"]))


def test_many_outlets_stand_in_lines_within_a_page(comparison: Comparison) -> None:
    """With 24 outlets the concepts go across, and the picture is no wider and no taller."""
    data = HeatmapDisplay.from_comparison(comparison).data
    rows = data[data["outlet"] == "Wire"]
    many = pd.concat([rows.assign(outlet=f"Outlet number {i}") for i in range(24)])
    drawn = HeatmapDisplay(many).marks(484)
    assert drawn.height < 72 * 9.6
    names = [m for m in drawn.marks if isinstance(m, Word) and m.text.startswith("Outlet number")]
    assert len(names) == 24
    assert not any(name.upright for name in names)


def test_coverage_counts_articles_and_namings(comparison: Comparison) -> None:
    """Each cell says articles · namings; an event an outlet left out is white."""
    display = CoverageDisplay.from_comparison(comparison)
    assert "1 · 8" in display.marks(484).words
    white = [m for m in display.marks(484).marks if isinstance(m, Box) and m.edge == "grid"]
    assert len(white) == 2
    assert display.events() == ["bridge", "market", "harbour"]
    assert "harbour: Herald 1, People's Voice 0, Wire 0" in display.alt
    assert display.title == "2 of 3 events are covered by two outlets or more, 2 by all 3 outlets"


def test_events_are_called_by_title_where_the_id_says_nothing() -> None:
    """A key or a number is no name for a reader."""
    text = "The occupation forces came. The troops left."
    ids = ("f4c1a9e2-77aa-4bd0-9c55-0a1b2c3d4e5f", "quarry-road", "017")
    articles = [
        Article(f"{o}{e}", o, e, "2024-01-0" + str(1 + (o == "A")), f"{o} on event {i}", None, text)
        for o in ("A", "B")
        for i, e in enumerate(ids)
    ]
    display = CoverageDisplay.from_comparison(compare(analyze(articles, sentiment=False)))
    words = display.marks(484).words
    assert {"B on event 0", "quarry road", "B on event 2"} <= set(words)
    assert not any(name in words for name in ids)


def test_coverage_without_articles_says_so(comparison: Comparison) -> None:
    """An empty table is drawn as words."""
    display = CoverageDisplay(CoverageDisplay.from_comparison(comparison).data.iloc[:0])
    assert "Nothing to draw: there are no articles." in display.marks(484).words


def test_source_bars_are_shares_of_reported_words(comparison: Comparison) -> None:
    """Two passages of five words from the ministry, and four of 14 words that "he" says."""
    display = SourcesDisplay.from_comparison(comparison)
    voice = display.data[display.data["outlet"] == "People's Voice"]
    assert voice[["source", "passages", "words", "total"]].values.tolist() == [
        ["the ministry", 2, 10, 14],
    ]
    assert voice["unsourced"].iloc[0] == pytest.approx(4 / 14)
    assert "71%, 10 words" in display.marks(484).words
    bars = {m.link["outlet"]: m.width for m in display.marks(484).marks
            if isinstance(m, Box) and m.link}  # fmt: skip
    shares = display.data.set_index("outlet")["share"]
    assert bars["People's Voice"] / bars["Herald"] == pytest.approx(
        shares["People's Voice"] / shares["Herald"]
    )


def test_the_title_of_sources_claims_no_first_place_that_two_share() -> None:
    """Two sources with as many words: none of them has the largest share."""
    data = {"outlet": "Ash", "speaker_kind": "named", "passages": 3, "total": 100}
    rows = [{**data, "source": name, "words": n, "share": n / 100}
            for name, n in (("Ana Ruiz", 40), ("Bo Lund", 40), ("Cy Orr", 20))]  # fmt: skip
    told = SourcesDisplay(pd.DataFrame(rows)).finding()
    assert told == "Ana Ruiz has 40% of the words that Ash reports; no source has more"
    told = SourcesDisplay(pd.DataFrame(rows[1:])).finding()
    assert told.endswith("reports, the largest share of any source")


def test_many_sources_end_in_one_row(comparison: Comparison) -> None:
    """Bars, the row of the rest and words without a source sum to the whole."""
    data = SourcesDisplay.from_comparison(comparison).data
    whole = data.groupby("outlet")["share"].sum() + data.groupby("outlet")["unsourced"].first()
    assert whole.tolist() == pytest.approx([1] * len(whole))


def test_no_entropy_stands_on_a_public_picture(comparison: Comparison) -> None:
    """Neither picture nor alt text speaks of entropy."""
    display = SourcesDisplay.from_comparison(comparison)
    assert "entropy" not in " ".join([*display.marks(484).words, display.alt])
