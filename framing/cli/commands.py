"""The registry of commands: a command is registered in its own file and listed under its stage.

To add one, write a file in this folder with

    @registered("tables")
    @click.command()
    def mine() -> None: ...

and `framing mine` is there, in the help too. A file holds the commands of one kind of work.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from typing import Literal, TypeAlias, TypeVar, get_args

import click

__all__ = ["STAGES", "Stage", "commands_by_stage", "discover", "forget", "registered"]

Stage: TypeAlias = Literal[
    "start", "conclusions", "tables", "pictures", "lexicons", "checks", "teaching", "scale"
]

STAGES: dict[Stage, str] = {
    "start": "Begin here",
    "conclusions": "What was found",
    "tables": "Tables",
    "pictures": "Pictures",
    "lexicons": "Lexicons",
    "checks": "How far to trust it",
    "teaching": "Teaching",
    "scale": "Corpora of any size",
}
"""Headings of the help, in the order of the work."""

Command = TypeVar("Command", bound=click.Command)

_REGISTERED: dict[str, tuple[Stage, click.Command]] = {}


def registered(stage: Stage) -> Callable[[Command], Command]:
    """Register a command under a stage of the work.

    Raises
    ------
    ValueError
        When the stage is none of `STAGES`, or another command has the same name.
    """
    if stage not in get_args(Stage):
        raise ValueError(f"there is no stage {stage!r}; the stages are {', '.join(STAGES)}")

    def register(command: Command) -> Command:
        name = command.name or ""
        if name in _REGISTERED:
            raise ValueError(f"two commands are called {name!r}")
        _REGISTERED[name] = (stage, command)
        return command

    return register


def forget(name: str) -> None:
    """Take a command out again, as before its file is read anew."""
    _REGISTERED.pop(name, None)


def discover(package: str = "framing.cli") -> None:
    """Import every file of the folder, so that each registers its commands."""
    folder = importlib.import_module(package)
    for module in pkgutil.iter_modules(folder.__path__):
        if not module.name.startswith("_"):
            importlib.import_module(f"{package}.{module.name}")


def commands_by_stage() -> dict[Stage, list[click.Command]]:
    """Return the registered commands under their stages, in the order of the work."""
    return {
        stage: [command for at, command in _REGISTERED.values() if at == stage] for stage in STAGES
    }
