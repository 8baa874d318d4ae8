"""Goes over the reporting verbs of a page, and hands each to the construction it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.joiningwords import COPULAS, LEAVES, NOT_SAID, ONCE, SO
from framing.language.reportwords import QUOTING
from framing.language.sourcewords import INDEFINITE
from framing.voice.constructions.gap import is_naming_relative
from framing.voice.constructions.inverted import read_inverted
from framing.voice.constructions.leading import read_active
from framing.voice.constructions.participles import cited, read_opening
from framing.voice.constructions.passive import (
    SAID_WHERE,
    read_passive,
)
from framing.voice.constructions.reduced import read_reduced
from framing.voice.found import Found
from framing.voice.grammar.subjects import noun_before
from framing.voice.rules import Construction
from framing.voice.sources.whospeaks import profile_at
from framing.voice.text.tagpatterns import REVERSED_VERB_PHRASE, pattern
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.text.units import Page
from framing.voice.text.vocabulary import (
    ACCUSES,
    CLAUSE,
    DOING,
    HEARSAY,
    INFINITIVE,
    LABELS,
    LIKENS,
    OBJECT,
    PASSIVE,
    PHYSICAL,
    PREDICATE,
    SPEECH,
    THAT,
    VERDICT,
    Head,
    Verb,
    Vocabulary,
)
from framing.voice.verbs.candidates import candidates
from framing.voice.verbs.hearers import heard_of, hears
from framing.voice.verbs.unitreader import (
    UnitReader,
)

__all__ = ["CONSTRUCTION", "read_verbs"]

_VERB_PHRASE = any_of("aux|some|adv|aside|time")
_VERB_PHRASE_OR_IF = _VERB_PHRASE + Tag.IF
_INVERTING = any_of("reports|say|either|put")
_NO_AUXILIARY = any_of("some|adv|time|the|in")
_NAMING = VERDICT | LABELS
_JUDGING = _NAMING | HEARSAY | ACCUSES | LIKENS
_WITHOUT_BE = _JUDGING | PASSIVE
_OF_CLAUSES = CLAUSE | DOING
_BEFORE_SURE = any_of("nominal|some|he|in")
_AFTER_SURE = tuple(any_of("that|the|he|name"))
_BEFORE_ONCE = any_of("nominal|pronoun|who|aux|comma")
_PASSIVE_FORMS = any_of("done|put")
_AFTER_COPULA = any_of("done|put|sure")
_COPULA = any_of("noun|past|present|reporting")
_BEFORE_REDUCED = any_of("nominal|either|comma|left")
_BEFORE_BARE = any_of("if|and|comma")
_BEFORE_INVERTED = any_of("closing|set-off")
_TAKES_ONE_THING = frozenset((SPEECH, INFINITIVE))
_MAY_QUOTE = pattern("<quoted|colon|as>")
_REDUCED = pattern("<noun>? <aux|says|wrote> | <adv>? <in> {core} <adv>*+ <reports>")


def _verb_phrase(reader: UnitReader, at: int) -> tuple[int, str]:
    """Where the verb phrase of a form at token `at` begins, and its last auxiliary.

    "Has often | said"; what stands for "be" counts as it: "stands | accused", "remains | sure".
    """
    mask, low = reader.mask, reader.low
    begin, auxiliary = at, ""
    if at > low and mask[at - 1] in _VERB_PHRASE:
        back = REVERSED_VERB_PHRASE.match(reader.reverse, len(mask) - at)
        begin = len(mask) - back.end() if back else at
        begin = begin if begin > low else low
        auxiliary = mask[begin:at].rstrip(_NO_AUXILIARY)[-1:]
        if begin < at and mask[begin] == Tag.ADV and mask[begin - 1] == Tag.IN and begin > low:
            begin -= 1  # "The mayor at first said"
        elif begin - 1 > low and begin < at and reader.lowered[begin - 1] == SO:
            begin -= 1  # "the law, so often called cruel"
    before = mask[begin - 1]
    if before == Tag.IF and mask[begin - 2] in _BEFORE_ONCE and begin - 2 >= low:
        begin -= reader.lowered[begin - 1] in ONCE
    elif (
        before in _COPULA
        and not auxiliary
        and mask[at] in _AFTER_COPULA
        and begin > low
        and reader.lowered[begin - 1] in COPULAS
    ):
        return begin - 1, Tag.BE
    return begin, auxiliary


def _read(reader: UnitReader, at: int, stop: int, verb: Verb, alone: Verb | None) -> None:
    """Read a verb from token `at` to `stop`; keep what it reports, if anything.

    `alone` is the verb without its particles.
    """
    mask, begin, auxiliary = reader.mask, at, ""
    tag, before = mask[at], mask[at - 1]
    if before in _VERB_PHRASE_OR_IF or (tag in _AFTER_COPULA and before in _COPULA):
        begin, auxiliary = _verb_phrase(reader, at)
    if verb.frames & THAT and not verb.frames & CLAUSE and hears(reader, begin - 1, at):
        verb = heard_of(reader, verb, stop)
    before = mask[begin - 1] if begin > reader.low else Tag.EDGE
    if tag == Tag.SAYING and before == Tag.COMMA and reader.lowered[at] in QUOTING:
        verb = cited(reader, verb, stop)  # "left, citing abuse"
    frames = verb.frames
    if frames & PREDICATE:
        begin = _sure_from(reader, begin, stop, before, auxiliary)
        if begin < 0:
            return
    elif auxiliary == Tag.BE and tag in _PASSIVE_FORMS:
        _read_with_be(reader, alone, verb, begin, at, stop, before)
        return
    elif (
        frames & _WITHOUT_BE
        and tag in _PASSIVE_FORMS
        and (_read_without_be(reader, verb, at, stop, before, auxiliary))
    ) or (
        not reader.is_verb(at, stop, tag, auxiliary, before)
        and not (frames & _NAMING and tag in Tags.EITHER and is_naming_relative(reader, at, stop))
    ):
        return
    elif (
        tag == Tag.SAID
        and before in Tags.NOMINAL
        and not (auxiliary or frames & _OF_CLAUSES)
        and _REDUCED.match(mask, stop, reader.end) is not None
    ):
        return  # "A video posted online showed"
    if begin < at:
        _read_phrase(reader, verb, begin, at, stop, before, tag)
        return
    inverts = before in _BEFORE_INVERTED and tag in _INVERTING and frames & SPEECH
    if not (inverts and read_inverted(reader, verb, begin, stop, before)):
        read_active(reader, verb, begin, at, stop, before, tag)


def _read_phrase(
    reader: UnitReader, verb: Verb, begin: int, at: int, stop: int, before: str, tag: str
) -> None:
    """Read a verb with words before it that belong to it, and note "did not say", "never said"."""
    count, tokens = len(reader.found), reader.page.tokens
    read_active(reader, verb, begin, at, stop, before, tag)
    if len(reader.found) > count:
        negation = NOT_SAID.search(tokens.text, tokens.starts[begin], tokens.starts[stop])
        reader.found[-1].negated = negation is not None


def _with_particles(reader: UnitReader, at: int, head: Head) -> tuple[Verb | None, int]:
    """Return the verb of the candidate at token `at`, with its particles, and where it ends."""
    verb, stop = reader.longest(head, at) or (None, at + 1)
    if verb is not None and verb.rest:
        if head.alone is not None:
            verb, stop = reader.over_whom(head.alone, verb, stop)
        if verb.rest:
            reader.done = stop
    return verb, stop


def _sure_from(reader: UnitReader, begin: int, stop: int, before: str, auxiliary: str) -> int:
    """Where an adjective that reports begins, with a verb of leaving before it, or -1."""
    left = _leaving(reader, begin)
    if left >= 0:
        return left
    inserted = before == Tag.COMMA and reader.mask[stop : stop + 1] in _AFTER_SURE
    return begin if auxiliary == Tag.BE or before in _BEFORE_SURE or inserted else -1


def _read_with_be(
    reader: UnitReader, alone: Verb | None, verb: Verb, begin: int, at: int, stop: int, before: str
) -> None:
    """Read a passive, if it reports."""
    whole = verb.rest and before == Tag.IT and Tag.THAT in reader.mask[stop : reader.end]
    if whole and alone is not None:
        verb, stop = alone, at + 1  # "it is believed in Osk that C"
    if _reports_in_passive(reader, verb, stop, before):
        read_passive(reader, verb, begin, at, stop)


def _leaving(reader: UnitReader, begin: int) -> int:
    """Where a verb of leaving stands, before "convinced that C" or before its object, or -1."""
    if begin > reader.low + 1 and reader.mask[begin - 1] in Tags.NOUN_LIKE:
        left = noun_before(reader.mask, reader.low, begin)
        if profile_at(reader.page, left).person:
            return -1  # "left | some voters convinced that C"
        begin = left[0]  # "left | the port convinced that C"
    leaves = begin > reader.low and reader.lowered[begin - 1] in LEAVES
    return begin - 1 if leaves else -1


def _has_nothing(reader: UnitReader, frames: int, stop: int) -> bool:
    """Whether a verb that takes quotations alone, or an infinitive alone, has none in its unit.

    One that stands after a relative clause with a cue is read anyway, for what it ends.
    """
    if reader.in_relative:
        return False
    if frames == INFINITIVE:
        return Tag.TO not in reader.mask[stop : reader.end]
    return _MAY_QUOTE.search(reader.mask, reader.low, reader.end) is None


def _reports_in_passive(reader: UnitReader, verb: Verb, stop: int, before: str) -> bool:
    """Whether a passive reports: "was accused of C", "it is feared that C"."""
    mask, frames = reader.mask, verb.frames
    if frames & (PASSIVE | VERDICT | LABELS):
        return True
    if frames & OBJECT and not frames & PHYSICAL and reader.is_by(stop):
        return True
    if before != Tag.IT or not frames & (CLAUSE | HEARSAY):
        return False
    return mask[stop : stop + 1] == Tag.THAT or SAID_WHERE.match(mask, stop, reader.end) is not None


def _read_without_be(
    reader: UnitReader, verb: Verb, at: int, stop: int, before: str, auxiliary: str
) -> bool:
    """Read "when asked by Ortiz whether C" and "the raid, branded a massacre"; tell whether."""
    frames = verb.frames
    bare = before in _BEFORE_BARE and frames & PASSIVE and reader.mask[at] in Tags.DONE
    if bare and (reader.is_by(stop) or _names_again(reader, verb, stop, before)):
        read_passive(reader, verb, at, at, stop)
        return True
    judges = before in _BEFORE_REDUCED and frames & _JUDGING and not auxiliary
    return bool(judges) and read_reduced(reader, verb, at, stop)


def _names_again(reader: UnitReader, verb: Verb, stop: int, before: str) -> bool:
    """Whether a participle names what another has named: "hailed as peace and branded | a rout"."""
    last = reader.found[-1] if reader.found and before == Tag.AND else None
    if last is None or last.unit != reader.number or last.form != "passive":
        return False
    return bool(verb.frames & last.frames & _NAMING) and reader.lowered[stop] in INDEFINITE


def read_verbs(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what the reporting verbs of a page report, in order."""
    mask, units = page.mask, page.units
    reader = UnitReader(page, mask[::-1], words)
    for at, head in candidates(page, words.heads):
        if at >= reader.end and not reader.turn_to(at):
            continue
        if head is None:
            read_opening(reader, at if mask[at] == Tag.NAME else at + 1)
        elif at >= reader.done:
            verb, stop = head.alone, at + 1
            if head.longer and mask[stop : stop + 1] in head.then:
                verb, stop = _with_particles(reader, at, head)
            if verb is None:
                continue
            if verb.frames not in _TAKES_ONE_THING or not _has_nothing(reader, verb.frames, stop):
                _read(reader, at, stop, verb, head.alone)
    if "caption" not in page.zones:
        return reader.found
    return [  # "This picture shows the port" reports nobody's words
        report
        for report in reader.found
        if report.rule != "leading-object" or units[report.unit].zone != "caption"
    ]


CONSTRUCTION: Final = Construction(1, read_verbs, tags=any_of("reporting|sure|name"))
