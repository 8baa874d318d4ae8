"""Sources without a reporting verb: according to X, in X's view, noun cues, a name and a colon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.joiningwords import BEFORE_OPINIONS
from framing.language.reportwords import GERUNDS, POLL_WORDS, STANDPOINTS
from framing.language.smallwords import FROM, IN, POINT_OF_VIEW
from framing.language.sourcewords import NO_SPEAKERS
from framing.voice.constructions.nouncues import noun_cue
from framing.voice.found import Found, cue_tokens
from framing.voice.grammar.asides import LINKING, around_phrase
from framing.voice.grammar.nounsaround import possessor
from framing.voice.grammar.subjects import subject_after
from framing.voice.rules import Construction, Rule
from framing.voice.sources.tellers import may_tell, telling
from framing.voice.text.tagpatterns import FINITE_VERB, WHOLE_CLAUSE, match_start, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page, Unit
from framing.voice.text.vocabulary import Vocabulary

__all__ = ["CONSTRUCTION", "RULES", "read_phrases"]

RULES: Final = (
    Rule(
        "according-to",
        "stands beside “according to” and a source",
        "phrase",
        inner=True,
        yes=(
            "According to Brandt, the ⟦rebels⟧ had fled.",
            "According to many, the ⟦rebels⟧ had fled.",
            "The ⟦rebels⟧ had fled, according to Brandt.",
            "The ⟦rebels⟧, according to Brandt, had fled.",
            "As Brandt has it, the ⟦rebels⟧ had fled.",
            "The ⟦rebels⟧ had fled, if Brandt is right.",
        ),
        no=(
            "While the ⟦junta⟧ stays, according to Brandt, the port is shut.",
            "The port was shut according to plan. The ⟦rebels⟧ held it.",
            "The ⟦rebels⟧ left the port according to plan.",
            "The ⟦rebels⟧ were paid according to age.",
            "If the price is right, the ⟦rebels⟧ will sell the port.",
            "As long as she has it, the ⟦rebels⟧ are safe.",
        ),
    ),
    Rule(
        "in-view-of",
        "stands beside a source’s view (in the mayor’s opinion, …)",
        "phrase",
        inner=True,
        yes=(
            "In Brandt’s view, the ⟦rebels⟧ are finished.",
            "In the eyes of many dockers, the ⟦rebels⟧ are finished.",
            "The ⟦rebels⟧ are, in her opinion, finished.",
        ),
        no=(
            "The ⟦rebels⟧ came in view of the port.",
            "A view of the port, the ⟦rebels⟧ and the fleet hung there.",
            "In Brandt’s car, the ⟦rebels⟧ found maps.",
            "On Brandt’s account, the ⟦rebels⟧ left the port.",
        ),
    ),
    Rule(
        "in-poll",
        "what a poll or survey is said to have found",
        "phrase",
        yes=(
            "The ⟦radicals⟧ lead by nine points in the new Harbour Board poll.",
            "In a new survey, 40 percent back the ⟦radicals⟧.",
        ),
        no=(
            "The ⟦radicals⟧ lead in the polls.",
            "The ⟦radicals⟧ came in a boat.",
            "In a new survey, the board asked of the ⟦radicals⟧.",
        ),
    ),
)

_TELLS = any_of("the|name|he|him|some|noun")
_AFTER_TOLD = ("", *any_of("comma|stop|right|dash"))
_ENDS_SOURCE = Tags.END
_OF_WHOM = pattern("<the> <any> <of> (?! <ing-form>)")
_PREPOSITIONS = Tags.IN_OR_TO
_NOUN_OR_GERUND = any_of("noun-like|saying|said")
_BEFORE_REPORTED = any_of("that|of|in|aux|past|said|written|put")
_NOUN_PHRASE = any_of("noun-like|det|time|adv|possessive|number|name|past|ing|said|stop|aside")
_ENDS_PHRASE = any_of("set-off|stop")
_ACCORDING = pattern("<according> <to>")
# Nouns that may report, before what they take, or where "in X's view" may end.
_NOUN = pattern(
    """
    <either|cue-noun|saying|said> (?:
    (?<= <either|cue-noun>) (?=<end|that|of|in|to|as|adv|have|be|will|day|dash|right|ing-form> | $)
    | (?<= <either|cue-noun>) (?= <present|past|wrote|claim> <that> | <noun> <in|that>)
    | (?<= <either|cue-noun>) (?= <past|said|written|put|that|who|some> <in|adv|aux|said>)
    | (?<= <the> <saying>) (?= <of> (?: <the> <noun> | <noun>{1,2} <^noun>))
    | (?<= <the|possessive> <saying>) (?= <comma|stop>) | (?<= <possessive> <saying>) (?= <of>)
    | (?<= <det|possessive|say> <either|cue-noun>) (?= <the|pronoun|name>)
    | (?<= <in|of|to|ing|past|said|wrote|stop> <either|cue-noun>) (?= <pronoun> <aux|past|wrote>)
    | (?: (?<= <the|possessive> <saying>) | (?<= <the|possessive> <noun> <saying>))
        (?= <that> | <in> {core} <that|of>) | (?<= <the> <said>) (?= <that>) )
    """
)


def read_phrases(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find the sources of a page that have no reporting verb, in order."""
    found: list[Found] = []
    mask, tokens = page.mask, page.tokens
    for match in _ACCORDING.finditer(mask):
        number = page.unit_of(match.start())
        if number >= 0:
            report = _according(page, page.units[number], number, match.start())
            if report is not None:
                found.append(report)
    found.extend(_others_told(page))
    found.extend(_opening_nouns(page, words))
    verbs = cue_tokens(earlier)
    for at in map(match_start, _NOUN.finditer(tokens.tags)):
        if mask[at] not in _NOUN_OR_GERUND or at in verbs:
            continue
        said = tokens.lowered[at]
        known = words.nouns.get(said)
        if known is None:
            continue
        number = page.unit_of(at)
        gerund = mask[at] != Tag.SAYING or said in GERUNDS or mask[at + 1] != Tag.THAT
        if number < 0 or not gerund:
            continue
        unit = page.units[number]
        report = _view(page, unit, number, at) if "opinion-phrase" in known[0] else None
        if "in-poll" in known[0]:
            report = _poll(page, unit, number, at)
        report = report or noun_cue(page, unit, number, at, known)
        if report is not None:
            found.append(report)
    return found


