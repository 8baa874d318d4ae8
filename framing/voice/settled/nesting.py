"""Attributions that do not count: the writer's own, those inside others, mere bodily acts."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import filterfalse, pairwise
from operator import attrgetter

from framing.language.joiningwords import BETTER, BIDS, IMPERSONAL, MAY_BE_THE_WRITER, THERE_IS
from framing.language.reportwords import OPENING_TOLD, READERS, WRITERS, WRITES_ON
from framing.language.smallwords import CAN, HE_OR_SHE, ONE, THE, THIS, VERSION, WITHOUT, WORTH
from framing.language.verdictwords import EARLIER, NEWS, OF_WRITERS, OURS, OWN_PAGES, OWN_TEXTS
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.subjects import subject_before
from framing.voice.rules import all_rules
from framing.voice.sources.whospeaks import profile_at
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import RAISING, SPEECH

__all__ = ["is_the_writers", "keep_apart", "without_bodily_acts", "without_inner_judgements"]


def without_bodily_acts(page: Page, found: list[Found]) -> list[Found]:
    """Drop "the rebels attacked the base": such a verb reports only what a person said.

    A person is "he" or "she", or someone who speaks elsewhere in the article under a full name.
    """
    if not any(map(_is_bodily, found)):
        return found
    tokens = page.tokens
    people = {*HE_OR_SHE}
    for report in found:
        if report.source is None or report.bodily or report.source[1] - report.source[0] < 2:
            continue
        if page.mask[report.source[0]] == Tag.NAME:
            profile = profile_at(page, report.source)
            if profile.kind == "named" and profile.name and " " in profile.name:
                people.add(profile.last.lower())
    return [
        report
        for report in found
        if not report.bodily
        or (report.source is not None and tokens.lowered[report.source[1] - 1] in people)
    ]


_is_bodily = attrgetter("bodily")
_IT_IS_TO_END = pattern("<it> <be> <adv>? <^of|in> <to> $")
_LONGEST_IT_IS = 6  # tokens
_OWN_TEXT = 2  # tokens of "this article"
_IT_IS_TO = pattern("<it> <aux|adv>{1,4} <^of|in>{1,2} <to> | <the|who> <be> <adv> <to>")
_PAST = Tag.SAID + Tag.WROTE
_IMPERATIVE = Tag.SAY + Tag.CLAIM + Tag.PUT + Tag.NAME


def is_the_writers(page: Page, report: Found) -> bool:
    """Whether it is the writer who says so: "I think that C", "you may recall", "it is clear".

    What begins with a quotation mark is not, for somebody said it.
    """
    if report.rule in _INTRODUCED:
        return False
    lowered, source, cue = page.tokens.lowered, report.source, report.cue
    if source is None:
        writes = cue is not None and (_is_idle(page, report, cue) or _bids(page, report, cue))
    elif cue is None:
        writes = _is_one_who_writes(page, report, source)
    else:
        (first, stop), begin = source, cue[0]
        words = lowered[first], lowered[stop - 1], lowered[begin - 1], lowered[begin]
        if OF_WRITERS.isdisjoint(words) and page.mask[begin - 1] != Tag.TO:
            return False  # mostly
        writes = _by_the_writer(page, report, source, cue)
    return writes and not _quotes(page, report)


def _is_one_who_writes(page: Page, report: Found, source: Span) -> bool:
    """Whether a source without a cue is the writer, or the writer's own paper."""
    first, stop = source
    lowered = page.tokens.lowered
    if stop - first > 1:
        return lowered[stop - 1] in OURS and _is_own_text(lowered, source, OWN_PAGES)
    return lowered[first] in MAY_BE_THE_WRITER and _writes(page, report, first)


