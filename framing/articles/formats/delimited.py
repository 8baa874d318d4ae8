"""CSV and TSV files, read as a stream: one row is one article."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from framing.articles.decoding import NotTextError, decoded_stream
from framing.articles.intake import LARGEST_CELL, Format, Intake, Item, register
from framing.articles.rawrecords import (
    TITLE_CELLS,
    columns_of,
    no_text_column,
    title_rows,
    titles_left_out,
    unique_names,
)
from framing.language.numberwords import counted

__all__ = [
    "LONGEST_NAME",
    "LOOKED_AT",
    "delimiter_of",
    "known_columns",
    "read_delimited",
    "row_of_cells",
]

_HEAD = 21  # lines among which the names of the columns are looked for
_LONGEST_TITLE = 2_000  # characters of a line above them
_RESTARTS = 50  # rows that swallow the rest of the file, before the file is given up
_HINT = re.compile(r"\"?sep=([,;|\t])\"?\r?\n?$")
_NOTHING = frozenset({"", "nan", "NaN", "None", "null", "NULL", "<NA>", "N/A", "NaT"})
LOOKED_AT = 100_000  # characters of a text in which a table is looked for
LONGEST_NAME = 40  # characters of a column's name
_FEW_LINES = 20  # of a broken record, which cost little to read again
_SWALLOWED = 200  # lines of one record that are looked at for rows it swallowed


def read_delimited(intake: Intake) -> Iterator[Item]:
    """Read a CSV or TSV file; a row that cannot be read is skipped and the rest goes on."""
    try:
        stream, remarks = decoded_stream(intake.opened)
    except NotTextError as error:
        yield intake.skip(f"{error}")
        return
    yield from map(intake.remark, remarks)
    with stream:
        yield from _rows(intake, stream)


def _rows(intake: Intake, stream: io.TextIOBase) -> Iterator[Item]:
    lines, delimiter, begun, titles = _opened(stream, intake.suffix)
    if titles:
        yield intake.remark(titles_left_out(len(titles), titles[0]), begun)
    header: list[str] | None = None
    number = 0
    for line, cells in _records(lines, delimiter, begun):
        if isinstance(cells, str):
            yield intake.skip(cells, line)
        elif header is None:
            if not any(cells):
                continue
            header, remark = unique_names(cells)
            if remark:
                yield intake.remark(remark, line)
            if "text" not in columns_of(header):
                yield intake.skip(no_text_column(header), line)
                return
        elif any(cells):
            number += 1
            yield from row_of_cells(header, cells, intake, line, number)
            swallowed = _swallowed(lines.taken, header, cells, delimiter)
            if swallowed:
                yield intake.remark(swallowed, line)
    if lines.unquoted:
        yield intake.remark(
            f"{counted(lines.unquoted, 'row')} with quotation marks that no table has are read as "
            "they stand, cells parted by tabs"
        )


def _opened(stream: io.TextIOBase, suffix: str) -> tuple[_Lines, str, int, list[str]]:
    """Return the lines from the names of the columns on, what parts them, and the titles above.

    The number is that of the line with the names.
    """
    head = list(islice(stream, _HEAD))
    blank = next((at for at, line in enumerate(head) if line.strip()), len(head))
    hint = _HINT.match(head[blank]) if head[blank:] else None  # a spreadsheet's first line
    begun = blank + bool(hint)
    given = hint.group(1) if hint else None
    first = next((line for line in head[begun:] if line.strip()), "")
    delimiter = given or delimiter_of(first, suffix)
    for at, line in enumerate(head[begun:], start=begun):
        mark = given or delimiter_of(line, suffix)
        cells = _cells(line, mark)
        if "text" in columns_of(cells):
            rows = [_cells(one, mark) for one in head[begun : at + 1]]
            if not title_rows(rows):
                break
            titles = [title for row in rows[:-1] if (title := " ".join(filter(None, row)))]
            return _Lines(chain(head[at:], stream)), mark, at + 1, titles
        if sum(map(bool, cells)) > TITLE_CELLS or len(line) > _LONGEST_TITLE:
            break
    return _Lines(chain(head[begun:], stream)), delimiter, begun + 1, []


def _cells(line: str, delimiter: str) -> list[str]:
    """Return the cells of a line that stands for itself; none where a quotation is left open."""
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter, strict=True))]
    except (csv.Error, StopIteration):
        return []


def row_of_cells(
    header: Sequence[str], cells: Sequence[str], intake: Intake, line: int, number: int
) -> Iterator[Item]:
    """Yield the row as a would-be article, or the reason why it is none."""
    if any(cells[len(header) :]):
        yield intake.skip(
            f"{len(cells)} cells under {len(header)} columns; a cell that holds a delimiter or a "
            'quotation mark must stand in quotation marks, with "" for each one inside',
            line,
        )
        return
    if len(header) > 1 and list(cells) == list(header):
        yield intake.skip("the names of the columns once more: two tables were put together", line)
        return
    values = {
        name: None if cell in _NOTHING else cell for name, cell in zip(header, cells, strict=False)
    }
    if len(cells) < len(header) and values.get(columns_of(header)["text"]) is None:
        reason = f"the row ends after {len(cells)} of {len(header)} cells, before its text"
        yield intake.skip(reason, line)
        return
    yield intake.raw(values, number=number, line=line)


class _RowTooLongError(csv.Error):
    """A record goes on for longer than any article."""


class _Lines:
    """The lines of a stream, of which those of the record being read can be given back."""

    def __init__(self, rest: Iterator[str]) -> None:
        self._waiting: deque[str] = deque()
        self._rest = rest
        self._length = 0
        self.taken: list[str] = []
        self.unquoted = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._rest)
        self._length += len(line)
        if self._length > LARGEST_CELL:
            raise _RowTooLongError
        self.taken.append(line)
        return line

    def begin(self) -> None:
        """Forget the record that was read: the next line begins another."""
        self.taken, self._length = [], 0

    def give_back(self) -> None:
        """Give back all lines of the record being read but its first."""
        self._waiting.extendleft(reversed(self.taken[1:]))
        self.begin()


def _records(lines: _Lines, delimiter: str, begun: int) -> Iterator[tuple[int, list[str] | str]]:
    """Yield (line, cells) for each record, or (line, reason) for one that is broken.

    `begun` is the number of the first line.
    After a broken record reading starts again at the line below the one it began on. Where tabs
    part the cells, the line itself is read as it stands: many such files know no quoting.
    """
    former = csv.field_size_limit(LARGEST_CELL)
    restarts = 0
    try:
        while restarts < _RESTARTS:
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            try:
                for cells in reader:
                    yield begun, cells
                    begun += len(lines.taken)
                    lines.begin()
            except _RowTooLongError:
                restarts += 1
                yield begun, f"a row of more than {LARGEST_CELL:,} characters; it is left out"
            except csv.Error:
                restarts += delimiter != "\t" or len(lines.taken) > _FEW_LINES
                if delimiter == "\t" and lines.taken:
                    lines.unquoted += 1
                    yield begun, lines.taken[0].rstrip("\r\n").split("\t")
                else:
                    yield (
                        begun,
                        "quoting error (quotation marks that do not pair, or a cell too long); "
                        "this row is left out",
                    )
            else:
                return
            lines.give_back()
            begun += 1
        yield begun, f"{_RESTARTS} quoting errors before this line; the rest is not read"
    finally:
        csv.field_size_limit(former)


def known_columns(text: str) -> list[str]:
    r"""Return the columns of a table whose first line names the text and something else known.

    Empty where `text` begins otherwise: with an article. The first row has as many cells.

    Examples
    --------
    >>> known_columns("outlet;text\nStar;The troops left.\n"), known_columns("The text, a date.")
    (['outlet', 'text'], [])
    """
    lines, delimiter, begun, _ = _opened(io.StringIO(text[:LOOKED_AT]), "")
    records = (cells for _, cells in _records(lines, delimiter, begun) if any(cells))
    header, row = next(records, ""), next(records, "")
    if isinstance(header, str) or isinstance(row, str) or len(row) != len(header):
        return []
    known = columns_of(unique_names(header)[0]) if max(map(len, header)) <= LONGEST_NAME else {}
    return header if "text" in known and len(known) > 1 else []


def delimiter_of(first_line: str, suffix: str) -> str:
    """Take the character that parts most column names; a tab in .tsv, a comma when in doubt."""
    counts = {mark: first_line.count(mark) for mark in ",;\t|"}
    if suffix == ".tsv" and counts["\t"]:
        return "\t"
    return max(counts, key=lambda mark: (counts[mark], mark == ","))


def _swallowed(
    lines: Sequence[str], header: Sequence[str], cells: Sequence[str], delimiter: str
) -> str | None:
    """Say whether a quoted cell seems to have swallowed rows: lines in it that look like one.

    A line inside a cell looks like a row when it has as many cells as there are columns, and
    its short cells are of the same shape as this row's ("17", "2021-05-03").
    """
    if len(lines) < 2 or len(header) < 2:
        return None
    shapes = {i: _shape(cell) for i, cell in enumerate(cells) if 0 < len(cell) <= 30}
    telling = {i: shape for i, shape in shapes.items() if "9" in shape}
    if not telling:
        return None
    count = 0
    for line in lines[1:_SWALLOWED]:
        inner = line.rstrip("\r\n").split(delimiter)
        if len(inner) >= 2 and all(
            i < len(inner) and _shape(inner[i].strip('"')) == shape for i, shape in telling.items()
        ):
            count += 1
    if not count:
        return None
    return (
        f"{count} line(s) inside a quoted cell look like rows of their own: is a quotation mark "
        "missing or left over on this line?"
    )


def _shape(cell: str) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", cell[:40]))


register(Format("csv", (".csv", ".tsv", ".tab"), read_delimited))
