"""`Numbers`: every number of the page with the rows it counts, found by its query and nothing else.

The page's script only shows what stands here: it counts nothing and selects nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.charts.counted import event_names
from framing.comparison import Query
from framing.comparison.lines import places_of
from framing.report.openedlists import Kept, Opened, written

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["NOTHING", "Number", "Numbers"]

IntArray = npt.NDArray[np.int64]
_SCOPES = {
    "own": "in own words", "outlet_worded": "own and attributed", "attributed": "attributed",
    "quoted": "quoted", "distanced": "distanced",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the page: its place among all of them, and how many rows it opens."""

    id: int
    n: int


_FEW = 3
_MET = {
    "sentences": "in sentences of both sides that tell the same",
    "party": "of one and the same group, person, state or law on both sides",
    "both": "articles that have both",
    "either": "articles that have either",
}
NOTHING = Number(-1, 0)
"""The number of what is not there: it opens no list."""


class Numbers:
    """The numbers of one page.

    Parameters
    ----------
    comparison : Comparison
        What is shown.
    labels : mapping
        What each (lexicon, concept, variant) is called.

    Attributes
    ----------
    events : dict
        What each event is called, by its id.
    """

    def __init__(
        self, comparison: Comparison, labels: Mapping[tuple[str, str, str], str]
    ) -> None:  # fmt: skip
        self._comparison, self._labels = comparison, labels
        self.events = event_names(comparison)
        material = comparison.material
        self._material = material
        mentions = material.mentions
        self._outlets = mentions["outlet"].to_numpy(object)
        self._own_words = material.scores.set_index("article_id")["own_words"]
        codes, events = pd.factorize(mentions["event"], sort=True)
        self._event, self._events = codes, [self.called(event) for event in events]
        self._loaded = mentions["loaded"].fillna(False).to_numpy(dtype=np.int64)
        ids = [article.id for article in comparison.analysis.articles]
        where = {name: place for place, name in enumerate(ids)}
        self._articles = np.array([where[name] for name in material.articles.index], dtype=np.int64)
        self._all_articles = np.arange(len(ids), dtype=np.int64)
        self._listed: list[Opened] = []
        self._known: dict[tuple[Query, str], Number] = {}

    def of(self, query: Query, tail: str = "") -> Number:
        """Return the number that a query asks for; `tail` says more of its list in words.

        A query that says what its number is out of (`of`) lists all of that, loaded words first.
        """
        counted = query if query.n is None and query.of is None else query.but(n=None, of=None)
        key = counted, tail
        if key not in self._known:
            rows = places_of(self._material, counted)
            opened = self._opened(counted, rows, query.of is not None, tail) if len(rows) else None
            self._known[key] = self._add(opened) if opened else NOTHING
        return self._known[key]

    def called(self, event: object) -> str:
        """Return what an event is called: its id where that is words, else its first title."""
        return self.events.get(str(event), str(event))

    def naming(self, lexicon: str, concept: str) -> str:
        """Return what a concept is called, as sentences call it."""
        return self._material.called(lexicon, concept)

    def articles(self) -> Number:
        """Return the number of all articles, those that repeat another among them."""
        rows = self._all_articles
        return self._add(Opened("articles", ("articles",), rows, len(rows)))

    def table(self, names: Iterable[str], column: str) -> Number:
        """Return the number of some outlets or events, which opens articles and namings of each."""
        found = []
        for name in names:
            side = Query(outlet=name) if column == "outlet" else Query(event=name)
            called = name if column == "outlet" else self.called(name)
            found.append([called, self.of(side.but(show="articles")), self.of(side)])
        words = self._comparison.by if column == "outlet" else self._comparison.within
        opened = Opened("table", (f"{words}s",), np.zeros(0, np.int64), len(found), found)
        return self._add(opened)

    def of_articles(self) -> list[int | None]:
        """Return for each article the number of its namings; None where it is not counted."""
        found: list[int | None] = [None] * len(self._all_articles)
        for place, name in zip(self._articles, self._material.articles.index, strict=True):
            found[place] = self.of(Query(article=str(name))).id
        return found

    def rows(self, kind: str) -> list[IntArray]:
        """Return the rows that each list of a kind holds, in the order the numbers were given out.

        Last come the lists that open in lists of events, the first lines of each.
        """
        lists = [number.rows for number in self._listed if number.kind == kind]
        events = [number.more for number in self._listed if number.kind == "events"]
        for _, listed, of in events:
            if of == kind:
                lists += [rows[:_FEW] for _, sides in listed for *_, rows in sides]
        return lists

    def data(self, kept: Kept, words: Callable[[str], int]) -> list[list[Any]]:
        """Return what the script shows of each number (`framing.report.openedlists.written`)."""
        return [written(opened, kept, words) for opened in self._listed]

    def _add(self, opened: Opened) -> Number:
        self._listed.append(opened)
        return Number(len(self._listed) - 1, opened.n)

    def _opened(self, query: Query, rows: IntArray, out_of: bool, tail: str) -> Opened:
        words = self._words(query)
        if query.show == "events":
            return self._by_event(query, words)
        if query.show == "coverage":
            return self._by_covered_event(query, words)
        if query.show == "rates":
            return Opened("entries", words, rows, len(rows))
        if query.show == "articles":
            return Opened("articles", words, self._articles[rows], len(rows))
        if query.show == "passages":
            return Opened("passages", words, rows, len(rows))
        if query.a is not None and query.side is None:
            rows = rows[np.lexsort((rows, self._outlets[rows].astype(str), self._event[rows]))]
        elif out_of or query.a is not None:
            rows = rows[np.argsort(-self._loaded[rows], kind="stable")]
        return Opened("lines", words, rows, len(rows), tail)

    def _by_event(self, query: Query, words: tuple[str, ...]) -> Opened:
        """List the events of a contrast, with both sides' namings in each."""
        rows = places_of(self._material, query.but(show="lines", side=None))
        events, first = self._event[rows], self._outlets[rows] == query.a
        listed = []
        for event in np.unique(events):
            sides = [rows[(events == event) & side] for side in (first, ~first)]
            listed.append(
                (
                    self._events[event],
                    [(*self._counted(side), side) for side in sides],
                )
            )
        heads = (str(query.a), query.b or "the others", "loaded namings of all")
        return Opened("events", words, rows[:0], len(listed), (heads, listed, "lines"))

    def _by_covered_event(self, query: Query, words: tuple[str, ...]) -> Opened:
        """List the events of a contrast of rates, with both sides' entries and own words."""
        articles = self._material.articles.iloc[places_of(self._material, query)]
        rows = places_of(self._material, query.but(show="rates"))
        entries = self._material.categories[["event", "outlet"]].iloc[rows]
        events = pd.Index(sorted(articles["event"].unique()), dtype=object)
        here, there = (
            2 * events.get_indexer(np.asarray(table["event"], dtype=object))
            + (table["outlet"] != query.a).to_numpy(dtype=np.int64)
            for table in (articles, entries)
        )
        own = self._own_words.reindex(articles.index).fillna(0).to_numpy(np.int64)
        totals = np.zeros(2 * len(events), dtype=np.int64)
        np.add.at(totals, here, own)
        rows, ends = (
            rows[np.argsort(there, kind="stable")],
            np.bincount(there, minlength=len(totals)),
        )
        cells = [
            (f"{len(found)} in {total:,}", "", found)
            for found, total in zip(np.split(rows, np.cumsum(ends)[:-1]), totals, strict=True)
        ]
        listed = [(self.called(e), cells[2 * at : 2 * at + 2]) for at, e in enumerate(events)]
        heads = (str(query.a), query.b or "the others", "words of the category in own words")
        return Opened("events", words, rows[:0], len(listed), (heads, listed, "entries"))

    def _counted(self, rows: IntArray) -> tuple[str, str]:
        """Say how much of one side's namings in an event is loaded: in short, and in words."""
        loaded = int(self._loaded[rows].sum())
        return f"{loaded} of {len(rows)}", f"{loaded} of them loaded"

    def _words(self, query: Query) -> tuple[str, ...]:
        """Say in words what is counted: the title of the list, and the name of its button."""
        within = self._comparison.within
        kinds = {
            "articles": "articles",
            "events": f"{within}s in which both named it",
            "coverage": f"{within}s in which both have own words",
            "rates": "words of the category" if query.concept else "words of categories",
        }
        kind = kinds.get(query.show, "")
        sides = ""
        if query.a is not None:
            other = query.b or "the others"
            sides = {"a": query.a, "b": other}.get(query.side or "", f"{query.a} and {other}")
        if query.show == "passages":
            what = ["passages reported with doubt" if query.doubt else "reported passages"]
            kind = f"{query.speaker_kind}, no name" if query.speaker_kind else ""
            what.append("with a source" if query.told else query.speaker or kind)
        else:
            what = [kind or ("loaded namings" if query.loaded else "namings"), self._label(query)]
            what.append(self._concept(query))
            what.append("where both named it" if query.side and not kind else "")
            what.append(self._met(query))
        if query.event is not None:
            what.append(self.called(query.event) if query.event else f"no {within}")
        what.append(query.outlet or sides)
        if query.article is not None:
            outlet = str(self._material.articles["outlet"].get(query.article, ""))
            what.append(f"one article of {outlet}")
        what.append(_SCOPES.get(str(query.scope), ""))
        first, *rest = [part for part in what if part]
        return (first[:1].upper() + first[1:], *rest)

    def _met(self, query: Query) -> str:
        """Say of two words what shows that they are of one thing."""
        if query.met is None:
            return ""
        other = self._label(query.but(variant=query.other))
        return f"and {other}, {_MET[query.met]}"

    def _concept(self, query: Query) -> str:
        if query.show in ("rates", "coverage") and query.concept:
            return f"“{self.naming(str(query.lexicon), query.concept)}”"
        return _plain(query.concept)

    def _label(self, query: Query) -> str:
        if query.variant is None:
            return ""
        found = self._labels.get((str(query.lexicon), str(query.concept), query.variant))
        return f"“{found}”" if found else _plain(query.variant)


def _plain(name: str | None) -> str:
    return (name or "").replace("-", " ").replace("_", " ")
