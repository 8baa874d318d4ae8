"""What was found on a page, turned from tokens into characters of its text."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter, itemgetter

from framing.values import Attribution, Span
from framing.voice.found import Found, Speaker, holds_quotation
from framing.voice.text.quicktuples import maker
from framing.voice.text.tags import Tag, any_of
from framing.voice.text.units import Page

__all__ = ["attributions_of", "quotations_of"]

_LEFT, _RIGHT = any_of("end|joins|colon|dash|right|aside"), any_of("end|colon|dash|left|aside")
_QUOTING = frozenset("“\"‘'«„`»")
_attribution = maker(Attribution)
_span, _block = itemgetter(0, 1), attrgetter("block")  # of a quotation, a report


def attributions_of(
    page: Page, found: list[Found], speakers: list[Speaker]
) -> tuple[Attribution, ...]:
    """Turn token ranges into characters; in order of the first content, or of a cue before it."""
    rows: list[Attribution] = []
    places: list[Span] = []
    mask, quoting = page.mask, bool(page.quotes)
    text, starts, sizes = page.tokens.text, page.tokens.starts, page.tokens.sizes
    for report, speaker in zip(found, speakers, strict=True):
        parts, source_at, cue_at = report.content, report.source, report.cue
        content = worded = _in_characters(mask, starts, sizes, parts)
        if not content:
            continue
        if report.worded is not parts:
            worded = _in_characters(mask, starts, sizes, report.worded) if report.worded else ()
        place = content[0]
        kind = "direct" if text[place[0]] in _QUOTING else "indirect"
        if quoting and kind != "direct" and holds_quotation(mask, parts):
            kind = "mixed"
        source_span = cue_span = cue = source = None
        if source_at is not None:
            first, stop = source_at
            last = stop - 1
            while last > first and mask[last] == Tag.ASIDE:
                last -= 1
            first, stop = starts[first], starts[last] + sizes[last]
            if first < stop:  # not the mere white space of a spaced text
                source_span = first, stop
                source = text[first:stop]  # with the comma it ends in
        if cue_at is not None:
            first, stop = cue_at
            cue_span = first, stop = starts[first], starts[stop - 1] + sizes[stop - 1]
            cue = text[first:stop]
            if cue_span < place:
                place = cue_span
        places.append(place)
        rows.append(_attribution(
            (kind, source, speaker.name, speaker.kind, cue, report.kind, source_span, cue_span,
             content, report.rule, report.negated, speaker.speaks_for, report.act, worded)
        ))  # fmt: skip
    return tuple(map(rows.__getitem__, sorted(range(len(rows)), key=places.__getitem__)))


def _in_characters(
    mask: str, starts: list[int], sizes: Sequence[int], parts: list[Span]
) -> tuple[Span, ...]:
    """Characters of token ranges without the stops at their ends; one of mere stops has none."""
    kept: tuple[Span, ...] = ()
    for first, stop in parts:
        while first < stop and mask[first] in _LEFT:
            first += 1
        last = stop - 1
        while first <= last and mask[last] in _RIGHT:
            last -= 1
        if first <= last:
            kept += ((starts[first], starts[last] + sizes[last]),)
    return kept


def quotations_of(page: Page, found: list[Found]) -> tuple[Span, ...]:
    """Characters of all quotations, those in blocks without marks included, in order."""
    spans = list(map(_span, page.quotations))
    starts, end = page.tokens.starts, page.tokens.end
    blocks = [(starts[first], end(stop - 1)) for first, stop in filter(None, map(_block, found))]
    return tuple(sorted({*spans, *blocks}) if blocks else spans)
