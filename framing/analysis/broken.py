"""An article on which the analysis breaks: it gives one line in `skipped`, and the rest goes on."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Mapping
from types import TracebackType

from framing.articles import Articles
from framing.errors import ArticleError, FramingError, FramingWarning
from framing.values import Skipped

__all__ = ["ENDS_A_RUN", "reason_of", "set_apart", "without_broken"]

ENDS_A_RUN = (FramingError, MemoryError)
"""What is no single article's fault: a setting, a missing extra, the machine.

An interrupt is no `Exception`, and so is never taken for one either.
"""


def reason_of(error: Exception) -> str:
    """Say what broke and where in the code, so that it can be found again.

    Examples
    --------
    >>> try:
    ...     [][0]
    ... except IndexError as error:
    ...     reason_of(error).partition(" in ")[0]
    'not analysed: IndexError (list index out of range)'
    """
    said = " ".join(str(error).split())[:100]
    return (
        f"not analysed: {type(error).__name__}{f' ({said})' if said else ''} in "
        f"{_place(error.__traceback__)}; the fault is framing's or its reader's, not yours: "
        "please report this line with the article's text"
    )


def _place(trace: TracebackType | None) -> str:
    """Name the innermost function of framing's own that an error came through, or of anybody's."""
    frames = [frame for frame, _ in traceback.walk_tb(trace)]
    named = [(str(frame.f_globals.get("__name__", "?")), frame.f_code.co_name) for frame in frames]
    own = [frame for frame in named if frame[0].startswith("framing.")]
    return ".".join((own or named or [("code", "unknown")])[-1])


def set_apart(articles: Articles, broken: Mapping[int, str]) -> Articles:
    """Return the articles that were analysed; the others, by number, are lines of `skipped`."""
    if not broken:
        return articles
    lines = []
    for number, reason in sorted(broken.items()):
        article = articles[number]
        file, line = articles.places.get(article.id, (article.url or "the articles given", None))
        lines.append(Skipped(file, line, f"article {article.id}: {reason}"))
    others = (article for number, article in enumerate(articles) if number not in broken)
    return articles.kept(others, skipped=lines)


def without_broken(articles: Articles, broken: Mapping[int, str]) -> Articles:
    """Set the broken articles apart, and warn that there are some.

    Raises
    ------
    ArticleError
        Where the analysis broke on every article.
    """
    kept = set_apart(articles, broken)
    if broken:
        first = kept.skipped[-len(broken)]
        if not len(kept):
            raise ArticleError(f"no article could be analysed; {first.file}, {first.reason}")
        many = f"{len(broken)} articles are" if len(broken) > 1 else "an article is"
        warnings.warn(
            f"{many} left out: {first.file}, {first.reason}"
            + (" (all stand in analysis.articles.skipped)" if len(broken) > 1 else ""),
            FramingWarning,
            stacklevel=3,
        )
    return kept
