"""Another annotator's column: validated, corrected and compared with the tool's the same way."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import framing
from framing.cli import cli
from framing.validate import (
    Code,
    coded_sheet,
    compare_labels,
    draw_sheet,
    label_key,
    read_labels,
    score_codes,
    with_labels,
    with_validation,
)

PLACE = ["article_id", "field", "start", "end"]


@pytest.fixture(scope="module")
def analysis(quoting: framing.Analysis) -> framing.Analysis:
    """Return two outlets of which one quotes its loaded words."""
    return quoting


@pytest.fixture(scope="module")
def model(analysis: framing.Analysis) -> pd.DataFrame:
    """Return a model's labels: everything of Wire is its own, all else as the tool has it."""
    labels = analysis.mentions[[*PLACE, "voice", "outlet"]].copy()
    labels["voice"] = labels["voice"].mask(labels["outlet"] == "Wire", "own")
    return labels[[*PLACE, "voice"]]


def test_the_tools_own_labels_change_nothing(analysis: framing.Analysis) -> None:
    """Handed back, the tool's voices give its tables and comparison again, by another rule."""
    same = with_labels(analysis, analysis.mentions[[*PLACE, "voice"]], name="again")
    assert set(same.mentions["rule"]) == {"again"}
    told = ["rule", "p_own", "uncertain"]
    pd.testing.assert_frame_equal(
        same.mentions.drop(columns=told), analysis.mentions.drop(columns=told)
    )
    likely = ["namings_own_expected", "namings_own_low", "namings_own_high"]  # certain by now
    pd.testing.assert_frame_equal(
        same.scores.drop(columns=likely), analysis.scores.drop(columns=likely)
    )
    assert same.scores["namings_own_low"].tolist() == same.scores["namings_own"].tolist()
    ours, theirs = framing.compare(analysis), framing.compare(same)
    pd.testing.assert_frame_equal(
        ours.differences.drop(columns="misreading"), theirs.differences.drop(columns="misreading")
    )


def test_every_number_follows_the_labels(analysis: framing.Analysis, model: pd.DataFrame) -> None:
    """Naming shares, scores, lines and the methods paragraph are the annotator's."""
    labelled = with_labels(analysis, model, name="model")
    wire = labelled.scores.loc[labelled.scores["outlet"] == "Wire"]
    assert wire["loaded_own"].tolist() == [1] * 8
    assert wire["namings_quoted"].tolist() == [0] * 8
    comparison = framing.compare(labelled)
    assert len(comparison.lines({"outlet": "Wire", "scope": "own"})) == 24
    assert "labels of “model”" in comparison.methods_text()
    assert labelled.mentions.loc[labelled.mentions["outlet"] == "Wire", "speaker"].isna().all()


def test_labels_of_own_or_not_are_enough(analysis: framing.Analysis) -> None:
    """Where only own was asked, the tool's other voices stay, and its own becomes attributed."""
    labels = analysis.mentions[PLACE].assign(own=0)
    labelled = with_labels(analysis, labels)
    voices = labelled.mentions.groupby("outlet")["voice"].unique()
    assert set(voices["Post"]) == {"attributed"}
    assert set(voices["Wire"]) == {"quoted", "attributed"}


def test_namings_without_a_label_are_left_out_and_said(
    analysis: framing.Analysis, model: pd.DataFrame
) -> None:
    """Half of the labels: half of the namings, and provenance says how many are not there."""
    labelled = with_labels(analysis, model.iloc[::2], name="half")
    assert len(labelled.mentions) == len(model.iloc[::2])
    told = labelled.provenance["labels"]
    assert (told["labelled"], told["without"]) == (24, 24)
    assert int(labelled.scores["namings"].sum()) == 24


def test_one_coded_sheet_scores_both_annotators(
    analysis: framing.Analysis, model: pd.DataFrame
) -> None:
    """Against coders who agree with the tool, the model errs where it called quoted words own."""
    key = draw_sheet(analysis, n=1000, unmatched=0).key
    codes = {"ana": {r.item: Code(r.item, True, r.voice, None) for r in key.itertuples()}}

    def right(of: pd.DataFrame) -> float:
        figures = score_codes(of, codes).figures.set_index(["measure", "of"])
        return float(figures.loc[("voice right", "namings"), "share"])

    assert right(key) == 1
    assert right(label_key(key, model, name="model")) == pytest.approx(40 / 48)


def test_another_annotator_is_corrected_the_same_way(
    analysis: framing.Analysis, model: pd.DataFrame
) -> None:
    """With everything coded, the corrected figure is the coders', whoever is corrected."""
    tool, other = framing.compare(analysis), framing.compare(with_labels(analysis, model))
    key = draw_sheet(tool, n=1000, unmatched=0).key
    codes = {"ana": {r.item: Code(r.item, True, r.voice, None) for r in key.itertuples()}}
    coded = coded_sheet(key, codes)
    ours, theirs = tool.corrected(coded), other.corrected(coded)
    assert theirs["value"].tolist() == pytest.approx(ours["value"].tolist())
    gap = theirs.loc[(theirs["measure"] == "loaded share") & (theirs["kind"] == "side")]
    wire = gap.set_index("outlet").loc["Wire"]
    assert wire["uncorrected"] == pytest.approx(1 / 3)
    assert wire["value"] == pytest.approx(0)


