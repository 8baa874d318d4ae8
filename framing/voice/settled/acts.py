"""What a report is an act of, and which of its words are the speaker's.

Speech and thought take words from the outlet; a will or a deed ("wants the *regime* gone",
"responded to the *massacre*") is something the outlet tells of in its own words. Of a verdict
only the verdict is the speaker's: in "called the *regime*'s plan a mistake" the mistake, not
the regime.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from framing.language.joiningwords import COME_TRUE, EXISTENTIAL
from framing.language.reportwords import DECLARED, LORE, PICTURES
from framing.language.smallwords import ANY, BLAMED_ON, CHARGED_WITH, IT, VOTE_HELD
from framing.language.sourcewords import INDEFINITE
from framing.language.verdictwords import DENIES, SPEAKING, STATES, TASKS
from framing.values import Act, Span
from framing.voice.found import Found
from framing.voice.quoted.quotedparts import quoted_in
from framing.voice.settled.heldclauses import holds_clause, is_subject
from framing.voice.settled.nesting import is_the_writers
from framing.voice.settled.nounacts import Settled, by_noun
from framing.voice.settled.unsaid import explains, is_unsaid
from framing.voice.sources.antecedents import stands_for
from framing.voice.sources.whospeaks import can_say
from framing.voice.text.tagpatterns import WHOLE_CLAUSE, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import (
    ACCUSES,
    ADDRESSEE,
    ASKS,
    BLAMES,
    CLAUSE,
    DEEMS,
    DESCRIBES,
    FINDS_OUT,
    HEARSAY,
    LABELS,
    LIKENS,
    NAMES_CONTENT,
    OBJECT,
    PREDICATE,
    RAISING,
    UNDERTAKES,
    VERDICT,
    Vocabulary,
)
from framing.voice.verbs.verdicts import part_after, verdict_of, without_reason

__all__ = ["settle_acts"]


_AS = pattern("<as>")
_SPOKEN = frozenset(("according-to", "transcript", "document", "post", "headline", "signature"))
_AND_DID = pattern("<and> <finite|either>")
# What verbs that take a clause report, by their kind; others report speech.
_THOUGHTS: Final[dict[str, Act]] = dict.fromkeys(("belief", "support", "opposition"), "thought")
_WHEN = pattern("<in>? <the>? <day> <number>? (?= <in|of|as|that>)")
_NO_INFINITIVE = tuple(any_of("det|him|name"))
_AFTER_BARE = any_of("in|of|and|stop|comma|noun-like")
_FACT = "truth-presuming"


def settle_acts(page: Page, found: Sequence[Found], words: Vocabulary) -> None:
    """Give each attribution its act, and the parts of its content that the speaker worded."""
    for report in found:
        rule, source = report.rule, report.source
        if rule in _SPOKEN or not report.content:
            continue  # speech, and all of it theirs, as each attribution begins; or nothing told
        if rule == "named-by" and source and page.tokens.lowered[source[0]] == IT:
            continue  # "the men it calls thugs": no impersonal "it"
        if is_the_writers(page, report):
            report.act, report.worded = "deed", []
            continue
        act, worded = _ACTS.get(rule, _by_clause)(page, report, words)
        if worded and source is not None and (report.form == "leading" or rule == "as-said"):
            verdict = rule == "leading-object" and report.frames & (VERDICT | LABELS)
            if not verdict and _is_thing(page, source) and not _states(page, report):
                act, worded = "deed", []  # "the move suggests that C"
        report.act, report.worded = act, worded


def _is_thing(page: Page, source: Span) -> bool:
    """Whether a source is nobody and nothing that can say, write or think a thing."""
    if page.tokens.lowered[source[1] - 1] in LORE:
        return False  # "Legend says that C"
    return not can_say(page, source)


def _states(page: Page, report: Found) -> bool:
    """Whether a verb is one of what is written, whatever that is called: "the plan *says* C".

    "To say C would be too much" has no plan that says it.
    """
    if report.cue is None or _in_infinitive(page, report):
        return False
    return page.tokens.lowered[report.cue[1] - 1] in STATES


def _by_clause(page: Page, report: Found, words: Vocabulary) -> Settled:
    """Act of a report with a clause or a quotation: what its verb says."""
    found_out = report.frames & FINDS_OUT
    if report.rule == "as-said" and report.cue is not None:  # "as she sees it"
        found_out = found_out and page.mask[report.cue[1] - 1] != Tag.IT
        if page.tokens.lowered[report.cue[1] - 1] in COME_TRUE:
            return "deed", []  # "as many had feared, C"
    if found_out and not _is_read(page, report, words):
        return "deed", []
    if report.frames & RAISING and report.rule == "leading-clause":
        return "deed", []  # "They appeared united in anger"
    infinitive = report.rule == "leading-clause" and _in_infinitive(page, report)
    if infinitive and (report.kind == _FACT or is_subject(page, report)):
        return "deed", []  # "met to remember the people killed there"
    if is_unsaid(page, report):
        return "deed", []
    if not holds_clause(page.mask, report, page.tokens.lowered):
        return _by_thing(page, report, words)
    return _THOUGHTS.get(report.kind, "speech"), report.content


def _by_thing(page: Page, report: Found, words: Vocabulary) -> Settled:
    """Act of a verb that takes clauses where a thing follows: "denied *theft* and left"."""
    first, stop = report.content[0]
    then = _AND_DID.search(page.mask, first + 1, stop)
    if then is None or not report.frames & (OBJECT | DEEMS) or report.rule != "leading-clause":
        return "deed", []
    report.content = [(first, then.start())]
    return _by_object(page, report, words)


def _in_infinitive(page: Page, report: Found) -> bool:
    """Whether "to" stands right before the cue of a report."""
    cue = report.cue
    return cue is not None and cue[0] > 0 and page.mask[cue[0] - 1] == Tag.TO


def _by_quotation(page: Page, report: Found, words: Vocabulary) -> Settled:
    """Act of "said “Q”"; after a verb that takes no clause only what is quoted is the speaker's."""
    if report.frames & CLAUSE or not report.frames:
        return _THOUGHTS.get(report.kind, "speech"), report.content
    return "speech", quoted_in(page.mask, report)


