"""Voice composition: in whose words each outlet names things."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.canvas import SMALL, Canvas, LegendKey
from framing.charts.counted import counted_mentions, own_worth
from framing.charts.display import Display, Link
from framing.charts.evidence import FEW, apart, as_table, misread
from framing.charts.housestyle import VOICE_COLORS, VOICE_HATCHES, VOICE_WORDS
from framing.charts.labels import listed, own_between
from framing.charts.ownapart import own_apart
from framing.charts.rowed import PERCENT, Axis, ChartRow, Plot, draw_rows
from framing.comparison.ownwords import with_own_counts
from framing.language.numberwords import counted, percent

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["VoiceDisplay"]

_BARS = {"all": (-0.42, 1.15, "namings"), "loaded": (0.52, 0.7, "loaded")}
_ENOUGH = 20
_CLEAR = 0.05


class VoiceDisplay(Display):
    """Stacked bars: the share of an outlet's namings in each voice, all and loaded ones apart.

    The outlet with the largest share of own words stands first, unless another order is given.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per segment: ``outlet, namings`` ("all" or "loaded")``, voice, n, total, share``.
        `total` is all namings (or all loaded ones) of the outlet; without any, `share` is missing.
        From a comparison also ``n_eff``, what all namings are worth for the share of own words,
        articles and not namings being drawn, ``differs_from``, the outlet whose share of own words
        differs most surely from this one's within events, and ``p_value`` of that, adjusted; with
        `misreading` ``own_expected, own_low, own_high``, of all namings of the outlet.
    """

    kind: ClassVar[str] = "voice"
    heading: ClassVar[str] = "In whose voice things were named"
    question: ClassVar[str] = "Whose words are the namings?"
    rank: ClassVar[int] = 50
    columns: ClassVar[tuple[str, ...]] = ("outlet", "namings", "voice", "n", "total", "share")
    more: ClassVar[tuple[str, ...]] = ("n_eff", "differs_from", "p_value")
    palette: ClassVar = VOICE_COLORS

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, *, misreading: bool = False, **options: Any
    ) -> Self:
        """Sum the naming counts of `comparison` by outlet and voice, over all its concepts.

        With `misreading`, beside each bar stands too how many of all the outlet's namings are
        likely its own words: the 95% interval of `framing.voice.own_interval`.
        """
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
        worth = own_worth(counted_mentions(comparison))
        data["n_eff"] = data["outlet"].map(worth).where(data["namings"] == "all").astype("float64")
        tested = own_apart(comparison)
        heads = (data["namings"] == "all") & (data["voice"] == "own")
        for at, name in enumerate(("differs_from", "p_value")):
            cells = data["outlet"].map({outlet: told[at] for outlet, told in tested.items()})
            data[name] = cells.where(heads)
        data = data.astype({"differs_from": "string", "p_value": "float64"})
        own = data[heads]
        few = own.set_index("outlet")["total"] < FEW
        share = own.set_index("outlet")["share"].fillna(-1.0)
        names = sorted(share.index, key=lambda name: (bool(few[name]), -share[name], name))
        place = {name: i for i, name in enumerate(names)}
        data = data.sort_values("outlet", key=lambda c: c.map(place), kind="stable")
        if misreading:
            data = with_own_counts(data, comparison, ["outlet"])
        display = cls(data if len(data) and data["total"].any() else data.iloc[:0], **options)
        display.warnings = (misread(),) if misreading else ()
        display.subtitle = "Share of namings by whose words they are; largest share of own first"
        display._tell_of(comparison)
        display.left_out = as_table("naming")
        return display

    @functools.cached_property
    def _cells(self) -> dict[tuple[str, str, str], int]:
        """Namings by outlet, which of them, and voice."""
        found: dict[tuple[str, str, str], int] = {}
        for row in self.data.to_dict("records"):
            key = str(row["outlet"]), str(row["namings"]), str(row["voice"])
            found[key] = found.get(key, 0) + int(row["n"])
        return found

    def finding(self) -> str:
        """Say two shares of own words that differ beyond chance, or that no two clearly do.

        Of outlets with enough namings. Within events where enough are covered by both (see
        `own_apart`); elsewhere articles are drawn, not namings (see `own_worth`).
        """
        own = self.data[(self.data["namings"] == "all") & (self.data["voice"] == "own")]
        rows = own[own["total"] >= _ENOUGH].sort_values("share", kind="stable").to_dict("records")
        if not rows or len(rows) < min(2, len(self.outlets())):
            return ""
        ends = _differing(rows) or apart(rows, math.comb(len(rows), 2))
        if len(rows) > 1 and not ends:
            span = f"{percent(rows[0]['share'])} to {percent(rows[-1]['share'])}"
            said = f"No clear difference between outlets: {span} of their namings are own words"
            return self._spoken(said)
        first, *others = ends or rows
        said = (
            f"Own words make up {percent(first['share'])} of the namings of "
            f"{self._named(first['outlet'])}"
        )
        for row in others:
            said += f", {percent(row['share'])} of those of {self._named(row['outlet'])}"
        return said

    @property
    def alt(self) -> str:
        """Each outlet's namings by voice, in counts and per cent."""
        parts = []
        for outlet in self.outlets():
            for namings in _BARS:
                counts, total = self._counts(outlet, namings)
                words = "namings" if namings == "all" else "loaded namings"
                if not total:
                    parts.append(f"{outlet}: no {words}")
                    continue
                shares = ", ".join(
                    f"{voice} {n} ({percent(n / total)})" for voice, n in counts.items()
                )
                own = self._own(outlet) if namings == "all" else ""
                parts.append(f"{outlet}, {total} {words}{own}: {shares}")
        if not parts:
            return self._empty()
        return f"Stacked bars of namings by voice. {listed(parts)}."

    def _counts(self, outlet: str, namings: str) -> tuple[dict[str, int], int]:
        counts = {voice: self._cells.get((outlet, namings, voice), 0) for voice in VOICE_COLORS}
        return counts, sum(counts.values())

    def _own(self, outlet: str) -> str:
        """Return how many of an outlet's namings are likely its own words; empty if not told."""
        rows = self.data[self.data["outlet"] == outlet].to_dict("records")
        return own_between(rows[0]) if rows else ""

    def _draw(self, canvas: Canvas) -> str:
        canvas.key(
            [
                LegendKey(
                    VOICE_WORDS[voice], str(self.colors[voice]), hatch=bool(VOICE_HATCHES[voice])
                )
                for voice in VOICE_COLORS
            ]
        )
        rows = [self._row(outlet) for outlet in self.outlets()]
        axis = Axis(0, 1, PERCENT, "share of namings; thick: all, thin: the loaded ones")
        left = draw_rows(canvas, rows, axis)
        return counted(len(left), "more outlet") if left else ""

    def _row(self, outlet: str) -> ChartRow:
        totals = {namings: self._counts(outlet, namings)[1] for namings in _BARS}

        def draw(plot: Plot, y: float) -> None:
            for namings, (offset, tall, _) in _BARS.items():
                em = plot.canvas.base
                self._bar(plot, outlet, namings, (y + offset * em, tall * em))

        aside = f"{totals['all']} namings, {totals['loaded'] or 'none'} loaded{self._own(outlet)}"
        link: Link = {"outlet": outlet, "scope": "all", "n": totals["all"]}
        return ChartRow(name=outlet, aside=aside, link=link if totals["all"] else None, draw=draw,
                   tall=2.4, quiet=totals["all"] < FEW)  # fmt: skip

    def _bar(self, plot: Plot, outlet: str, namings: str, at: tuple[float, float]) -> None:
        (counts, total), (y, tall) = self._counts(outlet, namings), at
        about: Link = {"outlet": outlet, "loaded": None if namings == "all" else 1}
        canvas, start = plot.canvas, 0.0
        for voice, n in counts.items():
            if not n:
                continue
            color, wide = str(self.colors[voice]), plot.width * n / total
            link = {**about, "scope": voice, "n": n}
            canvas.box(plot.x(start), y - tall / 2, wide, tall, color, edge="paper",
                       hatch=bool(VOICE_HATCHES[voice]), faint=total < FEW, link=link)  # fmt: skip
            if namings == "all":
                self._label(plot, plot.x(start) + wide / 2, y, wide, (voice, n, total), link)
            start += n / total

    def _label(
        self, plot: Plot, x: float, y: float, wide: float, part: tuple[str, int, int], link: Link
    ) -> None:
        """Write in a segment its share and count, or its count, or nothing, as there is room."""
        (voice, n, total), canvas, em = part, plot.canvas, plot.canvas.base
        color = str(self.colors[voice])
        for words in (f"{percent(n / total)} ({n})", str(n)):
            room = canvas.width_of(words, SMALL)
            if room + 0.5 * em <= wide:
                if VOICE_HATCHES[voice]:
                    canvas.box(x - room / 2, y - 0.45 * em, room, 0.9 * em, color, edge="none",
                               faint=total < FEW)  # fmt: skip
                canvas.word(x, y, words, size=SMALL, align="center", link=link,
                            ground=f"~{color}" if total < FEW else color)  # fmt: skip
                return


def _differing(rows: list[dict[Any, Any]]) -> tuple[dict[Any, Any], ...]:
    """Return the rows of the two outlets that differ most surely within events, larger first."""
    by_name = {str(row["outlet"]): row for row in rows}
    clear = [
        (row["p_value"], -abs(row["share"] - other["share"]), name)
        for name, row in by_name.items()
        if row.get("p_value", 1.0) <= _CLEAR
        and (other := by_name.get(str(row["differs_from"]))) is not None
    ]
    if not clear:
        return ()
    first = by_name[min(clear)[-1]]
    pair = (first, by_name[str(first["differs_from"])])
    return tuple(sorted(pair, key=lambda row: -float(row["share"])))
