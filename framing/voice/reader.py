"""The readers' common interface, and the default reader, which needs no parser and no model."""

from __future__ import annotations

import re
from typing import Protocol

from framing.values import Attribution, Distancing, Document, Reading, Span
from framing.voice.quotes import find_quotations

__all__ = ["RulesReader", "VoiceReader", "read_voice"]


class VoiceReader(Protocol):
    """Finds attributions, distancing scopes and quotations in one document."""

    name: str

    def read(self, document: Document) -> Reading:
        """Read one document."""
        ...


_SAY = r"(?:says?|said|told|warn(?:s|ed)?|add(?:s|ed)|not(?:es|ed)|claim(?:s|ed)|described)"
_CUE = re.compile(rf"\b(?:ha(?:s|ve|d) )?{_SAY}\b")
_ACCORDING = re.compile(r"\b[Aa]ccording to ([^,.;]{1,80})")
_DISTANCE = re.compile(
    r"\b(so-called|self-styled|self-described|purported(?:ly)?|alleged(?:ly)?|"
    r"(?:claimed|said|described|supposed) to be) ((?:[“\"‘][^”\"’]{1,60}[”\"’])|[\w-]+(?: [\w-]+)?)"
)


class RulesReader:
    """The default reader: rules over words and punctuation."""

    name = "rules"

    def read(self, document: Document) -> Reading:
        """Read one document."""
        text = document.text
        quotations = [(q.start, q.end) for q in find_quotations(text, document.paragraphs)]
        attributions: list[Attribution] = []
        distancings: list[Distancing] = []
        for start, end in document.sentences:
            inside = [q for q in quotations if q[0] < end and q[1] > start]
            found = _sentence(text, start, end, inside)
            if found is not None:
                attributions.append(found)
            distancings.extend(
                Distancing(*m.span(2), *m.span(), "distancing", "distancing-phrase")
                for m in _DISTANCE.finditer(text, start, end)
            )
            if found is None:
                distancings.extend(
                    Distancing(a, b, a, b, "scare_quote", "scare-quote")
                    for a, b in inside
                    if text.count(" ", a, b) < 3
                )
        return Reading(tuple(attributions), tuple(distancings), tuple(quotations), self.name)


def _sentence(text: str, start: int, end: int, inside: list[Span]) -> Attribution | None:
    """Return the attribution of one sentence, if a plain one is found."""
    match = _ACCORDING.search(text, start, end)
    if match is not None:
        content = (start, match.start()) if match.start() > start else (match.end() + 1, end)
        return _attribution(
            text, match.span(1), (match.start(), match.start(1) - 1), content, "according-to"
        )
    for match in _CUE.finditer(text, start, end):
        if any(a < match.start() < b for a, b in inside):
            continue
        if inside and inside[0][0] == start:
            source = (inside[0][1], match.start())
            return _attribution(text, source, match.span(), inside[0], "trailing")
        return _attribution(
            text, (start, match.start()), match.span(), (match.end(), end), "leading"
        )
    return None


def _attribution(text: str, source: Span, cue: Span, content: Span, rule: str) -> Attribution:
    """Build a record, its spans stripped of white space and stops."""
    source, content = _strip(text, source), _strip(text, content)
    words = text[source[0] : source[1]]
    kind = "direct" if text[content[0] : content[0] + 1] in '“"‘' else "indirect"
    return Attribution(
        kind,
        words,
        None,
        "named" if words[:1].isupper() else "anonymous",
        text[cue[0] : cue[1]],
        "neutral",
        source,
        cue,
        (content,),
        rule,
    )


def _strip(text: str, span: Span) -> Span:
    """Leave out white space and commas at both ends."""
    start, end = span
    while start < end and text[start] in " \n\t,.;":
        start += 1
    while end > start and text[end - 1] in " \n\t,.;":
        end -= 1
    return start, end


def read_voice(document: Document) -> Reading:
    """Read one document with the default reader.

    Examples
    --------
    >>> text = "Rebels fled, according to the mayor."
    >>> document = Document("a", "text", text, ((0, 36),), ((0, 36),), ("lead",))
    >>> read_voice(document).attributions[0].speaker
    'the mayor'
    """
    return RulesReader().read(document)
