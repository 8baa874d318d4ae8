"""Outlets by concepts: the loaded share of every cell, with its count."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any, ClassVar, Self

from framing.charts.canvas import Canvas, LegendKey
from framing.charts.display import Display
from framing.charts.evidence import (
    CLEAR,
    FEW,
    ORDERED_BY,
    apart,
    as_table,
    misread,
    names_of,
    shares_alone,
)
from framing.charts.gridded import Cell, draw_grid
from framing.charts.housestyle import INTENSITY_COLORS, mixed
from framing.charts.labels import begun, listed, n_of_n, own_between
from framing.comparison.ownwords import with_own_counts
from framing.language.numberwords import counted, percent

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["HeatmapDisplay"]

_MOST, _MOST_ACROSS = 30, 8
_STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)


class HeatmapDisplay(Display):
    """One cell per outlet and concept: the darker, the larger the share of loaded namings.

    Counted are the outlets' own words; the count n/N stands in each cell, a cell of under five
    namings is faint, and one without is left white. More than eight outlets stand in lines, with
    the eight concepts of the strongest evidence across.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per cell: ``lexicon, concept, outlet, scope, n, total, share``. From a comparison
        also ``n_eff``, what the total is worth as independent namings; with `misreading`
        ``own_expected, own_low, own_high``.
    """

    kind: ClassVar[str] = "heatmap"
    heading: ClassVar[str] = "Loaded share by outlet and concept"
    question: ClassVar[str] = "Who chose loaded words for what?"
    rank: ClassVar[int] = 40
    columns: ClassVar[tuple[str, ...]] = (
        "lexicon", "concept", "outlet", "scope", "n", "total", "share",
    )  # fmt: skip
    more: ClassVar[tuple[str, ...]] = ("n_eff",)

    palette: ClassVar = {
        0.0: "#e3e8ee", 0.33: INTENSITY_COLORS[1], 0.67: INTENSITY_COLORS[2],
        1.0: INTENSITY_COLORS[3],
    }  # fmt: skip

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, *, misreading: bool = False, **options: Any
    ) -> Self:
        """Take the loaded shares of all outlets, the concepts with the strongest evidence first.

        Where none can be ranked (`Comparison.ranked`), those named most come first. With
        `misreading`, under each count stands too how many of all the outlet's namings of the
        concept are likely its own words: the 95% interval of `framing.voice.own_interval`.
        """
        shares = comparison.shares
        kept = shares[shares["scope"] == "own"]
        totals = kept.groupby("concept", sort=False)["total"].sum()
        ranked = sorted((c for c in totals.index if totals[c]), key=lambda c: (-totals[c], c))
        contrasts = comparison.ranked()
        evidence = [str(name) for name in dict.fromkeys(contrasts["concept"])]
        if evidence:
            ranked = [name for name in evidence if totals.get(name)]
        across = kept["outlet"].nunique() > _MOST_ACROSS
        most = _MOST_ACROSS if across else _MOST
        place = {name: i for i, name in enumerate(ranked[:most])}
        data = kept[kept["concept"].isin(place)]
        data = data.sort_values("concept", key=lambda c: c.map(place), kind="stable")
        named = data.groupby("outlet")["total"].sum()
        silent = [str(name) for name in named.index if not named[name]] if across else []
        data = data.loc[~data["outlet"].isin(silent), [*cls.columns, *cls.more]]
        if misreading:
            data = with_own_counts(data, comparison, ["lexicon", "concept", "outlet"])
        display = cls(data, **options)
        display._names = names_of(comparison)
        display.subtitle = (
            f"In each cell loaded of all namings in own words; {ORDERED_BY[bool(evidence)]}"
        )
        display._tell_of(comparison)
        left = ""
        if silent:
            left = f"{counted(len(silent), 'outlet')} that named none of these left out."
        if not across:
            display.beyond = max(0, len(ranked) - most)
        elif len(ranked) > most:
            left += f" {counted(len(ranked) - most, 'more concept')} {as_table('shares')}."
        told = misread("of the thing") if misreading else ""
        said = (shares_alone(comparison), CLEAR, left.strip(), told)
        display.warnings = tuple(filter(None, said))
        display.left_out = as_table("shares")
        return display

    def finding(self) -> str:
        """Say of the first concept where shares lie apart beyond chance whose they are.

        A pair is chosen of many: see `apart`.
        """
        every = [(key, cells) for key in self._keys() if len(cells := self._enough(key)) > 1]
        pairs = sum(math.comb(len(cells), 2) for _, cells in every)
        for key, cells in every:
            if ends := apart(cells, pairs):
                high, low = (n_of_n(int(row["n"]), int(row["total"])) for row in ends)
                most, least = (self._named(row["outlet"]) for row in ends)
                thing = begun(self._concept(key))
                return f"{thing}: {most} chose a loaded word {high} times, {least} {low}"
        if not every:
            return ""
        said = "No clear difference in how often outlets choose loaded words for any one thing"
        return self._spoken(said)

    def _enough(self, key: tuple[str, str]) -> list[dict[Any, Any]]:
        """Return the cells of a concept with enough namings to speak of."""
        rows = self._cells().items()
        return [row for (name, _), row in rows if name == key and int(row["total"]) >= FEW]

    def concepts(self) -> list[str]:
        """Return the concepts drawn, in order."""
        return [str(name) for name in dict.fromkeys(self.data["concept"])]

    def _keys(self) -> list[tuple[str, str]]:
        """Return (lexicon, concept) in the order drawn."""
        pairs = zip(self.data["lexicon"], self.data["concept"], strict=True)
        return [(str(lexicon), str(concept)) for lexicon, concept in dict.fromkeys(pairs)]

    def _cells(self) -> dict[tuple[tuple[str, str], str], dict[Any, Any]]:
        return {
            ((str(row["lexicon"]), str(row["concept"])), str(row["outlet"])): row
            for row in self.data.to_dict("records")
        }

    @property
    def alt(self) -> str:
        """Every outlet's counts in its own words, concept by concept."""
        parts = []
        rows = self._cells()
        for concept in self._keys():
            cells = {
                outlet: n_of_n(int(row["n"]), int(row["total"])) + own_between(row)
                for (key, outlet), row in rows.items()
                if key == concept
            }
            counts = ", ".join(f"{name} {cells[name]}" for name in self.outlets() if name in cells)
            parts.append(f"{self._concept(concept)}: {counts}")
        if not parts:
            return self._empty()
        said = self._spoken("Heatmap of loaded namings in the outlets' own words.")
        return f"{said} {listed(parts)}."

    def _draw(self, canvas: Canvas) -> str:
        keys = [LegendKey(percent(share), self._shade(share)) for share in _STEPS]
        keys[0] = keys[0]._replace(label="0% loaded")
        if (self.data["total"].between(1, FEW - 1)).any():
            keys.append(LegendKey(f"faint: under {FEW} namings", "ink", faint=True))
        canvas.key([*keys, LegendKey("–: not named", "paper")])
        cells = self._cells()
        concepts, outlets = self._keys(), self.outlets()
        lines = len(outlets) > _MOST_ACROSS
        names = [self._concept(concept) for concept in concepts]

        def cell(row: int, column: int) -> Cell:
            concept, outlet = (column, row) if lines else (row, column)
            return self._cell(cells.get((concepts[concept], outlets[outlet])))

        left = draw_grid(
            canvas, outlets if lines else names, names if lines else outlets, cell
        )  # fmt: skip
        return self._gone(left, "outlet" if lines else "concept")

    def _cell(self, row: dict[Any, Any] | None) -> Cell:
        if row is None or not row["total"]:
            return Cell("paper", "–", empty=True)
        n, total = int(row["n"]), int(row["total"])
        link = {name: str(row[name]) for name in ("lexicon", "concept", "outlet", "scope")}
        return Cell(self._shade(n / total), f"{n}/{total}", {**link, "n": n, "of": total},
                    faint=total < FEW, below=own_between(row).lstrip(", "))  # fmt: skip

    def _shade(self, share: float) -> str:
        """Return the colour of a share, between those of the palette."""
        stops = sorted((float(at), str(color)) for at, color in self.colors.items())
        for (low, dark), (high, light) in itertools.pairwise(stops):
            if share <= high:
                return mixed(light, dark, (share - low) / (high - low))
        return stops[-1][1]
