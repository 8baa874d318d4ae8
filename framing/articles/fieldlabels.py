"""Texts with labelled lines ("LENGTH: 355 words"): cut into numbered lines, records and fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from framing.articles.intake import Record

__all__ = ["LabelledLine", "cut_at", "field_name", "finished", "joined", "numbered", "text_of"]

_WORDS = re.compile(r"([\d,.]+)\s*(?:words|mots|wörter|palabras)\b", re.IGNORECASE)
_SHORT_OF = 0.5  # of the length a record states; less is remarked


class LabelledLine(NamedTuple):
    """One line of a text and its number, from 1."""

    number: int
    text: str

    @property
    def bare(self) -> str:
        """The line without the white space round it."""
        return self.text.strip(" \t\xa0\ufeff\x0c")


def numbered(text: str) -> list[LabelledLine]:
    """Cut a text at its line ends."""
    lines = re.split(r"\r\n|\r|\n", text)
    return [LabelledLine(number, line) for number, line in enumerate(lines, start=1)]


def cut_at(
    lines: Iterable[LabelledLine], mark: re.Pattern[str], *, after: bool
) -> Iterator[list[LabelledLine]]:
    """Cut lines into records at those that `mark` matches, which belong to none.

    With `after`, a mark ends its record; what follows the last one is yielded too. Without, it
    begins one, and what stands before the first is yielded first.
    """
    record: list[LabelledLine] = []
    for line in lines:
        if mark.fullmatch(line.bare):
            yield record
            record = [] if after else [LabelledLine(line.number, "")]
        else:
            record.append(line)
    yield record


def joined(lines: Sequence[LabelledLine]) -> str:
    """Join the lines of one field by spaces."""
    return " ".join(" ".join(line.bare for line in lines if line.bare).split())


def text_of(lines: Sequence[LabelledLine]) -> str:
    """Return lines as they stand, without the empty ones round them."""
    kept = list(lines)
    while kept and not kept[0].bare:
        kept.pop(0)
    while kept and not kept[-1].bare:
        kept.pop()
    return "\n".join(line.text.rstrip().lstrip("\ufeff\x0c") for line in kept)


def field_name(label: str) -> str:
    """Name a label as a column: "LOAD-DATE" is load_date."""
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")


def finished(line: int, values: Mapping[str, object], text: str, why_empty: str) -> Record:
    """Make a record of its fields and its text; one without text says `why_empty`.

    A record that states its length in words and holds less than half of them is remarked on.
    """
    kept = {name: value for name, value in values.items() if value not in (None, "")}
    if not text.strip():
        return Record(line, kept, why_empty)
    remarks: tuple[str, ...] = ()
    stated = _WORDS.search(str(kept.get("length", "")))
    if stated:
        words = int(re.sub(r"\D", "", stated.group(1)) or 0)
        kept["length"] = words
        found = len(text.split())
        if found < words * _SHORT_OF:
            remarks = (f"the record states {words} words and holds {found}: is it cut?",)
    return Record(line, {"text": text, **kept}, None, remarks)
