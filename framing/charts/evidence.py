"""What charts show first, and how sure that is: order, headline, and what stands at the foot."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from framing.articles import like_names
from framing.charts.labels import as_quoted, begun
from framing.comparison import Query
from framing.comparison.clauses import concept_of, shown
from framing.comparison.onearticle import one_article_clause
from framing.comparison.onethingclause import doubt_of
from framing.comparison.wroteclauses import (
    before_count,
    contrast_of,
    most_of_both,
    other_side,
    preferred,
    side_name,
)
from framing.language.numberwords import counted
from framing.statistics import wilson
from framing.statistics.exchange import LEAST_P

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = [
    "BY_CHANCE",
    "CLEAR",
    "FEW",
    "ORDERED_BY",
    "about_of",
    "apart",
    "as_table",
    "headline",
    "how_sure",
    "misread",
    "names_of",
    "row_of",
    "shares_alone",
]

_ALIKE = 2  # groups of like names that a foot lists
#: What a title adds to a difference that is none.
BY_CHANCE: Final = "no more than chance can bring"
#: Under a chart of many shares: what its title means by clear.
CLEAR: Final = "The title calls clear what holds with every pair it could have named counted in."
#: Fewer namings than these are drawn fainter: 1 of 1 is not 6 of 6.
FEW: Final = 5
#: What a subtitle says about the order, by whether anything could be ranked.
ORDERED_BY: Final = {
    True: "strongest evidence of a difference first",
    False: "nothing to rank by evidence: most named first",
}


def names_of(comparison: Comparison) -> dict[tuple[str, str], str]:
    """Return the words for each (lexicon, concept): a name for readers, not an id."""
    rows = comparison.material.mentions[["lexicon", "concept"]].drop_duplicates()
    return {
        (str(row["lexicon"]), str(row["concept"])): concept_of(comparison.material, row)
        for row in rows.to_dict("records")
    }


def headline(comparison: Comparison, row: Mapping[Any, Any] | None) -> str:
    """Say a contrast in a line: who wrote which word how often; empty without a row.

    The words and counts are those of the finding (`Comparison.findings`) on the same contrast. A
    picture goes about without its foot, so the line says too where a test bears it out not.
    """
    return f"{_counted(comparison, row)} {_borne_out(row)}".strip() if row is not None else ""


def _borne_out(row: Mapping[Any, Any]) -> str:
    """Say in brackets of a contrast over several events that no test bears it out."""
    if int(row["events"]) == 1:
        return ""
    if pd.isna(row["p_value"]):
        return "(not tested)"
    if row["p_value"] > LEAST_P:
        return f"({BY_CHANCE})" if row["statistic"] else ""
    return "" if row["p_adjusted"] <= LEAST_P else "(may still be chance)"


def _counted(comparison: Comparison, row: Mapping[Any, Any]) -> str:
    """Say a contrast's words and counts."""
    material = comparison.material
    names = side_name(material, row["outlet_a"]), other_side(material, row)
    if row["variant_a"] != row["variant_b"] and _whole(comparison, row):
        preferences = preferred(material, row, Query.of_row(row))
        most = most_of_both(preferences)
        if most is not None:
            return f"{begun(concept_of(material, row))}: {preferences[most].by_both(most)}"
    words = [as_quoted(row[f"wording_{side}"]) for side in "ab"]
    counts = [f"{int(row[f'n_{side}'])} of {int(row[f'total_{side}'])}" for side in "ab"]
    concept = begun(concept_of(material, row))
    if words[0] == words[1]:
        second = f"{before_count(names[1])}{counts[1]}"
        return f"{concept}: {names[0]} wrote {words[0]} {counts[0]} times, {second}"
    return (
        f"{concept}: {names[0]} wrote {words[0]} {counts[0]} times, "
        f"{names[1]} {words[1]} {counts[1]}"
    )


def how_sure(comparison: Comparison, row: Mapping[Any, Any] | None) -> str:
    """Say what the test of a contrast says, in the words of the findings."""
    if row is None:
        return ""
    query = Query.of_row(row).but(variant=None)
    events = int(row["events"])
    settings, said = comparison.settings, shown(comparison.material, row, query)
    doubt = doubt_of(comparison.material, row)
    doubt = f" {doubt}" if doubt else ""
    doubt = f"{_one_article(comparison, row, query)}{doubt}"
    if events == 1:
        return (
            f"The title's contrast rests on one {settings.unit}, which cannot show a habit.{doubt}"
        )
    within = f"{events} {settings.units}"
    return f"The title's contrast, over {within} in which both name it: {said}{doubt}"


