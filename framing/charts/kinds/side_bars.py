"""One thing, side by side: the words that each side of a finding wrote for it, and how often."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeAlias

import pandas as pd

from framing.analysis.counting import plain_form
from framing.charts.canvas import SMALL, Canvas, LegendKey
from framing.charts.counted import reading_of
from framing.charts.display import Display, Link
from framing.charts.evidence import FEW, as_table, headline, how_sure, misread, row_of
from framing.charts.labels import as_quoted, listed, own_between, written
from framing.comparison import Query
from framing.comparison.ownwords import OWN_COUNTS, own_of_query
from framing.comparison.written import Written
from framing.comparison.wroteclauses import other_side, written_of
from framing.errors import SettingsError
from framing.language.numberwords import counted

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["SidesDisplay"]

_MOST_WORDS, _MOST_SIDES = 6, 4
_SIGNS: Final = {"against": "v", "favour": "^", "loaded": "D", "neutral": "o"}
_COLORS: Final = {
    "against": "#b3470f", "favour": "#1c6a9c", "loaded": "#6b4c9a", "neutral": "#7f8a95"
}  # fmt: skip
_WORDS: Final = {
    "against": "loaded against somebody", "favour": "loaded in favour",
    "loaded": "loaded, no direction", "neutral": "neutral",
}  # fmt: skip
Row = Mapping[Any, Any]


# One side: its name, its lines, and what asks for them.
_Side: TypeAlias = tuple[str, pd.DataFrame, Query]


class SidesDisplay(Display):
    """The words of both sides of a finding, each with its count and a bar, on one scale.

    They are the namings in own words in the events in which both sides named the thing. Below
    them stands how many of 100 would have to be reworded for the one side to read as the other,
    with its interval, where there is one. Bars of a side with under five namings are faint. Where
    nothing can be matched, the outlets that named the thing most stand beside each other, with all
    their own namings.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per word: ``lexicon, concept, scope, outlet, outlet_b, side, variant, wording,
        reading, n, total, events, difference, low, high``; `side` is missing where nothing is
        matched, `outlet_b` where it is all others together. `reading` is what the lexicon's
        sources say of the word: against, favour, loaded or neutral. With `misreading` also
        ``own_expected, own_low, own_high``.
    """

    kind: ClassVar[str] = "sides"
    heading: ClassVar[str] = "The words of each side"
    question: ClassVar[str] = "How often did each side of a finding write which word?"
    rank: ClassVar[int] = 15
    columns: ClassVar[tuple[str, ...]] = (
        "lexicon", "concept", "scope", "outlet", "outlet_b", "side", "variant", "wording",
        "reading", "n", "total", "events", "difference", "low", "high",
    )  # fmt: skip
    palette: ClassVar = _COLORS

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        concept: str | None = None,
        outlet: str | None = None,
        misreading: bool = False,
        **options: Any,
    ) -> Self:
        """Draw the finding that ranks highest: of all, or on `concept`, or about `outlet`.

        With `misreading`, beside each count stands too how many of the side's namings by that
        word, in the same articles and in whatever voice they were read, are likely its own words:
        the 95% interval of `framing.voice.own_interval`.

        Raises
        ------
        SettingsError
            When `outlet` is no outlet of the comparison.
        """
        rows = comparison.ranked()
        if outlet is not None:
            if outlet not in comparison.outlets:
                raise SettingsError(
                    f"outlet {outlet!r}: give one of {', '.join(comparison.outlets) or 'none'}"
                )
            rows = rows[(rows["outlet_a"] == outlet) | (rows["outlet_b"] == outlet)]
        row = row_of(rows, concept)
        if row is not None:
            return cls.of_row(comparison, row, misreading=misreading, **options)
        (key, *_) = [*_most_named(comparison, concept), None]
        if key is None:
            return cls(pd.DataFrame(columns=list(cls.columns)), **options)
        return cls.of_concept(comparison, *key, misreading=misreading, **options)

    @classmethod
    def first(cls, comparison: Comparison, most: int) -> list[Self]:
        """Draw the first findings in their order; where there are none, what was named most."""
        rows = comparison.ranked().head(most).to_dict("records")
        if rows:
            return [cls.of_row(comparison, row) for row in rows]
        return [cls.of_concept(comparison, *key) for key in _most_named(comparison)[:most]]

    @classmethod
    def of_row(
        cls, comparison: Comparison, row: Row, *, misreading: bool = False, **options: Any
    ) -> Self:
        """Draw one contrast: a row of `Comparison.ranked`."""
        query, other = Query.of_row(row).but(variant=None), other_side(comparison.material, row)
        names = {"a": str(row["outlet_a"]), "b": other}
        sides: list[_Side] = []
        for side in ("a", "b"):
            asked = query.but(side="a" if side == "a" else "b")
            sides.append((names[side], comparison.lines(asked), asked))
        display = cls(_frame(comparison, sides, row, misreading=misreading), **options)
        display._rest = query.b is None
        events, settings = int(row["events"]), comparison.settings
        where = f"{events} {settings.units if events != 1 else settings.unit}"
        display._name = comparison.material.called(str(row["lexicon"]), str(row["concept"]))
        display.subtitle = f"Own words, how often; in the {where} in which both named it"
        display._found = headline(comparison, row)
        display._tell_of(comparison, None if query.b is None else names.values())
        said = misread("by the word, in the same events") if misreading else ""
        display.warnings = tuple(filter(None, (how_sure(comparison, row), said)))
        display.left_out = as_table("naming")
        return display

    @classmethod
    def of_concept(
        cls, comparison: Comparison, lexicon: str, concept: str, *, misreading: bool = False,
        **options: Any,
    ) -> Self:  # fmt: skip
        """Draw the outlets that named a concept most in their own words, whatever the event."""
        query = Query(lexicon=lexicon, concept=concept, scope="own")
        names = comparison.lines(query)["outlet"].value_counts(sort=True).index
        asked = [(str(name), query.but(outlet=str(name))) for name in names[:_MOST_SIDES]]
        sides = [(name, comparison.lines(link), link) for name, link in asked]
        display = cls(_frame(comparison, sides, {}, misreading=misreading), **options)
        display._name = comparison.material.called(lexicon, concept)
        display.subtitle = "Own words, how often; in all articles"
        display.warnings = (misread("by the word"),) if misreading else ()
        display._tell_of(comparison)
        display.beyond = max(0, len(names) - _MOST_SIDES)
        display.left_out = as_table("naming")
        return display

    _name: str = ""
    _rest: bool = False

    @property
    def concept(self) -> str:
        """The thing that is named, in words."""
        return self._name

    @property
    def alt(self) -> str:
        """Each side's words with their counts, and what would have to be reworded."""
        parts = [
            f"{name}, {counted(int(rows[0]['total']), 'naming')}: "
            + ", ".join(
                f"{as_quoted(row['wording'])} {int(row['n'])}{own_between(row)}" for row in rows
            )
            for name, rows in self._sides()
        ]
        if not parts:
            return self._empty()
        size = f" {self._reworded()}." if self._reworded() else ""
        return f"Words for one thing, {self._name}, by side. {listed(parts)}.{size}"

    def _sides(self) -> list[tuple[str, list[dict[Any, Any]]]]:
        found: dict[str, list[dict[Any, Any]]] = {}
        for row in self.data.to_dict("records"):
            found.setdefault(str(row["outlet"]), []).append(row)
        return [(name, found[name]) for name in self.outlets()]

    def _reworded(self) -> str:
        """Say how many of 100 would have to be reworded; empty where no test bears it."""
        ends = self._ends()
        if ends is None:
            return ""
        size, low, high = (f"{100 * end:.0f}" for end in ends)
        return f"{size} of 100 would have to be reworded (95% interval {low} to {high})"

    def _ends(self) -> tuple[float, float, float] | None:
        first = self.data.iloc[0]
        if any(pd.isna(first[name]) for name in ("difference", "low", "high")):
            return None
        return float(first["difference"]), float(first["low"]), float(first["high"])

    def _draw(self, canvas: Canvas) -> str:
        sides = self._sides()
        used = [name for name in _WORDS if name in set(self.data["reading"])]
        if len(used) > 1 or (self.data["total"] < FEW).any():
            canvas.key(self._key(used))
        longest = int(self.data["n"].max())
        across = 1 if canvas.narrow else min(len(sides), 2)
        columns = canvas.columns(across)
        gone = 0
        for place, (name, rows) in enumerate(sides):
            column = columns[place % across]
            if column.room < 6 * canvas.base and place >= across:
                gone += 1
                continue
            self._side(column, name, rows, longest)
        canvas.join(columns)
        self._interval(canvas)
        return self._gone(gone, "outlet")

    def _key(self, used: list[str]) -> list[LegendKey]:
        keys = [
            LegendKey(_WORDS[name], str(self.colors[name]), "dot", _SIGNS[name],
                      hollow=name == "neutral")
            for name in used
        ]  # fmt: skip
        if (self.data["total"] < FEW).any():
            keys.append(LegendKey(f"faint: under {FEW} namings", "ink", faint=True))
        return keys

    def _side(self, canvas: Canvas, name: str, rows: list[dict[Any, Any]], longest: int) -> None:
        """Write a side's name and number of namings, and draw its words."""
        em, total = canvas.base, int(rows[0]["total"])
        count = counted(total, "naming")
        wide = canvas.width_of(count, SMALL)
        lines = canvas.lines(name, canvas.width - wide - em, bold=True, most=2)
        canvas.word(canvas.right, canvas.top + canvas.line() / 2, count, size=SMALL, align="right",
                    color="muted", link=self._link(rows[0], None))  # fmt: skip
        canvas.top = canvas.block(canvas.left, canvas.top, lines, bold=True) + 0.2 * em
        fits = max(1, int((canvas.room - 4 * em) / (canvas.line() + 1.1 * em)))
        shown = rows[: min(fits, _MOST_WORDS)]
        for row in shown:
            self._word(canvas, row, longest)
        more = total - sum(int(row["n"]) for row in shown)
        if more:
            canvas.paragraph(f"{more} more in other words", size=SMALL, color="muted", most=1)
        canvas.top += 0.6 * em

    def _word(self, canvas: Canvas, row: dict[Any, Any], longest: int) -> None:
        """Write a word with its sign and count, and draw its bar below."""
        em, link, reading = canvas.base, self._link(row, str(row["variant"])), str(row["reading"])
        n, y, few = int(row["n"]), canvas.top + canvas.line() / 2, int(row["total"]) < FEW
        color = str(self.colors[reading])
        own = own_between(row).lstrip(", ")
        aside = canvas.width_of(own, SMALL) + 0.5 * em if own else 0.0
        room = canvas.width - 1.3 * em - canvas.width_of(f" {n}", bold=True) - aside - 0.4 * em
        form, more = written(row["wording"])
        # The count is of all its forms, not only of the one that is named.
        short = f"+{more.split()[1]}" if more else ""
        word = canvas.lines(form, room - canvas.width_of(f" {short}", SMALL), most=1)[0]
        start = canvas.left + 1.2 * em
        gap = canvas.width_of(f"{word} ")
        others = more if gap + canvas.width_of(more, SMALL) <= room else short
        canvas.dot(canvas.left + 0.4 * em, y, color, radius=0.3 * em, shape=_SIGNS[reading],
                   hollow=reading == "neutral", link=link)  # fmt: skip
        canvas.word(start, y, word, link=link)
        canvas.word(start + gap, y, others, size=SMALL, color="muted", link=link)
        canvas.word(canvas.right - aside, y, str(n), bold=True, align="right", link=link)
        if own:
            canvas.word(canvas.right, y, own, size=SMALL, align="right", link=link)
        canvas.top += canvas.line() + 0.1 * em
        canvas.box(canvas.left, canvas.top, canvas.width * n / longest, 0.55 * em, color,
                   faint=few, link=link)  # fmt: skip
        canvas.top += 0.9 * em

    def _interval(self, canvas: Canvas) -> None:
        """Draw how many of 100 would have to be reworded on a line from 0 to 100."""
        ends = self._ends()
        if ends is None or canvas.room < 4 * canvas.base:
            return
        em, y = canvas.base, canvas.top + 0.6 * canvas.base
        left, wide = canvas.left + 0.4 * em, canvas.width - 0.8 * em
        at = [left + wide * max(0.0, min(1.0, end)) for end in ends]
        canvas.stroke((left, y), (left + wide, y), width=1)
        for end in (left, left + wide):
            canvas.stroke((end, y - 0.35 * em), (end, y + 0.35 * em), width=1)
        canvas.stroke((at[1], y), (at[2], y), color="muted", width=0.28 * em)
        canvas.dot(at[0], y, "ink", radius=0.38 * em)
        canvas.top = y + 0.7 * em
        canvas.paragraph(self._reworded(), size=SMALL, color="muted", most=2, after=0.1)

    def _link(self, row: dict[Any, Any], variant: str | None) -> Link:
        """Return what a word, or without one a whole side, counts."""
        side = row["side"]
        about: dict[str, str | int | None] = {
            "lexicon": str(row["lexicon"]), "concept": str(row["concept"]), "variant": variant,
            "scope": str(row["scope"]), "n": int(row["n"] if variant else row["total"]),
        }  # fmt: skip
        if not isinstance(side, str):
            return about | {"outlet": str(row["outlet"])}
        here, other = str(row["outlet"]), str(row["outlet_b"])
        pair = (here, None if self._rest else other) if side == "a" else (other, here)
        return about | {"a": pair[0], "b": None if self._rest else pair[1], "side": side}


