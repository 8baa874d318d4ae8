"""What is compared: the analysis's tables by outlet and event, and what had to stay outside."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from framing.analysis.reprints import copied_articles
from framing.comparison.conceptnames import concept_words
from framing.comparison.placing import NO_OUTLET, Beside, placed_rows, readable
from framing.comparison.runningstories import stories_of
from framing.comparison.settings import Settings
from framing.errors import ComparisonError

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.values import Article

__all__ = ["NO_OUTLET", "Material", "gather"]


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
    labels : mapping
        What sentences call a (lexicon, concept).
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
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)

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
    stories, rule = stories_of(analysis, kept, mentions, settings, notes)
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
        labels={
            (str(lexicon.id), str(concept.id)): concept_words(
                str(concept.id), concept.gloss or "", concept.label or ""
            )
            for lexicon in analysis.lexicons
            for concept in getattr(lexicon, "concepts", ())
        },
    )


def _article_frame(articles: Iterable[Article], by: str, within: str) -> pd.DataFrame:
    """One row an article, its outlet and event taken from the columns asked for."""
    listed = list(articles)
    known = sorted(
        {"outlet", "event", "date", "title", "url", *(str(k) for a in listed for k in a.meta)}
    )
    for column in (by, within):
        if listed and column not in known:
            near = difflib.get_close_matches(column, known, 1)
            raise ComparisonError(
                f"the articles have no column {column!r}; they have {', '.join(known)}"
                + (f". Did you mean {near[0]!r}?" if near else "")
            )
    rows = {
        "outlet": [a.field(by) or NO_OUTLET for a in listed],
        "event": [a.field(within) for a in listed],
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
    mentions = readable(analysis.counted("mentions"))
    choices = mentions["loaded"].notna().to_numpy(bool)
    counted = choices & mentions["counted"].fillna(True).to_numpy(bool)
    if settings.concepts is None:
        return placed_rows(mentions, articles, counted)
    named = set(placed_rows(mentions[["article_id", "concept"]], articles, choices)["concept"])
    known = {c.id for lexicon in analysis.lexicons for c in getattr(lexicon, "concepts", ())}
    for concept in settings.concepts:
        if concept not in named:
            near = difflib.get_close_matches(concept, sorted((known | named) - {concept}), 1)
            notes.append(
                f"No article names the concept {concept!r}."
                + (f" Did you mean {near[0]!r}?" if near and concept not in known else "")
            )
    counted &= mentions["concept"].isin(list(settings.concepts)).to_numpy(bool)
    return placed_rows(mentions, articles, counted)


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
