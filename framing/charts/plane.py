"""Charts of points: a field with two scales, and labels that overlap nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from framing.charts.canvas import SMALL, Canvas
from framing.charts.graphics import Link

__all__ = ["Field", "PointLabel", "place_labels"]

# Directions round a point, best first, and how far from it (in em) a label may move.
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_REACHES = (0.6, 1.1, 1.8, 2.8, 4.2)
_LINE_FROM = 1.1

Box: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Field:
    """A rectangle of the canvas in which points lie by two scales; up is more."""

    canvas: Canvas
    left: float
    top: float
    width: float
    height: float
    across: tuple[float, float]
    up: tuple[float, float]

    def x(self, value: float) -> float:
        """Return where a value lies across."""
        low, high = self.across
        return self.left + (value - low) / (high - low) * self.width

    def y(self, value: float) -> float:
        """Return the height a value lies at."""
        low, high = self.up
        return self.top + (high - value) / (high - low) * self.height

    @property
    def frame(self) -> Box:
        """Left, top, right and bottom."""
        return self.left, self.top, self.left + self.width, self.top + self.height


class PointLabel(NamedTuple):
    """A point in points of print, with the words to write beside it."""

    x: float
    y: float
    words: str
    color: str = "ink"
    size: float = SMALL
    bold: bool = False
    link: Link | None = None


def place_labels(
    field: Field,
    labels: Sequence[PointLabel],
    *,
    obstacles: Sequence[tuple[float, float]] = (),
) -> list[bool]:
    """Write labels in the order given, each where it overlaps nothing written before.

    Every label tries eight sides of its point, near first; a thin line leads to one far off. A
    label without room inside the field is left out.

    Parameters
    ----------
    labels
        The most important first.
    obstacles
        More points to keep off.

    Returns
    -------
    list of bool
        Which labels were written.
    """
    canvas, em = field.canvas, field.canvas.base
    dots = [_square(label.x, label.y, 0.4 * em) for label in labels]
    taken = [_square(x, y, 0.3 * em) for x, y in obstacles]
    written = []
    for number, label in enumerate(labels):
        wide = canvas.width_of(label.words, label.size, label.bold) + 0.4 * em
        tall = 1.15 * label.size * em
        others = [dot for i, dot in enumerate(dots) if i != number]
        found = _place(field, label, (wide, tall), [*taken, *others])
        written.append(found is not None)
        if found is None:
            continue
        box, reach = found
        taken.append(box)
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if reach > _LINE_FROM:
            _lead(canvas, label, box)
        canvas.word(*middle, label.words, size=label.size, color=label.color, bold=label.bold,
                    align="center", link=label.link)  # fmt: skip
    return written


def _place(
    field: Field, label: PointLabel, frame: tuple[float, float], taken: Sequence[Box]
) -> tuple[Box, float] | None:
    """Return the first free place near a point, and how far off it is."""
    (wide, tall), em = frame, field.canvas.base
    for reach in _REACHES:
        for across, down in _SIDES:
            x = label.x + across * (wide / 2 + reach * em * 0.7)
            y = label.y + down * (tall / 2 + reach * em * 0.7)
            box = (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)
            if _inside(box, field.frame) and not any(_overlap(box, other) for other in taken):
                return box, reach
    return None


def _lead(canvas: Canvas, label: PointLabel, box: Box) -> None:
    """Draw a thin line from a point to the near end of its label, never through the words."""
    x = min(max(label.x, box[0]), box[2])
    y = box[3] if box[3] < label.y else box[1] if box[1] > label.y else label.y
    canvas.stroke((label.x, label.y), (x, y), color="muted", width=0.4)


def _inside(box: Box, frame: Box) -> bool:
    return (
        frame[0] <= box[0] and frame[1] <= box[1] and box[2] <= frame[2] and box[3] <= frame[3]
    )  # fmt: skip


def _square(x: float, y: float, half: float) -> Box:
    return x - half, y - half, x + half, y + half


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
