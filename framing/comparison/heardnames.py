"""Under which name a reported passage is counted, and which names are one person's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.language.givennames import GIVEN_NAMES
from framing.language.sourcewords import JUNIORS

__all__ = ["PERSON", "HeardNames", "known_by_surname", "one_name", "source_names"]

PERSON = "named"
"""The kind of a source that is a person with a name."""
_NAMED = (PERSON, "official", "institution", "document")
_THE = r"^(?:the|The)\s+"

_LONGEST = 5  # words of a name; what is longer is no name, or several
_MOSTLY, _KNOWN = 0.8, 20
_AND = frozenset(("and", "&"))


class _Name(NamedTuple):
    """The parts of a name: "Orlo J. Venn, Jr." is Venn, Orlo Jr, J: a son is another first name."""

    last: str
    first: str
    middle: str

    @classmethod
    def of(cls, written: str) -> _Name | None:
        """Read a written name; None where it holds no words, too many, or two persons."""
        words = written.replace(",", " ").split()
        if not 0 < len(words) <= _LONGEST or not _AND.isdisjoint(words):
            return None
        junior = (
            words.pop().rstrip(".") if len(words) > 1 and words[-1].rstrip(".") in JUNIORS else ""
        )
        first = f"{words[0]} {junior}".rstrip() if len(words) > 1 else junior
        initials = "".join(word[0] for word in " ".join(words[1:-1]).replace(".", ". ").split())
        return cls(words[-1], first, initials)


def one_name(names: Mapping[str, int]) -> dict[str, str]:
    """Give each written name of persons the name that stands for all names of that person.

    First and last name must agree, and the initials between them must not differ. A surname alone
    links nobody (`known_by_surname`).

    Parameters
    ----------
    names
        Names of persons as written, with how many passages each has.

    Returns
    -------
    dict
        Each of `names`, and of its person's full names the one with most passages; of several
        with as many the shortest. A name that is nobody else's is its own.

    Examples
    --------
    >>> one_name({"Rook": 9, "Anselm J. Rook": 1, "Anselm Rook": 2})["Anselm J. Rook"]
    'Anselm Rook'
    >>> one_name({"Orlo Venn": 3, "Orlo Venn Jr.": 1, "Venn": 2})["Venn"]
    'Venn'
    >>> one_name({"Orlo Venn": 3, "Orlo Q. Venn": 1, "Orlo S. Venn": 1})["Orlo Q. Venn"]
    'Orlo Q. Venn'
    """
    firsts: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for written in names:
        name = _Name.of(written)
        if name is not None and name.first:
            of_last = firsts.setdefault(name.last, {})
            of_last.setdefault(name.first, []).append((name.middle, written))
    found = {name: name for name in names}
    for of_last in firsts.values():
        for group in (group for forms in of_last.values() for group in _persons(forms)):
            whole = min(group, key=lambda name: (-names[name], len(name), name))
            found |= dict.fromkeys(group, whole)
    return found


def _persons(forms: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Part names with one first and one last name by the initials between: all one, or each."""
    by_middle: dict[str, list[str]] = {}
    for middle, written in forms:
        by_middle.setdefault(middle, []).append(written)
    if len(by_middle.keys() - {""}) > 1:
        return list(by_middle.values())
    return [[written for group in by_middle.values() for written in group]]


@dataclass(frozen=True, slots=True)
class HeardNames:
    """Which names of persons are one person's in some passages.

    Attributes
    ----------
    names : mapping
        By each written name the one that stands for all of its person's (`one_name`).
    known : mapping
        By a surname the one person who is known by it (`known_by_surname`).
    apart : frozenset
        The (article, surname) where somebody else of that surname speaks too: nobody is meant by
        it there for sure.
    """

    names: Mapping[str, str]
    known: Mapping[str, str]
    apart: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, attributions: pd.DataFrame) -> HeardNames:
        """Compare the names of the persons who speak in some passages."""
        is_named = attributions["speaker_kind"].eq(PERSON).fillna(False).to_numpy(bool)
        named = attributions.loc[is_named]
        written = source_names(named)
        counts = {str(name): int(n) for name, n in written.value_counts().items() if n}
        names = one_name(counts)
        known = known_by_surname(counts, names)
        another = {
            name: parts.last
            for name in counts
            if (parts := _Name.of(name)) is not None
            and parts.first
            and names[name] != known.get(parts.last, names[name])
        }
        there = written.isin(list(another)).to_numpy(bool)
        apart = zip(named["article_id"].array[there], written.array[there], strict=True)
        return cls(names, known, frozenset((str(at), another[str(name)]) for at, name in apart))

    def also(self) -> dict[str, str]:
        """Return by the name of a person the other names that count as this person's."""
        others: dict[str, list[str]] = {}
        for written, name in sorted({**self.names, **self.known}.items()):
            if written != name:
                others.setdefault(name, []).append(written)
        return {name: "; ".join(written) for name, written in others.items()}


