"""The test over all concepts together, or why there is none, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from framing.comparison.chance import p_words, unlike
from framing.comparison.clauses import sides_of
from framing.comparison.material import Material
from framing.comparison.queries import Part, Query, Sentence
from framing.statistics import MIN_EVENTS
from framing.statistics.exchange import LEAST_P
from framing.values import Scope

__all__ = ["overall", "overall_sentence", "refusal_sentence"]

Row = Mapping[Any, Any]


def overall(differences: pd.DataFrame) -> Row | None:
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


def overall_sentence(material: Material, row: Row, tests: int) -> Sentence:
    """Tell the test over all concepts together."""
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
    size: str = "" if pd.isna(row["difference"]) else (
        f" About {max(100 * row['difference'], 0):.0f} of 100 namings would have to be reworded "
        "for one to read as the other"
        + ("" if pd.isna(row["low"]) else
           f" (95% interval {_ends(row)})") + "."
    )  # fmt: skip
    verdict = (
        "choose different words" if p <= LEAST_P
        else "are not shown to choose different words"
    )  # fmt: skip
    return Sentence.of(
        "Over all concepts and the ", events, " in which both name one of them, ",
        f"{sides_of(material, row)} {verdict} (p = {p_words(p)}{of_all}).", size,
    )  # fmt: skip


def _ends(row: Row) -> str:
    """Write an interval's ends; less than nothing cannot be reworded."""
    low, high = (max(100 * float(row[name]), 0.0) for name in ("low", "high"))
    return f"{low:.0f} to {high:.0f}"


def refusal_sentence(material: Material, row: Row | None) -> Sentence:
    """Say why there is no test, and what it would need."""
    units, unit = material.settings.units, material.settings.unit
    if len(material.named_outlets) < 2:
        return Sentence.of(
            f"There is one {material.settings.side} only, so there is nothing to compare it with; "
            f"add articles of another {material.settings.side} on the same {unit}."
        )
    if row is None:
        return Sentence.of(
            f"No test: it needs {MIN_EVENTS} {units} in which two {material.settings.sides} name "
            f"the same thing in their own words, and there is none."
            + ("" if material.events else f" No article says which {unit} it belongs to.")
        )
    events = int(row["events"])
    query = Query.of_row(row).but(variant=None, show="events", n=events)
    if events == 1:
        return Sentence.of("One ", Part(unit, query), " cannot show a habit.")
    if events < MIN_EVENTS:
        return Sentence.of(
            f"No test: it needs {MIN_EVENTS} {units} in which both name the same thing in their "
            "own words, and there are ", Part(str(events), query),
            f" at most ({sides_of(material, row)}).",
        )  # fmt: skip
    differ = int(row["nonzero_events"])
    both = f"of the {events} {units} in which both name the same thing"
    if material.stories is not None:
        return Sentence.of(
            f"No test: {sides_of(material, row)} differ in ", Part(str(differ), query),
            f" of the running stories that the {events} {units} belong to in which both name the "
            f"same thing; at least {MIN_EVENTS} are needed to tell a habit from chance.",
        )  # fmt: skip
    if differ < MIN_EVENTS:
        return Sentence.of(
            f"No test: {sides_of(material, row)} differ in only ", Part(str(differ), query),
            f" {both}, and at least {MIN_EVENTS} are needed to tell a habit from chance.",
        )  # fmt: skip
    return Sentence.of(
        f"No test: {sides_of(material, row)} differ in ", Part(str(differ), query),
        f" {both}, but {unlike(row)}.",
    )  # fmt: skip
