"""What tests exchange: all ways where they are few, seeded draws where they are many.

Three things can change sides. Signs of units (events, or running stories), which any number that
two sides have in common is exchanged by: a unit draws them from its own name and the seed alone, so
that every contrast and concept shares one table, and a third outlet or another event changes
nothing in what a pair draws. Texts of an event, of which there may be more than two (`picks`). And
whole outlets between two sides that pool several (`assignments`). No other module draws for a test;
`framing.statistics.tally` counts what the exchanges reach.
"""

from __future__ import annotations

import hashlib
import itertools
import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = [
    "ASSIGNED_UP_TO",
    "DRAWN_TIE",
    "DRAWS",
    "EXACT_UP_TO",
    "REDRAWS",
    "TIE",
    "Exchanges",
    "assignments",
    "flips_of",
    "names_of",
    "packed_draws",
    "patterns",
    "picks",
    "unpacked",
]

EXACT_UP_TO = 14
"""Units that differ, up to which every pattern of signs is counted."""

DRAWS = 9_999
"""Patterns drawn above that."""

REDRAWS = 99_999
"""Patterns drawn for what none of the first reached."""

TIE = 1e-6
"""Statistics this near to each other (as a share) are equal, and were added in another order."""

DRAWN_TIE = 1e-4
"""The same where statistics are drawn, which is done with seven digits."""

ASSIGNED_UP_TO = 20_000
"""Ways to give outlets to the sides, up to which all are counted."""

_CELLS = 1_000_000
_PICKS_UP_TO = 4096
FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


@lru_cache(maxsize=EXACT_UP_TO + 1)
def patterns(units: int) -> FloatArray:
    """List every pattern of signs, the first fixed, as columns.

    A pattern and its mirror image give the same statistic, so half of them say everything.

    Examples
    --------
    >>> patterns(2).tolist()
    [[1.0, 1.0], [1.0, -1.0]]
    """
    codes = np.arange(2 ** max(units - 1, 0)) << 1
    return (1 - 2 * ((codes[None, :] >> np.arange(units)[:, None]) & 1)).astype(np.float64)


