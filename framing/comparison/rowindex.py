"""`RowIndex`: which rows of a table a query counts, by codes that are made once for all queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.placing import NO_OUTLET
from framing.comparison.queries import Query
from framing.values import Scope

__all__ = ["RowIndex"]

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

_NAMED = {
    "lexicon": "lexicon", "concept": "concept", "variant": "variant", "wording": "wording",
    "outlet": "outlet", "article": "article_id", "cue": "kind", "speaker": "source",
    "speaker_kind": "source_kind",
}  # fmt: skip
"""What a query names, and the column that holds it."""
_FLAGS = ("loaded", "told", "doubt")
_OF_CONCEPT = {"variant": None, "wording": None, "loaded": None}


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
    of_concept
        The rows of each concept, made when first asked for.
    """

    codes: Mapping[str, tuple[IntArray, Mapping[str, int]]]
    flags: Mapping[str, BoolArray]
    bindings: pd.Series | None
    size: int
    of_concept: dict[int, IntArray] = field(default_factory=dict)

    @classmethod
    def of(cls, table: pd.DataFrame) -> RowIndex:
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
                codes[column] = found.astype(np.int64), named
        flags = {
            name: table[name].fillna(False).to_numpy(dtype=bool)
            for name in _FLAGS
            if name in table.columns
        }
        return cls(codes, flags, table.get("bindings"), len(table))

    def places(self, query: Query) -> IntArray:
        """Return the places of the rows that `query` counts, in the order of the table."""
        if query.a is None:
            return self._named(self._all(query), query)
        # A variant counts where both sides named its concept, by whatever variant.
        every = query.but(**_OF_CONCEPT)
        return self._named(self._contrast(self._named(self._all(query), every), query), query)

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
            # What is "told" or with doubt is only ever asked for; loaded also as what is not.
            if name in self.flags and (value or (value is not None and name == "loaded")):
                rows = rows[self.flags[name][rows] == bool(value)]
        return rows if query.target is None else self._bound(rows, query.target)

    def _bound(self, rows: IntArray, target: str) -> IntArray:
        """Keep the rows bound to a party."""
        if self.bindings is None:
            return rows
        kept = [_binds(cell, target) for cell in self.bindings.iloc[rows]]
        bound: IntArray = rows[np.array(kept, dtype=bool)]
        return bound

    def _contrast(self, rows: IntArray, query: Query) -> IntArray:
        """Keep namings of both sides where both named the concept, then those of one side."""
        outlets, names = self.codes["outlet"]
        event = self.codes["event"][0][rows]
        side = outlets[rows]
        first = side == names.get(str(query.a), -2)
        other = ~first if query.b is None else side == names.get(query.b, -2)
        kept = (event >= 0) & (side != names.get(NO_OUTLET, -2)) & (first | other)
        rows, first, stratum = rows[kept], first[kept], event[kept]
        for column in ("lexicon", "concept"):
            codes, values = self.codes[column]
            stratum = stratum * (len(values) + 1) + codes[rows]
        both = np.isin(stratum, np.intersect1d(stratum[first], stratum[~first]))
        if query.side is not None:
            both &= first if query.side == "a" else ~first
        return rows[both]


def _binds(cell: Any, target: str) -> bool:
    """Tell whether one of a naming's slots is filled by a party."""
    return isinstance(cell, list) and any(slot.get("target") == target for slot in cell)
