"""Marks: what a chart is made of before anybody paints it. Lengths are points, y runs downward."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["Align", "Box", "Dot", "Drawn", "Link", "Mark", "Stroke", "Word"]

Link: TypeAlias = Mapping[str, str | int | None]
"""What a mark counts: columns with the values that the rows counted have, ``n`` and ``of``."""

Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What every mark has: a colour (a theme's role or a colour of its own) and what it counts.

    Roles are ``ink``, ``muted``, ``grid`` and ``paper``; the painter knows their colours.
    """

    color: str = "ink"
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Mark):
    """One line of text: where its baseline is tied, how large, on which `ground` if on any."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    align: Align = "left"
    upright: bool = False
    width: float = 0.0
    ground: str = "paper"

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom, as measured when it was laid out."""
        up, down = 0.78 * self.size, 0.22 * self.size
        if self.upright:  # reads upward, from the baseline's start
            return self.x - up, self.y - self.width, self.x + down, self.y
        left = self.x - {"left": 0.0, "center": 0.5, "right": 1.0}[self.align] * self.width
        return left, self.y - up, left + self.width, self.y + down


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Mark):
    """A rectangle, hatched where colour alone must not tell; `faint` where it rests on little."""

    x: float
    y: float
    width: float
    height: float
    edge: str | None = None
    hatch: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke(Mark):
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    width: float = 0.6
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot(Mark):
    """A point of one of the shapes ``o s ^ v D``, hollow or filled."""

    x: float
    y: float
    radius: float = 3.0
    shape: str = "o"
    hollow: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as a list of marks, in the order to paint them, in a frame of points."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def words(self) -> list[str]:
        """Every line of text, from first to last painted."""
        return [mark.text for mark in self.marks if isinstance(mark, Word)]

    @property
    def links(self) -> list[Link]:
        """What the marks count."""
        return [mark.link for mark in self.marks if mark.link is not None]
