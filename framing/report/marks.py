"""One article as a page shows it: paragraphs with every mention and reported passage marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from framing.articles import documents
from framing.page import Mark, mark
from framing.values import Article, Document, Span

__all__ = ["Paragraph", "SourceNote", "direction_class", "paragraphs_of", "text_direction"]

_DIRECTIONS = {-1: "against", 0: "loaded", 1: "favour"}


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Who is the source of one reported passage, for the margin."""

    speaker: str
    kind: str
    cue: str | None
    form: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its zone, its marked words, and the sources it gives."""

    zone: str
    html: Markup
    sources: tuple[SourceNote, ...]


def direction_class(row: Mapping[str, Any]) -> str:
    """Return how a mention is drawn: neutral, against, favour, or loaded without direction.

    Examples
    --------
    >>> direction_class({"intensity": 0, "direction": 0})
    'neutral'
    >>> direction_class({"intensity": 2, "direction": -1})
    'against'
    """
    if not row["intensity"]:
        return "neutral"
    return _DIRECTIONS[int(row["direction"] or 0)]


def text_direction(text: str) -> str:
    """Return ``rtl`` or ``ltr`` by the first letter that has a direction.

    Examples
    --------
    >>> text_direction("2020: قال"), text_direction("“Troops”")
    ('rtl', 'ltr')
    """
    for character in text:
        found = unicodedata.bidirectional(character)
        if found in {"R", "AL"}:
            return "rtl"
        if found == "L":
            return "ltr"
    return "ltr"


def paragraphs_of(
    article: Article,
    mentions: Sequence[Mapping[str, Any]],
    attributions: Sequence[Mapping[str, Any]],
) -> tuple[Markup | None, list[Paragraph]]:
    """Return the marked title (None where the text opens with it) and the paragraphs.

    `mentions` and `attributions` are rows of those tables for this article; a mention row
    carries ``number``, which its mark refers to.
    """
    title: Markup | None = None
    found: list[Paragraph] = []
    for document in documents(article):
        spans = _spans(document, mentions, attributions)
        zones = _zones(document)
        for span, zone in zip(document.paragraphs, zones, strict=True):
            html = mark(document.text[slice(*span)], _clipped(spans, span))
            if document.field == "title":
                title = html if title is None else title + Markup(" ") + html
            else:
                found.append(Paragraph(zone, html, _notes(document.field, span, attributions)))
    return title, found


def _zones(document: Document) -> Iterator[str]:
    """Give each paragraph the zone of the first sentence in it."""
    at = 0
    for start, _ in document.paragraphs:
        while at + 1 < len(document.sentences) and document.sentences[at][0] < start:
            at += 1
        yield document.zones[at] if document.zones else "body"


def _spans(
    document: Document,
    mentions: Sequence[Mapping[str, Any]],
    attributions: Sequence[Mapping[str, Any]],
) -> list[Mark]:
    spans = []
    for row in attributions:
        if row["field"] == document.field:
            said = {"class": f"said {row['kind']}"}
            spans += [Mark(start, end, said, "span") for start, end in row["content"] or ()]
    here = [row for row in mentions if row["field"] == document.field]
    for group in _overlapping(here):
        start, end = group[0]["start"], max(row["end"] for row in group)
        numbers = " ".join(str(row["number"]) for row in group)
        attributes: dict[str, str | int | bool | None] = {
            "class": "m " + ("group" if len(group) > 1 else _look(group[0])),
            "id": f"m{group[0]['number']}",
            "data-m": numbers,
            "role": "button",
            "tabindex": -1,
        }
        spans.append(Mark(start, end, attributes))
        if len(group) > 1:
            spans += [
                Mark(row["start"], row["end"], {"class": f"i {_look(row)}"}, "span")
                for row in group
            ]
    return [span for span in spans if 0 <= span.start < span.end <= len(document.text)]


def _look(row: Mapping[str, Any]) -> str:
    return f"{direction_class(row)} v-{row['voice']}"


def _overlapping(
    rows: Sequence[Mapping[str, Any]],
) -> list[list[Mapping[str, Any]]]:
    """Group mentions that share words: a group is one stop for the keyboard."""
    groups: list[list[Mapping[str, Any]]] = []
    reach = -1
    for row in sorted(rows, key=lambda row: (row["start"], -row["end"], row["number"])):
        if row["start"] < reach:
            groups[-1].append(row)
        else:
            groups.append([row])
        reach = max(reach, row["end"])
    return groups


def _clipped(spans: Sequence[Mark], paragraph: Span) -> Iterator[Mark]:
    """Cut spans to one paragraph, with offsets into it."""
    left, right = paragraph
    for span in spans:
        start, end = max(span.start, left), min(span.end, right)
        if start < end:
            attributes = dict(span.attributes)
            if start > span.start:
                attributes.pop("id", None)
            yield Mark(start - left, end - left, attributes, span.tag)


def _notes(
    field: str, paragraph: Span, attributions: Sequence[Mapping[str, Any]]
) -> tuple[SourceNote, ...]:
    """Return the sources of passages that begin in this paragraph, each once."""
    notes: dict[SourceNote, None] = {}
    for row in attributions:
        content = row["content"] or ()
        begins = content[0][0] if content else row["cue_start"]
        if row["field"] != field or begins is None or not paragraph[0] <= begins < paragraph[1]:
            continue
        speaker = row["speaker_name"] or row["speaker"] or "no source named"
        notes[SourceNote(speaker, row["speaker_kind"] or "none", row["cue"], row["kind"])] = None
    return tuple(notes)
