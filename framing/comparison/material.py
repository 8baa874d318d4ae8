"""What is compared: the analysis's tables by outlet and event, and what had to stay outside."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.analysis.counting import wording_of
from framing.analysis.reprints import copied_articles
from framing.comparison.settings import Settings
from framing.errors import ComparisonError
from framing.events.stories import linked_stories
from framing.statistics import MIN_EVENTS
from framing.values import TELLING_ACTS

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.values import Article

__all__ = ["NO_OUTLET", "Material", "gather"]

NO_OUTLET = "(no outlet)"
"""Stands for articles whose outlet is not known; they enter no comparison."""

_OWN_FIELDS = ("outlet", "event", "date", "title", "url")


class Beside:
    """The analysis's other tables under the sides and events compared, cut when asked for."""

    def __init__(self, analysis: Analysis, articles: pd.DataFrame) -> None:
        self._analysis, self._articles = analysis, articles

    @cached_property
    def categories(self) -> pd.DataFrame:
        """The entries of category lexicons."""
        mentions = _readable(self._analysis.counted("mentions"))
        return _placed(mentions, self._articles, mentions["loaded"].isna().to_numpy(bool))

    @cached_property
    def attributions(self) -> pd.DataFrame:
        """The reports of speech and thought: a will or a deed has no source of words."""
        table = self._analysis.counted("attributions")
        telling = table["act"].isin(TELLING_ACTS) | table["act"].isna()
        return _placed(table, self._articles, telling.to_numpy(bool))

    @cached_property
    def cues(self) -> pd.DataFrame:
        """The cues of stance."""
        return _placed(self._analysis.counted("cues"), self._articles)

    @cached_property
    def scores(self) -> pd.DataFrame:
        """One row an article."""
        return _placed(self._analysis.counted("scores"), self._articles)

    @cached_property
    def covered(self) -> dict[str, frozenset[str]]:
        """The events that each side has an article of."""
        placed = self._articles.loc[self._articles["event"].notna()]
        placed = placed.loc[placed["outlet"] != NO_OUTLET]
        events: dict[str, frozenset[str]] = dict(placed.groupby("outlet")["event"].agg(frozenset))
        return dict.fromkeys(set(self._articles["outlet"]) - {NO_OUTLET}, frozenset()) | dict(
            events
        )


@dataclass(frozen=True, slots=True)
class Material:
    """Tables ready to be counted.

    Every table has `outlet` and `event` as asked for by `by` and `within`, and `unit`, the
    article's own outlet. Copies of an article within an event are left out of all of them; `notes`
    says what was left out and why.

    Attributes
    ----------
    settings : Settings
        What was asked for.
    articles : DataFrame
        Indexed by article id: `outlet, event, unit, date, genre, story`.
    mentions : DataFrame
        The namings that are counted: of naming lexicons, one a span (`counted`).
    beside : Beside
        The other tables: `categories`, `attributions`, `cues`, `scores`.
    outlets : tuple of str
        The sides, in alphabetical order, `NO_OUTLET` last.
    events, stories : tuple of str
        The events in alphabetical order, and the running story of each; `stories` is None where
        every event stands alone.
    story_rule : str
        How stories came about: ``column``, ``linked`` or ``none``.
    copies : DataFrame
        The articles left out as copies: those columns, and `copy_of`.
    glosses : mapping
        What a (lexicon, concept) is, in the lexicon's words.
    """

    settings: Settings
    articles: pd.DataFrame
    mentions: pd.DataFrame
    beside: Beside
    outlets: tuple[str, ...]
    events: tuple[str, ...]
    stories: tuple[str, ...] | None
    story_rule: str
    copies: pd.DataFrame
    notes: tuple[str, ...] = ()
    glosses: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def categories(self) -> pd.DataFrame:
        """The entries of category lexicons."""
        return self.beside.categories

    @property
    def attributions(self) -> pd.DataFrame:
        """Reported passages of the articles kept."""
        return self.beside.attributions

    @property
    def cues(self) -> pd.DataFrame:
        """Cues of the articles kept."""
        return self.beside.cues

    @property
    def scores(self) -> pd.DataFrame:
        """Scores of the articles kept."""
        return self.beside.scores

    @property
    def by(self) -> str:
        """The column that is compared."""
        return self.settings.by

    @property
    def within(self) -> str:
        """The column that matches articles with one another."""
        return self.settings.within

    @property
    def named_outlets(self) -> tuple[str, ...]:
        """The sides that have a name, and so can be compared."""
        return tuple(o for o in self.outlets if o != NO_OUTLET)

    @property
    def pooled(self) -> frozenset[str]:
        """The sides that pool articles of several outlets."""
        known = self.articles.loc[self.articles["unit"].notna()]
        units = known.groupby("outlet")["unit"].nunique()
        return frozenset(str(side) for side in units.index[units > 1] if side != NO_OUTLET)


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
    _note_missing(articles, copies, settings.by, settings.within, notes)
    if not getattr(analysis, "has_texts", True):
        notes.append(
            "The articles' texts are not here: lines show the naming alone, and words, passages, "
            "copies of articles and running stories can't be looked for."
        )
    events = tuple(sorted(kept["event"].dropna().unique()))
    mentions = _namings(kept, settings, analysis, notes)
    stories, rule = _stories(analysis, kept, mentions, settings, notes)
    return Material(
        settings=settings,
        articles=kept,
        mentions=mentions,
        beside=Beside(analysis, kept),
        outlets=tuple(sorted(set(articles["outlet"]), key=lambda o: (o == NO_OUTLET, o))),
        events=events,
        stories=stories,
        story_rule=rule,
        copies=articles.loc[list(copies)].assign(copy_of=list(copies.values())),
        notes=tuple(notes),
        glosses={
            (str(lexicon.id), str(concept.id)): str(concept.gloss)
            for lexicon in analysis.lexicons
            for concept in getattr(lexicon, "concepts", ())
        },
    )


