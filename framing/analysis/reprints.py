"""Reposted copy: articles of one event with the same text are one decision, not several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from framing.values import Article

__all__ = ["copied_articles"]

_SHORT = 50
_WORDS = 6
_SHARED = 0.8
_COMMON = 60
_FACTOR = 0x9E3779B97F4A7C15


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
    groups: dict[tuple[str, str], list[str]] = {}
    for article, group in _alike(articles, event_of).items():
        groups.setdefault((event_of[article], group), []).append(article)
    copies: dict[str, str] = {}
    for members in groups.values():
        first, *others = sorted(members, key=lambda a: place[a])
        copies.update(dict.fromkeys(others, first))
    for one in articles:
        named = one.meta.get("copy_of")
        if isinstance(named, str) and named in place and named != one.id:
            copies[one.id] = named
    roots = {copy: _root(copies, copy) for copy in sorted(copies)}
    return {copy: root for copy, root in roots.items() if root != copy}


def _alike(articles: Sequence[Article], event_of: dict[str, str]) -> dict[str, str]:
    """Name the group of near-duplicates of every article that has any."""
    by_event: dict[str, list[Article]] = {}
    for article in articles:
        if article.id in event_of:
            by_event.setdefault(event_of[article.id], []).append(article)
    group: dict[str, str] = {}
    for members in by_event.values():
        for one, other in _pairs(members) if len(members) > 1 else ():
            old, new = group.get(other, other), group.setdefault(one, one)
            group[other] = new
            group.update({k: new for k, v in group.items() if v == old})
    return group


def _pairs(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """List the pairs of one event's articles that share most shingles of the shorter.

    Shingles of more than 60 articles are phrases everybody uses and are left out of the count.
    """
    from scipy.sparse import csr_matrix

    number: dict[str, int] = {}
    long, found = [], []
    for article in articles:
        words = article.text.lower().split()
        if len(words) >= _SHORT:
            ids = np.array([number.setdefault(w, len(number) + 1) for w in words], np.uint64)
            long.append(article.id)
            found.append(np.unique(_shingles(ids)))
    if len(long) < 2:
        return []
    sizes = np.array([len(one) for one in found])
    _, column, count = np.unique(np.concatenate(found), return_inverse=True, return_counts=True)
    row = np.repeat(np.arange(len(long)), sizes)
    kept = (count[column] > 1) & (count[column] <= _COMMON)
    cells = (np.ones(int(kept.sum())), (row[kept], column[kept]))
    texts = csr_matrix(cells, shape=(len(long), len(count)))
    shared = (texts @ texts.T).tocoo()
    alike = shared.data >= _SHARED * np.minimum(sizes[shared.row], sizes[shared.col])
    alike &= shared.row < shared.col
    pairs = zip(shared.row[alike].tolist(), shared.col[alike].tolist(), strict=True)
    return [(long[i], long[j]) for i, j in sorted(pairs)]


def _shingles(ids: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """Return one number for each run of six words; different runs practically never share one."""
    count = len(ids) - _WORDS + 1
    total = np.zeros(count, np.uint64)
    for offset in range(_WORDS):
        total = total * np.uint64(_FACTOR) + ids[offset : offset + count]
        total ^= total >> np.uint64(29)
    return total


def _root(copies: dict[str, str], article: str) -> str:
    """Follow copies of copies to the article counted; stop where they go in a circle."""
    seen = [article]
    while (after := copies.get(seen[-1])) is not None:
        if after in seen:
            return min(seen[seen.index(after) :])
        seen.append(after)
    return seen[-1]
