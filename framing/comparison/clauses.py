"""The pieces that findings are written of: where, who wrote what, what a test says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import numpy as np
import pandas as pd

from framing.analysis.counting import plain_form
from framing.comparison.choices import Worded
from framing.comparison.contrasts import Contrast
from framing.comparison.material import Material
from framing.comparison.queries import Part, Query, Sentence
from framing.comparison.settings import NO_OUTLET, named_side
from framing.comparison.written import Written
from framing.statistics import MIN_EVENTS
from framing.statistics.exchange import LEAST_P
from framing.statistics.exchanges import REDRAWS, TIE
from framing.values import Scope

__all__ = [
    "both_wrote",
    "concept_of",
    "often",
    "open_size",
    "other_side",
    "over_events",
    "p_words",
    "shown",
    "side_name",
    "sides_of",
    "unlike",
    "worded_too",
    "written_of",
    "wrote",
]

_ROUNDED = 0.2
_HALF = 0.5
Row = Mapping[Any, Any]


def concept_of(material: Material, row: Row) -> str:
    """Name the concept of a row for readers."""
    return material.called(str(row["lexicon"]), str(row["concept"]))


def side_name(material: Material, side: object) -> str:
    """Name a side; a number says what it is a number of ("leaning 4")."""
    return named_side(str(side), material.settings.side)


def other_side(material: Material, row: Row) -> str:
    """Name the second side of a contrast."""
    other = row["outlet_b"]
    if isinstance(other, str):
        return side_name(material, other)
    return f"the other {material.settings.sides}"


def sides_of(material: Material, row: Row) -> str:
    """Name both sides of a contrast."""
    return f"{side_name(material, row['outlet_a'])} and {other_side(material, row)}"


def written_of(rows: pd.DataFrame, material: Material) -> Written:
    """Return the form that some mentions have most, and how many other wordings they have."""
    wordings, texts = (rows[name].astype(object) for name in ("wording", "text"))
    pairs = Counter(zip(wordings.fillna(""), map(plain_form, texts.fillna("")), strict=True))
    whole: Counter[str] = Counter()
    for (wording, _), n in pairs.items():
        whole[wording] += n
    _, form = min(pairs, key=lambda pair: (-whole[pair[0]], -pairs[pair], pair[1]))
    return Written(material.spelled.get(form, form), len(whole) - 1)


def quoted(written: Written) -> str:
    """Write a form in quotation marks.

    Examples
    --------
    >>> quoted(Written("rebels", 2))
    '“rebels” and 2 like it'
    """
    more = f" and {written.others} like it" if written.others else ""
    return f"“{written.form}”{more}"


def contrast_of(row: Row) -> Contrast:
    """Return the contrast that a row of differences tells of."""
    other = row["outlet_b"]
    b = other if isinstance(other, str) else None
    return Contrast(str(row["kind"]), str(row["outlet_a"]), b)


def over_events(material: Material, row: Row, query: Query) -> Sentence:
    """Begin a finding: over which events, and whether both only cover them or name it there."""
    events, settings = int(row["events"]), material.settings
    asked = query.but(show="events", n=events)
    if events == 1:
        unit = settings.unit
        whole = len(material.events) == 1
        return Sentence.of("in ", Part("this" if whole else "the one", asked),
                           f" {unit}" if whole else f" {unit} in which both name it")  # fmt: skip
    both = material.events_of_both(contrast_of(row))
    where = " both cover" if both == events else " in which both name it"
    return Sentence.of("over the ", Part(str(events), asked), f" {settings.units}", where)


def count_of(n: int, total: int, query: Query) -> Sentence:
    """Write n of N, each number with its lines; the variant is n's alone."""
    whole = query.but(variant=None, n=total, of=None)
    asked = query.but(n=n, of=None)
    return Sentence.of(Part(str(n), asked if n else None), " of ", Part(str(total), whole))


