"""The articles of each event as the page shows them: whole, and aligned sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from framing.comparison import Query
from framing.page import mark
from framing.passages import align_passages
from framing.report.marks import Marked, marked_documents, paragraphs_of, text_direction
from framing.report.numbered import Numbers
from framing.report.pagerows import by_article, plain, plain_rows
from framing.values import Article

if TYPE_CHECKING:
    from framing.comparison import Comparison

__all__ = [
    "USUAL",
    "PageRoom",
    "Shown",
    "choose_articles",
    "event_sections",
    "language_of",
    "matched_events",
    "other_events",
    "strongest_events",
]

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_MOST_ALIGNED = 8

Shown = Mapping[str, str]
"""Anchors of the articles on the page, by article id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRoom:
    """How much of a big corpus a page holds; what finds no room is counted in words.

    Attributes
    ----------
    articles, characters : int
        Texts shown at most (60), and their characters together (400,000). Events are shown
        whole; the first always gets its place, as far as `articles` reaches.
    line_bytes : int
        Bytes for the lines of namings (700,000); reported passages have half as many. Lines of
        the articles shown are always kept.
    titles : int
        Articles up to which those that are not shown keep their titles (1,000).
    """

    articles: int = 60
    characters: int = 400_000
    line_bytes: int = 700_000
    titles: int = 1000


USUAL = PageRoom()


def choose_articles(
    articles: Iterable[Article],
    first: Sequence[str] = (),
    *,
    within: Mapping[str, str | None] | None = None,
    room: PageRoom = USUAL,
) -> dict[str, str]:
    """Return anchors for the articles that fit the page, whole events at a time.

    The events named `first` come first, then the others in alphabetical order; one always fits.
    `within` gives the event of each article, by id, where that is not its own (`matched_events`).
    """
    before = {event: place for place, event in enumerate(dict.fromkeys(first))}
    groups: dict[tuple[bool, str], list[Article]] = {}
    numbers = {}
    for number, article in enumerate(articles):
        numbers[article.id] = number
        event = article.event if within is None else within.get(article.id)
        groups.setdefault((event is None, event or ""), []).append(article)
    chosen: dict[str, str] = {}
    characters = 0
    for key in sorted(groups, key=lambda key: (key[0], before.get(key[1], len(before)), key[1])):
        more = sum(len(article.text) for article in groups[key])
        if chosen and (
            characters + more > room.characters or len(chosen) + len(groups[key]) > room.articles
        ):
            break
        characters += more
        for article in groups[key][: room.articles]:
            chosen[article.id] = f"a{numbers[article.id]}"
    return chosen


def matched_events(comparison: Comparison) -> dict[str, str | None]:
    """Return what each article is matched within: its event, or its month where that was asked."""
    events = comparison.material.articles["event"]
    return {
        str(article): event if isinstance(event, str) else None for article, event in events.items()
    }


def event_sections(
    comparison: Comparison,
    mentions: list[dict[str, Any]],
    passages: list[dict[str, Any]],
    shown: Shown,
    names: Mapping[str, str],
    numbers: Numbers,
) -> list[dict[str, Any]]:
    """Return the events of the articles shown, each with its passages and its articles.

    `names` are the outlets compared, by article id.
    """
    copies = comparison.material.copies["copy_of"].to_dict()
    within, unit = matched_events(comparison), comparison.settings.unit
    found: dict[tuple[bool, str], list[dict[str, Any]]] = {}
    articles = [each for each in comparison.analysis.articles if each.id in shown]
    marked = _marked(articles, mentions, passages)
    for article in articles:
        view = _article(article, marked[article.id])
        _say_where(view, article.id, shown, names, numbers)
        if article.id in copies:
            view["meta"].append(f"repeats {copies[article.id]} and is not counted")
        event = within.get(article.id)
        found.setdefault((event is None, event or ""), []).append(view)
    told = strongest_events(comparison)
    events = [event for lone, event in sorted(found) if not lone]
    first = next((event for event in [*told, *events] if event in events), None)
    return [
        {
            "name": numbers.called(event) if event else f"Articles without {_one(unit)}",
            "open": event == first or len(found) == 1,
            "articles": views,
            "outlets": sorted({view["outlet"] for view in views}),
            "loaded": sum(view["loaded"].n for view in views),
            "namings": sum(view["namings"].n for view in views),
            "passages": _passages(comparison, event, views, marked) if event else None,
        }
        for (lone, event), views in sorted(
            found.items(), key=lambda item: (item[0][0], numbers.called(item[0][1]), item[0])
        )
    ]


def _marked(
    articles: Iterable[Article],
    mentions: list[dict[str, Any]],
    passages: list[dict[str, Any]],
) -> dict[str, Marked]:
    """Return the articles with their namings and passages marked, by id."""
    mentions_of, passages_of = by_article(mentions), by_article(passages)
    return {
        article.id: marked_documents(
            article, mentions_of.get(article.id, []), passages_of.get(article.id, [])
        )
        for article in articles
    }


