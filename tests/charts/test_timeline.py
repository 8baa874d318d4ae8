"""The timeline counts by week, breaks at gaps and shows what it rests on."""

from __future__ import annotations

from framing.charts import TimelineDisplay
from framing.charts.timeline import monday
from framing.comparison import Comparison


def test_weeks_and_counts(comparison: Comparison) -> None:
    """Own-voice namings of the voice: 3 of 5 in the first week, 4 of 4 in the next."""
    data = TimelineDisplay.from_comparison(comparison).data
    voice = data[data["outlet"] == "People's Voice"]
    assert voice[["week", "n", "total"]].values.tolist() == [
        ["2024-01-01", 3, 5],
        ["2024-01-08", 4, 4],
    ]


def test_a_line_never_crosses_a_week_without_namings(comparison: Comparison) -> None:
    """The herald wrote in weeks one, two and five: one line of two points, and a point."""
    display = TimelineDisplay.from_comparison(comparison, order=["Herald"]).plot()
    assert [len(line.get_xdata()) for line in display.ax_.lines][:2] == [2, 1]


def test_counts_stand_at_the_points(comparison: Comparison) -> None:
    """Few points carry n of N."""
    display = TimelineDisplay.from_comparison(comparison).plot()
    texts = {t.get_text() for t in display.ax_.texts}
    assert {"3/5", "4/4", "0/8"} <= texts


def test_many_points_have_a_row_of_totals(comparison: Comparison) -> None:
    """Where points are too many for labels, N of every week stands above the lines."""
    data = TimelineDisplay.from_comparison(comparison).data
    weeks = [f"2024-{month:02d}-{day:02d}" for month in (1, 2, 3, 4) for day in (1, 8, 15, 22)]
    weeks = [str(monday(week)) for week in weeks]
    rows = [(o, w, 1, 30 + i, 1 / (30 + i)) for o in ("A", "B", "C") for i, w in enumerate(weeks)]
    display = TimelineDisplay(data.iloc[:0].reindex(range(len(rows))).assign(
        **dict(zip(data.columns, zip(*rows, strict=True), strict=True)))).plot()  # fmt: skip
    texts = [t.get_text() for t in display.ax_.texts]
    assert texts.count("45") == 3
    assert "N B" in texts


def test_one_concept_alone(comparison: Comparison) -> None:
    """A concept can be followed by itself."""
    data = TimelineDisplay.from_comparison(comparison, concept="killing-of-leader").data
    assert data["total"].sum() == 2 + 4 + 1
