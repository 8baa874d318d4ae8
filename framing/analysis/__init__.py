"""Articles in, four tidy tables out: `analyze`, and the folder an analysis is kept in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from framing.analysis.folder import is_saved, load_saved
from framing.analysis.pipeline import analyze, as_articles
from framing.analysis.result import Analysis
from framing.analysis.writing import read_table, write_rows, write_table

__all__ = [
    "Analysis",
    "analyze",
    "as_articles",
    "is_saved",
    "open_analysis",
    "read_table",
    "write_rows",
    "write_table",
]


def open_analysis(folder: str | Path, *, articles: Any = None) -> Analysis:
    """Read back what `Analysis.save` wrote.

    Parameters
    ----------
    folder : path
        A folder written by ``analysis.save(folder)``.
    articles : path, list of paths, DataFrame or Articles, optional
        Your own copies of the articles, for a folder saved with ``text=False``: they are joined
        by the SHA-256 of their texts, whatever their ids. `articles.warnings` of the analysis
        says which are missing among them and which have changed.

    Returns
    -------
    Analysis
        With the same tables, provenance, lexicons (as they were then) and targets. One saved
        without texts has none (`has_texts`); what needs them says so.

    Raises
    ------
    SettingsError
        When the folder holds no analysis, lacks a table or is not as it was saved, or holds its
        texts and `articles` are given.
    """
    copies = None if articles is None else as_articles(articles)
    saved = load_saved(Path(folder), copies)
    return Analysis(
        saved.articles, saved.tables, saved.provenance, lexicons=saved.lexicons,
        targets=saved.recipe.targets, recipe=saved.recipe, digests=saved.digests,
    )  # fmt: skip
