"""The command that runs all measurements reads figures, keeps rows, and fails where one is gone."""

from __future__ import annotations

import csv
from pathlib import Path
from types import ModuleType

import pytest
from scripts import load_script

HERE = Path(__file__).parent / "benchmarks"


@pytest.fixture(scope="module")
def measure() -> ModuleType:
    """Load the command's file, which is no part of a package."""
    return load_script(HERE / "measure.py")


def test_a_figure_is_read_with_its_peer_and_held_against_its_goal(measure: ModuleType) -> None:
    """The peer is from the same run."""
    figure = measure.Figure("speed", r"ours=([\d.]+)", ">= 2", "theirs", r"peer=([\d.]+)")
    row = measure.read_figure(figure, "ours=3.5 peer=1.2")
    assert (row["value"], row["met"], row["peer_value"]) == ("3.5", "yes", "1.2")
    assert measure.read_figure(figure, "ours=1.5 peer=1.2")["met"] == "no"


def test_a_figure_that_is_no_longer_printed_is_an_error(measure: ModuleType) -> None:
    """A gap in the table would look like a figure never wanted."""
    with pytest.raises(ValueError, match="speed: not in what the command printed"):
        measure.read_figure(measure.Figure("speed", "ours=(.*)"), "nothing")


def test_rows_of_other_runs_stay(measure: ModuleType, tmp_path: Path) -> None:
    """Measuring one thing anew does not lose the rest."""
    blank = dict.fromkeys(measure.COLUMNS, "")
    path = tmp_path / "figures.csv"
    measure.write([{**blank, "figure": "a", "value": "1"}, {**blank, "figure": "b"}], path)
    measure.write([{**blank, "figure": "a", "value": "2"}], path)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["figure"], row["value"]) for row in rows] == [("b", ""), ("a", "2")]


def test_every_measured_command_is_there(measure: ModuleType) -> None:
    """Each names a file of the benchmarks."""
    for each in measure.MEASUREMENTS:
        assert (HERE / Path(each.command.split()[0]).name).is_file()
        assert each.figures


@pytest.mark.parametrize(
    ("figure", "printed", "value", "peer"),
    [
        (
            "your labels: stance toward a target, development part",
            "TF-IDF of the sentence  0.579  0.599\nStanceClassifier   0.676  0.685\n"
            "StanceClassifier, corpus vectors  0.699  0.708",
            "0.676", "0.579",
        ),
        (
            "your labels: biased sentences, with annotated words",
            "TF-IDF (given)   0.724\nTF-IDF           0.733  0.664\nStanceClassifier  0.742\n"
            "StanceClassifier with annotated words  0.770  0.739",
            "0.770", "0.733",
        ),
        (
            "your labels: loaded words, basil",
            "token logistic regression (given)     0.145\nTextBlob ≥ .5 (here)   0.063\n"
            "LoadedLanguageTagger, corpus vectors  0.136  0.110",
            "0.136", "0.145",
        ),
    ],
)  # fmt: skip
def test_learned_figures_are_told_from_those_beside_them(
    measure: ModuleType, figure: str, printed: str, value: str, peer: str
) -> None:
    """Of several systems in one table the row that is meant is read, and the peer's."""
    known = {each.name: each for command in measure.MEASUREMENTS for each in command.figures}
    row = measure.read_figure(known[figure], printed)
    assert (row["value"], row["peer_value"]) == (value, peer)
