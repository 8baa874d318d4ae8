"""Factiva exports (text, RTF, or a page saved as HTML), in its two forms.

The indexed form opens each field by two capitals (HD the headline, LP and TD the text, AN the
number that closes a record); the other has title, by-line, length, date, outlet and language on
lines of their own and closes by "Document LANTRN0020210503eh53000b1". Forms after the readers of
tm.plugin.factiva and other public parsers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.articles.dates import iso_date
from framing.articles.fieldlabels import LabelledLine, cut_at, finished, joined, numbered, text_of
from framing.articles.furniture import is_byline
from framing.articles.intake import Bundle, Record, register

__all__ = ["factiva_records", "indexed_records"]

_CODES = {
    "HD": "title", "HL": "title", "BY": "author", "WC": "length", "PD": "date", "ET": "time",
    "SN": "outlet", "SC": "source_code", "SE": "section", "PG": "page", "ED": "edition",
    "LA": "language", "CY": "copyright", "CR": "credit", "CLM": "column", "VOL": "volume",
    "ART": "graphic", "NS": "subject", "RE": "region", "CO": "company", "IN": "industry",
    "IPC": "index_terms", "IPD": "descriptors", "PUB": "publisher", "RF": "reference",
    "AN": "accession_number", "LP": "lead", "TD": "text", "CT": "contact",
}  # fmt: skip
_CODE = re.compile(rf"({'|'.join(_CODES)})(?:[ \t\xa0]*$|[ \t\xa0]{{2,}}(.*)|\t[ \t\xa0]*(.*))")
_CODED_LINE = r"^[ \xa0]*{}(?:[ \xa0]*\r?$|[ \xa0]{{2,}}|[ \xa0]*\t)"
_END = re.compile(r"Document [A-Za-z]{2,}[A-Za-z0-9]{12,40}")
_END_LINE = re.compile(r"^[ \t\xa0]*Document [A-Za-z]{2,}[A-Za-z0-9]{12,40}[ \t\xa0]*\r?$", re.M)
_LENGTH = re.compile(r"[\d,.]+ (?:words|mots|Wörter|palabras)")
_LENGTH_LINE = re.compile(r"^[ \t\xa0]*[\d,.]+ words[ \t\xa0]*\r?$", re.MULTILINE)
_TIME = re.compile(r"\d{1,2}:\d{2}(?: ?[AP]M)?(?: [A-Z]{2,4})?")
_LANGUAGE = re.compile(r"English|French|German|Spanish|Italian|Dutch|Portuguese|Arabic|Russian")
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright\b).{0,300}|.{0,120}\ball rights reserved\.?", re.I)
# A by-line without "By", where it stands apart from the title.
_PERSON = r"[A-Z][\w'’-]+ (?:[A-Z]\.? )?[A-Z][\w'’-]+"
_NAME = re.compile(rf"{_PERSON}(?: and {_PERSON})?")
_PAGE = re.compile(r"(?:Page \d+ of \d+ ?)?(?:©|\(c\)) ?\d{4} Factiva, Inc.*|Page \d+ of \d+")
_PAPER = re.compile(r"[A-Z]?\d{1,3}[A-Z]?|[A-Z]{3,8}\d{0,2}|.{0,40} [Ee]dition|Volume .*")


def _is_indexed(text: str) -> bool:
    return all(
        re.search(_CODED_LINE.format(code), text, re.MULTILINE) for code in ("HD", "(?:LP|TD)")
    ) and bool(re.search(_CODED_LINE.format("(?:SN|PD|WC)"), text, re.MULTILINE))


def _is_factiva(text: str) -> bool:
    return _END_LINE.search(text) is not None and _LENGTH_LINE.search(text) is not None


def indexed_records(text: str) -> Iterator[Record]:
    """Yield the records of the indexed form: a new one begins where HD or SE comes again."""
    fields: dict[str, list[LabelledLine]] = {}
    name = ""
    for line in numbered(text):
        if _PAGE.fullmatch(line.bare):
            continue
        found = _CODE.fullmatch(line.text.strip(" \xa0\ufeff\x0c\r"))
        if found is None:
            if name:
                fields[name].append(line)
            continue
        code = found.group(1)
        rest = LabelledLine(line.number, found.group(2) or found.group(3) or "")
        if code in fields or (code in {"HD", "SE"} and "AN" in fields):
            yield _indexed(fields)
            fields = {}
        name = code
        fields[name] = [rest]
    if fields:
        yield _indexed(fields)


def _indexed(fields: dict[str, list[LabelledLine]]) -> Record:
    values: dict[str, object] = {}
    for code, lines in fields.items():
        if code not in {"LP", "TD", "HD", "HL"}:
            values[_CODES[code]] = joined(lines).removeprefix("Document ")
    values["title"] = joined(fields.get("HD") or fields.get("HL") or [])
    clock = values.pop("time", None)
    if clock and iso_date(f"{values.get('date')} {clock}"):
        values["date"] = f"{values['date']} {clock}"
    parts = [text_of(_cells(fields[code])) for code in ("LP", "TD") if code in fields]
    first = min(lines[0].number for lines in fields.values())
    return finished(first, values, "\n\n".join(filter(None, parts)), "it holds no text (LP, TD)")


def _cells(lines: Sequence[LabelledLine]) -> list[LabelledLine]:
    """Take the tabs away that stood between the cells of a page's table."""
    return [LabelledLine(line.number, line.text.strip("\t ")) for line in lines]


