"""Counts of namings by event and side, and what two sides have in common in each event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from framing.errors import ComparisonError
from framing.statistics.exchanges import names_of
from framing.statistics.strata import in_both, ranked_codes, strata_of, summed

__all__ = [
    "Contrasted",
    "NamingCounts",
    "Paired",
    "Units",
    "each_paired",
    "paired",
    "summed_scores",
    "units_of",
]

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

Contrasted = tuple[int, int | None]
"""Places of two sides; None for all other sides together."""


@dataclass(frozen=True, slots=True, eq=False)
class NamingCounts:
    """Namings in one scope, one row per event, side, outlet and variant; equal rows are summed.

    Attributes
    ----------
    event, side, outlet, variant : array of int
        Places. Where sides are outlets, `outlet` is `side`.
    count : array of float
        Namings, as they are to be weighed (`naming_weights`).
    concept : array of int of shape (variants,)
        The concept of each variant; variants are numbered over all concepts.
    events : tuple of str
        Names of the events, from which their signs are drawn.
    direction : array of float of shape (variants,), optional
        −1, 0 or 1 toward the concept's first slot; missing where a variant has none.
    loaded : array of float of shape (variants,), optional
        1 for a loaded variant, 0 for another.
    stories : tuple of str, optional
        The running story of each event; without it events are apart.
    referent : array of int, optional
        Which one each naming is said of, where a concept is said of several; only namings of the
        same one are compared.

    Raises
    ------
    ComparisonError
        When the arrays differ in length.

    Examples
    --------
    Both sides name one thing in the first of two events, so that only this one is matched.

    >>> counts = NamingCounts(np.array([0, 0, 1]), np.array([0, 1, 0]), np.array([0, 1, 0]),
    ...                       np.array([0, 1, 0]), np.ones(3), np.array([0, 0]), ("flood", "vote"))
    >>> counts.in_matched((0, 1)).event.tolist()
    [0, 0]
    """

    event: IntArray
    side: IntArray
    outlet: IntArray
    variant: IntArray
    count: FloatArray
    concept: IntArray
    events: tuple[str, ...]
    direction: FloatArray | None = None
    loaded: FloatArray | None = None
    stories: tuple[str, ...] | None = None
    referent: IntArray | None = None

    def __post_init__(self) -> None:
        columns = ("event", "side", "outlet", "variant", "count")
        rows = {name: len(getattr(self, name)) for name in columns}
        if len(set(rows.values())) > 1:
            lengths = ", ".join(f"{name} {size}" for name, size in rows.items())
            raise ComparisonError(f"each row needs one value in each column; there are: {lengths}")
        if self.referent is not None and len(self.referent) != len(self.event):
            raise ComparisonError(
                f"referent has {len(self.referent)} places for {len(self.event)} rows; each row "
                "needs one"
            )
        if self.stories is not None and len(self.stories) != len(self.events):
            raise ComparisonError(
                f"{len(self.stories)} stories for {len(self.events)} events; each event needs one"
            )
        for name in ("direction", "loaded"):
            values = getattr(self, name)
            if values is not None and len(values) != len(self.concept):
                raise ComparisonError(
                    f"{name} has {len(values)} values for {len(self.concept)} variants; each "
                    "variant needs one (nan where it has none)"
                )

    def kept(self, rows: BoolArray | IntArray) -> NamingCounts:
        """Return these counts with some `rows` alone: a mask of shape (rows,), or their places."""
        return replace(
            self,
            event=self.event[rows],
            side=self.side[rows],
            outlet=self.outlet[rows],
            variant=self.variant[rows],
            count=self.count[rows],
            referent=None if self.referent is None else self.referent[rows],
        )

    def of_concept(self, concept: int | None) -> NamingCounts:
        """Return the namings of one `concept`, told by its place, or of all for None."""
        if concept is None:
            return self
        return self.kept(np.asarray(self.concept)[self.variant] == concept)

    def by_concept(self) -> dict[int, NamingCounts]:
        """Return the namings of each concept, by its place; one that nobody names is not there."""
        concept = np.asarray(self.concept)[self.variant]
        if not len(concept):
            return {}
        order = np.argsort(concept, kind="stable")
        found, first = np.unique(concept[order], return_index=True)
        parts = np.split(order, first[1:])
        return {int(at): self.kept(part) for at, part in zip(found, parts, strict=True)}

    def in_matched(self, contrast: Contrasted) -> NamingCounts:
        """Return the namings of both sides of `contrast` in the strata that both name.

        A stratum is one concept in one event (said of one referent, where namings have one).
        """
        first, second = self.masks(contrast)
        rows = np.flatnonzero(first | second)
        stratum, size = self.strata()
        live = self.count[rows] > 0
        return self.kept(rows[in_both(stratum[rows], first[rows], size, live)])

    def strata(self) -> tuple[IntArray, int]:
        """Return what each naming is compared within, as a code, and how many codes there are."""
        concept = _at(self.concept, self.variant)
        concepts = int(self.concept.max(initial=0)) + 1
        return strata_of(self.event, concept, self.referent, (len(self.events), concepts))

    def masks(self, contrast: Contrasted) -> tuple[BoolArray, BoolArray]:
        """Return which rows are each side's in `contrast`: two masks of shape (rows,).

        Where the second side is None, all rows that are not the first side's are its.
        """
        a, b = contrast
        first = self.side == a
        return first, ~first if b is None else self.side == b


class Units(NamedTuple):
    """What is exchanged: the unit of each event, and the units' names."""

    of: IntArray
    names: tuple[str, ...]