def _stories(
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
        kept_from = {str(a.meta.get("story_rule")) for a in analysis.articles}
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


def _readable(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add what tables made elsewhere may lack: the wording, and that every row counts."""
    if "wording" not in mentions.columns:
        texts = {text: wording_of(str(text)) for text in mentions["text"].dropna().unique()}
        mentions = mentions.assign(wording=mentions["text"].map(texts).astype("string"))
    if "counted" not in mentions.columns:
        mentions = mentions.assign(counted=True)
    return mentions


def _article_frame(articles: Iterable[Article], by: str, within: str) -> pd.DataFrame:
    """One row an article, its outlet and event taken from the columns asked for."""
    listed = list(articles)
    known = sorted({*_OWN_FIELDS, *(str(k) for a in listed for k in a.meta)})
    for column in (by, within):
        if listed and column not in known:
            near = difflib.get_close_matches(column, known, 1)
            raise ComparisonError(
                f"the articles have no column {column!r}; they have {', '.join(known)}"
                + (f". Did you mean {near[0]!r}?" if near else "")
            )
    rows = {
        "outlet": [_cell(a, by) or NO_OUTLET for a in listed],
        "event": [_cell(a, within) for a in listed],
        "unit": [a.outlet for a in listed],
        "date": [a.date for a in listed],
        "genre": [_cell(a, "genre") for a in listed],
        "story": [_cell(a, "story") for a in listed],
    }
    index = pd.Index([a.id for a in listed], name="article_id", dtype=object)
    return pd.DataFrame(rows, index=index, dtype=object)


def _cell(article: Article, column: str) -> str | None:
    """Return one cell of an article as words; None where there is nothing."""
    value: Any = getattr(article, column) if column in _OWN_FIELDS else article.meta.get(column)
    if value is None or value != value:
        return None
    return str(value).strip() or None


def _placed(
    table: pd.DataFrame, articles: pd.DataFrame, among: npt.NDArray[np.bool_] | None = None
) -> pd.DataFrame:
    """Keep the rows of `articles`, of those `among` which, under the side and event compared."""
    codes, ids = pd.factorize(table["article_id"])
    known = articles.index.get_indexer(pd.Index(ids, dtype=object))
    place = np.append(known, -1)[codes]
    kept = place >= 0 if among is None else (place >= 0) & among
    placed, place = table.loc[kept].copy(deep=False), place[kept]
    for column in ("outlet", "event", "unit"):
        placed[column] = articles[column].to_numpy(object)[place]
    return placed


def _namings(
    articles: pd.DataFrame, settings: Settings, analysis: Analysis, notes: list[str]
) -> pd.DataFrame:
    """Keep the namings that are counted, one a span, of the concepts asked for.

    Whatever is asked for, a span counts for the one concept that it counts for among all.
    """
    mentions = _readable(analysis.counted("mentions"))
    choices = mentions["loaded"].notna().to_numpy(bool)
    counted = choices & mentions["counted"].fillna(True).to_numpy(bool)
    if settings.concepts is None:
        return _placed(mentions, articles, counted)
    named = set(_placed(mentions[["article_id", "concept"]], articles, choices)["concept"])
    known = {c.id for lexicon in analysis.lexicons for c in getattr(lexicon, "concepts", ())}
    for concept in settings.concepts:
        if concept not in named:
            near = difflib.get_close_matches(concept, sorted((known | named) - {concept}), 1)
            notes.append(
                f"No article names the concept {concept!r}."
                + (f" Did you mean {near[0]!r}?" if near and concept not in known else "")
            )
    counted &= mentions["concept"].isin(list(settings.concepts)).to_numpy(bool)
    return _placed(mentions, articles, counted)


def _note_missing(
    articles: pd.DataFrame, copies: dict[str, str], by: str, within: str, notes: list[str]
) -> None:
    """Say which articles lack an outlet, an event or a date, which are copies, which opinion."""
    total = len(articles)
    lost = int((articles["outlet"] == NO_OUTLET).sum())
    if lost:
        notes.append(
            f"Articles without {by}: {lost} of {total}. They are shown as {NO_OUTLET} and enter no "
            f"difference; a column {by!r} would include them."
        )
    lone = int(articles["event"].isna().sum())
    if lone:
        notes.append(
            f"Articles without {within}: {lone} of {total}. They enter the shares but no matched "
            f"difference; a column {within!r} would include them, and `framing events` makes one."
        )
    undated = int(articles["date"].isna().sum())
    if undated and undated < total:
        notes.append(f"Articles without a date: {undated} of {total}.")
    if copies:
        notes.append(
            f"Articles that repeat another of the same event: {len(copies)} of {total}. They are "
            "counted once, as one decision; the coverage table lists them as copies."
        )
    genres = sorted(articles["genre"].dropna().unique())
    if len(genres) > 1:
        notes.append(
            f"Articles of several genres stand together here ({', '.join(genres)}). Opinion and "
            "news follow different rules of wording: compare them apart, or with by='genre'."
        )
