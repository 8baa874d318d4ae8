"""The folder of a batch: its lock, its manifest, and the tables read back from it."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.analysis.folder import MANIFEST
from framing.errors import OutputError, SettingsError
from framing.output import write_whole
from framing.scale.working import RECORDS, TABLES, Task

if TYPE_CHECKING:
    from framing.analysis import Analysis

__all__ = ["BatchFolder", "locked", "open_batch"]

_LOCK = ".lock"


@contextlib.contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the folder for one run; a killed run leaves no lock, since it is the kernel's."""
    out.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # a system without it: nothing holds the folder
        yield
        return
    with (out / _LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputError(
                f"another run is writing into {out}; wait for it, or name another folder"
            ) from error
        yield


@dataclass(frozen=True, slots=True)
class BatchFolder:
    """What a batch has written: where, with what, and how much.

    Attributes
    ----------
    path : Path
        The folder, with ``articles``, ``mentions``, ``attributions``, ``cues``, ``scores`` (a
        Parquet file a part each) and the manifest.
    manifest : mapping
        ``settings``, ``counts``, ``parts``, ``files`` with their SHA-256, ``skipped`` (the first
        of them), ``whole``.
    """

    path: Path
    manifest: Mapping[str, Any]

    @property
    def counts(self) -> Mapping[str, int]:
        """Articles, skipped, warnings, and rows by table."""
        found: Mapping[str, int] = self.manifest["counts"]
        return found

    def table(self, name: str, columns: list[str] | None = None) -> Any:
        """Return one table as pandas, in the order of a single process; `columns` only if given.

        Parameters
        ----------
        name : {"articles", "mentions", "attributions", "cues", "scores"}
        columns : list of str, optional
        """
        import pandas as pd
        import pyarrow
        import pyarrow.parquet

        files = [self.path / file for file in self.manifest["files"] if file.startswith(f"{name}/")]
        tables = [pyarrow.parquet.read_table(file, columns=columns) for file in sorted(files)]
        whole = pyarrow.concat_tables(tables, promote_options="permissive")
        types = {pyarrow.string(): pd.StringDtype(), pyarrow.large_string(): pd.StringDtype(),
                 pyarrow.int64(): pd.Int64Dtype(), pyarrow.bool_(): pd.BooleanDtype(),
                 pyarrow.float64(): pd.Float64Dtype()}  # fmt: skip
        return whole.to_pandas(types_mapper=types.get)

    def analysis(self) -> Analysis:
        """Return the whole as an analysis that owns no texts: `compare` and charts take it."""
        from framing.analysis import Analysis
        from framing.articles import Articles
        from framing.values import Article

        rows = self.table("articles").to_dict("records")
        articles = [
            Article(
                **{k: _plain(row[k]) for k in ("id", "outlet", "event", "date", "title", "url")},
                text="", meta=json.loads(row["meta"]),
            )
            for row in rows
        ]  # fmt: skip
        settings = self.manifest["settings"]
        provenance = {**self.manifest["provenance"], "settings": settings, "counts": self.counts}
        return Analysis(Articles(articles), {n: self.table(n) for n in TABLES}, provenance)


def _plain(value: Any) -> Any:
    return value if isinstance(value, str) else None


def open_batch(path: str | Path, *, check: bool = True) -> BatchFolder:
    """Open what `analyze_parquet` or ``framing batch`` wrote.

    Parameters
    ----------
    path : path
        The folder.
    check : bool
        Whether every file's SHA-256 is compared with the manifest's.

    Raises
    ------
    SettingsError
        Where the folder is none of a batch, was not written to the end, or a file in it is missing
        or is not the one that was written.
    """
    path = Path(path)
    manifest = read_manifest(path)
    if not manifest:
        raise SettingsError(f"{path} holds no batch (no {MANIFEST}); write one with framing batch")
    if manifest.get("whole") is not True:
        raise SettingsError(f"{path} was not written to the end; run framing batch --resume")
    for name, digest in manifest["files"].items():
        file = path / name
        if not file.is_file():
            raise SettingsError(f"{path} lacks {name}; run framing batch --resume")
        if check and digest_of(file) != digest:
            raise SettingsError(f"{file} is not the file that was written; remove it and resume")
    return BatchFolder(path, manifest)


def read_manifest(path: Path) -> dict[str, Any]:
    """Return the manifest as it stands; empty where there is none to read."""
    try:
        found = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def write_manifest(path: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest in one move."""
    write_whole(path / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")


def record_of(path: Path, task: Task) -> dict[str, Any] | None:
    """Return the record of a part that is there, whole and of the same source; otherwise None."""
    try:
        record = json.loads((path / RECORDS / f"{task.name}.json").read_text(encoding="utf-8"))
        same = record["key"] == json.loads(json.dumps(task.part.key))
        whole = all(digest_of(path / name) == one for name, one in record["files"].items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return record if same and whole else None


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
