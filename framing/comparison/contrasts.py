"""Differences between sides within events: one row per measure, concept, contrast and scope."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.choices import (
    Matched,
    Namings,
    Places,
    beside_matched,
    counts_of,
    matched_of,
)
from framing.comparison.misreadwords import misread_bound, slipping
from framing.comparison.sidewords import Worded
from framing.statistics import (
    MARGIN,
    NamingCounts,
    choice_tests,
    cliffs_delta,
    hedges_g,
    mantel_haenszel,
)
from framing.statistics.choicetests import MEASURES
from framing.statistics.exchange import LEAST_P
from framing.statistics.outlets import matched_outlet_test
from framing.statistics.pairing import each_paired, summed_scores
from framing.statistics.resultcontext import largest_outlets
from framing.values import Scope

if TYPE_CHECKING:
    from framing.comparison.material import Material

__all__ = ["COLUMNS", "Contrast", "contrasts_of", "difference_table", "typed"]

FloatArray = npt.NDArray[np.float64]

MOST_PAIRED = 12
"""Sides up to which every pair is compared; above, each with the rest."""

COLUMNS: dict[str, str] = {
    "lexicon": "string", "concept": "string", "variant": "string", "scope": "string",
    "measure": "string", "kind": "string", "outlet_a": "string", "outlet_b": "string",
    "n_a": "Int64", "total_a": "Int64", "share_a": "float64", "wording_a": "string",
    "variant_a": "string",
    "n_b": "Int64", "total_b": "Int64", "share_b": "float64", "wording_b": "string",
    "variant_b": "string",
    "difference": "float64", "low": "float64", "high": "float64", "approximate": "boolean",
    "raw_difference": "float64", "events": "Int64", "nonzero_events": "Int64",
    "statistic": "float64", "p_value": "float64", "p_adjusted": "float64",
    "smallest_p": "float64", "p_events": "float64", "p_units": "float64", "units_note": "string",
    "largest_event": "string", "event_share": "float64", "story_share": "float64",
    "largest_outlet_a": "string", "outlet_share_a": "float64",
    "largest_outlet_b": "string", "outlet_share_b": "float64",
    "misreading": "float64", "not_seen": "boolean",
    "odds_ratio": "float64", "odds_low": "float64", "odds_high": "float64",
    "cliffs_delta": "float64", "hedges_g": "float64", "role": "string", "note": "string",
}  # fmt: skip

_MEASURES = {"variant": "variant share"}
_ROLES = {"naming choice": "primary", "lean": "secondary"}


class Contrast(NamedTuple):
    """Two sides compared: `b` is None where it is all other sides together."""

    kind: str
    a: str
    b: str | None

    def places(self, sides: tuple[str, ...]) -> Places:
        """Return the places of its sides."""
        return sides.index(self.a), None if self.b is None else sides.index(self.b)


def contrasts_of(outlets: tuple[str, ...], reference: str | None) -> tuple[Contrast, ...]:
    """List what is compared with what, in the order of the sides' names.

    With a reference, every other side with it; otherwise all pairs (up to 12 sides), and,
    where there are three or more, each side with all others together.

    Examples
    --------
    >>> [(c.a, c.b) for c in contrasts_of(("A", "B", "C"), None)]
    [('A', 'B'), ('A', 'C'), ('B', 'C'), ('A', None), ('B', None), ('C', None)]
    >>> [(c.a, c.b) for c in contrasts_of(("A", "B", "C"), "A")]
    [('B', 'A'), ('C', 'A')]
    """
    if reference is not None:
        return tuple(Contrast("reference", o, reference) for o in outlets if o != reference)
    pairs: list[Contrast] = []
    if len(outlets) <= MOST_PAIRED:
        pairs = [Contrast("pair", a, b) for a, b in itertools.combinations(outlets, 2)]
    if len(outlets) > 2:
        pairs += [Contrast("rest", o, None) for o in outlets]
    return tuple(pairs)


def difference_table(
    material: Material, *, measures: tuple[str, ...] = MEASURES, draws: int = 2000
) -> pd.DataFrame:
    """Compare every contrast within events: over all concepts, and concept by concept.

    Parameters
    ----------
    material : Material
        What is compared: its contrasts, in the scopes of its settings. Beside the results of sides
        that pool several outlets stands the p-value with whole outlets as units.
    measures : tuple of str
        Those of `framing.statistics.MEASURES` that are wanted.
    draws : int
        Of the bootstrap.

    Returns
    -------
    DataFrame
        One row per measure, concept (missing: over all concepts), contrast and scope:

        - `measure`: ``naming choice`` (the declared one, `role` primary), ``lean`` (secondary),
          ``variant share`` (of `variant`) and ``loaded share`` (exploratory);
        - `lexicon, concept, variant, scope, kind` (pair, rest or reference), `outlet_a,
          outlet_b` (missing: all other sides);
        - `n_a, total_a, share_a` and the same of b, in the matched events alone, as raw counts:
          namings by the variant that stands out on that side (`variant_a`, as written
          `wording_a`), Σ of directions for the lean, namings of the variant, loaded namings; of
          all its namings of the concept there;
        - `difference`: D* for the naming choice (0 to 1), otherwise a less b; `low, high` its
          95% interval over events, `approximate` under 20; `raw_difference` D, biased upward;
        - `events` matched, `nonzero_events`: exchanged units in which they differ;
          `statistic, p_value, smallest_p` of the exchange; `p_adjusted` over the family of
          concepts and contrasts of the measure and scope (.0001 at least where tests that share
          events hold more than 10,000 numbers); `p_events` with events exchanged where
          `p_value` exchanges running stories; `p_units` with whole outlets exchanged, where
          `p_value` is at most .05 or over all concepts, `units_note`;
        - `largest_event, event_share, story_share, largest_outlet_a, outlet_share_a` and of b:
          where the weight lies; `misreading`: what errors of the voice reader alone could make;
        - `not_seen`: the interval ends under .2;
        - `odds_ratio, odds_low, odds_high` (Mantel–Haenszel), `cliffs_delta, hedges_g`: effect
          sizes of the loaded share, no tests;
        - `note`: why there is no test.
    """
    namings, contrasts, settings = material.namings, material.contrasts, material.settings
    places = [contrast.places(namings.sides) for contrast in contrasts]
    tables = []
    for scope in settings.scopes:
        if not contrasts or not namings.chosen(scope).any():
            continue
        counts = counts_of(namings, scope)
        pairs = each_paired(counts, places)
        leans = [summed_scores(counts, pair) for pair in pairs]
        tests = choice_tests(
            counts, places, seed=settings.seed, draws=draws, margin=MARGIN, measures=measures,
            pairs=pairs,
        ).reset_index(drop=True)  # fmt: skip
        del pairs  # the matched namings of a contrast are large, and no two are held at once
        written = [material.worded(scope, contrast) for contrast in contrasts]
        table = _named(tests, namings, contrasts)
        table = pd.concat([table, _counted(tests, namings, leans, written)], axis=1)
        table["scope"] = str(scope)
        _add_beside(table, tests, counts, material)
        _add_effects(table, tests, namings, scope, places)
        if scope == Scope.OWN:
            _add_misreading(table, tests, namings, places)
        tables.append(table)
    if not tables:
        return typed(pd.DataFrame(columns=list(COLUMNS)))
    return typed(pd.concat(tables, ignore_index=True))


def _named(tests: pd.DataFrame, namings: Namings, contrasts: tuple[Contrast, ...]) -> pd.DataFrame:
    """Put names in place of places, and take over what the tests found."""
    concepts = np.array([*namings.concepts, (None, None)], dtype=object)
    variants = np.array([*(v for _, _, v in namings.variants), None], dtype=object)
    sides = [contrasts[at] for at in tests["contrast"]]
    measure = tests["measure"].replace(_MEASURES)
    table = pd.DataFrame(
        {
            "lexicon": concepts[tests["concept"].to_numpy(np.int64), 0],
            "concept": concepts[tests["concept"].to_numpy(np.int64), 1],
            "variant": variants[tests["variant"].to_numpy(np.int64)],
            "measure": measure,
            "kind": [side.kind for side in sides],
            "outlet_a": [side.a for side in sides],
            "outlet_b": [side.b for side in sides],
            "nonzero_events": tests["live_units"],
            "story_share": tests["unit_share"],
            "role": measure.map(_ROLES).fillna("exploratory"),
        }
    )
    events = np.array([*namings.events, None], dtype=object)
    table["largest_event"] = events[tests["largest_event"].to_numpy(np.int64)]
    same = ("difference", "low", "high", "approximate", "raw_difference", "events", "statistic",
            "p_value", "p_adjusted", "smallest_p", "p_events", "event_share", "not_seen",
            "note")  # fmt: skip
    return table.assign(**{name: tests[name] for name in same})


def _counted(
    tests: pd.DataFrame, namings: Namings, leans: list[FloatArray], written: list[Worded]
) -> pd.DataFrame:
    """Count each row's namings of both sides, raw, in its matched events."""
    columns: dict[str, npt.NDArray[Any]] = {}
    for side in "ab":
        columns |= {f"n_{side}": np.full(len(tests), np.nan),
                    f"total_{side}": np.zeros(len(tests)),
                    f"wording_{side}": np.full(len(tests), None, object),
                    f"variant_{side}": np.full(len(tests), None, object)}  # fmt: skip
    for at, worded in enumerate(written):
        rows = np.flatnonzero(tests["contrast"].to_numpy() == at)
        if len(rows):
            _fill(columns, rows, tests.iloc[rows], namings, worded, leans[at])
    for side in "ab":
        n, total = columns[f"n_{side}"], columns[f"total_{side}"]
        columns[f"share_{side}"] = np.divide(n, total, out=np.full(len(n), np.nan), where=total > 0)
    return pd.DataFrame(columns)


