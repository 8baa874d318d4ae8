"""Within-event differences of anything that is a ratio: rates of cues, of categories, leanings."""

from __future__ import annotations

import numpy as np
import pandas as pd

from framing.comparison.choices import places_of
from framing.comparison.contrasts import Contrast
from framing.comparison.material import Material
from framing.statistics import RateCounts, rate_tests

__all__ = ["DIFFERENCES", "exchanged"]

DIFFERENCES: dict[str, str] = {
    "kind": "string", "outlet_b": "string", "events": "Int64", "nonzero_events": "Int64",
    "low": "float64", "high": "float64", "approximate": "boolean",
    "p_value": "float64", "p_adjusted": "float64", "smallest_p": "float64", "p_events": "float64",
    "event_share": "float64", "story_share": "float64", "note": "string",
}  # fmt: skip
"""Columns that tables of rates have for their rows on differences; empty in rows on one side."""


def exchanged(
    material: Material, contrasts: tuple[Contrast, ...], counts: pd.DataFrame
) -> pd.DataFrame:
    """Test the differences of ratios within events.

    Parameters
    ----------
    material : Material
        What is compared.
    contrasts : tuple of Contrast
        The sides.
    counts : DataFrame
        One row an event, side and measure: `event, outlet, measure, hits, base`, and where only
        like is compared with like `stratum`. What a side could have had and did not is a row with
        no hits.

    Returns
    -------
    DataFrame
        `measure, outlet` (the first side), `value` (its rate less the other's), `rate_a, rate_b`
        and the columns of `DIFFERENCES`.
    """
    columns = ["measure", "outlet", "value", "rate_a", "rate_b", *DIFFERENCES]
    kept = counts.loc[(counts["base"] > 0) & counts["event"].notna()]
    side = places_of(kept["outlet"], material.named_outlets)
    event = places_of(kept["event"], material.events)
    live = (side >= 0) & (event >= 0)
    if not contrasts or not live.any():
        return pd.DataFrame(columns=columns)
    kept = kept.loc[live]
    code, names = pd.factorize(kept["measure"], sort=True)
    tests = rate_tests(
        RateCounts(
            event=event[live],
            side=side[live],
            kind=np.asarray(code, np.int64),
            hits=kept["hits"].to_numpy(float),
            base=kept["base"].to_numpy(float),
            events=material.events,
            stratum=None if "stratum" not in kept else np.asarray(
                pd.factorize(kept["stratum"])[0], np.int64),
            stories=material.stories,
        ),
        [contrast.places(material.named_outlets) for contrast in contrasts],
        seed=material.settings.seed,
    ).reset_index(drop=True)  # fmt: skip
    sides = [contrasts[at] for at in tests["contrast"]]
    table = tests.drop(columns=["kind"]).assign(
        measure=np.array(names, dtype=object)[tests["kind"]],
        kind=[side.kind for side in sides],
        outlet=[side.a for side in sides],
        outlet_b=[side.b for side in sides],
        value=tests["difference"],
        nonzero_events=tests["live_units"],
        story_share=tests["unit_share"],
    )
    return table.reindex(columns=columns)
