"""Two outlets, concept by concept: how far apart their loaded shares lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.counted import plain_name
from framing.charts.display import Display, Link
from framing.charts.labels import left_out, listed, n_of_n, wrapped
from framing.charts.legend import dot, legend_below
from framing.charts.rows import draw_rows, lay_out
from framing.charts.style import INK, MUTED, SERIES_COLORS
from framing.errors import SettingsError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["DumbbellDisplay"]

_SCOPES = {"own": -0.17, "outlet_worded": 0.2}
_MOST = 24
_MARKERS = ("o", "s")


class DumbbellDisplay(Display):
    """Loaded shares of two outlets joined by a line, one row a concept.

    Large filled marks are own words, small hollow ones own and attributed words. Beside each
    row stand both counts, n of N. A concept that one of the two never named has one mark and
    no line.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a mark: ``lexicon, concept, outlet, scope, n, total, share``.
    """

    kind: ClassVar[str] = "dumbbell"
    heading: ClassVar[str] = "Loaded namings, outlet against outlet"
    columns: ClassVar[tuple[str, ...]] = (
        "lexicon", "concept", "outlet", "scope", "n", "total", "share",
    )  # fmt: skip

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, *, outlets: Sequence[str] | None = None, **options: Any
    ) -> Self:
        """Take the loaded shares of two outlets, by default the pair with the strongest evidence.

        Where no pair can be ranked (`Comparison.ranked`), those with the most namings.

        Raises
        ------
        SettingsError
            When `outlets` are not two outlets of the comparison.
        """
        shares = comparison.shares
        found = [str(name) for name in dict.fromkeys(shares["outlet"])]
        warnings: tuple[str, ...] = ()
        if outlets is None:
            totals = shares[shares["scope"] == "all"].groupby("outlet")["total"].sum()
            pairs = comparison.ranked()
            pairs = pairs[pairs["kind"] == "pair"]
            ranked = sorted(found, key=lambda name: (-int(totals.get(name, 0)), name))[:2]
            why = "with the most namings"
            if len(pairs):
                ranked = [str(pairs.iloc[0][name]) for name in ("outlet_a", "outlet_b")]
                why = "with the strongest evidence of a difference"
            if len(found) > 2:
                warnings = (f"The two of {len(found)} outlets {why}.",)
            outlets = [name for name in found if name in ranked]
        elif len(outlets) != 2 or any(name not in found for name in outlets):
            raise SettingsError(
                f"outlets={list(outlets)!r}: a dumbbell chart joins two outlets of "
                f"{', '.join(found) or 'none'}"
            )
        kept = shares[shares["outlet"].isin(outlets) & shares["scope"].isin(_SCOPES)]
        named = kept[kept["total"] > 0]
        data = kept[kept["concept"].isin(named["concept"])]
        ranked_concepts = _ranked(data, list(outlets))
        if len(ranked_concepts) > _MOST:
            warnings += (left_out(len(ranked_concepts) - _MOST, "concept"),)
        place = {name: i for i, name in enumerate(ranked_concepts[:_MOST])}
        data = data[data["concept"].isin(place)]
        data = data.sort_values("concept", key=lambda c: c.map(place), kind="stable")
        options.setdefault("order", list(outlets))
        display = cls(data[list(cls.columns)], **options)
        display.warnings = warnings
        return display

    def _shares(self, concept: str, scope: str) -> dict[str, tuple[int, int]]:
        rows = self.data[(self.data["concept"] == concept) & (self.data["scope"] == scope)]
        return {
            str(row["outlet"]): (int(row["n"]), int(row["total"]))
            for row in rows.to_dict("records")
        }

    def _color(self, outlet: str) -> str:
        fallback = SERIES_COLORS[self.outlets().index(outlet) % len(SERIES_COLORS)]
        return str(self.colors.get(outlet, fallback))

    @property
    def alt(self) -> str:
        """Both outlets' counts in their own words, concept by concept."""
        parts = []
        for concept in dict.fromkeys(self.data["concept"]):
            own = self._shares(concept, "own")
            counts = ", ".join(
                f"{name} {n_of_n(*own[name])}" for name in self.outlets() if name in own
            )
            parts.append(f"{plain_name(concept)}: {counts}")
        if not parts:
            return self._empty()
        return f"Dumbbell chart of loaded namings in the outlets' own words. {listed(parts)}."

    def _size(self) -> tuple[float, float]:
        return 4.4, 0.44 * self.data["concept"].nunique()

    def _draw(self, ax: Axes) -> None:
        outlets = self.outlets()
        placed = lay_out(("", concept) for concept in dict.fromkeys(self.data["concept"]))
        for row in placed.rows:
            for scope, offset in _SCOPES.items():
                self._row(ax, row.name, row.y + offset, scope, outlets)
        draw_rows(ax, placed)
        ax.set_yticks(ax.get_yticks(), [plain_name(row.name) for row in placed.rows])
        ax.grid(axis="x")
        ax.set_xlim(-0.03, 1.03)
        ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100"])
        ax.set_xlabel("loaded share of namings, %")
        across = ax.get_yaxis_transform()
        for i, outlet in enumerate(outlets):
            ax.text(1.03 + 0.2 * i, -0.1, wrapped(outlet, 13, 2), fontsize=7, va="bottom",
                    color=self._color(outlet), transform=across, fontweight="bold")  # fmt: skip
        handles = [dot(_MARKERS[i % 2], self._color(name), name) for i, name in enumerate(outlets)]
        handles.append(dot("o", MUTED, "large: own words"))
        handles.append(dot("o", MUTED, "small: own and attributed words", size=4, hollow=True))
        legend_below(ax, handles, columns=2)

    def _row(self, ax: Axes, concept: str, y: float, scope: str, outlets: list[str]) -> None:
        """Draw one line of a concept: both marks, the line between them, and the counts."""
        own = scope == "own"
        counts = self._shares(concept, scope)
        shares = [counts[o][0] / counts[o][1] for o in outlets if counts.get(o, (0, 0))[1]]
        if len(shares) == 2:
            ax.plot(shares, [y, y], color=MUTED, lw=1.6 if own else 0.8, zorder=1)
        across = ax.get_yaxis_transform()
        lexicon = self.data.loc[self.data["concept"] == concept, "lexicon"].iloc[0]
        about: Link = {"lexicon": str(lexicon), "concept": concept, "scope": scope}
        for i, outlet in enumerate(outlets):
            n, total = counts.get(outlet, (0, 0))
            color = self._color(outlet)
            if total:
                (point,) = ax.plot(
                    [n / total], [y], _MARKERS[i % 2], ms=7.5 if own else 4, color=color,
                    mfc=color if own else "none", zorder=3 - i, clip_on=False,
                )  # fmt: skip
                self._opens(point, {**about, "outlet": outlet, "n": n, "of": total})
            count = ax.text(1.03 + 0.2 * i, y, n_of_n(n, total), va="center", transform=across,
                            fontsize=7.5 if own else 6.5, color=INK if own else MUTED)  # fmt: skip
            self._opens(count, {**about, "outlet": outlet, "n": n, "of": total})


def _ranked(data: pd.DataFrame, outlets: list[str]) -> list[str]:
    """Order concepts by what they weigh in the matched test: w (p₁ − p₀), w = n₁n₀/(n₁+n₀).

    So a large gap on a single naming does not come before a smaller one on many. Concepts that
    one of the two never named in its own words come last.
    """
    counts: dict[str, dict[str, tuple[int, int]]] = {}
    for row in data[data["scope"] == "own"].to_dict("records"):
        cell = (int(row["n"]), int(row["total"]))
        counts.setdefault(str(row["concept"]), {})[str(row["outlet"])] = cell

    def rank(name: str) -> tuple[bool, float, int, str]:
        cells = [counts[name].get(outlet, (0, 0)) for outlet in outlets]
        (x1, n1), (x0, n0) = (*cells, (0, 0))[:2]
        score = abs(x1 * n0 - x0 * n1) / (n1 + n0) if n1 and n0 else 0.0
        return (not (n1 and n0), -score, -(n1 + n0), name)

    return sorted(counts, key=rank)
