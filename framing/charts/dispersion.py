"""Concordance plot: where in each article things are named, and how."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.articles import need_texts
from framing.charts.counted import counted_mentions, reading_of
from framing.charts.display import Display, Link
from framing.charts.labels import listed, tidy
from framing.charts.legend import dot, legend_below
from framing.charts.rows import draw_rows, lay_out
from framing.charts.style import DIRECTION_COLORS, GRID, INK, MUTED, PAPER

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["DispersionDisplay"]

_MOST = 40
READINGS = {
    "against": ("v", "loaded against somebody"),
    "favour": ("^", "loaded in favour"),
    "loaded": ("D", "loaded, no direction"),
    "neutral": ("o", "neutral per the lexicon's sources"),
}


class DispersionDisplay(Display):
    """One line an article, one mark a naming, from the first character to the last.

    Shape and colour say what the word does; filled marks are the outlet's own words, hollow
    ones attributed, quoted or distanced.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a naming in an article's text: ``event, outlet, article_id, position, text,
        concept, variant, reading, voice``. `position` runs from 0 to 1 over the text's
        characters. Namings in headlines kept apart from the text are not drawn. From a
        comparison also ``mention``, its number among the mentions counted, from 0.
    """

    kind: ClassVar[str] = "dispersion"
    heading: ClassVar[str] = "Where in the articles things are named"
    columns: ClassVar[tuple[str, ...]] = (
        "event", "outlet", "article_id", "position", "text", "concept", "variant", "reading",
        "voice",
    )  # fmt: skip

    more: ClassVar[tuple[str, ...]] = ("mention",)
    palette: ClassVar = {
        "against": DIRECTION_COLORS[-1], "favour": DIRECTION_COLORS[1], "loaded": "#6b4c9a",
        "neutral": DIRECTION_COLORS[0],
    }  # fmt: skip

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, *, concept: str | None = None, **options: Any
    ) -> Self:
        """Take every naming (of one `concept`, where given) with its place in the text."""
        need_texts(comparison.analysis.articles, "places within articles")
        mentions = counted_mentions(comparison)
        mentions = mentions.assign(mention=range(len(mentions)))
        mentions = mentions[mentions["field"] == "text"]
        if concept is not None:
            mentions = mentions[mentions["concept"] == concept]
        lengths = {a.id: max(1, len(a.text)) for a in comparison.analysis.articles}
        rows = [
            (row["event"] if pd.notna(row["event"]) else "", row["outlet"], row["article_id"],
             int(row["start"]) / lengths[row["article_id"]], row["text"], row["concept"],
             row["variant"], reading_of(_whole(row["intensity"]), _whole(row["direction"])),
             row["voice"], row["mention"])
            for row in mentions.to_dict("records")
        ]  # fmt: skip
        data = pd.DataFrame(rows, columns=[*cls.columns, *cls.more])
        data = data.sort_values(["event", "outlet", "article_id", "position"], kind="stable")
        articles = list(dict.fromkeys(data["article_id"]))
        display = cls(data[data["article_id"].isin(articles[:_MOST])], **options)
        if len(articles) > _MOST:
            display.warnings = (f"The first {_MOST} of {len(articles)} articles with namings.",)
        return display

    @property
    def alt(self) -> str:
        """Namings of every article, and how many of them are loaded in its own words."""
        parts = []
        for _, outlet, rows in self._articles():
            own = int(((rows["voice"] == "own") & (rows["reading"] != "neutral")).sum())
            parts.append(f"{outlet} ({rows['event'].iloc[0] or 'no event'}): {len(rows)} namings, "
                         f"{own} loaded in its own words")  # fmt: skip
        if not parts:
            return self._empty()
        return f"Namings along each article. {listed(parts, rest='articles')}."

    def _articles(self) -> list[tuple[str, str, pd.DataFrame]]:
        """Return event, outlet and namings of each article, in drawing order."""
        place = {name: i for i, name in enumerate(self.outlets())}
        groups = [
            (str(rows["event"].iloc[0]), str(rows["outlet"].iloc[0]), rows)
            for _, rows in self.data.groupby("article_id", sort=False)
        ]
        return sorted(groups, key=lambda item: (item[0] == "", item[0], place[item[1]]))

    def _size(self) -> tuple[float, float]:
        return 4.8, 0.25 * lay_out((e, o) for e, o, _ in self._articles()).depth

    def _draw(self, ax: Axes) -> None:
        articles = self._articles()
        placed = lay_out((tidy(event), outlet) for event, outlet, _ in articles)
        across = ax.get_yaxis_transform()
        for row, (_, _, rows) in zip(placed.rows, articles, strict=True):
            ax.axhline(row.y, color=GRID, lw=0.8, zorder=0)
            count = ax.text(
                1.02, row.y, f"n = {len(rows)}", va="center", fontsize=7, transform=across
            )
            if "mention" in rows:
                found = " ".join(str(number) for number in rows["mention"])
                self._opens(count, {"outlet": row.name, "mentions": found, "n": len(rows)})
        self._marks(ax, [row.y for row in placed.rows], [rows for _, _, rows in articles])
        draw_rows(ax, placed, width=34, lines=1)
        ax.set_xlim(0, 1)
        ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100"])
        ax.set_xlabel("place in the article's text, % of its characters")
        used = set(self.data["reading"])
        handles = [
            dot(shape, self.colors[name], words, size=5)
            for name, (shape, words) in READINGS.items()
            if name in used
        ]
        handles.append(dot("s", INK, "filled: own words", size=5))
        handles.append(dot("s", MUTED, "hollow: others' words", size=5, hollow=True))
        legend_below(ax, handles, columns=3)

    def _marks(self, ax: Axes, heights: list[float], articles: list[pd.DataFrame]) -> None:
        """Draw the marks, those of one shape and filling together."""
        places = [rows.assign(y=y) for y, rows in zip(heights, articles, strict=True)]
        marks = pd.concat(places)
        marks = marks.assign(own=marks["voice"] == "own")
        for (reading, (shape, _)), own in itertools.product(READINGS.items(), (True, False)):
            rows = marks[(marks["reading"] == reading) & (marks["own"] == own)]
            if rows.empty:
                continue
            color = self.colors[reading]
            (drawn,) = ax.plot(rows["position"], rows["y"], shape, ms=4.6, color=color, mew=0.9,
                               mfc=color if own else PAPER, clip_on=False)  # fmt: skip
            if "mention" in rows:
                links: list[Link] = [{"mentions": str(m), "n": 1} for m in rows["mention"]]
                self._opens(drawn, *links)


def _whole(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
