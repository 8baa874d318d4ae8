"""Nouns that report: "X's claim that C", "criticism of C from X", "his refusal to C".

Whose claim it is stands before the noun ("the mayor's"), after it ("pledges by the states to
C"), or as the subject of a verb that the noun completes ("she raised doubts about C").
"""

from __future__ import annotations

import re
from typing import Final

from framing.language.joiningwords import NOUN_ABOUT, NOUN_TOWARD, OWNED_BY
from framing.language.reportwords import LIGHT_VERBS, ORDERS, SPREADING, TALK
from framing.language.sourcewords import INDEFINITE
from framing.values import Span
from framing.voice.ends import Surroundings, clause_end, clause_parts
from framing.voice.found import Found
from framing.voice.nounsaround import (
    before_main_verb,
    is_made,
    phrase_end,
    possessor,
    verb_phrase,
)
from framing.voice.rules import Rule
from framing.voice.subjects import first_subject, subject_before
from framing.voice.tagpatterns import FINITE_VERB, pattern
from framing.voice.tags import Tag, Tags, any_of, sequence
from framing.voice.units import Page, Unit

__all__ = ["RULES", "noun_cue"]

RULES: Final = (
    Rule(
        "noun-cue",
        "hangs on a noun of saying (the mayor’s claim that …)",
        "noun",
        yes=(
            "Her claim that the ⟦rebels⟧ had fled was false.",
            "His accusations of ⟦treason⟧ went unheard.",
            "The fear is that the ⟦rebels⟧ return.",
            "There were claims of a ⟦massacre⟧.",
            "Reports of a ⟦massacre⟧ reached the port.",
            "Reports by the dockers of a ⟦massacre⟧ reached the port.",
            "Her claim to have seen ⟦rebels⟧ was false.",
            "Word came that the ⟦rebels⟧ had fled.",
            "A warning from the board that ⟦rebels⟧ were near went unread.",
            "Brandt raised serious doubts about the ⟦junta⟧.",
        ),
        no=(
            "The tale is about the dockers' viewing ⟦habits⟧ and the harbour.",
            "Her claim was false that day, and the ⟦rebels⟧ left.",
            "Claims for compensation after the ⟦massacre⟧ were filed.",
            "There was evidence of a ⟦massacre⟧.",
            "The claims of the ⟦rebels⟧ were old.",
            "Talk of the ⟦occupation⟧ was rare.",
            "In the denial that each ⟦massacre⟧ becomes, nobody is heard.",
            "Claims by friends of the ⟦rebels⟧ were old.",
            "Her claim to the ⟦rebels⟧’ ship was old.",
            "Protests that have hurt the ⟦junta⟧ went on.",
        ),
    ),
)

