"""How own words lean toward one party: the target index of two sides within events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from framing.comparison.contrasts import Contrast, typed
from framing.comparison.material import NO_OUTLET, Material
from framing.comparison.ratecontrasts import exchanged
from framing.comparison.stancetable import bound_directions

__all__ = ["target_differences"]

_STRATUM = ["event", "lexicon", "concept"]


def target_differences(
    material: Material, contrasts: tuple[Contrast, ...], target: str
) -> pd.DataFrame:
    """Compare the target index toward `target`, matched on event and concept.

    Returns
    -------
    DataFrame
        Rows as `framing.comparison.contrasts.difference_table` has them, of the measure ``target
        index``: `n_a` is the sum of directions over `total_a` namings bound to the target, in the
        matched strata. Those of own voice are the declared ones.
    """
    bound = material.mentions.assign(lean=bound_directions(material.mentions, target))
    bound = bound.loc[
        bound["lean"].notna() & bound["event"].notna() & (bound["outlet"] != NO_OUTLET)
    ]
    tables = []
    for scope in material.settings.scopes:
        rows = bound.loc[bound["voice"].isin(scope.voices)]
        grouped = rows.groupby([*_STRATUM, "outlet"], sort=True)["lean"]
        counts = grouped.agg(hits="sum", base="size").reset_index()
        counts["stratum"] = counts["lexicon"].astype(str) + "/" + counts["concept"].astype(str)
        table = exchanged(material, contrasts, counts.assign(measure="target index"))
        table = table.rename(columns={"outlet": "outlet_a", "value": "difference"})
        table["scope"] = str(scope)
        table["role"] = "primary" if scope == material.settings.scopes[0] else "secondary"
        sides = [_matched(counts, row) for row in table.to_dict("records")]
        for at, name in enumerate(("n_a", "total_a", "n_b", "total_b")):
            table[name] = [side[at] for side in sides]
        for side in "ab":
            total = table[f"total_{side}"].astype("float64")
            table[f"share_{side}"] = (table[f"n_{side}"] / total).where(total > 0)
        tables.append(table)
    return typed(pd.concat(tables, ignore_index=True))


def _matched(counts: pd.DataFrame, row: Mapping[Any, Any]) -> tuple[float, float, float, float]:
    """Add up directions and namings of both sides in the strata that both have."""
    first = (counts["outlet"] == row["outlet_a"]).to_numpy(bool)
    other = row["outlet_b"]
    second = ~first if not isinstance(other, str) else (counts["outlet"] == other).to_numpy(bool)
    keys = counts.groupby(_STRATUM, sort=False).ngroup().to_numpy()
    both = np.isin(keys, np.intersect1d(keys[first], keys[second]))
    return tuple(  # type: ignore[return-value]  # four sums
        float(counts.loc[side & both, name].sum())
        for side in (first, second)
        for name in ("hits", "base")
    )
