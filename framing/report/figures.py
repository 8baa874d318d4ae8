"""Charts in the page: each laid out twice, for a screen and for a telephone, never shrunk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from framing.charts import KINDS, to_svg
from framing.comparison import Query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from framing.comparison import Comparison

__all__ = ["Figure", "figures_of"]

#: Kinds on the page, with what is said of each before it is opened.
_SHOWN: Final = {
    "pairs": "In a picture: two word against word",
    "naming": "In a picture: the words of all, thing by thing",
}
_WIDE, _NARROW = 760, 340


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart: its kind, what stands before it, and its two layouts."""

    kind: str
    summary: str
    wide: Markup
    narrow: Markup


def figures_of(comparison: Comparison) -> list[Figure]:
    """Draw the charts of the page that have something to show, as SVG and without Matplotlib.

    Their numbers ask for lines as every other number of the page does.
    """
    found = []
    for kind, summary in _SHOWN.items():
        display = KINDS[kind].from_comparison(comparison)
        if len(display.data):
            wide, narrow = (to_svg(display, links=_asked, width=n) for n in (_WIDE, _NARROW))
            found.append(Figure(kind, summary, wide, narrow))
    return found


def _asked(link: Mapping[str, str | int | None]) -> dict[str, str | int | bool]:
    """Return what a mark counts, as the page's numbers say it."""
    return Query.of_row(link).data()
