"""Distinctive words: which words tell one outlet's text from another's."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

import pandas as pd

from framing.charts.display import Display, Link
from framing.charts.labels import listed, tidy
from framing.charts.legend import dot, legend_below
from framing.charts.placing import PointLabel, place_labels
from framing.charts.style import GRID, INK, MUTED, SERIES_COLORS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["WordsDisplay", "other_side", "sides_of", "term_link"]

OTHERS = "all others"
_MOST_POINTS = 400
_LABELLED = 10
_COLORS = (SERIES_COLORS[0], SERIES_COLORS[1])
_MARKERS = ("^", "v")


class WordsDisplay(Display):
    """Words by how often both sides use them and how far they tell the sides apart.

    Across, how often both sides together use the word; up, z of its log odds with an informative
    prior (Monroe, Colaresi & Quinn 2008): above the line words of the first side, below it words
    of the second. Filled marks are beyond what exchanging the outlets within events gives; that
    needs six matched events, else all marks are hollow and a note says so.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a word: ``term, outlet, against, count_a, count_b, z, p_value, labelled``.
    """

    kind: ClassVar[str] = "words"
    heading: ClassVar[str] = "Words that tell the outlets apart"
    columns: ClassVar[tuple[str, ...]] = (
        "term", "outlet", "against", "count_a", "count_b", "z", "p_value", "labelled",
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
        **options: Any,
    ) -> Self:
        """Rank words and phrases of up to `longest` words of `outlet` against another, or all.

        Without `outlet`, the first outlet is taken; ``order=["Name"]`` puts another one first.
        Own-voice text is counted by default, ``voice="all"`` takes quotations too.
        """
        outlet = sides_of(comparison, outlet, options.get("order"))
        if outlet is None:
            return cls(pd.DataFrame(columns=list(cls.columns)), **options)
        table = comparison.distinctive(
            outlet, against, voice=voice, ngrams=(1, max(1, longest))
        ).reset_index()
        table = table[table["z"].notna()]
        if table.empty:
            return cls(pd.DataFrame(columns=list(cls.columns)), **options)
        data = _rows(table, outlet, against or other_side(comparison, outlet))
        display = cls(data, **options)
        if data["p_value"].isna().all():
            display.warnings = (
                "No test: under six matched events. The order is a reading aid, not a finding.",
            )
        return display

    def outlets(self) -> list[str]:
        """Return the two sides."""
        if self.data.empty:
            return []
        return [str(self.data["outlet"].iloc[0]), str(self.data["against"].iloc[0])]

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
        return "Nothing to draw: words need two outlets that both use some word three times."

    def _size(self) -> tuple[float, float]:
        return 6.0, 4.6

    def _draw(self, ax: Axes) -> None:
        colors = [str(self.colors.get(n, c)) for n, c in zip(self.outlets(), _COLORS, strict=True)]
        rows = self.data.to_dict("records")
        xs = [math.log10(row["count_a"] + row["count_b"]) for row in rows]
        zs = [0.0, *(float(row["z"]) for row in rows)]
        room = max(1.0, 0.1 * (max(zs) - min(zs)))
        span = max(0.3, max(xs) - min(xs))
        ax.set_xlim(min(xs) - 0.12 * span, max(xs) + 0.3 * span)
        ax.set_ylim(min(zs) - room, max(zs) + room)
        ax.axhline(0, color=MUTED, lw=0.8, zorder=1)
        self._marks(ax, xs, colors)
        labels = self._labels(xs, rows, colors)
        bare = [(x, row["z"]) for x, row in zip(xs, rows, strict=True) if not row["labelled"]]
        place_labels(ax, labels, radius=2.5, obstacles=bare)
        self._axes(ax, xs)
        names = self.outlets()
        handles = [
            dot(_MARKERS[i], colors[i], f"more in {names[i]}", size=5, hollow=True) for i in (0, 1)
        ]
        handles.append(dot("o", INK, "filled: beyond chance, p < .05", size=4))
        legend_below(ax, handles, columns=2)

    def _labels(
        self, xs: list[float], rows: list[dict[Any, Any]], colors: list[str]
    ) -> list[PointLabel]:
        """Return the words to write; those whose points coincide stand together."""
        places: dict[tuple[float, float], list[dict[Any, Any]]] = {}
        for x, row in zip(xs, rows, strict=True):
            if row["labelled"]:
                places.setdefault((x, row["z"]), []).append(row)
        return [
            PointLabel(
                x, z, ", ".join(tidy(row["term"]) for row in here), colors[int(z < 0)],
                id=self._link(term_link(*here)),
            )
            for (x, z), here in places.items()
        ]  # fmt: skip

    def _marks(self, ax: Axes, xs: list[float], colors: list[str]) -> None:
        """Draw the points, those of one look together."""
        beyond = self.data["p_value"].notna() & (self.data["p_value"] < 0.05)
        marks = self.data.assign(x=xs, side=(self.data["z"] < 0).astype(int), beyond=beyond)
        looks = itertools.product((0, 1), (False, True), (False, True))
        for side, labelled, filled in looks:
            like = (marks["side"] == side) & (marks["labelled"] == labelled)
            rows = marks[like & (marks["beyond"] == filled)]
            if rows.empty:
                continue
            color = colors[side] if labelled else GRID
            (drawn,) = ax.plot(rows["x"], rows["z"], _MARKERS[side], ms=4, color=color, mew=0.8,
                               mfc=color if filled else "none",
                               zorder=3 if labelled else 2)  # fmt: skip
            if labelled:
                self._opens(drawn, *(term_link(row) for row in rows.to_dict("records")))

    def _axes(self, ax: Axes, xs: list[float]) -> None:
        low, high = 10 ** min(xs), 10 ** max(xs)
        ticks = [n for d in range(5) for n in (10**d, 2 * 10**d, 5 * 10**d) if low <= n <= high]
        ax.set_xticks([math.log10(n) for n in ticks], [str(n) for n in ticks])
        ax.set_xlabel("uses by both sides together (logarithmic)")
        ax.set_ylabel("z of the log odds")


def _rows(table: pd.DataFrame, outlet: str, against: str) -> pd.DataFrame:
    """Keep the terms that tell most, and choose those to label."""
    ranked = table.sort_values(["z", "term"], ascending=[False, True], kind="stable")
    top = _telling(ranked[ranked["z"] > 0]) + _telling(ranked[ranked["z"] < 0].iloc[::-1])
    far = ranked.assign(far=ranked["z"].abs()).sort_values("far", ascending=False, kind="stable")
    kept = far.head(_MOST_POINTS)
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


def term_link(*rows: dict[Any, Any]) -> Link:
    """Return what a word's mark counts: its uses by both sides; several words a line each."""
    uses = sum(int(row["count_a"] + row["count_b"]) for row in rows)
    return {"show": "uses", "term": "\n".join(str(row["term"]) for row in rows), "n": uses}


def sides_of(comparison: Comparison, outlet: str | None, order: Any) -> str | None:
    """Return the outlet to set against others; None where there are not two with a name."""
    names = comparison.material.named_outlets
    if len(names) < 2:
        return None
    first = [name for name in order or () if name in names]
    return outlet or (first or names)[0]


def other_side(comparison: Comparison, outlet: str) -> str:
    """Return what an outlet is set against when nothing is said: the other one, or all others."""
    names = [name for name in comparison.material.named_outlets if name != outlet]
    return names[0] if len(names) == 1 else OTHERS
