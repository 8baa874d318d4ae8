"""Charts of a comparison: displays that hold their numbers, draw them and say them in words.

>>> list(KINDS)[:4]
['naming', 'pairs', 'dumbbell', 'heatmap']

What was taken from others: title = finding, subtitle = measure and unit, foot = source and n, as
the Financial Times' chart-doctor and Datawrapper's academy teach; words beside what they name in
place of a key; small multiples with one scale for many series, and a computed layout that knows
its text (seaborn's and plotnine's grids); faint in place of bold for small n. Not taken: colour
as the only sign, truncated scales, three decimals.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.charts.display import SIZES, Display
from framing.charts.registry import Kinds, kind_named
from framing.charts.style import style
from framing.charts.svg import to_svg

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["KINDS", "SIZES", "Display", "chart", "style", "to_svg"]

KINDS = Kinds()


def __getattr__(name: str) -> type[Display]:
    """Return a display by the name of its class: each kind of chart is exported by being there."""
    if name.endswith("Display"):
        for display in KINDS.values():
            if display.__name__ == name:
                return display
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def chart(kind: str, comparison: Comparison, path: str | Path, **options: Any) -> Path:
    """Draw one kind of chart and write it as PNG, SVG or PDF, by the ending of `path`.

    Parameters
    ----------
    kind
        One of ``KINDS``.
    options
        What that display's ``from_comparison`` takes: ``title``, ``note``, ``order``,
        ``colors``, ``size`` (``page``, ``column`` or ``slide``), and its own.

    Raises
    ------
    SettingsError
        There is no such kind of chart, or no such kind of file.
    """
    return kind_named(kind).from_comparison(comparison, **options).plot().save(Path(path))
