"""The full name that each surname of a text stands in, where it stands in one only."""

from __future__ import annotations

import re
from functools import lru_cache

import ahocorasick_rs

from framing.language.givennames import GIVEN_NAMES
from framing.language.wordclasses import CLOSED, INSTITUTIONS, TITLES, TITLES_OF_ONE

__all__ = ["full_names", "is_other"]

_WORD = r"[A-Z][\w']*+\.?"
_NAME = re.compile(rf"({_WORD}) ({_WORD})(?: ({_WORD}))?")  # a given name, an initial, a surname
_OTHERS = INSTITUTIONS | CLOSED | TITLES


def full_names(cased: str) -> dict[str, str]:
    """Return the full name of each surname that stands after one given name only in a text.

    Examples
    --------
    >>> full_names("Alex Fenn met Mr. Ruben T. Orlov, Ada Lind and Ben Lind.")
    {'Fenn': 'Alex Fenn', 'Orlov': 'Ruben Orlov', 'Lind': ''}
    """
    found: dict[str, str] = {}
    data = cased.encode("ascii", "replace")
    for number, start, end in _before_names().find_matches_as_indexes(data, overlapping=True):
        if start and _goes_on(cased, start):
            continue
        titled = number >= _given_forms()
        name = _NAME.match(cased, end if titled else start)
        if name is None:
            continue
        given, last, after = name.groups()
        if titled and is_other(given):
            continue
        if after is not None and len(last.rstrip(".")) == 1:
            last = after
        last = last.rstrip(".").removesuffix("'s").rstrip("'")
        if len(last) > 1 and not last.isupper():
            full = f"{given} {last}"
            if found.setdefault(last, full) != full:
                found[last] = ""
    return found


def is_other(word: str) -> bool:
    """Tell a word that no person's name holds: of an institution, a time, all in capitals."""
    bare = word.rstrip(".").lower()
    return (
        bare in _OTHERS
        or (word.isupper() and len(word) > 2)
        or any(letter.isdigit() for letter in word)
        or bare.endswith("day")
    )


def _goes_on(cased: str, at: int) -> bool:
    """Tell whether a position is inside a word: "O'Alex", but not "'Alex"."""
    before = cased[at - 1]
    if before == "'":
        before = cased[at - 2] if at > 1 else " "
    return before.isalnum() or before == "_"


def _given_forms() -> int:
    """Count the forms of given names that `_before_names` looks for, which come first in it."""
    return 2 * len(GIVEN_NAMES)


@lru_cache(maxsize=1)
def _before_names() -> ahocorasick_rs.BytesAhoCorasick:
    """Return what finds given names, and titles, each with the space after it.

    To look for all runs of capitalised words, of which few hold a name, takes longer.
    """
    given = [form for name in sorted(GIVEN_NAMES) for form in (name.capitalize(), name.upper())]
    titles = [form for name in sorted(TITLES_OF_ONE) for form in (name.capitalize(), name.upper())]
    forms = [*given, *titles, *(f"{title}." for title in titles)]
    return ahocorasick_rs.BytesAhoCorasick(
        [f"{form} ".encode() for form in forms],
        implementation=ahocorasick_rs.Implementation.ContiguousNFA,
    )
