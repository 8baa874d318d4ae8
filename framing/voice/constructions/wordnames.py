"""Words named as words: "the mayor used the phrase “…”", and a term that somebody avoids.

A noun such as *term* or *slogan* before a quotation names its words as words. Where the
sentence tells whose they are, that is an attribution; where it tells that somebody avoids them
("has banned the term “…”"), the outlet uses them no more than those it writes of.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.closed import NEGATIVE_ENDINGS
from framing.language.joiningwords import BEFORE_INSTANCES
from framing.language.reportwords import (
    AVOIDING_WORDS,
    BEARING_WORDS,
    HEADING,
    REFUSING,
    REMARKS,
    SPEECHES,
    USES_OF_WORDS,
    USING_WORDS,
)
from framing.language.smallwords import BORNE_AS, BY, SPOKEN_ABOUT, SUCH
from framing.values import Span
from framing.voice.found import Found, Told, cue_tokens
from framing.voice.grammar.nounsaround import possessor, verb_phrase
from framing.voice.grammar.subjects import first_subject, noun_before, subject_before
from framing.voice.rules import Construction, Rule
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "avoided_terms", "read_terms"]

RULES: Final = (
    Rule(
        "term-used",
        "words somebody is said to use (the mayor used the phrase “…”)",
        "noun",
        yes=(
            "Mayor Brandt used the phrase “⟦enemy within⟧” three times on Friday.",
            "Brandt's use of the term “⟦annexation⟧” angered the council.",
            "The phrase “⟦enemy within⟧” was used by Brandt.",
            "Under the headline “The ⟦massacre⟧”, the Harbour Post printed photographs.",
        ),
        no=(
            "The word “⟦homeland⟧” has an old root.",
            "After the word “⟦homeland⟧”, the council rose.",
            "The ministry has banned the term “⟦annexation⟧” from its papers.",
            "Brandt has never used the word “⟦traitor⟧” in public.",
        ),
    ),
)

_NO_SUBJECT = any_of("to")
_BEFORE_TERM = any_of("noun-like|comma")

_VERBS = any_of("reporting|noun|past|present|ing|sure")
_USED = pattern(
    """
    <adv>* <have|will>? <adv>* <be>{1,2} <adv>* (<done|past>) <adv>* <in> ({core})
    """
)


def term_noun(page: Page, first: int, words: Vocabulary) -> int:
    """Token of the noun that names the quotation at token `first` as words, or -1."""
    at = first - 1
    if page.mask[at] == Tag.COMMA:
        at -= 1
    if at < 1 or page.mask[at] not in Tags.NOUN_LIKE:
        return -1
    known = words.nouns.get(page.tokens.lowered[at])
    return at if known is not None and "quoted" in known[0] else -1


def avoided_terms(page: Page, words: Vocabulary) -> set[int]:
    """First tokens of the quotations that are terms somebody avoids: "has banned the term “…”"."""
    mask = page.mask
    return {
        first
        for first, _ in page.quotes
        if mask[first - 1] in _BEFORE_TERM and _avoided(page, term_noun(page, first, words))
    }


def _avoided(page: Page, noun: int) -> bool:
    """Whether the noun at a token, if any, is the object of a verb of avoiding."""
    verb, start = _verb_before(page, 0, noun) if noun >= 0 else (-1, -1)
    if verb < 0:
        return False
    lowered = page.tokens.lowered
    if lowered[verb] in AVOIDING_WORDS:
        return not _negated(page, start, verb)
    if start > 1 and page.mask[start - 1] == Tag.TO and lowered[start - 2] in REFUSING:
        return True
    return lowered[verb] in USING_WORDS and _negated(page, start, verb)


def read_terms(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find whose words the quotations are that a noun names as words, in order."""
    found: list[Found] = []
    units, told = page.units, Told(earlier)
    mask, lowered = page.mask, page.tokens.lowered
    cues: set[int] | None = None
    for first, stop in page.quotes:
        at = term_noun(page, first, words) if mask[first - 1] in _BEFORE_TERM else -1
        if at < 0:
            remark = None
            if mask[stop - 1] == Tag.CUT and lowered[stop] in REMARKS:
                remark = _remark(page, first, stop, told)
            if remark is None and lowered[first - 1] in BEFORE_INSTANCES:
                remark = _instance(page, first, stop, told)
            if remark is not None:
                found.append(remark)
            continue
        number = page.unit_of(at)
        if number < 0:
            continue
        low, end = units[number].start, units[number].end
        owned = (
            _before(page, low, at) or _after(page, stop, end) or _headed(page, low, at, stop, end)
        )
        if owned is None:
            continue
        if cues is None:
            cues = cue_tokens(earlier)
        if not cues.isdisjoint(range(*owned[1])):
            continue
        source, cue = owned
        found.append(Found("term-used", "noun", "neutral", source, cue, [(first, stop)], number))
    return found


