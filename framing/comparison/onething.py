"""Whether the two words of a contrast are said of one thing: what lexicon and texts show of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.choices import Matched, matched_of
from framing.comparison.contrasts import Contrast
from framing.comparison.queries import Query
from framing.comparison.retelling import Placed, Sentences, retold
from framing.values import Scope

if TYPE_CHECKING:
    from framing.comparison.material import Material

__all__ = ["LEAST_BOTH", "Asked", "OneThing", "asked_of", "doubted", "met_rows", "one_things"]

IntArray = npt.NDArray[np.int64]
Row = Mapping[Any, Any]

LEAST_BOTH = 0.1
"""Of the articles with either word, the share from which it counts that they have both: of 170
findings read, those with more were of one thing two and a half times as often as the others."""
_LEAST_BOUND = 0.05


def _none() -> IntArray:
    return np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Asked:
    """Two words that a contrast sets against each other: `variants` are a's and b's."""

    scope: Scope
    a: str
    b: str | None
    lexicon: str
    concept: str
    variants: tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class OneThing:
    """What shows that two words are said of one thing. Rows are places in the mentions.

    Attributes
    ----------
    several : bool
        Whether the concept can be of several things at once: it is of deeds, or the texts say it
        of several parties, and it is not compared party by party. Otherwise nothing is asked.
    deeds : bool
        Whether it is of deeds.
    articles : array
        Namings by either word.
    both : array
        Of these, those in articles that have both words.
    party : array
        Namings said of a party of which the other side says the other word on the same event.
    of_whom : tuple of str, or None
        The party that each side's word is said of most, where they share none.
    retold : array, or None
        Namings in sentences that tell what a sentence of the other side tells with the other
        word; None where the texts are not here.
    either_count, both_count : int
        How many articles have either word, and both.
    """

    several: bool
    deeds: bool = False
    articles: IntArray = field(default_factory=_none)
    both: IntArray = field(default_factory=_none)
    party: IntArray = field(default_factory=_none)
    of_whom: tuple[str, str] | None = None
    retold: IntArray | None = field(default_factory=_none)
    either_count: int = 0
    both_count: int = 0

    @property
    def shown(self) -> bool:
        """Whether anything shows it."""
        often = self.both_count >= LEAST_BOTH * max(self.either_count, 1)
        told = self.retold is not None and len(self.retold) > 0
        return often or told or len(self.party) > 0

    @property
    def doubted(self) -> bool:
        """Whether the words may be of several things, and nothing shows that they are of one."""
        return self.several and not self.shown


def asked_of(row: Row) -> Asked | None:
    """Return what is asked of a row of differences; None where both sides prefer one word."""
    words = row["variant_a"], row["variant_b"]
    if not all(isinstance(word, str) for word in words) or words[0] == words[1]:
        return None
    b = row["outlet_b"]
    return Asked(
        Scope(row["scope"]), str(row["outlet_a"]), b if isinstance(b, str) else None,
        str(row["lexicon"]), str(row["concept"]), (str(words[0]), str(words[1])),
    )  # fmt: skip


def one_things(material: Material, asked: Iterable[Asked]) -> dict[Asked, OneThing]:
    """Look at every pair of words that is asked for; what was looked at before is not again."""
    wanted = list(dict.fromkeys(asked))
    held: dict[Asked, OneThing] = material.looked_at
    new = sorted((one for one in wanted if one not in held), key=_contrast_of)
    if not new:
        return {one: held[one] for one in wanted}
    pairs = [
        pair
        for contrast, ones in groupby(new, key=_contrast_of)
        for pair in _pairs(material, Scope(contrast[0]), list(ones))
    ]
    texts = bool(getattr(material.analysis, "has_texts", True))
    looked = [pair for pair in pairs if pair.several]
    sentences = None
    if texts and looked:
        sentences = Sentences.of(material, [side for pair in looked for side in pair.sides])
    for pair in pairs:
        held[pair.asked] = pair.judged(sentences)
    return {one: held[one] for one in wanted}


def doubted(material: Material, rows: pd.DataFrame) -> pd.Series:
    """Mark the contrasts whose words may be of several things, with nothing to show one."""
    asked = [asked_of(row) for row in rows.to_dict("records")]
    found = one_things(material, [one for one in asked if one is not None])
    marks = [one is not None and found[one].doubted for one in asked]
    return pd.Series(marks, index=rows.index, dtype=bool)


def met_rows(material: Material, query: Query) -> IntArray:
    """Return where the namings stand that a query with `met` asks for."""
    asked = Asked(
        Scope(query.scope or Scope.OWN), str(query.a), query.b, str(query.lexicon),
        str(query.concept), (str(query.variant), str(query.other)),
    )  # fmt: skip
    found = one_things(material, [asked])[asked]
    rows = {
        "sentences": found.retold, "party": found.party, "both": found.both,
        "either": found.articles,
    }[str(query.met)]  # fmt: skip
    return _none() if rows is None else rows


def _contrast_of(one: Asked) -> tuple[str, str, str]:
    return str(one.scope), one.a, one.b or ""


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    """The namings of a concept on both sides, and which of them are by the two words."""

    asked: Asked
    several: bool
    deeds: bool
    namings: Matched
    words: tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]
    article: IntArray
    parties: list[frozenset[str]]
    forms: frozenset[str]

    @property
    def sides(self) -> tuple[Placed, Placed]:
        """Each side's namings by its own word."""
        rows, event = self.namings.rows, self.namings.event
        one, two = self._mine
        return Placed(rows[one], event[one]), Placed(rows[two], event[two])

    @property
    def _mine(self) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        one, two = self.words
        return one & self.namings.first, two & ~self.namings.first

    def judged(self, sentences: Sentences | None) -> OneThing:
        """Say what shows that the two words are of one thing."""
        if not self.several:
            return OneThing(several=False)
        rows, (one, two) = self.namings.rows, self.words
        both = np.intersect1d(self.article[one], self.article[two])
        either = one | two
        party, of_whom = (_none(), None) if self.deeds else self._parties()
        return OneThing(
            several=True,
            deeds=self.deeds,
            articles=rows[either],
            both=rows[either & np.isin(self.article, both)],
            party=party,
            of_whom=of_whom,
            retold=None if sentences is None else retold(sentences, *self.sides, self.forms),
            either_count=len(np.unique(self.article[either])),
            both_count=len(both),
        )

    def _parties(self) -> tuple[IntArray, tuple[str, str] | None]:
        """Return the namings said of a party of both; where there is none, whom each is said of."""
        event, mine = self.namings.event, self._mine
        of: list[Counter[tuple[int, str]]] = [Counter(), Counter()]
        for side, found in zip(mine, of, strict=True):
            for at in np.flatnonzero(side):
                found.update((int(event[at]), party) for party in self.parties[at])
        shared = of[0].keys() & of[1].keys()
        total = sum(map(Counter.total, of))
        met = [
            at
            for at in np.flatnonzero(mine[0] | mine[1])
            if any((int(event[at]), party) in shared for party in self.parties[at])
        ]
        if 2 * len(met) >= total > 0:
            return self.namings.rows[met], None
        most = [Counter[str]() for _ in of]
        for found, named in zip(of, most, strict=True):
            for (_, party), n in found.items():
                named[party] += n
        if not all(most) or most[0].keys() & most[1].keys():
            return _none(), None
        first, second = (min(named, key=lambda name: (-named[name], name)) for named in most)
        return _none(), (first, second)


