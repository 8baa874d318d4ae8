"""What the page of findings shows beside the sentences: words by outlet, passages, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from markupsafe import Markup

from framing.analysis.counting import plain_form
from framing.charts import KINDS, to_svg
from framing.local.proposals import excerpt
from framing.page import mark
from framing.passages import align_passages
from framing.values import VOICES

if TYPE_CHECKING:
    import pandas as pd

    from framing.comparison import Comparison, Part

__all__ = [
    "NamedThing",
    "OpenedLine",
    "Passage",
    "Said",
    "drawn",
    "lines_of",
    "passages_of",
    "sources_of",
    "words_of_outlets",
]

Row: TypeAlias = dict[Any, Any]
Word: TypeAlias = tuple[str, str, bool, bool]  # wording, voice, loaded, counted

_WIDTHS = (720, 330)  # pixels of the two layouts
_LONGEST = 1_000  # characters of a sentence shown side by side
_MOST_LINES = 100
_MOST_PASSAGES = 12
_MOST_SOURCES = 6
_MOST_ALIGNED = 8


@dataclass(frozen=True, slots=True)
class Said:
    """One word of one outlet for a thing: how often, in whose voice, and where it first stands.

    `counted` is False where no loaded word could have stood in its place.
    """

    word: str
    voice: str
    loaded: bool
    counted: bool
    count: int
    article: str
    anchor: str  # article, field, start, end


@dataclass(frozen=True, slots=True)
class NamedThing:
    """One thing, and what each outlet called it."""

    concept: str
    outlets: tuple[tuple[str, tuple[Said, ...]], ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of two outlets that tell the same, with the words they differ in marked."""

    left_outlet: str
    left: Markup
    right_outlet: str
    right: Markup


@dataclass(frozen=True, slots=True)
class OpenedLine:
    """One sentence that a number counts, and where it is decided on."""

    outlet: str
    sentence: Markup
    voice: str
    article: str
    anchor: str


def drawn(comparison: Comparison) -> list[Markup]:
    """Return the picture of the words, laid out for a screen and once more for a telephone."""
    display = KINDS["pairs"].from_comparison(comparison)
    if not len(display.data):
        return []
    return [to_svg(display, width=width) for width in _WIDTHS]


def words_of_outlets(comparison: Comparison) -> list[NamedThing]:
    """Return the things that two outlets or more name, those named by different words first."""
    material = comparison.material
    found: dict[str, dict[str, dict[Word, list[Row]]]] = {}
    for row in _one_a_span(comparison.analysis.mentions):
        outlet = row["outlet"] if isinstance(row["outlet"], str) else "no outlet named"
        word = (str(row["wording"]), str(row["voice"]), bool(row["loaded"]), bool(row["counted"]))
        concept = material.called(str(row["lexicon"]), str(row["concept"]))
        found.setdefault(concept, {}).setdefault(outlet, {}).setdefault(word, []).append(row)
    named = [
        _named(concept, outlets, material.spelled)
        for concept, outlets in found.items()
        if len(outlets) > 1
    ]
    return sorted(named, key=lambda thing: (not thing.differs, -_size(thing), thing.concept))


def _one_a_span(mentions: pd.DataFrame) -> list[Row]:
    """Return the namings in reading order: of those of one span the counted one, or the first."""
    columns = ["article_id", "field", "start", "end"]
    table = mentions[mentions["loaded"].notna()]
    table = table.sort_values([*columns, "counted"], ascending=[True, False, True, True, False])
    rows: list[Row] = table.drop_duplicates(columns).to_dict("records")
    return rows


def _named(
    concept: str, outlets: Mapping[str, Mapping[Word, list[Row]]], spelled: Mapping[str, str]
) -> NamedThing:
    columns = []
    for outlet, words in sorted(outlets.items()):
        said = [
            Said(
                _as_written(rows, spelled), voice, loaded, counted, len(rows),
                rows[0]["article_id"], _anchor(rows[0]),
            )
            for (_, voice, loaded, counted), rows in words.items()
        ]  # fmt: skip
        said.sort(key=lambda naming: (VOICES.index(naming.voice), -naming.count, naming.word))
        columns.append((outlet, tuple(said)))
    own = {
        frozenset(word for word, voice, *_ in words if voice == "own") for words in outlets.values()
    }
    return NamedThing(concept, tuple(columns), len(own - {frozenset()}) > 1)


