"""WISO (GBI-Genios) exports: title and text, then the source in labelled German lines.

Form after public clean-up scripts for these files: each record closes by labels (Quelle, Rubrik,
Dokumentnummer, Dauerhafte Adresse des Dokuments) and the line of GBI-Genios.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.articles.intake import Bundle, Record, register
from framing.articles.labelled import Line, cut_at, finished, joined, numbered, text_of

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
_SOURCE = re.compile(r"(?P<outlet>[^,]+?)(?: vom|,)? (?P<date>\d{1,2}\.\d{1,2}\.\d{4})(?P<rest>.*)")


def _is_wiso(text: str) -> bool:
    return _MARK.search(text) is not None and re.search(r"^\s*Quelle\s*:", text, re.M) is not None


def wiso_records(text: str) -> Iterator[Record]:
    """Yield the records, each closed by the line of GBI-Genios."""
    for lines in list(cut_at(numbered(text), _END, after=True))[:-1]:
        yield _record(lines)


def _record(lines: Sequence[Line]) -> Record:
    values: dict[str, object] = {}
    body: list[Line] = []
    name = ""
    for line in lines:
        found = _LABEL.match(line.bare)
        if found:
            name = _NAMES.get(found.group(1), found.group(1).lower())
            values[name] = found.group(2) or ""
        elif not line.bare:
            name = ""
            body.append(line)
        elif name:
            values[name] = f"{values[name]} {line.bare}".strip()
        else:
            body.append(line)
    source = _SOURCE.match(str(values.get("outlet", "")))
    if source:
        values["outlet"] = source["outlet"].strip()
        values.setdefault("date", source["date"])
        values["source"] = joined([Line(0, source["rest"].strip(" ,"))])
    kept = [line for line in body if line.bare]
    if kept:
        values["title"] = kept[0].bare
        body = body[body.index(kept[0]) + 1 :]
    first = kept[0].number if kept else lines[0].number if lines else 1
    return finished(first, values, text_of(body), "it holds no text")


register(Bundle("WISO", _is_wiso, wiso_records))
