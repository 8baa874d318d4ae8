"""Nouns that report: "X's claim that C", "criticism of C from X", "his refusal to C".

Whose claim it is stands before the noun ("the mayor's"), after it ("pledges by the states to
C"), or as the subject of a verb that the noun completes ("she raised doubts about C").
"""

from __future__ import annotations

from typing import Final

from framing.language.closed import INDEFINITE_ARTICLES
from framing.language.reportwords import LIGHT_VERBS, TALK
from framing.language.smallwords import THE
from framing.values import Span
from framing.voice.found import Found
from framing.voice.grammar.ends import PLAIN, Surroundings, clause_end, clause_parts
from framing.voice.grammar.nounclauses import noun_content
from framing.voice.grammar.nounsaround import (
    before_main_verb,
    phrase_end,
    possessor,
    verb_phrase,
)
from framing.voice.grammar.subjects import first_subject, subject_before
from framing.voice.rules import Rule
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page, Unit

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
            "The charge, first made in May, that the port was a ⟦prison⟧ went unheard.",
            "Claims put about by Brandt that the vote was a ⟦sham⟧ went unheard.",
            "Claims that have been heard for years – that the port is a ⟦prison⟧ – are false.",
            "The accusation against Brandt of ⟦theft⟧ was dropped.",
            "The board’s complaint was of ⟦theft⟧.",
            "The portrayal by the board of the dockers as ⟦thugs⟧ went unheard.",
            "A note to the effect that the port was a ⟦prison⟧ went unread.",
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
            "The report on the bank that the ⟦junta⟧ sold went unread.",
            "Claims against members of the ⟦junta⟧ went unheard.",
            "The protests grew that day with the ⟦rebels⟧ near.",
            "It was an admission of guilt, given that the ⟦rebels⟧ had fled.",
        ),
    ),
)

_LIGHT_REACH = 24  # tokens before a noun in which its verb is looked for: "raised new doubts"
_SAID_OPENS = any_of("noun-like|adv|past|ing")
_BETWEEN = any_of("noun-like|det|participle|and|adv|number|name|ing|aside")
_THAT_SAID = pattern(
    "<that> , {np} <aux|adv>*+ <reporting> ,"
)  # "threats that, she said, were grave"
_VERBAL = any_of("noun-like|reports|ing-form|have|past|present|say|written")
_IN_OPENING = pattern("<leads-in>*+ <in|if> <^finite>{1,8}")  # "Despite | claims that C, D"
_OPENING = Surroundings(subordinate=True)
_MODIFIED = any_of("det|adv|possessive|number")
_SUBJECT_GOES_ON = pattern(", (?: <ing-form> | <and> <adv>*+ <past>)")


def noun_cue(
    page: Page, unit: Unit, number: int, at: int, known: tuple[tuple[str, ...], str]
) -> Found | None:
    """Read one noun that reports, at token `at`."""
    mask, lowered = page.mask, page.tokens.lowered
    frames, kind = known
    held = noun_content(page, unit, at, frames)
    if held is None:  # two nouns of three, so that whose they are is looked for later
        return None
    start, cue_end, owner = held
    source, begin = possessor(mask, unit.start, at, lowered)
    source = source or owner
    if source is None:
        source, begin = _through_verb(page, unit, at, begin)
    unowned = "unowned" in frames or ("said-of" in frames and _is_said(page, start))
    unowned = unowned or ("said-as" in frames and _is_labelled(mask, start, unit.end))
    if source is None and mask[start : start + 1] not in Tags.CONTENT + Tags.PRONOUN:
        topic = mask[start - 1] == Tag.OF and lowered[start] == THE and lowered[at] in TALK
        if topic or not unowned:
            return None  # "talk of the raid": what it is about
    parts = _parts(mask, unit, begin, start)
    if not parts or _THAT_SAID.match(mask, start, unit.end):
        return None
    if len(parts) == 1 and parts[0][1] - start < 2 and mask[start] == Tag.THAT:
        return None  # "the claim that, the mayor said, …"
    return Found("noun-cue", "noun", kind, source, (begin, cue_end), parts, number)


def _is_labelled(mask: str, start: int, end: int) -> bool:
    """Whether "as" tells in the phrase what a thing is called: "the view of the raid as theft"."""
    return Tag.AS in mask[start : phrase_end(mask, start, end)]


def _is_said(page: Page, start: int) -> bool:
    """Whether "of" opens what was claimed, "of a massacre", and not who claims: "of the board"."""
    indefinite = page.tokens.lowered[start] in INDEFINITE_ARTICLES
    return page.mask[start - 1] == Tag.OF and (indefinite or page.mask[start] in _SAID_OPENS)


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
        end = clause_end(mask, start, unit.end, PLAIN)
        return [(start, end)]
    if mask[start] in Tags.QUESTION:
        return clause_parts(mask, start, unit.end, PLAIN)
    if mask[start] != Tag.THAT:
        if mask[start] in Tags.PRONOUN and mask[start - 1] == Tag.BE:  # "her view is we should go"
            return clause_parts(mask, start, unit.end, PLAIN)
        if mask[start - 1] in Tags.HEAD:  # "his claims | the toll was theft"
            return [
                (start, before_main_verb(mask, start, clause_end(mask, start, unit.end, PLAIN)))
            ]
        doing = mask[start] == Tag.NOUN and mask[start - 1] == Tag.OF
        doing = doing and mask[start + 1 : start + 2] == Tag.THE
        if doing or mask[start] in Tags.ING_FORM:  # "charges of | leading a cult"
            end = before_main_verb(mask, start, clause_end(mask, start, unit.end, PLAIN))
            comma = mask.find(Tag.COMMA, start, end)
            return [(start, end if comma < 0 else comma)]
        end = phrase_end(mask, start, unit.end)
        return [(start, end)] if end > start else []
    if mask[start - 1] == Tag.COMMA:  # "his claim, that C, was false"
        comma = mask.find(Tag.COMMA, start, unit.end)
        return [(start, comma if comma > 0 else unit.end)]
    around = _OPENING if _IN_OPENING.fullmatch(mask, unit.start, start) else PLAIN
    parts = clause_parts(mask, start, unit.end, around)
    goes_on = _SUBJECT_GOES_ON.search(mask, start, parts[0][1]) if parts else None
    if goes_on is not None and FINITE_VERB.search(mask, unit.start, start) is not None:
        return [(start, goes_on.start())]  # "rejected claims that C, | re-electing Venn"
    opened = max(mask.rfind(tag, unit.start, begin) for tag in Tags.QUESTION) + 1  # "whether | the"
    verb = FINITE_VERB.search(mask, max(unit.start, opened), start) if parts else None
    published = verb is not None and verb.end() == start - 1  # "two already | published reports"
    if parts and (verb is None or (published and mask[verb.start() - 1] in _MODIFIED)):
        end = before_main_verb(mask, start + 1, parts[0][1])
        parts = [(start, end), *(parts[1:] if end == parts[0][1] else ())]
    return parts


def _light_verb(page: Page, unit: Unit, noun: int) -> int | None:
    """Token of a verb that the noun completes: "*raised* serious doubts about"."""
    mask, lowered = page.mask, page.tokens.lowered
    for at in range(noun - 1, max(unit.start, noun - _LIGHT_REACH), -1):
        if mask[at] == Tag.BE or (mask[at] in _VERBAL and lowered[at] in LIGHT_VERBS):
            return at
        if mask[at] not in _BETWEEN:
            return None
    return None
