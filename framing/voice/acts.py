"""What a report is an act of, and which of its words are the speaker's.

Speech and thought take words from the outlet; a will or a deed ("wants the *regime* gone",
"responded to the *massacre*") is something the outlet tells of in its own words. Of a verdict
only the verdict is the speaker's: in "called the *regime*'s plan a mistake" the mistake, not
the regime.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.values import Act, Span
from framing.voice.found import Found
from framing.voice.grammar import pattern
from framing.voice.tags import Tag, Tags, any_of
from framing.voice.units import Page
from framing.voice.words import (
    ACCUSES,
    ASKS,
    FINDS_OUT,
    NAMES_CONTENT,
    UNDERTAKES,
    VERDICT,
    Vocabulary,
)

__all__ = ["give_quotations", "settle_acts"]

# "urged them *to* leave"
_SPOKEN_TO = pattern("<to> (?=<adv>* <finite|noun-like|ing-form|written|sure>)")
_QUOTED = pattern("“ <quoted>*+ <closing>?")
_OF = pattern("<of>")
_AS = pattern("<as>")
_NEW_PHRASE = pattern(
    """
    (?<!<the|that|of|in|to|and|adv|possessive>) (?:<det> | “)
    | (?<=<name>) (?=<noun>)
    """
)
_LAST = pattern("<noun-like|participle|adv|possessive|name|ing|aside>")
_BELIEF = frozenset(("belief", "support", "opposition"))
_PRONOUNS = any_of("pronoun|him")
_CLAUSES = any_of("content|if")
_SAID_OF = any_of("that|be")
_VERDICTS = any_of("noun|past|adv|ing|said")
_TRAILING = any_of("comma|stop|aside")
_PREPOSED = any_of("opens-clause")
_PERSONAL = any_of("he|who|name")


def settle_acts(page: Page, found: Sequence[Found], words: Vocabulary) -> None:
    """Give each attribution its act, and the parts of its content that the speaker worded."""
    for one in found:
        one.act, one.worded = _ACTS.get(one.rule, _by_clause)(page, one, words)


def give_quotations(page: Page, found: Sequence[Found]) -> None:
    """Make what is quoted in the content the speaker's own words, whatever the act was."""
    for one in found:
        if one.worded is one.content:
            continue
        quoted = _quoted_in(page.mask, one)
        if quoted:
            if one.act in ("will", "deed"):
                one.act = "speech"
            one.worded = sorted({*one.worded, *quoted})


Settled = tuple[Act, list[Span]]


