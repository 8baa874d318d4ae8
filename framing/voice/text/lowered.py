"""The words of a text in lower case, each looked up when a rule asks for it.

A text has a thousand, of which rules ask for three hundred, mostly the same few: to have all of
them at hand would touch every rare word's place in memory, which takes longer than the rules save.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

__all__ = ["Lowered"]


class Lowered(Sequence[str]):
    """Words of a text by their rows in a table; nothing stands beyond the last.

    Parameters
    ----------
    words
        The table, whose first row is empty.
    rows
        The row of each word, and 0 after the last of them.
    """

    __slots__ = ("_rows", "_words")

    def __init__(self, words: Sequence[str], rows: Sequence[int]) -> None:
        self._words = words
        self._rows = rows

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        """Return a word, or nothing where a text has ended before it: "A man described as"."""
        try:
            return self._words[self._rows[index]]  # type: ignore[index]
        except IndexError:
            return ""
        except TypeError:
            return self._several(index)  # type: ignore[arg-type]

    def at(self, places: Iterable[int]) -> list[str]:
        """Return the words at some places."""
        words, rows = self._words, self._rows
        return [words[rows[place]] for place in places]

    def _several(self, index: slice) -> list[str]:
        """Return some words; a comprehension in `__getitem__` makes each call slower."""
        words = self._words
        return [words[row] for row in self._rows[index]]

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._rows) - 1

    def __iter__(self) -> Iterator[str]:
        """Go over all words."""
        return iter(self[: len(self)])
