"""Distinctive words: a field of words by how often and how one-sidedly they are used."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

import pandas as pd

from framing.charts.canvas import SMALL, Canvas, LegendKey
from framing.charts.display import Display
from framing.charts.labels import begun, listed, tidy
from framing.charts.plane import Field, PointLabel, place_labels
from framing.charts.telling import (
    LEFT_OUT,
    OTHERS,
    other_side,
    sides_of,
    telling_terms,
    term_link,
    uses,
)
from framing.statistics.exchange import LEAST_P, MIN_EVENTS

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["WordsDisplay"]

_MOST_POINTS = 300
_SAME = 1e-6
_LABELLED = 10
# A word that leans less than this is used alike by both sides: its label would tell nothing.
_LEAST_Z = 0.2
_SHAPES = ("^", "v")
_UNTESTED = "No test, as there are under {n} matched {units}: the order is a reading aid."


class WordsDisplay(Display):
    """Words by how often both sides use them and how far they tell the sides apart.

    Across, how often both sides together use the word; up, z of its log odds with an informative
    prior (Monroe, Colaresi & Quinn 2008): above the line words of the first side, below it words
    of the second. Filled marks are beyond what exchanging the outlets within events gives; that
    needs six matched events, else all marks are hollow and the foot says so. Function words,
    names and house style are left out.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per word: ``term, outlet, against, count_a, count_b, z, p_value, labelled``.
    """

    kind: ClassVar[str] = "words"
    heading: ClassVar[str] = "Words that tell the outlets apart"
    question: ClassVar[str] = "Which words set an outlet's own text apart?"
    rank: ClassVar[int] = 60
    columns: ClassVar[tuple[str, ...]] = (
        "term", "outlet", "against", "count_a", "count_b", "z", "p_value", "labelled",
        "voice",
    )  # fmt: skip

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        outlet: str | None = None,
        against: str | None = None,
        voice: Literal["own", "all"] = "own",
        longest: int = 2,
        filtered: bool = True,
        **options: Any,
    ) -> Self:
        """Rank words and phrases of up to `longest` words of `outlet` against another, or all.

        Without `outlet`, it is that whose wording differs with the strongest evidence;
        ``order=["Name"]`` puts another one first. Own-voice text is counted by default,
        ``voice="all"`` takes quotations too; ``filtered=False`` keeps function words, names and
        house style.
        """
        outlet = sides_of(comparison, outlet, options.get("order"))
        if outlet is None:
            return cls(pd.DataFrame(columns=list(cls.columns)), **options)
        table = comparison.distinctive(
            outlet, against, voice=voice, ngrams=(1, max(1, longest))
        ).reset_index()
        table = table[table["z"].notna()]
        table = telling_terms(comparison, table) if filtered else table
        if not (table["z"].abs() > _SAME).any():
            return cls(pd.DataFrame(columns=list(cls.columns)), **options)
        data = _rows(table, outlet, against or other_side(comparison, outlet), voice)
        display = cls(data, **options)
        display.subtitle = (
            "Across: uses by both sides together, logarithmic. Up: z of the log odds, how far a "
            "word leans to a side" + ("" if voice == "all" else "; own words only")
        )
        display._tell_of(comparison)
        display.left_out = "in comparison.distinctive()"
        untested = _UNTESTED.format(n=MIN_EVENTS, units=comparison.settings.units)
        said = [untested] if data["p_value"].isna().all() else []
        display.warnings = tuple(said + ([LEFT_OUT] if filtered else []))
        return display

    def outlets(self) -> list[str]:
        """Return the two sides."""
        if self.data.empty:
            return []
        return [str(self.data["outlet"].iloc[0]), str(self.data["against"].iloc[0])]

    def finding(self) -> str:
        """Name the words that lean farthest to either side, and whether they are tested."""
        if self.data["p_value"].isna().all():
            return ""
        first, second = self.outlets()
        told = [[row for row in self._words(side) if row["p_value"] < LEAST_P] for side in (0, 1)]
        said = [
            (name, ", ".join(f"“{tidy(row['term'])}”" for row in rows[:3]))
            for name, rows in zip((first, second), told, strict=True)
            if rows
        ]
        if not said:
            return (
                f"No word sets {self._named(first)} apart from {self._named(second)} beyond chance"
            )
        (name, words), *rest = said
        more = "".join(f"; {self._named(other)} {theirs}" for other, theirs in rest)
        side = begun(name) if name == OTHERS else self._named(name, first=True)
        return f"{side} {uses(name)} {words} more than chance explains{more}"

    def _words(self, side: int) -> list[dict[Any, Any]]:
        """Return the labelled words of a side, those farthest out first, the tested before all."""
        rows = self.data[self.data["labelled"]]
        rows = rows[rows["z"] < 0] if side else rows[rows["z"] > 0]
        rows = rows.assign(far=rows["z"].abs(), chance=~(rows["p_value"] < LEAST_P))
        rows = rows.sort_values(["chance", "far"], ascending=[True, False], kind="stable")
        return list(rows.to_dict("records"))

    @property
    def alt(self) -> str:
        """The ten words that stand farthest out on each side, with their counts."""
        if self.data.empty:
            return self._empty()
        parts = []
        for side, name in enumerate(self.outlets()):
            rows = self.data.sort_values("z", ascending=side == 1, kind="stable")
            rows = rows[rows["z"] > 0] if side == 0 else rows[rows["z"] < 0]
            words = ", ".join(
                f"{tidy(r['term'])} ({r['count_a']} to {r['count_b']})"
                for r in rows.head(10).to_dict("records")
            )
            parts.append(f"more in {name}: {words or 'none'}")
        return f"Words by frequency and by how far they tell the sides apart. {listed(parts)}."

    def _empty(self) -> str:
        return (
            "Nothing to draw: this needs two outlets, and a word used three times or more that "
            "one of them uses more than the other."
        )

    def _draw(self, canvas: Canvas) -> str:
        em, names = canvas.base, self.outlets()
        canvas.key(
            [LegendKey(f"more in {name}", self._color(name), "dot", _SHAPES[i], hollow=True)
             for i, name in enumerate(names)]
            + [LegendKey("filled: beyond chance, p < .05", "ink", "dot")]
        )  # fmt: skip
        rows = self.data.to_dict("records")
        xs = [math.log10(row["count_a"] + row["count_b"]) for row in rows]
        zs = [0.0, *(float(row["z"]) for row in rows)]
        tall = min(canvas.room - 2.6 * em, (36 if canvas.narrow else 38) * em)
        span, room = max(0.3, max(xs) - min(xs)), 0.06 * (max(zs) - min(zs) or 1)
        edge = 2.2 * em
        field = Field(
            canvas, canvas.left + edge, canvas.top, canvas.width - edge, max(6 * em, tall),
            (min(xs) - 0.08 * span, max(xs) + 0.22 * span), (min(zs) - room, max(zs) + room),
        )  # fmt: skip
        self._scales(field, xs, zs)
        places = [(field.x(x), field.y(float(row["z"]))) for x, row in zip(xs, rows, strict=True)]
        for row, (x, y) in zip(rows, places, strict=True):
            self._mark(canvas, row, x, y)
        bare = [at for at, row in zip(places, rows, strict=True) if not row["labelled"]]
        place_labels(field, self._labels(rows, places), obstacles=bare)
        canvas.top = field.frame[3] + 1.6 * canvas.line(SMALL)
        return ""

    def _mark(self, canvas: Canvas, row: dict[Any, Any], x: float, y: float) -> None:
        side = int(row["z"] < 0)
        beyond = pd.notna(row["p_value"]) and row["p_value"] < LEAST_P
        labelled = bool(row["labelled"])
        color = self._color(self.outlets()[side]) if labelled or beyond else "grid"
        canvas.dot(x, y, color, radius=0.28 * canvas.base, shape=_SHAPES[side], hollow=not beyond,
                   link=term_link(row) if labelled else None)  # fmt: skip

    def _labels(
        self, rows: list[dict[Any, Any]], places: list[tuple[float, float]]
    ) -> list[PointLabel]:
        """Return the words to write; those whose points coincide stand together."""
        at: dict[tuple[float, float], list[dict[Any, Any]]] = {}
        for row, place in zip(rows, places, strict=True):
            if row["labelled"]:
                at.setdefault(place, []).append(row)
        return [
            PointLabel(x, y, ", ".join(tidy(row["term"]) for row in here[:3]),
                       self._color(self.outlets()[int(here[0]["z"] < 0)]), 0.95,
                       link=term_link(*here[:3]))
            for (x, y), here in at.items()
        ]  # fmt: skip

    def _scales(self, field: Field, xs: list[float], zs: list[float]) -> None:
        canvas, em = field.canvas, field.canvas.base
        canvas.stroke((field.left, field.y(0)), (field.left + field.width, field.y(0)),
                      color="muted", width=0.9)  # fmt: skip
        low, high = 10 ** min(xs), 10 ** max(xs)
        ticks = [n for d in range(6) for n in (10**d, 2 * 10**d, 5 * 10**d) if low <= n <= high]
        y = field.frame[3] + 0.7 * canvas.line(SMALL)
        for n in ticks or [round(low)]:
            canvas.word(field.x(math.log10(n)), y, f"{n:,}", size=SMALL, color="muted",
                        align="center")  # fmt: skip
        step = max(1, round((max(zs) - min(zs)) / 5))
        for z in range(math.ceil(min(zs)), math.floor(max(zs)) + 1):
            if z % step == 0:
                canvas.word(field.left - 0.4 * em, field.y(z), f"{abs(z)}", size=SMALL,
                            color="muted", align="right")  # fmt: skip


def _rows(table: pd.DataFrame, outlet: str, against: str, voice: str) -> pd.DataFrame:
    """Keep the terms that tell most, and choose those to label."""
    ranked = table.sort_values(["z", "term"], ascending=[False, True], kind="stable")
    far = ranked["z"].abs() >= _LEAST_Z
    top = _telling(ranked[far & (ranked["z"] > 0)])
    top += _telling(ranked[far & (ranked["z"] < 0)].iloc[::-1])
    kept = ranked.assign(far=ranked["z"].abs())
    kept = kept.sort_values("far", ascending=False, kind="stable").head(_MOST_POINTS)
    return pd.DataFrame(
        {
            "term": kept["term"],
            "outlet": outlet,
            "against": against,
            "count_a": kept["count_a"],
            "count_b": kept["count_b"],
            "z": kept["z"].round(6),
            "p_value": kept["p_value"],
            "labelled": kept["term"].isin(top),
            "voice": voice,
        }
    )


def _telling(ranked: pd.DataFrame) -> list[str]:
    """Return the terms to label, farthest out first; none shares a word with one before it."""
    chosen: list[str] = []
    used: set[str] = set()
    for term in ranked["term"]:
        words = set(str(term).split())
        if len(chosen) < _LABELLED and not words & used:
            chosen.append(str(term))
            used |= words
    return chosen
