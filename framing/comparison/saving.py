"""A comparison on disk: one folder with its tables, the analysis and the provenance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.output import write_whole

if TYPE_CHECKING:
    from framing.comparison.declared import Primary
    from framing.comparison.result import Comparison

__all__ = ["save_comparison"]


def _primary(primary: Primary) -> dict[str, Any]:
    """Return the declared measure as plain values, its sentences as words."""
    names = ("measure", "events", "difference", "low", "high", "p_value")
    return {
        **{name: getattr(primary, name) for name in names},
        "statements": [str(sentence) for sentence in primary.statements],
        "result": str(primary.result),
        "refusal": str(primary.refusal),
    }


def save_comparison(comparison: Comparison, folder: Path, kind: str) -> Path:
    """Write `comparison` into `folder`; ``comparison.json`` comes last."""
    from framing.analysis import write_table

    comparison.analysis.save(folder, format=kind)
    for name, table in comparison.tables.items():
        write_table(table, folder / f"{name}.{kind}")
    about = {
        "question": comparison.question,
        "primary": _primary(comparison.primary),
        "findings": [str(sentence) for sentence in comparison.findings()],
        "notes": list(comparison.notes),
        "provenance": comparison.provenance,
    }
    text = json.dumps(about, ensure_ascii=False, indent=1)
    write_whole(folder / "comparison.json", text + "\n")
    return folder
