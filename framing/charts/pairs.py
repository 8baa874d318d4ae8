"""Two outlets, word against word: what each wrote most of all for the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.counted import plain_name
from framing.charts.display import Display, Link
from framing.charts.evidence import FEW
from framing.charts.labels import counted, in_order, left_out, listed, n_of_n, wrapped, written
from framing.charts.style import GRID, INK, MUTED, SERIES_COLORS
from framing.errors import SettingsError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["PairsDisplay"]

_MOST = 12
# Points of type for a word written once, and for the word written most often on the picture.
_SMALL, _LARGE = 8.0, 15.0


class PairsDisplay(Display):
    """The words two outlets chose for the same thing, facing each other, larger the more often.

    One row a concept, in the order of the evidence (`Comparison.ranked`): at the left the form
    one outlet wrote more than the other did, at the right the other's, and under each how often,
    out of all its namings of the concept in the events in which both named it. What was named
    less than five times on that side is in grey.

    Attributes
    ----------
    data : pandas.DataFrame
        Two rows a concept: ``lexicon, concept, scope, outlet, outlet_b, side, variant, wording, n,
        total, events, difference, low, high, p_value``; `outlet_b` is the other outlet.
    """

    kind: ClassVar[str] = "pairs"
    heading: ClassVar[str] = "The words each chose for the same thing"
    columns: ClassVar[tuple[str, ...]] = (
        "lexicon", "concept", "scope", "outlet", "outlet_b", "side", "variant", "wording", "n",
        "total", "events", "difference", "low", "high", "p_value",
    )  # fmt: skip

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        outlet_a: str | None = None,
        outlet_b: str | None = None,
        **options: Any,
    ) -> Self:
        """Take the naming choices of two outlets, by default the pair that ranks highest.

        Raises
        ------
        SettingsError
            When `outlet_a` or `outlet_b` is no outlet of the comparison, or both are one.
        """
        rows = comparison.ranked()
        rows = rows[rows["kind"] != "rest"].sort_values("p_value", kind="stable")
        given = [name for name in (outlet_a, outlet_b) if name is not None]
        if len(set(given)) < len(given) or any(name not in comparison.outlets for name in given):
            raise SettingsError(
                f"outlet_a={outlet_a!r}, outlet_b={outlet_b!r}: give two of "
                f"{', '.join(comparison.outlets) or 'none'}"
            )
        for name in given:
            rows = rows[(rows["outlet_a"] == name) | (rows["outlet_b"] == name)]
        rows = rows[(rows["wording_a"] != rows["wording_b"]).fillna(False)]
        if len(rows):
            first = rows.iloc[0]
            same = rows["outlet_a"].eq(first["outlet_a"]) & rows["outlet_b"].eq(first["outlet_b"])
            rows = rows[same].drop_duplicates(["lexicon", "concept"])
        sides = [side for row in rows[:_MOST].to_dict("records") for side in _sides(row)]
        data = pd.DataFrame(sides, columns=list(cls.columns))
        if len(data) and "title" not in options:
            options["title"] = _finding(data, outlet_a, options.get("order"))
        if outlet_a is not None:
            options.setdefault("order", [outlet_a])
        display = cls(data, **options)
        if len(data):
            display.subtitle = (
                "In their own words, n of all namings of the thing, where both named it; "
                "strongest evidence first"
            )
            display.warnings = tuple(_foot(comparison, data, len(rows)))
        return display

    def _pairs(self) -> list[tuple[str, list[dict[Any, Any]]]]:
        """Return the concepts from top to bottom, each with its two sides from left to right."""
        order = self.outlets()
        return [
            (
                str(key[1]),
                sorted(rows.to_dict("records"), key=lambda r: order.index(str(r["outlet"]))),
            )
            for key, rows in self.data.groupby(["lexicon", "concept"], sort=False)
        ]

    @property
    def alt(self) -> str:
        """Both words with their counts, concept by concept."""
        parts = []
        for concept, sides in self._pairs():
            said = ", ".join(
                f"{side['outlet']} {_quoted(side['wording'])} "
                f"{n_of_n(int(side['n']), int(side['total']))}"
                for side in sides
            )
            parts.append(f"{plain_name(concept)}: {said}")
        if not parts:
            return self._empty()
        return f"Two outlets' words for the same thing, in their own words. {listed(parts)}."

    def _empty(self) -> str:
        return (
            "Nothing to draw: no two outlets named the same thing differently often enough in "
            "their own words."
        )

    def _size(self) -> tuple[float, float]:
        return 6.0, 0.62 * (len(self._pairs()) + 0.8)

    def _draw(self, ax: Axes) -> None:
        pairs, most = self._pairs(), int(self.data["n"].max())
        ax.set_xlim(0, 1)
        ax.set_ylim(len(pairs), -0.8)
        ax.set_xticks([])
        ax.set_yticks([])
        for spine in ax.spines.values():
            spine.set_visible(False)
        for i, outlet in enumerate(self.outlets()):
            ax.text((0.33, 0.67)[i], -0.4, wrapped(outlet, 30, 2), ha=("right", "left")[i],
                    va="center", fontweight="bold", color=self._color(outlet))  # fmt: skip
        for y, (concept, sides) in enumerate(pairs):
            ax.plot([0, 1], [y, y], color=GRID, lw=0.6)
            ax.text(0.5, y + 0.5, wrapped(plain_name(concept), 20, 2), ha="center", va="center",
                    fontsize=7.5, color=MUTED)  # fmt: skip
            for i, side in enumerate(sides):
                self._side(ax, side, y, i, most)

    def _side(self, ax: Axes, side: dict[Any, Any], y: float, place: int, most: int) -> None:
        """Write one outlet's word and, under it, how often it wrote it."""
        n, total, outlet = int(side["n"]), int(side["total"]), str(side["outlet"])
        more = written(side["wording"])[1]
        color = self._color(outlet) if total >= FEW else MUTED
        words = wrapped(written(side["wording"])[0], 34, 1)
        # Words lie on a line of some 2 inches: a long one is set smaller.
        size = _SMALL + (_LARGE - _SMALL) * (n / most) ** 0.5
        size = min(size, 260 / max(1, len(words)))
        at: dict[str, Any] = {"x": (0.33, 0.67)[place], "ha": ("right", "left")[place]}
        word = ax.text(**at, y=y + 0.38, s=words, va="center", fontsize=size, color=color)
        below = f"{n_of_n(n, total)} {more}".strip()
        count = ax.text(**at, y=y + 0.8, s=below, va="center", fontsize=7,
                        color=INK if total >= FEW else MUTED)  # fmt: skip
        here = side["side"] == "a"
        link: Link = {
            "lexicon": str(side["lexicon"]), "concept": str(side["concept"]),
            "variant": str(side["variant"]), "scope": str(side["scope"]),
            "a": outlet if here else str(side["outlet_b"]),
            "b": str(side["outlet_b"]) if here else outlet,
            "side": str(side["side"]), "n": n,
        }  # fmt: skip
        self._opens(word, link)
        self._opens(count, link)

    def _color(self, outlet: str) -> str:
        return str(self.colors.get(outlet, SERIES_COLORS[self.outlets().index(outlet) % 2]))


