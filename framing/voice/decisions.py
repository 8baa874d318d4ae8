"""The voice of a span, from what a reader found: quoted, attributed, distanced, else own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from framing.values import Article, Attribution, Decision, Distancing, Reading, Span
from framing.voice.reader import read_voice

__all__ = ["decide", "voice_of"]


def decide(reading: Reading, spans: Sequence[Span]) -> list[Decision]:
    """Decide the voice of each span, with the rule that decided.

    A span takes the voice of the place where its middle lies. Precedence: quoted (inside
    quotation marks that someone speaks), attributed (inside reported content), distanced
    (inside a distancing scope), own. "own" means *not detectably attributed*.

    Parameters
    ----------
    reading
        What a voice reader found in the document.
    spans
        (start, end) pairs into the document's text, in any order.

    Returns
    -------
    list of Decision
        One for each span, in the order given.

    Examples
    --------
    >>> from framing.voice import read_voice
    >>> from framing.values import Document
    >>> text = "The mayor said the militia had fled. The militia denied it."
    >>> document = Document("a", "text", text, ((0, 59),), ((0, 36), (37, 59)), ("lead",) * 2)
    >>> [d.voice for d in decide(read_voice(document), [(19, 26), (41, 48)])]
    ['attributed', 'own']
    """
    content = _pieces(
        (start, end, index)
        for index, attribution in enumerate(reading.attributions)
        for start, end in attribution.content
    )
    quotations = _pieces((start, end, i) for i, (start, end) in enumerate(reading.quotations))
    distancings = _pieces((d.start, d.end, i) for i, d in enumerate(reading.distancings))
    decisions = []
    for start, end in spans:
        middle = (start + end - 1) / 2
        attribution = _covering(content, middle)
        quotation = _covering(quotations, middle)
        distancing = _covering(distancings, middle)
        decisions.append(_decision(reading, attribution, quotation, distancing))
    return decisions


def _decision(
    reading: Reading, attribution: int | None, quotation: int | None, distancing: int | None
) -> Decision:
    """Weigh the attribution, quotation and distancing that a place lies in."""
    scope: Distancing | None = None if distancing is None else reading.distancings[distancing]
    within: Attribution | None = None if attribution is None else reading.attributions[attribution]
    held_off = scope is not None
    if within is not None:
        scare = scope is not None and scope.kind == "scare_quote"
        inside = quotation is not None and not scare
        return Decision("quoted" if inside else "attributed", within.rule, attribution, held_off)
    if scope is not None:
        return Decision("distanced", scope.rule, None, True)
    return Decision("own", "own", None, False)


_Pieces = tuple[list[int], list[tuple[int, int, int]]]


def _pieces(spans: object) -> _Pieces:
    """Cut spans that may nest into pieces that do not overlap, each with its innermost owner."""
    ordered = sorted(spans, key=lambda s: (s[0], -s[1]))  # type: ignore[call-overload]
    pieces: list[tuple[int, int, int]] = []
    open_spans: list[tuple[int, int]] = []
    at = 0
    for start, end, owner in [*ordered, (1 << 60, 1 << 60, -1)]:
        while open_spans and open_spans[-1][0] <= start:
            stop, last = open_spans.pop()
            if stop > at:
                pieces.append((at, stop, last))
                at = stop
        if open_spans and start > at:
            pieces.append((at, start, open_spans[-1][1]))
        at = max(at, start) if open_spans else start
        if open_spans and end > open_spans[-1][0]:
            end = open_spans[-1][0]
        open_spans.append((end, owner))
    return [p[0] for p in pieces], pieces


def _covering(pieces: _Pieces, middle: float) -> int | None:
    """Owner of the piece that holds `middle`, or None."""
    starts, spans = pieces
    index = bisect_right(starts, middle) - 1
    if index >= 0 and middle < spans[index][1]:
        return spans[index][2]
    return None


def voice_of(article: Article | str, spans: Sequence[Span]) -> list[str]:
    """Voice of each span of an article's text: own, quoted, attributed or distanced.

    Parameters
    ----------
    article
        An `Article`, or its text.
    spans
        (start, end) code-point offsets into the text.

    Returns
    -------
    list of str
        One voice for each span, in the order given.

    Examples
    --------
    >>> voice_of("“They are rebels,” the general said.", [(10, 16), (19, 30)])
    ['quoted', 'own']
    """
    from framing.articles import documents

    if isinstance(article, str):
        article = Article(id="text", text=article)
    for document in documents(article):
        if document.field == "text":
            return [decision.voice for decision in decide(read_voice(document), spans)]
    return ["own"] * len(spans)
