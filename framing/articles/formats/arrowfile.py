"""Parquet files, read batch by batch with pyarrow, which the extra `parquet` brings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from framing.articles.intake import Format, Intake, Item, register
from framing.articles.rawrecords import columns_of, no_text_column, unique_names
from framing.errors import MissingExtraError

__all__ = ["count_groups", "read_parquet"]

_BATCH = 1000  # rows


def count_groups(path: Path) -> int:
    """Return how many groups of rows a Parquet file has; 1 where that can't be told."""
    try:
        import pyarrow.parquet

        return max(1, int(pyarrow.parquet.ParquetFile(path).metadata.num_row_groups))
    except Exception:  # no pyarrow, or no Parquet file: reading it says so
        return 1


def read_parquet(intake: Intake, *, group: int | None = None) -> Iterator[Item]:
    """Read a Parquet file, or one group of its rows; what cannot be read is skipped."""
    try:
        import pyarrow.parquet
    except ImportError:
        reason = MissingExtraError.of("parquet", "pyarrow", "reading .parquet files")
        yield intake.skip(f"{reason}")
        return
    with intake.seekable() as stream:
        try:
            table = pyarrow.parquet.ParquetFile(stream)
            names, remark = unique_names([str(name) for name in table.schema_arrow.names])
        except Exception:  # a damaged file raises whatever its bytes make pyarrow do
            yield intake.skip(
                "not a readable Parquet file; it is cut off, damaged or of another kind"
            )
            return
        if remark:
            yield intake.remark(remark)
        if "text" not in columns_of(names):
            yield intake.skip(no_text_column(names))
            return
        yield from _groups(table, names, intake, group)


def _groups(
    table: Any, names: list[str], intake: Intake, only: int | None = None
) -> Iterator[Item]:
    number = 0
    for group in range(table.num_row_groups):
        if only is not None and group != only:
            number += table.metadata.row_group(group).num_rows
            continue
        try:
            end = number + table.metadata.row_group(group).num_rows
            for batch in table.iter_batches(batch_size=_BATCH, row_groups=[group]):
                for values in _rows(batch.rename_columns(names)):
                    number += 1
                    if isinstance(values, tuple):
                        yield intake.raw(values[0], number=number, line=number, remarks=values[1])
                    else:
                        yield intake.raw(values, number=number, line=number)
        except Exception:  # the other groups of rows may be sound
            lost = max(0, end - number)
            yield intake.skip(f"{lost} row(s) from here on are damaged; left out", number + 1)
            number = end


def _rows(batch: Any) -> list[Any]:
    """Return the rows as mappings; with remarks, where a cell of the batch can't be read."""
    try:
        return list(batch.to_pylist())
    except Exception:  # bad UTF-8, a time that no calendar has …: cell by cell then
        return [_row(batch, number) for number in range(batch.num_rows)]


def _row(batch: Any, number: int) -> tuple[dict[str, Any], tuple[str, ...]]:
    values: dict[str, Any] = {}
    remarks = []
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            values[name] = column[number].as_py()
        except Exception:
            values[name] = None
            remarks.append(f"column {name!r} holds what can't be read here; left out")
    return values, tuple(remarks)


register(Format("parquet", (".parquet", ".pq"), read_parquet))
