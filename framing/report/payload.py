"""The page's data: a line for every mention and reported passage, for the page's own script."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.report.eventsections import PageRoom, Shown
from framing.report.numbered import Numbers
from framing.report.pagerows import context, plain
from framing.report.rulewords import in_words
from framing.values import Article

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["PageLines", "most_passages", "payload_of"]

_WORDS = ("voice", "toward", "target", "speaker", "speaker_kind", "cue", "rule")
FIELDS = (
    "article", "variant", *_WORDS, "direction", "distanced", "negated", "left", "text",
    "right",
)  # fmt: skip
_PASSAGE_WORDS = ("source", "speaker", "speaker_kind", "kind", "cue", "rule")
PASSAGE_FIELDS = ("article", *_PASSAGE_WORDS, "doubt", "text")
_LONGEST = 120
_LEAST_BYTES = 2 * len(PASSAGE_FIELDS)
"""What the line of a passage takes at least: a sign and a comma a field."""


class _Strings:
    """Words that come again and again, each once: lines hold its place, −1 for none."""

    def __init__(self) -> None:
        self.listed: list[str] = []
        self._place: dict[str, int] = {}

    def of(self, value: str | None) -> int:
        """Return a string's place."""
        if value is None:
            return -1
        if value not in self._place:
            self._place[value] = len(self.listed)
            self.listed.append(value)
        return self._place[value]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageLines:
    """What a page shows of a comparison, line by line.

    Attributes
    ----------
    comparison : Comparison
        What is shown.
    room : PageRoom
        How much of it there is room for.
    mentions, passages : list of mapping
        The namings that are counted, numbered in reading order, and the reported passages.
    tables : list of mapping
        The tables of variants, one per concept.
    about, labels : mapping
        What lexicons say of each (lexicon, concept, variant), and what it is called.
    shown : mapping
        The anchors of the articles whose texts are on the page.
    names : mapping
        The outlet, or whatever is compared, of each article.
    numbers : Numbers
        The numbers given out so far.
    """

    comparison: Comparison
    room: PageRoom
    mentions: list[dict[str, Any]]
    passages: list[dict[str, Any]]
    tables: Sequence[Mapping[str, Any]]
    about: Mapping[tuple[str, str, str], Mapping[str, Any]]
    labels: Mapping[tuple[str, str, str], str]
    shown: Shown
    names: Mapping[str, str]
    numbers: Numbers


def payload_of(page: PageLines) -> dict[str, Any]:
    """Collect the lines, and the numbers that open them.

    Lines of articles on the page come first, the others as far as there is room.
    Every mention keeps its number; one that found no room is null.
    """
    articles = {article.id: article for article in page.comparison.analysis.articles}
    place = {name: number for number, name in enumerate(articles)}
    variants, listed = _variants(page)
    strings = _Strings()
    lines = _lines(page, articles, place, variants, strings)
    said = _passages(page.passages, articles, place, strings, _passage_bytes(page.room))
    kept = np.array([line is not None for line in lines], dtype=bool)
    return {
        "fields": FIELDS,
        "mentions": lines,
        "numbers": page.numbers.data(kept, len(said), strings.of),
        "variants": listed,
        "articles": _articles(page),
        "passageFields": PASSAGE_FIELDS,
        "passages": said,
        "words": [*_WORDS, *_PASSAGE_WORDS],
        **_names(page.comparison),
        "strings": strings.listed,
    }


def _variants(
    page: PageLines,
) -> tuple[dict[tuple[str, str, str], int], list[dict[str, Any]]]:
    """Give variants numbers as they come, and say what the page knows of each."""
    groups = {(t["lexicon"], t["concept"]): i for i, t in enumerate(page.tables)}
    places: dict[tuple[str, str, str], int] = {}
    listed = []
    for row in page.mentions:
        key = (row["lexicon"], row["concept"], row["variant"])
        if key not in places:
            places[key] = len(places)
            listed.append(_variant(key, row, groups, page.about) | {"label": page.labels[key]})
    return places, listed


