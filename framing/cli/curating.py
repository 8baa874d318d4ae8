"""`framing style-check`, `lexicon suggest` and `lexicon coverage`."""

from __future__ import annotations

import sys

import click

from framing.cli.commands import registered
from framing.cli.lexicons import lexicon
from framing.cli.options import Request, analyzed, reading
from framing.cli.tables import emit, output
from framing.cli.terminal import say

__all__ = ["coverage", "style_check", "suggest"]


@registered("lexicons")
@click.command("style-check")
@reading
@output
@click.option("--guide", required=True, metavar="ID", help="Whose style guide: bbc, ap, reuters …")
def style_check(request: Request, output: str | None, guide: str) -> None:
    """List own-voice uses of words that an outlet's style guide rules out.

    Each row has the line, the guide's rule in our words, and the source it can be looked up in.
    """
    from framing.curate import style_check as run

    table = run(analyzed(request), guide)
    say(f"{len(table)} uses that the guide rules out")
    emit(table, output)


@lexicon.command()
@reading
@output
@click.option("--concept", required=True, metavar="ID", help="Concept to find more variants of.")
@click.option("--least", default=2, show_default=True, help="Fewest uses of a candidate.")
def suggest(request: Request, output: str | None, concept: str, least: int) -> None:
    """Propose variants of a concept from your own corpus, as a draft to review.

    Writes YAML to copy into a lexicon, each candidate with its lines and marked unsourced;
    with -o FILE.csv (or .jsonl, .parquet) the same as a table.
    """
    from framing.curate import draft_yaml, suggest_variants

    table = suggest_variants(analyzed(request), concept, least=least)
    say(f"{len(table)} candidates")
    if output is None:
        sys.stdout.write(draft_yaml(table, concept))
    else:
        emit(table, output)


@lexicon.command()
@reading
@output
@click.option("--least", default=3, show_default=True, help="Fewest uses of an uncovered word.")
@click.option("--uncovered", is_flag=True, help="List frequent words that no concept covers.")
def coverage(request: Request, output: str | None, least: int, uncovered: bool) -> None:
    """Say which concepts your corpus names and how often, or what they leave uncovered."""
    from framing.curate import lexicon_coverage

    found = lexicon_coverage(analyzed(request), least=least)
    named = int((found.concepts["namings"] > 0).sum())
    say(f"{named} of {len(found.concepts)} concepts are named")
    emit(found.uncovered if uncovered else found.concepts, output)
