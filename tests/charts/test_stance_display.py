"""The forest plot shows each outlet's index with its n, and differences with their test."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

import framing
from framing.charts import KINDS
from framing.charts.graphics import Dot, Stroke
from framing.comparison import Comparison, compare

StanceDisplay = KINDS["stance"]


def test_index_of_each_outlet_with_its_n(comparison: Comparison) -> None:
    """Own words of the voice toward Varenia: 3 against of 5 namings."""
    data = StanceDisplay.from_comparison(compare(comparison.analysis, target="Varenia")).data
    row = data[(data["target"] == "Varenia") & (data["outlet"] == "People's Voice")
               & (data["scope"] == "own")].iloc[0]  # fmt: skip
    assert (row["value"], row["n"], row["words"]) == (pytest.approx(-0.6), 5, "n = 5")


def test_what_has_no_value_has_no_row(comparison: Comparison) -> None:
    """Fewer than five namings give neither mark nor row; a refused test keeps its words."""
    display = StanceDisplay.from_comparison(compare(comparison.analysis, target="Varenia"))
    indices = display.data[display.data["row"] == "index"]
    assert len(indices)
    assert indices["value"].notna().all()
    assert (indices["n"] >= 5).all()
    assert any(word.startswith("no test") for word in display.marks(484).words)


def test_marks_lie_at_the_index(comparison: Comparison) -> None:
    """Filled marks of own words lie in the order and at the distances of the values drawn."""
    display = StanceDisplay.from_comparison(compare(comparison.analysis, target="Varenia"))
    own = display.data[(display.data["scope"] == "own") & display.data["value"].notna()]
    marks = [m for m in display.marks(484).marks if isinstance(m, Dot) and m.link and not m.hollow]
    xs, values = [mark.x for mark in marks], own["value"].tolist()
    assert len(xs) == len(values)
    slope = (xs[1] - xs[0]) / (values[1] - values[0])
    assert [xs[0] + slope * (v - values[0]) for v in values] == pytest.approx(xs)


def test_differences_of_a_declared_target(comparison: Comparison) -> None:
    """With a target declared, contrasts follow, with the refusal where there is no test."""
    declared = compare(comparison.analysis, target="Varenia")
    data = StanceDisplay.from_comparison(declared).data
    differences = data[data["row"] == "difference"]
    assert set(differences["target"]) == {"Varenia"}
    assert "Herald − People's Voice" in set(differences["outlet"])
    assert differences["words"].str.startswith("no test: ").all()


def test_intervals_and_p_over_eight_events(many: Comparison) -> None:
    """From six events on, indices have intervals, and the difference its sign-flip p."""
    display = StanceDisplay.from_comparison(many)
    own = display.data[display.data["scope"] == "own"].set_index("outlet")
    voice = own.loc["People's Voice"]
    assert voice["low"] <= voice["value"] <= voice["high"] < 0
    assert voice["words"] == "n = 20, 8 events"
    difference = own.loc["Herald − People's Voice"]
    assert difference["value"] > 0
    assert difference["p_value"] == pytest.approx(2 / 2**8)
    assert difference["words"] == "8 events, p = 0.008"
    worded = display.data[display.data["scope"] == "outlet_worded"].set_index("outlet")
    assert worded.loc["Herald − People's Voice", "words"] == "8 events, p = 0.008"
    drawn = display.marks(484)
    assert "95%, bootstrap over events" in " ".join(drawn.words)
    spans = sorted(abs(m.points[1][0] - m.points[0][0]) for m in drawn.marks
                   if isinstance(m, Stroke) and m.color == "ink" and m.width == 1.4)  # fmt: skip
    known = own[own["low"].notna()]
    wide = sorted(known["high"] - known["low"])
    assert [span / spans[-1] for span in spans] == pytest.approx([w / wide[-1] for w in wide])


def test_the_shipped_examples_show_differences_of_features(examples: Path) -> None:
    """Without a party that is named often, features are drawn, each count beside the others'."""
    analysis = framing.analyze(framing.read_articles(examples), sentiment=False)
    found = compare(analysis)
    data = StanceDisplay.from_comparison(found).data
    assert set(data["row"]) == {"feature"}
    assert data["value"].notna().sum() > 5
    row = data[data["value"].notna()].iloc[0]
    counts = [int(n.replace(",", "")) for n in re.findall(r"[\d,]+", row["words"])]
    rate = (counts[0] / counts[1]) / (counts[2] / counts[3])
    assert row["value"] == pytest.approx(math.log2(rate))
    assert row["n"] == counts[0]


def test_the_index_is_drawn_for_a_declared_party_only_and_not_validated(
    comparison: Comparison,
) -> None:
    """Nobody meets the index unasked, and who asks is told what it is worth."""
    assert set(StanceDisplay.from_comparison(comparison).data["row"]) == {"feature"}
    declared = compare(comparison.analysis, target="Varenia")
    display = StanceDisplay.from_comparison(declared)
    assert any("not validated" in warning for warning in display.warnings)
    assert set(declared.targets["note"]) == {"not validated"}
    assert "not validated" in declared.primary.measure


def test_a_declared_party_is_never_replaced_by_features(comparison: Comparison) -> None:
    """Who asks for a party gets the party, or the words that it has too few namings."""
    declared = compare(comparison.analysis, target="Nowhere")
    assert "feature" not in set(StanceDisplay.from_comparison(declared).data["row"])
