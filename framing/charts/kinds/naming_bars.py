"""Naming choice: which words each outlet chose, out of all the times it named the concept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias

import pandas as pd

from framing.charts.canvas import SMALL, Canvas, LegendKey
from framing.charts.display import Display, Link
from framing.charts.evidence import (
    FEW,
    ORDERED_BY,
    as_table,
    headline,
    how_sure,
    misread,
    names_of,
    row_of,
)
from framing.charts.housestyle import INTENSITY_COLORS
from framing.charts.labels import (
    FORMS_BESIDE,
    and_forms,
    as_quoted,
    in_order,
    listed,
    n_of_n,
    need_most,
    own_between,
)
from framing.charts.rowed import Axis, ChartRow, Plot, panels
from framing.comparison.comparing import need_concepts
from framing.comparison.ownwords import with_own_counts
from framing.language.numberwords import counted

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["NamingDisplay"]

_SCOPES = ("own", "outlet_worded")
_WORDS = {0: "neutral per the lexicon's sources", 1: "mildly loaded", 2: "loaded",
          3: "strongly loaded"}  # fmt: skip
# More concepts than a page holds at any width.
_MOST_DRAWN = 24
_MOST_OUTLETS, _LEAST_OUTLETS, _CALLED = 8, 2, 5


Rows: TypeAlias = list[dict[Any, Any]]


class NamingDisplay(Display):
    """One bar per outlet and concept, parted into the words it chose, from neutral to loaded.

    A word stands in its part; where a part is too narrow, under the bar. Its count holds the other
    forms of the same word, and says how many those are. Beside the bar stands the count: loaded
    namings of all namings in the outlet's own words, and in brackets with words it attributes
    counted in. A bar that rests on under five namings is faint. Of more than eight outlets the
    eight that named a concept most are drawn, without those of under five namings.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per part: ``lexicon, concept, outlet, scope, variant, intensity, direction, n,
        total, share, wording``. `share` is n of `total`, missing where the outlet never named the
        concept; `wording` is the form it wrote most often, the only one that is
        drawn, and how many more its count holds. Rows of
        scope ``own`` are the parts, those of ``outlet_worded`` make the count in brackets. With
        `misreading` also ``own_expected, own_low, own_high``, alike in all rows of an outlet and
        concept.
    """

    kind: ClassVar[str] = "naming"
    heading: ClassVar[str] = "What each outlet called it"
    question: ClassVar[str] = "With which words was the same thing named, n of N?"
    rank: ClassVar[int] = 10
    columns: ClassVar[tuple[str, ...]] = (
        "lexicon", "concept", "outlet", "scope", "variant", "intensity", "direction", "n",
        "total", "share", "wording",
    )  # fmt: skip
    palette: ClassVar = INTENSITY_COLORS

    _deeds: Mapping[Any, str] = MappingProxyType({})

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        concepts: Sequence[str] | None = None,
        most: int = 12,
        misreading: bool = False,
        **options: Any,
    ) -> Self:
        """Take the naming shares of `comparison`; `concepts` draws only those named.

        With `misreading`, beside each bar stands too how many of all the outlet's namings of the
        concept are likely its own words: the 95% interval of `framing.voice.own_interval`.

        By default the concepts stand in the order of the evidence that outlets differ
        (`Comparison.ranked`), `most` of them at most; where nothing can be ranked, those come
        first that somebody named with a loaded variant, then those that two outlets named, then
        by how often they were named. The subtitle says which; the foot says what was left out.
        """
        naming = comparison.naming_table(zeros=True)
        naming = naming[naming["scope"].isin(_SCOPES)]
        rows = comparison.ranked()
        ranked = [str(name) for name in dict.fromkeys(rows["concept"])]
        unnamed = set(concepts or ()).difference(naming["concept"])
        need_concepts(sorted(unnamed), comparison.analysis.lexicons)
        chosen, left = _chosen(naming, concepts, ranked, need_most(most))
        kept = _parts(naming, chosen)[list(cls.columns)]
        if misreading:
            kept = with_own_counts(kept, comparison, ["lexicon", "concept", "outlet"])
        display = cls(kept, **options)
        display._names = names_of(comparison)
        display._deeds = comparison.material.against_doers
        order = "" if concepts else f"; {ORDERED_BY[bool(ranked)]}"
        several = kept["wording"].map(str).str.endswith(" like it").any()
        forms = f"; {FORMS_BESIDE}" if several else ""
        display.subtitle = f"Words each outlet wrote in its own voice, with how often{forms}{order}"
        row = row_of(rows, chosen[0]) if chosen else None
        display._found = headline(comparison, row)
        display._tell_of(comparison)
        told = misread("of the thing") if misreading else ""
        said = (how_sure(comparison, row), _few_of_many(naming), told)
        display.warnings = tuple(filter(None, said))
        display.beyond = left
        display.left_out = as_table("naming")
        return display

    @property
    def alt(self) -> str:
        """Loaded of all own-voice namings by concept and outlet, with the commonest word."""
        parts = []
        for concept, outlet, rows in self._groups(self.data[self.data["scope"] == "own"]):
            loaded, total = _loaded(rows)
            if not total:
                parts.append(f"{self._concept(concept)}, {outlet}: no namings in its own words")
                continue
            top = max(rows, key=lambda row: int(row["n"]))
            parts.append(
                f"{self._concept(concept)}, {outlet}: {loaded} of {total} loaded"
                f"{own_between(top)}, "
                f"most often {as_quoted(top['wording'])} ({top['n']})"
            )
        if not parts:
            return self._empty()
        said = self._spoken("Bars of the words chosen in the outlets' own voice.")
        return f"{said} {listed(parts)}."

    def _groups(self, data: pd.DataFrame) -> list[tuple[tuple[str, str], str, Rows]]:
        found: dict[tuple[tuple[str, str], str], Rows] = {}
        for row in data.to_dict("records"):
            key = str(row["lexicon"]), str(row["concept"])
            found.setdefault((key, str(row["outlet"])), []).append(row)
        outlets = self.outlets()
        return [
            (concept, outlet, found[concept, outlet])
            for concept in dict.fromkeys(concept for concept, _ in found)
            for outlet in outlets
            if (concept, outlet) in found
        ]

    def _draw(self, canvas: Canvas) -> str:
        canvas.key(self._key())
        groups: dict[tuple[str, str], list[ChartRow]] = {}
        concepts = list(dict.fromkeys(self.data["concept"]))
        shown = self.data[self.data["concept"].isin(concepts[:_MOST_DRAWN])]
        drawn = shown["concept"].nunique()
        for concept, outlet, rows in self._groups(shown):
            groups.setdefault(concept, []).append(self._row(concept, outlet, rows))
        many = max(len(rows) for rows in groups.values()) > 4 or len(self.outlets()) > 4
        heading = "loaded, n of N (attributed words too)"
        heading += ", own" if "own_low" in self.data else ""
        parts = list(groups.values()) if many else [[row for g in groups.values() for row in g]]
        left = panels(canvas, parts, Axis(0, 1), heading="" if canvas.narrow else heading)
        gone = len({row.group for row in left}) + len(concepts) - drawn
        return self._gone(gone, "concept")

    def _row(self, concept: tuple[str, str], outlet: str, rows: Rows) -> ChartRow:
        """Return an outlet's row of a concept: its parts, and the words that have no room."""
        scopes = [[row for row in rows if row["scope"] == scope] for scope in _SCOPES]
        counts = [_loaded(found) for found in scopes]
        total = counts[0][1]
        aside = n_of_n(*counts[0])
        if counts[1] != counts[0] and counts[1][1]:
            aside += f" ({n_of_n(*counts[1])})"
        aside += own_between(rows[0])
        names = (*concept, outlet, "own")
        about: Link = dict(zip(("lexicon", "concept", "outlet", "scope"), names, strict=True))
        ordered = sorted(scopes[0], key=lambda row: (int(row["intensity"]), -int(row["n"])))
        records = ordered if total else []

        def draw(plot: Plot, y: float) -> None:
            for start, part in _laid(records):
                self._part(plot, y, start, part, {**about, "n": int(part["n"])})
            if not records:
                plot.canvas.word(plot.left, y, "not named in its own words", size=SMALL,
                                 color="muted")  # fmt: skip

        link: Link | None = {**about, "n": counts[0][0], "of": total} if total else None
        return ChartRow(
            name=outlet, group=self._concept(concept), aside=aside, link=link, draw=draw,
            below=lambda plot: _called_out(plot, records), quiet=total < FEW, tall=1.75,
        )  # fmt: skip

    def _part(self, plot: Plot, y: float, start: float, part: dict[Any, Any], link: Link) -> None:
        canvas, em = plot.canvas, plot.canvas.base
        n, total, intensity = int(part["n"]), int(part["total"]), min(int(part["intensity"]), 3)
        color, few = str(self.colors[intensity]), total < FEW
        favour = self._favours(part)
        left, wide = plot.x(start), plot.width * n / total
        about = {**link, "variant": str(part["variant"])}
        canvas.box(left, y - 0.72 * em, wide, 1.44 * em, color, edge="paper", hatch=favour,
                   faint=few, link=about)  # fmt: skip
        words = _fits(plot, part)
        if words:
            if favour:
                room = canvas.width_of(words, SMALL) + 0.5 * em
                canvas.box(left + (wide - room) / 2, y - 0.5 * em, room, em, color, edge="none",
                           faint=few)  # fmt: skip
            canvas.word(left + wide / 2, y, words, size=SMALL, align="center", link=about,
                        ground=f"~{color}" if few else color)  # fmt: skip

    def _favours(self, part: Mapping[Any, Any]) -> bool:
        """Tell whether a part's word is for somebody, and no deed's word against its doer."""
        key = tuple(str(part[name]) for name in ("lexicon", "concept", "variant"))
        return bool(part["direction"] == 1 and part["intensity"] > 0 and key not in self._deeds)

    def _key(self) -> list[LegendKey]:
        own = self.data[(self.data["scope"] == "own") & (self.data["n"] > 0)]
        used = sorted({min(int(i), 3) for i in own["intensity"]})
        entries = [LegendKey(_WORDS[i], str(self.colors[i])) for i in used]
        if any(map(self._favours, own.to_dict("records"))):
            entries.append(LegendKey("loaded in favour of a party", "paper", hatch=True))
        if (own["total"] < FEW).any():
            entries.append(LegendKey(f"faint: under {FEW} namings", "ink", faint=True))
        return entries


