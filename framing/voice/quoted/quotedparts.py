"""Quoted words inside a report: whose they are, and which of them only modify the outlet's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from operator import attrgetter

from framing.language.joiningwords import LATER, NOBODY, OPENS_REASON
from framing.language.smallwords import SPOKEN_ABOUT
from framing.language.sourcewords import ADJECTIVE_ENDINGS
from framing.values import Span
from framing.voice.found import Found, begun_within, holds_quotation
from framing.voice.quoted.titledquotes import is_named
from framing.voice.quoted.unsourced import is_held_off, is_quoted_still, is_silent
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import CLAUSE, FINDS_OUT, SPEECH, Vocabulary

__all__ = [
    "give_beside",
    "give_quotations",
    "give_unopened",
    "quoted_in",
    "woven_in",
]

_QUOTATION = pattern("“ <quoted>*+ <closing>?")
_NEAR = 6  # reports of a sentence, and parts of one
_BESIDE = 60  # tokens in which a speaker stands beside a fragment
_FEW = 3  # quoted words that are no sentence
_ONE_WORD = 3  # tokens of one quoted word, with its marks
_LONGEST_MODIFIER = 10  # tokens of what may stand quoted before a noun
_GOES_ON = any_of("preposition|ing-form")
_POINTS = any_of("end|aside")
_ENDING = frozenset(("leading", "trailing"))
_NAMED_FIRST = frozenset(("leading", "noun"))
_QUOTING = frozenset(("trailing", "leading"))
_SAYS = CLAUSE | SPEECH
_TOLD_AFTER = frozenset(("trailing", "phrase"))
_SECOND_CLAUSE = pattern("<comma|semicolon> <joins|if>")
_CLAUSES = frozenset(("leading-that", "leading-clause", "leading-gap"))
_IS_ONE = pattern("<be> <adv>? <the> $")
_worded = attrgetter("worded")
_COPULA_REACH = 3  # tokens before a fragment in which "was a" stands


def quoted_in(mask: str, report: Found) -> list[Span]:
    """Parts of the content between quotation marks."""
    parts: list[Span] = []
    for first, stop in report.content:
        if mask.find(Tag.OPEN, first, stop) >= 0:
            parts += [match.span() for match in _QUOTATION.finditer(mask, first, stop)]
    return parts


def give_quotations(page: Page, found: Sequence[Found], avoided: Container[int] = ()) -> set[int]:
    """Make what is quoted in the content the speaker's own words, whatever the act was.

    A term that somebody avoids (`avoided`: first tokens) is not: "declined to use the word “Q”".
    Returns where the quotations begin that lie in what somebody worded.
    """
    if not page.quotes:
        return set()
    mask = page.mask
    split = []
    for report in found:
        if report.worded is report.content:
            continue
        if report.rule == "leading-object" and report.frames & FINDS_OUT:
            continue  # "saw “Live”"
        quoted = quoted_in(mask, report)
        if quoted and not _is_nobodys(page, report):
            split.append((report, quoted))
    claimed = begun_within(page.quotes, map(_worded, found))
    given = []
    for report, quoted in split:
        quoted = [part for part in quoted if not (part[0] in claimed or part[0] in avoided)]
        if report.act in ("will", "deed"):
            quoted = [part for part in quoted if not _is_woven_in(page, report, part)]
        if quoted:
            if report.act in ("will", "deed"):
                report.act = "speech"
            report.worded = sorted({*report.worded, *quoted})
            given.append(quoted)
    return claimed | begun_within(page.quotes, given)


def _is_nobodys(page: Page, report: Found) -> bool:
    """Whether nobody says it: "Nobody asked how the “experts” knew"."""
    return report.source is not None and page.tokens.lowered[report.source[0]] in NOBODY


def give_unopened(page: Page, found: Sequence[Found]) -> None:
    """Make reported words quoted that a closing mark ends, though the opening one is lost.

    "C,” said Venn": the mark stands where the content ends, and what it closes is the content.
    """
    if not page.unopened:
        return
    ends = {
        stop: (report, first)
        for report in found
        if report.form in _ENDING and not holds_quotation(page.mask, report.content)
        for first, stop in report.content
    }
    for at in page.unopened:
        for stop in range(at - 2, at + 2):  # a comma or a stop before the mark, or the mark itself
            report, first = ends.get(stop, (None, at))
            between = page.mask[min(stop, at) : max(stop, at)]
            if report is None or report.block is not None or between.strip(_POINTS):
                continue
            if report.worded is not report.content:
                report.act = "speech"
                report.worded = sorted({*report.worded, (first, at)})
            report.block = (first, at)


def give_beside(
    page: Page,
    found: list[Found],
    words: Vocabulary,
    claimed: Container[int],
    avoided: Container[int] = (),
) -> None:
    """Give fragments that nobody has yet to whoever speaks or thinks in their sentence.

    "The crews, she said at noon, were “well-paid” men": the marks are explained by who speaks.
    Several words that nobody has ("“for her actions”") are quoted without a source.
    """
    free = [
        (number, span)
        for span in page.quotes
        if not (span[0] in claimed or span[0] in avoided)
        and (number := page.unit_of(span[0])) >= 0
        and page.ends[number] >= span[1]
        and not is_named(page, span, words)
    ]
    if not free:
        return
    telling = _who_tells(page, found, {at for number, _ in free for at in (number - 1, number)})
    given: dict[int, tuple[Found, list[Span]]] = {}
    silent = is_silent(page, found)
    for number, span in free:
        owner = _owner(page, number, span, telling)
        if owner is not None:
            given.setdefault(id(owner), (owner, []))[1].append(span)
        elif is_quoted_still(page, span) and not (silent and is_held_off(page, span)):
            found.append(Found("quote-alone", "leading", "neutral", None, None, [span], number))
    for owner, spans in given.values():
        whole = owner.worded is owner.content
        owner.worded = sorted({*owner.worded, *spans})
        if whole:
            owner.content = owner.worded


def _who_tells(page: Page, found: Sequence[Found], units: Container[int]) -> dict[int, list[Found]]:
    """Return the reports of those who speak or think in some units, by their unit, in order."""
    telling: dict[int, list[Found]] = {}
    for report in found:
        if report.unit not in units:
            continue
        says = report.worded and report.act in ("speech", "thought")
        says = says or report.frames & _SAYS == _SAYS
        if says and report.source is not None and not _is_nobodys(page, report):
            telling.setdefault(report.unit, []).append(report)
    for near in telling.values():
        near.sort(key=_cue)
    return telling


def _owner(page: Page, number: int, span: Span, telling: dict[int, list[Found]]) -> Found | None:
    """Return who speaks beside a fragment in its sentence, or is quoted in the one before."""
    near = telling.get(number)
    if near is None:
        quoting = _goes_on_quoting(page, number, telling)
        return telling[number - 1][-1] if quoting else None
    at = bisect_right(near, span[0], key=_cue)
    for report in reversed(near[max(0, at - _NEAR) : at + 1]):
        if _stands_beside(page, report, span):
            return report
    return None


def _cue(report: Found) -> int:
    """Where a report's cue stands."""
    return report.cue[0] if report.cue is not None else 0


