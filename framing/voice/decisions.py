"""The voice of a span, from what a reader found: quoted, attributed, distanced, else own."""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from framing.errors import SettingsError
from framing.values import Article, Decision, Reading, Span, Voice
from framing.voice.reader import read_voice

__all__ = ["decide", "stretches_of", "voice_of"]


def decide(reading: Reading, spans: Sequence[Span]) -> list[Decision]:
    """Decide the voice of each span, with the rule that decided.

    A span takes the voice of the place where its middle lies; it is quoted only where it does
    not begin in reported words before the quotation marks. Precedence: quoted (inside
    quotation marks that someone speaks), attributed (inside reported content), distanced
    (inside a distancing scope), own. "own" means *not detectably attributed*. What the outlet put
    into a quotation in brackets is own.

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
    edges, decisions = stretches_of(reading)
    found = [decisions[bisect_right(edges, (start + end - 1) // 2)] for start, end in spans]
    for at, decision in enumerate(found):
        if decision[0] == "quoted":
            before = decisions[bisect_right(edges, spans[at][0])]
            if before.voice == "attributed":  # it begins before the quotation marks
                found[at] = before
    return found


_Timeline = tuple[list[int], list[Decision]]
_Owned = tuple[int, int, int]

_new = tuple.__new__  # building a NamedTuple this way takes a third of the time
_OWN = Decision("own", "own", None, False, "own", None)
_KEPT: Final = 32  # readings
_recent: dict[int, tuple[Reading, _Timeline]] = {}  # by identity, the oldest first


def stretches_of(reading: Reading) -> tuple[list[int], list[Decision]]:
    """Return where in the text the voice may change, and what holds before and after each place.

    The last few readings' answers are kept, as each is asked for several times.

    Parameters
    ----------
    reading : Reading
        What a voice reader found in the document.

    Returns
    -------
    edges : list of int
        Offsets into the document's text, in order.
    decisions : list of Decision
        One more than edges: the first holds before the first edge, the last from the last one on.

    Examples
    --------
    >>> edges, decisions = stretches_of(Reading((), (), ()))
    >>> edges, [decision.voice for decision in decisions]
    ([], ['own'])
    """
    kept = _recent.get(id(reading))
    if kept is not None:  # that reading is held, so that no other has its identity
        return kept[1]
    timeline = _draw(reading)
    _recent[id(reading)] = reading, timeline
    if len(_recent) > _KEPT:  # threads may do this at once
        for old in list(_recent)[:-_KEPT]:
            _recent.pop(old, None)
    return timeline


def _draw(reading: Reading) -> _Timeline:
    """Cut the text where the voice may change: the edges, and what holds before and after each."""
    reports = reading.attributions
    reported = [
        (start, -end, index) for index, each in enumerate(reports) for start, end in each.content
    ]
    worded = reported
    if any(each.worded is not None and each.worded is not each.content for each in reports):
        worded = [
            (start, -end, index)
            for index, each in enumerate(reports)
            for start, end in (each.content if each.worded is None else each.worded)
        ]
    woven = {start for start, _ in reading.woven}
    quoted = [
        (start, -end, i) for i, (start, end) in enumerate(reading.quotations) if start not in woven
    ]
    inserted = [(start, -end, i) for i, (start, end) in enumerate(reading.inserted)]
    apart = [(scope.first, -scope.end, i) for i, scope in enumerate(reading.distancings)]
    layers = [_pieces(inserted), _pieces(worded), _pieces(quoted), _pieces(apart)]
    if worded is not reported:
        layers.append(_pieces(reported))
    edges = sorted({edge for layer in layers for start, stop, _ in layer for edge in (start, stop)})
    place = dict(zip(edges, range(1, len(edges) + 1), strict=True))
    owners: list[list[int | None]] = []
    for layer in layers:
        owner: list[int | None] = [None] * (len(edges) + 1)
        for start, stop, index in layer:
            first, last = place[start], place[stop]
            owner[first:last] = [index] * (last - first)
        owners.append(owner)
    if worded is reported:
        owners.append(owners[1])
    return edges, [
        _OWN
        if put_in is not None or (attribution is None and distancing is None and report is None)
        else _decision(reading, attribution, quotation, distancing, report)
        for put_in, attribution, quotation, distancing, report in zip(*owners, strict=True)
    ]


def _decision(
    reading: Reading,
    attribution: int | None,
    quotation: int | None,
    distancing: int | None,
    report: int | None,
) -> Decision:
    """Weigh the attributions, quotation and distancing that a place lies in."""
    voice = _voice(attribution, quotation, distancing)
    broad = voice if report == attribution else _voice(report, quotation, distancing)
    rule = "own"
    if attribution is not None:
        rule = reading.attributions[attribution].rule
    elif distancing is not None:
        rule = reading.distancings[distancing].rule
    return _new(Decision, (voice, rule, attribution, distancing is not None, broad, report))


def _voice(attribution: int | None, quotation: int | None, distancing: int | None) -> Voice:
    """Return the voice of a place, from the report, quotation and distancing it lies in."""
    if attribution is None:
        return "own" if distancing is None else "distanced"
    return "attributed" if quotation is None else "quoted"


def _pieces(spans: list[_Owned]) -> list[_Owned]:
    """Cut spans that may nest into pieces that do not overlap, each with its innermost owner.

    The spans come as (start, −end, owner), so that they sort outermost first.
    """
    if not spans:
        return spans
    spans.sort()
    ordered = [(start, -end, owner) for start, end, owner in spans]
    reach = 0
    for start, end, _ in ordered:
        if start < reach:
            break
        reach = end
    else:
        return ordered  # none overlaps another
    pieces: list[_Owned] = []
    crossing: list[_Owned] = []  # what goes on where the span that it began in has ended
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
        if open_spans and end > open_spans[-1][0] >= 0:
            crossing.append((open_spans[-1][0], end, owner))
            end = open_spans[-1][0]
        open_spans.append((end, owner))
    return _with_rests(pieces, crossing)


def _with_rests(pieces: list[_Owned], crossing: list[_Owned]) -> list[_Owned]:
    """Add what crossing spans hold after what they crossed, each up to the next piece."""
    if not crossing:
        return pieces
    firsts = [start for start, _, _ in pieces]
    added: list[_Owned] = []
    reach = 0
    for begun, end, owner in sorted(crossing):
        start = max(begun, reach)
        after = bisect_left(firsts, start)
        limit = min(end, firsts[after]) if after < len(firsts) else end
        if limit > start and (not after or pieces[after - 1][1] <= start):
            added.append((start, limit, owner))
            reach = limit
    return sorted([*pieces, *added])


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

    Raises
    ------
    SettingsError
        If a span is no pair of whole numbers, holds nothing, or lies outside the text.

    Examples
    --------
    >>> voice_of("“They are rebels,” the general said.", [(10, 16), (19, 30)])
    ['quoted', 'own']
    """
    from framing.articles import documents

    if isinstance(article, str):
        article = Article(id="text", text=article)
    for span in spans:
        _need_span(span, len(article.text))
    for document in documents(article):
        if document.field == "text":
            return [decision.voice for decision in decide(read_voice(document), spans)]
    return ["own"] * len(spans)


def _need_span(span: Span, length: int) -> None:
    """Refuse what are no offsets into a text so long."""
    try:
        start, end = map(operator.index, span)
    except (TypeError, ValueError):
        raise SettingsError(
            f"a span is (start, end), two whole numbers; this is {span!r}. For one span give a "
            "list of it: [(start, end)]"
        ) from None
    if not 0 <= start < end <= length:
        raise SettingsError(
            f"span ({start}, {end}) lies outside the text or holds nothing of it; offsets run "
            f"from 0 to {length}, the end behind the last character"
        )
