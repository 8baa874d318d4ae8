"""Timeline: the loaded share week by week, with the namings it rests on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

from framing.charts.counted import counted_articles, counted_mentions
from framing.charts.display import Display
from framing.charts.labels import listed, n_of_n, tidy
from framing.charts.legend import dot, legend_below
from framing.charts.placing import PointLabel, place_labels
from framing.charts.style import MUTED, SERIES_COLORS, SERIES_MARKERS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["TimelineDisplay"]

_MOST = 8
_STYLES = ("-", "--", "-.", ":")
_LABELLED = 40
_MOST_TICKS = 10
_MOST_COLUMNS = 32


class TimelineDisplay(Display):
    """One line an outlet: its loaded share in its own words in each week it named anything.

    Marks grow with the number of namings; the line breaks where there were none. Up to forty
    points carry their count, n of N; where there are more, N stands in a row above the lines, or,
    over many weeks, in the key to the marks' sizes.

    Attributes
    ----------
    data : pandas.DataFrame
        One row an outlet and week: ``outlet, week, n, total, share``. `week` is its Monday;
        `n` are loaded of `total` namings in the outlet's own words.
    """

    kind: ClassVar[str] = "timeline"
    heading: ClassVar[str] = "Loaded share in own words, week by week"
    columns: ClassVar[tuple[str, ...]] = ("outlet", "week", "n", "total", "share")
    concept: str | None = None

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, *, concept: str | None = None, **options: Any
    ) -> Self:
        """Count own-voice namings (of one `concept`, where given) by outlet and week."""
        mentions = counted_mentions(comparison)
        mentions = mentions[mentions["voice"] == "own"]
        if concept is not None:
            mentions = mentions[mentions["concept"] == concept]
        weeks = {name: monday(day) for name, day in counted_articles(comparison)["date"].items()}
        rows = mentions.assign(week=mentions["article_id"].map(weeks))
        undated = int(rows["week"].isna().sum())
        rows = rows[rows["week"].notna()]
        counts = (
            rows.assign(hit=rows["intensity"].fillna(0).astype(int) > 0)
            .groupby(["outlet", "week"], sort=True)["hit"]
            .agg(n="sum", total="size")
            .reset_index()
        )
        totals = counts.groupby("outlet")["total"].sum()
        ranked = sorted(totals.index, key=lambda name: (-int(totals[name]), name))
        counts = counts[counts["outlet"].isin(ranked[:_MOST])]
        data = counts.assign(share=counts["n"] / counts["total"])[list(cls.columns)]
        display = cls(data, **options)
        display.concept = concept
        if undated:
            display.warnings += (f"{undated} namings in articles without a date are left out.",)
        if len(ranked) > _MOST:
            display.warnings += (f"The {_MOST} of {len(ranked)} outlets with the most namings.",)
        return display

    @property
    def alt(self) -> str:
        """Each outlet's counts, week by week."""
        parts = []
        for outlet in self.outlets():
            rows = self.data[self.data["outlet"] == outlet].to_dict("records")
            weeks = ", ".join(f"{r['week']} {n_of_n(r['n'], r['total'])}" for r in rows[:12])
            more = f", and {len(rows) - 12} more weeks" if len(rows) > 12 else ""
            parts.append(f"{outlet}: {weeks}{more}")
        if not parts:
            return self._empty()
        return f"Loaded namings in own words by week. {listed(parts, rest='outlets')}."

    def _empty(self) -> str:
        return "Nothing to draw: no naming in an article with a date."

    def _size(self) -> tuple[float, float]:
        weeks = self.data["week"].nunique()
        return min(7.0, max(3.6, 0.45 * weeks)), 2.8

    def _draw(self, ax: Axes) -> None:
        handles: list[Any] = []
        labels: list[PointLabel] = []
        most = float(self.data["total"].max())
        for i, outlet in enumerate(self.outlets()):
            color = str(self.colors.get(outlet, SERIES_COLORS[i % len(SERIES_COLORS)]))
            marker, line = SERIES_MARKERS[i % len(SERIES_MARKERS)], _STYLES[i % len(_STYLES)]
            rows = self.data[self.data["outlet"] == outlet].to_dict("records")
            days = [_day(row["week"]) for row in rows]
            shares = [float(row["share"]) for row in rows]
            for run in _runs(days):
                ax.plot([days[k] for k in run], [shares[k] for k in run], line, color=color,
                        zorder=2)  # fmt: skip
            for day, share, row in zip(days, shares, rows, strict=True):
                point = ax.scatter([day], [share], s=_area(row["total"], most), marker=marker,
                                   color=color, zorder=3, clip_on=False)  # fmt: skip
                self._opens(point, self._counted(row))
                words, name = f"{row['n']}/{row['total']}", self._link(self._counted(row))
                labels.append(PointLabel(day, share, words, color, 6, id=name))
            handles.append(_handle(outlet, color, marker, line))
        crowded = len(labels) > _LABELLED
        self._axes(ax, crowded)
        if crowded:
            self._strip(ax)
        else:
            place_labels(ax, labels, radius=5.5)
        if crowded and not self._fits():
            handles += [
                dot("o", MUTED, f"N = {n}", size=_area(n, most) ** 0.5)
                for n in sorted({1, round(most)})
            ]
        legend_below(ax, handles, columns=3)

    def _counted(self, row: dict[Any, Any]) -> dict[str, str | int | None]:
        """Return what a point counts."""
        about = {"outlet": str(row["outlet"]), "week": str(row["week"]), "concept": self.concept}
        return {**about, "scope": "own", "n": int(row["n"]), "of": int(row["total"])}

    def _fits(self) -> bool:
        return int(self.data["week"].nunique()) <= _MOST_COLUMNS

    def _strip(self, ax: Axes) -> None:
        """Write the namings of each week above the lines, a row an outlet, where they fit."""
        if not self._fits():
            return
        across = ax.get_yaxis_transform()
        for i, outlet in enumerate(self.outlets()):
            y = 1.1 + 0.075 * (len(self.outlets()) - i)
            color = str(self.colors.get(outlet, SERIES_COLORS[i % len(SERIES_COLORS)]))
            ax.text(1.01, y, f"N {tidy(outlet)[:18]}", fontsize=6, va="center", color=color,
                    transform=across)  # fmt: skip
            for row in self.data[self.data["outlet"] == outlet].to_dict("records"):
                count = ax.text(_day(row["week"]), y, str(row["total"]), fontsize=6, ha="center",
                                va="center", color=color)  # fmt: skip
                self._opens(count, self._counted(row) | {"n": int(row["total"]), "of": None})

    def _axes(self, ax: Axes, crowded: bool) -> None:
        strip = crowded and self._fits()
        ax.set_ylim(-0.08, 1.14 + 0.075 * len(self.outlets()) if strip else 1.08)
        ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100"])
        ax.set_ylabel("loaded share of namings, %")
        weeks = sorted(set(self.data["week"]))
        step = -(-len(weeks) // _MOST_TICKS)
        shown = weeks[::step]
        ax.set_xticks([_day(week) for week in shown], shown, rotation=30, ha="right")
        ax.set_xlim(_day(weeks[0]) - 5, _day(weeks[-1]) + 5)
        ax.set_xlabel("week beginning (Monday); marks grow with the number of namings")
        ax.grid(axis="y")


def monday(day: object) -> str | None:
    """Return the Monday of a day's week, ISO 8601; None where there is no day.

    Examples
    --------
    >>> monday("2020-01-08T12:00"), monday(None)
    ('2020-01-06', None)
    """
    try:
        found = date.fromisoformat(str(day)[:10])
    except ValueError:
        return None
    return (found - timedelta(days=found.weekday())).isoformat()


def _area(n: int, most: float) -> float:
    """Return the area of a mark, in square points, that stands for `n` namings."""
    return 18 + 60 * n / most


def _day(week: object) -> float:
    """Return the number of a day, for the axis."""
    return float(date.fromisoformat(str(week)).toordinal())


def _runs(days: list[float]) -> list[list[int]]:
    """Part the weeks where one or more are missing: a line never crosses a gap.

    Examples
    --------
    >>> _runs([0, 7, 21])
    [[0, 1], [2]]
    """
    runs: list[list[int]] = []
    for i, day in enumerate(days):
        if i and day - days[i - 1] == 7:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _handle(label: str, color: str, marker: str, line: str) -> Any:
    from matplotlib.lines import Line2D

    return Line2D([], [], color=color, marker=marker, ls=line, ms=6, label=label)
