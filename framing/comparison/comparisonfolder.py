"""A comparison on disk: one folder with its tables, the analysis and the provenance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.analysis.folderlock import locked
from framing.analysis.savedfolder import write_analysis
from framing.analysis.tablefiles import write_table
from framing.analysis.textfree import without_sentences
from framing.output import will_write, write_whole

if TYPE_CHECKING:
    from framing.comparison.comparisonresult import Comparison
    from framing.comparison.declared import Primary
    from framing.comparison.material import Material

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


def _linked(material: Material) -> dict[str, str]:
    """Return the running story of each article where stories were found by its text."""
    if material.stories is None or material.story_rule != "linked":
        return {}
    of = dict(zip(material.events, material.stories, strict=True))
    placed = material.articles.loc[material.articles["event"].notna(), "event"]
    return {str(article): of[event] for article, event in placed.items()}


def save_comparison(comparison: Comparison, folder: Path, kind: str, *, text: bool) -> Path:
    """Write `comparison` into `folder`, which no other run may be writing into."""
    with locked(folder):
        return _write_comparison(comparison, folder, kind, text=text)


def _write_comparison(comparison: Comparison, folder: Path, kind: str, *, text: bool) -> Path:
    """Write `comparison` into a folder held; ``comparison.json`` comes last."""
    tables = {folder / f"{name}.{kind}": table for name, table in comparison.tables.items()}
    will_write(*tables, folder / "codebook.csv", folder / "comparison.json")
    analysis = comparison.analysis
    text = text and getattr(analysis, "has_texts", True)
    copies = {str(k): str(v) for k, v in comparison.material.copies["copy_of"].items()}
    write_analysis(
        analysis, folder, kind, text=text, copies=copies, stories=_linked(comparison.material)
    )
    for path, table in tables.items():
        write_table(table if text else without_sentences(path.stem, table)[0], path)
    write_table(comparison.codebook(), folder / "codebook.csv")
    about = {
        "question": comparison.question,
        "settings": comparison.settings.asked(),
        "primary": _primary(comparison.primary),
        "findings": [str(sentence) for sentence in comparison.findings()],
        "notes": list(comparison.notes),
        "provenance": comparison.provenance,
    }
    said = json.dumps(about, ensure_ascii=False, indent=1)
    write_whole(folder / "comparison.json", said + "\n")
    return folder
