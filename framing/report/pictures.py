"""The pictures of the findings: what two sides called one thing, word by word, as bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.comparison import Query
from framing.comparison.clauses import concept_words, other_side, written_of
from framing.report.marks import direction_class
from framing.values import Scope

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison

__all__ = ["Column", "IntervalCell", "Picture", "WordCell", "pictures_of"]

_MOST_PICTURES = 3
_MOST_WORDS = 5
_MOST_SIDES = 4
_FEW = 5
Data = dict[str, str | int | bool]


@dataclass(frozen=True, slots=True)
class WordCell:
    """One word a side wrote: as written, how often, how long its bar is, and its lines."""

    label: str
    n: int
    width: float
    look: str
    query: Data


@dataclass(frozen=True, slots=True)
class Column:
    """What one side wrote: its words, the most frequent first, and how many are not shown."""

    name: str
    total: int
    words: tuple[WordCell, ...]
    more: int
    query: Data

    @property
    def few(self) -> bool:
        """Whether so little was counted that the bars are drawn faint."""
        return self.total < _FEW


@dataclass(frozen=True, slots=True)
class IntervalCell:
    """How many of 100 namings would have to be reworded, with its 95% interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Picture:
    """One concept: the sides' words beside each other, and the interval where there is one."""

    concept: str
    where: str
    columns: tuple[Column, ...]
    interval: IntervalCell | None


def pictures_of(comparison: Comparison) -> list[Picture]:
    """Return the pictures of the first findings, in their order.

    Where nothing is matched there is one a concept named most, its sides beside each other.
    """
    rows = comparison.ranked().head(_MOST_PICTURES).to_dict("records")
    if rows:
        return [_matched(comparison, row) for row in rows]
    return list(_alone(comparison))


def _matched(comparison: Comparison, row: Mapping[Any, Any]) -> Picture:
    """Draw the namings of a contrast: those of both sides in the events in which both name it."""
    query = Query.of_row(row).but(variant=None)
    lines = comparison.lines(query)
    first = (lines["outlet"] == row["outlet_a"]).astype(bool)
    sides = (
        (str(row["outlet_a"]), lines.loc[first], query.but(side="a")),
        (other_side(comparison.material, row), lines.loc[~first], query.but(side="b")),
    )
    ends = [row["difference"], row["low"], row["high"]]
    interval = (
        None if any(end != end for end in ends) else IntervalCell(*(100 * end for end in ends))
    )
    events, settings = int(row["events"]), comparison.settings
    where = f"{events} {settings.units if events != 1 else settings.unit} in which both name it"
    return Picture(concept_words(str(row["concept"])), where, _columns(sides), interval)


def _alone(comparison: Comparison) -> Iterator[Picture]:
    mentions = comparison.material.mentions
    own = mentions.loc[mentions["voice"] == "own"]
    counts = own.groupby(["lexicon", "concept"], sort=True).size()
    order = counts.sort_values(ascending=False, kind="stable").index[:_MOST_PICTURES]
    for lexicon, concept in order:
        query = Query(lexicon=str(lexicon), concept=str(concept), scope=str(Scope.OWN))
        lines = comparison.lines(query)
        names = lines["outlet"].value_counts(sort=True).index[:_MOST_SIDES]
        sides = [
            (str(name), lines.loc[lines["outlet"] == name], query.but(outlet=str(name)))
            for name in names
        ]
        yield Picture(concept_words(str(concept)), "all articles", _columns(sides), None)


def _columns(sides: Iterable[tuple[str, pd.DataFrame, Query]]) -> tuple[Column, ...]:
    """Count the words of each side; all bars of a picture are on one scale."""
    counted = [(name, lines, query, _groups(lines)) for name, lines, query in sides]
    longest = max((len(rows) for *_, groups in counted for _, rows in groups), default=1)
    return tuple(
        Column(
            name,
            len(lines),
            tuple(_word(variant, rows, query, longest) for variant, rows in groups[:_MOST_WORDS]),
            sum(len(rows) for _, rows in groups[_MOST_WORDS:]),
            query.but(n=len(lines)).data(),
        )
        for name, lines, query, groups in counted
    )


def _groups(lines: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the lines of each variant, the most frequent first."""
    groups = [(str(name), rows) for name, rows in lines.groupby("variant", sort=True)]
    return sorted(groups, key=lambda group: -len(group[1]))


def _word(variant: str, rows: pd.DataFrame, query: Query, longest: int) -> WordCell:
    intensity, direction = (rows[name].dropna() for name in ("intensity", "direction"))
    look = direction_class({
        "intensity": int(intensity.iloc[0]) if len(intensity) else 0,
        "direction": int(direction.mode().iloc[0]) if len(direction) else 0,
    })  # fmt: skip
    asked = query.but(variant=variant, n=len(rows)).data()
    label = str(written_of(rows))
    return WordCell(label, len(rows), round(100 * len(rows) / longest, 1), look, asked)
