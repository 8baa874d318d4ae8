"""What stands beside a result, in words: who holds its weight, whole outlets, misreading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from framing.comparison.clauses import p_words
from framing.comparison.material import Material
from framing.comparison.wroteclauses import other_side, side_name
from framing.language.numberwords import percent
from framing.statistics.exchange import LEAST_P
from framing.statistics.outlets import ON_BOTH, UNNAMED

__all__ = ["heaviest", "may_be_misread", "misread", "units_clause"]

_HALF = 0.5
Row = Mapping[Any, Any]


def may_be_misread(row: Row) -> bool:
    """Tell whether the interval of a shown difference reaches what misreading alone could make."""
    p, low, bound = (row[name] for name in ("p_value", "low", "misreading"))
    if pd.isna(p) or p > LEAST_P or pd.isna(bound) or not round(100 * bound):
        return False
    return bool(pd.isna(low) or low <= bound)


def misread(row: Row) -> str:
    """Say what misreading alone could make."""
    return (
        " If the reader that tells own from reported words errs as often as measured, that "
        f"alone could make {100 * row['misreading']:.0f} of 100 namings look reworded."
    )


def heaviest(material: Material, row: Row) -> str:
    """Say where more than half of the weight lies: in one event, story or outlet."""
    said = []
    names = {"a": side_name(material, row["outlet_a"]), "b": other_side(material, row)}
    if int(row["events"]) > 2 and (row["event_share"] or 0) > _HALF:
        share = percent(row["event_share"])
        said.append(
            f" One {material.settings.unit}, “{row['largest_event']}”, holds {share} of the weight."
        )
    elif int(row["events"]) > 2 and (row["story_share"] or 0) > _HALF:
        said.append(f" One running story holds {percent(row['story_share'])} of the weight.")
    for side in "ab":
        share = row[f"outlet_share_{side}"]
        if pd.notna(share) and share > _HALF:
            said.append(
                f" {row[f'largest_outlet_{side}']} alone has {percent(share)} of the weight of "
                f"{names[side]}."
            )
    return "".join(said)


def units_clause(row: Row, *, shown: bool = True) -> str:
    """Say what the test with whole outlets as units gives, where sides pool outlets.

    `shown` tells whether the sentence before says that the sides differ.
    """
    if pd.notna(row["p_units"]):
        p = float(row["p_units"])
        said = f" With whole outlets exchanged p = {p_words(p)}"
        beyond = p <= LEAST_P or not shown
        return f"{said}." if beyond else f"{said}: this speaks of these outlets alone."
    note = row["units_note"]
    if not isinstance(note, str) or not note or not shown:
        return ""
    if note == ON_BOTH:
        return (
            " An outlet stands on both sides, so that whole outlets cannot be exchanged: this "
            "speaks of these outlets alone."
        )
    if note == UNNAMED:
        return (
            " Some of these articles have no outlet, so that whole outlets cannot be exchanged: "
            "this speaks of these articles alone."
        )
    return " There are too few outlets to speak of more than these."
