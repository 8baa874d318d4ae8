"""What was worked out once is kept as JSON in the user's cache folder, by its SHA-256.

Nothing here is needed: a folder that can't be written to, a file cut short, or two processes
writing at once cost time and nothing else. No pickle is read or written.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from framing._version import VERSION
from framing.digests import room_digest
from framing.output import write_whole

__all__ = ["cache_folder", "cached", "key_of", "sha256_of"]

Built = TypeVar("Built")

#: The rooms, and the module, that what is kept comes from.
_MADE_BY = ("lexicon", "language", "yamltree")
#: What reading a damaged file back may raise.
_DAMAGED = (
    OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError,
)  # fmt: skip


def cache_folder() -> Path | None:
    """Return where compiled lexicons are kept; None when there is no home to keep them in.

    The environment variable ``FRAMING_CACHE`` names another folder; set to nothing, it turns
    the cache off.
    """
    said = os.environ.get("FRAMING_CACHE")
    if said is not None:
        return Path(said) if said else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return Path(base) / "framing" / "Cache" if base else None
    home = os.environ.get("HOME")
    if sys.platform == "darwin":
        return Path(home) / "Library" / "Caches" / "framing" if home else None
    given = os.environ.get("XDG_CACHE_HOME")
    base = given if given and os.path.isabs(given) else home and os.path.join(home, ".cache")
    return Path(base) / "framing" if base else None


def key_of(*parts: str) -> str:
    """Return the SHA-256 of some texts together with what works them out.

    That is the library's version, the modules that read lexicons and make forms (two copies of
    one version can hold others) and Python's version, whose tables decide what is a letter.
    """
    digest = hashlib.sha256()
    python = ".".join(map(str, sys.version_info[:2]))
    for part in (VERSION, python, *(room_digest(room) or "" for room in _MADE_BY), *parts):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, the same whichever line ends a checkout gave it."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def cached(
    what: str,
    key: str,
    build: Callable[[], Built],
    to_json: Callable[[Built], Any],
    from_json: Callable[[Any], Built],
    *,
    most: int = 500,
) -> Built:
    """Return what is kept under a key, or build it and keep it.

    Parameters
    ----------
    what : str
        A word for the file's name, such as ``forms``.
    key : str
        From `key_of`; it must change whenever the result would.
    build, to_json, from_json : callable
        How the result is made, written and read back. A kept file that can't be read back is
        built anew.
    most : int
        Files that the folder holds; those written longest ago go first.
    """
    folder = cache_folder()
    if folder is None:
        return build()
    path = folder / f"{what}-{key}.json"
    with contextlib.suppress(*_DAMAGED):
        first, _, body = path.read_bytes().partition(b"\n")
        if first.decode() == hashlib.sha256(body).hexdigest():
            kept = json.loads(body)
            if kept["key"] == key:
                return from_json(kept["data"])
    built = build()
    with contextlib.suppress(OSError):
        text = json.dumps({"key": key, "data": to_json(built)}, separators=(",", ":")).encode()
        digest = hashlib.sha256(text).hexdigest()
        # Its first line tells whether it is whole, so there is no waiting for the disk to have it.
        write_whole(path, f"{digest}\n".encode() + text, flushed=False)
        _prune(folder, most)
    return built


def _prune(folder: Path, most: int) -> None:
    """Drop the files written longest ago once there are too many."""
    if len(os.listdir(folder)) <= most:
        return
    files = sorted(folder.glob("*.json"), key=lambda each: each.stat().st_mtime)
    for old in files[:-most]:
        old.unlink(missing_ok=True)
