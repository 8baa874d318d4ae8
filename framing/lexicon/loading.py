"""Finding and loading lexicons: shipped ones by id, any file by its path."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, overload

from framing.errors import LexiconError
from framing.lexicon.cache import cached, key_of, sha256_of
from framing.lexicon.fields import Problems, did_you_mean
from framing.lexicon.inmemory import decoded, refuse, tell_unused
from framing.lexicon.lexiconrecords import Lexicon
from framing.lexicon.serial import lexicon_from_json, lexicon_to_json
from framing.output import remember_read

if TYPE_CHECKING:
    from framing.yamltree import Node

__all__ = [
    "Lexicons",
    "One",
    "data_folder",
    "lexicon_paths",
    "load_lexicon",
    "load_lexicons",
    "read_bytes",
    "shipped",
]

_YAML = (".yaml", ".yml", ".json")
#: The line of a lexicon's first ones that says its kind, so that others need not be compiled.
_KIND = re.compile(rb"^kind: (\w+)", re.MULTILINE)
_FIRST = 2_000


def data_folder() -> Path:
    """Return the folder of shipped lexicons: the wheel's own, else the checkout's."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_data" / "lexicons"
    return installed if installed.is_dir() else package.parent / "lexicons"


def lexicon_paths() -> dict[str, Path]:
    """Return every shipped lexicon's id and file, in the order of their ids.

    Returns
    -------
    dict of str to Path
        The same in a checkout, an editable install and a wheel.

    Examples
    --------
    >>> lexicon_paths()["protest"].name
    'protest.yaml'
    """
    folder = data_folder()
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))} if folder.is_dir() else {}


One: TypeAlias = "str | os.PathLike[str] | Lexicon"
"""A lexicon, or what names one: the id of a shipped one, or a file's path."""

Lexicons: TypeAlias = "One | Iterable[One] | None"
"""What every function takes as `lexicon`: one, several, or None for all shipped naming lexicons."""


@overload
def load_lexicon(source: One) -> Lexicon: ...
@overload
def load_lexicon(source: list[One] | tuple[One, ...]) -> list[Lexicon]: ...
def load_lexicon(source: One | list[One] | tuple[One, ...]) -> Lexicon | list[Lexicon]:
    """Load one lexicon or several: by the id of a shipped one, or from a file.

    Parameters
    ----------
    source
        An id (``"foreign-forces"``), a path to a YAML or JSON file or to a dictionary of
        another tool (`framing.lexicon.formats`), a lexicon already loaded, or a list of these.

    Returns
    -------
    Lexicon or list of Lexicon
        A list for a list, else one.

    Raises
    ------
    LexiconError
        When an id is not shipped, a file can't be read, or the file is not a sound lexicon;
        the message holds file and line.

    Examples
    --------
    >>> load_lexicon("governments").concepts[0].id
    'government'
    >>> [lexicon.id for lexicon in load_lexicon(["governments", "protest"])]
    ['governments', 'protest']
    """
    if isinstance(source, Lexicon):
        return source
    if isinstance(source, (str, os.PathLike)):
        return _load(os.fspath(source))
    if not isinstance(source, Iterable):
        raise _no_lexicon(source)
    return [_one(each) for each in source]


def _one(source: One) -> Lexicon:
    """Load one of several."""
    if not isinstance(source, (str, os.PathLike, Lexicon)):
        raise _no_lexicon(source)
    return load_lexicon(source)


def _no_lexicon(given: object) -> LexiconError:
    """Return what to raise where something names no lexicon."""
    return LexiconError(
        f"a lexicon is the id of a shipped one, a file or a Lexicon, or several of them; this "
        f"is {given!r}"
    )


def load_lexicons(given: Lexicons = None) -> list[Lexicon]:
    """Load what a user gave as `lexicon`: one, several, or None for all shipped naming lexicons.

    Parameters
    ----------
    given
        What `load_lexicon` takes, any iterable of it, or None.

    Returns
    -------
    list of Lexicon
        Each once, in the order given.

    Raises
    ------
    LexiconError
        When one can't be loaded, or two different ones have the same id.

    Examples
    --------
    >>> [one.id for one in load_lexicons(["protest", "protest"])]
    ['protest']
    """
    if given is None:
        return shipped("naming")
    several = [given] if isinstance(given, (str, os.PathLike, Lexicon)) else given
    if not isinstance(several, Iterable):
        raise _no_lexicon(given)
    seen: dict[str, Lexicon] = {}
    for name in several:
        lexicon = _one(name)
        before = seen.setdefault(lexicon.id, lexicon)
        if before.sha256 != lexicon.sha256:
            raise LexiconError(
                f"two lexicons are called {lexicon.id!r}: {before.path} and {lexicon.path}; "
                "give one of them another id"
            )
    return list(seen.values())


