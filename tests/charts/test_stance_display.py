"""The forest plot shows each outlet's index with its n, and differences with their test."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

import framing
from framing.charts import StanceDisplay
from framing.comparison import Comparison, compare


def test_index_of_each_outlet_with_its_n(comparison: Comparison) -> None:
    """Own words of the voice toward Varenia: 3 against of 5 namings."""
    data = StanceDisplay.from_comparison(compare(comparison.analysis, target="Varenia")).data
    row = data[(data["target"] == "Varenia") & (data["outlet"] == "People's Voice")
               & (data["scope"] == "own")].iloc[0]  # fmt: skip
    assert (row["value"], row["n"], row["words"]) == (pytest.approx(-0.6), 5, "n = 5")


def test_under_five_is_missing_and_said(comparison: Comparison) -> None:
    """Fewer than five namings give no mark, and words."""
    display = StanceDisplay.from_comparison(compare(comparison.analysis, target="Varenia")).plot()
    few = display.data[(display.data["n"] > 0) & (display.data["n"] < 5)]
    assert len(few)
    assert few["value"].isna().all()
    assert "n = 4, too few" in [t.get_text() for t in display.ax_.texts]


def test_marks_lie_at_the_index(comparison: Comparison) -> None:
    """Large marks of own words lie at the values drawn."""
    display = StanceDisplay.from_comparison(compare(comparison.analysis, target="Varenia")).plot()
    own = display.data[(display.data["scope"] == "own") & display.data["value"].notna()]
    marks = [
        float(line.get_xdata()[0]) for line in display.ax_.lines if line.get_markersize() == 6.5
    ]
    assert marks == pytest.approx(own["value"].tolist())


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
    display = StanceDisplay.from_comparison(many).plot()
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
    assert any("95%, bootstrap over events" in t.get_text() for t in display.ax_.texts)
    ends = [sorted(map(float, line.get_xdata())) for line in display.ax_.lines
            if line.get_linestyle() == "-" and len(line.get_xdata()) == 2]  # fmt: skip
    assert [pytest.approx(x) for x in (voice["low"], voice["high"])] in ends


def test_the_shipped_examples_show_differences_of_features(examples: Path) -> None:
    """Without a party that is named often, features are drawn, each count beside the others'."""
    analysis = framing.analyze(framing.read_articles(examples), sentiment=False)
    found = compare(analysis)
    data = StanceDisplay.from_comparison(found).plot().data
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
    display = StanceDisplay.from_comparison(declared).plot()
    assert any("not validated" in warning for warning in display.warnings)
    assert set(declared.targets["note"]) == {"not validated"}
    assert "not validated" in declared.primary.measure


def test_a_declared_party_is_never_replaced_by_features(comparison: Comparison) -> None:
    """Who asks for a party gets the party, or the words that it has too few namings."""
    declared = compare(comparison.analysis, target="Nowhere")
    assert "feature" not in set(StanceDisplay.from_comparison(declared).data["row"])
