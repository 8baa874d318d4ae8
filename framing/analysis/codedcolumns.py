"""`Coded`: a column held as a number a cell, and what each number stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "Coded", "Column", "Numbers", "Rows", "cells_of", "chosen", "kept_of", "put_together",
    "repaired",
]  # fmt: skip

Numbers: TypeAlias = NDArray[np.int64]
Rows: TypeAlias = dict[str, Any]
"""Rows as columns by name, each an array of numbers or a list."""


class Coded(NamedTuple):
    """What stands in each cell, as a place in `words`; −1 where nothing does.

    Examples
    --------
    >>> cells_of(Coded(["own", "quoted"], np.array([1, 1, -1, 0])))
    ['quoted', 'quoted', None, 'own']
    """

    words: Sequence[Any]
    codes: Numbers


Column: TypeAlias = "Sequence[Any] | Numbers | Coded"


def cells_of(column: Column) -> list[Any]:
    """Return the cells of a column as a plain list."""
    if isinstance(column, Coded):
        words = [*column.words, None]
        return [words[code] for code in column.codes.tolist()]
    return column.tolist() if isinstance(column, np.ndarray) else list(column)


def chosen(column: Column, places: Numbers) -> Coded:
    """Return a column's cells at some places; nothing at −1.

    Examples
    --------
    >>> cells_of(chosen(Coded(["own", "quoted"], np.array([1, 0])), np.array([0, -1])))
    ['quoted', None]
    """
    if isinstance(column, Coded):
        return Coded(column.words, np.append(column.codes, -1)[places])
    return Coded(cells_of(column), places)


def kept_of(column: Any, kept: Sequence[int]) -> Any:
    """Return the cells of a list or an array at some places."""
    return column[kept] if isinstance(column, np.ndarray) else [column[at] for at in kept]


def put_together(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Put columns of several parts under one another: arrays as arrays, lists as lists.

    Examples
    --------
    >>> put_together([{"start": np.array([3]), "text": ["a"]}, {"start": np.array([]), "text": []}])
    {'start': array([3.]), 'text': ['a']}
    """
    joined: dict[str, Any] = {}
    for name in parts[0] if parts else ():
        pieces = [part[name] for part in parts]
        whole = isinstance(pieces[0], np.ndarray)
        joined[name] = np.concatenate(pieces) if whole else list(chain.from_iterable(pieces))
    return joined


def repaired(column: Column, cells: Mapping[int, Any]) -> Column:
    """Return a column with other cells at some places; itself where there are none."""
    if not cells:
        return column
    plain = cells_of(column)
    for at, cell in cells.items():
        plain[at] = cell
    return plain
