"""Text files (.txt, .md): one article with front matter, a database's records, or a table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from framing.articles.decoding import NotTextError, decode
from framing.articles.formats import bundle_of, format_of, rows_of_bundle
from framing.articles.formats.delimited import (
    LONGEST_NAME,
    LOOKED_AT,
    known_columns,
    read_delimited,
)
from framing.articles.intake import Format, Intake, Item, register
from framing.articles.markdown import read_markdown
from framing.articles.rawrecords import SAVE_PAGES, columns_of
from framing.errors import LexiconError
from framing.yamltree import plain_tree, read_yaml

__all__ = ["read_plain", "rows_of_text"]

_EVEN_ROWS = 3  # that have as many cells, in what looks like a table
_FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_FRONT_LIMIT = 10_000  # characters; front matter is a few lines
_LENGTH = re.compile(
    r"^[ \t]*[^\W\d_]{4,9}:[ \t\xa0]*[\d.,]+[ \t\xa0]"
    r"(?:words|Wörter|mots|palabras|woorden|parole)\b",
    re.MULTILINE | re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def read_plain(intake: Intake) -> Iterator[Item]:
    """Read one text file; what stands below front matter is the text, in .md without its marks."""
    data = intake.read()
    other = _really(data)
    if other is not None:
        yield from other.read(intake)
        return
    try:
        written, remarks = decode(data)
    except NotTextError as error:
        yield intake.skip(f"{error}")
        return
    columns = known_columns(written)
    if columns:
        listed = ", ".join(map(repr, columns[:6]))
        yield intake.remark(
            f"read as a table, an article a row: its first line names columns ({listed}); let the "
            "file's name end in .csv to say so"
        )
        yield from read_delimited(intake)
        return
    cells = _even_cells(written)
    if cells:
        yield intake.remark(
            f"looks like a table of {cells} columns and is read as one article: call the column of "
            "the texts 'text', and let the file's name end in .csv"
        )
    yield from rows_of_text(written, intake, remarks)


def rows_of_text(written: str, intake: Intake, remarks: tuple[str, ...] = ()) -> Iterator[Item]:
    """Yield the records of a text that is a database's export, or the text as one article."""
    bundle = bundle_of(written)
    if bundle is not None:
        if remarks:
            intake = intake.with_remarks(remarks)
        yield from rows_of_bundle(bundle, written, intake)
        return
    front, text = _parted(written)
    lines = text.split()
    if lines and len(lines) <= 100_000 and all(map(_ADDRESS.fullmatch, lines)):
        yield intake.skip(f"holds addresses of pages, not articles; {SAVE_PAGES}")
        return
    if front is None and _begins_settings(written):
        remarks = (*remarks, _NO_END)
    values: dict[str, object] = {}
    if front is not None:
        found = _front_values(front)
        if isinstance(found, str):
            yield intake.skip(f"the front matter can't be read: {found}", 1)
            return
        values.update(found)
    values.pop("text", None)
    if intake.suffix == ".md":
        title, text = read_markdown(text)
        if title and "title" not in columns_of(list(map(str, values))):
            values["title"] = title
    labels = len(_LENGTH.findall(text))
    if labels > 1:
        yield intake.remark(
            f"{labels} lines give an article's length: it looks like an export of a form that is "
            "not known, and is read as one article; export it again in English, or save each "
            "article as a file"
        )
    yield intake.raw({"text": text, **values}, remarks=remarks)


def _even_cells(text: str) -> int:
    r"""Return how many cells each of a text's first lines has, where it looks like a table; else 0.

    Its first line is short words, and the lines below have as many cells.

    Examples
    --------
    >>> _even_cells("paper\twords\nStar\tThe troops left.\nSun\tThey stayed.\n")
    2
    >>> _even_cells("Troops, tanks, ships\n\nThe troops left, and so did ships.\nAll went.\n")
    0
    """
    lines = [line for line in text[:LOOKED_AT].splitlines(keepends=True) if line.strip()]
    for mark in "\t;|,":
        try:
            rows = list(islice(csv.reader(lines, delimiter=mark), _EVEN_ROWS))
        except csv.Error:
            continue
        names = [name.strip() for name in rows[0]] if len(rows) == _EVEN_ROWS else []
        if (
            len(names) >= (2 if mark == "\t" else 3)
            and {len(row) for row in rows} == {len(names)}
            and len(set(names)) == len(names)
            and all(0 < len(name) <= LONGEST_NAME and name[-1] not in ".!?" for name in names)
        ):
            return len(names)
    return 0


def _really(data: bytes) -> Format | None:
    """Return the format of a file whose ending says text and whose bytes say another."""
    if data.startswith(b"{\\rtf"):
        return format_of(".rtf")
    if data.startswith(b"%PDF-"):
        return format_of(".pdf")
    return None


def _parted(written: str) -> tuple[str | None, str]:
    """Part front matter from text; a line of dashes that no second one follows is text."""
    opening = _FRONT.match(written)
    if opening is None:
        return None, written
    closing = _END.search(written, opening.end(), _FRONT_LIMIT)
    if closing is None:
        return None, written
    front = written[opening.end() : closing.start()]
    if not re.match(r"\s*(?:#.*\s+)*[\w\"'-]+[ \t]*:", front):
        return None, written  # two rules across the page, not settings
    return front, written[closing.end() :]


_SETTING = re.compile(r"\s*(?:outlet|source|title|headline|date|event|story|url)[ \t]*:", re.I)
_NO_END = (
    f"begins as front matter that no line '---' ends within {_FRONT_LIMIT:,} characters: it is "
    "read as part of the text"
)


def _begins_settings(written: str) -> bool:
    """Say whether a text begins with dashes and a setting that front matter has."""
    opening = _FRONT.match(written)
    return opening is not None and _SETTING.match(written, opening.end()) is not None


def _front_values(front: str) -> Mapping[str, object] | str:
    """Return the settings of the front matter, or what is wrong with them."""
    try:
        found = plain_tree(read_yaml(front, "", what="front matter", aliases=False))
    except LexiconError as error:
        return re.sub(r"^,? ?(?:line \d+)?: ", "", str(error))
    if not isinstance(found, dict):
        return "it holds no 'name: value' lines"
    return found


register(Format("text", (".txt", ".md", ".text"), read_plain, one=True))