def packed_draws(
    units: tuple[str, ...], draws: int, seed: int, first: int = 0
) -> npt.NDArray[np.uint8]:
    """Draw the flips of each unit, eight to a byte; fewer draws are the first of more.

    Draws before `first`, a multiple of eight, are left out.

    The bits of a unit are SHAKE-128 of the seed and its name, which is uniform for every use
    here and the same on every machine.

    Examples
    --------
    >>> alone = packed_draws(("flood",), 99, 0)
    >>> bool((packed_draws(("strike", "flood"), 99, 0)[1] == alone[0]).all())
    True
    """
    size, begin = -(-draws // 8), first // 8
    drawn = np.empty((len(units), size - begin), dtype=np.uint8)
    for row, unit in zip(drawn, units, strict=True):
        bits = hashlib.shake_128(f"{seed}\x1f{unit}".encode()).digest(size)
        row[:] = np.frombuffer(bits, dtype=np.uint8, offset=begin)
    return drawn


def flips_of(packed: npt.NDArray[np.uint8], draws: int) -> npt.NDArray[np.bool_]:
    """Unpack the flips of a few units, of shape (units, draws)."""
    found: npt.NDArray[np.bool_] = np.unpackbits(packed, axis=1, count=draws).view(bool)
    return found


def unpacked(
    packed: npt.NDArray[np.uint8], draws: int, widest: int = 1, first: int = 0
) -> Iterator[tuple[slice, npt.NDArray[np.float32]]]:
    """Yield blocks of draws as (which draws, an array of shape (units, draws) of 1 and −1).

    Blocks are small enough for an array of `widest` rows as well. Draws before `first` are left
    out.

    Examples
    --------
    >>> which, signs = next(unpacked(np.array([[0b01000000]], np.uint8), 3))
    >>> which, signs.tolist()
    (slice(0, 3, None), [[1.0, -1.0, 1.0]])
    """
    step = max(64, _CELLS // max(len(packed), widest, 1) // 8 * 8)
    for start in range(first // 8 * 8, draws, step):
        last = min(start + step, draws)
        some = packed[:, start // 8 : -(-last // 8)]
        signs = np.take(_signs_of_bytes(), some, axis=0).reshape(len(some), 8 * some.shape[1])
        kept = signs[:, max(first - start, 0) : last - start]
        yield slice(max(first, start), last), np.ascontiguousarray(kept)


@lru_cache(maxsize=1)
def _signs_of_bytes() -> npt.NDArray[np.float32]:
    """Return the eight signs of each byte: −1 where a bit is set."""
    bits = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1)
    return 1.0 - 2.0 * bits.astype(np.float32)


def names_of(count: int, names: Sequence[object] | None) -> tuple[str, ...]:
    """Name the units by their place where they have no names."""
    return tuple(map(str, range(count) if names is None else names))


class Exchanges(NamedTuple):
    """Exchanges some at a time: rows of 1 for what the first side gets, 0 for what it does not.

    `exact` tells whether they are all there are.
    """

    blocks: Iterator[FloatArray]
    exact: bool


def picks(events: IntArray, first: BoolArray, *, draws: int, seed: int, at_once: int) -> Exchanges:
    """Let every event pick anew which of its texts is the first side's.

    Up to 4,096 ways all are listed. Texts of events in which the first side has none stay the
    other side's.

    Parameters
    ----------
    events : array of int of shape (texts,)
    first : array of bool of shape (texts,)
        Texts of the first side, at most one an event.
    draws, seed : int
        Of the draws.
    at_once : int
        How many exchanges a block holds.

    Examples
    --------
    >>> both = np.array([True, False])
    >>> every = picks(np.array([0, 0]), both, draws=9, seed=0, at_once=8)
    >>> every.exact, next(every.blocks).tolist()
    (True, [[1.0, 0.0], [0.0, 1.0]])
    """
    texts = [np.flatnonzero(events == event) for event in np.unique(events[first])]
    ways = 1
    for rows in texts:
        ways = min(ways * len(rows), _PICKS_UP_TO + 1)
    exact = ways <= _PICKS_UP_TO
    some = _every_pick(texts, at_once) if exact else _some_picks(texts, draws, seed, at_once)
    return Exchanges((_chosen(picked, len(events)) for picked in some), exact)


def _every_pick(texts: list[IntArray], at_once: int) -> Iterator[IntArray]:
    ways: Any = itertools.product(*(rows.tolist() for rows in texts))
    while some := list(itertools.islice(ways, at_once)):
        yield np.array(some, dtype=np.int64)


def _some_picks(texts: list[IntArray], draws: int, seed: int, at_once: int) -> Iterator[IntArray]:
    rng = np.random.default_rng(seed)
    sizes = np.array([len(rows) for rows in texts])
    for begin in range(0, draws, at_once):
        count = min(at_once, draws - begin)
        places = rng.integers(0, sizes[None, :], size=(count, len(texts)))
        yield np.stack([rows[places[:, i]] for i, rows in enumerate(texts)], axis=1)


def _chosen(picked: IntArray, size: int) -> FloatArray:
    """Write places as rows of 1 and 0."""
    found = np.zeros((len(picked), size))
    found[np.arange(len(picked))[:, None], picked] = 1.0
    return found


def assignments(n_a: int, n_b: int, *, draws: int, seed: int, at_once: int) -> Exchanges:
    """Give `n_a` of the outlets to the first side and `n_b` to the other.

    Up to 20,000 ways all are listed, the first outlets on the first side before all others.

    Examples
    --------
    >>> every = assignments(1, 2, draws=9, seed=0, at_once=8)
    >>> every.exact, next(every.blocks).tolist()
    (True, [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    """
    exact = math.comb(n_a + n_b, n_a) <= ASSIGNED_UP_TO
    every = _every_assignment(n_a, n_b) if exact else _some_assignments(n_a, n_b, draws, seed)
    starts = range(0, len(every), at_once)
    return Exchanges((every[at : at + at_once].astype(np.float64) for at in starts), exact)


@lru_cache(maxsize=64)
def _every_assignment(n_a: int, n_b: int) -> BoolArray:
    chosen = np.array(list(itertools.combinations(range(n_a + n_b), n_a)))
    found = np.zeros((len(chosen), n_a + n_b), dtype=bool)
    np.put_along_axis(found, chosen, True, axis=1)
    return found


@lru_cache(maxsize=16)
def _some_assignments(n_a: int, n_b: int, draws: int, seed: int) -> BoolArray:
    order = np.tile(np.arange(n_a + n_b), (draws, 1))
    found: BoolArray = np.random.default_rng(seed).permuted(order, axis=1) < n_a
    return found