_LINKS = any_of("of|in")
_LIGHT_REACH = 24  # tokens before a noun in which its verb is looked for: "raised new doubts"
_SAID_OPENS = any_of("noun-like|adv|past|ing")
_BETWEEN = any_of("noun-like|det|participle|and|adv|number|name|ing|aside")
_THAT_SAID = pattern(
    "<that> , {np} <aux|adv>*+ <reporting> ,"
)  # "threats that, she said, were grave"
_ON_DAY = sequence("<in> <day>")
_OWNER = pattern("<in> ({core} (?>(?:<of> {core})?)) (?=<that|in|to|be>)")
_OWNER_OF_A = pattern("<in> ({core}) (?= <of> <the>)")  # "reports by villagers of a raid"
_OWNER_OF = pattern(
    "<of> ({core} (?>(?:<of> {core})?)) (?=<that>)"
)  # "the contention of Venn that"
_VERB_AFTER_TO = pattern("<to> <adv>? (?:<have|be|noun|present|say|claim|put> | <will>)")
_VERBAL = any_of("noun-like|reports|ing-form|have|past|present|say|written")
_IS = pattern(
    """
    (?:<in> <day> )? <adv|be>{1,2}+ (?=<that|to>)
    | <will> <say>? <be> (?=<that>)
    | <have>? <be>{1,2} <adv>? <participle> (?=<that>)
    | <be> (?=<pronoun> <finite>)
    """
)
_WHEN = pattern(  # "warnings in the summer of 2012 that C"
    "<in> (?: <det>? <noun>? <time> (?: <and>? <time> )? <of>? <number>?"
    " | <the> <noun> (?: <and> <noun|present> )? <of> <number> | <name>{1,3} )"
    "(?= <that>)"
)
_INSERTED = pattern("<ing-form> {adjuncts} (?= <that>)")
_RELATIVE = pattern("<that> <adv>*+ (?: <definite|past> | <said> (?= <to|that|the|him>))")
_DOES = pattern("<that> <noun-like> (?= <det|number|name|him> | <noun-like>{1,3} <in|of|to>)")
_GROWS = pattern("<aux|adv>{0,3} (<any>) (?>{adjuncts}) (?=<that>)")
_BEFORE_OBJECT = any_of("finite|ing-form|of|in|to|written")
_LINKS_TO = tuple(any_of("in|to"))
_TO_BE_THAT = pattern("{pp} (?= <be> <that>)")  # "her message to the port | was that C"
_WHERE = pattern("<in> {core} (?= <that> | <be> <that>) | {pp} (?= <be> <that>)")
_OWNED_CLAUSE = any_of("comma|the|he|it|name")
_BARE_CLAUSE = pattern(", <that> {np} <adv>*+ <finite> | {np} <adv>*+ <aux>")
_IS_SAID = pattern("{np} <be> <adv>*+ <the|open>")
_PLAIN = Surroundings(lambda at: True, lambda at: True)


def noun_cue(
    page: Page, unit: Unit, number: int, at: int, known: tuple[tuple[str, ...], str]
) -> Found | None:
    """Read one noun that reports, at token `at`."""
    mask, lowered = page.mask, page.tokens.lowered
    frames, kind = known
    stop, owner = _owner(page, unit, at)
    start, cue_end = _content_start(page, unit, at, stop, frames)
    if start < 0:  # two nouns of three, so that whose they are is looked for later
        return None
    source, begin = possessor(mask, unit.start, at, lowered)
    source = source or owner
    if source is None:
        source, begin = _through_verb(page, unit, at, begin)
    unowned = "unowned" in frames or ("said-of" in frames and _is_said(page, start))
    if source is None and mask[start] not in Tags.CONTENT + Tags.PRONOUN:
        topic = mask[start - 1] == Tag.OF and lowered[start] == "the" and lowered[at] in TALK
        if topic or not unowned:
            return None  # "talk of the raid": what it is about
    parts = _parts(mask, unit, begin, start)
    if not parts or _THAT_SAID.match(mask, start, unit.end):
        return None
    if len(parts) == 1 and parts[0][1] - start < 2 and mask[start] == Tag.THAT:
        return None  # "the claim that, the mayor said, …"
    cue = (begin, at + 1 if owner is not None else cue_end)
    return Found("noun-cue", "noun", kind, source, cue, parts, number)


def _is_said(page: Page, start: int) -> bool:
    """Whether "of" opens what was claimed, "of a massacre", and not who claims: "of the board"."""
    indefinite = page.tokens.lowered[start] in ("a", "an")
    return page.mask[start - 1] == Tag.OF and (indefinite or page.mask[start] in _SAID_OPENS)


def _owner(page: Page, unit: Unit, at: int) -> tuple[int, Span | None]:
    """Whose claim it is where that stands after the noun, and where its words end."""
    mask, stop = page.mask, at + 1
    if mask[stop : stop + 1] == Tag.IN and page.tokens.lowered[stop] in OWNED_BY:
        match = _OWNER.match(mask, stop, unit.end)
        if match is not None:
            return match.end(), match.span(1)
        match = _OWNER_OF_A.match(mask, stop, unit.end)
        if match is not None and page.tokens.lowered[match.end() + 1] in INDEFINITE:
            return match.end(), match.span(1)
    match = _OWNER_OF.match(mask, stop, unit.end) if mask[stop : stop + 1] == Tag.OF else None
    if match is not None and _RELATIVE.match(mask, match.end(), unit.end) is None:
        return match.end(), match.span(1)
    return stop, None


