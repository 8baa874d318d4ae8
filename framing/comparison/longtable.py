"""The long table: one row an article, concept and wording, as mixed models take it."""

from __future__ import annotations

import pandas as pd

from framing.comparison.material import NO_OUTLET, Material
from framing.values import Scope

__all__ = ["LONG", "long_table"]

LONG = {
    "event": "string", "story": "string", "side": "string", "outlet": "string",
    "article_id": "string", "date": "string", "genre": "string", "lexicon": "string",
    "concept": "string", "variant": "string", "wording": "string", "loaded": "boolean",
    "direction": "Int64", "n": "Int64", "total": "Int64",
}  # fmt: skip
"""The columns and their types."""
_CONCEPT = ["lexicon", "concept"]
_CHOICE = [*_CONCEPT, "variant", "wording"]


def long_table(material: Material, scope: Scope, *, zeros: bool) -> pd.DataFrame:
    """Count the wordings of each concept by article, of articles that name it in this scope.

    Returns
    -------
    DataFrame
        The columns of `LONG`, sorted by event, side, article, concept and wording.
    """
    rows = material.mentions
    rows = rows.loc[rows["voice"].isin(scope.voices) & (rows["outlet"] != NO_OUTLET)]
    about = ["article_id", *_CONCEPT]
    n = rows.groupby(["article_id", *_CHOICE], sort=False, dropna=False).size().rename("n")
    counted = n.reset_index()
    totals = rows.groupby(about, sort=False).size().rename("total").reset_index()
    choices = rows.groupby(_CHOICE, sort=False, dropna=False).agg(
        loaded=("loaded", "first"), direction=("direction", _most)
    )
    if zeros:
        whole = totals.merge(choices.reset_index()[_CHOICE], on=_CONCEPT)
        counted = whole.merge(counted, on=["article_id", *_CHOICE], how="left")
    else:
        counted = counted.merge(totals, on=about)
    counted["n"] = counted["n"].fillna(0)
    counted = counted.merge(choices.reset_index(), on=_CHOICE, how="left")
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
