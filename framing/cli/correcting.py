"""`framing validate correct`, `shares` and `labels`: from a coded sheet, or another's labels."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from framing.cli.beforehand import need_counting_column
from framing.cli.options import Request, analyzed, reading, writes
from framing.cli.questions import Question, asking
from framing.cli.table_commands import emit, output
from framing.cli.validating import key_of, keyed, validate

__all__ = ["correct", "shares"]

coded = click.option(
    "--codes",
    multiple=True,
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="A filled-in sheet; one per coder, repeatable.",
)


@validate.command()
@reading
@asking
@keyed("The key.csv of a sheet drawn with --matched.")
@coded
@output
def correct(
    request: Request, question: Question, key: str, codes: tuple[str, ...], output: str | None
) -> None:
    """Correct shares, leans and differences by a coded sheet, whatever the tool's errors.

    The same table as comparison.corrected(coded) in Python; uncorrected figures stand beside.
    """
    from framing.validate import coded_sheet, read_codes

    writes([*request.inputs, key, *codes], output)
    coded = coded_sheet(key_of(key), read_codes(codes))
    emit(question.compared(request).corrected(coded), output)


@validate.command()
@reading
@asking
@keyed("The key.csv of a sheet drawn from these articles.")
@coded
@output
def shares(
    request: Request, question: Question, key: str, codes: tuple[str, ...], output: str | None
) -> None:
    """Correct each side's share by one pair of error rates for all (Rogan–Gladen).

    The same table as framing.validate.corrected_shares in Python. Where one side quotes more,
    `framing validate correct` is the one that holds.
    """
    from framing.validate import corrected_shares, read_codes, score_codes

    writes([*request.inputs, key, *codes], output)
    found = score_codes(key_of(key), read_codes(codes))
    emit(corrected_shares(question.compared(request), found), output)


@validate.command("labels")
@reading
@click.option("--by", default="outlet", show_default=True, help="Column to count by.")
@output
def labels_(request: Request, by: str, output: str | None) -> None:
    """Compare another annotator's voices (--labels FILE) with the tool's, side by side.

    The same table as framing.validate.compare_labels(analysis, labels) in Python.
    """
    from framing.validate import compare_labels, read_labels

    if request.labels is None:
        raise click.UsageError("give the annotator's voices: --labels FILE")
    need_counting_column(by)
    analysis = analyzed(dataclasses.replace(request, labels=None))
    labels = read_labels(request.labels)
    emit(compare_labels(analysis, labels, by=by, name=Path(request.labels).stem), output)
