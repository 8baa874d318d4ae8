"""Tables on disk: CSV and TSV, JSON lines, Parquet. One row is one article."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from framing.articles.decoding import NotTextError, decode
from framing.articles.records import Raw, columns_of, no_text_column
from framing.errors import MissingExtraError
from framing.values import Skipped

__all__ = ["rows_of_csv", "rows_of_jsonl", "rows_of_parquet"]

_FIELD_LIMIT = 100_000_000  # characters; the csv module's own limit of 131,072 is one long read
_RESTARTS = 50  # rows that swallow the rest of the file, before the file is given up
_HINT = re.compile(r"\"?sep=([,;|\t])\"?\r?\n?$")
_NOTHING = frozenset({"", "nan", "NaN", "None", "null", "NULL", "<NA>", "N/A", "NaT"})


def rows_of_csv(path: Path, file: str, stem: str) -> Iterator[Raw | Skipped]:
    """Read a CSV or TSV file; a row that cannot be read is skipped and the rest goes on."""
    try:
        text, remarks = decode(path.read_bytes())
    except NotTextError as error:
        yield Skipped(file, None, f"{error}")
        return
    lines = _lines(text, "\n" if "\n" in text else "\r")
    if lines and (hint := _HINT.match(lines[0])):  # a spreadsheet's first line
        delimiter = hint.group(1)
        lines[0] = "\n"
    else:
        delimiter = _delimiter(lines[0] if lines else "", path.suffix)
    header: list[str] | None = None
    number = 0
    for line, cells in _records(lines, delimiter):
        if isinstance(cells, str):
            yield Skipped(file, line, cells)
        elif header is None:
            if not any(cells):
                continue
            header = cells
            if "text" not in columns_of(header):
                yield Skipped(file, line, no_text_column(header))
                return
        elif any(cells):
            number += 1
            yield _row(header, cells, file, line, stem, number, remarks)


def _row(
    header: list[str],
    cells: list[str],
    file: str,
    line: int,
    stem: str,
    number: int,
    remarks: tuple[str, ...],
) -> Raw | Skipped:
    if any(cells[len(header) :]):
        reason = (
            f"{len(cells)} cells under {len(header)} columns; a cell that holds a delimiter or a "
            'quotation mark must stand in quotation marks, with "" for each one inside'
        )
        return Skipped(file, line, reason)
    values = {
        name: None if cell in _NOTHING else cell for name, cell in zip(header, cells, strict=False)
    }
    if len(cells) < len(header) and values.get(str(columns_of(header)["text"])) is None:
        reason = f"the row ends after {len(cells)} of {len(header)} cells, before its text"
        return Skipped(file, line, reason)
    return Raw(values, file, line, f"{stem}:{number}", f"{file}:{number}", {}, remarks)


def _lines(text: str, mark: str) -> list[str]:
    """Cut at line ends only: a text may hold the other characters `str.splitlines` cuts at."""
    *whole, last = text.split(mark)
    return [line + mark for line in whole] + ([last] if last else [])


def _delimiter(first_line: str, suffix: str) -> str:
    """Take the character that parts most column names; a tab in .tsv, a comma when in doubt."""
    counts = {mark: first_line.count(mark) for mark in ",;\t"}
    if suffix.lower() == ".tsv" and counts["\t"]:
        return "\t"
    return max(counts, key=lambda mark: (counts[mark], mark == ","))


def _records(lines: list[str], delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Yield (line, cells) for each record, or (line, reason) for one that is broken.

    After a broken record reading starts again at the line below the one it began on.
    """
    former = csv.field_size_limit(_FIELD_LIMIT)
    try:
        start = 0
        for _ in range(_RESTARTS):
            reader = csv.reader(lines[start:], delimiter=delimiter, strict=True)
            begun = start
            try:
                for cells in reader:
                    yield begun + 1, cells
                    begun = start + reader.line_num
                return
            except csv.Error:
                yield (
                    begun + 1,
                    (
                        "quoting error (quotation marks that do not pair, or a cell too long); "
                        "this row is left out"
                    ),
                )
            start = begun + 1
        yield start + 1, f"{_RESTARTS} quoting errors before this line; the rest is not read"
    finally:
        csv.field_size_limit(former)


def rows_of_jsonl(path: Path, file: str, stem: str) -> Iterator[Raw | Skipped]:
    """Read JSON lines: one object a line; a broken line is skipped and the rest goes on."""
    for line, written, remarks in _json_lines(path):
        if isinstance(written, NotTextError):
            yield Skipped(file, line, f"{written}")
            continue
        if not written.strip():
            continue
        values = _json_object(written.strip())
        if isinstance(values, str):
            yield Skipped(file, line, values)
        elif "text" not in columns_of(list(values)):
            yield Skipped(file, line, no_text_column(list(values)).replace("column", "key"))
        else:
            yield Raw(values, file, line, f"{stem}:{line}", f"{file}:{line}", {}, remarks)


def _json_lines(path: Path) -> Iterator[tuple[int, str | NotTextError, tuple[str, ...]]]:
    """Yield (line, text, remarks), line by line; a file with zero bytes is decoded as one."""
    with path.open("rb") as stream:
        whole = b"\0" in stream.read(4096)
        stream.seek(0)
        if whole:
            try:
                text, remarks = decode(stream.read())
            except NotTextError as error:
                yield 1, error, ()
                return
            for number, line in enumerate(text.split("\n"), start=1):
                yield number, line, remarks
            return
        for number, raw in enumerate(stream, start=1):
            try:
                yield number, *decode(raw)
            except NotTextError as error:
                yield number, error, ()


def _json_object(written: str) -> Mapping[str, Any] | str:
    """Return the object of one line, or the reason why it is none."""
    try:
        value = json.loads(written)
    except json.JSONDecodeError as error:
        return f"broken JSON from column {error.colno} on; this line is left out"
    except (ValueError, RecursionError):
        return "broken JSON: a number too long or brackets too deep; this line is left out"
    if not isinstance(value, dict):
        return f"a JSON {type(value).__name__} where an object (one article) is expected"
    return value


def rows_of_parquet(path: Path, file: str, stem: str) -> Iterator[Raw | Skipped]:
    """Read a Parquet file batch by batch with pyarrow, which the extra `parquet` brings."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        reason = MissingExtraError.of("parquet", "pyarrow", "reading .parquet files")
        yield Skipped(file, None, str(reason))
        return
    number = 0
    try:
        with pyarrow.parquet.ParquetFile(path) as table:
            names = list(table.schema_arrow.names)
            if "text" not in columns_of(names):
                yield Skipped(file, None, no_text_column(names))
                return
            for batch in table.iter_batches(batch_size=1000):
                for values in batch.to_pylist():
                    number += 1
                    yield Raw(values, file, number, f"{stem}:{number}", f"{file}:{number}")
    except (pyarrow.ArrowException, OSError):
        yield Skipped(
            file, None, "not a readable Parquet file; it is cut off, damaged or of another kind"
        )
