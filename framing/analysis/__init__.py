"""Articles in, four tidy tables out: `analyze`, and the folder an analysis is kept in."""

from __future__ import annotations

from pathlib import Path

from framing.analysis.batchfolder import is_batch, open_batch
from framing.analysis.handle import Analysis
from framing.analysis.pipeline import analyze
from framing.analysis.savedfolder import is_saved, load_saved
from framing.analysis.tablefiles import read_table, write_rows, write_table
from framing.articles import ArticleSource, read_articles

__all__ = [
    "Analysis",
    "analyze",
    "is_batch",
    "is_saved",
    "open_analysis",
    "read_table",
    "write_rows",
    "write_table",
]


def open_analysis(folder: str | Path, *, articles: ArticleSource | None = None) -> Analysis:
    """Read back what `Analysis.save` wrote, or open the folder of a batch.

    Parameters
    ----------
    folder : path
        A folder written by ``analysis.save(folder)`` or by ``framing batch``; of a batch nothing
        is read before it is asked for (extra ``scale``).
    articles : path, list of paths, DataFrame or Articles, optional
        Your own copies of the articles, for a folder saved with ``text=False``: they are joined
        by the SHA-256 of their texts, whatever their ids. `articles.warnings` of the analysis
        says which are missing among them and which have changed. For a batch: where its articles
        are now, if they are not where it read them.

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

    Examples
    --------
    >>> import framing, tempfile
    >>> folder = tempfile.mkdtemp() + "/saved"
    >>> news = [framing.Article("a", "Ash", text="The occupation forces left.")]
    >>> framing.analyze(news, "foreign-forces", sentiment=False).save(folder).name
    'saved'
    >>> framing.open_analysis(folder).mentions["text"].tolist()
    ['occupation forces']
    """
    if is_batch(Path(folder)):
        return open_batch(folder).analysis(articles=articles)
    copies = None if articles is None else read_articles(articles)
    saved = load_saved(Path(folder), copies)
    return Analysis(
        saved.articles, saved.tables, saved.provenance, lexicons=saved.lexicons,
        targets=saved.recipe.targets, recipe=saved.recipe, digests=saved.digests,
    )  # fmt: skip
