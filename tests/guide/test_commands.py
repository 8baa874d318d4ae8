"""The page on the commands names every command, and nothing that is not there."""

from __future__ import annotations

import re

import click

from framing.cli.commands import commands_by_stage, discover
from framing.guide import commandlist as page


def known() -> dict[str, list[str]]:
    """Return every command, and the commands of those that are groups."""
    discover()
    listed = [command for stage in commands_by_stage().values() for command in stage]
    return {
        str(command.name): sorted(command.commands) if isinstance(command, click.Group) else []
        for command in listed
    }


def on_the_page() -> dict[str, list[str]]:
    """Return the commands of each heading; of a group its own commands stand there."""
    found: dict[str, list[str]] = {}
    for heading in re.findall(r"^``framing .*$", page.__doc__ or "", re.MULTILINE):
        names = [code.removeprefix("framing ") for code in re.findall(r"``([^`]+)``", heading)]
        first, *rest = [name.split() for name in names]
        if known().get(first[0]):
            within = [first[1], *(name[0] for name in rest)]
            found[first[0]] = sorted([*found.get(first[0], []), *within])
        else:
            found |= {name[0]: [] for name in [first, *rest]}
    return found


def test_the_page_names_every_command() -> None:
    """A command that is added or renamed has its line; one that is gone has none."""
    assert on_the_page() == known()