def _loaded(rows: Rows) -> tuple[int, int]:
    """Count the loaded namings of all."""
    total = int(rows[0]["total"]) if rows else 0
    return sum(int(row["n"]) for row in rows if row["intensity"] > 0), total


def _laid(parts: Sequence[dict[Any, Any]]) -> list[tuple[float, dict[Any, Any]]]:
    """Return each part with the share at which it starts."""
    found, start = [], 0.0
    for part in parts:
        found.append((start, part))
        start += int(part["n"]) / int(part["total"])
    return found


def _fits(plot: Plot, part: dict[Any, Any]) -> str:
    """Return the words that a part has room for: word and count, or the count alone."""
    room = plot.width * int(part["n"]) / int(part["total"]) - 0.6 * plot.canvas.base
    for words in (f"{and_forms(part['wording'])} {part['n']}", str(part["n"])):
        if plot.canvas.width_of(words, SMALL) <= room:
            return words
    return ""


def _called_out(plot: Plot, parts: Sequence[dict[Any, Any]]) -> str:
    """Return the words whose parts have no room for them, from left to right."""
    out = [
        f"{and_forms(part['wording'])} {part['n']}"
        for part in parts
        if not _fits(plot, part).startswith(and_forms(part["wording"]))
    ]
    more = len(out) - _CALLED
    return ", ".join(out[:_CALLED]) + (f" and {counted(more, 'more word')}" if more > 0 else "")


