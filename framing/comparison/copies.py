"""Reposted copy: articles of one event with the same text are one decision, not several."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from framing.values import Article

__all__ = ["copied_articles"]

_SHORT = 50


def copied_articles(articles: Iterable[Article], events: pd.Series) -> dict[str, str]:
    """Find the articles that repeat another one of the same event.

    An article is a copy when ``meta["copy_of"]`` names another article that was read (as the
    search for near-duplicates leaves it), or when its text is the same, white space and case
    aside, and has 50 words or more. The earliest by date, then by id, is the one counted.

    Parameters
    ----------
    articles : iterable of Article
        As read.
    events : Series
        Event by article id.

    Returns
    -------
    dict
        Id of each copy to the id of the article counted in its place.

    Examples
    --------
    >>> from framing.values import Article
    >>> wire = "The ministry said talks would resume. " * 10
    >>> both = [Article(id="a", text=wire), Article(id="b", text=wire.upper())]
    >>> copied_articles(both, pd.Series({"a": "talks", "b": "talks"}))
    {'b': 'a'}
    """
    ordered = sorted(articles, key=lambda a: (a.date is None, a.date or "", a.id))
    known = {a.id for a in ordered}
    first: dict[tuple[str, str], str] = {}
    copies: dict[str, str] = {}
    for article in ordered:
        named = article.meta.get("copy_of")
        if isinstance(named, str) and named in known and named != article.id:
            copies[article.id] = named
            continue
        event = events.get(article.id)
        words = article.text.lower().split()
        if not isinstance(event, str) or len(words) < _SHORT:
            continue
        print_of = hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()
        kept = first.setdefault((event, print_of), article.id)
        if kept != article.id:
            copies[article.id] = kept
    return {copy: _root(copies, copy) for copy in copies if _root(copies, copy) != copy}


def _root(copies: dict[str, str], article: str) -> str:
    """Follow copies of copies to the article counted; stop where they go in a circle."""
    seen = [article]
    while (after := copies.get(seen[-1])) is not None:
        if after in seen:
            return min(seen[seen.index(after) :])
        seen.append(after)
    return seen[-1]
