"""Concordance plot: where in each article things are named, and how."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.articles import need_texts
from framing.articles.periods import are_periods
from framing.charts.canvas import Canvas, LegendKey
from framing.charts.counted import counted_mentions, event_names, reading_of
from framing.charts.display import Display, Link
from framing.charts.evidence import as_table, names_of
from framing.charts.housestyle import DIRECTION_COLORS
from framing.charts.labels import listed
from framing.charts.rowed import PERCENT, Axis, ChartRow, Plot, draw_rows
from framing.values import readable

if TYPE_CHECKING:
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
    """One line per article, one mark per naming, from the first character to the last.

    Shape and colour say what the word does; filled marks are the outlet's own words, hollow
    ones attributed, quoted or distanced. Drawn are the events that most outlets cover, with most
    namings; these come first too, unless they are months or the like, which stand in their order.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per naming in an article's text: ``event, outlet, article_id, position, text,
        concept, variant, reading, voice``. `position` runs from 0 to 1 over the text's
        characters. Namings in headlines kept apart from the text are not drawn. From a
        comparison also ``mention``, its number among the mentions counted, from 0.
    """

    kind: ClassVar[str] = "dispersion"
    heading: ClassVar[str] = "Where in the articles things are named"
    question: ClassVar[str] = "Where in the articles are things named?"
    rank: ClassVar[int] = 120
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
        mentions = counted_mentions(comparison)
        if len(mentions):
            need_texts(comparison.analysis.articles, "places within articles")
        mentions = mentions.assign(mention=range(len(mentions)))
        mentions = mentions[mentions["field"] == "text"]
        if concept is not None:
            mentions = mentions[mentions["concept"] == concept]
        lengths = {a.id: max(1, len(a.text)) for a in comparison.analysis.articles}
        deeds = comparison.material.against_doers
        rows = [
            (row["event"] if pd.notna(row["event"]) else "", row["outlet"], row["article_id"],
             int(row["start"]) / lengths[row["article_id"]], row["text"], row["concept"],
             row["variant"], _reading(row, deeds),
             row["voice"], row["mention"])
            for row in mentions.to_dict("records")
        ]  # fmt: skip
        data = pd.DataFrame(rows, columns=[*cls.columns, *cls.more])
        data = _first_events(data)
        articles = list(dict.fromkeys(data["article_id"]))
        display = cls(_in_time(data[data["article_id"].isin(articles[:_MOST])]), **options)
        display._events = event_names(comparison)
        named = {name for (_, known), name in names_of(comparison).items() if known == concept}
        what = "" if concept is None else f" of {' and '.join(sorted(named)) or concept}"
        display.subtitle = f"Namings{what} along each article, % of its characters; n at the right"
        display._tell_of(comparison)
        display.beyond = max(0, len(articles) - _MOST)
        display.left_out = as_table("mentions")
        return display

    _events: dict[str, str]

    def _event(self, event: str) -> str:
        return getattr(self, "_events", {}).get(event) or readable(event)

    def finding(self) -> str:
        """Say how many of the loaded namings stand in the first fifth of their articles."""
        loaded = self.data[(self.data["reading"] != "neutral") & (self.data["voice"] == "own")]
        if len(loaded) < 10:
            return ""
        early = int((loaded["position"] < 0.2).sum())
        whose, articles = self._spoken("the outlets'"), self.data["article_id"].nunique()
        some = f" in {articles} of {articles + self.beyond} articles" if self.beyond else ""
        return (
            f"{early} of {len(loaded)} loaded words of {whose} own{some} stand in the first fifth "
            "of their article"
        )

    @property
    def alt(self) -> str:
        """Namings of every article, and how many of them are loaded in its own words."""
        parts = []
        for event, outlet, rows in self._articles():
            own = int(((rows["voice"] == "own") & (rows["reading"] != "neutral")).sum())
            parts.append(f"{outlet} ({event or 'no event'}): {len(rows)} namings, "
                         f"{own} loaded in its own words")  # fmt: skip
        if not parts:
            return self._empty()
        return f"Namings along each article. {listed(parts, rest='articles')}."

    def _articles(self) -> list[tuple[str, str, pd.DataFrame]]:
        """Return event, outlet and namings of each article, in drawing order."""
        outlets = {name: i for i, name in enumerate(self.outlets())}
        events = {str(name): i for i, name in enumerate(dict.fromkeys(self.data["event"]))}
        groups = [
            (str(rows["event"].iloc[0]), str(rows["outlet"].iloc[0]), rows)
            for _, rows in self.data.groupby("article_id", sort=False)
        ]
        return sorted(groups, key=lambda item: (item[0] == "", events[item[0]], outlets[item[1]]))

    def _draw(self, canvas: Canvas) -> str:
        used = set(self.data["reading"])
        entries = [
            LegendKey(words, str(self.colors[name]), "dot", shape)
            for name, (shape, words) in READINGS.items()
            if name in used
        ]
        entries += [LegendKey("filled: own words", "ink", "dot"),
                    LegendKey("hollow: others' words", "ink", "dot", hollow=True)]  # fmt: skip
        canvas.key(entries)
        rows = [self._row(*article) for article in self._articles()]
        left = draw_rows(canvas, rows, Axis(-0.02, 1.02, PERCENT, "place in the article's text"))
        return self._gone(len(left), "article with namings", "articles with namings")

    def _row(self, event: str, outlet: str, rows: pd.DataFrame) -> ChartRow:
        marks = rows.to_dict("records")
        here = [mark["mention"] for mark in marks if "mention" in mark]

        def draw(plot: Plot, y: float) -> None:
            plot.canvas.stroke((plot.left, y), (plot.right, y))
            for mark in marks:
                reading = str(mark["reading"])
                link: Link | None = None
                if "mention" in mark:
                    link = {"mentions": str(mark["mention"]), "n": 1}
                plot.canvas.dot(
                    plot.x(float(mark["position"])),
                    y,
                    str(self.colors[reading]),
                    radius=0.34 * plot.canvas.base,
                    shape=READINGS[reading][0],
                    hollow=mark["voice"] != "own",
                    link=link,
                )

        whole: Link = {"outlet": outlet, "mentions": " ".join(map(str, here)), "n": len(here)}
        return ChartRow(
            name=outlet,
            group=self._event(event) if event else "",
            draw=draw,
            tall=1.45,
            aside=f"n = {len(rows)}",
            link=whole if here else None,
        )


def _first_events(data: pd.DataFrame) -> pd.DataFrame:
    """Order namings: events of most outlets first, then of most namings; those of none last."""
    sizes = data.groupby("event").agg(outlets=("outlet", "nunique"), n=("outlet", "size"))
    ranked = sorted(
        sizes.index, key=lambda e: (e == "", -sizes.loc[e, "outlets"], -sizes.loc[e, "n"], e)
    )
    place = {name: i for i, name in enumerate(ranked)}
    data = data.assign(at=data["event"].map(place))
    data = data.sort_values(["at", "outlet", "article_id", "position"], kind="stable")
    return data.drop(columns="at")


def _in_time(data: pd.DataFrame) -> pd.DataFrame:
    """Put what is drawn in the order of time, where its events are months, quarters or the like."""
    if not are_periods(str(event) for event in data["event"].unique() if event):
        return data
    last = data["event"].astype(str).where(data["event"] != "", "~")
    return data.loc[last.sort_values(kind="stable").index]


def _reading(row: Mapping[Any, Any], deeds: Container[tuple[str, str, str]]) -> str:
    key = (str(row["lexicon"]), str(row["concept"]), str(row["variant"]))
    return reading_of(_whole(row["intensity"]), _whole(row["direction"]), of_deed=key in deeds)


def _whole(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
