"""Lemminflect's dictionary of inflections, asked word by word without a record of each line.

The package makes records of its 40,000 lines before the first word can be asked for, and copies a
word's at every question: half of what compiling the shipped lexicons took. Here the lines stay as
they lie, sorted, and one is taken apart when asked for. That holds for the file of release 0.2.3,
known by its SHA-256; of any other the package itself is asked.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

__all__ = ["guessed_forms", "inflection_data", "listed_forms"]

Forms: TypeAlias = Mapping[str, tuple[str, ...]]

_DICTIONARY, _OVERRIDES = "infl_lu.csv.gz", "infl_overrides.csv"
_KNOWN = {
    _DICTIONARY: "8c44bd5bec62488bef043f98b0cab022a431d6cb03954864ea70334530908ba7",
    _OVERRIDES: "c6ccfd2f17d706cf259c6cf96cbb89b5a641a584c2456755808425821c7652e8",
}
_CATEGORIES = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj"}
#: The tags of the word itself and those of a line's forms, in their order.
_BASE = {"NOUN": ("NN",), "VERB": ("VB", "VBP"), "ADJ": ("JJ",)}
_TAGS = {"NOUN": ("NNS",), "VERB": ("VBD", "VBN", "VBG", "VBZ"), "ADJ": ("JJR", "JJS")}
#: Verbs that the package has in its code, whatever its file says, with their past.
_AUXILIARIES = {
    "be": "was/were", "can": "could", "dare": "", "may": "might", "must": "must",
    "ought": "ought", "shall": "should", "will": "would",
}  # fmt: skip
#: Those of its forms that no other verb has.
_OF_BE: Forms = {"VBG": ("being",), "VBN": ("been",), "VBP": ("am", "are"), "VBZ": ("is",)}


class _Dictionary(NamedTuple):
    lines: list[str]
    overrides: dict[str, dict[str, tuple[str, ...]]]


def listed_forms(word: str, kind: str) -> Forms:
    """Return the forms that the dictionary lists for a word in small letters, by their tags.

    Parameters
    ----------
    word : str
        The word as a dictionary heads it.
    kind : str
        ``NOUN``, ``VERB`` or ``ADJ``.

    Examples
    --------
    >>> listed_forms("bus", "NOUN")["NNS"], listed_forms("zorg", "NOUN")
    (('buses', 'busses'), {})
    """
    found = _dictionary()
    if found is None:
        import lemminflect

        asked: Forms = lemminflect.getAllInflections(word, upos=kind)
        return asked
    if word in _AUXILIARIES:
        forms = _auxiliary(word) if kind == "VERB" else {}
    else:
        forms = _on_line(found.lines, word, kind)
    for tag, form in found.overrides.get(word, {}).items():
        if tag in _TAGS[kind] or tag in _BASE[kind]:
            forms[tag] = form
    return forms


def _on_line(lines: list[str], word: str, kind: str) -> dict[str, tuple[str, ...]]:
    """Take the line of a word apart, if it has one of that kind."""
    head = f"{word},{_CATEGORIES[kind]},"
    at = bisect_left(lines, head)
    if at == len(lines) or not lines[at].startswith(head):
        return {}
    forms: dict[str, tuple[str, ...]] = dict.fromkeys(_BASE[kind], (word,))
    for tag, cell in zip(_TAGS[kind], lines[at][len(head) :].lower().split(","), strict=True):
        if cell:
            forms[tag] = tuple(cell.split("/"))
    return forms


def _auxiliary(word: str) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {"VB": (word,)}
    if _AUXILIARIES[word]:
        forms["VBD"] = tuple(_AUXILIARIES[word].split("/"))
    if word == "be":
        forms.update(_OF_BE)
    return forms


def guessed_forms(word: str, kind: str) -> Forms:
    """Return the forms that lemminflect's rules make of a word that no dictionary has.

    Examples
    --------
    >>> guessed_forms("zorg", "NOUN")["NNS"]
    ('zorgs',)
    """
    import lemminflect

    guessed: Forms = lemminflect.getAllInflectionsOOV(word, kind)
    return guessed


@cache
def inflection_data() -> str:
    """Return the SHA-256 of all that lemminflect makes inflections of.

    Examples
    --------
    >>> len(inflection_data())
    64
    """
    digest = hashlib.sha256()
    for name, data in _files().items():
        digest.update(f"{name}:{len(data)}:".encode() + data)
    return digest.hexdigest()


def _files() -> dict[str, bytes]:
    """Return the files that lemminflect makes inflections of, by their names; none without it."""
    spec = importlib.util.find_spec("lemminflect")
    if spec is None or spec.origin is None:
        return {}
    resources = Path(spec.origin).parent / "resources"
    return {path.name: path.read_bytes() for path in sorted(resources.glob("*infl*"))}


@cache
def _dictionary() -> _Dictionary | None:
    """Return the dictionary's lines, sorted, and what overrides them; None for an unknown file."""
    files = _files()
    for name, known in _KNOWN.items():
        if hashlib.sha256(files.get(name, b"")).hexdigest() != known:
            return None
    overrides: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in files[_OVERRIDES].decode().split():
        word, tag, form = line.split(",")
        overrides.setdefault(word, {})[tag] = (form,)
    return _Dictionary(gzip.decompress(files[_DICTIONARY]).decode().splitlines(), overrides)