def test_both_annotators_side_by_side(analysis: framing.Analysis, model: pd.DataFrame) -> None:
    """Agreement, own and loaded own namings by outlet, and over all."""
    table = compare_labels(analysis, model).set_index("outlet")
    assert table.loc["Post", ["namings", "same"]].tolist() == [24, 24]
    wire = table.loc["Wire"]
    assert wire[["namings", "same", "own_tool", "own_labels"]].tolist() == [24, 16, 16, 24]
    assert wire[["loaded_tool", "loaded_labels"]].tolist() == [0, 8]
    assert table["namings"].iloc[-1] == 48


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda t: t.drop(columns="voice"), "lacks the column 'voice'"),
        (lambda t: t.assign(voice="ours"), "'ours' is none of own, quoted"),
        (lambda t: pd.concat([t, t.assign(voice="distanced")]), "two labels"),
        (lambda t: t.assign(start=t["start"] + 9000), "none of the 48 places"),
    ],
)
def test_labels_that_cannot_be_used_are_refused(
    analysis: framing.Analysis, model: pd.DataFrame, change, words: str
) -> None:
    """The error says what is wrong and what labels are."""
    with pytest.raises(framing.SettingsError, match=words):
        with_labels(analysis, change(model))


def test_commands_take_labels(
    analysis: framing.Analysis, model: pd.DataFrame, tmp_path: Path
) -> None:
    """--labels FILE with any command; `validate labels` and `validate score` take it too."""
    saved = analysis.save(tmp_path / "saved")
    path = tmp_path / "model.csv"
    model.to_csv(path, index=False)
    pd.testing.assert_frame_equal(
        read_labels(path).reset_index(drop=True)[PLACE], model.reset_index(drop=True)[PLACE]
    )

    def run(*arguments: str | Path) -> str:
        done = CliRunner().invoke(cli, [str(one) for one in arguments])
        assert done.exit_code == 0, done.output
        return done.stdout

    out = tmp_path / "mentions.csv"
    run("mentions", saved, "--labels", path, "-o", out)
    assert set(pd.read_csv(out)["rule"]) == {"model"}
    run("validate", "labels", saved, "--labels", path, "-o", tmp_path / "both.csv")
    assert pd.read_csv(tmp_path / "both.csv")["same"].tolist() == [24, 16, 40]
    run("validate", "sheet", saved, "-n", "48", "--unmatched", "0", "-o", tmp_path / "sheet")
    key = pd.read_csv(tmp_path / "sheet" / "key.csv")
    codes = pd.read_csv(tmp_path / "sheet" / "sheet.csv").drop(columns=["naming", "voice"])
    codes.assign(naming="yes", voice=key["voice"]).to_csv(tmp_path / "ana.csv", index=False)
    run("validate", "score", tmp_path / "ana.csv", "--key", tmp_path / "sheet" / "key.csv",
        "--labels", path, "-o", tmp_path / "scored.csv")  # fmt: skip
    scored = pd.read_csv(tmp_path / "scored.csv").set_index(["measure", "of"])
    assert scored.loc[("voice right", "namings"), "n"] == 40


@pytest.mark.parametrize(
    ("alike", "words", "low"),
    [(19, "good", False), (17, "enough for tentative conclusions", False), (10, "tentative", True)],
)
def test_what_agreement_lets_one_conclude_is_said(
    analysis: framing.Analysis, tmp_path: Path, alike: int, words: str, low: bool
) -> None:
    """Under .667 nothing is to be concluded, and command and methods paragraph say so."""
    key = draw_sheet(analysis, n=20, unmatched=0).key.head(20)
    (tmp_path / "sheet").mkdir()
    key.to_csv(tmp_path / "sheet" / "key.csv", index=False)
    voices = ["own", "quoted"] * 10
    for coder in "ab":
        given = [
            voice if coder == "a" or at < alike else voices[at - 1]
            for at, voice in enumerate(voices)
        ]
        coded = pd.DataFrame({"item": key["item"], "naming": "yes", "voice": given})
        coded.to_csv(tmp_path / f"{coder}.csv", index=False)
    saved = analysis.save(tmp_path / "saved")
    sheets = [str(tmp_path / f"{coder}.csv") for coder in "ab"]
    done = CliRunner().invoke(
        cli, ["validate", "score", *sheets, "--key", str(tmp_path / "sheet" / "key.csv"),
              "--keep", str(saved)],
    )  # fmt: skip
    (said,) = [line for line in done.output.splitlines() if line.startswith("voice: alpha")]
    assert f"({words}" in said
    assert ("nothing is to be concluded" in said) is low
    told = framing.compare(framing.open_analysis(saved)).methods_text()
    assert ("nothing is to be concluded" in told) is low


def test_own_validation_is_kept_and_told(analysis: framing.Analysis, tmp_path: Path) -> None:
    """In provenance, in the saved folder, and in the methods paragraph; by Python and command."""
    key = draw_sheet(analysis, n=1000, unmatched=0).key
    codes = {"ana": {r.item: Code(r.item, True, r.voice, None) for r in key.itertuples()}}
    validated = with_validation(analysis, score_codes(key, codes))
    text = framing.compare(validated).methods_text()
    assert "On our own coded sheet the share of voices that are right was 1.00" in text
    opened = framing.open_analysis(validated.save(tmp_path / "kept"))
    assert framing.compare(opened).methods_text() == text

    saved = analysis.save(tmp_path / "saved")
    (tmp_path / "s").mkdir()
    key.to_csv(tmp_path / "s" / "key.csv", index=False)
    sheet = pd.DataFrame({"item": key["item"], "naming": "yes", "voice": key["voice"]})
    sheet.to_csv(tmp_path / "ana.csv", index=False)
    done = CliRunner().invoke(
        cli, ["validate", "score", str(tmp_path / "ana.csv"), "--key",
              str(tmp_path / "s" / "key.csv"), "--keep", str(saved)],
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "own coded sheet" in framing.compare(framing.open_analysis(saved)).methods_text()
