"""Why there is nothing to compare or no test, in words, and what it would need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from framing.comparison.clauses import sides_of, unlike
from framing.comparison.material import Material
from framing.comparison.queries import Part, Query, Sentence
from framing.statistics import MIN_EVENTS

__all__ = ["nothing_to_compare", "refusal_sentence"]

Row = Mapping[Any, Any]


def nothing_to_compare(material: Material) -> Sentence:
    """Say that there are no two sides, and what would make them."""
    side, unit = material.settings.side, material.settings.unit
    if material.named_outlets:
        return Sentence.of(
            f"There is one {side} only, so there is nothing to compare it with; "
            f"add articles of another {side} on the same {unit}."
        )
    if not len(material.articles):
        return Sentence.of("There is no article, so there is nothing to compare.")
    return Sentence.of(
        f"No article says which {side} it is of, so there is nothing to compare; a value in the "
        f"column {material.by!r} would say it."
    )


def refusal_sentence(material: Material, row: Row | None) -> Sentence:
    """Say why there is no test, and what it would need."""
    units, unit = material.settings.units, material.settings.unit
    if len(material.named_outlets) < 2:
        return nothing_to_compare(material)
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
    counted = Part(str(events), query)
    both = f" {units} in which both name the same thing"
    if material.stories is not None:
        return Sentence.of(
            f"No test: {sides_of(material, row)} differ in {differ} of the running stories "
            "that the ", counted, f" {units} belong to in which both name the same thing; at "
            f"least {MIN_EVENTS} are needed to tell a habit from chance.",
        )  # fmt: skip
    if differ < MIN_EVENTS:
        return Sentence.of(
            f"No test: {sides_of(material, row)} differ in only {differ} of the ", counted,
            f"{both}, and at least {MIN_EVENTS} are needed to tell a habit from chance.",
        )  # fmt: skip
    return Sentence.of(
        f"No test: {sides_of(material, row)} differ in {differ} of the ", counted,
        f"{both}, but {unlike(row)}.",
    )  # fmt: skip
