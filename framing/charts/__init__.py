"""Charts of a comparison: displays that hold their numbers, draw them and say them in words.

>>> list(KINDS)[:4]
['naming', 'pairs', 'dumbbell', 'heatmap']

What was taken from others. From a data desk's rules (Datawrapper, "What to consider when using text
in data visualizations", 2024; the UK's Office for National Statistics on titles): the title is the
main message, measure and unit stand in the subtitle, source and n below; words beside what they
name rather than in a key; few sizes of letters, none centred over a chart, turned only where
columns are too many; plain phrases. From seaborn (``FacetGrid``): small multiples on one scale,
no frame, and a table of what is drawn. Not taken: colour as the only sign of a group, a legend
beside the chart, axes that leave the layout of long names to the caller.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.charts.chartregistry import Kinds, kind_named
from framing.charts.display import SIZES, Display
from framing.charts.housestyle import style
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
