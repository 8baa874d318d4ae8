"""The lines behind the words that charts set apart: where each word stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from framing.comparison.terms import held_spans, term_places
from framing.report.rows import context

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["USE_FIELDS", "term_uses"]

USE_FIELDS = ("article", "left", "text", "right")
_MOST = 40


def term_uses(
    comparison: Comparison, terms: Iterable[str], place: Mapping[str, int]
) -> dict[str, list[list[Any]]]:
    """Return up to forty lines a term and outlet, of the two outlets' own words.

    They are the uses that `Comparison.distinctive` counts: in events that both cover, where
    there are any. `place` numbers the articles.
    """
    wanted = list(dict.fromkeys(terms))
    if not wanted:
        return {}
    material = comparison.material
    about = material.articles
    covered = [
        set(about.loc[about["outlet"] == outlet, "event"].dropna())
        for outlet in material.named_outlets
    ]
    both = set.intersection(*covered) if covered else set()
    kept = about[about["outlet"].isin(material.named_outlets)]
    kept = kept[kept["event"].isin(both)] if both else kept
    outlets = kept["outlet"].to_dict()
    articles = {a.id: a for a in comparison.analysis.articles if a.id in outlets}
    found: dict[str, list[list[Any]]] = {term: [] for term in wanted}
    counts: dict[tuple[str, str], int] = {}
    for name, field, term, start, end in term_places(
        articles.values(), held_spans(material), wanted
    ):
        key = (term, outlets[name])
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= _MOST:
            row = {"field": field, "start": start, "end": end}
            text = (articles[name].title or "") if field == "title" else articles[name].text
            left, right = context(articles[name], row)
            found[term].append([place[name], left, text[start:end], right])
    return found
