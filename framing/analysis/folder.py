"""An analysis on disk: one folder with the articles, the four tables and the provenance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.analysis.scores import score_columns
from framing.analysis.tables import TABLES
from framing.analysis.writing import FORMATS, plain, read_table, replacing, write_table
from framing.articles import Articles
from framing.errors import SettingsError
from framing.values import Article, Skipped

if TYPE_CHECKING:
    from framing.analysis.result import Analysis

__all__ = ["load_tables", "save_analysis"]

_ARTICLE = ("id", "outlet", "event", "date", "title", "url", "text", "meta")


def save_analysis(analysis: Analysis, folder: Path, kind: str) -> Path:
    """Write `analysis` into `folder`; the provenance comes last, and so marks a whole folder."""
    if kind not in FORMATS:
        raise SettingsError(f"format can't be {kind!r}; use jsonl, csv or parquet")
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in analysis.tables.items():
        write_table(table, folder / f"{name}.{kind}")
        for other in FORMATS:
            if other != kind:
                (folder / f"{name}.{other}").unlink(missing_ok=True)
    with (
        replacing(folder / "articles.jsonl") as temporary,
        temporary.open("w", encoding="utf-8", newline="") as stream,
    ):
        for article in analysis.articles:
            cells = {name: plain(getattr(article, name)) for name in _ARTICLE}
            stream.write(json.dumps(cells, ensure_ascii=True) + "\n")
    with replacing(folder / "provenance.json") as temporary:
        text = json.dumps(plain(analysis.provenance), ensure_ascii=False, indent=1)
        temporary.write_text(text + "\n", encoding="utf-8")
    return folder


def load_tables(folder: Path) -> tuple[Articles, dict[str, Any], dict[str, Any]]:
    """Read articles, tables and provenance back from a folder of `save_analysis`."""
    marker = folder / "provenance.json"
    if not marker.is_file():
        raise SettingsError(
            f"{folder} holds no saved analysis (no provenance.json); "
            "write one with analysis.save(folder)"
        )
    provenance = json.loads(marker.read_text(encoding="utf-8"))
    types = {**TABLES, "scores": score_columns(sentiment=provenance["settings"]["sentiment"])}
    tables = {name: read_table(_table_file(folder, name), types[name]) for name in types}
    skipped = tuple(Skipped(**row) for row in provenance.get("skipped", ()))
    return Articles(_articles(folder), skipped=skipped), tables, provenance


def _table_file(folder: Path, name: str) -> Path:
    for kind in FORMATS:
        path = folder / f"{name}.{kind}"
        if path.is_file():
            return path
    raise SettingsError(f"{folder} lacks its {name} table ({name}.jsonl, .csv or .parquet)")


def _articles(folder: Path) -> list[Article]:
    path = folder / "articles.jsonl"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return [Article(**json.loads(line)) for line in stream if line.strip()]
