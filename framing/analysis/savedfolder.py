"""An analysis on disk: one folder with articles, tables, lexicons, recipe and provenance."""

from __future__ import annotations

import contextlib
import json
import os
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from framing.analysis.codebook import codebook_of
from framing.analysis.columns import TABLES
from framing.analysis.folderlock import locked
from framing.analysis.lighttable import light
from framing.analysis.recipe import Recipe
from framing.analysis.reprints import copied_articles
from framing.analysis.scores import score_columns
from framing.analysis.tablefiles import KEPT, plain, read_table, write_table
from framing.analysis.textfree import (
    DIGESTS,
    facts_of,
    join_texts,
    refilled,
    without_quotes,
    without_sentences,
)
from framing.articles import Articles
from framing.digests import digest_of, manifest_digest, version_of
from framing.errors import FramingWarning, OutputError, SettingsError
from framing.lexicon.serial import lexicon_from_json, lexicon_to_json
from framing.output import MANIFEST, replacing, will_write, write_whole
from framing.values import Article, Skipped

if TYPE_CHECKING:
    from framing.analysis.handle import Analysis
    from framing.lexicon import Lexicon

__all__ = ["Saved", "is_saved", "keep_validation", "load_saved", "save_analysis", "write_analysis"]

Read = TypeVar("Read")
_ARTICLES, _PROVENANCE, _LEXICONS = "articles.jsonl", "provenance.json", "lexicons.json"
_RECIPE, _CODEBOOK = "recipe.json", "codebook.csv"
_ARTICLE = ("id", "outlet", "event", "date", "title", "url", "text", "meta")


_DAMAGED = (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Saved:
    """What a folder of `save_analysis` holds."""

    articles: Articles
    tables: dict[str, Any]
    provenance: dict[str, Any]
    lexicons: tuple[Lexicon, ...]
    recipe: Recipe
    digests: dict[str, dict[str, Any]]


def save_analysis(analysis: Analysis, folder: Path, kind: str, *, text: bool = True) -> Path:
    """Write `analysis` into `folder`, which no other run may be writing into."""
    with locked(folder):
        return write_analysis(analysis, folder, kind, text=text)


def write_analysis(
    analysis: Analysis,
    folder: Path,
    kind: str,
    *,
    text: bool,
    copies: Mapping[str, str] | None = None,
    stories: Mapping[str, str] | None = None,
) -> Path:
    """Write `analysis` into a folder held; the manifest comes last, and so marks a whole folder.

    While the folder is being written its manifest says so: a run that was killed leaves a folder
    that `load_saved` refuses, never one that mixes two runs. Without `text`, articles that
    repeat another (`copies`, by default of their events) and `stories` are named, since they
    can't be found later.
    """
    if kind not in KEPT:
        raise SettingsError(f"format can't be {kind!r}; use jsonl, csv or parquet")
    names = [*(f"{name}.{kind}" for name in analysis.tables), _ARTICLES]
    _refuse_others_files(folder, names)
    will_write(*(folder / name for name in (*names, MANIFEST)))
    write_whole(folder / MANIFEST, json.dumps({"whole": False}) + "\n")
    tables: dict[str, Any] = dict(analysis.tables)
    provenance, articles = analysis.provenance, list[Any](analysis.articles)
    about: dict[str, Any] = {}
    if not text:
        tables, articles, about = _without_text(analysis, copies, stories or {})
        provenance = without_quotes(analysis.provenance)
    for name, table in tables.items():
        write_table(table, folder / f"{name}.{kind}")
        for other in KEPT:
            if other != kind:
                (folder / f"{name}.{other}").unlink(missing_ok=True)
    _write_articles(folder / _ARTICLES, articles)
    used = [lexicon_to_json(lexicon) for lexicon in analysis.lexicons]
    for file, value in ((_PROVENANCE, plain(provenance)), (_RECIPE, analysis.recipe.written())):
        write_whole(folder / file, json.dumps(value, ensure_ascii=False, indent=1) + "\n")
    write_whole(folder / _LEXICONS, json.dumps(used, ensure_ascii=False) + "\n")
    book = codebook_of(tables)
    write_table(book, folder / _CODEBOOK)
    rows = {f"{name}.{kind}": len(table) for name, table in tables.items()}
    rows |= {_ARTICLES: len(analysis.articles), _PROVENANCE: 1, _LEXICONS: len(used), _RECIPE: 1}
    files = {name: {"rows": n, "sha256": digest_of(folder / name)} for name, n in rows.items()}
    whole = {"whole": True, "sentiment": analysis.recipe.sentiment, **about, "files": files}
    _write_manifest(folder, whole)
    return folder


def _without_text(
    analysis: Analysis, copies: Mapping[str, str] | None, stories: Mapping[str, str]
) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any]]:
    """Return the tables and the articles without their words, and what was left out."""
    if copies is None:
        copies = copied_articles(analysis.articles, {a.id: a.event for a in analysis.articles})
    articles, columns = facts_of(analysis.articles, copies, stories, analysis.digests)
    tables, cut = {}, {}
    for name, table in analysis.tables.items():
        tables[name], cut[name] = without_sentences(name, table)
    return tables, articles, {
        "text": False, "columns left out": list(columns), "cells left out": cut
    }  # fmt: skip