def _as_written(rows: Sequence[Row], spelled: Mapping[str, str]) -> str:
    """Return the form written most, or first, as the sentences of the findings spell it."""
    form = Counter(plain_form(str(row["text"])) for row in rows).most_common(1)[0][0]
    return spelled.get(form, form)


def _size(named: NamedThing) -> int:
    return sum(said.count for _, column in named.outlets for said in column)


def passages_of(comparison: Comparison) -> list[Passage]:
    """Return aligned sentences, those in which the outlets name things differently first."""
    analysis = comparison.analysis
    events = Counter(article.event for article in analysis.articles if article.event)
    if not 2 <= len(analysis.articles) <= _MOST_ALIGNED or not events:
        return []
    rows = align_passages(analysis, next(iter(events))).pairs.to_dict("records")
    rows.sort(key=lambda row: (not row["namings"], -row["similarity"]))
    places: dict[str, list[tuple[int, int, str]]] = {}
    columns = ("article_id", "field", "start", "end", "text")
    for article, field, *place in zip(*(analysis.mentions[name] for name in columns), strict=True):
        if field == "text":
            places.setdefault(article, []).append((place[0], place[1], place[2]))
    return [_passage(row, places) for row in rows[:_MOST_PASSAGES]]


def _passage(
    row: Mapping[Any, Any], places: Mapping[str, Sequence[tuple[int, int, str]]]
) -> Passage:
    marked = {}
    for side in ("left", "right"):
        words = {word for naming in row["namings"] for word in naming[side]}
        start, end = row[f"{side}_start"], min(row[f"{side}_end"], row[f"{side}_start"] + _LONGEST)
        spans = {
            (left - start, right - start)
            for left, right, word in places.get(row[f"{side}_article_id"], ())
            if start <= left and right <= end and word in words
        }
        cut = "" if end == row[f"{side}_end"] else " …"
        marked[side] = mark(row[f"{side}_text"][: end - start], spans) + cut
    return Passage(
        str(row["left_outlet"]), marked["left"], str(row["right_outlet"]), marked["right"]
    )


def lines_of(comparison: Comparison, number: Part) -> list[OpenedLine]:
    """Return the sentences that a number counts, each with the word in it marked."""
    texts = {article.id: article for article in comparison.analysis.articles}
    rows: list[Row] = comparison.lines(number).to_dict("records")
    lines = []
    rows.sort(key=lambda row: (str(row["outlet"]), row["article_id"], row["start"]))
    for row in rows[:_MOST_LINES]:
        article = texts[row["article_id"]]
        whole = (article.title or "") if row["field"] == "title" else article.text
        sentence = excerpt(
            whole, (row["sentence_start"], row["sentence_end"]), row["start"], row["end"]
        )
        lines.append(
            OpenedLine(str(row["outlet"]), sentence, row["voice"], article.id, _anchor(row))
        )
    return lines


def _anchor(row: Row) -> str:
    return "|".join(str(row[name]) for name in ("article_id", "field", "start", "end"))


def sources_of(comparison: Comparison) -> list[tuple[str, list[tuple[str, int, int]], int]]:
    """Return for each outlet whom it lets speak: name, passages, words; and how many more."""
    table = comparison.sources
    found: dict[str, Counter[str]] = {}
    words: dict[tuple[str, str], int] = {}
    for row in table.to_dict("records"):
        name = row["speaker_name"] if isinstance(row["speaker_name"], str) else ""
        name = name or ("somebody not named" if row["speaker_kind"] == "anonymous" else "others")
        found.setdefault(row["outlet"], Counter())[name] += int(row["passages"])
        words[row["outlet"], name] = words.get((row["outlet"], name), 0) + int(row["words"])
    shown = []
    for outlet, names in sorted(found.items()):
        ranked = sorted(names, key=lambda name: (-words[outlet, name], name))
        rows = [(name, names[name], words[outlet, name]) for name in ranked[:_MOST_SOURCES]]
        shown.append((outlet, rows, max(0, len(ranked) - _MOST_SOURCES)))
    return shown