def _one(unit: str) -> str:
    """Return one of a unit: an event, a month."""
    return f"{'an' if unit[0] in 'aeiou' else 'a'} {unit}"


def _say_where(
    view: dict[str, Any], article: str, shown: Shown, names: Mapping[str, str], numbers: Numbers
) -> None:
    """Add to an article's view its numbers, where it stands on the page, and whose it is."""
    asked = Query(article=article)
    view["loaded"], view["namings"] = numbers.of(asked.but(loaded=True)), numbers.of(asked)
    view["anchor"], view["outlet"] = shown[article], names.get(article, "")


def other_events(comparison: Comparison, shown: Shown, numbers: Numbers) -> list[dict[str, Any]]:
    """Return the events none of whose articles is on the page: what they are called, and numbers.

    Those with most namings come first.
    """
    articles = comparison.material.articles
    placed = articles.loc[articles["event"].notna()]
    here = set(placed.loc[placed.index.isin(list(shown)), "event"])
    found = []
    for event, rows in placed.loc[~placed["event"].isin(here)].groupby("event", sort=True):
        query = Query(event=str(event))
        found.append(
            {
                "name": numbers.called(event),
                "id": str(event),
                "outlets": sorted(set(rows["outlet"])),
                "articles": numbers.of(query.but(show="articles")),
                "loaded": numbers.of(query.but(loaded=True)),
                "namings": numbers.of(query),
            }
        )
    return sorted(found, key=lambda event: (-event["namings"].n, event["name"], event["id"]))


def strongest_events(comparison: Comparison) -> list[str]:
    """Return the events that hold most of the findings' weight, the strongest finding's first."""
    return [str(event) for event in comparison.ranked()["largest_event"].dropna()]


def _article(article: Article, marked: Marked) -> dict[str, Any]:
    title, paragraphs = paragraphs_of(marked)
    meta = [article.date, article.field("genre"), article.field("agency")]
    return {
        "id": article.id,
        "title": title if title is not None else article.title or article.id,
        "lang": language_of(article),
        "dir": text_direction(article.text),
        "meta": [str(plain(part)) for part in meta if plain(part)],
        "url": _link(article.url),
        "paragraphs": paragraphs,
    }


def language_of(article: Article) -> str:
    """Return the article's own language tag where it is one; the lexicons read English."""
    given = article.field("language") or article.field("lang") or "en"
    return given if _TAG.fullmatch(given) else "en"


def _link(url: str | None) -> str | None:
    """Return the address only where it is one of the web: nothing that could run."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _passages(
    comparison: Comparison,
    event: str,
    views: Sequence[Mapping[str, Any]],
    marked: Mapping[str, Marked],
) -> dict[str, Any] | None:
    """Return the aligned passages of an event: rows of cells, one cell per article.

    Only where two to eight articles of it are shown, for more columns nobody can read; those of a
    month tell no one thing.
    """
    alike = comparison.within == "event" and comparison.analysis.has_texts
    if not 2 <= len(views) <= _MOST_ALIGNED or not alike:
        return None
    aligned = align_passages(comparison.analysis, event)
    columns = [str(view["id"]) for view in views]
    rows: dict[int, dict[str, Any]] = {}
    for pair in plain_rows(aligned.pairs):
        row = rows.setdefault(
            pair["passage"], {"cells": {name: {} for name in columns}, "namings": [], "agent": []}
        )
        for side in ("left", "right"):
            cell = row["cells"].get(pair[f"{side}_article_id"])
            if cell is not None:
                cell[pair[f"{side}_start"]] = pair[f"{side}_end"]
        row["namings"] += [n for n in pair["namings"] if n not in row["namings"]]
        if pair["agent_left_out"]:
            row["agent"].append(pair[f"{pair['agent_left_out']}_outlet"])
    ordered = sorted(rows.values(), key=lambda row: _place(row["cells"], columns))
    return {
        "columns": [{"outlet": view["outlet"], "anchor": view["anchor"]} for view in views],
        "rows": [_row(row, views, marked) for row in ordered],
        "alone": [
            (view["outlet"], int((aligned.alone["article_id"] == view["id"]).sum()))
            for view in views
        ],
    }


def _place(cells: Mapping[str, Mapping[int, int]], columns: Sequence[str]) -> tuple[Any, ...]:
    """Order passages by where they stand in the first article that has them."""
    return tuple(min(cells[name]) if cells[name] else 10**9 for name in columns)


def _row(
    row: Mapping[str, Any], views: Sequence[Mapping[str, Any]], marked: Mapping[str, Marked]
) -> dict[str, Any]:
    cells = []
    for view in views:
        document, marks = marked[view["id"]].text
        spans = marks.without("cue")
        sentences = [
            mark(document.text[start:end], spans.within((start, end)))
            for start, end in sorted(row["cells"][view["id"]].items())
        ]
        cells.append({"sentences": sentences, "lang": view["lang"], "dir": view["dir"]})
    return {"cells": cells, "namings": row["namings"], "agent": list(dict.fromkeys(row["agent"]))}
