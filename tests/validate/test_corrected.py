"""From a coded sheet to corrected shares: the design holds whatever the tool gets wrong."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from scripts import load_script

import framing
from framing.cli import cli
from framing.validate import Code, coded_sheet, draw_sheet

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "calibration_correction.py"


@pytest.fixture(scope="module")
def comparison(quoting: framing.Analysis) -> framing.Comparison:
    """Compare two outlets of which one quotes its loaded words."""
    return framing.compare(quoting)


def agreeing(key: pd.DataFrame) -> dict[str, dict[str, Code]]:
    """Code a key exactly as the tool did."""
    return {"ana": {r.item: Code(r.item, True, r.voice, None) for r in key.itertuples()}}


def test_a_sheet_of_a_comparison_records_its_probabilities(comparison: framing.Comparison) -> None:
    """Strata are side × voice; in each, inverse probabilities add up to its size."""
    key = draw_sheet(comparison, n=18, unmatched=0).key
    assert set(key["stratum"]) == {"Post/own", "Wire/own", "Wire/quoted"}
    for _, rows in key.groupby("stratum"):
        assert (1 / rows["probability"]).sum() == pytest.approx(rows["stratum_size"].iloc[0])


def test_coders_who_agree_change_nothing(comparison: framing.Comparison) -> None:
    """With every naming coded as the tool read it, corrected and uncorrected are one."""
    key = draw_sheet(comparison, n=1000, unmatched=0).key
    assert (key["probability"] == 1).all()
    found = comparison.corrected(coded_sheet(key, agreeing(key)))
    assert len(found) >= 3
    assert found["value"].tolist() == pytest.approx(found["uncorrected"].tolist())


def test_coders_who_differ_on_one_side_correct_that_side(comparison: framing.Comparison) -> None:
    """Where Wire's quoted words are its own after all, its share rises to a third."""
    key = draw_sheet(comparison, n=1000, unmatched=0).key
    codes = {"ana": {r.item: Code(r.item, True, "own", None) for r in key.itertuples()}}
    found = comparison.corrected(coded_sheet(key, codes))
    rows = found.loc[found["measure"] == "loaded share"].set_index(["kind", "outlet"])
    assert rows.loc[("side", "Wire"), "uncorrected"] == pytest.approx(0)
    assert rows.loc[("side", "Wire"), "value"] == pytest.approx(1 / 3)
    assert rows.loc[("side", "Post"), "value"] == pytest.approx(2 / 3)


def test_labels_that_fit_no_naming_are_refused(comparison: framing.Comparison) -> None:
    """Missing columns, doubles and strangers are named in words."""
    key = draw_sheet(comparison, n=20, unmatched=0).key
    coded = coded_sheet(key, agreeing(key))
    with pytest.raises(framing.ComparisonError, match="no column 'probability'"):
        comparison.corrected(coded.drop(columns="probability"))
    with pytest.raises(framing.ComparisonError, match="coded twice"):
        comparison.corrected(pd.concat([coded, coded]))
    with pytest.raises(framing.ComparisonError, match="none of 20"):
        comparison.corrected(coded.assign(start=coded["start"] + 10_000))


def test_the_command_gives_the_same_table(comparison: framing.Comparison, tmp_path: Path) -> None:
    """`validate sheet --matched`, coded, goes into `validate correct` on a saved analysis."""
    saved, sheet = comparison.analysis.save(tmp_path / "saved"), tmp_path / "sheet"

    def run(*arguments: str | Path) -> str:
        done = CliRunner().invoke(cli, [str(one) for one in arguments])
        assert done.exit_code == 0, done.output
        return done.stdout

    run("validate", "sheet", saved, "--matched", "-n", "30", "--unmatched", "0", "-o", sheet)
    key = pd.read_csv(sheet / "key.csv")
    codes = pd.read_csv(sheet / "sheet.csv").drop(columns=["naming", "voice"])
    codes.assign(naming="yes", voice=key["voice"]).to_csv(tmp_path / "ana.csv", index=False)
    out = tmp_path / "corrected.csv"
    run("validate", "correct", saved, "--key", sheet / "key.csv", "--codes", tmp_path / "ana.csv",
        "-o", out)  # fmt: skip
    want = comparison.corrected(coded_sheet(key, agreeing(key)))
    assert pd.read_csv(out)["value"].tolist() == pytest.approx(want["value"].tolist())


@pytest.mark.slow
def test_coverage_through_the_sheet() -> None:
    """From articles to `corrected`, one side misread twice as often: 95% intervals cover.

    The same sheet corrects another annotator, who misreads the other side. Rogan–Gladen, on the
    same corpora, is off by more than the tool's difference is.
    """
    script = load_script(SCRIPT)
    found = script.measure_sheets(range(20), coded=200)
    assert (found["covered"] >= 0.90).all()
    assert (found["value"].abs() <= 0.04).all()
    assert found.loc["tool", "uncorrected"] >= 0.05
    assert found["width"].between(0.2, 0.5).all()
    assert abs(script.measure(range(20), coded=200).rogan_gladen_error) >= 0.1
