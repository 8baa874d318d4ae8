"""What category lexicons show, in sentences: how often each side uses the words of a category."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from framing.comparison.caveats import units_clause
from framing.comparison.clauses import often, p_words
from framing.comparison.lines import lines_of
from framing.comparison.material import Material
from framing.comparison.queries import Part, Query, Sentence, join
from framing.comparison.wroteclauses import other_side, side_name
from framing.language.numberwords import percent
from framing.statistics import MIN_EVENTS
from framing.statistics.exchange import LEAST_P
from framing.values import Scope

__all__ = ["category_findings", "ranked_rates", "rates_tested"]

_MOST = 6
_MOST_ALONE = 3
_HALF = 0.5
Row = Mapping[Any, Any]


def ranked_rates(rates: pd.DataFrame) -> pd.DataFrame:
    """Order the differences of rates in own words by evidence, then size; one a category first."""
    rows = rates.loc[(rates["kind"] != "side") & (rates["scope"] == str(Scope.OWN))]
    rows = rows.loc[rows["events"] > 0]
    order = rows.assign(_p=rows["p_value"].fillna(1.0), _size=-rows["value"].abs())
    order = order.sort_values(["_p", "_size", "lexicon", "concept"], kind="stable")
    again = order.duplicated(["lexicon", "concept"])
    return rows.loc[[*order.index[~again], *order.index[again]]]


def rates_tested(rates: pd.DataFrame) -> tuple[int, int]:
    """Count the tests of rates in own words, and those that show a difference, adjusted."""
    rows = ranked_rates(rates)
    tested = rows.loc[rows["p_value"].notna()]
    return len(tested), int((tested["p_adjusted"] <= LEAST_P).sum())


def category_findings(material: Material, rates: pd.DataFrame) -> list[Sentence]:
    """Write the strongest difference of each category, up to six of them.

    Parameters
    ----------
    material : Material
        What is compared.
    rates : DataFrame
        As `framing.comparison.ratetable.rate_table` makes it.
    """
    rows = ranked_rates(rates).drop_duplicates(["lexicon", "concept"])
    if not len(rows):
        return list(_alone(material, rates))
    told = [_finding(material, row) for row in rows.head(_MOST).to_dict("records")]
    if len(rows) > _MOST:
        told.append(
            Sentence.of(f"{len(rows) - _MOST} more categories stand in the table of rates.")
        )
    return told


def _finding(material: Material, row: Row) -> Sentence:
    """Write one finding: over which events, how often each side used such words, what it shows."""
    settings, events = material.settings, int(row["events"])
    over = f"Over the {events} {settings.units} both cover" if events > 1 else (
        f"In this {settings.unit}" if len(material.events) == 1
        else f"In the one {settings.unit} both cover"
    )  # fmt: skip
    name = material.called(str(row["lexicon"]), str(row["concept"]))
    shared = _shared(material, row)
    parts: list[Any] = [f"{over}, "]
    for at, side in enumerate("ab"):
        called = side_name(material, row["outlet"]) if side == "a" else _other(material, row)
        query = Query.of_row(row).but(side=side)
        words = int(shared[at])
        n = len(lines_of(material, query))
        verb = f" used words of “{name}” " if side == "a" else " "
        times = "time" if n == 1 else "times"
        tail = f" {times} in {words:,} of its own words" if side == "a" else f" in {words:,}"
        parts += [
            "" if side == "a" else ", ", called, verb, Part(str(n), query.but(n=n)), tail,
            f" ({1000 * n / words:.1f} in 1,000)",
        ]  # fmt: skip
    return Sentence.of(*parts, ". ", _shown(material, row))


def _other(material: Material, row: Row) -> str:
    return other_side(material, {"outlet_b": row["outlet_b"]})


def _shared(material: Material, row: Row) -> tuple[float, float]:
    """Count the own words of both sides in the events in which both have any."""
    scores = material.scores.loc[material.scores["event"].notna()]
    scores = scores.loc[scores["outlet"].isin(material.named_outlets)]
    words = pd.to_numeric(scores["own_words"]).fillna(0).astype("float64")
    first = (scores["outlet"] == row["outlet"]).to_numpy(bool)
    other = row["outlet_b"]
    second = (scores["outlet"] == other).to_numpy(bool) if isinstance(other, str) else ~first
    sums = [words[side].groupby(scores["event"][side]).sum() for side in (first, second)]
    both = sums[0].index[sums[0] > 0].intersection(sums[1].index[sums[1] > 0])
    return float(sums[0][both].sum()), float(sums[1][both].sum())


def _shown(material: Material, row: Row) -> Sentence:
    """Say what a test shows; of one event nothing."""
    units, events = material.settings.units, int(row["events"])
    if events == 1:
        return Sentence.of(f"One {material.settings.unit} cannot show a habit.")
    if not row["nonzero_events"]:
        return Sentence.of("No difference at all.")
    if pd.isna(row["p_value"]):
        if events < MIN_EVENTS:
            return Sentence.of(
                f"{events} {units} are too few for a test, which needs {MIN_EVENTS}."
            )
        return Sentence.of(f"No test: {row['note']}.")
    p, adjusted = float(row["p_value"]), float(row["p_adjusted"])
    value, low, high = (float(row[name]) for name in ("value", "low", "high"))
    many = "" if p_words(adjusted) == p_words(p) else (
        f"; {p_words(adjusted)} with all that was tested counted in"
    )  # fmt: skip
    heavy = ""
    if events > 2 and row["event_share"] > _HALF:
        heavy = f" One {material.settings.unit} holds {percent(row['event_share'])} of the weight."
    names = side_name(material, row["outlet"]), _other(material, row)
    if p <= LEAST_P:
        more = "more" if value > 0 else "fewer"
        ends = sorted((abs(low), abs(high))) if low * high > 0 else [low, high]
        return Sentence.of(
            f"If the two used them alike, a difference like this would come up {often(p)} "
            f"(p = {p_words(p)}{many})"
            + (", so that it may still be chance" if adjusted > LEAST_P else "")
            + f"; weighed {material.settings.unit} by {material.settings.unit}, {names[0]} used "
            f"{abs(value):.1f} {more} in 1,000 words than {names[1]} (95% interval {ends[0]:.1f} "
            f"to {ends[1]:.1f}).{heavy}{units_clause(row)}"
        )
    return Sentence.of(
        f"This is no more than chance can bring (p = {p_words(p)}{many}): {names[0]} less "
        f"{names[1]} is between {low:+.1f} and {high:+.1f} in 1,000 words (95% interval).{heavy}"
    )


def _alone(material: Material, rates: pd.DataFrame) -> Iterator[Sentence]:
    """Say how often each side used the words of a category, where nothing can be compared."""
    rows = rates.loc[(rates["kind"] == "side") & (rates["scope"] == str(Scope.OWN))]
    rows = rows.loc[rows["total"] > 0]
    totals = rows.groupby(["lexicon", "concept"], sort=True)["n"].sum()
    order = totals.sort_values(ascending=False, kind="stable").index[:_MOST_ALONE]
    for lexicon, concept in order:
        mine = rows.loc[(rows["lexicon"] == lexicon) & (rows["concept"] == concept)]
        sides = [
            Sentence.of(
                f"{side_name(material, row['outlet'])} ",
                Part(str(row["n"]), Query.of_row(row)),
                f" time{'' if row['n'] == 1 else 's'} in {row['total']:,} "
                f"({row['value']:.1f} in 1,000)",
            )
            for row in mine.to_dict("records")
        ]
        name = material.called(str(lexicon), str(concept))
        yield Sentence.of(f"Words of “{name}” in own words: ", join(sides), ".")
