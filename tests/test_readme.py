"""What the README shows is there: links, kinds of chart, floors, the code for researchers."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import framing
from framing.charts import KINDS
from framing.cli import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def blocks(language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.S | re.M)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "tests/benchmarks/README.md"])
def test_what_a_page_points_to_is_there(page: str) -> None:
    """A link or a path in backticks that names a file of the checkout finds it."""
    path = ROOT / page
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    named = re.findall(r"`((?:tests|framing|examples|lexicons|\.ci)/[\w./-]+\.\w+)", text)
    named += re.findall(r"python ((?:tests|examples)/[\w/]+\.py)", text)
    missing = [link for link in links if not (path.parent / link).exists()]
    assert missing + [name for name in named if not (ROOT / name).exists()] == []


def test_the_kinds_of_chart_are_those_there_are() -> None:
    """README lists every kind, in the order of `framing chart --help`, and what all take."""
    listed = README.split("\nKinds: ")[1].split(". In Python")[0]
    assert re.findall(r"`(\w+)`", listed) == list(KINDS)
    sizes = README.split("`size=` (")[1].split(")")[0]
    told = CliRunner().invoke(cli, ["chart", "--help"]).output
    listed_sizes = "|".join(re.findall(r"`(\w+)`", sizes))
    assert f"[{listed_sizes}]" in told


def test_the_floors_are_those_that_are_held() -> None:
    """The table of rooms is the layers that the layer checker holds."""
    rows = re.findall(r"^\| (\d+) \| (.+?) \|$", README, re.M)
    told = [re.findall(r"`(\w+)`", cell.split(":")[0]) for _, cell in rows]
    held = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    assert told == [floor.split(" | ") for floor in held]
    assert [int(floor) for floor, _ in rows] == list(range(len(held) - 1, -1, -1))


def test_commands_shown_are_commands() -> None:
    """Each `framing …` in a block is a command with options that it has."""
    shown = [line for block in blocks("sh")[1:] for line in block.splitlines()]
    assert len(shown) > 3
    for line in shown:
        _, name, *rest = line.split()
        command = cli.get_command(None, name)  # type: ignore[arg-type]  # it asks for no context
        assert command is not None, line
        known = {option for each in command.params for option in each.opts}
        assert {word for word in rest if word.startswith("-")} <= known, line


@pytest.mark.slow
def test_the_code_for_researchers_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The block in Python, on a folder EVENT/OUTLET.txt, and the chart after it."""
    monkeypatch.chdir(tmp_path)
    for outlet, words in {"post": "The Iranian regime", "wire": "The Iranian government"}.items():
        for event in ("one", "two"):
            file = tmp_path / "news" / event / f"{outlet}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{words} met on Monday. “We stay,” the mayor said.\n")
    space: dict[str, object] = {}
    (code,) = blocks("python")
    exec(code, space)  # noqa: S102  # the README's own
    comparison = space["comparison"]
    assert isinstance(comparison, framing.Comparison)
    assert (tmp_path / "report.html").is_file()
    display = KINDS["naming"].from_comparison(comparison)
    assert display.plot(ax=None) is not None
    assert display.alt
    assert len(display.data) > 1


def test_the_citation_names_this_version_and_licence() -> None:
    """CITATION.cff has the version, title and licence of the package."""
    cited = dict(
        re.findall(
            r"^([\w-]+): \"?([^\"\n]+)\"?$", (ROOT / "CITATION.cff").read_text("utf-8"), re.M
        )
    )
    assert cited["version"] == framing.__version__
    assert cited["license"] == PROJECT["project"]["license"]
    assert cited["title"].startswith(f"{PROJECT['project']['name']}:")
    assert f"## {cited['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
