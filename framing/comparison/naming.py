"""Naming shares: which variant, out of all the times an outlet named the concept."""

from __future__ import annotations

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
    mentions = material.mentions
    concepts = mentions[_CONCEPT].drop_duplicates().sort_values(_CONCEPT)
    outlets = pd.DataFrame({"outlet": list(material.outlets)}, dtype=object)
    full = concepts.merge(outlets, how="cross")
    parts = []
    for scope, voices in SCOPES.items():
        part = full.merge(
            _counted(mentions.loc[mentions["voice"].isin(voices)]),
            on=[*_CONCEPT, "outlet"],
            how="left",
        )
        part.insert(3, "scope", scope)
        parts.append(part)
    table = pd.concat(parts, ignore_index=True)
    whole = ["n", "total", "articles", "events"]
    table[whole] = table[whole].fillna(0).astype("int64")
    table["n_eff"] = table["n_eff"].fillna(0.0).astype("float64")
    table = _with_shares(table, [*_CONCEPT, "scope"], "n")
    order = ["n", "total", "share", "shrunk_share", "n_eff", "articles", "events"]
    return table[[*_CONCEPT, "outlet", "scope", *order]]


def _counted(mentions: pd.DataFrame) -> pd.DataFrame:
    """Count by concept and outlet, over articles."""
    keys = [*_CONCEPT, "outlet"]
    rows = mentions.assign(is_loaded=mentions["loaded"].astype("int64"))
    articles = rows.groupby([*keys, "article_id"], sort=False).agg(
        n=("is_loaded", "sum"), total=("is_loaded", "size"), event=("event", "first")
    )
    articles["n_eff"] = articles["total"] / (1 + (articles["total"] - 1) * RHO)
    grouped = articles.groupby(keys, sort=False)
    return grouped.agg(
        n=("n", "sum"),
        total=("total", "sum"),
        n_eff=("n_eff", "sum"),
        articles=("n", "size"),
        events=("event", "nunique"),
    ).reset_index()


def _with_shares(table: pd.DataFrame, across: list[str], count: str) -> pd.DataFrame:
    """Add n of N as a share, and the share drawn towards the outlets' mean."""
    n, total = table[count].astype("float64"), table["total"].astype("float64")
    table["share"] = (n / total).where(total > 0)
    mean = table.groupby(across, sort=False)["share"].transform("mean")
    table["shrunk_share"] = ((n + _STRENGTH * mean) / (total + _STRENGTH)).where(total > 0)
    return table
