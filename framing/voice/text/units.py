"""Units: sentences joined where a quotation runs over their boundary, quotations masked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import filterfalse
from operator import itemgetter
from typing import NamedTuple

from framing.values import Document, Span
from framing.voice.text.quicktuples import maker
from framing.voice.text.quotes import Quotation, find_quotations
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, any_of
from framing.voice.text.tokens import Chunks, Tokens, tokenize

__all__ = ["Page", "Unit", "lay_out"]

_SMALL = any_of("if|in")
_NO_VERBS = any_of("nominal|cue-noun|past|present|ing|time|number")  # a name stays one for these

_LONGEST_HEADLINE = 40
_SMALL_WORD = 4  # letters; what has more begins with a capital in a headline in title case
_LONGEST_END = 4  # characters of a stop and the marks after it
_LONGEST = 400  # tokens; a longer sentence is cut, so that time stays linear
_ENDS_QUOTE = re.compile(r"[?!…—–-][”\"’'»]{1,2}\s*\Z|[?!…—–-]''\s*\Z")
_NOWHERE = 1 << 62  # a place behind every text
_CLOSERS = frozenset("”\"’'»")
_SPEAKS = pattern(
    """
    (?:<det>? <nominal|possessive|number|stop|aside>{0,8} | <pronoun>) <adv>? <says|said>
        (?=<^of>)
    """
)


class Unit(NamedTuple):
    """A sentence, or several that one quotation joins: token range, paragraph, zone."""

    start: int
    end: int
    paragraph: int
    zone: str


@dataclass(frozen=True, slots=True)
class Page:
    """A document made ready: tokens, tags with quotations masked, units, quotations.

    `quotes` holds (first token, token after the last) of each outermost quotation, in the
    order of `quotations`, which has their characters; `begins` the first token of each unit,
    `ends` the one after its last and `opens` its tag, a letter a unit; `unopened` the marks that
    close a quotation that nothing opens, in order; `zones` has the zone of each sentence.
    """

    tokens: Tokens
    mask: str
    units: list[Unit]
    quotations: list[Quotation]
    quotes: list[Span]
    begins: list[int]
    ends: list[int]
    opens: str
    unopened: list[int]
    zones: Sequence[str]

    def unit_of(self, token: int) -> int:
        """Return the number of the unit that a token lies in, or -1 where it lies in none."""
        number = bisect_right(self.begins, token) - 1
        return number if number >= 0 and token < self.ends[number] else -1


def lay_out(document: Document, chunks: Chunks, tokens: Tokens | None = None) -> Page:
    """Mask the quotations of a document and join its sentences into units.

    `tokens` are those of the document's text, where several texts were cut at once.
    """
    if tokens is None:
        tokens = tokenize(document.text, chunks)
    found = find_quotations(document.text, document.paragraphs, tokens.places())
    outer = list(filterfalse(_depth, found))
    quotes = _token_spans(tokens, outer)
    tags = _tidy(tokens.tags)
    if Tag.DASH in tags and " - " in document.text and _is_spaced(document.text):
        tags = _with_hyphens(tokens, tags)
    mask = _mask(document.text, tags, quotes, outer)
    unopened = _unopened(tokens, mask)
    mask = _with_commas(_without_owning(tokens, mask), unopened)
    units = _units(document, tokens, mask, outer)
    mask = _lower_headlines(tokens, mask, units, document.zones, chunks)
    begins, ends = list(map(_begin, units)), list(map(_end, units))
    opens = "".join(map(mask.__getitem__, begins))
    return Page(tokens, mask, units, outer, quotes, begins, ends, opens, unopened, document.zones)


def _unopened(tokens: Tokens, mask: str) -> list[int]:
    """Return the closing marks outside every quotation; those after figures are inches."""
    text, starts = tokens.text, tokens.starts
    if Tag.ASIDE not in mask:
        return []
    return [
        at
        for at in tokens.marks
        if at
        and mask[at] == Tag.ASIDE
        and text[starts[at]] in '”"'
        and not (text[starts[at] - 1].isspace() or text[starts[at] - 1] in "=0123456789")
    ]


def _without_owning(tokens: Tokens, mask: str) -> str:
    """Tag "own" after whose it is as a noun: "its own founders", no verb."""
    at = tokens.text.find(_OWN)
    nouns = []
    while at >= 0:
        token = bisect_left(tokens.starts, at + 1)
        if mask[token] == Tag.SAY and mask[token - 1] in _OWNERS:
            nouns.append(token)
        at = tokens.text.find(_OWN, at + 1)
    if not nouns:
        return mask
    tags = list(mask)
    for token in nouns:
        tags[token] = Tag.NOUN
    return "".join(tags)


def _with_commas(mask: str, unopened: list[int]) -> str:
    """Tag as a comma the mark in 'C,” said Venn', whose opening mark is lost."""
    if not unopened:
        return mask
    tags = list(mask)
    for at in unopened:
        if tags[at - 1] == Tag.COMMA:
            tags[at] = Tag.COMMA
    return "".join(tags)


def _is_spaced(text: str) -> bool:
    """Whether most commas of a text have a space before them, as a tokeniser leaves it."""
    return text.count(" ,") * 2 > text.count(",")


def _with_hyphens(tokens: Tokens, tags: str) -> str:
    """Tag the hyphens of a spaced text ("son - in - law") as what they join."""
    joined = (
        Tag.NOUN if tag == Tag.DASH and tokens.word(at) == "-" else tag
        for at, tag in enumerate(tags)
    )
    return "".join(joined)


_OWN, _OWNERS = " own ", any_of("the|possessive")
_unit = maker(Unit)
_begin, _end, _depth = itemgetter(0), itemgetter(1), itemgetter(3)  # a quotation has all
_IS = pattern("<possessive> (?<= <pronoun|opens-clause> <any> )")
_ALLEGED = pattern(
    """<so-called> (?: (?<! <the> <any>) (?=<pronoun|the|that>) | (?<= <aux|he> <any>)
    | (?<= <name> <any>) (?<! <in> <name> <any>) (?= <nominal|some|number>))"""
)


# "the move", "the left says"
_NOMINAL = pattern("<the> (?:<present> | <participle> (?=<definite|either>))")


def _tidy(tags: str) -> str:
    """Tags with noun cues as nouns, and "he's" as a pronoun and a form of be."""
    if Tag.SO_CALLED in tags:  # "they alleged that", against "the alleged attack"
        tags = _ALLEGED.sub(Tag.SAID, tags)
    # One letter for another by `replace` takes a tenth of the time of `translate`.
    tags = tags.replace(Tag.CUE_NOUN, Tag.NOUN).replace(Tag.SO_CALLED, Tag.NOUN)
    tags = tags.replace(Tag.ALLEGEDLY, Tag.ADV)
    tags = _NOMINAL.sub(Tag.THE + Tag.NOUN, tags)
    return _IS.sub(Tag.BE, tags) if Tag.POSSESSIVE in tags else tags


def _lower_headlines(
    tokens: Tokens, mask: str, units: list[Unit], zones: Sequence[str], chunks: Chunks
) -> str:
    """Tag the words of headlines in title case as if they had no capital."""
    tag = chunks.vocabulary.tag
    for unit in _headlines(units, zones):
        if unit.end - unit.start > _LONGEST_HEADLINE:
            continue
        words = map(tokens.word, range(unit.start, unit.end))
        if any(
            len(word) > _SMALL_WORD and word[0].islower() and tag(word) not in _SMALL
            for word in words
        ):
            continue
        tags = []
        for at, old in enumerate(mask[unit.start : unit.end], unit.start):
            new = tag(tokens.lowered[at]) if old == Tag.NAME else old
            tags.append(old if new in _NO_VERBS else new)
        mask = mask[: unit.start] + "".join(tags) + mask[unit.end :]
    return mask


def _headlines(units: list[Unit], zones: Sequence[str]) -> list[Unit]:
    """Units of the headline zone, and the first one, which may be a headline."""
    later = units[1:] if "headline" in zones else []
    return units[:1] + [unit for unit in later if unit.zone == "headline"]


def _token_spans(tokens: Tokens, outer: list[Quotation]) -> list[Span]:
    """Token range of each quotation, its marks included."""
    starts, spans, stop = tokens.starts, [], 0
    for begin, end, _, _, _ in outer:
        first = bisect_left(starts, begin, stop)
        stop = bisect_left(starts, end, first)
        spans.append((first, stop))
    return spans


def _mask(text: str, tags: str, quotes: list[Span], outer: list[Quotation]) -> str:
    """Tags with every quotation replaced by ``“QQQ”``, or ``“QQQu`` where no stop ends it."""
    if not quotes:
        return tags
    parts, at = [], 0
    for (first, stop), (start, end, closed, _, _) in zip(quotes, outer, strict=True):
        if first < at or stop - first < 2:
            continue
        parts.append(tags[at:first])
        inner = Tag.OPEN + Tag.QUOTED * (stop - first - 2)
        close = Tag.CLOSE if _ends_in_stop(text, start, end) else Tag.CUT
        parts.append(inner + (close if closed else Tag.QUOTED))
        at = stop
    return "".join([*parts, tags[at:]])


def _ends_in_stop(text: str, start: int, end: int) -> bool:
    """Whether a comma, stop, question mark or dash stands before the closing mark."""
    at = end - (3 if text.startswith("''", end - 2) else 2)
    while at > start and text[at] in " \u00a0\u202f’'”\"":
        at -= 1
    return text[at] in ",.?!—–-…;:"


def _units(document: Document, tokens: Tokens, mask: str, outer: list[Quotation]) -> list[Unit]:
    """Join sentences over quotations, and a question or cry with the cue after it."""
    text, starts = tokens.text, tokens.starts
    limits = [*map(_end, document.paragraphs[:-1]), _NOWHERE]
    opens, closes = [*map(_begin, outer), _NOWHERE], [*map(_end, outer), _NOWHERE]
    units: list[tuple[int, int, int, str]] = []
    paragraph, limit = -1, -1
    token = quote = 0
    opened, closed = opens[0], closes[0]
    sentences = enumerate(zip(document.sentences, document.zones, strict=True), start=1)
    for index, ((begin, end), zone) in sentences:
        while begin >= limit:
            paragraph += 1
            limit = limits[paragraph]
        while closed <= begin:
            quote += 1
            opened, closed = opens[quote], closes[quote]
        if opened < end or (outer and text[end - 1] in _CLOSERS):
            done, end, quote = _joined(document, tokens, mask, outer, index, end, limit, quote)
            opened, closed = opens[quote], closes[quote]
            for _ in range(index, done):
                next(sentences)  # joined to this one
        first = token if starts[token] == begin else bisect_left(starts, begin, token)
        token = bisect_left(starts, end, first)
        if zone != "boilerplate":
            if first < token <= first + _LONGEST:
                units.append((first, token, paragraph, zone))
            else:  # too long to be a sentence
                cuts = range(first, token, _LONGEST)
                units += [(at, min(at + _LONGEST, token), paragraph, zone) for at in cuts]
    return list(map(_unit, units))


def _joined(
    document: Document,
    tokens: Tokens,
    mask: str,
    outer: list[Quotation],
    index: int,
    end: int,
    limit: int,
    quote: int,
) -> tuple[int, int, int]:
    """Return the next sentence, the end and the quotation after joining what belongs together."""
    sentences = document.sentences
    while index < len(sentences) and sentences[index][0] < limit:
        after = sentences[index][0]
        while quote < len(outer) and outer[quote].end <= after - 1:
            quote += 1
        runs_over = quote < len(outer) and outer[quote].start < end and outer[quote].end > after
        if not runs_over:
            if _ENDS_QUOTE.search(document.text, max(0, end - _LONGEST_END), end) is None:
                break
            if _SPEAKS.match(mask, bisect_left(tokens.starts, after)) is None:
                break
        end = sentences[index][1]
        index += 1
    return index, end, quote
