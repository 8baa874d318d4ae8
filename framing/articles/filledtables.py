"""Tables that people fill in and hand back: whatever a spreadsheet made of them, read as text."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from framing.articles.decoding import decode
from framing.articles.formats.delimited import delimiter_of
from framing.articles.unpacking import opened_zip
from framing.errors import FramingError, MissingExtraError, SettingsError
from framing.output import unguarded

__all__ = ["FilledRow", "filled_table"]

FilledRow = tuple[str, dict[str, str]]
"""Where a row stands ("codes.csv, line 3"), and its cells by column."""


def filled_table(
    path: str | Path, what: str, needed: Sequence[str], hint: str = ""
) -> tuple[list[str], list[FilledRow]]:
    """Read a table that somebody filled in: .csv or .tsv of any program, .xlsx, .jsonl, .parquet.

    Delimiter and encoding are found out, since spreadsheets write what their country is used to;
    columns are in small letters, cells stripped, whole numbers without ".0", and rows without a
    word left out.

    Parameters
    ----------
    path
        The file.
    what
        What it is, for messages: "the codes".
    needed
        Columns without which it is of no use.
    hint
        What to do where one is missing.

    Returns
    -------
    tuple
        The columns, and the rows as `FilledRow`.

    Raises
    ------
    SettingsError
        When the file can't be read, or lacks a column.
    """
    path = Path(path)
    try:
        names, records = _read(path)
    except FramingError:
        raise
    except OSError as error:
        reason = error.strerror or "not readable"
        raise SettingsError(f"can't read {what} {path}: {reason}") from error
    except Exception as error:  # what a damaged container raises depends on its bytes
        raise SettingsError(
            f"can't read {what} {path}: it is no table; save it as CSV in UTF-8 or as .xlsx"
        ) from error
    missing = [name for name in needed if name not in names]
    if missing:
        listed = ", ".join(map(repr, missing))
        lacks = f"lacks the column{'s' if len(missing) > 1 else ''} {listed}"
        found = f"; it has {', '.join(names[:12])}" if names else ""
        raise SettingsError(f"{path} {lacks}{found}{f'. {hint}' if hint else ''}")
    rows = [(f"{path}, line {line}", row) for line, row in records if any(row.values())]
    return names, rows


def _read(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """Return the columns, and the rows with the numbers of their lines."""
    suffix = path.suffix.lower()
    if suffix in {".jsonl", ".ndjson"}:
        return _named(_json_rows(path))
    if suffix == ".parquet":
        return _named(enumerate(_parquet_rows(path), 1))
    names: list[str] = []
    rows = []
    for line, cells in _sheet(path) if suffix in {".xlsx", ".xlsm"} else _lines(path, suffix):
        texts = [_text(cell) for cell in cells]
        if names:
            rows.append((line, dict(zip(names, texts, strict=False))))
        elif any(texts):
            names = [text.lower() for text in texts]
    return [name for name in names if name], rows


def _lines(path: Path, suffix: str) -> Iterator[tuple[int, Sequence[str]]]:
    text, _ = decode(path.read_bytes(), records=True)
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    first = next((line for line in lines if line.strip()), "")
    hinted = first.startswith("sep=") and len(first.strip()) == len("sep=") + 1
    mark = first.strip()[-1] if hinted else delimiter_of(first, suffix)
    reader = csv.reader(lines, delimiter=mark, strict=True)
    for cells in reader:
        if not (hinted and reader.line_num == 1):
            yield reader.line_num, cells


def _sheet(path: Path) -> Iterator[tuple[int, Sequence[Any]]]:
    """Yield the rows of a workbook's first sheet that has any."""
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtraError.of("exports", "openpyxl", "reading .xlsx files") from error
    with path.open("rb") as stream:
        if not zipfile.is_zipfile(stream):
            raise ValueError
        opened_zip(stream)
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = list(enumerate(sheet.iter_rows(values_only=True), 1))
            if any(cell is not None for _, row in rows for cell in row):
                yield from rows
                return


def _json_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    text, _ = decode(path.read_bytes(), records=True)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, dict(json.loads(line))


def _parquet_rows(path: Path) -> list[dict[str, Any]]:
    try:
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError.of("parquet", "pyarrow", "reading .parquet files") from error
    with path.open("rb") as stream:
        return list(pyarrow.parquet.read_table(stream).to_pylist())


def _named(
    records: Iterable[tuple[int, dict[str, Any]]],
) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    rows = [
        (line, {_text(name).lower(): _text(cell) for name, cell in record.items()})
        for line, record in records
    ]
    return list(dict.fromkeys(name for _, row in rows for name in row)), rows


def _text(cell: Any) -> str:
    """Return a cell as somebody would have written it."""
    if cell is None or cell != cell:  # missing, or not a number
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return unguarded(str(cell).strip())
