"""`Material`: the one object that is compared; its tables, and what is made of them once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.analysis.counting import wording_of
from framing.comparison.choices import Matched, Namings, matched_of, namings_of
from framing.comparison.contrasts import Contrast, contrasts_of
from framing.comparison.heardnames import HeardNames, source_names
from framing.comparison.settings import NO_OUTLET, Settings
from framing.comparison.sidewords import Worded, worded_of
from framing.comparison.written import SPELLED, spellings_of
from framing.lexicon.deedsigns import against_doers
from framing.values import TELLING_ACTS, Scope, readable

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.comparison.lines import RowIndex
    from framing.comparison.onething import Asked, OneThing

__all__ = ["Material", "concept_words", "in_articles", "placed_rows", "with_wordings"]


@dataclass(frozen=True, eq=False)
class Material:
    """What is compared: tables ready to be counted, and what every part reads of them.

    Every table has `outlet` and `event` as asked for by `by` and `within`, and `unit`, the
    article's own outlet. Copies of an article within an event are left out of all of them; `notes`
    says what was left out and why. Contrasts, positions, spellings and the index of rows are made
    when a part first asks for them, and once.

    Attributes
    ----------
    analysis : Analysis
        Where the tables are from.
    settings : Settings
        What was asked for.
    articles : DataFrame
        Indexed by article id: `outlet, event, unit, date, genre, story`.
    mentions : DataFrame
        The namings that are counted: of naming lexicons, one a span (`counted`).
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

    analysis: Analysis
    settings: Settings
    articles: pd.DataFrame
    mentions: pd.DataFrame
    outlets: tuple[str, ...]
    events: tuple[str, ...]
    stories: tuple[str, ...] | None
    story_rule: str
    copies: pd.DataFrame
    notes: tuple[str, ...] = ()
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def categories(self) -> pd.DataFrame:
        """The entries of category lexicons."""
        loaded = self.analysis.counted("mentions", ("loaded",))["loaded"]
        entries = self.analysis.counted("mentions", among=loaded.isna().to_numpy(bool))
        return placed_rows(with_wordings(entries), self.articles)

    @property
    def only_categories(self) -> bool:
        """Whether words of categories were found and no naming: there is no choice to compare."""
        return not len(self.mentions) and len(self.categories) > 0

    @cached_property
    def attributions(self) -> pd.DataFrame:
        """The reports of speech and thought: a will or a deed has no source of words."""
        table = self.analysis.counted("attributions")
        telling = table["act"].isin(TELLING_ACTS) | table["act"].isna()
        return placed_rows(table, self.articles, telling.to_numpy(bool))

    @cached_property
    def _persons(self) -> HeardNames:
        return HeardNames.of(self.attributions)

    def source_names(self, passages: pd.DataFrame) -> pd.Series:
        """Return under which name each of some reported passages is counted: a person under one."""
        return source_names(passages, self._persons)

    @cached_property
    def also_written(self) -> dict[str, str]:
        """By the name of a person, the other names that are counted under it."""
        return self._persons.also()

    @cached_property
    def cues(self) -> pd.DataFrame:
        """The cues of stance."""
        return placed_rows(self.analysis.counted("cues"), self.articles)

    @cached_property
    def scores(self) -> pd.DataFrame:
        """One row per article."""
        return placed_rows(self.analysis.counted("scores"), self.articles)

    def completed(
        self, name: str, rows: pd.DataFrame, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """Return rows of one of these tables with all its columns, or with those asked for."""
        return self.analysis.completed(name, rows, columns)

    @property
    def by(self) -> str:
        """The column that is compared."""
        return self.settings.by

    @property
    def within(self) -> str:
        """The column that matches articles with one another."""
        return self.settings.within

    @cached_property
    def named_outlets(self) -> tuple[str, ...]:
        """The sides that have a name, and so can be compared."""
        return tuple(o for o in self.outlets if o != NO_OUTLET)

    @cached_property
    def contrasts(self) -> tuple[Contrast, ...]:
        """What is compared with what."""
        return contrasts_of(self.named_outlets, self.settings.reference)

    @cached_property
    def namings(self) -> Namings:
        """The mentions as positions, which every test and every wording counts."""
        return namings_of(self)

    @cached_property
    def pooled(self) -> frozenset[str]:
        """The sides that pool articles of several outlets."""
        known = self.articles.loc[self.articles["unit"].notna()]
        units = known.groupby("outlet")["unit"].nunique()
        return frozenset(str(side) for side in units.index[units > 1] if side != NO_OUTLET)

    def pools(self, contrast: Contrast) -> bool:
        """Whether a side of a contrast pools articles of several outlets."""
        sides = self.named_outlets if contrast.b is None else (contrast.a, contrast.b)
        return not self.pooled.isdisjoint(sides)

    @property
    def cell(self) -> list[str]:
        """What rates are counted by: event and side, and outlet where sides pool several."""
        return ["event", "outlet", *(["unit"] if self.pooled else [])]

    @cached_property
    def spelled(self) -> dict[str, str]:
        """The forms of namings that hold a name, by the form in lower case."""
        return spellings_of(self.analysis.counted("mentions", SPELLED))

    @cached_property
    def covered(self) -> dict[str, frozenset[str]]:
        """The events that each side has an article of."""
        placed = self.articles.loc[self.articles["event"].notna()]
        placed = placed.loc[placed["outlet"] != NO_OUTLET]
        events: dict[str, frozenset[str]] = dict(placed.groupby("outlet")["event"].agg(frozenset))
        return dict.fromkeys(self.named_outlets, frozenset()) | dict(events)

    @cached_property
    def own_covered(self) -> dict[str, frozenset[str]]:
        """The events in which each side has own words."""
        scores = self.scores.loc[self.scores["event"].notna() & (self.scores["own_words"] > 0)]
        events: dict[str, frozenset[str]] = dict(
            scores.groupby("outlet", observed=True)["event"].agg(frozenset)
        )
        return {side: events.get(side, frozenset()) for side in self.named_outlets}

    @property
    def shares_events(self) -> bool:
        """Whether any event has articles of two sides."""
        every: frozenset[str] = frozenset()
        return sum(map(len, self.covered.values())) > len(every.union(*self.covered.values()))

    @cached_property
    def indexed(self) -> dict[str, RowIndex]:
        """The index of each table's rows, by what a query shows; filled by `places_of`."""
        return {}

    @cached_property
    def slotted(self) -> pd.DataFrame:
        """The counted namings that have a slot, with what a target index asks of them."""
        filled = [
            isinstance(slots, Iterable) and bool(slots) for slots in self.mentions["bindings"]
        ]
        columns = ["outlet", "bindings", "voice", "intensity"]
        return self.mentions.loc[np.array(filled, dtype=bool), columns]

    @cached_property
    def _worded(self) -> dict[tuple[Scope, Contrast], Worded]:
        return {}

    def worded(self, scope: Scope, contrast: Contrast, matched: Matched | None = None) -> Worded:
        """Return what both sides of a contrast wrote; `matched` are their namings where known."""
        if (scope, contrast) not in self._worded:
            if matched is None:
                matched = matched_of(self.namings, scope, contrast.places(self.named_outlets))
            self._worded[scope, contrast] = worded_of(self.namings, matched)
        return self._worded[scope, contrast]

    @cached_property
    def variant_places(self) -> dict[tuple[str, str, str], int]:
        """The place of each (lexicon, concept, variant) among the namings' variants."""
        return {variant: place for place, variant in enumerate(self.namings.variants)}

    @cached_property
    def by_fact(self) -> frozenset[tuple[str, str, str]]:
        """The (lexicon, concept, variant) whose words name different things and count as one."""
        return frozenset(
            (lexicon.id, concept.id, variant.id)
            for lexicon in self.analysis.lexicons
            for concept in getattr(lexicon, "concepts", ())
            for variant in concept.variants
            if variant.by_fact
        )

    @cached_property
    def against_doers(self) -> dict[tuple[str, str, str], str]:
        """The doer's slot by (lexicon, concept, variant), where a word for a deed is against it."""
        return against_doers(self.analysis.lexicons)

    @cached_property
    def deeds(self) -> frozenset[tuple[str, str]]:
        """The (lexicon, concept) that name deeds: their first slot is who does or suffers them."""
        return frozenset(
            (lexicon.id, concept.id)
            for lexicon in self.analysis.lexicons
            for concept in getattr(lexicon, "concepts", ())
            for rule in [concept.slot_rules.get(next(iter(concept.slots), ""))]
            if rule is not None and rule.role in ("agent", "patient")
        )

    @cached_property
    def of_several_referents(self) -> frozenset[tuple[str, str]]:
        """The (lexicon, concept) whose namings are compared party by party, and are of several."""
        namings = self.namings
        if namings.referent is None:
            return frozenset()
        rows = np.flatnonzero(namings.referent > 0)
        concepts = namings.concept_of[namings.variant[rows]]
        pairs = np.unique(np.stack([concepts, namings.referent[rows]], axis=1), axis=0)
        found, parties = np.unique(pairs[:, 0], return_counts=True)
        return frozenset(namings.concepts[at] for at in found[parties > 1].tolist())

    @cached_property
    def looked_at(self) -> dict[Asked, OneThing]:
        """What is known of pairs of words being of one thing; filled by `one_things`."""
        return {}

    def events_of_both(self, contrast: Contrast) -> int:
        """Count the events of which both sides of a contrast have an article."""
        if contrast not in self._shared:
            first, other = contrast.a, contrast.b
            others = [other] if other is not None else self.covered.keys() - {first}
            nothing: frozenset[str] = frozenset()
            every = nothing.union(*(self.covered[side] for side in others))
            self._shared[contrast] = len(self.covered.get(first, nothing) & every)
        return self._shared[contrast]

    @cached_property
    def _shared(self) -> dict[Contrast, int]:
        return {}

    def called(self, lexicon: str, concept: str) -> str:
        """Name a concept for readers."""
        return self.labels.get((lexicon, concept)) or concept_words(concept)


def with_wordings(mentions: pd.DataFrame) -> pd.DataFrame:
    """Add what tables made elsewhere may lack: the wording, and that every row counts."""
    if "wording" not in mentions.columns:
        texts = {text: wording_of(str(text)) for text in mentions["text"].dropna().unique()}
        mentions = mentions.assign(wording=mentions["text"].map(texts).astype("string"))
    if "counted" not in mentions.columns:
        mentions = mentions.assign(counted=True)
    return mentions


def in_articles(table: pd.DataFrame, articles: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Tell the rows that are of one of `articles`."""
    codes, ids = pd.factorize(table["article_id"])
    known = articles.index.get_indexer(pd.Index(ids, dtype=object)) >= 0
    found: npt.NDArray[np.bool_] = np.append(known, False)[codes]
    return found


def placed_rows(
    table: pd.DataFrame, articles: pd.DataFrame, among: npt.NDArray[np.bool_] | None = None
) -> pd.DataFrame:
    """Keep the rows of `articles`, of those `among` which, under the side and event compared."""
    coded = isinstance(table["article_id"].dtype, pd.CategoricalDtype)
    codes, ids = pd.factorize(table["article_id"])
    known = articles.index.get_indexer(pd.Index(ids, dtype=object))
    place = np.append(known, -1)[codes]
    kept = place >= 0 if among is None else (place >= 0) & among
    placed = (table if kept.all() else table.loc[kept]).copy(deep=False)
    place = place[kept]
    for column in ("outlet", "event", "unit"):
        if coded:
            at, words = pd.factorize(articles[column], sort=True)
            placed[column] = pd.Categorical.from_codes(at[place], words, validate=False)
        else:
            placed[column] = articles[column].to_numpy(object)[place]
    return placed


# Ids with such a word sort concepts for those who write lexicons; a reader is told the gloss.
_SORTING_FIRST = ("called", "held")
_SORTING_LAST = ("event", "name", "naming", "person")


def concept_words(concept: str, gloss: str = "", label: str = "") -> str:
    """Name a concept for readers: its label, its id as words, or its gloss where the id sorts.

    Examples
    --------
    >>> concept_words("people-without-papers", "people in a country without legal permission")
    'people without papers'
    >>> concept_words("unrest-event", "a crowd's action in public, above all against something")
    "a crowd's action in public"
    """
    if label:
        return label
    words = readable(concept).split()
    sorts = bool(words) and (words[0] in _SORTING_FIRST or words[-1] in _SORTING_LAST)
    head = gloss.partition(",")[0].strip()
    return head if sorts and head else " ".join(words)
