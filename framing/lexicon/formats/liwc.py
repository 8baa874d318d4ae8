"""LIWC dictionaries: ``.dic`` of 2001, 2007 and 2015, and ``.dicx`` of LIWC-22.

A ``.dic`` has two lines with ``%``; between them the categories (a number and a name, indented
by tabs where they form a hierarchy), after them the terms with the numbers of their categories.
Pennebaker, Boyd, Jordan & Blackburn (2015), *The Development and Psychometric Properties of
LIWC2015*, https://doi.org/10.15781/T29G6Z.
"""

from __future__ import annotations

import csv
import io
import re

from framing.errors import LexiconError
from framing.lexicon.formats.formatregistry import DictionaryFormat, register
from framing.lexicon.formats.termrows import Imported, TermRow
from framing.lexicon.lexiconrecords import Lexicon

__all__ = ["read_dic", "read_dicx", "write_dic", "write_dicx"]

_CATEGORY = re.compile(r"([ \t]*)(\d{1,9})[ \t]+(\S.*)\Z")
_NAMED = re.compile(r"([^(]{1,200}?)[ \t]*(?:\((.{0,300})\))?\Z")
_PART_OF = "part of "


def read_dic(text: str, file: str) -> Imported:
    """Read a ``.dic`` in any of its dialects."""
    lines = text.splitlines()
    marks = [at for at, line in enumerate(lines) if line.strip() == "%"]
    if len(marks) < 2:
        raise LexiconError(
            f"{file}: a LIWC dictionary begins with two lines holding only %, its categories "
            f"between them; found {len(marks)}"
        )
    found = Imported()
    names = _categories(lines[marks[0] + 1 : marks[1]], marks[0] + 2, file, found)
    conditional: list[str] = []
    for number, line in enumerate(lines[marks[1] + 1 :], start=marks[1] + 2):
        if line.strip():
            _term(line, number, names, file, found, conditional)
    found.lost("terms have conditional codes and are left out", conditional)
    return found


def _categories(lines: list[str], first: int, file: str, found: Imported) -> dict[int, str]:
    """Read the categories; one that is indented below another is noted as part of it."""
    names: dict[int, str] = {}
    above: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=first):
        if not line.strip():
            continue
        match = _CATEGORY.match(line.rstrip())
        named = _NAMED.match(match[3]) if match else None
        if match is None or named is None:
            raise LexiconError(
                f"{file}, line {number}: '{line.strip()}' is no category; write a number, a tab "
                "and a name"
            )
        code, name = int(match[2]), named[1]
        if code in names:
            raise LexiconError(
                f"{file}, line {number}: the category number {code} stands twice; renumber one"
            )
        names[code] = name
        found.glosses[name] = named[2] or ""
        depth = len(match[1].replace("    ", "\t"))
        above = [each for each in above if each[0] < depth]
        if above:
            found.parents[name] = _PART_OF + above[-1][1]
        above.append((depth, name))
    return names


def _term(
    line: str,
    number: int,
    names: dict[int, str],
    file: str,
    found: Imported,
    conditional: list[str],
) -> None:
    """Read one term; tabs part it from its codes, or else its last words that are codes."""
    term, codes = _split(line)
    unless: tuple[str, ...] = ()
    if "<of>" in codes:
        first, _, codes = codes.partition("<of>")[2].partition("/")
        for code in re.findall(r"\d+", first):
            found.rows.append(TermRow(_name(code, names, file, number), f"{term} of"))
        unless = (f"{term} of",)
    elif "(" in codes or "/" in codes:
        conditional.append(term)
        return
    for code in re.findall(r"\d+", codes):
        found.rows.append(TermRow(_name(code, names, file, number), term, unless=unless))


def _split(line: str) -> tuple[str, str]:
    if "\t" in line.strip():
        term, _, codes = line.strip().partition("\t")
        return " ".join(term.split()), codes
    words = line.split()
    at = len(words)
    while at > 1 and re.match(r"[\d(<]", words[at - 1]):
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


def _name(code: str, names: dict[int, str], file: str, number: int) -> str:
    name = names.get(int(code))
    if name is None:
        raise LexiconError(
            f"{file}, line {number}: the category number {code} is not declared between the two "
            "% lines; add it there"
        )
    return name


def write_dic(lexicon: Lexicon, rows: list[TermRow]) -> tuple[str, list[str]]:
    """Write a ``.dic`` of the 2015 dialect: tabs, hierarchy by indentation."""
    codes = {concept.id: number for number, concept in enumerate(lexicon.concepts, start=1)}
    depth: dict[str, int] = {}
    lines = ["%"]
    for concept in lexicon.concepts:
        parent = (concept.note or "").removeprefix(_PART_OF)
        depth[concept.id] = depth[parent] + 1 if parent in depth else 0
        gloss = f" ({concept.gloss})" if concept.gloss and lexicon.kind == "category" else ""
        lines.append("\t" * depth[concept.id] + f"{codes[concept.id]}\t{concept.id}{gloss}")
    lines.append("%")
    for term, categories in _by_term(rows).items():
        lines.append("\t".join([term, *(str(codes[category]) for category in categories)]))
    return "\n".join([*lines, ""]), _unheld(rows, weights=False)


def _by_term(rows: list[TermRow]) -> dict[str, dict[str, float | None]]:
    found: dict[str, dict[str, float | None]] = {}
    for row in rows:
        found.setdefault(row.term.lower(), {})[row.category] = row.weight
    return found


def _unheld(rows: list[TermRow], *, weights: bool) -> list[str]:
    notes = ["the case switch is lost"] if any(row.case for row in rows) else []
    if not weights and any(row.weight is not None for row in rows):
        notes.append("weights are lost; .dicx keeps them")
    return notes


def read_dicx(text: str, file: str) -> Imported:
    """Read a ``.dicx``: a table of terms and categories, a mark or a weight in each cell."""
    table = list(csv.reader(io.StringIO(text)))
    if not table or len(table[0]) < 2:
        raise LexiconError(
            f"{file}: a .dicx begins with a line of column names, the term and its categories"
        )
    found = Imported()
    names = [name.strip() for name in table[0][1:]]
    found.glosses.update(dict.fromkeys(names, ""))
    for number, cells in enumerate(table[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names) + 1:
            raise LexiconError(
                f"{file}, line {number}: {len(cells)} cells under {len(names) + 1} columns; "
                "put terms that hold commas in quotation marks"
            )
        term = " ".join(cells[0].split())
        for name, cell in zip(names, cells[1:], strict=False):
            if cell.strip():
                found.rows.append(TermRow(name, term, _weight(cell.strip())))
    return found


def _weight(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def write_dicx(lexicon: Lexicon, rows: list[TermRow]) -> tuple[str, list[str]]:
    """Write a ``.dicx``, with weights where there are any and X elsewhere."""
    names = [concept.id for concept in lexicon.concepts]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["DicTerm", *names])
    for term, categories in _by_term(rows).items():
        cells = [_cell(categories, name) for name in names]
        writer.writerow([term, *cells])
    return out.getvalue(), _unheld(rows, weights=True)


def _cell(categories: dict[str, float | None], name: str) -> str:
    if name not in categories:
        return ""
    weight = categories[name]
    return "X" if weight is None else f"{weight:g}"


register(DictionaryFormat("liwc", (".dic",), read_dic, write_dic))
register(DictionaryFormat("dicx", (".dicx",), read_dicx, write_dicx))
