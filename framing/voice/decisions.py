"""The voice of a span, from what a reader found: quoted, attributed, distanced, else own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import is_
from typing import Final

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
    contents = [each.content for each in reports]
    worded = [each.content if each.worded is None else each.worded for each in reports]
    marks = set(chain.from_iterable(chain.from_iterable(contents)))
    marks.update(chain.from_iterable(reading.quotations))
    same = all(map(is_, worded, contents))
    if not same:
        marks.update(chain.from_iterable(chain.from_iterable(worded)))
    for scope in reading.distancings:
        marks.update((scope.first, scope.end))
    marks.update(chain.from_iterable(reading.inserted))
    edges = sorted(marks)
    place = dict(zip(edges, range(1, len(edges) + 1), strict=True))
    woven = {start for start, _ in reading.woven}
    quoted = [(s, -end, at) for at, (s, end) in enumerate(reading.quotations) if s not in woven]
    inserted = [(s, -end, at) for at, (s, end) in enumerate(reading.inserted)]
    apart = [(each.first, -each.end, at) for at, each in enumerate(reading.distancings)]
    told = _owners([(s, -end, at) for at, of in enumerate(worded) for s, end in of], place)
    every = [] if same else [(s, -end, at) for at, of in enumerate(contents) for s, end in of]
    reported = told if same else _owners(every, place)
    owners = (_owners(inserted, place), told, _owners(quoted, place), _owners(apart, place))
    return edges, _decisions(reading, zip(*owners, reported, strict=True))


def _decisions(reading: Reading, stretches: Iterable[tuple[int | None, ...]]) -> list[Decision]:
    """Decide of each stretch: given what was put in there, and the report, quotation and so on."""
    reports = reading.attributions
    decided: list[Decision] = []
    for put_in, attribution, quotation, distancing, report in stretches:
        if put_in is not None or (attribution is None and distancing is None and report is None):
            decided.append(_OWN)
        elif attribution is not None and attribution == report and distancing is None:
            voice = "attributed" if quotation is None else "quoted"
            rule = reports[attribution].rule
            decided.append(_new(Decision, (voice, rule, attribution, False, voice, report)))
        else:
            decided.append(_decision(reading, attribution, quotation, distancing, report))
    return decided


def _owners(spans: list[_Owned], place: Mapping[int, int]) -> list[int | None]:
    """Say of each stretch between two places whose the innermost span is that it lies in.

    The spans come as (start, −end, owner), so that they sort outermost first; one that goes on
    beyond the span it begins in ends with that. `place` numbers the places.
    """
    owners: list[int | None] = [None] * (len(place) + 1)
    if not spans:
        return owners
    spans.sort()
    ends: list[int] = []  # of the spans that a place lies in
    for start, end, owner in spans:
        end = -end
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and end > ends[-1]:
            end = ends[-1]
        ends.append(end)
        first, last = place[start], place[end]
        owners[first:last] = [owner] * (last - first)
    return owners


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
