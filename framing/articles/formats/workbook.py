"""Spreadsheets (.xlsx) through openpyxl, row by row: one row is one article."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import chain, islice
from typing import Any

from framing.articles.intake import Format, Intake, Item, TooLargeError, register
from framing.articles.rawrecords import (
    columns_of,
    no_text_column,
    title_rows,
    titles_left_out,
    unique_names,
)
from framing.articles.unpacking import DAMAGED, opened_zip
from framing.errors import MissingExtraError
from framing.language.numberwords import counted

__all__ = ["read_workbook"]

_CELL_LIMIT = 32_767  # characters; a spreadsheet cuts longer texts there without a word
_FORMULA = re.compile(rb"<f[\s/>]")
_HEAD = 21  # rows among which the names of the columns are looked for
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
            formulas = _has_formulas(opened_zip(stream))
            books = [openpyxl.load_workbook(stream, read_only=True, data_only=True)]
            if formulas:  # once more, with what is to be computed in place of what came out
                books.append(openpyxl.load_workbook(stream, read_only=True, data_only=False))
        except TooLargeError:
            raise
        except (*DAMAGED, KeyError, ValueError, SyntaxError, TypeError):
            yield intake.skip(
                "not a readable .xlsx file; it is cut off, damaged or of another kind"
            )
            return
        yield from _sheets(books, intake)


def _has_formulas(archive: zipfile.ZipFile) -> bool:
    """Say whether a cell of any sheet is computed."""
    for name in archive.namelist():
        if name.startswith("xl/worksheets/"):
            with archive.open(name) as sheet:
                last = b""
                while part := sheet.read(1_000_000):
                    if _FORMULA.search(last + part):
                        return True
                    last = part[-4:]
    return False


def _sheets(books: Sequence[Any], intake: Intake) -> Iterator[Item]:
    read = False
    others = []
    reason = "no sheet in it holds a row"
    for sheets in zip(*(book.worksheets for book in books), strict=True):
        lost: list[tuple[int, int]] = []
        rows = _numbered(sheets, lost)
        head = list(islice(rows, _HEAD))
        if not head:
            continue
        titles = title_rows([cells for _, cells in head])
        line, header = head[titles]
        names, remark = unique_names(["" if cell is None else str(cell) for cell in header])
        if read or "text" not in columns_of(names):
            others.append(sheets[0].title)
            reason = no_text_column(names)
            continue
        read = True
        if titles:
            first = " ".join(str(cell) for cell in head[0][1] if cell is not None)
            yield intake.remark(titles_left_out(titles, first), head[0][0])
        if remark:
            yield intake.remark(remark, line)
        yield from _rows(chain(head[titles + 1 :], rows), names, intake)
        if lost:
            yield intake.remark(_not_computed(lost, names), lost[0][0])
    if not read:
        yield intake.skip(reason)
    elif others:
        listed = ", ".join(map(repr, others[:3]))
        yield intake.remark(f"{len(others)} more sheet(s) are not read: {listed}")


def _numbered(
    sheets: Sequence[Any], lost: list[tuple[int, int]]
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the rows that hold a cell, with their numbers, to the end of the sheet.

    `sheets` is one with its values, and where it has formulas the same with these: cells whose
    value was never stored go to `lost`, by row and column.
    """
    empty = 0
    each = (sheet.iter_rows(values_only=True) for sheet in sheets)
    for line, (cells, *written) in enumerate(zip(*each, strict=False), start=1):
        formulas = written[0] if written else ()
        missing = [
            (line, at)
            for at, (cell, formula) in enumerate(zip(cells, formulas, strict=False))
            if cell is None and formula is not None
        ]
        lost += missing
        if missing or any(cell is not None for cell in cells):
            empty = 0
            yield line, cells
        else:
            empty += 1
            if empty > _EMPTY_ROWS:
                return


def _not_computed(lost: Sequence[tuple[int, int]], names: Sequence[str]) -> str:
    """Word the remark on cells whose formula was never computed."""
    columns = [names[at] for at in sorted({at for _, at in lost}) if at < len(names)]
    listed = ", ".join(map(repr, columns[:3])) or "none that has a name"
    cells = "a formula whose value is" if len(lost) == 1 else "formulas whose values are"
    return (
        f"{counted(len(lost), 'cell')} with {cells} not in the file, and read as empty (columns: "
        f"{listed}): open it in a spreadsheet program and save it, or paste the values"
    )


def _rows(
    rows: Iterable[tuple[int, tuple[Any, ...]]], names: list[str], intake: Intake
) -> Iterator[Item]:
    for number, (line, row) in enumerate(rows, start=1):
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
