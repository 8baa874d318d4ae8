"""`framing batch`: a corpus of any size into a folder of Parquet files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from framing.cli.commands import registered
from framing.cli.terminal import say
from framing.language.numberwords import counted

if TYPE_CHECKING:
    from framing.scale import BatchFolder

__all__ = ["batch"]


@registered("scale")
@click.command()
@click.argument("source", metavar="IN", nargs=-1)
@click.argument("out", metavar="OUT", required=False)
@click.option("--lexicon", "-l", metavar="ID|FILE", multiple=True, help="Lexicons to use.")
@click.option("--targets", metavar="FILE", type=click.Path(), help="Parties with their aliases.")
@click.option("--corrections", metavar="FILE.csv", type=click.Path(), help="Your corrections.")
@click.option("--sentiment", is_flag=True, help="Add TextBlob's figures; takes twice as long.")
@click.option("--no-sentiment", is_flag=True, hidden=True)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Processes of this machine, or Dask's workers.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Of a Dask cluster; without it one is started."
)
@click.option("--workers", type=click.IntRange(1), help="Processes; by default one per processor.")
@click.option("--resume", is_flag=True, help="Go on with what an earlier run left.")
def batch(
    source: tuple[str, ...],
    out: str | None,
    lexicon: tuple[str, ...],
    targets: str | None,
    corrections: str | None,
    sentiment: bool,
    no_sentiment: bool,
    engine: str,
    scheduler: str | None,
    workers: int | None,
    resume: bool,
) -> None:  # fmt: skip
    """Analyse a corpus that does not fit in memory: IN (files, folders) to the folder OUT.

    OUT gets mentions, attributions, cues, scores and articles (without their texts) as Parquet,
    and a manifest. A run that was stopped goes on with --resume. `framing.scale.open_batch(OUT)`
    opens it in Python.
    """
    from framing.scale import analyze_parquet

    if out is None or not source:  # click would give the only path to OUT and miss IN
        raise click.MissingParameter(param_hint="'OUT'" if out else "'IN'", param_type="argument")
    options: dict[str, Any] = {
        "lexicon": lexicon or None, "targets": targets, "corrections": corrections,
        "sentiment": sentiment and not no_sentiment, "workers": workers, "resume": resume,
    }  # fmt: skip
    client = _client(engine, scheduler, workers)
    try:
        with click.progressbar(
            length=1000, label="analysing", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar:
            found = analyze_parquet(
                source, out, client=client, **options,
                progress=lambda done, of: bar.update(done * 1000 // of - bar.pos),
            )  # fmt: skip
    finally:
        if client is not None:
            client.close()
    _say_counts(found)


def _client(engine: str, scheduler: str | None, workers: int | None) -> Any:
    """Return the client of the Dask cluster that is asked for; None without one."""
    if scheduler and (engine != "dask" or workers):
        what = (
            "belongs to --engine dask"
            if engine != "dask"
            else "has workers of its own: leave --workers out"
        )
        raise click.BadParameter(what, param_hint="'--scheduler'")
    if engine != "dask":
        return None
    from framing.scale.cluster import client_of, local_client

    return client_of(scheduler) if scheduler else local_client(workers)


def _say_counts(found: BatchFolder) -> None:
    """Say what was written and what was skipped, the first of it one by one."""
    counts = found.counts
    say(
        f"{counted(counts['articles'], 'article')}, {counts['skipped']} skipped, "
        f"{counted(counts['mentions'], 'mention')} written to {found.path}"
    )
    for row in found.manifest["skipped"][:10]:
        say(f"  {row['file']}{'' if row['line'] is None else ', line ' + str(row['line'])}: "
            f"{row['reason']}")  # fmt: skip
    if counts["skipped"] > 10:
        say(f"  … and {counts['skipped'] - 10} more; all stand in {found.path / 'remarks'}")
