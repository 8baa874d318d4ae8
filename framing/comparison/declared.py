"""The one measure declared beforehand, in sentences: what was seen, and what a test says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from framing.comparison.categoryfindings import ranked_rates, rates_tested
from framing.comparison.caveats import heaviest, units_clause
from framing.comparison.clauses import open_size, p_words, sides_of
from framing.comparison.findings import findings_of
from framing.comparison.material import Material
from framing.comparison.queries import Part, Query, Sentence, join
from framing.comparison.refusals import nothing_to_compare, refusal_sentence
from framing.comparison.wroteclauses import side_name
from framing.statistics import MIN_EVENTS
from framing.statistics.exchange import LEAST_P
from framing.values import Scope

__all__ = ["Primary", "declare", "question_of"]

_NAMED = 4
_STATEMENTS = 3
"""Findings that stand in the declared measure's statements."""

Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Primary:
    """The declared primary measure: its name, what was counted, and the test or its refusal.

    Attributes
    ----------
    measure : str
        What was declared.
    statements : tuple of Sentence
        The first findings.
    result : Sentence
        What the test over all concepts says; empty where it was refused.
    refusal : Sentence
        Why there is no test, and what it would need; empty where there is one.
    events : int
        Matched events of the contrast told.
    difference, low, high, p_value : float or None
        Of that contrast; None where there is none.
    query : Query or None
        What opens the matched events of it.
    """

    measure: str
    statements: tuple[Sentence, ...]
    result: Sentence
    refusal: Sentence
    events: int
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    query: Query | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of it in order: statements, then the result or the refusal."""
        return (*self.statements, *(s for s in (self.result, self.refusal) if s))


def question_of(material: Material) -> str:
    """Ask in one sentence what the comparison answers."""
    settings, sides = material.settings, material.named_outlets
    at = "In" if settings.unit in ("month", "quarter", "year") else "On"
    where = (
        f"{at} the {settings.units} they share" if material.shares_events else "In these articles"
    )
    if len(material.events) == 1:
        where = f"{at} this {settings.unit}"
    if len(sides) < 2:
        who = side_name(material, sides[0]) if sides else f"the {settings.side}"
        return f"{where}, which words does {who} choose, and in whose voice?"
    named = _joined(material, sides, "these ")
    if settings.reference is not None:
        named = _joined(material, [side for side in sides if side != settings.reference])
        named = f"{named}, set against {side_name(material, settings.reference)},"
    if material.only_categories:
        return (
            f"{where}, do {named} use the words of these categories as often, in their own voice?"
        )
    return f"{where}, do {named} call the same things by different words, in their own voice?"


def _joined(material: Material, sides: Sequence[str], these: str = "") -> str:
    if len(sides) > _NAMED:
        return f"{these}{len(sides)} {material.settings.sides}"
    return str(join([side_name(material, side) for side in sides]))


def declare(
    material: Material, differences: pd.DataFrame, rates: Callable[[], pd.DataFrame]
) -> Primary:
    """Tell the primary measure from the table that holds it, with its first findings."""
    told = findings_of(material, differences, most=_STATEMENTS, rates=rates)
    if material.only_categories:
        return _categories(material, told, rates())
    row = _overall(differences)
    measure = f"own-voice naming choice, matched on {material.settings.unit} and concept"
    statements = tuple(told[:_STATEMENTS])
    if row is None or pd.isna(row["p_value"]):
        refusal = refusal_sentence(material, row)
        statements = tuple(said for said in statements if str(said) != str(refusal))
        events = 0 if row is None else int(row["events"])
        asked = None if row is None else _events_query(row)
        return Primary(measure, statements, Sentence(), refusal, events, query=asked)
    tests = int(
        (
            (differences["measure"] == "naming choice") & differences["concept"].isna()
            & (differences["scope"] == str(Scope.OWN)) & differences["p_value"].notna()
        ).sum()
    )  # fmt: skip
    result = _overall_sentence(material, row, tests, alone=_one_concept(differences, row))
    return Primary(
        measure, statements, result, Sentence(), int(row["events"]), **_figures(row),
        query=_events_query(row),
    )  # fmt: skip


def _categories(material: Material, told: list[Sentence], rates: pd.DataFrame) -> Primary:
    """Tell the rates of category lexicons, where nothing else was found."""
    measure = f"own-voice rate of each category, matched on {material.settings.unit}"
    settings, (tests, differ) = material.settings, rates_tested(rates)
    refusal, result, events = Sentence(), Sentence(), ranked_rates(rates)["events"].max()
    if tests:
        result = Sentence.of(
            f"Of {tests} rates tested in own words, {differ or 'none'} "
            f"{'differs' if differ == 1 else 'differ'} (p ≤ {LEAST_P:g}, all of them counted in)."
        )
    elif len(material.named_outlets) < 2:
        refusal = nothing_to_compare(material)
    else:
        refusal = Sentence.of(
            f"No test: it needs {MIN_EVENTS} {settings.units} that two {settings.sides} both "
            "cover and differ in."
        )
    statements = tuple(said for said in told[:_STATEMENTS] if str(said) != str(refusal))
    return Primary(measure, statements, result, refusal, 0 if pd.isna(events) else int(events))


def _figures(row: Row) -> dict[str, float | None]:
    """Return a row's effect, interval and p-value as plain numbers."""
    names = ("difference", "low", "high", "p_value")
    return {name: None if pd.isna(row[name]) else float(row[name]) for name in names}


