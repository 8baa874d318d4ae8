"""Quotation marks for which no source is given: whether somebody is quoted in them all the same."""

from __future__ import annotations

from collections.abc import Iterable

from framing.language.closed import ARTICLES, NEGATIVE_ENDINGS
from framing.language.reportwords import BRANDING, CRIES
from framing.language.smallwords import CRIED_OF, NO
from framing.values import Span
from framing.voice.found import Found
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page

__all__ = [
    "heads_part",
    "in_title_case",
    "is_denied",
    "is_held_off",
    "is_quoted_still",
    "is_silent",
    "words_in",
]

_STOPS = Tags.END
_LABELLED = any_of("det|nominal|and|possessive|number|him")
_LABEL_REACH = 8  # tokens between "branding" and the label
_EXCLAIMED = ("!", "?")
_NAMES = pattern("<nominal|adv|number|past|ing|either|cue-noun|said|and|possessive|aside|time>+")
_THING = pattern("<nominal|adv|past|ing>* <nominal|either|cue-noun>")
_NAMED = pattern("(?: <det> <noun-like|adv|past|ing|number>{0,2} | <in|of|to> ) $")
_REPORTS = pattern(", <as>? {np} <reporting> | <according> ")
_LONGEST_HELD = 3  # words
_HELD_OFF = any_of("so-called|allegedly")
_HOLDS_NEAR = 4  # tokens after "so-called" in which what it holds off begins
_COUNTED_NEAR = 60  # tokens beside an answer in which its share is told
_HEADING = 4  # tokens beside the quotation
_SMALL_WORD = 3  # letters; what has more begins with a capital in a headline in capitals
_SINGLE = ("'", "‘")
_DOUBLE = ('"', "“", "``", "''")
_LOOKED_AT = 8  # quotations of a text by which its marks are told
_ENDS_LINE = any_of("stop|close|colon")


def is_quoted_still(page: Page, span: Span) -> bool:
    """Whether quoted words are somebody's though the text does not say whose.

    One word (“experts”) is as a rule the outlet's own, held at a distance; several are as a rule
    quoted (“illegitimate regime”), as are those in the single marks of a headline. Answers in a
    poll, headings inside an article and what stands after "so-called" are quoted from nobody.
    """
    if is_printed(page, span) or page.tokens.word(span[1] - 2) in _EXCLAIMED:
        return True
    if _is_cried(page, span[0]) or _is_pinned(page, span[0]):
        return True
    inner = page.tokens.tags[span[0] + 1 : span[1] - 1].rstrip(_STOPS)
    if len(inner) < 2 or heads_part(page, span):
        return False
    if in_title_case(page, span) and _NAMES.fullmatch(inner):
        return False  # "The Myth Of The ‘Working Class’ Vote"
    held_off = _is_so_called(page, span[0]) or is_denied(page, span)
    return not held_off and not _is_answer(page, span)


def is_denied(page: Page, span: Span) -> bool:
    """Whether the outlet says that a thing is not what is quoted: "is not a “land grab”"."""
    first, lowered = span[0], page.tokens.lowered
    if words_in(page, span) > _LONGEST_HELD:
        return False
    if lowered[first - 1] not in ARTICLES:
        return lowered[first - 1] == NO
    return lowered[first - 2].endswith(NEGATIVE_ENDINGS)


def is_silent(page: Page, found: Iterable[Found]) -> bool:
    """Whether a page tells of nobody who speaks, so that nobody in it can be quoted."""
    return _REPORTS.search(page.mask) is None and not any(
        report.source is not None and report.worded for report in found
    )


def is_held_off(page: Page, span: Span) -> bool:
    """Whether several quoted words of a page in which nobody speaks are a name held at a distance.

    "The council paid for the “safety barrier”": a thing is named, in a sentence of the outlet's.
    """
    number, (first, stop) = page.unit_of(span[0]), span
    if number < 0 or page.units[number].zone == "headline" or is_printed(page, span):
        return False
    inner = page.tokens.tags[first + 1 : stop - 1].rstrip(_STOPS)
    before = _NAMED.search(page.mask, max(0, first - _HOLDS_NEAR), first)
    if not 1 < len(inner) <= _LONGEST_HELD or before is None or not _THING.fullmatch(inner):
        return False
    asked = page.tokens.word(page.units[number].end - 1) in _EXCLAIMED
    held_off = _is_so_called(page, first) or _is_answer(page, span)
    return not (asked or held_off or _is_cried(page, first))


