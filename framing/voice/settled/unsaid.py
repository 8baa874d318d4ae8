"""Reports of what nobody said: "never said that C", "could have said that C", "it explains why"."""

from __future__ import annotations

from typing import Final

from framing.language.joiningwords import IMPERSONAL, NOBODY, UNREAL
from framing.language.reportwords import WITHHOLDING
from framing.language.smallwords import DENIED_BY_FEW, PERFECT, SHORT_OF, WHICH, WITHOUT
from framing.language.verdictwords import ALLEGING, EXPLAINS, HELPS
from framing.values import Span
from framing.voice.found import Found, holds_quotation
from framing.voice.text.tags import Tag, Tags
from framing.voice.text.units import Page

__all__ = ["VIEWS", "explains", "is_unsaid"]

VIEWS: Final = frozenset(("belief", "support", "opposition", "doubt"))
"""Kinds of what somebody thinks of a thing: such a view that is denied is told all the same."""
_THOUGHT = VIEWS - {"doubt"}


def is_unsaid(page: Page, report: Found) -> bool:
    """Whether somebody did not say it: "never said that C", "refused to admit that C".

    A view that is denied ("does not think that C") and a denial that is not made are reported.
    """
    if report.form != "leading" or report.cue is None or report.kind in _THOUGHT:
        return False
    first = report.cue[0]
    if report.source is not None and page.tokens.lowered[report.source[0]] in NOBODY:
        return True  # "Neither man mentioned that C"
    if report.source is not None and _is_nobody(page, report, report.source):
        return True
    alleges = page.tokens.lowered[report.cue[1] - 1] in ALLEGING
    if report.kind in VIEWS and not alleges:
        return False
    before = page.mask[first - 1] if first > 0 else Tag.EDGE
    withheld = before == Tag.TO and first > 1 and page.tokens.lowered[first - 2] in WITHHOLDING
    if _is_hypothetical(page, report):
        return True
    if before == Tag.OF and first > 1:  # "stopped short of saying that C"
        withheld = page.tokens.lowered[first - 2] == SHORT_OF
    elif before == Tag.IN:
        withheld = page.tokens.lowered[first - 1] == WITHOUT
    return (report.negated or withheld) and not holds_quotation(page.mask, report.content)


def _is_hypothetical(page: Page, report: Found) -> bool:
    """Whether it was perhaps not said: "could have said that C", "Had she said", "Did she say"."""
    begin, stop = report.cue or (0, 0)
    word = page.tokens.word
    auxiliaries = _auxiliaries(page, begin, stop) if stop - begin > 1 else []
    if PERFECT in auxiliaries:
        return not UNREAL.isdisjoint(auxiliaries)
    opens = page.units[report.unit].start
    asked = page.mask[opens] == Tag.WILL and word(page.units[report.unit].end - 1) == "?"
    inverted = (asked or page.mask[opens] == Tag.HAVE) and not auxiliaries
    return inverted and report.source is not None and report.source[0] == opens + 1


def _auxiliaries(page: Page, begin: int, stop: int) -> list[str]:
    """Return the auxiliaries of a verb phrase."""
    mask, lowered = page.mask, page.tokens.lowered
    return [lowered[at] for at in range(begin, stop) if mask[at] in Tags.AUX]


def _is_nobody(page: Page, report: Found, source: Span) -> bool:
    """Whether it is nobody's: "Few would deny that C", "Who can say that C?"."""
    first = source[0]
    opens = first == page.units[report.unit].start and page.mask[first] == Tag.WHO
    return opens or (report.kind == "doubt" and page.tokens.lowered[first] == DENIED_BY_FEW)


def explains(page: Page, report: Found) -> bool:
    """Whether a thing may be why another is so: "which explains why C", "this helps explain why".

    It may be something written all the same.
    """
    (begin, stop), lowered = report.cue or (0, 0), page.tokens.lowered
    if lowered[stop - 1] not in EXPLAINS:
        return False
    source = report.source
    if source is None or lowered[begin - 1] in HELPS:
        return True
    return lowered[source[0]] in IMPERSONAL or lowered[source[0]] == WHICH
