"""Lexicons as plain tables: CSV, NRC's word–emotion TSV, MPQA's clues, VADER's word list."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from framing.errors import LexiconError
from framing.language.numberwords import counted
from framing.lexicon.formats.formatregistry import DictionaryFormat, register
from framing.lexicon.formats.termrows import Imported, TermRow, listed
from framing.lexicon.lexiconrecords import Lexicon

__all__ = [
    "read_csv",
    "read_nrc",
    "read_tff",
    "read_vader",
    "read_words",
    "write_csv",
    "write_nrc",
    "write_tff",
    "write_vader",
    "write_words",
]

_TERM = ("term", "word", "entry", "pattern", "token", "phrase", "lemma")
_CATEGORY = ("category", "class", "label", "concept", "emotion")
_WEIGHT = ("weight", "score", "value", "intensity", "valence")
_PARTS = {"noun": "nouns", "verb": "verbs", "adj": "adjectives"}
_POS = {"nouns": "noun", "verbs": "verb", "adjectives": "adj", "exact": "anypos"}
_PAIR = re.compile(r"(\w{1,40})=(\S+)")


def read_csv(text: str, file: str) -> Imported:
    """Read ``term,category[,weight]``, parted by comma, semicolon or tab, header or none."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    table = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    found = Imported()
    columns, begin = _columns(table, file)
    term_at, category_at, weight_at = columns
    extra = [name for at, name in enumerate(table[0]) if begin and at not in columns]
    if extra:
        found.notes.append(f"columns left out: {', '.join(extra)}")
    for number, cells in enumerate(table[begin:], start=begin + 1):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) <= max(term_at, category_at):
            raise LexiconError(
                f"{file}, line {number}: a term and a category are wanted, {len(cells)} found"
            )
        cell = cells[weight_at].strip() if 0 <= weight_at < len(cells) else ""
        weight = _number(cell, file, number) if cell else None
        term = " ".join(cells[term_at].split())
        if term:
            found.rows.append(TermRow(cells[category_at].strip() or "all", term, weight))
    return found


def _columns(table: list[list[str]], file: str) -> tuple[tuple[int, int, int], int]:
    """Find term, category and weight by name, else take them in that order."""
    if not table:
        raise LexiconError(f"{file}: the file is empty; wanted are lines term,category[,weight]")
    head = [name.strip().lower() for name in table[0]]
    places = [
        next((at for at, name in enumerate(head) if name in names), -1)
        for names in (_TERM, _CATEGORY, _WEIGHT)
    ]
    if places[0] >= 0 and places[1] >= 0:
        return (places[0], places[1], places[2]), 1
    return (0, 1, 2), 0


def _number(cell: str, file: str, number: int) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = float("nan")
    if value != value or value in (float("inf"), float("-inf")):
        raise LexiconError(f"{file}, line {number}: the weight '{cell}' is not a number")
    return value


