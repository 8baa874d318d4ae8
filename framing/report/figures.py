"""Which charts the report draws: those that its comparison has something for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.charts import KINDS, to_svg

if TYPE_CHECKING:
    from markupsafe import Markup

    from framing.comparison import Comparison

__all__ = ["figures_of"]

_ALWAYS = ("naming", "voice")


def figures_of(comparison: Comparison) -> dict[str, Markup]:
    """Return charts by kind as SVG; one that would only say it is empty is left out."""
    found = {}
    for kind, display in KINDS.items():
        if kind not in _ALWAYS and not _wanted(kind, comparison):
            continue
        made: Any = display.from_comparison(comparison)
        if kind in _ALWAYS or len(made.data):
            found[kind] = to_svg(made)
    return found


def _wanted(kind: str, comparison: Comparison) -> bool:
    """Leave out charts that need more outlets, events or weeks than there are."""
    outlets, articles = len(comparison.outlets), len(comparison.analysis.articles)
    events = int(comparison.coverage["event"].dropna().nunique())
    weeks = len({str(a.date)[:10] for a in comparison.analysis.articles if a.date})
    return {
        "dumbbell": outlets == 2,
        "words": outlets == 2,
        "shift": outlets == 2,
        "heatmap": outlets > 2,
        "map": outlets > 2,
        "coverage": events > 1,
        "timeline": weeks > 1,
        "dispersion": articles <= 40,
    }.get(kind, True)