def _is_read(page: Page, report: Found, words: Vocabulary) -> bool:
    """Whether the source is something read: "the *survey* found that C"."""
    source = range(*(stands_for(page, report) or (0, 0)))
    said = [page.tokens.lowered[at] for at in source]
    pictured = not PICTURES.isdisjoint(said)
    return not pictured and any("document" in words.sources.get(word, ()) for word in said)


def _by_infinitive(page: Page, report: Found, words: Vocabulary) -> Settled:
    """Act of "X to C": a promise or an urging is speech, a wish or a plan will."""
    return ("speech", report.content) if report.frames & UNDERTAKES else ("will", [])


def _by_question(page: Page, report: Found, words: Vocabulary) -> Settled:
    """Act of "asked whether C": speech where it asks or tells, a deed where it decides."""
    asks = report.frames & ASKS and (not explains(page, report) or _is_read(page, report, words))
    if asks and not _in_infinitive(page, report) and not is_unsaid(page, report):
        return _THOUGHTS.get(report.kind, "speech"), report.content
    return "deed", []


def _by_object(page: Page, report: Found, words: Vocabulary) -> Settled:
    """Act of a verb with an object: speech where the object is a verdict or what was said."""
    found = report.kind == _FACT and report.frames & (CLAUSE | FINDS_OUT) == CLAUSE
    found = found and _is_read(page, report, words)  # "the survey found few who agreed"
    mask, lowered = page.mask, page.tokens.lowered
    if report.frames & NAMES_CONTENT or found:
        told = report.cue is None or lowered[report.cue[0]] not in SPEAKING
        return ("speech", report.content) if told else ("deed", [])  # "…, speaking of the raid"
    worded: list[Span] = []
    for first, stop in report.content:
        part = verdict_of(mask, report, first, stop, lowered)
        if part:
            worded.append(part)
    if not worded and _is_denied(page, report):
        worded = report.content
    if not worded and report.frames & DESCRIBES and _is_new(page, report):
        worded = report.content
    if worded:
        return "speech", worded
    return ("will" if report.kind == "intent" else "deed"), []


def _is_denied(page: Page, report: Found) -> bool:
    """Whether a charge without an article is denied: "denied any fraud", "denies theft"."""
    lowered = page.tokens.lowered
    if report.cue is None or lowered[report.cue[1] - 1] not in DENIES:
        return False
    first, stop = report.content[0]
    opens = lowered[first]
    two = not INDEFINITE.isdisjoint(lowered[first + 1 : stop])  # "denied staff a break"
    bare = page.mask[first] == Tag.NOUN and not two
    return opens == ANY or (bare and (first + 1 >= stop or page.mask[first + 1] in _AFTER_BARE))


def _is_new(page: Page, report: Found) -> bool:
    """Whether a noun phrase tells something new: "a raid", "scenes of", no "the raid".

    One word may be what is feared: "they suspect arson".
    """
    first = report.content[0][0]
    opens = page.tokens.lowered[first]
    alone = report.kind == "belief" and page.mask[first + 1 : first + 2] in Tags.END
    bare = page.mask[first] in Tags.NOUN_LIKE and (opens.endswith("s") or alone)
    return opens in INDEFINITE or bare