def _remark(page: Page, first: int, stop: int, told: Told) -> Found | None:
    """Read "the mayor's “…” remarks": a noun of saying after a fragment says that it was said."""
    mask, lowered = page.mask, page.tokens.lowered
    if first in told:
        return None
    number = page.unit_of(first)
    if number < 0 or page.unit_of(stop) != number:
        return None
    source, _ = possessor(mask, page.units[number].start, first, lowered)
    cue = (stop, stop + 1)
    return Found("term-used", "noun", "neutral", source, cue, [(first, stop)], number)


def _instance(page: Page, first: int, stop: int, told: Told) -> Found | None:
    """Read "signs such as “…”" and "a rant about “…”": what is borne or said is somebody's."""
    lowered = page.tokens.lowered
    opener, number = lowered[first - 1], page.unit_of(first)
    if number < 0:
        return None
    at, low = first - (3 if opener == BORNE_AS else 2), page.units[number].start
    if at < low or (opener == BORNE_AS and lowered[at + 1] != SUCH):
        return None
    if lowered[at] not in (SPEECHES if opener == SPOKEN_ABOUT else BEARING_WORDS):
        return None
    if first in told:
        return None
    source, begin = possessor(page.mask, low, at, lowered)
    return Found("term-used", "noun", "neutral", source, (begin, at + 1), [(first, stop)], number)


def _before(page: Page, low: int, at: int) -> tuple[Span, Span] | None:
    """Read "X used the phrase", "X's phrase" and "X's use of the phrase"."""
    mask, lowered = page.mask, page.tokens.lowered
    source, begin = possessor(mask, low, at, lowered)
    if source is not None:
        return source, (begin, at + 1)
    begin = _phrase_start(page, low, at)
    if begin - 1 > low and mask[begin - 1] == Tag.OF and lowered[begin - 2] in USES_OF_WORDS:
        source, start = possessor(mask, low, begin - 2, lowered)
        return None if source is None else (source, (start, at + 1))
    verb, start = _verb_before(page, low, at)
    if start <= low or lowered[verb] not in USING_WORDS or _negated(page, start, verb):
        return None
    if mask[verb] in Tags.ING_FORM and start == verb and mask[verb - 1] in Tags.NOMINAL:
        source = noun_before(mask, low, verb)  # "a sign bearing the words"
    elif mask[start - 1] not in _NO_SUBJECT:
        source = subject_before(mask, low, start)
    return None if source is None else (source, (start, at + 1))


def _phrase_start(page: Page, low: int, at: int) -> int:
    """Where the noun phrase that ends at token `at` begins: "the same old *phrase*"."""
    _, begin = possessor(page.mask, low, at, page.tokens.lowered)
    while begin > low and page.mask[begin - 1] in Tags.DET:
        begin -= 1
    return begin


def _verb_before(page: Page, low: int, at: int) -> tuple[int, int]:
    """Token of the verb whose object the noun at `at` is, and where its phrase begins, or -1s."""
    mask = page.mask
    verb = _phrase_start(page, low, at) - 1
    while verb > low and mask[verb] == Tag.ADV:
        verb -= 1
    if verb < low or mask[verb] not in _VERBS:
        return -1, -1
    return verb, verb_phrase(mask, low, verb)


def _negated(page: Page, start: int, verb: int) -> bool:
    """Whether a verb phrase has "not" or "never" in it."""
    return any(page.tokens.lowered[at].endswith(NEGATIVE_ENDINGS) for at in range(start, verb))


def _after(page: Page, stop: int, end: int) -> tuple[Span, Span] | None:
    """Read "the phrase “…” was used by X"."""
    match = _USED.match(page.mask, stop, end)
    if match is None or page.tokens.lowered[match.start(1)] not in USING_WORDS:
        return None
    if page.tokens.lowered[match.start(2) - 1] != BY:
        return None
    return match.span(2), (stop, match.end(1))


def _headed(page: Page, low: int, at: int, stop: int, end: int) -> tuple[Span, Span] | None:
    """Read "Under the headline “…”, the paper printed photographs": the paper's words."""
    begin = _phrase_start(page, low, at)
    if begin - 1 != low or page.tokens.lowered[low] not in HEADING:
        return None
    comma = page.mask[stop : stop + 1] == Tag.COMMA
    if not comma and page.mask[stop - 1] != Tag.CLOSE:
        return None
    source = first_subject(page.mask, stop + comma, end)
    return None if source is None else (source, (low, at + 1))


CONSTRUCTION: Final = Construction(3, read_terms, tags=any_of("open"))
