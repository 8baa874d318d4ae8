"""Naming shares: which variant, out of all the times a side named the concept."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.analysis.lighttable import without_codes
from framing.comparison.choices import places_of
from framing.comparison.material import Material
from framing.comparison.settings import NO_OUTLET
from framing.comparison.written import Forms, labelled, most_written
from framing.statistics import RHO
from framing.values import Scope

__all__ = ["LONG", "SCOPES", "long_table", "naming_table", "share_table", "variant_table"]

SCOPES: dict[str, tuple[str, ...]] = {str(scope): scope.voices for scope in Scope}
"""The scopes and the voices each pools; own voice and outlet-worded stand side by side."""

IntArray = npt.NDArray[np.int64]
_CONCEPT = ["lexicon", "concept"]
_VARIANT = [*_CONCEPT, "variant"]
_STRENGTH = (1 - RHO) / RHO


def variant_table(mentions: pd.DataFrame) -> pd.DataFrame:
    """List every variant that anyone used, with its intensity, direction and whether loaded."""
    columns = [*_VARIANT, "intensity", "direction", "loaded"]
    table = without_codes(mentions[columns].drop_duplicates(_VARIANT))
    table = table.astype({"intensity": "Int64", "direction": "Int64"})
    return table.sort_values(
        [*_CONCEPT, "intensity", "variant"], kind="stable", na_position="first"
    ).reset_index(drop=True)


def naming_table(material: Material, *, zeros: bool = False) -> pd.DataFrame:
    """Count each variant by side and scope.

    Parameters
    ----------
    material : Material
        What is compared.
    zeros : bool
        Whether variants that a side could have used and did not have rows too.

    Returns
    -------
    DataFrame
        One row per lexicon, concept, variant, outlet and scope: `lexicon, concept, variant,
        intensity, direction, loaded, outlet, scope, n, total, share, shrunk_share, wording`.
        `total` is how often the side named the concept in that scope (N); with N = 0 both shares
        are missing, never zero. `shrunk_share` is (n + α₀π)/(N + α₀), see `shrunk_shares`;
        `wording` is the form of the variant that this side wrote most, in lower case, with "and
        2 like it" where it wrote others; missing where it wrote none.
    """
    mentions, outlets = material.mentions, material.outlets
    variants = variant_table(mentions)
    forms = material.namings.forms
    places = _Places.of(mentions, variants, outlets, forms)
    parts = []
    for scope in Scope:
        part = places.counted(scope, zeros=zeros)
        part["scope"] = str(scope)
        parts.append(part)
    table = pd.concat(parts, ignore_index=True)
    names = variants.loc[table.pop("variant_at")].reset_index(drop=True)
    names = names.astype(dict.fromkeys(_VARIANT, "string"))
    table = pd.concat([names, table], axis=1)
    table["outlet"] = pd.Series(np.array(outlets, object)[table.pop("side_at")], dtype=object)
    order = ["outlet", "scope", "n", "total", "share", "shrunk_share", "wording"]
    return table[[*_VARIANT, "intensity", "direction", "loaded", *order]]


class _Places:
    """The mentions as places among the variants, concepts and sides; they count themselves."""

    def __init__(self, mentions: pd.DataFrame, forms: Forms, variant: IntArray,
                 concept_of: IntArray, side: IntArray, sides: int) -> None:  # fmt: skip
        self.voice = mentions["voice"].to_numpy(object)
        self.forms = forms
        self.variant, self.concept_of = variant, concept_of
        self.side, self.sides = side, sides

    @classmethod
    def of(
        cls, mentions: pd.DataFrame, variants: pd.DataFrame, outlets: tuple[str, ...], forms: Forms
    ) -> _Places:
        """Place each mention among `variants` (a `variant_table`) and `outlets`."""
        keys = pd.MultiIndex.from_frame(variants[_VARIANT].astype(object))
        rows = pd.MultiIndex.from_frame(mentions[_VARIANT])
        concepts = variants.groupby(_CONCEPT, sort=True).ngroup().to_numpy().astype(np.int64)
        side = places_of(mentions["outlet"], outlets)
        variant = np.asarray(keys.get_indexer(rows)).astype(np.int64)
        return cls(mentions, forms, variant, concepts, side, len(outlets))

    def counted(self, scope: Scope, *, zeros: bool) -> pd.DataFrame:
        """Count one scope: n, N, both shares and the wording by variant and side."""
        sides, concepts = max(self.sides, 1), int(self.concept_of.max(initial=-1)) + 1
        chosen = np.isin(self.voice, scope.voices)
        cell = self.variant * sides + self.side
        n = np.bincount(cell[chosen], minlength=len(self.concept_of) * sides)
        variant, side = np.divmod(np.arange(len(n)), sides)
        group = self.concept_of[variant] * sides + side
        total = np.bincount(group, weights=n, minlength=concepts * sides)[group].astype(np.int64)
        share = np.divide(n, total, out=np.full(len(n), np.nan), where=total > 0)
        named = np.bincount(variant, weights=total > 0, minlength=len(self.concept_of))
        sums = np.bincount(variant, weights=np.nan_to_num(share), minlength=len(self.concept_of))
        mean = np.divide(sums, named, out=np.zeros(len(named)), where=named > 0)[variant]
        shrunk = np.where(total > 0, (n + _STRENGTH * mean) / (total + _STRENGTH), np.nan)
        table = pd.DataFrame(
            {"variant_at": variant, "side_at": side, "n": n, "total": total, "share": share,
             "shrunk_share": shrunk, "wording": _labels(cell, self.forms, chosen, len(n))}
        )  # fmt: skip
        return table if zeros else table.loc[table["n"] > 0].reset_index(drop=True)


def _labels(group: IntArray, forms: Forms, chosen: npt.NDArray[np.bool_], size: int) -> pd.Series:
    """Label each of `size` groups by the form it has most; missing where it has none."""
    found = most_written(group, forms, chosen)
    labels = np.full(size, None, dtype=object)
    for at, form, others in zip(found.index, found["form"], found["others"], strict=True):
        labels[at] = labelled(form, int(others))
    return pd.Series(labels, dtype="string")


def share_table(material: Material) -> pd.DataFrame:
    """Count loaded namings by concept, side and scope.

    Returns
    -------
    DataFrame
        One row per lexicon, concept, outlet and scope: `lexicon, concept, outlet, scope, n, total,
        share, shrunk_share, n_eff, articles, events, wording`. `n` are loaded namings of `total`
        (N); `n_eff` what the N are worth as independent namings, Σ m/(1 + (m−1)ρ) over articles;
        `articles`, `events` those with a naming; `wording` the form that the side wrote most of
        all it wrote for the concept.
    """
    mentions, outlets = material.mentions, material.outlets
    grouped = mentions.groupby(_CONCEPT, sort=True, observed=True)
    concepts = grouped.size().index
    outlet = places_of(mentions["outlet"], outlets)
    group = grouped.ngroup().to_numpy(np.int64) * max(len(outlets), 1) + outlet
    article = np.asarray(pd.factorize(mentions["article_id"])[0], dtype=np.int64)
    event = np.asarray(pd.factorize(mentions["event"])[0], dtype=np.int64)
    loaded = mentions["loaded"].to_numpy(bool, na_value=False)
    voice, size = mentions["voice"].to_numpy(object), len(concepts) * len(outlets)
    forms = material.namings.forms
    names = pd.DataFrame(
        [(*pair, name) for pair in concepts for name in outlets], columns=[*_CONCEPT, "outlet"],
        dtype=object,
    )  # fmt: skip
    parts = []
    for scope in Scope:
        chosen = np.isin(voice, scope.voices)
        part = names.assign(scope=str(scope))
        counts = _counted(group[chosen], article[chosen], event[chosen], loaded[chosen], size)
        for name, values in counts.items():
            part[name] = values
        part["wording"] = _labels(group, forms, chosen, size)
        parts.append(part)
    table = _with_shares(pd.concat(parts, ignore_index=True), [*_CONCEPT, "scope"])
    order = ["n", "total", "share", "shrunk_share", "n_eff", "articles", "events", "wording"]
    return table[[*_CONCEPT, "outlet", "scope", *order]]


def _counted(
    group: IntArray, article: IntArray, event: IntArray, loaded: npt.NDArray[np.bool_], size: int
) -> dict[str, npt.NDArray[Any]]:
    """Count the chosen mentions by concept and side, over articles and events."""
    articles = article.max(initial=0) + 1
    cells, counts = np.unique(group * articles + article, return_counts=True)
    worth = counts / (1 + (counts - 1) * RHO)
    events = event.max(initial=0) + 2
    placed = np.unique(group * events + event + 1)
    return {
        "n": np.bincount(group[loaded], minlength=size),
        "total": np.bincount(group, minlength=size),
        "n_eff": np.bincount(cells // articles, weights=worth, minlength=size),
        "articles": np.bincount(cells // articles, minlength=size),
        "events": np.bincount(placed[placed % events > 0] // events, minlength=size),
    }


def _with_shares(table: pd.DataFrame, across: list[str]) -> pd.DataFrame:
    """Add n of N as a share, and the share drawn towards the sides' mean."""
    n, total = table["n"].astype("float64"), table["total"].astype("float64")
    table["share"] = (n / total).where(total > 0)
    mean = table.groupby(across, sort=False)["share"].transform("mean")
    table["shrunk_share"] = ((n + _STRENGTH * mean) / (total + _STRENGTH)).where(total > 0)
    return table