def _by_the_writer(page: Page, report: Found, source: Span, cue: Span) -> bool:
    """Whether the writer is who thinks or says it, or nobody in particular."""
    lowered, mask = page.tokens.lowered, page.mask
    (first, stop), begin = source, cue[0]
    ours = lowered[stop - 1] in OURS
    if lowered[first] in BIDS and _is_bidden(page, report, source):
        return True
    if lowered[begin] == CAN and lowered[cue[1] - 1] in NEWS:
        paper = lowered[first] == THE and mask[stop - 1] == Tag.NAME
        return paper or lowered[first] in WRITERS  # "The Osk Post can reveal that C"
    if stop == begin and first + 1 < begin:  # "the mayor said", mostly
        if mask[first] == Tag.HE and lowered[first] in WRITERS:
            return True
        return ours and _is_own_text(lowered, source, OWN_PAGES)
    before, after_to = lowered[begin - 1], mask[begin - 1] == Tag.TO
    if before == WORTH or (after_to and _is_well_to(page, report, cue)):
        return True
    if before == WITHOUT:
        return lowered[first] in IMPERSONAL  # "It goes without saying that C"
    if stop - first > 1:
        texts = OWN_PAGES | OWN_TEXTS if after_to else OWN_PAGES
        return ours and _is_own_text(lowered, source, texts)
    if after_to and _IT_IS_TO.fullmatch(mask, first, begin):
        return report.form == "leading"  # "it is fair to say that C", "which is not to say that C"
    if mask[first - 1] == Tag.HAVE:
        low = page.begins[report.unit]
        if first > low + 2 and mask[first - 2] == Tag.WILL:
            report.source = subject_before(mask, low, first - 2)  # "Venn would have us believe"
            return False
    return lowered[first] in MAY_BE_THE_WRITER and _writes(page, report, first)


def _is_idle(page: Page, report: Found, cue: Span) -> bool:
    """Whether nobody is meant: "it is well to recall that C", "it is worth asking how C"."""
    before = cue[0] - 1
    if page.mask[before] == Tag.TO and _is_well_to(page, report, cue):
        return True
    return page.tokens.lowered[before] == WORTH


def _writes(page: Page, report: Found, first: int) -> bool:
    """Whether a source of one word is the writer, the reader or nobody: "there", "imagine"."""
    said, cue = page.tokens.lowered[first], report.cue
    if said in THERE_IS:
        return True
    if said in IMPERSONAL and page.mask[first] != Tag.THAT:
        return bool(report.frames & RAISING) or (
            report.form == "leading" and not report.frames & SPEECH
        )
    if said in READERS and report.form == "leading":
        return True  # "Readers will remember that C"
    bids = said in WRITES_ON and first == page.begins[report.unit]
    if said == ONE and cue is not None and page.mask[cue[1] - 1] in _PAST:
        return False  # "…, said one"
    return bids or said in WRITERS  # "Let us say that C"


def _is_bidden(page: Page, report: Found, source: Span) -> bool:
    """Whether a sentence bids: "*Stop* calling them thugs", "*Please* don't call it a raid".

    "Stop the War organizers called it a raid" begins with a name.
    """
    if source[0] != page.begins[report.unit] or report.form != "leading":
        return False
    return page.tokens.lowered[source[1] - 1] in BIDS


def _is_own_text(lowered: Sequence[str], source: Span, texts: Container[str]) -> bool:
    """Whether a source is "this page", of whom a set tells that such texts are the outlet's."""
    first, stop = source
    last = lowered[stop - 1]
    if lowered[first] == THIS:
        return stop - first == _OWN_TEXT and last in texts
    if VERSION not in lowered[first:stop]:
        return False
    # "An earlier version of this article", "an earlier version"
    return last in OWN_TEXTS if lowered[stop - 2] == THIS else lowered[first + 1] in EARLIER


def _is_well_to(page: Page, report: Found, cue: Span) -> bool:
    """Whether nobody is named who does it: "and it is well to recall that C"."""
    if report.form != "leading":
        return False
    return _IT_IS_TO_END.search(page.mask, max(0, cue[0] - _LONGEST_IT_IS), cue[0]) is not None