def _one_article(comparison: Comparison, row: Mapping[Any, Any], query: Query) -> str:
    """Say which of the title's words stand mostly in one article; of what is drawn whole."""
    return (
        str(one_article_clause(comparison.material, row, query)) if _whole(comparison, row) else ""
    )


def _whole(comparison: Comparison, row: Mapping[Any, Any]) -> bool:
    """Tell whether a contrast's sides and words are those of the comparison, not of a part."""
    material = comparison.material
    known = [
        (row["lexicon"], row["concept"], row[f"variant_{side}"]) in material.variant_places
        for side in "ab"
    ]
    sides = {each for each in contrast_of(row)[1:] if each is not None}
    return all(known) and sides <= set(material.named_outlets)


def about_of(comparison: Comparison, outlets: Iterable[str] | None = None) -> str:
    """Say what was read: articles, outlets, dates, and events that more than one outlet covers.

    These are no "matched events", in which both sides named one concept: a chart shows many.
    """
    articles = comparison.material.articles
    if outlets is not None:
        articles = articles[articles["outlet"].isin(list(outlets))]
    dates = sorted(str(date)[:10] for date in articles["date"].dropna())
    days = list(dict.fromkeys((dates[0], dates[-1]))) if dates else []
    span = f", {' to '.join(days)}" if days else ""
    by_event = articles[articles["event"].notna()].groupby("event")["outlet"].nunique()
    shared, number = int((by_event > 1).sum()), articles["outlet"].nunique()
    settings = comparison.settings
    events = counted(shared, settings.unit, settings.units) if shared else f"no {settings.unit}"
    sides = settings.sides
    covered = f"{events} covered by {'both' if number == 2 else f'two {sides} or more'}"
    who = f" of {counted(number, settings.side, sides)}" if number > 1 else ""
    read = f"{counted(len(articles), 'article')}{who}{span}{f'; {covered}' if number > 1 else ''}."
    alike = like_names(map(str, articles["outlet"].unique())) if settings.by == "outlet" else []
    return " ".join((read, *(f"May be one: {', '.join(names)}." for names in alike[:_ALIKE])))


def as_table(name: str) -> str:
    """Say where the rest of a table is found: one of the comparison's, or the mentions."""
    if name == "mentions":
        return "in the table mentions (analysis.mentions, framing mentions)"
    return f"in the table {name} (comparison.{name}, compare --tables)"


def misread(counted: str = "") -> str:
    """Say what "own a–b" beside a count means; `counted` says of which, as "of the thing".

    Examples
    --------
    >>> misread("by the word").partition(",")[0]
    'own a–b: of all its namings by the word'
    """
    which = f" {counted}" if counted else ""
    return (
        f"own a–b: of all its namings{which}, whoever’s they were read as, so many are its own "
        "words, where the errors of reading voices are held in (95%)."
    )


def shares_alone(comparison: Comparison) -> str:
    """Say under a chart of loaded shares what they are not: the test is of another measure."""
    if len(comparison.material.events) == 1:
        return f"These shares rest on one {comparison.settings.unit}, which cannot show a habit."
    return (
        "Loaded shares are exploratory; what is tested is which word each chose (framing findings)."
    )


def row_of(rows: pd.DataFrame, concept: str | None = None) -> Mapping[Any, Any] | None:
    """Return the contrast that ranks highest (on one concept); None where there is none."""
    if concept is not None:
        rows = rows[rows["concept"] == concept]
    return rows.iloc[0].to_dict() if len(rows) else None


def apart(rows: Sequence[dict[Any, Any]], pairs: int) -> tuple[dict[Any, Any], ...]:
    """Return the row of the larger and of the smaller share that lie apart beyond chance, if any.

    They are chosen of `pairs` pairs, so their intervals (Wilson's, over effective numbers where
    the rows have them) hold for all together: 1 − .05/pairs each. Rows have ``n, total``.

    Examples
    --------
    >>> [row["n"] for row in apart([{"n": 9, "total": 10}, {"n": 1, "total": 10}], 1)]
    [9, 1]
    >>> apart([{"n": 9, "total": 10}, {"n": 1, "total": 10}], 400)
    ()
    """
    if len(rows) < 2:
        return ()
    ends = []
    for row in rows:
        worth = row.get("n_eff")
        size = float(row["total"] if worth is None or math.isnan(worth) else worth)
        ends.append(wilson(row["n"] / row["total"] * size, size, level=1 - 0.05 / pairs))
    most = max(range(len(rows)), key=lambda at: ends[at][0])
    least = min(range(len(rows)), key=lambda at: ends[at][1])
    return (rows[most], rows[least]) if ends[most][0] > ends[least][1] else ()
