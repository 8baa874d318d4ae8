"""From a number to its lines: the rows that a query counts, by codes made once for all queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.choices import Narrow, narrow, wide
from framing.comparison.onething import met_rows
from framing.comparison.queries import Part, Query, Sentence
from framing.comparison.settings import NO_OUTLET
from framing.errors import ComparisonError
from framing.values import Scope

if TYPE_CHECKING:
    from framing.comparison.material import Material

__all__ = ["RowIndex", "lines_of", "monday", "places_of", "query_of"]

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

_NAMED = {
    "lexicon": "lexicon", "concept": "concept", "variant": "variant", "wording": "wording",
    "outlet": "outlet", "article": "article_id", "cue": "kind", "speaker": "source",
    "speaker_kind": "source_kind",
}  # fmt: skip
"""What a query names, and the column that holds it."""
_FLAGS = ("loaded", "told", "doubt")
_OF_CONCEPT = {"variant": None, "wording": None, "loaded": None, "article": None}
"""What counts only after both sides were found to name the concept in an event."""


def query_of(number: object) -> Query:
    """Return the query of a number: itself, a sentence's part, a table's row or a chart's link."""
    if isinstance(number, Query):
        return _possible(number)
    if isinstance(number, Part):
        if number.query is None:
            raise ComparisonError(f"these words count nothing: {number.text!r}")
        return number.query
    if isinstance(number, Sentence):
        return _only_query(number)
    if isinstance(number, pd.Series):
        number = number.to_dict()
    if isinstance(number, Mapping):
        return Query.of_row(number)
    raise ComparisonError(
        "lines are those of a Query, of a part of a sentence that has one, of a row of one of the "
        f"comparison's tables or of a chart's link; this is {type(number).__name__}"
    )


def _only_query(said: Sentence) -> Query:
    """Return the query of a sentence that holds one number; of several say which there are."""
    counting = [(at, part) for at, part in enumerate(said) if part.query is not None]
    if not counting:
        raise ComparisonError(f"this sentence counts nothing: {str(said)[:60]!r}")
    if len(counting) > 1:
        numbers = ", ".join(f"[{at}] {part.text!r}" for at, part in counting[:8])
        raise ComparisonError(
            f"this sentence holds {len(counting)} numbers; give the part of one, such as "
            f"sentence[{counting[0][0]}]: {numbers}"
        )
    return _possible(counting[0][1].query or Query())


def _possible(query: Query) -> Query:
    """Return a query whose voices and side there are; for others say which there are."""
    scopes = tuple(map(str, Scope))
    for name, value, known in (("scope", query.scope, scopes), ("side", query.side, ("a", "b"))):
        if value is not None and value not in known:
            raise ComparisonError(f"there is no {name} {value!r}; there are {', '.join(known)}")
    return query


def lines_of(material: Material, query: Query) -> pd.DataFrame:
    """Return the rows that `query` counts, in reading order.

    Parameters
    ----------
    material : Material
        What is compared.
    query : Query
        What to count.

    Returns
    -------
    DataFrame
        Rows of the mentions; of the cues, the reported passages, the entries of category
        lexicons or the articles where `query.show` names these.
    """
    return _table_of(material, query).iloc[places_of(material, query)]


def places_of(material: Material, query: Query) -> IntArray:
    """Return where the rows that `query` counts stand in the material's table of them.

    That is the one place where it is decided what a number counts: of tables, sentences, charts
    and pages.
    """
    if query.show == "uses":
        raise ComparisonError("uses of a word are no rows of a table; comparison.lines finds them")
    if query.met is not None:
        return _met(material, query)
    made = material.indexed
    kind = query.show if query.show in _TABLES else "lines"
    # Rates in own words are compared where both sides have any.
    own = kind in ("rates", "coverage") and query.scope == Scope.OWN
    key = f"own {kind}" if own else kind
    if key not in made:
        table = _table_of(material, query)
        rows = _with_sources(material, table) if kind == "passages" else table
        if kind == "lines":
            made[key] = RowIndex.of(rows, material.namings.referent)
        else:
            covered = material.own_covered if own else material.covered
            made[key] = RowIndex.of(rows, covered=covered)
    places = made[key].places(query)
    if query.week is None:
        return places
    weeks = material.articles["date"].map(monday)
    of = _table_of(material, query)["article_id"].iloc[places].astype(object).map(weeks)
    return places[(of == query.week).to_numpy(dtype=bool, na_value=False)]


