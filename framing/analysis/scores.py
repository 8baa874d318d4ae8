"""One row per article: every figure a count of rows of the other tables, or a rate of such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from framing.analysis.columns import SCORES, frame
from framing.articles.genres import genre_from_layout
from framing.stance import (
    FEATURES,
    SENTIMENT_FEATURES,
    CountedWords,
    features_of,
    sentiment_features,
    target_index,
)
from framing.values import VOICES, Article, Cue, Document, Reading
from framing.voice import interval_of, seen_in

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["recounted", "score_columns", "score_features", "score_row"]

_target = itemgetter("target")
_NAMINGS = {voice: f"namings_{voice}" for voice in VOICES}
_LOADED = {voice: f"loaded_{voice}" for voice in VOICES}
# What is read of the mentions: whose they are, toward whom, and how likely they are own: what was
# seen of each, and the share.
_READ = ("bindings", "voice", "loaded", "told")
_SEEN = ("voice", "rule", "act", "cue_class", "start", "sentence_start", "sentence_end", "zone")

Part = tuple[Document, Reading, list[Cue]]


def score_columns(*, sentiment: bool) -> dict[str, str]:
    """Return the columns of the scores table with their types.

    First what identifies the article and its namings, then the stance features of
    `framing.stance.FEATURES`, which holds each one's definition, denominator and source.
    """
    features = {**FEATURES, **(SENTIMENT_FEATURES if sentiment else {})}
    types = {
        name: "Int64" if feature.measure == "count" else "Float64"
        for name, feature in features.items()
    }
    return {**SCORES, **types}


def score_features(
    several: Sequence[Sequence[Part]], words: CountedWords, *, sentiment: bool
) -> list[dict[str, Any]]:
    """Count up what articles' documents hold: words, cues, and sentiment if asked for."""
    features: list[dict[str, Any]] = list(features_of(several, words))
    if sentiment:
        for values, parts in zip(features, several, strict=True):
            values |= sentiment_features([(document, reading) for document, reading, _ in parts])
    return features


def score_row(
    article: Article, features: Mapping[str, Any], mentions: Mapping[str, list[Any]]
) -> dict[str, Any]:
    """Put together the row of one article: its features, and its namings by voice.

    A span that two concepts name counts once (`framing.analysis.counting.counted_rows`).
    """
    counted = mentions["counted"]
    mentions = {name: list(compress(mentions[name], counted)) for name in _READ}
    row: dict[str, Any] = {
        "article_id": article.id,
        "outlet": article.outlet,
        "event": article.event,
        "date": article.date,
        "genre": article.field("genre") or genre_from_layout(article.text, article.title),
        "agency": article.field("agency"),
        **features,
    }
    row |= _counted(mentions, row["own_words"])
    return row


def _counted(mentions: Mapping[str, list[Any]], own_words: Any) -> dict[str, Any]:
    """Count the namings of one article, those that count, by voice and toward whom."""
    bound = [any(map(_target, slots)) for slots in mentions["bindings"]]
    row: dict[str, Any] = {**_namings(mentions, bound), **_own_words(mentions)}
    row["loaded_own_per_1000"] = 1000 * row["loaded_own"] / own_words if own_words else None
    row["target_indices"] = [
        {"target": entry.target, "scope": entry.scope, "value": entry.value, "n": entry.n}
        for entry in target_index(
            list(compress(mentions["bindings"], bound)), list(compress(mentions["voice"], bound))
        )
        if entry.n
    ]
    return row


def _own_words(mentions: Mapping[str, list[Any]]) -> dict[str, float | None]:
    """Return how many namings are likely the outlet's own words, with an interval."""
    told = [
        each
        for each, loaded in zip(mentions["told"], mentions["loaded"], strict=True)
        if loaded is not None
    ]
    whole = None not in [share for _, share in told]
    found = interval_of(told) if whole else (None, None, None)
    return dict(zip(_OWN_COLUMNS, found, strict=True))


_OWN_COLUMNS = ("namings_own_expected", "namings_own_low", "namings_own_high")


def recounted(scores: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the scores with the counts of namings taken anew from changed mentions."""
    rows = mentions.loc[mentions["counted"].fillna(True).astype(bool)]
    of = {str(article): _read(part) for article, part in rows.groupby("article_id", sort=False)}
    none: dict[str, list[Any]] = {name: [] for name in _READ}
    found = [
        _counted(of.get(str(article), none), own)
        for article, own in zip(scores["article_id"], scores["own_words"].tolist(), strict=True)
    ]
    changed = {
        name: frame({name: [row[name] for row in found]}, {name: SCORES[name]})[name]
        for name in (found[0] if found else ())
    }
    return scores.reset_index(drop=True).assign(**changed)


def _read(rows: pd.DataFrame) -> dict[str, list[Any]]:
    """Return what is read of one article's mentions; what pandas says is missing is None."""
    import pandas as pd

    likely = rows["p_own"].tolist() if "p_own" in rows else [None] * len(rows)
    shares = [None if pd.isna(share) else float(share) for share in likely]
    seen = rows[[name for name in _SEEN if name in rows]].to_dict("records")
    return {
        "bindings": rows["bindings"].tolist(),
        "voice": rows["voice"].tolist(),
        "loaded": [value if value in (True, False) else None for value in rows["loaded"].tolist()],
        "told": list(zip(map(seen_in, seen), shares, strict=True)),
    }


def _namings(mentions: Mapping[str, list[Any]], bound: Sequence[bool]) -> dict[str, int]:
    """Count namings (rows with a loaded flag) and loaded namings, in all and by voice.

    `bound` tells of each whether a party fills one of its slots.
    """
    named = dict.fromkeys(VOICES, 0)
    loaded_named = dict.fromkeys(VOICES, 0)
    unbound = 0
    for voice, loaded, bindings, target in zip(
        mentions["voice"], mentions["loaded"], mentions["bindings"], bound, strict=True
    ):
        if loaded is None:
            continue
        named[voice] += 1
        if loaded:
            loaded_named[voice] += 1
        if bindings and not target:
            unbound += 1
    return {
        "namings": sum(named.values()),
        "loaded": sum(loaded_named.values()),
        "unbound": unbound,
        **{name: named[voice] for voice, name in _NAMINGS.items()},
        **{name: loaded_named[voice] for voice, name in _LOADED.items()},
    }
