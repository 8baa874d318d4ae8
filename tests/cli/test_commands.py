"""A command is one file that registers itself; the help lists it under its stage."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from framing.cli import cli
from framing.cli.commands import STAGES, commands_by_stage, discover, forget, registered


def test_a_new_file_in_the_folder_is_a_new_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing but the file itself is written."""
    package = tmp_path / "extra_commands"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "greeting.py").write_text(
        "import click\n"
        "from framing.cli.commands import registered\n"
        "@registered('tables')\n"
        "@click.command()\n"
        "def greet() -> None: ...\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    before = commands_by_stage()
    discover("extra_commands")
    added = [each.name for each in commands_by_stage()["tables"] if each not in before["tables"]]
    assert added == ["greet"]
    forget("greet")
    assert commands_by_stage() == before
    for name in ("extra_commands", "extra_commands.greeting"):
        sys.modules.pop(name)


def test_every_registered_command_is_in_the_help_under_its_stage() -> None:
    """The stages stand in the order of the work."""
    text = CliRunner().invoke(cli, ["--help"]).output
    places = [
        text.index(f"{STAGES[stage]}:") for stage, found in commands_by_stage().items() if found
    ]
    assert places == sorted(places)
    for found in commands_by_stage().values():
        for command in found:
            assert f"\n  {command.name} " in text


def test_two_commands_of_one_name_and_an_unknown_stage_are_refused() -> None:
    """The second would hide the first."""
    with pytest.raises(ValueError, match="two commands are called 'compare'"):
        registered("start")(click.Command("compare"))
    with pytest.raises(ValueError, match="no stage 'elsewhere'"):
        registered("elsewhere")  # type: ignore[arg-type]  # what a typing error would be


def test_the_help_of_events_tells_the_defaults_that_hold() -> None:
    """They are named in words that click does not make: the room that knows them loads late."""
    from framing.events import DAYS, THRESHOLD

    said = " ".join(CliRunner().invoke(cli, ["events", "--help"]).output.split())
    assert f"0 to 1. [default: {THRESHOLD}]" in said
    assert f"a third. [default: {DAYS:g}]" in said