def factiva_records(text: str) -> Iterator[Record]:
    """Yield the records of the other form; what follows the last number is no record."""
    kept = [line for line in numbered(text) if not _PAGE.fullmatch(line.bare)]
    numbers = [line.bare for line in kept if _END.fullmatch(line.bare)]
    for lines, number in zip(cut_at(kept, _END, after=True), numbers, strict=False):
        yield _plain(lines, number.removeprefix("Document "))


def _plain(lines: Sequence[LabelledLine], number: str) -> Record:
    values: dict[str, object] = {"accession_number": number}
    length = next((i for i, line in enumerate(lines) if _LENGTH.fullmatch(line.bare)), None)
    first = next((line.number for line in lines if line.bare), 1)
    if length is None:
        return Record(first, values, "its lines are not those of a Factiva article: no '300 words'")
    values["length"] = lines[length].bare
    _read_title(lines[:length], values)
    start = _read_source(lines, length + 1, values)
    return finished(first, values, text_of(lines[start:]), "it holds no text")


def _read_title(lines: Sequence[LabelledLine], values: dict[str, object]) -> None:
    """Read what stands above the length: a section perhaps, the title, a by-line perhaps."""
    kept = [line for line in lines if line.bare]
    if len(kept) > 1:
        last = kept[-1]
        apart = not lines[lines.index(last) - 1].bare
        if is_byline(last.bare, last.bare.lower()) or (apart and _NAME.fullmatch(last.bare)):
            values["author"] = kept.pop().bare
    if len(kept) > 1 and len(kept[0].bare.split()) <= 3 < len(kept[1].bare.split()):
        values["section"] = kept.pop(0).bare
    values["title"] = joined(kept)


def _read_source(lines: Sequence[LabelledLine], start: int, values: dict[str, object]) -> int:
    """Read the lines from the date to the copyright, and return where the text begins."""
    end = start
    for place in range(start, min(len(lines), start + 24)):
        bare = lines[place].bare
        if not bare:
            continue
        if "date" not in values and iso_date(bare):
            values["date"] = bare
        elif _TIME.fullmatch(bare) and iso_date(f"{values.get('date')} {bare}"):
            values["date"] = f"{values['date']} {bare}"
        elif _LANGUAGE.fullmatch(bare):
            values["language"] = bare
        elif _RIGHTS.fullmatch(bare):
            values["copyright"] = bare
        elif "language" in values:
            return end
        elif "outlet" not in values and "date" in values:
            values["outlet"] = bare
        elif not ("outlet" in values and _PAPER.fullmatch(bare)):
            if "outlet" in values and len(bare.split()) > 12:
                return end
            values.setdefault("section", bare)
        end = place + 1
    return end


register(Bundle("Factiva", _is_factiva, factiva_records))
register(Bundle("Factiva (indexed)", _is_indexed, indexed_records))
