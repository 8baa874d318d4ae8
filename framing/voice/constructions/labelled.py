"""A name and a colon: headlines ("Mayor: C", "C: Source"), transcripts, and names before quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from framing.values import Span
from framing.voice.constructions.posts import signatures
from framing.voice.found import Found, Told
from framing.voice.rules import Construction, Rule
from framing.voice.sources.whospeaks import (
    BULLETS,
    after_time,
    ends_in_person,
    holds_office,
    is_person,
    may_name,
    name_like,
    opines,
    source_words,
    speaks,
    speaks_of_self,
)
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.text.units import Page, Unit
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_labels", "read_title"]

RULES: Final = (
    Rule(
        "headline",
        "stands beside a source and a colon in a headline",
        "label",
        yes=(
            "Mayor: ⟦Rebels⟧ have fled\n\nThe rebels have fled, the mayor said in the city hall.",
            "⟦Rebels⟧ flee the town: Source\n\nThe town was empty, and nobody was seen there.",
            "Mayor Venn: ⟦Rebels⟧ are thieves\n\nThe town was empty, and nobody was seen there.",
            "Port chief: ⟦Rebels⟧ are thieves\n\nThe town was empty, and nobody was seen there.",
            "⟦Rebels⟧ are thieves: Venn\n\nThe town was empty, and nobody was seen there.",
            "⟦Rebels⟧ are thieves – Mayor Venn\n\nThe town was empty, and nobody was seen.",
            "Main points:\n\n• Mayor Venn: The ⟦rebels⟧ are thieves\n\n• The port stays shut",
        ),
        no=(
            "Opinion: ⟦Rebels⟧ are right\n\nTwelve men died when a shell fell on the market.",
            "What the ⟦rebels⟧ have left: Osk\n\nThe town was empty, and nobody was seen there.",
            "⟦Rebels⟧ are thieves – Osk\n\nThe town was empty, and nobody was seen there.",
            "Death of the ⟦rebels⟧: Osk\n\nThe town was empty, and nobody was seen there.",
            "Main points:\n\n• Gate: The ⟦rebels⟧ broke it\n\n• The port stays shut",
            "Varenia: ⟦rebels⟧ kill twelve\n\nTwelve men died when a shell fell on the market.",
        ),
    ),
)


_OPENS_LINE = any_of("number|dash")
_HANDLE = "(@"  # opens the address of who posts
_LABELS = frozenset(("headline", "colon", "after-colon"))
_AGED, _LONGEST_AGE = sequence(", <number>"), 2  # digits
_LONGEST_HEADLINE = 30  # tokens of a first line that is no headline by its zone
_LABEL = pattern(
    """
    -? (<noun-like|the|and|adv|possessive|number|name|stop>{1,8}
        (?:<left> <aside|noun|name|number>{0,3} <right>)?
        (?:, (?: <the|name|noun|of|possessive>{1,6} | <number> ))?)
        (?:<in> <name>{1,2})? :
    """
)
_LAST = pattern("<colon|dash> (<noun-like|det|adv|possessive|name|stop>{1,6}) <stop>? $")


def read_labels(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find speakers named before or after a colon.

    In a headline the colon makes a speaker only of someone who is a source in the article, or
    of a listed noun (report, poll, source); before a whole quotation any name will do.
    """
    added = [*signatures(page), *_cried(page, earlier)]
    sources: set[str] | None = None
    begun: set[Span] | None = None  # where words of saying begin, and what they tell
    told = Told(earlier)
    if page.units and Tag.COLON not in page.mask[page.units[0].start : page.units[0].end]:
        report = _dashed(page, earlier, words)
        added.extend(() if report is None else (report,))
    for number, unit in _with_colons(page):
        if page.mask[unit.start] in _OPENS_LINE or page.tokens.word(unit.start) in BULLETS:
            timed = after_time(page, unit)
            if timed is not None and sources is None:
                sources = source_words(page, earlier)
            if timed is not None and _says_then(page, timed, unit.end, sources or set(), words):
                colon = timed[1]
                added.append(_label("headline", timed, colon, (colon + 1, unit.end), number))
                continue
        match = _LABEL.match(page.mask, unit.start, unit.end)
        if match is not None and match.end() < unit.end:
            report = _before_speech(page, number, match, words)
            if report is not None:
                added.append(report)
                continue
        added.extend(_linked(page, number, told, words))
        if match is not None and begun is None:
            begun = {(one.cue[0], one.content[0][0]) for one in earlier if one.cue and one.content}
        is_told = match is not None and begun is not None and (unit.start, match.end()) in begun
        if _is_headline(unit, number) and not is_told:  # "Said Venn: C" is told already
            if sources is None:
                sources = source_words(page, earlier)
            report = _in_headline(page, number, match, sources, words)
            if report is not None:
                added.append(report)
    return added