def _bids(page: Page, report: Found, cue: Span) -> bool:
    """Whether the writer bids the reader think so, where nobody is named who does."""
    first = page.units[report.unit].start
    if report.form == "passive":
        # "can hardly be called a stumble", "let it be said that C"
        best = page.tokens.lowered[cue[0] - 1] in BETTER  # "what is best described as theft"
        return best or Tag.WILL in page.mask[slice(*cue)] or page.tokens.lowered[first] in WRITES_ON
    if report.form != "leading" or report.frames == 0:
        return False
    opens = page.tokens.lowered[first]
    if page.mask[cue[0] - 1] == Tag.TO and _of_own_page(page, first, cue[0]):
        return True  # "This story has been updated to say that C"
    if opens.endswith(("ed", "ing")) or opens in OPENING_TOLD:  # "Asked whether C, Venn left"
        return False
    return (cue[0] == first and page.mask[first] in _IMPERATIVE) or opens in WRITES_ON


def _of_own_page(page: Page, first: int, stop: int) -> bool:
    """Whether "this article" stands between two tokens."""
    words = [page.tokens.lowered[at] for at in range(first, stop)]
    return any(opens == THIS and text in OWN_TEXTS for opens, text in pairwise(words))


def _quotes(page: Page, report: Found) -> bool:
    """Whether a part of the content begins with a quotation mark."""
    return any(page.mask[first : first + 1] == Tag.OPEN for first, _ in report.content)


_HANGS_OVER = 3  # tokens
_SPEECHES = frozenset(("neutral", "strong", "doubt"))
_INTRODUCED = frozenset(("transcript", "colon", "signature", "document", "post", "quote-alone"))


def without_inner_judgements(found: list[Found]) -> list[Found]:
    """Drop what lies inside reported words and reports no speech of its own.

    In "she said the judge had told her that C" both count; in "she said she opposed the plan"
    her opposition is part of what she said.
    """
    spans: list[tuple[int, int, int, bool, bool]] = []  # whether content, whether worded
    for number, report in enumerate(found):
        theirs = report.worded is report.content
        for start, stop in report.content:
            spans.append((start, -stop, number, True, theirs))
        for start, stop in () if theirs else report.worded:
            spans.append((start, -stop, number, False, True))
    spans.sort()
    rules = all_rules()
    dropped: set[Found] = set()
    reach = spoken = owner = speaker = -1
    for start, minus, number, whole, theirs in spans:
        report, stop = found[number], -minus
        if whole:
            if start <= reach and owner != number:
                speech = report.kind in _SPEECHES and rules[report.rule].inner
                said = not speech and speaker != number and _inside(report, start, stop, spoken)
                inner = not (speech or report.worded) and _inside(report, start, stop, reach)
                if said or inner:
                    dropped.add(report)
            if stop > reach and report.form != "noun":
                reach, owner = stop, number
        if theirs and stop > spoken and report.form != "noun":
            spoken, speaker = stop, number
    return list(filterfalse(dropped.__contains__, found)) if dropped else found


def _inside(report: Found, start: int, stop: int, reach: int) -> bool:
    """Whether a passage lies before `reach`; one that hangs on a noun may end just after it."""
    return stop <= reach + (_HANGS_OVER if report.form == "noun" and start < reach else 0)


def keep_apart(found: list[Found]) -> None:
    """Take the source out of the content where damaged text made them overlap."""
    for report in found:
        if report.source is None:
            continue
        first, stop = report.source
        for begun, last in report.content:
            if last > first and stop > begun:
                break
        else:
            continue
        whole = report.worded is report.content
        report.content = _without(report.content, first, stop)
        report.worded = report.content if whole else _without(report.worded, first, stop)


def _without(parts: list[Span], first: int, stop: int) -> list[Span]:
    """Return what is left of the parts outside ``first:stop``."""
    left = [
        piece
        for begun, last in parts
        for piece in ((begun, min(last, first)), (max(begun, stop), last))
    ]
    return [(begun, last) for begun, last in left if begun < last]