def units_of(events: Sequence[object], stories: Sequence[object] | None) -> Units:
    """Take stories as units where there are any, else events.

    Examples
    --------
    >>> units_of(["e1", "e2", "e3"], ["flood", "strike", "flood"])
    Units(of=array([0, 1, 0]), names=('flood', 'strike'))
    """
    names = names_of(len(events), events if stories is None else stories)
    distinct = tuple(sorted(set(names)))
    place = {name: i for i, name in enumerate(distinct)}
    return Units(np.array([place[name] for name in names], dtype=np.int64), distinct)


class Paired(NamedTuple):
    """Two sides in the strata (event × concept) that both name.

    `event`, `variant`, `score` (s_ev) have an entry for each variant of a matched stratum that
    either side wrote; `at`, `concept`, `weight` (w_e) one for each matched stratum, `at` being its
    event.
    """

    event: IntArray
    variant: IntArray
    score: FloatArray
    at: IntArray
    concept: IntArray
    weight: FloatArray


class _Cells(NamedTuple):
    """The cells (event × variant) and strata (event × concept) that namings fall into, in order.

    `of` gives each naming's cell, `stratum` each cell's stratum; a cell has its `event` and
    `variant`, a stratum its event (`at`) and `concept`. Where namings have referents, cells and
    strata are of one referent each.
    """

    of: IntArray
    event: IntArray
    variant: IntArray
    stratum: IntArray
    at: IntArray
    concept: IntArray

    @classmethod
    def of_counts(cls, counts: NamingCounts) -> _Cells:
        """Sort the namings of all sides."""
        concepts, variants = int(counts.concept.max(initial=0)) + 1, max(len(counts.concept), 1)
        events = len(counts.events)
        code, _ = strata_of(counts.event, counts.variant, counts.referent, (events, variants))
        cells, of = ranked_codes(code)
        referent, place = np.divmod(cells, max(events * variants, 1))
        event, variant = np.divmod(place, variants)
        concept = _at(counts.concept, variant)
        strata, stratum = ranked_codes(strata_of(event, concept, referent, (events, concepts))[0])
        return cls(
            of, event, variant, stratum, *np.divmod(strata % max(events * concepts, 1), concepts)
        )


def paired(counts: NamingCounts, contrast: Contrasted) -> Paired:
    """Score the matched events of one contrast: s_ev = w_e (p_Aev − p_Bev).

    Where namings have referents, scores and weights are those of each, summed over the event.
    """
    return _paired(counts, contrast, _Cells.of_counts(counts))


def each_paired(counts: NamingCounts, contrasts: Sequence[Contrasted]) -> list[Paired]:
    """Do so for several contrasts, whose namings are sorted once."""
    cells = _Cells.of_counts(counts)
    return [_paired(counts, contrast, cells) for contrast in contrasts]


def _paired(counts: NamingCounts, contrast: Contrasted, cells: _Cells) -> Paired:
    sides = counts.masks(contrast)
    n_a, n_b = (summed(cells.of, counts.count * side, len(cells.event)) for side in sides)
    written = np.zeros(len(cells.event), dtype=bool)
    written[cells.of[sides[0] | sides[1]]] = True
    total_a, total_b = (summed(cells.stratum, n, len(cells.at)) for n in (n_a, n_b))
    there = (total_a > 0) & (total_b > 0)
    weight = np.where(there, total_a * total_b / np.where(there, total_a + total_b, 1.0), 0.0)
    live = there[cells.stratum] & written
    inside = cells.stratum[live]
    score = weight[inside] * (n_a[live] / total_a[inside] - n_b[live] / total_b[inside])
    found = Paired(
        cells.event[live], cells.variant[live], score, cells.at[there], cells.concept[there],
        weight[there],
    )  # fmt: skip
    return found if counts.referent is None else _over_referents(found)


def _over_referents(pair: Paired) -> Paired:
    """Add up the scores and weights of all referents of an event and concept."""
    variants = int(pair.variant.max(initial=0)) + 1
    concepts = int(pair.concept.max(initial=0)) + 1
    cells, cell = ranked_codes(pair.event * variants + pair.variant)
    strata, stratum = ranked_codes(pair.at * concepts + pair.concept)
    return Paired(
        cells // variants, cells % variants, summed(cell, pair.score, len(cells)),
        strata // concepts, strata % concepts, summed(stratum, pair.weight, len(strata)),
    )  # fmt: skip


def summed_scores(counts: NamingCounts, pair: Paired) -> FloatArray:
    """Return S_v / Σ_e w_e of every variant: how much more of the first side it is.

    Examples
    --------
    >>> ones = np.ones(2, dtype=np.int64)
    >>> both = NamingCounts(ones * 0, np.array([0, 1]), ones * 0, np.array([0, 1]), ones * 1.0,
    ...                     np.array([0, 0]), ("flood",))
    >>> summed_scores(both, paired(both, (0, 1))).tolist()
    [1.0, -1.0]
    """
    variants, concepts = len(counts.concept), int(counts.concept.max(initial=0)) + 1
    total = summed(pair.concept, pair.weight, concepts)[np.asarray(counts.concept)]
    sums = summed(pair.variant, pair.score, variants)
    return np.divide(sums, total, out=np.zeros(variants), where=total > 0)


def _at(values: Any, places: IntArray) -> IntArray:
    found: IntArray = np.asarray(values, dtype=np.int64)[places]
    return found
