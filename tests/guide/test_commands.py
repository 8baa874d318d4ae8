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


def options() -> dict[str, dict[str, click.Option]]:
    """Return the options of every command, those of a group's commands as its own."""
    found: dict[str, dict[str, click.Option]] = {}

    def add(command: click.Command, name: str) -> None:
        for inner in command.commands.values() if isinstance(command, click.Group) else ():
            add(inner, name)
        for option in command.params:
            if isinstance(option, click.Option):
                found.setdefault(name, {}).update(dict.fromkeys(option.opts, option))

    for stage in commands_by_stage().values():
        for command in stage:
            add(command, str(command.name))
    return found


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


def test_an_option_on_the_page_is_one_of_its_command() -> None:
    """Under a heading stand options of its commands only, and at the end those of several."""
    entries = re.split(r"^(?=``framing )", page.__doc__ or "", flags=re.MULTILINE)[1:]
    *entries, last = [part for entry in entries for part in entry.split("\n\nWherever ")]
    known()
    for entry in entries:
        heading = entry.split("\n", 1)[0]
        names = [code.removeprefix("framing ") for code in re.findall(r"``([^`]+)``", heading)]
        given = [options()[name] for each in names if (name := each.split()[0]) in options()]
        for option in re.findall(r"--[a-z-]+", entry):
            assert any(option in one for one in given), (heading, option)
    for option in re.findall(r"--[a-z-]+", last):
        assert sum(option in one for one in options().values()) > (option != "--sentiment"), option


def test_every_option_says_what_it_does() -> None:
    """`--help` tells of each option that it shows."""
    known()
    for name, given in options().items():
        assert not [one for one, option in given.items() if not (option.help or option.hidden)], (
            name
        )
