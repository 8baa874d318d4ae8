"""What is packed (.zip, .docx, .gz …), unpacked only as far as text can have been packed."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO, Protocol

from framing.articles.intake import LARGEST_DOCUMENT, TooLargeError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["DAMAGED", "Readable", "bounded", "opened_zip", "swelling"]

# What the standard library raises on packed bytes that are damaged or packed in a way of their own.
DAMAGED = (
    zipfile.BadZipFile, EOFError, OSError, lzma.LZMAError, zlib.error, NotImplementedError,
)  # fmt: skip
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


class Readable(Protocol):
    """What gives bytes: the decompressing streams of the standard library do."""

    def read1(self, size: int = ..., /) -> bytes:
        """Return the next bytes that are there."""
        ...

    def close(self) -> None:
        """Let go of what is read."""
        ...


class _Bounded(io.RawIOBase):
    """What a decompressing stream gives, stopped when it swells without end."""

    def __init__(self, stream: Readable, packed: int, faults: list[str]) -> None:
        self._stream = stream
        self._faults = faults
        self._packed = packed
        self._given = 0

    def readable(self) -> bool:
        """Say that bytes can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill `buffer` and return how many bytes went in."""
        with memoryview(buffer) as view:
            try:
                data = self._stream.read1(len(view))
            except DAMAGED:
                self._faults.append("damaged or cut off; nothing more of it is read")
                data = b""
            view[: len(data)] = data
        self._given += len(data)
        if self._given > _FREE and self._given > _RATIO * max(1, self._packed):
            raise TooLargeError(swelling(self._packed, self._given))
        return len(data)

    def close(self) -> None:
        """Close the stream behind it too."""
        self._stream.close()
        super().close()


def bounded(stream: Readable, packed: int, faults: list[str]) -> BinaryIO:
    """Wrap a decompressing stream of `packed` bytes so that it can't swell without end.

    Where the bytes are damaged the stream ends, and `faults` says so: what came before is sound.
    """
    return io.BufferedReader(_Bounded(stream, packed, faults))
