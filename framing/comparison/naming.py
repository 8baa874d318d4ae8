"""Naming shares: which variant, out of all the times an outlet named the concept."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.material import Material
from framing.statistics import RHO
from framing.values import VOICES

__all__ = ["SCOPES", "naming_table", "share_table", "variant_table"]

SCOPES: dict[str, tuple[str, ...]] = {
    "own": ("own",),
    "outlet_worded": ("own", "attributed"),
    "attributed": ("attributed",),
    "quoted": ("quoted",),
    "distanced": ("distanced",),
    "all": VOICES,
}
"""The scopes and the voices each pools; own voice and outlet-worded stand side by side."""

_CONCEPT = ["lexicon", "concept"]
_STRENGTH = (1 - RHO) / RHO


def variant_table(mentions: pd.DataFrame) -> pd.DataFrame:
    """List every variant that anyone used, with its intensity, direction and whether loaded."""
    keys = [*_CONCEPT, "variant"]
    columns = [*keys, "intensity", "direction", "loaded"]
    table = mentions[columns].drop_duplicates(keys)
    return table.sort_values(
        [*_CONCEPT, "intensity", "variant"], kind="stable", na_position="first"
    ).reset_index(drop=True)


def naming_table(material: Material) -> pd.DataFrame:
    """Count each variant by outlet and scope, zeros included.

    Returns
    -------
    DataFrame
        One row a lexicon, concept, variant, outlet and scope: `lexicon, concept, variant,
        intensity, direction, loaded, outlet, scope, n, total, share, shrunk_share`. `total` is
        how often the outlet named the concept in that scope (N); with N = 0 both shares are
        missing, never zero. `shrunk_share` is (n + α₀π)/(N + α₀), see `shrunk_shares`.
    """
    mentions = material.mentions
    keys = [*_CONCEPT, "variant", "outlet"]
    counts = (
        mentions.groupby([*keys, "voice"], sort=False)
        .size()
        .unstack("voice", fill_value=0)
        .reindex(columns=list(VOICES), fill_value=0)
        .reset_index()
    )
    outlets = pd.DataFrame({"outlet": list(material.outlets)}, dtype=object)
    full = variant_table(mentions).merge(outlets, how="cross")
    full = full.merge(counts, on=keys, how="left")
    full[list(VOICES)] = full[list(VOICES)].fillna(0).astype("int64")
    parts = []
    for scope, voices in SCOPES.items():
        part = full.drop(columns=list(VOICES))
        part["scope"] = scope
        part["n"] = full[list(voices)].sum(axis=1).astype("int64")
        parts.append(part)
    table = pd.concat(parts, ignore_index=True)
    whole = table.groupby([*_CONCEPT, "outlet", "scope"], sort=False)["n"]
    table["total"] = whole.transform("sum").astype("int64")
    return _with_shares(table, [*_CONCEPT, "variant", "scope"], "n")


def share_table(material: Material) -> pd.DataFrame:
    """Count loaded namings by concept, outlet and scope.

    Returns
    -------
    DataFrame
        One row a lexicon, concept, outlet and scope: `lexicon, concept, outlet, scope, n, total,
        share, shrunk_share, n_eff, articles, events`. `n` are loaded namings of `total` (N);
        `n_eff` what the N are worth as independent namings, Σ m/(1 + (m−1)ρ) over articles with
        ρ = 1/3; `articles`, `events` those with a naming.
    """
    mentions, outlets = material.mentions, material.outlets
    by_concept = mentions.groupby(_CONCEPT, sort=True)
    concepts = by_concept.size().index
    outlet = pd.Index(outlets, dtype=object).get_indexer(pd.Index(mentions["outlet"], dtype=object))
    places = _Places(
        by_concept.ngroup().to_numpy(np.int64) * len(outlets) + outlet,
        np.asarray(pd.factorize(mentions["article_id"])[0], dtype=np.int64),
        np.asarray(pd.factorize(mentions["event"])[0], dtype=np.int64),
        mentions["loaded"].to_numpy(bool, na_value=False),
        len(concepts) * len(outlets),
    )
    voice = mentions["voice"].to_numpy(object)
    parts = []
    for scope, voices in SCOPES.items():
        part = pd.DataFrame(
            [(*pair, name, scope) for pair in concepts for name in outlets],
            columns=[*_CONCEPT, "outlet", "scope"],
            dtype=object,
        )
        for name, values in _counted(places, np.isin(voice, voices)).items():
            part[name] = values
        parts.append(part)
    table = _with_shares(pd.concat(parts, ignore_index=True), [*_CONCEPT, "scope"], "n")
    order = ["n", "total", "share", "shrunk_share", "n_eff", "articles", "events"]
    return table[[*_CONCEPT, "outlet", "scope", *order]]


class _Places(NamedTuple):
    """For each mention the places of its concept and outlet, article and event (−1 for none)."""

    group: npt.NDArray[np.int64]
    article: npt.NDArray[np.int64]
    event: npt.NDArray[np.int64]
    loaded: npt.NDArray[np.bool_]
    groups: int


def _counted(places: _Places, chosen: npt.NDArray[np.bool_]) -> dict[str, npt.NDArray[Any]]:
    """Count the chosen mentions by concept and outlet, over articles and events."""
    group, size = places.group[chosen], places.groups
    articles = places.article.max(initial=0) + 1
    cells, counts = np.unique(group * articles + places.article[chosen], return_counts=True)
    worth = counts / (1 + (counts - 1) * RHO)
    events = places.event.max(initial=0) + 2
    placed = np.unique(group * events + places.event[chosen] + 1)
    return {
        "n": np.bincount(group[places.loaded[chosen]], minlength=size),
        "total": np.bincount(group, minlength=size),
        "n_eff": np.bincount(cells // articles, weights=worth, minlength=size),
        "articles": np.bincount(cells // articles, minlength=size),
        "events": np.bincount(placed[placed % events > 0] // events, minlength=size),
    }


def _with_shares(table: pd.DataFrame, across: list[str], count: str) -> pd.DataFrame:
    """Add n of N as a share, and the share drawn towards the outlets' mean."""
    n, total = table[count].astype("float64"), table["total"].astype("float64")
    table["share"] = (n / total).where(total > 0)
    mean = table.groupby(across, sort=False)["share"].transform("mean")
    table["shrunk_share"] = ((n + _STRENGTH * mean) / (total + _STRENGTH)).where(total > 0)
    return table
