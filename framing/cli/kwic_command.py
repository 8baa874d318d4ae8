"""`framing kwic`: every use of a term with the words around it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from framing.cli.commands import registered
from framing.cli.options import Request, read, reading
from framing.cli.table_commands import emit, output
from framing.cli.terminal import say, shown
from framing.language.numberwords import counted

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["kwic"]


@registered("tables")
@click.command()
@click.argument("term")
@reading
@output
@click.option(
    "--width",
    type=click.IntRange(0),
    default=40,
    show_default=True,
    help="Characters of context each side.",
)
def kwic(request: Request, term: str, output: str | None, width: int) -> None:
    """Show every use of TERM with the words around it (keyword in context), and its voice.

    TERM is found as whole words in any case; a * at a word's end stands for any ending.
    """
    from framing.curate import concordance
    from framing.curate.incontext import need_term

    need_term(term)  # before anything is read
    table = concordance(read(request), term, width=width)
    if output is None and sys.stdout.isatty():
        click.echo_via_pager(shown(_aligned(table, width)))
        return
    emit(table, output)
    say(counted(len(table), "use"))


def _aligned(table: pd.DataFrame, width: int) -> str:
    names = ("outlet", "voice", "left", "text", "right")
    rows = zip(*(table[name].fillna("") for name in names), strict=True)
    return "".join(
        f"{outlet[:16]:16} {voice:10} {left:>{width}} [{text}] {right}\n"
        for outlet, voice, left, text, right in rows
    )
