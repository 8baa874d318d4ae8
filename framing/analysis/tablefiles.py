"""Tables in and out: CSV, JSON lines and Parquet, and out to Stata, SPSS and spreadsheets.

A missing value is empty in CSV and null in JSON lines, booleans are ``true`` and ``false``,
list cells are JSON, and an infinite number is missing everywhere but in Parquet. A file is
written beside its place and moved there whole.
"""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from framing.analysis.columns import LIST, frame
from framing.analysis.statfiles import STAT_FORMATS, write_stat, write_workbook
from framing.errors import MissingExtraError, SettingsError
from framing.output import guarded, replacing

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FORMATS", "KEPT", "plain", "read_table", "table_kind", "write_rows", "write_table"]

_TO_QUOTE = re.compile('[,"\r\n]')
KEPT = ("csv", "jsonl", "parquet")
"""Formats that `read_table` reads back."""
FORMATS = (*KEPT, *STAT_FORMATS, "xlsx")


def plain(value: Any) -> Any:
    """Turn one cell into what JSON knows: no NumPy numbers, no NA, no NaN, no infinity."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, str) or value is None:
        return value
    if isinstance(value, Sequence) or getattr(value, "shape", None):
        return [plain(item) for item in value]
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return None if type(value).__name__ in {"NAType", "NaTType"} else str(value)


def _csv_cell(value: Any) -> str:
    value = plain(value)
    if value is None:
        return ""
    cell = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if _TO_QUOTE.search(cell):  # also a lone \r, which csv.writer would leave bare
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _records(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    columns = [table[name].tolist() for name in table.columns]
    return zip(*columns, strict=True) if columns else iter(())


def table_kind(path: str | Path) -> str:
    """Return the format that a table's file name ends in, or say which endings there are.

    Examples
    --------
    >>> table_kind("own/mentions.CSV")
    'csv'
    """
    kind = Path(path).suffix.lower().lstrip(".")
    if kind not in FORMATS:
        endings = ", ".join(f".{ending}" for ending in FORMATS[:-1])
        raise SettingsError(
            f"can't write a table to {path}: its name must end in {endings} or .{FORMATS[-1]}"
        )
    return kind


class TextSink(Protocol):
    """What text is written to: an open file, or anything with its method."""

    def write(self, text: str, /) -> object:
        """Take a piece of text."""


def write_rows(
    table: pd.DataFrame, stream: TextSink, kind: str, *, spreadsheet: bool = False
) -> None:
    """Write `table` as ``csv`` or ``jsonl`` text to an open stream.

    Parameters
    ----------
    table : DataFrame
    stream : text stream
        Open for writing; it stays open.
    kind : {"csv", "jsonl"}
        ``csv`` has the names of the columns in its first line; ``jsonl`` has one object a row.
    spreadsheet : bool
        As in `write_table`.

    Examples
    --------
    >>> import io
    >>> import pandas as pd
    >>> stream = io.StringIO()
    >>> write_rows(pd.DataFrame({"variant": ["rebels"], "bindings": [[]]}), stream, "csv")
    >>> stream.getvalue().splitlines()
    ['variant,bindings', 'rebels,[]']
    """
    names = [str(name) for name in table.columns]
    if kind == "csv":
        for row in (names, *_records(table)):
            cells = [guarded(value) for value in row] if spreadsheet else row
            # An empty line would be no row.
            stream.write((",".join(map(_csv_cell, cells)) or '""') + "\n")
        return
    for row in _records(table):
        record = dict(zip(names, map(plain, row), strict=True))
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_table(
    table: pd.DataFrame,
    path: str | Path,
    *,
    spreadsheet: bool = False,
    labels: Mapping[str, str] | None = None,
) -> Path:
    r"""Write `table` as the file's ending says.

    Parameters
    ----------
    table : DataFrame
    path : path
        ``.csv``, ``.jsonl``, ``.parquet``; ``.dta`` (Stata), ``.sav`` (SPSS) and ``.xlsx`` need
        the extra ``exports``. Stata and SPSS get names they accept; lists are JSON there.
    spreadsheet : bool
        Whether a CSV is for people: an apostrophe before each text that a spreadsheet would take
        for a formula. (In .xlsx a text is never a formula.)
    labels : mapping of column to words, optional
        What the columns mean, for Stata and SPSS.

    Returns
    -------
    Path
        The file written, whole or not at all.

    Raises
    ------
    SettingsError
        For another ending.
    MissingExtraError
        For a format whose library is not installed.

    Examples
    --------
    >>> import pandas as pd, tempfile
    >>> table = pd.DataFrame({"outlet": ["Ash"], "n": [3]})
    >>> write_table(table, tempfile.mkdtemp() + "/n.csv").read_text()
    'outlet,n\nAsh,3\n'
    """
    path = Path(path)
    kind = table_kind(path)
    with replacing(path) as temporary:
        if kind == "parquet":
            _write_parquet(table, temporary)
        elif kind == "xlsx":
            write_workbook(_flat(table), temporary)
        elif kind in STAT_FORMATS:
            write_stat(_flat(table), temporary, kind, labels or {})
        else:
            with temporary.open("w", encoding="utf-8", newline="") as stream:
                write_rows(table, stream, kind, spreadsheet=spreadsheet)
    return path


def _flat(table: pd.DataFrame) -> dict[str, list[Any]]:
    """Return the columns as numbers, booleans, texts and None alone; lists are JSON."""
    return {
        str(name): [
            json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
            for value in map(plain, table[name].tolist())
        ]
        for name in table.columns
    }


def _parquet() -> Any:
    """Return pyarrow's Parquet module, or say how to get it."""
    try:
        import pyarrow.parquet
    except ImportError as error:
        purpose = "reading and writing .parquet files"
        raise MissingExtraError.of("parquet", "pyarrow", purpose) from error
    return pyarrow.parquet


