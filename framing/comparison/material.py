"""What is compared: the analysis's tables by outlet and event, and what had to stay outside."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from framing.analysis.counting import wording_of
from framing.analysis.reprints import copied_articles
from framing.comparison.settings import Settings
from framing.errors import ComparisonError
from framing.values import TELLING_ACTS

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.values import Article

__all__ = ["NO_OUTLET", "Material", "gather"]

NO_OUTLET = "(no outlet)"
"""Stands for articles whose outlet is not known; they enter no comparison."""

_OWN_FIELDS = ("outlet", "event", "date", "title", "url")


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
    categories : DataFrame
        The entries of category lexicons.
    attributions, cues, scores : DataFrame
        Rows of the articles kept.
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
    categories: pd.DataFrame
    attributions: pd.DataFrame
    cues: pd.DataFrame
    scores: pd.DataFrame
    outlets: tuple[str, ...]
    events: tuple[str, ...]
    stories: tuple[str, ...] | None
    story_rule: str
    copies: pd.DataFrame
    notes: tuple[str, ...] = ()
    glosses: Mapping[tuple[str, str], str] = field(default_factory=dict)

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
            "The articles' texts are not here: lines show the naming alone, and words, passages "
            "and copies of articles can't be looked for."
        )
    mentions = _placed(_readable(analysis.counted("mentions")), kept)
    choices = mentions["loaded"].notna()
    events = tuple(sorted(kept["event"].dropna().unique()))
    stories, rule = _stories(analysis.articles, kept, events)
    return Material(
        settings=settings,
        articles=kept,
        mentions=_namings(mentions.loc[choices], settings, analysis, notes),
        categories=mentions.loc[~choices],
        attributions=_placed(_telling(analysis.counted("attributions")), kept),
        cues=_placed(analysis.counted("cues"), kept),
        scores=_placed(analysis.counted("scores"), kept),
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
    articles: Iterable[Article], kept: pd.DataFrame, events: tuple[str, ...]
) -> tuple[tuple[str, ...] | None, str]:
    """Return the running story of each event, and how it is known."""
    told = kept.loc[kept["event"].notna() & kept["story"].notna()]
    if len(told):
        most = told.groupby("event")["story"].agg(lambda names: names.mode().iloc[0])
        stories = tuple(str(most.get(event, event)) for event in events)
        return (stories, "column") if len(set(stories)) < len(events) else (None, "column")
    return None, "none"


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


def _placed(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of `articles` and give them the outlet and event that are compared."""
    ids = table["article_id"].astype(object)
    placed = table.loc[ids.isin(articles.index)].copy()
    ids = placed["article_id"].astype(object)
    for column in ("outlet", "event", "unit"):
        placed[column] = ids.map(articles[column]).astype(object).to_numpy()
    return placed


def _telling(attributions: pd.DataFrame) -> pd.DataFrame:
    """Keep the reports of speech and thought: a will or a deed has no source of words."""
    return attributions[attributions["act"].isin(TELLING_ACTS) | attributions["act"].isna()]


def _namings(
    mentions: pd.DataFrame, settings: Settings, analysis: Analysis, notes: list[str]
) -> pd.DataFrame:
    """Keep the namings that are counted, one a span, of the concepts asked for.

    Whatever is asked for, a span counts for the one concept that it counts for among all.
    """
    counted = mentions.loc[mentions["counted"].fillna(True).astype(bool)]
    if settings.concepts is None:
        return counted
    known = {c.id for lexicon in analysis.lexicons for c in getattr(lexicon, "concepts", ())}
    known |= set(mentions["concept"])
    for concept in settings.concepts:
        if not (mentions["concept"] == concept).any():
            near = difflib.get_close_matches(concept, sorted(known - {concept}), 1)
            notes.append(
                f"No article names the concept {concept!r}."
                + (f" Did you mean {near[0]!r}?" if near and concept not in known else "")
            )
    return counted.loc[counted["concept"].isin(list(settings.concepts))]


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
