"""The command line: `framing COMMAND …`. It calls public functions only, and alone prints."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from typing import Any, TextIO

import click

from framing._version import VERSION
from framing.cli.commands import STAGES, commands_by_stage, discover
from framing.cli.terminal import finish, say
from framing.errors import ArticleError, ComparisonError, FramingError, FramingWarning, OutputError

__all__ = ["cli", "main"]

NOTHING_USABLE, WRONG_USAGE, NOT_WRITTEN = 1, 2, 3

_ALLOCATIONS = 700_000
"""New objects between two looks for garbage in cycles: word lists are many objects and no cycles,
and at Python's own 700 looking takes an eighth of a short run."""


def _status(error: FramingError) -> int:
    """Return the exit status that tells a script which kind of error it was."""
    if isinstance(error, OutputError):
        return NOT_WRITTEN
    return NOTHING_USABLE if isinstance(error, ArticleError | ComparisonError) else WRONG_USAGE


class _Group(click.Group):
    """A group that turns framing's own errors into one line and the agreed exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            done = super().invoke(ctx)
            finish()
        except FramingError as error:
            say(f"framing: {error}")
            ctx.exit(_status(error))
        return done

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order of the work, not of the alphabet."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under the stages of the work."""
        for stage, commands in commands_by_stage().items():
            rows = [(each.name or "", each.get_short_help_str(200)) for each in commands]
            if rows:
                with formatter.section(STAGES[stage]):
                    formatter.write_dl(rows)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="framing", message="%(prog)s %(version)s")
def cli() -> None:
    """Measure how news outlets name the same things differently, and in whose voice.

    Put the articles of one event into a folder, one file per outlet (EVENT/OUTLET.txt), then:

    \b
        framing compare FOLDER -o report.html

    and open report.html. Nothing is sent anywhere; everything runs on this machine.
    """  # noqa: D301  (click reads the backspace as "leave these lines as they are")


discover()
for _commands in commands_by_stage().values():
    for _command in _commands:
        cli.add_command(_command)


def main() -> None:
    """Run the command line; the entry point of the installed program."""
    if sys.stderr is None:  # closed by who called: nobody listens
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  (until the end)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    warnings.showwarning = _tell
    gc.set_threshold(_ALLOCATIONS, 20, 50)
    try:
        cli(prog_name="framing")
    finally:
        gc.freeze()  # or Python looks through all objects at its end: a tenth of a short run


_show = warnings.showwarning


def _tell(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Say a warning of framing's own as one line; show others as Python does."""
    if issubclass(category, FramingWarning):
        say(f"framing: {message}")
    else:
        _show(message, category, filename, lineno, file, line)
