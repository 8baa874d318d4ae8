"""Which sides differ in their share of own words, event by event."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from framing.comparison.ratetable import exchanged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framing.comparison import Comparison

__all__ = ["own_apart", "pooled_p"]


def own_apart(comparison: Comparison) -> Mapping[str, tuple[str, float]]:
    """Return of each side from which other its share of own words differs most surely, and the p.

    All namings are compared within the events that both sides cover, as the table of stance
    compares words, and p is adjusted for all contrasts. A side without a test is not in it.
    """
    material = comparison.material
    rows = material.mentions.loc[material.mentions["event"].notna(), [*material.cell, "voice"]]
    own = rows.assign(hits=(rows["voice"] == "own").fillna(False).astype(float), base=1.0)
    grouped = own.groupby(material.cell, sort=True, observed=True, dropna=False)
    counts = grouped[["hits", "base"]].sum().reset_index().assign(measure="own share")
    found: dict[str, tuple[str, float]] = {}
    table = exchanged(material, counts)
    pairs = table.loc[table["outlet_b"].notna() & table["p_adjusted"].notna()]
    for row in sorted(pairs.to_dict("records"), key=lambda row: (pooled_p(row), row["p_value"])):
        first, other, p_value = str(row["outlet"]), str(row["outlet_b"]), pooled_p(row)
        found.setdefault(first, (other, p_value))
        found.setdefault(other, (first, p_value))
    return found


def pooled_p(row: Mapping[Any, Any]) -> float:
    """Return the p of a row of differences, where sides pool outlets the larger of both.

    Examples
    --------
    >>> pooled_p({"p_adjusted": 0.01, "p_units": 0.3}), pooled_p({"p_adjusted": 0.01})
    (0.3, 0.01)
    """
    units = float(row.get("p_units") or 0.0)
    return float(row["p_adjusted"]) if math.isnan(units) else max(float(row["p_adjusted"]), units)
