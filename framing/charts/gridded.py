"""Charts made of cells: rows by columns, each cell a colour and a count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from framing.charts.canvas import SMALL, Canvas
from framing.charts.graphics import Link

__all__ = ["Cell", "draw_grid"]


class Cell(NamedTuple):
    """What stands in a cell: a colour, a text, and what it counts; faint where it is little.

    `below` is a second line under the text.
    """

    color: str
    text: str = ""
    link: Link | None = None
    faint: bool = False
    empty: bool = False
    below: str = ""


def draw_grid(
    canvas: Canvas,
    rows: Sequence[str],
    columns: Sequence[str],
    cell: Callable[[int, int], Cell],
    *,
    widest: float = 11.0,
) -> int:
    """Draw the cells of all rows that fit, and return how many did not.

    Names of columns stand above, upright where there are too many to be read across.
    """
    em = canvas.base
    gutter = min(
        max((canvas.width_of(name) for name in rows), default=0.0),
        (0.42 if len(columns) > 8 else 0.34) * canvas.width,
    )
    left = canvas.left + gutter + 0.8 * em
    wide = min(widest * em, (canvas.right - left) / max(1, len(columns)))
    _columns(canvas, columns, left, wide)
    first = [words for x in range(len(columns)) for words in (cell(0, x).text, cell(0, x).below)]
    inside = max((canvas.width_of(words, SMALL) for words in first), default=0)
    small = SMALL if inside <= wide else max(0.55, SMALL * wide / inside)
    for number, name in enumerate(rows):
        lines = canvas.lines(name, gutter + 0.1, most=2)
        cells = [cell(number, place) for place in range(len(columns))]
        two = any(one.below for one in cells)
        tall = max((2.6 if two else 1.75) * em, len(lines) * canvas.line() + 0.2 * em)
        if tall > canvas.room and number:
            return len(rows) - number
        middle = canvas.top + tall / 2
        canvas.middle(left - 0.6 * em, middle, lines, align="right")
        for place, one in enumerate(cells):
            _cell(canvas, one, left + place * wide, (wide, tall), small)
        canvas.top += tall
    return 0


def _cell(
    canvas: Canvas, cell: Cell, x: float, frame: tuple[float, float], size: float
) -> None:  # fmt: skip
    wide, tall = frame
    if cell.empty:
        canvas.box(x, canvas.top, wide, tall, "paper", edge="grid")
    else:
        canvas.box(x, canvas.top, wide, tall, cell.color, edge="paper", faint=cell.faint,
                   link=cell.link)  # fmt: skip
    ground = "paper" if cell.empty else f"~{cell.color}" if cell.faint else cell.color
    middle, apart = canvas.top + tall / 2, 0.55 * canvas.base if cell.below else 0.0
    for words, y in ((cell.text, middle - apart), (cell.below, middle + apart)):
        if words and canvas.width_of(words, size) <= wide:
            canvas.word(x + wide / 2, y, words, size=size, align="center", link=cell.link,
                        ground=ground, color="muted" if cell.empty else "ink")  # fmt: skip


def _columns(canvas: Canvas, columns: Sequence[str], left: float, wide: float) -> None:
    """Write the names of columns, across where every word of them fits, else upright."""
    em = canvas.base
    longest = max((canvas.width_of(word, SMALL) for name in columns for word in name.split()),
                  default=0.0)  # fmt: skip
    if longest <= wide - 0.3 * em:
        heads = [canvas.lines(name, wide - 0.3 * em, size=SMALL, most=3) for name in columns]
        canvas.top += max(map(len, heads), default=0) * canvas.line(SMALL) + 0.3 * em
        for place, lines in enumerate(heads):
            y = canvas.top - len(lines) * canvas.line(SMALL) - 0.2 * em
            canvas.block(left + (place + 0.5) * wide, y, lines, size=SMALL, align="center")
        return
    room = 13 * em
    names = [canvas.lines(name, room, size=SMALL, most=1)[0] if name else "" for name in columns]
    canvas.top += max(canvas.width_of(name, SMALL) for name in names) + 0.6 * em
    for place, name in enumerate(names):
        canvas.word(left + (place + 0.5) * wide, canvas.top - 0.3 * em, name, size=SMALL,
                    upright=True)  # fmt: skip
