"""What a report is an act of, and which of its words are the speaker's.

Speech and thought take words from the outlet; a will or a deed ("wants the *regime* gone",
"responded to the *massacre*") is something the outlet tells of in its own words. Of a verdict
only the verdict is the speaker's: in "called the *regime*'s plan a mistake" the mistake, not
the regime.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import Final, TypeAlias

from framing.values import Act, Span
from framing.voice.found import Found
from framing.voice.nesting import is_the_writers
from framing.voice.profiles import profile_of
from framing.voice.tagpatterns import pattern
from framing.voice.tags import Tag, Tags, any_of
from framing.voice.units import Page
from framing.voice.verdicts import part_after, verdict_of
from framing.voice.vocabulary import (
    ACCUSES,
    ASKS,
    CLAUSE,
    FINDS_OUT,
    HEARSAY,
    LABELS,
    NAMES_CONTENT,
    PREDICATE,
    RAISING,
    UNDERTAKES,
    VERDICT,
    Vocabulary,
)

__all__ = ["give_quotations", "settle_acts", "woven_in"]

Settled: TypeAlias = tuple[Act, list[Span]]

_QUOTATION = pattern("“ <quoted>*+ <closing>?")
_AS = pattern("<as>")
# Where a second noun phrase begins: "the plan for the port | a mistake", "Moran | corrupt".
_TOPIC = any_of("of|in")
_FEW = 3  # quoted words that are no sentence
_GOES_ON = any_of("nominal|preposition|ing-form")
_SPOKEN = frozenset(("according-to", "transcript", "document", "post", "headline", "signature"))
_CLAUSE_VERB = pattern("(?<! <to>) <finite|either|open|ing-form|written>")
_THAT_ALONE = pattern(
    "<that> (?: <in|of|stop|to|as> | <noun-like>{1,2} (?: <in>? <day> )? (?: <stop|comma> | $) | $)"
)
_FINITE_LATER = pattern("<that> <in|of|stop|to|as> <^finite>{1,12} <definite>")
_CLAUSES = frozenset(("leading-that", "leading-clause", "leading-gap"))
_THOUGHT = frozenset(("belief", "support", "opposition"))
_FACT = "truth-presuming"


def settle_acts(page: Page, found: Sequence[Found], words: Vocabulary) -> None:
    """Give each attribution its act, and the parts of its content that the speaker worded."""
    for one in found:
        if one.rule in _SPOKEN:
            continue  # speech, and all of it theirs, as each attribution begins
        if is_the_writers(page, one):
            one.act, one.worded = "deed", []
            continue
        one.act, one.worded = _ACTS.get(one.rule, _by_clause)(page, one, words)
        if one.form == "leading" and one.worded and one.source and _is_thing(page, one.source):
            one.act, one.worded = "deed", []  # "the move suggests that C"


def _is_thing(page: Page, source: Span) -> bool:
    """Whether a source is nobody and nothing that can say, write or think a thing."""
    first, stop = source
    tokens = page.tokens
    return profile_of(tokens.text[tokens.starts[first] : tokens.end(stop - 1)]).kind == "none"


def give_quotations(page: Page, found: Sequence[Found], avoided: Container[int] = ()) -> None:
    """Make what is quoted in the content the speaker's own words, whatever the act was.

    A term that somebody avoids (`avoided`: first tokens) is not: "declined to use the word “Q”".
    """
    if not page.quotes:
        return
    split = [
        (one, quoted)
        for one in found
        if one.worded is not one.content and (quoted := _quoted_in(page.mask, one))
    ]
    if not split:
        return
    claimed = bytearray(len(page.mask) + 1)
    for one in found:
        for first, stop in one.worded:
            claimed[first:stop] = b"\x01" * (stop - first)
    for one, quoted in split:
        quoted = [part for part in quoted if not (claimed[part[0]] or part[0] in avoided)]
        if one.act in ("will", "deed"):
            quoted = [part for part in quoted if not _is_woven_in(page, one, part)]
        if quoted:
            if one.act in ("will", "deed"):
                one.act = "speech"
            one.worded = sorted({*one.worded, *quoted})


def _is_woven_in(page: Page, one: Found, part: Span) -> bool:
    """Whether a few quoted words only modify the outlet's: "on “religious freedom” grounds"."""
    first, stop = part
    after = page.mask[stop : stop + 1]
    if page.units[one.unit].zone == "headline" or stop - first > _FEW + 2:
        modifies = page.mask[stop - 1] == Tag.CUT and after == Tag.NOUN
        return modifies and stop - first < 10 and page.mask[first - 1 : first] in Tags.DET
    single = stop - first == 3 and after in _GOES_ON
    return page.mask[stop - 1] == Tag.CUT and bool(after) and (single or after in Tags.NOMINAL)


