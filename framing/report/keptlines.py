"""The lines that a page keeps: of namings, reported passages, and entries of category lexicons."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.report.pagerows import context, plain_rows
from framing.values import Article

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["FIELDS", "PASSAGE_FIELDS", "WORDS", "Writing"]

_WORDS = ("voice", "toward", "target", "speaker", "speaker_kind", "cue", "rule")
FIELDS = (
    "article", "variant", *_WORDS, "direction", "distanced", "negated", "left", "text",
    "right",
)  # fmt: skip
_PASSAGE_WORDS = ("source", "speaker", "speaker_kind", "kind", "cue", "rule")
PASSAGE_FIELDS = ("article", *_PASSAGE_WORDS, "doubt", "text")
WORDS = (*_WORDS, *_PASSAGE_WORDS)
"""Fields that hold the place of a word among the page's strings."""
_LONGEST = 120
_LEAST_BYTES = 2 * len(PASSAGE_FIELDS)
"""What a line takes at least: a sign and a comma a field."""
_FIRST = (5, 40, 500)
"""How many lines every number gets before any gets more; a list shows no more than the last."""

IntArray = npt.NDArray[np.int64]
Line = list[Any]


class _Strings:
    """Words that come again and again, each once: lines hold its place, −1 for none."""

    def __init__(self) -> None:
        self.listed: list[str] = []
        self._place: dict[str, int] = {}

    def of(self, value: str | None) -> int:
        """Return a string's place."""
        if value is None:
            return -1
        if value not in self._place:
            self._place[value] = len(self.listed)
            self.listed.append(value)
        return self._place[value]


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """What lines are written with: the articles, their places on the page, and its words.

    Of each kind those lines are kept that the page's numbers open first: every number gets some
    before any gets more, so that none opens an empty list while there is room.
    """

    articles: Mapping[str, Article]
    place: Mapping[str, int]
    strings: _Strings = field(default_factory=_Strings)

    def mentions(
        self,
        rows: Sequence[Mapping[str, Any]],
        variants: Mapping[tuple[str, str, str], int],
        shown: Container[str],
        opened: Sequence[IntArray],
        room: int,
    ) -> list[Line | None]:
        """Return a line a naming, None where there is no room; those of articles shown always."""
        lines: list[Line | None] = [None] * len(rows)
        here = np.flatnonzero([row["article_id"] in shown for row in rows])
        for number in _in_order([here, *_rounds(opened)], len(rows)):
            row = rows[number]
            name = row["article_id"]
            left, right = context(self.articles[name], row)
            variant = variants[row["lexicon"], row["concept"], row["variant"]]
            words = [self.strings.of(row[field]) for field in _WORDS]
            flags = [row["direction"] or 0, int(row["distanced"] or 0), int(row["negated"] or 0)]
            line = [self.place[name], variant, *words, *flags, left, row["text"], right]
            room -= _size(line)
            if room < 0 and name not in shown:
                break
            lines[number] = line
        return lines

    def passages(
        self, comparison: Comparison, opened: Sequence[IntArray], room: int
    ) -> tuple[list[Line], IntArray]:
        """Return the lines of reported passages, and the place of each counted one, −1 for none."""
        table = comparison.material.attributions
        order = _in_order(_rounds(opened), len(table))[: room // _LEAST_BYTES]
        rows = comparison.analysis.completed("attributions", table.iloc[order])
        names = comparison.material.source_names(rows).astype("string")
        rows = rows.assign(source=names, doubt=rows["cue_class"] == "doubt")
        return _kept(map(self._passage, plain_rows(rows)), order, len(table), room)

    def entries(
        self, comparison: Comparison, opened: Sequence[IntArray], room: int
    ) -> tuple[list[Line], IntArray]:
        """Return the same of the entries of category lexicons that a number opens."""
        table = comparison.material.categories
        order = _in_order(_rounds(opened), 0)[: room // _LEAST_BYTES]
        rows = comparison.analysis.completed("mentions", table.iloc[order])
        return _kept(map(self._entry, plain_rows(rows)), order, len(table), room)

    def _passage(self, row: Mapping[str, Any]) -> Line:
        article = self.articles[row["article_id"]]
        text = (article.title or "") if row["field"] == "title" else article.text
        words = [self.strings.of(row[field]) for field in _PASSAGE_WORDS]
        said = _excerpt(text, row["content"] or ())
        return [self.place[article.id], *words, int(row["doubt"] or 0), said]

    def _entry(self, row: Mapping[str, Any]) -> Line:
        article = self.articles[row["article_id"]]
        left, right = context(article, row)
        words = [self.strings.of(row[field]) for field in ("voice", "rule")]
        return [self.place[article.id], *words, left, row["text"], right]


def _rounds(opened: Sequence[IntArray]) -> list[IntArray]:
    """Return the first rows of every number, then more of each."""
    return [rows[:most] for most in _FIRST for rows in opened]


def _in_order(lists: Sequence[IntArray], size: int) -> IntArray:
    """Return the rows of lists one after the other, each row once, then the others of `size`."""
    rows = [np.zeros(0, dtype=np.int64), *lists, np.arange(size, dtype=np.int64)]
    return np.asarray(pd.unique(np.concatenate(rows)), dtype=np.int64)


def _kept(
    lines: Iterable[Line], order: IntArray, size: int, room: int
) -> tuple[list[Line], IntArray]:
    """Keep lines while there is room; return them, and the place of each of `size` rows."""
    found: list[Line] = []
    places = np.full(size, -1, dtype=np.int64)
    for at, line in zip(order.tolist(), lines, strict=True):
        room -= _size(line)
        if room < 0:
            break
        places[at] = len(found)
        found.append(line)
    return found, places


def _excerpt(text: str, content: Iterable[Sequence[int]]) -> str:
    words = " … ".join(" ".join(text[start:end].split()) for start, end in content)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 2] + " …"


def _size(line: Sequence[Any]) -> int:
    return len(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass")) + 1
