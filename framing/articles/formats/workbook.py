"""Spreadsheets (.xlsx) through openpyxl, row by row: one row is one article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from framing.articles.intake import Format, Intake, Item, TooLargeError, register
from framing.articles.rawrecords import columns_of, no_text_column, unique_names
from framing.articles.unpacking import DAMAGED, opened_zip
from framing.errors import MissingExtraError

__all__ = ["read_workbook"]

_CELL_LIMIT = 32_767  # characters; a spreadsheet cuts longer texts there without a word
_EMPTY_ROWS = 1_000  # in a row, after which a sheet is taken to be at its end


def read_workbook(intake: Intake) -> Iterator[Item]:
    """Read the first sheet that has a text column; the others are named."""
    try:
        import openpyxl
    except ImportError:
        yield intake.skip(f"{MissingExtraError.of('exports', 'openpyxl', 'reading .xlsx files')}")
        return
    with intake.seekable() as stream:
        try:
            opened_zip(stream)
            stream.seek(0)
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        except TooLargeError:
            raise
        except (*DAMAGED, KeyError, ValueError, SyntaxError, TypeError):
            yield intake.skip(
                "not a readable .xlsx file; it is cut off, damaged or of another kind"
            )
            return
        yield from _sheets(book, intake)


def _sheets(book: Any, intake: Intake) -> Iterator[Item]:
    read = False
    others = []
    reason = "no sheet in it holds a row"
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        header = next((row for row in rows if any(cell is not None for cell in row)), None)
        if header is None:
            continue
        names, remark = unique_names(["" if cell is None else str(cell) for cell in header])
        if read or "text" not in columns_of(names):
            others.append(sheet.title)
            reason = no_text_column(names)
            continue
        read = True
        if remark:
            yield intake.remark(remark)
        yield from _rows(rows, names, intake)
    if not read:
        yield intake.skip(reason)
    elif others:
        listed = ", ".join(map(repr, others[:3]))
        yield intake.remark(f"{len(others)} more sheet(s) are not read: {listed}")


def _rows(rows: Iterator[tuple[Any, ...]], names: list[str], intake: Intake) -> Iterator[Item]:
    number = empty = 0
    for line, row in enumerate(rows, start=2):
        if not any(cell is not None for cell in row):
            empty += 1
            if empty > _EMPTY_ROWS:
                return
            continue
        empty = 0
        number += 1
        values = dict(zip(names, map(_cell, row), strict=False))
        cut = any(isinstance(cell, str) and len(cell) >= _CELL_LIMIT for cell in row)
        remarks = (
            (f"a cell is full ({_CELL_LIMIT:,} characters): the spreadsheet has cut its text",)
            if cut
            else ()
        )
        yield intake.raw(values, number=number, line=line, remarks=remarks)


def _cell(value: Any) -> Any:
    return value if isinstance(value, str | int | float | date | datetime | None) else str(value)


register(Format("xlsx", (".xlsx", ".xlsm"), read_workbook))
