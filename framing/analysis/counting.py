"""One span, one count: the form of each naming as readers know it, and which row is counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

__all__ = ["cased_form", "counted_rows", "is_definite", "opportunities", "plain_form", "wording_of"]

_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"(?:'s?)$")
_ARTICLE = re.compile(r"^(?:the|an?) (?=\w)", re.IGNORECASE)
_HEAD = re.compile(r"^(.+?)( (?:of|in|by|on|for|to|against|without|at|from)( .*)?)$")
_SAME = frozenset(
    "news series species means always less as his this its us has was does politics".split()
)
_MEN = re.compile(r"(?<=m)en$")
_ASKED = ("bound", "placed")
_NEAR = 40
_DEFINITE = re.compile(
    r"\b(?:the|this|that|its|his|her|their|whose)\s+(?:[\w’'-]+\s+)?\Z", re.IGNORECASE
)


def plain_form(text: str) -> str:
    """Return a naming as written, in lower case with straight marks, without article or possessive.

    Examples
    --------
    >>> plain_form("The bombers’"), plain_form("Illegal  Immigrant’s")
    ('bombers', 'illegal immigrant')
    """
    return cased_form(text.lower())


def cased_form(text: str) -> str:
    """Return a naming as written with straight marks, without article or possessive.

    Examples
    --------
    >>> cased_form("The Tolmarki  bombers’")
    'Tolmarki bombers'
    """
    plain = _SPACE.sub(" ", text.replace("’", "'").replace("‑", "-")).strip()
    return _ARTICLE.sub("", _POSSESSIVE.sub("", plain))


@lru_cache(maxsize=65_536)
def wording_of(text: str) -> str:
    """Return a naming as a reader knows it: lower case, straight marks, the singular.

    Forms that differ in nothing but case, number or possessive have one wording; it labels them
    nowhere by itself, since tables and sentences show the form that a side wrote most.

    Examples
    --------
    >>> wording_of("Illegal immigrants’"), wording_of("armies of occupation")
    ('illegal immigrant', 'army of occupation')
    >>> wording_of("congresswomen"), wording_of("riot police"), wording_of("crisis")
    ('congresswoman', 'riot police', 'crisis')
    """
    plain = plain_form(text)
    found = _HEAD.match(plain)
    head, rest = (found[1], found[2]) if found else (plain, "")
    before, gap, last = head.rpartition(" ")
    return f"{before}{gap}{_singular(last)}{rest}"


def _singular(word: str) -> str:
    """Take the plural off one word in lower case."""
    if word in _SAME or len(word) < 4:
        return word
    if word.endswith("men"):
        return _MEN.sub("an", word)
    if not word.endswith("s") or word.endswith(("ss", "us", "is", "ics")):
        return word
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def is_definite(text: str, start: int) -> bool:
    """Tell whether a noun that begins at a place is one known already: "the brutal regime".

    Examples
    --------
    >>> text = "The brutal regime fell; regimes fall."
    >>> is_definite(text, text.index("regime")), is_definite(text, text.index("regimes"))
    (True, False)
    """
    near = text[max(0, start - _NEAR) : start]
    return text[start : start + 4].lower() == "the " or bool(_DEFINITE.search(near))


def opportunities(
    mentions: Mapping[str, Sequence[Any]], definite: Sequence[bool], *, parties: bool
) -> list[bool]:
    """Say of each naming of one article whether another word could have stood there.

    As its lexicon says. Where that is ``bound``, if the text says whose: a slot of the naming is
    filled; or it is definite, and all the article's namings of the concept that have one filled
    have the same party; or the article names no party at all. A bare "regime" and a bare
    "government" are judged alike.

    Where it is ``placed``, if the text says whose and where: all slots of the naming are filled;
    or the article has such a naming, or one that counts of itself, of the same party. A party in
    whose place another one is said to be is at home there, and its namings do not count. One that
    names no party counts where all the article's others are of one party, and that is placed.

    Parameters
    ----------
    mentions : mapping of str to sequence
        The columns counted (True, False, ``bound`` or ``placed``), concept and bindings of an
        article's mentions.
    definite : sequence of bool
        Which of them are definite (`is_definite`).
    parties : bool
        Whether the article names any party.

    Examples
    --------
    >>> mentions = {"counted": ["bound"] * 3, "concept": ["government"] * 3,
    ...     "bindings": [[{"target": "Syria"}], [{"target": None}], [{"target": None}]]}
    >>> opportunities(mentions, [True, True, False], parties=True)
    [True, True, False]
    >>> mentions = {"counted": ["placed"] * 3, "concept": ["troops"] * 3, "bindings": [
    ...     [{"slot": "holder", "target": whose}, {"slot": "host", "target": where}]
    ...     for whose, where in [("Ostland", None), ("Ostland", "Varenia"), ("Norlan", None)]]}
    >>> opportunities(mentions, [False] * 3, parties=True)
    [True, True, False]
    """
    concepts, bindings = mentions["concept"], mentions["bindings"]
    asked = zip(concepts, mentions["counted"], strict=True)
    parties_of = {concept: _Parties() for concept in {c for c, said in asked if said in _ASKED}}
    for concept, said, slots in zip(concepts, mentions["counted"], bindings, strict=True):
        if concept in parties_of and slots:
            parties_of[concept].add(said, slots)
    rows = zip(mentions["counted"], concepts, bindings, definite, strict=True)
    return [
        said is True
        or (said == "bound" and (not parties or parties_of[concept].tell_whose(slots, known)))
        or (said == "placed" and parties_of[concept].tell_where(slots))
        for said, concept, slots, known in rows
    ]


@dataclass(slots=True)
class _Parties:
    """What the namings of one concept in an article are bound to.

    `all_slots` are parties of any slot; `holders` of the first one, `hosts` of the others beside
    it; `placed` are holders of which the text says where they are.
    """

    all_slots: set[str] = field(default_factory=set)
    holders: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)
    placed: set[str] = field(default_factory=set)

    def add(self, said: object, slots: Sequence[Mapping[str, Any]]) -> None:
        """Take in what one naming is bound to."""
        targets = {slot["target"] for slot in slots} - {None}
        if not targets:
            return
        holders = _first_filled(slots)
        self.all_slots |= targets
        self.holders |= holders
        if said is True or _is_whole(slots):
            self.hosts |= targets - holders
            if slots[0].get("rule") != "coreference":
                self.placed |= holders

    def tell_whose(self, slots: Sequence[Mapping[str, Any]], definite: bool) -> bool:
        """Tell whether it is known of whom a naming is said."""
        filled = any(slot["target"] is not None for slot in slots)
        return filled or (definite and len(self.all_slots) == 1)

    def tell_where(self, slots: Sequence[Mapping[str, Any]]) -> bool:
        """Tell whether it is known that those whom a naming is said of are in that place."""
        abroad = self.placed - self.hosts
        holders = _first_filled(slots)
        if holders:
            return not holders.isdisjoint(abroad)
        return len(self.holders) == 1 and self.holders <= abroad


def _first_filled(slots: Sequence[Mapping[str, Any]]) -> set[str]:
    """Return the parties in a naming's first slot."""
    first = slots[0].get("slot") if slots else None
    return {slot["target"] for slot in slots if slot.get("slot") == first} - {None}


