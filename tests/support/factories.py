"""Rows of an analysis written by hand: the one place where tests make mentions and tables.

A row has the columns of `framing.analysis.columns`, in their types; what a test does not say is
missing, and a column that is not there is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from framing.analysis import Analysis
from framing.analysis.columns import MENTIONS, TABLES, frame
from framing.articles import Articles
from framing.values import Article

Row = Mapping[str, Any]


def made_mention(
    article: Article, *, text: str, start: int, concept: str, variant: str, direction: int = 0,
    intensity: int = 0, target: str | None = None, voice: str = "own", slot: str = "holder",
    **more: Any,
) -> dict[str, Any]:  # fmt: skip
    """One naming in an article; `more` has further columns, or other values for these."""
    binding = {"slot": slot, "target": target, "direction": direction, "start": None,
               "end": None, "rule": "modifier"}  # fmt: skip
    row = {
        "article_id": article.id, "outlet": article.outlet, "event": article.event,
        "field": "text", "start": start, "end": start + len(text), "text": text,
        "lexicon": "made-up", "concept": concept, "variant": variant, "toward": slot,
        "target": target, "direction": direction, "bindings": [binding], "intensity": intensity,
        "loaded": intensity > 0, "voice": voice, "rule": "made", "distanced": False,
        "negated": False, "zone": "body", "sentence": 0, "wording": text.lower(), "counted": True,
    } | more  # fmt: skip
    unknown = sorted(set(row) - set(MENTIONS))
    assert not unknown, f"mentions have no column {unknown}"
    return row


def made_table(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    """One of the four tables from its rows, with all its columns in their types.

    The features of an article follow the fixed columns of `scores`: here they are counts.
    """
    listed = list(rows)
    types = {**dict.fromkeys((column for row in listed for column in row), "Int64"), **TABLES[name]}
    types = {column: types[column] for column in [*TABLES[name], *types]}
    assert name == "scores" or types.keys() == TABLES[name].keys(), f"{name} has no such column"
    return frame({column: [row.get(column) for row in listed] for column in types}, types)


def made_analysis(
    articles: Articles | Sequence[Article], *, mentions: Iterable[Row] = (),
    attributions: Iterable[Row] = (), cues: Iterable[Row] = (),
    scores: Iterable[Row] | None = None, provenance: Mapping[str, Any] | None = None, **more: Any,
) -> Analysis:  # fmt: skip
    """Put tables together as an analysis has them; `scores` count each article's words as own."""
    counted = [
        {"article_id": a.id, "outlet": a.outlet, "event": a.event, "words": len(a.text.split()),
         "own_words": len(a.text.split()), "quoted_words": 0, "attributed_words": 0}
        for a in articles
    ] if scores is None else scores  # fmt: skip
    rows = {"mentions": mentions, "attributions": attributions, "cues": cues, "scores": counted}
    tables = {name: made_table(name, listed) for name, listed in rows.items()}
    about = {"framing": "0", "lexicons": [], "settings": {"sentiment": False}}
    read = articles if isinstance(articles, Articles) else Articles(articles)
    return Analysis(read, tables, dict(provenance or about), **more)
