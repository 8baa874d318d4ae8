"""What a comparison was asked to do: one frozen record that every room reads."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from framing.values import Scope, readable

__all__ = ["NO_OUTLET", "Settings", "listed_sides", "named_side"]

_LISTED = 20

NO_OUTLET = "(no outlet)"
"""Stands for articles whose outlet is not known; they enter no comparison."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one comparison, as they were asked for.

    Provenance is written from it and never read back.

    Attributes
    ----------
    by, within : str
        The columns whose values are compared, and that match articles with one another.
    reference : str or None
        The side that every other one is compared with.
    target : str or None
        The party toward which the table of targets compares the index within events.
    concepts : tuple of str or None
        The only concepts compared; None for all.
    copies : {"once", "all"}
        Whether articles that repeat another of the same event are one decision or several.
    seed : int
        Of every random draw.
    scopes : tuple of Scope
        The scopes that are tested, the declared one first.
    """

    by: str = "outlet"
    within: str = "event"
    reference: str | None = None
    target: str | None = None
    concepts: tuple[str, ...] | None = None
    copies: Literal["once", "all"] = "once"
    seed: int = 0
    scopes: tuple[Scope, ...] = (Scope.OWN, Scope.OUTLET_WORDED)

    @property
    def side(self) -> str:
        """What one side is called.

        Examples
        --------
        >>> Settings(by="outlet_type").side, Settings(by="party").sides
        ('outlet type', 'parties')
        """
        return _words_of(self.by)

    @property
    def sides(self) -> str:
        """What several sides are called."""
        return plural(self.side)

    @property
    def unit(self) -> str:
        """What one value of `within` is called; a group of articles where its name is no word.

        Examples
        --------
        >>> Settings(within="topic_month").unit, Settings(within="topicmonth").unit
        ('topic month', 'group by topicmonth')
        """
        words = _words_of(self.within)
        return words if words.rpartition(" ")[2] in _UNITS else f"group by {self.within}"

    @property
    def units(self) -> str:
        """What several values of `within` are called.

        Examples
        --------
        >>> Settings(within="story").units, Settings(within="topicmonth").units
        ('stories', 'groups by topicmonth')
        """
        words = self.unit
        return words.replace("group by", "groups by") if "group by" in words else plural(words)

    def asked(self) -> dict[str, Any]:
        """Return the keywords of `framing.compare` that ask for these settings."""
        concepts = None if self.concepts is None else list(self.concepts)
        names = ("by", "within", "reference", "target", "copies", "seed")
        return {name: getattr(self, name) for name in names} | {"concepts": concepts}

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> Settings:
        """Read back what `asked` gave, from JSON.

        Parameters
        ----------
        asked : mapping
            Keywords of `framing.compare`; ``concepts``, a list or None, must be among them.

        Returns
        -------
        Settings
            What is not asked for, the scopes among it, is as by default.

        Examples
        --------
        >>> Settings.of(Settings(by="leaning", seed=3).asked()) == Settings(by="leaning", seed=3)
        True
        """
        concepts = asked["concepts"]
        return cls(**{**asked, "concepts": None if concepts is None else tuple(concepts)})

    def written(self) -> dict[str, Any]:
        """Return the settings as plain values, for provenance."""
        found = dataclasses.asdict(self)
        found["concepts"] = None if self.concepts is None else list(self.concepts)
        found["scopes"] = [str(scope) for scope in self.scopes]
        return found


def listed_sides(sides: Sequence[str]) -> str:
    """Name the first twenty sides, and how many more there are.

    Examples
    --------
    >>> listed_sides(["Ash", "Birch"]), listed_sides(["Ash"] * 22)[-10:]
    ('Ash, Birch', 'and 2 more')
    """
    more = len(sides) - _LISTED
    return ", ".join(sides[:_LISTED]) + (f" and {more} more" if more > 0 else "")


def named_side(side: str, kind: str) -> str:
    """Name a side; a number says what it is a number of.

    Examples
    --------
    >>> named_side("4", "leaning"), named_side("Norlan Wire", "outlet")
    ('leaning 4', 'Norlan Wire')
    """
    return f"{kind} {side}" if side.replace(".", "", 1).isdecimal() else side


_UNITS = frozenset(
    "event story topic subject matter theme case incident day date week month quarter year "
    "issue affair crisis debate".split()
)
"""Names of columns that read as a word in a sentence; of others it is said that they group."""


def _words_of(column: str) -> str:
    """Write a column's name as words."""
    return readable(column).lower() or column


def plural(noun: str) -> str:
    """Write a column's name for several of its values.

    Examples
    --------
    >>> plural("outlet"), plural("story"), plural("press"), plural("crisis")
    ('outlets', 'stories', 'presses', 'crises')
    """
    if noun.endswith("sis"):
        return f"{noun[:-2]}es"
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