def _met(material: Material, query: Query) -> IntArray:
    """Return the namings, or their articles, that show two words to be of one thing."""
    rows = met_rows(material, query)
    if query.show != "articles":
        return rows
    ids = material.mentions["article_id"].iloc[rows].astype(object).unique()
    places = material.articles.index.get_indexer(pd.Index(ids, dtype=object))
    found: IntArray = np.sort(places).astype(np.int64)
    return found


def monday(day: object) -> str | None:
    """Return the Monday of a day's week, ISO 8601; None where there is no day.

    Examples
    --------
    >>> monday("2020-01-08T12:00"), monday(None)
    ('2020-01-06', None)
    """
    try:
        found = date.fromisoformat(str(day)[:10])
    except ValueError:
        return None
    return (found - timedelta(days=found.weekday())).isoformat()


_TABLES: Mapping[str, Callable[[Material], pd.DataFrame]] = {
    "lines": lambda material: material.mentions,
    "passages": lambda material: material.attributions,
    "cues": lambda material: material.cues,
    "rates": lambda material: material.categories,
    "articles": lambda material: material.articles.reset_index(),
    "outlets": lambda material: material.articles.reset_index(),
    "coverage": lambda material: material.articles.reset_index(),
}


def _table_of(material: Material, query: Query) -> pd.DataFrame:
    """Return the table that a query counts rows of."""
    return _TABLES.get(query.show, _TABLES["lines"])(material)


def _with_sources(material: Material, passages: pd.DataFrame) -> pd.DataFrame:
    """Return of reported passages what queries ask for: whose they are, and how reported."""
    names = material.source_names(passages).astype("string")
    anonymous = (passages["speaker_kind"] == "anonymous").fillna(False).astype(bool)
    return pd.DataFrame(
        {
            "outlet": passages["outlet"],
            "event": passages["event"],
            "article_id": passages["article_id"],
            "source": names.fillna(""),
            "source_kind": passages["speaker_kind"].astype(object).fillna("none"),
            "told": (names.notna() | anonymous).astype(bool),
            "doubt": (passages["cue_class"] == "doubt").fillna(False).astype(bool),
        }
    )


