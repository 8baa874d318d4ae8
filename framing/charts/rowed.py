"""Charts made of rows: a name, what is drawn beside (or, where it is narrow, below) it, a count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from framing.charts.canvas import SMALL, Canvas
from framing.charts.graphics import Align, Link

__all__ = ["PERCENT", "Axis", "ChartRow", "Plot", "draw_rows", "panels"]

_GUTTER, _ASIDE = 0.3, 0.36


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale that all rows share: its ends, what is written at which values, and its name."""

    low: float
    high: float
    ticks: Sequence[tuple[float, str]] = ()
    label: str = ""
    zero: float | None = None


PERCENT = tuple((share, f"{100 * share:.0f}{'%' if share == 1 else ''}")
                for share in (0.0, 0.25, 0.5, 0.75, 1.0))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plot:
    """Where rows are drawn: the canvas, the plot's ends across, and the scale."""

    canvas: Canvas
    left: float
    right: float
    axis: Axis

    @property
    def width(self) -> float:
        """How wide the plot is."""
        return self.right - self.left

    def x(self, value: float) -> float:
        """Return where a value lies."""
        share = (value - self.axis.low) / (self.axis.high - self.axis.low)
        return self.left + share * self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """One row: its name, group and count, and how it is drawn about a height.

    `below` says what stands under the drawing, once the plot's width is known.
    """

    name: str
    draw: Callable[[Plot, float], None]
    group: str = ""
    aside: str = ""
    link: Link | None = None
    below: Callable[[Plot], str] | None = None
    tall: float = 1.7
    color: str = "ink"
    quiet: bool = False


class _Placed(NamedTuple):
    row: ChartRow
    top: float
    name: list[str]
    aside: list[str]
    below: list[str]
    head: list[str]
    middle: float
    end: float


def draw_rows(
    canvas: Canvas,
    rows: Sequence[ChartRow],
    axis: Axis,
    *,
    heading: str = "",
    gutter: float = _GUTTER,
) -> list[ChartRow]:
    """Draw what fits and move down; return the rows without room.

    A group is drawn whole or not at all, but for the first.
    """
    plot, aside = _plot(canvas, rows, axis, gutter)
    floor = canvas.bottom - _axis_height(canvas, axis, plot)
    placed, left = _place(canvas, rows, plot, aside, floor, heading)
    end = placed[-1].end if placed else canvas.top
    start = canvas.top
    for value, _ in axis.ticks:
        canvas.stroke((plot.x(value), start), (plot.x(value), end))
    for row in placed:
        if row.head:
            _head(canvas, row, heading if row is placed[0] else "")
    if axis.zero is not None:
        canvas.stroke((plot.x(axis.zero), start), (plot.x(axis.zero), end), color="muted", width=1)
    for row in placed:
        _row(canvas, row, plot)
    canvas.top = end
    _axis(canvas, axis, plot)
    return left


def panels(
    canvas: Canvas, groups: Sequence[Sequence[ChartRow]], axis: Axis, *, heading: str = ""
) -> list[ChartRow]:
    """Draw groups of rows as small multiples, in columns where there is room for two."""
    number = 2 if canvas.width >= 46 * canvas.base and len(groups) > 1 else 1
    columns = canvas.columns(number)
    left: list[ChartRow] = []
    full = False
    for rows in groups:
        if full:
            left += rows
            continue
        column = min(columns, key=lambda each: each.top)
        before, marks = column.top, len(canvas.marks)
        rest = draw_rows(column, rows, axis, heading=heading)
        if rest and before > canvas.top:
            del canvas.marks[marks:]
            column.top, rest, full = before, list(rows), True
            left += rest
            continue
        column.top += 0.6 * canvas.base
        left += rest
    canvas.join(columns)
    return left


def _stacked(canvas: Canvas, rows: Sequence[ChartRow]) -> bool:
    """Whether names and counts stand above what is drawn, as there is no room beside it."""
    return canvas.narrow and any(row.name for row in rows)


def _plot(
    canvas: Canvas, rows: Sequence[ChartRow], axis: Axis, gutter: float
) -> tuple[Plot, float]:  # fmt: skip
    """Return the plot, and the room for counts beside it; none where they stand above."""
    if _stacked(canvas, rows):
        return Plot(canvas, canvas.left, canvas.right, axis), 0.0
    pad = canvas.base
    names = max((canvas.width_of(row.name) for row in rows), default=0.0)
    left = min(names, gutter * canvas.width) + (pad if names else 0.0)
    widest = max((canvas.width_of(row.aside, SMALL) for row in rows), default=0.0)
    aside = min(widest, _ASIDE * canvas.width)
    right = canvas.right - (aside + pad if aside else 0.0)
    return Plot(canvas, canvas.left + left, right, axis), aside