def shipped(kind: str | None = None) -> list[Lexicon]:
    """Return all shipped lexicons, or those of one `kind` (of `KINDS`), in their ids' order.

    Examples
    --------
    >>> "opinion-words" in [lexicon.id for lexicon in shipped("category")]
    False
    """
    paths = lexicon_paths().values()
    loaded = [_load_file(path) for path in paths if kind is None or _head_says(path) in (kind, "")]
    return [lexicon for lexicon in loaded if kind is None or lexicon.kind == kind]


def _head_says(path: Path) -> str:
    """Return the kind that stands in the first lines of a file, nothing where none does."""
    try:
        with path.open("rb") as file:
            found = _KIND.search(file.read(_FIRST))
    except OSError:
        return ""  # reading it whole tells what is wrong
    return found[1].decode() if found else ""


def read_bytes(path: Path) -> bytes:
    """Read a lexicon file, or say which file could not be read and why."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: can't be read ({error.strerror}); check the path") from error
    except ValueError as error:  # a null character in it
        raise LexiconError(f"{str(path)!r}: no file can have this name; check it") from error


def _load(source: str) -> Lexicon:
    path = Path(source)
    if path.suffix or len(path.parts) > 1:
        return _load_file(path)
    known = lexicon_paths()
    if source in known:
        return _load_file(known[source])
    raise LexiconError(
        f"lexicon '{source}' is not installed; `framing lexicon list` shows those that are."
        f"{did_you_mean(source, known)}"
    )


def _load_file(path: Path) -> Lexicon:
    data = read_bytes(path)
    if path.parent != data_folder():
        remember_read([path])
    digest = sha256_of(data)
    return _read_once(path, digest, data)


def _read_once(path: Path, digest: str, data: bytes) -> Lexicon:
    """Read a file's bytes, unless this process or an earlier one has read the same before."""
    known = _KEPT.get((path, digest))
    if known is not None:
        return known

    lexicon = cached(
        "lexicon",
        key_of("lexicon", digest, path.name),
        lambda: _parsed(path, data),
        lexicon_to_json,
        lambda plain: lexicon_from_json(plain, path),
    )
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    _KEPT[path, digest] = lexicon
    if path.suffix != ".yaml" or path.parent != data_folder():
        tell_unused(lexicon, str(path))  # shipped ones are held to have none
    return lexicon


def _refuse_targets(root: Node, path: Path) -> None:
    """Refuse names with aliases, which would be counted as categories without a word."""
    from framing.lexicon.parties import looks_like_targets

    if looks_like_targets(root):
        raise LexiconError(
            f"{path}: these are names with their aliases, so a file of targets, not a lexicon; "
            f"give it as targets (`--targets {path}`, targets= in Python) beside a lexicon. To "
            "count the names as words, put them under categories (`names: [...]`)"
        )


def _parsed(path: Path, data: bytes) -> Lexicon:
    """Parse a file in whatever format it is; raise what is wrong with it."""
    if path.suffix.lower() not in _YAML:
        from framing.lexicon.formats import read_foreign

        return read_foreign(path, data)
    from framing.lexicon.formats.quanteda import looks_like_quanteda
    from framing.lexicon.parsing import parse_lexicon
    from framing.yamltree import read_yaml

    root = read_yaml(decoded(data, path), str(path))
    if looks_like_quanteda(root):
        _refuse_targets(root, path)
        from framing.lexicon.formats import read_foreign

        return read_foreign(path, data, "quanteda")
    problems = Problems(str(path))
    lexicon = parse_lexicon(root, path, sha256_of(data), problems)
    refuse(problems)
    return lexicon


_KEPT: dict[tuple[Path, str], Lexicon] = {}
_MOST_KEPT = 200
