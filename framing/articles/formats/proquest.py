"""ProQuest exports (text, or a page saved as HTML): labelled fields, records between rules.

Form after public parsers of these files: a line of underscores parts the records, "Full text:"
opens the text, and the next known label closes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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

__all__ = ["proquest_records"]

_RULE = re.compile(r"_{10,}|\*{10,}|={10,}|Document \d+ of \d+", re.IGNORECASE)
_LABELS = (
    "Abstract|Abstract \\(summary\\)|Accession number|Alternate title|Author|Author affiliation|"
    "Business indexing term|Classification|Column|Column name|Company|Company / organization|"
    "Copyright|Country of publication|Credit|Database|Dateline|Document feature|Document type|"
    "Document URL|Edition|Full text|Identifier / keyword|Illustration|Image|Industry|ISSN|Issue|"
    "Language|Language of publication|Last updated|Length|Links|Location|Medium|Notes|Number of "
    "pages|Pages|First page|People|Place of publication|ProQuest document ID|Publication date|"
    "Publication info|Publication subject|Publication title|Publication type|Publication year|"
    "Publisher|Section|Series|Source|Source attribution|Source type|Subject|Supplement|Term|Title|"
    "Volume|Word count|Year|Startofarticle|Placeofpublication|Publication history"
)
_LABEL = re.compile(rf"({_LABELS})\s?:(?:\s+(.*))?$", re.IGNORECASE)
_TELLING = re.compile(
    r"^[ \t]*(?:Full text|Abstract|ProQuest document ID|Document URL|Publication date)\s?:",
    re.MULTILINE | re.IGNORECASE,
)
_TITLE_LINE = re.compile(r"^[ \t]*Publication title\s?:", re.MULTILINE | re.IGNORECASE)
_FIELDS = {
    "publication_title": "outlet", "publication_date": "date", "document_url": "url",
    "title": "title", "section": "section", "word_count": "length", "author": "author",
    "proquest_document_id": "proquest_document_id",
}  # fmt: skip
# Labels that close a text also without an empty line before them: no article's line begins so.
_CLOSING = frozenset(
    "subject publication_title proquest_document_id document_url publication_date "
    "publication_year copyright database last_updated issn source_type document_type title "
    "language_of_publication business_indexing_term identifier_keyword company_organization "
    "country_of_publication place_of_publication publication_subject publication_info".split()
)
_COVER = re.compile(r"Report Information from ProQuest|Table of contents|Bibliography", re.I)


def _is_proquest(text: str) -> bool:
    return _TITLE_LINE.search(text) is not None and _TELLING.search(text) is not None


def proquest_records(text: str) -> Iterator[Record]:
    """Yield the records; a part without labels, such as the cover, is none."""
    for part in cut_at(numbered(text), _RULE, after=True):
        for lines in _apart(part):
            if any(_label_of(line)[0] == "publication_title" for line in lines):
                yield _record(lines)


def _apart(lines: Sequence[LabelledLine]) -> Iterator[Sequence[LabelledLine]]:
    """Part records that no rule parts: where a label recurs that each record has once."""
    seen: set[str] = set()
    begun = 0
    for place, line in enumerate(lines):
        name = _label_of(line)[0]
        if name not in {"full_text", "title", "publication_title"}:
            continue
        if name in seen:
            yield lines[begun:place]
            begun, seen = place, set()
        seen.add(name)
    yield lines[begun:]


def _record(lines: Sequence[LabelledLine]) -> Record:
    values: dict[str, object] = {}
    text = ""
    name: str | None = None
    field: list[LabelledLine] = []
    opening: list[LabelledLine] = []

    def close() -> None:
        nonlocal text
        if name == "full_text":
            text = text_of(field)
        elif name is not None:
            values.setdefault(_FIELDS.get(name, name), joined(field))

    blank = True
    for line in lines:
        label, rest = _label_of(line)
        if label and (blank or name != "full_text" or label in _CLOSING):
            close()
            name, field = label, [LabelledLine(line.number, rest)]
        elif name is None:
            opening.append(line)
        else:
            field.append(line)
        blank = not line.bare
    close()
    title = next((line.bare for line in opening if line.bare and not _COVER.search(line.bare)), "")
    values.setdefault("title", title)
    first = next((line.number for line in lines if line.bare), 1)
    why = "it holds no full text" + (", only an abstract" if values.get("abstract") else "")
    return finished(first, values, text, why)


def _label_of(line: LabelledLine) -> tuple[str, str]:
    found = _LABEL.match(line.bare)
    if found is None:
        return "", ""
    return field_name(found.group(1)), found.group(2) or ""


register(Bundle("ProQuest", _is_proquest, proquest_records))
