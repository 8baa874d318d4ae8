"""What the command line prints: results on standard output, everything else on standard error.

Names of files, outlets and people come from the articles: a control character in one would drive
the terminal, and a bidirectional mark would turn the line round, so both are shown, not sent.
"""

from __future__ import annotations

import re
import sys

import click

__all__ = ["Output", "say", "shown", "tell"]

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


def tell(message: str) -> None:
    """Print one line of a result on standard output."""
    click.echo(shown(message))


def say(message: str) -> None:
    """Tell the user something that is not a result: on standard error."""
    click.echo(shown(message), err=True)


class Output:
    """Standard output for tables: as they are into a file or a pipe, shown on a terminal."""

    def write(self, text: str, /) -> int:
        """Write a piece of a table."""
        return sys.stdout.write(shown(text) if sys.stdout.isatty() else text)
