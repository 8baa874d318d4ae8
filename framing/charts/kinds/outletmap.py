"""Outlet map: outlets near the words they choose, by correspondence analysis."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.canvas import SMALL, Canvas, LegendKey
from framing.charts.correspondence import Correspondence, correspondence
from framing.charts.counted import reading_of
from framing.charts.display import Display, Link
from framing.charts.evidence import FEW, as_table
from framing.charts.housestyle import INTENSITY_COLORS
from framing.charts.labels import in_order, listed, tidy, written
from framing.charts.plane import Field, PointLabel, place_labels
from framing.language.numberwords import percent
from framing.values import Scope

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["OutletMapDisplay"]

_FEW_OUTLET = 20
_FEW_CELL = 5
_MOST_VARIANTS = 40
_LABELLED = 16
_LEAST = 3
_NAMED = 3

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
        One row per point: ``point, name, concept, reading, x, y, n, contribution, inertia_x,
        inertia_y``. `point` is ``outlet`` or ``variant``; `contribution` its part in the two
        axes' inertia, 0 to 1; the inertias are the axes' shares of the whole. From a comparison
        also ``lexicon``, that of a variant.
    """

    kind: ClassVar[str] = "map"
    question: ClassVar[str] = "Which outlets choose alike?"
    rank: ClassVar[int] = 110
    heading: ClassVar[str] = "Outlets and the words they choose"
    columns: ClassVar[tuple[str, ...]] = (
        "point", "name", "concept", "reading", "x", "y", "n", "contribution", "inertia_x",
        "inertia_y",
    )  # fmt: skip

    more: ClassVar[tuple[str, ...]] = ("lexicon", "wording")
    scope: str = "own"
    palette: ClassVar = {
        "outlet": "#6e7781", "against": INTENSITY_COLORS[3], "favour": "#1c6a9c",
        "loaded": "#6b4c9a", "neutral": INTENSITY_COLORS[0],
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
        wide, rare = _without_rare(wide)
        # Of each variant the form that was written most often by the outlet that wrote it most.
        about = naming.sort_values("n", ascending=False, kind="stable")
        about = about.drop_duplicates(keys).set_index(keys)
        found = correspondence(wide.to_numpy().T)
        display = cls(_points(wide, about, found, comparison.material.against_doers), **options)
        display.scope = scope
        several = _in_articles(comparison, scope)
        display._unequal = tuple(key for key in _unequal(wide) if key in several)
        display.subtitle = "Outlets lie toward the words they write in their own voice"
        display._tell_of(comparison)
        display.warnings = (*_warnings(wide), *rare)
        display.left_out = as_table("naming")
        return display

    def outlets(self) -> list[str]:
        """Return the outlets on the map."""
        return in_order(self.data.loc[self.data["point"] == "outlet", "name"], self.order)

    _unequal: tuple[tuple[str, str, str], ...] = ()

    def finding(self) -> str:
        """Name the words that the outlets choose most unequally for one thing.

        Those that shape the map most may do so because one outlet writes more of their topic;
        those of one article alone are named by none.
        """
        rows = {_key(row): row for row in self.data.to_dict("records")}
        far = [rows[key] for key in self._unequal if key in rows][:_NAMED]
        said = ", ".join(f"“{self._word(row)}”" for row in far)
        whom = self._spoken("the outlets")
        begins = f"The words {whom} choose most unequally for one thing"
        return f"{begins}: {said} (not tested)" if far else ""

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
        names = ", ".join(self._word(row) for row in far.head(5).to_dict("records"))
        where = listed(parts, rest=self._side_words[1])
        return (
            f"Map of {self._side_words[1]} and words; the axes show "
            f"{percent(first['inertia_x'])} and {percent(first['inertia_y'])} of the inertia. "
            f"{where}. "
            f"Words that shape it most: {names}. {self._spoken(' '.join(self.warnings))}"
        ).strip()

    @staticmethod
    def _word(row: dict[Any, Any]) -> str:
        """Return a word as it was written."""
        return written(row.get("wording") or row["name"])[0]

    def _empty(self) -> str:
        return "Nothing to draw: a map needs two outlets and two words in their own voice."

    def _counted(self, row: dict[Any, Any]) -> Link:
        """Return what a point counts: an outlet's namings, or those with one variant."""
        if row["point"] == "outlet":
            return {"outlet": str(row["name"]), "scope": self.scope, "n": int(row["n"])}
        names = {"concept": str(row["concept"]), "variant": str(row["name"])}
        link = {**names, "lexicon": row.get("lexicon"), "scope": self.scope, "n": int(row["n"])}
        return {name: value for name, value in link.items() if value is not None}

    def _draw(self, canvas: Canvas) -> str:
        em, used = canvas.base, {"outlet", *self.data["reading"].dropna()}
        for_sides = {"outlet": self._side_words[0]}
        canvas.key(
            [LegendKey(for_sides.get(name, f"word, {name}"), str(self.colors[name]), "dot", shape)
             for name, shape in _SHAPES.items() if name in used]
        )  # fmt: skip
        tall = max(6 * em, min(canvas.room - 2.5 * em, 0.72 * canvas.width))
        field = _field(canvas, self.data, tall)
        for ends in (((field.x(0), field.top), (field.x(0), field.frame[3])),
                     ((field.left, field.y(0)), (field.frame[2], field.y(0)))):  # fmt: skip
            canvas.stroke(*ends)
        rows = self.data.to_dict("records")
        for row in rows:
            look = "outlet" if row["point"] == "outlet" else str(row["reading"])
            canvas.dot(field.x(row["x"]), field.y(row["y"]), str(self.colors[look]),
                       radius=(0.45 if look == "outlet" else 0.3) * em, shape=_SHAPES[look],
                       link=self._counted(row))  # fmt: skip
        labels, bare = self._labels(field, rows)
        place_labels(field, labels, obstacles=bare)
        inertia = self.data.iloc[0]
        canvas.top = field.frame[3] + 0.3 * em
        said = (
            f"Across: {percent(inertia['inertia_x'])} of what tells the outlets' profiles apart; "
            f"up: {percent(inertia['inertia_y'])}. An outlet lies in the direction of the words "
            "it uses more than the others do."
        )
        canvas.paragraph(self._spoken(said), size=SMALL, color="muted")
        return ""

    def _labels(
        self, field: Field, rows: list[dict[Any, Any]]
    ) -> tuple[list[PointLabel], list[tuple[float, float]]]:
        """Return labels of all outlets and of the words that shape the map most; other points."""
        labels = [
            PointLabel(field.x(row["x"]), field.y(row["y"]), tidy(row["name"]), bold=True,
                       size=1.0, link=self._counted(row))
            for row in rows if row["point"] == "outlet"
        ]  # fmt: skip
        told = [key for key in self._unequal if key in {_key(row) for row in rows}][:_NAMED]
        words = sorted((row for row in rows if row["point"] == "variant"),
                       key=lambda row: (_key(row) not in told, -row["contribution"]))  # fmt: skip
        seen: set[tuple[float, float]] = set()
        # In a low field words would stand far from their points, beside others.
        most = max(_NAMED, min(_LABELLED, int(field.height / field.canvas.base / 2)))
        for row in words[:most]:
            at = round(field.x(row["x"]), 1), round(field.y(row["y"]), 1)
            if at not in seen:
                seen.add(at)
                labels.append(PointLabel(*at, self._word(row), size=SMALL,
                                         link=self._counted(row)))  # fmt: skip
        bare = [(field.x(row["x"]), field.y(row["y"])) for row in words[most:]]
        return labels, bare


def _key(row: dict[Any, Any]) -> tuple[str, str, str]:
    """Return the lexicon, concept and variant of a point."""
    return str(row.get("lexicon")), str(row["concept"]), str(row["name"])


def _in_articles(comparison: Comparison, scope: str) -> set[tuple[str, str, str]]:
    """Return the words that stand in two articles or more: those of one are no choice of sides."""
    namings = comparison.material.mentions
    namings = namings[namings["voice"].isin(Scope(scope).voices)]
    keys = ["lexicon", "concept", "variant"]
    articles = namings.groupby(keys, sort=True, observed=True)["article_id"].nunique()
    return {(str(a), str(b), str(c)) for a, b, c in articles.index[articles > 1]}


def _unequal(wide: pd.DataFrame) -> tuple[tuple[str, str, str], ...]:
    """Return of each concept the variant that outlets choose most unequally, those first.

    By its part of chi square within the concept: who names a thing more often makes no
    difference, and a concept's only word none either.
    """
    of_concept = wide.groupby(level=["lexicon", "concept"], sort=False)
    totals = of_concept.transform("sum")
    share = wide.sum(axis=1) / totals.sum(axis=1)
    expected = totals.mul(share, axis=0)
    parts = ((wide - expected) ** 2 / expected.where(expected > 0)).fillna(0.0).sum(axis=1)
    order = parts.round(9).sort_values(ascending=False, kind="stable")
    first: dict[tuple[str, str], str] = {}
    for lexicon, concept, variant in order.index[order > 0]:
        first.setdefault((str(lexicon), str(concept)), str(variant))
    return tuple((*key, variant) for key, variant in first.items())


def _points(
    wide: pd.DataFrame, about: pd.DataFrame, found: Correspondence, deeds: Container[Any]
) -> pd.DataFrame:
    def at(values: Any, axis: int) -> float:
        return float(values[axis]) if axis < len(values) else 0.0

    whole = float(found.inertias.sum())
    shares = [at(found.inertias, k) / whole if whole else 0.0 for k in (0, 1)]
    rows: list[tuple[Any, ...]] = []
    for i, outlet in enumerate(wide.columns):
        part = float(found.row_shares[i, :2] @ found.inertias[:2])
        rows.append(("outlet", outlet, None, None, at(found.rows[i], 0), at(found.rows[i], 1),
                     int(wide[outlet].sum()), part, None, None))  # fmt: skip
    variants: list[tuple[Any, ...]] = []
    for j, key in enumerate(wide.index):
        info = about.loc[key]
        part = float(found.column_shares[j, :2] @ found.inertias[:2])
        reading = reading_of(
            int(info["intensity"] or 0),
            int(info["direction"]) if pd.notna(info["direction"]) else 0,
            of_deed=key in deeds,
        )
        variants.append(("variant", key[2], key[1], reading, at(found.columns[j], 0),
                         at(found.columns[j], 1), int(wide.loc[key].sum()), part, key[0],
                         written(info["wording"])[0]))  # fmt: skip
    variants.sort(key=lambda row: (-row[7], row[2], row[1]))
    columns = OutletMapDisplay.columns
    table = pd.DataFrame(
        rows + variants[:_MOST_VARIANTS], columns=[*columns[:8], *OutletMapDisplay.more]
    )
    both = float(found.inertias[:2].sum())
    table["contribution"] = table["contribution"] / both if both else 0.0
    # Tiny rounding differences between processors would change bytes and nothing else.
    table[["x", "y", "contribution"]] = table[["x", "y", "contribution"]].round(9) + 0.0
    return table.assign(inertia_x=shares[0], inertia_y=shares[1])[
        [*columns, *OutletMapDisplay.more]
    ]


def _without_rare(wide: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Leave out words written once or twice and outlets of under five namings, if enough stay."""
    kept = wide.loc[wide.sum(axis=1) >= _LEAST]
    kept = kept.loc[:, kept.sum(axis=0) >= FEW]
    kept = kept.loc[kept.sum(axis=1) > 0]
    if min(kept.shape) < 3:
        return wide, ()
    return kept, (
        f"Words written under {_LEAST} times and outlets of under {FEW} namings left out.",
    )


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
    if wide.index.get_level_values("concept").nunique() > 1:
        found.append("Topics shape it too." if found else "Topics shape the map as well as names.")
    return tuple(found)


def _field(canvas: Canvas, data: pd.DataFrame, tall: float) -> Field:
    """Return a field with room for labels, a unit being as long on both axes."""
    spans = []
    for name, length in (("x", canvas.width), ("y", tall)):
        low, high = float(data[name].min()), float(data[name].max())
        spans.append(((low + high) / 2, max(high - low, 0.2) * 1.35, length))
    unit = max(span / length for _, span, length in spans)
    (x, _, wide), (y, _, high) = spans
    return Field(
        canvas, canvas.left, canvas.top, canvas.width, tall,
        (x - unit * wide / 2, x + unit * wide / 2), (y - unit * high / 2, y + unit * high / 2),
    )  # fmt: skip
