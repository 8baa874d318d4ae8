"""`framing compare`: the main job, from a folder of articles to a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.cli.commands import registered
from framing.cli.options import Request, reading
from framing.cli.questions import Question, asking
from framing.cli.terminal import say, tell

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["compare"]

_MOST_FINDINGS = 8
"""Findings printed; the report holds all."""


@registered("start")
@click.command()
@reading
@asking
@click.option(
    "-o",
    "--output",
    metavar="FILE.html",
    type=click.Path(dir_okay=False),
    help="Write the report here: one HTML page that opens without a network.",
)
@click.option("--title", help="Title of the report; by default made from the outlets.")
@click.option(
    "--tables",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Write all tables into this folder, with codebook and provenance: a saved analysis.",
)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["csv", "jsonl", "parquet"]),
    default="csv",
    show_default=True,
    help="Of the tables.",
)
@click.option(
    "--no-text",
    is_flag=True,
    help="Leave the articles' texts out of the folder, which can then be passed on.",
)
def compare(
    request: Request,
    question: Question,
    output: str | None,
    title: str | None,
    tables: str | None,
    kind: str,
    no_text: bool,
) -> None:  # fmt: skip
    """Compare how outlets name the same things, event by event.

    PATH is a folder (EVENT/OUTLET.txt inside), a file or a pattern: .txt, .html, .docx, .rtf,
    .pdf, .csv, .jsonl, .xlsx, .parquet …, an export of Nexis, ProQuest, Factiva or Europresse; or a
    folder that --tables or `framing batch` wrote, which is not analysed again.
    What is found is printed in a few sentences; -o writes the whole report.
    """
    from framing.page.pagefile import need_page

    need_page(output)
    comparison = question.compared(request, sentiment=tables is not None, tells_notes=True)
    for line in _summary(comparison):
        tell(line)
    if tables:
        folder = comparison.save(tables, format=kind, text=not no_text)
        say(f"tables written to {folder}")
    if output:
        from framing.report import write_report

        say(f"report written to {write_report(comparison, Path(output), title=title)}")


def _summary(comparison: Comparison) -> list[str]:
    """Return what is printed: the question, the findings, the test over all, what is missing."""
    from framing.comparison.ranking import told_apart

    primary = comparison.primary
    told = comparison.findings()
    # Findings begin with one contrast per concept: printed are those, not each concept's others,
    # and what is said of all of them.
    ranked = told_apart(comparison.ranked())
    concepts = len(ranked.drop_duplicates(["lexicon", "concept"]))
    most = min(_MOST_FINDINGS, concepts or _MOST_FINDINGS)
    more = min(len(ranked), len(told)) - most
    shown = [str(sentence) for sentence in told[:most]]
    if more > 0:
        shown.append(f"… and {more} more.")
    shown += [str(sentence) for sentence in told[most + max(more, 0) :]]
    result = [str(sentence) for sentence in (primary.result, primary.refusal) if sentence]
    result = [said for said in result if said not in shown]
    return [comparison.question, "", *shown, *result, "", *comparison.notes]
