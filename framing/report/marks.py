"""The marks of one article: every mention and every reported passage, cut to what is shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markupsafe import Markup

from framing.articles import documents
from framing.page import Highlight, mark
from framing.values import Article, Document, Span

__all__ = [
    "Marked",
    "PageMarks",
    "Paragraph",
    "SourceNote",
    "direction_class",
    "marked_documents",
    "paragraphs_of",
    "text_direction",
]

_DIRECTIONS = {-1: "against", 0: "loaded", 1: "favour"}


class SourceNote(NamedTuple):
    """Who is the source of one reported passage, for the margin."""

    speaker: str
    kind: str
    cue: str | None
    form: str
    rule: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its zone, its marked words, and the sources it gives."""

    zone: str
    html: Markup
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The spans to mark in one document, and the sources by where their passages begin."""

    spans: tuple[Highlight, ...]
    sources: tuple[tuple[int, SourceNote], ...]

    def within(self, part: Span) -> Iterator[Highlight]:
        """Cut the spans to one part of the document, with offsets into it."""
        left, right = part
        for span in self.spans:
            start, end = max(span.start, left), min(span.end, right)
            if start < end:
                yield Highlight(start - left, end - left, span.attributes, span.tag)

    def without(self, name: str) -> PageMarks:
        """Return the marks without those of one class."""
        kept = tuple(span for span in self.spans if span.attributes.get("class") != name)
        return PageMarks(kept, self.sources)

    def notes(self, part: Span) -> tuple[SourceNote, ...]:
        """Return the sources of passages that begin in this part, each once."""
        return tuple(dict.fromkeys(n for at, n in self.sources if part[0] <= at < part[1]))


@dataclass(frozen=True, slots=True)
class Marked:
    """An article's text, and its title where that stands apart, each with its marks."""

    text: tuple[Document, PageMarks]
    title: tuple[Document, PageMarks] | None


def direction_class(row: Mapping[str, Any]) -> str:
    """Return how a mention is drawn: neutral, against, favour, or loaded without direction.

    Examples
    --------
    >>> direction_class({"intensity": 0, "direction": 0})
    'neutral'
    >>> direction_class({"intensity": 2, "direction": -1})
    'against'
    >>> direction_class({"intensity": 3, "direction": 1, "against": "killer"})
    'against'
    """
    if not row["intensity"]:
        return "neutral"
    if row.get("against"):
        return "against"
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


def marked_documents(
    article: Article,
    mentions: Sequence[Mapping[str, Any]],
    attributions: Sequence[Mapping[str, Any]],
) -> Marked:
    """Return the documents of an article with their marks.

    `mentions` and `attributions` are rows of those tables for this article; a mention row
    carries ``number``, which its mark refers to.
    """
    found = [
        (document, _marks(document, mentions, attributions)) for document in documents(article)
    ]
    return Marked(found[0], found[1] if len(found) > 1 else None)


def paragraphs_of(marked: Marked) -> tuple[Markup | None, list[Paragraph]]:
    """Return the marked title (None where the text opens with it) and the paragraphs."""
    title: Markup | None = None
    if marked.title is not None:
        document, marks = marked.title
        title = Markup(" ").join(
            mark(document.text[slice(*span)], marks.within(span)) for span in document.paragraphs
        )
    document, marks = marked.text
    paragraphs = [
        Paragraph(zone, mark(document.text[slice(*span)], marks.within(span)), marks.notes(span))
        for span, zone in zip(document.paragraphs, _zones(document), strict=True)
    ]
    return title, paragraphs


def _zones(document: Document) -> Iterator[str]:
    """Give each paragraph the zone of the first sentence in it."""
    at = 0
    for start, _ in document.paragraphs:
        while at + 1 < len(document.sentences) and document.sentences[at][0] < start:
            at += 1
        yield document.zones[at] if document.zones else "body"


def _marks(
    document: Document,
    mentions: Sequence[Mapping[str, Any]],
    attributions: Sequence[Mapping[str, Any]],
) -> PageMarks:
    spans: list[Highlight] = []
    sources = []
    for row in attributions:
        if row["field"] != document.field:
            continue
        content = [(start, end) for start, end in row["content"] or ()]
        spans += [Highlight(start, end, {"class": "said"}, "span") for start, end in content]
        if row["cue_start"] is not None and row["cue_end"] is not None:
            spans.append(Highlight(row["cue_start"], row["cue_end"], {"class": "cue"}, "span"))
        begins = content[0][0] if content else row["cue_start"]
        if begins is not None:
            sources.append((begins, _note(row)))
    for group in _overlapping([row for row in mentions if row["field"] == document.field]):
        spans += _mention_marks(group)
    length = len(document.text)
    return PageMarks(
        tuple(span for span in spans if 0 <= span.start < span.end <= length), tuple(sources)
    )


def _note(row: Mapping[str, Any]) -> SourceNote:
    speaker = row["speaker_name"] or (row["speaker"] or "no source named").rstrip(" ,")
    return SourceNote(speaker, row["speaker_kind"] or "none", row["cue"], row["kind"], row["rule"])


def _mention_marks(group: Sequence[Mapping[str, Any]]) -> Iterator[Highlight]:
    """Mark mentions that share words as one, which the script makes a button, each inside it."""
    look = "group" if len(group) > 1 else _look(group[0])
    yield Highlight(
        group[0]["start"],
        max(row["end"] for row in group),
        {
            "class": f"m {look}",
            "data-m": " ".join(str(row["number"]) for row in group),
        },
    )
    if len(group) > 1:
        for row in group:
            yield Highlight(row["start"], row["end"], {"class": f"i {_look(row)}"}, "span")


def _look(row: Mapping[str, Any]) -> str:
    return f"{direction_class(row)} v-{row['voice']}"


def _overlapping(rows: Sequence[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
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
