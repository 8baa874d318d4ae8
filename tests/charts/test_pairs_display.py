"""Pairs: two outlets' words for the same thing, as written, in the order of the evidence."""

from __future__ import annotations

import pandas as pd
import pytest

import framing
from framing.charts import KINDS
from framing.charts.evidence import headline
from framing.charts.graphics import Word
from framing.comparison import Comparison
from framing.errors import SettingsError

PairsDisplay = KINDS["pairs"]


def test_rows_are_those_of_the_pair_that_ranks_highest(many: Comparison) -> None:
    """Words, counts and order are those of `ranked`."""
    top = many.ranked().query("kind == 'pair'").iloc[0]
    data = PairsDisplay.from_comparison(many).data
    assert data["outlet"].tolist() == [top["outlet_a"], top["outlet_b"]]
    assert data["wording"].tolist() == [top["wording_a"], top["wording_b"]]
    assert data["n"].tolist() == [top["n_a"], top["n_b"]]
    assert data["total"].tolist() == [top["total_a"], top["total_b"]]


def test_words_drawn_are_those_written(many: Comparison) -> None:
    """The picture and its title show the forms written, with n of N under each."""
    display = PairsDisplay.from_comparison(many)
    words = display.marks(484).words
    for row in display.data.to_dict("records"):
        assert row["wording"] in words
        assert f"{row['n']} of {row['total']} times" in words
        assert row["wording"] in display.title


def test_a_title_says_that_a_count_holds_other_forms_too(many: Comparison) -> None:
    """What was written in several forms is no count of the one that is named."""
    row = many.ranked().query("kind == 'pair'").iloc[0].to_dict()
    title = headline(many, {**row, "wording_a": "marchers and 2 like it"})
    assert f"“marchers” and 2 like it {row['n_a']} of {row['total_a']} times" in title


def test_a_count_that_holds_other_forms_says_how_many() -> None:
    """Under the form written most stands that its number is not of that form alone."""
    texts = {
        "Ash": "The riot grew. The rioting went on. Riots ended. The violent unrest grew.",
        "Fir": "An uprising came.",
    }
    rows = [{"id": o, "outlet": o, "event": "e", "text": text} for o, text in texts.items()]
    analysis = framing.analyze(pd.DataFrame(rows), sentiment=False)
    words = PairsDisplay.from_comparison(framing.compare(analysis)).marks(484).words
    assert "3 of 4 times with 1 other" in words
    assert "1 of 1 times" in words


def test_a_word_written_once_stands_below_what_was_written_often() -> None:
    """Five words once each set no word apart; two "regime" of five do, though they differ less."""
    many = ("protesters", "rioters", "hooligans", "demonstrators", "marchers")
    rows = []
    for outlet in ("Ash", "Fir"):
        for at, word in enumerate(many):
            people = "protesters" if outlet == "Ash" else word
            state = "regime" if (outlet, at) in (("Fir", 1), ("Fir", 2)) else "government"
            rows.append({"outlet": outlet, "event": f"e{at}",
                         "text": f"The {people} met. The {state} left."})  # fmt: skip
    found = framing.compare(framing.analyze(pd.DataFrame(rows), sentiment=False))
    sizes = found.ranked().set_index("concept")["raw_difference"]
    assert sizes["protesters"] > sizes["government"] > 0
    drawn = PairsDisplay.from_comparison(found).data
    assert drawn["concept"].unique().tolist() == ["government", "protesters"]


def test_the_interval_stands_between_them(many: Comparison) -> None:
    """How many namings of 100 differ stands with its interval where there is one."""
    row = PairsDisplay.from_comparison(many).data.iloc[0]
    ends = [f"{100 * row[name]:.0f}" for name in ("difference", "low", "high")]
    said = " ".join(PairsDisplay.from_comparison(many).marks(484).words)
    assert "{} of 100 differ ({} to {})".format(*ends) in said


def test_a_word_written_more_often_is_larger(many: Comparison) -> None:
    """Size follows n."""
    display = PairsDisplay.from_comparison(many)
    sizes = {m.text: m.size for m in display.marks(484).marks if isinstance(m, Word)}
    ranked = display.data.sort_values("n")
    if ranked["n"].nunique() > 1:
        assert sizes[ranked["wording"].iloc[0]] < sizes[ranked["wording"].iloc[-1]]


def test_numbers_open_their_lines(many: Comparison) -> None:
    """Each word opens as many lines as it says."""
    links = PairsDisplay.from_comparison(many).marks(484).links
    assert links
    assert all(len(many.lines(link)) == link["n"] for link in links)


def test_outlets_can_be_chosen(comparison: Comparison) -> None:
    """The first outlet stands at the left; a name that is not there lists those that are."""
    display = PairsDisplay.from_comparison(comparison, outlet_a="Wire", outlet_b="People's Voice")
    assert display.outlets() == ["Wire", "People's Voice"]
    assert display.title.index("Wire") < display.title.index("People's Voice")
    with pytest.raises(SettingsError, match="give two of Herald, People's Voice, Wire"):
        PairsDisplay.from_comparison(comparison, outlet_a="Mirror")
    with pytest.raises(SettingsError, match="give two of"):
        PairsDisplay.from_comparison(comparison, outlet_a="Wire", outlet_b="Wire")


def test_words_that_do_not_differ_are_no_pair(comparison: Comparison) -> None:
    """Both sides of a row are different variants."""
    data = PairsDisplay.from_comparison(comparison).data
    for _, rows in data.groupby("concept"):
        assert rows["variant"].nunique() == 2


def test_own_counts_hold_misreading_where_asked(voiced: Comparison) -> None:
    """Beside n of N stands how many namings by the word are likely own; the foot says what it is.

    The Herald writes "regime" twice in its own words and once in somebody else's in each event:
    the interval is that of all three, whoever they are read as.
    """
    assert "own_low" not in PairsDisplay.from_comparison(voiced).data
    display = PairsDisplay.from_comparison(voiced, misreading=True)
    links = {link[link["side"]]: link for link in display.marks(484).links}
    for row in display.data.to_dict("records"):
        said = voiced.lines({**links[row["outlet"]], "scope": "all"})
        assert row["own_expected"] == pytest.approx(said["p_own"].sum())
        assert 0 <= row["own_low"] < row["own_expected"] < row["own_high"] <= len(said)
        told = f"own {round(row['own_low'])}–{round(row['own_high'])}"
        times = f"{row['n']} of {row['total']} times, {told}"
        assert times in display.marks(484).words
        assert told in display.alt
    assert any("errors of reading voices" in said for said in display.warnings)


def test_a_title_tells_the_word_that_both_wrote_most() -> None:
    """One "riot" among many protests is no headline of what its side wrote."""
    texts = {"Ash": "Protesters met. Protesters spoke.", "Birch": "Protesters met. Protesters ran."}
    made = [
        framing.Article(f"{event}{outlet}", outlet=outlet, event=f"e{event}",
                        text=text + (" Rioters came." if outlet == "Ash" and not event else ""))
        for event in range(8)
        for outlet, text in texts.items()
    ]  # fmt: skip
    found = framing.compare(framing.analyze(made, "protest", sentiment=False))
    title = headline(found, found.ranked().iloc[0].to_dict())
    assert title == "Protesters: Birch wrote “protesters” 16 of 16 times, Ash 16 of 17 (not tested)"
