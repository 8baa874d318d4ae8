"""The page's data: a line for every mention and reported passage, for the page's own script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.report.eventsections import PageRoom, Shown
from framing.report.keptlines import FIELDS, PASSAGE_FIELDS, WORDS, Writing
from framing.report.numbered import Numbers
from framing.report.openedlists import Kept
from framing.report.pagerows import plain
from framing.report.rulewords import in_words
from framing.values import Article

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = ["PageLines", "payload_of"]

_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageLines:
    """What a page shows of a comparison, line by line.

    Attributes
    ----------
    comparison : Comparison
        What is shown.
    room : PageRoom
        How much of it there is room for.
    mentions : list of mapping
        The namings that are counted, numbered in reading order.
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
    tables: Sequence[Mapping[str, Any]]
    about: Mapping[tuple[str, str, str], Mapping[str, Any]]
    labels: Mapping[tuple[str, str, str], str]
    shown: Shown
    names: Mapping[str, str]
    numbers: Numbers


def payload_of(page: PageLines) -> dict[str, Any]:
    """Collect the lines, and the numbers that open them.

    Lines of articles on the page come first, then the first ones of every number, then the others
    as far as there is room. Every mention keeps its number; one that found no room is null.
    """
    articles = {article.id: article for article in page.comparison.analysis.articles}
    writing = Writing(articles, {name: number for number, name in enumerate(articles)})
    places, variants = _variants(page)
    numbers, room = page.numbers, page.room.line_bytes
    listed = _articles(page)  # gives out numbers, which stand among the others
    lines = writing.mentions(page.mentions, places, page.shown, numbers.rows("lines"), room)
    said, told = writing.passages(page.comparison, numbers.rows("passages"), room // 2)
    entries, entered = writing.entries(page.comparison, numbers.rows("entries"), room // 2)
    kept = Kept(np.array([line is not None for line in lines], dtype=bool), told, entered)
    return {
        "fields": FIELDS,
        "mentions": lines,
        "entries": entries,
        "numbers": numbers.data(kept, writing.strings.of),
        "variants": variants,
        "articles": listed,
        "passageFields": PASSAGE_FIELDS,
        "passages": said,
        "words": WORDS,
        **_names(page.comparison),
        "strings": writing.strings.listed,
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
