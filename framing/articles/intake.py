"""What a reader of files is given, and the registry in which each format enters itself.

A format is one module of `framing.articles.formats`. It registers either a `Format` (files known
by their endings: Word, CSV, WARC …) or a `Bundle` (a database's export, known by its lines: many
articles in one text, whichever file that text came from).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, TypeAlias

from framing.articles.rawrecords import Raw
from framing.values import Skipped

__all__ = [
    "BUNDLES",
    "FORMATS",
    "LARGEST_CELL",
    "LARGEST_DOCUMENT",
    "Bundle",
    "Format",
    "Ignored",
    "Intake",
    "Item",
    "Record",
    "Remark",
    "TooLargeError",
    "register",
]

LARGEST_DOCUMENT = 100_000_000  # bytes; a file read whole: a bundle of some thousand articles
LARGEST_CELL = 20_000_000  # characters; no article is as long


class TooLargeError(ValueError):
    """A file is larger than framing reads at once; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file that was never meant as an article, such as a report framing wrote itself."""

    file: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about a whole file: it goes to ``Articles.warnings`` once."""

    file: str
    line: int | None
    text: str


Item: TypeAlias = "Raw | Skipped | Ignored | Remark"


@dataclass(frozen=True, slots=True)
class Intake:
    """One file to read, on disk or inside an archive.

    `file` names it in messages, `place` in ids (with its ending; `stem` without), `hints` are
    what folders say (event, outlet). `suffix` is its ending in small letters, `opened` a function
    that opens its bytes from the start, `size` their number where that is known.
    """

    file: str
    place: str
    suffix: str
    opened: Callable[[], BinaryIO]
    hints: Mapping[str, str] = field(default_factory=dict)
    size: int | None = None
    remarks: tuple[str, ...] = ()
    depth: int = 0

    @classmethod
    def of_path(cls, path: Path, file: str, place: str, hints: Mapping[str, str]) -> Intake:
        """Take a file on disk."""
        size = path.stat().st_size
        return cls(file, place, path.suffix.lower(), lambda: path.open("rb"), hints, size)

    @property
    def stem(self) -> str:
        """The place without its ending: the id of the one article in it."""
        return self.place[: -len(self.suffix)] if self.suffix else self.place

    def read(self, most: int = LARGEST_DOCUMENT) -> bytes:
        """Return all bytes; raise `TooLargeError` where there are more than `most`."""
        with self.opened() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise TooLargeError(
                f"larger than {most // 1_000_000} MB, the most framing reads as one document; "
                "many articles belong in a .jsonl, .csv or .parquet file"
            )
        return data

    def seekable(self) -> BinaryIO:
        """Open the bytes so that a reader can go back and forth in them."""
        stream = self.opened()
        if stream.seekable():
            return stream
        stream.close()
        return io.BytesIO(self.read())

    def raw(
        self,
        values: Mapping[str, object],
        *,
        number: int | None = None,
        line: int | None = None,
        remarks: tuple[str, ...] = (),
    ) -> Raw:
        """Make the would-be article of this file, or of its row or record `number`."""
        remarks = (*self.remarks, *remarks)
        if number is None:
            return Raw(values, self.file, line, self.stem, self.file, self.hints, remarks)
        place, longer = f"{self.place}:{number}", f"{self.file}:{number}"
        return Raw(values, self.file, line, place, longer, {}, remarks)

    def with_remarks(self, remarks: tuple[str, ...]) -> Intake:
        """Return the same file with more remarks, which stand beside each of its articles."""
        return replace(self, remarks=(*self.remarks, *remarks))

    def remark(self, text: str, line: int | None = None) -> Remark:
        """Say something about this file that does not keep it from being read."""
        return Remark(self.file, line, text)

    def skip(self, reason: str, line: int | None = None) -> Skipped:
        """Say why this file, or what stands on its line, is not read."""
        return Skipped(self.file, line, reason)


@dataclass(frozen=True, slots=True)
class Format:
    """Files known by their ending, and the function that yields what is in one.

    `one` says that a file is one document, which may be named README and then is none.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Intake], Iterator[Item]]
    one: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """One record of an export: its values by field and the line it begins on.

    `problem` says why it gives no article; `remarks` what looks wrong with it. A record of
    remarks alone speaks of the whole export.
    """

    line: int
    values: Mapping[str, object]
    problem: str | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """A database's export: how its text is known, and the records in it.

    Both functions take the whole text; with `page`, the source of a web page, for exports whose
    parts only their HTML elements tell apart.
    """

    name: str
    recognises: Callable[[str], bool]
    records: Callable[[str], Iterator[Record]]
    page: bool = False


FORMATS: dict[str, Format] = {}  # by ending
BUNDLES: dict[str, Bundle] = {}  # by name, in the order of their modules' names


def register(entry: Format | Bundle) -> None:
    """Enter a format into the registry; called once by each format's module."""
    if isinstance(entry, Bundle):
        BUNDLES[entry.name] = entry
    else:
        FORMATS.update(dict.fromkeys(entry.suffixes, entry))