def _frame(
    comparison: Comparison, sides: list[_Side], row: Row, *, misreading: bool
) -> pd.DataFrame:
    """Count the words of each side, the most frequent first."""
    found = [
        (record, side[2].but(variant=record["variant"]))
        for side in sides
        for record in _records(comparison, side, sides, row)
    ]
    data = pd.DataFrame([record for record, _ in found], columns=list(SidesDisplay.columns))
    if misreading:
        own = [own_of_query(comparison, query) for _, query in found]
        data[list(OWN_COUNTS)] = pd.DataFrame(own, columns=list(OWN_COUNTS), dtype="float64")
    return data


def _records(
    comparison: Comparison, side: _Side, sides: list[_Side], row: Row
) -> Iterator[dict[str, Any]]:
    name, lines, query = side
    others = [other for other, *_ in sides if other != name]
    shared = {
        "lexicon": query.lexicon, "concept": query.concept, "scope": query.scope,
        "outlet": name, "outlet_b": others[0] if query.side and others else None,
        "side": query.side, "total": len(lines),
        **{column: row.get(column) for column in ("events", "difference", "low", "high")},
    }  # fmt: skip
    groups = [(str(name), rows) for name, rows in lines.groupby("variant", sort=True)]
    wordings = _wordings(comparison, name, sides)
    for variant, rows in sorted(groups, key=lambda group: -len(group[1])):
        intensity, direction = (rows[name].dropna() for name in ("intensity", "direction"))
        reading = reading_of(
            int(intensity.iloc[0]) if len(intensity) else 0,
            int(direction.mode().iloc[0]) if len(direction) else 0,
            of_deed=(query.lexicon, query.concept, variant) in comparison.material.against_doers,
        )
        yield shared | {
            "variant": variant, "wording": wordings[variant], "reading": reading, "n": len(rows),
        }  # fmt: skip


