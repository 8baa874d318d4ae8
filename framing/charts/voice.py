"""Voice composition: in whose words each outlet names things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.display import Display, Link
from framing.charts.labels import listed, n_of_n, percent, wrapped
from framing.charts.legend import legend_below, patch
from framing.charts.style import INK, MUTED, VOICE_COLORS, VOICE_HATCHES, VOICE_WORDS, ink_on

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["VoiceDisplay"]

_BARS = {"all": (-0.16, 0.4, "namings"), "loaded": (0.24, 0.28, "loaded namings")}


class VoiceDisplay(Display):
    """Stacked bars: the share of an outlet's namings in each voice, all and loaded ones apart.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a segment: ``outlet, namings`` ("all" or "loaded")``, voice, n, total, share``.
        `total` is all namings (or all loaded ones) of the outlet; without any, `share` is missing.
    """

    kind: ClassVar[str] = "voice"
    heading: ClassVar[str] = "In whose voice things were named"
    columns: ClassVar[tuple[str, ...]] = ("outlet", "namings", "voice", "n", "total", "share")
    palette: ClassVar = VOICE_COLORS

    @classmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Sum the naming counts of `comparison` by outlet and voice, over all its concepts."""
        naming = comparison.naming
        rows = []
        for outlet in dict.fromkeys(naming["outlet"]):
            here = naming[naming["outlet"] == outlet]
            for namings in _BARS:
                which = here if namings == "all" else here[here["intensity"] > 0]
                counts = {v: int(which.loc[which["scope"] == v, "n"].sum()) for v in VOICE_COLORS}
                total = sum(counts.values())
                rows += [
                    (outlet, namings, voice, n, total, n / total if total else None)
                    for voice, n in counts.items()
                ]
        data = pd.DataFrame(rows, columns=list(cls.columns)).astype({"share": "float64"})
        return cls(data if len(data) and data["total"].any() else data.iloc[:0], **options)

    @property
    def alt(self) -> str:
        """Each outlet's namings by voice, in counts and per cent."""
        parts = []
        for outlet in self.outlets():
            for namings, (_, _, words) in _BARS.items():
                counts, total = self._counts(outlet, namings)
                if not total:
                    parts.append(f"{outlet}: no {words}")
                    continue
                shares = ", ".join(
                    f"{voice} {n} ({percent(n / total)})" for voice, n in counts.items()
                )
                parts.append(f"{outlet}, {total} {words}: {shares}")
        if not parts:
            return self._empty()
        return f"Stacked bars of namings by voice. {listed(parts)}."

    def _counts(self, outlet: str, namings: str) -> tuple[dict[str, int], int]:
        rows = self.data[(self.data["outlet"] == outlet) & (self.data["namings"] == namings)]
        counts = {voice: int(rows.loc[rows["voice"] == voice, "n"].sum()) for voice in VOICE_COLORS}
        return counts, sum(counts.values())

    def _size(self) -> tuple[float, float]:
        return 4.6, 0.46 * len(self.outlets())

    def _draw(self, ax: Axes) -> None:
        outlets = self.outlets()
        ax.set_xlim(0, 1)
        ax.set_ylim(len(outlets) - 0.5, -0.5)
        for i, outlet in enumerate(outlets):
            for namings, (offset, height, words) in _BARS.items():
                self._bar(ax, outlet, namings, i + offset, height, words)
        ax.set_yticks(range(len(outlets)), [wrapped(outlet) for outlet in outlets])
        ax.tick_params(axis="y", length=0)
        ticks = [0, 0.25, 0.5, 0.75, 1]
        ax.set_xticks(ticks, [f"{t * 100:.0f}" for t in ticks])
        ax.set_xlabel("share of namings, %")
        legend_below(
            ax,
            [
                patch(self.colors[voice], VOICE_WORDS[voice], VOICE_HATCHES[voice])
                for voice in VOICE_COLORS
            ],
            columns=2,
        )

    def _bar(
        self, ax: Axes, outlet: str, namings: str, y: float, height: float, words: str
    ) -> None:
        counts, total = self._counts(outlet, namings)
        thick = namings == "all"
        whole = ax.text(1.02, y, f"{total} {words}" if total else f"no {words}", va="center",
                        fontsize=7.5 if thick else 6.5, color=INK if thick else MUTED)  # fmt: skip
        about: Link = {"outlet": outlet, "loaded": None if thick else 1}
        self._opens(whole, {**about, "scope": "all", "n": total})
        start = 0.0
        for voice, n in counts.items():
            if not n:
                continue
            share, color, hatch = n / total, self.colors[voice], VOICE_HATCHES[voice]
            bar = ax.barh(y, share, height, left=start, color=color, hatch=hatch,
                          edgecolor=MUTED, linewidth=0.5)  # fmt: skip
            self._opens(bar[0], {**about, "scope": voice, "n": n})
            if share > 0.05:
                label = ax.text(
                    start + share / 2, y, n_of_n(n, total).split(" ")[0], ha="center",
                    va="center", fontsize=6.5, color=ink_on(color),
                    bbox={"facecolor": color, "edgecolor": "none", "pad": 0.6},
                )  # fmt: skip
                self._opens(label, {**about, "scope": voice, "n": n})
            start += share
