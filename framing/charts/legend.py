"""The key to a chart, always outside the data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from framing.charts.labels import wrapped
from framing.charts.style import MUTED

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

__all__ = ["dot", "legend_below", "patch", "stroke"]


def patch(color: str, label: str, hatch: str = "") -> Artist:
    """Return a patch that stands for a bar in a legend."""
    from matplotlib.patches import Patch

    # The edge keeps dark fills apart from a dark page.
    return Patch(facecolor=color, edgecolor=MUTED, linewidth=0.6, hatch=hatch, label=label)


def stroke(width: float, label: str, color: str = MUTED) -> Artist:
    """Return a line of `width` points that stands for a bar of that thickness in a legend."""
    from matplotlib.lines import Line2D

    return Line2D([], [], color=color, linewidth=width, solid_capstyle="butt", label=label)


def legend_below(ax: Axes, handles: Sequence[Artist], *, columns: int = 4) -> None:
    """Put a legend under the axes, below their tick labels and axis label."""
    from matplotlib.transforms import ScaledTranslation

    if not handles:
        return
    inside = ax.get_window_extent()
    drawn = ax.xaxis.get_tightbbox()
    depth = 0.0 if drawn is None else max(0.0, inside.y0 - drawn.y0)
    figure = ax.get_figure(root=True)
    if figure is None:
        return
    offset = ScaledTranslation(0, -depth / figure.dpi - 0.04, figure.dpi_scale_trans)
    # A label that begins with "_" would be left out by Matplotlib.
    labels = [wrapped(handle.get_label(), 44, 2) for handle in handles]
    labels = [f" {label}" if label.startswith("_") else label for label in labels]
    ax.legend(
        handles=list(handles),
        labels=labels,
        loc="upper left",
        bbox_to_anchor=(0, 0),
        bbox_transform=ax.transAxes + offset,
        borderaxespad=0.4,
        borderpad=0,
        ncols=min(columns, len(handles)),
    )


def dot(marker: str, color: str, label: str, *, size: float = 7, hollow: bool = False) -> Artist:
    """Return a mark that stands for points in a legend."""
    from matplotlib.lines import Line2D

    return Line2D(
        [], [], ls="none", marker=marker, color=color, ms=size,
        mfc="none" if hollow else color, label=label,
    )  # fmt: skip
