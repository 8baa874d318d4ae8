"""Outlet map: outlets near the words they choose, by correspondence analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.correspondence import Correspondence, correspondence
from framing.charts.counted import plain_name, reading_of
from framing.charts.display import Display, Link
from framing.charts.labels import in_order, listed, percent, wrapped
from framing.charts.legend import dot, legend_below
from framing.charts.placing import PointLabel, place_labels
from framing.charts.style import GRID, INK, INTENSITY_COLORS, MUTED

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["OutletMapDisplay"]

_FEW_OUTLET = 20
_FEW_CELL = 5
_MOST_VARIANTS = 40


_SHAPES = {"outlet": "s", "against": "v", "favour": "^", "loaded": "D", "neutral": "o"}


class OutletMapDisplay(Display):
    """Outlets and variants as points of one plane.

    Outlets whose profiles of variants are alike lie together, and so do variants used by the
    same outlets; which outlet uses which variant is read by direction from the middle, not by
    distance. Axes carry their share of the inertia (what of the differences between profiles
    they show). Where counts are small, a warning stands under the map: points then move a lot
    with a few namings more or less.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a point: ``point, name, concept, reading, x, y, n, contribution, inertia_x,
        inertia_y``. `point` is ``outlet`` or ``variant``; `contribution` its part in the two
        axes' inertia, 0 to 1; the inertias are the axes' shares of the whole. From a comparison
        also ``lexicon``, that of a variant.
    """

    kind: ClassVar[str] = "map"
    heading: ClassVar[str] = "Outlets and the words they choose"
    columns: ClassVar[tuple[str, ...]] = (
        "point", "name", "concept", "reading", "x", "y", "n", "contribution", "inertia_x",
        "inertia_y",
    )  # fmt: skip

    more: ClassVar[tuple[str, ...]] = ("lexicon",)
    scope: str = "own"
    palette: ClassVar = {
        "outlet": INK, "against": INTENSITY_COLORS[3], "favour": "#1c6a9c", "loaded": "#6b4c9a",
        "neutral": INTENSITY_COLORS[0],
    }  # fmt: skip

    @classmethod
    def from_comparison(cls, comparison: Comparison, *, scope: str = "own", **options: Any) -> Self:
        """Analyse the counts of all used variants by outlet in one scope, own words by default."""
        naming = comparison.naming[comparison.naming["scope"] == scope]
        keys = ["lexicon", "concept", "variant"]
        wide = naming.pivot_table(
            index=keys, columns="outlet", values="n", aggfunc="sum", fill_value=0
        )
        wide = wide.loc[wide.sum(axis=1) > 0, wide.sum(axis=0) > 0]
        if min(wide.shape) < 2:
            return cls(pd.DataFrame(columns=list(cls.columns)), **options)
        about = naming.drop_duplicates(keys).set_index(keys)
        found = correspondence(wide.to_numpy().T)
        display = cls(_points(wide, about, found), **options)
        display.scope = scope
        display.warnings = _warnings(wide)
        return display

    def outlets(self) -> list[str]:
        """Return the outlets on the map."""
        return in_order(self.data.loc[self.data["point"] == "outlet", "name"], self.order)

    @property
    def alt(self) -> str:
        """Where each outlet lies, and the variants that lie farthest its way."""
        if self.data.empty:
            return self._empty()
        first = self.data.iloc[0]
        parts = [
            f"{row['name']} at {row['x']:+.2f}, {row['y']:+.2f} (n = {row['n']})"
            for row in self.data[self.data["point"] == "outlet"].to_dict("records")
        ]
        variants = self.data[self.data["point"] == "variant"]
        far = variants.sort_values("contribution", ascending=False, kind="stable")
        names = ", ".join(plain_name(name) for name in far["name"].head(5))
        return (
            f"Map of outlets and variants; the axes show {percent(first['inertia_x'])} and "
            f"{percent(first['inertia_y'])} of the inertia. {listed(parts, rest='outlets')}. "
            f"Variants that shape it most: {names}. {' '.join(self.warnings)}"
        ).strip()

    def _empty(self) -> str:
        return "Nothing to draw: a map needs two outlets and two variants in their own words."

    def _size(self) -> tuple[float, float]:
        return 5.6, 4.4

    def _counted(self, row: dict[Any, Any]) -> Link:
        """Return what a point counts: an outlet's namings, or those with one variant."""
        if row["point"] == "outlet":
            return {"outlet": str(row["name"]), "scope": self.scope, "n": int(row["n"])}
        names = {"concept": str(row["concept"]), "variant": str(row["name"])}
        return {**names, "lexicon": row.get("lexicon"), "scope": self.scope, "n": int(row["n"])}

    def _labels(self) -> list[PointLabel]:
        """Return the outlets' labels, then those of the variants; points in one place share one."""
        labels = [
            PointLabel(row["x"], row["y"], wrapped(row["name"], 22), INK, 8, "bold",
                       id=self._link(self._counted(row)))
            for row in self.data[self.data["point"] == "outlet"].to_dict("records")
        ]  # fmt: skip
        variants = self.data[self.data["point"] == "variant"]
        variants = variants.sort_values("contribution", ascending=False, kind="stable")
        for _, rows in variants.groupby(["x", "y"], sort=False):
            x, y = float(rows["x"].iloc[0]), float(rows["y"].iloc[0])
            names = list(dict.fromkeys(plain_name(name) for name in rows["name"]))
            lines = [", ".join(names[i : i + 2]) for i in range(0, min(len(names), 6), 2)]
            more = f"\nand {len(names) - 6} more" if len(names) > 6 else ""
            name = self._link(self._counted(rows.iloc[0].to_dict())) if len(rows) == 1 else None
            labels.append(PointLabel(x, y, ",\n".join(lines) + more, INK, 6.5, id=name))
        return labels

    def _draw(self, ax: Axes) -> None:
        ax.axhline(0, color=GRID, lw=0.8, zorder=0)
        ax.axvline(0, color=GRID, lw=0.8, zorder=0)
        _limits(ax, self.data)
        for row in self.data.to_dict("records"):
            look = "outlet" if row["point"] == "outlet" else row["reading"]
            size, edge = (7, 0) if look == "outlet" else (4.5, 0.4)
            (point,) = ax.plot([row["x"]], [row["y"]], _SHAPES[look], color=self.colors[look],
                               ms=size, mec=MUTED, mew=edge,
                               zorder=3 if look == "outlet" else 2)  # fmt: skip
            self._opens(point, self._counted(row))
        written = place_labels(ax, self._labels())
        inertia = self.data.iloc[0]
        ax.set_xlabel(f"first axis, {percent(inertia['inertia_x'])} of inertia")
        ax.set_ylabel(f"second axis, {percent(inertia['inertia_y'])} of inertia")
        used = {"outlet", *self.data["reading"].dropna()}
        handles = [
            dot(shape, self.colors[name], name if name == "outlet" else f"variant, {name}", size=5)
            for name, shape in _SHAPES.items()
            if name in used
        ]
        if not all(written):
            handles.append(dot("", INK, f"{written.count(False)} labels without room left out"))
        legend_below(ax, handles, columns=3)


