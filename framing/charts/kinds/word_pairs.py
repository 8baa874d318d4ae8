"""Two outlets, word against word: what each wrote most of all for the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pandas as pd

from framing.charts.canvas import SMALL, Canvas, LegendKey
from framing.charts.display import Display, Link
from framing.charts.evidence import FEW, as_table, headline, how_sure, misread, names_of
from framing.charts.graphics import Align
from framing.charts.labels import as_quoted, listed, n_of_n, own_between, written
from framing.comparison.onething import doubted
from framing.comparison.ownwords import OWN_COUNTS, own_of_side
from framing.comparison.ranking import written_once
from framing.comparison.wroteclauses import other_side
from framing.errors import SettingsError
from framing.language.numberwords import counted

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["PairsDisplay"]

_MOST = 12
# Size in em of a word written once, and of the word written most often on the picture.
_SMALLEST, _LARGEST = 1.05, 1.9


class PairsDisplay(Display):
    """The words two outlets chose for the same thing, facing each other, larger the more often.

    One row per concept, in the order of the evidence (`Comparison.ranked`): at the left the form
    one outlet wrote more than the other did, at the right the other's, and under each how often,
    out of all its namings of the concept in the events in which both named it. Between them
    stands how many of 100 namings would have to be reworded, with its interval, where there is
    one. In grey is what was named less than five times on that side, and two words that nothing
    shows to be of one thing (`framing.comparison.onething`), which stand below the others.

    Attributes
    ----------
    data : pandas.DataFrame
        Two rows per concept: ``lexicon, concept, scope, outlet, outlet_b, side, variant, wording,
        n, total, events, difference, low, high, p_value, doubted``; `outlet_b` is the other
        outlet, `doubted` tells whether nothing shows that the two words are of one thing. With
        `misreading` also ``own_expected, own_low, own_high``.
    """

    kind: ClassVar[str] = "pairs"
    heading: ClassVar[str] = "The words each chose for the same thing"
    question: ClassVar[str] = "Which words did two outlets choose for the same thing?"
    rank: ClassVar[int] = 20
    columns: ClassVar[tuple[str, ...]] = (
        "lexicon", "concept", "scope", "outlet", "outlet_b", "side", "variant", "wording", "n",
        "total", "events", "difference", "low", "high", "p_value", "doubted",
    )  # fmt: skip

    @classmethod
    def from_comparison(
        cls,
        comparison: Comparison,
        *,
        outlet_a: str | None = None,
        outlet_b: str | None = None,
        misreading: bool = False,
        **options: Any,
    ) -> Self:
        """Take the naming choices of two outlets, by default the pair that ranks highest.

        With `misreading`, beside each count stands too how many of the outlet's namings by that
        word, in the same events and in whatever voice they were read, are likely its own words:
        the 95% interval of `framing.voice.own_interval`.

        Raises
        ------
        SettingsError
            When `outlet_a` or `outlet_b` is no outlet of the comparison, or both are one.
        """
        rows = _rows(comparison, [name for name in (outlet_a, outlet_b) if name is not None])
        drawn = rows[:_MOST].to_dict("records")
        sides = [side for row in drawn for side in _sides(row)]
        if outlet_a is not None:
            options.setdefault("order", [outlet_a])
        data = pd.DataFrame(sides, columns=list(cls.columns))
        if misreading:
            own = [own_of_side(comparison, row, side) for row in drawn for side in ("a", "b")]
            data[list(OWN_COUNTS)] = pd.DataFrame(own, columns=list(OWN_COUNTS), dtype="float64")
        display = cls(data, **options)
        display._names = names_of(comparison)
        if len(rows):
            first = rows.iloc[0].to_dict()
            turned = display.outlets()[0] != first["outlet_a"]
            display._found = headline(comparison, _turned(first) if turned else first)
            display.subtitle = (
                "In their own words: what each wrote more than the other did, with whatever counts "
                "as the same word, and n of all its namings in the "
                f"{comparison.settings.units} in which both named it"
            )
            display._rest = first["kind"] == "rest"
            display._tell_of(comparison, None if display._rest else display.outlets())
            asked = first | {"outlet_b": None if display._rest else first["outlet_b"]}
            said = misread("by the word, in the same events") if misreading else ""
            display.warnings = tuple(filter(None, (how_sure(comparison, asked), said)))
            display.beyond = max(0, len(rows) - _MOST)
            display.left_out = as_table("differences")
        return display

    _rest: bool = False

    def _pairs(self) -> list[tuple[tuple[str, str], list[dict[Any, Any]]]]:
        """Return the concepts from top to bottom, each with its two sides from left to right."""
        order = self.outlets()
        return [
            (
                (str(key[0]), str(key[1])),
                sorted(rows.to_dict("records"), key=lambda r: order.index(str(r["outlet"]))),
            )
            for key, rows in self.data.groupby(["lexicon", "concept"], sort=False)
        ]

    @property
    def alt(self) -> str:
        """Both words with their counts, concept by concept."""
        parts = []
        for concept, sides in self._pairs():
            said = ", ".join(
                f"{side['outlet']} {as_quoted(side['wording'])} "
                f"{n_of_n(int(side['n']), int(side['total']))}{own_between(side)}"
                for side in sides
            )
            maybe = ", which may name different things" if sides[0]["doubted"] else ""
            parts.append(f"{self._concept(concept)}: {said}{maybe}")
        if not parts:
            return self._empty()
        said = self._spoken("Two outlets' words for the same thing, in their own words.")
        return f"{said} {listed(parts)}."

    def _empty(self) -> str:
        return (
            "Nothing to draw: no two outlets named the same thing differently often enough in "
            "their own words."
        )

    def _draw(self, canvas: Canvas) -> str:
        em, pairs = canvas.base, self._pairs()
        few = []
        if (self.data["total"] < FEW).any():
            few.append(f"named less than {FEW} times")
        if self.data["doubted"].any():
            few.append("may name different things")
        if few:
            canvas.key([LegendKey(", or ".join(few), "muted")])
        middle = 0.0 if canvas.narrow else 0.26 * canvas.width
        wide = (canvas.width - middle) / 2 - 0.8 * em
        ends: list[tuple[float, Align]] = [
            (canvas.left + wide, "right"), (canvas.right - wide, "left")
        ]  # fmt: skip
        if canvas.narrow:
            ends = [(canvas.left, "left"), (canvas.right, "right")]
        heads = [canvas.lines(outlet, wide, bold=True, most=2) for outlet in self.outlets()]
        for outlet, lines, (x, align) in zip(self.outlets(), heads, ends, strict=True):
            canvas.block(x, canvas.top, lines, bold=True, color=self._color(outlet), align=align)
        canvas.top += max(map(len, heads)) * canvas.line() + 0.3 * em
        most = int(self.data["n"].max())
        for number, (concept, sides) in enumerate(pairs):
            if canvas.room < self._tall(canvas) and number:
                return self._gone(len(pairs) - number, "concept")
            self._pair(canvas, concept, sides, most, wide, ends)
        return self._gone(0, "concept")

    def _tall(self, canvas: Canvas) -> float:
        """Return the height of a pair."""
        above = canvas.line() if canvas.narrow else 0.0
        return above + _LARGEST * canvas.base * 1.15 + canvas.line(SMALL) + 0.9 * canvas.base

    def _pair(
        self, canvas: Canvas, concept: tuple[str, str], sides: list[dict[Any, Any]], most: int,
        wide: float, ends: list[tuple[float, Align]],
    ) -> None:  # fmt: skip
        em, name = canvas.base, self._concept(concept)
        canvas.stroke((canvas.left, canvas.top), (canvas.right, canvas.top))
        top = canvas.top + 0.3 * em
        size = reworded(sides[0])
        centre = canvas.left + canvas.width / 2
        if canvas.narrow:
            about = canvas.lines(f"{name}{': ' if size else ''}{size}", canvas.width, most=1)
            top = canvas.block(canvas.left, top, about, size=SMALL, color="muted")
        else:
            room = canvas.width - 2 * wide - 2 * em
            lines = canvas.lines(name, room, most=2)
            if size:
                lines += canvas.lines(size, room, size=SMALL, most=2)
            canvas.middle(centre, canvas.top + self._tall(canvas) / 2, lines, size=SMALL,
                          color="muted", align="center")  # fmt: skip
        for side, (x, align) in zip(sides, ends, strict=True):
            self._side(canvas, side, top, (x, align, wide), most)
        canvas.top += self._tall(canvas)

    def _side(
        self, canvas: Canvas, side: dict[Any, Any], top: float, at: tuple[float, Align, float],
        most: int,
    ) -> None:  # fmt: skip
        """Write one outlet's word and, under it, how often it wrote it."""
        x, align, wide = at
        n, total, outlet = int(side["n"]), int(side["total"]), str(side["outlet"])
        few = total < FEW or bool(side["doubted"])
        size = _SMALLEST + (_LARGEST - _SMALLEST) * (n / max(1, most)) ** 0.5
        word, more = written(side["wording"])
        # A long word is set smaller before it is cut.
        size = max(0.9, min(size, 0.98 * size * wide / max(1.0, canvas.width_of(word, size))))
        word = canvas.lines(word, wide, size=size, most=1)[0]
        link = self._link(side)
        y = top + _LARGEST * canvas.base * 0.6
        canvas.word(x, y, word, size=size, align=align, link=link,
                    color="muted" if few else self._color(outlet))  # fmt: skip
        often = f"{n_of_n(n, total)} times{own_between(side)}"
        with_more = f"{often} with {counted(int(more.split()[1]), 'other')}" if more else often
        often = with_more if canvas.width_of(with_more, SMALL) <= wide else often
        canvas.word(x, y + 0.62 * _LARGEST * canvas.base + 0.5 * canvas.line(SMALL), often,
                    size=SMALL, align=align, link=link,
                    color="muted" if few else "ink")  # fmt: skip

    def _link(self, side: dict[Any, Any]) -> Link:
        here, outlet = side["side"] == "a", str(side["outlet"])
        return {
            "lexicon": str(side["lexicon"]), "concept": str(side["concept"]),
            "variant": str(side["variant"]), "scope": str(side["scope"]),
            "a": outlet if here else str(side["outlet_b"]),
            "b": None if self._rest else str(side["outlet_b"]) if here else outlet,
            "side": str(side["side"]), "n": int(side["n"]),
        }  # fmt: skip


