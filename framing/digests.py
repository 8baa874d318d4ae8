"""What tells one file from another: digests of files, manifests and rooms, a file's version."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["digest_of", "manifest_digest", "room_digest", "version_of"]


def manifest_digest(manifest: Mapping[str, Any]) -> str:
    """Return the SHA-256 of what a manifest says, which stands in it as its ``sha256``.

    Examples
    --------
    >>> told = manifest_digest({"whole": True})
    >>> manifest_digest({"whole": True, "sha256": told}) == told
    True
    >>> manifest_digest({"whole": False, "sha256": told}) == told
    False
    """
    said = {name: value for name, value in manifest.items() if name != "sha256"}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def room_digest(room: str) -> str | None:
    """Return the SHA-256 of a room's modules, whatever their line ends; None without their source.

    Two copies of one version can hold other rules, which no version tells.

    Examples
    --------
    >>> room_digest("voice") == room_digest("matching")
    False
    """
    place = Path(__file__).parent / room
    files = sorted(place.rglob("*.py")) or [place.with_suffix(".py")]
    found = hashlib.sha256()
    try:
        for file in files:
            found.update(file.relative_to(place.parent).as_posix().encode() + b"\0")
            found.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    except OSError:  # a build that ships no source
        return None
    return found.hexdigest()


def version_of(path: Path) -> tuple[int, int, int] | None:
    """Return what tells a file from the one that replaces it; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
