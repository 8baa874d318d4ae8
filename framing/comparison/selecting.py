"""From an analysis to what is compared: which articles and namings count, and what stays out."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from framing.analysis.reprints import copied_articles
from framing.articles.periods import made_of_dates, meant, need_columns, paired_by
from framing.comparison.copynotes import told_of_copies
from framing.comparison.material import (
    Material,
    concept_words,
    in_articles,
    placed_rows,
    with_wordings,
)
from framing.comparison.settings import NO_OUTLET, Settings, listed_sides
from framing.errors import ComparisonError
from framing.events.stories import linked_stories
from framing.statistics import MIN_EVENTS
from framing.values import readable

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.values import Article

__all__ = ["concept_labels", "gather", "need_reference", "need_side", "need_sides"]


def need_sides(
    articles: Iterable[Article],
    *,
    by: str = "outlet",
    within: str = "event",
    reference: str | None = None,
    sides: Iterable[str] = (),
) -> None:
    """Refuse what `compare` would refuse of a question, before the articles are analysed.

    Raises
    ------
    ComparisonError
        If `by` or `within` is no column of the articles, or the reference or one of `sides` none
        of the sides.
    """
    listed = list(articles)
    need_columns(listed, by)
    paired_by(listed, within)
    known = sorted({side for article in listed if (side := article.field(by))})
    need_reference(reference, known, by)
    for side in sides:
        need_side(side, known)


def need_reference(reference: str | None, sides: Sequence[str], by: str) -> None:
    """Refuse a reference that is none of the sides."""
    if reference is not None and reference not in sides:
        raise ComparisonError(
            f"the reference {reference!r} is no {by} of these articles; they are "
            f"{listed_sides(sides) or 'without any'}{meant(reference, sides)}"
        )


def need_side(name: str, sides: Sequence[str]) -> None:
    """Refuse a name that is none of the sides."""
    if name not in sides:
        raise ComparisonError(
            f"{name!r} is none of the outlets compared: {listed_sides(sides) or 'none'}"
            f"{meant(name, sides)}"
        )


def gather(analysis: Analysis, settings: Settings) -> Material:
    """Bring the tables of `analysis` into the form that is compared.

    Raises
    ------
    ComparisonError
        If `by` or `within` is no column of the articles.
    """
    articles = _article_frame(analysis.articles, settings.by, settings.within)
    notes: list[str] = []
    once = settings.copies == "once"
    event_of = {str(article): event for article, event in articles["event"].items()}
    copies = copied_articles(analysis.articles, event_of) if once else {}
    kept = articles.loc[~articles.index.isin(list(copies))]
    made = made_of_dates(analysis.articles, settings.within)
    if made:
        notes.append(f"The {settings.units} are those of the articles' dates.")
    _note_missing(articles, settings.by, settings.within, "date" if made else None, notes)
    if copies:
        notes.append(told_of_copies(analysis, copies, len(articles)))
    if not getattr(analysis, "has_texts", True):
        notes.append(
            "The articles' texts are not here: lines show the naming alone, and words, passages, "
            "copies of articles and running stories can't be looked for."
        )
    events = tuple(sorted(kept["event"].dropna().unique()))
    mentions = _namings(kept, settings, analysis, notes)
    stories, rule = _stories_of(analysis, kept, mentions, settings, notes)
    return Material(
        analysis=analysis,
        settings=settings,
        articles=kept,
        mentions=mentions,
        outlets=tuple(sorted(set(articles["outlet"]), key=lambda o: (o == NO_OUTLET, o))),
        events=events,
        stories=stories,
        story_rule=rule,
        copies=articles.loc[list(copies)].assign(copy_of=list(copies.values())),
        notes=tuple(notes),
        labels=concept_labels(analysis),
    )


def concept_labels(analysis: Analysis) -> dict[tuple[str, str], str]:
    """Name each (lexicon, concept) for readers, and its lexicon where two are called alike."""
    names = {
        (str(lexicon.id), str(concept.id)): concept_words(
            str(concept.id), concept.gloss or "", concept.label or ""
        )
        for lexicon in analysis.lexicons
        for concept in getattr(lexicon, "concepts", ())
    }
    titles = {str(lexicon.id): lexicon.title or lexicon.id for lexicon in analysis.lexicons}
    alike = Counter(names.values())
    return {
        key: name if alike[name] == 1 else f"{name} ({readable(titles[key[0]])})"
        for key, name in names.items()
    }


def _article_frame(articles: Iterable[Article], by: str, within: str) -> pd.DataFrame:
    """One row per article, its outlet and event taken from the columns asked for."""
    listed = list(articles)
    need_columns(listed, by)
    rows = {
        "outlet": [a.field(by) or NO_OUTLET for a in listed],
        "event": paired_by(listed, within),
        "unit": [a.outlet for a in listed],
        "date": [a.date for a in listed],
        "genre": [a.field("genre") for a in listed],
        "story": [a.field("story") for a in listed],
    }
    index = pd.Index([a.id for a in listed], name="article_id", dtype=object)
    return pd.DataFrame(rows, index=index, dtype=object)


def _namings(
    articles: pd.DataFrame, settings: Settings, analysis: Analysis, notes: list[str]
) -> pd.DataFrame:
    """Keep the namings that are counted, one a span, of the concepts asked for.

    Whatever is asked for, a span counts for the one concept that it counts for among all.
    """
    about = analysis.counted("mentions", ("article_id", "concept", "loaded", "counted"))
    choices = counted = about["loaded"].notna().to_numpy(bool)
    if "counted" in about.columns:
        counted = choices & about["counted"].fillna(True).to_numpy(bool)
    if settings.concepts is not None:
        _note_unnamed(settings.concepts, analysis, placed_rows(about, articles, choices), notes)
        counted &= about["concept"].isin(list(settings.concepts)).to_numpy(bool)
    counted &= in_articles(about, articles)  # what is left out is not copied first
    del about
    return placed_rows(with_wordings(analysis.counted("mentions", among=counted)), articles)


def _note_unnamed(
    concepts: Iterable[str], analysis: Analysis, named_here: pd.DataFrame, notes: list[str]
) -> None:
    """Say which of the concepts asked for no article names."""
    named = set(named_here["concept"])
    known = {c.id for lexicon in analysis.lexicons for c in getattr(lexicon, "concepts", ())}
    for concept in concepts:
        if concept not in named:
            near = difflib.get_close_matches(concept, sorted((known | named) - {concept}), 1)
            notes.append(
                f"No article names the concept {concept!r}."
                + (f" Did you mean {near[0]!r}?" if near and concept not in known else "")
            )


def _note_missing(
    articles: pd.DataFrame, by: str, within: str, told_by: str | None, notes: list[str]
) -> None:
    """Say how many articles lack an outlet, an event or a date, and whether genres are mixed.

    `told_by` is the column that `within` is made of, where it is not its own.
    """
    total = len(articles)
    lost = int((articles["outlet"] == NO_OUTLET).sum())
    if lost:
        notes.append(
            f"Articles without {by}: {lost} of {total}. They are shown as {NO_OUTLET} and enter no "
            f"difference; a value in the column {by!r} would include them."
        )
    lone = int(articles["event"].isna().sum())
    if lone:
        notes.append(
            f"Articles without {within}: {lone} of {total}. They enter the shares but no matched "
            f"difference; a value in the column {told_by or within!r} would include them"
            + (", and `framing events` makes one." if within == "event" else ".")
        )
    undated = int(articles["date"].isna().sum())
    if undated and undated < total:
        notes.append(f"Articles without a date: {undated} of {total}.")
    genres = sorted(articles["genre"].dropna().unique())
    if len(genres) > 1:
        notes.append(
            f"Articles of several genres stand together here ({', '.join(genres)}). Opinion and "
            "news follow different rules of wording: compare them apart, or with by='genre'."
        )


def _stories_of(
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
