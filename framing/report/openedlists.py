"""What a number of the page opens, and how the page's data writes it: only the lines it keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Kept", "Opened", "written"]

IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the page keeps line by line.

    Attributes
    ----------
    mentions : array of bool
        Of each naming, whether its line is kept.
    passages, entries : array of int
        Of each counted passage, and of each entry of category lexicons, its place among those that
        are kept, −1 where it is not.
    """

    mentions: npt.NDArray[np.bool_]
    passages: IntArray
    entries: IntArray


@dataclass(slots=True)
class Opened:
    """What one number opens: a kind of list, its title, its rows, and what else it shows."""

    kind: str
    words: tuple[str, ...]
    rows: IntArray
    n: int
    more: Any = None


def written(opened: Opened, kept: Kept, words: Callable[[str], int]) -> list[Any]:
    """Return what the script shows: kind, title, how many, rows that the page keeps, and more.

    Rows are each given by how far they stand from the one before; `words` puts a text among the
    page's strings and returns its place.
    """
    return [
        opened.kind,
        [words(part) for part in opened.words],
        opened.n,
        _steps(opened.kind, opened.rows, kept),
        _more(opened, kept, words),
    ]


def _steps(kind: str, rows: IntArray, kept: Kept) -> list[int]:
    """Return the places of the rows that the page keeps, each from the one before."""
    if kind in ("lines", "events"):
        rows = rows[kept.mentions[rows]]
    elif kind in ("passages", "entries"):
        rows = (kept.passages if kind == "passages" else kept.entries)[rows]
        rows = rows[rows >= 0]
    at = rows.tolist()
    return [end - before for before, end in zip([0, *at], at, strict=False)]


def _more(opened: Opened, kept: Kept, words: Callable[[str], int]) -> Any:
    """Return the lists of a list: of the outlets or events, or of both sides in each event."""
    if opened.kind == "table":
        return [[words(name), *(cell.id for cell in cells)] for name, *cells in opened.more]
    if opened.kind != "events":
        return opened.more or 0
    heads, listed, kind = opened.more
    rows = [
        [
            words(event),
            *([text, tail, _steps(kind, rows, kept), len(rows)] for text, tail, rows in sides),
        ]
        for event, sides in listed
    ]
    return [[words(head) for head in heads], rows, kind]
