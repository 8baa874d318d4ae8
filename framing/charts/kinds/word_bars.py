"""Word shift: which words make up the difference between two outlets' texts, and how much each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

import pandas as pd

from framing.charts.canvas import Canvas, LegendKey
from framing.charts.display import Display
from framing.charts.evidence import BY_CHANCE
from framing.charts.labels import begun, listed, need_most, tidy
from framing.charts.rowed import Axis, ChartRow, Plot, draw_rows
from framing.charts.telling import (
    LEFT_OUT,
    OTHERS,
    other_side,
    sides_of,
    telling_terms,
    term_link,
    uses,
)
from framing.language.numberwords import counted
from framing.statistics.exchange import LEAST_P

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["ShiftDisplay"]

_MOST = 24
# A smaller part of the whole is a bar that nobody sees: both sides use the word alike.
_LEAST = 0.001
_WORD = 0.92
_ALIKE = 1.2  # of texts whose counts can be set beside one another, the longer to the shorter


class ShiftDisplay(Display):
    """Bars of each word's part in the Jensen–Shannon divergence of two texts.

    To the left words the first side uses more, to the right words the second uses more, the
    largest parts first (Gallagher et al. 2021). Beside each bar stand both counts. Function
    words, names and house style are left out.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per word: ``term, outlet, against, count_a, count_b, contribution, divergence``.
        `contribution` is in bits, positive where the first side uses the word more;
        `divergence` is the sum of all words' absolute parts, from 0 (alike) to 1. From a
        comparison also ``p_value``, that of `Comparison.distinctive`, and ``total_a, total_b``, the
        words of either side.
    """

    kind: ClassVar[str] = "shift"
    heading: ClassVar[str] = "What makes the texts differ, word by word"
    question: ClassVar[str] = "Which words make two outlets' texts differ?"
    rank: ClassVar[int] = 70
    columns: ClassVar[tuple[str, ...]] = (
        "term", "outlet", "against", "count_a", "count_b", "contribution", "divergence",
        "voice",
    )  # fmt: skip
    more: ClassVar[tuple[str, ...]] = ("p_value", "total_a", "total_b")

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        outlet: str | None = None,
        against: str | None = None,
        voice: Literal["own", "all"] = "own",
        most: int = _MOST,
        filtered: bool = True,
        **options: Any,
    ) -> Self:
        """Take the `most` single words with the largest parts, of `outlet` against another or all.

        Own-voice text is counted by default, ``voice="all"`` takes quotations too;
        ``filtered=False`` keeps function words, names and house style.
        """
        need_most(most)
        outlet = sides_of(comparison, outlet, options.get("order"))
        if outlet is None:
            return cls(pd.DataFrame(columns=list(cls.columns)), **options)
        table = comparison.distinctive(
            outlet, against, voice=voice, ngrams=(1, 1), min_count=1
        ).reset_index()
        whole = round(float(table["contribution"].abs().sum()), 6)
        kept = _largest(telling_terms(comparison, table) if filtered else table, whole)
        sides = {"outlet": outlet, "against": against or other_side(comparison, outlet)}
        data = kept.assign(contribution=kept["contribution"].round(9), divergence=whole)
        data = data.assign(voice=voice, **sides)[[*cls.columns, *cls.more]]
        display = cls(data.head(most), **options)
        display.subtitle = (
            "Each word's part in what tells the texts apart (Jensen–Shannon divergence), in % of "
            f"the whole; beside it its uses by either side{_of_words(data)}"
        )
        display._tell_of(comparison)
        display.warnings = (LEFT_OUT,) if filtered else ()
        display.left_out = "in comparison.distinctive()"
        return display

    def outlets(self) -> list[str]:
        """Return the two sides."""
        if self.data.empty:
            return []
        return [str(self.data["outlet"].iloc[0]), str(self.data["against"].iloc[0])]

    def finding(self) -> str:
        """Name the two words of either side with the largest parts, those beyond chance if any."""
        said: list[str] = []
        data, doubt = self._beyond_chance()
        for sign, name in zip((1, -1), self.outlets(), strict=True):
            rows = data[data["contribution"] * sign > 0].head(2).to_dict("records")
            uses_of = _rates if self._unequal() else _counts
            told = [(tidy(row["term"]), uses_of(row)[::sign]) for row in rows]
            words = " and ".join(f"“{term}” ({mine} to {other})" for term, (mine, other) in told)
            if words:
                side = self._named(name, first=not said)
                side = begun(side) if name == OTHERS and not said else side
                said.append(f"{side} {words}" if said else f"{side} {uses(name)} more {words}")
        per = ", in 10,000 words" if self._unequal() else ""
        return f"{'; '.join(said)}{per}{doubt}" if said else ""

    def _unequal(self) -> bool:
        """Tell whether one side has so many more words that its counts can't be set beside.

        Of a side without a word there are no rates; its counts are all 0.
        """
        if self.data.empty or "total_a" not in self.data:
            return False
        totals = self.data[["total_a", "total_b"]].iloc[0].tolist()
        return bool(max(totals) > _ALIKE * min(totals) > 0)

    def _beyond_chance(self) -> tuple[pd.DataFrame, str]:
        """Return the words that a title may name, and what it adds where none is beyond chance."""
        if "p_value" not in self.data:
            return self.data, ""
        kept = self.data[self.data["p_value"] <= LEAST_P]
        untested = self.data["p_value"].isna().all()
        doubt = "" if len(kept) else f" ({'not tested' if untested else BY_CHANCE})"
        return (kept if len(kept) else self.data), doubt

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

    def _draw(self, canvas: Canvas) -> str:
        names = self.outlets()
        canvas.key(
            [LegendKey(f"more in {name}", self._color(name), hatch=bool(i))
             for i, name in enumerate(names)]
        )  # fmt: skip
        whole = float(self.data["divergence"].iloc[0]) or 1.0
        parts = 100 * self.data["contribution"].abs() / whole
        reach = 1.9 * float(parts.max())
        rows = [self._row(row, whole) for row in self.data.to_dict("records")]
        step = _step(float(parts.max()))
        ticks = [(at * step, f"{abs(at * step):g}%") for at in (-1, 0, 1)]
        left = draw_rows(canvas, rows, Axis(-reach, reach, ticks, zero=0.0))
        return counted(len(left), "more word") if left else ""

    def _row(self, row: dict[Any, Any], whole: float) -> ChartRow:
        side = int(row["contribution"] < 0)
        part = -100 * row["contribution"] / whole
        link = term_link(row)

        def draw(plot: Plot, y: float) -> None:
            canvas, em = plot.canvas, plot.canvas.base
            start, end = sorted((plot.x(0), plot.x(part)))
            canvas.box(start, y - 0.5 * em, end - start, em, self._color(self.outlets()[side]),
                       hatch=bool(side), link=link)  # fmt: skip
            x = end + 0.4 * em if side else start - 0.4 * em
            room = plot.right - x if side else x - plot.left
            word = canvas.lines(tidy(row["term"]), room, size=_WORD, most=1)[0]
            canvas.word(x, y, word, align="left" if side else "right", size=_WORD,
                        link=link)  # fmt: skip

        return ChartRow(name="", aside=f"{row['count_a']} : {row['count_b']}", link=link, draw=draw,
                   tall=1.45)  # fmt: skip


def _step(most: float) -> float:
    """Return a round number of per cent that is no more than the longest bar."""
    return next((step for step in (20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05) if step <= most), 0.01)


def _largest(table: pd.DataFrame, whole: float) -> pd.DataFrame:
    """Return the words whose part is worth a bar, the largest first."""
    size = table["contribution"].abs()
    kept = table.assign(size=size)[size > _LEAST * whole]
    return kept.sort_values(["size", "term"], ascending=[False, True])


def _of_words(data: pd.DataFrame) -> str:
    """Say of how many words of either side."""
    if data.empty:
        return ""
    first, second = data[["total_a", "total_b"]].iloc[0].tolist()
    return f", of {int(first):,} and {int(second):,} words"


def _counts(row: dict[Any, Any]) -> tuple[str, str]:
    return str(row["count_a"]), str(row["count_b"])


def _rates(row: dict[Any, Any]) -> tuple[str, str]:
    """Return the uses of a word in 10,000 of either side."""
    rates = (10_000 * row[f"count_{side}"] / row[f"total_{side}"] for side in "ab")
    first, second = (f"{rate:.0f}" if rate >= 10 or not rate else f"{rate:.1f}" for rate in rates)
    return first, second
