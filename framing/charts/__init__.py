"""Charts of a comparison: displays that hold their numbers, draw them and say them in words.

>>> list(KINDS)[:4]
['naming', 'pairs', 'dumbbell', 'heatmap']
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.charts.coverage import CoverageDisplay
from framing.charts.dispersion import DispersionDisplay
from framing.charts.display import Display
from framing.charts.dumbbell import DumbbellDisplay
from framing.charts.heatmap import HeatmapDisplay
from framing.charts.naming import NamingDisplay
from framing.charts.outletmap import OutletMapDisplay
from framing.charts.pairs import PairsDisplay
from framing.charts.shift import ShiftDisplay
from framing.charts.sources import SourcesDisplay
from framing.charts.stance import StanceDisplay
from framing.charts.style import style
from framing.charts.svg import to_svg
from framing.charts.timeline import TimelineDisplay
from framing.charts.voice import VoiceDisplay
from framing.charts.words import WordsDisplay
from framing.errors import SettingsError

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = [
    "KINDS",
    "CoverageDisplay",
    "DispersionDisplay",
    "Display",
    "DumbbellDisplay",
    "HeatmapDisplay",
    "NamingDisplay",
    "OutletMapDisplay",
    "PairsDisplay",
    "ShiftDisplay",
    "SourcesDisplay",
    "StanceDisplay",
    "TimelineDisplay",
    "VoiceDisplay",
    "WordsDisplay",
    "chart",
    "style",
    "to_svg",
]

KINDS: dict[str, type[Display]] = {
    display.kind: display
    for display in (
        NamingDisplay,
        PairsDisplay,
        DumbbellDisplay,
        HeatmapDisplay,
        VoiceDisplay,
        StanceDisplay,
        SourcesDisplay,
        TimelineDisplay,
        CoverageDisplay,
        OutletMapDisplay,
        DispersionDisplay,
        WordsDisplay,
        ShiftDisplay,
    )
}


def chart(kind: str, comparison: Comparison, path: str | Path, **options: Any) -> Path:
    """Draw one kind of chart and write it as PNG, SVG or PDF, by the ending of `path`.

    Parameters
    ----------
    kind
        One of ``KINDS``.
    options
        What that display's ``from_comparison`` takes: ``title``, ``note``, ``order``,
        ``colors``, and its own.

    Raises
    ------
    SettingsError
        There is no such kind of chart, or no such kind of file.
    """
    from difflib import get_close_matches

    if kind not in KINDS:
        near = get_close_matches(kind, KINDS, n=1)
        raise SettingsError(
            f"there is no chart {kind!r}; the kinds are {', '.join(KINDS)}."
            + (f" Did you mean {near[0]!r}?" if near else "")
        )
    return KINDS[kind].from_comparison(comparison, **options).plot().save(Path(path))
