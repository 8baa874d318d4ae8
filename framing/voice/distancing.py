"""Words the outlet holds at a distance: scare quotes, "so-called", "what is claimed to be"."""

from __future__ import annotations

from collections.abc import Container

from framing.values import Distancing, Span
from framing.voice.found import Found
from framing.voice.grammar import pattern
from framing.voice.rules import RULES
from framing.voice.tags import Tag, Tags, any_of, sequence
from framing.voice.units import Page
from framing.voice.words import Vocabulary

__all__ = ["CLAIMS", "find_distancings"]

_NO_CUE = any_of("said|quoted")
_NO_END = any_of("of|in|adv|possessive|past|aside")
_PARTICIPLES = any_of("participle|noun|put")
_HELD_OPENS = any_of("noun-like|adv|number|name|past|ing|open")
_AFTER_SPEECH = any_of("end|colon|dash|right")
_NOUNS = any_of("noun-like|name")
_COMPLEMENT = any_of("the|open|ing|number")
_TO_BE = sequence("<to> <be>")
_HELD = pattern("“ <quoted>*+ <closing> (?>(?:{np})?) | {np}")
_HELD_PLAIN = pattern(
    """
    “ <quoted>*+ <closing> <^aux|end|joins|that|who|if|colon|dash|left|right>{0,8}
    | <^reporting|aux|end|that|who|if|to|and|but|sure|colon|dash|left|right>{1,12}
    """
)
_BEFORE_CLAIMED = pattern("<content>? <have|will>? <be> <adv>? $")
_STOP = pattern("<end|bracket|and|colon|dash> | $")
CLAIMS = frozenset("claimed said described supposed purported alleged believed thought".split())
_WORD = pattern("<so-called|allegedly>")
_SAID = pattern("<aux|he|say|says>")
_PREDICATE = pattern("<be> <adv>?+ $")
_LONGEST_SCARE = 5
_JUDGED = frozenset(rule.id for rule in RULES.values() if rule.judges)


def find_distancings(
    page: Page, found: list[Found], words: Vocabulary, avoided: Container[int] = ()
) -> list[Distancing]:
    """Find every distancing scope of a page, in order; `avoided` quotations are terms held off.

    A scare quote is a single quoted word inside a sentence, a short fragment that modifies a
    noun, or a short fragment in a sentence with no source; titles, names, nicknames and coined
    terms are none.
    """
    scopes = _phrases(page, words)
    if page.quotes:
        scopes.extend(_scare_quotes(page, found, words, avoided))
    scopes.sort()
    return scopes


def _phrases(page: Page, words: Vocabulary) -> list[Distancing]:
    """Scopes of single words and of "what is claimed to be"."""
    tokens, mask = page.tokens, page.mask
    scopes: list[Distancing] = []
    for match in _WORD.finditer(tokens.tags):
        at = match.start()
        if mask[at] in _NO_CUE:
            continue
        scope = _word_scope(page, at, words.distancing.get(tokens.word(at).lower(), ()))
        if scope is not None:
            scopes.append(scope)
    stop = mask.find(_TO_BE) + 2
    while stop > 1:
        verb = stop - 3
        if verb > 0 and mask[verb] in _PARTICIPLES and tokens.word(verb).lower() in CLAIMS:
            begun = _BEFORE_CLAIMED.search(mask, max(0, verb - 5), verb)
            held = _HELD.match(mask, stop)
            supposed = tokens.word(verb).lower() == "supposed"
            named = _COMPLEMENT if supposed else _COMPLEMENT + Tags.NOMINAL
            if begun and held and held.end() > stop and mask[stop] in named:
                scopes.append(_scope(page, begun.start(), stop, held.end(), "claimed-to-be"))
        stop = mask.find(_TO_BE, stop) + 2
    return scopes


def _word_scope(page: Page, at: int, classes: tuple[str, ...]) -> Distancing | None:
    """Scope of "so-called" and the like: the noun phrase, or the words after an adverb."""
    mask = page.mask
    if "before-noun" in classes:
        held = _HELD_PLAIN.match(mask, at + 1)
        if held is None or mask[at + 1] not in _HELD_OPENS:
            return None
        return _scope(page, at, at + 1, held.end(), "so-called")
    if "adverb" in classes:
        stop = _STOP.search(mask, at + 1, at + 25)
        end = stop.start() if stop is not None else at + 25
        return _scope(page, at, at + 1, end, "reportedly") if end > at + 1 else None
    if "pretext" in classes and mask[at + 1 : at + 2] == Tag.OF:
        held = _HELD.match(mask, at + 2)
        if held is not None:
            return _scope(page, max(at - 2, 0), at + 2, held.end(), "under-pretext")
    return None