def _points(wide: pd.DataFrame, about: pd.DataFrame, found: Correspondence) -> pd.DataFrame:
    def at(values: Any, axis: int) -> float:
        return float(values[axis]) if axis < len(values) else 0.0

    whole = float(found.inertias.sum())
    shares = [at(found.inertias, k) / whole if whole else 0.0 for k in (0, 1)]
    rows: list[tuple[Any, ...]] = []
    for i, outlet in enumerate(wide.columns):
        part = float(found.row_shares[i, :2] @ found.inertias[:2])
        rows.append(("outlet", outlet, None, None, at(found.rows[i], 0), at(found.rows[i], 1),
                     int(wide[outlet].sum()), part, None))  # fmt: skip
    variants: list[tuple[Any, ...]] = []
    for j, key in enumerate(wide.index):
        info = about.loc[key]
        part = float(found.column_shares[j, :2] @ found.inertias[:2])
        reading = reading_of(
            int(info["intensity"] or 0),
            int(info["direction"]) if pd.notna(info["direction"]) else 0,
        )
        variants.append(("variant", key[2], key[1], reading, at(found.columns[j], 0),
                         at(found.columns[j], 1), int(wide.loc[key].sum()), part,
                         key[0]))  # fmt: skip
    variants.sort(key=lambda row: (-row[7], row[2], row[1]))
    columns = OutletMapDisplay.columns
    table = pd.DataFrame(
        rows + variants[:_MOST_VARIANTS], columns=[*columns[:8], *OutletMapDisplay.more]
    )
    both = float(found.inertias[:2].sum())
    table["contribution"] = table["contribution"] / both if both else 0.0
    # Tiny rounding differences between processors would change bytes and nothing else.
    table[["x", "y", "contribution"]] = table[["x", "y", "contribution"]].round(9) + 0.0
    return table.assign(inertia_x=shares[0], inertia_y=shares[1])[[*columns, "lexicon"]]


def _warnings(wide: pd.DataFrame) -> tuple[str, ...]:
    total, cells = int(wide.to_numpy().sum()), wide.shape[0] * wide.shape[1]
    few = [str(name) for name in wide.columns if wide[name].sum() < _FEW_OUTLET]
    found = []
    if total < _FEW_CELL * cells or few:
        who = f"; under {_FEW_OUTLET} namings: {listed(few, 6, 'outlets')}" if few else ""
        found.append(
            f"Small numbers: {total} namings in {cells} cells{who}. Read the map as a sketch."
        )
    if wide.shape[1] == 2:
        found.append("Two outlets have one axis only; the second is empty.")
    if wide.shape[0] > _MOST_VARIANTS:
        found.append(f"The {_MOST_VARIANTS} of {wide.shape[0]} variants that shape it most.")
    return tuple(found)


def _limits(ax: Axes, data: pd.DataFrame) -> None:
    """Set limits with room for labels, a unit being as long on both axes where both are used."""
    box = ax.get_window_extent()
    spans = []
    for name, length in (("x", box.width), ("y", box.height)):
        low, high = float(data[name].min()), float(data[name].max())
        spans.append(((low + high) / 2, max(high - low, 0.2) * 1.4, length))
    unit = max(span / length for _, span, length in spans)
    (x, _, wide), (y, _, high) = spans
    ax.set_xlim(x - unit * wide / 2, x + unit * wide / 2)
    ax.set_ylim(y - unit * high / 2, y + unit * high / 2)
