"""The strata that namings are compared within, as codes, and what both sides have in common."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["in_both", "ranked_codes", "strata_of", "summed"]

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


def summed(where: IntArray, values: FloatArray, size: int) -> FloatArray:
    """Add up `values` by place.

    Examples
    --------
    >>> summed(np.array([0, 1, 1]), np.array([1.0, 2.0, 3.0]), 3).tolist()
    [1.0, 5.0, 0.0]
    """
    return np.bincount(where, weights=values, minlength=size).astype(np.float64)


_CELLS = 4_000_000
_LOOKED_UP = 4_000_000


def ranked_codes(codes: IntArray) -> tuple[IntArray, IntArray]:
    """Return the codes that occur, rising, and each code's place among them.

    A table of all codes is quicker than sorting them; those too large for it are sorted.

    Examples
    --------
    >>> found, place = ranked_codes(np.array([7, 2, 7]))
    >>> found.tolist(), place.tolist()
    ([2, 7], [1, 0, 1])
    """
    size = int(codes.max(initial=-1)) + 1
    beyond = codes >= _LOOKED_UP
    near = codes if size <= _LOOKED_UP else codes[~beyond]
    there = np.zeros(min(size, _LOOKED_UP), dtype=bool)
    there[near] = True
    found = np.flatnonzero(there)
    ranks = (np.cumsum(there, dtype=np.int32) - 1)[near].astype(np.int64)
    if size <= _LOOKED_UP:
        return found, ranks
    others, rank = np.unique(codes[beyond], return_inverse=True)
    place = np.empty(len(codes), dtype=np.int64)
    place[~beyond], place[beyond] = ranks, len(found) + rank
    return np.concatenate([found, others]), place


def in_both(
    stratum: IntArray, first: BoolArray, size: int, live: BoolArray | None = None
) -> BoolArray:
    """Tell the rows whose stratum, one of `size`, both the first side and the other side have.

    Where `live` is given, only those rows make a side have it.

    Examples
    --------
    >>> in_both(np.array([0, 0, 1, 2]), np.array([True, False, True, False]), 3).tolist()
    [True, True, False, False]
    """
    mine, other = (side if live is None else side & live for side in (first, ~first))
    if size > _CELLS:  # what a table would be too large for is numbered anew
        beyond = stratum >= _CELLS
        found, place = np.unique(stratum[beyond], return_inverse=True)
        stratum, size = stratum.copy(), _CELLS + len(found)
        stratum[beyond] = _CELLS + place
    there = np.zeros((2, size), dtype=bool)
    there[0, stratum[mine]] = True
    there[1, stratum[other]] = True
    both: BoolArray = (there[0] & there[1])[stratum]
    return both


def strata_of(
    event: IntArray, concept: IntArray, referent: IntArray | None, sizes: tuple[int, int]
) -> tuple[IntArray, int]:
    """Code the strata within which namings are compared: event, concept, and which one.

    `sizes` are how many events and concepts there are. Returns a code for each naming, from which
    `divmod` by events × concepts gives the referent and event × concepts + concept, and how many
    codes there are.

    Examples
    --------
    >>> strata_of(np.array([0, 1]), np.array([1, 0]), np.array([0, 2]), (2, 2))
    (array([ 1, 10]), 12)
    """
    events, concepts = sizes
    plain = event * concepts + concept
    if referent is None or not len(referent):
        return plain, events * concepts
    found: IntArray = referent * (events * concepts) + plain
    return found, (int(referent.max()) + 1) * events * concepts
