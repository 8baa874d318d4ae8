"""Whatever command writes a file, what it reads is never written over."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from framing.cli import cli

TEXT = "The occupation forces left the town on Monday, and the soldiers waved."
ARGUMENTS = {"kind": "naming", "term": "forces", "codes": "codes.csv", "source": "lexicon.csv"}
NEEDED = {
    "--event": "e", "--concept": "foreign-troops", "--guide": "bbc", "--codes": "codes.csv",
    "--key": "key.csv", "--folder": "sheets",
}  # fmt: skip
WRITES = ("output", "data", "marking_page")
NOT_HERE = {  # what names no file that is there, or reads a folder
    ("lexicon", "new"), ("reproduce",), ("open",),
}  # fmt: skip


def commands(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command that writes a file."""
    for name, command in group.commands.items():
        words = (*before, name)
        if isinstance(command, click.Group):
            yield from commands(command, words)
        elif words not in NOT_HERE and any(one.name in WRITES for one in command.params):
            yield words


def command_of(words: tuple[str, ...]) -> click.Command:
    """Return the command these words call."""
    found: click.Command = cli
    for word in words:
        assert isinstance(found, click.Group)
        found = found.commands[word]
    return found


def read_options(command: click.Command) -> list[click.Parameter]:
    """Return the options that name a file to be read."""
    return [
        one
        for one in command.params
        if isinstance(one, click.Option)
        and one.name not in WRITES
        and (one.metavar or "").split("|")[-1].partition(".")[0] in ("FILE", "PATH", "SHEET")
    ]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Enter a folder with a corpus and a file for every option."""
    rows = [
        {"id": str(n), "outlet": outlet, "event": "e", "text": f"{TEXT} {outlet} saw it."}
        for n, outlet in enumerate(["Ash", "Birch"])
    ]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    for name in ("codes.csv", "key.csv", "lexicon.csv", "read.csv"):
        (tmp_path / name).write_text("text,id\nsome words,1\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def calls(words: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the command with each of its outputs named as each of its inputs."""
    command = command_of(words)
    arguments = [
        ARGUMENTS.get(str(one.name), "news.jsonl") if words[0] != "discover" or one.nargs < 0
        else "e"
        for one in command.params
        if isinstance(one, click.Argument)
    ]  # fmt: skip
    needed = [one for one in command.params if isinstance(one, click.Option) and one.required]
    outputs = [one.opts[0] for one in command.params if one.name in WRITES]
    for output in outputs:
        given: dict[str, str] = {}
        for one in needed:
            name = one.opts[-1]
            given[one.opts[0]] = NEEDED.get(name, "chart.png")
        for option in (None, *read_options(command)):
            chosen = dict(given)
            if option is None:
                chosen[output] = arguments[-1]
            else:
                chosen[option.opts[0]] = chosen[output] = given.get(option.opts[0], "read.csv")
            yield [*words, *arguments, *(word for pair in chosen.items() for word in pair)]


@pytest.mark.parametrize("words", list(commands(cli)), ids=" ".join)
def test_no_command_writes_over_what_it_reads(words: tuple[str, ...], here: Path) -> None:
    """An output named like the articles or like the file of any option is refused, status 3."""
    before = {path.name: path.read_bytes() for path in here.iterdir()}
    for call in calls(words):
        done = CliRunner().invoke(cli, call)
        said = f"framing {' '.join(call)}: {done.output}"
        assert {name: (here / name).read_bytes() for name in before} == before, said
        assert done.exit_code == 3, said
        assert "not written over" in done.output, said
