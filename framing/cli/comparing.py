"""`framing compare`: the main job, from a folder of articles to a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.cli.options import Request, analyzed, reading
from framing.cli.terminal import say, tell

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["compare"]

_MOST_FINDINGS = 8
"""Findings printed; the report holds all."""


@click.command()
@reading
@click.option("--by", default="outlet", show_default=True, help="Column whose values to compare.")
@click.option("--within", default="event", show_default=True, help="Column that pairs articles.")
@click.option("--reference", metavar="NAME", help="Compare every other outlet with this one.")
@click.option("--concept", "concepts", multiple=True, help="Only this concept; repeatable.")
@click.option("--target", metavar="NAME", help="Party toward which stance is measured.")
@click.option("--seed", default=0, show_default=True, help="Seed of every random draw.")
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
    help="Write all tables into this folder as CSV, with the provenance.",
)
def compare(
    request: Request,
    by: str,
    within: str,
    reference: str | None,
    concepts: tuple[str, ...],
    target: str | None,
    seed: int,
    output: str | None,
    title: str | None,
    tables: str | None,
) -> None:  # fmt: skip
    """Compare how outlets name the same things, event by event.

    PATH is a folder (EVENT/OUTLET.txt inside), a file or a pattern: .txt, .html, .docx, .rtf,
    .pdf, .csv, .jsonl, .xlsx, .parquet …, or an export of Nexis, ProQuest, Factiva or Europresse.
    What is found is printed in a few sentences; -o writes the whole report.
    """
    from framing.comparison import compare as run

    analysis = analyzed(request, sentiment=True)
    comparison = run(
        analysis, by=by, within=within, reference=reference,
        concepts=list(concepts) or None, target=target, seed=seed,
    )  # fmt: skip
    for line in _summary(comparison):
        tell(line)
    if tables:
        folder = comparison.save(tables)
        say(f"tables written to {folder}")
    if output:
        from framing.report import write_report

        say(f"report written to {write_report(comparison, Path(output), title=title)}")


def _summary(comparison: Comparison) -> list[str]:
    """Return what is printed: the question, the findings, the test over all, what is missing."""
    primary = comparison.primary
    told = comparison.findings() if comparison.settings.target is None else primary.statements
    # The findings begin with one contrast a concept: printed are those, not each concept's others.
    concepts = len(comparison.ranked().drop_duplicates(["lexicon", "concept"]))
    most = min(_MOST_FINDINGS, concepts or _MOST_FINDINGS)
    more = len(told) - most
    shown = [str(sentence) for sentence in told[:most]]
    if more > 0:
        shown += [str(told[-1])] if more == 1 else [f"… and {more - 1} more.", str(told[-1])]
    result = [str(sentence) for sentence in (primary.result, primary.refusal) if sentence]
    return [comparison.question, "", *shown, *result, "", *comparison.notes]
