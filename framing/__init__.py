"""framing measures how news outlets name the same things differently, and in whose voice.

>>> import framing
>>> articles = [
...     framing.Article("a", outlet="Ash", text="The mayor said the regime had fallen."),
...     framing.Article("b", outlet="Birch", text="The government had fallen."),
... ]
>>> analysis = framing.analyze(articles, "governments", sentiment=False)
>>> analysis.mentions[["outlet", "text", "voice"]].values.tolist()
[['Ash', 'regime', 'attributed'], ['Birch', 'government', 'own']]

The way of the work, and where its parts are:

======================  =====================================================================
`read_articles`         a folder, file, list or DataFrame becomes `Articles`; what cannot be
                        read is a line in ``skipped``
`analyze`               `Articles` become an `Analysis`: tables of mentions, attributions, cues
                        and scores, each row with its offsets in the text
`compare`               an `Analysis` becomes a `Comparison`: differences within events, tested,
                        sentences (``findings``), and the rows behind every number (``lines``)
`write_report`          a `Comparison` becomes one page that opens without a network
`open_analysis`         opens what ``analysis.save(folder)`` wrote; `reproduce` makes a saved
                        comparison again and says whether it is the same
`load_lexicon`          one shipped `Lexicon` or one of your own, to look into
`voice_of`              the voice of spans of a plain text
``framing.charts``      charts of fourteen kinds, each with the data that it draws
``framing.events``      groups articles into events; ``framing.passages`` aligns two accounts
``framing.validate``    coding sheets, agreement, shares corrected for errors
``framing.statistics``  the pure functions on plain counts
``framing.learn``       scikit-learn estimators; ``framing.curate`` finds words for lexicons
``framing.scale``       batches of millions of articles
``framing.guide``       how it is built, recipes for adding, the project's words, the commands
======================  =====================================================================

Errors are `FramingError` and its five kinds; each says what was wrong, where, and what to do next.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.analysis import Analysis, analyze, open_analysis
    from framing.articles import Articles, read_articles
    from framing.comparison import Comparison, compare, reproduce
    from framing.errors import (
        ArticleError,
        ComparisonError,
        FramingError,
        LexiconError,
        MissingExtraError,
        SettingsError,
    )
    from framing.lexicon import Lexicon, load_lexicon
    from framing.report import write_report
    from framing.values import Article
    from framing.voice import voice_of

_WHERE = {
    "Analysis": "analysis",
    "Article": "values",
    "ArticleError": "errors",
    "Articles": "articles",
    "Comparison": "comparison",
    "ComparisonError": "errors",
    "FramingError": "errors",
    "Lexicon": "lexicon",
    "LexiconError": "errors",
    "MissingExtraError": "errors",
    "SettingsError": "errors",
    "analyze": "analysis",
    "compare": "comparison",
    "load_lexicon": "lexicon",
    "open_analysis": "analysis",
    "reproduce": "comparison",
    "read_articles": "articles",
    "voice_of": "voice",
    "write_report": "report",
}

__all__ = [
    "Analysis",
    "Article",
    "ArticleError",
    "Articles",
    "Comparison",
    "ComparisonError",
    "FramingError",
    "Lexicon",
    "LexiconError",
    "MissingExtraError",
    "SettingsError",
    "analyze",
    "compare",
    "load_lexicon",
    "open_analysis",
    "read_articles",
    "reproduce",
    "version",
    "voice_of",
    "write_report",
]


def version() -> str:
    """Return the version of the library (also ``framing.__version__``).

    Examples
    --------
    >>> import framing
    >>> framing.version() == framing.__version__
    True
    """
    from framing._version import VERSION

    return VERSION


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that ``import framing`` stays light."""
    if name == "__version__":
        return version()
    if name in _WHERE:
        return getattr(importlib.import_module(f"framing.{_WHERE[name]}"), name)
    raise AttributeError(f"module 'framing' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
