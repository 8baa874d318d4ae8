"""A lexicon out of text or plain values in memory: refused where unsound, waste in it told."""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Mapping
from pathlib import Path

from framing.errors import FramingWarning, LexiconError
from framing.lexicon.cache import sha256_of
from framing.lexicon.fields import Problems
from framing.lexicon.lexiconrecords import Finding, Lexicon

__all__ = [
    "decoded",
    "lexicon_from_mapping",
    "parse_text",
    "read_lexicon_text",
    "refuse",
    "tell_unused",
]

_MOST_TOLD = 5  # entries without use that are named one by one


def read_lexicon_text(text: str, path: str | os.PathLike[str] = "lexicon.yaml") -> Lexicon:
    """Return the lexicon that `text` holds as YAML; `path` only names it in errors.

    Examples
    --------
    >>> lexicon = read_lexicon_text('''
    ... schema: 1
    ... kind: naming
    ... id: walls
    ... title: Walls
    ... version: 1.0.0
    ... language: en
    ... license: CC0-1.0
    ... concepts:
    ...   - id: wall
    ...     gloss: what parts two towns
    ...     variants:
    ...       - {id: barrier, nouns: [barrier], intensity: 0}
    ... ''')
    >>> lexicon.concepts[0].variants[0].nouns
    ('barrier',)
    """
    lexicon, problems = parse_text(text, os.fspath(path), None)
    refuse(problems)
    return lexicon


def lexicon_from_mapping(plain: Mapping[str, object]) -> Lexicon:
    """Return the lexicon of `plain` Python values, laid out as in a lexicon file.

    Raises
    ------
    LexiconError
        When `plain` is no mapping, nests endlessly, or is not a sound lexicon.

    Examples
    --------
    >>> lexicon_from_mapping({"id": "x", "concepts": [
    ...     {"id": "war", "variants": [{"id": "war", "nouns": ["war"]}]}]}).concepts[0].id
    'war'
    """
    if not isinstance(plain, Mapping):
        raise LexiconError(
            f"a lexicon is a mapping with an id and concepts, not {type(plain).__name__}; "
            "`framing lexicon new` shows one, commented"
        )
    from framing.lexicon.parsing import parse_lexicon
    from framing.yamltree import node_of

    name = f"lexicon '{plain.get('id', 'without id')}'"
    problems = Problems(name)
    root = node_of(plain, name)
    try:
        written = json.dumps(plain, sort_keys=True, default=str)
    except TypeError:  # keys of several types, which have no order
        written = repr(plain)
    lexicon = parse_lexicon(root, None, sha256_of(written.encode("utf-8")), problems)
    refuse(problems)
    tell_unused(lexicon, name)
    return lexicon


def parse_text(text: str, file: str, path: Path | None) -> tuple[Lexicon, Problems]:
    """Read YAML text into a lexicon and what is wrong with it; raise only if unreadable."""
    problems = Problems(file)
    digest = sha256_of(text.encode("utf-8", "surrogatepass"))
    from framing.lexicon.parsing import parse_lexicon
    from framing.yamltree import read_yaml

    return parse_lexicon(read_yaml(text, file), path, digest, problems), problems


def decoded(data: bytes, path: Path) -> str:
    """Read a file's bytes as UTF-8, or say on which line they are not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise LexiconError(f"{path}, line {line}: not UTF-8; save the file as UTF-8") from error


def refuse(problems: Problems) -> None:
    """Raise the first error, naming how many more there are."""
    errors: list[Finding] = problems.errors
    if not errors:
        return
    more = f" ({len(errors) - 1} more: `framing lexicon check`)" if len(errors) > 1 else ""
    raise LexiconError(f"{errors[0]}{more}")


def tell_unused(lexicon: Lexicon, name: str) -> None:
    """Warn of entries that can never match."""
    from framing.lexicon.formchecks import entries_without_use

    found = entries_without_use(lexicon, name)
    for finding in found[:_MOST_TOLD]:
        warnings.warn(f"{finding}", FramingWarning, stacklevel=2)
    if len(found) > _MOST_TOLD:
        more = f"{name}: {len(found) - _MOST_TOLD} more entries can never match"
        warnings.warn(f"{more}; framing lexicon check lists them", FramingWarning, stacklevel=2)
