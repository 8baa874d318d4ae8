"""The naming chart draws exactly its data: words in bars, from neutral to loaded."""

from __future__ import annotations

import copy
import dataclasses
import itertools

import pytest

from framing.charts import KINDS
from framing.charts.graphics import Box
from framing.charts.housestyle import INTENSITY_COLORS, luminance
from framing.comparison import Comparison
from framing.errors import SettingsError

NamingDisplay = KINDS["naming"]


def parts_of(display: object, width: float = 484) -> list[Box]:
    """Return the parts of the bars, as they are drawn on a page."""
    return [m for m in display.marks(width).marks if isinstance(m, Box) and m.link is not None]


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


def test_parts_have_the_lengths_of_the_shares(comparison: Comparison) -> None:
    """In its own words the voice has 2 of 5 neutral, then 3 of 5 loaded, in the loaded colour."""
    display = NamingDisplay.from_comparison(comparison, concepts=["foreign-troops"])
    neutral, loaded = [p for p in parts_of(display) if p.link["outlet"] == "People's Voice"]
    assert loaded.width / neutral.width == pytest.approx(3 / 2)
    assert loaded.x == pytest.approx(neutral.x + neutral.width)
    assert [neutral.color, loaded.color] == [INTENSITY_COLORS[0], INTENSITY_COLORS[3]]


def test_bars_on_few_namings_are_faint(comparison: Comparison) -> None:
    """1 of 1 never looks like 6 of 6: under five namings a bar is faint and the key says so."""
    display = NamingDisplay.from_comparison(comparison)
    totals = {(r["outlet"], r["concept"]): r["total"] for r in display.data.to_dict("records")
              if r["scope"] == "own"}  # fmt: skip
    for part in parts_of(display):
        assert part.faint == (totals[part.link["outlet"], part.link["concept"]] < 5)
    assert {p.faint for p in parts_of(display)} == {True, False}
    assert "faint: under 5 namings" in display.marks(484).words


def test_every_word_is_written_once(comparison: Comparison) -> None:
    """In its part where there is room, else below the bar: in no width is a word lost."""
    display = NamingDisplay.from_comparison(comparison)
    own = display.data[display.data["scope"] == "own"]
    for width in (484, 232, 150):
        words = " ".join(display.marks(width).words)
        for row in own.to_dict("records"):
            assert f"{row['wording']} {row['n']}" in words


def test_counts_stand_beside_the_bars(comparison: Comparison) -> None:
    """N of N is printed for own words and, in brackets, with attributed words."""
    words = NamingDisplay.from_comparison(comparison).marks(484).words
    assert "3 of 5 (5 of 7)" in words
    assert "0 of 8" in words


def test_an_outlet_that_never_named_a_concept_is_said_not_drawn(
    comparison: Comparison,
) -> None:
    """No naming gives words, no bar, and no share."""
    comparison = copy.copy(comparison)
    mentions = comparison.material.mentions
    gone = (mentions["concept"] == "killing-of-leader") & (mentions["outlet"] == "Herald")
    gone |= mentions["outlet"] == "Wire"
    comparison.material = dataclasses.replace(comparison.material, mentions=mentions[~gone])
    display = NamingDisplay.from_comparison(comparison)
    rows = display.data[
        (display.data["outlet"] == "Herald") & (display.data["concept"] == "killing-of-leader")
    ]
    assert rows["total"].tolist() == [0, 0]
    assert rows["share"].isna().all()
    words = display.marks(484).words
    assert words.count("not named in its own words") == len(rows) // 2 + 2
    assert "killing of leader, Herald: no namings in its own words" in display.alt


def test_the_strongest_evidence_comes_first_and_the_rest_is_counted(
    comparison: Comparison,
) -> None:
    """Where a page is full, the foot says how many concepts are not drawn, and where they are."""
    display = NamingDisplay.from_comparison(comparison, most=1)
    assert list(dict.fromkeys(display.data["concept"])) == [comparison.ranked()["concept"].iloc[0]]
    assert "strongest evidence of a difference first" in display.subtitle
    foot = " ".join(display.marks(484).words)
    assert "Not drawn: 1 more concept, in the table naming (comparison.naming, compare" in foot


def test_what_a_low_frame_has_no_room_for_is_counted(comparison: Comparison) -> None:
    """Drawn are whole concepts; the foot counts the others."""
    drawn = NamingDisplay.from_comparison(comparison).marks(484, 190)
    assert "killing of leader" in drawn.words or "foreign troops" in drawn.words
    assert "1 more concept" in " ".join(drawn.words)


def test_the_title_is_the_finding(comparison: Comparison) -> None:
    """Concept, outlets, words and counts of the contrast that ranks first."""
    row = comparison.ranked().iloc[0]
    title = NamingDisplay.from_comparison(comparison).title
    for part in (row["outlet_a"], f"“{row['wording_a']}”", f"{row['n_a']} of {row['total_a']}"):
        assert part in title


def test_order_note_and_colors_are_kept(comparison: Comparison) -> None:
    """The caller's order, words and colours are drawn."""
    display = NamingDisplay.from_comparison(
        comparison, order=["Wire"], title="T", note="N", colors={0: "#000080"}
    )
    words = display.marks(484).words
    assert words[0] == "T"
    assert words.index("Wire") < words.index("Herald") < words.index("People's Voice")
    assert any(line.startswith("N ") for line in words)
    assert "#000080" in {part.color for part in parts_of(display)}


def test_concepts_can_be_chosen(comparison: Comparison) -> None:
    """Only the concepts asked for are drawn."""
    display = NamingDisplay.from_comparison(comparison, concepts=["killing-of-leader"])
    assert set(display.data["concept"]) == {"killing-of-leader"}


def test_alt_text_says_counts_and_commonest_wording(comparison: Comparison) -> None:
    """Alt text is made from the data."""
    assert (
        "foreign troops, People's Voice: 3 of 5 loaded, most often “occupation-forces” (3)"
        in NamingDisplay.from_comparison(comparison).alt
    )


def test_data_without_its_columns_is_refused(comparison: Comparison) -> None:
    """A frame that lacks a column names it."""
    with pytest.raises(SettingsError, match="missing: share"):
        NamingDisplay(comparison.naming.drop(columns="share"))


def test_colours_can_be_told_apart_in_grey() -> None:
    """From neutral to strongly loaded each colour is darker than the one before."""
    light = [luminance(INTENSITY_COLORS[level]) for level in range(4)]
    assert all(a / b > 1.25 for a, b in itertools.pairwise(light))


def test_own_counts_hold_misreading_where_asked(voiced: Comparison) -> None:
    """Beside n of N stands how many namings are likely own words; the foot says what that is."""
    assert "own_low" not in NamingDisplay.from_comparison(voiced).data
    display = NamingDisplay.from_comparison(voiced, misreading=True)
    named = voiced.analysis.mentions["outlet"].value_counts()
    for row in display.data.to_dict("records"):
        assert 0 <= row["own_low"] < row["own_high"] <= named[row["outlet"]]
    low, high = display.data.loc[display.data["outlet"] == "Herald", ["own_low", "own_high"]].iloc[
        0
    ]
    told = f"own {round(low)}–{round(high)}"
    assert any(told in word for word in display.marks(484).words)
    assert told in display.alt
    assert any("errors of reading voices" in said for said in display.warnings)
