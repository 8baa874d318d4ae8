"""Tables for Stata, SPSS and spreadsheet programs: their names, labels, types and limits."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import MissingExtraError, OutputError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["STAT_FORMATS", "stat_names", "write_stat", "write_workbook"]

STAT_FORMATS = ("dta", "sav")
_LONGEST_NAME = {"dta": 32, "sav": 64}
_LONGEST_LABEL = {"dta": 80, "sav": 250}
#: Bytes of the longest text a cell holds in these programs.
_LONGEST_CELL = {"dta": 2_000_000, "sav": 32_000}
_UNFIT = re.compile(r"[^A-Za-z0-9_]")
#: What these programs keep for themselves.
_RESERVED = frozenset(
    "_all _b _coef _cons _n _pi _pred _rc _skip all and byte by double eq float ge gt if in int le "
    "long lt ne not or strl to using with".split()
)
_ROWS, _CELL = 1_048_576, 32_767  # of a spreadsheet
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_THEN = (1980, 1, 1, 0, 0, 0)  # the same input gives the same bytes: no clock enters a file
_STAMPS = {  # where a file says when it was written: pattern, and what is put there
    "dta": (re.compile(rb"<timestamp>\x11.{17}</timestamp>"), b"<timestamp>\x1101 Jan 1980 00:00"
            b"</timestamp>"),
    "sav": (re.compile(rb"\A(.{92}).{17}", re.S), rb"\g<1>01 Jan 8000:00:00"),
}  # fmt: skip


def stat_names(names: list[str], kind: str) -> list[str]:
    """Return names that Stata (``dta``) or SPSS (``sav``) accepts, each once.

    Examples
    --------
    >>> stat_names(["n", "if", "liwc.anger", "liwc anger", "2nd"], "dta")
    ['n', 'if_', 'liwc_anger', 'liwc_anger_2', 'v2nd']
    """
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        fit = _UNFIT.sub("_", name)
        fit = fit if re.match(r"[A-Za-z]", fit) else f"v{fit}"
        fit = f"{fit}_" if fit.lower() in _RESERVED else fit
        base, number = fit[: _LONGEST_NAME[kind]], 2
        fit = base
        while fit.lower() in taken:
            end = f"_{number}"
            fit, number = base[: _LONGEST_NAME[kind] - len(end)] + end, number + 1
        taken.add(fit.lower())
        found.append(fit)
    return found


def write_stat(
    rows: Mapping[str, list[Any]], path: Path, kind: str, labels: Mapping[str, str]
) -> None:
    """Write plain columns for Stata or SPSS; what was renamed keeps its name in the label."""
    try:
        import pyreadstat
    except ImportError as error:
        purpose = f"writing .{kind} files"
        raise MissingExtraError.of("exports", "pyreadstat", purpose) from error
    import pandas as pd

    names = stat_names(list(rows), kind)
    columns = {
        fit: _column(values, _LONGEST_CELL[kind])
        for fit, values in zip(names, rows.values(), strict=True)
    }
    said = {
        fit: _cut(": ".join(x for x in (name if name != fit else "", labels.get(name, "")) if x),
                  _LONGEST_LABEL[kind])
        for fit, name in zip(names, rows, strict=True)
    }  # fmt: skip
    table = pd.DataFrame(columns)
    write = pyreadstat.write_dta if kind == "dta" else pyreadstat.write_sav
    try:
        write(table, str(path), column_labels=[said[name] for name in names])
    except pyreadstat.ReadstatError as error:
        raise OSError(f"{error}; is there room on the disk?") from error
    _need_whole(path, kind, len(table))
    pattern, then = _STAMPS[kind]
    data = path.read_bytes()
    path.write_bytes(pattern.sub(then, data[:4096], count=1) + data[4096:])


def _need_whole(path: Path, kind: str, rows: int) -> None:
    """Read a file back: what a full disk cuts short is no error to the library that wrote it."""
    import pyreadstat

    read = pyreadstat.read_dta if kind == "dta" else pyreadstat.read_sav
    try:
        found = len(read(str(path))[0])
    except pyreadstat.ReadstatError:
        found = -1
    if found != rows or not path.stat().st_size:
        raise OSError("the disk took a part of it only")


def _column(values: list[Any], longest: int) -> pd.Series:
    """Make a column of numbers, or of texts where there is any text; a missing text is empty."""
    import pandas as pd

    present = [value for value in values if value is not None]
    if not present:
        return pd.Series([None] * len(values), dtype="float64")
    whole = all(isinstance(value, int) for value in present)
    if whole and len(present) == len(values):  # booleans among them
        return pd.Series([int(value) for value in values], dtype="int64")
    if all(isinstance(value, int | float) for value in present):
        return pd.Series([None if v is None else float(v) for v in values], dtype="float64")
    return pd.Series(["" if v is None else _cut(str(v), longest) for v in values], dtype="object")


def _cut(text: str, longest: int) -> str:
    """Keep as many characters of a text as have room, in bytes of UTF-8."""
    return text.encode("utf-8", "replace")[:longest].decode("utf-8", "ignore")


def write_workbook(rows: Mapping[str, list[Any]], path: Path) -> None:
    """Write plain columns as one sheet of a workbook; a text is never a formula there.

    Raises
    ------
    OutputError
        For more rows than a sheet has.
    """
    try:
        import openpyxl
        from openpyxl.cell import WriteOnlyCell
    except ImportError as error:
        raise MissingExtraError.of("exports", "openpyxl", "writing .xlsx files") from error
    records = list(zip(*rows.values(), strict=True))
    if len(records) >= _ROWS:
        raise OutputError(
            f"{path.name}: {len(records)} rows are more than a spreadsheet holds ({_ROWS - 1}); "
            "write .csv or .parquet"
        )
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("table")

    def cell(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = WriteOnlyCell(sheet, value=_CONTROL.sub("\ufffd", value)[:_CELL])
        found.data_type = "s"
        return found

    data = io.BytesIO()
    try:
        for row in (list(rows), *records):
            sheet.append([cell(value) for value in row])
        book.save(data)
    except Exception as error:
        if not str(error).startswith("IO_"):  # how lxml, no OSError, says that a disk is full
            raise
        raise OSError(f"the folder for temporary files has no room ({error})") from error
    _write_undated(data, path)


def _write_undated(data: io.BytesIO, path: Path) -> None:
    """Write the parts of a workbook without the time they were made."""
    with zipfile.ZipFile(data) as made, zipfile.ZipFile(path, "w") as kept:
        for part in made.infolist():
            content = made.read(part)
            if part.filename == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"1980-01-01T00:00:00Z", content)
            about = zipfile.ZipInfo(part.filename, _THEN)
            about.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(about, content)