def reworded(row: dict[Any, Any]) -> str:
    """Say how many of 100 namings would have to be reworded, with the interval; empty untested."""
    if any(pd.isna(row[name]) for name in ("difference", "low", "high")):
        return ""
    size, low, high = (f"{100 * row[name]:.0f}" for name in ("difference", "low", "high"))
    return f"{size} of 100 differ ({low} to {high})"


def _rows(comparison: Comparison, given: list[str]) -> pd.DataFrame:
    """Return the contrasts of one pair of outlets in which the words differ."""
    if len(set(given)) < len(given) or any(name not in comparison.outlets for name in given):
        raise SettingsError(
            f"outlets {', '.join(map(repr, given))}: give two of "
            f"{', '.join(comparison.outlets) or 'none'}"
        )
    rows = comparison.ranked()
    for name in given:
        rows = rows[(rows["outlet_a"] == name) | (rows["outlet_b"] == name)]
    apart = (rows["variant_a"] != rows["variant_b"]) & (rows["raw_difference"] > 0)
    rows = rows[apart.fillna(False).astype(bool)].sort_values("p_value", kind="stable")
    # Of many outlets each is set against all others together; two are drawn where there are two.
    two = rows[rows["kind"] != "rest"]
    rows = two if len(two) or len(given) > 1 else rows
    if not len(rows):
        return rows
    first = _first(rows)
    asked = rows
    rows = rows.assign(outlet_b=rows["outlet_b"].fillna(other_side(comparison.material, first)))
    other = first["outlet_b"] if len(two) else rows["outlet_b"].iloc[0]
    same = rows["outlet_a"].eq(first["outlet_a"]) & rows["outlet_b"].eq(other)
    rows = rows[same].drop_duplicates(["lexicon", "concept"])
    rows = rows.assign(doubted=doubted(comparison.material, asked.loc[rows.index]))
    rows = rows.assign(_once=rows["p_value"].isna() & written_once(rows))
    return rows.sort_values(["doubted", "_once"], kind="stable").drop(columns="_once")


