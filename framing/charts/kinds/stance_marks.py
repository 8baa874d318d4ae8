"""Stance: how often outlets hedge, doubt, leave out who acts …, beside one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.canvas import Canvas, LegendKey
from framing.charts.display import Display, Link
from framing.charts.evidence import BY_CHANCE, FEW, as_table
from framing.charts.featured import TICKS, feature_rows, other_side_of
from framing.charts.labels import begun, listed, tidy
from framing.charts.ownapart import pooled_p
from framing.charts.rowed import Axis, ChartRow, Plot, draw_rows
from framing.comparison import Query
from framing.comparison.lines import places_of
from framing.language.numberwords import counted
from framing.stance.catalogue import CUE_MEANINGS
from framing.statistics.exchange import LEAST_P

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["StanceDisplay"]

_MOST_FEATURES = 14
_SHAPES = ("o", "s", "^", "D", "v")
_UNTESTED = "A description without a test; the table stance has differences within events."
_TESTED = (
    "The marks are a description without a test; the title's difference is that of the table "
    "stance, within events, with all that it tests counted in."
)


class StanceDisplay(Display):
    """How often each outlet hedges, doubts, leaves agents out …, beside the other outlets together.

    That is a description without test or interval: one row per feature, one mark per outlet. The
    title names a feature that differs beyond chance within events, if one does. How words lean
    toward a party is no part of it: that index is not validated and stands in the table of targets
    alone.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per mark: ``feature, outlet, scope, value, n, words``. `value` is log2 of the ratio
        of rates, `n` the outlet's uses, `words` both counts. From a comparison also ``measure``, of
        the table `stance`, ``rows``: how many cues or reported passages the mark opens, and
        ``p_value``: that of this difference within events, adjusted, missing without a test.
    """

    kind: ClassVar[str] = "stance"
    heading: ClassVar[str] = "How stance features differ"
    question: ClassVar[str] = "How do the outlets hedge, doubt and leave out who acts?"
    rank: ClassVar[int] = 55
    columns: ClassVar[tuple[str, ...]] = ("feature", "outlet", "scope", "value", "n", "words")
    more: ClassVar[tuple[str, ...]] = ("measure", "rows", "p_value")

    @classmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Take the differences of stance features, the clearest (ratio times √n) first."""
        found = [row for row in feature_rows(comparison.stance) if row[2] is not None]
        apart: dict[str, float] = {}
        for feature, _, value, n, *_ in found:
            if n >= FEW:
                apart[feature] = max(apart.get(feature, 0.0), abs(value) * n**0.5)
        kept = sorted(apart, key=lambda name: (-apart[name], name))
        rows = [
            (feature, outlet, scope, value, n, words, measure)
            for feature, outlet, value, n, words, measure, scope in found
            if feature in kept[:_MOST_FEATURES]
        ]
        data = pd.DataFrame(rows, columns=[*cls.columns, "measure"]).astype({"value": "float64"})
        data["rows"] = [
            len(places_of(comparison.material, _query(row))) for row in data.to_dict("records")
        ]
        tested = _tested(comparison.stance)
        data["p_value"] = [
            tested.get((measure, outlet, value > 0))
            for measure, outlet, value in data[["measure", "outlet", "value"]].values.tolist()
        ]
        data = data.astype({"p_value": "float64"})
        place = {name: i for i, name in enumerate(kept)}
        data = data.sort_values("feature", key=lambda c: c.map(place), kind="stable")
        display = cls(data, **options)
        display.subtitle = (
            "How often each outlet uses a feature, for the length of its own text, against all "
            "other outlets together"
        )
        display._tell_of(comparison)
        display.warnings = (_UNTESTED if data["p_value"].isna().all() else _TESTED,)
        if len(kept) > _MOST_FEATURES:
            more = counted(len(kept) - _MOST_FEATURES, "feature that differs less",
                           "features that differ less")  # fmt: skip
            display.warnings += (f"Left out: {more}, {as_table('stance')}.",)
        display.left_out = as_table("stance")
        return display

    def finding(self) -> str:
        """Say the largest ratio of a feature with enough uses, one beyond chance if there is."""
        rows = self.data[self.data["n"] >= 2 * FEW]
        if rows.empty:
            return ""
        rows, doubt = self._beyond_chance(rows)
        sure = rows["value"].abs() * rows["n"] ** 0.5
        top = rows.iloc[int(sure.to_numpy().argmax())]
        times, one = 2 ** float(top["value"]), self._named(top["outlet"])
        if round(times, 1) == 1:
            return ""
        other = tidy(other_side_of(str(top["words"])))
        others = self._spoken("the other outlets") if other == "others" else self._named(other)
        if times < 1 and other != "others":  # of two, the one that has it more often comes first
            one, others, times = others, one, 1 / times
        said = f"{times:.{1 if times > 0.95 else 2}f} times as often as"
        told = f"{begun(_meaning(top['feature']))}: {one} {said} {others}"
        return f"{told}{doubt}"

    @staticmethod
    def _beyond_chance(rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
        """Return what a title may name, and what it adds where nothing is beyond chance."""
        if "p_value" not in rows or rows["p_value"].isna().all():
            return rows, " (not tested)"
        clear = rows[rows["p_value"] <= LEAST_P]
        return (clear, "") if len(clear) else (rows.dropna(subset="p_value"), f" ({BY_CHANCE})")

    @property
    def alt(self) -> str:
        """The ratio of every mark, with both counts."""
        parts = [
            f"{row['feature']}, {row['outlet']}: {row['value']:+.2f} ({row['words']})"
            for row in self.data.to_dict("records")
        ]
        if not parts:
            return self._empty()
        said = self._spoken("Stance features, log2 of each outlet's rate by the others'.")
        return f"{said} {listed(parts)}."

    def _empty(self) -> str:
        return "Nothing to draw: features are set beside those of another outlet that has them too."

    def _draw(self, canvas: Canvas) -> str:
        """Draw a row per feature with all outlets on it, told by shape and colour, or named."""
        names = self.outlets()
        few = len(names) <= len(_SHAPES)
        if few:
            canvas.key([LegendKey(name, self._color(name), "dot", _SHAPES[i])
                        for i, name in enumerate(names)])  # fmt: skip
        else:
            canvas.key(
                [LegendKey(self._spoken("one outlet; the two ends are named"), "muted", "dot")]
            )
        reach = min(3.0, max(1.0, float(self.data["value"].abs().max())))
        ticks = [(float(at), words) for at, words in TICKS.items() if abs(at) <= reach]
        rows = [self._strip(str(feature), few, reach) for feature in
                dict.fromkeys(self.data["feature"])]  # fmt: skip
        label = self._spoken("times as often as the other outlets together")
        left = draw_rows(canvas, rows, Axis(-reach * 1.12, reach * 1.12, ticks, label, zero=0.0))
        return counted(len(left), "more feature") if left else ""

    def _strip(self, feature: str, few: bool, reach: float) -> ChartRow:
        rows = self.data[self.data["feature"] == feature].sort_values("value", kind="stable")
        marks = rows.to_dict("records")
        total = sum(int(mark["n"]) for mark in marks)

        def draw(plot: Plot, y: float) -> None:
            canvas, em, names = plot.canvas, plot.canvas.base, self.outlets()
            for place, mark in enumerate(marks):
                outlet, end = str(mark["outlet"]), place in (0, len(marks) - 1)
                at = names.index(outlet)
                color = self._color(outlet) if few else "ink" if end else "muted"
                value = max(-reach, min(reach, float(mark["value"])))
                canvas.dot(plot.x(value), y, color, radius=0.4 * em,
                           shape=_SHAPES[at] if few else "o", faint=mark["n"] < FEW,
                           link=_link(mark))  # fmt: skip
                if end and not few and mark["n"] >= FEW:
                    self._name_end(plot, outlet, (plot.x(value), y), left=not place)

        return ChartRow(name=_feature(feature), aside=f"{total:,} uses", draw=draw, tall=1.7)

    def _name_end(self, plot: Plot, outlet: str, at: tuple[float, float], *, left: bool) -> None:
        canvas, em = plot.canvas, plot.canvas.base
        room = (at[0] - plot.left if left else plot.right - at[0]) - em
        if room > 4 * em:
            name = canvas.lines(outlet, room, size=0.8, most=1)[0]
            canvas.word(at[0] + (-0.7 if left else 0.7) * em, at[1], name, size=0.8,
                        color="muted", align="right" if left else "left")  # fmt: skip


def _meaning(feature: object) -> str:
    """Say a feature in words, where its id is a term of the trade."""
    return CUE_MEANINGS.get(str(feature).replace(" ", "_"), tidy(feature))


def _feature(feature: str) -> str:
    """Name a feature and say what it is."""
    meaning = _meaning(feature)
    return meaning if meaning == tidy(feature) else f"{tidy(feature)}: {meaning}"


def _query(mark: dict[Any, Any]) -> Query:
    """Return what a mark counts, or what holds the words counted."""
    return Query.of_row({name: mark[name] for name in ("measure", "outlet", "scope")})


def _link(mark: dict[Any, Any]) -> Link | None:
    if not mark.get("rows"):
        return None
    return {**_query(mark).data(), "n": int(mark["rows"])}


def _tested(stance: pd.DataFrame) -> dict[tuple[str, str, bool], float]:
    """Return p of each measure of each outlet against all others, or the one other; by its sign.

    Where sides pool outlets it is the larger of that and the one with whole outlets exchanged. A
    ratio over all articles that points the other way than the difference within events has none.
    """
    if "p_adjusted" not in stance:
        return {}
    two = stance["outlet"].nunique() == 2
    kinds = ("pair", "reference") if two else ("rest",)
    rows = stance[stance["kind"].isin(kinds) & stance["p_adjusted"].notna()]
    found: dict[tuple[str, str, bool], float] = {}
    for row in rows.to_dict("records"):
        measure, more = str(row["measure"]), row["value"] > 0
        p_value = pooled_p(row)
        found[measure, str(row["outlet"]), more] = p_value
        if two:
            found[measure, str(row["outlet_b"]), not more] = p_value
    return found
