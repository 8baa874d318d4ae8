"""Dictionaries of other tools, read as lexicons of kind ``category``, and written again.

Each format is a pair of functions in the registry below; what a format can't hold is said in
plain words: in `Lexicon.notes` after reading, in the list that writing returns.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from framing.errors import LexiconError
from framing.lexicon.fields import did_you_mean
from framing.lexicon.formats.liwc import read_dic, read_dicx, write_dic, write_dicx
from framing.lexicon.formats.quanteda import looks_like_quanteda, read_quanteda, write_quanteda
from framing.lexicon.formats.rows import Imported, Row, build, decode, rows_of
from framing.lexicon.formats.ruler import read_ruler, write_ruler
from framing.lexicon.formats.tables import (
    read_csv,
    read_nrc,
    read_tff,
    read_vader,
    read_words,
    write_csv,
    write_nrc,
    write_tff,
    write_vader,
    write_words,
)
from framing.lexicon.records import Lexicon
from framing.lexicon.writing import lexicon_to_yaml
from framing.output import write_whole

__all__ = ["FORMATS", "format_of", "looks_like_quanteda", "read_foreign", "write_lexicon"]


class Format(NamedTuple):
    """One foreign format: what it is called, how its files end, how it is read and written."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Imported]
    write: Callable[[Lexicon, list[Row]], tuple[str, list[str]]]


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("liwc", (".dic",), read_dic, write_dic),
        Format("dicx", (".dicx",), read_dicx, write_dicx),
        Format("quanteda", (), read_quanteda, write_quanteda),
        Format("entity-ruler", (".jsonl",), read_ruler, write_ruler),
        Format("csv", (".csv",), read_csv, write_csv),
        Format("nrc", (".tsv",), read_nrc, write_nrc),
        Format("mpqa", (".tff",), read_tff, write_tff),
        Format("vader", (".txt",), read_vader, write_vader),
        Format("words", (), read_words, write_words),
    )
}


def format_of(path: str | os.PathLike[str], text: str = "") -> Format:
    """Find the format of a file by its ending, and by its first line where that is not enough.

    Raises
    ------
    LexiconError
        When no format has such files.
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".txt" and text and "\t" not in text:
        return FORMATS["words"]
    if suffix in (".tsv", ".txt") and text:
        cells = text.lstrip().split("\n", 1)[0].split("\t")
        return FORMATS["vader" if len(cells) > 1 and _is_number(cells[1]) else "nrc"]
    for each in FORMATS.values():
        if suffix in each.suffixes:
            return each
    known = ", ".join(sorted({end for each in FORMATS.values() for end in each.suffixes}))
    raise LexiconError(
        f"{os.fspath(path)}: no lexicon format has files ending in '{suffix}'; known are .yaml, "
        f".yml, .json, {known}"
    )


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


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
    """
    target = Path(path)
    notes: list[str] = []
    if format_name is None and target.suffix.lower() in (".yaml", ".yml"):
        text = lexicon_to_yaml(lexicon)
    else:
        chosen = _named(format_name) if format_name else format_of(target)
        rows, notes = rows_of(lexicon)
        text, more = chosen.write(lexicon, rows)
        notes = [*notes, *more]
    write_whole(target, text)
    return notes


def _named(name: str) -> Format:
    if name not in FORMATS:
        raise LexiconError(
            f"there is no lexicon format '{name}'; there are {', '.join(FORMATS)}."
            f"{did_you_mean(name, FORMATS)}"
        )
    return FORMATS[name]
