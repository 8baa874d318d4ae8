"""A batch on disk, as `framing batch` writes it: Parquet in parts, read by column and by row."""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.analysis.arrow import pandas_of
from framing.digests import digest_of, manifest_digest
from framing.errors import MissingExtraError, SettingsError
from framing.output import MANIFEST

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis.handle import Analysis

__all__ = [
    "RECORDS",
    "BatchFolder",
    "is_batch",
    "open_batch",
    "read_manifest",
]

RECORDS = "parts"
"""Where in the folder the parts' records are."""


@dataclass(frozen=True, slots=True)
class BatchFolder:
    """What a batch has written: where, with what, and how much.

    Attributes
    ----------
    path : Path
        The folder, with ``articles``, ``mentions``, ``attributions``, ``cues``, ``scores``,
        ``remarks`` (a Parquet file a part each) and the manifest.
    manifest : mapping
        ``settings``, ``counts``, ``parts``, ``source``, ``files`` with their SHA-256, ``skipped``
        (the first of them), ``whole``.
    """

    path: Path
    manifest: Mapping[str, Any]

    @property
    def counts(self) -> Mapping[str, int]:
        """Articles, skipped, warnings, and rows by table."""
        found: Mapping[str, int] = self.manifest["counts"]
        return found

    def files(self, name: str) -> list[Path]:
        """Return one table's files in the order of the articles."""
        return [self.path / f for f in sorted(self.manifest["files"]) if f.startswith(f"{name}/")]

    def must_stand(self) -> None:
        """Refuse a folder into which another run has written since it was opened.

        Raises
        ------
        SettingsError
            Where its manifest is no longer the one that was read.
        """
        if read_manifest(self.path).get("sha256") != self.manifest.get("sha256"):
            raise SettingsError(f"{self.path} was written anew since it was opened; open it again")

    def scan(self, name: str) -> Any:
        """Return one table as a Polars LazyFrame: group-bys over it need little memory.

        Needs the extra ``scale``.
        """
        try:
            polars = importlib.import_module("polars")
        except ImportError as error:
            raise MissingExtraError.of("scale", "polars", "reading a batch by column") from error
        self.must_stand()
        return polars.scan_parquet(self.files(name))

    def table(self, name: str, columns: list[str] | None = None) -> pd.DataFrame:
        """Return one table as pandas, in the order of a single process; `columns` only if given.

        Parameters
        ----------
        name : {"articles", "remarks", "mentions", "attributions", "cues", "scores"}
            `remarks` holds what was skipped and what was warned about: kind, file, line, reason.
        columns : list of str, optional
        """
        import pandas as pd
        import pyarrow
        import pyarrow.parquet

        if not self.files(name):  # nothing was skipped, and nothing warned about
            return pd.DataFrame(columns=columns or ["kind", "file", "line", "reason"])
        tables = [pyarrow.parquet.read_table(file, columns=columns) for file in self.files(name)]
        self.must_stand()
        return pandas_of(pyarrow.concat_tables(tables, promote_options="permissive"))

    def rows(self, name: str, numbers: Sequence[int]) -> pd.DataFrame:
        """Return some rows of a table, by their numbers in it and indexed by them, in that order.

        Needs the extra ``scale``.
        """
        wanted = sorted(set(map(int, numbers)))
        numbered = self.scan(name).with_row_index("row")
        column = importlib.import_module("polars").col("row")
        found = pandas_of(numbered.filter(column.is_in(wanted)).collect().to_arrow())
        self.must_stand()
        found.index = found.pop("row").astype("int64").rename(None)
        return found.loc[list(numbers)]

    def analysis(self, *, articles: Any = None) -> Analysis:
        """Return the whole as an analysis that owns neither texts nor tables.

        See `framing.open_analysis`.
        """
        from framing.analysis.onfolder import FolderAnalysis

        return FolderAnalysis(self, source=articles)


def is_batch(path: Path) -> bool:
    """Whether the folder `path` is one that `framing batch` writes, also where no part is done.

    False as well where there is no such folder, or no manifest in it.

    Examples
    --------
    >>> is_batch(Path("no-such-folder"))
    False
    """
    if not os.path.isfile(path / MANIFEST):
        return False
    if os.path.isdir(path / RECORDS):
        return True
    settings = read_manifest(path).get("settings")
    return isinstance(settings, dict) and "parts" in settings


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

    Examples
    --------
    >>> import pandas as pd, tempfile
    >>> from framing.scale import analyze_parquet
    >>> news, out = Path(tempfile.mkdtemp()) / "news.parquet", tempfile.mkdtemp()
    >>> pd.DataFrame({"id": ["a"], "text": ["The regime fell."]}).to_parquet(news)
    >>> _ = analyze_parquet(news, out, lexicon="governments", workers=1)
    >>> open_batch(out).counts["mentions"]
    1
    """
    path = Path(path)
    manifest = read_manifest(path)
    if not manifest:
        raise SettingsError(f"{path} holds no batch (no {MANIFEST}); write one with framing batch")
    if manifest.get("whole") is not True:
        raise SettingsError(f"{path} was not written to the end; run framing batch --resume")
    if manifest.get("sha256") != manifest_digest(manifest):
        raise SettingsError(
            f"{path / MANIFEST} is not as it was written; run framing batch --resume"
        )
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
