"""A canvas: where marks are laid out from top to bottom, in whatever width there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from framing.charts.graphics import Align, Box, Dot, Drawn, Link, Mark, Stroke, Word
from framing.charts.housestyle import SERIES_COLORS
from framing.charts.lettering import Measure, estimated, fitted

__all__ = ["SMALL", "Canvas", "LegendKey"]

SMALL = 0.875
"""Size of side remarks, in em of the text's."""
TITLE = 1.35
_LEADING = 1.3
_NARROW = 38.0


class LegendKey(NamedTuple):
    """One entry of a key: a patch, a dot of some shape or a stroke, and what it stands for."""

    label: str
    color: str
    look: Literal["box", "dot", "stroke"] = "box"
    shape: str = "o"
    hatch: bool = False
    hollow: bool = False
    faint: bool = False


@dataclass(slots=True)
class Canvas:
    """Marks in a column of some width, with the height that is still free.

    Sizes of text are given in em, multiples of `base`; all other lengths in points.

    Attributes
    ----------
    left, width, top, bottom
        The column; `top` moves down as things are laid out.
    base
        Size of the running text.
    measure
        How wide words are.
    series
        Colours of outlets, in order.
    """

    width: float
    bottom: float
    base: float = 8.0
    measure: Measure = estimated
    series: Sequence[str] = SERIES_COLORS
    left: float = 0.0
    top: float = 0.0
    marks: list[Mark] = field(default_factory=list)

    @property
    def right(self) -> float:
        """The right end of the column."""
        return self.left + self.width

    @property
    def narrow(self) -> bool:
        """Whether names stand above what they name, as beside it there is no room."""
        return self.width < _NARROW * self.base

    @property
    def room(self) -> float:
        """Height that is still free."""
        return self.bottom - self.top

    def line(self, size: float = 1.0) -> float:
        """Return the height of a line of text."""
        return _LEADING * size * self.base

    def width_of(self, text: str, size: float = 1.0, bold: bool = False) -> float:
        """Return how wide a line of text is."""
        return self.measure(text, size * self.base, bold)

    def lines(
        self, text: str, width: float, *, size: float = 1.0, bold: bool = False, most: int = 3
    ) -> list[str]:
        """Break a text into lines that fit in `width`."""
        return fitted(text, width, lambda words: self.width_of(words, size, bold), most)

    def word(
        self, x: float, y: float, text: str, *, size: float = 1.0, color: str = "ink",
        bold: bool = False, align: Align = "left", upright: bool = False, link: Link | None = None,
        ground: str = "paper",
    ) -> None:  # fmt: skip
        """Write one line; `y` is the middle of its small letters (of its start, where upright)."""
        if not text:
            return
        points = size * self.base
        self.marks.append(
            Word(
                x=x + (0.36 * points if upright else 0), y=y + (0 if upright else 0.36 * points),
                text=text, size=points, color=color, bold=bold, align=align, upright=upright,
                link=link, width=self.measure(text, points, bold), ground=ground,
            )
        )  # fmt: skip

    def block(
        self, x: float, y: float, lines: Sequence[str], *, size: float = 1.0, color: str = "ink",
        bold: bool = False, align: Align = "left", link: Link | None = None,
    ) -> float:  # fmt: skip
        """Write lines under one another from `y` down; return where they end."""
        step = self.line(size)
        for number, text in enumerate(lines):
            self.word(x, y + (number + 0.5) * step, text, size=size, color=color, bold=bold,
                      align=align, link=link)  # fmt: skip
        return y + len(lines) * step

    def middle(
        self, x: float, y: float, lines: Sequence[str], *, size: float = 1.0, color: str = "ink",
        bold: bool = False, align: Align = "left", link: Link | None = None,
    ) -> None:  # fmt: skip
        """Write lines under one another about the height `y`."""
        self.block(x, y - len(lines) * self.line(size) / 2, lines, size=size, color=color,
                   bold=bold, align=align, link=link)  # fmt: skip

    def paragraph(
        self, text: str, *, size: float = 1.0, color: str = "ink", bold: bool = False,
        most: int = 6, after: float = 0.4,
    ) -> None:  # fmt: skip
        """Write a text over the width of the column and move down."""
        lines = self.lines(text, self.width, size=size, bold=bold, most=most)
        self.top = self.block(self.left, self.top, lines, size=size, color=color, bold=bold)
        self.top += after * self.base

    def box(
        self, x: float, y: float, width: float, height: float, color: str, *,
        edge: str | None = None, hatch: bool = False, faint: bool = False,
        link: Link | None = None,
    ) -> None:  # fmt: skip
        """Draw a rectangle."""
        self.marks.append(Box(x=x, y=y, width=width, height=height, color=color, edge=edge,
                              hatch=hatch, faint=faint, link=link))  # fmt: skip

    def stroke(
        self, *points: tuple[float, float], color: str = "grid", width: float = 0.6,
        dashed: bool = False, link: Link | None = None,
    ) -> None:  # fmt: skip
        """Draw a line."""
        self.marks.append(Stroke(points=points, color=color, width=width, dashed=dashed, link=link))

    def dot(
        self, x: float, y: float, color: str, *, radius: float = 3.0, shape: str = "o",
        hollow: bool = False, faint: bool = False, link: Link | None = None,
    ) -> None:  # fmt: skip
        """Draw a point."""
        self.marks.append(Dot(x=x, y=y, color=color, radius=radius, shape=shape, hollow=hollow,
                              faint=faint, link=link))  # fmt: skip

    def key(self, entries: Sequence[LegendKey]) -> None:
        """Lay the key out in as many lines as it takes, and move down."""
        if not entries:
            return
        x, sign, gap = self.left, 1.7 * self.base, 1.2 * self.base
        y = self.top + self.line(SMALL) / 2
        for entry in entries:
            label = self.lines(entry.label, self.width - sign, size=SMALL, most=1)[0]
            wide = sign + self.width_of(label, SMALL)
            if x > self.left and x + wide > self.right:
                x, y = self.left, y + self.line(SMALL)
            self._sign(entry, x, y)
            self.word(x + sign, y, label, size=SMALL)
            x += wide + gap
        self.top = y + self.line(SMALL) / 2 + 0.5 * self.base

    def _sign(self, entry: LegendKey, x: float, y: float) -> None:
        """Draw what an entry of the key shows."""
        em = self.base
        if entry.look == "box":
            self.box(x, y - 0.4 * em, 1.3 * em, 0.8 * em, entry.color, edge="muted",
                     hatch=entry.hatch, faint=entry.faint)  # fmt: skip
        elif entry.look == "dot":
            self.dot(x + 0.65 * em, y, entry.color, radius=0.38 * em, shape=entry.shape,
                     hollow=entry.hollow, faint=entry.faint)  # fmt: skip
        else:
            self.stroke((x, y), (x + 1.3 * em, y), color=entry.color, width=1.4)

    def columns(self, number: int, gap: float = 2.2) -> list[Canvas]:
        """Part the column into some side by side; `join` moves below them."""
        space = gap * self.base
        width = (self.width - space * (number - 1)) / number
        return [
            Canvas(width, self.bottom, self.base, self.measure, self.series,
                   self.left + i * (width + space), self.top, self.marks)
            for i in range(number)
        ]  # fmt: skip

    def join(self, columns: Sequence[Canvas]) -> None:
        """Go on below all of `columns`."""
        self.top = max(self.top, *(column.top for column in columns))

    def drawn(self, height: float) -> Drawn:
        """Return the marks in a frame of some height."""
        return Drawn(self.left + self.width, height, tuple(self.marks))
