"""One batch of articles in columns: some articles' rows added at a time, framed once.

A frame for each article would cost more than reading it does, and so would a record for each
mention: what some articles hold is turned into columns whole, most of them as numbers of what
stands in the cells, and a batch of about a thousand articles becomes one DataFrame a table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from framing.analysis.abreast import ReadThrough, at_once
from framing.analysis.codedcolumns import (
    Coded,
    Column,
    Rows,
    cells_of,
    kept_of,
    put_together,
    repaired,
)  # fmt: skip
from framing.analysis.columns import ATTRIBUTIONS, CUES, MENTIONS, frame
from framing.analysis.corrections import Corrections
from framing.analysis.counting import counted_rows, is_definite, opportunities
from framing.analysis.innames import is_in_a_name
from framing.analysis.mentionrows import MentionRows
from framing.analysis.otherrows import ReportRows, cue_rows
from framing.analysis.scores import score_row
from framing.analysis.sentencelines import Lines
from framing.values import Document
from framing.voice import seen_in

if TYPE_CHECKING:
    import pandas as pd

    from framing.matching import Matcher

__all__ = ["Batch"]

Label: TypeAlias = tuple[str, "str | None", "str | None", str]
Repair: TypeAlias = tuple[str, int, Any]  # a column, a row, and what is to stand there

_OF_ENTRY = ("lexicon", "concept", "variant", "counted")
_of_entry = attrgetter(*_OF_ENTRY)
_LABELS = ("article_id", "outlet", "event", "field")


class Batch:
    """Columns of the four tables for the articles added so far."""

    def __init__(self, matcher: Matcher, corrections: Corrections) -> None:
        self._corrections = corrections
        self._named = MentionRows(matcher.entries)
        self._labels: list[Label] = []  # one a document
        self._told = ReportRows()
        self._mentions: list[Rows] = []
        self._reports: list[Rows] = []
        self._reported = 0  # attributions so far
        self._cues: list[Rows] = []
        self._scores: list[dict[str, Any]] = []
        self._size = 0  # namings so far
        self._repairs: dict[str, dict[int, Any]] = {}  # what readers corrected, by column and row

    def add(self, several: Sequence[ReadThrough]) -> None:
        """Add the rows of some articles: mentions, attributions, cues, and a row of scores each.

        Of an article on which something breaks no row stays, and it says why.
        """
        at_once(several, self._add)

    def _add(self, group: Sequence[ReadThrough]) -> None:
        try:
            self._take(group)
        except BaseException:
            for found in group:
                self._corrections.withdraw(found.article)
            raise

    def _take(self, group: Sequence[ReadThrough]) -> None:
        """Make all rows of some articles first; then keep them."""
        documents = [document for found in group for document in found.documents]
        labels = [
            (found.article.id, found.article.outlet, found.article.event, document.field)
            for found in group
            for document in found.documents
        ]
        lines = Lines(documents)
        mentions, reports = self._named.of(group, lines), self._told.of(group, lines)
        repairs: list[Repair] = []
        of = [self._corrections.for_article(found.article) for found in group]
        if any(of):
            corrections = [which for which, f in zip(of, group, strict=True) for _ in f.documents]
            mentions, repairs = self._corrected(mentions, corrections, labels, reports)
        scores = self._score(mentions, group, documents)
        cues, said = cue_rows(group, lines), mentions["said"]
        said[said >= 0] += self._reported
        self._reported += len(reports["document"])
        for table, rows in (
            (self._mentions, mentions), (self._reports, reports), (self._cues, cues),
        ):  # fmt: skip
            rows["document"] += len(self._labels)
            table.append(rows)
        self._labels += labels
        self._scores += scores
        for name, at, cell in repairs:
            self._repairs.setdefault(name, {})[self._size + at] = cell
        self._size += len(mentions["document"])

    def frames(self, scores: Mapping[str, str]) -> dict[str, pd.DataFrame]:
        """Return the batch as the four typed DataFrames; `scores` names the score columns."""
        if not self._mentions:
            self._take([])  # no rows, but all columns
        rows = {name: [row.get(name) for row in self._scores] for name in scores}
        labels, reports = self._labels, put_together(self._reports)
        mentions = self._columns(put_together(self._mentions), labels, reports)
        for name, cells in self._repairs.items():
            mentions[name] = repaired(mentions[name], cells)
        return {
            "mentions": frame(mentions, MENTIONS),
            "attributions": frame(
                _labelled(self._told.columns(_counting(reports)), labels), ATTRIBUTIONS
            ),
            "cues": frame(_labelled(put_together(self._cues), labels), CUES),
            "scores": frame(rows, scores),
        }

    def _columns(self, rows: Rows, labels: Sequence[Label], reports: Rows) -> dict[str, Column]:
        """Return the mentions' columns, those that are held as numbers by what these stand for."""
        told = self._told.columns(reports)
        return _labelled({**rows, **self._named.columns(rows, told)}, labels)

    def _corrected(
        self,
        rows: Rows,
        corrections: Sequence[Mapping[tuple[str, int, int], list[int]]],
        labels: Sequence[Label],
        reports: Rows,
    ) -> tuple[Rows, list[Repair]]:
        """Apply a reader's corrections, given by document; return the rows and the other cells."""
        columns = self._columns(rows, labels, reports)
        cells = {name: cells_of(columns[name]) for name in MENTIONS if name in columns}
        gone: set[int] = set()
        repairs: list[Repair] = []
        for at, document in enumerate(rows["document"].tolist()):
            row = {name: column[at] for name, column in cells.items()}
            places = corrections[document].get((row["field"], row["start"], row["end"]))
            if not places:
                continue
            if not self._corrections.apply(row, places):
                gone.add(at)
            if row["rule"] == "corrected":  # whose word it is, a reader has said
                row["p_own"], row["uncertain"] = float(row["voice"] == "own"), False
                rows["told"][at] = (seen_in(row), row["p_own"])
            for name in ("voice", "loaded", "intensity"):
                rows[name][at] = row[name]
            repairs += [(name, at, cell) for name, cell in row.items() if cell != cells[name][at]]
        if not gone:
            return rows, repairs
        kept = [at for at in range(len(rows["document"])) if at not in gone]
        place = {at: number for number, at in enumerate(kept)}
        return (
            {name: kept_of(column, kept) for name, column in rows.items()},
            [(name, place[at], cell) for name, at, cell in repairs if at in place],
        )

    def _score(
        self, rows: Rows, group: Sequence[ReadThrough], documents: Sequence[Document]
    ) -> list[dict[str, Any]]:
        """Say which namings count, and return the row of scores of each article."""
        number = rows["document"].tolist()
        mentions: dict[str, list[Any]] = {
            **{name: rows.pop(name) for name in ("voice", "loaded", "intensity", "told")},
            "article_id": number, "field": number, "bindings": rows["bindings"],
            "start": rows["start"].tolist(), "end": rows["end"].tolist(),
        }  # fmt: skip
        entries = [self._named.entries[at] for at in rows["entry"].tolist()]
        told = zip(*map(_of_entry, entries), strict=True) if entries else ((),) * len(_OF_ENTRY)
        mentions |= zip(_OF_ENTRY, map(list, told), strict=True)
        distinct = counted_rows(mentions)
        scores: list[dict[str, Any]] = []
        rows["counted"] = []
        ends = np.cumsum([len(found.documents) for found in group])
        bounds = [0, *np.searchsorted(rows["document"], ends).tolist()]
        for found, first, last in zip(group, bounds, bounds[1:], strict=False):
            own = {name: column[first:last] for name, column in mentions.items()}
            chosen = zip(_opportune(own, documents, found), distinct[first:last], strict=True)
            own["counted"] = [opportunity and counted for opportunity, counted in chosen]
            rows["counted"] += own["counted"]
            scores.append(score_row(found.article, found.features, own))
        return scores


