"""Who is heard, as rows: reported passages once, and the tables of sources and of coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.comparison import Query
from framing.comparison.stancetable import heard_rows
from framing.report.numbered import Numbers
from framing.report.pagerows import plain_rows

if TYPE_CHECKING:
    from collections.abc import Container

    from framing.comparison import Comparison

__all__ = ["MOST_EVENTS", "balance_rows", "coverage_rows", "passage_rows", "source_rows"]

MOST_EVENTS = 150
"""Events that the table of coverage lists."""
_MOST_SOURCES = 12
_BALANCE = {
    "sources": "sources", "source entropy": "entropy", "top source share": "top",
    "anonymous share": "anonymous", "doubt share": "doubt",
}  # fmt: skip


def passage_rows(comparison: Comparison, shown: Container[str]) -> list[dict[str, Any]]:
    """Return the reported passages of the articles shown, counted or not."""
    whole = comparison.analysis.attributions
    return plain_rows(whole.loc[whole["article_id"].map(shown.__contains__).to_numpy(bool)])


def source_rows(comparison: Comparison, numbers: Numbers) -> list[dict[str, Any]]:
    """Return the sources each outlet gives most words to."""
    seen: dict[str, int] = {}
    kept = []
    for row in plain_rows(comparison.sources):
        seen[row["outlet"]] = seen.get(row["outlet"], 0) + 1
        if seen[row["outlet"]] <= _MOST_SOURCES:
            query = Query.of_row(row)
            doubt = numbers.of(query.but(doubt=True))
            kept.append(row | {"said": numbers.of(query), "doubted": doubt})
    return kept


def balance_rows(comparison: Comparison, numbers: Numbers) -> list[dict[str, Any]]:
    """Return one row per outlet that reports anybody: how its reported words are spread."""
    rows: dict[str, dict[str, Any]] = {}
    for row in heard_rows(comparison.material, comparison.sources):
        if row["measure"] in _BALANCE:
            outlet = rows.setdefault(row["outlet"], {"outlet": row["outlet"]})
            outlet[_BALANCE[row["measure"]]] = row
    for row in rows.values():
        query = Query(show="passages", outlet=row["outlet"])
        row |= {
            "passages": numbers.of(query),
            "told": numbers.of(query.but(told=True)),
            "unnamed": numbers.of(query.but(speaker_kind="anonymous")),
            "doubted": numbers.of(query.but(doubt=True)),
        }
    return [row for row in rows.values() if row["passages"].n]


def coverage_rows(comparison: Comparison, numbers: Numbers) -> list[dict[str, Any]]:
    """Return one row per event with a cell per outlet, most covered first."""
    rows: dict[str | None, dict[str, Any]] = {}
    kept = comparison.coverage.loc[comparison.coverage["articles"] > 0]
    for row in plain_rows(kept):
        rows.setdefault(row["event"], {"event": row["event"], "cells": {}})
        rows[row["event"]]["cells"][row["outlet"]] = row
    ranked = sorted(
        rows.values(),
        key=lambda row: (
            row["event"] is None,
            -sum(1 for cell in row["cells"].values() if cell["articles"]),
            row["event"] or "",
        ),
    )
    shown = ranked[:MOST_EVENTS]
    for row in shown:
        row["name"] = numbers.called(row["event"]) if row["event"] else "(none given)"
        for outlet, cell in row["cells"].items():
            query = Query(outlet=outlet, event=row["event"] or "")
            cell["opens"] = numbers.of(query.but(show="articles")), numbers.of(query)
    return shown
