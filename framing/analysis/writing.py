"""Tables in and out: CSV, JSON lines and Parquet under the same column names.

A missing value is empty in CSV and null in JSON lines, booleans are ``true`` and ``false``,
list cells are JSON. A file is written beside its place and moved there whole.
"""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from framing.analysis.tables import LIST, frame
from framing.errors import MissingExtraError, SettingsError
from framing.output import replacing

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FORMATS", "plain", "read_table", "write_rows", "write_table"]

_TO_QUOTE = re.compile('[,"\r\n]')
FORMATS = ("csv", "jsonl", "parquet")


def plain(value: Any) -> Any:
    """Turn one cell into what JSON knows: no NumPy numbers, no pandas NA, no NaN."""
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
        return None if math.isnan(value) else value
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


def write_rows(table: pd.DataFrame, stream: TextIO, kind: str) -> None:
    """Write `table` as ``csv`` or ``jsonl`` text to an open stream."""
    names = [str(name) for name in table.columns]
    if kind == "csv":
        for row in (names, *_records(table)):
            stream.write(",".join(map(_csv_cell, row)) + "\n")
        return
    for row in _records(table):
        cells = dict(zip(names, map(plain, row), strict=True))
        stream.write(json.dumps(cells, ensure_ascii=False) + "\n")


def write_table(table: pd.DataFrame, path: str | Path) -> Path:
    """Write `table` as the file's ending says: ``.csv``, ``.jsonl`` or ``.parquet``.

    Raises
    ------
    SettingsError
        For another ending.
    MissingExtraError
        For Parquet without pyarrow.
    """
    path = Path(path)
    kind = path.suffix.lower().lstrip(".")
    if kind not in FORMATS:
        raise SettingsError(
            f"can't write a table to {path}: its name must end in .csv, .jsonl or .parquet"
        )
    with replacing(path) as temporary:
        if kind == "parquet":
            _write_parquet(table, temporary)
        else:
            with temporary.open("w", encoding="utf-8", newline="") as stream:
                write_rows(table, stream, kind)
    return path


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
