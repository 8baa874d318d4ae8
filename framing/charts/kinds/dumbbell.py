"""Two outlets, concept by concept: how far apart their loaded shares lie, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.canvas import Canvas, LegendKey
from framing.charts.display import Display, Link
from framing.charts.evidence import CLEAR, FEW, apart, as_table, misread, names_of, shares_alone
from framing.charts.labels import begun, listed, n_of_n, own_between
from framing.charts.rowed import PERCENT, Axis, ChartRow, Plot, draw_rows
from framing.comparison.ownwords import with_own_counts
from framing.errors import SettingsError
from framing.language.numberwords import counted
from framing.statistics import wilson

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["DumbbellDisplay"]

_MOST = 14
# The scale ends behind 100%, so that a mark there keeps off the counts.
_END = 1.04
_SHAPES = ("o", "s")
Counts = dict[str, tuple[int, int]]


class DumbbellDisplay(Display):
    """Loaded shares of two outlets in their own words joined by a line, one row per concept.

    Thin lines are Wilson's 95% intervals over effective numbers of namings (those of one article
    count for less than as many articles). A share of under five namings is faint. Beside each row
    stand both counts, n of N. Left out and counted are concepts that one of the two never named,
    and, unless there are no others, those that neither named with a loaded word.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per mark: ``lexicon, concept, outlet, scope, n, total, share, low, high``. From a
        comparison also ``n_eff``, what the total is worth as independent namings; with
        `misreading` ``own_expected, own_low, own_high``.
    """

    kind: ClassVar[str] = "dumbbell"
    heading: ClassVar[str] = "Loaded namings, outlet against outlet"
    question: ClassVar[str] = "How far apart are two outlets, concept by concept?"
    rank: ClassVar[int] = 30
    columns: ClassVar[tuple[str, ...]] = (
        "lexicon", "concept", "outlet", "scope", "n", "total", "share", "low", "high",
    )  # fmt: skip
    more: ClassVar[tuple[str, ...]] = ("n_eff",)

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        outlets: Sequence[str] | None = None,
        misreading: bool = False,
        **options: Any,
    ) -> Self:
        """Take the loaded shares of two outlets, by default the pair with the strongest evidence.

        Where no pair can be ranked (`Comparison.ranked`), those with the most namings. With
        `misreading`, beside each n of N stands too how many of all the outlet's namings of the
        concept are likely its own words: the 95% interval of `framing.voice.own_interval`.

        Raises
        ------
        SettingsError
            When `outlets` are not two outlets of the comparison.
        """
        shares = comparison.shares
        found = [str(name) for name in dict.fromkeys(shares["outlet"])]
        pair, why = _pair(comparison, found, outlets)
        kept = shares[shares["outlet"].isin(pair) & (shares["scope"] == "own")]
        ranked, silent, alike = _ranked(kept, pair)
        place = {name: i for i, name in enumerate(ranked[:_MOST])}
        data = kept[kept["concept"].isin(place) & (kept["total"] > 0)]
        data = data.sort_values("concept", key=lambda c: c.map(place), kind="stable")
        ends = [wilson(share * n, n) for share, n in zip(data["share"], data["n_eff"], strict=True)]
        data = data.assign(low=[e[0] for e in ends], high=[e[1] for e in ends])
        options.setdefault("order", pair)
        data = data[[*cls.columns, *cls.more]]
        if misreading:
            data = with_own_counts(data, comparison, ["lexicon", "concept", "outlet"])
        display = cls(data, **options)
        display._names = names_of(comparison)
        display.subtitle = "Loaded share of the namings in each outlet's own words, with n of N"
        display._tell_of(comparison, pair)
        gone = [
            (silent, "one of the two did not name"),
            (alike, "no loaded word names"),
        ]
        left = [f"{counted(n, 'concept')} that {what}" for n, what in gone if n]
        display.beyond = max(0, len(ranked) - _MOST)
        said = f"Left out: {'; '.join(left)}, {as_table('shares')}." if left else ""
        told = misread("of the thing") if misreading else ""
        display.warnings = tuple(filter(None, (shares_alone(comparison), why, CLEAR, said, told)))
        display.left_out = as_table("shares")
        return display

    def _keys(self) -> list[tuple[str, str]]:
        """Return (lexicon, concept) from top to bottom."""
        pairs = zip(self.data["lexicon"], self.data["concept"], strict=True)
        return [(str(lexicon), str(concept)) for lexicon, concept in dict.fromkeys(pairs)]

    def _rows_of(self, key: tuple[str, str]) -> list[dict[Any, Any]]:
        here = (self.data["lexicon"] == key[0]) & (self.data["concept"] == key[1])
        return self.data[here].to_dict("records")

    def finding(self) -> str:
        """Say the first two shares that lie apart beyond chance, or that none do.

        Three of five against six of six is no finding, and one pair of many is chosen: see `apart`.
        """
        enough = [
            concept
            for concept in self._keys()
            if len(counts := self._counts(concept)) == 2
            and min(total for _, total in counts.values()) >= FEW
        ]
        for concept in enough:
            if apart(self._rows_of(concept), len(enough)):
                counts = self._counts(concept)
                said = (
                    f"{self._named(name)}{chose} {n_of_n(*counts[name])}{times}"
                    for name, chose, times in zip(
                        self.outlets(), (" chose a loaded word", ""), (" times", ""), strict=False
                    )
                )
                return f"{begun(self._concept(concept))}: {', '.join(said)}"
        if not enough:
            return ""
        names = " and ".join(map(self._named, self.outlets()))
        return (
            f"{names}: no clear difference in how often they choose loaded words for any one thing"
        )

    def _counts(self, concept: tuple[str, str]) -> Counts:
        return {
            str(row["outlet"]): (int(row["n"]), int(row["total"])) for row in self._rows_of(concept)
        }

    @property
    def alt(self) -> str:
        """Both outlets' counts in their own words, concept by concept."""
        parts = []
        for concept in self._keys():
            own = {str(row["outlet"]): _told(row) for row in self._rows_of(concept)}
            counts = ", ".join(f"{name} {own[name]}" for name in self.outlets() if name in own)
            parts.append(f"{self._concept(concept)}: {counts}")
        if not parts:
            return self._empty()
        said = self._spoken("Dumbbell chart of loaded namings in the outlets' own words.")
        return f"{said} {listed(parts)}."

    def _empty(self) -> str:
        return "Nothing to draw: no concept was named by two outlets in their own words."

    def _draw(self, canvas: Canvas) -> str:
        names = self.outlets()
        entries = [
            LegendKey(name, self._color(name), "dot", _SHAPES[i % 2])
            for i, name in enumerate(names)
        ]
        entries.append(LegendKey("95% interval", "muted", "stroke"))
        if (self.data["total"] < FEW).any():
            entries.append(LegendKey(f"faint: under {FEW} namings", "ink", "dot", faint=True))
        canvas.key(entries)
        rows = [self._row(concept) for concept in self._keys()]
        left = draw_rows(canvas, rows, Axis(0, _END, PERCENT, "loaded share of own-voice namings"))
        return self._gone(len(left), "concept")

    def _row(self, concept: tuple[str, str]) -> ChartRow:
        rows = {str(row["outlet"]): row for row in self._rows_of(concept)}
        names = [name for name in self.outlets() if name in rows]
        aside = " · ".join(_told(rows[name]) for name in names)

        def draw(plot: Plot, y: float) -> None:
            canvas, em = plot.canvas, plot.canvas.base
            ends = [plot.x(float(rows[name]["share"])) for name in names]
            canvas.stroke((min(ends), y), (max(ends), y), color="muted", width=1.6)
            for i, name in enumerate(names):
                row, color = rows[name], self._color(name)
                at, few = y + (i - 0.5) * 0.72 * em, int(row["total"]) < FEW
                if pd.notna(row["low"]):
                    canvas.stroke((plot.x(row["low"]), at), (plot.x(row["high"]), at),
                                  color="muted" if few else color, width=0.9)  # fmt: skip
                shape = _SHAPES[self.outlets().index(name) % 2]
                canvas.dot(plot.x(float(row["share"])), y, color, radius=0.46 * em, shape=shape,
                           faint=few, link=_link(row))  # fmt: skip

        few = min(int(rows[name]["total"]) for name in names) < FEW
        return ChartRow(name=self._concept(concept), aside=aside, draw=draw, tall=2.1, quiet=few)


