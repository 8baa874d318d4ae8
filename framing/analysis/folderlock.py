"""One run at a time writes into a folder: the lock is the kernel's, so a killed run leaves none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from framing.errors import OutputError

__all__ = ["locked"]

_LOCK = ".lock"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder, which is made where it is missing, for one run.

    Afterwards nothing tells of it: the lock's file is gone, and so is a folder that was made here
    and into which nothing was written.

    Raises
    ------
    OutputError
        Where another run holds it, or it can be neither made nor written to.
    """
    missing = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _closed(folder, error) from error
    try:
        import fcntl
    except ImportError:  # a system without it: nothing holds the folder
        yield
        return
    path = folder / _LOCK
    try:
        opened = path.open("w")
    except OSError as error:
        raise _closed(folder, error) from error
    with opened as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise _held(folder) from None
        if not _is_still(path, file):  # who held it took it away between these two lines
            raise _held(folder)
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                path.unlink()
                if missing:
                    folder.rmdir()  # only where nothing stands in it


def _closed(folder: Path, error: OSError) -> OutputError:
    return OutputError(f"{folder} can't be written into: {error.strerror}; name another folder")


def _held(folder: Path) -> OutputError:
    return OutputError(f"another run is writing into {folder}; wait for it, or name another folder")


def _is_still(path: Path, file: IO[str]) -> bool:
    """Tell whether an open file is the one that stands at a path."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except OSError:
        return False
