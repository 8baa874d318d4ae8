"""What is compared: the analysis's tables by outlet and event, and what had to stay outside."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from framing.comparison.copies import copied_articles
from framing.errors import ComparisonError

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

    Every table has `outlet` and `event` as asked for by `by` and `within`. Copies of an article
    within an event are left out of all of them; `notes` says what was left out and why.

    Attributes
    ----------
    articles : DataFrame
        Indexed by article id: `outlet, event, date, genre`.
    mentions, attributions, cues, scores : DataFrame
        Rows of the articles kept; of mentions only those of naming lexicons.
    outlets : tuple of str
        In alphabetical order, `NO_OUTLET` last.
    copies : DataFrame
        The articles left out as copies: `outlet, event, date, genre, copy_of`.
    """

    articles: pd.DataFrame
    mentions: pd.DataFrame
    attributions: pd.DataFrame
    cues: pd.DataFrame
    scores: pd.DataFrame
    outlets: tuple[str, ...]
    copies: pd.DataFrame
    by: str
    within: str
    notes: list[str] = field(default_factory=list)

    @property
    def named_outlets(self) -> tuple[str, ...]:
        """The outlets that have a name, and so can be compared."""
        return tuple(o for o in self.outlets if o != NO_OUTLET)

    @property
    def events(self) -> tuple[str, ...]:
        """The events, in alphabetical order."""
        return tuple(sorted(self.articles["event"].dropna().unique()))


def gather(
    analysis: Analysis,
    by: str,
    within: str,
    concepts: Sequence[str] | None = None,
    *,
    once: bool = True,
) -> Material:
    """Bring the tables of `analysis` into the form that is compared.

    With `once`, articles that repeat another of the same event are left out.

    Raises
    ------
    ComparisonError
        If `by` or `within` is no column of the articles.
    """
    articles = _article_frame(analysis.articles, by, within)
    notes: list[str] = []
    copies = copied_articles(analysis.articles, articles["event"]) if once else {}
    kept = articles.loc[~articles.index.isin(list(copies))]
    _note_missing(articles, copies, by, within, notes)
    mentions = _placed(analysis.mentions, kept)
    mentions = _namings(mentions, concepts, analysis, notes)
    outlets = sorted(set(articles["outlet"]), key=lambda o: (o == NO_OUTLET, o))
    return Material(
        articles=kept,
        mentions=mentions,
        attributions=_placed(analysis.attributions, kept),
        cues=_placed(analysis.cues, kept),
        scores=_placed(analysis.scores, kept),
        outlets=tuple(outlets),
        copies=articles.loc[list(copies)].assign(copy_of=list(copies.values())),
        by=by,
        within=within,
        notes=notes,
    )


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
        "date": [a.date for a in listed],
        "genre": [_cell(a, "genre") for a in listed],
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
    for column in ("outlet", "event"):
        placed[column] = ids.map(articles[column]).astype(object).to_numpy()
    return placed


def _namings(
    mentions: pd.DataFrame,
    concepts: Sequence[str] | None,
    analysis: Analysis,
    notes: list[str],
) -> pd.DataFrame:
    """Keep the mentions that are choices among variants, of the concepts asked for."""
    choices = mentions["loaded"].notna()
    if not choices.all():
        notes.append(
            f"{int((~choices).sum())} mentions of category lexicons enter no naming share, as "
            "these list no alternatives; the mentions table has them."
        )
    mentions = mentions.loc[choices]
    if concepts is None:
        return mentions
    known = {c.id for lexicon in analysis.lexicons for c in getattr(lexicon, "concepts", ())}
    known |= set(mentions["concept"])
    for concept in concepts:
        if not (mentions["concept"] == concept).any():
            near = difflib.get_close_matches(concept, sorted(known - {concept}), 1)
            notes.append(
                f"No article names the concept {concept!r}."
                + (f" Did you mean {near[0]!r}?" if near and concept not in known else "")
            )
    return mentions.loc[mentions["concept"].isin(list(concepts))]


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