def _by_passive(page: Page, report: Found, words: Vocabulary) -> Settled:
    """Act of a passive: its subject is the outlet's, what follows may be said of it."""
    begin = report.cue[0] if report.cue is not None else 0
    after = [part for part in report.content if part[0] > begin]
    wants = report.kind == "intent" and not (after and page.mask[after[0][0]] == Tag.THAT)
    if wants or not after or after[0][0] >= len(page.mask):
        return ("will" if wants else "deed"), []
    mask, (first, stop) = page.mask, after[0]
    when = _WHEN.match(mask, first, stop)
    first = first if when is None else when.end()  # "charged on Friday with theft"
    if first >= stop:
        return "deed", []
    tasked = page.tokens.lowered[first] == CHARGED_WITH
    charged = mask[first] == Tag.OF or tasked
    if tasked and page.tokens.lowered[first + 1] in TASKS:
        return "deed", []  # "was charged with overseeing the vote"
    if report.frames & BLAMES and page.tokens.lowered[first] == BLAMED_ON:
        return "speech", [(first + 1, stop), *after[1:]]
    if report.frames & ACCUSES and charged:
        charge = without_reason((first + 1, stop), mask, page.tokens.lowered, about=True)
        return "speech", [charge, *after[1:]]
    if mask[first] in Tags.OPENS_CLAUSE + Tag.IF:
        known = report.kind == _FACT and not report.frames & HEARSAY
        told = not known and not report.frames & PREDICATE
        return (_THOUGHTS.get(report.kind, "speech"), after) if told else ("deed", [])
    if mask[first] == Tag.TO:
        return _by_passive_to(page, report, first, after)
    return _by_passive_label(page, report, first, after)


def _by_passive_to(page: Page, report: Found, first: int, after: list[Span]) -> Settled:
    """Act of a passive with "to" at token `first`: "is said to C", "was likened to C"."""
    mask, frames = page.mask, report.frames
    if frames & HEARSAY:
        if mask[first + 1 : first + 2] in _NO_INFINITIVE or _is_held(page, first):
            return "deed", []  # "was reported to the men", "a vote was held to choose C"
        begin = report.cue[0] if report.cue is not None else 0
        whole = _is_indefinite(page, report.content[0]) and report.content[0][0] < begin
        return _THOUGHTS.get(report.kind, "speech"), report.content if whole else after
    if frames & LIKENS:
        return "speech", [(first + 1, after[0][1]), *after[1:]]
    found = report.kind == _FACT and report.source is not None
    if found or frames & UNDERTAKES:
        return "speech", after  # "found by the court to have lied"
    return "will", []


def _by_passive_label(page: Page, report: Found, first: int, after: list[Span]) -> Settled:
    """Act of a passive whose complement, from token `first` on, may be a label or a clause."""
    mask, lowered, frames, stop = page.mask, page.tokens.lowered, report.frames, after[0][1]
    if frames & LABELS:
        labelled = part_after(_AS, mask, first, stop) if report.source is None else (first, stop)
        if labelled is not None:
            return "speech", [without_reason(labelled, mask, lowered)]
        begin = report.cue[0] if report.cue is not None else 0
        before = mask[begin - 1] if begin > page.units[report.unit].start else Tag.EDGE
        if before in Tag.COMMA + Tag.EDGE and lowered[first] in INDEFINITE:
            return "speech", [(first, stop)]  # "Hailed a hero, he left"
    if frames & ADDRESSEE and frames & CLAUSE and WHOLE_CLAUSE.match(mask, first, stop):
        return _THOUGHTS.get(report.kind, "speech"), after  # "were told they had lost"
    last = lowered[report.cue[1] - 1] if report.cue is not None else ""
    official = report.source is None and last in DECLARED
    if not frames & VERDICT or official:
        return "deed", []
    return "speech", [without_reason(after[0], mask, lowered), *after[1:]]


def _is_held(page: Page, first: int) -> bool:
    held = page.tokens.lowered[first - 1] == VOTE_HELD
    return held and page.mask[first + 1 : first + 2] not in tuple(Tags.HAVE_OR_BE)


def _is_indefinite(page: Page, subject: Span) -> bool:
    """Whether a subject is said to be there by what is said of it: "*a coup* is said to go on"."""
    word = page.tokens.word(subject[0])
    return word.lower() in EXISTENTIAL or page.mask[subject[0]] == Tag.SOME


_ACTS: Final[dict[str, Callable[[Page, Found, Vocabulary], Settled]]] = {
    "leading-to": _by_infinitive,
    "leading-question": _by_question,
    "leading-quote": _by_quotation,
    "leading-object": _by_object,
    "parsed-object": _by_object,
    "passive": _by_passive,
    "noun-cue": by_noun,
}