def known_by_surname(counts: Mapping[str, int], names: Mapping[str, str]) -> dict[str, str]:
    """Return by surnames that stand alone who is known by each.

    That is who has four fifths of the passages under full names with it, and twenty of them, by
    a given name that is commonly one: "State" is no short form of "Islamic State".

    Parameters
    ----------
    counts
        Names of persons as written, with how many passages each has.
    names
        What `one_name` says of them.

    Examples
    --------
    >>> counts = {"Venn": 9, "Anna Venn": 40, "Anna Q. Venn": 4, "Orlo Venn": 5}
    >>> known_by_surname(counts, one_name(counts))
    {'Venn': 'Anna Venn'}
    >>> known_by_surname(counts | {"Orlo Venn": 12}, one_name(counts))
    {}
    >>> counts = {"Ford": 30, "Gerald Ford": 3}
    >>> known_by_surname(counts, one_name(counts))  # the firm, more likely
    {}
    """
    said: dict[str, Counter[str]] = {}
    for written, count in counts.items():
        name = _Name.of(written)
        if name is not None and name.first:
            said.setdefault(name.last, Counter())[names[written]] += count
    found = {}
    for last, persons in said.items():
        top, most = min(persons.items(), key=lambda person: (-person[1], person[0]))
        often = most >= max(_KNOWN, _MOSTLY * persons.total())
        if often and counts.get(last) and top.split()[0].lower() in GIVEN_NAMES:
            found[last] = top
    return found


def source_names(attributions: pd.DataFrame, persons: HeardNames | None = None) -> pd.Series:
    """Return under which name each reported passage is counted; missing where nobody is named.

    The linked name, else the words of a named, official or institutional source without "the".
    Names are categories in alphabetical order.

    Parameters
    ----------
    attributions
        Reported passages.
    persons
        Which names are one person's; by default each is its own.
    """
    about = attributions[["speaker_name", "speaker_kind", "speaker"]]
    alike = about.groupby(list(about), sort=False, dropna=False, observed=True).ngroup()
    _, first, place = np.unique(alike.to_numpy(), return_index=True, return_inverse=True)
    each = about.iloc[first]
    linked = each["speaker_name"].astype("string")
    unlinked = each["speaker_kind"].isin(_NAMED) & linked.isna()
    written = each["speaker"].astype("string").str.replace(_THE, "", regex=True)
    written = written.str.rstrip(" ,")  # of "Ruiz, the mayor," before the verb
    found = linked.where(~unlinked, written)
    if persons is None:
        return _coded(found, place, attributions.index)
    named = each["speaker_kind"].eq(PERSON).fillna(False).to_numpy(bool)
    names = persons.names
    found = found.mask(named, found.map(lambda name: names.get(name, name), "ignore"))
    bare = named & found.isin(list(persons.known)).to_numpy(bool)
    if not bare.any():
        return _coded(found, place, attributions.index)
    whole = found.take(place).to_numpy(object)
    for row in np.flatnonzero(bare[place]).tolist():
        if (str(attributions["article_id"].iat[row]), whole[row]) not in persons.apart:
            whole[row] = persons.known[whole[row]]
    return _coded(pd.Series(whole, dtype="string"), np.arange(len(whole)), attributions.index)


def _coded(names: pd.Series, place: npt.NDArray[np.int64], index: pd.Index) -> pd.Series:
    codes, known = pd.factorize(names, sort=True)
    return pd.Series(pd.Categorical.from_codes(codes[place], known, validate=False), index=index)