def keep_validation(folder: Path, validation: Mapping[str, Any]) -> None:
    """Write one's own validation into the provenance of a saved folder."""
    with locked(folder):
        manifest, marker = _checked_manifest(folder), folder / _PROVENANCE
        provenance = _reading(marker, lambda: json.loads(marker.read_text(encoding="utf-8")))
        told = {**provenance, "validation": plain(validation)}
        write_whole(folder / MANIFEST, json.dumps({"whole": False}) + "\n")
        write_whole(marker, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        manifest["files"][_PROVENANCE]["sha256"] = digest_of(marker)
        _write_manifest(folder, manifest)


def _write_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest of a whole folder, with the digest of what it says itself."""
    read_back = json.loads(json.dumps(manifest))
    signed = {**read_back, "sha256": manifest_digest(read_back)}
    write_whole(folder / MANIFEST, json.dumps(signed, indent=1) + "\n")


def _write_articles(path: Path, articles: Sequence[Any]) -> None:
    """Write one line per article: whole, or the rows of `facts_of`."""
    with (
        replacing(path) as temporary,
        temporary.open("w", encoding="utf-8", newline="") as stream,
    ):
        for article in articles:
            row = (
                article if isinstance(article, dict) else {n: getattr(article, n) for n in _ARTICLE}
            )
            cells = {name: plain(value) for name, value in row.items()}
            stream.write(json.dumps(cells, ensure_ascii=True) + "\n")


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


def load_saved(folder: Path, copies: Sequence[Article] | None = None) -> Saved:
    """Read back a folder of `save_analysis`; `copies` are joined where it holds no texts."""
    with _standing_still(folder) as manifest:
        return _loaded(folder, manifest, copies)


@contextlib.contextmanager
def _standing_still(folder: Path) -> Iterator[dict[str, Any]]:
    """Give the checked manifest; what is read meanwhile must be the files that were checked."""
    files = folder.glob("*") if os.path.isdir(folder) else ()
    before = {file.name: version_of(file) for file in files}
    manifest = _checked_manifest(folder)
    yield manifest
    for name in (MANIFEST, *manifest["files"]):
        if version_of(folder / name) != before.get(name):
            raise SettingsError(f"{folder} was saved anew while it was read; open it again")


def _loaded(folder: Path, manifest: Mapping[str, Any], copies: Sequence[Article] | None) -> Saved:
    """Read the files that a manifest names."""
    types = {**TABLES, "scores": score_columns(sentiment=bool(manifest.get("sentiment")))}
    tables: dict[str, Any] = {}
    for name, columns in types.items():
        path = _table_file(folder, name, manifest)
        table = _reading(path, partial(read_table, path, columns))
        tables[name] = light(table) if copies is None and name != "scores" else table
    marker = folder / _PROVENANCE
    provenance = _reading(marker, lambda: json.loads(marker.read_text(encoding="utf-8")))
    skipped = _reading(marker, lambda: tuple(Skipped(**r) for r in provenance.get("skipped", ())))
    rows = _reading(folder / _ARTICLES, lambda: _lines(folder / _ARTICLES))
    if copies is None:
        articles = Articles(
            _reading(folder / _ARTICLES, lambda: [Article(**_known(row)) for row in rows]),
            skipped=skipped,
        )
    elif manifest.get("text", True):
        raise SettingsError(f"{folder} holds its texts; open it without articles=")
    else:
        joined = join_texts(rows, copies)
        articles = Articles(joined, skipped=skipped, warnings=joined.warnings)
        tables = refilled(tables, articles)
    digests = {str(row["id"]): {k: row[k] for k in DIGESTS} for row in rows if DIGESTS[0] in row}
    return Saved(
        articles,
        tables,
        provenance,
        _lexicons(folder, manifest),
        _recipe(folder, manifest),
        digests,
    )


def _known(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the cells of an article's line that an `Article` has."""
    return {name: value for name, value in row.items() if name in _ARTICLE}


def _recipe(folder: Path, manifest: Mapping[str, Any]) -> Recipe:
    path = folder / _RECIPE
    if _RECIPE not in manifest["files"]:  # saved before there was one
        return Recipe(sentiment=bool(manifest.get("sentiment")))
    return _reading(path, lambda: Recipe.of(json.loads(path.read_text(encoding="utf-8"))))


def is_saved(folder: Path) -> bool:
    """Whether `folder` is one that `save_analysis` wrote.

    Examples
    --------
    >>> import tempfile, framing
    >>> folder = Path(tempfile.mkdtemp())
    >>> article = framing.Article("a", text="The regime fell.")
    >>> _ = framing.analyze([article], "governments", sentiment=False).save(folder / "saved")
    >>> is_saved(folder), is_saved(folder / "saved")
    (False, True)
    """
    return os.path.isfile(folder / MANIFEST) and os.path.isfile(folder / _ARTICLES)


def _lexicons(folder: Path, manifest: Mapping[str, Any]) -> tuple[Lexicon, ...]:
    """Read back the lexicons an analysis was made with; none where an old folder kept none."""
    path = folder / _LEXICONS
    if _LEXICONS not in manifest["files"]:
        return ()
    return _reading(
        path,
        lambda: tuple(
            lexicon_from_json(lexicon, None) for lexicon in json.loads(path.read_text("utf-8"))
        ),
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
    """Return the manifest once it, and every file it names, is as it was when saved."""
    path = folder / MANIFEST
    if not os.path.isfile(path):
        raise SettingsError(
            f"{folder} holds no saved analysis (no {MANIFEST}); "
            "write one with analysis.save(folder)"
        )
    manifest: dict[str, Any] = _reading(path, lambda: dict(json.loads(path.read_text("utf-8"))))
    if manifest.get("whole") is not True:
        raise SettingsError(
            f"{folder} was not saved to the end ({MANIFEST}); save the analysis again"
        )
    _refuse_edited(path, manifest)
    for name, about in _reading(path, lambda: sorted(manifest["files"].items())):
        file = folder / name
        if not file.is_file():
            raise SettingsError(f"{folder} lacks {name}; save the analysis again")
        if _reading(file, partial(digest_of, file)) != about["sha256"]:
            raise SettingsError(
                f"{file} is not the file that was saved (its SHA-256 differs): it was changed, or "
                "comes from another run; save the analysis again"
            )
    return manifest


def _refuse_edited(path: Path, manifest: Mapping[str, Any]) -> None:
    """Refuse a manifest that is not as it was written; one without a digest is only older."""
    if "sha256" not in manifest:
        warnings.warn(
            f"{path} was written before manifests had a digest of their own: the files it names "
            "are checked, it is not; save the analysis again to have it checked",
            FramingWarning,
            stacklevel=5,
        )
    elif manifest["sha256"] != manifest_digest(manifest):
        raise SettingsError(
            f"{path} is not the file that was saved (its SHA-256 differs): it was changed, or "
            "comes from another run; save the analysis again"
        )


def _table_file(folder: Path, name: str, manifest: Mapping[str, Any]) -> Path:
    """Return the file of a table that the manifest names: another one beside it is none of it."""
    for kind in KEPT:
        if f"{name}.{kind}" in manifest["files"]:
            return folder / f"{name}.{kind}"
    raise SettingsError(
        f"{folder / MANIFEST} names no {name} table ({name}.jsonl, .csv or .parquet); "
        "save the analysis again"
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [json.loads(line) for line in stream if line.strip()]
