"""`analyze`: articles through matching, voice and stance, a batch of articles at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from framing.analysis.batch import Batch
from framing.analysis.corrections import Corrections, CorrectionSource, load_corrections
from framing.analysis.provenance import provenance_of
from framing.analysis.result import Analysis
from framing.analysis.scores import score_columns
from framing.analysis.tables import ATTRIBUTIONS, CUES, MENTIONS, concat
from framing.articles import ArticleSource, read_articles
from framing.lexicon import Lexicon, Lexicons, Targets, load_lexicons, load_targets
from framing.matching import Matcher
from framing.values import Target
from framing.voice import RulesReader, VoiceReader

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
    progress : callable, optional
        Called as ``progress(articles done, articles in all)`` after each batch.

    Returns
    -------
    Analysis
        With the tables `mentions`, `attributions`, `cues` and `scores`.

    Raises
    ------
    ArticleError
        When nothing usable can be read.
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
    read = read_articles(articles)
    lexicons = load_lexicons(lexicon)
    parties = load_targets(targets)
    overrides = Corrections(load_corrections(corrections))
    voices = reader or _rules()
    matcher = _matcher(lexicons, parties)
    columns = score_columns(sentiment=sentiment)
    batches = []
    for start in range(0, len(read), BATCH):
        batch = Batch(matcher, voices, overrides, sentiment)
        part = read[start : start + BATCH]
        for article in part:
            batch.add(article)
        batches.append(batch.frames(columns))
        if progress:
            progress(start + len(part), len(read))
    types = {"mentions": MENTIONS, "attributions": ATTRIBUTIONS, "cues": CUES, "scores": columns}
    tables = {name: concat([b[name] for b in batches], types[name]) for name in types}
    provenance = provenance_of(
        read,
        lexicons,
        parties,
        settings={"reader": voices.name, "sentiment": sentiment},
        counts={**{name: len(table) for name, table in tables.items()}, "empty": _empty(tables)},
        corrections=overrides.summary(),
    )
    return Analysis(read, tables, provenance, lexicons=lexicons, targets=parties)


@lru_cache(maxsize=1)
def _rules() -> RulesReader:
    """Return the default reader, which remembers the words it has met."""
    return RulesReader()


_BUILT: OrderedDict[tuple[Any, ...], Matcher] = OrderedDict()
_MOST_BUILT = 4


def _matcher(lexicons: Sequence[Lexicon], parties: tuple[Target, ...]) -> Matcher:
    """Build the matcher, or take the one built before for the same lexicons and targets."""
    key = (*((one.id, one.sha256) for one in lexicons), parties)
    matcher = _BUILT.pop(key, None) or Matcher(lexicons, parties)
    _BUILT[key] = matcher
    while len(_BUILT) > _MOST_BUILT:
        _BUILT.popitem(last=False)
    return matcher


def _empty(tables: dict[str, pd.DataFrame]) -> int:
    """Count the articles in which nothing was named."""
    return int((tables["scores"]["namings"] == 0).sum())
