"""The target index S_t: how far a text's namings lean toward or against each party.

S_t = Σ_i w_i d_{i,t} / N_t over the mentions *i* whose concept has a slot bound to *t*; d is the
sum over those slots, clipped to −1, 0 or +1; N_t counts them all, the neutral ones included. A
mention whose slots are all unbound enters neither sum and is counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from framing.errors import SettingsError
from framing.values import Binding

__all__ = ["SCOPES", "TargetIndex", "Unbound", "target_index", "unbound_shares"]

_NUMBERS = (int, float)
Bindings: TypeAlias = Iterable[Binding | Mapping[str, object]]

SCOPES: dict[str, tuple[str, ...]] = {
    "own": ("own",),
    "attributed": ("attributed",),
    "quoted": ("quoted",),
    "outlet_worded": ("own", "attributed"),
}
"""The four scopes, ``own`` the primary one, and the voices each of them pools."""


class TargetIndex(NamedTuple):
    """S_t of one target in one scope.

    `target` is the party's name, `scope` one of `SCOPES`. `value` is None below the least N; `n`
    is N_t; `against`, `neutral` and `favour` add up to it.
    """

    target: str
    scope: str
    value: float | None
    n: int
    against: int
    neutral: int
    favour: int


class Unbound(NamedTuple):
    """Of the `n` mentions whose concept has a slot, how many leave every slot unbound.

    `scope` is one of `SCOPES`; `share` is `unbound` over `n`, None where `n` is 0.
    """

    scope: str
    unbound: int
    n: int
    share: float | None


def target_index(
    bindings: Sequence[Bindings],
    voices: Sequence[str],
    *,
    intensities: Sequence[int | None] | None = None,
    weight: Literal["equal", "intensity"] = "equal",
    min_count: int = 5,
) -> list[TargetIndex]:
    """Compute S_t of every target that fills a slot, in the four scopes.

    Parameters
    ----------
    bindings
        One list per mention: its slots, as `Binding` or as mappings with ``target`` and
        ``direction`` (a cell of ``mentions.bindings``).
    voices
        The voice of each mention.
    intensities
        The intensity (0 to 3) of each mention; needed for ``weight="intensity"``.
    weight
        ``equal`` (w = 1, the primary figure) or ``intensity`` (w = intensity / 3).
    min_count
        N_t below which the value is suppressed (None, never zero).

    Returns
    -------
    list of TargetIndex
        By target, then in the order of `SCOPES`; each in [−1, 1].

    Raises
    ------
    SettingsError
        When `weight` is unknown, or needs intensities that were not given.

    Examples
    --------
    >>> against = [{"slot": "holder", "target": "Varenia", "direction": -1}]
    >>> neutral = [{"slot": "holder", "target": "Varenia", "direction": 0}]
    >>> found = target_index([against] * 3 + [neutral] * 3, ["own"] * 5 + ["quoted"])
    >>> [(one.scope, one.value, one.n) for one in found]
    [('own', -0.6, 5), ('attributed', None, 0), ('quoted', None, 1), ('outlet_worded', -0.6, 5)]
    """
    weights = _weights(len(bindings), intensities, weight)
    by_target: dict[str, dict[str, list[tuple[int, float]]]] = {}
    for slots, voice, strength in zip(bindings, voices, weights, strict=True):
        for target, direction in _directions(slots).items() if slots else ():
            by_target.setdefault(target, {}).setdefault(voice, []).append((direction, strength))
    return [
        _one(target, scope, [pair for voice in pooled for pair in said.get(voice, ())], min_count)
        for target, said in sorted(by_target.items())
        for scope, pooled in SCOPES.items()
    ]


def unbound_shares(bindings: Sequence[Bindings], voices: Sequence[str]) -> list[Unbound]:
    """Count, in each scope, the mentions that have slots and leave all of them unbound.

    Mentions of concepts without slots are counted nowhere.

    Parameters
    ----------
    bindings : sequence of bindings
        Cells of ``mentions["bindings"]``.
    voices : sequence of str
        Cells of ``mentions["voice"]``, as many.

    Returns
    -------
    list of Unbound
        One a scope.

    Examples
    --------
    >>> nobody = [{"slot": "holder", "target": None, "direction": 0}]
    >>> unbound_shares([nobody, []], ["own", "own"])[0]
    Unbound(scope='own', unbound=1, n=1, share=1.0)
    """
    counts: dict[str, list[int]] = {}
    for slots, voice in zip(bindings, voices, strict=True):
        targets = [_fields(slot)[0] for slot in slots]
        if targets:
            count = counts.setdefault(voice, [0, 0])
            count[0] += all(target is None for target in targets)
            count[1] += 1
    shares = []
    for scope, pooled in SCOPES.items():
        unbound = sum(counts.get(voice, (0, 0))[0] for voice in pooled)
        n = sum(counts.get(voice, (0, 0))[1] for voice in pooled)
        shares.append(Unbound(scope, unbound, n, unbound / n if n else None))
    return shares


def _weights(count: int, intensities: Sequence[int | None] | None, weight: str) -> list[float]:
    if weight == "equal":
        return [1.0] * count
    if weight != "intensity":
        raise SettingsError(f"weight {weight!r} is unknown; use 'equal' or 'intensity'")
    if intensities is None:
        raise SettingsError("weight='intensity' needs intensities=, one for each mention")
    return [(intensity or 0) / 3 for intensity in intensities]


def _fields(slot: Binding | Mapping[str, object]) -> tuple[str | None, int]:
    """Return a slot's filler and direction, whichever form it has."""
    if isinstance(slot, Binding):
        return slot.target, slot.direction
    target = slot.get("target")
    if not isinstance(target, str):
        return None, 0
    direction = slot.get("direction")
    return target, int(direction) if isinstance(direction, _NUMBERS) else 0


def _directions(slots: Bindings) -> dict[str, int]:
    """Sum the directions toward each target that fills a slot, clipped to −1 … 1."""
    sums: dict[str, int] = {}
    for slot in slots:
        target, direction = _fields(slot)
        if target is not None:
            sums[target] = sums.get(target, 0) + direction
    return {target: max(-1, min(1, total)) for target, total in sums.items()}


def _one(target: str, scope: str, pairs: list[tuple[int, float]], min_count: int) -> TargetIndex:
    n = len(pairs)
    directions = [direction for direction, _ in pairs]
    against, favour = directions.count(-1), directions.count(1)
    value = None
    if n and n >= min_count:
        value = sum([direction * strength for direction, strength in pairs]) / n
    return TargetIndex(target, scope, value, n, against, n - against - favour, favour)