def _fill(
    columns: dict[str, npt.NDArray[Any]],
    rows: npt.NDArray[np.int64],
    tests: pd.DataFrame,
    namings: Namings,
    worded: Worded,
    leans: FloatArray,
) -> None:
    """Fill the rows of one contrast; `leans` tells which side each variant is more of."""
    concept, variant = tests["concept"].to_numpy(), tests["variant"].to_numpy()
    measure = tests["measure"].to_numpy(object)
    concepts, standing = len(namings.concepts), _standing_out(namings, leans, *worded.n)
    for place, side in enumerate("ab"):
        of_variant = worded.n[place]
        picked = {key: found[place] for key, found in standing.items()}
        for kind, weights in (("lean", namings.lean), ("loaded share", namings.loaded)):
            sums = np.bincount(namings.concept_of, weights=weights * of_variant, minlength=concepts)
            here = measure == kind
            columns[f"n_{side}"][rows[here]] = np.append(sums, sums.sum())[concept[here]]
        totals = np.bincount(namings.concept_of, weights=of_variant, minlength=concepts)
        columns[f"total_{side}"][rows] = np.append(totals, totals.sum())[concept]
        here = measure == "variant"
        columns[f"n_{side}"][rows[here]] = of_variant[variant[here]]
        for row, kind, pair in zip(rows, measure, concept, strict=True):
            if kind == "naming choice" and pair in picked:
                chosen, written = picked[pair], worded.written(*standing[pair])[place]
                columns[f"n_{side}"][row] = of_variant[chosen]
                columns[f"wording_{side}"][row] = None if written is None else str(written)
                columns[f"variant_{side}"][row] = namings.variants[chosen][2]