def both_wrote(material: Material, row: Row, query: Query) -> Sentence:
    """Say which word each side prefers, how often it wrote it, and how often the other did.

    A word that both wrote most comes first, so that nobody takes a side's few for its habit.
    """
    names = (side_name(material, row["outlet_a"]), other_side(material, row))
    worded = material.worded(Scope(row["scope"]), contrast_of(row))
    totals = (int(row["total_a"]), int(row["total_b"]))
    variants = [str(row["variant_a"]), str(row["variant_b"])]
    if variants[0] == variants[1]:
        return _same_word(worded, _variant_at(material, row, variants[0]), names, totals,
                          query.but(variant=variants[0]))  # fmt: skip
    places = [_variant_at(material, row, variant) for variant in variants]
    words = [
        _Word(quoted(worded.forms[at][place]), (int(worded.n[0][place]), int(worded.n[1][place])),
              names, totals, query.but(variant=variant))
        for at, (place, variant) in enumerate(zip(places, variants, strict=True))
    ]  # fmt: skip
    for at in (0, 1):  # a side that wrote the other's word more often than its own: that first
        if words[1 - at].n[at] > words[at].n[at]:
            both = words[1 - at]
            return Sentence.of(
                names[0], f" wrote {both.form} ", both.count(0), f" times, {names[1]} ",
                both.count(1), f"; {names[at]} ", words[at].of(at),
            )  # fmt: skip
    return Sentence.of(
        names[0], " wrote ", words[0].of(0, " times"), f", {names[1]} ", words[1].of(1)
    )


class _Word(NamedTuple):
    """A word that one side prefers, and how often both wrote it."""

    form: str
    n: tuple[int, int]
    names: tuple[str, str]
    totals: tuple[int, int]
    query: Query

    def count(self, at: int) -> Sentence:
        """Say how often a side wrote it."""
        side: Literal["a", "b"] = "b" if at else "a"
        return count_of(self.n[at], self.totals[at], self.query.but(side=side))

    def of(self, at: int, times: str = "") -> Sentence:
        """Say how often the side that prefers it wrote it, and how often the other did, if ever."""
        other = 1 - at
        beside = (f" ({self.names[other]} ", self.count(other), ")") if self.n[other] else ()
        return Sentence.of(self.form, " ", self.count(at), times, *beside)


def _variant_at(material: Material, row: Row, variant: str) -> int:
    return material.variant_places[str(row["lexicon"]), str(row["concept"]), variant]


def _same_word(
    worded: Worded, place: int, names: tuple[str, str], totals: tuple[int, int], query: Query
) -> Sentence:
    """Say how often both wrote one and the same word, in the form that each gave it."""
    words = [quoted(forms[place]) if place in forms else "" for forms in worded.forms]
    alike = not all(words) or words[0] == words[1]
    told = [words[0] or words[1], ""] if alike else words
    pieces: list[Any] = []
    for at, side in enumerate("ab"):
        n = int(worded.n[at][place])
        pieces += [
            ", " if at else "", names[at], "" if at else " wrote", f" {told[at]}".rstrip(), " ",
            count_of(n, totals[at], query.but(side=side)), "" if at else " times",
        ]  # fmt: skip
    return Sentence.of(*pieces, "" if alike else " (forms that count as one)")


def _forms_apart(material: Material, row: Row) -> bool:
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
    name = "an outlet not named" if outlet == NO_OUTLET else side_name(material, outlet)
    return Sentence.of(
        name, " wrote " if first else " ", quoted(written_of(here, material)), " ",
        count_of(len(here), len(rows), query.but(variant=variant)), " times" if first else "",
    )  # fmt: skip