def _goes_on_quoting(page: Page, number: int, telling: dict[int, list[Found]]) -> bool:
    """Whether the sentence before, in the same paragraph, quotes somebody outright."""
    before = telling.get(number - 1, ())
    if not before or page.units[number - 1].paragraph != page.units[number].paragraph:
        return False
    return any(
        report.form in _QUOTING and page.mask[report.content[0][0]] == Tag.OPEN for report in before
    )


def _stands_beside(page: Page, report: Found, span: Span) -> bool:
    """Whether a fragment stands in the clause that tells who speaks, and not in their name."""
    source, cue = report.source or (0, 0), report.cue or (0, 0)
    if source[0] <= span[0] < source[1]:
        return False
    ends = [stop for _, stop in report.content[:_NEAR] if stop <= span[0]]
    if not ends and cue[1] > span[0]:
        return report.form in _TOLD_AFTER
    between = max([*ends, *(end for end in (cue[1], source[1]) if end <= span[0])])
    if span[0] - between > _BESIDE:
        return False
    for clause in _SECOND_CLAUSE.finditer(page.mask, between - 1, span[0]):
        joined = page.mask[clause.end() - 1] in Tags.JOINS
        if joined or page.tokens.lowered[clause.end() - 1] in LATER:
            return False
    return True


def _is_woven_in(page: Page, report: Found, part: Span) -> bool:
    """Whether a few quoted words only modify the outlet's: "on “religious freedom” grounds"."""
    first, stop = part
    if report.form in _NAMED_FIRST and report.source and _heads_object(page, report, first):
        return False  # "insisted on a “clean” bill": the word of who insisted
    after = page.mask[stop : stop + 1]
    if page.units[report.unit].zone == "headline" or stop - first > _FEW + 2:
        modifies = page.mask[stop - 1] == Tag.CUT and after == Tag.NOUN
        return (
            modifies
            and stop - first < _LONGEST_MODIFIER
            and page.mask[first - 1 : first] in Tags.DET
        )
    single = stop - first == _ONE_WORD and after in _GOES_ON
    return page.mask[stop - 1] == Tag.CUT and bool(after) and (single or after in Tags.NOMINAL)


def _heads_object(page: Page, report: Found, first: int) -> bool:
    """Whether quoted words begin an object, or a reason: "blasted Venn for her “wild” plan"."""
    begun = report.content[0][0]
    single = first + 2 < len(page.mask) and page.mask[first + 2] in Tags.CLOSING
    if single and page.mask[first - 1] == Tag.POSSESSIVE:
        return page.tokens.word(first + 1).endswith(ADJECTIVE_ENDINGS)  # "Venn's “dangerous” talk"
    at = first - 1 if page.mask[first - 1] in Tags.DET else first
    return at <= begun or page.tokens.lowered[at - 1] in OPENS_REASON


def woven_in(page: Page, found: Sequence[Found]) -> list[Span]:
    """Quoted words in a reported clause that the outlet's own words complete, as tokens.

    Such words ("said he had “real doubts” about the plan", "is “obviously” wrong") stand in the
    outlet's sentence, which reports the rest without quotation marks.
    """
    mask, word = page.mask, page.tokens.word
    lowered = page.tokens.lowered
    spans: list[Span] = []
    for report in found if Tag.CUT in mask else ():
        if report.rule not in _CLAUSES:
            continue
        for first, stop in quoted_in(mask, report):
            if not 2 < stop - first <= _FEW + 2 or mask[stop - 1] != Tag.CUT:
                continue
            if stop >= len(mask):
                continue
            after = mask[stop]
            if _IS_ONE.search(mask, max(0, first - _COPULA_REACH), first):
                continue  # "said the vote was a “sham” of their making": what it is called
            adverb = stop - first == _ONE_WORD and word(first + 1).endswith("ly")
            noun = mask[first - 1] in Tags.DET and (
                after == Tag.OF or (after == Tag.IN and stop - first > _ONE_WORD)
            )
            if after == Tag.TO or adverb or noun or lowered[stop] == SPOKEN_ABOUT:
                spans.append((first, stop))
    return spans
