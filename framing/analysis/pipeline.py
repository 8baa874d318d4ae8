"""`analyze`: articles through matching, voice and stance, a batch of articles at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from framing.analysis.broken import without_broken
from framing.analysis.columns import ATTRIBUTIONS, CUES, MENTIONS
from framing.analysis.corrections import Corrections, CorrectionSource, load_corrections
from framing.analysis.handle import Analysis
from framing.analysis.lighttable import LightTable, light, stacked
from framing.analysis.provenance import provenance_of
from framing.analysis.recipe import Recipe
from framing.analysis.scores import score_columns
from framing.analysis.workers import Block, analyzed_by_workers, batch_of, reader_name
from framing.articles import Articles, ArticleSource, need_own_ids, read_articles
from framing.errors import SettingsError
from framing.lexicon import Lexicons, Targets, load_lexicons, load_targets
from framing.voice import VoiceReader

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["BATCH", "analyze"]

BATCH = 1000
"""Articles a batch: columns stay in cache, and one DataFrame pays for many articles."""


def analyze(
    articles: ArticleSource,
    lexicon: Lexicons = None,
    *,
    targets: Targets = None,
    corrections: CorrectionSource = None,
    reader: VoiceReader | None = None,
    sentiment: bool = True,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Analysis:
    """Find what each article calls things, in whose voice, and with what stance cues.

    Parameters
    ----------
    articles : Articles, path, list of paths or DataFrame
        What `read_articles` gives; anything else is handed to it first.
    lexicon : str, path, Lexicon or a list of these, optional
        Ids of shipped lexicons or files. Without it, all shipped lexicons of kind ``naming``.
    targets : mapping, path or list of Target, optional
        Parties with their aliases, added to the shipped states: ``{"Varenia": ["Varenian"]}``.
    corrections : path, DataFrame or list of mappings, optional
        A reader's overrides; see `framing.analysis.corrections`.
    reader : VoiceReader, optional
        Who tells the voices apart; the rules without a parser by default.
    sentiment : bool
        Whether TextBlob's polarity and subjectivity are added to the scores; it costs more
        than all the rest together.
    workers : int, optional
        Processes to share the work (extra ``parquet``; pays from some thousand articles on). Rows
        are the same. They are started afresh: a script needs ``if __name__ == "__main__":``.
    progress : callable, optional
        Called as ``progress(articles done, articles in all)`` after each batch.

    Returns
    -------
    Analysis
        With the tables `mentions`, `attributions`, `cues` and `scores`. An article on which the
        analysis breaks is left out and is a line of ``analysis.articles.skipped``.

    Raises
    ------
    ArticleError
        When nothing usable can be read, two articles have one id, or the analysis breaks on every
        article.
    LexiconError
        When a lexicon can't be found or read.
    SettingsError
        When targets or corrections can't be understood.

    Examples
    --------
    >>> from framing import Article, analyze
    >>> article = Article("a", outlet="Harbour Post", text="American occupation forces stayed.")
    >>> found = analyze([article], "foreign-forces", sentiment=False).mentions
    >>> found[["text", "voice", "target"]].iloc[0].tolist()
    ['American occupation forces', 'own', 'United States']
    """
    lexicons = load_lexicons(lexicon)  # what is named wrongly is told before anything is read
    parties = load_targets(targets)
    overrides = Corrections(load_corrections(corrections))
    read = read_articles(articles)
    need_own_ids(read)
    voice_reader = reader_name(reader)
    processes = _processes(workers, reader)
    size = _block(len(read), processes)
    how: dict[str, Any] = {
        "lexicons": lexicons, "targets": parties, "overrides": overrides, "sentiment": sentiment,
    }  # fmt: skip
    if processes > 1:
        found = analyzed_by_workers(read, workers=processes, size=size, progress=progress, **how)
    else:
        found = _analyzed_here(read, partial(batch_of, reader=reader, **how), progress)
    blocks = [_lightened(block) if len(read) > size else block for block in found]
    broken = {n * size + at: why for n, b in enumerate(blocks) for at, why in b.broken.items()}
    read = without_broken(read, broken)
    tables = _tables(blocks, sentiment=sentiment)
    provenance = provenance_of(
        read, lexicons, parties, settings={"reader": voice_reader, "sentiment": sentiment},
        counts={**{name: len(table) for name, table in tables.items()}, "empty": _empty(tables)},
        corrections=overrides.summary(),
    )  # fmt: skip
    recipe = Recipe(
        reader=voice_reader, sentiment=sentiment, corrections=overrides.given, targets=parties
    )
    return Analysis(read, tables, provenance, lexicons=lexicons, targets=parties, recipe=recipe)


def _processes(workers: int | None, reader: VoiceReader | None) -> int:
    """Return how many processes were asked for."""
    if workers is not None and (not isinstance(workers, int) or workers < 1):
        raise SettingsError(f"workers={workers!r}: processes are a whole number from 1")
    if workers is not None and workers > 1 and reader is not None:
        raise SettingsError("workers= goes with the default reader; leave reader out, or it")
    return workers or 1


def _analyzed_here(
    read: Articles,
    analyzed: Callable[[Articles], Block],
    progress: Callable[[int, int], None] | None,
) -> Iterator[Block]:
    """Yield what is found in each batch of the articles, in this process."""
    for start in range(0, len(read), BATCH):
        part = read[start : start + BATCH]
        yield analyzed(part)
        if progress:
            progress(start + len(part), len(read))


def _block(articles: int, workers: int) -> int:
    """Return how many articles are taken at a time: each worker several, none of them small."""
    return BATCH if workers == 1 else max(50, min(BATCH, -(-articles // (4 * workers))))


def _lightened(block: Block) -> Block:
    """Hold a block's rows light while the others are read, but for the few of the scores."""
    tables = {n: t if n == "scores" else light(t, 1) for n, t in block.tables.items()}
    return Block(tables, block.broken)


def _tables(blocks: Sequence[Block], *, sentiment: bool) -> dict[str, pd.DataFrame | LightTable]:
    """Put the tables of all blocks together, in their columns' types."""
    types = {"mentions": MENTIONS, "attributions": ATTRIBUTIONS, "cues": CUES}
    types["scores"] = score_columns(sentiment=sentiment)
    return {name: stacked([b.tables[name] for b in blocks], types[name]) for name in types}


def _empty(tables: Mapping[str, Any]) -> int:
    """Count the articles in which nothing was named."""
    return int((tables["scores"]["namings"] == 0).sum())
