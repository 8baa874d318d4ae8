"""Articles in, four tidy tables out: `analyze`, and the folder an analysis is kept in."""

from __future__ import annotations

from pathlib import Path

from framing.analysis.batchfolder import is_batch, open_batch
from framing.analysis.folder import is_saved, load_tables, saved_lexicons
from framing.analysis.pipeline import analyze
from framing.analysis.result import Analysis
from framing.analysis.writing import read_table, write_rows, write_table
from framing.lexicon import load_targets

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


def open_analysis(folder: str | Path) -> Analysis:
    """Read back what `Analysis.save` wrote, or open the folder of a batch.

    Parameters
    ----------
    folder : path
        A folder written by ``analysis.save(folder)`` or by ``framing batch``; of a batch nothing
        is read before it is asked for (extra ``scale``).

    Returns
    -------
    Analysis
        With the same tables, provenance, lexicons (as they were then) and targets.

    Raises
    ------
    SettingsError
        When the folder holds no analysis, or lacks a table.
    """
    if is_batch(Path(folder)):
        return open_batch(folder).analysis()
    articles, tables, provenance = load_tables(Path(folder))
    parties = load_targets({one["name"]: one["aliases"] for one in provenance.get("targets", ())})
    lexicons = saved_lexicons(Path(folder))
    return Analysis(articles, tables, provenance, lexicons=lexicons, targets=parties)