def _through_verb(page: Page, unit: Unit, at: int, begin: int) -> tuple[Span | None, int]:
    """Subject of a verb that the noun completes ("she raised doubts about"), where it begins."""
    light = _light_verb(page, unit, at)
    if light is None:
        return None, begin
    mask = page.mask
    phrase = verb_phrase(mask, unit.start, light)
    # "took the port and launched attacks"
    if phrase > unit.start and mask[phrase - 1] in Tags.JOINS:
        subject = first_subject(mask, unit.start, phrase)
    else:
        subject = subject_before(mask, unit.start, phrase)
    if mask[light] == Tag.BE and (
        subject is None or mask[subject[0]] == Tag.IT or mask[light + 1] in Tags.ING_FORM
    ):
        return None, begin  # "there are doubts about", "it is raising doubts about"
    return subject, phrase


def _parts(mask: str, unit: Unit, begin: int, start: int) -> list[Span]:
    """Return what the noun reports, from `start` on."""
    if mask[start] == Tag.TO:
        end = clause_end(mask, start, unit.end, _PLAIN)
        return [(start, end)]
    if mask[start] in Tags.QUESTION:
        return clause_parts(mask, start, unit.end, _PLAIN)
    if mask[start] != Tag.THAT:
        if mask[start] in Tags.PRONOUN and mask[start - 1] == Tag.BE:  # "her view is we should go"
            return clause_parts(mask, start, unit.end, _PLAIN)
        if mask[start - 1] in Tags.NOUN_LIKE:  # "his claims | the toll was theft"
            return [
                (start, before_main_verb(mask, start, clause_end(mask, start, unit.end, _PLAIN)))
            ]
        end = phrase_end(mask, start, unit.end)
        return [(start, end)] if end > start else []
    if mask[start - 1] == Tag.COMMA:  # "his claim, that C, was false"
        comma = mask.find(Tag.COMMA, start, unit.end)
        return [(start, comma if comma > 0 else unit.end)]
    parts = clause_parts(mask, start, unit.end, _PLAIN)
    opened = max(mask.rfind(tag, unit.start, begin) for tag in Tags.QUESTION) + 1  # "whether | the"
    if parts and FINITE_VERB.search(mask, max(unit.start, opened), begin) is None:
        end = before_main_verb(mask, start + 1, parts[0][1])
        parts = [(start, end), *(parts[1:] if end == parts[0][1] else ())]
    return parts


