"""The timeline counts by stretches of time that fit, breaks at gaps and shows what it rests on."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from framing.charts import KINDS
from framing.charts.graphics import Dot, Stroke
from framing.charts.kinds.timeline import bin_of, start_of
from framing.comparison import Comparison

TimelineDisplay = KINDS["timeline"]


def test_weeks_and_counts(comparison: Comparison) -> None:
    """Own-voice namings of the voice: 3 of 5 in the first week, 4 of 4 in the next."""
    data = TimelineDisplay.from_comparison(comparison).data
    voice = data[data["outlet"] == "People's Voice"]
    assert voice[["start", "bin", "n", "total"]].values.tolist() == [
        ["2024-01-01", "week", 3, 5],
        ["2024-01-08", "week", 4, 4],
    ]


@pytest.mark.parametrize(
    ("days", "bins"),
    [(10, "day"), (60, "week"), (400, "month"), (1_500, "quarter"), (4_000, "year")],
)
def test_bins_fit_the_time_spanned(days: int, bins: str) -> None:
    """From days to years there are never more than eighteen stretches of time."""
    first = date(2012, 8, 7)
    last = first + timedelta(days=days)
    assert bin_of([first, last]) == bins
    assert len({start_of(first + timedelta(days=i), bins) for i in range(days + 1)}) <= 19


def test_a_line_never_crosses_time_without_namings(comparison: Comparison) -> None:
    """The herald wrote in weeks one, two and five: a line joins two points, the third is alone."""
    display = TimelineDisplay.from_comparison(comparison, order=["Herald"])
    one = TimelineDisplay(display.data[display.data["outlet"] == "Herald"])
    marks = one.marks(484).marks
    assert len([m for m in marks if isinstance(m, Dot) and m.link]) == 3
    assert len([m for m in marks if isinstance(m, Stroke) and m.width == 1.2]) == 1


def test_counts_stand_at_the_points_and_few_are_faint(comparison: Comparison) -> None:
    """Points carry n of N; those of under five namings are faint."""
    drawn = TimelineDisplay.from_comparison(comparison).marks(484)
    assert {"3/5", "4/4", "0/8"} <= set(drawn.words)
    for dot in (mark for mark in drawn.marks if isinstance(mark, Dot) and mark.link):
        assert dot.faint == (dot.link["of"] < 5)


def test_every_outlet_has_a_panel_on_one_scale(comparison: Comparison) -> None:
    """Many series stand beside each other, not over each other."""
    rows = [
        (f"Outlet {i}", str(date(2024, month, 1)), "month", month, 30, month / 30, 0.0, 0.5)
        for i in range(9)
        for month in range(1, 8)
    ]
    data = pd.DataFrame(rows, columns=list(TimelineDisplay.columns))
    drawn = TimelineDisplay(data).marks(484)
    dots = [mark for mark in drawn.marks if isinstance(mark, Dot)]
    assert len(dots) == 63
    assert len({(round(dot.x), round(dot.y)) for dot in dots}) == 63
    assert {f"Outlet {i}" for i in range(9)} <= set(drawn.words)


def test_one_date_is_no_timeline(alone: Comparison) -> None:
    """Namings of a single stretch of time are said to need more dates."""
    one = TimelineDisplay.from_comparison(alone, concept="foreign-troops")
    assert len(one.data) != 1
    data = one.data.iloc[:0]
    assert "two dates or more" in TimelineDisplay(data).alt


def test_one_concept_alone(comparison: Comparison) -> None:
    """A concept can be followed by itself."""
    data = TimelineDisplay.from_comparison(comparison, concept="killing-of-leader").data
    assert data["total"].sum() == 2 + 4 + 1
