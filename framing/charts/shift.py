"""Word shift: which words make up the difference between two outlets' texts, and how much each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

import pandas as pd

from framing.charts.display import Display
from framing.charts.labels import listed, tidy
from framing.charts.legend import legend_below, patch
from framing.charts.style import INK, PAPER, SERIES_COLORS
from framing.charts.words import other_side, sides_of, term_link

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["ShiftDisplay"]

_MOST = 24
_COLORS = (SERIES_COLORS[0], SERIES_COLORS[1])
_HATCHES = ("", "////")


class ShiftDisplay(Display):
    """Bars of each word's part in the Jensen–Shannon divergence of two texts.

    To the left words the first side uses more, to the right words the second uses more, the
    largest parts first (Gallagher et al. 2021). Beside each bar stand both counts.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a word: ``term, outlet, against, count_a, count_b, contribution, divergence``.
        `contribution` is in bits, positive where the first side uses the word more;
        `divergence` is the sum of all words' absolute parts, from 0 (alike) to 1.
    """

    kind: ClassVar[str] = "shift"
    heading: ClassVar[str] = "What makes the texts differ, word by word"
    columns: ClassVar[tuple[str, ...]] = (
        "term", "outlet", "against", "count_a", "count_b", "contribution", "divergence",
    )  # fmt: skip

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        outlet: str | None = None,
        against: str | None = None,
        voice: Literal["own", "all"] = "own",
        most: int = _MOST,
        **options: Any,
    ) -> Self:
        """Take the `most` single words with the largest parts, of `outlet` against another or all.

        Own-voice text is counted by default, ``voice="all"`` takes quotations too.
        """
        outlet = sides_of(comparison, outlet, options.get("order"))
        if outlet is None:
            return cls(pd.DataFrame(columns=list(cls.columns)), **options)
        table = comparison.distinctive(
            outlet, against, voice=voice, ngrams=(1, 1), min_count=1
        ).reset_index()
        size = table["contribution"].abs()
        kept = table.assign(size=size)[size > 0]
        kept = kept.sort_values(["size", "term"], ascending=[False, True])
        data = pd.DataFrame(
            {
                "term": kept["term"],
                "outlet": outlet,
                "against": against or other_side(comparison, outlet),
                "count_a": kept["count_a"],
                "count_b": kept["count_b"],
                "contribution": kept["contribution"].round(9),
                "divergence": round(float(size.sum()), 6),
            }
        )
        return cls(data.head(most), **options)

    def outlets(self) -> list[str]:
        """Return the two sides."""
        if self.data.empty:
            return []
        return [str(self.data["outlet"].iloc[0]), str(self.data["against"].iloc[0])]

    @property
    def alt(self) -> str:
        """The words with the largest parts, the side that uses each more, and the divergence."""
        if self.data.empty:
            return self._empty()
        first, second = self.outlets()
        parts = [
            f"{tidy(row['term'])}, more in {first if row['contribution'] > 0 else second} "
            f"({row['count_a']} to {row['count_b']})"
            for row in self.data.to_dict("records")
        ]
        whole = float(self.data["divergence"].iloc[0])
        return f"Word shift of {first} to {second}, divergence {whole:.3f} bits. {listed(parts)}."

    def _empty(self) -> str:
        return "Nothing to draw: a word shift needs two outlets whose own words differ."

    def _size(self) -> tuple[float, float]:
        return 4.6, 0.21 * len(self.data) + 0.2

    def _draw(self, ax: Axes) -> None:
        names = self.outlets()
        colors = [str(self.colors.get(n, c)) for n, c in zip(names, _COLORS, strict=True)]
        rows = self.data.to_dict("records")
        whole = float(self.data["divergence"].iloc[0])
        reach = max(abs(row["contribution"]) for row in rows) * 1000 * 1.9
        across = ax.get_yaxis_transform()
        for y, row in enumerate(rows):
            side = int(row["contribution"] < 0)
            length = abs(row["contribution"]) * 1000 * (1 if side else -1)
            bar = ax.barh(y, length, 0.68, color=colors[side], hatch=_HATCHES[side],
                          edgecolor=PAPER, linewidth=0.4)  # fmt: skip
            ax.text(length + (0.02 if side else -0.02) * reach, y, tidy(row["term"]), va="center",
                    ha="left" if side else "right", fontsize=7.5)  # fmt: skip
            uses = ax.text(1.02, y, f"{row['count_a']} : {row['count_b']}", va="center",
                           fontsize=7, transform=across)  # fmt: skip
            for drawn in (bar[0], uses):
                self._opens(drawn, term_link(row))
        ax.text(1.02, -1.1, "uses", fontsize=7, va="center", transform=across)
        ax.axvline(0, color=INK, lw=0.8)
        ax.set_xlim(-reach, reach)
        ax.set_ylim(len(rows) - 0.4, -0.8)
        ax.set_yticks([])
        ax.spines["left"].set_visible(False)
        ax.xaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
        ax.set_xlabel(
            f"part of the divergence, thousandths of a bit (all words: {1000 * whole:.0f})"
        )
        handles = [patch(colors[i], f"more in {names[i]}", _HATCHES[i]) for i in (0, 1)]
        legend_below(ax, handles, columns=2)
