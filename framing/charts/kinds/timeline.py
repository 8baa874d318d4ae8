"""Timeline: each outlet's loaded share over time, with the namings it rests on."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.articles.periods import period_of
from framing.charts.canvas import SMALL, Canvas, LegendKey
from framing.charts.counted import counted_articles, counted_mentions, independent
from framing.charts.display import Display, Link
from framing.charts.evidence import CLEAR, FEW, apart, as_table, misread
from framing.charts.labels import listed, n_of_n, own_between
from framing.charts.plane import Field
from framing.comparison.ownwords import OWN_COUNTS, own_of_lines
from framing.language.numberwords import counted, percent
from framing.statistics import wilson

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["TimelineDisplay"]

_MOST_OUTLETS, _MOST_BINS, _MOST_LABELS = 12, 18, 9
_HIGH = 0.9
# Where the scale of shares may end: nothing is read off a line that lies at the foot.
_TOPS = (0.1, 0.2, 0.5, 1.0)
# How long the stretches are that are counted together, the shortest first, in days.
_BINS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


class TimelineDisplay(Display):
    """One small panel an outlet, all on one scale: the loaded share of its own words over time.

    Namings are counted by day, week, month, quarter or year, the shortest of which the time
    spanned has at most eighteen. Thin lines are Wilson's 95% intervals over effective numbers of
    namings (those of one thing in one article count for less than in as many articles); points of
    under five namings are faint. A line joins neighbouring stretches of time and never crosses one
    without namings. The scale ends at 10, 20, 50 or 100 of 100, above all intervals that rest on
    five namings.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per outlet and stretch of time: ``outlet, start, bin, n, total, share, low, high``.
        `start` is its first day; `n` are loaded of `total` namings in the outlet's own words.
        From a comparison also ``n_eff``, what the total is worth as independent namings; with
        `misreading` ``own_expected, own_low, own_high``, of all namings of the outlet
        that are drawn.
    """

    kind: ClassVar[str] = "timeline"
    heading: ClassVar[str] = "Loaded share in own words over time"
    question: ClassVar[str] = "How does the loaded share move over time?"
    rank: ClassVar[int] = 90
    columns: ClassVar[tuple[str, ...]] = (
        "outlet", "start", "bin", "n", "total", "share", "low", "high",
    )  # fmt: skip
    more: ClassVar[tuple[str, ...]] = ("n_eff",)
    concept: str | None = None

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        concept: str | None = None,
        misreading: bool = False,
        **options: Any,
    ) -> Self:
        """Count own-voice namings (of one `concept`, where given) by outlet and time.

        With `misreading`, beside each outlet's N stands too how many of all its namings in the
        same time are likely its own words: the 95% interval of `framing.voice.own_interval`.
        """
        mentions = counted_mentions(comparison)
        if concept is not None:
            mentions = mentions[mentions["concept"] == concept]
        days = {name: _date(day) for name, day in counted_articles(comparison)["date"].items()}
        every = mentions.assign(day=mentions["article_id"].map(days))
        rows = every[every["voice"] == "own"]
        undated = int(rows["day"].isna().sum())
        rows = rows[rows["day"].notna()]
        size = bin_of(list(rows["day"]))
        counts = _counts(rows, size)
        outlets = counts["outlet"].nunique()
        data = _with_intervals(counts, size)[[*cls.columns, *cls.more]]
        if misreading:
            data = _with_own_words(data, every[every["day"].notna()])
        display = cls(data, **options)
        display.concept = concept
        display.subtitle = (
            f"Loaded share of the namings in own words, by {size}; n of N beside the points"
        )
        display._tell_of(comparison)
        said = (
            f"{counted(undated, 'naming')} in articles without a date left out." if undated else "",
            CLEAR,
            misread("of the thing" if concept else "") if misreading else "",
        )
        display.warnings = tuple(filter(None, said))
        display.beyond = max(0, outlets - _MOST_OUTLETS)
        display.left_out = as_table("mentions")
        return display

    def finding(self) -> str:
        """Say two shares of the outlet with the most namings, or that no two are clearly apart."""
        outlet, rows = self._told_of()
        return f"{self._named(outlet, first=True)}: {_moved(rows)}" if rows else ""

    def _told_of(self) -> tuple[str, list[dict[Any, Any]]]:
        """Return the outlet that the title tells of, and its points of enough namings."""
        enough = self.data[self.data["total"] >= FEW]
        for outlet in self.outlets():
            rows = enough[enough["outlet"] == outlet].to_dict("records")
            if len(rows) > 2:
                return outlet, rows
        return "", []

    @property
    def alt(self) -> str:
        """Each outlet's counts, one stretch of time after another."""
        parts = []
        for outlet in self.outlets():
            rows = self.data[self.data["outlet"] == outlet].to_dict("records")
            weeks = ", ".join(f"{r['start']} {n_of_n(r['n'], r['total'])}" for r in rows[:12])
            more = f", and {len(rows) - 12} more" if len(rows) > 12 else ""
            own = own_between(rows[0]).lstrip(", ") if rows else ""
            parts.append(f"{outlet}: {weeks}{more}{f' ({own})' if own else ''}")
        if not parts:
            return self._empty()
        size = self.data["bin"].iloc[0]
        return f"Loaded namings in own words by {size}. {listed(parts, rest=self._side_words[1])}."

    def _empty(self) -> str:
        return "Nothing to draw: a timeline needs namings in articles of two dates or more."

    def _draw(self, canvas: Canvas) -> str:
        entries = [LegendKey("95% interval", "muted", "stroke")]
        if (self.data["total"] < FEW).any():
            entries.insert(0, LegendKey(f"faint: under {FEW} namings", "ink", "dot", faint=True))
        canvas.key(entries)
        outlets, em = self.outlets(), canvas.base
        wide = canvas.width / em
        number = 1 if wide < 38 or len(outlets) == 1 else 2 if wide < 58 or len(outlets) < 5 else 3
        tall = (6.5 if len(outlets) > 3 else 9.0) * em
        height = canvas.line() + tall + 2.6 * canvas.line(SMALL)
        if -(-len(outlets) // number) * height > canvas.room and wide >= 44:
            number = 3
        for first in range(0, len(outlets), number):
            if first and canvas.room < height:
                return self._gone(len(outlets) - first, "outlet")
            parts = canvas.columns(number)
            for part, outlet in zip(parts, outlets[first : first + number], strict=False):
                self._panel(part, outlet, max(3 * em, min(tall, canvas.room - height + tall)))
            canvas.join(parts)
        return self._gone(0, "outlet")

    def _panel(self, canvas: Canvas, outlet: str, tall: float) -> None:
        em, color = canvas.base, self._panel_color(outlet)
        rows = self.data[self.data["outlet"] == outlet].to_dict("records")
        total = sum(int(row["total"]) for row in rows)
        said = f"N = {total:,}{own_between(rows[0]) if rows else ''}"
        room = canvas.width - canvas.width_of(said, SMALL) - 0.6 * em
        name = canvas.lines(outlet, room, bold=True, most=1)
        canvas.word(canvas.right, canvas.top + canvas.line() / 2, said, size=SMALL, align="right",
                    color="muted")  # fmt: skip
        canvas.top = canvas.block(canvas.left, canvas.top, name, bold=True, color=color)
        edge = canvas.width_of("100%", SMALL) + 1.8 * em
        starts = [_day(start) for start in self.data["start"]]
        field = Field(
            canvas, canvas.left + edge, canvas.top + 0.8 * em, canvas.width - edge - 1.4 * em,
            tall - 0.8 * em, (min(starts), max(starts)), (0.0, self._top),
        )  # fmt: skip
        for share in (0.0, self._top / 2, self._top):
            y = field.y(share)
            canvas.stroke((field.left - em, y), (field.left + field.width + em, y))
            canvas.word(field.left - 1.3 * em, y, percent(share), size=SMALL, color="muted",
                        align="right")  # fmt: skip
        self._line(field, rows, color)
        self._points(field, rows, color)
        canvas.top += tall
        self._scale(field, min(self.data["start"]), max(self.data["start"]))
        canvas.top += 2.2 * canvas.line(SMALL)

    @functools.cached_property
    def _top(self) -> float:
        """The share at which the scale of all panels ends."""
        ends = self.data["high"].fillna(self.data["share"])
        enough = ends[self.data["total"] >= FEW]
        most = max(enough.max() if len(enough) else 1.0, self.data["share"].max())
        return next(top for top in _TOPS if most <= top)

    def _panel_color(self, outlet: str) -> str:
        """Return an outlet's colour; where there are more than colours, one for all."""
        few = len(self.outlets()) <= len(self._series)
        return self._color(outlet) if few or outlet in self.colors else str(self._series[0])

    def _line(self, field: Field, rows: Sequence[dict[Any, Any]], color: str) -> None:
        for before, after in itertools.pairwise(rows):
            if _next(before["start"], before["bin"]) == date.fromisoformat(after["start"]):
                field.canvas.stroke(
                    (field.x(_day(before["start"])), field.y(before["share"])),
                    (field.x(_day(after["start"])), field.y(after["share"])),
                    color=color, width=1.2,
                )  # fmt: skip

    def _points(self, field: Field, rows: Sequence[dict[Any, Any]], color: str) -> None:
        canvas, em = field.canvas, field.canvas.base
        counts = self._counts_beside(field, rows)
        for row in rows:
            x, y, few = field.x(_day(row["start"])), field.y(row["share"]), row["total"] < FEW
            if pd.notna(row["low"]):
                canvas.stroke((x, field.y(row["low"])), (x, field.y(min(row["high"], self._top))),
                              color="muted", width=0.6)  # fmt: skip
            link = self._counted(row)
            canvas.dot(x, y, color, radius=0.36 * em, faint=few, link=link)
            highest = row["share"] if pd.isna(row["high"]) else row["high"]
            above = highest < _HIGH * self._top
            end = row["share"] if pd.isna(row["low"]) else row["high"] if above else row["low"]
            beside = field.y(end) + (-0.65 if above else 0.65) * em
            # A count stands at an end of the interval, whose line would run through it.
            if row["start"] in counts:
                canvas.word(x, beside, counts[row["start"]], size=0.8, align="center", link=link,
                            color="muted" if few else "ink")  # fmt: skip

    def _counts_beside(self, field: Field, rows: Sequence[dict[Any, Any]]) -> dict[str, str]:
        """Return the counts that are written by start, none of which touches another.

        First those of the two points that the title names, then each for which there is room.
        """
        told_of, every = self._told_of()
        mine = bool(rows) and str(rows[0]["outlet"]) == told_of
        named = {str(row["start"]) for row in (_ends(every) if mine else ())}
        taken: list[tuple[float, float]] = []
        found: dict[str, str] = {}
        for row in sorted(rows, key=lambda row: str(row["start"]) not in named):
            if row["total"] < FEW and len(rows) > _MOST_LABELS:
                continue
            words, em = f"{row['n']}/{row['total']}", field.canvas.base
            half = field.canvas.width_of(words, 0.8) / 2
            x = field.x(_day(row["start"]))
            start, end = x - half - 0.3 * em, x + half + 0.3 * em
            if all(end <= one or start >= other for one, other in taken):
                taken.append((x - half, x + half))
                found[str(row["start"])] = words
        return found

    def _scale(self, field: Field, first: str, last: str) -> None:
        """Write the first and the last date under a panel."""
        y = field.canvas.top + field.canvas.line(SMALL)
        right = field.left + field.width
        canvas, length = field.canvas, {"year": 4, "month": 7}.get(str(self.data["bin"].iloc[0]))
        ends = (first[:length], last[:length])
        canvas.word(field.left, y, ends[0], size=SMALL, color="muted", align="left")
        if sum(canvas.width_of(end, SMALL) for end in ends) < field.width - canvas.base:
            canvas.word(right, y, ends[1], size=SMALL, color="muted", align="right")

    def _counted(self, row: dict[Any, Any]) -> Link | None:
        """Return what a point counts; only weeks can be asked for."""
        if row["bin"] != "week":
            return None
        about = {"outlet": str(row["outlet"]), "week": str(row["start"]), "concept": self.concept}
        link = {**about, "scope": "own", "n": int(row["n"]), "of": int(row["total"])}
        return {name: value for name, value in link.items() if value is not None}


def _moved(rows: list[dict[Any, Any]]) -> str:
    """Say two shares that lie apart beyond chance, the earlier first; else that none do."""
    if ends := _ends(rows):
        (then, one), (later, two) = ((percent(row["share"]), _when(row)) for row in ends)
        return f"{then} of its own namings are loaded {one}, {later} {two}"
    shares, size = sorted(row["share"] for row in rows), rows[0]["bin"]
    low, high = percent(shares[0]), percent(shares[-1])
    about = low if low == high else f"{low} to {high}"
    return f"no clear change, {about} of its own namings are loaded, {size} by {size}"


def _ends(rows: list[dict[Any, Any]]) -> list[dict[Any, Any]]:
    """Return the two points that lie apart beyond chance, the earlier first; none where none do."""
    return sorted(apart(rows, math.comb(len(rows), 2)), key=lambda row: str(row["start"]))


def _when(row: dict[Any, Any]) -> str:
    """Say when a stretch of time is.

    Examples
    --------
    >>> [_when({"start": "2020-04-06", "bin": size}) for size in ("quarter", "week")]
    ['in 2020Q2', 'in the week of 2020-04-06']
    """
    start, size = str(row["start"]), str(row["bin"])
    if size in ("day", "week"):
        return f"on {start}" if size == "day" else f"in the week of {start}"
    return f"in {period_of(start, size)}"


def _counts(rows: pd.DataFrame, size: str) -> pd.DataFrame:
    """Count namings, and the loaded ones, by outlet and stretch of time, most namings first."""
    rows = rows.assign(
        start=[start_of(day, size).isoformat() for day in rows["day"]],
        hit=rows["intensity"].fillna(0).astype(int) > 0,
    )
    by = ["outlet", "start"]
    cells = rows.groupby(by, sort=True)["hit"].agg(n="sum", total="size")
    cells["n_eff"] = independent(rows, by)
    counts = pd.DataFrame(cells).reset_index()
    totals = counts.groupby("outlet")["total"].sum()
    ranked = sorted(totals.index, key=lambda name: (-int(totals[name]), name))
    place = {name: i for i, name in enumerate(ranked)}
    return counts.sort_values("outlet", key=lambda c: c.map(place), kind="stable")


def _with_intervals(counts: pd.DataFrame, size: str) -> pd.DataFrame:
    """Keep the outlets drawn and add shares with Wilson's interval; none of one stretch alone."""
    shown = list(dict.fromkeys(counts["outlet"]))[:_MOST_OUTLETS]
    counts = counts[counts["outlet"].isin(shown)]
    if counts["start"].nunique() < 2:
        counts = counts.iloc[:0]
    counts = counts.assign(share=counts["n"] / counts["total"])
    sizes = zip(counts["share"], counts["n_eff"], strict=True)
    ends = [wilson(share * worth, worth) for share, worth in sizes]
    return counts.assign(
        bin=size,
        low=[e[0] for e in ends], high=[e[1] for e in ends],
    )  # fmt: skip


def _with_own_words(data: pd.DataFrame, dated: pd.DataFrame) -> pd.DataFrame:
    """Add how many of each outlet's dated namings, in whatever voice, are likely its own words."""
    told = {name: own_of_lines(lines) for name, lines in dated.groupby("outlet")}
    own = [told[name] for name in data["outlet"]]
    return data.join(pd.DataFrame(own, columns=list(OWN_COUNTS), index=data.index, dtype="float64"))


def bin_of(days: Sequence[date]) -> str:
    """Return the shortest stretch of time of which `days` span at most eighteen.

    Examples
    --------
    >>> bin_of([date(2024, 1, 1), date(2024, 1, 9)]), bin_of([date(2012, 1, 1), date(2021, 1, 1)])
    ('day', 'year')
    """
    span = (max(days) - min(days)).days + 1 if days else 1
    return next((name for name, length in _BINS.items() if span / length <= _MOST_BINS), "year")


def start_of(day: date, size: str) -> date:
    """Return the first day of the day, week, month, quarter or year that `day` lies in.

    Examples
    --------
    >>> start_of(date(2024, 5, 15), "quarter").isoformat()
    '2024-04-01'
    """
    if size == "week":
        return day - timedelta(days=day.weekday())
    if size == "quarter":
        return date(day.year, day.month - (day.month - 1) % 3, 1)
    return {"day": day, "month": day.replace(day=1), "year": date(day.year, 1, 1)}[size]


def _next(start: str, size: str) -> date:
    """Return the first day of the stretch after the one that begins at `start`."""
    return start_of(date.fromisoformat(start) + timedelta(days=_BINS[size]), size)


def _date(day: object) -> date | None:
    try:
        return date.fromisoformat(str(day)[:10])
    except ValueError:
        return None


def _day(start: object) -> float:
    """Return the number of a day, for the axis."""
    return float(date.fromisoformat(str(start)).toordinal())