def read_title(
    page: Page, words: Vocabulary, earlier: Sequence[Found], sources: set[str]
) -> Found | None:
    """Read "Ortiz: C" and "C – Ortiz" in a title by the last words of who speaks in its text.

    Where nobody does, a name before an opinion is a speaker's: "Ortiz: Vote was a sham".
    """
    if len(page.units) != 1 or any(report.rule in _LABELS for report in earlier):
        return None
    unit = page.units[0]
    match = _LABEL.match(page.mask, unit.start, unit.end)
    return _in_headline(page, 0, match, sources, words, alone=not sources)


def _says_then(page: Page, name: Span, end: int, sources: set[str], words: Vocabulary) -> bool:
    """Whether a name in a line of a live blog, "10:42 – Ortiz: C", is somebody's who speaks."""
    if FINITE_VERB.search(page.mask, name[1], end) is None:
        return False
    if is_person(page, name) or holds_office(page, name, words):
        return True
    if speaks(page, name, sources, words):
        return True
    return page.tokens.word(name[0] - 1) not in BULLETS and may_name(page, name, words)


def _before_speech(
    page: Page, number: int, match: re.Match[str], words: Vocabulary
) -> Found | None:
    """Read a name and a colon before a quotation."""
    unit = page.units[number]
    name, rest = match.span(1), (match.end(), unit.end)
    posted = page.tokens.text.find(_HANDLE, *(page.tokens.starts[at] for at in name)) > 0
    if posted and name_like(page, name, words):
        return _label("colon", name, match.end() - 1, rest, number)
    if page.mask[name[1] - 2 : name[1]] == _AGED:
        return _aged(page, number, match, words)
    if page.mask[rest[0]] == Tag.OPEN and name_like(page, name, words):
        return _label("colon", name, match.end() - 1, _quote(page, rest), number)
    return None


def _aged(page: Page, number: int, match: re.Match[str], words: Vocabulary) -> Found | None:
    """Read one of the voices from the street, to its paragraph's end: "Ana Ortiz, 67: C"."""
    units, (first, stop) = page.units, match.span(1)
    unit = units[number]
    opens = number > 0 and units[number - 1].paragraph != unit.paragraph
    age = page.tokens.word(stop - 1)
    if not opens or len(age) > _LONGEST_AGE or not name_like(page, (first, stop), words):
        return None
    last = number
    while last + 1 < len(units) and units[last + 1].paragraph == unit.paragraph:
        last += 1
    return _label("colon", (first, stop), match.end() - 1, (match.end(), units[last].end), number)


def _dashed(page: Page, found: Sequence[Found], words: Vocabulary) -> Found | None:
    """Read a headline "C – minister"."""
    unit = page.units[0]
    if not _is_headline(unit, 0) or Tag.DASH not in page.mask[unit.start : unit.end]:
        return None
    return _in_headline(page, 0, None, source_words(page, found), words)


