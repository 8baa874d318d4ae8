"""The signs that an exchange gives to its units: all patterns of a few, seeded draws of many.

A unit (an event, or a running story) draws its signs from its own name and the seed alone. So
every contrast and concept shares one table, and a third outlet or another event changes nothing
in what a pair draws.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

__all__ = [
    "DRAWN_TIE",
    "DRAWS",
    "EXACT_UP_TO",
    "REDRAWS",
    "TIE",
    "flips_of",
    "names_of",
    "packed_draws",
    "patterns",
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

_CELLS = 1_000_000
FloatArray = npt.NDArray[np.float64]


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


def packed_draws(units: tuple[str, ...], draws: int, seed: int) -> npt.NDArray[np.uint8]:
    """Draw the flips of each unit, eight to a byte; fewer draws are the first of more.

    The bits of a unit are SHAKE-128 of the seed and its name, which is uniform for every use
    here and the same on every machine.

    Examples
    --------
    >>> alone = packed_draws(("flood",), 99, 0)
    >>> bool((packed_draws(("strike", "flood"), 99, 0)[1] == alone[0]).all())
    True
    """
    size = -(-draws // 8)
    drawn = np.empty((len(units), size), dtype=np.uint8)
    for row, unit in zip(drawn, units, strict=True):
        bits = hashlib.shake_128(f"{seed}\x1f{unit}".encode()).digest(size)
        row[:] = np.frombuffer(bits, dtype=np.uint8)
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
