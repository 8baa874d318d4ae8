"""Distinctive words and the word shift draw what `Comparison.distinctive` counts."""

from __future__ import annotations

from itertools import combinations

import pytest

from framing.analysis import analyze
from framing.charts import ShiftDisplay, WordsDisplay
from framing.charts.placing import PointLabel, place_labels
from framing.comparison import Comparison, compare
from framing.values import Article


def test_words_lie_on_their_outlets_side(comparison: Comparison) -> None:
    """A word that one outlet alone uses lies on its side; counts stand in the data."""
    display = WordsDisplay.from_comparison(comparison, outlet="People's Voice").plot()
    data = display.data.set_index("term")
    word = "assassination"
    assert data.loc[word, "z"] > 0
    assert data.loc[word, ["count_a", "count_b"]].tolist() == [4, 0]
    above = [line for line in display.ax_.lines if line.get_marker() == "^"]
    assert above
    assert all(z >= 0 for line in above for z in line.get_ydata())


def test_labels_share_no_word(comparison: Comparison) -> None:
    """A phrase is not labelled beside a word it contains."""
    data = WordsDisplay.from_comparison(comparison, outlet="People's Voice").data
    terms = data.loc[data["labelled"] & (data["z"] > 0), "term"]
    assert not any(set(a.split()) & set(b.split()) for a, b in combinations(terms, 2))


def test_without_six_events_nothing_is_called_a_finding(comparison: Comparison) -> None:
    """No test means hollow marks and a note."""
    display = WordsDisplay.from_comparison(comparison).plot()
    assert "No test: under six matched events" in display.warnings[0]
    marks = [line for line in display.ax_.lines if line.get_marker() in "^v"]
    assert {line.get_markerfacecolor() for line in marks} == {"none"}


def test_shift_bars_are_the_parts_of_the_divergence(comparison: Comparison) -> None:
    """All words drawn, the bars' lengths sum to the divergence."""
    display = ShiftDisplay.from_comparison(comparison, outlet="Wire", most=10_000).plot()
    whole = float(display.data["divergence"].iloc[0])
    assert display.data["contribution"].abs().sum() == pytest.approx(whole, abs=1e-6)
    lengths = sum(abs(p.get_width()) for p in display.ax_.patches)
    assert lengths == pytest.approx(1000 * whole, abs=1e-3)


def test_shift_bars_point_to_the_side_that_uses_the_word(comparison: Comparison) -> None:
    """Words of the first side go left, of the second right; counts stand beside them."""
    display = ShiftDisplay.from_comparison(comparison, outlet="Wire")
    ax = display.plot().ax_
    for bar, row in zip(ax.patches, display.data.to_dict("records"), strict=True):
        assert (bar.get_width() < 0) == (row["contribution"] > 0)
    row = display.data.iloc[0]
    assert f"{row['count_a']} : {row['count_b']}" in [t.get_text() for t in ax.texts]


def test_crowded_labels_never_overlap() -> None:
    """Thirty labels on nearly one spot: those written keep apart, the rest are left out."""
    from matplotlib.figure import Figure

    ax = Figure(figsize=(4, 3)).add_subplot()
    labels = [PointLabel(0.5 + i / 1000, 0.5, f"label {i}", "black") for i in range(30)]
    written = place_labels(ax, labels)
    assert 5 < sum(written) < 30
    boxes = [t.get_window_extent() for t in ax.texts if t.get_text()]
    assert len(boxes) == sum(written)
    assert not any(a.overlaps(b) for a, b in combinations(boxes, 2))


def test_equal_texts_have_no_shift() -> None:
    """Where both outlets use the same words equally often, the chart says that nothing differs."""
    text = "The regime fell. The regime fell again."
    articles = [
        Article(f"{o}{i}", o, f"e{i}", None, None, None, text) for o in "AB" for i in (1, 2)
    ]
    display = ShiftDisplay.from_comparison(compare(analyze(articles, sentiment=False))).plot()
    assert len(display.data) == 0
    assert "whose own words differ" in display.alt
