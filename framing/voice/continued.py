"""Quotations without a cue of their own: they go on from the words quoted before them."""

from __future__ import annotations

from framing.values import Span
from framing.voice.found import Found
from framing.voice.subjects import first_subject
from framing.voice.units import Page

__all__ = ["continue_quotations"]

_OPENINGS = frozenset("b&ak")


def continue_quotations(page: Page, found: list[Found]) -> list[Found]:
    """Give each whole quotation that no cue claimed to the speaker it goes on from.

    A quotation at the start of a unit goes on from the last quotation of its paragraph; at the
    start of a paragraph, from one left open at the end of the paragraph before, or from a
    colon there.
    """
    covered = _covered(page, found)
    by_unit: dict[int, list[Found]] = {}
    for one in found:
        by_unit.setdefault(one.unit, []).append(one)
    added: list[Found] = []
    last: Found | None = None
    paragraph = -1
    left_open = False
    colon = False
    quote = 0
    for number, unit in enumerate(page.units):
        if unit.paragraph != paragraph:
            if not left_open:
                last = last if colon else None
            paragraph = unit.paragraph
            fresh = True
        else:
            fresh = False
        while quote < len(page.quotes) and page.quotes[quote][1] <= unit.start:
            quote += 1
        own = [one for one in by_unit.get(number, ()) if one.form != "noun"]
        at, spans = quote, []
        while at < len(page.quotes) and page.quotes[at][0] < unit.end:
            spans.append(page.quotes[at])
            at += 1
        free = [s for s in spans if not covered[s[0]] and _whole(page, s)]
        if free and last is not None and (not fresh or left_open or colon):
            last.content.extend(free)
            for first, stop in free:
                covered[first:stop] = b"\x01" * (stop - first)
        speaking = [one for one in own if one.form in ("trailing", "leading", "phrase")]
        quoting = [one for one in speaking if _quotes(page, one)]
        if quoting:
            last = quoting[-1]
        elif speaking:
            last = speaking[-1]
        elif not free:
            last = None
        left_open = bool(spans) and not page.quotations[at - 1].closed
        colon = page.mask[unit.end - 1] == ":"
        if colon and not speaking:
            source = first_subject(page.mask, unit.start, unit.end)
            if source is not None:
                last = Found(
                    "colon", "leading", "neutral", source, (unit.end - 1, unit.end), [], number
                )
                added.append(last)
    found.extend(one for one in added if one.content)
    return found


def _covered(page: Page, found: list[Found]) -> bytearray:
    covered = bytearray(len(page.mask))
    for one in found:
        for first, stop in one.content:
            covered[first:stop] = b"\x01" * (stop - first)
    return covered


def _whole(page: Page, span: Span) -> bool:
    """Whether a quotation ends in a stop and is long enough for speech."""
    first, stop = span
    return page.mask[stop - 1] != "u" and stop - first > 4


def _quotes(page: Page, one: Found) -> bool:
    return any("“" in page.mask[a:b] for a, b in one.content)
