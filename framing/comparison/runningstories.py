"""Which events of a comparison belong to one running story, and are exchanged together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from framing.comparison.settings import Settings
from framing.events.stories import linked_stories
from framing.statistics import MIN_EVENTS

if TYPE_CHECKING:
    from framing.analysis import Analysis

__all__ = ["stories_of"]


def stories_of(
    analysis: Analysis,
    kept: pd.DataFrame,
    mentions: pd.DataFrame,
    settings: Settings,
    notes: list[str],
) -> tuple[tuple[str, ...] | None, str]:
    """Return the running story of each event, and how it is known.

    The user's column wins; without it, events are linked that are alike within some days. Where
    this would leave fewer stories than a test needs, events stay apart, and a note says so.
    """
    placed = kept.loc[kept["event"].notna()]
    events = tuple(sorted(placed["event"].unique()))
    told = placed.loc[placed["story"].notna()]
    if len(told):
        most = told.groupby("event")["story"].agg(lambda names: names.mode().iloc[0])
        stories = tuple(str(most.get(event, event)) for event in events)
        kept_from = {a.field("story_rule") for a in analysis.articles}
        rule = "linked" if "linked" in kept_from else "column"  # as a folder without texts says
        return (stories, rule) if len(set(stories)) < len(events) else (None, rule)
    texts = getattr(analysis, "has_texts", True)
    if settings.within != "event" or len(events) < MIN_EVENTS or not texts:
        return None, "none"
    words = {*mentions["text"].dropna().unique(), *placed["unit"].dropna().unique()}
    event_of = dict(zip(placed.index, placed["event"], strict=True))
    linked = linked_stories(
        [article for article in analysis.articles if article.id in event_of],
        event_of,
        without=words,
    )
    stories = tuple(linked[event] for event in events)
    count = len(set(stories))
    if count == len(events):
        return None, "none"
    if count < MIN_EVENTS:
        notes.append(
            f"These {len(events)} events look like {count} running stories, too few to exchange "
            "whole. Every event is exchanged by itself, and p-values may be too small, since "
            f"{settings.sides} keep their words through a story; a column 'story' would decide it."
        )
        return None, "none"
    return stories, "linked"
