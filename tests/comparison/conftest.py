"""A small stand-in for an analysis: tables of the real columns, made from counts."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from factories import made_analysis, made_mention

from framing.values import Article

LOADED = {"plain": 0, "mild": 1, "harsh": 3}


def mention(article: Article, variant: str, voice: str = "own", **more: Any) -> dict[str, Any]:
    """One naming: `variant` is plain, mild or harsh; more columns override."""
    concept, intensity = more.pop("concept", "troops"), LOADED[variant]
    return made_mention(
        article, text=variant, start=0, concept=concept, variant=f"{variant}-{concept}",
        target=more.pop("target", None), direction=-1 if intensity else 0, intensity=intensity,
        voice=voice, **{"wording": f"{variant} {concept}", **more},
    )  # fmt: skip


def analysis_of(
    articles: Iterable[Article],
    mentions: Iterable[Mapping[str, Any]],
    attributions: Iterable[Mapping[str, Any]] = (),
    cues: Iterable[Mapping[str, Any]] = (),
    scores: Iterable[Mapping[str, Any]] | None = None,
) -> Any:
    """Put tables together as an analysis has them."""
    return made_analysis(
        list(articles), mentions=mentions, attributions=attributions, cues=cues, scores=scores
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
