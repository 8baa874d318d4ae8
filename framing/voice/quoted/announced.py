"""What a paragraph that ends in a colon says of the next one: that somebody told or wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.language.joiningwords import EXCERPTED, HERE, IN_WORDS, WORDS_OF
from framing.language.letterwords import GIVING, POSTS, SHOWN_TEXTS
from framing.language.reportwords import BLUNT, SELVES, TOLD_SO, WRITERS
from framing.values import Span
from framing.voice.found import Found
from framing.voice.sources.whospeaks import BULLETS, profile_at
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.text.units import Page, Unit

__all__ = [
    "announces_text", "block_end", "excerpt_of", "given", "of_self", "tells", "writers",
]  # fmt: skip

_TELLING = pattern("<says|said|wrote|say|saying|written|put>")
_BEFORE_NOUN = any_of("det|possessive|adv|noun-like|of")
_TOLD_LAST = pattern("<either> : $")
_EXCERPT = pattern(
    "<in> (<det>? <noun-like|adv|name|possessive|of|the|number>{1,8} <saying>?) :"  # "the ruling"
)
_HERE_IS = pattern("<adv> <be|possessive> (<^finite>{1,8}?) (?: <possessive> <^finite>{1,5} )? :")
_WORDS_OF = pattern("<in> (<det>? <noun-like|adv|name>{1,6}) <possessive> <adv|noun>? <noun> :")

_PUTS_IT = (sequence("<says> <it>"), sequence("<put> <it>"))
_LONGEST_BLOCK = 30  # sentences
_SAID = any_of("say|says|said|wrote")
_POINTS = BULLETS | frozenset("-–—*»")


def block_end(page: Page, number: int, *, listed: bool, colon: bool) -> int:
    """Return the token at which the block ends that unit `number` opens: a paragraph, or a list.

    Below a line that is known by its `colon` alone, a list is theirs who say there: "Police said:".
    """
    units, first = page.units, page.units[number]
    if colon and (page.mask[first.start - 2] not in _SAID or page.mask[first.start - 3] == Tag.TO):
        listed = False  # "the skill sets she lacked:", "could be asked to explain:"
    point = page.tokens.word(first.start)
    if listed and point in _POINTS:
        listed = FINITE_VERB.search(page.mask, first.start, first.end) is not None
    else:
        listed = False
    last = number
    for at in range(number + 1, min(number + _LONGEST_BLOCK, len(units))):
        goes_on = units[at].paragraph == units[last].paragraph
        if not goes_on and not (listed and page.tokens.word(units[at].start) == point):
            break
        last = at
    return units[last].end


def excerpt_of(page: Page, unit: Unit) -> re.Match[str] | None:
    """Return the words "From the report:", "In Venn's words:" with whose they are, or None.

    So with "Here is Venn's statement:".
    """
    opens, last = page.tokens.lowered[unit.start], page.tokens.lowered[unit.end - 2]
    if opens in HERE:
        shown = announces_text(page, unit.start, unit.end)
        return _HERE_IS.fullmatch(page.mask, unit.start, unit.end) if shown else None
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


def announces_text(page: Page, first: int, stop: int) -> bool:
    """Whether the words before a block say that a text follows: "issued this statement:"."""
    lowered, last = page.tokens.lowered, stop - 2
    if lowered[last] in POSTS:
        return True  # "Calling it a sham, he wrote:"
    if page.mask[last] == Tag.SAYING and page.mask[last - 1] not in Tags.DET:
        return True  # "answered by saying:", and no "from the beginning:"
    return not SHOWN_TEXTS.isdisjoint(lowered[first:stop])


def given(page: Page, unit: Unit, quotes: Sequence[Span]) -> bool:
    """Whether a unit below a colon may open a block, for all the quotations that stand in it.

    One that quotes is a block where the line above ends in a verb of telling: "Venn puts it:".
    """
    if not quotes or quotes[0][0] == unit.start:
        return not quotes
    last = unit.start - 2
    if page.tokens.lowered[last] in GIVING or page.mask[last] == Tag.SAYS:
        return True
    return page.mask[last - 1 : last + 1] in _PUTS_IT


def of_self(page: Page, first: int, stop: int) -> bool:
    """Whether a paragraph speaks of oneself: "I had locked the shop"."""
    return not SELVES.isdisjoint(page.tokens.lowered[first:stop])


def writers(page: Page, report: Found, colon: int) -> bool:
    """Whether those who write are the source of a report: "We asked the council:"."""
    if report.source is None:
        return False
    first, stop = report.source
    if page.tokens.lowered[first] not in WRITERS:
        return False
    if stop == first + 1 or page.mask[first] != Tag.SOME:
        return True
    tells_it = page.mask[colon - 1] == Tag.IT  # "As one guide puts it:"
    return not (tells_it or announces_text(page, stop, colon + 1))
