"""A comparison on disk: one folder with its tables, the analysis and the provenance."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

from framing.output import write_whole

if TYPE_CHECKING:
    from framing.comparison.result import Comparison

__all__ = ["save_comparison"]


def save_comparison(comparison: Comparison, folder: Path, kind: str) -> Path:
    """Write `comparison` into `folder`; ``comparison.json`` comes last."""
    from framing.analysis import write_table

    comparison.analysis.save(folder, format=kind)
    for name, table in comparison.tables.items():
        write_table(table, folder / f"{name}.{kind}")
    about = {
        "question": comparison.question,
        "primary": dataclasses.asdict(comparison.primary),
        "notes": list(comparison.notes),
        "provenance": comparison.provenance,
    }
    text = json.dumps(about, ensure_ascii=False, indent=1)
    write_whole(folder / "comparison.json", text + "\n")
    return folder
