"""Stance toward targets: each outlet's index with its n, and the differences within events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.counted import counted_mentions
from framing.charts.display import Display, Link
from framing.charts.features import draw_scale, feature_rows
from framing.charts.labels import left_out, listed, tidy
from framing.charts.legend import dot, legend_below
from framing.charts.rows import draw_rows, lay_out
from framing.charts.style import INK, MUTED
from framing.comparison import SCOPES
from framing.comparison.stance import bound_directions
from framing.statistics import MIN_EVENTS, bootstrap_ratio

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D

    from framing.comparison import Comparison

__all__ = ["StanceDisplay"]

_SCOPES = {"own": -0.15, "outlet_worded": 0.22}
_MOST_TARGETS = 8
_SUPPRESSED = "too few"
_NOT_VALIDATED = "The target index is not validated: too few roles are found to bear a conclusion."
_INTERVALS = "Intervals: 95%, bootstrap over events; approximate under 20 events, none under 6."
_NUMBERS = dict.fromkeys(("value", "low", "high", "p_value"), "float64")


class StanceDisplay(Display):
    """How often each outlet hedges, doubts, leaves agents out …, beside the other outlets together.

    That is a description without test or interval. Only where a target was declared in `compare`
    a forest plot of the target index stands in its place, marked as not validated. The index
    runs from −1 (every naming against the target) to +1 (every one in favour); large filled marks
    are own words, small hollow ones own and attributed. From six events on, each has a 95%
    interval over events. The differences within events follow as squares, with their interval
    and the p-value of the sign-flip test, or why there is none.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a mark: ``target, row, outlet, scope, value, low, high, n, events, p_value,
        words``, and from a comparison ``outlet_a, outlet_b``, the sides of a difference. `row` is
        ``index``, ``difference`` or ``feature`` (`target` is then the feature, `value` log2 of
        the ratio of rates, `n` its uses); `n` are the namings bound to the target; `value` is
        missing where n is under 5; `words` say what stands beside the mark.
    """

    kind: ClassVar[str] = "stance"
    heading: ClassVar[str] = "How namings lean toward each party (not validated)"
    columns: ClassVar[tuple[str, ...]] = (
        "target", "row", "outlet", "scope", "value", "low", "high", "n", "events", "p_value",
        "words",
    )  # fmt: skip

    more: ClassVar[tuple[str, ...]] = ("outlet_a", "outlet_b")
    palette: ClassVar = {"own": INK, "outlet_worded": INK}

    @classmethod
    def from_comparison(cls, comparison: Comparison, **options: Any) -> Self:
        """Take the target index by outlet, and the differences where a target was declared."""
        target = comparison.settings.target
        if target is None:
            return cls._of_features(comparison, options)
        rows = _indices(comparison.targets) + _differences(comparison.differences, target)
        data = pd.DataFrame(rows, columns=[*cls.columns, *cls.more]).astype(_NUMBERS)
        names = list(dict.fromkeys(data["target"]))
        n = data[(data["row"] == "index") & (data["scope"] == "outlet_worded")]
        totals = n.groupby("target")["n"].sum()
        declared = set(data.loc[data["row"] == "difference", "target"])
        valued = set(data.loc[data["value"].notna(), "target"])
        ranked = sorted(
            (t for t in names if t in valued or t in declared),
            key=lambda t: (t not in declared, -int(totals.get(t, 0)), t),
        )
        place = {name: i for i, name in enumerate(ranked[:_MOST_TARGETS])}
        data = data[data["target"].isin(place)]
        data = data.sort_values("target", key=lambda c: c.map(place), kind="stable")
        data = _with_intervals(data.reset_index(drop=True), comparison)
        display = cls(data, **options)
        display.warnings = (_NOT_VALIDATED,)
        if data["low"].notna().any():
            display.warnings += (_INTERVALS,)
        left = sum(1 for name in names if totals.get(name, 0)) - min(len(ranked), _MOST_TARGETS)
        if left > 0:
            display.warnings += (
                left_out(left, "party with fewer namings", "parties with fewer namings"),
            )
        return display

    @classmethod
    def _of_features(cls, comparison: Comparison, options: dict[str, Any]) -> Self:
        """Take the differences of stance features, the most used ones."""
        found = feature_rows(comparison.stance)
        kept = list(dict.fromkeys(row[0] for row in found))
        rows = [(feature, "feature", outlet, "own", value, None, None, n, None, None, words, None,
                 None) for feature, outlet, value, n, words in found
                if feature in kept[:_MOST_TARGETS]]  # fmt: skip
        data = pd.DataFrame(rows, columns=[*cls.columns, *cls.more]).astype(_NUMBERS)
        display = cls(data, **{"title": "How stance features differ", **options})
        if len(kept) > _MOST_TARGETS:
            left = len(kept) - _MOST_TARGETS
            display.warnings = (left_out(left, "less used feature", "less used features"),)
        return display

    @property
    def _features(self) -> bool:
        return bool((self.data["row"] == "feature").any())

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
            return f"Stance features, log2 of each outlet's rate by the others'. {listed(parts)}."
        return f"Forest plot of the target index in the outlets' own words. {listed(parts)}."

    def _empty(self) -> str:
        return "Nothing to draw: no outlet has five namings bound to one party."

    def _pairs(self) -> list[tuple[str, str]]:
        pairs = []
        for target in dict.fromkeys(self.data["target"]):
            here = self.data[self.data["target"] == target]
            outlets = [o for o in self.outlets() if o in set(here["outlet"])]
            pairs += [(self._group(target), outlet) for outlet in outlets]
        return pairs

    def _group(self, target: str) -> str:
        return tidy(target) if self._features else f"toward {tidy(target)}"

    def _size(self) -> tuple[float, float]:
        return 4.2, 0.4 * lay_out(self._pairs()).depth

    def _draw(self, ax: Axes) -> None:
        placed = lay_out(self._pairs())
        found = {
            (self._group(r["target"]), str(r["outlet"]), str(r["scope"])): r
            for r in self.data.to_dict("records")
        }
        across = ax.get_yaxis_transform()
        for row in placed.rows:
            for scope, offset in _SCOPES.items():
                mark = found.get((row.group, row.name, scope))
                if mark is None:
                    continue
                own, y = scope == "own", row.y + (0 if self._features else offset)
                drawn = _mark(ax, mark, y, own, str(self.colors[scope]))
                words = ax.text(1.02, y, mark["words"], va="center", fontsize=7 if own else 6,
                                color=INK if own else MUTED, transform=across)  # fmt: skip
                for one in (*drawn, words):
                    self._opens(one, _link(mark))
        draw_rows(ax, placed)
        ax.axvline(0, color=INK, lw=0.8, zorder=1)
        ax.grid(axis="x")
        if self._features:
            draw_scale(ax, self.data["value"])
            return
        ends = self.data[["value", "low", "high"]].abs().max().max()
        reach = 1.05 if pd.isna(ends) else max(1.05, float(ends) * 1.05)
        ax.set_xlim(-reach, reach)
        ax.set_xlabel(
            "← against\u2003\u2003target index (not validated), −1 to +1\u2003\u2003in favour →"
        )
        handles = [
            dot("o", self.colors["own"], "large: own words"),
            dot(
                "o", self.colors["outlet_worded"], "small: own and attributed", size=4, hollow=True
            ),
        ]
        if (self.data["row"] == "difference").any():
            handles.append(dot("s", self.colors["own"], "difference within events, 95% interval"))
        legend_below(ax, handles, columns=2)


def _link(mark: dict[Any, Any]) -> Link:
    """Return what a row counts: the namings bound to the target, of one outlet or of two."""
    if mark["row"] == "feature":
        return {"n": 0}  # cues are no namings: there is no list of lines to open
    about = {name: str(mark[name]) for name in ("target", "scope")}
    if mark["row"] == "index":
        return {**about, "outlet": str(mark["outlet"]), "n": int(mark["n"])}
    sides: Link = {side: _some(mark.get(f"outlet_{side}")) for side in ("a", "b")}
    return {**about, **sides, "show": "events", "n": int(mark["events"]) if sides["a"] else 0}


def _some(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _mark(ax: Axes, mark: dict[Any, Any], y: float, own: bool, color: str) -> list[Line2D]:
    if pd.isna(mark["value"]):
        return []
    if not pd.isna(mark["low"]):
        ax.plot([mark["low"], mark["high"]], [y, y], color=color, lw=1.4 if own else 0.8)
    shape = "s" if mark["row"] == "difference" else "o"
    return ax.plot([mark["value"]], [y], shape, color=color, ms=6.5 if own else 3.8,
                   mfc=color if own else "none", zorder=3)  # fmt: skip


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
                     row["p_value"], words, row["outlet_a"], _some(row["outlet_b"])))  # fmt: skip
    return rows