def _events_query(row: Row) -> Query:
    return Query.of_row(row).but(variant=None, show="events", n=int(row["events"]))


def _overall(differences: pd.DataFrame) -> Row | None:
    """Return the row over all concepts that is told: the strongest evidence, else most events."""
    rows = differences.loc[
        (differences["measure"] == "naming choice")
        & differences["concept"].isna()
        & (differences["scope"] == str(Scope.OWN))
        & (differences["events"] > 0)
    ]
    if not len(rows):
        return None
    order = rows.assign(
        _p=rows["p_value"].fillna(2.0), _e=-rows["events"], _d=-rows["difference"].fillna(0.0)
    ).sort_values(["_p", "_d", "_e"], kind="stable")
    found: Row = rows.loc[order.index[0]].to_dict()
    return found


def _one_concept(differences: pd.DataFrame, row: Row) -> bool:
    """Tell whether a row over all concepts is of one concept alone, whose finding has its size."""
    query = Query.of_row(row)
    other = (
        differences["outlet_b"].isna() if query.b is None else differences["outlet_b"] == query.b
    )
    rows = differences.loc[
        (differences["measure"] == "naming choice")
        & differences["concept"].notna()
        & (differences["scope"] == row["scope"])
        & (differences["outlet_a"] == query.a)
        & other
        & (differences["events"] > 0)
    ]
    return len(rows) == 1 and bool(rows["difference"].notna().all())


def _overall_sentence(material: Material, row: Row, tests: int, *, alone: bool) -> Sentence:
    """Tell the test over all concepts together; of one `alone`, its finding tells the size."""
    query = Query.of_row(row).but(variant=None)
    of_all = f", the least of {tests} comparisons and adjusted for them" if tests > 1 else ""
    p = float(row["p_adjusted"] if tests > 1 else row["p_value"])
    if not np.isfinite(p):
        p = float(row["p_value"])
    events = Part(
        f"{int(row['events'])} {material.settings.units}",
        query.but(show="events", n=int(row["events"])),
    )
    if not row["nonzero_events"]:
        return Sentence.of(
            "Over all concepts and the ", events, " in which both name one of them, ",
            f"{sides_of(material, row)} do not differ at all.",
        )  # fmt: skip
    size: str = "" if alone or pd.isna(row["difference"]) else (
        f" About {max(100 * row['difference'], 0):.0f} of 100 namings would have to be reworded "
        "for one to read as the other"
        + ("" if pd.isna(row["low"]) else
           f" (95% interval {_ends(row)}{open_size(row) if p <= LEAST_P else ''})") + "."
    )  # fmt: skip
    verdict = (
        "choose different words" if p <= LEAST_P
        else "are not shown to choose different words"
    )  # fmt: skip
    return Sentence.of(
        "Over all concepts and the ", events, " in which both name one of them, ",
        f"{sides_of(material, row)} {verdict} (p = {p_words(p)}{of_all}).", size,
        heaviest(material, row), units_clause(row, shown=p <= LEAST_P),
    )  # fmt: skip


def _ends(row: Row) -> str:
    """Write an interval's ends; less than nothing cannot be reworded."""
    low, high = (max(100 * float(row[name]), 0.0) for name in ("low", "high"))
    return f"{low:.0f} to {high:.0f}"
