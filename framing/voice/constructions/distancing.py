"""Words the outlet holds at a distance: scare quotes, "so-called", "what is claimed to be"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from operator import attrgetter
from typing import Final

from framing.language.closed import INDEFINITE_ARTICLES, NEGATIVE_ENDINGS
from framing.language.reportwords import CLAIMED, HEARD
from framing.language.smallwords import ALLEGED, SO_CALLED, SUPPOSED
from framing.values import Distancing
from framing.voice.found import Found, begun_within
from framing.voice.grammar.adverbscope import adverb_scope
from framing.voice.grammar.ends import Surroundings, clause_end
from framing.voice.quoted.titledquotes import is_named
from framing.voice.quoted.unsourced import (
    heads_part,
    in_title_case,
    is_denied,
    is_held_off,
    is_silent,
    words_in,
)
from framing.voice.rules import Rule
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["RULES", "find_distancings"]

RULES: Final = (
    Rule(
        "so-called",
        "stands after a word such as “so-called”",
        "distancing",
        yes=(
            "The so-called ⟦liberators⟧ came on Monday.",
            "The alleged ⟦traitor⟧ was freed.",
            "The supposed ⟦ceasefire⟧ never held.",
            "An alleged ⟦plot⟧ came to light.",
            "The so called ⟦liberators⟧ came on Monday.",
        ),
        no=(
            "They alleged that the ⟦traitor⟧ was freed.",
            "The ⟦liberators⟧ came on so-called Black Monday.",
            "The weed is so called ⟦liberators⟧ say, for its flower.",
        ),
    ),
    Rule(
        "reportedly",
        "stands after a word such as “allegedly”",
        "distancing",
        yes=(
            "The men allegedly ⟦looted⟧ the port.",
            "The fleet allegedly took the ⟦rebels⟧ home.",
        ),
        no=(
            "The men ⟦looted⟧ the port allegedly.",
            "The men allegedly came home, and the ⟦rebels⟧ waited.",
        ),
    ),
    Rule(
        "claimed-to-be",
        "stands after words such as “what is claimed to be”",
        "distancing",
        yes=(
            "They worked on what is claimed to be ⟦training⟧ of troops.",
            "It was supposed to be a ⟦ceasefire⟧.",
        ),
        no=(
            "Brandt is said to be ill, and the ⟦rebels⟧ wait.",
            "It has to be a ⟦ceasefire⟧.",
            "It was not supposed to be a ⟦ceasefire⟧.",
            "It was supposed to be the ⟦ceasefire⟧ of the year.",
        ),
    ),
    Rule(
        "under-pretext",
        "stands after “under the pretext of”, “on the pretext that” or the like",
        "distancing",
        yes=(
            "Under the pretext of ⟦security⟧, the port was shut.",
            "On the pretext that it hid ⟦rebels⟧, the port was shut.",
            "The pretext was that the port hid ⟦rebels⟧.",
        ),
        no=(
            "On the pretext that it hid gold, the ⟦rebels⟧ took the port.",
            "Under the eyes of ⟦security⟧, the port was shut.",
            "The pretext was old, and ⟦security⟧ was light.",
        ),
    ),
    Rule(
        "scare-quote",
        "a word in quotation marks that no source is given for",
        "distancing",
        yes=(
            "The ministry sent “⟦peacekeepers⟧” to the north.",
            "The mission trained “⟦moderate⟧” fighters.",
            "The port paid for the “safety ⟦barrier⟧” with a loan.",
        ),
        no=(
            "Jack “the ⟦Knife⟧” Moran was freed.",
            "A novel titled “The ⟦Occupation⟧” won the prize.",
            "Brandt said the fleet was a “⟦menace⟧.”",
            "MTV has plans for “⟦Undertow⟧,” which is back.",
            "The dead are dug up, and it means ‘⟦turning the bones⟧’ to them.",
            "The port was shut.\n\n‘⟦Foster hatred⟧’\n\nThe council met on Monday.",
            "Buses took the church to “⟦souls to the polls⟧” days.",
            "They are, Venn explained in the hall, “⟦well-paid⟧” men.",
            "They come from Osk, Varenian for “⟦witches⟧”.",
            "The “⟦points⟧” – the coins of the house – are sold.",
            "He spread “⟦birtherism⟧,” the notion that she was foreign.",
            "They bought “⟦VIP⟧” seats.",
            "“We wait,” Holm said.\n\nThe port fell to an “illegitimate ⟦regime⟧” in May.",
            "The mission trained “five dozen moderate and ⟦loyal⟧ men of arms” there.",
        ),
    ),
    Rule(
        "term-avoided",
        "named as words that somebody avoids (has banned the term “…”)",
        "distancing",
        yes=(
            "The ministry has banned the term “⟦annexation⟧” from its papers.",
            "Brandt has never used the word “⟦traitor⟧” in public.",
            "The council did not use the phrase “⟦enemy within⟧.”",
        ),
        no=(
            "Mayor Brandt used the phrase “⟦enemy within⟧” three times on Friday.",
            "The word “⟦homeland⟧” has an old root.",
        ),
    ),
)

_NO_CUE = any_of("said|quoted")
_ALLEGES = Tags.RELATIVE
_NO_END = any_of("of|in|adv|possessive|past|aside")
_HELD_OPENS = any_of("noun-like|adv|number|name|past|ing|open|claim|claims")
_COMPLEMENT = any_of("the|open|ing|number")
_TO_BE = sequence("<to> <be>")
_HELD = pattern("“ <quoted>*+ <closing> (?>(?:{np})?) | {np}")
_HELD_PLAIN = pattern(
    """
    “ <quoted>*+ (?: <close> | <cut> <^aux|end|joins|that|who|if|colon|dash|left|right>{0,8} )
    | <claim|claims>? <^reporting|aux|end|that|who|if|to|and|but|sure|colon|dash|left|right>{1,12}
    | <claim|claims>
    """
)
_BEFORE_CLAIMED = pattern("<content>? <have|will>? <be> <adv>? $")
_worded = attrgetter("worded")
_COMMA_ENDS = Surroundings(subordinate=True)
_SO_SAID = sequence("<but> <said>")
_BEFORE_SO = any_of("det|possessive|in|of|and|noun-like")
_start = attrgetter("start")
_WORD = pattern("<so-called|allegedly>")


def find_distancings(
    page: Page, found: list[Found], words: Vocabulary, avoided: Container[int] = ()
) -> list[Distancing]:
    """Find every distancing scope of a page, in order; `avoided` quotations are terms held off.

    A scare quote is a short fragment outside all that is reported; titles, names, nicknames and
    coined terms are none.
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
    holds = Tag.SO_CALLED in tokens.tags or Tag.ALLEGEDLY in tokens.tags
    for match in _WORD.finditer(tokens.tags) if holds else ():
        at = match.start()
        if mask[at] in _NO_CUE:
            continue
        scope = _word_scope(page, at, words.distancing.get(tokens.lowered[at], ()))
        if scope is not None:
            scopes.append(scope)
    at = tokens.text.find(SO_CALLED) if _SO_SAID in tokens.tags else -1
    while at >= 0:
        scope = _so_called(page, bisect_right(tokens.starts, at + 1) - 1)
        if scope is not None:
            scopes.append(scope)
        at = tokens.text.find(SO_CALLED, at + 1)
    stop = mask.find(_TO_BE) + 2
    while stop > 1:
        verb = stop - 3
        if verb > 0 and mask[verb] in Tags.PARTICIPLE and tokens.lowered[verb] in CLAIMED:
            begun = _BEFORE_CLAIMED.search(mask, max(0, verb - 4), verb)  # four tokens at most
            said = tokens.lowered[verb] in HEARD
            if begun is not None and said and mask[begun.start()] != Tag.WHAT:
                begun = None  # "a coup is said to be under way" is hearsay
            held = _HELD.match(mask, stop)
            supposed = tokens.lowered[verb] == SUPPOSED
            if supposed and begun is not None and not _is_doubted(page, begun.start(), verb, stop):
                begun = None  # "it was not supposed to be this way": how it ought to be
            named = _COMPLEMENT if supposed else _COMPLEMENT + Tags.NOMINAL
            if begun and held and held.end() > stop and mask[stop] in named:
                scopes.append(_scope(page, begun.start(), stop, held.end(), "claimed-to-be"))
        stop = mask.find(_TO_BE, stop) + 2
    return scopes


