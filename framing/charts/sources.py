"""Source balance: whose words each outlet reports, and how much of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.display import Display, Link
from framing.charts.labels import listed, percent, tidy
from framing.charts.legend import legend_below, patch
from framing.charts.rows import draw_rows, lay_out
from framing.charts.style import MUTED, PAPER

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from framing.comparison import Comparison

__all__ = ["SourcesDisplay"]

_MOST = 6
_SEVERAL = "several"
_COUNTS = ("passages", "words", "cues", "doubt_cues")
_KINDS = {
    "named": "#16385f", "official": "#35689b", "institution": "#3f8f9b",
    "group": "#8a9a5b", "document": "#9a86b5", "anonymous": "#dd7a33",
    "pronoun": "#b9c2ca", "none": "#dfe4e9",
}  # fmt: skip
_WORDS = {
    "named": "person by name", "official": "official without name", "institution": "institution",
    "group": "people without name", "document": "document", "anonymous": "name withheld",
    "pronoun": "only “he”, “she”, “they”", "none": "no source given",
}  # fmt: skip
_HATCHES = {"anonymous": "////"}


class SourcesDisplay(Display):
    """Bars of reported words by source, the most quoted of each outlet.

    What all its other sources say together stands below them in figures, without a bar.

    Attributes
    ----------
    data : pandas.DataFrame
        One row a bar: ``outlet, source, speaker_kind, passages, words, total, share``. `share` is
        words of `total`, all reported words of the outlet. From a comparison also ``cues,
        doubt_cues`` (of the source: passages with a reporting word, and with a doubting one),
        ``anonymous`` (share of the outlet's words that named and unnamed people say) and
        ``entropy`` (−Σ p ln p over its sources' shares).
    """

    kind: ClassVar[str] = "sources"
    heading: ClassVar[str] = "Who is quoted, and how much"
    columns: ClassVar[tuple[str, ...]] = (
        "outlet", "source", "speaker_kind", "passages", "words", "total", "share",
    )  # fmt: skip
    more: ClassVar[tuple[str, ...]] = ("cues", "doubt_cues", "anonymous", "entropy")
    palette: ClassVar = _KINDS

    @classmethod
    def from_comparison(cls, comparison: Comparison, *, most: int = _MOST, **options: Any) -> Self:
        """Take the `most` quoted sources of each outlet; the rest of it is one row."""
        rows: list[dict[str, Any]] = []
        spread = _spread(comparison.stance)
        for outlet, table in comparison.sources.groupby("outlet", sort=False):
            anonymous, entropy = spread[str(outlet)]
            about = {"outlet": outlet, "total": int(table["words"].sum()), "anonymous": anonymous,
                     "entropy": entropy}  # fmt: skip
            if not about["total"]:
                continue
            shown = table.head(most if len(table) > most + 1 else most + 1)
            for row in shown.to_dict("records"):
                kind = str(row["speaker_kind"]) if pd.notna(row["speaker_kind"]) else "none"
                name = row["speaker_name"] if pd.notna(row["speaker_name"]) else _unnamed(kind)
                counts = {count: int(row[count]) for count in _COUNTS}
                rows.append({**about, "source": name, "speaker_kind": kind, **counts})
            rest = table.iloc[len(shown) :]
            if len(rest):
                name = f"{len(rest)} more sources"
                counts = {count: int(rest[count].sum()) for count in _COUNTS}
                rows.append({**about, "source": name, "speaker_kind": _SEVERAL, **counts})
        names = [*cls.columns, *cls.more]
        data = pd.DataFrame(rows, columns=[name for name in names if name != "share"])
        data = data.assign(share=data["words"] / data["total"])
        return cls(data[names], **options)

    @property
    def alt(self) -> str:
        """Each outlet's sources with their share of its reported words."""
        parts = []
        for outlet in self.outlets():
            rows = self.data[self.data["outlet"] == outlet]
            found = ", ".join(
                f"{tidy(r['source'])} {percent(r['share'])}" for r in rows.to_dict("records")
            )
            parts.append(f"{outlet}, {self._spread(outlet)}: {found}")
        if not parts:
            return self._empty()
        return f"Bars of reported words by source. {listed(parts, rest='outlets')}."

    def _empty(self) -> str:
        return "Nothing to draw: no reported speech was found."

    def _pairs(self) -> list[tuple[str, str]]:
        found = []
        for outlet in self.outlets():
            rows = self.data[self.data["outlet"] == outlet]
            found += [(tidy(outlet), str(name)) for name in rows["source"]]
        return found

    def _spread(self, outlet: str) -> str:
        """Say how many words an outlet reports, and how they are spread over its sources."""
        rows = self.data[self.data["outlet"] == outlet]
        parts = [f"{int(rows['total'].iloc[0]):,} reported words"]
        if "anonymous" in rows and pd.notna(rows["anonymous"].iloc[0]):
            parts.append(f"{percent(rows['anonymous'].iloc[0])} anonymous")
        if "entropy" in rows and pd.notna(rows["entropy"].iloc[0]):
            parts.append(f"entropy {rows['entropy'].iloc[0]:.2f}")
        return ", ".join(parts)

    def _size(self) -> tuple[float, float]:
        return 4.0, 0.24 * lay_out(self._pairs()).depth

    def _draw(self, ax: Axes) -> None:
        from matplotlib.ticker import MaxNLocator

        placed = lay_out(self._pairs())
        ordered = pd.concat([self.data[self.data["outlet"] == name] for name in self.outlets()])
        across = ax.get_yaxis_transform()
        for row, bar in zip(placed.rows, ordered.to_dict("records"), strict=True):
            kind = str(bar["speaker_kind"])
            drawn: list[Artist] = []
            if kind != _SEVERAL:
                drawn += ax.barh(row.y, bar["share"], 0.66, color=self.colors.get(kind, PAPER),
                                 edgecolor=MUTED, linewidth=0.5,
                                 hatch=_HATCHES.get(kind, ""))  # fmt: skip
            passages = f"{bar['passages']} passage" + ("s" if bar["passages"] != 1 else "")
            words = f"{percent(bar['share'])}, {bar['words']} words in {passages}"
            if bar.get("doubt_cues"):
                words += f", {bar['doubt_cues']} of {bar['cues']} with doubt"
            drawn.append(ax.text(1.02, row.y, words, va="center", fontsize=7, transform=across))
            for one in drawn:
                self._opens(one, _link(bar))
        draw_rows(ax, placed, width=34, lines=1)
        for (y, _), outlet in zip(placed.heads, self.outlets(), strict=True):
            ax.text(1.02, y, self._spread(outlet), va="center", fontsize=7, color=MUTED,
                    transform=across)  # fmt: skip
        shown = self.data.loc[self.data["speaker_kind"] != _SEVERAL, "share"]
        top = max(0.1, float(shown.max()) if len(shown) else 1.0)
        ax.set_xlim(0, min(1.0, top * 1.02))
        ax.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
        ax.xaxis.set_major_formatter(lambda value, _: f"{100 * value:.4g}")
        ax.set_xlabel("share of the outlet's reported words, %")
        used = [kind for kind in _KINDS if kind in set(self.data["speaker_kind"])]
        handles = [patch(self.colors[k], _WORDS[k], _HATCHES.get(k, "")) for k in used]
        legend_below(ax, handles, columns=3)


def _spread(stance: pd.DataFrame) -> dict[str, tuple[float | None, float | None]]:
    """Return of each outlet the share of anonymous sources and the entropy of its sources."""
    found = {}
    for outlet, rows in stance.groupby("outlet", sort=False):
        values = dict(zip(rows["measure"], rows["value"], strict=True))
        found[str(outlet)] = (values.get("anonymous share"), values.get("source entropy"))
    return found


def _link(bar: dict[Any, Any]) -> Link:
    """Return what a bar counts: passages of one source, or of all those without a bar."""
    about: Link = {"show": "passages", "outlet": str(bar["outlet"]), "n": int(bar["passages"])}
    if bar["speaker_kind"] == _SEVERAL:
        return {**about, "rest": 1}
    kind, name = str(bar["speaker_kind"]), str(bar["source"])
    return {**about, "speaker": "" if name == _unnamed(kind) else name, "speaker_kind": kind}


def _unnamed(kind: str) -> str:
    return {
        "anonymous": "anonymous sources",
        "named": "named, not linked",
        "none": "no source given",
        "pronoun": "he, she, they",
    }.get(kind, f"unnamed {kind}")
