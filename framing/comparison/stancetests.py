"""Stance compared within events: cues, sources, agents, and the target index of a party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from framing.analysis.lighttable import without_codes
from framing.comparison.heardnames import source_names
from framing.comparison.material import Material
from framing.comparison.ratetable import DIFFERENCES, exchanged
from framing.comparison.settings import NO_OUTLET
from framing.comparison.stancetable import HELD, NOT_VALIDATED, SHARES, STANCE, bound_directions

__all__ = ["stance_differences", "target_differences"]

_STRATUM = ["event", "lexicon", "concept"]


def stance_differences(material: Material) -> pd.DataFrame:
    """Compare within events every measure of stance that is a ratio of counts.

    Returns
    -------
    DataFrame
        Rows as `framing.comparison.stancetable.stance_table` has them for differences: one a
        measure and contrast, `value` being the rate of `outlet` less that of `outlet_b`.
    """
    counts, scopes = _put_together(material, _cells(material))
    table = exchanged(material, counts)
    table["scope"] = table["measure"].map(scopes)
    return table.reindex(columns=list({**STANCE, **DIFFERENCES}))


def _put_together(
    material: Material, parts: Iterable[tuple[str, str, pd.DataFrame]]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Stack the cells of all measures, names as codes: as words they are most of what is held."""
    names = {each: material.scores[each].dropna().unique() for each in material.cell}
    stacked: list[pd.DataFrame] = []
    scopes: dict[str, str] = {}
    for measure, scope, cells in parts:
        coded = {each: pd.Categorical(cells[each], names[each]) for each in material.cell}
        stacked.append(cells[["hits", "base"]].astype("float64").assign(**coded))
        scopes[measure] = scope
    counts = pd.concat(stacked, ignore_index=True)
    measures = np.repeat(np.array(list(scopes), dtype=object), list(map(len, stacked)))
    counts["measure"] = pd.Categorical(measures, sorted(scopes))
    return counts, scopes


def _cells(material: Material) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Yield each measure, its scope, and its hits and bases by event and side (and outlet)."""
    cell = material.cell
    scores = material.scores.loc[material.scores["event"].notna()]
    grouped = scores.groupby(cell, sort=True, dropna=False)
    numbers = scores.select_dtypes("number").columns
    sums = grouped[list(numbers)].sum().astype("float64").reset_index()
    for kind, counted in _cues_counted(material):
        held = kind in HELD
        base = sums[[*cell, "words" if held else "own_words"]].set_axis([*cell, "base"], axis=1)
        cells = base.merge(counted, on=cell, how="left")
        cells["hits"] = 1000.0 * cells["hits"].fillna(0)
        yield f"rate of {kind}", "all" if held else "own", cells
    yield from _told(material)
    for measure, part, whole in SHARES:
        if part in sums.columns and whole in sums.columns:
            cells = sums[[*cell, part, whole]].set_axis([*cell, "hits", "base"], axis=1)
            yield measure, "all", cells


def _cues_counted(material: Material) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield each kind of cue with its `hits` by event and side, of all kinds counted in one go."""
    cues, cell = material.cues, material.cell
    held = cues["kind"].isin(HELD).to_numpy(bool)
    own = cues["voice"].eq("own").fillna(False).to_numpy(bool)
    rows = cues.loc[(held | own) & cues["event"].notna().to_numpy(bool), [*cell, "kind"]]
    found = rows.groupby([*cell, "kind"], sort=True, observed=True, dropna=False).size()
    hits = without_codes(found.rename("hits").reset_index())
    placed = cues["event"].notna().to_numpy(bool)
    for kind in sorted(cues.loc[placed, "kind"].dropna().unique()):
        yield str(kind), hits.loc[hits["kind"] == kind, [*cell, "hits"]]


def _told(material: Material) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Count doubting among reporting cues, and words of sources that name nobody."""
    rows = material.attributions.loc[material.attributions["event"].notna()]
    anonymous = (rows["speaker_kind"] == "anonymous").fillna(False).to_numpy(bool)
    words = pd.to_numeric(rows["words"]).fillna(0).astype("float64").to_numpy()
    told = anonymous | source_names(rows).notna().to_numpy(bool)
    cued = rows["cue"].notna().to_numpy(float)
    doubted = (rows["cue_class"] == "doubt").fillna(False).to_numpy(float) * cued
    columns = {"doubt share": (doubted, cued), "anonymous share": (words * anonymous, words * told)}
    for measure, (hits, base) in columns.items():
        cells = rows[material.cell].assign(hits=np.asarray(hits), base=np.asarray(base))
        grouped = cells.groupby(material.cell, sort=True, observed=True, dropna=False)
        summed = grouped[["hits", "base"]].sum()
        yield measure, "all", without_codes(summed.reset_index())


def target_differences(material: Material) -> pd.DataFrame:
    """Compare the target index toward the party asked for, matched on event and concept.

    Returns
    -------
    DataFrame
        Rows as `framing.comparison.stancetable.target_table` has them for differences, none where
        no party was asked for: `value` is the index of `outlet` less that of `outlet_b` over
        the `n` namings bound to the target in the strata that both have. `note` begins with what
        the index is worth.
    """
    target = material.settings.target
    if target is None:
        return pd.DataFrame()
    bound = material.mentions.assign(lean=bound_directions(material.mentions, target))
    bound = bound.loc[
        bound["lean"].notna() & bound["event"].notna() & (bound["outlet"] != NO_OUTLET)
    ]
    tables = []
    for scope in material.settings.scopes:
        rows = bound.loc[bound["voice"].isin(scope.voices)]
        keys = [*_STRATUM, *material.cell[1:]]
        grouped = rows.groupby(keys, sort=True, observed=True, dropna=False)["lean"]
        counts = without_codes(grouped.agg(hits="sum", base="size").reset_index())
        counts["stratum"] = counts["lexicon"].astype(str) + "/" + counts["concept"].astype(str)
        table = exchanged(material, counts.assign(measure="target index"))
        table["n"] = [_matched(counts, row) for row in table.to_dict("records")]
        tables.append(table.assign(scope=str(scope)))
    whole = pd.concat(tables, ignore_index=True).assign(target=target)
    reasons = ("; " + whole["note"].astype("string")).fillna("")
    whole["note"] = NOT_VALIDATED + reasons
    return whole


def _matched(counts: pd.DataFrame, row: Mapping[Any, Any]) -> int:
    """Count the namings of both sides in the strata that both have."""
    first = (counts["outlet"] == row["outlet"]).to_numpy(bool)
    other = row["outlet_b"]
    second = ~first if not isinstance(other, str) else (counts["outlet"] == other).to_numpy(bool)
    keys = counts.groupby(_STRATUM, sort=False).ngroup().to_numpy()
    both = np.isin(keys, np.intersect1d(keys[first], keys[second]))
    return int(counts.loc[both & (first | second), "base"].sum())
