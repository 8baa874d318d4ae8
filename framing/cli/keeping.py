"""`framing long`, `codebook`, `methods-text`, `reproduce`: what papers and other programs take."""

from __future__ import annotations

import click

from framing.cli.commands import registered
from framing.cli.options import Request, reading, writes
from framing.cli.questions import Question, asking
from framing.cli.table_commands import emit, output
from framing.cli.terminal import say, tell
from framing.values import Scope

__all__ = ["codebook", "long", "methods_text", "reproduce"]

NOT_THE_SAME = 4


@registered("tables")
@click.command()
@reading
@asking
@click.option(
    "--scope", type=click.Choice([str(scope) for scope in Scope]), default="own",
    show_default=True, help="Whose words.",
)  # fmt: skip
@click.option("--no-zeros", is_flag=True, help="Leave out wordings the article could have used.")
@output
def long(
    request: Request, question: Question, scope: str, no_zeros: bool, output: str | None
) -> None:
    """Count wordings by article, concept and side: the long table that mixed models take.

    The same table as comparison.long() in Python. -o NAME.dta or .sav is for Stata or SPSS.
    """
    emit(question.compared(request).long(scope=scope, zeros=not no_zeros), output, name="long")


@registered("tables")
@click.command()
@reading
@asking
@output
def codebook(request: Request, question: Question, output: str | None) -> None:
    """Say what every column of every table means.

    The same table as comparison.codebook() in Python.
    """
    emit(question.compared(request).codebook(), output)


@registered("conclusions")
@click.command()
@reading
@asking
def methods_text(request: Request, question: Question) -> None:
    """Write the methods paragraph for a paper, with counts, versions and references.

    The same text as comparison.methods_text() in Python.
    """
    tell(question.compared(request).methods_text())


@registered("checks")
@click.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(file_okay=False))
@click.option(
    "--articles", multiple=True, metavar="PATH",
    help="The articles, where the folder was saved without texts; repeatable.",
)  # fmt: skip
@click.option("--reader", metavar="NAME", help="The voice reader: spacy, or spacy:NAME.")
@output
def reproduce(
    folder: str, articles: tuple[str, ...], reader: str | None, output: str | None
) -> None:
    """Make the tables of a saved folder again, and say what differs.

    FOLDER is what `framing compare --tables` or analysis.save wrote. The same as
    framing.reproduce(folder) in Python; -o writes the differences. Exit status 4 where the tables
    are not the same.
    """
    from framing.cli.beforehand import voice_reader
    from framing.comparison import reproduce as again

    writes([folder, *articles], output)
    found = again(
        folder,
        (list(articles) if len(articles) > 1 else articles[0]) if articles else None,
        reader=voice_reader(reader) if reader else None,
    )
    for line in found.statements():
        tell(line)
    if output is not None:
        emit(found.differences, output)
    if not found.same:
        say("the tables are not the same")
        click.get_current_context().exit(NOT_THE_SAME)