def shown(material: Material, row: Row, query: Query) -> Sentence:
    """Say what is shown and what is not, in words that need no statistics; of one event nothing."""
    if int(row["events"]) == 1:
        return Sentence()
    events = int(row["events"])
    asked = query.but(show="events", n=events)
    if pd.isna(row["p_value"]):
        return _untested(material, row, events)
    if not row["statistic"]:
        apart = _forms_apart(material, row)
        return Sentence.of(
            "Counted so, there is no difference at all." if apart else "No difference at all."
        )
    p = float(row["p_value"])
    size, low, high = (100 * float(row[name]) for name in ("difference", "low", "high"))
    adjusted = float(row["p_adjusted"])
    many = f"; {p_words(adjusted)} with all that was tested counted in"
    many = "" if np.isnan(adjusted) or p_words(adjusted) == p_words(p) else many
    if p <= LEAST_P:
        chance = Sentence.of(
            "If the two chose alike, a difference like this would come up ",
            Part(often(p), asked), f" (p = {p_words(p)}{many})",
        )  # fmt: skip
        verdict = "" if adjusted <= LEAST_P else ", so that it may still be chance"
        return Sentence.of(
            chance, verdict, f"; {'about ' if size < 99.5 else ''}",
            Part(f"{size:.0f} of 100", asked),
            f" namings would have to be reworded for the one to read as the other (95% interval "
            f"{low:.0f} to {high:.0f}{open_size(row)}).",
        )  # fmt: skip
    return Sentence.of(
        "This is no more than chance can bring (p = ", Part(p_words(p), asked),
        f"{many}): between {low:.0f} and {high:.0f} of 100 namings would have to be reworded "
        "for the one to read as the other (95% interval).",
    )  # fmt: skip


def open_size(row: Row) -> str:
    """Say that an interval which begins at nothing leaves the size open."""
    return ", so that how large it is stays open" if 100 * float(row["low"]) < _HALF else ""


def _untested(material: Material, row: Row, events: int) -> Sentence:
    units = material.settings.units
    if events < MIN_EVENTS:
        return Sentence.of(f"{events} {units} are too few for a test, which needs {MIN_EVENTS}.")
    differ = int(row["nonzero_events"])
    if material.stories is not None and differ < MIN_EVENTS:
        return Sentence.of(
            f"They differ in {differ} of the running stories that these {units} belong to, too "
            "few to tell a habit from chance."
        )
    there = f"They differ in {differ} of these {units}"
    if differ < MIN_EVENTS:
        return Sentence.of(f"{there}, too few to tell a habit from chance.")
    return Sentence.of(f"{there}, but {unlike(row)}.")


def worded_too(row: Row, query: Query) -> Sentence:
    """Say the same of the words that a side attributes to others, counted in."""
    asked = query.but(show="events", n=int(row["events"]))
    p: str = "" if pd.isna(row["p_value"]) else f", p = {p_words(float(row['p_value']))}"
    size: float = row["difference"] if pd.notna(row["difference"]) else row["raw_difference"]
    if pd.isna(size) or not row["raw_difference"]:
        return Sentence()
    return Sentence.of(
        " With the words they attribute to others counted in: ",
        Part(f"{100 * float(size):.0f} of 100", asked), f"{p}.",
    )  # fmt: skip


def unlike(row: Row) -> str:
    """Say why units that differ in number still cannot show a difference."""
    return (
        "seldom over the same words, so that nothing adds up: even if every one of them pointed "
        f"the same way, chance alone would bring as much {often(float(row['smallest_p']))}"
    )


def p_words(p: float) -> str:
    """Write a p-value with as many places as it needs.

    Examples
    --------
    >>> p_words(0.5), p_words(0.03125), p_words(0.00001), p_words(0.998), p_words(0.0000999999999)
    ('.50', '.031', '.00001', '1', '.0001')
    """
    p = round(p, 9)  # a sum of draws is not quite .0001
    places = 2 if p >= 0.1 else 3 if p >= 0.001 else 4 if p >= 0.0001 else 5
    return f"{p:.{places}f}".removeprefix("0") if p < 0.995 else "1"


def often(p: float) -> str:
    """Say a probability as a frequency: as it is written (`p_words`), rounded by a fifth at most.

    What no draw reached is at most as frequent as one more draw.

    Examples
    --------
    >>> often(0.03125), often(0.0078), often(0.0016)
    ('about 3 times in 100', 'about 8 times in 1,000', 'about 2 times in 1,000')
    >>> often(1 / 100_000)
    'at most 1 time in 100,000'
    """
    near = "at most" if p <= (1 + TIE) / (REDRAWS + 1) else "about"
    p = float(p_words(p)) or p
    for whole in (100, 1_000, 10_000, 100_000, 1_000_000):
        times = round(p * whole)
        if times and abs(times / (p * whole) - 1) <= _ROUNDED:
            return f"{near} {times} time{'s' if times != 1 else ''} in {whole:,}"
    return "less than once in a million times"
