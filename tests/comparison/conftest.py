"""A small stand-in for an analysis: tables of the real columns, made from counts."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from framing.analysis import Analysis
from framing.articles import Articles
from framing.values import Article

TYPES = {
    "start": "Int64",
    "end": "Int64",
    "direction": "Int64",
    "intensity": "Int64",
    "loaded": "boolean",
    "weight": "Float64",
    "distanced": "boolean",
    "negated": "boolean",
    "sentence": "Int64",
    "words": "Int64",
    "own_words": "Int64",
    "quoted_words": "Int64",
    "attributed_words": "Int64",
    "counted": "boolean",
    "bindings": "object",
    "content": "object",
}
MENTIONS = (
    "article_id outlet event field start end text lexicon concept variant toward target direction "
    "bindings intensity loaded weight voice speaker speaker_name speaker_kind cue rule distanced "
    "negated zone sentence sentence_start sentence_end wording counted"
).split()
ATTRIBUTIONS = (
    "article_id field kind speaker speaker_name speaker_kind cue cue_class source_start source_end "
    "cue_start cue_end content rule outlet event negated words sentence zone reader act"
).split()
CUES = "article_id field start end text kind voice sentence outlet event zone".split()
SCORES = "article_id outlet event words own_words quoted_words attributed_words".split()

LOADED = {"plain": 0, "mild": 1, "harsh": 3}


def table(rows: Iterable[Mapping[str, Any]], columns: list[str]) -> pd.DataFrame:
    """Build one typed table; a column no row has is missing throughout."""
    listed = list(rows)
    return pd.DataFrame(
        {
            name: pd.Series([row.get(name) for row in listed], dtype=TYPES.get(name, "string"))
            for name in columns
        }
    )


def mention(article: Article, variant: str, voice: str = "own", **more: Any) -> dict[str, Any]:
    """One naming: `variant` is plain, mild or harsh; more columns override."""
    concept = more.pop("concept", "troops")
    target = more.pop("target", None)
    direction = -1 if LOADED[variant] else 0
    slot = {"slot": "holder", "target": target, "direction": direction, "rule": "modifier"}
    return {
        "article_id": article.id,
        "outlet": article.outlet,
        "event": article.event,
        "field": "text",
        "start": 0,
        "end": 1,
        "text": variant,
        "lexicon": "made-up",
        "concept": concept,
        "variant": f"{variant}-{concept}",
        "toward": "holder",
        "target": target,
        "direction": direction,
        "bindings": [slot],
        "intensity": LOADED[variant],
        "loaded": LOADED[variant] > 0,
        "voice": voice,
        "wording": f"{variant} {concept}",
        "counted": True,
        **more,
    }


def analysis_of(
    articles: Iterable[Article],
    mentions: Iterable[Mapping[str, Any]],
    attributions: Iterable[Mapping[str, Any]] = (),
    cues: Iterable[Mapping[str, Any]] = (),
    scores: Iterable[Mapping[str, Any]] | None = None,
) -> Any:
    """Put tables together as an analysis has them."""
    listed = list(articles)
    counted = [
        {
            "article_id": a.id,
            "outlet": a.outlet,
            "event": a.event,
            "words": len(a.text.split()),
            "own_words": len(a.text.split()),
            "quoted_words": 0,
            "attributed_words": 0,
        }
        for a in listed
    ]
    tables = {
        "mentions": table(mentions, MENTIONS),
        "attributions": table(attributions, ATTRIBUTIONS),
        "cues": table(cues, CUES),
        "scores": table(counted, SCORES) if scores is None else pd.DataFrame(list(scores)),
    }
    return Analysis(
        Articles(listed), tables, {"framing": "0", "lexicons": [], "settings": {"sentiment": False}}
    )


Counts = Mapping[tuple[str, str], tuple[int, int]]


def from_counts(counts: Counts, *, voice: str = "own", concept: str = "troops") -> Any:
    """Analysis with (loaded, total) namings of one concept for each (event, outlet)."""
    articles, mentions = [], []
    for (event, outlet), (loaded, total) in counts.items():
        article = Article(id=f"{event}/{outlet}", outlet=outlet, event=event, text=f"{event} x")
        articles.append(article)
        variants = ["harsh"] * loaded + ["plain"] * (total - loaded)
        mentions += [mention(article, v, voice, concept=concept) for v in variants]
    return analysis_of(articles, mentions)


@pytest.fixture
def build() -> SimpleNamespace:
    """Hand tests the makers of tables: mention, analysis_of, from_counts."""
    return SimpleNamespace(mention=mention, analysis_of=analysis_of, from_counts=from_counts)


@pytest.fixture
def one_event() -> Any:
    """One event: Herald harsh 4 of 9 in own voice, Wire 0 of 7, some attributed."""
    herald = Article(id="h", outlet="Herald", event="raid", date="2020-01-01", text="one two " * 30)
    wire = Article(id="w", outlet="Wire", event="raid", date="2020-01-02", text="three four " * 20)
    mentions = [
        *(mention(herald, v) for v in ["harsh"] * 4 + ["plain"] * 5),
        *(mention(wire, "plain") for _ in range(7)),
        mention(wire, "harsh", "attributed"),
        mention(herald, "mild", "quoted"),
        mention(herald, "harsh", "distanced"),
    ]
    return analysis_of([herald, wire], mentions)


@pytest.fixture
def many_events() -> Callable[..., Any]:
    """Make n events by outlets, with fixed (loaded, total) an outlet."""

    def make(n: int, **by_outlet: tuple[int, int]) -> Any:
        events = [f"e{i:02d}" for i in range(n)]
        return from_counts({(e, o): by_outlet[o] for e, o in itertools.product(events, by_outlet)})

    return make
