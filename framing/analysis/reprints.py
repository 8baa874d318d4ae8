"""Reposted copy: articles of one event with the same text are one decision, not several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from framing.articles.connecting import connected
from framing.articles.shingles import shared_runs

if TYPE_CHECKING:
    from framing.values import Article

__all__ = ["copied_articles"]

_SHORT = 50
"""Words that a copy has: shorter texts are alike by chance."""

_SHARED = 0.8
"""Of the shorter text, so that a story rewritten around a passage of wire copy still counts."""


def copied_articles(articles: Sequence[Article], events: Mapping[str, object]) -> dict[str, str]:
    """Find the articles that repeat another one of the same event.

    An article is a copy when ``meta["copy_of"]`` names another article that was read, or when
    four fifths of the shorter text's six-word shingles stand in the other's and both have 50
    words or more. Within events this is cheap; `framing.events.near_duplicates` finds reposts
    across a whole collection. The earliest by date, then by id, is the one counted.

    Parameters
    ----------
    articles : sequence of Article
        As read.
    events : mapping
        Event by article id.

    Returns
    -------
    dict
        Id of each copy to the id of the article counted in its place, by id.

    Examples
    --------
    >>> from framing.values import Article
    >>> wire = " ".join(f"Point {i} of the talks was put off until spring." for i in range(9))
    >>> both = [Article(id="a", text=wire), Article(id="b", text=wire + " It was late.")]
    >>> copied_articles(both, {"a": "talks", "b": "talks"})
    {'b': 'a'}
    """
    place = {a.id: (a.date is None, a.date or "", a.id) for a in articles}
    event_of = {str(k): v for k, v in events.items() if isinstance(v, str)}
    groups: dict[int, list[str]] = {}
    for identity, group in _alike(articles, event_of).items():
        groups.setdefault(group, []).append(identity)
    copies: dict[str, str] = {}
    for members in groups.values():
        first, *others = sorted(members, key=lambda a: place[a])
        copies.update(dict.fromkeys(others, first))
    for article in articles:
        named = article.field("copy_of")
        if named in place and named != article.id:
            copies[article.id] = named
    roots = {copy: _root(copies, copy) for copy in sorted(copies)}
    return {copy: root for copy, root in roots.items() if root != copy}


def _alike(articles: Sequence[Article], event_of: dict[str, str]) -> dict[str, int]:
    """Return a number for the group of near-duplicates of every article that has any."""
    many = Counter(event_of[article.id] for article in articles if article.id in event_of)
    placed = [a for a in articles if a.id in event_of and many[event_of[a.id]] > 1]
    number = {event: at for at, event in enumerate(sorted(many))}
    found = shared_runs(
        [article.text for article in placed],
        [number[event_of[article.id]] for article in placed],
        least=_SHARED, words=_SHORT,
    )  # fmt: skip
    if not len(found.left):
        return {}
    group = connected(found.left, found.right, len(placed))
    alike = sorted({*found.left.tolist(), *found.right.tolist()})
    return {placed[at].id: int(group[at]) for at in alike}


def _root(copies: dict[str, str], article: str) -> str:
    """Follow copies of copies to the article counted; stop where they go in a circle."""
    seen = [article]
    while (after := copies.get(seen[-1])) is not None:
        if after in seen:
            return min(seen[seen.index(after) :])
        seen.append(after)
    return seen[-1]
