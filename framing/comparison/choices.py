"""The choices that are compared: counted namings as positions, ready for the tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.referents import referents_of
from framing.comparison.written import Forms, forms_of
from framing.statistics import NamingCounts, naming_weights
from framing.statistics.strata import in_both, ranked_codes, strata_of
from framing.values import VOICES, Scope

if TYPE_CHECKING:
    from framing.comparison.material import Material

__all__ = [
    "Matched",
    "Namings",
    "Places",
    "beside_matched",
    "counts_of",
    "matched_of",
    "namings_of",
    "narrow",
    "places_of",
    "wide",
]

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
Narrow = npt.NDArray[np.signedinteger[Any]]
"""Places in no more bytes than they need; to be made wide (`int64`) before they are multiplied."""
Places = tuple[int, int | None]
"""A contrast as places of its sides; None for all other sides together."""


@dataclass(frozen=True, slots=True)
class Namings:
    """Every counted naming as numbers: positions in the lists of names that stand beside them.

    `variants` are (lexicon, concept, variant), sorted, so that those of one concept stand
    together; `concept_of` gives the concept of each, `lean` its direction toward the concept's
    first slot as most of its namings have it, `loaded` whether it is loaded.

    `side`, `event`, `outlet`, `variant`, `article` and `voice` have one place per naming, −1 where
    there is none, and are as narrow as can be. `outlet` is the article's own outlet, whatever is
    compared; `p_own` how often such a decision was right to call it the side's own word, where
    that was measured. `referent` numbers the parties that namings are said of, for concepts that
    are said of many ("the dictator" of one state is no other word for "the president" of another);
    it is 0 for the others, and None where there are no such concepts.
    """

    sides: tuple[str, ...]
    outlets: tuple[str, ...]
    events: tuple[str, ...]
    stories: tuple[str, ...] | None
    concepts: tuple[tuple[str, str], ...]
    variants: tuple[tuple[str, str, str], ...]
    concept_of: IntArray
    lean: FloatArray
    loaded: FloatArray
    side: Narrow
    event: Narrow
    outlet: Narrow
    variant: Narrow
    article: Narrow
    voice: Narrow
    p_own: FloatArray
    referent: Narrow | None
    forms: Forms

    def chosen(self, scope: Scope) -> BoolArray:
        """Tell which namings a comparison in `scope` counts: those with a side and an event."""
        voices = [VOICES.index(voice) for voice in scope.voices]
        live: BoolArray = np.isin(self.voice, voices)
        return live & (self.side >= 0) & (self.event >= 0)

    def strata(self, rows: IntArray) -> tuple[IntArray, int]:
        """Return what some namings are compared within, as codes, and how many codes there are."""
        concept = self.concept_of[self.variant[rows]] if len(rows) else np.zeros(0, np.int64)
        said_of = None if self.referent is None else wide(self.referent, rows)
        sizes = (len(self.events), max(len(self.concepts), 1))
        return strata_of(wide(self.event, rows), concept, said_of, sizes)


def wide(places: Narrow, rows: IntArray | BoolArray) -> IntArray:
    """Return some places as numbers that can be multiplied."""
    return places[rows].astype(np.int64)


def narrow(places: npt.NDArray[Any]) -> Narrow:
    """Return places, of which none is under −1, in no more bytes than they need.

    Examples
    --------
    >>> narrow(np.array([3, -1])).dtype.name, narrow(np.array([3, 300])).dtype.name
    ('int8', 'int16')
    """
    found: Narrow = places.astype(np.min_scalar_type(-int(places.max(initial=0)) - 1))
    return found


def places_of(column: pd.Series, names: tuple[str, ...]) -> IntArray:
    """Return each cell's position among `names`, −1 where it is none of them.

    Examples
    --------
    >>> places_of(pd.Series(["b", None, "c"]), ("a", "b")).tolist()
    [1, -1, -1]
    """
    codes, seen = pd.factorize(column)
    found = pd.Index(names, dtype=object).get_indexer(pd.Index(seen, dtype=object))
    return np.append(np.asarray(found, np.int64), -1)[codes]


def namings_of(material: Material) -> Namings:
    """Turn the mentions that are compared into positions."""
    mentions = material.mentions
    grouped = mentions.groupby(["lexicon", "concept", "variant"], sort=True, observed=True)
    variants = tuple((str(a), str(b), str(c)) for a, b, c in grouped.size().index)
    variant, size = grouped.ngroup().to_numpy(np.int64), len(variants)
    concepts = tuple(sorted({(a, b) for a, b, _ in variants}))
    place = {pair: at for at, pair in enumerate(concepts)}
    many = np.maximum(np.bincount(variant, minlength=size), 1)
    direction, loaded = (
        np.bincount(variant, weights=column, minlength=size) / many
        for column in (
            mentions["direction"].astype("float64").fillna(0.0).to_numpy(),
            mentions["loaded"].to_numpy(float, na_value=0.0),
        )
    )
    outlet, outlets = pd.factorize(mentions["unit"])
    said_of = referents_of(mentions, material.analysis.lexicons)
    return Namings(
        outlets=tuple(str(name) for name in outlets),
        sides=material.named_outlets,
        events=material.events,
        stories=material.stories,
        concepts=concepts,
        variants=variants,
        concept_of=np.array([place[a, b] for a, b, _ in variants], dtype=np.int64),
        lean=np.rint(direction),
        loaded=np.rint(loaded),
        side=narrow(places_of(mentions["outlet"], material.named_outlets)),
        event=narrow(places_of(mentions["event"], material.events)),
        outlet=narrow(np.asarray(outlet)),
        variant=narrow(variant),
        article=narrow(np.asarray(pd.factorize(mentions["article_id"])[0])),
        voice=narrow(places_of(mentions["voice"], VOICES)),
        p_own=mentions["p_own"].to_numpy(float, na_value=np.nan)
        if "p_own" in mentions.columns
        else np.full(len(mentions), np.nan),
        referent=None if said_of is None else narrow(said_of),
        forms=forms_of(mentions, material.spelled),
    )


def counts_of(namings: Namings, scope: Scope, keep: BoolArray | None = None) -> NamingCounts:
    """Count the namings of one scope as what they are worth; `keep` leaves some out.

    Namings of one article are one habit, and are worth n/(1 + (n − 1)ρ) together.
    """
    chosen = namings.chosen(scope) if keep is None else namings.chosen(scope) & keep
    variant, article = wide(namings.variant, chosen), wide(namings.article, chosen)
    concepts = max(len(namings.concepts), 1)
    groups = ranked_codes(article * concepts + namings.concept_of[variant])[1]
    return NamingCounts(
        event=wide(namings.event, chosen),
        side=wide(namings.side, chosen),
        outlet=wide(namings.outlet, chosen),
        variant=variant,
        count=naming_weights(groups),
        concept=namings.concept_of,
        events=namings.events,
        direction=namings.lean,
        loaded=namings.loaded,
        stories=namings.stories,
        referent=None if namings.referent is None else wide(namings.referent, chosen),
    )


@dataclass(frozen=True, slots=True)
class Matched:
    """The namings of both sides in the events in which both named the concept.

    `rows` are their places among all namings; `first` tells whose they are; the other arrays
    stand beside `rows`.
    """

    rows: IntArray
    first: BoolArray
    concept: IntArray
    event: IntArray
    variant: IntArray

    def by_concept(self, concepts: int) -> list[Matched]:
        """Take the namings of each concept apart."""
        order = np.argsort(self.concept, kind="stable")
        ends = np.searchsorted(self.concept[order], np.arange(concepts + 1))
        parts = [order[ends[at] : ends[at + 1]] for at in range(concepts)]
        return [
            Matched(self.rows[at], self.first[at], self.concept[at], self.event[at],
                    self.variant[at])
            for at in parts
        ]  # fmt: skip

    def count(self, by: IntArray, size: int, *, first: bool, weights: Any = None) -> FloatArray:
        """Count one side's namings, or add up their `weights`, by place."""
        mine = self.first if first else ~self.first
        of = None if weights is None else weights[mine]
        return np.bincount(by[mine], weights=of, minlength=size).astype(np.float64)