def _labelled(rows: Mapping[str, Any], labels: Sequence[Label]) -> dict[str, Column]:
    """Add what article and field each row comes from."""
    number = rows["document"]
    cells = zip(*labels, strict=True) if labels else ((),) * len(_LABELS)
    return {
        **rows,
        **{name: Coded(words, number) for name, words in zip(_LABELS, cells, strict=True)},
    }


def _counting(rows: Rows) -> Rows:
    """Return the attributions that are rows of the table: those in boilerplate are not."""
    if "boilerplate" not in rows["zone"]:
        return rows
    kept = [at for at, zone in enumerate(rows["zone"]) if zone != "boilerplate"]
    return {name: kept_of(column, kept) for name, column in rows.items()}


def _opportune(
    mentions: Mapping[str, Sequence[Any]], documents: Sequence[Document], found: ReadThrough
) -> list[bool]:
    """Say which namings of an article are opportunities for another word."""
    said = mentions["counted"]
    numbers, starts = mentions["field"], mentions["start"]
    chosen = list(said)
    if "bound" in said or "placed" in said:
        definite = [
            counted == "bound" and is_definite(documents[number].text, start)
            for counted, number, start in zip(said, numbers, starts, strict=True)
        ]
        chosen = opportunities(mentions, definite, parties=found.names_party)
    places = zip(chosen, mentions["loaded"], numbers, starts, mentions["end"], strict=True)
    return [
        chance and (loaded is None or not _in_a_name(documents[number], start, end))
        for chance, loaded, number, start, end in places
    ]


def _in_a_name(document: Document, start: int, end: int) -> bool:
    """Tell whether a naming in a text is part of a name or title; all of a heading has capitals."""
    return document.field == "text" and is_in_a_name(document.text, start, end)
