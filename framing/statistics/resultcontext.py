"""What stands beside a result: who holds its weight, what leaving out does, what misreading can."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.statistics.pairing import (
    Contrasted,
    NamingCounts,
    Paired,
    paired,
    units_of,
)
from framing.statistics.rewording import cross_validated, reworded
from framing.statistics.strata import summed

__all__ = [
    "WeightShares",
    "largest_outlets",
    "leave_out",
    "misreading_bound",
    "weight_shares",
]

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


class WeightShares(NamedTuple):
    """The event, story and outlets that hold most of a result's weight: (place or name, share).

    An outlet's share is of its own side's namings in the matched events.

    Attributes
    ----------
    event : tuple of (int, float)
        Place of the event with the largest share of Σ_e w_e, and that share.
    story : tuple of (str, float)
        The same for running stories.
    outlet_a, outlet_b : tuple of (int, float)
        Place of the outlet with most of its side's namings, and its share of these.
    """

    event: tuple[int, float]
    story: tuple[str, float]
    outlet_a: tuple[int, float]
    outlet_b: tuple[int, float]


def misreading_bound(
    attributed_a: float, attributed_b: float, *, attributed: float, own: float
) -> float:
    """Bound the difference that misreading voices alone could make between two sides.

    abs(c_A − c_B) · abs(p_attributed − p_own): a side that quotes more has more of others' words
    read as its own, and these can be other words.

    Parameters
    ----------
    attributed_a, attributed_b : float
        c: of the namings read as a side's own, the share that are in truth attributed.
    attributed, own : float
        p: the variant's share among attributed and among own namings.

    Returns
    -------
    float
        A difference of shares, from 0 to 1.

    Examples
    --------
    >>> round(misreading_bound(0.15, 0.05, attributed=0.8, own=0.3), 4)
    0.05
    """
    return abs(attributed_a - attributed_b) * abs(attributed - own)


def weight_shares(
    counts: NamingCounts, contrast: Contrasted, concept: int | None = None
) -> WeightShares:
    """Tell who holds most of a result's weight, and how much.

    Parameters
    ----------
    counts : NamingCounts
        Of all sides in one scope; the matched events of this contrast are taken from them.
    contrast : (side, side or None)
        Places of the two sides; None for all other sides together.
    concept : int, optional
        Its place; over all concepts without it.

    Returns
    -------
    WeightShares
        Shares are missing (and places −1) where no event is matched.

    Examples
    --------
    >>> from framing.statistics import NamingCounts
    >>> events, sides = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    >>> often, zeros = np.array([3.0, 3.0, 1.0, 1.0]), np.array([0, 0])
    >>> counts = NamingCounts(events, sides, sides, sides, often, zeros, ("flood", "vote"))
    >>> weight_shares(counts, (0, 1), 0).event
    (0, 0.75)
    """
    mine = counts.of_concept(concept).in_matched(contrast)
    pair = paired(mine, contrast)
    if not len(pair.at):
        return WeightShares((-1, math.nan), ("", math.nan), (-1, math.nan), (-1, math.nan))
    units = units_of(counts.events, counts.stories)
    event = _largest(pair.at, pair.weight)
    story, share = _largest(units.of[pair.at], pair.weight)
    first, second = mine.masks(contrast)
    outlets = [_largest(mine.outlet[side], mine.count[side]) for side in (first, second)]
    return WeightShares(event, (units.names[story], share), *outlets)


def largest_outlets(
    counts: NamingCounts, mine: npt.NDArray[np.bool_]
) -> dict[int, tuple[int, float]]:
    """Tell for each concept, and −1 for all, which outlet holds most of one side's namings.

    Parameters
    ----------
    counts : NamingCounts
        Those of the matched events.
    mine : array of bool
        The side's rows.

    Returns
    -------
    dict
        Place of the concept to the outlet's place and its share.
    """
    outlets = int(counts.outlet.max(initial=-1)) + 1
    outlet, worth = counts.outlet[mine], counts.count[mine]
    if not len(outlet):
        return {}
    concept = np.asarray(counts.concept)[counts.variant[mine]]
    found = {-1: _largest(outlet, worth)}
    size = int(concept.max()) + 1
    table = summed(concept * outlets + outlet, worth, size * outlets).reshape(size, outlets)
    for at in np.unique(concept):
        most = int(np.argmax(table[at]))
        found[int(at)] = most, float(table[at, most] / table[at].sum())
    return found


def _largest(places: IntArray, values: FloatArray) -> tuple[int, float]:
    """Return the place with most of the values, and its share of them."""
    sums = summed(places, values, int(places.max()) + 1)
    most = int(np.argmax(sums))
    return most, float(sums[most] / sums.sum())


def leave_out(
    counts: NamingCounts, contrast: Contrasted, concept: int | None = None
) -> pd.DataFrame:
    """Compute a result again without each real outlet, event and concept.

    Parameters
    ----------
    counts : NamingCounts
        Of all sides in one scope; the matched events of this contrast are taken from them.
    contrast : (side, side or None)
        Places of the two sides; None for all other sides together.
    concept : int, optional
        Its place; over all concepts without it.

    Returns
    -------
    DataFrame
        First the row with nothing left out (`kind` "nothing", `place` −1), then one row for
        everything left out: `kind` (outlet, event, concept), `place`; `events` matched without
        it, `difference` (D*, or D_cv over all concepts), `lean` and `flips`, whether the lean
        has the other sign without it.

    Examples
    --------
    >>> from framing.statistics import NamingCounts
    >>> events, sides = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    >>> ones, zeros = np.ones(4), np.array([0, 0])
    >>> counts = NamingCounts(events, sides, sides, sides, ones, zeros, ("flood", "vote"))
    >>> leave_out(counts, (0, 1), 0)[["kind", "place", "events"]].values.tolist()
    [['nothing', -1, 2], ['outlet', 0, 0], ['outlet', 1, 0], ['event', 0, 1], ['event', 1, 1]]
    """
    mine = counts.of_concept(concept).in_matched(contrast)
    whole = _figures(mine, contrast, concept)
    rows = [("nothing", -1, *whole, False)]
    kinds = [("outlet", mine.outlet), ("event", mine.event)]
    if concept is None:
        kinds.append(("concept", np.asarray(counts.concept)[mine.variant]))
    for kind, places in kinds:
        for place in np.unique(places):
            found = _figures(mine.kept(places != place), contrast, concept)
            rows.append((kind, int(place), *found, bool(found[2] * whole[2] < 0)))
    return pd.DataFrame(rows, columns=["kind", "place", "events", "difference", "lean", "flips"])


def _figures(
    counts: NamingCounts, contrast: Contrasted, concept: int | None
) -> tuple[int, float, float]:
    """Return matched events, the effect and the lean."""
    pair: Paired = paired(counts, contrast)
    if not len(pair.at):
        return 0, math.nan, math.nan
    units = units_of(counts.events, counts.stories)
    alive, row = np.unique(units.of[pair.at], return_inverse=True)
    weight = summed(row, pair.weight, len(alive))
    unit = np.searchsorted(alive, units.of[pair.event])
    lean = math.nan
    if counts.direction is not None:
        each = np.nan_to_num(np.asarray(counts.direction, dtype=np.float64))
        lean = float((pair.score * each[pair.variant]).sum() / weight.sum())
    if concept is None:
        size = cross_validated(unit, pair.variant, pair.score, weight, draws=0)[0]
    else:
        used, column = np.unique(pair.variant, return_inverse=True)
        vectors = summed(unit * len(used) + column, pair.score, len(alive) * len(used))
        vectors = vectors.reshape(len(alive), len(used))
        size = float(
            reworded(vectors.sum(axis=0), (vectors**2).sum(), weight.sum(), (weight**2).sum())[1]
        )
    return len(np.unique(pair.at)), size, lean