LONG = {
    "event": "string", "story": "string", "side": "string", "outlet": "string",
    "article_id": "string", "date": "string", "genre": "string", "lexicon": "string",
    "concept": "string", "variant": "string", "wording": "string", "loaded": "boolean",
    "direction": "Int64", "n": "Int64", "total": "Int64",
}  # fmt: skip
"""The columns and their types."""
_CHOICE = [*_CONCEPT, "variant", "wording"]


def long_table(material: Material, scope: Scope, *, zeros: bool) -> pd.DataFrame:
    """Count the wordings of each concept by article, of articles that name it in this scope.

    Returns
    -------
    DataFrame
        The columns of `LONG`, sorted by event, side, article, concept and wording.
    """
    rows = material.mentions[["article_id", "outlet", "voice", *_CHOICE, "loaded", "direction"]]
    rows = rows.loc[rows["voice"].isin(scope.voices) & (rows["outlet"] != NO_OUTLET)]
    about = ["article_id", *_CONCEPT]
    by_article = rows.groupby(["article_id", *_CHOICE], sort=False, dropna=False, observed=True)
    counted = without_codes(by_article.size().rename("n").reset_index())
    of_concept = rows.groupby(about, sort=False, observed=True)
    totals = without_codes(of_concept.size().rename("total").reset_index())
    by_choice = rows.groupby(_CHOICE, sort=False, dropna=False, observed=True)
    choices = by_choice.agg(loaded=("loaded", "first"), direction=("direction", _most))
    listed = without_codes(choices.reset_index())
    if zeros:
        whole = totals.merge(listed[_CHOICE], on=_CONCEPT)
        counted = whole.merge(counted, on=["article_id", *_CHOICE], how="left")
    else:
        counted = counted.merge(totals, on=about)
    counted["n"] = counted["n"].fillna(0)
    counted = counted.merge(listed, on=_CHOICE, how="left")
    articles = material.articles.rename(columns={"outlet": "side", "unit": "outlet"})
    if material.stories is not None:
        of = dict(zip(material.events, material.stories, strict=True))
        articles = articles.assign(story=articles["event"].map(of))
    articles["story"] = articles["story"].fillna(articles["event"])
    counted = counted.join(articles, on="article_id")
    order = ["event", "side", "article_id", *_CHOICE]
    return counted.sort_values(order, kind="stable")[list(LONG)].astype(LONG).reset_index(drop=True)


def _most(directions: pd.Series) -> object:
    """Return the direction the wording has most often; missing where it has none."""
    found = directions.dropna().mode()
    return found.iloc[0] if len(found) else pd.NA
