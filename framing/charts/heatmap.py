"""Outlets by concepts: the loaded share of every cell, with its count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from framing.charts.counted import plain_name
from framing.charts.display import Display
from framing.charts.evidence import FEW, ORDERED_BY, ranked_concepts
from framing.charts.labels import left_out, listed, n_of_n, wrapped
from framing.charts.style import GRID, INTENSITY_COLORS, MUTED, PAPER, ink_on

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap

    from framing.comparison import Comparison

__all__ = ["HeatmapDisplay", "share_colors"]

_MOST = 30
_HALVES = {"own": (-0.5, 0.56), "outlet_worded": (0.06, 0.44)}


class HeatmapDisplay(Display):
    """One cell an outlet and concept: own words at the left of it, own and attributed at the right.

    The darker, the larger the share of loaded namings; the count n of N stands in each half, and
    a half without namings is left white.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a half cell: ``lexicon, concept, outlet, scope, n, total, share``.
    """

    kind: ClassVar[str] = "heatmap"
    heading: ClassVar[str] = "Loaded share by outlet and concept"
    columns: ClassVar[tuple[str, ...]] = (
        "lexicon", "concept", "outlet", "scope", "n", "total", "share",
    )  # fmt: skip

    palette: ClassVar = {
        0.0: "#eef1f4", 0.33: INTENSITY_COLORS[1], 0.67: INTENSITY_COLORS[2],
        1.0: INTENSITY_COLORS[3],
    }  # fmt: skip

    @classmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Take the loaded shares of all outlets, the concepts with the strongest evidence first.

        Where none can be ranked (`Comparison.ranked`), those named most come first.
        """
        shares = comparison.shares
        kept = shares[shares["scope"].isin(_HALVES)]
        worded = kept[kept["scope"] == "outlet_worded"]
        totals = worded.groupby("concept", sort=False)["total"].sum()
        ranked = sorted((c for c in totals.index if totals[c]), key=lambda c: (-totals[c], c))
        evidence = ranked_concepts(comparison)
        if evidence:
            ranked = [name for name in evidence if totals.get(name)]
        place = {name: i for i, name in enumerate(ranked[:_MOST])}
        data = kept[kept["concept"].isin(place)]
        data = data.sort_values("concept", key=lambda c: c.map(place), kind="stable")
        display = cls(data[list(cls.columns)], **options)
        display.subtitle = ORDERED_BY[bool(evidence)]
        if len(ranked) > _MOST:
            display.warnings = (left_out(len(ranked) - _MOST, "concept"),)
        return display

    def concepts(self) -> list[str]:
        """Return the concepts drawn, from top to bottom."""
        return [str(name) for name in dict.fromkeys(self.data["concept"])]

    @property
    def alt(self) -> str:
        """Every outlet's counts in its own words, concept by concept."""
        own = self.data[self.data["scope"] == "own"]
        parts = []
        for concept in self.concepts():
            rows = own[own["concept"] == concept].to_dict("records")
            cells = {str(row["outlet"]): n_of_n(int(row["n"]), int(row["total"])) for row in rows}
            counts = ", ".join(f"{name} {cells[name]}" for name in self.outlets() if name in cells)
            parts.append(f"{plain_name(concept)}: {counts}")
        if not parts:
            return self._empty()
        return f"Heatmap of loaded namings in the outlets' own words. {listed(parts)}."

    def _size(self) -> tuple[float, float]:
        return max(2.2, 1.15 * len(self.outlets())), 0.36 * len(self.concepts())

    def _draw(self, ax: Axes) -> None:
        from matplotlib.patches import Rectangle

        concepts, outlets = self.concepts(), self.outlets()
        colors = share_colors(self.colors)
        for row in self.data.to_dict("records"):
            x, y = outlets.index(str(row["outlet"])), concepts.index(str(row["concept"]))
            left, width = _HALVES[str(row["scope"])]
            n, total = int(row["n"]), int(row["total"])
            color = _hex(colors(n / total)) if total else PAPER
            color = _faint(color) if total < FEW else color
            cell = Rectangle((x + left, y - 0.5), width, 1, facecolor=color, edgecolor=GRID, lw=0.6)
            ax.add_patch(cell)
            own = row["scope"] == "own"
            ink = ink_on(color) if total else MUTED
            count = ax.text(x + left + width / 2, y, f"{n}/{total}" if total else "–", ha="center",
                            va="center", fontsize=7.5 if own else 6, color=ink)  # fmt: skip
            link = {name: str(row[name]) for name in ("lexicon", "concept", "outlet", "scope")}
            for drawn in (cell, count):
                self._opens(drawn, {**link, "n": n, "of": total})
        for x in range(len(outlets) + 1):
            ax.axvline(x - 0.5, color=MUTED, lw=1)
        ax.set_xlim(-0.5, len(outlets) - 0.5)
        ax.set_ylim(len(concepts) - 0.5, -0.5)
        ax.set_yticks(range(len(concepts)), [wrapped(plain_name(c), 30, 2) for c in concepts])
        ax.set_xticks(range(len(outlets)), [wrapped(o, 14) for o in outlets])
        ax.xaxis.tick_bottom()
        ax.tick_params(length=0)
        for side in ax.spines.values():
            side.set_visible(False)
        _scale(ax, colors)


def share_colors(stops: Mapping[float, str]) -> Colormap:
    """Return the colours of shares from 0 to 1, running from stop to stop."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("framing_shares", sorted(stops.items()))


def _hex(color: tuple[float, float, float, float]) -> str:
    from matplotlib.colors import to_hex

    return to_hex(color)


def _faint(color: str) -> str:
    """Return a colour as it is drawn on few namings: a third of it, the rest paper."""
    from matplotlib.colors import to_hex, to_rgb

    return to_hex([1 - (1 - part) / 3 for part in to_rgb(color)])


def _scale(ax: Axes, colors: Colormap) -> None:
    """Draw the colour scale at the right, with what the two halves of a cell are."""
    from matplotlib.patches import Rectangle

    figure = ax.get_figure(root=True)
    if figure is None:
        return
    box = ax.get_window_extent()
    wide, high = box.width / figure.dpi, box.height / figure.dpi
    left, width = 1 + 0.18 / wide, 0.13 / wide
    steps = 20
    low, tall = 1 - min(1.0, 1.1 / high), min(1.0, 1.1 / high)
    for i in range(steps):
        ax.add_patch(
            Rectangle((left, low + tall * i / steps), width, tall / steps * 1.05, lw=0,
                      facecolor=_hex(colors((i + 0.5) / steps)), transform=ax.transAxes,
                      clip_on=False)
        )  # fmt: skip
    for share in (0, 0.5, 1):
        ax.text(left + width * 1.4, low + tall * share, f"{share * 100:.0f}%", va="center",
                fontsize=7, transform=ax.transAxes)  # fmt: skip
    ax.text(left, 1 + 0.1 / high, "loaded", fontsize=7, transform=ax.transAxes)
    words = "Each cell, loaded namings/all namings: left, own words; right, both."
    words += f" Faint: under {FEW}."
    ax.annotate(
        words, (0, 0), (0, -34), xycoords="axes fraction", textcoords="offset points", va="top",
        fontsize=7, color=MUTED, annotation_clip=False,
    )  # fmt: skip
