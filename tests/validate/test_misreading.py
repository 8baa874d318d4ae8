"""Own counts that hold misreading, and rates refitted on one's own sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import framing
from framing.cli import cli
from framing.errors import SettingsError
from framing.validate import Code, draw_sheet, own_counts, refit_own_rates, with_own_rates

TEXT = (
    "The regime fell on Monday. Mayor Ilse Brandt said the regime was rotten. “The regime must "
    "go,” Brandt said. Police searched the offices of the regime."
)


@pytest.fixture(scope="module")
def analysis() -> framing.Analysis:
    """Return one article with namings in several voices, from two outlets."""
    articles = [framing.Article(f"a{at}", outlet=f"Post {at % 2}", text=TEXT) for at in range(6)]
    return framing.analyze(articles, "governments", sentiment=False)


def test_every_naming_has_a_probability(analysis: framing.Analysis) -> None:
    """Namings in own words are more likely own than those that are reported."""
    by = analysis.mentions.groupby("voice")["p_own"].mean()
    assert by["own"] > 0.75 > 0.25 > by["quoted"]
    assert analysis.mentions["uncertain"].notna().all()


def test_own_counts_hold_misreading(analysis: framing.Analysis) -> None:
    """The interval holds the expected count and stays between none and all."""
    table = own_counts(analysis)
    assert table["outlet"].tolist() == ["Post 0", "Post 1"]
    assert (table["low"] <= table["expected_own"]).all()
    assert (table["expected_own"] <= table["high"]).all()
    assert (table["low"] >= 0).all()
    assert (table["high"] <= table["namings"]).all()
    row = table.iloc[0]
    share = analysis.mentions.loc[analysis.mentions["outlet"].eq("Post 0"), "p_own"]
    assert row["expected_own"] == pytest.approx(float(share.sum()))


def test_own_counts_count_what_scores_count() -> None:
    """One span counts once, and what is no occasion for another word not at all."""
    text = "The police shot at militants. The Obama administration fell. A regime fell."
    found = framing.analyze([framing.Article("a", outlet="Post", text=text)], sentiment=False)
    counted = found.scores.iloc[0]
    table = own_counts(found).iloc[0]
    assert len(found.mentions) > table["namings"] == counted["namings"] > 0
    assert table["read_own"] == counted["namings_own"]


def test_rates_of_ones_own_sheet(analysis: framing.Analysis) -> None:
    """Where coders call every quoted naming own, its probability rises."""
    drawn = draw_sheet(analysis, n=24, unmatched=0)
    codes = {"ana": {str(item): Code(str(item), True, "own", None) for item in drawn.key["item"]}}
    rates = refit_own_rates(drawn.key, codes)
    before = analysis.mentions
    after = with_own_rates(before, rates)
    quoted = before["voice"].eq("quoted")
    assert (after.loc[quoted, "p_own"] > before.loc[quoted, "p_own"]).all()
    assert own_counts(analysis, rates=rates)["expected_own"].sum() > float(before["p_own"].sum())


def test_nothing_coded_is_refused(analysis: framing.Analysis) -> None:
    """Without a coded voice there is nothing to count."""
    with pytest.raises(SettingsError, match="voice"):
        refit_own_rates(draw_sheet(analysis, n=4, unmatched=0).key, {"ana": {}})


def test_commands(tmp_path: Path) -> None:
    """Rates are written from a filled-in sheet, and counts use them."""
    (tmp_path / "in" / "e").mkdir(parents=True)
    (tmp_path / "in" / "e" / "post.txt").write_text(TEXT, "utf-8")
    runner = CliRunner()
    place = ["--lexicon", "governments"]
    made = runner.invoke(
        cli, ["validate", "sheet", str(tmp_path / "in"), *place, "-o", str(tmp_path / "s")]
    )
    assert made.exit_code == 0, made.output
    lines = (tmp_path / "s" / "sheet.csv").read_text("utf-8").splitlines()
    names = lines[0].split(",")
    import pandas as pd

    sheet = pd.read_csv(tmp_path / "s" / "sheet.csv", dtype=str)
    assert list(sheet.columns) == names
    sheet["naming"], sheet["voice"] = "yes", "own"
    sheet.to_csv(tmp_path / "filled.csv", index=False)
    rates = tmp_path / "rates.json"
    key = str(tmp_path / "s" / "key.csv")
    done = runner.invoke(
        cli,
        ["validate", "rates", str(tmp_path / "filled.csv"), "--key", key, "-o", str(rates)],
    )
    assert done.exit_code == 0, done.output
    counted = runner.invoke(
        cli, ["validate", "own", str(tmp_path / "in"), *place, "--rates", str(rates)]
    )
    assert counted.exit_code == 0
    assert "expected_own" in counted.output