def _scope(page: Page, cue: int, first: int, stop: int, rule: str) -> Distancing:
    """Build a scope from token ranges."""
    while stop > first + 1 and page.mask[stop - 1] in _NO_END:
        stop -= 1
    starts = page.tokens.starts
    end = page.tokens.end(stop - 1)
    return Distancing(starts[first], end, starts[cue], end, "distancing", rule)


def _scare_quotes(
    page: Page, found: list[Found], words: Vocabulary, avoided: Container[int]
) -> list[Distancing]:
    """Short quoted fragments that nobody is the source of, or that modify a noun."""
    spoken = _spoken(page, found)
    scopes = []
    for quotation, span in zip(page.quotations, page.quotes, strict=True):
        first, stop = span
        size = stop - first - 2
        if not quotation.closed or not 0 < size <= _LONGEST_SCARE:
            continue
        after = page.mask[stop] if stop < len(page.mask) else Tag.STOP
        goes_on = page.mask[stop - 1] == Tag.CUT and after not in _AFTER_SPEECH
        modifies = goes_on and (
            not _PREDICATE.search(page.mask, max(0, first - 3), first)
            if size == 1
            else size <= 3 and after in _NOUNS
        )
        if size <= 3 and goes_on and spoken[first] < 2:
            modifies = modifies or _completed(page, first, stop)
        if first in avoided and not spoken[first]:
            at, end = quotation.start, quotation.end
            scopes.append(Distancing(at, end, at, end, "scare_quote", "term-avoided"))
            continue
        if (spoken[first] and not modifies) or _named(page, span, words):
            continue
        if size > 2 and page.mask[stop - 1] == Tag.CLOSE and _sentence_like(page, span):
            continue
        at, end = quotation.start, quotation.end
        scopes.append(Distancing(at, end, at, end, "scare_quote", "scare-quote"))
    return scopes


def _completed(page: Page, first: int, stop: int) -> bool:
    """Whether the outlet's words complete a fragment: "a “major speech” in May", "“proud” to"."""
    after = page.mask[stop]
    if after == Tag.TO or page.tokens.word(stop).lower() == "about":
        return True
    return after == Tag.IN and page.mask[first - 1] in Tags.DET


def _spoken(page: Page, found: list[Found]) -> bytearray:
    """Tokens that lie in what somebody is reported to say (1), or in a judgement (2)."""
    spoken = bytearray(len(page.mask) + 1)
    for one in found:
        mark = b"\x02" if one.rule in _JUDGED else b"\x01"
        for first, stop in one.content:
            spoken[first:stop] = mark * (stop - first)
    return spoken


def _sentence_like(page: Page, span: Span) -> bool:
    """Whether a quotation has a finite verb or a subject pronoun, like something said."""
    return _SAID.search(page.tokens.tags, span[0] + 1, span[1] - 1) is not None


def _named(page: Page, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether a quotation is a title, a name, a nickname or a term being introduced."""
    first, stop = span
    tokens, mask = page.tokens, page.mask
    words = [tokens.word(i) for i in range(first + 1, stop - 1)]
    inner = [w for w in words if w[:1].isalnum()]
    if not inner:
        return True
    long = [w for w in inner if len(w) > 3]
    titled = bool(long) and all(w[0].isupper() or w[0].isdigit() for w in long)
    if titled and len(inner) > 1:
        return True
    classes = vocabulary.distancing
    before = [tokens.word(i).lower() for i in range(max(0, first - 3), first)]
    for size in (1, 2, 3):
        kinds = classes.get(" ".join(before[-size:]), ()) if len(before) >= size else ()
        if "naming-verb" in kinds or (titled and "work-noun" in kinds):
            return True
    if (
        titled
        and first
        and mask[first - 1] == Tag.NAME
        and mask[stop : stop + 1] in (Tag.NAME, Tag.COMMA)
    ):
        return True
    return titled and bool(before) and before[-1] in (",", "the", "of", "in", "on")
