"""`framing lexicon …`: list, show and check lexicons."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from framing.cli.commands import registered
from framing.cli.options import writes
from framing.cli.terminal import say, tell
from framing.language.numberwords import counted

if TYPE_CHECKING:
    from framing.lexicon import Concept

__all__ = ["lexicon"]


@registered("lexicons")
@click.group()
def lexicon() -> None:
    """Look into the lexicons: what they hold and on which sources; check your own."""


@lexicon.command("list")
def list_() -> None:
    """List the shipped lexicons."""
    from framing.lexicon import shipped

    for name in shipped():
        variants = sum(len(concept.variants) for concept in name.concepts)
        tell(
            f"{name.id:24} {name.kind:9} {name.version:8} {len(name.concepts):4} concepts "
            f"{variants:5} variants  {name.title}"
        )


@lexicon.command()
@click.argument("name", metavar="ID|FILE")
def show(name: str) -> None:
    """Show a lexicon: its concepts, their variants, and what each source says."""
    from framing.curate import measured_uses
    from framing.lexicon import load_lexicon

    lexicon = load_lexicon(name)
    tell(
        f"{lexicon.id} {lexicon.version} ({lexicon.kind}): {lexicon.title}\nsha256 {lexicon.sha256}"
    )
    uses = measured_uses().get("forms", {}).get(lexicon.id, {})
    for concept in lexicon.concepts:
        _show_concept(concept, uses)
    tell("\nSources")
    for key, source in lexicon.sources.items():
        parts = (source.title, source.publisher, source.year, source.url)
        tell(f"  {key}: " + ", ".join(str(part) for part in parts if part))


_FORMS_SHOWN = 8


def _show_concept(concept: Concept, uses: Mapping[str, Mapping[str, Mapping[str, int]]]) -> None:
    from framing.lexicon.lexiconrecords import WORD_LISTS

    tell(f"\n{concept.id}: {concept.gloss or ''}")
    for variant in concept.variants:
        forms = ", ".join(word for part in WORD_LISTS for word in getattr(variant, part))
        toward = ", ".join(f"{slot} {sign:+d}" for slot, sign in variant.toward.items())
        details = [f"intensity {variant.intensity}", variant.register, toward, variant.status]
        tell(f"  {variant.id}: {forms}")
        tell(f"      {' · '.join(str(part) for part in details if part)}")
        seen = {
            form: sum(by_corpus.values())
            for form, by_corpus in uses.get(f"{concept.id}/{variant.id}", {}).items()
        }
        if seen:
            most = sorted(seen, key=lambda form: (-seen[form], form))[:_FORMS_SHOWN]
            tell("      found in articles: " + ", ".join(f"{form} {seen[form]}" for form in most))
        for citation in variant.sources:
            says = f": {citation.says}" if citation.says else ""
            locator = f" ({citation.locator})" if citation.locator else ""
            tell(f"      {citation.id}{locator}{says}")


@lexicon.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--directions", is_flag=True, help="Also show which way each concept is loaded.")
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...], directions: bool) -> None:
    """Check lexicon files: what is wrong, on which line, and how to mend it.

    Ends with status 1 when there is an error; warnings alone end with 0.
    """
    from framing.errors import LexiconError
    from framing.lexicon import check_lexicon, directions_table, load_lexicon

    counts: Counter[str] = Counter()
    for file in files:
        for finding in check_lexicon(file):
            counts[finding.level] += 1
            place = finding.file if finding.line is None else f"{finding.file}:{finding.line}"
            mend = f"; {finding.mend}" if finding.mend else ""
            tell(f"{place}: {finding.level}: {finding.what}{mend}")
        if directions:
            try:
                tell(directions_table(load_lexicon(file)))
            except LexiconError:
                counts["unreadable"] += 1  # its errors stand above
    tell(f"{counted(counts['error'], 'error')}, {counted(counts['warning'], 'warning')}")
    ctx.exit(1 if counts["error"] else 0)


@lexicon.command()
@click.argument("source", metavar="ID|FILE")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Its ending says the format: .yaml, .dic, .dicx, .jsonl, .csv, .tsv, .tff, .txt.",
)
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="Format to write, where the ending leaves it open: quanteda (in .yaml), words, nrc, vader "
    "(in .txt).",
)
def convert(source: str, output: str, format_name: str | None) -> None:
    """Convert a dictionary from one format to another: LIWC, quanteda, spaCy, NRC, MPQA, VADER.

    What the new format can't hold is said; a dictionary without neutral words gives rates only,
    not naming shares.
    """
    from framing.lexicon import load_lexicon, write_lexicon

    writes([source], output)
    loaded = load_lexicon(source)
    for note in (*loaded.notes, *write_lexicon(loaded, output, format_name=format_name)):
        say(note)
    say(f"{output} written")


@lexicon.command()
@click.argument("output", metavar="[FILE]", required=False, type=click.Path(dir_okay=False))
def new(output: str | None) -> None:
    """Write a small valid lexicon with comments, to be changed into your own.

    Without FILE: show one page on how that is done.
    """
    from pathlib import Path

    from framing.errors import LexiconError
    from framing.lexicon.template import PAGE, TEMPLATE
    from framing.output import write_whole

    if output is None:
        tell(PAGE.rstrip())
        return
    target = Path(output)
    if os.path.lexists(target):
        raise LexiconError(f"{output} is there already; name a file that is not")
    if target.suffix not in (".yaml", ".yml"):
        raise LexiconError(f"{output}: a lexicon is written as YAML; end the name in .yaml")
    writes([], output)
    name = "-".join("".join(c if c.isalnum() else " " for c in target.stem.lower()).split())
    write_whole(target, TEMPLATE.replace("id: NAME", f"id: {name or 'mine'}", 1))
    say(
        f"{output} written; change it, then: framing lexicon check {output}. "
        "One page on the rest: framing lexicon new"
    )
