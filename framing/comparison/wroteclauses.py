"""The pieces that say who wrote which word: the form, how often, of how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from framing.analysis.counting import plain_form
from framing.comparison.contrasts import Contrast
from framing.comparison.material import Material
from framing.comparison.queries import Part, Query, Sentence
from framing.comparison.settings import NO_OUTLET, named_side
from framing.comparison.sidewords import Worded
from framing.comparison.written import Written
from framing.language.numberwords import counted
from framing.values import Scope

__all__ = [
    "PreferredWord",
    "before_count",
    "both_wrote",
    "contrast_of",
    "forms_apart",
    "most_of_both",
    "other_side",
    "preferred",
    "side_name",
    "written_of",
    "wrote",
]

Row = Mapping[Any, Any]


def side_name(material: Material, side: object) -> str:
    """Name a side; a number says what it is a number of ("leaning 4")."""
    return named_side(str(side), material.settings.side)


def before_count(name: str) -> str:
    """Put a name before a count, apart from it where it ends in a number itself.

    Examples
    --------
    >>> before_count("Ash") + "3 of 11", before_count("leaning 2") + "3 of 11"
    ('Ash 3 of 11', 'leaning 2: 3 of 11')
    """
    return f"{name}: " if name[-1:].isdigit() else f"{name} "


def other_side(material: Material, row: Row) -> str:
    """Name the second side of a contrast."""
    other = row["outlet_b"]
    if isinstance(other, str):
        return side_name(material, other)
    return f"the other {material.settings.sides}"


def written_of(rows: pd.DataFrame, material: Material) -> Written:
    """Return the form that some mentions have most, and how many other wordings they have."""
    wordings, texts = (rows[name].astype(object) for name in ("wording", "text"))
    pairs = Counter(zip(wordings.fillna(""), map(plain_form, texts.fillna("")), strict=True))
    whole: Counter[str] = Counter()
    for (wording, _), n in pairs.items():
        whole[wording] += n
    _, form = min(
        pairs, key=lambda pair: (-whole[pair[0]], -pairs[pair], pair[1].count(" "), pair[1])
    )
    return Written(material.spelled.get(form, form), len(whole) - 1)


def quoted(written: Written, *, by_fact: bool = False) -> str:
    """Write a form in quotation marks; others chosen by fact are not like it, but as plain.

    Examples
    --------
    >>> quoted(Written("rebels", 2)), quoted(Written("tear gas", 1), by_fact=True)
    ('“rebels” and 2 like it', '“tear gas” and 1 other plain word')
    """
    more = f" and {written.others} like it" if written.others else ""
    if more and by_fact:
        more = f" and {counted(written.others, 'other plain word')}"
    return f"“{written.form}”{more}"


def contrast_of(row: Row) -> Contrast:
    """Return the contrast that a row of differences tells of."""
    other = row["outlet_b"]
    b = other if isinstance(other, str) else None
    return Contrast(str(row["kind"]), str(row["outlet_a"]), b)


def count_of(n: int, total: int, query: Query) -> Sentence:
    """Write n of N, each number with its lines; the variant is n's alone."""
    whole = query.but(variant=None, n=total, of=None)
    asked = query.but(n=n, of=None)
    return Sentence.of(Part(str(n), asked if n else None), " of ", Part(str(total), whole))


@dataclass(frozen=True, slots=True)
class PreferredWord:
    """A word that one side of a contrast prefers, and how often both wrote it."""

    form: str
    n: tuple[int, int]
    names: tuple[str, str]
    totals: tuple[int, int]
    query: Query

    def times(self, at: int) -> Sentence:
        """Say how often a side wrote it."""
        side: Literal["a", "b"] = "b" if at else "a"
        return count_of(self.n[at], self.totals[at], self.query.but(side=side))

    def by_both(self, first: int) -> Sentence:
        """Say how often both wrote it, first the side that prefers it: it is that one's word."""
        other = 1 - first
        return Sentence.of(
            self.names[first], f" wrote {self.form} ", self.times(first),
            f" times, {before_count(self.names[other])}", self.times(other),
        )  # fmt: skip

    def by_one(self, at: int, times: str = "") -> Sentence:
        """Say how often the side that prefers it wrote it, and how often the other did, if ever."""
        other = 1 - at
        beside = (
            (f" ({before_count(self.names[other])}", self.times(other), ")")
            if self.n[other]
            else ()
        )
        return Sentence.of(self.form, " ", self.times(at), times, *beside)


