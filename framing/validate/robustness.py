"""How much a difference rests on single pieces, and on choices another reader would make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.comparison.choices import BoolArray, Namings, Places, counts_of, places_of
from framing.comparison.signed import signed_strata
from framing.statistics import NamingCounts, events_for_power, leave_out
from framing.values import VOICES, Scope

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison

__all__ = ["influence", "power", "sensitivity"]

_ALONE = "the rest"
_NOTHING = 1e-12


def influence(comparison: Comparison) -> pd.DataFrame:
    """Leave one outlet, event, concept or variant out, and see what becomes of each difference.

    Outlets are the articles' own, also where `by` is another column: of a leaning that pools
    outlets each is left out in turn.

    Parameters
    ----------
    comparison : Comparison
        Whose contrasts are computed anew, each time without one piece.

    Returns
    -------
    pandas.DataFrame
        One row per contrast, measure and piece: outlet_a, outlet_b ("the rest" for all others),
        measure (``naming choice``, the declared one, then ``loaded share``; both own voice, over
        all concepts, matched), kind (outlet, event, concept; of the share also variant),
        left_out, difference (of all), without (the same without the piece; missing where nothing
        is matched any more), change, sign_flips (of the share; of the choice, whether the lean
        has the other sign), events (that stay matched). Within a measure the largest changes come
        first; pieces that change nothing are not listed.

    Examples
    --------
    >>> import framing
    >>> news = [
    ...     framing.Article(f"{outlet}{n}", outlet, f"e{n}", text=f"The {word} left.")
    ...     for n in range(2)
    ...     for outlet, word in [("Ash", "occupation forces"), ("Birch", "foreign troops")]
    ... ]
    >>> comparison = framing.compare(framing.analyze(news, "foreign-forces", sentiment=False))
    >>> influence(comparison)[["measure", "kind", "left_out", "events"]].head(1).values.tolist()
    [['naming choice', 'outlet', 'Ash', 0]]
    """
    import pandas as pd

    namings = comparison.material.namings
    counts = counts_of(namings, Scope.OWN)
    rows: list[tuple[Any, ...]] = []
    for pair in comparison.material.contrasts:
        place, sides = pair.places(namings.sides), (pair.a, pair.b or _ALONE)
        if namings.chosen(Scope.OWN).any():
            rows += [(*sides, "naming choice", *row) for row in _choices(namings, counts, place)]
            rows += [(*sides, "loaded share", *row) for row in _shares(namings, place)]
    names = ["outlet_a", "outlet_b", "measure", "kind", "left_out", "difference", "without",
             "change", "sign_flips", "events"]  # fmt: skip
    table = pd.DataFrame(rows, columns=names)
    table["size"] = table["change"].astype(float).abs().fillna(9.0)
    table["second"] = table["measure"] != "naming choice"
    table = table.sort_values(["second", "size"], ascending=[True, False], kind="stable")
    return table[names].reset_index(drop=True)


def _choices(namings: Namings, counts: NamingCounts, place: Places) -> Iterator[tuple[Any, ...]]:
    """Yield what leaving each outlet, event and concept out does to the naming choice."""
    table = leave_out(counts, place)
    whole = float(table["difference"].iloc[0])
    names: dict[str, list[str]] = {
        "outlet": list(namings.outlets),
        "event": list(namings.events),
        "concept": ["/".join(concept) for concept in namings.concepts],
    }
    columns = ("kind", "place", "difference", "flips", "events")
    listed = (table[name].iloc[1:].tolist() for name in columns)
    for kind, at, found, flips, events in zip(*listed, strict=True):
        value = None if np.isnan(found) else found
        change = None if value is None else value - whole
        if change is None or abs(change) > _NOTHING or flips:
            yield kind, names[kind][at], whole, value, change, flips, events


def _shares(namings: Namings, place: Places) -> Iterator[tuple[Any, ...]]:
    """Yield what leaving each piece out does to the difference in loaded shares."""
    loaded = namings.loaded[namings.variant]
    whole = signed_strata(namings, Scope.OWN, place, loaded).difference
    if whole is None:
        return
    for kind, name, kept in _without(namings, place):
        found = signed_strata(namings, Scope.OWN, place, loaded, kept)
        value = found.difference
        change = None if value is None else value - whole
        if change is None or abs(change) > _NOTHING:
            flips = value is not None and whole * value < 0
            yield kind, name, whole, value, change, flips, found.events


def _without(namings: Namings, contrast: Places) -> Iterator[tuple[str, str, BoolArray]]:
    """Yield each piece that stands on one of two sides, and the namings that stay without it."""
    live = namings.chosen(Scope.OWN)
    first, second = contrast
    if second is not None:
        live &= np.isin(namings.side, (first, second))
    concept = namings.concept_of[namings.variant]
    names: dict[str, tuple[Any, list[str]]] = {
        "variant": (namings.variant, ["/".join(variant) for variant in namings.variants]),
        "concept": (concept, ["/".join(names) for names in namings.concepts]),
        "event": (namings.event, list(namings.events)),
        "outlet": (namings.outlet, list(namings.outlets)),
    }
    for kind, (places, listed) in names.items():
        for place in np.unique(places[live & (places >= 0)]).tolist():
            yield kind, listed[place], places != place


#: Rules by name: whose words, and whether reports of wills and deeds take words away too.
_VOICE_RULES = {
    "own": (Scope.OWN, False),
    "own_broad": (Scope.OWN, True),
    "outlet_worded": (Scope.OUTLET_WORDED, False),
    "all": (Scope.ALL, False),
}
_WEIGHTS = ("loaded or not", "intensity / 3")


def sensitivity(comparison: Comparison) -> pd.DataFrame:
    """Compute each difference of loaded shares under every combination of choices, as a range.

    Choices: voice rule (own; own where wills and deeds count as reports too; own and
    attributed; all voices) × weights (loaded or not; intensity / 3) × headlines (in; out):
    sixteen figures a contrast.

    Parameters
    ----------
    comparison : Comparison
        Each of its contrasts is computed anew.

    Returns
    -------
    pandas.DataFrame
        outlet_a, outlet_b, voice_rule, weights, headline, difference, events; and over the
        contrast's sixteen figures low, high and one_sign (whether none has the other sign).

    Examples
    --------
    >>> import framing
    >>> news = [
    ...     framing.Article(outlet, outlet, "e", text=f"The {word} left.")
    ...     for outlet, word in [("Ash", "occupation forces"), ("Birch", "foreign troops")]
    ... ]
    >>> comparison = framing.compare(framing.analyze(news, "foreign-forces", sentiment=False))
    >>> sensitivity(comparison)["voice_rule"].unique().tolist()
    ['own', 'own_broad', 'outlet_worded', 'all']
    """
    import pandas as pd

    namings = comparison.material.namings
    broad = _broadly(namings, comparison)
    headline = (comparison.material.mentions["zone"] == "headline").fillna(False).to_numpy(bool)
    intensity = comparison.material.mentions["intensity"].to_numpy(float, na_value=0.0) / 3
    rows = []
    for contrast in comparison.material.contrasts:
        a, b = contrast.a, contrast.b
        grid = list(_grid(namings, broad, contrast.places(namings.sides), headline, intensity))
        values = [line[-2] for line in grid if line[-2] is not None]
        if not values:
            continue
        low, high = min(values), max(values)
        rows += [(a, b or _ALONE, *line, low, high, low * high >= 0) for line in grid]
    names = ["outlet_a", "outlet_b", "voice_rule", "weights", "headline", "difference", "events",
             "low", "high", "one_sign"]  # fmt: skip
    return pd.DataFrame(rows, columns=names)


def _broadly(namings: Namings, comparison: Comparison) -> Namings:
    """Return the namings with the voices of the broad reading."""
    material = comparison.material
    told = material.completed("mentions", material.mentions, ["voice_broad"])
    return replace(namings, voice=places_of(told["voice_broad"], VOICES))


def _grid(
    narrow: Namings, broad: Namings, contrast: Places, headline: BoolArray, intensity: Any
) -> Iterator[tuple[Any, ...]]:
    for rule, (scope, broadly) in _VOICE_RULES.items():
        namings = broad if broadly else narrow
        for weights in _WEIGHTS:
            for heads in ("in", "out"):
                keep = None if heads == "in" else ~headline
                heavy = weights == _WEIGHTS[1]
                values = intensity if heavy else namings.loaded[namings.variant]
                found = signed_strata(namings, scope, contrast, values, keep)
                yield rule, weights, heads, found.difference, found.events


def power(
    comparison: Comparison, *, differences: Sequence[float] = (0.1, 0.2, 0.3)
) -> pd.DataFrame:
    """Say how many matched events would show a difference of loaded shares four times in five.

    Of the loaded share in own voice over all concepts, at the spread of the events seen; see
    `framing.statistics.events_for_power`. A spread seen on a few events is often too small: under
    a dozen take the figures as the least that is needed. Of the naming choice there is no such
    figure; `not_seen` in `comparison.differences` says where a difference could have been seen.

    Parameters
    ----------
    comparison : Comparison
        Whose matched events show how much the share differs from event to event.
    differences : sequence of float
        Differences of shares, from 0 to 1, to be found.

    Returns
    -------
    pandas.DataFrame
        outlet_a, outlet_b, events (matched now), observed (difference now), then one column a
        difference asked for, ``events_for_0.1`` …: the events needed; missing where fewer than
        two events are matched.

    Examples
    --------
    >>> import framing
    >>> news = [
    ...     framing.Article(f"{outlet}{n}", outlet, f"e{n}", text=f"The {word} left.")
    ...     for n in range(2)
    ...     for outlet, word in [("Ash", "occupation forces"), ("Birch", "foreign troops")]
    ... ]
    >>> comparison = framing.compare(framing.analyze(news, "foreign-forces", sentiment=False))
    >>> power(comparison)[["outlet_a", "events", "observed"]].values.tolist()
    [['Ash', 2, 1.0]]
    """
    import pandas as pd

    namings = comparison.material.namings
    loaded = namings.loaded[namings.variant]
    rows = []
    for pair in comparison.material.contrasts:
        a, b = pair.a, pair.b
        found = signed_strata(namings, Scope.OWN, pair.places(namings.sides), loaded)
        events, where = np.unique(found.event, return_inverse=True)
        score = np.bincount(where, weights=found.score, minlength=len(events))
        weight = np.bincount(where, weights=found.weight, minlength=len(events))
        needed = [
            events_for_power(score.tolist(), weight.tolist(), difference=size)
            if len(events) > 1
            else None
            for size in differences
        ]
        observed = float(score.sum() / weight.sum()) if len(events) else None
        rows.append((a, b or _ALONE, len(events), observed, *needed))
    names = ["outlet_a", "outlet_b", "events", "observed"]
    names += [f"events_for_{size:g}" for size in differences]
    table = pd.DataFrame(rows, columns=names)
    return table.astype({name: "Int64" for name in names if name.startswith("events")})
