"""Whether the two words of a contrast are said of one thing: what lexicon and texts show of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from framing.comparison.choices import Matched, matched_of
from framing.comparison.contrasts import Contrast
from framing.comparison.queries import Query
from framing.comparison.referents import SaidOf, mostly_bound, of_several
from framing.comparison.retelling import Placed, Sentences, in_events_of_both, retold
from framing.values import Scope

if TYPE_CHECKING:
    from framing.comparison.material import Material

__all__ = ["LEAST_BOTH", "Asked", "OneThing", "asked_of", "doubted", "met_rows", "one_things"]

IntArray = npt.NDArray[np.int64]
Row = Mapping[Any, Any]

LEAST_BOTH = 0.1
"""Of the articles with either word, the share from which it counts that they have both: of 170
findings read, those with more were of one thing two and a half times as often as the others."""


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
    apart : bool
        Whether a third or more of each side's namings by its word tell of whom they are, twice at
        least, and none is of a party of the other side's: then an article with both words shows
        nothing.
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
    apart: bool = False
    retold: IntArray | None = field(default_factory=_none)
    either_count: int = 0
    both_count: int = 0

    @property
    def shown(self) -> bool:
        """Whether anything shows it."""
        often = self.both_count >= LEAST_BOTH * max(self.either_count, 1)
        told = self.retold is not None and len(self.retold) > 0
        return (often and not self.apart) or told or len(self.party) > 0

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
    parties = SaidOf(material)
    looked = [
        pair
        for contrast, ones in groupby(new, key=_contrast_of)
        for pair in _looked(material, Scope(contrast[0]), list(ones), parties)
    ]
    several = [pair for pair in looked if pair.thing.several]
    texts = bool(getattr(material.analysis, "has_texts", True))
    read = texts and bool(several)
    sides = [side for pair in several for side in pair.sides]
    sentences = Sentences.of(material, sides) if read else None
    for pair in looked:
        held[pair.asked] = pair.thing if sentences is None else pair.with_sentences(sentences)
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


class _Looked(NamedTuple):
    """What is known of two words before their sentences are read, and what to read of each side."""

    asked: Asked
    thing: OneThing
    sides: tuple[Placed, Placed]
    forms: frozenset[str]

    def with_sentences(self, sentences: Sentences) -> OneThing:
        """Add which namings stand in sentences that tell the same."""
        if not self.thing.several:
            return self.thing
        return replace(self.thing, retold=retold(sentences, *self.sides, self.forms))


def _looked(
    material: Material, scope: Scope, asked: list[Asked], parties: SaidOf
) -> Iterator[_Looked]:
    """Look at some pairs of words, all of one contrast; what is kept of each is small."""
    namings = material.namings
    contrast = Contrast("pair", asked[0].a, asked[0].b)
    matched = matched_of(namings, scope, contrast.places(namings.sides))
    place = {concept: at for at, concept in enumerate(namings.concepts)}
    for one in asked:
        here = np.flatnonzero(matched.concept == place.get((one.lexicon, one.concept), -1))
        mine = Matched(*(array[here] for array in _arrays(matched)))
        yield _looked_at(material, one, mine, parties)


def _arrays(matched: Matched) -> tuple[Any, ...]:
    return matched.rows, matched.first, matched.concept, matched.event, matched.variant


def _looked_at(material: Material, one: Asked, here: Matched, known: SaidOf) -> _Looked:
    """Look at two words among the namings of their concept on both sides."""
    namings, mentions = material.namings, material.mentions
    deeds = (one.lexicon, one.concept) in material.deeds
    several, parties = False, [frozenset[str]()] * len(here.rows)
    if namings.referent is not None and namings.referent[here.rows].any():
        several = False
    else:
        parties = known.of(here.rows)
        several = deeds or of_several(parties)
    if not several:
        nobody = Placed(_none(), _none())
        return _Looked(one, OneThing(several=False), (nobody, nobody), frozenset())
    first, second = (
        here.variant == material.variant_places.get((one.lexicon, one.concept, word), -1)
        for word in one.variants
    )
    mine = np.flatnonzero(first & here.first), np.flatnonzero(second & ~here.first)
    article, either = namings.article[here.rows].astype(np.int64), first | second
    both = np.intersect1d(article[first], article[second])
    party, of_whom = _parties(here, mine, parties)
    if deeds:  # a state or a person does many things: one doer is not one act, two are two
        party = _none()
    thing = OneThing(
        several=True,
        deeds=deeds,
        articles=here.rows[either],
        both=here.rows[either & np.isin(article, both)],
        party=party,
        of_whom=of_whom,
        apart=of_whom is not None and all(mostly_bound(side, parties) for side in mine),
        retold=None,
        either_count=len(np.unique(article[either])),
        both_count=len(both),
    )
    first_side, second_side = (Placed(here.rows[side], here.event[side]) for side in mine)
    forms = mentions["text"].take(here.rows).dropna().unique()
    sides = in_events_of_both(first_side, second_side)
    return _Looked(one, thing, sides, frozenset(map(str, forms)))


def _parties(
    here: Matched, mine: tuple[IntArray, IntArray], parties: list[frozenset[str]]
) -> tuple[IntArray, tuple[str, str] | None]:
    """Return the namings said of a party of both; where there is none, whom each is said of."""
    of: list[Counter[tuple[int, str]]] = [Counter(), Counter()]
    for side, found in zip(mine, of, strict=True):
        for at in side:
            found.update((int(here.event[at]), party) for party in parties[at])
    shared = of[0].keys() & of[1].keys()
    met = [
        at
        for at in sorted(np.concatenate(mine).tolist())
        if any((int(here.event[at]), party) in shared for party in parties[at])
    ]
    if 2 * len(met) >= sum(map(Counter.total, of)) > 0:
        return here.rows[met], None
    most = [Counter[str]() for _ in of]
    for found, named in zip(of, most, strict=True):
        for (_, party), n in found.items():
            named[party] += n
    if not all(most) or most[0].keys() & most[1].keys():
        return _none(), None
    first, second = (min(named, key=lambda name: (-named[name], name)) for named in most)
    return _none(), (first, second)
