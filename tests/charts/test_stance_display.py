"""The chart of stance sets each outlet's rate of a feature beside that of the others."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

import framing
from framing.charts import KINDS
from framing.charts.graphics import Dot
from framing.comparison import Comparison, compare

StanceDisplay = KINDS["stance"]


@pytest.fixture(scope="module")
def shipped(examples: Path) -> Comparison:
    """Compare the shipped examples."""
    return compare(framing.analyze(framing.read_articles(examples), sentiment=False))


def test_the_shipped_examples_show_differences_of_features(shipped: Comparison) -> None:
    """Each mark is the ratio of two rates whose counts stand beside it."""
    data = StanceDisplay.from_comparison(shipped).data
    assert len(data) > 5
    row = data.iloc[0]
    counts = [int(n.replace(",", "")) for n in re.findall(r"[\d,]+", row["words"])]
    rate = (counts[0] / counts[1]) / (counts[2] / counts[3])
    assert row["value"] == pytest.approx(math.log2(rate))
    assert row["n"] == counts[0]


def test_marks_open_the_cues_and_passages_they_count(shipped: Comparison) -> None:
    """A rate opens its cues, a share of words the passages that hold them."""
    display = StanceDisplay.from_comparison(shipped)
    marks = [mark for mark in display.marks(484).marks if isinstance(mark, Dot) and mark.link]
    assert len(marks) == len(display.data)
    opened = {(str(m.link["show"]), len(shipped.lines(m.link)) == m.link["n"]) for m in marks}
    assert opened == {("cues", True), ("passages", True)}
    rates = display.data[display.data["measure"].str.startswith("rate of")]
    assert (rates["n"] == rates["rows"]).all()


def test_the_index_toward_a_party_is_in_no_chart(comparison: Comparison) -> None:
    """Who asks for a party finds it in its table, marked; chart, question and measure are alike."""
    declared = compare(comparison.analysis, target="Varenia")
    drawn = [StanceDisplay.from_comparison(each) for each in (declared, comparison)]
    assert drawn[0].data.equals(drawn[1].data)
    assert not [words for words in drawn[0].marks(484).words if "index" in words]
    assert declared.targets["note"].str.startswith("not validated").all()
    assert declared.primary == comparison.primary


def test_the_title_names_both_outlets_whole_the_one_with_more_first() -> None:
    """An "of" or a semicolon in a name cuts it nowhere, and of two nobody has it "0.2 times"."""
    name = "The Independent Journal of Trade; North"
    some, many = (
        "Perhaps it may rain. " * 3 + "Snow fell. " * 20,
        "Perhaps it may rain, and perhaps it might not. " * 20,
    )
    for texts in ({"Ash": some, name: many}, {"Ash": many, name: some}):
        articles = [
            framing.Article(f"{event}{outlet}", outlet=outlet, event=f"e{event}", text=text)
            for event in range(4)
            for outlet, text in texts.items()
        ]
        more, less = sorted(texts, key=lambda outlet: -texts[outlet].count("Perhaps it may rain,"))
        title = StanceDisplay.from_comparison(
            compare(framing.analyze(articles, sentiment=False))
        ).finding()
        said, _, rest = title.partition(" times as often as ")
        assert rest == f"{less} (not tested)"
        assert f": {more} " in said
        assert float(said.rsplit(" ", 1)[1]) > 1


@pytest.mark.parametrize(
    ("turned", "ends"), [(0, "as Birch"), (4, "as Birch (no more than chance can bring)")]
)
def test_the_title_has_the_test_of_its_difference(turned: int, ends: str) -> None:
    """Eight events that point one way are beyond chance; with four turned round they are not."""
    many, some = (
        "Perhaps it may rain, and perhaps it might not. ",
        "Perhaps it may rain. It rained. ",
    )
    articles = [
        framing.Article(f"{event}{outlet}", outlet=outlet, event=f"e{event}", text=text * 9)
        for event in range(8)
        for outlet, text in zip(
            ("Ash", "Birch"),
            (some, many * 2) if event < turned else (many * 3, some),
            strict=True,
        )
    ]
    display = StanceDisplay.from_comparison(compare(framing.analyze(articles, sentiment=False)))
    assert display.title.endswith(ends)
    assert display.data["p_value"].notna().any()