def _content_start(
    page: Page, unit: Unit, at: int, stop: int, frames: tuple[str, ...]
) -> tuple[int, int]:
    """Where the content begins, and where the cue ends; -1 where the noun takes none."""
    mask, clause = page.mask, "clause" in frames
    here = mask[stop : stop + 1]
    if here == Tag.DAY:  # "her claim on Monday that", "her claim Monday that"
        stop += 1
    elif here == Tag.IN and mask.startswith(_ON_DAY, stop):
        stop += 2
    elif clause and here:
        stop = _before_clause(mask, unit, stop, here, frames)
    after = mask[stop] if stop + 1 < unit.end else Tag.STOP
    if after == Tag.THAT and clause and page.tokens.lowered[stop - 1] != "talks":
        relative = _RELATIVE.match(mask, stop, unit.end) or _orders(page, unit, stop)
        return (-1, -1) if relative or is_made(page, unit, stop) else (stop, stop)
    if after == Tag.TO and "infinitive" in frames and _VERB_AFTER_TO.match(mask, stop, unit.end):
        return stop, stop
    if (
        after == Tag.TO
        and "clause" in frames
        and mask[stop + 1 : stop + 2] in tuple(Tags.HAVE_OR_BE)
    ):
        return stop, stop  # "her claim to have seen C"
    if after == Tag.TO and "to" in frames and not _VERB_AFTER_TO.match(mask, stop, unit.end):
        return stop + 1, stop + 1
    word = page.tokens.lowered[stop] if after in _LINKS else ""
    about = (word in NOUN_ABOUT and "of" in frames) or (word in NOUN_TOWARD and "toward" in frames)
    if about and mask[stop + 1] not in Tags.TIME:
        return stop + 1, stop + 1
    if clause and after in _OWNED_CLAUSE:
        bare = _BARE_CLAUSE.match(mask, stop, unit.end)
        if bare is not None and mask[stop] == Tag.COMMA:
            return stop + 1, stop + 1  # "her claim, that C, was false"
        owner = possessor(mask, unit.start, stop - 1, page.tokens.lowered)[0]
        if bare is not None and owner is not None and mask[owner[0] - 1] in _BEFORE_OBJECT:
            return stop, stop  # "denied her claim the toll was theft"
        opens = mask[stop] in Tags.PRONOUN or (owner is not None and owner[0] == unit.start)
        if opens and _IS_SAID.match(mask, stop, unit.end):
            return stop, stop  # "Her claim the toll was theft", "any claim it was theft"
    if not clause and "infinitive" not in frames:
        return -1, -1
    is_after = _IS.match(mask, stop, unit.end) or _grows(page, unit, stop)
    if is_after is None or _disagrees(page, at, stop):
        return -1, -1  # "the shift in the findings is that": no subject
    return is_after.end(), is_after.end()


def _before_clause(mask: str, unit: Unit, stop: int, here: str, frames: tuple[str, ...]) -> int:
    """Where what stands between a noun and its clause ends: when, where, how it goes round."""
    if here == Tag.IN and (when := _WHEN.match(mask, stop, unit.end)) is not None:
        return when.end()
    if here in Tags.ING_FORM:  # "rumours going round that C"
        between = _INSERTED.match(mask, stop, unit.end)
    elif here in _LINKS_TO:  # "talk in the port that"
        between = (_WHERE if "unowned" in frames else _TO_BE_THAT).match(mask, stop, unit.end)
    else:
        return stop
    return stop if between is None else between.end()


def _grows(page: Page, unit: Unit, stop: int) -> re.Match[str] | None:
    """Match "is growing that", "have surfaced that" after a noun: what the noun says follows."""
    if page.mask.find(Tag.THAT, stop, unit.end) < 0:
        return None
    match = _GROWS.match(page.mask, stop, unit.end)
    if match is None or page.tokens.lowered[match.start(1)] not in SPREADING:
        return None
    return match


def _orders(page: Page, unit: Unit, stop: int) -> bool:
    """Whether an order has a relative clause whose verb no table holds: "a decree that bars C"."""
    lowered = page.tokens.lowered
    if lowered[stop - 1] not in ORDERS or not lowered[stop + 1].endswith("s"):
        return False
    return _DOES.match(page.mask, stop, unit.end) is not None


def _disagrees(page: Page, noun: int, stop: int) -> bool:
    """Whether a plural noun stands before "is" or "was" at token `stop`."""
    word, lowered = page.tokens.word, page.tokens.lowered
    return (
        word(noun).endswith("s")
        and not word(noun).endswith("us")
        and lowered[stop] in ("is", "was", "has")
    )


def _light_verb(page: Page, unit: Unit, noun: int) -> int | None:
    """Token of a verb that the noun completes: "*raised* serious doubts about"."""
    mask, lowered = page.mask, page.tokens.lowered
    for at in range(noun - 1, max(unit.start, noun - _LIGHT_REACH), -1):
        if mask[at] == Tag.BE or (mask[at] in _VERBAL and lowered[at] in LIGHT_VERBS):
            return at
        if mask[at] not in _BETWEEN:
            return None
    return None
