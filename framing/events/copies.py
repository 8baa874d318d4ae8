"""Syndicated copy: articles that are reposts of one another, found by shared shingles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from framing.articles import documents
from framing.articles.connecting import connected
from framing.articles.shingles import shared_runs
from framing.values import Article

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "near_duplicates"]

COLUMNS = ("article_id", "outlet", "original_id", "original_outlet", "similarity")


def near_duplicates(articles: Sequence[Article], *, threshold: float = 0.5) -> pd.DataFrame:
    """Find articles that repeat another: reposted wire copy, and the same text twice.

    Two texts are compared by their sets of six-word shingles (hashed), boilerplate left out:
    the similarity is |A ∩ B| / min(|A|, |B|), which also finds copy that was cut. The copies
    found are linked into groups, and the earliest (then the first given) counts as original.

    Parameters
    ----------
    articles : sequence of Article
        Of any outlets and events; those of one outlet are compared with each other too.
    threshold : float
        Least share of the shorter text's shingles that the other one has, in (0, 1].

    Returns
    -------
    pandas.DataFrame
        One row per copy (originals have none): article_id, outlet, original_id, original_outlet,
        similarity to the group's original (0 when only a copy between links them).

    References
    ----------
    Broder, A. Z. (1997). On the resemblance and containment of documents. SEQUENCES '97.
    https://doi.org/10.1109/SEQUEN.1997.666900

    Examples
    --------
    >>> text = "The ferry sank off the bay on Monday night with forty people aboard, police said."
    >>> pair = [Article("b", date="2020-02-02", text=text), Article("a", date="2020-02-01",
    ...     text=text + " It had left late.")]
    >>> near_duplicates(pair)[["article_id", "original_id"]].iloc[0].tolist()
    ['b', 'a']
    """
    import numpy as np
    import pandas as pd
    from scipy.sparse import coo_matrix

    rows: list[tuple[Any, ...]] = []
    if len(articles) > 1:
        texts = [_scored(article) for article in articles]
        found = shared_runs(texts, [0] * len(texts), least=threshold)
        size = (len(texts), len(texts))
        shared = coo_matrix((found.share, (found.left, found.right)), shape=size).tocsr()
        group = connected(found.left, found.right, len(texts))
        order = sorted(range(len(articles)), key=lambda i: (articles[i].date or "9999", i))
        original: dict[int, int] = {}
        for place in order:
            original.setdefault(int(group[place]), place)
        for place, article in enumerate(articles):
            first = original[int(group[place])]
            if first != place:
                other = articles[first]
                ends = min(place, first), max(place, first)
                value = round(float(np.asarray(shared[ends])), 3)
                rows.append((article.id, article.outlet, other.id, other.outlet, value))
    types = ("string", "string", "string", "string", "Float64")
    return pd.DataFrame(
        {
            name: pd.Series([row[i] for row in rows], dtype=kind)
            for i, (name, kind) in enumerate(zip(COLUMNS, types, strict=True))
        }
    )


def _scored(article: Article) -> str:
    """Return an article's text without the website's own lines."""
    document = documents(article)[0]
    return " ".join(document.text[start:end] for _, (start, end) in document.counted)
