"""What the command line prints: results on standard output, everything else on standard error.

Names of files, outlets and people come from the articles: a control character in one would drive
the terminal, and a bidirectional mark would turn the line round, so both are shown, not sent.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator

import click

from framing.errors import OutputError

__all__ = ["Output", "finish", "one_line", "say", "shown", "tell"]

# C0 and C1 but for line end and tab; marks that turn writing round; lone surrogates.
_SENT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def shown(message: str) -> str:
    r"""Write control and bidirectional characters as escapes.

    Examples
    --------
    >>> print(shown("Ash\x1b[31m \u202eHerald"))
    Ash\x1b[31m \u202eHerald
    """
    return _SENT.sub(lambda found: found.group().encode("unicode_escape").decode("ascii"), message)


def one_line(name: str) -> str:
    r"""Write the line ends of a file's name as escapes: no name makes a line of its own.

    Examples
    --------
    >>> print(one_line("a\n3 articles read.txt"))
    a\n3 articles read.txt
    """
    return name.replace("\r", "\\r").replace("\n", "\\n")


def tell(message: str) -> None:
    """Print one line of a result on standard output."""
    with _taken():
        click.echo(shown(message))


def say(message: str) -> None:
    """Tell the user something that is not a result: on standard error."""
    click.echo(shown(message), err=True)


class Output:
    """Standard output for tables: as they are into a file or a pipe, shown on a terminal."""

    def write(self, text: str, /) -> int:
        """Write a piece of a table."""
        with _taken():
            return sys.stdout.write(shown(text) if sys.stdout.isatty() else text)


def finish() -> None:
    """Hand over what was printed and still waits: a full disk is told now, not after the end."""
    if sys.stdout is not None:
        with _taken():
            sys.stdout.flush()


@contextlib.contextmanager
def _taken() -> Iterator[None]:
    """Say in words that standard output takes no more; who closes a pipe has read enough."""
    if sys.stdout is None:
        raise OutputError("standard output is closed; send it somewhere, or name a file by -o")
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        with contextlib.suppress(OSError, ValueError):  # what waits is let go: it can't be written
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(
            f"standard output could not be written: {error.strerror or error}. What it holds is "
            "not whole; make room, or name a file by -o"
        ) from error