def _wordings(comparison: Comparison, name: str, sides: list[_Side]) -> dict[str, str]:
    """Return how each word of a side is written: alike on all sides, where this one wrote it so.

    One word as "decrying" here and "decries" there would look like two. The form is that of the
    side of whose namings the word makes up most.
    """
    shares: dict[str, list[tuple[float, Written]]] = {}
    own: dict[str, tuple[Written, set[str]]] = {}
    for side, lines, _ in sides:
        for variant, rows in lines.groupby("variant", sort=True):
            form = written_of(rows, comparison.material)
            shares.setdefault(str(variant), []).append((len(rows) / len(lines), form))
            if side == name:
                texts = rows["text"].astype(object).fillna("")
                own[str(variant)] = form, set(map(plain_form, texts))
    wordings = {}
    for variant, (mine, forms) in own.items():
        most = max(shares[variant], key=lambda each: each[0])[1].form
        alike = plain_form(most) in forms
        wordings[variant] = str(Written(most, mine.others) if alike else mine)
    return wordings


def _most_named(comparison: Comparison, concept: str | None = None) -> list[tuple[str, str]]:
    """Return the concepts named in own words, those named most first."""
    mentions = comparison.material.mentions
    own = mentions[(mentions["voice"] == "own").fillna(False).astype(bool)]
    counts = own.groupby(["lexicon", "concept"], sort=True, observed=True).size()
    keys = counts.sort_values(ascending=False, kind="stable").index
    return [(str(one), str(other)) for one, other in keys if concept in (None, other)]
