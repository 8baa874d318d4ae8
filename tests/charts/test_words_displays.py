"""Distinctive words and the word shift draw what `Comparison.distinctive` counts."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
import pytest

from framing.analysis import analyze
from framing.charts import KINDS
from framing.charts.canvas import Canvas
from framing.charts.graphics import Box, Dot, Word
from framing.charts.plane import Field, PointLabel, place_labels
from framing.charts.telling import telling_terms
from framing.comparison import Comparison, compare
from framing.values import Article

WordsDisplay, ShiftDisplay = KINDS["words"], KINDS["shift"]


def test_words_lie_on_their_outlets_side(comparison: Comparison) -> None:
    """A word that one outlet alone uses lies on its side; counts stand in the data."""
    display = WordsDisplay.from_comparison(comparison, outlet="People's Voice")
    data = display.data.set_index("term")
    word = "assassination"
    assert data.loc[word, "z"] > 0
    assert data.loc[word, ["count_a", "count_b"]].tolist() == [4, 0]
    marks = {m.link["term"]: m for m in display.marks(484).marks if isinstance(m, Dot) and m.link}
    assert marks[word].shape == "^"
    lower = [m for m in marks.values() if m.shape == "v"]
    assert all(m.y > marks[word].y for m in lower)


def test_labels_share_no_word(comparison: Comparison) -> None:
    """A phrase is not labelled beside a word it contains."""
    data = WordsDisplay.from_comparison(comparison, outlet="People's Voice").data
    terms = data.loc[data["labelled"] & (data["z"] > 0), "term"]
    assert not any(set(a.split()) & set(b.split()) for a, b in combinations(terms, 2))


def test_without_six_events_nothing_is_called_a_finding(comparison: Comparison) -> None:
    """No test means hollow marks, a note, and no finding in the title."""
    display = WordsDisplay.from_comparison(comparison)
    assert "No test" in display.warnings[0]
    assert display.title == display.heading
    marks = [m for m in display.marks(484).marks if isinstance(m, Dot) and m.link]
    assert all(mark.hollow for mark in marks)


def test_filled_marks_are_those_beyond_chance(many: Comparison) -> None:
    """Where there is a test, the words under .05 alone are filled, and the title names no other."""
    display = WordsDisplay.from_comparison(many)
    terms = display.data.set_index("term")["p_value"]
    for mark in (m for m in display.marks(484).marks if isinstance(m, Dot) and m.link):
        alone = mark.link["term"]
        if alone in terms.index:
            assert mark.hollow == (not terms[alone] < 0.05)
    for term, p in terms.items():
        if not p < 0.05:
            assert f"“{term}”" not in display.title


def test_stop_words_names_and_house_style_are_out_by_default(comparison: Comparison) -> None:
    """What says nothing about framing is left out, unless asked for."""
    texts = (
        "On Monday the mayor Rook met Hedda Lorn. Yesterday Mr Rook said the mob had come, and "
        "Rook told reporters that a mob of thugs ruled the U.S. city."
    )
    terms = ["mob", "the", "mr", "rook", "monday", "u.s", "said", "of thugs", "thugs", "the mob",
             "f.b.i", "the f.b.i.", "no.end"]  # fmt: skip
    made = compare(analyze([Article("1", "A", "e", None, None, None, texts)], sentiment=False))
    kept = telling_terms(made, pd.DataFrame({"term": terms}))
    assert kept["term"].tolist() == ["mob", "thugs", "no.end"]
    default = WordsDisplay.from_comparison(comparison).data["term"]
    everything = WordsDisplay.from_comparison(comparison, filtered=False).data["term"]
    assert "the" in set(everything) - set(default)


def test_shift_bars_are_the_parts_of_the_divergence(comparison: Comparison) -> None:
    """All words drawn, the bars' lengths sum to the divergence."""
    display = ShiftDisplay.from_comparison(comparison, outlet="Wire", most=10_000, filtered=False)
    whole = float(display.data["divergence"].iloc[0])
    assert display.data["contribution"].abs().sum() == pytest.approx(whole, abs=1e-6)


def test_shift_bars_point_to_the_side_that_uses_the_word(comparison: Comparison) -> None:
    """Words of the first side go left, of the second right; counts stand beside them."""
    display = ShiftDisplay.from_comparison(comparison, outlet="Wire")
    drawn = display.marks(484)
    bars = [mark for mark in drawn.marks if isinstance(mark, Box) and mark.link]
    rows = display.data.to_dict("records")
    zero = max(bar.x + bar.width for bar, row in zip(bars, rows, strict=True)
               if row["contribution"] > 0)  # fmt: skip
    for bar, row in zip(bars, rows, strict=True):
        assert (bar.x < zero - 1e-6) == (row["contribution"] > 0)
        longest = max(abs(r["contribution"]) for r in rows)
        widest = max(b.width for b in bars)
        assert bar.width / widest == pytest.approx(abs(row["contribution"]) / longest)
    assert f"{rows[0]['count_a']} : {rows[0]['count_b']}" in drawn.words


def test_sides_called_left_and_right_are_no_directions() -> None:
    """The key of a shift says which side a colour is, and never "left: more in right"."""
    texts = {
        "right": "Amnesty came. Borders closed at dawn. ",
        "left": "Courts met. Judges wrote. ",
    }
    made = [
        Article(f"{side}{i}", outlet=side, event=f"e{i}", text=text * 4)
        for side, text in texts.items()
        for i in range(3)
    ]
    display = KINDS["shift"].from_comparison(compare(analyze(made, sentiment=False)))
    keys = [word for word in display.marks(484).words if "more in" in word]
    assert sorted(keys) == ["more in left", "more in right"]


def test_crowded_labels_never_overlap() -> None:
    """Thirty labels on nearly one spot: those written keep apart, the rest are left out."""
    canvas = Canvas(280, 200)
    field = Field(canvas, 0, 0, 280, 200, (0, 1), (0, 1))
    labels = [PointLabel(140 + i / 10, 100, f"label {i}") for i in range(30)]
    written = place_labels(field, labels)
    assert 5 < sum(written) < 30
    boxes = [mark.box for mark in canvas.marks if isinstance(mark, Word)]
    assert len(boxes) == sum(written)
    for (a, b, c, d), (e, f, g, h) in combinations(boxes, 2):
        assert min(c, g) <= max(a, e) or min(d, h) <= max(b, f)


def test_equal_texts_have_no_shift() -> None:
    """Where both outlets use the same words equally often, the chart says that nothing differs."""
    text = "The regime fell. The regime fell again."
    articles = [
        Article(f"{o}{i}", o, f"e{i}", None, None, None, text) for o in "AB" for i in (1, 2)
    ]
    display = ShiftDisplay.from_comparison(compare(analyze(articles, sentiment=False)))
    assert len(display.data) == 0
    assert "whose own words differ" in display.alt


@pytest.mark.parametrize("display", [WordsDisplay, ShiftDisplay])
def test_texts_of_a_word_are_drawn_as_nothing(display: type) -> None:
    """Where no word is frequent enough to be counted, the chart says that nothing differs."""
    articles = [Article(f"{o}{i}", o, f"e{i}", text="Rain.") for o in "AB" for i in (1, 2, 3)]
    drawn = display.from_comparison(compare(analyze(articles, sentiment=False)))  # type: ignore[attr-defined]
    assert len(drawn.data) == 0
    assert drawn.marks(484).words
