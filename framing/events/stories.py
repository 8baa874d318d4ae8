"""Running stories: events of the same weeks that tell of the same people and places."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from framing.articles.connecting import connected
from framing.events.linking import day_numbers
from framing.language import WORD
from framing.language.closed import FUNCTION_WORDS
from framing.values import Article

__all__ = ["STORY_DAYS", "STORY_THRESHOLD", "linked_stories"]

STORY_DAYS = 14
"""Days without news after which a story has ended."""

STORY_THRESHOLD = 0.12
"""Least cosine of two events of one story, dates apart: looser than what makes articles one event.

Chosen by reading the titles of what it links among 604 events of real news: nearly all of the 40
largest stories are one.
"""

_LEAD = 800
_EVERYWHERE = 0.5
_WORDS_SHARED = 5
_CELLS = 2_000_000
_PAIRS = 20_000


def linked_stories(
    articles: Sequence[Article],
    events: Mapping[str, str],
    *,
    without: Collection[str] = (),
    threshold: float = STORY_THRESHOLD,
    days: int = STORY_DAYS,
) -> dict[str, str]:
    """Find the running story of each event: events alike within some days, and so on.

    An event is the titles and openings of its articles, as a TF-IDF vector of words that not more
    than half of the events have. Two events of which one begins within `days` of the other's end
    are one story where they share five such words and the cosine reaches `threshold`; so are those
    linked by others between them. Events without a date are stories of their own.

    Parameters
    ----------
    articles : sequence of Article
    events : mapping
        Article id to event, for the articles that have one.
    without : collection of str
        Phrases whose words do not count, such as those whose choice is compared.
    threshold : float
        Least cosine.
    days : int
        Most days between two events.

    Returns
    -------
    dict
        Event to story, which bears the name of its first event.

    Examples
    --------
    >>> dam = "The Tarn dam by Lake Orlan, built by Kest Mines in 1961, "
    >>> told = [dam + "burst.", "Brel votes.", dam + "is repaired.", "A fair opens.", "Rain."]
    >>> news = [Article(str(n), date=f"2020-01-{n + 1:02}", text=t) for n, t in enumerate(told)]
    >>> story = linked_stories(news, {a.id: f"e{a.id}" for a in news})
    >>> story["e2"], story["e1"]
    ('e0', 'e1')
    """
    import numpy as np

    names = sorted({events[a.id] for a in articles if a.id in events})
    place = {name: at for at, name in enumerate(names)}
    texts: list[list[str]] = [[] for _ in names]
    starts, ends = np.full(len(names), np.inf), np.full(len(names), -np.inf)
    told = [article for article in articles if article.id in events]
    for article, day in zip(told, day_numbers(told), strict=True):
        at = place[events[article.id]]
        texts[at].append(f"{article.title or ''} {article.text[:_LEAD]}")
        starts[at], ends[at] = np.fmin(starts[at], day), np.fmax(ends[at], day)
    rows = _vectors([" ".join(parts) for parts in texts], without)
    label = connected(*_close(rows, starts, ends, threshold, days), len(names))
    first: dict[int, str] = {}
    for at in np.lexsort((np.arange(len(names)), starts)):
        first.setdefault(int(label[at]), names[at])
    return {name: first[int(label[at])] for at, name in enumerate(names)}


def _vectors(texts: Sequence[str], without: Collection[str]) -> Any:
    """Return unit TF-IDF rows of the words that not more than half of the events have.

    Weights are (1 + ln tf)(1 + ln((1 + n)/(1 + df))). Written out, since this takes a tenth of the
    time that scikit-learn takes to be imported.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    left_out = {*FUNCTION_WORDS, *(word for text in without for word in _words(text))}
    counts = [Counter(word for word in _words(text) if word not in left_out) for text in texts]
    df = Counter(word for count in counts for word in count)
    most = max(_EVERYWHERE * len(texts), 1)
    place = {word: at for at, word in enumerate(sorted(w for w, n in df.items() if n <= most))}
    row, column, weight = [], [], []
    for at, count in enumerate(counts):
        for word, tf in count.items():
            if word in place:
                row.append(at)
                column.append(place[word])
                idf = 1 + math.log((1 + len(texts)) / (1 + df[word]))
                weight.append((1 + math.log(tf)) * idf)
    rows = csr_matrix((weight, (row, column)), shape=(len(texts), max(len(place), 1)))
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return csr_matrix(rows.multiply(1 / np.where(length > 0, length, 1.0)[:, None]))


def _words(text: str) -> list[str]:
    return [found.group().lower() for found in WORD.finditer(text)]


def _close(rows: Any, starts: Any, ends: Any, threshold: float, days: int) -> tuple[Any, Any]:
    """Return the pairs of events that are alike and near each other in time.

    Events are taken in the order of their first days, so that each meets only those that begin
    before it has been over for `days`.
    """
    import numpy as np

    order = np.argsort(starts, kind="stable")
    order = order[np.isfinite(starts[order])]  # without a date an event stays apart
    first, last, there = starts[order], ends[order], rows[order]
    begun = there.astype(bool).astype(np.int32)
    found = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    at = 0
    while at < len(order):
        stop = _block_end(at, first, last, days)
        reach = int(np.searchsorted(first, last[at:stop].max() + days, side="right"))
        alike = (there[at:stop] @ there[at:reach].T).tocoo()
        kept = alike.data >= threshold
        left, right = alike.row[kept] + at, alike.col[kept] + at
        kept = (first[right] - last[left] <= days) & (left < right)
        left, right = left[kept], right[kept]
        many = _share_words(begun, left, right)
        found.append((left[many], right[many]))
        at = stop
    left, right = (order[np.concatenate([part[i] for part in found])] for i in range(2))
    return left, right


def _block_end(at: int, first: Any, last: Any, days: int) -> int:
    """Return where a block ends whose product with all it can meet has not too many cells."""
    import numpy as np

    stop, reach = at + 1, at + 1
    while stop < len(first):
        reach = max(reach, int(np.searchsorted(first, last[stop] + days, side="right")))
        if (stop + 1 - at) * (reach - at) > _CELLS:
            break
        stop += 1
    return stop


def _share_words(there: Any, left: Any, right: Any) -> Any:
    """Say which pairs share the words that are asked for, some thousand pairs at a time."""
    import numpy as np

    many = np.zeros(len(left), bool)
    for at in range(0, len(left), _PAIRS):
        part = slice(at, at + _PAIRS)
        both = there[left[part]].multiply(there[right[part]])
        many[part] = np.asarray(both.sum(axis=1)).ravel() >= _WORDS_SHARED
    return many
