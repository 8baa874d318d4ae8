"""Compressed files (.gz, .bz2, .xz) and folders in one file (.zip), of all the other formats."""

from __future__ import annotations

import bz2
import gzip
import lzma
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, cast

from framing.articles.formats import format_of
from framing.articles.intake import Format, Ignored, Intake, Item, TooLargeError, register
from framing.articles.unpacking import DAMAGED, Readable, bounded, opened_zip

__all__ = ["read_compressed", "read_zip"]

_OPENERS: dict[str, Callable[[BinaryIO], Readable]] = {
    ".gz": lambda stream: gzip.GzipFile(fileobj=stream),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}


def read_compressed(intake: Intake) -> Iterator[Item]:
    """Read what a compressed file holds, by the ending before its last one."""
    inner = intake.stem
    suffix = posixpath.splitext(inner)[1].lower()
    kind = format_of(suffix)
    if kind is None or suffix in {".zip", *_OPENERS}:
        yield intake.skip(
            f"no kind of file framing reads lies in it by its name ({posixpath.basename(inner)}); "
            "name it as NAME.csv.gz"
        )
        return
    opener, opened, packed = _OPENERS[intake.suffix], intake.opened, intake.size or 0
    faults: list[str] = []

    def unpacked() -> BinaryIO:
        return bounded(opener(opened()), packed, faults)

    unpacking = replace(intake, place=inner, suffix=suffix, opened=unpacked, size=None)
    yield from _guarded(unpacking, kind, faults)


def read_zip(intake: Intake) -> Iterator[Item]:
    """Read every file in a zip archive, as if it lay in a folder; archives in it stay shut."""
    with intake.seekable() as stream:
        try:
            archive = opened_zip(stream)
        except zipfile.BadZipFile:
            yield intake.skip("not a readable zip archive; it is cut off or damaged")
            return
        folder = posixpath.dirname(intake.place)
        if all(entry.is_dir() for entry in archive.infolist()):
            yield intake.skip("there is not a file in the archive")
        for entry in sorted(archive.infolist(), key=lambda member: member.filename):
            if not entry.is_dir():
                yield from _entry(archive, entry, intake, folder)


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, intake: Intake, folder: str
) -> Iterator[Item]:
    from framing.articles.walking import is_no_article

    file = f"{intake.file}/{entry.filename}"
    name = posixpath.basename(entry.filename)
    if is_no_article(name) or entry.filename.startswith("__MACOSX/"):
        yield Ignored(file)
        return
    suffix = posixpath.splitext(name)[1].lower()
    kind = format_of(suffix)
    place = posixpath.normpath(posixpath.join(folder, entry.filename)).lstrip("./")
    parts = place[: len(place) - len(suffix)].split("/")
    hints = {"event": parts[-2], "outlet": parts[-1]} if len(parts) > 1 else {}
    faults: list[str] = []
    inner = Intake(
        file, place, suffix, lambda: _opened(archive, entry, faults), hints, None, intake.remarks
    )
    if kind is None or suffix == ".zip":
        yield inner.skip("an archive inside an archive; unpack it first")
    elif entry.flag_bits & 1:
        yield inner.skip("it is locked with a password; unpack it first")
    else:
        yield from _guarded(inner, kind, faults)


def _opened(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, faults: list[str]) -> BinaryIO:
    return bounded(cast("Readable", archive.open(entry)), entry.compress_size, faults)


def _guarded(intake: Intake, kind: Format, faults: Sequence[str]) -> Iterator[Item]:
    """Yield what is in one packed file; a damaged one costs itself and no other."""
    try:
        yield from kind.read(intake)
    except TooLargeError as error:
        yield intake.skip(f"{error}")
    except DAMAGED:
        yield intake.skip("damaged or cut off; nothing more of it is read")
    else:
        yield from map(intake.skip, faults[:1])


register(Format("compressed", tuple(_OPENERS), read_compressed))
register(Format("zip", (".zip",), read_zip))
