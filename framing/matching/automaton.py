"""The automaton that looks for many literals at once, all of them as whole words.

It does not search the folded text but a key of it, byte for character, in which every character
that is no part of a word is a space. Literals are looked for with a space on either side, so that
the automaton itself passes over "war" in "warm" and "toward", and no word boundary is left to be
tested one by one. What a key cannot tell apart ("war crime", "war/crime") is told apart by
comparing the literal with the text where it has more than one word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

import ahocorasick_rs

from framing.matching.folding import Folded, joins, key_of

__all__ = ["FormFinder", "Place", "gaps", "margins"]

# The number of a literal, where its first word begins, and two characters after its last word:
# where a key shows the spaces around a literal.
Place: TypeAlias = tuple[int, int, int]

_BEYOND = "\x80"  # the first character that is not ASCII
_end = itemgetter(2)
_GAPS = ahocorasick_rs.BytesAhoCorasick([b"  "])


class FormFinder:
    """Finds literals as whole words; an open literal may go on at its end.

    `leads` are single words to be found as well. Two literals that differ in signs only ("u.s."
    and "u s") share a number. `numbers` gives the number of each literal asked for, as
    ``(literal, open)``.
    """

    def __init__(self, literals: Sequence[tuple[str, bool]], leads: Iterable[str] = ()) -> None:
        asked = (*literals, *((word, False) for word in leads))
        bounded = {each: _bounded(each[0], is_open=each[1]) for each in asked}
        # In order, what begins alike lies side by side in memory.
        keys = sorted({key for key in bounded.values() if key})
        at = {key: number for number, key in enumerate(keys)}
        self.numbers = {each: at[key] for each, key in bounded.items() if key}
        self._rest = [each for each, key in bounded.items() if not key]
        self._first = len(keys)
        self.numbers |= {each: number for number, each in enumerate(self._rest, start=len(keys))}
        self._bounded = _automaton(ahocorasick_rs.BytesAhoCorasick, keys)
        self._plain = _automaton(ahocorasick_rs.AhoCorasick, [each[0] for each in self._rest])
        self._always = any(each[0].isascii() for each in self._rest)
        self._words = frozenset(word for literal, _ in literals for word in literal.split())
        self._prefixes = tuple(literal for literal, is_open in self.numbers if is_open)

    def __call__(self, folded: Folded) -> list[Place]:
        """Return where literals stand in a folded text, by the order of their ends."""
        places: list[Place] = []
        if self._bounded is not None:
            places = self._bounded.find_matches_as_indexes(folded.key, overlapping=True)
            if folded.wide:
                low = folded.low
                places = [
                    each
                    for each in places
                    if low[each[1] - 1] < _BEYOND > low[each[2] - 2] or _apart(low, *each[1:])
                ]
        if self._plain is not None and (folded.wide or self._always):
            places += self._others(folded.low)
            places.sort(key=_end)
        return places

    def knows(self, word: str) -> bool:
        """Tell whether a word (in small letters) stands in one of the literals."""
        return word in self._words or word.startswith(self._prefixes)

    def _others(self, low: str) -> list[Place]:
        """Return where literals stand that hold no ASCII word, or not only ASCII."""
        try:
            found = self._plain.find_matches_as_indexes(low, overlapping=True)
        except UnicodeEncodeError:  # half a character, as broken JSON may hold
            low = low.encode("utf-8", "replace").decode()
            found = self._plain.find_matches_as_indexes(low, overlapping=True)
        places: list[Place] = []
        for number, start, end in found:
            literal, is_open = self._rest[number]
            if not (joins(low[start - 1]) and joins(low[start])) and (
                is_open or not (joins(low[end]) and joins(low[end - 1]))
            ):
                places.append((self._first + number, start + margins(literal)[0], end + 2))
        return places


def gaps(folded: Folded) -> list[int]:
    """Return where two spaces stand side by side in a folded text."""
    return [start for _, start, _ in _GAPS.find_matches_as_indexes(folded.data, overlapping=True)]


def margins(literal: str) -> tuple[int, int]:
    """Count the signs of a literal before its first ASCII word and after its last."""
    if not literal.isascii() or (literal[:1].isalnum() and literal[-1:].isalnum()):
        return 0, 0
    key = key_of(literal.encode())
    return len(key) - len(key.lstrip()), len(key) - len(key.rstrip())


def _bounded(literal: str, *, is_open: bool) -> bytes:
    """Return what to look for in keys; nothing where that would not be an ASCII word."""
    if not literal.isascii():
        return b""
    words = key_of(literal.encode()).strip()
    return b" " + words + (b"" if is_open else b" ") if words else b""


def _apart(low: str, start: int, end: int) -> bool:
    """Tell whether what a key shows as spaces around a place are no letters beyond ASCII."""
    return not (
        (low[start - 1] >= _BEYOND and joins(low[start - 1]))
        or (low[end - 2] >= _BEYOND and joins(low[end - 2]))
    )


def _automaton(kind: Any, literals: Sequence[Any]) -> Any:
    """Build an automaton in its compact form; None for no literals.

    A full transition table is faster in a loop that does nothing else; between the rest of the
    work on an article its megabytes have left the processor's cache.
    """
    if not literals:
        return None
    return kind(literals, implementation=ahocorasick_rs.Implementation.ContiguousNFA)
