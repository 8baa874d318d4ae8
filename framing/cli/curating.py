"""`framing style-check`, `discover`, `lexicon suggest` and `lexicon coverage`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from framing.cli.commands import registered
from framing.cli.lexicons import lexicon
from framing.cli.options import Request, analyzed, reading
from framing.cli.questions import within_option
from framing.cli.table_commands import emit, output
from framing.cli.terminal import Output, say
from framing.language.numberwords import counted

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.learn import WordVectors

__all__ = ["coverage", "discover", "style_check", "suggest"]

_ENOUGH = 100_000
_learning = click.option(
    "--vectors-from", metavar="PATH", multiple=True, type=click.Path(),
    help="More articles to learn word vectors from, beside those read; repeatable.",
)  # fmt: skip


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
    say(f"{counted(len(table), 'use')} that the guide rules out")
    emit(table, output)


@lexicon.command()
@reading
@output
@click.option("--concept", required=True, metavar="ID", help="Concept to find more variants of.")
@click.option("--min-count", default=2, show_default=True, help="Fewest uses of a candidate.")
@click.option("--most", default=20, show_default=True, help="Most candidates.")
@_learning
def suggest(
    request: Request, output: str | None, concept: str, min_count: int, most: int,
    vectors_from: tuple[str, ...],
) -> None:  # fmt: skip
    """Propose variants of a concept from your own corpus, as a draft to review.

    Words that stand in its place in another outlet's account of the same event, share a word
    with its names, or are near them in word vectors learned from your articles. Writes YAML to
    copy into a lexicon, each candidate with its lines and marked unsourced; with -o FILE.csv (or
    .jsonl, .parquet) the same as a table.
    """
    from framing.curate import draft_yaml, suggest_variants

    more = _texts_of(vectors_from)  # what can't be read is told before the work
    analysis = analyzed(request)
    table = suggest_variants(
        analysis, concept, min_count=min_count, most=most, vectors=_learned(analysis, more)
    )
    say(f"{len(table)} candidates")
    if output is None:
        Output().write(draft_yaml(table, concept))
    else:
        emit(table, output)


@registered("lexicons")
@click.command()
@click.argument("event", metavar="EVENT")
@reading
@output
@click.option("--most", default=20, show_default=True, help="Most pairs.")
@within_option
@_learning
def discover(
    request: Request, event: str, output: str | None, most: int, within: str,
    vectors_from: tuple[str, ...],
) -> None:  # fmt: skip
    """List what the outlets of one event seem to name differently and no lexicon knows yet.

    With --within month EVENT is a month (2020-06), and so on.

    Pairs of words in the same place of aligned sentences, or near in word vectors learned from
    your articles and used by different outlets, each with its lines: leads to read, no finding.
    """
    from framing.curate import discover_namings
    from framing.passages.aligning import articles_of

    more = _texts_of(vectors_from)
    analysis = analyzed(request, ready=lambda articles: articles_of(articles, event, within))
    table = discover_namings(
        analysis, event, vectors=_learned(analysis, more), most=most, within=within
    )
    say(f"{len(table)} pairs; read the lines: which of them name one thing, nobody but you can say")
    emit(table, output)


def _texts_of(paths: tuple[str, ...]) -> list[str]:
    """Read the texts of more articles to learn from."""
    from framing.articles import read_articles

    return [article.text for path in paths for article in read_articles(path)]


def _learned(analysis: Analysis, more: list[str]) -> WordVectors | None:
    """Learn word vectors from the articles read and more; None, saying so, where they are few."""
    from framing.language import words_in
    from framing.learn import CorpusVectors

    texts = [article.text for article in analysis.articles] + more
    words = sum(len(words_in(text)) for text in texts)
    if words < _ENOUGH:
        say(
            f"no word vectors: {words:,} words are too few to learn them from ({_ENOUGH:,} or "
            "more; --vectors-from PATH adds articles)"
        )
        return None
    return CorpusVectors().fit(texts).vectors_


@lexicon.command()
@reading
@output
@click.option("--min-count", default=3, show_default=True, help="Fewest uses of an uncovered word.")
@click.option("--uncovered", is_flag=True, help="List frequent words that no concept covers.")
def coverage(request: Request, output: str | None, min_count: int, uncovered: bool) -> None:
    """Say which concepts your corpus names and how often, or what they leave uncovered."""
    from framing.curate import lexicon_coverage

    found = lexicon_coverage(analyzed(request), min_count=min_count)
    named = int((found.concepts["namings"] > 0).sum())
    say(f"{named} of {len(found.concepts)} concepts are named")
    emit(found.uncovered if uncovered else found.concepts, output)