def _in_headline(
    page: Page,
    number: int,
    match: re.Match[str] | None,
    sources: set[str],
    words: Vocabulary,
    *,
    alone: bool = False,
) -> Found | None:
    """Read "Mayor: C" and "C: Source"; with `alone`, no text beside it tells who speaks."""
    unit = page.units[number]
    if match is not None and match.end() < unit.end:
        name = match.span(1)
        clause = FINITE_VERB.search(page.mask, match.end(), unit.end) is not None
        person = is_person(page, name) or holds_office(page, name, words)
        person = person or (clause is not None and speaks_of_self(page, name, unit.end, words))
        told = speaks(page, name, sources, words) or (clause and person)
        if told or (alone and opines(page, name, unit.end, words)):
            end = page.mask.find(Tag.SEMICOLON, match.end(), unit.end)
            rest = (match.end(), end if end > 0 else unit.end)
            return _label("headline", name, match.end() - 1, rest, number)
    last = _LAST.search(page.mask, unit.start, unit.end)
    if last is None or last.start() == unit.start:
        return None
    quoted = page.mask[last.start() - 1] in Tags.CLOSING
    named = quoted and name_like(page, last.span(1), words)
    if named and page.mask[last.start()] == Tag.DASH:  # "“Q” – Osk chief", no subtitle
        head = page.tokens.lowered[last.end(1) - 1]
        named = head in words.sources or is_person(page, last.span(1))
    named = named or ends_in_person(page, unit, last, words)
    if not named and not speaks(page, last.span(1), sources, words):
        return None
    return _label("headline", last.span(1), last.start(), (unit.start, last.start()), number)


_CRY = pattern("“ <quoted>*+ <closing> (<name>{1,4}) <says|claims|present|say|claim|put>")
_NAMED_IN_LINE = pattern(
    """
    (<name>{1,3} <noun>?) (?: <in> <^end|colon|open|finite>{1,6} )? : <^end|colon|open|finite>{0,6}
        (“ <quoted>*+ <closing>)
    """
)


def _cried(page: Page, earlier: Sequence[Found]) -> list[Found]:
    """Read a headline "“Out!” Venn tells the council"."""
    opens = bool(page.units) and page.mask[page.units[0].end - 1] != Tag.STOP
    opens = opens and _is_headline(page.units[0], 0)
    match = _CRY.match(page.mask) if opens else None
    if match is None or any(begun == 0 for report in earlier for begun, _ in report.content):
        return []
    first, stop = match.span(1)
    return [_label("headline", (first, stop), stop, (0, first), 0)]


def _linked(page: Page, number: int, told: Told, words: Vocabulary) -> list[Found]:
    """Read a headline that a page prints inside its text: "… Venn: Trial “must go on” …"."""
    unit = page.units[number]
    added = []
    for match in _NAMED_IN_LINE.finditer(page.mask, unit.start, unit.end):
        name, quote = match.span(1), match.span(2)
        inside = name[0] > unit.start or page.mask[name[1]] == Tag.IN
        if page.mask[name[1] - 1] == Tag.NOUN:  # "Osk doctor: “Q”", no "Osk weather: “Q”"
            inside = inside and page.tokens.lowered[name[1] - 1] in words.sources
        if quote[0] not in told and inside and name_like(page, name, words):
            added.append(_label("headline", name, name[1], quote, number))
    return added


def _label(rule: str, name: Span, colon: int, content: Span, number: int) -> Found:
    return Found(rule, "leading", "neutral", name, (colon, colon + 1), [content], number)


def _with_colons(page: Page) -> list[tuple[int, Unit]]:
    """Units that hold a colon, with their numbers."""
    units, mask = page.units, page.mask
    numbers: list[int] = []
    at = mask.find(Tag.COLON)
    while at >= 0:
        number = page.unit_of(at)
        if number >= 0 and (not numbers or numbers[-1] != number):
            numbers.append(number)
        at = mask.find(Tag.COLON, at + 1)
    return [(number, units[number]) for number in numbers]


def _is_headline(unit: Unit, number: int) -> bool:
    return unit.zone == "headline" or (number == 0 and unit.end - unit.start < _LONGEST_HEADLINE)


def _quote(page: Page, rest: Span) -> Span:
    closing = pattern("<closing>").search(page.mask, *rest)
    return (rest[0], closing.end()) if closing is not None else rest


CONSTRUCTION: Final = Construction(4, read_labels, tags=any_of("colon|dash|open"))