def most_passages(room: PageRoom) -> int:
    """Return how many reported passages a page can keep at most."""
    return _passage_bytes(room) // _LEAST_BYTES


def _passage_bytes(room: PageRoom) -> int:
    return room.line_bytes // 2


def _names(comparison: Comparison) -> dict[str, Any]:
    """Return what the page calls things: rules in words, and what is compared."""
    return {
        "rules": {rule: in_words(rule) for rule in _rules(comparison)},
        "by": comparison.by,
        "within": comparison.within,
    }


def _articles(page: PageLines) -> list[dict[str, Any]]:
    """Return what the page says of each article; one that repeats another has no number.

    Of many articles those without their text here have no title here either.
    """
    articles, shown, namings = page.comparison.analysis.articles, page.shown, page.numbers
    few = len(articles) <= page.room.titles
    events = page.comparison.material.articles["event"].to_dict()
    return [
        {
            "anchor": shown.get(a.id),
            "outlet": page.names.get(a.id, ""),
            "event": event and namings.called(event),
            "date": plain(a.date),
            "title": _title(a) if few or a.id in shown else "",
            "namings": number,
        }
        for a, number in zip(articles, namings.of_articles(), strict=True)
        for event in [plain(events.get(a.id, a.event))]
    ]


def _title(article: Article) -> str:
    return " ".join((article.title or article.id).split())[:_LONGEST]


def _rules(comparison: Comparison) -> list[str]:
    """Return the rules that decided anything here."""
    material = comparison.material
    found = {*material.mentions["rule"].dropna(), *material.attributions["rule"].dropna()}
    return sorted(str(rule) for rule in found)


def _lines(
    page: PageLines,
    articles: Mapping[str, Article],
    place: Mapping[str, int],
    variants: Mapping[tuple[str, str, str], int],
    strings: _Strings,
) -> list[list[Any] | None]:
    lines: list[list[Any] | None] = [None] * len(page.mentions)
    shown, room = page.shown, page.room.line_bytes
    for row in sorted(page.mentions, key=lambda row: row["article_id"] not in shown):
        name = row["article_id"]
        left, right = context(articles[name], row)
        number = variants[row["lexicon"], row["concept"], row["variant"]]
        words = [strings.of(row[field]) for field in _WORDS]
        flags = [row["direction"] or 0, int(row["distanced"] or 0), int(row["negated"] or 0)]
        line = [place[name], number, *words, *flags, left, row["text"], right]
        room -= _size(line)
        if room < 0 and name not in shown:
            break
        lines[row["number"]] = line
    return lines


def _variant(
    key: tuple[str, str, str],
    row: Mapping[str, Any],
    groups: Mapping[tuple[str, str], int],
    about: Mapping[tuple[str, str, str], Mapping[str, Any]],
) -> dict[str, Any]:
    return {
        "lexicon": key[0],
        "concept": key[1],
        "variant": key[2],
        "group": groups.get(key[:2], -1),
        "intensity": row["intensity"] or 0,
        **about.get(key, {}),
    }


def _passages(
    passages: Sequence[Mapping[str, Any]],
    articles: Mapping[str, Article],
    place: Mapping[str, int],
    strings: _Strings,
    room: int,
) -> list[list[Any]]:
    """Return one line per reported passage in the table of sources, while there is room."""
    found: list[list[Any]] = []
    counted = (row for row in passages if row["number"] >= 0)
    for row in sorted(counted, key=lambda row: row["number"]):
        name = row["article_id"]
        article = articles[name]
        text = (article.title or "") if row["field"] == "title" else article.text
        words = _excerpt(text, row["content"] or ())
        line: list[Any] = [place[name], *(strings.of(row[f]) for f in _PASSAGE_WORDS)]
        line += [int(row["doubt"] or 0), words]
        room -= _size(line)
        if room < 0:
            break
        found.append(line)
    return found


def _excerpt(text: str, content: Iterable[Sequence[int]]) -> str:
    words = " … ".join(" ".join(text[start:end].split()) for start, end in content)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 2] + " …"


def _size(line: Sequence[Any]) -> int:
    return len(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass")) + 1
