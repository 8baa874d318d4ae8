"""Labels beside points that overlap neither one another nor the points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["PointLabel", "place_labels"]

# Directions round a point, best first, and how far from it (in points) a label may move.
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
_REACHES = (5.0, 10.0, 17.0, 26.0, 38.0)
_LINE_FROM = 10.0
# White kept at either side of a label, in pixels.
_GAP = 2.0

Box: TypeAlias = tuple[float, float, float, float]


class PointLabel(NamedTuple):
    """A point in data coordinates with the words to write beside it, drawn under `id`."""

    x: float
    y: float
    words: str
    color: str
    size: float = 7.0
    weight: str = "normal"
    id: str | None = None


def place_labels(
    ax: Axes,
    labels: Sequence[PointLabel],
    *,
    radius: float = 3.5,
    obstacles: Sequence[tuple[float, float]] = (),
) -> list[bool]:
    """Write labels in the order given, each where it overlaps nothing written before.

    Every label tries eight sides of its point, near first; a thin line leads to one far off. A
    label without room inside the axes is left out. The axes' limits must be set before.

    Parameters
    ----------
    labels
        The most important first.
    radius, obstacles
        Of the points, in points of print; and more points to keep off.

    Returns
    -------
    list of bool
        Which labels were written.
    """
    room = _Room(ax, radius, [(label.x, label.y) for label in labels], obstacles)
    written = []
    for number, label in enumerate(labels):
        text = _write(ax, label)
        extent = text.get_window_extent()
        found = room.place(number, extent.width + 2 * _GAP, extent.height)
        written.append(found is not None)
        if found is None:
            text.remove()
            continue
        offset, reach = found
        text.set_position(offset)
        if reach > _LINE_FROM:
            _lead(ax, label, offset)
    return written


def _write(ax: Axes, label: PointLabel) -> Any:
    return ax.annotate(
        label.words, (label.x, label.y), (0, 0), textcoords="offset points",
        fontsize=label.size, color=label.color, fontweight=label.weight, ha="center", va="center",
        gid=label.id,
    )  # fmt: skip


class _Room:
    """What is taken of an axes, in pixels: boxes of labels, and of points to keep off."""

    def __init__(
        self,
        ax: Axes,
        radius: float,
        points: Sequence[tuple[float, float]],
        obstacles: Sequence[tuple[float, float]],
    ) -> None:
        figure = ax.get_figure(root=True)
        self.scale = figure.dpi / 72 if figure is not None else 1.0
        self.frame = ax.get_window_extent()
        self.centres = [ax.transData.transform(point) for point in points]
        self.dots = [_square(centre, radius * self.scale) for centre in self.centres]
        bare = [ax.transData.transform(point) for point in obstacles]
        self.taken = [_square(point, 0.7 * radius * self.scale) for point in bare]

    def place(
        self, number: int, width: float, height: float
    ) -> tuple[tuple[float, float], float] | None:
        """Take the first free place near a point; return its offset and reach in points."""
        centre = self.centres[number]
        others = [dot for i, dot in enumerate(self.dots) if i != number]
        for reach in _REACHES:
            for across, up in _SIDES:
                x = float(centre[0]) + across * (width / 2 + reach * self.scale)
                y = float(centre[1]) + up * (height / 2 + reach * self.scale)
                box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
                if self._inside(box) and not any(
                    _overlap(box, other) for other in (*self.taken, *others)
                ):
                    self.taken.append(box)
                    offset = (
                        (x - float(centre[0])) / self.scale,
                        (y - float(centre[1])) / self.scale,
                    )
                    return offset, reach
        return None

    def _inside(self, box: Box) -> bool:
        frame = self.frame
        return bool(
            frame.x0 <= box[0] and box[2] <= frame.x1 and frame.y0 <= box[1] and box[3] <= frame.y1
        )


def _square(centre: Any, half: float) -> Box:
    x, y = float(centre[0]), float(centre[1])
    return (x - half, y - half, x + half, y + half)


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _lead(ax: Axes, label: PointLabel, offset: tuple[float, float]) -> None:
    ax.annotate(
        "", (label.x, label.y), offset, textcoords="offset points",
        arrowprops={"arrowstyle": "-", "color": label.color, "lw": 0.4, "alpha": 0.7,
                    "shrinkA": 6, "shrinkB": 2},
    )  # fmt: skip