def _place(
    canvas: Canvas, rows: Sequence[ChartRow], plot: Plot, room: float, floor: float, heading: str
) -> tuple[list[_Placed], list[ChartRow]]:
    placed: list[_Placed] = []
    y, group, starts = canvas.top, "", 0
    for number, row in enumerate(rows):
        head: list[str] = []
        if row.group != group or not number:
            group, starts = row.group, len(placed)
            if group:
                width = canvas.width - canvas.base - canvas.width_of(heading, SMALL)
                head = canvas.lines(group, width, bold=True, most=3)
        there = _put(canvas, row, plot, room, y, head)
        if there.end > floor and placed:
            same = starts if starts and not head else len(placed)
            first = number - (len(placed) - same)
            return placed[:same], list(rows[first:])
        placed.append(there)
        y = there.end
    return placed, []


def _put(
    canvas: Canvas, row: ChartRow, plot: Plot, room: float, y: float, head: list[str]
) -> _Placed:  # fmt: skip
    em, top = canvas.base, y
    if head:
        y += len(head) * canvas.line() + (1.0 if y > canvas.top else 0.5) * em
    below = canvas.lines(row.below(plot), plot.width, size=SMALL, most=3) if row.below else []
    tall = row.tall * em
    if not room and canvas.narrow:
        wide = min(canvas.width_of(row.aside, SMALL), 0.6 * canvas.width)
        aside = canvas.lines(row.aside, wide + 0.1, size=SMALL, most=2) if row.aside else []
        name = canvas.lines(row.name, canvas.width - wide - em, most=2) if row.name else []
        above = max(len(name), len(aside)) * canvas.line()
        middle = y + above + tall / 2
        end = y + above + tall + len(below) * canvas.line(SMALL) + 0.35 * em
        return _Placed(row, top, name, aside, below, head, middle, end)
    name = canvas.lines(row.name, plot.left - canvas.left - em + 0.1, most=2) if row.name else []
    aside = canvas.lines(row.aside, room + 0.1, size=SMALL, most=2) if row.aside else []
    tall = max(tall, len(name) * canvas.line(), len(aside) * canvas.line(SMALL))
    end = y + tall + len(below) * canvas.line(SMALL) + (0.3 * em if below else 0)
    return _Placed(row, top, name, aside, below, head, y + tall / 2, end)


def _head(canvas: Canvas, placed: _Placed, heading: str) -> None:
    """Write the heading of a group on a band."""
    em = canvas.base
    tall = len(placed.head) * canvas.line()
    y = placed.top + (0.6 if placed.top > canvas.top else 0.1) * em
    canvas.box(canvas.left, y, canvas.width, tall + 0.1 * em, "band")
    canvas.block(canvas.left + 0.4 * em, y, placed.head, bold=True)
    canvas.word(canvas.right - 0.4 * em, y + canvas.line() / 2, heading, size=SMALL, color="muted",
                align="right")  # fmt: skip


def _row(canvas: Canvas, placed: _Placed, plot: Plot) -> None:
    row, em = placed.row, canvas.base
    ink = "muted" if row.quiet else row.color
    if plot.right == canvas.right:
        above = max(len(placed.name), len(placed.aside)) * canvas.line()
        y = placed.middle - row.tall * em / 2 - above
        canvas.block(canvas.left, y, placed.name, color=ink)
        canvas.block(canvas.right, y, placed.aside, size=SMALL, align="right",
                     color="muted" if row.quiet else "ink", link=row.link)  # fmt: skip
    else:
        canvas.middle(plot.left - 0.7 * em, placed.middle, placed.name, align="right", color=ink)
        canvas.middle(plot.right + 0.7 * em, placed.middle, placed.aside, size=SMALL,
                      color="muted" if row.quiet else "ink", link=row.link)  # fmt: skip
    row.draw(plot, placed.middle)
    if placed.below:
        foot = placed.middle + row.tall * em / 2
        canvas.block(plot.left, foot - 0.1 * em, placed.below, size=SMALL, color="muted")


def _axis_height(canvas: Canvas, axis: Axis, plot: Plot) -> float:
    label = canvas.lines(axis.label, plot.width, size=SMALL, most=2) if axis.label else []
    return (canvas.line(SMALL) if axis.ticks else 0) + len(label) * canvas.line(SMALL)


def _axis(canvas: Canvas, axis: Axis, plot: Plot) -> None:
    """Write the scale under the rows."""
    if axis.ticks:
        y = canvas.top + canvas.line(SMALL) / 2
        for value, words in axis.ticks:
            x, half = plot.x(value), canvas.width_of(words, SMALL) / 2
            align: Align = "left" if x - half < canvas.left else "center"
            align = "right" if x + half > plot.right else align
            canvas.word(x, y, words, size=SMALL, color="muted", align=align)
        canvas.top += canvas.line(SMALL)
    if axis.label:
        lines = canvas.lines(axis.label, plot.width, size=SMALL, most=2)
        canvas.top = canvas.block(plot.left, canvas.top, lines, size=SMALL, color="muted")
    canvas.top += 0.2 * canvas.base if axis.ticks or axis.label else 0.0
