"""Articles in, four tidy tables out: `analyze`, and the folder an analysis is kept in."""

from __future__ import annotations

from pathlib import Path

from framing.analysis.folder import load_tables
from framing.analysis.pipeline import analyze
from framing.analysis.result import Analysis
from framing.analysis.writing import read_table, write_rows, write_table

__all__ = ["Analysis", "analyze", "open_analysis", "read_table", "write_rows", "write_table"]


def open_analysis(folder: str | Path) -> Analysis:
    """Read back what `Analysis.save` wrote.

    Parameters
    ----------
    folder : path
        A folder written by ``analysis.save(folder)``.

    Returns
    -------
    Analysis
        With the same tables and provenance; `lexicons` and `targets` are not kept.

    Raises
    ------
    SettingsError
        When the folder holds no analysis, or lacks a table.
    """
    articles, tables, provenance = load_tables(Path(folder))
    return Analysis(articles, tables, provenance)
