"""Beside counts of namings: how many are likely the outlet's own words, with an interval."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import pandas as pd

from framing.comparison.queries import Query
from framing.values import Scope
from framing.voice import own_interval

if TYPE_CHECKING:
    from framing.comparison.comparisonresult import Comparison

__all__ = ["OWN_COUNTS", "own_of_lines", "own_of_query", "own_of_side", "with_own_counts"]

OWN_COUNTS = ("own_expected", "own_low", "own_high")
"""Σ p_own, and the ends of the 95% interval of `framing.voice.own_interval`."""
_UNTOLD = (math.nan, math.nan, math.nan)
_NONE = (0.0, 0.0, 0.0)

Side: TypeAlias = Literal["a", "b"]
Own: TypeAlias = tuple[float, float, float]


def with_own_counts(
    table: pd.DataFrame, comparison: Comparison, keys: Sequence[str]
) -> pd.DataFrame:
    """Add how many namings are likely the outlet's own words, errors of reading voices held in.

    Parameters
    ----------
    table : DataFrame
        Rows that count namings.
    comparison : Comparison
        What they are counted in.
    keys : sequence of str
        Columns of the table by which namings belong to a row, whatever voice they were read in.

    Returns
    -------
    DataFrame
        The table with `OWN_COUNTS`, alike in rows with the same keys: 0 where there is no naming,
        missing where some naming has no ``p_own``.
    """
    names = list(keys)
    namings = comparison.analysis.completed("mentions", comparison.material.mentions)
    found = {
        key if len(names) > 1 else (key,): own_of_lines(rows)
        for key, rows in namings.groupby(names if len(names) > 1 else names[0], sort=False)
    }
    told = [found.get(key, _NONE) for key in table[names].itertuples(index=False, name=None)]
    return table.assign(
        **{name: [own[at] for own in told] for at, name in enumerate(OWN_COUNTS)}
    ).astype(dict.fromkeys(OWN_COUNTS, "float64"))


def own_of_side(comparison: Comparison, row: Mapping[Any, Any], side: Side) -> Own:
    """Return the `OWN_COUNTS` of one side of a contrast: of its namings by the word it chose.

    They are those of the events in which both sides named the concept, whatever their voice.
    """
    return own_of_query(comparison, Query.of_row(row, side=side, variant=row[f"variant_{side}"]))


def own_of_query(comparison: Comparison, query: Query) -> Own:
    """Return the `OWN_COUNTS` of the namings that a query asks for, whatever their voice.

    Of one side of a contrast they are those of the events in which both sides named the concept.
    """
    rows = comparison.lines(query.but(scope=str(Scope.ALL)))
    if query.side is not None:
        rows = rows[rows["event"].isin(comparison.lines(query.but(variant=None))["event"])]
    return own_of_lines(rows)


def own_of_lines(namings: pd.DataFrame) -> Own:
    """Return the interval of some namings; missing where one of them has no ``p_own``."""
    if not len(namings):
        return _NONE
    if "p_own" not in namings or namings["p_own"].isna().any():
        return _UNTOLD
    return own_interval(namings.to_dict("records"))
