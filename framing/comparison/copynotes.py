"""What is told of articles that repeat another of the same event, and of their other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis import Analysis

__all__ = ["told_of_copies"]

_WORDED = ("lexicon", "concept", "variant")


def told_of_copies(analysis: Analysis, copies: dict[str, str], articles: int) -> str:
    """Say how many articles repeat another one, and how many of these in other words."""
    told = (
        f"Articles that repeat another of the same event: {len(copies)} of {articles}. They are "
        "counted once, as one decision; the coverage table lists them as copies."
    )
    mentions = analysis.counted("mentions", ("article_id", *_WORDED, "loaded"))
    if reworded := _reworded(mentions, copies):
        told += (
            f" {reworded} of them {'puts' if reworded == 1 else 'put'} other words for a thing "
            "than the article repeated, which is a decision too: copies='all' (--copies all) "
            "counts it."
        )
    return told


def _reworded(mentions: pd.DataFrame, copies: dict[str, str]) -> int:
    """Count the copies that name a concept by other variants than the article they repeat."""
    rows = mentions.loc[mentions["article_id"].isin([*copies, *copies.values()])]
    rows = rows.loc[rows["loaded"].notna()]
    columns = (rows[name].astype(object) for name in ("article_id", *_WORDED))
    words: dict[str, dict[tuple[str, str], set[str]]] = {}
    for article, lexicon, concept, variant in zip(*columns, strict=True):
        words.setdefault(article, {}).setdefault((lexicon, concept), set()).add(variant)
    pairs = ((words.get(copy, {}), words.get(of, {})) for copy, of in copies.items())
    return sum(any(mine[at] - its[at] for at in mine.keys() & its.keys()) for mine, its in pairs)