@dataclass(frozen=True, slots=True)
class RowIndex:
    """The columns that queries ask for, as codes; a column that the table lacks asks for nothing.

    Attributes
    ----------
    codes
        By column, the code of each row (−1 where the cell is missing), and the code of each value.
    flags
        By column, whether it holds of each row.
    bindings
        The parties each row is bound to; None where the table has none.
    size
        Number of rows.
    referent
        Whom each row is said of, where contrasts keep that apart (`referents_of`).
    covered
        The events of each side, where a contrast counts what stands in the events of both; None
        where both must have named the concept there.
    of_concept
        The rows of each concept, made when first asked for.
    of_contrast
        The last contrast's namings, and which are its first side's: findings ask for several of
        one after the other.
    """

    codes: Mapping[str, tuple[Narrow, Mapping[str, int]]]
    flags: Mapping[str, BoolArray]
    bindings: pd.Series | None
    size: int
    referent: Narrow | None = None
    covered: Mapping[str, frozenset[str]] | None = None
    of_concept: dict[int, IntArray] = field(default_factory=dict)
    of_contrast: dict[Query, tuple[IntArray, BoolArray]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        table: pd.DataFrame,
        referent: Narrow | None = None,
        covered: Mapping[str, frozenset[str]] | None = None,
    ) -> RowIndex:
        """Read the columns of a table of mentions, cues, reported passages or articles.

        Examples
        --------
        >>> rows = pd.DataFrame({"concept": ["war", "war", "law"], "voice": ["own", "quoted", "own"]})
        >>> RowIndex.of(rows).places(Query(concept="war", scope="own")).tolist()
        [0]
        """  # noqa: E501  a table that reads as one
        codes = {}
        for column in (*_NAMED.values(), "event", "voice"):
            if column in table.columns:
                found, values = pd.factorize(table[column])
                named = {str(value): code for code, value in enumerate(values)}
                codes[column] = narrow(found), named
        flags = {
            name: table[name].fillna(False).to_numpy(dtype=bool)
            for name in _FLAGS
            if name in table.columns
        }
        return cls(codes, flags, table.get("bindings"), len(table), referent, covered)

    def places(self, query: Query) -> IntArray:
        """Return the places of the rows that `query` counts, in the order of the table."""
        if query.a is None:
            return self._named(self._all(query), query)
        if self.covered is not None:
            return self._shared(self._named(self._all(query), query), query)
        # A variant counts where both sides named its concept, by whatever variant.
        every = query.but(**_OF_CONCEPT, side=None, n=None, of=None)
        found = self.of_contrast.get(every)
        if found is None:
            found = self._contrast(self._named(self._all(every), every), every)
            self.of_contrast.clear()
            self.of_contrast[every] = found
        rows, first = found
        if query.side is not None:
            rows = rows[first if query.side == "a" else ~first]
        return self._named(rows, query)

    def _all(self, query: Query) -> IntArray:
        """Return the rows of the query's concept, or all where it names none."""
        if query.concept is None or "concept" not in self.codes:
            return np.arange(self.size, dtype=np.int64)
        codes, values = self.codes["concept"]
        code = values.get(query.concept, -2)
        if code not in self.of_concept:
            self.of_concept[code] = np.flatnonzero(codes == code)
        return self.of_concept[code]

    def _named(self, rows: IntArray, query: Query) -> IntArray:
        """Keep the rows of one lexicon, concept, variant, side, event, voice, party or kind."""
        for name, column in _NAMED.items():
            value = getattr(query, name)
            if value is not None and column in self.codes:
                codes, values = self.codes[column]
                rows = rows[codes[rows] == values.get(value, -2)]
        if query.event is not None and "event" in self.codes:
            codes, values = self.codes["event"]
            code = -1 if query.event == "" else values.get(query.event, -2)
            rows = rows[codes[rows] == code]
        if query.scope is not None and "voice" in self.codes:
            codes, values = self.codes["voice"]
            wanted = np.zeros(len(values) + 1, dtype=bool)  # the last stands for a missing voice
            wanted[[values[voice] for voice in Scope(query.scope).voices if voice in values]] = True
            rows = rows[wanted[codes[rows]]]
        for name in _FLAGS:
            value = getattr(query, name)
            # What is "told" or with doubt is only ever asked for, loaded also as what is not.
            if name in self.flags and (value or (value is not None and name == "loaded")):
                rows = rows[self.flags[name][rows] == bool(value)]
        return rows if query.target is None else self._bound(rows, query.target)

    def _bound(self, rows: IntArray, target: str) -> IntArray:
        """Keep the rows bound to a party, or to nobody."""
        if self.bindings is None:
            return rows
        kept = [_binds(cell, target) for cell in self.bindings.iloc[rows]]
        return np.asarray(rows[np.array(kept, dtype=bool)])

    def _contrast(self, rows: IntArray, query: Query) -> tuple[IntArray, BoolArray]:
        """Keep namings of both sides where both named the concept; mark those of the first.

        Where it is said of many, both must have named it of the same one.
        """
        outlets, names = self.codes["outlet"]
        event = wide(self.codes["event"][0], rows)
        side = outlets[rows]
        first = side == names.get(str(query.a), -2)
        other = ~first if query.b is None else side == names.get(query.b, -2)
        kept = (event >= 0) & (side != names.get(NO_OUTLET, -2)) & (first | other)
        rows, first, stratum = rows[kept], first[kept], event[kept]
        for column in ("lexicon", "concept"):
            codes, values = self.codes[column]
            stratum = stratum * (len(values) + 1) + codes[rows]
        if self.referent is not None:
            stratum = stratum * (int(self.referent.max(initial=0)) + 1) + self.referent[rows]
        both = np.isin(stratum, np.intersect1d(stratum[first], stratum[~first]))
        return rows[both], first[both]

    def _shared(self, rows: IntArray, query: Query) -> IntArray:
        """Keep what stands in the events that both sides of a contrast cover, then one side's."""
        covered = self.covered or {}
        others = [query.b] if query.b is not None else [name for name in covered if name != query.a]
        sides = {"a": [str(query.a)], "b": others}
        nothing: frozenset[str] = frozenset()
        events, outlets = self.codes["event"], self.codes["outlet"]
        shared = covered.get(str(query.a), nothing) & nothing.union(
            *(covered.get(name, nothing) for name in others)
        )
        kept = sides[query.side] if query.side is not None else [*sides["a"], *sides["b"]]
        there = np.isin(events[0][rows], [events[1][name] for name in shared if name in events[1]])
        mine = np.isin(outlets[0][rows], [outlets[1][name] for name in kept if name in outlets[1]])
        return rows[there & mine]


def _binds(cell: Any, target: str) -> bool:
    """Tell whether a party fills one of a naming's slots; without one, whether nobody does."""
    if not isinstance(cell, list):
        return False
    filled = {slot.get("target") for slot in cell}
    return target in filled if target else filled == {None}