def _is_so_called(page: Page, first: int) -> bool:
    """Whether a word such as "so-called" holds off what is quoted."""
    before = page.tokens.tags[max(0, first - _HOLDS_NEAR) : first]
    return not set(_HELD_OFF).isdisjoint(before)


def _is_cried(page: Page, first: int) -> bool:
    """Whether a noun before a quotation says that somebody said it: "shouts of “shame”"."""
    return (
        first > 1
        and page.tokens.lowered[first - 1] in CRIED_OF
        and page.tokens.lowered[first - 2] in CRIES
    )


def _is_pinned(page: Page, first: int) -> bool:
    """Whether somebody is called what is quoted: "months of branding the dockers “thieves”"."""
    at, mask = first - 1, page.mask
    low = max(first - _LABEL_REACH, 0)
    while at > low and mask[at] in _LABELLED:
        at -= 1
    return at < first - 1 and mask[at] == Tag.SAYING and page.tokens.lowered[at] in BRANDING


def words_in(page: Page, span: Span) -> int:
    """Count the words between two quotation marks, without the stop that ends them."""
    return len(page.tokens.tags[span[0] + 1 : span[1] - 1].rstrip(_STOPS))


def heads_part(page: Page, span: Span) -> bool:
    """Whether a quotation is a heading inside an article: a paragraph with hardly a word more."""
    number, units = page.unit_of(span[0]), page.units
    if number <= 0 or units[number].zone == "headline":
        return False
    unit = units[number]
    around = [units[at].paragraph for at in (number - 1, number + 1) if at < len(units)]
    return unit.paragraph not in around and unit.end - unit.start < span[1] - span[0] + _HEADING


def in_title_case(page: Page, span: Span) -> bool:
    """Whether a quotation stands in a headline whose words all have capitals."""
    number = page.unit_of(span[0])
    if number < 0 or (page.units[number].zone != "headline" and number > 0):
        return False
    unit = page.units[number]
    around = [page.tokens.word(at) for at in range(unit.start, unit.end)]
    words = [
        word for at, word in enumerate(around, unit.start)
        if len(word) > 2 and word.isalpha() and not span[0] <= at < span[1]
    ]  # fmt: skip
    return len(words) > 2 and all(word[0].isupper() for word in words)


def is_printed(page: Page, span: Span) -> bool:
    """Whether single marks quote as headlines do: in a line without a stop, or beside double marks.

    Where a text quotes in double marks, single ones outside them come from headlines in its text.
    """
    number = page.unit_of(span[0])
    if number < 0 or page.tokens.word(span[0]) not in _SINGLE or heads_part(page, span):
        return False
    unit = page.units[number]
    inner = [page.tokens.word(at) for at in range(span[0] + 1, span[1] - 1)]
    titled = all(word[0].isupper() for word in inner if len(word) > _SMALL_WORD)
    if page.mask[unit.end - 1] not in _ENDS_LINE:
        return not titled
    return not in_title_case(page, span) and any(
        page.tokens.word(first) in _DOUBLE for first, _ in page.quotes[:_LOOKED_AT]
    )


def _is_answer(page: Page, span: Span) -> bool:
    """Whether quoted words are an answer that a share is told of: "“very likely” voters"."""
    first, stop = span
    if page.tokens.tags[first + 1] != Tag.ADV:
        return False
    unit = page.units[max(page.unit_of(first), 0)]
    low, end = max(unit.start, first - _COUNTED_NEAR), min(unit.end, stop + _COUNTED_NEAR)
    modifies = page.mask[stop : stop + 1] in Tags.NOMINAL and stop < len(page.mask)
    return modifies and Tag.NUMBER in page.mask[low:end]
