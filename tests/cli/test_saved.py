"""A saved analysis is read by every command, and commands reach what Python reaches."""

from __future__ import annotations

import inspect
import io
from collections.abc import Iterator
from pathlib import Path

import click
import pandas as pd
import pytest
from click.testing import CliRunner, Result

import framing
from framing.cli import cli
from framing.comparison import Comparison


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, list(arguments))


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Save an analysis of two outlets on two events, with a lexicon of one's own in it."""
    rows = [
        (event, outlet, text.format(event))
        for event in ("ferry", "harbour")
        for outlet, text in (
            ("Post", "Occupation forces reached the {}. The regime was silent."),
            ("Wire", "Foreign troops reached the {}. The government was silent."),
        )
    ]
    table = pd.DataFrame(rows, columns=["event", "outlet", "text"])
    analysis = framing.analyze(
        framing.read_articles(table), ["foreign-forces", "governments"], sentiment=False
    )
    return analysis.save(tmp_path_factory.mktemp("kept") / "saved")


def test_an_opened_analysis_has_its_lexicons_back(saved: Path) -> None:
    """Ids, digests and labels are those of the analysis that was saved."""
    opened = framing.open_analysis(saved)
    assert opened.lexicons == tuple(framing.load_lexicon(["foreign-forces", "governments"]))
    assert framing.compare(opened).material.labels


def reading(group: click.Group = cli, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield every command that takes articles."""
    for name, one in group.commands.items():
        if isinstance(one, click.Group):
            yield from reading(one, (*before, name))
        elif {"paths", "event"} & {p.name for p in one.params if isinstance(p, click.Argument)}:
            yield (*before, name)


#: What a command wants besides the articles: before them, and behind.
WANTED: dict[str, tuple[list[str], list[str]]] = {
    "kwic": (["regime"], []),
    "chart": (["naming"], ["-o", "OUT/c.svg"]),
    "discover": (["ferry"], []),
    "passages": ([], ["--event", "ferry"]),
    "style-check": ([], ["--guide", "ap"]),
    "worksheet": ([], ["--event", "ferry", "-o", "OUT/w.html"]),
    "lexicon suggest": ([], ["--concept", "government"]),
    "validate sheet": ([], ["-o", "OUT/sheet"]),
    "validate correct": ([], ["--key", "OUT/key.csv", "--codes", "OUT/ana.csv"]),
    "validate shares": ([], ["--key", "OUT/key.csv", "--codes", "OUT/ana.csv"]),
    "validate labels": ([], ["--labels", "OUT/labels.csv"]),
}


@pytest.mark.parametrize("command", list(reading()), ids=" ".join)
def test_every_command_reads_a_saved_analysis(
    command: tuple[str, ...], saved: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is analysed again: the command ends well although `analyze` would fail."""
    _coded(saved, tmp_path)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("analysed again")

    if command != ("kwic",):  # a term that no lexicon of the folder has must be looked for
        monkeypatch.setattr("framing.analysis.analyze", never)
    before, behind = WANTED.get(" ".join(command), ([], []))
    done = run(
        *command, *before, str(saved), *(part.replace("OUT", str(tmp_path)) for part in behind)
    )
    assert done.exit_code == 0, done.output
    assert "nothing is analysed again" in done.stderr


def _coded(saved: Path, folder: Path) -> None:
    """Write a coded sheet and labels that agree with the tool."""
    from framing.validate import draw_sheet

    comparison = framing.compare(framing.open_analysis(saved))
    key = draw_sheet(comparison, n=99, unmatched=0).key
    key.to_csv(folder / "key.csv", index=False)
    voices = key["voice"].where(key.index != 0, "quoted")
    pd.DataFrame({"item": key["item"], "naming": "yes", "voice": voices}).to_csv(
        folder / "ana.csv", index=False
    )
    comparison.analysis.mentions[["article_id", "field", "start", "end", "voice"]].to_csv(
        folder / "labels.csv", index=False
    )


def test_what_was_decided_cannot_be_asked_of_a_saved_analysis(saved: Path) -> None:
    """Another lexicon needs the articles, and the error says so."""
    done = run("mentions", str(saved), "--lexicon", "governments")
    assert done.exit_code == 2
    assert "--lexicon" in done.stderr
    assert "anew" in done.stderr


def test_commands_and_python_give_the_same_rows(saved: Path) -> None:
    """`lines` and `findings` print what the methods of those names return."""
    comparison = framing.compare(framing.open_analysis(saved))
    done = run("lines", str(saved), "--query", "outlet=Post", "--query", "scope=own")
    rows = pd.read_csv(io.StringIO(done.stdout))
    own = comparison.lines({"outlet": "Post", "scope": "own"})
    assert rows["text"].tolist() == own["text"].tolist() != []
    said = run("findings", str(saved)).stdout
    assert " ".join(said.split()) == " ".join(" ".join(map(str, comparison.findings())).split())


@pytest.mark.parametrize(
    "path", ["compare", "findings", "lines", "rates", "distinctive", "chart",
             "validate influence", "validate sensitivity", "validate power"],
)  # fmt: skip
def test_comparing_commands_take_what_compare_takes(path: str) -> None:
    """Every keyword of `framing.compare` is an option of every command that compares."""
    command = cli
    for name in path.split():
        command = command.commands[name]
    taken = {parameter.name for parameter in command.params}
    assert set(inspect.signature(framing.compare).parameters) - {"analysis"} <= taken


@pytest.mark.parametrize("name", ["findings", "lines", "rates", "distinctive"])
def test_a_comparison_has_what_the_command_is_called(name: str) -> None:
    """The command and the attribute of a comparison bear one name."""
    assert name in cli.commands
    assert name in Comparison.__doc__ or hasattr(Comparison, name)


def test_a_query_by_an_unknown_name_is_refused_in_words(saved: Path) -> None:
    """The error lists the names there are."""
    done = run("lines", str(saved), "--query", "colour=red")
    assert done.exit_code == 2
    assert "wording" in done.stderr


def test_voices_that_there_are_not_and_sides_that_are_none_are_told(saved: Path) -> None:
    """A scope that is misspelled is refused with those there are; no line at all is said."""
    done = run("lines", str(saved), "--query", "scope=quotes")
    assert done.exit_code != 0
    assert "no scope 'quotes'; there are own, outlet_worded" in " ".join(done.stderr.split())
    done = run("lines", str(saved), "--query", "outlet=Nobody")
    assert done.exit_code == 0
    assert "nothing is counted for outlet=Nobody; sides: Post, " in done.stderr
