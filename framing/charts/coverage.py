"""Event overview: which outlet covered which event, with how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.display import Display, Link
from framing.charts.labels import in_order, left_out, listed, wrapped
from framing.charts.style import GRID, PAPER, ink_on

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["CoverageDisplay"]

_MOST = 40
_STEPS = ("#edf2f7", "#d3e1ee", "#b3cde3", "#8db4d6", "#6a9bc5")
_LONE = "(no event)"


class CoverageDisplay(Display):
    """Events by outlets: articles in each cell, and the namings found in them.

    The darker, the more words; an empty cell is an event that the outlet did not cover.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a cell: ``event, outlet, articles, words, namings``. Articles without an event
        stand under "(no event)".
    """

    kind: ClassVar[str] = "coverage"
    heading: ClassVar[str] = "Who covered which event"
    columns: ClassVar[tuple[str, ...]] = ("event", "outlet", "articles", "words", "namings")

    palette: ClassVar = dict(enumerate(_STEPS))

    @classmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Take the coverage table, the events covered by most outlets first."""
        table = comparison.coverage
        data = table[list(cls.columns)].copy()
        data["event"] = data["event"].astype(object).where(data["event"].notna(), _LONE)
        covered = data[data["articles"] > 0].groupby("event", sort=False).agg(
            outlets=("outlet", "nunique"), articles=("articles", "sum")
        )  # fmt: skip
        ranked = sorted(
            covered.index,
            key=lambda e: (e == _LONE, -covered.loc[e, "outlets"], -covered.loc[e, "articles"], e),
        )
        place = {name: i for i, name in enumerate(ranked[:_MOST])}
        data = data[data["event"].isin(place)]
        data = data.sort_values("event", key=lambda c: c.map(place), kind="stable")
        display = cls(data, **options)
        display.warnings = ("In each cell: articles · namings.",)
        if len(ranked) > _MOST:
            display.warnings += (left_out(len(ranked) - _MOST, "event"),)
        return display

    def events(self) -> list[str]:
        """Return the events drawn, from top to bottom."""
        return in_order(self.data["event"].astype(str), None)

    @property
    def alt(self) -> str:
        """Articles of each outlet, event by event."""
        parts = []
        for event in self.events():
            rows = self.data[self.data["event"] == event]
            counts = {str(r["outlet"]): int(r["articles"]) for r in rows.to_dict("records")}
            found = ", ".join(f"{name} {counts[name]}" for name in self.outlets() if name in counts)
            parts.append(f"{event}: {found}")
        if not parts:
            return self._empty()
        return f"Articles by event and outlet. {listed(parts, rest='events')}."

    def _empty(self) -> str:
        return "Nothing to draw: there are no articles."

    def _size(self) -> tuple[float, float]:
        return max(2.2, 1.0 * len(self.outlets())), 0.34 * len(self.events())

    def _draw(self, ax: Axes) -> None:
        from matplotlib.patches import Rectangle

        events, outlets = self.events(), self.outlets()
        edges = _edges(self.data["words"])
        for row in self.data.to_dict("records"):
            x, y = outlets.index(str(row["outlet"])), events.index(str(row["event"]))
            articles, words = int(row["articles"]), int(row["words"])
            color = self.colors[sum(words > edge for edge in edges)] if articles else PAPER
            cell = Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=color, edgecolor=GRID, lw=0.6,
                             hatch="" if articles else "//")  # fmt: skip
            ax.add_patch(cell)
            if articles:
                both = f"{articles} · {int(row['namings'])}"
                count = ax.text(x, y, both, ha="center", va="center", fontsize=7,
                                color=ink_on(color))  # fmt: skip
                for drawn in (cell, count):
                    self._opens(drawn, _link(row))
        ax.set_xlim(-0.5, len(outlets) - 0.5)
        ax.set_ylim(len(events) - 0.5, -0.5)
        ax.set_yticks(range(len(events)), [wrapped(e, 32, 2) for e in events])
        ax.set_xticks(range(len(outlets)), [wrapped(o, 13) for o in outlets])
        ax.tick_params(length=0)
        for side in ax.spines.values():
            side.set_visible(False)
        self._key(ax, edges)

    def _key(self, ax: Axes, edges: list[float]) -> None:
        from framing.charts.legend import legend_below, patch

        bounds = [0, *edges, None]
        handles = []
        for low, high, color in zip(bounds, bounds[1:], self.colors.values(), strict=False):
            if high is None:
                handles.append(patch(color, f"over {low:,.0f} words" if low else "any words"))
            else:
                handles.append(patch(color, f"to {high:,.0f} words"))
        handles.append(patch(PAPER, "not covered", "///"))
        legend_below(ax, handles, columns=3)


def _link(row: dict[Any, Any]) -> Link:
    """Return what a cell counts: its namings, or its articles where there are none."""
    event = "" if row["event"] == _LONE else str(row["event"])
    namings, articles = int(row["namings"]), int(row["articles"])
    about: Link = {"event": event, "outlet": str(row["outlet"]), "scope": "all"}
    return {**about, "n": namings} if namings else {**about, "show": "articles", "n": articles}


def _edges(words: pd.Series) -> list[float]:
    """Return round numbers of words that part the cells into steps of colour."""
    most = int(words.max()) if len(words) else 0
    if most < 100:
        return []
    step = float(f"{most / len(_STEPS):.0e}")
    return [step * i for i in range(1, len(_STEPS)) if step * i < most]
