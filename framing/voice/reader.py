"""The readers' common interface, and the default reader, which needs no parser and no model."""

from __future__ import annotations

from typing import Protocol

from framing.values import Attribution, Document, Reading, Span
from framing.voice.continued import continue_quotations
from framing.voice.cues import read_verbs
from framing.voice.distancing import find_distancings
from framing.voice.found import Found
from framing.voice.labels import read_labels
from framing.voice.nesting import without_inner_judgements
from framing.voice.phrases import read_phrases
from framing.voice.speakers import Speaker, name_speakers
from framing.voice.tokens import Chunks
from framing.voice.units import Page, lay_out
from framing.voice.words import vocabulary

__all__ = ["RulesReader", "VoiceReader", "read_voice"]


class VoiceReader(Protocol):
    """Finds attributions, distancing scopes and quotations in one document."""

    name: str

    def read(self, document: Document) -> Reading:
        """Read one document."""
        ...


class RulesReader:
    """The default reader: rules over words and punctuation."""

    name = "rules"

    def __init__(self) -> None:
        self._vocabulary = vocabulary()
        self._chunks = Chunks(self._vocabulary)

    def read(self, document: Document) -> Reading:
        """Read one document."""
        page = lay_out(document, self._chunks)
        reverse = page.mask[::-1]
        found = read_verbs(page, page.mask[::-1], self._vocabulary)
        found.extend(read_phrases(page, self._vocabulary, found))
        found.extend(read_labels(page, found))
        found = continue_quotations(page, without_inner_judgements(found))
        speakers = name_speakers(page, found)
        attributions = [
            a
            for a in (_attribution(page, f, s) for f, s in zip(found, speakers, strict=True))
            if a is not None
        ]
        attributions.sort(key=_position)
        distancings = find_distancings(page, found)
        return Reading(
            tuple(attributions),
            tuple(distancings),
            tuple((q.start, q.end) for q in page.quotations),
            self.name,
        )


def _attribution(page: Page, found: Found, speaker: Speaker) -> Attribution | None:
    """Turn token ranges into characters."""
    content = tuple(s for s in (_characters(page, part, True) for part in found.content) if s)
    if not content:
        return None
    source = _characters(page, found.source, False) if found.source else None
    cue = _characters(page, found.cue, False) if found.cue else None
    text = page.tokens.text
    first = text[content[0][0] : content[0][0] + 1]
    kind = "direct" if first in "“\"‘'«„`" else "indirect"
    if kind == "indirect" and any("“" in page.mask[a:b] for a, b in found.content):
        kind = "mixed"
    return Attribution(
        kind,
        text[source[0] : source[1]].rstrip(" ,") if source else None,
        speaker.name,
        speaker.kind,
        text[cue[0] : cue[1]] if cue else None,
        found.kind,
        source,
        cue,
        content,
        found.rule,
        found.negated,
        speaker.speaks_for,
    )


def _position(one: Attribution) -> tuple[int, int]:
    """Return where an attribution begins: its first content, or its cue."""
    return min(one.content[0], one.cue_span or one.content[0])


def _characters(page: Page, span: Span, strip: bool) -> Span | None:
    """Characters of a token range, without the stops at its ends."""
    first, stop = span
    mask = page.mask
    if strip:
        while first < stop and mask[first] in ",.;:k-&b)":
            first += 1
        while first < stop and mask[stop - 1] in ",.;:k-(":
            stop -= 1
    if first >= stop:
        return None
    return page.tokens.starts[first], page.tokens.end(stop - 1)


def read_voice(document: Document) -> Reading:
    """Read one document with the default reader.

    Examples
    --------
    >>> text = "The mayor said the rebels had fled."
    >>> document = Document("a", "text", text, ((0, 35),), ((0, 35),), ("lead",))
    >>> read_voice(document).attributions[0].speaker
    'The mayor'
    """
    return _default().read(document)


_READERS: list[RulesReader] = []


def _default() -> RulesReader:
    if not _READERS:
        _READERS.append(RulesReader())
    return _READERS[0]
