"""Which articles are close, and the groups they fall into: no n × n matrix anywhere.

Pairs are sought only within the days in which their similarity can still reach the threshold.
Average linkage joins two groups only when their mean similarity reaches the threshold, so some
pair between them does: every group lies inside one connected component of the graph of close
pairs, and clustering each component for itself gives the same groups as clustering everything.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from framing.values import Article

if TYPE_CHECKING:
    import numpy as np

__all__ = ["UNDATED", "close_pairs", "day_numbers", "group_labels"]

UNDATED = 0.5
"""Factor for a pair of which one has no date: as if the two were about two days apart."""

_BLOCK = 512
_LARGEST = 4000
_STEP = 1.25


def day_numbers(articles: Sequence[Article]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return each article's date as a day number, NaN where there is none."""
    import numpy as np

    days = np.full(len(articles), np.nan)
    for place, article in enumerate(articles):
        try:
            days[place] = date.fromisoformat((article.date or "")[:10]).toordinal()
        except ValueError:
            continue
    return days


def decay(gap: Any, days: float) -> Any:
    """Return exp(−gap / days), and `UNDATED` where the gap is unknown (NaN)."""
    import numpy as np

    return np.where(np.isnan(gap), UNDATED, np.exp(-np.abs(np.nan_to_num(gap)) / days))


def close_pairs(rows: Any, day: Any, *, days: float, threshold: float) -> Any:
    """Return the sparse symmetric matrix of similarities of at least `threshold`.

    The similarity of two articles is the cosine of their vectors × exp(−Δdays / `days`).
    """
    import numpy as np
    from scipy.sparse import coo_matrix

    n = rows.shape[0]
    order = np.argsort(np.nan_to_num(day, nan=-np.inf), kind="stable")
    sorted_day = day[order]
    undated = int(np.isnan(sorted_day).sum())
    reach = days * math.log(1 / threshold)
    dated = sorted_day[undated:]
    found: list[tuple[Any, Any, Any]] = []
    for start in range(0, n, _BLOCK):
        block = order[start : start + _BLOCK]
        last = sorted_day[min(start + _BLOCK, n) - 1]
        end = n
        if start >= undated:  # later articles within reach only; earlier ones met this block
            end = undated + int(np.searchsorted(dated, last + reach, side="right"))
        others = order[start:end]
        similar = (rows[block] @ rows[others].T).tocoo()
        keep = similar.data >= threshold
        left, right = block[similar.row[keep]], others[similar.col[keep]]
        weight = similar.data[keep] * decay(day[left] - day[right], days)
        strong = (weight >= threshold) & (left != right)
        found.append((left[strong], right[strong], weight[strong]))
    left, right, weight = (np.concatenate([part[i] for part in found]) for i in range(3))
    low, high = np.minimum(left, right), np.maximum(left, right)
    _, first = np.unique(low.astype(np.int64) * n + high, return_index=True)
    half = coo_matrix((weight[first], (low[first], high[first])), shape=(n, n)).tocsr()
    return half + half.T


def group_labels(rows: Any, day: Any, graph: Any, *, days: float, threshold: float) -> Any:
    """Cluster by average linkage at `threshold`; return one integer label an article.

    A component of more than 4,000 articles is first taken apart at a higher threshold (×1.25,
    again where needed), so that memory stays bounded; groups are exact in all others.
    """
    import numpy as np
    from scipy.sparse.csgraph import connected_components

    labels = np.full(graph.shape[0], -1, dtype=np.int64)
    label = 0
    waiting = [(np.arange(graph.shape[0]), threshold)]
    while waiting:
        members, least = waiting.pop()
        part = graph[members][:, members]
        part.data[part.data < least] = 0
        part.eliminate_zeros()
        count, of = connected_components(part, directed=False)
        order = np.argsort(of, kind="stable")
        for component in np.split(members[order], np.cumsum(np.bincount(of, minlength=count))[:-1]):
            if len(component) > _LARGEST:
                waiting.append((component, least * _STEP))
                continue
            inside = _linkage(rows[component], day[component], days, threshold)
            labels[component] = label + inside
            label += int(inside.max()) + 1
    return labels


def _linkage(rows: Any, day: Any, days: float, threshold: float) -> Any:
    """Average linkage within one component; labels from 0."""
    import numpy as np

    if rows.shape[0] == 1:
        return np.zeros(1, dtype=np.int64)
    from scipy.cluster.hierarchy import fcluster, linkage

    tree = linkage(_distances(rows, day, days), "average")
    return fcluster(tree, 1 - threshold, "distance").astype(np.int64) - 1


def _distances(rows: Any, day: Any, days: float) -> Any:
    """Return the distances of all pairs in a row, as `linkage` takes them, made block by block."""
    import numpy as np

    size, at = rows.shape[0], 0
    found = np.empty(size * (size - 1) // 2)
    for start in range(0, size, _BLOCK):
        block, days_of = rows[start : start + _BLOCK], day[start : start + _BLOCK]
        similar = (block @ rows[start:].T).toarray()
        near = similar * decay(days_of[:, None] - day[None, start:], days)
        for number, row in enumerate(near):
            later = row[number + 1 :]
            found[at : at + len(later)] = later
            at += len(later)
    return np.clip(1 - found, 0, 1, out=found)