def _opening_nouns(page: Page, words: Vocabulary) -> list[Found]:
    """Read nouns that report at the start of a sentence, with a capital: "Reports that C"."""
    found: list[Found] = []
    mask, number = page.mask, page.opens.find(Tag.NAME)
    while number >= 0:
        at = page.begins[number]
        known = words.nouns.get(page.tokens.lowered[at])
        if known is not None and _is_told(mask, at + 1):
            report = noun_cue(page, page.units[number], number, at, known)
            found.extend(() if report is None else (report,))
        number = page.opens.find(Tag.NAME, number + 1)
    return found


def _is_told(mask: str, after: int) -> bool:
    """Whether what stands after a noun may be what it reports: "Reports | that C"."""
    if mask[after : after + 1] in _BEFORE_REPORTED or Tag.THAT in mask[after + 1 : after + 3]:
        return True
    return mask[after] in Tags.PRONOUN and mask[after + 1 : after + 2] in Tags.AUX


def _according(page: Page, unit: Unit, number: int, at: int) -> Found | None:
    """Read "According to X, C" and "C, according to X"."""
    mask = page.mask
    opens = mask[at - 1] in LINKING or FINITE_VERB.search(mask, unit.start, at) is None
    opens = opens and mask[at - 1] != Tag.CLOSE  # "“Q,” according to Venn's lawyer, Orlo Tarn."
    that = at + 2 + (mask[at + 2 : at + 3] == Tag.THAT)  # "according to that view"
    source = subject_after(mask, that, unit.end, closed=opens)
    bare = mask[at + 3 : at + 4] not in Tags.NOMINAL
    source = source and (at + 2, source[1])
    if source is None or (bare and page.tokens.lowered[at + 2] in NO_SPEAKERS):
        return None  # "according to plan"
    content = around_phrase(mask, (unit.start, unit.end), at, source[1])
    if not content:
        return None
    return Found("according-to", "phrase", "neutral", source, (at, at + 2), content, number)


def _others_told(page: Page) -> list[Found]:
    """Read "Per the log, C", "C, per the log" and "If the log is to be believed, C"."""
    found: list[Found] = []
    mask = page.mask
    for opens, begin, after in telling(page):
        number = page.unit_of(begin)
        if number < 0:
            continue
        unit = page.units[number]
        # "To hear | her aides tell it", "The way | she tells it"
        first = opens + 2 if mask[opens] in Tag.TO + Tag.THE else opens + 1
        source = subject_after(mask, first, unit.end, closed=True) if opens >= 0 else None
        if source is None or mask[source[0]] not in _TELLS or not may_tell(page, source):
            continue
        if opens < begin and source[1] != begin:
            continue
        if mask[opens] == Tag.AS and mask[opens - 1] == Tag.ADV:
            continue  # "as long as she has it"
        after = source[1] if opens == begin else after
        content = around_phrase(mask, (unit.start, unit.end), opens, after)
        if content and mask[after : after + 1] in _AFTER_TOLD:
            cue = (opens, opens + 1)
            found.append(Found("according-to", "phrase", "neutral", source, cue, content, number))
    return found


