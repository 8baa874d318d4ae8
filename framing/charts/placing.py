"""Labels beside points that overlap neither one another nor the points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import BboxBase

__all__ = ["PointLabel", "place_labels"]

# Directions round a point, best first, and how far from it (in points) a label may move.
_SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
_REACHES = (5.0, 10.0, 17.0, 26.0, 38.0)
_LINE_FROM = 10.0


class PointLabel(NamedTuple):
    """A point in data coordinates with the words to write beside it."""

    x: float
    y: float
    words: str
    color: str
    size: float = 7.0
    weight: str = "normal"


def place_labels(
    ax: Axes,
    labels: Sequence[PointLabel],
    *,
    radius: float = 3.5,
    obstacles: Sequence[tuple[float, float]] = (),
) -> list[bool]:
    """Write labels in the order given, each where it overlaps nothing written before.

    Every label tries eight sides of its point, near first; a thin line leads to one that had to
    move away. A label that finds no room inside the axes is left out. The limits of the axes
    must be set before.

    Parameters
    ----------
    labels
        The most important first.
    radius
        Of the points, in points of print: labels keep off all of them.
    obstacles
        More points, without labels, to keep off.

    Returns
    -------
    list of bool
        Which labels were written.
    """
    figure = ax.get_figure(root=True)
    scale = figure.dpi / 72 if figure is not None else 1.0
    centres = [ax.transData.transform((label.x, label.y)) for label in labels]
    dots = [
        (cx - radius * scale, cy - radius * scale, cx + radius * scale, cy + radius * scale)
        for cx, cy in centres
    ]
    bare = [ax.transData.transform(point) for point in obstacles]
    step = 0.7 * radius * scale
    taken = [(float(x - step), float(y - step), float(x + step), float(y + step)) for x, y in bare]
    frame = ax.get_window_extent()
    written = []
    for label, centre, own in zip(labels, centres, dots, strict=True):
        text = ax.annotate(
            label.words, (label.x, label.y), (0, 0), textcoords="offset points",
            fontsize=label.size, color=label.color, fontweight=label.weight,
            ha="center", va="center",
        )  # fmt: skip
        extent = text.get_window_extent()
        others = [dot for dot in dots if dot is not own]
        found = _place(centre, extent.width, extent.height, scale, [*taken, *others], frame)
        if found is None:
            text.remove()
            written.append(False)
            continue
        (dx, dy), box, reach = found
        text.set_position((dx, dy))
        if reach > _LINE_FROM:
            _lead(ax, label, (dx, dy))
        taken.append(box)
        written.append(True)
    return written


def _place(
    centre: Any,
    width: float,
    height: float,
    scale: float,
    taken: Sequence[tuple[float, float, float, float]],
    frame: BboxBase,
) -> tuple[tuple[float, float], tuple[float, float, float, float], float] | None:
    """Return the offset in points, the box in pixels, and the reach of the first free place."""
    for reach in _REACHES:
        for across, up in _SIDES:
            x = centre[0] + across * (width / 2 + reach * scale)
            y = centre[1] + up * (height / 2 + reach * scale)
            box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            inside = (
                frame.x0 <= box[0] and box[2] <= frame.x1
                and frame.y0 <= box[1] and box[3] <= frame.y1
            )  # fmt: skip
            if inside and not any(_overlap(box, other) for other in taken):
                offset = ((x - centre[0]) / scale, (y - centre[1]) / scale)
                return offset, box, reach
    return None


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _lead(ax: Axes, label: PointLabel, offset: tuple[float, float]) -> None:
    ax.annotate(
        "", (label.x, label.y), offset, textcoords="offset points",
        arrowprops={"arrowstyle": "-", "color": label.color, "lw": 0.4, "alpha": 0.7,
                    "shrinkA": 6, "shrinkB": 2},
    )  # fmt: skip
