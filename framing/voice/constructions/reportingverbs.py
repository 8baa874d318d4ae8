"""Goes over the reporting verbs of a page, and hands each to the construction it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from framing.language.joiningwords import COPULAS, LEAVES, NOT_SAID, ONCE, SO
from framing.language.reportwords import QUOTING
from framing.language.verdictwords import HEARD_OF
from framing.voice.constructions.gap import is_naming_relative
from framing.voice.constructions.inverted import read_inverted
from framing.voice.constructions.leading import read_active
from framing.voice.constructions.participles import cited, opens_unit, read_opening
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
    OBJECT,
    PASSIVE,
    PHYSICAL,
    PREDICATE,
    SPEECH,
    THAT,
    VERDICT,
    Head,
    Heads,
    Verb,
    Vocabulary,
)
from framing.voice.verbs.unitreader import (
    NO_BASE_AFTER,
    NO_EITHER_AFTER,
    NO_GERUND_AFTER,
    NO_PAST_AFTER,
    UnitReader,
)

__all__ = ["CONSTRUCTION", "read_verbs"]

_VERB_PHRASE = any_of("aux|some|adv|aside")
_BEFORE_VERB = any_of("aux|some|adv|aside|if|noun|past|present|reporting")
_INVERTING = any_of("reports|say|either|put")
_NO_AUXILIARY = any_of("some|adv")
_NAMING = VERDICT | LABELS
_JUDGING = _NAMING | HEARSAY | ACCUSES
_BEFORE_SURE = any_of("nominal|some|he|in")
_AFTER_SURE = tuple(any_of("that|the|he|name"))
_BEFORE_ONCE = any_of("nominal|pronoun|who|aux|comma")
_OPENS_ONCE = any_of("adv|if")
_DONE = tuple(Tags.DONE)
_PASSIVE_FORMS = any_of("done|put")
_AFTER_COPULA = any_of("done|put|sure")
_COPULA = any_of("noun|past|present|reporting")
_BEFORE_REDUCED = any_of("nominal|either|comma|left")
_BEFORE_BARE = any_of("if|and|comma")
# Forms of reporting verbs that may be verbs here, by what stands right before.
_CANDIDATE = pattern(
    f"""
    <reporting|sure> (?:
    (?<= <said|put> ) (?<! <{NO_PAST_AFTER}> <any> )
    | (?<= <says|wrote> ) (?<! <the|possessive> <any> )
    | (?<= <either> ) (?<! <{NO_EITHER_AFTER}> <any> )
    | (?<= <him> <either> ) (?= <him|it|the|name> )
    | (?<= <say> ) (?<! <{NO_BASE_AFTER}> <any> )
    | (?<= <saying> ) (?<! <{NO_GERUND_AFTER}> <any> )
    | (?<= <noun> <of> <saying> )
    | (?<= <adv|have|be> <written> )
    | (?<= <nominal|comma> <written> ) (?= <as|in|to> )
    | (?<= <adv|be> <sure> )
    | (?<= <nominal|some|he|in|comma|reporting|present|past> <sure> ) (?= <that> )
    | (?<= <comma> <sure> ) (?= <the|he|name> )
    )
    """
)
_NO_HEAD = Head(None, {}, "")
_BEFORE_INVERTED = any_of("closing|set-off")
_TAKES_ONE_THING = (SPEECH, INFINITIVE)
_SPEECH = pattern("<quoted|colon|as>")
_REDUCED = pattern("<noun>? <aux|says|wrote> | <adv>? <in> {core} <adv>*+ <reports>")


def _verb_phrase(reader: UnitReader, at: int) -> tuple[int, str]:
    """Where the verb phrase of a form at token `at` begins, and its last auxiliary.

    "Has often | said"; what stands for "be" counts as it: "stands | accused", "remains | sure".
    """
    mask, low = reader.mask, reader.low
    begin, auxiliary = at, ""
    if mask[at - 1] not in _BEFORE_VERB:
        return begin, auxiliary
    if at > low and mask[at - 1] in _VERB_PHRASE:
        back = REVERSED_VERB_PHRASE.match(reader.reverse, len(mask) - at)
        begin = max(low, at - (back.end() - back.start() if back else 0))
        auxiliary = mask[begin:at].rstrip(_NO_AUXILIARY)[-1:]
        if begin < at and mask[begin] == Tag.ADV and mask[begin - 1] == Tag.IN:
            begin = max(low, begin - 1)  # "The mayor at first said"
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


def _read(reader: UnitReader, at: int, head: Head) -> None:
    """Read the candidate at token `at`; keep what it reports, if anything."""
    verb, stop = head.alone, at + 1
    if reader.mask[stop : stop + 1] in head.then:
        verb, stop = reader.longest(head, at) or (None, stop)
    if verb is None:
        return
    if verb.rest and head.alone is not None:
        verb, stop = reader.over_whom(head.alone, verb, stop)
    frames = verb.frames
    if verb.rest:
        reader.done = stop
    if frames in _TAKES_ONE_THING and _has_nothing(reader, frames, stop):
        return
    mask = reader.mask
    tag = mask[at]
    begin, auxiliary = _verb_phrase(reader, at)
    heard = frames & THAT and not frames & CLAUSE and reader.hears(begin - 1, at)
    if heard and HEARD_OF.isdisjoint(reader.lowered[stop : stop + 3]):
        frames |= CLAUSE  # "Court hears trial was a sham"
        verb = Verb(verb.rest, frames, verb.kind)
    before = mask[begin - 1] if begin > reader.low else Tag.EDGE
    if tag == Tag.SAYING and before == Tag.COMMA and reader.lowered[at] in QUOTING:
        verb = cited(reader, verb, stop)  # "left, citing abuse"
    if frames & PREDICATE:
        inserted = before == Tag.COMMA and mask[stop : stop + 1] in _AFTER_SURE
        left = _leaving(reader, begin)
        if auxiliary != Tag.BE and before not in _BEFORE_SURE and not inserted and left < 0:
            return
        begin = begin if left < 0 else left
    elif auxiliary == Tag.BE and tag in _PASSIVE_FORMS:
        if (
            verb.rest
            and before == Tag.IT
            and head.alone is not None
            and Tag.THAT in mask[stop : reader.end]
        ):
            verb, stop = head.alone, at + 1  # "it is believed in Osk that C"
        if _reports_in_passive(reader, verb, stop, before):
            read_passive(reader, verb, begin, at, stop)
        return
    elif (
        tag in _PASSIVE_FORMS and _read_without_be(reader, verb, at, stop, before, auxiliary)
    ) or not (
        reader.is_verb(at, stop, tag, auxiliary, before)
        or (frames & _NAMING and tag in Tags.EITHER and is_naming_relative(reader, at, stop))
    ):
        return
    reduced = tag == Tag.SAID and before in Tags.NOMINAL and not auxiliary
    if reduced and not frames & (CLAUSE | DOING) and _REDUCED.match(mask, stop, reader.end):
        return  # "A video posted online showed"
    count = len(reader.found)
    inverts = begin == at and before in _BEFORE_INVERTED and tag in _INVERTING
    if not (inverts and frames & SPEECH and read_inverted(reader, verb, begin, stop, before)):
        read_active(reader, verb, begin, at, stop, before, tag)
    if begin < at and len(reader.found) > count:
        _mark_negated(reader, begin, stop)


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
    return _SPEECH.search(reader.mask, reader.low, reader.end) is None


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
    if bare and reader.is_by(stop):
        read_passive(reader, verb, at, at, stop)
        return True
    judges = before in _BEFORE_REDUCED and frames & _JUDGING and not auxiliary
    return bool(judges) and read_reduced(reader, verb, at, stop)


def _mark_negated(reader: UnitReader, begin: int, stop: int) -> None:
    """Note "did not say", "never claimed"."""
    tokens = reader.page.tokens
    if NOT_SAID.search(tokens.text, tokens.starts[begin], tokens.starts[stop]):
        reader.found[-1].negated = True


def _candidates(page: Page, heads: Heads) -> list[tuple[int, Head]]:
    """Find what may head a reporting verb, in order, and a place behind all tokens."""
    mask, lowered = page.mask, page.tokens.lowered
    found: list[tuple[int, Head]] = []
    for match in _CANDIDATE.finditer(mask):
        at = match.start()
        head = heads[lowered[at]]
        if head is not None and (head.alone is not None or mask[at + 1 : at + 2] in head.then):
            found.append((at, head))
    return [*found, (len(mask), _NO_HEAD)]


def read_verbs(page: Page, words: Vocabulary, earlier: Sequence[Found]) -> list[Found]:
    """Find what the reporting verbs of a page report, in order."""
    mask, heads = page.mask, words.heads
    candidates = iter(_candidates(page, heads))
    token, head = next(candidates)
    reader = UnitReader(page, mask[::-1], words)
    found = reader.found
    for number, unit in enumerate(page.units):
        start, end, _, zone = unit
        begun = False
        first = len(found)
        if mask[start] == Tag.NAME:
            opening = page.tokens.word(start)
            if heads[opening] and opens_unit(opening, heads[opening], mask[start + 1 : start + 2]):
                reader.begin(unit, number)
                read_opening(reader, start)
                begun = True
        elif mask[start] in _OPENS_ONCE and mask[start + 1 : start + 2] in _DONE:
            reader.begin(unit, number)
            read_opening(reader, start + 1)  # "Long thought to be a fraud, he left"
            begun = True
        while token < end:
            if token >= start and token >= reader.done:
                if not begun:
                    reader.begin(unit, number)
                    begun = True
                _read(reader, token, head)
            token, head = next(candidates)
        if zone == "caption":  # "This picture shows the port" reports nobody's words
            found[first:] = [report for report in found[first:] if report.rule != "leading-object"]
    return found


CONSTRUCTION: Final = Construction(1, read_verbs, tags=any_of("reporting|sure|name"))