def woven_in(page: Page, found: Sequence[Found]) -> list[Span]:
    """Quoted words in a reported clause that the outlet's own words complete, as tokens.

    Such words ("said he had “real doubts” about the plan", "is “obviously” wrong") stand in the
    outlet's sentence, which reports the rest without quotation marks.
    """
    mask, word = page.mask, page.tokens.word
    spans: list[Span] = []
    for one in found if Tag.CUT in mask else ():
        if one.rule not in _CLAUSES:
            continue
        for first, stop in _quoted_in(mask, one):
            if not 2 < stop - first <= _FEW + 2 or mask[stop - 1] != Tag.CUT:
                continue
            if stop >= len(mask):
                continue
            after = mask[stop]
            adverb = stop - first == 3 and word(first + 1).endswith("ly")
            noun = after in (Tag.IN, Tag.OF) and mask[first - 1] in Tags.DET
            if after == Tag.TO or adverb or noun or word(stop).lower() == "about":
                spans.append((first, stop))
    return spans


def _by_clause(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of a report with a clause or a quotation: what its verb says."""
    if one.frames & FINDS_OUT and not _is_read(page, one, words):
        return "deed", []
    if one.frames & RAISING and one.rule == "leading-clause":
        return "deed", []  # "They appeared united in anger"
    infinitive = one.cue is not None and page.mask[one.cue[0] - 1 : one.cue[0]] == Tag.TO
    if one.rule == "leading-clause" and infinitive and one.kind == _FACT:
        return "deed", []  # "met to remember the people killed there"
    if not _holds_clause(page.mask, one):
        return "deed", []
    return _said(one), one.content


def _holds_clause(mask: str, one: Found) -> bool:
    """Whether there is a clause: none in "believes that for a second", "granted another day"."""
    if one.rule == "leading-that":
        return not any(
            _THAT_ALONE.match(mask, *part) and not _FINITE_LATER.match(mask, *part)
            for part in one.content
        )
    if one.rule == "leading-clause":
        apart = len(one.content) > 1  # "said the move, which he backs, amounts to C"
        return apart or any(_CLAUSE_VERB.search(mask, *part) for part in one.content)
    return True


def _by_quotation(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of "said “Q”"; after a verb that takes no clause only what is quoted is the speaker's."""
    if one.frames & CLAUSE or not one.frames:
        return _said(one), one.content
    return "speech", _quoted_in(page.mask, one)


def _said(one: Found) -> Act:
    return "thought" if one.kind in _THOUGHT else "speech"


def _is_read(page: Page, one: Found, words: Vocabulary) -> bool:
    """Whether the source is something read: "the *survey* found that C"."""
    if one.source is None:
        return False
    said = (page.tokens.word(at).lower() for at in range(*one.source))
    return any("document" in words.sources.get(word, ()) for word in said)


def _by_infinitive(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of "X to C": a promise or an urging is speech, a wish or a plan will."""
    return ("speech", one.content) if one.frames & UNDERTAKES else ("will", [])


def _by_question(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of "asked whether C": speech where it asks or tells, a deed where it decides."""
    infinitive = one.cue is not None and page.mask[one.cue[0] - 1 : one.cue[0]] == Tag.TO
    if one.frames & ASKS and not infinitive and not one.negated:
        return _said(one), one.content
    return "deed", []


def _by_object(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of a verb with an object: speech where the object is a verdict or what was said."""
    found = one.kind == _FACT and one.frames & (CLAUSE | FINDS_OUT) == CLAUSE
    found = found and _is_read(page, one, words)  # "the survey found few who agreed"
    if one.frames & NAMES_CONTENT or found:
        return "speech", one.content
    worded = [
        part
        for whole in one.content
        if (part := verdict_of(page.mask, one, *whole, page.tokens.word))
    ]
    if worded:
        return "speech", worded
    return ("will" if one.kind == "intent" else "deed"), []


def _by_passive(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of a passive: its subject is the outlet's, what follows may be said of it."""
    begin = one.cue[0] if one.cue is not None else 0
    after = [part for part in one.content if part[0] > begin]
    if one.kind == "intent" or not after:
        return ("will" if one.kind == "intent" else "deed"), []
    mask, (first, stop) = page.mask, after[0]
    if one.frames & ACCUSES and mask[first] in any_of("of|in"):
        return "speech", [(first + 1, stop), *after[1:]]
    if mask[first] in Tags.OPENS_CLAUSE + Tag.IF:
        return ("deed", []) if one.kind == _FACT or one.frames & PREDICATE else (_said(one), after)
    if mask[first] == Tag.TO and one.frames & HEARSAY:
        whole = _is_indefinite(page, one.content[0]) and one.content[0][0] < begin
        return _said(one), one.content if whole else after
    if mask[first] == Tag.TO:
        return ("speech", after) if one.frames & UNDERTAKES else ("will", [])
    if one.frames & LABELS:
        labelled = part_after(_AS, mask, first, stop) if one.source is None else (first, stop)
        if labelled is not None:
            return "speech", [labelled]
    return ("speech", after) if one.frames & VERDICT else ("deed", [])


def _is_indefinite(page: Page, subject: Span) -> bool:
    """Whether a subject is said to be there by what is said of it: "*a coup* is said to go on"."""
    word = page.tokens.word(subject[0])
    return word.lower() in ("a", "an", "some") or page.mask[subject[0]] == Tag.SOME


def _by_noun(page: Page, one: Found, words: Vocabulary) -> Settled:
    """Act of a noun: "the claim that C" says it, "criticism of C" and "plans to C" do not."""
    frames, kind = _noun(page, one, words)
    worded: list[Span] = []
    if "not-said" in frames:
        return "deed", []
    if one.source is None and one.cue is not None:
        before = page.tokens.word(max(0, one.cue[0] - 1)).lower()
        if before in ("no", "little") or page.tokens.word(one.cue[0]).lower() in ("no", "little"):
            return "deed", []  # "there is no doubt that C": the writer's
    for first, stop in one.content:
        opens = page.mask[first]
        topic = page.mask[first - 1] in _TOPIC  # "a vision of how C", "doubts about whether C"
        clause = opens == Tag.THAT or (opens in Tags.QUESTION and not topic)
        clause = clause or page.mask[first - 1] in Tag.THAT + Tag.BE
        if clause or ("said-infinitive" if opens == Tag.TO else "said-of") in frames:
            worded.append((first, stop))
    if worded:
        return ("thought" if kind == "belief" else "speech"), worded
    return ("will" if kind == "intent" else "deed"), []


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
    return [
        match.span()
        for first, stop in one.content
        if mask.find(Tag.OPEN, first, stop) >= 0
        for match in _QUOTATION.finditer(mask, first, stop)
    ]


_ACTS: Final[dict[str, Callable[[Page, Found, Vocabulary], Settled]]] = {
    "leading-to": _by_infinitive,
    "leading-question": _by_question,
    "leading-quote": _by_quotation,
    "leading-object": _by_object,
    "parsed-object": _by_object,
    "passive": _by_passive,
    "noun-cue": _by_noun,
}
