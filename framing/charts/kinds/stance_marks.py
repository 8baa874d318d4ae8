"""Stance: how outlets' writing differs by feature; toward a declared party, the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.canvas import Canvas, LegendKey
from framing.charts.counted import counted_mentions
from framing.charts.display import Display, Link
from framing.charts.evidence import FEW, as_table
from framing.charts.featured import TICKS, feature_rows
from framing.charts.labels import begun, counted, listed, tidy
from framing.charts.rowed import Axis, ChartRow, Plot, draw_rows
from framing.comparison import SCOPES
from framing.comparison.stancetable import bound_directions
from framing.stance.catalogue import CUE_MEANINGS
from framing.statistics import MIN_EVENTS, bootstrap_ratio

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["StanceDisplay"]

_SCOPES = ("own", "outlet_worded")
_MOST_TARGETS, _MOST_FEATURES = 8, 14
_SHAPES = ("o", "s", "^", "D", "v")
_SUPPRESSED = "too few"
_NOT_VALIDATED = "The target index is not validated: too few roles are found to bear a conclusion."
_INTERVALS = "Intervals: 95%, bootstrap over events; approximate under 20 events, none under 6."
_UNTESTED = "A description without a test; the table stance has differences within events."
_NUMBERS = dict.fromkeys(("value", "low", "high", "p_value"), "float64")


class StanceDisplay(Display):
    """How often each outlet hedges, doubts, leaves agents out …, beside the other outlets together.

    That is a description without test or interval: one row per feature, one mark per outlet. Only
    where a target was declared in `compare` a forest plot of the target index stands in its place,
    marked as not validated. The index runs from −1 (every naming against the target) to +1 (every
    one in favour); large filled marks are own words, small hollow ones own and attributed words.
    From six events on, each has a 95% interval over events. The differences within events follow
    as squares, with their interval and the p-value of the sign-flip test, or why there is none.
    What has no value has no row.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per mark: ``target, row, outlet, scope, value, low, high, n, events, p_value,
        words``, and from a comparison ``outlet_a, outlet_b``, the sides of a difference. `row` is
        ``index``, ``difference`` or ``feature`` (`target` is then the feature, `value` log2 of
        the ratio of rates, `n` its uses); `n` are the namings bound to the target; `words` say
        what stands beside the mark.
    """

    kind: ClassVar[str] = "stance"
    heading: ClassVar[str] = "How namings lean toward each party (not validated)"
    question: ClassVar[str] = "How do the outlets hedge, doubt and leave out who acts?"
    rank: ClassVar[int] = 55
    columns: ClassVar[tuple[str, ...]] = (
        "target", "row", "outlet", "scope", "value", "low", "high", "n", "events", "p_value",
        "words",
    )  # fmt: skip
    more: ClassVar[tuple[str, ...]] = ("outlet_a", "outlet_b")

    @classmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Take the target index by outlet, and the differences where a target was declared."""
        target = comparison.settings.target
        if target is None:
            return cls._of_features(comparison, options)
        rows = _indices(comparison.targets) + _differences(comparison.differences, target)
        data = pd.DataFrame(rows, columns=[*cls.columns, *cls.more]).astype(_NUMBERS)
        declared = set(data.loc[data["row"] == "difference", "target"])
        n = data[(data["row"] == "index") & (data["scope"] == "outlet_worded")]
        totals = n.groupby("target")["n"].sum()
        empty = data["value"].isna() & ~((data["row"] == "difference") & (data["scope"] == "own"))
        data = data[~empty]
        ranked = sorted(
            dict.fromkeys(data["target"]),
            key=lambda t: (t not in declared, -int(totals.get(t, 0)), t),
        )
        place = {name: i for i, name in enumerate(ranked[:_MOST_TARGETS])}
        data = data[data["target"].isin(place)]
        data = data.sort_values("target", key=lambda c: c.map(place), kind="stable")
        data = _with_intervals(data.reset_index(drop=True), comparison)
        if data["value"].isna().all():
            data = data.iloc[:0]
        display = cls(data, **options)
        display.subtitle = "From −1, every naming against the party, to +1, every one in its favour"
        display.warnings = (_NOT_VALIDATED,)
        if data["low"].notna().any():
            display.warnings += (_INTERVALS,)
        left = sum(1 for name in totals.index if totals[name]) - len(place)
        if left > 0:
            more = counted(left, "party with fewer namings", "parties with fewer namings")
            display.warnings += (f"Left out: {more}, {as_table('targets')}.",)
        display._tell_of(comparison)
        display.left_out = as_table("targets")
        return display

    @classmethod
    def _of_features(cls, comparison: Comparison, options: dict[str, Any]) -> Self:
        """Take the differences of stance features, the clearest (ratio times √n) first."""
        found = [row for row in feature_rows(comparison.stance) if row[2] is not None]
        apart: dict[str, float] = {}
        for feature, _, value, n, _ in found:
            if n >= FEW:
                apart[feature] = max(apart.get(feature, 0.0), abs(value) * n**0.5)
        kept = sorted(apart, key=lambda name: (-apart[name], name))
        rows = [(feature, "feature", outlet, "own", value, None, None, n, None, None, words, None,
                 None) for feature, outlet, value, n, words in found
                if feature in kept[:_MOST_FEATURES]]  # fmt: skip
        data = pd.DataFrame(rows, columns=[*cls.columns, *cls.more]).astype(_NUMBERS)
        place = {name: i for i, name in enumerate(kept)}
        data = data.sort_values("target", key=lambda c: c.map(place), kind="stable")
        display = cls(data, **options)
        display._lacking = "features are set beside those of another outlet that has them too"
        display.heading = "How stance features differ"  # type: ignore[misc]  # of this one alone
        display.subtitle = (
            "How often each outlet uses a feature, for the length of its own text, against all "
            "other outlets together"
        )
        display._tell_of(comparison)
        display.warnings = (_UNTESTED,)
        if len(kept) > _MOST_FEATURES:
            more = counted(len(kept) - _MOST_FEATURES, "feature that differs less",
                           "features that differ less")  # fmt: skip
            display.warnings += (f"Left out: {more}, {as_table('stance')}.",)
        display.left_out = as_table("stance")
        return display

    _lacking = "no outlet has five namings bound to one party"

    @property
    def _features(self) -> bool:
        return bool((self.data["row"] == "feature").any())

    def finding(self) -> str:
        """Say the largest ratio of a feature with enough uses; of the index nothing is said."""
        rows = self.data[(self.data["row"] == "feature") & (self.data["n"] >= 2 * FEW)]
        if rows.empty:
            return ""
        clear = rows["value"].abs() * rows["n"] ** 0.5
        top = rows.iloc[int(clear.to_numpy().argmax())]
        times = 2 ** float(top["value"])
        if round(times, 1) == 1:
            return ""
        said = f"{times:.{1 if times > 0.95 else 2}f} times as often as"
        others = tidy(str(top["words"]).rpartition(";")[2].split(" of ")[0].rpartition(" ")[0])
        others = self._spoken("the other outlets") if others == "others" else self._named(others)
        return f"{begun(_meaning(top['target']))}: {self._named(top['outlet'])} {said} {others}"

    @property
    def alt(self) -> str:
        """The value in own words of every row, with its n or its test."""
        own = self.data[self.data["scope"] == "own"]
        parts = [
            f"{row['target']}, {row['outlet']}: "
            + ("no value" if pd.isna(row["value"]) else f"{row['value']:+.2f}")
            + f" ({row['words']})"
            for row in own.to_dict("records")
        ]
        if not parts:
            return self._empty()
        if self._features:
            said = self._spoken("Stance features, log2 of each outlet's rate by the others'.")
            return f"{said} {listed(parts)}."
        said = self._spoken("Forest plot of the target index in the outlets' own words.")
        return f"{said} {listed(parts)}."

    def _empty(self) -> str:
        return f"Nothing to draw: {self._lacking}."

    def _draw(self, canvas: Canvas) -> str:
        if self._features:
            return self._strips(canvas)
        entries = [LegendKey("own words", "ink", "dot"),
                   LegendKey("own and attributed", "ink", "dot", hollow=True)]  # fmt: skip
        if (self.data["row"] == "difference").any():
            entries.append(LegendKey("difference within events", "ink", "dot", "s"))
        canvas.key([*entries, LegendKey("95% interval", "muted", "stroke")])
        rows: list[ChartRow] = []
        for target in dict.fromkeys(self.data["target"]):
            here = self.data[self.data["target"] == target]
            rows += [
                self._forest(str(target), outlet, here[here["outlet"] == outlet])
                for outlet in self.outlets()
                if outlet in set(here["outlet"])
            ]
        ends = self.data[["value", "low", "high"]].abs().max().max()
        reach = 1.05 if pd.isna(ends) else max(1.05, float(ends) * 1.05)
        ticks = [(value, f"{value:+g}" if value else "0") for value in (-1.0, -0.5, 0.0, 0.5, 1.0)]
        label = "against  ←  target index (not validated)  →  in favour"
        left = draw_rows(canvas, rows, Axis(-reach, reach, ticks, label, zero=0.0))
        return counted(len(left), "more row") if left else ""

    def _forest(self, target: str, outlet: str, rows: pd.DataFrame) -> ChartRow:
        marks = {str(mark["scope"]): mark for mark in rows.to_dict("records")}
        first = marks.get("own") or next(iter(marks.values()))

        def draw(plot: Plot, y: float) -> None:
            canvas, em = plot.canvas, plot.canvas.base
            for scope, mark in marks.items():
                if pd.isna(mark["value"]):
                    continue
                own = scope == "own"
                at = y + (-0.3 if own else 0.45) * em
                if not pd.isna(mark["low"]):
                    canvas.stroke(
                        (plot.x(mark["low"]), at),
                        (plot.x(mark["high"]), at),
                        color="ink" if own else "muted",
                        width=1.4 if own else 0.8,
                    )
                canvas.dot(plot.x(mark["value"]), at, "ink", radius=(0.42 if own else 0.26) * em,
                           shape="s" if mark["row"] == "difference" else "o", hollow=not own,
                           link=_link(mark))  # fmt: skip

        return ChartRow(name=outlet, group=f"toward {tidy(target)}", aside=str(first["words"]),
                   link=_link(first), draw=draw, tall=2.1)  # fmt: skip

    def _strips(self, canvas: Canvas) -> str:
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
                dict.fromkeys(self.data["target"])]  # fmt: skip
        label = self._spoken("times as often as the other outlets together")
        left = draw_rows(canvas, rows, Axis(-reach * 1.12, reach * 1.12, ticks, label, zero=0.0))
        return counted(len(left), "more feature") if left else ""

    def _strip(self, feature: str, few: bool, reach: float) -> ChartRow:
        rows = self.data[self.data["target"] == feature].sort_values("value", kind="stable")
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
                           shape=_SHAPES[at] if few else "o", faint=mark["n"] < FEW)  # fmt: skip
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


