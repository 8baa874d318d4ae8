"""Whose an active reporting verb is: its subject, or that of the verb it goes on from."""

from __future__ import annotations

from framing.language.joiningwords import OWNED_BY, THERE_IS
from framing.language.reportwords import MAKING, NO_PARTICIPLES, READS
from framing.language.smallwords import HE_OR_SHE, OUT, SOMETHING
from framing.language.sourcewords import ISSUED, NO_NAMES_END, PLURAL_BE, THIS_TIME
from framing.values import Span
from framing.voice.grammar.subjects import first_subject, noun_before, subject_before
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.verbs.quotedas import quoted_speaker
from framing.voice.verbs.unitreader import UnitReader

__all__ = [
    "BEFORE_PARTICIPLE",
    "others_go_on",
    "source_of",
]

BEFORE_PARTICIPLE = Tags.HEAD
_AFTER_OPENER = any_of("if|in")
_NOUN_THERE = tuple(noun + Tag.IT for noun in Tags.NOMINAL)
_AUX_BEFORE = pattern("<aux>{1,2} <adv>? $")
_BASES = any_of("say|claim")
_BEFORE_VERB = any_of("have|adv")
_NAME_OPENS = pattern(
    "<leads-in>*+ ( <name> <name>{1,4}+ (?! <possessive|of|and>) | <name> (?=,) )"
)
_A_TEXT = pattern("<noun|name>{0,2} <det>")  # "sent | reporters a letter"
_MADE_TO = pattern("<past|present|say|says|said> ({core} (?: <of> {core} )?) <to> $")


def source_of(reader: UnitReader, begin: int, at: int, before: str, tag: str) -> Span | None:
    """Source of an active verb: its subject, or that of the verb it is coordinated with."""
    mask = reader.mask
    if before == Tag.EDGE:
        return _later_subject(reader, at) if tag == Tag.SAYING else None
    if tag == Tag.SAYING and begin == at:
        return _of_participle(reader, at, before)
    if before == Tag.IF and tag == Tag.SAID:
        return None
    if before == Tag.COMMA and tag == Tag.SURE:
        if not FINITE_VERB.search(mask, reader.low, begin - 1):
            over = subject_before(mask, reader.low, begin)  # "The men, shaken by it, worried that"
            return over or noun_before(mask, reader.low, begin - 1)  # "Ortiz, sure that C, left"
    elif before == Tag.TO and (made := _made_to(reader, begin)) is not None:
        return made
    if reader.in_relative and tag != Tag.SAYING and not _disagrees(reader, tag):
        whole = reader.over_relative(begin)
        if whole is not None:
            return whole
    elif reader.last_source is not None and tag in Tags.REPORTS:
        reduced = reader.over_participle(begin)
        if reduced is not None:
            return reduced
    low = reader.low if before == Tag.COMMA or reader.lead_end >= begin else reader.lead_end
    found = subject_before(mask, low, begin) or _last_source(reader, begin)
    if found is None:
        return None
    first, stop = found
    if mask[first - 1 : stop] in _NOUN_THERE and reader.lowered[first] in THERE_IS:
        first, stop = found = subject_before(mask, low, first) or found  # "Papers there | have"
    elif mask[first + 1] == Tag.WEEK or mask[first] == Tag.SOME:
        first, stop = found = _behind_opening(reader, first, stop)
    said = mask.find(Tag.SAID, first + 1, stop - 1)
    while said >= 0 and reader.lowered[said] not in NO_PARTICIPLES:
        said = mask.find(Tag.SAID, said + 1, stop - 1)
    # "Venn said in a letter sent | says", but "people briefed on the talks | say"
    return found if said < 0 else noun_before(mask, said + 1, begin)


def _behind_opening(reader: UnitReader, first: int, stop: int) -> Span:
    """Return a subject without what its clause opens with: "This week | officials said"."""
    mask, opens = reader.mask, reader.lowered[first]
    if first + 2 < stop:
        if mask[first + 1] == Tag.WEEK and opens in THIS_TIME and mask[first + 2] != Tag.POSSESSIVE:
            return first + 2, stop
        if mask[first] == Tag.SOME and opens == SOMETHING:
            return first + 1, stop  # "something | experts said would help"
    return first, stop


def _disagrees(reader: UnitReader, tag: str) -> bool:
    """Whether a verb in the plural stands in a clause about one: "a poll that says most | fear"."""
    last = reader.last_source
    head = last[0] - 1 if last is not None else 0
    one = reader.mask[head] == Tag.NOUN and not reader.is_plural(head)
    return tag in _BASES and head >= reader.low and one


