"""Stance features compared within events: cues, sources and agents, by the one exchange."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from framing.comparison.contrasts import Contrast
from framing.comparison.material import Material
from framing.comparison.ratecontrasts import DIFFERENCES, exchanged
from framing.comparison.sourcetable import source_names
from framing.comparison.stancetable import HELD, SHARES, STANCE

__all__ = ["stance_differences"]

_CELL = ["event", "outlet"]


def stance_differences(material: Material, contrasts: tuple[Contrast, ...]) -> pd.DataFrame:
    """Compare within events every measure of stance that is a ratio of counts.

    Returns
    -------
    DataFrame
        Rows as `framing.comparison.stancetable.stance_table` has them for differences: one a
        measure and contrast, `value` being the rate of `outlet` less that of `outlet_b`.
    """
    counts = pd.concat([_empty(), *_cells(material)], ignore_index=True)
    scopes = counts.drop_duplicates("measure").set_index("measure")["scope"]
    table = exchanged(material, contrasts, counts)
    table["scope"] = table["measure"].map(scopes)
    return table.reindex(columns=list({**STANCE, **DIFFERENCES}))


def _empty() -> pd.DataFrame:
    return pd.DataFrame(columns=[*_CELL, "measure", "scope", "hits", "base"])


def _cells(material: Material) -> Iterator[pd.DataFrame]:
    """Yield hits and bases of every measure by event and side."""
    scores = material.scores.loc[material.scores["event"].notna()]
    grouped = scores.groupby(_CELL, sort=True)
    numbers = scores.select_dtypes("number").columns
    sums = grouped[list(numbers)].sum().astype("float64").reset_index()
    cues = material.cues.loc[material.cues["event"].notna()]
    for kind in sorted(cues["kind"].dropna().unique()):
        held = kind in HELD
        rows = cues.loc[cues["kind"] == kind]
        if not held:
            rows = rows.loc[rows["voice"].eq("own").fillna(False)]
        base = sums[[*_CELL, "words" if held else "own_words"]].set_axis([*_CELL, "base"], axis=1)
        yield _joined(base, rows, 1000.0).assign(
            measure=f"rate of {kind}", scope="all" if held else "own"
        )
    yield from _told(material)
    for measure, part, whole in SHARES:
        if part in sums.columns and whole in sums.columns:
            cells = sums[[*_CELL, part, whole]].set_axis([*_CELL, "hits", "base"], axis=1)
            yield cells.assign(measure=measure, scope="all")


def _joined(base: pd.DataFrame, rows: pd.DataFrame, times: float) -> pd.DataFrame:
    """Count rows by event and side beside their base."""
    hits = rows.groupby(_CELL, sort=False).size().rename("hits").reset_index()
    cells = base.merge(hits, on=_CELL, how="left")
    cells["hits"] = times * cells["hits"].fillna(0)
    return cells


def _told(material: Material) -> Iterator[pd.DataFrame]:
    """Count doubting among reporting cues, and words of sources that name nobody."""
    rows = material.attributions.loc[material.attributions["event"].notna()]
    anonymous = (rows["speaker_kind"] == "anonymous").fillna(False).to_numpy(bool)
    words = pd.to_numeric(rows["words"]).fillna(0).astype("float64").to_numpy()
    told = anonymous | source_names(rows).notna().to_numpy(bool)
    cued = rows["cue"].notna().to_numpy(float)
    doubted = (rows["cue_class"] == "doubt").fillna(False).to_numpy(float) * cued
    columns = {"doubt share": (doubted, cued), "anonymous share": (words * anonymous, words * told)}
    for measure, (hits, base) in columns.items():
        cells = rows[_CELL].assign(hits=np.asarray(hits), base=np.asarray(base))
        summed = cells.groupby(_CELL, sort=True)[["hits", "base"]].sum().reset_index()
        yield summed.assign(measure=measure, scope="all")
