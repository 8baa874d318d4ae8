"""spaCy's EntityRuler patterns as JSONL: one pattern per line, a phrase or a list of tokens.

https://spacy.io/api/entityruler
"""

from __future__ import annotations

import json
from typing import Any

from framing.errors import LexiconError
from framing.lexicon.formats.formatregistry import DictionaryFormat, register
from framing.lexicon.formats.termrows import Imported, TermRow
from framing.lexicon.lexiconrecords import Lexicon

__all__ = ["read_ruler", "write_ruler"]


def read_ruler(text: str, file: str) -> Imported:
    """Read patterns of whole tokens; those with operators, lemmas or regexes are left out."""
    found = Imported()
    unread: list[str] = []
    never: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        label, pattern = _parsed(line, number, file)
        if isinstance(pattern, str):
            found.rows.append(TermRow(label, " ".join(pattern.split()), case=True))
            continue
        words = [_token(token) for token in pattern]
        kept = [word for word in words if word is not None]
        if not kept or len(kept) < len(words):
            unread.append(json.dumps(pattern, ensure_ascii=False)[:80])
            continue
        lowered = [word for word, lower in kept if lower]
        never += [word for word in lowered if word != word.lower()]
        term = " ".join(word for word, _ in kept)
        cased = len(lowered) < len(kept)
        found.rows.append(TermRow(label, term if cased else term.lower(), case=cased))
    found.lost("patterns with operators, lemmas, flags or regexes are left out", unread)
    found.lost("LOWER values hold capitals, which spaCy can never match; read in small", never)
    return found


def _parsed(line: str, number: int, file: str) -> tuple[str, str | list[Any]]:
    try:
        plain = json.loads(line)
        label, pattern = plain["label"], plain["pattern"]
    except (ValueError, KeyError, TypeError) as error:
        raise LexiconError(
            f'{file}, line {number}: not a pattern of the form {{"label": …, "pattern": …}}'
        ) from error
    if not isinstance(label, str) or not isinstance(pattern, (str, list)) or not pattern:
        raise LexiconError(f"{file}, line {number}: a label is a text, a pattern a text or a list")
    return label, pattern


def _token(token: Any) -> tuple[str, bool] | None:
    """Return a token's word and whether its case does not matter; None if it is more."""
    if isinstance(token, dict) and len(token) == 1:
        ((key, value),) = token.items()
        if key in ("LOWER", "TEXT", "ORTH") and isinstance(value, str) and value.strip():
            return value, key == "LOWER"
    return None


def write_ruler(lexicon: Lexicon, rows: list[TermRow]) -> tuple[str, list[str]]:
    """Write a pattern for each form: small letters by token, or a phrase where case counts."""
    lines: list[str] = []
    prefixes = [row.term for row in rows if "*" in row.term]
    for row in rows:
        if "*" in row.term:
            continue
        pattern: object = row.term
        if not row.case:
            pattern = [{"LOWER": word} for word in _tokens(row.term.lower())]
        lines.append(json.dumps({"label": row.category, "pattern": pattern}, ensure_ascii=False))
    notes = ["weights are lost"] if any(row.weight is not None for row in rows) else []
    if prefixes:
        notes.append(f"{len(prefixes)} prefix patterns are left out, such as '{prefixes[0]}'")
    return "\n".join([*lines, ""]), notes


def _tokens(term: str) -> list[str]:
    """Cut a term as spaCy's English tokenizer cuts plain words: hyphens and 's stand alone."""
    for mark in ("-", "'s", "’s"):
        term = term.replace(mark, f" {mark} ")
    return term.split()


register(DictionaryFormat("entity-ruler", (".jsonl",), read_ruler, write_ruler))
