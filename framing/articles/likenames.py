"""Which names of outlets may be those of one: they differ in spelling, a place, "News"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

__all__ = ["like_names"]

# Where an outlet is at home, as archives write it behind its name.
_PLACED = re.compile(r"\s*(?:\([^()]{2,40}\)|;[^;()]{2,40})$")
# What an archive adds to a name, or leaves out: "Marno" and "Marno News" may be one.
_PUBLISHED = re.compile(
    r"\b(?:news|online|web|website|digital)\b|\.(?:com|org|net|co\.uk)\b", re.IGNORECASE
)


def like_names(outlets: Iterable[str]) -> list[list[str]]:
    """Return the names that differ in nothing but spelling, "The", a place, "News" and "Online".

    Parameters
    ----------
    outlets : iterable of str
        Names as they were read; equal ones count once.

    Returns
    -------
    list of list of str
        Groups of two names or more, each in the order of the alphabet.

    Examples
    --------
    >>> like_names(["The Lantern", "Marno Post", "Lantern News", "Marno Post (Marno)", "Star"])
    [['Lantern News', 'The Lantern'], ['Marno Post', 'Marno Post (Marno)']]
    >>> like_names(["Lantern", "Lantern News", "Lantern News (Marno)"])
    [['Lantern', 'Lantern News', 'Lantern News (Marno)']]
    """
    names = sorted(set(outlets))
    folded = {name: _folded(name) for name in names}
    known, homes = set(folded.values()), Counter(map(_at_home, names))
    groups: dict[str, list[str]] = {}
    for name in names:
        bare, home = _folded(_PLACED.sub("", name)), _at_home(name)
        same = bare if bare in known else folded[name]
        if bare in known and not (home and homes[home] > 1):
            home = _at_home(_PLACED.sub("", name))  # "ABC News (Osk)" beside "ABC", "ABC News"
        groups.setdefault(home if home and homes[home] > 1 else same, []).append(name)
    return [group for group in groups.values() if len(group) > 1]


def _at_home(outlet: str) -> str:
    """Return an outlet's name without what says how it is published.

    Examples
    --------
    >>> _at_home("Marno News (Online)"), _at_home("MARNO"), _at_home("News Online")
    ('marno', 'marno', '')
    """
    return _folded(_PUBLISHED.sub("", outlet))


def _folded(outlet: str) -> str:
    """Return an outlet's name without what spellings differ in.

    Examples
    --------
    >>> _folded("The Marno-Post"), _folded("marno post")
    ('marnopost', 'marnopost')
    """
    return "".join(filter(str.isalnum, outlet.casefold().removeprefix("the ")))
