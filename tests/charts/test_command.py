"""`framing chart`: title, note, order and colours from the command line."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from framing.charts import KINDS
from framing.cli import cli


def run(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write two outlets' coverage of one event."""
    top = tmp_path / "news" / "ferry"
    top.mkdir(parents=True)
    (top / "post.txt").write_text("Occupation forces came. Terrorists left the port.", "utf-8")
    (top / "wire.txt").write_text("Foreign troops came. Fighters left the port.", "utf-8")
    return tmp_path / "news"


def test_words_and_colours_reach_the_chart(folder: Path, tmp_path: Path) -> None:
    """Title, note, order of outlets and colours are those asked for."""
    path, data = tmp_path / "a.svg", tmp_path / "a.csv"
    done = run("chart", "dumbbell", folder, "-o", path, "--title", "My title", "--note", "My note",
               "--order", "wire", "--order", "post", "--color", "wire=#123456",
               "--data", data)  # fmt: skip
    assert done.exit_code == 0, done.output
    svg = path.read_text(encoding="utf-8")
    assert "My title" in svg
    assert "My note" in svg
    assert "#123456" in svg
    assert {row["outlet"] for row in csv.DictReader(data.open(encoding="utf-8"))} == {
        "post",
        "wire",
    }


def test_an_order_of_other_outlets_is_refused_by_name(folder: Path, tmp_path: Path) -> None:
    """Also of what an earlier run saved, which is not read anew."""
    saved, path = tmp_path / "saved", tmp_path / "a.svg"
    assert run("compare", folder, "--tables", saved).exit_code == 0
    for source in (folder, saved):
        done = run("chart", "naming", source, "-o", path, "--order", "wyre")
        assert done.exit_code != 0
        assert "'wyre' is none of the outlets compared: post, wire" in done.stderr
        assert not path.exists()
        assert run("chart", "naming", source, "-o", path, "--order", "wire").exit_code == 0
        path.unlink()


def test_the_size_asked_for_is_drawn(folder: Path, tmp_path: Path) -> None:
    """A column is 3.5 inches wide; the help lists every kind with its question."""
    path = tmp_path / "a.png"
    assert run("chart", "naming", folder, "-o", path, "--size", "column").exit_code == 0
    with Image.open(path) as image:
        assert image.width / image.info["dpi"][0] == pytest.approx(3.5, abs=0.01)
    assert run("chart", "naming", folder, "-o", path, "--size", "poster").exit_code == 2
    said = " ".join(run("chart", "--help").output.split())
    assert all(f"{kind} {display.question}" in said for kind, display in KINDS.items())


def test_colours_of_numbers_and_mistakes(folder: Path, tmp_path: Path) -> None:
    """A chart that colours by intensity takes its numbers; wrong colours are named."""
    path = tmp_path / "a.svg"
    assert run("chart", "naming", folder, "-o", path, "--color", "3=#654321").exit_code == 0
    assert "#654321" in path.read_text(encoding="utf-8")
    for wish, words in (("3=nocolour", "is no colour"), ("nine=red", "does not colour"),
                        ("red", "NAME=VALUE")):  # fmt: skip
        done = run("chart", "naming", folder, "-o", path, "--color", wish)
        assert done.exit_code == 2
        assert words in done.stderr
