"""Which charts the report draws: those that its comparison has something for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.charts import KINDS, to_svg

if TYPE_CHECKING:
    from markupsafe import Markup

    from framing.charts.display import Link
    from framing.comparison import Comparison

__all__ = ["Links", "figures_of"]

_ALWAYS = ("naming", "voice")


class Links:
    """What the charts' numbers count, each once: nodes carry its place, marks their mention."""

    def __init__(self) -> None:
        self.listed: list[dict[str, Any]] = []
        self._place: dict[tuple[Any, ...], int] = {}

    def carried(self, link: Link) -> dict[str, str | int | None]:
        """Keep a link, and return what the node that shows it carries."""
        if " " not in str(link.get("mentions", " ")):
            return {"m": link["mentions"]}
        key = tuple(link.items())
        if key not in self._place:
            self._place[key] = len(self.listed)
            self.listed.append(dict(link))
        return {"link": self._place[key]}

    @property
    def terms(self) -> list[str]:
        """The words that charts count, in the order they are drawn."""
        lines = [str(link["term"]).split("\n") for link in self.listed if "term" in link]
        return list(dict.fromkeys(term for words in lines for term in words))


def figures_of(comparison: Comparison) -> tuple[dict[str, Markup], Links]:
    """Return charts by kind as SVG, and what they count; empty charts are left out."""
    found, links = {}, Links()
    for kind, display in KINDS.items():
        if kind not in _ALWAYS and not _wanted(kind, comparison):
            continue
        made: Any = display.from_comparison(comparison)
        if kind in _ALWAYS or len(made.data):
            found[kind] = to_svg(made, links=links.carried)
    return found, links


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
        "stance": bool(comparison.targets["value"].notna().any()),  # features open no lines
    }.get(kind, True)
