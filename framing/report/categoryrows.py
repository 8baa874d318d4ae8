"""The tables of category lexicons on the page: how often each side uses their words, and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.comparison import Query
from framing.comparison.categoryfindings import ranked_rates
from framing.report.numbered import Numbers
from framing.report.pagerows import plain_rows

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["category_differences", "category_rows"]

_MOST = 100
"""Categories that the table lists."""
_MOST_CONTRASTS = 40


def category_rows(comparison: Comparison, numbers: Numbers) -> list[dict[str, Any]]:
    """Return one row per category, those used most first, with a cell per side: own words."""
    table = comparison.rates
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for row in plain_rows(table.loc[(table["kind"] == "side") & (table["scope"] == "own")]):
        key = (row["lexicon"], row["concept"])
        about = {"concept": row["concept"], "name": numbers.naming(*key), "n": 0, "cells": {}}
        found = rows.setdefault(key, about)
        found["n"] += row["n"]
        found["cells"][row["outlet"]] = row
    shown = sorted(rows.values(), key=lambda row: -row["n"])[:_MOST]
    for found in shown:
        for cell in found["cells"].values():
            cell["opens"] = numbers.of(Query.of_row(cell))
    return shown


def category_differences(comparison: Comparison, numbers: Numbers) -> list[dict[str, Any]]:
    """Return the contrasts of rates in own words that have an event, the strongest first."""
    found = []
    for row in plain_rows(ranked_rates(comparison.rates).head(_MOST_CONTRASTS)):
        query = Query.of_row(row)
        row["name"] = numbers.naming(row["lexicon"], row["concept"])
        row["both"], row["matched"] = numbers.of(query), numbers.of(query.but(show="coverage"))
        found.append(row)
    return found
