"""`framing findings`, `rates`, `lines`, `distinctive` and `passages`: one answer each, as rows."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import click

from framing.cli.commands import registered
from framing.cli.options import Request, analyzed, pairs, reading
from framing.cli.questions import Question, asking, within_option
from framing.cli.table_commands import emit, output
from framing.cli.terminal import say, tell

Voice: TypeAlias = Literal["own", "quoted", "attributed", "all"]
Value: TypeAlias = Literal["n", "weight", "per_1000"]

__all__ = ["distinctive", "findings", "lines", "passages", "rates"]


@registered("conclusions")
@click.command()
@reading
@asking
@click.option(
    "--details",
    is_flag=True,
    help="Say of each what else is known: p with running stories cut up, and what misreading "
    "alone could make.",
)
def findings(request: Request, question: Question, details: bool) -> None:
    """Say what was found in sentences, the strongest contrasts first.

    The same sentences as comparison.findings() in Python.
    """
    for sentence in question.compared(request).findings(details=details):
        tell(str(sentence))


@registered("conclusions")
@click.command()
@reading
@asking
@click.option(
    "--wide",
    is_flag=True,
    help="One row per article, one column per category: a dictionary × document table.",
)
@click.option(
    "--voice",
    type=click.Choice(["own", "quoted", "attributed", "all"]),
    default="all",
    show_default=True,
    help="With --wide: whose words.",
)
@click.option(
    "--value",
    type=click.Choice(["n", "weight", "per_1000"]),
    default="n",
    show_default=True,
    help="With --wide: what the cells are.",
)
@output
def rates(
    request: Request, question: Question, wide: bool, voice: Voice, value: Value,
    output: str | None,
) -> None:  # fmt: skip
    """Count words of category lexicons per 1,000 words by side, with differences within events.

    The same table as comparison.rates in Python; with --wide, as analysis.rates(wide=True).
    """
    if wide:
        emit(analyzed(request).rates(wide=True, voice=voice, value=value), output, name="wide")
    else:
        emit(question.compared(request).rates, output, name="rates")


@registered("conclusions")
@click.command()
@reading
@asking
@click.option(
    "--query", "asked", multiple=True, metavar="NAME=VALUE",
    help="What to show: lexicon, concept, variant, wording, outlet, event, scope (own, "
    "outlet_worded, all …), article; repeatable. Without it, every naming counted.",
)  # fmt: skip
@output
def lines(request: Request, question: Question, asked: tuple[str, ...], output: str | None) -> None:
    """List the rows behind a number: the namings that were counted.

    The same rows as comparison.lines(…) in Python, for instance
    --query outlet=Herald --query scope=own.
    """
    from framing.comparison.queries import Query

    query = Query(**_query(asked))
    comparison = question.compared(request)
    found = comparison.lines(query)
    if not len(found):
        sides = ", ".join(comparison.outlets)
        say(f"nothing is counted for {', '.join(asked) or 'these articles'}; sides: {sides}")
    emit(found, output, name="mentions")


_QUERIED = (
    "lexicon", "concept", "variant", "wording", "outlet", "event", "scope", "a", "b", "side",
    "target", "article", "week", "term", "speaker", "speaker_kind", "cue",
)  # fmt: skip


def _query(given: tuple[str, ...]) -> dict[str, Any]:
    """Read what is asked for; a name that no query has is refused."""
    found = pairs(given, "--query")
    for name in found:
        if name not in _QUERIED:
            raise click.UsageError(f"--query {name}: no such name; it is {', '.join(_QUERIED)}")
    return dict(found)


@registered("conclusions")
@click.command()
@reading
@asking
@click.option("--outlet", metavar="NAME", help="One side; by default each in turn.")
@click.option("--against", metavar="NAME", help="The other side; by default all others.")
@click.option(
    "--voice", type=click.Choice(["own", "all"]), default="own", show_default=True,
    help="Own-voice text alone, or all of it.",
)  # fmt: skip
@click.option(
    "--ngrams",
    type=(int, int),
    default=(1, 3),
    show_default=True,
    metavar="SHORTEST LONGEST",
    help="Lengths of terms in words.",
)
@click.option("--min-count", default=3, show_default=True, help="Leave out terms rarer than this.")
@output
def distinctive(
    request: Request, question: Question, outlet: str | None, against: str | None,
    voice: str, ngrams: tuple[int, int], min_count: int, output: str | None,
) -> None:  # fmt: skip
    """Rank words and phrases by how far they tell one side's text from another's.

    The same table as comparison.distinctive() in Python.
    """
    sides = [side for side in (outlet, against) if side is not None]
    found = question.compared(request, sides=sides).distinctive(
        outlet,
        against,
        voice="own" if voice == "own" else "all",
        ngrams=ngrams,
        min_count=min_count,
    )
    emit(found.reset_index(), output)


@registered("conclusions")
@click.command()
@reading
@click.option("--event", required=True, metavar="NAME", help="The event to align.")
@within_option
@output
def passages(request: Request, event: str, within: str, output: str | None) -> None:
    """Align the sentences that tell the same thing in the articles of one event.

    With --within month the event is a month (--event 2020-06), and so on.

    The same table as framing.passages.align_passages(analysis, event).pairs in Python.
    """
    from framing.passages import align_passages
    from framing.passages.aligning import articles_of

    analysis = analyzed(request, ready=lambda articles: articles_of(articles, event, within))
    emit(align_passages(analysis, event, within=within).pairs, output)