def _so_called(page: Page, at: int) -> Distancing | None:
    """Scope of "the so called reformers", whose two words stand from token `at` on."""
    mask, first = page.mask, at + 2
    if (
        not 0 < at < len(mask) - 2
        or mask[at - 1] not in _BEFORE_SO
        or mask[first] not in _HELD_OPENS
    ):
        return None
    held = _HELD_PLAIN.match(mask, first)
    return None if held is None else _scope(page, at, first, held.end(), "so-called")


def _is_doubted(page: Page, begun: int, verb: int, stop: int) -> bool:
    """Whether "supposed to be" may doubt what follows: "a ceasefire", "what is supposed to be"."""
    lowered = page.tokens.lowered
    if any(lowered[at].endswith(NEGATIVE_ENDINGS) for at in range(begun, verb)):
        return False
    what = page.mask[begun] == Tag.WHAT
    return what or page.mask[stop : stop + 1] == Tag.OPEN or lowered[stop] in INDEFINITE_ARTICLES


def _word_scope(page: Page, at: int, classes: tuple[str, ...]) -> Distancing | None:
    """Scope of "so-called" and the like: the noun phrase, or the words after an adverb."""
    mask = page.mask
    if "before-noun" in classes:
        if page.tokens.lowered[at] == ALLEGED and mask[at - 1] in _ALLEGES:
            return None  # "Venn alleged fraud"
        held = _HELD_PLAIN.match(mask, at + 1)
        if held is None or mask[at + 1] not in _HELD_OPENS:
            return None
        return _scope(page, at, at + 1, held.end(), "so-called")
    if "adverb" in classes:
        first, end = adverb_scope(mask, at, _unit_end(page, at))
        return _scope(page, at, first, end, "reportedly") if end > first else None
    if "pretext" in classes and mask[at + 1 : at + 2] == Tag.OF:
        held = _HELD.match(mask, at + 2)
        if held is not None:
            return _scope(page, max(at - 2, 0), at + 2, held.end(), "under-pretext")
    is_that = at + 1 + (mask[at + 1 : at + 2] == Tag.BE)
    if "pretext" in classes and mask[is_that : is_that + 1] == Tag.THAT:
        end = clause_end(mask, is_that, _unit_end(page, at), _COMMA_ENDS)
        return _scope(page, max(at - 2, 0), is_that, end, "under-pretext")
    return None


def _unit_end(page: Page, at: int) -> int:
    """Where the sentence of a token ends."""
    number = bisect_right(page.units, at, key=_start) - 1
    return page.units[number].end if number >= 0 else at


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
    """Short quoted fragments that nobody is the source of."""
    spoken = begun_within(page.quotes, map(_worded, found))
    scopes = []
    silent = is_silent(page, found)
    for quotation, span in zip(page.quotations, page.quotes, strict=True):
        first, stop = span
        if first in spoken or stop - first <= 2 or not quotation.closed:
            continue
        if first in avoided:
            at, end = quotation.start, quotation.end
            scopes.append(Distancing(at, end, at, end, "scare_quote", "term-avoided"))
            continue
        if is_named(page, span, words) or heads_part(page, span):
            continue
        held = (silent and is_held_off(page, span)) or is_denied(page, span)
        if words_in(page, span) > 1 and not held and not in_title_case(page, span):
            continue
        at, end = quotation.start, quotation.end
        scopes.append(Distancing(at, end, at, end, "scare_quote", "scare-quote"))
    return scopes
