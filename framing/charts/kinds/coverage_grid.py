"""Event overview: which outlet covered which event, with how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.articles.periods import are_periods
from framing.charts.canvas import Canvas, LegendKey
from framing.charts.counted import event_names
from framing.charts.display import Display, Link
from framing.charts.evidence import as_table
from framing.charts.gridded import Cell, draw_grid
from framing.charts.labels import in_order, listed, tidy
from framing.language.numberwords import counted

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["CoverageDisplay"]

_MOST = 40
_STEPS = ("#edf2f7", "#d3e1ee", "#b3cde3", "#8db4d6", "#6a9bc5")
_LONE = "(no event)"


class CoverageDisplay(Display):
    """Events by outlets: articles in each cell and, where there is room, the namings in them.

    The darker, the more words; a white cell is an event that the outlet did not cover. Events are
    called by their id where it is made of words, else by the title of their first article.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per cell: ``event, outlet, articles, words, namings`` and, from a comparison,
        ``title``. Articles without an event stand under "(no event)", or by months "(no month)".
    """

    kind: ClassVar[str] = "coverage"
    heading: ClassVar[str] = "Who covered which event"
    question: ClassVar[str] = "Which outlet covered which event?"
    rank: ClassVar[int] = 100
    columns: ClassVar[tuple[str, ...]] = ("event", "outlet", "articles", "words", "namings")
    more: ClassVar[tuple[str, ...]] = ("title",)
    palette: ClassVar = dict(enumerate(_STEPS))

    @classmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Take the coverage table, the events covered by most outlets first, months in order."""
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
        drawn = ranked[:_MOST]
        if are_periods(str(name) for name in drawn if name != _LONE):
            drawn.sort(key=lambda e: (e == _LONE, str(e)))
        titles = event_names(comparison) | {_LONE: f"(no {comparison.settings.unit})"}
        data["title"] = [titles.get(str(event), tidy(event)) for event in data["event"]]
        place = {name: i for i, name in enumerate(drawn)}
        data = data[data["event"].isin(place)]
        data = data.sort_values("event", key=lambda c: c.map(place), kind="stable")
        display = cls(data[[*cls.columns, *cls.more]], **options)
        known = covered[covered.index != _LONE]
        display.subtitle = "Articles, and behind the dot their namings; the darker, the more words"
        display._tell_of(comparison)
        sides, units = comparison.coverage["outlet"].nunique(), comparison.settings
        display._found = display._spoken(_finding(known["outlets"], sides, units.unit, units.units))
        display.beyond = max(0, len(ranked) - _MOST)
        display.left_out = as_table("coverage")
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
            parts.append(f"{self._name(event)}: {found}")
        if not parts:
            return self._empty()
        return f"Articles by event and {self._side_words[0]}. {listed(parts, rest='events')}."

    def _name(self, event: str) -> str:
        if "title" not in self.data:
            return tidy(event)
        return str(self.data.loc[self.data["event"] == event, "title"].iloc[0])

    def _empty(self) -> str:
        return "Nothing to draw: there are no articles."

    def _draw(self, canvas: Canvas) -> str:
        edges = _edges(self.data.loc[self.data["articles"] > 0, "words"])
        events, outlets = self.events(), self.outlets()
        canvas.key(self._key(edges))
        cells = {(str(r["event"]), str(r["outlet"])): r for r in self.data.to_dict("records")}
        crowded = canvas.width / max(1, len(outlets)) < 6 * canvas.base

        def cell(row: int, column: int) -> Cell:
            found = cells.get((events[row], outlets[column]))
            if found is None or not found["articles"]:
                return Cell("paper", empty=True)
            color = str(self.colors[sum(int(found["words"]) > edge for edge in edges)])
            words = f"{found['articles']} · {found['namings']}"
            return Cell(color, str(found["articles"]) if crowded else words, _link(found))

        left = draw_grid(canvas, [self._name(event) for event in events], outlets, cell)
        return self._gone(left, "event")

    def _key(self, edges: list[float]) -> list[LegendKey]:
        bounds = [0, *edges, None]
        entries: list[LegendKey] = []
        for high, color in zip(bounds[1:], self.colors.values(), strict=False):
            low = bounds[len(entries)]
            words = f"over {low:,.0f} words" if high is None else f"to {high:,.0f}"
            entries.append(LegendKey(words if edges else "covered", str(color)))
        return [*entries, LegendKey("not covered", "paper")]


def _link(row: dict[Any, Any]) -> Link:
    """Return what a cell counts: its namings, or its articles where there are none."""
    event = "" if row["event"] == _LONE else str(row["event"])
    namings, articles = int(row["namings"]), int(row["articles"])
    about: Link = {"event": event, "outlet": str(row["outlet"]), "scope": "all"}
    return {**about, "n": namings} if namings else {**about, "show": "articles", "n": articles}


def _edges(words: pd.Series) -> list[float]:
    """Return round numbers of words that part the cells; none where all are much alike."""
    low, most = (int(words.min()), int(words.max())) if len(words) else (0, 0)
    if most < 100 or most < 3 * low:
        return []
    step = float(f"{most / len(_STEPS):.0e}")
    return [step * i for i in range(1, len(_STEPS)) if step * i < most]


def _finding(outlets: pd.Series, whole: int, unit: str, units: str) -> str:
    """Say how many events, or groups of another kind, can be compared at all."""
    if not len(outlets) or whole < 2:
        return ""
    shared = int((outlets > 1).sum())
    every = int((outlets == whole).sum())
    who = "both outlets" if whole == 2 else f"all {whole} outlets"
    if every == len(outlets):
        which = f"All {every} {units} are" if every > 1 else f"The one {unit} is"
        return f"{which} covered by {who}"
    rest = f", {every} by {who}" if every else ""
    events = counted(len(outlets), unit, units)
    are = "is" if shared == 1 else "are"
    return f"{shared} of {events} {are} covered by two outlets or more{rest}"