def _link(mark: dict[Any, Any]) -> Link | None:
    """Return what a row counts: the namings bound to the target, of one outlet or of two."""
    about = {name: str(mark[name]) for name in ("target", "scope")}
    if mark["row"] == "index":
        return {**about, "outlet": str(mark["outlet"]), "n": int(mark["n"])}
    sides = {side: mark.get(f"outlet_{side}") for side in ("a", "b")}
    if not isinstance(sides["a"], str) or not mark["events"]:
        return None
    named = {side: name for side, name in sides.items() if isinstance(name, str)}
    return {**about, **named, "show": "events", "n": int(mark["events"])}


def _indices(targets: pd.DataFrame) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for row in targets[targets["scope"].isin(_SCOPES)].to_dict("records"):
        n = int(row["n"])
        words = f"n = {n}" + ("" if n >= 5 or not n else f", {_SUPPRESSED}")
        rows.append((row["target"], "index", row["outlet"], row["scope"], row["value"], None, None,
                     n, None, None, words if n else "none", None, None))  # fmt: skip
    return rows


def _with_intervals(data: pd.DataFrame, comparison: Comparison) -> pd.DataFrame:
    """Add intervals to the indices that rest on six events or more: events are drawn anew."""
    mentions = counted_mentions(comparison)
    mentions = mentions[mentions["event"].notna()]
    seed = comparison.settings.seed
    for target in dict.fromkeys(data["target"]):
        bound = mentions.assign(leaning=bound_directions(mentions, target))
        bound = bound[bound["leaning"].notna()]
        for scope in _SCOPES:
            kept = bound[bound["voice"].isin(SCOPES[scope])]
            cells = kept.groupby(["outlet", "event"], sort=True)["leaning"].agg(["sum", "size"])
            for outlet in dict.fromkeys(kept["outlet"]):
                events = cells.loc[outlet]
                row = (data["row"] == "index") & (data["target"] == target)
                row &= (data["outlet"] == outlet) & (data["scope"] == scope)
                row &= data["value"].notna()
                if len(events) >= MIN_EVENTS and row.any():
                    ends = bootstrap_ratio(events["sum"], events["size"], seed=seed)
                    data.loc[row, ["low", "high"]] = ends
                    data.loc[row, "events"] = len(events)
                    data.loc[row, "words"] += f", {len(events)} events"
    return data


def _differences(differences: pd.DataFrame, target: str | None) -> list[tuple[Any, ...]]:
    """Take the contrasts over all concepts of the index toward the declared target."""
    rows: list[tuple[Any, ...]] = []
    if target is None:
        return rows
    kept = differences[
        differences["measure"].astype(str).str.startswith("target index")
        & differences["concept"].isna()
        & differences["scope"].isin(_SCOPES)
    ]
    for row in kept.to_dict("records"):
        other = row["outlet_b"] if isinstance(row["outlet_b"], str) else "the others"
        words = f"{int(row['events'])} events"
        if pd.notna(row["p_value"]):
            words += f", p = {float(row['p_value']):.3f}"
        elif int(row["events"]) < MIN_EVENTS:
            words = f"no test: {int(row['events'])} of {MIN_EVENTS} matched events"
        elif row["scope"] != "own":
            words += ", not tested"
        rows.append((target, "difference", f"{row['outlet_a']} − {other}", row["scope"],
                     row["difference"], row["low"], row["high"],
                     int(row["total_a"]) + int(row["total_b"]), int(row["events"]),
                     row["p_value"], words, row["outlet_a"],
                     row["outlet_b"] if isinstance(row["outlet_b"], str) else None))  # fmt: skip
    return rows