def preferred(material: Material, row: Row, query: Query) -> tuple[PreferredWord, PreferredWord]:
    """Return the words that the two sides of a contrast prefer; they may be one word."""
    worded = material.worded(Scope(row["scope"]), contrast_of(row))
    names = (side_name(material, row["outlet_a"]), other_side(material, row))
    totals = (int(row["total_a"]), int(row["total_b"]))
    found = []
    places = [_variant_at(material, row, str(row[f"variant_{side}"])) for side in "ab"]
    forms = worded.written(places[0], places[1])
    for at, side in enumerate("ab"):
        variant, place = str(row[f"variant_{side}"]), places[at]
        written = forms[at] or worded.forms[1 - at].get(place) or Written(variant, 0)
        n = (int(worded.n[0][place]), int(worded.n[1][place]))
        asked = query.but(variant=variant)
        form = quoted(written, by_fact=_by_fact(material, row, variant))
        found.append(PreferredWord(form, n, names, totals, asked))
    return found[0], found[1]


def most_of_both(words: tuple[PreferredWord, PreferredWord]) -> int | None:
    """Return which of two words its other side, too, wrote more often than its own; else None."""
    return next((1 - at for at in (0, 1) if words[1 - at].n[at] > words[at].n[at]), None)


def both_wrote(material: Material, row: Row, query: Query) -> Sentence:
    """Say which word each side prefers, how often it wrote it, and how often the other did.

    A word that both wrote most comes first, so that nobody takes a side's few for its habit; and
    of it the side that prefers it, so that nobody takes it for the other's.
    """
    words = preferred(material, row, query)
    names, one = words[0].names, words[0].query.variant
    if one == words[1].query.variant:
        worded = material.worded(Scope(row["scope"]), contrast_of(row))
        place = _variant_at(material, row, str(one))
        by_fact = _by_fact(material, row, str(one))
        return _same_word(worded, place, names, words[0].totals, words[0].query, by_fact=by_fact)
    most = most_of_both(words)
    if most is not None:
        rest = 1 - most
        return Sentence.of(words[most].by_both(most), f"; {names[rest]} ", words[rest].by_one(rest))
    return Sentence.of(
        names[0], " wrote ", words[0].by_one(0, " times"), f", {names[1]} ", words[1].by_one(1)
    )


def _variant_at(material: Material, row: Row, variant: str) -> int:
    return material.variant_places[str(row["lexicon"]), str(row["concept"]), variant]


def _by_fact(material: Material, row: Row, variant: str) -> bool:
    return (str(row["lexicon"]), str(row["concept"]), variant) in material.by_fact


def _same_word(
    worded: Worded,
    place: int,
    names: tuple[str, str],
    totals: tuple[int, int],
    query: Query,
    *,
    by_fact: bool,
) -> Sentence:
    """Say how often both wrote one and the same word, in the form that each gave it."""
    words = [
        quoted(forms[place], by_fact=by_fact) if place in forms else "" for forms in worded.forms
    ]
    alike = not all(words) or words[0] == words[1]
    told = [words[0] or words[1], ""] if alike else words
    named = f"{names[0]} wrote ", f"{names[1]} " if told[1] else before_count(names[1])
    pieces: list[Any] = []
    for at, side in enumerate("ab"):
        n = int(worded.n[at][place])
        pieces += [
            ", " if at else "", named[at], f"{told[at]} ".lstrip(),
            count_of(n, totals[at], query.but(side=side)), "" if at else " times",
        ]  # fmt: skip
    apart = " (plain words, which count as one)" if by_fact else " (forms that count as one)"
    return Sentence.of(*pieces, "" if alike else apart)


def forms_apart(material: Material, row: Row) -> bool:
    """Tell whether both wrote one word most, each in another form."""
    if row["variant_a"] != row["variant_b"]:
        return False
    place = _variant_at(material, row, str(row["variant_a"]))
    worded = material.worded(Scope(row["scope"]), contrast_of(row))
    return len({forms[place] for forms in worded.forms if place in forms}) > 1


def wrote(
    material: Material, outlet: str, rows: pd.DataFrame, query: Query, *, first: bool
) -> Sentence:
    """Say what one side alone called a thing most."""
    variant = str(rows["variant"].astype(object).value_counts(sort=True).index[0])
    here = rows.loc[rows["variant"] == variant]
    plain = (query.lexicon or "", query.concept or "", variant) in material.by_fact
    name = "an outlet not named" if outlet == NO_OUTLET else side_name(material, outlet)
    return Sentence.of(
        name, " wrote " if first else " ", quoted(written_of(here, material), by_fact=plain), " ",
        count_of(len(here), len(rows), query.but(variant=variant)), " times" if first else "",
    )  # fmt: skip
