"""Which files a path means: a file, a glob, or a folder walked in a fixed order."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from framing.articles.formats import format_of
from framing.output import is_written_folder
from framing.values import Skipped

__all__ = ["NEVER_ARTICLES", "FoundFile", "find_files", "is_no_article", "shown"]

# Names of files that come with a collection and are known to be no articles; hidden files too,
# and those that an office program leaves beside a document that is open.
NEVER_ARTICLES = re.compile(
    r"\.|~\$|(?:README|LICEN[CS]E|COPYING|CHANGELOG|CONTRIBUTING)", re.IGNORECASE
)
_WRITTEN = (
    "a saved analysis or a batch, and no articles; open it by framing.open_analysis, or give the "
    "command this folder alone"
)
_ABSENT = "there is no such file or folder; check the spelling"
_ADDRESS = (
    "framing fetches nothing from the web; save the page in your browser (as HTML) and give the "
    "file"
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read: where it is, its name in messages, and its place below the folder given.

    `below` is empty for a file that was named itself; `ignored` is true for one that lies in a
    folder but was never meant as an article.
    """

    path: Path
    file: str
    below: PurePosixPath | None
    ignored: bool = False


def find_files(source: str | os.PathLike[str]) -> Iterator[FoundFile | Skipped]:
    """Yield every file that `source` means, in an order that does not depend on the disk."""
    given = os.path.expanduser(os.fspath(source))
    path = Path(given)
    if os.path.isdir(given) and is_written_folder(path):
        yield Skipped(shown(path.as_posix()), None, _WRITTEN)
    elif os.path.isdir(given):
        yield from _walk(path)
    elif os.path.lexists(given):
        yield FoundFile(path, shown(path.as_posix()), None)
    elif glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))
        for match in matches:
            if os.path.isdir(match):
                if "**" not in given:
                    yield from _walk(Path(match))
            else:
                file = shown(Path(match).as_posix())
                yield FoundFile(Path(match), file, None, is_no_article(Path(match).name))
        if not matches:
            yield Skipped(shown(given), None, "no file matches this pattern")
    else:
        yield Skipped(shown(given), None, _ADDRESS if _is_address(given) else _ABSENT)


def _is_address(name: str) -> bool:
    return name.lower().startswith(("http://", "https://", "www."))


def shown(name: str) -> str:
    r"""Return a file's name as text that can be written: bytes that are no UTF-8 as ``\xe9``."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    return name


def is_no_article(name: str) -> bool:
    """Say whether a file inside a folder is no article by its name or kind."""
    kind = format_of(os.path.splitext(name)[1].lower())
    if name.startswith((".", "~$")) or kind is None:
        return True
    return kind.one and NEVER_ARTICLES.match(name) is not None


def _walk(top: Path) -> Iterator[FoundFile | Skipped]:
    """Walk a folder depth first in the order of names; each real folder is entered once."""
    seen: set[str] = set()
    waiting: list[tuple[Path, PurePosixPath]] = [(top, PurePosixPath())]
    while waiting:
        folder, below = waiting.pop()
        real = os.path.realpath(folder)
        if real in seen:
            reason = "a link to a folder that is read already"
            yield Skipped(shown(folder.as_posix()), None, reason)
            continue
        seen.add(real)
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            reason = f"the folder can't be read: {error.strerror}"
            yield Skipped(shown(folder.as_posix()), None, reason)
            continue
        folders = []
        for name in names:
            path = folder / name
            file = shown(path.as_posix())
            if os.path.isdir(path):
                if name.startswith(".") or is_written_folder(path):
                    yield FoundFile(path, f"{file}/", below / shown(name), ignored=True)
                else:
                    folders.append((path, below / shown(name)))
            else:
                yield FoundFile(path, file, below / shown(name), is_no_article(name))
        waiting.extend(reversed(folders))
