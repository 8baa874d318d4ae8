"""What a relative pronoun stands for: the noun phrase before it."""

from __future__ import annotations

import re

from framing.language.boundwords import PARTY_MEMBERS
from framing.language.closed import POSSESSIVES
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.subjects import noun_before
from framing.voice.sources.whospeaks import profile_at
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page

__all__ = ["TRAILING", "antecedent_of", "stands_for"]

TRAILING = any_of("comma|aside")
_NOUN_PHRASE = any_of("noun-like|det|of|adv|possessive|number|name|stop")
_NO_START = any_of("of|adv|possessive|stop")
_LISTED = any_of("in|of|to|and|comma")
_LONGEST = 24  # tokens of what a relative pronoun stands for
_POSSESSORS = frozenset(POSSESSIVES)
_OF_THINGS = "which"
_CLAUSES = frozenset(("leading-that", "leading-clause", "leading-question"))
_PARTY = re.compile("[A-Z]-[A-Z]")


def antecedent_of(page: Page, at: int, low: int) -> str | None:
    """Return the noun phrase before a relative pronoun."""
    mask = page.mask
    stop = at
    while stop > low and mask[stop - 1] in TRAILING:
        stop -= 1
    start = stop
    while start > low and mask[start - 1] in _NOUN_PHRASE and stop - start < _LONGEST:
        start -= 1
        if mask[start] in Tag.THE:
            break
    while start < stop and mask[start] in _NO_START:
        start += 1
    if start >= stop:
        return None
    if start > low + 1 and mask[start - 1] == Tag.COMMA and _PARTY.match(page.tokens.word(start)):
        return antecedent_of(page, start, low)  # "John Venn, R-Osk., who"
    begun = start
    if mask[start - 1] == Tag.IN and start - 2 > low:
        begun = noun_before(mask, low, start - 1)[0]
    apposed = stop < at or mask[begun] == Tag.THE  # "Ana Venn, a baker from Osk who"
    if apposed and mask[begun - 1] == Tag.COMMA and begun > low + 2:
        person = _told_by(page, begun, stop, low)
        if person is not None:
            return person  # "Senator Ana Venn, Republican of Osk, who", "Ana Venn, a baker, who"
    if page.tokens.word(at).lower() == _OF_THINGS and mask[start - 1] == Tag.IN and start - 2 > low:
        wider = _written_before(page, start - 1, low)
        start = start if wider is None else wider  # "a letter from Venn, which"
    elif mask[start - 1] == Tag.IN and start - 2 > low and mask[at] == Tag.WHO:
        wider = _people_before(page, start, stop, low)
        start = start if wider is None else wider  # "a man in a red coat who"
    return page.tokens.text[page.tokens.starts[start] : page.tokens.end(stop - 1)]


def stands_for(page: Page, report: Found) -> Span | None:
    """Return the source, or what it stands for where a clause follows: "*a poll* that shows C"."""
    source = report.source
    if source is None or source[1] > source[0] + 1 or page.mask[source[0]] not in Tags.RELATIVE:
        return source
    if report.rule not in _CLAUSES or page.mask[source[1]] == Tag.WILL:
        return source  # "a plan that would see the port shut"
    before = source[0] - (page.mask[source[0] - 1] == Tag.COMMA)
    return noun_before(page.mask, page.units[report.unit].start, before)


def _told_by(page: Page, start: int, stop: int, low: int) -> str | None:
    """Return the person whom the words between commas before "who" say something of."""
    if page.mask[start - 2] != Tag.NAME:
        return None
    said = profile_at(page, (start, stop))
    if said.last or Tag.AND in page.mask[start:stop]:
        return None
    begun = noun_before(page.mask, low, start - 1)[0]
    person = profile_at(page, (begun, start - 1))
    preceded = begun > low and page.mask[begun - 1] in _LISTED
    if preceded and page.tokens.lowered[start] in PARTY_MEMBERS:
        preceded = page.mask[start + 1] != Tag.OF  # "to Ana Venn, Republican of Osk, who"
    if preceded or not person.last or not (" " in (person.name or "") or person.roles):
        return None
    tokens = page.tokens
    return tokens.text[tokens.starts[begun] : tokens.end(start - 2)]


def _people_before(page: Page, start: int, stop: int, low: int) -> int | None:
    """Return where people begin who are told by a thing in whose place "who" cannot stand."""
    words = profile_at(page, (start, stop))
    owned = page.tokens.lowered[start] in _POSSESSORS  # "on his head"
    if words.kind in ("named", "anonymous", "pronoun") or (words.person and not owned):
        return None
    wider = noun_before(page.mask, low, start - 1)
    people = profile_at(page, wider)
    return wider[0] if people.person or people.kind == "named" else None


def _written_before(page: Page, stop: int, low: int) -> int | None:
    """Return where the name of something written begins that ends before a preposition."""
    start = noun_before(page.mask, low, stop)[0]
    return start if profile_at(page, (start, stop)).kind == "document" else None
