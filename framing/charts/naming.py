"""Naming choice: which variant each outlet chose, out of all the times it named the concept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.display import Display, Link
from framing.charts.evidence import ORDERED_BY, ranked_concepts
from framing.charts.labels import in_order, left_out, listed, n_of_n, tidy, wrapped, written
from framing.charts.legend import legend_below, patch, stroke
from framing.charts.style import GRID, INK, INTENSITY_COLORS, MUTED, PAPER, ink_on

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

    from framing.comparison import Comparison

__all__ = ["NamingDisplay"]

_SCOPES = ("own", "outlet_worded")
_WORDS = {0: "neutral per the lexicon's sources", 1: "mildly loaded", 2: "loaded",
          3: "strongly loaded"}  # fmt: skip
_MOST_ROWS = 32
# Where the two bars of an outlet lie about its line, and how thick they are.
_BARS = {"own": (-0.14, 0.46), "outlet_worded": (0.29, 0.24)}
_WIDTH = 4.6
_ROW = 0.42


class NamingDisplay(Display):
    """Diverging bars: neutral namings to the left of zero, loaded ones to the right.

    One thick bar an outlet and concept for its own words, and under it a thin one for all words
    the outlet may have chosen (own and attributed). Beside each stands its count: loaded
    namings of all namings of that concept in that scope.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a segment: ``lexicon, concept, outlet, scope, variant, intensity, direction, n,
        total, share, wording``. `share` is n of `total`, missing where the outlet never named the
        concept; `wording` is the form it wrote most often, the only word that is drawn.
    """

    kind: ClassVar[str] = "naming"
    heading: ClassVar[str] = "What each outlet called it"
    columns: ClassVar[tuple[str, ...]] = (
        "lexicon", "concept", "outlet", "scope", "variant", "intensity", "direction", "n",
        "total", "share", "wording",
    )  # fmt: skip
    palette: ClassVar = INTENSITY_COLORS

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, *, concepts: Sequence[str] | None = None, **options: Any
    ) -> Self:
        """Take the naming shares of `comparison`; `concepts` draws only those named.

        By default the concepts stand in the order of the evidence that outlets differ
        (`Comparison.ranked`), as many as fit on a page; where nothing can be ranked, those come
        first that somebody named with a loaded variant, then those that two outlets named, then
        by how often they were named. The subtitle says which; a note says what was left out.
        """
        naming = comparison.naming_table(zeros=True)
        naming = naming[naming["scope"].isin(_SCOPES)]
        chosen, left = _chosen(naming, concepts, ranked_concepts(comparison))
        kept = naming[naming["concept"].isin(chosen)].copy()
        kept["rank"] = kept["concept"].map({name: i for i, name in enumerate(chosen)})
        kept["at"] = kept["scope"].map({name: i for i, name in enumerate(_SCOPES)})
        kept = kept.sort_values(["rank", "lexicon", "at"], kind="stable")
        # A variant nobody used is no segment; an outlet that named nothing keeps one row.
        first = ~kept.duplicated(["lexicon", "concept", "outlet", "scope"])
        kept = kept[(kept["n"] > 0) | ((kept["total"] == 0) & first)]
        display = cls(kept[list(cls.columns)], **options)
        display.subtitle = ORDERED_BY[bool(ranked_concepts(comparison))] if not concepts else ""
        if left:
            display.warnings = (left_out(left, "concept"),)
        return display

    @property
    def alt(self) -> str:
        """Loaded of all own-voice namings by concept and outlet, with the commonest variant."""
        own = self.data[self.data["scope"] == "own"]
        parts = []
        for concept, outlet, rows in self._groups(own):
            total = int(rows["total"].iloc[0])
            if not total:
                parts.append(f"{_plain(concept)}, {outlet}: no namings in its own words")
                continue
            loaded = int(rows.loc[rows["intensity"] > 0, "n"].sum())
            top = rows.sort_values("n", ascending=False, kind="stable").iloc[0]
            parts.append(
                f"{_plain(concept)}, {outlet}: {loaded} of {total} loaded, "
                f"most often {tidy(top['wording'])} ({top['n']})"
            )
        if not parts:
            return self._empty()
        return f"Diverging bars of naming choice in the outlets' own words. {listed(parts)}."

    def _groups(self, data: pd.DataFrame) -> list[tuple[str, str, pd.DataFrame]]:
        found = dict(iter(data.groupby(["concept", "outlet"], sort=False)))
        return [
            (concept, outlet, found[concept, outlet])
            for concept in dict.fromkeys(data["concept"])
            for outlet in self.outlets()
            if (concept, outlet) in found
        ]

    def _rows(self) -> tuple[list[tuple[float, str, str]], list[tuple[float, str]], float]:
        """Return where each outlet's line and each concept's heading lie, and the depth."""
        lines, heads, depth = [], [], 0.0
        seen = None
        for concept, outlet, _ in self._groups(self.data):
            if concept != seen:
                heads.append((depth + 0.45, concept))
                depth += 0.85
                seen = concept
            lines.append((depth + 0.5, concept, outlet))
            depth += 1.0
        return lines, heads, depth

    def _size(self) -> tuple[float, float]:
        return _WIDTH, _ROW * self._rows()[2]

    def _draw(self, ax: Axes) -> None:
        lines, heads, depth = self._rows()
        groups = {(c, o): rows for c, o, rows in self._groups(self.data)}
        ax.set_xlim(-1, 1)
        ax.set_ylim(depth, 0)
        for y, concept, outlet in lines:
            for scope, (offset, height) in _BARS.items():
                rows = groups[concept, outlet]
                self._bar(ax, rows[rows["scope"] == scope], y + offset, height, scope)
        for y, concept in heads:
            ax.axhspan(y - 0.4, y + 0.35, color=GRID, alpha=0.45, lw=0, zorder=0)
            ax.text(-0.985, y, _plain(concept), va="center", ha="left", fontweight="bold")
        if heads:
            ax.text(1.03, heads[0][0], "loaded, n of N", va="center", fontsize=7, color=MUTED)
        ax.axvline(0, color=INK, lw=0.8, zorder=3)
        ax.set_yticks([y for y, _, _ in lines], [wrapped(o) for _, _, o in lines])
        ax.tick_params(axis="y", length=0)
        ax.spines["left"].set_visible(False)
        ticks = [-1, -0.5, 0, 0.5, 1]
        ax.set_xticks(ticks, [f"{abs(t) * 100:.0f}" for t in ticks])
        ax.set_xlabel("← neutral\u2003\u2003share of namings, %\u2003\u2003loaded →")
        legend_below(ax, self._key(), columns=3)

    def _bar(self, ax: Axes, rows: pd.DataFrame, y: float, height: float, scope: str) -> None:
        """Draw one bar: its segments from zero outward, and its count beside it."""
        own = scope == "own"
        total = int(rows["total"].iloc[0]) if len(rows) else 0
        loaded = int(rows.loc[rows["intensity"] > 0, "n"].sum())
        count = ax.text(1.03, y, n_of_n(loaded, total), va="center", fontsize=8 if own else 6.5,
                        color=INK if own else MUTED)  # fmt: skip
        if not total:
            ax.text(0.02, y, "not named", va="center", fontsize=7 if own else 6, color=MUTED)
            return
        first = rows.iloc[0]
        about: Link = {name: str(first[name]) for name in ("lexicon", "concept", "outlet", "scope")}
        self._opens(count, {**about, "n": loaded, "of": total})
        left = right = 0.0
        ordered = rows.sort_values(["intensity", "n"], ascending=[True, False], kind="stable")
        for row in ordered.to_dict("records"):
            share, intensity = int(row["n"]) / total, int(row["intensity"])
            start = right if intensity else left - share
            if intensity:
                right += share
            else:
                left -= share
            color = self.colors[min(intensity, 3)]
            hatch = "////" if row["direction"] == 1 and intensity else ""
            bar = ax.barh(y, share, height, left=start, color=color, hatch=hatch, zorder=2,
                          edgecolor=INK if hatch else PAPER, linewidth=0.6)  # fmt: skip
            link: Link = {**about, "variant": str(row["variant"]), "n": int(row["n"])}
            self._opens(bar[0], link)
            if own:
                words = (f"{form} {row['n']}" for form in _forms(row["wording"]))
                for label in _label(ax, start, share, y, words, color, bool(hatch)):
                    self._opens(label, link)

    def _key(self) -> list[Any]:
        used = sorted({min(int(i), 3) for i in self.data.loc[self.data["n"] > 0, "intensity"]})
        handles = [patch(self.colors[i], _WORDS[i]) for i in used]
        if ((self.data["direction"] == 1) & (self.data["intensity"] > 0)).any():
            handles.append(patch(PAPER, "loaded in favour of a party", hatch="////"))
        handles.append(stroke(6, "thick: own words"))
        handles.append(stroke(2.5, "thin: own and attributed words"))
        return handles


def _label(
    ax: Axes, start: float, share: float, y: float, words: Iterable[str], color: str, hatched: bool
) -> list[Text]:
    """Write in a segment what fits: the words and their count, the count alone, or nothing."""
    room = share / 2 * _WIDTH - 0.06
    ground = {"facecolor": color, "edgecolor": "none", "pad": 0.8} if hatched else None
    for text in map(str.strip, words):
        if len(text) * 0.057 <= room:
            return [
                ax.text(start + share / 2, y, text, ha="center", va="center", fontsize=6.5,
                        color=ink_on(color), zorder=4, clip_on=True, bbox=ground)
            ]  # fmt: skip
    return []


def _forms(wording: object) -> tuple[str, str, str]:
    """Return a segment's words from the whole to nothing, to be tried in turn."""
    return tidy(wording), written(wording)[0], ""


def _plain(name: object) -> str:
    """Write an id as words: ``foreign-troops`` becomes ``foreign troops``."""
    return tidy(name).replace("-", " ")


def _chosen(
    naming: pd.DataFrame, concepts: Sequence[str] | None, evidence: Sequence[str]
) -> tuple[list[str], int]:
    """Return the concepts to draw, in order, and how many were left out."""
    if concepts is not None:
        return [name for name in concepts if name in set(naming["concept"])], 0
    worded = naming[(naming["scope"] == "outlet_worded") & (naming["n"] > 0)]
    counts = worded.groupby("concept", sort=False)["n"].sum()
    loaded = set(worded.loc[worded["intensity"] > 0, "concept"])
    named_by = worded.groupby("concept", sort=False)["outlet"].nunique()
    ranked = sorted(
        counts.index,
        key=lambda name: (name not in loaded, named_by[name] < 2, -int(counts[name]), name),
    )
    if evidence:
        ranked = [name for name in evidence if name in counts.index]
    room = max(1, _MOST_ROWS // max(1, naming["outlet"].nunique()))
    return in_order(ranked[:room], None), max(0, len(ranked) - room)
