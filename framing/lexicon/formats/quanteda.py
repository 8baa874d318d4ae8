"""quanteda dictionaries as YAML: nested keys, lists of glob patterns at the leaves.

Benoit et al. (2018), *quanteda: An R package for the quantitative analysis of textual data*,
https://doi.org/10.21105/joss.00774. Values that stand beside nested keys have the key ``__``.
"""

from __future__ import annotations

import fnmatch
import itertools
import string
from typing import Any

import yaml

from framing.errors import LexiconError
from framing.lexicon.formats.formatregistry import DictionaryFormat, register
from framing.lexicon.formats.termrows import Imported, TermRow, listed
from framing.lexicon.lexiconrecords import Lexicon
from framing.yamltree import Node, read_yaml

__all__ = ["looks_like_quanteda", "read_quanteda", "write_quanteda"]

_OURS = ("concepts", "entities", "schema", "kind", "id")
_PATH = " > "
_MOST_QUESTIONS = 2


def looks_like_quanteda(root: Node) -> bool:
    """Tell whether a YAML tree is nested keys over lists of words, and no lexicon of ours."""
    if not isinstance(root.value, dict) or any(key in root.value for key in _OURS):
        return False
    return all(_is_level(node) for node in root.value.values())


def _is_level(node: Node) -> bool:
    if isinstance(node.value, dict):
        return all(_is_level(each) for each in node.value.values())
    return isinstance(node.value, list) and all(
        isinstance(each.value, str) or _is_level(each) for each in node.value
    )


def read_quanteda(text: str, file: str) -> Imported:
    """Read a dictionary; a nested key becomes the category ``outer > inner``."""
    found = Imported()
    root = read_yaml(text, file)
    if not isinstance(root.value, dict):
        raise LexiconError(f"{file}: a quanteda dictionary is keys with lists of words under them")
    expanded: list[str] = []
    for key, node in root.value.items():
        _level(key, node, found, expanded, file)
    found.lost("patterns with ? are written out letter by letter", expanded)
    return found


def _level(path: str, node: Node, found: Imported, expanded: list[str], file: str) -> None:
    if isinstance(node.value, dict):
        for key, inner in node.value.items():
            _level(path if key == "__" else f"{path}{_PATH}{key}", inner, found, expanded, file)
        return
    items = node.value if isinstance(node.value, list) else [node]
    for item in items:
        if isinstance(item.value, dict):
            _level(path, item, found, expanded, file)
        elif isinstance(item.value, str) and item.value.strip():
            found.rows.append(_row(path, " ".join(item.value.split()), expanded))
        else:
            raise LexiconError(
                f"{file}, line {item.line}: under '{path}' stands something that is no word; "
                "quote it or remove it"
            )


def _row(category: str, term: str, expanded: list[str]) -> TermRow:
    plain = term.replace("_", " ")
    questions = plain.count("?")
    if not questions:
        return TermRow(category, plain)
    if questions > _MOST_QUESTIONS:
        return TermRow(category, plain.replace("?", "*"))
    expanded.append(term)
    pieces = plain.split("?")
    forms = [
        "".join(itertools.chain(*zip(pieces, [*letters, ""], strict=True)))
        for letters in itertools.product(string.ascii_lowercase, repeat=questions)
    ]
    return TermRow(category, plain, forms=tuple(forms))


def write_quanteda(lexicon: Lexicon, rows: list[TermRow]) -> tuple[str, list[str]]:
    """Write a dictionary; categories named ``outer > inner`` are nested again."""
    root: dict[str, Any] = {}
    globs = _globs(lexicon)
    for row in rows:
        term = globs.get((row.category, row.term), row.term.lower())
        values = _values(root, row.category.split(_PATH))
        if term not in values:
            values.append(term)
    _unwrap(root)
    text = yaml.safe_dump(root, allow_unicode=True, sort_keys=False, default_flow_style=False)
    notes = ["weights are lost"] if any(row.weight is not None for row in rows) else []
    if any(row.case for row in rows):
        notes.append("the case switch is lost")
    return text, notes


def _globs(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """Find the forms that were written out from a pattern with ?, to write the pattern again."""
    return {
        (concept.id, form): variant.id
        for concept in lexicon.concepts
        for variant in concept.variants
        if "?" in variant.id
        for form, _ in listed(variant)
        if fnmatch.fnmatchcase(form, variant.id)
    }


def _values(root: dict[str, Any], path: list[str]) -> list[str]:
    level = root
    for key in path:
        level = level.setdefault(key, {})
    values: list[str] = level.setdefault("__", [])
    return values


def _unwrap(level: dict[str, Any]) -> None:
    """Put a list straight under its key where no nested keys stand beside it."""
    for key, inner in level.items():
        if isinstance(inner, dict):
            if set(inner) == {"__"}:
                level[key] = inner["__"]
            else:
                _unwrap(inner)


register(DictionaryFormat("quanteda", (), read_quanteda, write_quanteda))
