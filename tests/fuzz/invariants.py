"""What must hold of every analysis, comparison and report, whatever was read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import newsroom

from framing.analysis import Analysis
from framing.articles import documents
from framing.comparison import Comparison
from framing.values import VOICES, Article

__all__ = ["broken_by_analysis", "broken_by_article", "broken_by_comparison", "broken_by_page"]


# A tag of a block that a column kept of a web page belongs to no sentence.
_TAGS_OF_BLOCKS = re.compile(r"(?:\s|</?[a-z][a-z0-9]*(?:\s[^<>]*|/)?>)*", re.IGNORECASE)


def broken_by_article(article: Article) -> Iterator[str]:
    """Yield what is wrong with how one article is cut up."""
    for document in documents(article):
        text, last = document.text, 0
        for start, end in document.sentences:
            if not last <= start < end <= len(text):
                yield f"sentence {start}–{end} after {last} of {len(text)}"
            elif not _TAGS_OF_BLOCKS.fullmatch(text, last, start):
                yield f"no sentence holds {text[last:start]!r}"
            last = end
        if not _TAGS_OF_BLOCKS.fullmatch(text, last):
            yield f"no sentence holds {text[last:]!r}"


def broken_by_analysis(analysis: Analysis) -> Iterator[str]:
    """Yield every row of the four tables that breaks a promise."""
    articles = {article.id: article for article in analysis.articles}

    def text_of(row: Any) -> str:
        article = articles[row["article_id"]]
        return (article.title or "") if row["field"] == "title" else article.text

    for row in _rows(analysis.mentions):
        yield from _broken_mention(row, text_of(row))
    for row in _rows(analysis.cues):
        if not row["start"] < row["end"] or text_of(row)[row["start"] : row["end"]] != row["text"]:
            yield f"a cue's words are not where it says: {row}"
    for row in _rows(analysis.attributions):
        yield from _broken_attribution(row, text_of(row))
    yield from _broken_scores(analysis)


def _rows(table: Any) -> list[dict[str, Any]]:
    objects = table.astype(object).where(table.notna(), None)
    rows: list[dict[str, Any]] = objects.to_dict("records")
    return rows


def _broken_mention(row: dict[str, Any], text: str) -> Iterator[str]:
    start, end = row["start"], row["end"]
    if not start < end or text[start:end] != row["text"]:
        yield f"a mention's words are not where it says: {row}"
    if not row["sentence_start"] <= start < end <= row["sentence_end"]:
        yield f"a mention does not lie in its sentence: {row}"
    if row["voice"] not in VOICES or not row["rule"]:
        yield f"no voice, or none that a rule gave: {row}"
    if not 0 <= row["p_own"] <= 1:
        yield f"no probability: {row}"
    for slot in row["bindings"] or ():
        placed = slot["start"] is not None
        if placed and not 0 <= slot["start"] <= slot["end"] <= len(text):
            yield f"a slot is filled from nowhere: {row}"


def _broken_attribution(row: dict[str, Any], text: str) -> Iterator[str]:
    content = [tuple(span) for span in row["content"] or ()]
    others = [("source", row["source_start"], row["source_end"]),
              ("cue", row["cue_start"], row["cue_end"])]  # fmt: skip
    for start, end in content:
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            yield f"content {start}–{end} holds nothing: {row}"
    for name, start, end in others:
        if start is None:
            continue
        if not 0 <= start < end <= len(text):
            yield f"an empty {name}: {row}"
        if any(a < end and start < b for a, b in content):
            yield f"content holds its own {name}: {row}"
    if row["source_start"] is not None:
        written = text[row["source_start"] : row["source_end"]]
        if row["speaker"] != written:
            yield f"the speaker {row['speaker']!r} is not the source's words {written!r}"


def _broken_scores(analysis: Analysis) -> Iterator[str]:
    named = analysis.mentions
    counted = named[named["counted"].fillna(True).astype(bool) & named["loaded"].notna()]
    sizes = counted.groupby("article_id").size().to_dict()
    ids = [article.id for article in analysis.articles]
    if list(analysis.scores["article_id"]) != ids:
        yield "scores are not one row an article, in order"
    for row in _rows(analysis.scores):
        if row["namings"] != sizes.get(row["article_id"], 0):
            yield f"{row['namings']} namings, but {sizes.get(row['article_id'], 0)} rows: {row}"
        if not 0 <= (row["own_words"] or 0) <= (row["words"] or 0):
            yield f"more own words than words: {row}"


def broken_by_comparison(comparison: Comparison) -> Iterator[str]:
    """Yield every number of a comparison that can't be one."""
    for row in _rows(comparison.differences):
        for name in ("p_value", "p_adjusted", "p_units"):
            if row.get(name) is not None and not 0 <= row[name] <= 1:
                yield f"{name} {row[name]}: {row}"
    for row in _rows(comparison.naming):
        if not 0 <= row["n"] <= row["total"]:
            yield f"n {row['n']} of {row['total']}: {row}"
    for sentence in comparison.findings()[:6]:
        for part in sentence:
            if part.query is None or part.query.show != "lines" or part.query.n is None:
                continue
            lines = len(comparison.lines(part))
            if lines != part.query.n:
                yield f"{part.text} opens {lines} lines where {part.query.n} are counted"


_SCRIPT = re.compile(r"<script[^>]*>(.*?)</script>", re.S)


def broken_by_page(page: str) -> Iterator[str]:
    """Yield what of an article's words became part of the page."""
    if "<script>alert" in page:
        yield "a script of an article's stands in the page"
    if "\x1b" in page or "\x00" in page:
        yield "a control character stands in the page"
    for body in _SCRIPT.findall(page):
        if body.lstrip().startswith("{"):
            json.loads(body)
    if re.search(rf"(?<![\d.]){newsroom.FILLED_IN}(?!\d)", page):  # no digits of another number
        yield "a template of an article's was filled in"