def _of_participle(reader: UnitReader, at: int, before: str) -> Span | None:
    """Source of a form in -ing without an auxiliary: "a tip alleging that", "polls showing"."""
    mask, low = reader.mask, reader.low
    if before == Tag.AS:
        quoted = quoted_speaker(reader, at - 1)
        if quoted is not None:
            return quoted
    if before in BEFORE_PARTICIPLE:
        written = noun = noun_before(mask, low, at)
        preceded = reader.lowered[noun[0] - 1]
        if preceded != OUT and mask[noun[0] - 1] in Tags.IN_OR_TO and noun[0] - 2 > low:
            written = noun_before(mask, low, noun[0] - 1)[0], at
        if reader.lowered[at] in READS:
            noun = written if reader.is_document(written) else noun  # "a note from Venn reading"
        elif reader.lowered[written[0] - 1] in ISSUED and (
            issuer := _issuer(reader, written, preceded)
        ):
            return issuer
        aux = _AUX_BEFORE.search(mask, low, noun[0]) if noun[1] - noun[0] == 1 else None
        if aux is not None:  # "could not resist | saying"
            return subject_before(mask, low, aux.start())
        return noun if _may_speak(reader, noun) else first_subject(mask, low, at) or noun
    if before in _AFTER_OPENER and not FINITE_VERB.search(mask, low, at):
        return _later_subject(reader, at)  # "While predicting that C, Ortiz …"
    made = _made_to(reader, at) if before == Tag.TO else None
    source = made or _last_source(reader, at)
    if source is not None or before != Tag.COMMA:
        return source
    opening = _NAME_OPENS.match(mask, low, at)  # "Ana Venn all but wept, saying that C"
    named = opening is not None and not reader.lowered[opening.end() - 1].endswith(NO_NAMES_END)
    return opening.span(1) if opening is not None and named else None


def _issuer(reader: UnitReader, written: Span, before: str) -> Span | None:
    """Return who issued a text that a form in -ing follows: "*the firm* put out | a letter saying".

    It is not who owns it, `before` whom a preposition stands: "released a letter *from* Venn".
    """
    mask, verb = reader.mask, written[0] - 1
    named = _A_TEXT.match(mask, *written) is not None and reader.is_document(written)
    if before in OWNED_BY or not named:
        return None
    verb -= reader.lowered[verb] == OUT  # "put out"
    while mask[verb - 1] in _BEFORE_VERB and verb > reader.low:
        verb -= 1
    return subject_before(mask, reader.low, verb)


def _may_speak(reader: UnitReader, noun: Span) -> bool:
    """Whether a noun before a participle can have said it: no thing after a preposition."""
    first, last = noun[0], noun[1] - 1
    if first <= reader.low or reader.mask[first - 1] != Tag.IN or reader.mask[last] != Tag.NOUN:
        return True
    word = reader.lowered[last]
    return word in reader.sources or word.endswith("s")


def _made_to(reader: UnitReader, begin: int) -> Span | None:
    """Return who is made to say it: "prompted *the bishop* to speak of C"."""
    made = _MADE_TO.search(reader.mask, reader.low, begin)
    if made is None or reader.lowered[made.start()] not in MAKING:
        return None
    return made.span(1)


def _last_source(reader: UnitReader, begin: int) -> Span | None:
    """Source of the cue before, or the first subject of the sentence where it has no other cue."""
    last = reader.last_source
    if last is not None and last[0] < begin < last[1]:  # "said Venn, who went on | to say that C"
        relative = reader.mask.rfind(Tag.WHO, last[0], begin)
        last = (relative, relative + 1) if relative > last[0] else last
    return last or first_subject(reader.mask, reader.low, begin)


def _later_subject(reader: UnitReader, at: int) -> Span | None:
    """Subject of the main clause after an opening participle ("Calling it a lie, Ortiz …")."""
    mask, end = reader.mask, reader.end
    comma, closed = mask.find(Tag.COMMA, at, end), mask.find(Tag.CLOSE, at, end)
    if closed > 0 and (closed < comma or comma < 0):
        comma = closed  # "After calling it “a lie,” Ortiz …"
    return first_subject(mask, comma + 1, end) if comma > 0 else None


_BUT_IS = sequence(", <but> <be>")


def others_go_on(reader: UnitReader, source: Span, at: int) -> bool:
    """Whether ", but were …" follows one speaker, so that others are its subject."""
    mask, last = reader.mask, source[1] - 1
    if not mask.startswith(_BUT_IS, at) or reader.lowered[at + 2] not in PLURAL_BE:
        return False
    if mask[last] == Tag.HE:
        return reader.lowered[last] in HE_OR_SHE
    return (
        mask[last] in Tags.NOMINAL
        and Tag.AND not in mask[source[0] : last]
        and not reader.word(last).endswith("s")
    )