def _pairs(material: Material, scope: Scope, asked: list[Asked]) -> list[_Pair]:
    """Find the namings of some pairs of words, all of one contrast."""
    namings = material.namings
    contrast = Contrast("pair", asked[0].a, asked[0].b)
    matched = matched_of(namings, scope, contrast.places(namings.sides))
    place = {concept: at for at, concept in enumerate(namings.concepts)}
    apart = matched.by_concept(len(namings.concepts))
    nothing = Matched(matched.rows[:0], matched.first[:0], *[np.zeros(0, np.int64)] * 3)
    bindings, texts = material.mentions["bindings"], material.mentions["text"]
    found = []
    for one in asked:
        at = place.get((one.lexicon, one.concept))
        here = nothing if at is None else apart[at]
        deeds = (one.lexicon, one.concept) in material.deeds
        parties: list[frozenset[str]] = []
        by_state = namings.referent is not None and bool(namings.referent[here.rows].any())
        several = not by_state and deeds
        if not by_state and not deeds:
            parties = [_said_of(cell) for cell in bindings.take(here.rows)]
            several = _of_several(parties)
        words = tuple(
            here.variant == material.variant_places.get((one.lexicon, one.concept, word), -1)
            for word in one.variants
        )
        article = namings.article[here.rows].astype(np.int64)
        forms = texts.take(here.rows).dropna().unique() if several else ()
        found.append(
            _Pair(
                one, several, deeds, here, (words[0], words[1]), article, parties,
                frozenset(map(str, forms)),
            )
        )  # fmt: skip
    return found


def _said_of(cell: Any) -> frozenset[str]:
    """Return the parties that a naming's first slot is bound to.

    Examples
    --------
    >>> sorted(_said_of([{"slot": "group", "target": "Ash"}, {"slot": "against", "target": "Fir"}]))
    ['Ash']
    """
    if not isinstance(cell, Iterable):
        return frozenset()
    slots = list(cell)
    return frozenset(
        str(slot["target"]) for slot in slots if slot["target"] and slot["slot"] == slots[0]["slot"]
    )


def _of_several(parties: list[frozenset[str]]) -> bool:
    """Tell whether namings are said of two parties or more, and that is not a rare misreading."""
    bound = sum(map(bool, parties))
    return bound >= _LEAST_BOUND * len(parties) and len(frozenset().union(*parties)) > 1
