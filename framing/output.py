"""Every file the library writes goes through here: whole or not at all, and never over an input.

A file is written beside its place, flushed to the disk and moved there, so that a full disk or a
killed run leaves the old one as it was; what is not `flushed` may be cut short when power is lost.
What can't be written is an `OutputError` in words.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from pathlib import Path

from framing.cells import guarded, unguarded
from framing.digests import version_of
from framing.errors import OutputError

__all__ = [
    "MANIFEST",
    "guarded",
    "is_written_folder",
    "protecting",
    "remember_read",
    "replacing",
    "unguarded",
    "will_write",
    "write_whole",
]

MANIFEST = "manifest.json"
"""What a folder of ours (a saved analysis, a batch) has: its files and their digests."""

#: Bytes for which there must be room before the work begins.
_LEAST = 4096

#: Paths being read: a file among them, or one that was in a folder among them, stays as it is.
_SOURCES: ContextVar[tuple[Path, ...]] = ContextVar("framing_sources", default=())
#: Real paths of files that this process read as articles or as a lexicon.
_READ: set[str] = set()
#: What it wrote itself, with a mark of the file as written: its own, which it may make anew.
_WRITTEN: dict[str, tuple[int, int, int] | None] = {}
#: What a file of our own begins with somewhere in its first bytes; such a file may be replaced.
_OURS = b'name="generator" content="framing'
#: What a manifest of our own begins with.
_WHOLE = re.compile(rb'\s*\{\s*"whole":')
#: Endings under which a file inside a folder of articles may be an article.
_ARTICLES = frozenset(
    ".txt .md .html .htm .json .jsonl .ndjson .csv .tsv .parquet .docx .rtf .odt .pdf .xlsx .xml "
    ".gz .bz2 .zip .warc".split()
)


@contextlib.contextmanager
def protecting(*paths: str | Path) -> Iterator[None]:
    """Refuse, while this lasts, to write over `paths`: these files, and articles in these folders.

    Yields
    ------
    None

    Examples
    --------
    >>> import tempfile
    >>> news = Path(tempfile.mkdtemp()) / "news.csv"
    >>> _ = news.write_text("text")
    >>> with protecting(news):
    ...     write_whole(news, "mentions")
    Traceback (most recent call last):
    framing.errors.OutputError: ...news.csv is being read: it is not written over; name another ...
    """
    token = _SOURCES.set((*_SOURCES.get(), *(Path(path) for path in paths)))
    try:
        yield
    finally:
        _SOURCES.reset(token)


def remember_read(paths: Iterable[str | Path]) -> None:
    """Note `paths` of files that were read: nothing writes over them while this process runs.

    Examples
    --------
    >>> import tempfile
    >>> news = Path(tempfile.mkdtemp()) / "news.csv"
    >>> _ = news.write_text("text")
    >>> remember_read([news])
    >>> write_whole(news, "mentions")
    Traceback (most recent call last):
    framing.errors.OutputError: ...news.csv was read as an input: it is not written over; name ...
    """
    for path in map(os.path.realpath, paths):
        if path not in _WRITTEN or _WRITTEN[path] != version_of(Path(path)):
            _READ.add(path)


def will_write(*paths: str | Path | None, folders: Iterable[str | Path | None] = ()) -> None:
    """Check before the work that these files, and files in these folders, can be written.

    Parameters
    ----------
    *paths : path or None
        Files to be written; None is passed over.
    folders : iterable of path or None
        Folders to write into; they are made where they are missing.

    Raises
    ------
    OutputError
        For a file that is being read (see `protecting`), or a place that can't be written to.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> will_write(folder / "report.html", folders=[folder / "tables"])
    >>> will_write(folder)
    Traceback (most recent call last):
    framing.errors.OutputError: ... is a folder; name a file in it
    """
    for path in (Path(given) for given in paths if given is not None):
        with _in_words(path):
            if path.is_dir():
                raise OutputError(f"{path} is a folder; name a file in it")
            _refuse_source(path)
            if path.is_file() or not path.exists():
                _try(path.parent)
    for folder in folders:
        if folder is not None:
            with _in_words(Path(folder)):
                _refuse_source_folder(Path(folder))
                _try(Path(folder))


@contextlib.contextmanager
def replacing(path: str | Path, *, flushed: bool = True) -> Iterator[Path]:
    """Give a temporary path beside `path`; move it into place if all went well, once `flushed`.

    Yields
    ------
    Path
        An empty file to write to; `path` itself where that is no file (a pipe, ``/dev/null``).

    Examples
    --------
    >>> import tempfile
    >>> note = Path(tempfile.mkdtemp()) / "note.txt"
    >>> with replacing(note) as temporary:
    ...     _ = temporary.write_text("whole")
    >>> note.read_text(), len(list(note.parent.iterdir()))
    ('whole', 1)
    """
    path = Path(path)
    with _in_words(path):
        _refuse_source(path)
        if path.exists() and not path.is_file():  # /dev/null, a pipe: nothing to replace
            yield path
            return
        path = Path(os.path.realpath(path)) if path.is_symlink() else path  # the link stays
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:60]}.", dir=path.parent)
        os.close(handle)
        temporary = Path(name)
        try:
            yield temporary
            if flushed:
                _flush(temporary)
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
            temporary.replace(path)
            _WRITTEN[os.path.realpath(path)] = version_of(path)
        finally:
            temporary.unlink(missing_ok=True)


def write_whole(path: str | Path, data: str | bytes, *, flushed: bool = True) -> Path:
    """Return `path` once `data`, bytes or a text (as UTF-8), are there whole, on disk if `flushed`.

    Raises
    ------
    OutputError
        When the file cannot be written, or is one that is being read.

    Examples
    --------
    >>> import tempfile
    >>> note = write_whole(Path(tempfile.mkdtemp()) / "new" / "note.txt", "coût")
    >>> note.read_bytes().decode()
    'coût'
    """
    path = Path(path)
    with replacing(path, flushed=flushed) as temporary:
        temporary.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


@contextlib.contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OutputError:
        raise
    except OSError as error:
        why = error.strerror or str(error)
        raise OutputError(
            f"{path} could not be written: {why}. Nothing there was changed; name another place "
            "or make room"
        ) from error


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _try(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".framing.", dir=folder)
    os.close(handle)
    trial = Path(name)
    try:
        trial.write_bytes(b"\0" * _LEAST)  # a name alone may have room on a full disk
        _flush(trial)
    finally:
        trial.unlink()


def _refuse_source(path: Path) -> None:
    """Refuse a path that is, or lies as an article in, something that is being read."""
    if not path.is_file():
        return
    if _was_read(path) and not _is_ours(path):
        raise OutputError(
            f"{path} was read as an input: it is not written over; name another file for the output"
        )
    for source in _SOURCES.get():
        inside = (
            os.path.isdir(source)
            and path.suffix.lower() in _ARTICLES
            and source.resolve() in path.resolve().parents
            and not _is_ours(path)
        )
        if inside or (os.path.isfile(source) and path.samefile(source)):
            raise OutputError(
                f"{path} is being read: it is not written over; name another file for the output"
            )


def _was_read(path: Path) -> bool:
    """Say whether a file was read by this process, under this name or as another link to it."""
    return os.path.realpath(path) in _READ or (
        path.stat().st_nlink > 1
        and any(os.path.exists(read) and path.samefile(read) for read in _READ)
    )


def _refuse_source_folder(folder: Path) -> None:
    """Refuse to fill a folder whose files are being read: what is written would be read next."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise OutputError(f"{folder} is a file; name a folder")
    if is_written_folder(folder):
        return
    for source in _SOURCES.get():
        if os.path.isdir(source) and folder.samefile(source):
            raise OutputError(
                f"{folder} is being read, and what is written there would be read with it the next "
                "time; name a folder in it or beside it"
            )


def is_written_folder(folder: Path) -> bool:
    """Whether `folder` has the manifest of a saved analysis or a batch, whole or not.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> is_written_folder(folder)
    False
    >>> _ = write_whole(folder / MANIFEST, '{"whole": false}')
    >>> is_written_folder(folder)
    True
    """
    try:
        with (folder / MANIFEST).open("rb") as file:
            return _WHOLE.match(file.read(100)) is not None
    except OSError:
        return False


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return _OURS in file.read(4096)