def _view(page: Page, unit: Unit, number: int, at: int) -> Found | None:
    """Read "in X's view, C" and "in the view of X, C" at the noun."""
    mask = page.mask
    if at - 2 >= unit.start and _OF_WHOM.match(mask, at - 1, unit.end):
        return _in_view_of(page, unit, number, at, at)
    head = at
    if mask[at - 1] == Tag.OF and page.tokens.lowered[at - 2] == POINT_OF_VIEW:
        head = at - 2  # "from X's point of view"
        if at - 4 >= unit.start and mask[head - 1] == Tag.THE and mask[at + 1 : at + 2] == Tag.OF:
            return _in_view_of(page, unit, number, head, at)  # "from the point of view of X"
    source, begin = possessor(mask, unit.start, head, page.tokens.lowered)
    if source is None or source[0] <= unit.start or mask[source[0] - 1] not in _PREPOSITIONS:
        return None
    opens = page.tokens.lowered[source[0] - 1]
    if opens not in BEFORE_OPINIONS:
        return None
    if opens == FROM and page.tokens.lowered[at] not in STANDPOINTS:
        return None  # "from his private account"
    content = around_phrase(mask, (unit.start, unit.end), source[0] - 1, at + 1)
    goes_on = source[0] - 1 == unit.start and WHOLE_CLAUSE.match(mask, at + 1, unit.end) is not None
    if not content or (at + 1 < unit.end and mask[at + 1] not in _ENDS_PHRASE and not goes_on):
        return None
    return Found("in-view-of", "phrase", "belief", source, (begin, at + 1), content, number)


def _in_view_of(page: Page, unit: Unit, number: int, head: int, at: int) -> Found | None:
    """Read "in the view of X, C" at its noun, which begins at token `head`."""
    mask = page.mask
    if page.tokens.lowered[head - 2] not in BEFORE_OPINIONS:
        return None
    source = subject_after(mask, at + 2, unit.end, closed=True)
    if source is None or Tag.AS in mask[slice(*source)]:
        return None  # "objected to the description of the camp as a prison"
    goes_on = head - 2 == unit.start and WHOLE_CLAUSE.match(mask, source[1], unit.end) is not None
    if source[1] < unit.end and mask[source[1]] not in _ENDS_PHRASE and not goes_on:
        return None
    content = around_phrase(mask, (unit.start, unit.end), head - 2, source[1])
    if not content:
        return None
    return Found("in-view-of", "phrase", "belief", source, (head - 1, at + 1), content, number)


def _poll(page: Page, unit: Unit, number: int, at: int) -> Found | None:
    """Read "C in the latest poll" and "In a new survey, C", where C gives a number or a lead."""
    mask, lowered = page.mask, page.tokens.lowered
    begin = at
    while begin > unit.start and mask[begin - 1] in _NOUN_PHRASE:
        begin -= 1
    if begin <= unit.start or lowered[begin - 1] != IN or mask[begin] not in Tags.DET:
        return None
    source = subject_after(mask, begin, unit.end, closed=True)
    if source is None or source[1] <= at:
        return None
    if lowered[at].endswith("s") and at - begin < 2:
        return None  # "leading in the polls"
    clause = FINITE_VERB.search(mask, unit.start, begin) is not None
    after = mask[source[1]] if source[1] < unit.end else Tag.STOP
    if after not in (_ENDS_SOURCE if clause else Tag.COMMA):
        return None
    content = around_phrase(mask, (unit.start, unit.end), begin - 1, source[1])
    if not any(
        mask[i] == Tag.NUMBER or lowered[i][:1].isdigit() or lowered[i] in POLL_WORDS
        for start, stop in content
        for i in range(start, stop)
    ):
        return None
    return Found("in-poll", "phrase", "neutral", source, (begin - 1, begin), content, number)


CONSTRUCTION: Final = Construction(
    2, read_phrases, tags=any_of("according|either|cue-noun|if|in|to|as|name|saying|said|says")
)