def _standing_out(
    namings: Namings, leans: FloatArray, n_a: FloatArray, n_b: FloatArray
) -> dict[int, tuple[int, int]]:
    """Return for each concept the variant that each side prefers most, a then b.

    Of the variants whose summed difference leans to a side, the one whose raw share does so most;
    a variant that the side wrote once shows no preference where it wrote another more often.
    """
    used = np.flatnonzero(n_a + n_b > 0)
    concept = namings.concept_of[used]
    shares = []
    for n in (n_a, n_b):
        total = np.bincount(namings.concept_of, weights=n, minlength=len(namings.concepts))
        shares.append((n / np.maximum(total[namings.concept_of], 1))[used])
    gap, size = shares[0] - shares[1], shares[0] + shares[1]
    lean = np.sign(np.round(leans[used], 9))
    found = []
    for sign, n in ((1.0, n_a), (-1.0, n_b)):
        once = (n[used] < 2) | (sign * gap <= 0)
        order = np.lexsort((used, -size, -sign * gap, once, -sign * lean, concept))
        first = order[np.unique(concept[order], return_index=True)[1]]
        found.append(dict(zip(concept[first].tolist(), used[first].tolist(), strict=True)))
    return {at: (found[0][at], found[1][at]) for at in found[0]}


def _add_beside(
    table: pd.DataFrame,
    tests: pd.DataFrame,
    counts: NamingCounts,
    material: Material,
) -> None:
    """Add whose the weight is, and the test with whole outlets where there is evidence to bear."""
    namings = material.namings
    columns: dict[str, list[Any]] = {
        name: [None] * len(table)
        for name in ("p_units", "units_note", "largest_outlet_a", "outlet_share_a",
                     "largest_outlet_b", "outlet_share_b")
    }  # fmt: skip
    choices = (table["measure"] == "naming choice").to_numpy()
    p_values, concepts = table["p_value"].to_numpy(float), tests["concept"].to_numpy(np.int64)
    for at, contrast in enumerate(material.contrasts):
        if not material.pools(contrast):
            continue
        place = contrast.places(namings.sides)
        matched = counts.in_matched(place)
        largest = [largest_outlets(matched, mine) for mine in matched.masks(place)]
        apart = matched.by_concept()
        for row in np.flatnonzero(choices & (tests["contrast"] == at).to_numpy()):
            concept = int(concepts[row])
            for side, shares in zip("ab", largest, strict=True):
                outlet, share = shares.get(concept, (None, None))
                columns[f"largest_outlet_{side}"][row] = (
                    None if outlet is None or outlet < 0 else namings.outlets[outlet]
                )
                columns[f"outlet_share_{side}"][row] = share
            if p_values[row] <= LEAST_P or (concept < 0 and not np.isnan(p_values[row])):
                found = matched_outlet_test(
                    matched if concept < 0 else apart[concept], place, seed=material.settings.seed
                )
                columns["p_units"][row], columns["units_note"][row] = found.p_units, found.note
    for name, values in columns.items():
        table[name] = values


