"""An analysis on disk: one folder with articles, tables, lexicons and provenance."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from framing.analysis.scores import score_columns
from framing.analysis.tables import TABLES
from framing.analysis.writing import FORMATS, plain, read_table, write_table
from framing.articles import Articles
from framing.errors import OutputError, SettingsError
from framing.lexicon.serial import lexicon_from_json, lexicon_to_json
from framing.output import replacing, write_whole
from framing.values import Article, Skipped

if TYPE_CHECKING:
    from framing.analysis.result import Analysis
    from framing.lexicon import Lexicon

__all__ = ["is_saved", "load_tables", "save_analysis", "saved_lexicons"]

Read = TypeVar("Read")
_ARTICLES, _PROVENANCE, _LEXICONS = "articles.jsonl", "provenance.json", "lexicons.json"
_ARTICLE = ("id", "outlet", "event", "date", "title", "url", "text", "meta")


#: Says which files a folder holds, with their rows and digests; written last.
MANIFEST = "manifest.json"
_DAMAGED = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


def save_analysis(analysis: Analysis, folder: Path, kind: str) -> Path:
    """Write `analysis` into `folder`; the manifest comes last, and so marks a whole folder.

    While the folder is being written its manifest says so: a run that was killed leaves a folder
    that `load_tables` refuses, never one that mixes two runs.
    """
    if kind not in FORMATS:
        raise SettingsError(f"format can't be {kind!r}; use jsonl, csv or parquet")
    _refuse_others_files(folder, [*(f"{name}.{kind}" for name in analysis.tables), _ARTICLES])
    write_whole(folder / MANIFEST, json.dumps({"whole": False}) + "\n")
    for name, table in analysis.tables.items():
        write_table(table, folder / f"{name}.{kind}")
        for other in FORMATS:
            if other != kind:
                (folder / f"{name}.{other}").unlink(missing_ok=True)
    with (
        replacing(folder / _ARTICLES) as temporary,
        temporary.open("w", encoding="utf-8", newline="") as stream,
    ):
        for article in analysis.articles:
            cells = {name: plain(getattr(article, name)) for name in _ARTICLE}
            stream.write(json.dumps(cells, ensure_ascii=True) + "\n")
    text = json.dumps(plain(analysis.provenance), ensure_ascii=False, indent=1)
    write_whole(folder / _PROVENANCE, text + "\n")
    used = [lexicon_to_json(lexicon) for lexicon in analysis.lexicons]
    write_whole(folder / _LEXICONS, json.dumps(used, ensure_ascii=False) + "\n")
    rows = {f"{name}.{kind}": len(table) for name, table in analysis.tables.items()}
    rows |= {_ARTICLES: len(analysis.articles), _PROVENANCE: 1, _LEXICONS: len(used)}
    files = {name: {"rows": n, "sha256": _digest(folder / name)} for name, n in rows.items()}
    sentiment = bool(analysis.provenance["settings"]["sentiment"])
    about = {"whole": True, "sentiment": sentiment, "files": files}
    write_whole(folder / MANIFEST, json.dumps(about, indent=1) + "\n")
    return folder


def _refuse_others_files(folder: Path, names: list[str]) -> None:
    """Refuse a folder that holds files of our names which no saved analysis put there."""
    if (folder / MANIFEST).is_file() or (folder / _PROVENANCE).is_file():
        return
    for name in names:
        if (folder / name).exists():
            raise OutputError(
                f"{folder / name} is there already and no part of a saved analysis; "
                "it is not written over: name another folder"
            )


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def load_tables(folder: Path) -> tuple[Articles, dict[str, Any], dict[str, Any]]:
    """Read articles, tables and provenance back from a folder of `save_analysis`."""
    manifest = _checked_manifest(folder)
    types = {**TABLES, "scores": score_columns(sentiment=bool(manifest.get("sentiment")))}
    tables = {}
    for name, columns in types.items():
        path = _table_file(folder, name)
        tables[name] = _reading(path, partial(read_table, path, columns))
    marker = folder / _PROVENANCE
    provenance = _reading(marker, lambda: json.loads(marker.read_text(encoding="utf-8")))
    skipped = _reading(marker, lambda: tuple(Skipped(**r) for r in provenance.get("skipped", ())))
    read = _reading(folder / _ARTICLES, lambda: _articles(folder))
    return Articles(read, skipped=skipped), tables, provenance


def is_saved(folder: Path) -> bool:
    """Whether `folder` is one that `save_analysis` wrote."""
    return (folder / MANIFEST).is_file() and (folder / _ARTICLES).is_file()


def saved_lexicons(folder: Path) -> tuple[Lexicon, ...]:
    """Read back the lexicons an analysis was made with; none where an old folder kept none."""
    path = folder / _LEXICONS
    if not path.is_file():
        return ()
    return _reading(
        path,
        lambda: tuple(lexicon_from_json(one, None) for one in json.loads(path.read_text("utf-8"))),
    )


def _reading(path: Path, read: Callable[[], Read]) -> Read:
    """Read one file of the folder, or say which one is damaged."""
    try:
        return read()
    except _DAMAGED as error:
        raise SettingsError(
            f"{path} can't be read back ({type(error).__name__}); save the analysis again"
        ) from error


def _checked_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest once every file it names is there, with the digest it had when saved."""
    path = folder / MANIFEST
    if not path.is_file():
        raise SettingsError(
            f"{folder} holds no saved analysis (no {MANIFEST}); "
            "write one with analysis.save(folder)"
        )
    manifest: dict[str, Any] = _reading(path, lambda: dict(json.loads(path.read_text("utf-8"))))
    if manifest.get("whole") is not True:
        raise SettingsError(f"{folder} was not saved to the end; save the analysis again")
    for name, about in _reading(path, lambda: sorted(manifest["files"].items())):
        file = folder / name
        if not file.is_file():
            raise SettingsError(f"{folder} lacks {name}; save the analysis again")
        if _digest(file) != about["sha256"]:
            raise SettingsError(
                f"{file} is not the file that was saved (its SHA-256 differs): it was changed, or "
                "comes from another run; save the analysis again"
            )
    return manifest


def _table_file(folder: Path, name: str) -> Path:
    for kind in FORMATS:
        path = folder / f"{name}.{kind}"
        if path.is_file():
            return path
    raise SettingsError(f"{folder} lacks its {name} table ({name}.jsonl, .csv or .parquet)")


def _articles(folder: Path) -> list[Article]:
    with (folder / _ARTICLES).open(encoding="utf-8", newline="") as stream:
        return [Article(**json.loads(line)) for line in stream if line.strip()]
