"""Charts made of rows: where each row lies, under which heading, and how both are labelled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from framing.charts.labels import wrapped
from framing.charts.style import GRID, MUTED

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["Row", "Rows", "draw_rows", "lay_out"]


class Row(NamedTuple):
    """One row: the height it lies at, and the group and name it is of."""

    y: float
    group: str
    name: str


class Rows(NamedTuple):
    """All rows of a chart, the headings above groups, and the depth of the whole."""

    rows: list[Row]
    heads: list[tuple[float, str]]
    depth: float


def lay_out(pairs: Iterable[tuple[str, str]]) -> Rows:
    """Place ``(group, name)`` pairs one under another, a heading above each new group.

    A group with an empty name has no heading.

    Examples
    --------
    >>> placed = lay_out([("troops", "A"), ("troops", "B"), ("killing", "A")])
    >>> [row.y for row in placed.rows], placed.heads, placed.depth
    ([1.35, 2.35, 4.2], [(0.45, 'troops'), (3.3, 'killing')], 4.7)
    """
    rows, heads, depth = [], [], 0.0
    group: str | None = None
    for name_of_group, name in pairs:
        if name_of_group != group:
            group = name_of_group
            if group:
                heads.append((round(depth + 0.45, 6), group))
                depth += 0.85
        rows.append(Row(round(depth + 0.5, 6), name_of_group, name))
        depth += 1.0
    return Rows(rows, heads, round(depth, 6))


def draw_rows(
    ax: Axes, placed: Rows, *, beside: str | None = None, width: int = 26, lines: int = 3
) -> None:
    """Set the vertical axis: names at their rows, bands with headings, and what stands beside.

    `beside` is the heading of the column of counts at the right; names have `lines` lines of
    `width` characters.
    """
    ax.set_ylim(placed.depth, 0)
    ax.set_yticks(
        [row.y for row in placed.rows], [wrapped(row.name, width, lines) for row in placed.rows]
    )
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    across = ax.get_yaxis_transform()
    for y, group in placed.heads:
        ax.axhspan(y - 0.4, y + 0.35, color=GRID, alpha=0.45, lw=0, zorder=0)
        ax.text(0.008, y, wrapped(group, 60, 1), va="center", fontweight="bold", transform=across)
    if beside:
        y = placed.heads[0][0] if placed.heads else -0.25
        ax.text(1.02, y, beside, va="center", fontsize=7, color=MUTED, transform=across)