def write_csv(lexicon: Lexicon, rows: list[TermRow]) -> tuple[str, list[str]]:
    """Write ``term,category,weight`` with a header; the weight stays empty where there is none."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["term", "category", "weight"])
    for row in rows:
        weight = "" if row.weight is None else f"{row.weight:g}"
        writer.writerow([row.term, row.category, weight])
    return out.getvalue(), _case_lost(rows)


def _case_lost(rows: list[TermRow], *, weights: bool = True) -> list[str]:
    notes = ["the case switch is lost"] if any(row.case for row in rows) else []
    if not weights and any(row.weight is not None for row in rows):
        notes.append("weights are lost")
    return notes


def read_nrc(text: str, file: str) -> Imported:
    """Read ``word⇥emotion⇥0|1`` (EmoLex) or a score; what is 0 is not in the category.

    Mohammad & Turney (2013), https://doi.org/10.1111/j.1467-8640.2012.00460.x.
    """
    found = Imported()
    scores: list[tuple[str, str, float]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = line.split("\t")
        if not line.strip() or (number == 1 and not _is_number(cells[-1])):
            continue
        if len(cells) != 3:
            raise LexiconError(f"{file}, line {number}: three cells parted by tabs are wanted")
        scores.append((" ".join(cells[0].split()), cells[1], _number(cells[2], file, number)))
    binary = all(score in (0, 1) for _, _, score in scores)
    for term, category, score in scores:
        found.glosses.setdefault(category, "")
        if score:
            found.rows.append(TermRow(category, term, None if binary else score))
    return found


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def write_nrc(lexicon: Lexicon, rows: list[TermRow]) -> tuple[str, list[str]]:
    """Write every term with every category, 1 (or the weight) where it belongs to it."""
    categories = [concept.id for concept in lexicon.concepts]
    terms: dict[str, dict[str, float]] = {}
    for row in rows:
        weight = 1.0 if row.weight is None else row.weight
        terms.setdefault(row.term.lower(), {})[row.category] = weight
    lines = [
        f"{term}\t{category}\t{weights.get(category, 0):g}"
        for term, weights in terms.items()
        for category in categories
    ]
    return "\n".join([*lines, ""]), _case_lost(rows)


def read_tff(text: str, file: str) -> Imported:
    """Read MPQA's subjectivity clues; a category is a strength and a polarity.

    Wilson, Wiebe & Hoffmann (2005), https://doi.org/10.3115/1220575.1220619. A stemmed clue is
    inflected by its part of speech, by noun and verb where it may be any.
    """
    found = Imported()
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        clue = dict(_PAIR.findall(line))
        missing = [key for key in ("type", "word1", "priorpolarity") if key not in clue]
        if missing:
            raise LexiconError(
                f"{file}, line {number}: a clue without {missing[0]}=; is it an MPQA .tff file?"
            )
        category = f"{clue['type']} {clue['priorpolarity']}"
        term = clue["word1"].replace("_", " ")
        parts = [_PARTS.get(clue.get("pos1", ""), "exact")]
        if clue.get("stemmed1") != "y":
            parts = ["exact"]
        elif parts == ["exact"] and clue.get("pos1") == "anypos":
            parts = ["nouns", "verbs"]
        found.rows += [TermRow(category, term, part=part) for part in parts]
    return found


def write_tff(lexicon: Lexicon, rows: list[TermRow]) -> tuple[str, list[str]]:
    """Write clues; entries that inflect are marked stemmed, so that no form is written out."""
    lines: list[str] = []
    other: list[str] = []
    for concept in lexicon.concepts:
        words = concept.id.split()
        strength, polarity = words if len(words) == 2 else ("weaksubj", "neutral")
        if len(words) != 2:
            other.append(concept.id)
        for variant in concept.variants:
            parts = [part for _, part in listed(variant)]
            for entry, part in listed(variant):
                pos = "anypos" if {"nouns", "verbs"} <= set(parts) else _POS[part]
                if pos == "anypos" and part == "verbs":
                    continue
                term = entry.replace(" ", "_")
                stemmed = "n" if part == "exact" else "y"
                lines.append(
                    f"type={strength} len={len(entry.split())} word1={term} pos1={pos} "
                    f"stemmed1={stemmed} priorpolarity={polarity}"
                )
    notes = _case_lost(rows, weights=False)
    if other:
        notes.append(f"categories that are no strength and polarity are lost: {', '.join(other)}")
    return "\n".join([*lines, ""]), notes


def read_vader(text: str, file: str) -> Imported:
    """Read ``token⇥mean⇥deviation⇥ratings``; the mean is the weight, its sign the category.

    Hutto & Gilbert (2014), https://doi.org/10.1609/icwsm.v8i1.14550.
    """
    found = Imported()
    found.notes.append("deviations and single ratings are lost; rules for context are not read")
    for number, line in enumerate(text.splitlines(), start=1):
        cells = line.split("\t")
        if not line.strip():
            continue
        if len(cells) < 2:
            raise LexiconError(f"{file}, line {number}: a token, a tab and its mean are wanted")
        mean = _number(cells[1].strip(), file, number)
        sign = "positive" if mean > 0 else "negative" if mean < 0 else "neutral"
        found.rows.append(TermRow(sign, " ".join(cells[0].split()), mean))
    return found


def write_vader(lexicon: Lexicon, rows: list[TermRow]) -> tuple[str, list[str]]:
    """Write tokens with their weight as mean; deviation 0 and no ratings."""
    unweighted = [row.term for row in rows if row.weight is None]
    lines = [f"{row.term}\t{row.weight:g}\t0\t[]" for row in rows if row.weight is not None]
    notes = ["categories are lost, VADER keeps a weight only", *_case_lost(rows)]
    if unweighted:
        notes.append(f"{counted(len(unweighted), 'term')} without weight left out")
    return "\n".join([*lines, ""]), notes


def read_words(text: str, file: str) -> Imported:
    """Read a list, one word or phrase a line, as one category named after the file."""
    found = Imported()
    for line in text.splitlines():
        term = " ".join(line.split())
        if term and not term.startswith("#"):
            found.rows.append(TermRow(Path(file).stem, term))
    if not found.rows:
        raise LexiconError(f"{file}: the file is empty; wanted is a word or a phrase per line")
    return found


def write_words(lexicon: Lexicon, rows: list[TermRow]) -> tuple[str, list[str]]:
    """Write one term per line; categories and weights are lost."""
    notes = ["weights are lost"] if any(row.weight is not None for row in rows) else []
    if len(lexicon.concepts) > 1:
        notes.append("categories are lost; a list of words has one")
    return "".join(f"{term}\n" for term in dict.fromkeys(row.term for row in rows)), notes


def _weighted(text: str) -> bool:
    """Whether the first row is a term and a number, as VADER's are."""
    cells = text.lstrip().split("\n", 1)[0].split("\t")
    return len(cells) > 1 and _is_number(cells[1])


register(DictionaryFormat("csv", (".csv",), read_csv, write_csv))
register(
    DictionaryFormat(
        "vader", (".txt",), read_vader, write_vader, (".tsv", ".txt"), recognises=_weighted
    )
)
register(
    DictionaryFormat(
        "nrc", (".tsv",), read_nrc, write_nrc, (".txt",), recognises=lambda text: "\t" in text
    )
)
register(DictionaryFormat("mpqa", (".tff",), read_tff, write_tff))
register(
    DictionaryFormat(
        "words", (), read_words, write_words, (".txt",), recognises=lambda text: "\t" not in text
    )
)