def _quoted(wording: object) -> str:
    """Put in quotation marks what was written, and nothing else."""
    word, more = written(wording)
    return f"“{word}” {more}".strip()


def _sides(row: dict[Any, Any]) -> list[dict[str, Any]]:
    """Return a contrast as one row a side."""
    shared = ("lexicon", "concept", "scope", "events", "difference", "low", "high", "p_value")
    return [
        {
            **{name: row[name] for name in shared},
            "outlet": row[f"outlet_{side}"], "outlet_b": row[f"outlet_{other}"], "side": side,
            "variant": row[f"variant_{side}"], "wording": row[f"wording_{side}"],
            "n": row[f"n_{side}"], "total": row[f"total_{side}"],
        }
        for side, other in (("a", "b"), ("b", "a"))
    ]  # fmt: skip


def _finding(data: pd.DataFrame, first: str | None, order: list[str] | None) -> str:
    """Say the two words of the concept that ranks first."""
    top = data.iloc[:2].to_dict("records")
    names = in_order([row["outlet"] for row in top], order or ([first] if first else None))
    one, two = sorted(top, key=lambda row: names.index(row["outlet"]))
    return (
        f"{plain_name(one['concept']).capitalize()}: {one['outlet']} wrote "
        f"{_quoted(one['wording'])}, "
        f"{two['outlet']} {_quoted(two['wording'])}"
    )


def _foot(comparison: Comparison, data: pd.DataFrame, found: int) -> list[str]:
    """Say how sure the first row is, what was read, what is grey, and what is not drawn."""
    articles = comparison.material.articles
    articles = articles[articles["outlet"].isin(data["outlet"])]
    dates = sorted(str(date) for date in articles["date"].dropna())
    span = f", {dates[0][:10]} to {dates[-1][:10]}" if dates else ""
    lines = [
        f"{counted(len(articles), 'article')} of the two{span}; the first row rests on "
        f"{counted(int(data['events'].iloc[0]), 'matched event')}."
    ]
    p = data["p_value"].iloc[0]
    if pd.isna(p):
        lines.append("Too few matched events for a test of the first row.")
    else:
        lines.append(f"First row: p = {p:.3f}, before adjusting for the number of comparisons.")
    if (data["total"] < FEW).any():
        lines.append(f"Grey: the thing was named less than {FEW} times on that side.")
    if found > _MOST:
        lines.append(left_out(found - _MOST, "concept").replace("table", "table of differences"))
    return lines
