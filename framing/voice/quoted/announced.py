"""What a paragraph that ends in a colon says of the next one: that somebody told or wrote it."""

from __future__ import annotations

import re

from framing.language.joiningwords import EXCERPTED, IN_WORDS, WORDS_OF
from framing.language.reportwords import BLUNT, SELVES, TOLD_SO, WRITERS
from framing.voice.found import Found
from framing.voice.sources.whospeaks import BULLETS, profile_at
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import any_of
from framing.voice.text.units import Page, Unit

__all__ = ["block_end", "excerpt_of", "of_self", "tells", "writers"]

_TELLING = pattern("<says|said|wrote|say|saying|written|put>")
_BEFORE_NOUN = any_of("det|possessive|adv|noun-like|of")
_TOLD_LAST = pattern("<either> : $")
_EXCERPT = pattern("<in> (<det>? <noun-like|adv|name|possessive|of|the|number>{1,8}) :")
_WORDS_OF = pattern("<in> (<det>? <noun-like|adv|name>{1,6}) <possessive> <adv|noun>? <noun> :")

_POINTS = BULLETS | frozenset("-–—*»")


def block_end(page: Page, number: int, *, listed: bool) -> int:
    """Return the token at which the block ends that unit `number` opens: a paragraph, or a list."""
    units, first = page.units, page.units[number]
    point = page.tokens.word(first.start)
    if listed and point in _POINTS:
        listed = FINITE_VERB.search(page.mask, first.start, first.end) is not None
    else:
        listed = False
    last = number
    for unit in units[number + 1 :]:
        goes_on = unit.paragraph == units[last].paragraph
        if not goes_on and not (listed and page.tokens.word(unit.start) == point):
            break
        last += 1
    return units[last].end


def excerpt_of(page: Page, unit: Unit) -> re.Match[str] | None:
    """Return the words "From the report:", "In Venn's words:" with whose they are, or None."""
    opens, last = page.tokens.lowered[unit.start], page.tokens.lowered[unit.end - 2]
    if opens in IN_WORDS and last in WORDS_OF:
        return _WORDS_OF.fullmatch(page.mask, unit.start, unit.end)
    if opens not in EXCERPTED:
        return None
    match = _EXCERPT.fullmatch(page.mask, unit.start, unit.end)
    return match if match and profile_at(page, match.span(1)).kind == "document" else None


def tells(page: Page, unit: Unit) -> bool:
    """Whether a unit that ends in a colon has a verb of saying whose subject is no writer."""
    lowered, last = page.tokens.lowered, unit.end - 2
    if lowered[last] in TOLD_SO or lowered[last] in BLUNT:
        return True
    said = _TELLING.search(page.mask, unit.start, unit.end)
    if said is None:
        said = _TOLD_LAST.search(page.mask, unit.start, unit.end)
        if said is None or page.mask[last - 1] in _BEFORE_NOUN:
            return False
    return lowered[max(said.start() - 1, 0)] not in WRITERS


def of_self(page: Page, first: int, stop: int) -> bool:
    """Whether a paragraph speaks of oneself: "I had locked the shop"."""
    return not SELVES.isdisjoint(page.tokens.lowered[first:stop])


def writers(page: Page, report: Found) -> bool:
    """Whether those who write are the source of a report: "We asked the council:"."""
    return report.source is not None and page.tokens.lowered[report.source[0]] in WRITERS
