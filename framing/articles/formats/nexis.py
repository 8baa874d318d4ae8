"""Nexis and Nexis Uni exports, from .txt, .html, .rtf, .docx or .pdf.

The older form opens each record by "3 of 161 DOCUMENTS" and labels it in capitals (LENGTH:,
HEADLINE:, LOAD-DATE:); the newer, of Nexis Uni and Lexis Advance, puts title, outlet and date on
the first lines, the text between "Body" and "Classification", and closes by "End of Document".
Where the database speaks German or French, the older form's labels do too ("LÄNGE:",
"LONGUEUR:"), whatever the language of the articles.
Forms after the readers of LexisNexisTools and tm.plugin.lexisnexis (R packages), which name their
marks, and files made for tests of such readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from framing.articles.dates import iso_date
from framing.articles.fieldlabels import (
    LabelledLine,
    cut_at,
    field_name,
    finished,
    joined,
    numbered,
    text_of,
)
from framing.articles.intake import Bundle, Record, register

__all__ = ["nexis_records", "nexis_uni_records"]

_NUMBER = r"\d+ of \d+ DOCUMENTS?|Dokument \d+ von \d+|Document \d+ de \d+"
_NUMBER_LINE = re.compile(rf"^[ \t\xa0\ufeff\x0c]*(?:{_NUMBER})[ \t\xa0]*\r?$", re.MULTILINE)
_LENGTH_LINE = re.compile(
    r"^[ \t\xa0]*(?:LENGTH|LÄNGE|LONGUEUR): *[\d,.]+ (?:words|Wörter|mots)[ \t\xa0]*\r?$",
    re.MULTILINE,
)
_LOAD_LINE = re.compile(r"^[ \t\xa0]*(?:LOAD-DATE|UPDATE|DATE-CHARGEMENT): ", re.MULTILINE)
_END_LINE = re.compile(r"^[ \t\xa0\x0c]*End of Document[ \t\xa0]*\r?$", re.MULTILINE)
_END = re.compile(r"End of Document")
_LABEL = re.compile(r"([A-Z][A-Za-zÄÖÜäöüÉé/-]*(?: [A-Za-zÄÖÜäöüÉé/-]+){0,2}):(?:\s+(.*))?$")
_RIGHTS = re.compile(r"copyright\b|©|\(c\) ?\d{4}|all rights reserved", re.IGNORECASE)
_EDITION = re.compile(r"\b(?:edition|update)s?\b[\w \d,;.-]*$", re.IGNORECASE)
# A day at the end may be followed by what is no part of it ("Final Edition", "Met 2").
_DAY = re.compile(
    r"(?:[^\W\d_]+,? )?(?:[^\W\d_]+\.? \d{1,2},? \d{4}|\d{1,2}(?:er|\.)? [^\W\d_]+\.?,? \d{4})"
    r"(?:,? [A-Z][a-z]+day)?(?:,?\s+\d{1,2}:\d{2}(?:\s?[AP]\.?M\.?)?(?:\s[A-Z]{2,4})?)?"
)

_HEADER = frozenset(
    "byline section length headline dateline highlight show anchors guests reporters series "
    "source edition issue contact author teaser columnist web_address".split()
)
_TRAILER = frozenset(
    "load_date language graphic subject publication_type geographic industry company organization "
    "organisation person ticker journal_code pub_subject document_type photographer city state "
    "country correction_date url acc_no notes update category classification type copyright "
    "photo photos distribution transcript term section_code".split()
)
# Labels that open a block without an empty line before them.
_OPENING = frozenset(
    "body load_date language publication_type subject graphic journal_code".split()
)
# What may stand alone on a line below the text of a Nexis Uni record.
_BELOW = frozenset({"classification", "graphic", "notes", "correction", "load-date"})
_NAMES = {"byline": "author", "headline": "title"}
#: Labels of the German and the French database, by the English one they stand for.
_SAME = {
    "LÄNGE": "length", "RUBRIK": "section", "AUTOR": "byline", "UPDATE": "load_date",
    "SPRACHE": "language", "GRAFIK": "graphic", "PUBLIKATIONSART": "publication_type",
    "LONGUEUR": "length", "RUBRIQUE": "section", "AUTEUR": "byline", "LANGUE": "language",
    "DATE-CHARGEMENT": "load_date", "GRAPHIQUE": "graphic", "TYPE-PUBLICATION": "publication_type",
}  # fmt: skip


def _is_nexis(text: str) -> bool:
    return _NUMBER_LINE.search(text) is not None or (
        _LENGTH_LINE.search(text) is not None and _LOAD_LINE.search(text) is not None
    )


def _is_nexis_uni(text: str) -> bool:
    return _END_LINE.search(text) is not None and (
        re.search(r"^[ \t\xa0]*(?:Body|Load-Date:.*|Length:.*)[ \t\xa0]*\r?$", text, re.M)
        is not None
    )


def nexis_records(text: str) -> Iterator[Record]:
    """Yield the records of the older form, and say how many of those announced are missing."""
    mark = re.compile(_NUMBER, re.IGNORECASE)
    found = 0
    announced = 0
    parts = list(cut_at(numbered(text), mark, after=False))
    for lines in parts[1:] or parts:  # before the first mark stands who searched for what
        found += 1
        yield _classic(lines)
    first = _NUMBER_LINE.search(text)
    if first is not None:
        announced = int(re.findall(r"\d+", first.group())[-1])
    if found < announced:
        remark = f"the export announces {announced} documents and holds {found}"
        yield Record(1, {}, None, (remark,))


def _classic(lines: Sequence[LabelledLine]) -> Record:
    blocks = _blocks(lines)
    values: dict[str, object] = {}
    loose: list[list[LabelledLine]] = []
    place = 0
    labelled = taken = False
    for place, block in enumerate(blocks):
        if taken:  # it is the value of the label above it
            taken = False
            continue
        label, first = _label_of(block[0])
        if label == "body":
            body = [[LabelledLine(block[0].number, first), *block[1:]], *blocks[place + 1 :]]
            break
        if label in _HEADER:
            labelled = True
            rest = joined([LabelledLine(block[0].number, first), *block[1:]])
            below = blocks[place + 1] if not rest and place + 2 < len(blocks) else None
            if below is not None and len(below) == 1 and not _label_of(below[0])[0]:
                rest, taken = below[0].bare, True
            values[_NAMES.get(label, label)] = rest
        elif labelled and "BODY:" not in (line.bare for other in blocks for line in other):
            body = list(blocks[place:])
            break
        elif label not in _TRAILER:
            loose.append(block)
    else:
        body = []
    _place(loose, values)
    end = next((i for i, block in enumerate(body) if _ends_text(block)), len(body))
    for block in body[end:]:
        label, first = _label_of(block[0])
        if label in _TRAILER:
            values[label] = joined([LabelledLine(block[0].number, first), *block[1:]])
    text = "\n\n".join(text_of(block) for block in body[:end] if text_of(block))
    return finished(lines[0].number, values, text, "it holds no text")


def _blocks(lines: Sequence[LabelledLine]) -> list[list[LabelledLine]]:
    """Part lines at empty ones; a label begins a block of its own."""
    blocks: list[list[LabelledLine]] = []
    fresh = True
    for line in lines:
        if not line.bare:
            fresh = True
            continue
        label, _ = _label_of(line)
        if fresh or label in _HEADER or label in _OPENING:
            blocks.append([line])
        else:
            blocks[-1].append(line)
        fresh = label == "length"  # it never has a second line
    return blocks


def _label_of(line: LabelledLine) -> tuple[str, str]:
    """Return a line's label in capitals as a field's name, and what follows it."""
    found = _LABEL.match(line.bare)
    if found is None or not found.group(1).isupper():
        return "", line.bare
    return _SAME.get(found.group(1)) or field_name(found.group(1)), found.group(2) or ""


def _ends_text(block: Sequence[LabelledLine]) -> bool:
    label, _ = _label_of(block[0])
    if label:
        return label in _TRAILER
    return len(block) <= 3 and block[0].bare.startswith("Copyright ") and len(block[0].bare) < 120


def _place(loose: Sequence[Sequence[LabelledLine]], values: dict[str, object]) -> None:
    """Tell outlet, date, edition and title by their order: the date stands between them."""
    lines = [line for block in loose for line in block if not _RIGHTS.search(line.bare)]
    for place, line in enumerate(lines):
        day = _day_of(line.bare)
        if day is None:
            continue
        values.setdefault("date", day)
        if place:
            values.setdefault("outlet", lines[place - 1].bare)
        after = [other for other in lines[place + 1 :] if not _EDITION.search(other.bare)]
        edition = [other for other in lines[place + 1 :] if _EDITION.search(other.bare)]
        if edition:
            values.setdefault("edition", edition[0].bare)
        if after:
            values.setdefault("title", joined(after))
        return
    if lines:
        values.setdefault("outlet", lines[0].bare)
        if lines[1:]:
            values.setdefault("title", joined(lines[1:]))


def _day_of(line: str) -> str | None:
    """Return the date a line is, or opens with; None for any other line."""
    if len(line) > 80:
        return None
    if iso_date(line):
        return line
    found = _DAY.match(line)
    return found.group() if found and iso_date(found.group()) else None


def nexis_uni_records(text: str) -> Iterator[Record]:
    """Yield the records of the newer form; the list of contents before them is none."""
    parts = list(cut_at(numbered(text), _END, after=True))
    for number, lines in enumerate(parts):
        last = number == len(parts) - 1
        if last and not any(line.bare == "Body" for line in lines):
            if len(joined(lines)) > 200 and number:
                yield Record(lines[0].number, {}, "it breaks off before 'End of Document'")
            return
        record = _uni(lines)
        if last and record.problem is None:
            remark = "the record breaks off before 'End of Document'"
            record = Record(record.line, record.values, None, (*record.remarks, remark))
        yield record


def _uni(lines: Sequence[LabelledLine]) -> Record:
    start = _body_of(lines)
    values: dict[str, object] = {}
    header = [line for line in lines[:start] if line.bare]
    day = next(
        (i for i in range(len(header) - 1, -1, -1) if _day_of(header[i].bare) is not None), None
    )
    if day is not None:
        values["date"] = _day_of(header[day].bare)
        if day >= 1:
            values["outlet"] = header[day - 1].bare
        if day >= 2:
            values["title"] = header[day - 2].bare
    for line in header[0 if day is None else day + 1 :]:
        name, rest = _spaced_label(line)
        if name in _HEADER:
            values[_NAMES.get(name, name)] = rest
    end = next((i for i in range(start, len(lines)) if _is_below(lines[i])), len(lines))
    for line, following in pairwise([*lines[end:], LabelledLine(0, "")]):
        name, rest = _spaced_label(line)
        if name in _TRAILER:
            values[name] = rest
        elif line.bare.lower() == "graphic" and following.bare:
            values["graphic"] = following.bare
    first = header[max(0, (day or 0) - 2)].number if header else lines[0].number if lines else 1
    return finished(first, values, text_of(lines[start:end]), "it holds no text")


def _body_of(lines: Sequence[LabelledLine]) -> int:
    """Return where the text begins: below "Body", or below the last label of the header."""
    for place, line in enumerate(lines):
        if line.bare == "Body":
            return place + 1
    start = 0
    for place, line in enumerate(lines):
        if _spaced_label(line)[0] in _HEADER:
            start = place + 1
        elif start and line.bare:
            break
    return start


def _spaced_label(line: LabelledLine) -> tuple[str, str]:
    found = _LABEL.match(line.bare.replace("\xa0", " "))
    return (field_name(found.group(1)), found.group(2) or "") if found else ("", "")


def _is_below(line: LabelledLine) -> bool:
    bare = line.bare.lower()
    return bare in _BELOW or re.match(r"load-date:|language:\s+[a-z]+;?$", bare) is not None


register(Bundle("Nexis", _is_nexis, nexis_records))
register(Bundle("Nexis Uni", _is_nexis_uni, nexis_uni_records))
