"""WISO (GBI-Genios) exports: title and text, then the source in labelled German lines.

Form after public clean-up scripts for these files: each record closes by labels (Quelle, Rubrik,
Dokumentnummer, Dauerhafte Adresse des Dokuments) and the line of GBI-Genios; the source line joins
outlet and date in several ways ("vom 03.05.2021", "v. 03.05.21", ", den 3. Mai 2021").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.articles.fieldlabels import LabelledLine, cut_at, finished, joined, numbered, text_of
from framing.articles.intake import Bundle, Record, register

__all__ = ["wiso_records"]

_END = re.compile(r"(?:©|\(c\)).{0,20}GBI-Genios.*", re.IGNORECASE)
_MARK = re.compile(r"^[ \t]*(?:©|\(c\)).{0,20}GBI-Genios", re.MULTILINE | re.IGNORECASE)
_LABEL = re.compile(
    r"(Quelle|Ressort|Rubrik|Ausgabe|Dokumentnummer|Autor|Verfasser|Datum|Schlagworte|Ort"
    r"|Dauerhafte Adresse des Dokuments|Alle Rechte vorbehalten|Branche|Land|Firmen|Seite)"
    r"\s*:(?:\s+(.*))?$"
)
_NAMES = {
    "Quelle": "outlet", "Ressort": "section", "Rubrik": "section", "Autor": "author",
    "Verfasser": "author", "Datum": "date", "Dokumentnummer": "document_number",
    "Ausgabe": "edition", "Dauerhafte Adresse des Dokuments": "url", "Seite": "page",
    "Schlagworte": "subject", "Alle Rechte vorbehalten": "copyright",
}  # fmt: skip
_DATE = r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)\b|\d{1,2}\. ?[^\W\d_]+ \d{4}"
_SOURCE = re.compile(
    rf"(?P<outlet>[^,]+?)(?:,? (?:vom|v\.|den)|,)? (?P<date>{_DATE})(?P<rest>.*)", re.IGNORECASE
)
# Between records of a printed list stand the pages it had, and the list of its contents.
_PAGE = re.compile(r"Seite \d+ von \d+|Dokumente|Inhaltsverzeichnis|[^.]*(?:\. ?){4,}\d+")


def _is_wiso(text: str) -> bool:
    return _MARK.search(text) is not None and re.search(r"^\s*Quelle\s*:", text, re.M) is not None


def wiso_records(text: str) -> Iterator[Record]:
    """Yield the records, each closed by the line of GBI-Genios."""
    for lines in list(cut_at(numbered(text), _END, after=True))[:-1]:
        yield _record(lines)


def _record(lines: Sequence[LabelledLine]) -> Record:
    values: dict[str, object] = {}
    body: list[LabelledLine] = []
    name = ""
    for line in lines:
        found = _LABEL.match(line.bare)
        if found:
            name = _NAMES.get(found.group(1), found.group(1).lower())
            values[name] = found.group(2) or ""
        elif not line.bare:
            name = ""
            body.append(line)
        elif _PAGE.fullmatch(line.bare):
            name = ""
        elif name:
            values[name] = f"{values[name]} {line.bare}".strip()
        else:
            body.append(line)
    source = _SOURCE.match(str(values.get("outlet", "")))
    if source:
        values["outlet"] = source["outlet"].strip()
        values.setdefault("date", _full_year(source["date"]))
        values["source"] = joined([LabelledLine(0, source["rest"].strip(" ,"))])
    kept = [line for line in body if line.bare]
    if kept:
        values["title"] = kept[0].bare
        body = body[body.index(kept[0]) + 1 :]
    first = kept[0].number if kept else lines[0].number if lines else 1
    return finished(first, values, text_of(body), "it holds no text")


def _full_year(day: str) -> str:
    """Write a year of two digits out: archives reach back to 1980."""
    found = re.fullmatch(r"(\d{1,2}\.\d{1,2}\.)(\d\d)", day)
    if found is None:
        return day
    return f"{found[1]}{'19' if int(found[2]) >= 80 else '20'}{found[2]}"


register(Bundle("WISO", _is_wiso, wiso_records))
