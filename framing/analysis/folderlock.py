"""One run at a time writes into a folder: the lock is the kernel's, so a killed run leaves none."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from framing.errors import OutputError

__all__ = ["locked"]

_LOCK = ".lock"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder, which is made where it is missing, for one run.

    Raises
    ------
    OutputError
        Where another run holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl
    except ImportError:  # a system without it: nothing holds the folder
        yield
        return
    with (folder / _LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise OutputError(
                f"another run is writing into {folder}; wait for it, or name another folder"
            ) from error
        yield
