"""How much a difference rests on single pieces, and on choices another reader would make."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from framing.comparison.cells import cells_of
from framing.comparison.contrasts import contrasts_of
from framing.comparison.material import Material, gather
from framing.statistics import events_for_power

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison

__all__ = ["influence", "power", "sensitivity"]

_ALONE = "the rest"
_KINDS = ("variant", "concept", "event", "outlet")


def _material(comparison: Comparison) -> Material:
    settings = comparison.provenance["comparison"]
    return gather(
        comparison.analysis,
        comparison.by,
        comparison.within,
        settings["concepts"],
        once=settings["copies"] == "once",
    )


def _pairs(material: Material, comparison: Comparison) -> list[tuple[str, str | None]]:
    reference = comparison.provenance["comparison"]["reference"]
    found = contrasts_of(material.named_outlets, reference)
    return [(one.a, one.b) for one in found]


def _difference(
    material: Material, mentions: pd.DataFrame, a: str, b: str | None, scope: str = "own",
    values: pd.Series | None = None,
) -> tuple[float | None, int]:  # fmt: skip
    """Return Σs/Σw over matched strata, and the matched events; None without any."""
    cells = cells_of(dataclasses.replace(material, mentions=mentions), scope, values)
    if a not in cells.outlets or (b is not None and b not in cells.outlets):
        return None, 0
    matched = cells.match(a, b)
    weight = float(matched.weight.sum())
    events = len(set(matched.event.tolist()))
    return (float(matched.score.sum()) / weight if weight else None), events


def influence(comparison: Comparison) -> pd.DataFrame:
    """Leave one variant, concept, event or outlet out, and see what becomes of each difference.

    Parameters
    ----------
    comparison : Comparison

    Returns
    -------
    pandas.DataFrame
        One row a contrast and piece: outlet_a, outlet_b ("the rest" for all others), kind,
        left_out, difference (own-voice loaded share, matched, of all), without (the same without
        the piece; missing where nothing is matched any more), change, sign_flips. The largest
        changes come first; pieces that change nothing are not listed.
    """
    import pandas as pd

    material = _material(comparison)
    rows = []
    for a, b in _pairs(material, comparison):
        whole, _ = _difference(material, material.mentions, a, b)
        if whole is None:
            continue
        for kind, name, kept in _without(material.mentions, a, b):
            value, _ = _difference(material, kept, a, b)
            change = None if value is None else value - whole
            if change is not None and abs(change) < 1e-12:
                continue
            flips = value is not None and whole * value < 0
            rows.append((a, b or _ALONE, kind, name, whole, value, change, flips))
    names = ["outlet_a", "outlet_b", "kind", "left_out", "difference", "without", "change",
             "sign_flips"]  # fmt: skip
    table = pd.DataFrame(rows, columns=names)
    order = (
        table["change"].astype(float).abs().fillna(9.0).sort_values(ascending=False, kind="stable")
    )
    return table.loc[order.index].reset_index(drop=True)


def _without(
    mentions: pd.DataFrame, a: str, b: str | None
) -> Iterator[tuple[str, str, pd.DataFrame]]:
    concepts = mentions["lexicon"] + "/" + mentions["concept"]
    variants = concepts + "/" + mentions["variant"]
    columns = (variants, concepts, mentions["event"], mentions["outlet"])
    for kind, column in zip(_KINDS, columns, strict=True):
        for name in sorted(column.dropna().unique()):
            if kind == "outlet" and (b is not None or name == a):
                continue
            yield kind, str(name), mentions[(column != name).fillna(True).astype(bool)]


_VOICE_RULES = ("own", "own_broad", "outlet_worded", "all")
_WEIGHTS = ("loaded or not", "intensity / 3")


def sensitivity(comparison: Comparison) -> pd.DataFrame:
    """Compute each difference under every combination of choices, and show the range.

    Choices: voice rule (own; own where wills and deeds count as reports too; own and
    attributed; all voices) × weights (loaded or not; intensity / 3) × headlines (in; out):
    sixteen figures a contrast.

    Returns
    -------
    pandas.DataFrame
        outlet_a, outlet_b, voice_rule, weights, headline, difference, events; and over the
        contrast's sixteen figures low, high and one_sign (whether none has the other sign).
    """
    import pandas as pd

    material = _material(comparison)
    rows = []
    for a, b in _pairs(material, comparison):
        grid = list(_grid(material, a, b))
        values = [one[-2] for one in grid if one[-2] is not None]
        if not values:
            continue
        low, high = min(values), max(values)
        rows += [(a, b or _ALONE, *one, low, high, low * high >= 0) for one in grid]
    names = ["outlet_a", "outlet_b", "voice_rule", "weights", "headline", "difference", "events",
             "low", "high", "one_sign"]  # fmt: skip
    return pd.DataFrame(rows, columns=names)


def _grid(material: Material, a: str, b: str | None) -> Iterator[tuple[Any, ...]]:
    mentions = material.mentions
    intensity = mentions["intensity"].astype("float64") / 3
    for scope in _VOICE_RULES:
        for weights in _WEIGHTS:
            for headline in ("in", "out"):
                kept = mentions if headline == "in" else mentions[mentions["zone"] != "headline"]
                values = intensity if weights == _WEIGHTS[1] else None
                if scope == "own_broad" and "voice_broad" in kept:
                    kept = kept.assign(voice=kept["voice_broad"])
                rule = "own" if scope == "own_broad" else scope
                value, events = _difference(material, kept, a, b, rule, values)
                yield scope, weights, headline, value, events


def power(
    comparison: Comparison, *, differences: Sequence[float] = (0.1, 0.2, 0.3)
) -> pd.DataFrame:
    """Say how many matched events would show a difference four times in five.

    At the spread of the events seen; see `framing.statistics.events_for_power`.

    Returns
    -------
    pandas.DataFrame
        outlet_a, outlet_b, events (matched now), observed (difference now), then one column a
        difference asked for, ``events_for_0.1`` …: the events needed; missing where fewer than
        two events are matched.
    """
    import numpy as np
    import pandas as pd

    material = _material(comparison)
    cells = cells_of(material, "own")
    rows = []
    for a, b in _pairs(material, comparison):
        matched = cells.match(a, b)
        events, where = np.unique(matched.event, return_inverse=True)
        score = np.bincount(where, weights=matched.score, minlength=len(events))
        weight = np.bincount(where, weights=matched.weight, minlength=len(events))
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
