"""Source balance: whose words each outlet reports, and how much of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.canvas import Canvas, LegendKey
from framing.charts.display import Display, Link
from framing.charts.evidence import as_table
from framing.charts.labels import listed, need_most, tidy
from framing.charts.rowed import Axis, ChartRow, Plot, panels
from framing.language.numberwords import counted, percent

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["SourcesDisplay"]

_MOST, _MOST_OUTLETS = 6, 8
# Reported words and passages that a title rests on at least: one long quotation is no balance.
_ENOUGH, _PASSAGES = 100, 3
_SEVERAL = "several"
_COUNTS = ("passages", "words", "cues", "doubt_cues")
_NOBODY = ("pronoun", "none")
_KINDS = {
    "named": "#16385f", "official": "#35689b", "institution": "#3f8f9b",
    "group": "#8a9a5b", "document": "#9a86b5", "anonymous": "#dd7a33",
}  # fmt: skip
_WORDS = {
    "named": "named source", "official": "unnamed official", "institution": "institution",
    "group": "unnamed people", "document": "document", "anonymous": "name withheld",
}  # fmt: skip


class SourcesDisplay(Display):
    """Bars of reported words by source, the most quoted of each outlet.

    A person is one source, whatever part of the name was written, as in ``comparison.sources``.
    Words with no source, or with
    only "he", "she" or "they" for one, are no bar: the foot says how much they are. What all
    other sources of an outlet say together stands below its bars in figures. Of more than eight
    outlets the eight with the most reported words are drawn.

    Attributes
    ----------
    data : pandas.DataFrame
        One row per bar: ``outlet, source, speaker_kind, passages, words, total, share``. `share` is
        words of `total`, all reported words of the outlet. From a comparison also ``cues,
        doubt_cues`` (of the source: passages with a reporting word, and with a doubting one),
        ``names`` (how many written names are this source) and ``unsourced`` (share of the
        outlet's reported words without a source).
    """

    kind: ClassVar[str] = "sources"
    heading: ClassVar[str] = "Who is quoted, and how much"
    question: ClassVar[str] = "Who is quoted how much?"
    rank: ClassVar[int] = 80
    columns: ClassVar[tuple[str, ...]] = (
        "outlet", "source", "speaker_kind", "passages", "words", "total", "share",
    )  # fmt: skip
    more: ClassVar[tuple[str, ...]] = ("cues", "doubt_cues", "names", "unsourced")
    palette: ClassVar = _KINDS

    @classmethod
    def from_comparison(
        cls, comparison: Comparison, *, most: int | None = None, **options: Any
    ) -> Self:
        """Take the `most` quoted sources of each outlet (six; four of many); the rest is a row."""
        totals = comparison.sources.groupby("outlet")["words"].sum()
        ranked = sorted(totals.index, key=lambda name: (-int(totals[name]), str(name)))
        shown = {name for name in ranked[:_MOST_OUTLETS] if totals[name]}
        if most is None:
            most = _MOST if len(shown) <= 4 else _MOST - 2
        need_most(most)
        rows = [
            row
            for outlet, table in comparison.sources.groupby("outlet", sort=False)
            if outlet in shown
            for row in _bars(str(outlet), table, most)
        ]
        names = [*cls.columns, *cls.more]
        data = pd.DataFrame(rows, columns=[name for name in names if name != "share"])
        data = data.assign(share=data["words"] / data["total"])
        display = cls(_first_told(data[names]), **options)
        display.subtitle = "Share of each outlet's reported words, by who said them"
        display._tell_of(comparison)
        display.warnings = tuple(_unsourced(data))
        display.beyond = len(ranked) - len(shown)
        display.left_out = as_table("sources")
        return display

    def finding(self) -> str:
        """Say whose words take most of what an outlet reports, and whether nobody has as much."""
        best = _told(self.data)
        if best.empty:
            return ""
        top, rows = best.iloc[0], self.data[self.data["speaker_kind"].isin(_KINDS)]
        told = (
            f"{tidy(top['source'])} has {percent(top['share'])} of the words that "
            f"{self._named(top['outlet'])} reports"
        )
        if rows["share"].max() > top["share"]:
            return told
        alone = int((rows["share"] >= top["share"]).sum()) == 1
        return (
            f"{told}, the largest share of any source" if alone else f"{told}; no source has more"
        )

    @property
    def alt(self) -> str:
        """Each outlet's sources with their share of its reported words."""
        parts = []
        for outlet in self.outlets():
            rows = self.data[self.data["outlet"] == outlet]
            found = ", ".join(
                f"{tidy(r['source'])} {percent(r['share'])}" for r in rows.to_dict("records")
            )
            parts.append(f"{outlet}, {int(rows['total'].iloc[0]):,} reported words: {found}")
        if not parts:
            return self._empty()
        return f"Bars of reported words by source. {listed(parts, rest=self._side_words[1])}."

    def _empty(self) -> str:
        return "Nothing to draw: no reported speech was found."

    def _draw(self, canvas: Canvas) -> str:
        used = [kind for kind in _KINDS if kind in set(self.data["speaker_kind"])]
        canvas.key(
            [LegendKey(_WORDS[k], str(self.colors[k]), hatch=k == "anonymous") for k in used]
        )  # fmt: skip
        bars = self.data.loc[self.data["speaker_kind"].isin(_KINDS), "share"]
        top = max(0.1, float(bars.max()) if len(bars) else 1.0)
        groups = [self._group(outlet) for outlet in self.outlets()]
        left = {id(row) for row in panels(canvas, groups, Axis(0, top))}
        lost = [[row for row in group if id(row) in left] for group in groups]
        whole = sum(len(rows) == len(group) for rows, group in zip(lost, groups, strict=True))
        rest = sum(len(r) for r, group in zip(lost, groups, strict=True) if len(r) < len(group))
        said = (self._gone(whole, "outlet"), counted(rest, "more bar") if rest else "")
        return " and ".join(filter(None, said))

    def _group(self, outlet: str) -> list[ChartRow]:
        rows = self.data[self.data["outlet"] == outlet]
        group = f"{tidy(outlet)}: {int(rows['total'].iloc[0]):,} reported words"
        return [self._row(group, row) for row in rows.to_dict("records")]

    def _row(self, group: str, bar: dict[Any, Any]) -> ChartRow:
        kind = str(bar["speaker_kind"])

        def draw(plot: Plot, y: float) -> None:
            if kind != _SEVERAL:
                em = plot.canvas.base
                plot.canvas.box(plot.left, y - 0.5 * em, plot.x(bar["share"]) - plot.left, em,
                                str(self.colors[kind]), hatch=kind == "anonymous",
                                link=_link(bar))  # fmt: skip

        words = f"{percent(bar['share'])}, {bar['words']:,} words"
        return ChartRow(
            name=str(bar["source"]),
            group=group,
            aside=words,
            link=_link(bar),
            draw=draw,
            tall=1.35 if kind != _SEVERAL else 0.6,
            quiet=kind == _SEVERAL,
        )


def _told(data: pd.DataFrame) -> pd.DataFrame:
    """Return the bars that a title may tell of, that of the largest share first."""
    often = (data["total"] >= _ENOUGH) & (data["passages"] >= _PASSAGES)
    rows = data[data["speaker_kind"].isin(_KINDS) & often]
    return rows.sort_values(["share", "outlet"], ascending=[False, True], kind="stable")


def _first_told(data: pd.DataFrame) -> pd.DataFrame:
    """Put the outlet of the title first: what it says stands in every size of the picture."""
    told = _told(data)["outlet"].head(1).tolist()
    return data.sort_values("outlet", key=lambda names: ~names.isin(told), kind="stable")


def _bars(outlet: str, table: pd.DataFrame, most: int) -> Iterable[dict[str, Any]]:
    """Yield the sources of an outlet that are drawn, then all others as one."""
    total = int(table["words"].sum())
    unsourced = table["speaker_kind"].isna() | table["speaker_kind"].isin(_NOBODY)
    about = {"outlet": outlet, "total": total,
             "unsourced": int(table.loc[unsourced, "words"].sum()) / total}  # fmt: skip
    people = _as_people(table[~unsourced])
    shown = people[: most if len(people) > most + 1 else most + 1]
    yield from ({**about, **person} for person in shown)
    rest = people[len(shown) :]
    if rest:
        sums = {count: sum(person[count] for person in rest) for count in _COUNTS}
        yield {**about, "source": counted(len(rest), "more source"), "speaker_kind": _SEVERAL,
               "names": sum(person["names"] for person in rest), **sums}  # fmt: skip


def _as_people(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the sources of one outlet, the most quoted first, those without a name by kind."""
    people = []
    for row in table.to_dict("records"):
        kind, also = str(row["speaker_kind"]), row["also"]
        name = str(row["speaker_name"]) if pd.notna(row["speaker_name"]) else _unnamed(kind)
        names = 1 + len(also.split(";")) if isinstance(also, str) else 1
        counts = {count: int(row[count]) for count in _COUNTS}
        people.append({"source": name, "speaker_kind": kind, "names": names, **counts})
    return sorted(people, key=lambda person: (-person["words"], person["source"]))


def _unsourced(data: pd.DataFrame) -> Iterable[str]:
    """Say how much has no source."""
    shares = data.drop_duplicates("outlet")["unsourced"] if len(data) else pd.Series(dtype=float)
    if len(shares) and shares.max() > 0:
        low, high = percent(shares.min()), percent(shares.max())
        much = low if low == high else f"{low} to {high}"
        yield (
            f"Without a bar: words with no source or only “he”, “she”, “they” ({much} of an "
            "outlet's reported words)."
        )


def _link(bar: dict[Any, Any]) -> Link | None:
    """Return what a bar counts: the passages of a source; the row of all others opens nothing."""
    if bar["speaker_kind"] == _SEVERAL:
        return None
    kind, name = str(bar["speaker_kind"]), str(bar["source"])
    return {"show": "passages", "outlet": str(bar["outlet"]), "n": int(bar["passages"]),
            "speaker": "" if name == _unnamed(kind) else name, "speaker_kind": kind}  # fmt: skip


def _unnamed(kind: str) -> str:
    return {"anonymous": "sources without a name", "named": "named, not linked"}.get(
        kind, f"unnamed {kind}"
    )
