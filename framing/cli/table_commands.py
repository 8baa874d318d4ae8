"""`framing mentions`, `attributions`, `cues` and `score`: one table each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from framing.cli.commands import registered
from framing.cli.options import Request, analyzed, reading
from framing.cli.terminal import Output, say
from framing.language.numberwords import counted

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["attributions", "cues", "emit", "mentions", "output", "score"]

_SAFE = "framing_spreadsheet_safe"


def _remember(context: click.Context, _: click.Parameter, value: bool) -> None:
    context.meta[_SAFE] = value


def _ending(context: click.Context, _: click.Parameter, value: str | None) -> str | None:
    """Refuse before the work a file name that no table has, where it can't be a page's."""
    kinds = (each.type for each in context.command.params)
    if not any(isinstance(kind, click.Choice) and "html" in kind.choices for kind in kinds):
        _refuse_ending(value)
    return value


def _refuse_ending(path: str | None) -> None:
    from framing.analysis.tablefiles import table_kind

    if path is not None:
        table_kind(path)


_OPTIONS = (
    click.option(
        "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False), callback=_ending,
        help="Write here (.csv, .jsonl, .parquet, .dta, .sav or .xlsx) instead of to standard "
        "output.",
    ),
    click.option(
        "--spreadsheet-safe", is_flag=True, expose_value=False, callback=_remember,
        help="Put an apostrophe before text in a CSV that a spreadsheet takes for a formula.",
    ),
)  # fmt: skip


def output(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a table that is written."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def emit(
    table: pd.DataFrame, path: str | None, *, name: str = "", spreadsheet: bool = False
) -> None:
    """Write a table to the file given, or as CSV to standard output.

    `name` is the table's in the codebook, for the labels of Stata and SPSS; a table for people
    (`spreadsheet`) has no formulas in its CSV, and none has where the user asked for it.
    """
    from framing.analysis import write_rows, write_table

    spreadsheet = spreadsheet or bool(click.get_current_context().meta.get(_SAFE))
    if path is None:
        write_rows(table, Output(), "csv", spreadsheet=spreadsheet)
        return
    write_table(table, path, spreadsheet=spreadsheet, labels=_labels(name, table))
    say(f"{counted(len(table), 'row')} written to {path}")


def _labels(name: str, table: pd.DataFrame) -> dict[str, str]:
    """Return what the columns of a table mean."""
    from framing.analysis.codebook import codebook_of
    from framing.analysis.columns import TABLES
    from framing.comparison.meanings import MEANINGS

    book = codebook_of({name: table}, None if name in TABLES else MEANINGS) if name else None
    return {} if book is None else dict(zip(book["column"], book["meaning"], strict=True))


@registered("tables")
@click.command()
@reading
@output
def mentions(request: Request, output: str | None) -> None:
    """List every place where an article names a concept, and in whose voice.

    Each row has the words, their offsets, the concept and variant, the voice and its rule.
    """
    emit(analyzed(request).mentions, output, name="mentions")


@registered("tables")
@click.command()
@reading
@output
@click.option(
    "--format", "kind", type=click.Choice(["table", "html"]), default="table", show_default=True,
    help="html: the articles themselves, to read or print, with the sources in the margin.",
)  # fmt: skip
def attributions(request: Request, output: str | None, kind: str) -> None:
    """List who says what: every reported passage with its source and cue.

    With --format html (or -o NAME.html) it is a page: reported words on a tinted ground, the
    reporting word underlined, the source and the reason in the margin.
    """
    if kind == "table" and not (output or "").lower().endswith((".html", ".htm")):
        _refuse_ending(output)
        emit(analyzed(request).attributions, output, name="attributions")
        return
    if output is None:
        raise click.UsageError("a page needs a file to be written to: -o NAME.html")
    from framing.report import write_attributions

    say(f"page written to {write_attributions(analyzed(request), output)}")


@registered("tables")
@click.command()
@reading
@output
def cues(request: Request, output: str | None) -> None:
    """List the stance cues: hedges, scare quotes, unnamed sources and the like."""
    emit(analyzed(request).cues, output, name="cues")


@registered("tables")
@click.command()
@reading
@output
def score(request: Request, output: str | None) -> None:
    """Count everything: one row per article, each rate beside its denominator.

    Polarity and subjectivity are TextBlob's and a baseline only: it knows no target and few words
    of violence ("massacre" is none, "great famine" is good), so no chart shows them.
    """
    emit(analyzed(request, sentiment=True).scores, output, name="scores")