def _told(row: dict[Any, Any]) -> str:
    """Return an outlet's n of N, with its likely own words where they are told."""
    return n_of_n(int(row["n"]), int(row["total"])) + own_between(row)


def _link(row: dict[Any, Any]) -> Link:
    about = {name: str(row[name]) for name in ("lexicon", "concept", "outlet", "scope")}
    return {**about, "n": int(row["n"]), "of": int(row["total"])}


def _pair(
    comparison: Comparison, found: list[str], outlets: Sequence[str] | None
) -> tuple[list[str], str]:
    """Return the two outlets to draw, and why these."""
    if outlets is not None:
        if len(outlets) != 2 or any(name not in found for name in outlets):
            raise SettingsError(
                f"outlets={list(outlets)!r}: a dumbbell chart joins two outlets of "
                f"{', '.join(found) or 'none'}"
            )
        return list(outlets), ""
    every = comparison.shares[comparison.shares["scope"] == "all"]
    totals = every.groupby("outlet")["total"].sum()
    chosen = sorted(found, key=lambda name: (-int(totals.get(name, 0)), name))[:2]
    why = "with the most namings"
    pairs = comparison.ranked()
    pairs = pairs[pairs["kind"] == "pair"]
    if len(pairs):
        chosen = [str(pairs.iloc[0][name]) for name in ("outlet_a", "outlet_b")]
        why = "with the strongest evidence of a difference"
    said = f"The two of {len(found)} outlets {why}." if len(found) > 2 else ""
    return [name for name in found if name in chosen], said


def _ranked(data: pd.DataFrame, outlets: list[str]) -> tuple[list[str], int, int]:
    """Order concepts by what they weigh in the matched test: w (p₁ − p₀), w = n₁n₀/(n₁+n₀).

    So a large gap on a single naming does not come before a smaller one on many; concepts that
    one side named less than five times come after all others. Returned are also how many one of
    the two never named, and how many neither named with a loaded word.
    """
    if len(outlets) < 2:
        return [], 0, 0
    counts: dict[str, Counts] = {}
    for row in data.to_dict("records"):
        cell = (int(row["n"]), int(row["total"]))
        counts.setdefault(str(row["concept"]), {})[str(row["outlet"])] = cell

    def cells(name: str) -> list[tuple[int, int]]:
        return [counts[name].get(outlet, (0, 0)) for outlet in outlets]

    named = [name for name in counts if any(total for _, total in cells(name))]
    both = [name for name in named if all(total for _, total in cells(name))]
    loaded = [name for name in both if any(n for n, _ in cells(name))]

    def rank(name: str) -> tuple[bool, float, int, str]:
        (x1, n1), (x0, n0) = cells(name)
        return min(n1, n0) < FEW, -abs(x1 * n0 - x0 * n1) / (n1 + n0), -(n1 + n0), name

    shown = loaded or both
    return sorted(shown, key=rank), len(named) - len(both), len(both) - len(shown)