def _add_effects(
    table: pd.DataFrame,
    tests: pd.DataFrame,
    namings: Namings,
    scope: Scope,
    places: list[Places],
) -> None:
    """Add effect sizes of the loaded share: the odds ratio over strata, and shares by event."""
    names = ("odds_ratio", "odds_low", "odds_high", "cliffs_delta", "hedges_g")
    columns: dict[str, list[float | None]] = {name: [None] * len(table) for name in names}
    loaded = (table["measure"] == "loaded share").to_numpy()
    for place, rows in zip(places, _rows_by_contrast(tests, loaded, len(places)), strict=True):
        if not rows:
            continue
        matched = matched_of(namings, scope, place)
        apart = matched.by_concept(len(namings.concepts))
        for row, concept in rows:
            for name, value in _effects(
                matched if concept < 0 else apart[concept], namings
            ).items():
                columns[name][row] = value
    for name, values in columns.items():
        table[name] = values


def _rows_by_contrast(
    tests: pd.DataFrame, wanted: npt.NDArray[np.bool_], contrasts: int
) -> list[list[tuple[int, int]]]:
    """List the wanted rows of each contrast, with their concepts."""
    found: list[list[tuple[int, int]]] = [[] for _ in range(contrasts)]
    at, concept = (tests[name].to_numpy(np.int64) for name in ("contrast", "concept"))
    for row in np.flatnonzero(wanted):
        found[at[row]].append((int(row), int(concept[row])))
    return found


def _effects(matched: Matched, namings: Namings) -> dict[str, float | None]:
    code = matched.event * max(len(namings.concepts), 1) + matched.concept
    strata, where = np.unique(code, return_inverse=True)
    if not len(strata):
        return {}
    loaded, first = namings.loaded[matched.variant], matched.first
    x1, n1, x0, n0 = (
        np.bincount(where, weights=mine * values, minlength=len(strata))
        for mine in (first, ~first)
        for values in (loaded, np.ones(len(loaded)))
    )
    odds = mantel_haenszel(np.stack([x1, n1 - x1, x0, n0 - x0], axis=1).reshape(-1, 2, 2))
    event, of = np.unique(strata // max(len(namings.concepts), 1), return_inverse=True)
    sums = [np.bincount(of, weights=counts, minlength=len(event)) for counts in (x1, n1, x0, n0)]
    shares = (sums[0] / sums[1], sums[2] / sums[3])
    return {
        "odds_ratio": odds.odds_ratio, "odds_low": odds.low, "odds_high": odds.high,
        "cliffs_delta": cliffs_delta(*shares), "hedges_g": hedges_g(*shares),
    }  # fmt: skip


def _add_misreading(
    table: pd.DataFrame, tests: pd.DataFrame, namings: Namings, places: list[Places]
) -> None:
    """Add what errors of the voice reader alone could make of each naming choice in own words."""
    bounds: list[float | None] = [None] * len(table)
    size, known = len(namings.concepts), not np.isnan(namings.p_own).all()
    slips = slipping(namings)
    wanted = (table["measure"] == "naming choice").to_numpy() & (tests["concept"] >= 0).to_numpy()
    for place, rows in zip(places, _rows_by_contrast(tests, wanted, len(places)), strict=True):
        if not rows or not known:
            continue
        mine = matched_of(namings, Scope.OWN, place)
        worded, every = (
            beside_matched(namings, scope, place, mine).by_concept(size)
            for scope in (Scope.ATTRIBUTED, Scope.ALL)
        )
        own = mine.by_concept(size)
        for row, at in rows:
            bounds[row] = misread_bound(namings, own[at], worded[at], every[at], slips)
    table["misreading"] = bounds


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """Give every column its type; integers stay integers beside missing values."""
    whole = table.reindex(columns=list(COLUMNS))
    for name, kind in COLUMNS.items():
        column = whole[name]
        if kind in ("float64", "Int64"):
            column = pd.to_numeric(column)
            if kind == "Int64":
                column = column.round()
        whole[name] = column.astype(pd.api.types.pandas_dtype(kind))
    return whole
