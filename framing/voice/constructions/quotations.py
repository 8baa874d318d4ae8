"""Quotations without a cue of their own: they go on from the words quoted before them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container
from operator import attrgetter, itemgetter
from typing import Final

from framing.language.joiningwords import SHIFTED, THERE_IS
from framing.language.reportwords import PRINTING, READS
from framing.language.smallwords import SAID_LATER
from framing.values import Span
from framing.voice.found import Found, begun_within, holds_quotation
from framing.voice.grammar.subjects import first_subject, subject_before
from framing.voice.quoted.announced import (
    announces_text,
    block_end,
    excerpt_of,
    given,
    of_self,
    tells,
    writers,
)
from framing.voice.rules import Rule
from framing.voice.sources.whospeaks import can_say, profile_at
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, any_of, sequence
from framing.voice.text.units import Page, Unit
from framing.voice.text.vocabulary import SPEECH

__all__ = ["RULES", "continue_quotations"]

RULES: Final = (
    Rule(
        "quote-framed",
        "a quotation beside a person and what they did (“…,” the mayor pressed)",
        "quotation",
        yes=(
            "“The ⟦thugs⟧ must go,” Brandt pressed.",
            "“The ⟦thugs⟧ must go,” beamed Brandt.",
        ),
        no=(
            "“The ⟦thugs⟧ must go,” Brandt said.",
            "The men sang “The ⟦Thugs⟧ Must Go” and left.",
            "“The thugs must go,” Brandt pressed, and the ⟦rebels⟧ left.",
        ),
    ),
    Rule(
        "quote-alone",
        "a quotation of a sentence or some words whose source is not in its sentence",
        "quotation",
        yes=(
            "“The ⟦thugs⟧ must go, all of them, and at once.”",
            "There was a sign at the gate. “All ⟦thugs⟧ must leave the port at once.”",
            "“We wait,” Holm said.\n\nThe port fell to an “illegitimate ⟦regime⟧” in May.",
            "Cries of “⟦traitor⟧” filled the hall.",
            "After months of branding the dockers “⟦thieves⟧,” they were tired.",
            "“⟦Traitor⟧!” The port was quiet.",
            "“We wait,” Holm said.\n\nThe board has trained ‘⟦moderate⟧’ fighters.",
        ),
        no=(
            "The film “Two ⟦Rivers⟧” opened on Monday.",
            "“The ⟦thugs⟧ must go, all of them, and at once,” Brandt said.",
            "The mission trained “⟦moderate⟧” fighters.",
            "Of “very ⟦angry⟧” voters, 40 percent stayed at home.",
            "The so-called “illegitimate ⟦regime⟧” fell on Monday.",
            "The Myth Of The Free ‘⟦Working Class⟧’ Vote\n\nThe port was quiet on Monday.",
        ),
    ),
    Rule(
        "colon",
        "follows a source and a colon (the mayor: “…”)",
        "quotation",
        inner=True,
        yes=(
            "Brandt was blunt: “The ⟦thugs⟧ must go now.”",
            "Ilse Brandt (@ilsebrandt): The ⟦thugs⟧ must go now.",
            "“We stay,” said Venn. The mayor was blunter yesterday: “The ⟦thugs⟧ must go.”",
        ),
        no=(
            "Brandt said: “The ⟦thugs⟧ must go.”",
            "Ilse Brandt (58): the ⟦thugs⟧ and the port.",
            "Three came: Venn, Ortiz and a ⟦hardliner⟧ from the north.",
            "Opinion: ⟦Rebels⟧ are right\n\nTwelve men died when a shell fell on the market.",
        ),
    ),
)

_content, _first = attrgetter("content"), itemgetter(0)
_CUES = any_of("introduces|dash")
_WITHOUT_POINTS = str.maketrans("", "", any_of("end"))
_SPEAKING = frozenset(("trailing", "leading", "phrase"))  # forms that tell who speaks
_BEFORE_WHOLE = any_of("introduces|dash|stop|closing|aside|reporting")
_LISTS = any_of("comma|and")
_THEN = sequence(", <and>")
_LISTING = pattern("<number> <adv|noun|past|ing>{1,3} (?: <of|in> <noun-like|the|name>{1,3})? : $")
_LONGEST_TITLE = 20  # tokens with the marks
_FRAGMENT = 5  # tokens with the marks, so three words: a whole quotation has as many or more
_FEWEST_WORDS = 4  # of a quotation that is no short one
_SMALL_WORD = 3  # letters; what has more begins with a capital in a title
_SHORTEST_SENTENCE, _SHORTEST_BLOCK = 4, 8  # tokens of what goes on with a report
_SHORTEST_TOLD = 5  # of a sentence below "The note reads:"
_JOINED = 2  # tokens between quotations that are one list


def continue_quotations(
    page: Page, found: list[Found], avoided: Container[int] = ()
) -> list[Found]:
    """Give each whole quotation that no cue claimed to the speaker it goes on from.

    Inside a paragraph that is the last speaker; at its start it is one whose quotation was
    left open, one introduced by a colon, or, where the paragraph begins with nothing but the
    quotation, the one who was quoted last. Those `avoided` are terms that nobody is quoted with.
    """
    numbers = _quoting(page)
    if numbers:
        walk = _Walk(page, found, avoided)
        last = -1
        for number in numbers:
            if last != number - 1 and number:
                walk.catch_up(number - 1)
            walk.step(number, page.units[number])
            last = number
        found.extend(report for report in walk.added if report.content)
        _join_parts(page, found, walk.added)
    _go_on_telling(page, found)
    return list(filter(_content, found))


def _quoting(page: Page) -> list[int]:
    """Numbers of the units that hold a quotation, or stand beside a colon that ends one."""
    begins, ends, mask = page.begins, page.ends, page.mask
    numbers: set[int] = set()
    for first, stop in page.quotes:
        number = bisect_right(begins, first) - 1
        if number < 0 or ends[number] <= first:
            number += 1  # it stands before a unit
        numbers.update(range(number, bisect_left(begins, stop, number)))
    at = mask.find(Tag.COLON)
    while at >= 0:
        number = page.unit_of(at)
        if number >= 0 and ends[number] == at + 1:
            numbers.update((number, min(number + 1, len(ends) - 1)))
        at = mask.find(Tag.COLON, at + 1)
    return sorted(numbers)


def _go_on_telling(page: Page, found: list[Found]) -> None:
    """Give "There would be no deal." after "Arden said that …" in a paragraph to Arden as well."""
    ends: dict[int, Found] = {}
    for report in found:
        if report.rule in _TOLD and report.source is not None and report.kind != "belief":
            last = report.content[-1][1] if report.content else -1
            if last >= page.ends[report.unit] - 1:
                ends[report.unit] = report
    for number, report in ends.items():
        later = page.units[number + 1 : number + 2]
        if not later or page.tokens.word(later[0].start + 1) != SAID_LATER:
            continue
        start, end, paragraph, _ = later[0]
        if paragraph != page.units[number].paragraph or end - start < _SHORTEST_SENTENCE:
            continue
        cued = any(other.unit == number + 1 and other.form != "noun" for other in found)
        if page.tokens.word(start) in SHIFTED and not cued:
            report.content.append((start, end))


_TOLD = frozenset(("leading-that", "leading-clause"))


def _join_parts(page: Page, found: list[Found], added: list[Found]) -> None:
    """Give the parts of a quotation before the one that has a cue to whom that one has."""
    alone = {
        report.content[0][0]: report
        for report in added
        if report.rule == "quote-alone" and report.source is None and len(report.content) == 1
    }
    if not alone:
        return
    speakers = {
        first: report
        for report in found
        if report.form == "trailing" and report.source is not None
        for first, _ in report.content
    }
    for number in range(len(page.quotes) - 2, -1, -1):
        first, later = page.quotes[number][0], page.quotes[number + 1][0]
        part = alone.get(first)
        if part is None or page.quotations[number].closed or later not in speakers:
            continue
        speakers[later].content[:0] = part.content
        speakers[first] = speakers[later]
        part.content = []


_FRAME = pattern(
    """
    (?:(?P<subject>{np}) <aux|adv>*+ (?P<verb><done|past|present>) | (?P<before><participle>)
        (?P<inverted>{np})) (?=<end|time|in|adv|open> | $)
    """
)


_MORE_FROM = pattern("<in> (<the>? <name>{1,5}) (?: , <det> <^finite>{1,8} )? : $")


_NEAR = 12
"""Reports, and spans of each, among which the owner of a quotation just before is looked for."""


class _Walk:
    """Goes over the units of a page in order and keeps who spoke last."""

    def __init__(self, page: Page, found: list[Found], avoided: Container[int]) -> None:
        self.page = page
        self.avoided = avoided
        self.by_unit = by_unit = defaultdict[int, list[Found]](list)
        self.begins = list(map(_first, page.quotes))
        self.covered = begun_within(page.quotes, map(_content, found))
        for report in found:
            if report.form != "noun":
                by_unit[report.unit].append(report)
        self.added: list[Found] = []
        self.last: Found | None = None
        self.paragraph = -1
        self.open = self.colon = self.quoting = self.excerpt = self.told = False
        self.quote = self.at = 0

    def catch_up(self, number: int) -> None:
        """Take in a unit without quotations, after others that were passed over."""
        self.paragraph = self.page.units[number].paragraph
        self._remember(number, self.page.units[number], False)
        self.open = False

    def step(self, number: int, unit: Unit) -> None:
        """Take in one unit."""
        fresh = unit.paragraph != self.paragraph
        self.paragraph = unit.paragraph
        self.at = number
        spans = self._quotes_of(unit)
        if fresh and self.colon and self.last is not None and given(self.page, unit, spans):
            counts = _LISTING.search(self.page.mask, self.page.units[number - 1].start, unit.start)
            listed = self.last.rule == "colon" or self.last.worded is not self.last.content
            rules = {report.rule for report in self.by_unit.get(number, ())}
            if not (counts and listed) and "document" not in rules:  # "The law has two parts:"
                self._block(self.last, number, unit)
        free = self._free(spans)
        if not fresh and spans and self._goes_on(number, unit, spans[0]):
            free = []
        if fresh and not (self.open or self.colon):
            goes_on = self.quoting and bool(free) and self._nothing_else(unit, free)
            if not goes_on:
                self.last = None
        for first, stop in free:
            speaker = self._announced(number, unit, first) or self._before(number, first)
            if speaker is None and (stop - first > _FRAGMENT or first <= unit.start + 1):
                speaker = self.last
            if speaker is None and not self._title(first, stop):
                speaker = self._alone(number, unit, first)
            if speaker is not None:
                speaker.content.append((first, stop))
                self.covered.add(first)
                self.quoting = True
        before = (0, 0)
        for span in spans:
            if span[0] not in self.covered:
                self._more(number, before, span)
            before = span
        self._remember(number, unit, bool(free))
        self.open = bool(spans) and not self.page.quotations[self.quote - 1].closed

    def _free(self, spans: list[Span]) -> list[Span]:
        """Return the whole quotations that nobody has yet."""
        free = []
        for span in spans:
            if span[0] not in self.covered and self._whole(span):
                free.append(span)
        return free

    def _more(self, number: int, before: Span, span: Span) -> None:
        """Take a fragment that goes on from a quotation: “A” and “B”; “Q,” she said, and C “Q”."""
        first, stop = span
        if first in self.avoided or self.at != number:
            return
        between = self.page.mask[before[1] : first]
        frame = self._before(number, first)
        owner = None
        if before[1] and len(between) <= _JOINED and not between.strip(_LISTS):
            owner = self._owner(number, before[0])
        elif self.page.mask[first - 1 : first] == self.page.mask[stop : stop + 1] == Tag.DASH:
            speaking = [one for one in self.by_unit.get(number, ()) if one.form in _SPEAKING]
            told = [one for one in speaking if one.source and one.act == "speech"]
            owner = told[0] if told else None  # "He served - “in hell” - and said that C"
        elif frame is not None and frame.cue and holds_quotation(self.page.mask, frame.content):
            says_on = self.page.mask[stop : stop + 1] == Tag.WILL  # ", and her “Q” should not …"
            owner = frame if says_on and self.page.mask.startswith(_THEN, frame.cue[1]) else None
        if owner is not None:
            owner.content.append(span)
            self.covered.add(first)

    def _owner(self, number: int, at: int) -> Found | None:
        """Return whose words the quotation at a token is, in this unit."""
        here = self.by_unit.get(number, [])
        near: list[Found | None] = [*here[-_NEAR:], *self.added[-_NEAR:], self.last]
        for report in near:
            if report is not None and any(
                first <= at < stop for first, stop in reversed(report.worded[-_NEAR:])
            ):
                return report
        return None

    def _goes_on(self, number: int, unit: Unit, span: Span) -> bool:
        """Take a sentence that begins in quotation marks and ends without, as the speaker's."""
        first, stop = span
        if self.last is None or not self.quoting:
            return False
        if any(report.source is not None for report in self.by_unit.get(number, ())):
            return False
        if first != unit.start or self.page.mask[stop - 1] != Tag.CUT or stop - first <= _FRAGMENT:
            return False
        if first in self.covered:
            return False
        self.last.content.append((first, unit.end))
        self.covered |= begun_within(self.page.quotes, [[(first, unit.end)]])
        return True

    def _block(self, last: Found, number: int, unit: Unit) -> None:
        """Take the paragraph after a colon as a block quotation without marks."""
        page, before = self.page, self.page.units[self.at - 1].start
        told = self.told or last.rule != "colon"
        told = told and not writers(page, last, unit.start - 1)
        end = block_end(page, number, listed=told, colon=last.rule == "colon")
        stopped = self.told and page.mask[end - 1] == Tag.STOP
        if (
            (told or of_self(page, unit.start, end))
            and end - unit.start > (_SHORTEST_TOLD if stopped else _SHORTEST_BLOCK)
            and page.mask[end - 1] != Tag.COLON
        ):
            last.content.append((unit.start, end))
            self.covered |= begun_within(page.quotes, [[(unit.start, unit.end)]])
            if self.excerpt:
                last.block = (unit.start, end)
            elif last.worded is not last.content and (
                last.frames & SPEECH or announces_text(page, before, unit.start)
            ):
                last.act = "speech"  # "Brandt told the Herald:", "retweeted the following:"
                last.worded = [*last.worded, (unit.start, end)]

    def _remember(self, number: int, unit: Unit, free: bool) -> None:
        """Keep who spoke last in this unit, and whether a colon announces more."""
        mask, end = self.page.mask, unit.end
        speaking = quoting = framing = None  # the last that speaks, that quotes, that frames
        for report in self.by_unit.get(number, ()):
            if report.form in _SPEAKING:
                speaking = report
                if holds_quotation(mask, report.content):
                    quoting = report
                    framing = report if report.form == "trailing" else framing
        if speaking is not None:
            self.last = framing or quoting or speaking
            self.quoting = quoting is not None
        elif not free:
            self.last, self.quoting = None, False
        self.colon = mask[end - 1] == Tag.COLON
        self.excerpt = False
        if self.colon and speaking is None:
            more = _MORE_FROM.search(mask, unit.start, end)
            last = self.page.tokens.lowered[end - 2]
            self.excerpt = more is not None or last in PRINTING
            source = first_subject(mask, unit.start, end)
            if source is not None and self.page.tokens.lowered[source[0]] in THERE_IS:
                source = None  # "There were three signs:"
            if source is None and more is None:
                more = excerpt_of(self.page, unit)
            if last in PRINTING:  # "The port is lost, the Herald reports:"
                source = subject_before(mask, unit.start, end - 2) or source
            if source is None and more is not None:
                source = more.span(1)
                self.excerpt = self.excerpt or self.page.mask[source[1] - 1] != Tag.NAME
            self.told = more is not None or last in PRINTING or tells(self.page, unit)
            if source is not None:
                self.told = self.told and can_say(self.page, source)
                if last in READS:  # a note reads a thing, a man reads it for himself
                    self.told = self.told and profile_at(self.page, source).kind == "document"
                cue = (end - 1, end)
                self.last = Found("colon", "leading", "neutral", source, cue, [], number)
                self.added.append(self.last)

    def _before(self, number: int, at: int) -> Found | None:
        """Return the last attribution of the same unit whose quoted words frame its cue."""
        own = [
            report
            for report in self.by_unit.get(number, ())
            if report.form == "trailing" and report.cue is not None and report.cue[1] <= at
        ]
        return own[-1] if own else None

    def _announced(self, number: int, unit: Unit, at: int) -> Found | None:
        """Return a new attribution for a quotation after a colon: "The mayor was blunt: “Q”."""
        mask = self.page.mask
        while at > unit.start and mask[at - 1] == Tag.ASIDE:  # a second space
            at -= 1
        if at <= unit.start + 2 or mask[at - 1] != Tag.COLON:
            return None
        low = unit.start
        for report in self.by_unit.get(number, ()):
            if report.cue is not None and report.cue[1] < at:
                low = max(low, report.cue[1], *(stop for _, stop in report.content if stop < at))
        source = first_subject(mask, low, at - 1)
        if source is None:
            return None
        cue = (at - 1, at)
        self.added.append(Found("colon", "leading", "neutral", source, cue, [], number))
        return self.added[-1]

    def _alone(self, number: int, unit: Unit, first: int) -> Found:
        """Return a new attribution for a quotation that nobody frames."""
        mask = self.page.mask
        framed = self._framed(number, unit, first)
        if framed is not None:
            return framed
        source = first_subject(mask, unit.start, first) if first > unit.start + 1 else None
        cue = (first - 1, first) if source is not None and mask[first - 1] in _CUES else None
        rule = "colon" if cue is not None and mask[first - 1] == Tag.COLON else "quote-alone"
        found = Found(rule, "leading", "neutral", source, cue, [], number)
        self.added.append(found)
        return found

    def _framed(self, number: int, unit: Unit, first: int) -> Found | None:
        """Read a quotation before a subject and any past verb: “Q,” Ortiz pressed."""
        mask = self.page.mask
        closing = mask.find(Tag.CLOSE, first, unit.end)
        match = _FRAME.match(mask, closing + 1, unit.end) if closing > 0 else None
        if match is None:
            return None
        group = "subject" if match.group("subject") else "inverted"
        cue = "verb" if match.group("verb") else "before"
        found = Found(
            "quote-framed", "trailing", "neutral", match.span(group), match.span(cue), [], number
        )
        self.added.append(found)
        return found

    def _title(self, first: int, stop: int) -> bool:
        """Whether the words quoted are written like a title."""
        if stop - first >= _LONGEST_TITLE:
            return False
        words = [self.page.tokens.word(i) for i in range(first + 1, stop - 1)]
        long = [word for word in words if len(word) > _SMALL_WORD and word[0].isalpha()]
        return all(word[0].isupper() for word in long)

    def _quotes_of(self, unit: Unit) -> list[Span]:
        """Quotations of the unit, where the walk is from one to the next."""
        quotes, begin = self.page.quotes, self.quote
        start, end, _, _ = unit
        while begin < len(quotes) and quotes[begin][1] <= start:
            begin += 1
        stop = bisect_left(self.begins, end, begin)
        self.quote = stop
        return quotes[begin:stop]

    def _nothing_else(self, unit: Unit, free: list[Span]) -> bool:
        """Whether the unit begins with the quotation."""
        return free[0][0] <= unit.start + 1

    def _whole(self, span: Span) -> bool:
        """Whether a quotation ends in a stop and is long enough for speech."""
        first, stop = span
        if first in self.avoided:
            return False
        mask = self.page.mask
        if mask[stop - 1] == Tag.CUT:
            return self._is_paragraph(first, stop)
        if first and mask[first - 1] not in _BEFORE_WHOLE and self._is_short(first, stop):
            return first == self.page.begins[self.at]
        if stop - first >= _FRAGMENT or mask[stop - 1] != Tag.CLOSE:
            return True
        return self.page.tokens.word(stop - 2) in (".", "?", "!")

    def _is_short(self, first: int, stop: int) -> bool:
        """Whether a quotation has but a few words."""
        return (
            len(self.page.tokens.tags[first + 1 : stop - 1].translate(_WITHOUT_POINTS))
            < _FEWEST_WORDS
        )

    def _is_paragraph(self, first: int, stop: int) -> bool:
        """Whether a quotation is a paragraph of its own, with a stop behind it or none."""
        if stop - first < _FRAGMENT or self._title(first, stop):
            return False
        units, at, last = self.page.units, self.at, self.page.unit_of(stop - 1)
        unit = units[at]
        after_it = self.page.mask[stop : units[last].end]  # “They left”.
        alone = first == unit.start and not after_it.strip(Tag.STOP)
        if not alone or unit.zone == "headline":
            return False
        before, after = units[at - 1 : at], units[last + 1 : last + 2]
        return all(neighbour.paragraph != unit.paragraph for neighbour in (*before, *after))