def _write_parquet(table: pd.DataFrame, path: Path) -> None:
    parquet = _parquet()
    import pyarrow

    parquet.write_table(pyarrow.Table.from_pandas(table, preserve_index=False), path)


def read_table(path: Path, types: Mapping[str, str]) -> pd.DataFrame:
    """Read a table written by `write_table` back; its columns get the types of `types`.

    Columns that `types` does not know keep the type their values have.

    Parameters
    ----------
    path : Path
        ``.csv``, ``.jsonl`` or ``.parquet``.
    types : mapping of column to type
        As `framing.analysis.columns` names types.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> import pandas as pd, tempfile
    >>> table = pd.DataFrame({"outlet": ["Ash"], "n": [3]})
    >>> path = write_table(table, tempfile.mkdtemp() + "/n.jsonl")
    >>> read_table(path, {"outlet": "string", "n": "Int64"}).to_dict("records")
    [{'outlet': 'Ash', 'n': 3}]
    """
    if path.suffix == ".parquet":
        rows: dict[str, list[Any]] = _parquet().read_table(path).to_pydict()
    elif path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as stream:
            records = [json.loads(line) for line in stream if line.strip()]
        names = list(records[0]) if records else list(types)
        rows = {name: [record.get(name) for record in records] for name in names}
    else:
        rows = _read_csv(path, types)
    known = {name: types.get(name) or _type_of(rows[name]) for name in rows}
    cells = {
        name: [plain(value) for value in rows[name]] if kind == LIST else rows[name]
        for name, kind in known.items()
    }
    return frame(cells, known)


def _read_csv(path: Path, types: Mapping[str, str]) -> dict[str, list[Any]]:
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        names = next(reader, list(types))
        records = list(reader)
    rows: dict[str, list[Any]] = {}
    for place, name in enumerate(names):
        rows[name] = [_cell_of(record[place], types.get(name)) for record in records]
    return rows


def _cell_of(cell: str, kind: str | None) -> Any:
    if cell == "":
        return None
    if kind == "string":
        return cell
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def _type_of(values: Sequence[Any]) -> str:
    present = [value for value in values if plain(value) is not None]
    for kind, classes in (("boolean", bool), ("Int64", int), ("Float64", int | float)):
        if present and all(isinstance(value, classes) for value in present):
            return kind
    return "string" if all(isinstance(value, str) for value in present) else LIST
