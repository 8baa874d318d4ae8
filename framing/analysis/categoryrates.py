"""Rates of category lexicons: how often each article uses each class of words, in whose voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.errors import SettingsError

if TYPE_CHECKING:
    import pandas as pd

    from framing.analysis.handle import Analysis

__all__ = ["WORDS_OF", "category_rates", "wide_rates"]

WORDS_OF = {
    "own": "own_words", "quoted": "quoted_words", "attributed": "attributed_words", "all": "words",
}  # fmt: skip
"""The column of the scores table that holds the words of each voice."""


def category_rates(analysis: Analysis) -> pd.DataFrame:
    """Count the entries of category lexicons by article, category and voice.

    Returns
    -------
    pandas.DataFrame
        One row per article, category (`lexicon`, `concept`) and voice (``own``, ``quoted``,
        ``attributed``, and ``all``): `article_id, outlet, event, lexicon, concept, voice, n,
        weight, words, per_1000`. `n` counts entries found, `weight` adds up their weights where
        the lexicon has any; `words` are the article's words in that voice, `per_1000` is missing
        where there are none. A category that no article uses has no row; one that some article
        uses has a row for every article.
    """
    import pandas as pd

    found = analysis.mentions.loc[analysis.mentions["loaded"].isna()]
    keys = ["lexicon", "concept"]
    categories = found[keys].drop_duplicates().sort_values(keys, kind="stable")
    scores = analysis.scores
    parts = []
    for voice, column in WORDS_OF.items():
        rows = found if voice == "all" else found.loc[found["voice"] == voice]
        counts = rows.groupby(["article_id", *keys], sort=False).agg(
            n=("start", "size"), weight=("weight", "sum")
        )
        part = scores[["article_id", "outlet", "event"]].assign(words=scores[column])
        part = part.merge(categories, how="cross").merge(
            counts.reset_index(), on=["article_id", *keys], how="left"
        )
        parts.append(part.assign(voice=voice))
    table = pd.concat(parts, ignore_index=True)
    table["n"] = table["n"].fillna(0).astype("Int64")
    table["weight"] = table["weight"].fillna(0.0).astype("Float64")
    words = table["words"].astype("Float64")
    table["per_1000"] = (1000 * table["n"].astype("Float64") / words).where(words > 0)
    table["voice"] = table["voice"].astype("string")
    order = ["article_id", "outlet", "event", *keys, "voice", "n", "weight", "words", "per_1000"]
    return table[order]


_ABOUT = ("doc_id", "outlet", "event", "words")


def wide_rates(analysis: Analysis, *, voice: str, value: str) -> pd.DataFrame:
    """Return one row per article and one column per category, as `Analysis.rates` says."""
    import pandas as pd

    asked = (("voice", voice, tuple(WORDS_OF)), ("value", value, ("n", "weight", "per_1000")))
    for name, given, known in asked:
        if given not in known:
            raise SettingsError(f"{name} {given!r} is none of {', '.join(known)}")
    scores = analysis.scores
    columns = {
        "doc_id": scores["article_id"], "outlet": scores["outlet"], "event": scores["event"],
        "words": scores[WORDS_OF[voice]],
    }  # fmt: skip
    long = category_rates(analysis)
    long = long.loc[long["voice"] == voice]
    keys = long[["lexicon", "concept"]].drop_duplicates()
    shared = keys["concept"].duplicated(keep=False) | keys["concept"].isin(_ABOUT)
    for (lexicon, concept), twice in zip(keys.itertuples(index=False), shared, strict=True):
        rows = long.loc[(long["lexicon"] == lexicon) & (long["concept"] == concept)]
        cells = rows.set_index("article_id")[value]
        name = f"{lexicon}.{concept}" if twice else str(concept)
        columns[name] = scores["article_id"].map(cells).astype(cells.dtype)
    return pd.DataFrame(columns)