def _is_whole(slots: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether each slot of a naming is filled."""
    filled = {slot.get("slot") for slot in slots if slot["target"] is not None}
    return all(slot.get("slot") in filled for slot in slots)


def counted_rows(mentions: Mapping[str, Sequence[Any]]) -> list[bool]:
    """Tell for each row whether it is the one that statistics count for its span.

    Concepts overlap: "terror chief" names a member of an armed group and a leader. Of namings
    that share a character the longest is counted; of equally long ones the most intense; of
    these the first by lexicon, concept and variant in alphabetical order, so that one phrase
    always counts for one concept, whoever wrote it. Rows of category lexicons (`loaded` missing)
    all count: each category is a count of its own.

    Parameters
    ----------
    mentions : mapping of column to sequence
        `article_id, field, start, end, lexicon, concept, variant, intensity, loaded`, rows in any
        order.

    Returns
    -------
    list of bool

    Examples
    --------
    >>> counted_rows({
    ...     "article_id": ["a"] * 3, "field": ["text"] * 3, "start": [0, 0, 20],
    ...     "end": [6, 12, 26], "lexicon": ["armed"] * 3, "concept": ["people", "leader", "people"],
    ...     "variant": ["terror"] * 3, "intensity": [3, 3, 3], "loaded": [True] * 3})
    [False, True, True]
    """
    names = ("article_id", "field", "start", "end")
    rows = list(zip(*(mentions[name] for name in names), strict=True))
    counted = [True] * len(rows)
    live = [at for at, loaded in enumerate(mentions["loaded"]) if loaded in (True, False)]
    live.sort(key=rows.__getitem__)
    cluster: list[int] = []
    until = 0
    for at in live:
        article, field, start, end = rows[at]
        if cluster and start < until and (article, field) == rows[cluster[0]][:2]:
            cluster.append(at)
            until = max(until, end)
            continue
        if len(cluster) > 1:
            _settle(cluster, rows, mentions, counted)
        cluster, until = [at], end
    _settle(cluster, rows, mentions, counted)
    return counted


def _settle(
    cluster: Sequence[int],
    rows: Sequence[tuple[Any, ...]],
    mentions: Mapping[str, Sequence[Any]],
    counted: list[bool],
) -> None:
    """Choose among the rows of one cluster of overlapping spans."""
    if len(cluster) < 2:
        return
    ids = [mentions[name] for name in ("lexicon", "concept", "variant")]
    intensity = mentions["intensity"]

    def rank(at: int) -> tuple[Any, ...]:
        strength = intensity[at] if isinstance(intensity[at], int) else 0
        return (rows[at][2] - rows[at][3], -strength, *(str(name[at]) for name in ids), rows[at][2])

    taken: list[tuple[int, int]] = []  # in order, and apart from one another
    for at in sorted(cluster, key=rank):
        span = rows[at][2:]
        place = bisect_left(taken, span)
        before, after = taken[max(place - 1, 0) : place], taken[place : place + 1]
        if (before and before[0][1] > span[0]) or (after and after[0][0] < span[1]):
            counted[at] = False
        else:
            taken.insert(place, span)
