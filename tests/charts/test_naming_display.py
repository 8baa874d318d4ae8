"""The naming chart draws exactly its data, neutral left of zero and loaded right of it."""

from __future__ import annotations

import copy
import dataclasses

import pytest

from framing.charts import NamingDisplay
from framing.comparison import Comparison
from framing.errors import SettingsError


def test_data_holds_what_was_used_and_what_was_not_named(comparison: Comparison) -> None:
    """Every used variant is a row; a scope without a naming keeps one row, its share missing."""
    data = NamingDisplay.from_comparison(comparison).data
    voice = data[(data["outlet"] == "People's Voice") & (data["scope"] == "own")]
    assert voice[["variant", "n", "total"]].values.tolist() == [
        ["assassination", 4, 4],
        ["national-forces", 2, 5],
        ["occupation-forces", 3, 5],
    ]
    assert (data["n"] > 0).all()


def test_bars_have_the_lengths_of_the_shares(comparison: Comparison) -> None:
    """In one's own words: 2 of 5 neutral to the left, 3 of 5 loaded to the right."""
    display = NamingDisplay.from_comparison(comparison).plot()
    thick = [
        (round(p.get_x(), 6), round(p.get_width(), 6))
        for p in display.ax_.patches
        if round(p.get_height(), 2) == 0.46
    ]
    assert thick[3:] == [(-1, 1), (-1, 1), (-0.4, 0.4), (0, 0.6)]
    assert sum(width for _, width in thick) == pytest.approx(6)


def test_counts_stand_beside_the_bars(comparison: Comparison) -> None:
    """N of N is printed for own words and for own and attributed words."""
    display = NamingDisplay.from_comparison(comparison).plot()
    counts = [
        t.get_text()
        for t in display.ax_.texts
        if t.get_text()[0].isdigit() and " of " in t.get_text()
    ]
    assert counts[6:12] == ["0 of 4", "0 of 5", "0 of 8", "0 of 8", "3 of 5", "5 of 7"]


def test_an_outlet_that_never_named_a_concept_is_said_not_drawn(
    comparison: Comparison,
) -> None:
    """No naming gives words, no bar, and no share."""
    comparison = copy.copy(comparison)
    mentions = comparison.material.mentions
    gone = (mentions["concept"] == "killing-of-leader") & (mentions["outlet"] == "Herald")
    gone |= mentions["outlet"] == "Wire"
    comparison.material = dataclasses.replace(comparison.material, mentions=mentions[~gone])
    display = NamingDisplay.from_comparison(comparison).plot()
    rows = display.data[
        (display.data["outlet"] == "Herald") & (display.data["concept"] == "killing-of-leader")
    ]
    assert rows["total"].tolist() == [0, 0]
    assert rows["share"].isna().all()
    texts = [t.get_text() for t in display.ax_.texts]
    assert texts.count("not named") == 2 * len(rows) + 2  # Herald here, Wire everywhere
    assert "killing of leader, Herald: no namings in its own words" in display.alt


def test_the_strongest_evidence_comes_first_and_the_rest_is_counted(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a page is full, the note says how many concepts are not drawn."""
    monkeypatch.setattr("framing.charts.naming._MOST_ROWS", 3)
    display = NamingDisplay.from_comparison(comparison)
    assert list(dict.fromkeys(display.data["concept"])) == [comparison.ranked()["concept"].iloc[0]]
    assert display.subtitle == "Strongest evidence of a difference first"
    assert display.warnings == ("1 more concept is in the table.",)


def test_order_title_note_and_colors_are_kept(comparison: Comparison) -> None:
    """The caller's order, words and colours are drawn."""
    display = NamingDisplay.from_comparison(
        comparison, order=["Wire"], title="T", note="N", colors={0: "#000080"}
    ).plot()
    ax = display.ax_
    assert [t.get_text() for t in ax.get_yticklabels()][:3] == ["Wire", "Herald", "People's Voice"]
    assert ax.get_title(loc="left") == "T"
    assert "N" in [t.get_text() for t in ax.texts]
    assert ax.patches[0].get_facecolor()[:3] == pytest.approx((0, 0, 128 / 255))


def test_concepts_can_be_chosen(comparison: Comparison) -> None:
    """Only the concepts asked for are drawn."""
    display = NamingDisplay.from_comparison(comparison, concepts=["killing-of-leader"])
    assert set(display.data["concept"]) == {"killing-of-leader"}


def test_alt_text_says_counts_and_commonest_wording(comparison: Comparison) -> None:
    """Alt text is made from the data."""
    assert (
        "foreign troops, People's Voice: 3 of 5 loaded, most often occupation-forces (3)"
        in NamingDisplay.from_comparison(comparison).alt
    )


def test_data_without_its_columns_is_refused(comparison: Comparison) -> None:
    """A frame that lacks a column names it."""
    with pytest.raises(SettingsError, match="missing: share"):
        NamingDisplay(comparison.naming.drop(columns="share"))