def matched_of(
    namings: Namings, scope: Scope, contrast: Places, keep: BoolArray | None = None
) -> Matched:
    """Find the namings of both sides in the events in which both named the concept.

    Where it is said of many, in the events in which both named it of the same one.
    """
    chosen = namings.chosen(scope) if keep is None else namings.chosen(scope) & keep
    rows = np.flatnonzero(chosen)
    side = namings.side[rows]
    first = side == contrast[0]
    other = ~first if contrast[1] is None else side == contrast[1]
    rows, first = rows[first | other], first[first | other]
    variant, event = wide(namings.variant, rows), wide(namings.event, rows)
    concept = namings.concept_of[variant] if len(rows) else np.zeros(0, np.int64)
    stratum, size = namings.strata(rows)
    both = in_both(stratum, first, size)
    return Matched(rows[both], first[both], concept[both], event[both], variant[both])


def beside_matched(namings: Namings, scope: Scope, contrast: Places, matched: Matched) -> Matched:
    """Find what both sides, or one of them, wrote in another scope where `matched` namings stand.

    That is in the same events, and of the same one where the concept is said of many.
    """
    rows = np.flatnonzero(namings.chosen(scope))
    side = namings.side[rows]
    first = side == contrast[0]
    other = ~first if contrast[1] is None else side == contrast[1]
    rows, first = rows[first | other], first[first | other]
    kept = np.isin(namings.strata(rows)[0], namings.strata(matched.rows)[0])
    rows, first = rows[kept], first[kept]
    variant, event = wide(namings.variant, rows), wide(namings.event, rows)
    concept = namings.concept_of[variant] if len(rows) else np.zeros(0, np.int64)
    return Matched(rows, first, concept, event, variant)
