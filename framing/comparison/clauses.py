"""The pieces that findings are written of: over which events, and what a test says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from framing.comparison.material import Material
from framing.comparison.queries import Part, Query, Sentence
from framing.comparison.wroteclauses import (
    contrast_of,
    forms_apart,
    other_side,
    side_name,
)
from framing.language.numberwords import counted
from framing.statistics import MIN_EVENTS
from framing.statistics.exchange import LEAST_P
from framing.statistics.exchanges import REDRAWS, TIE

__all__ = [
    "concept_of",
    "often",
    "open_size",
    "over_events",
    "p_words",
    "shown",
    "sides_of",
    "unlike",
    "worded_too",
]

_ROUNDED = 0.2
_HALF = 0.5
Row = Mapping[Any, Any]


def concept_of(material: Material, row: Row) -> str:
    """Name the concept of a row for readers."""
    return material.called(str(row["lexicon"]), str(row["concept"]))


def sides_of(material: Material, row: Row) -> str:
    """Name both sides of a contrast."""
    return f"{side_name(material, row['outlet_a'])} and {other_side(material, row)}"


def over_events(material: Material, row: Row, query: Query) -> Sentence:
    """Begin a finding: over which events, and whether both only cover them or name it there."""
    events, settings = int(row["events"]), material.settings
    asked = query.but(show="events", n=events)
    if events == 1:
        unit = settings.unit
        whole = len(material.events) == 1
        return Sentence.of("in ", Part("this" if whole else "the one", asked),
                           f" {unit}" if whole else f" {unit} in which both name it")  # fmt: skip
    both = material.events_of_both(contrast_of(row))
    where = " both cover" if both == events else " in which both name it"
    return Sentence.of("over the ", Part(str(events), asked), f" {settings.units}", where)


def shown(material: Material, row: Row, query: Query) -> Sentence:
    """Say what is shown and what is not, in words that need no statistics; of one event nothing."""
    if int(row["events"]) == 1:
        return Sentence()
    events = int(row["events"])
    asked = query.but(show="events", n=events)
    if pd.isna(row["p_value"]):
        return _untested(material, row, events)
    if not row["statistic"]:
        apart = forms_apart(material, row)
        return Sentence.of(
            "Counted so, there is no difference at all." if apart else "No difference at all."
        )
    p = float(row["p_value"])
    size, low, high = (100 * float(row[name]) for name in ("difference", "low", "high"))
    adjusted = float(row["p_adjusted"])
    many = f"; {p_words(adjusted)} with all that was tested counted in"
    many = "" if np.isnan(adjusted) or p_words(adjusted) == p_words(p) else many
    if p <= LEAST_P:
        chance = Sentence.of(
            "If the two chose alike, a difference like this would come up ",
            Part(often(p), asked), f" (p = {p_words(p)}{many})",
        )  # fmt: skip
        verdict = "" if adjusted <= LEAST_P else ", so that it may still be chance"
        return Sentence.of(
            chance, verdict, f"; {'about ' if size < 99.5 else ''}",
            Part(f"{size:.0f} of 100", asked),
            f" namings would have to be reworded for the one to read as the other (95% interval "
            f"{low:.0f} to {high:.0f}{open_size(row)}).",
        )  # fmt: skip
    return Sentence.of(
        "This is no more than chance can bring (p = ", Part(p_words(p), asked),
        f"{many}): between {low:.0f} and {high:.0f} of 100 namings would have to be reworded "
        "for the one to read as the other (95% interval).",
    )  # fmt: skip


def open_size(row: Row) -> str:
    """Say that an interval which begins at nothing leaves the size open."""
    return ", so that how large it is stays open" if 100 * float(row["low"]) < _HALF else ""


def _untested(material: Material, row: Row, events: int) -> Sentence:
    units = material.settings.units
    if events < MIN_EVENTS:
        return Sentence.of(f"{events} {units} are too few for a test, which needs {MIN_EVENTS}.")
    differ = int(row["nonzero_events"])
    if material.stories is not None and differ < MIN_EVENTS:
        return Sentence.of(
            f"They differ in {differ} of the running stories that these {units} belong to, too "
            "few to tell a habit from chance."
        )
    there = f"They differ in {differ} of these {units}"
    if differ < MIN_EVENTS:
        return Sentence.of(f"{there}, too few to tell a habit from chance.")
    return Sentence.of(f"{there}, but {unlike(row)}.")


def worded_too(row: Row, query: Query) -> Sentence:
    """Say the same of the words that a side attributes to others, counted in."""
    asked = query.but(show="events", n=int(row["events"]))
    p: str = "" if pd.isna(row["p_value"]) else f", p = {p_words(float(row['p_value']))}"
    size: float = row["difference"] if pd.notna(row["difference"]) else row["raw_difference"]
    if pd.isna(size) or not row["raw_difference"]:
        return Sentence()
    return Sentence.of(
        " With the words they attribute to others counted in: ",
        Part(f"{100 * float(size):.0f} of 100", asked), f"{p}.",
    )  # fmt: skip


def unlike(row: Row) -> str:
    """Say why units that differ in number still cannot show a difference."""
    return (
        "seldom over the same words, so that nothing adds up: even if every one of them pointed "
        f"the same way, chance alone would bring as much {often(float(row['smallest_p']))}"
    )


def p_words(p: float) -> str:
    """Write a p-value with as many places as it needs.

    Examples
    --------
    >>> p_words(0.5), p_words(0.03125), p_words(0.00001), p_words(0.998), p_words(0.0000999999999)
    ('.50', '.031', '.00001', '1', '.0001')
    """
    p = round(p, 9)  # a sum of draws is not quite .0001
    places = 2 if p >= 0.1 else 3 if p >= 0.001 else 4 if p >= 0.0001 else 5
    return f"{p:.{places}f}".removeprefix("0") if p < 0.995 else "1"


def often(p: float) -> str:
    """Say a probability as a frequency: as it is written (`p_words`), rounded by a fifth at most.

    What no draw reached is at most as frequent as one more draw.

    Examples
    --------
    >>> often(0.03125), often(0.0078), often(0.0016)
    ('about 3 times in 100', 'about 8 times in 1,000', 'about 2 times in 1,000')
    >>> often(1 / 100_000)
    'at most 1 time in 100,000'
    """
    near = "at most" if p <= (1 + TIE) / (REDRAWS + 1) else "about"
    p = float(p_words(p)) or p
    for whole in (100, 1_000, 10_000, 100_000, 1_000_000):
        times = round(p * whole)
        if times and abs(times / (p * whole) - 1) <= _ROUNDED:
            return f"{near} {counted(times, 'time')} in {whole:,}"
    return "less than once in a million times"