def _first(rows: pd.DataFrame) -> dict[Any, Any]:
    """Return a contrast of the pair to draw: that ranked first, or untested of the most words."""
    if pd.isna(rows["p_value"].iloc[0]):
        sizes = rows.groupby(["outlet_a", "outlet_b"], dropna=False)["concept"].transform("nunique")
        rows = rows[sizes == sizes.max()]
    first: dict[Any, Any] = rows.iloc[0].to_dict()
    return first


def _turned(row: dict[Any, Any]) -> dict[Any, Any]:
    """Return a contrast from its other side."""
    swap = {"a": "b", "b": "a"}
    return {
        (f"{name[:-1]}{swap[name[-1]]}" if name[-2:] in ("_a", "_b") else name): value
        for name, value in row.items()
    }


def _sides(row: dict[Any, Any]) -> list[dict[str, Any]]:
    """Return a contrast as one row per side."""
    shared = (
        "lexicon",
        "concept",
        "scope",
        "events",
        "difference",
        "low",
        "high",
        "p_value",
        "doubted",
    )
    return [
        {
            **{name: row[name] for name in shared},
            "outlet": row[f"outlet_{side}"], "outlet_b": row[f"outlet_{other}"], "side": side,
            "variant": row[f"variant_{side}"], "wording": row[f"wording_{side}"],
            "n": row[f"n_{side}"], "total": row[f"total_{side}"],
        }
        for side, other in (("a", "b"), ("b", "a"))
    ]  # fmt: skip
