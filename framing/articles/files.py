"""Which files a path means: a file, a glob, or a folder walked in a fixed order."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from framing.values import Skipped

__all__ = ["KINDS", "Found", "find_files"]

KINDS: dict[str, str] = {
    ".txt": "plain", ".md": "plain", ".html": "html", ".htm": "html", ".jsonl": "jsonl",
    ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet",
}  # fmt: skip
_NOT_ARTICLES = re.compile(r"(?:README|LICEN[CS]E|COPYING|CHANGELOG|CONTRIBUTING)", re.IGNORECASE)
_DOCUMENTS = frozenset({"", ".txt", ".md", ".html", ".htm"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, its name in messages, and its place below the folder given.

    `below` is empty for a file that was named itself; `ignored` is true for one that lies in a
    folder but was never meant as an article.
    """

    path: Path
    file: str
    below: PurePosixPath | None
    ignored: bool = False


def find_files(source: str | os.PathLike[str]) -> Iterator[Found | Skipped]:
    """Yield every file that `source` means, in an order that does not depend on the disk."""
    given = os.path.expanduser(os.fspath(source))
    path = Path(given)
    if os.path.isdir(given):
        yield from _walk(path)
    elif os.path.lexists(given):
        yield Found(path, path.as_posix(), None)
    elif glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))
        for match in matches:
            if os.path.isdir(match):
                if "**" not in given:
                    yield from _walk(Path(match))
            else:
                yield Found(Path(match), Path(match).as_posix(), None, _is_ignored(Path(match)))
        if not matches:
            yield Skipped(given, None, "no file matches this pattern")
    else:
        yield Skipped(given, None, "there is no such file or folder; check the spelling")


def _is_ignored(path: Path) -> bool:
    suffix = path.suffix.lower()
    if path.name.startswith(".") or suffix not in KINDS:
        return True
    return suffix in _DOCUMENTS and _NOT_ARTICLES.match(path.name) is not None


def _walk(top: Path) -> Iterator[Found | Skipped]:
    """Walk a folder depth first in the order of names; each real folder is entered once."""
    seen: set[str] = set()
    waiting: list[tuple[Path, PurePosixPath]] = [(top, PurePosixPath())]
    while waiting:
        folder, below = waiting.pop()
        real = os.path.realpath(folder)
        if real in seen:
            yield Skipped(folder.as_posix(), None, "a link to a folder that is read already")
            continue
        seen.add(real)
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            yield Skipped(folder.as_posix(), None, f"the folder can't be read: {error.strerror}")
            continue
        folders = []
        for name in names:
            path = folder / name
            if os.path.isdir(path):
                if name.startswith("."):
                    yield Found(path, f"{path.as_posix()}/", below / name, ignored=True)
                else:
                    folders.append((path, below / name))
            else:
                yield Found(path, path.as_posix(), below / name, _is_ignored(path))
        waiting.extend(reversed(folders))