def _parts(naming: pd.DataFrame, chosen: Sequence[str]) -> pd.DataFrame:
    """Return the rows of the chosen concepts, in that order and with both scopes together."""
    kept = _most_named(naming[naming["concept"].isin(chosen)]).copy()
    kept["rank"] = kept["concept"].map({name: i for i, name in enumerate(chosen)})
    kept["at"] = kept["scope"].map({name: i for i, name in enumerate(_SCOPES)})
    kept = kept.sort_values(["rank", "lexicon", "at"], kind="stable")
    # A variant nobody used is no part; an outlet that named nothing keeps one row.
    first = ~kept.duplicated(["lexicon", "concept", "outlet", "scope"])
    return kept[(kept["n"] > 0) | ((kept["total"] == 0) & first)]


def _most_named(naming: pd.DataFrame) -> pd.DataFrame:
    """Keep of each concept the outlets that named it most, where there are many."""
    if naming["outlet"].nunique() <= _MOST_OUTLETS:
        return naming
    own = naming[(naming["scope"] == "own") & (naming["total"] > 0)]
    totals = own.groupby(["concept", "outlet"], sort=False)["total"].first().reset_index()
    totals = totals.sort_values(["total", "outlet"], ascending=[False, True], kind="stable")
    kept = totals.groupby("concept", sort=False).head(_MOST_OUTLETS)
    # Where two have enough to be looked at, those with a naming or two are no part of the picture.
    enough = kept["total"] >= FEW
    kept = kept[enough | (enough.groupby(kept["concept"]).transform("sum") < _LEAST_OUTLETS)]
    wanted = set(zip(kept["concept"], kept["outlet"], strict=True))
    here = [pair in wanted for pair in zip(naming["concept"], naming["outlet"], strict=True)]
    return naming[here]


def _few_of_many(naming: pd.DataFrame) -> str:
    """Say which outlets are drawn where there are many."""
    if naming["outlet"].nunique() <= _MOST_OUTLETS:
        return ""
    return (
        f"Of each concept the {_MOST_OUTLETS} outlets that named it most, those with under {FEW} "
        "namings left out where two have more."
    )


def _chosen(
    naming: pd.DataFrame, concepts: Sequence[str] | None, evidence: Sequence[str], most: int
) -> tuple[list[str], int]:
    """Return the concepts to draw, in order, and how many were left out."""
    if concepts is not None:
        return [name for name in concepts if name in set(naming["concept"])], 0
    worded = naming[(naming["scope"] == "outlet_worded") & (naming["n"] > 0)]
    counts = worded.groupby("concept", sort=False)["n"].sum()
    loaded = set(worded.loc[worded["intensity"] > 0, "concept"])
    named_by = worded.groupby("concept", sort=False)["outlet"].nunique()
    ranked = sorted(
        counts.index,
        key=lambda name: (name not in loaded, named_by[name] < 2, -int(counts[name]), name),
    )
    if evidence:
        ranked = [name for name in evidence if name in counts.index]
    return in_order(ranked[:most], None), max(0, len(ranked) - most)
