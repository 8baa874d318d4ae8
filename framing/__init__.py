"""framing measures how news outlets name the same things differently, and in whose voice.

>>> import framing
>>> framing.__version__ == framing.version()
True
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
    """Return the version of the library (also ``framing.__version__``)."""
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
