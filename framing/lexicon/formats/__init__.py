"""Dictionaries of other tools, read as lexicons of kind ``category``, and written again.

Each format is a file of this folder that registers itself (`registry`); what a format can't hold
is said in plain words: in `Lexicon.notes` after reading, in the list that writing returns.
"""

from __future__ import annotations

import csv
import importlib
import os
import pkgutil
from pathlib import Path

from framing.errors import LexiconError
from framing.lexicon.fields import did_you_mean
from framing.lexicon.formats.formatregistry import FORMATS, DictionaryFormat
from framing.lexicon.formats.quanteda import looks_like_quanteda
from framing.lexicon.formats.termrows import build, decode, rows_of
from framing.lexicon.lexiconrecords import Lexicon
from framing.lexicon.yamlwriting import lexicon_to_yaml
from framing.output import write_whole

__all__ = ["FORMATS", "format_of", "looks_like_quanteda", "read_foreign", "write_lexicon"]

for _module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
    importlib.import_module(f"{__name__}.{_module}")


def format_of(path: str | os.PathLike[str], text: str = "") -> DictionaryFormat:
    """Find the format of a file by its ending, and by its text where several share the ending.

    Raises
    ------
    LexiconError
        When no format has such files.
    """
    suffix = Path(path).suffix.lower()
    for each in FORMATS.values():
        if text and suffix in each.shared and each.recognises(text):
            return each
    for each in FORMATS.values():
        if suffix in each.suffixes:
            return each
    known = ", ".join(sorted({end for each in FORMATS.values() for end in each.suffixes}))
    raise LexiconError(
        f"{os.fspath(path)}: no lexicon format has files ending in '{suffix}'; known are .yaml, "
        f".yml, .json, {known}"
    )


def read_foreign(path: Path, data: bytes, format_name: str | None = None) -> Lexicon:
    """Read a foreign dictionary; its `notes` say what it can't be used for and what was lost."""
    text = decode(data)
    chosen = _named(format_name) if format_name else format_of(path, text)
    try:
        imported = chosen.read(text, str(path))
    except csv.Error as error:
        raise LexiconError(
            f"{path}: not readable as {chosen.name}; its quotation marks do not pair, or a cell "
            "is too long"
        ) from error
    return build(imported, path, data, chosen.name)


def write_lexicon(
    lexicon: Lexicon, path: str | os.PathLike[str], *, format_name: str | None = None
) -> list[str]:
    """Write a lexicon to a file, in our own format or another.

    Parameters
    ----------
    lexicon : Lexicon
        Any lexicon.
    path : path
        Its ending says the format: ``.yaml`` is our own, ``.dic`` LIWC's, and so on.
    format_name : str, optional
        One of `FORMATS`, where the ending does not say it (``quanteda`` is written as YAML).

    Returns
    -------
    list of str
        What the format can't hold and was lost, a sentence each.

    Examples
    --------
    >>> import tempfile
    >>> from framing.lexicon import load_lexicon
    >>> mine = Path(tempfile.mkdtemp()) / "mine.dic"
    >>> write_lexicon(load_lexicon("opinion-words"), mine)
    ['inflected forms are written out, so the entries themselves are lost']
    """
    target = Path(path)
    notes: list[str] = []
    if format_name is None and target.suffix.lower() in (".yaml", ".yml"):
        text = lexicon_to_yaml(lexicon)
    else:
        chosen = _named(format_name) if format_name else format_of(target)
        _refuse_misnamed(target, chosen)
        rows, notes = rows_of(lexicon)
        text, more = chosen.write(lexicon, rows)
        notes = [*notes, *more]
    write_whole(target, text)
    return notes


def _refuse_misnamed(path: Path, chosen: DictionaryFormat) -> None:
    """Refuse a name whose ending would have the file read as another format than it is."""
    suffix = path.suffix.lower()
    taken = {".yaml": "quanteda", ".yml": "quanteda"}
    for each in FORMATS.values():
        taken |= {end: each.name for end in each.suffixes if end not in (".txt", ".tsv")}
    if taken.get(suffix, chosen.name) != chosen.name:
        ends = " or ".join(chosen.suffixes or chosen.shared or (".yaml",))
        raise LexiconError(
            f"{path}: a file ending in {suffix} would be read as another format than "
            f"{chosen.name}; end its name in {ends}"
        )


def _named(name: str) -> DictionaryFormat:
    if name not in FORMATS:
        raise LexiconError(
            f"there is no lexicon format '{name}'; there are {', '.join(FORMATS)}."
            f"{did_you_mean(name, FORMATS)}"
        )
    return FORMATS[name]
