"""Charts in the page: each laid out twice, for a screen and for a telephone, never shrunk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from framing.charts import KINDS, to_svg
from framing.charts.kinds.side_bars import SidesDisplay
from framing.comparison import Query
from framing.report.numbered import Numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from framing.charts.display import Display
    from framing.comparison import Comparison

__all__ = ["Figure", "figures_of", "pictures_of"]

#: Kinds on the page, with what is said of each before it is opened.
_SHOWN: Final = {
    "pairs": "Picture: the words of two outlets, side by side",
    "naming": "Picture: the words of every outlet, concept by concept",
}
_WIDE, _BESIDE, _NARROW = 760, 560, 340
_MOST_PICTURES = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart: its kind, what stands before it, and its two layouts."""

    kind: str
    summary: str
    wide: Markup
    narrow: Markup


def figures_of(comparison: Comparison, numbers: Numbers) -> list[Figure]:
    """Draw the charts of the page that have something to show, as SVG and without Matplotlib.

    Their numbers are `numbers` of the page, as every other number of it is.
    """
    found = []
    for kind, summary in _SHOWN.items():
        display = KINDS[kind].from_comparison(comparison)
        if len(display.data):
            found.append(_figure(display, summary, numbers, _WIDE))
    return found


def pictures_of(comparison: Comparison, numbers: Numbers) -> list[Figure]:
    """Draw the words of both sides of the first findings, in their order.

    Where nothing is matched there is one a concept named most, its sides beside each other. What
    each finding says, and how sure it is, stands beside its picture and so not in it.
    """
    found = []
    for display in SidesDisplay.first(comparison, _MOST_PICTURES):
        display.about, display.warnings = "", ()
        display.title = display.concept[:1].upper() + display.concept[1:]
        found.append(_figure(display, display.concept, numbers, _BESIDE))
    return found


def _figure(display: Display, summary: str, numbers: Numbers, width: int) -> Figure:
    """Lay a chart out for a screen and for a telephone."""

    def asked(link: Mapping[str, str | int | None]) -> dict[str, str | int | None]:
        return {"q": numbers.of(Query.of_row(link)).id}

    wide, narrow = (to_svg(display, links=asked, width=n) for n in (width, _NARROW))
    return Figure(display.kind, summary, wide, narrow)