def _by_clause(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of a report with a clause or a quotation: what its verb says."""
    if one.frames & FINDS_OUT and not _quoted_in(page.mask, one) and not _read(page, one, words):
        return "deed", []
    return _said(one), one.content


def _said(one: Found) -> Act:
    return "thought" if one.kind in _BELIEF else "speech"


def _read(page: Page, one: Found, words: Vocabulary) -> bool:
    """Whether the source is something read: "the *survey* found that C"."""
    if one.source is None:
        return False
    said = (page.tokens.word(at).lower() for at in range(*one.source))
    return any({"document", "researcher"} & set(words.sources.get(word, ())) for word in said)


def _by_infinitive(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of "X to C": a promise or an urging is speech, a wish or a plan will."""
    if one.frames & UNDERTAKES:
        return "speech", one.content
    return "will", []


def _by_question(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of "asked whether C": speech where it asks or tells, a deed where it decides."""
    mask = page.mask
    infinitive = one.cue is not None and Tag.TO in mask[one.cue[0] - 1 : one.cue[0]]
    if one.frames & ASKS and not infinitive and not one.negated:
        return _said(one), one.content
    return "deed", []


def _by_object(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of a verb with an object: speech where the object is a verdict or what was said."""
    mask = page.mask
    if one.frames & NAMES_CONTENT:
        return "speech", one.content
    worded: list[Span] = []
    for first, stop in one.content:
        part = None
        if one.frames & ACCUSES:
            part = _after(_OF, mask, first, stop)
        elif one.frames & VERDICT:
            part = _verdict(mask, first, stop, preposed=_preposed(mask, one))
        elif one.frames & UNDERTAKES:
            match = _SPOKEN_TO.search(mask, first, stop)
            part = None if match is None else (match.start(), stop)
        if part is not None:
            worded.append(part)
    if worded:
        return "speech", worded
    if one.kind == "intent":
        return "will", []
    return "deed", []


def _preposed(mask: str, one: Found) -> bool:
    """Whether the object stands before: "*what* she called a rout", "*whom* he calls a liar"."""
    first = one.source[0] if one.source is not None else one.cue[0] if one.cue else 0
    return first > 0 and mask[first - 1] in _PREPOSED


def _after(wanted: re.Pattern[str], mask: str, first: int, stop: int) -> Span | None:
    """Return the part after the first token that matches, or None."""
    match = wanted.search(mask, first, stop)
    if match is None or match.end() >= stop:
        return None
    return match.end(), stop


def _verdict(mask: str, first: int, stop: int, *, preposed: bool) -> Span | None:
    """Return the verdict in "the plan *a giveaway*", "the plan as *a giveaway*", or None."""
    if preposed:
        return first, stop
    labelled = _after(_AS, mask, first, stop)
    if labelled is not None:
        return labelled
    if mask[first] in _PRONOUNS and first + 1 < stop:
        return first + 1, stop
    for match in _NEW_PHRASE.finditer(mask, first + 1, stop):
        if match.start() > first + 1 or mask[first] not in Tags.DET:
            return match.start(), stop
    last = stop
    while last > first and mask[last - 1] in _TRAILING:
        last -= 1
    bare = last - first > 2 and mask[last - 1] in _VERDICTS
    return (last - 1, stop) if bare else None


def _by_passive(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of a passive: its subject is the outlet's, what follows may be said of it."""
    begin = one.cue[0] if one.cue is not None else 0
    after = [part for part in one.content if part[0] > begin]
    if not after or one.kind == "intent":
        return "deed" if one.kind != "intent" else "will", []
    mask = page.mask
    first = after[0][0]
    if one.frames & ACCUSES:
        start = first + 1 if mask[first] == Tag.OF else first
        return "speech", [(start, after[0][1]), *after[1:]]
    if mask[first] in _CLAUSES and not one.frames & FINDS_OUT:
        return _said(one), after
    if mask[first] == Tag.TO and one.frames & (UNDERTAKES | ASKS):
        return _said(one), after
    if one.frames & VERDICT:
        return "speech", after
    return "deed", []


def _by_noun(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of a noun: "the claim that C" says it, "criticism of C" and "plans to C" do not."""
    frames, kind = _noun(page, one, words)
    act: Act = "thought" if kind == "belief" else "speech"
    worded = []
    for first, stop in one.content:
        tag = page.mask[first]
        if tag in _CLAUSES or page.mask[first - 1] in _SAID_OF:
            worded.append((first, stop))
        elif tag == Tag.TO:
            if "said-infinitive" in frames:
                worded.append((first, stop))
        elif "said-of" in frames:
            worded.append((first, stop))
    if worded:
        return act, worded
    return "will" if kind == "intent" else "deed", []


def _noun(page: Page, one: Found, words: Vocabulary) -> tuple[tuple[str, ...], str]:
    """Return the frames and the class of the noun that reports."""
    if one.cue is not None:
        for at in range(one.cue[1] - 1, one.cue[0] - 1, -1):
            known = words.nouns.get(page.tokens.word(at).lower())
            if known is not None:
                return known
    return (), one.kind


def _quoted_in(mask: str, one: Found) -> list[Span]:
    """Parts of the content between quotation marks."""
    return [match.span() for part in one.content for match in _QUOTED.finditer(mask, *part)]


_ACTS = {
    "leading-to": _by_infinitive,
    "leading-question": _by_question,
    "leading-object": _by_object,
    "parsed-object": _by_object,
    "passive": _by_passive,
    "noun-cue": _by_noun,
}
