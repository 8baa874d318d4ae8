"""One row an article: every figure a count of rows of the other tables, or a rate of such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import Any

from framing.analysis.tables import SCORES
from framing.articles.genres import genre_from_layout
from framing.stance import (
    FEATURES,
    SENTIMENT_FEATURES,
    article_features,
    sentiment_features,
    target_index,
)
from framing.values import VOICES, Article, Cue, Document, Reading

__all__ = ["score_columns", "score_row"]

_target = itemgetter("target")

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


def score_row(
    article: Article, parts: Sequence[Part], mentions: Mapping[str, list[Any]], *, sentiment: bool
) -> dict[str, Any]:
    """Count up one article: its words, its namings by voice, its stance features.

    A span that two concepts name counts once (`framing.analysis.counting.counted_rows`).
    """
    counted = mentions["counted"]
    mentions = {
        name: list(compress(mentions[name], counted)) for name in ("bindings", "voice", "loaded")
    }
    row: dict[str, Any] = {
        "article_id": article.id,
        "outlet": article.outlet,
        "event": article.event,
        "date": article.date,
        "genre": _word(article.meta.get("genre")) or genre_from_layout(article.text, article.title),
        "agency": _word(article.meta.get("agency")),
        **article_features(parts),
        **_namings(mentions),
    }
    own = row["own_words"]
    row["loaded_own_per_1000"] = 1000 * row["loaded_own"] / own if own else None
    row["target_indices"] = [
        {"target": one.target, "scope": one.scope, "value": one.value, "n": one.n}
        for one in target_index(mentions["bindings"], mentions["voice"])
        if one.n
    ]
    if sentiment:
        row.update(sentiment_features([(document, reading) for document, reading, _ in parts]))
    return row


def _word(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _namings(mentions: Mapping[str, list[Any]]) -> dict[str, int]:
    """Count namings (rows with a loaded flag) and loaded namings, in all and by voice."""
    named = dict.fromkeys(VOICES, 0)
    loaded_named = dict.fromkeys(VOICES, 0)
    unbound = 0
    for voice, loaded, bindings in zip(
        mentions["voice"], mentions["loaded"], mentions["bindings"], strict=True
    ):
        if loaded is None:
            continue
        named[voice] += 1
        if loaded:
            loaded_named[voice] += 1
        if bindings and not any(map(_target, bindings)):
            unbound += 1
    return {
        "namings": sum(named.values()),
        "loaded": sum(loaded_named.values()),
        "unbound": unbound,
        **{f"namings_{voice}": count for voice, count in named.items()},
        **{f"loaded_{voice}": count for voice, count in loaded_named.items()},
    }
