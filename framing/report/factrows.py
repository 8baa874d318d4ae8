"""What the page counts, under its head: articles, sides, events, namings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.comparison import Query
from framing.report.numbered import Number, Numbers

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["facts_of"]


def facts_of(comparison: Comparison, numbers: Numbers) -> list[tuple[str, list[Number]]]:
    """Return what the page counts, by name; two numbers are the one of the other."""
    by, within = comparison.by, comparison.within
    events = comparison.coverage.loc[comparison.coverage["articles"] > 0, "event"].dropna()
    matched = comparison.primary.query
    own = Query(scope="own")
    found = [
        ("articles", [numbers.articles()]),
        (f"{by}s", [numbers.table(comparison.outlets, "outlet")]),
        (f"{within}s", [numbers.table(events.drop_duplicates().sort_values(), "event")]),
    ]
    entries = [numbers.of(own.but(show="rates")), numbers.of(Query(show="rates"))]
    if entries[1].n:
        found.append(("words of categories, own of all", entries))
    if comparison.material.only_categories:
        return found
    return [
        *found,
        (f"matched {within}s", [numbers.of(matched)] if matched else []),
        ("namings", [numbers.of(Query())]),
        ("loaded, in own words", [numbers.of(own.but(loaded=True)), numbers.of(own)]),
    ]
