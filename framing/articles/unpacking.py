"""Zip containers (.docx, .odt, .xlsx, .zip): opened only where they do not swell without end."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from framing.articles.intake import LARGEST_DOCUMENT, TooLargeError

__all__ = ["BoundedStream", "opened_zip"]

_RATIO = 200  # bytes out for one byte in; text packs to a tenth at best, repeated text further
_FREE = 10_000_000  # bytes out for which no ratio is asked
_MOST = 20 * LARGEST_DOCUMENT  # bytes out of one container


def opened_zip(stream: BinaryIO) -> zipfile.ZipFile:
    """Open a zip container; raise `TooLargeError` where it would unpack to too much."""
    archive = zipfile.ZipFile(stream)
    packed = sum(entry.compress_size for entry in archive.infolist())
    unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > _MOST or (unpacked > _FREE and unpacked > _RATIO * max(1, packed)):
        raise TooLargeError(swelling(packed, unpacked))
    return archive


def swelling(packed: int, unpacked: int) -> str:
    """Word the refusal of a container that unpacks to too much."""
    return (
        f"unpacks from {packed:,} bytes to {unpacked:,} or more, which no text does; unpack it "
        "yourself if it is sound"
    )


class BoundedStream:
    """Counts what a decompressing stream gives and stops it when it swells without end."""

    def __init__(self, stream: BinaryIO, packed: int | None) -> None:
        self._stream = stream
        self._packed = packed or 0
        self._given = 0

    def check(self, data: bytes) -> bytes:
        """Count what was given; raise `TooLargeError` when it is too much."""
        self._given += len(data)
        if self._given > _FREE and self._given > _RATIO * max(1, self._packed):
            raise TooLargeError(swelling(self._packed, self._given))
        return data
