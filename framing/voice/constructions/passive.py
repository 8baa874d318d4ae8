"""Reporting verbs in the passive, and verbs of seeming: "X was accused of C", "X seems to C"."""

from __future__ import annotations

import re
from typing import Final

from framing.language.joiningwords import GROUNDS
from framing.language.reportwords import CLAIMED
from framing.language.smallwords import KNOWN, SAID_ABOUT
from framing.language.sourcewords import INDEFINITE
from framing.values import Span
from framing.voice.grammar.ends import clause_end
from framing.voice.grammar.subjects import subject_after, subject_before
from framing.voice.quoted.titledquotes import bare_name, names_after
from framing.voice.rules import Rule
from framing.voice.text.tagpatterns import CLOSING_MARK, pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.text.vocabulary import (
    ACCUSES,
    ADDRESSEE,
    CLAUSE,
    HEARSAY,
    LABELS,
    OBJECT,
    QUESTION,
    VERDICT,
    Verb,
)
from framing.voice.verbs.accusers import accuser_after, charge_at
from framing.voice.verbs.quotedas import is_quoted_as_saying
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["RULES", "SAID_WHERE", "passive_end", "read_labelled", "read_passive"]

RULES: Final = (
    Rule(
        "passive",
        "belongs to a reporting word in the passive (was accused of …, is expected to …)",
        "passive",
        judges=True,
        yes=(
            "The ⟦crackdown⟧ was lamented by the mayor.",
            "Venn was accused of ⟦treason⟧.",
            "Venn has been accused, by Brandt among others, of ⟦treason⟧.",
            "Venn was accused of being hit by ⟦rebels⟧.",
            "It was said that the ⟦regime⟧ had failed.",
            "The dockers are widely seen as ⟦thugs⟧.",
            "Venn was asked by Ilse Brandt whether the ⟦rebels⟧ had fled.",
            "The raid was seen by many as a ⟦massacre⟧.",
            "The vote is regarded by some in the port as a ⟦sham⟧.",
            "The mayor, dubbed a ⟦tyrant⟧, left the port.",
            "The mayor is considered by some in the port a ⟦tyrant⟧.",
            "The law, so often called ⟦cruel⟧, stands.",
            "Works deemed ⟦degenerate⟧ were burned.",
            "They burned books deemed ⟦degenerate⟧.",
            "Deemed ⟦degenerate⟧, the works were burned.",
            "Hailed a ⟦hero⟧ across the country, Brandt left.",
        ),
        no=(
            "A widely reported ⟦massacre⟧ ended the war.",
            "The reports were burned by the ⟦rebels⟧.",
            "Brandt is said to be ill, and the ⟦rebels⟧ wait.",
            "While the plan is expected to fail, the ⟦junta⟧ stays.",
            "A firm called ⟦Northern Steel⟧ was sold.",
            "The mayor was accused of theft by the ⟦rebels⟧.",
            "The mayor, accused of theft by the ⟦rebels⟧, left.",
            "The mayor, dubbed a tyrant, met the ⟦rebels⟧.",
            "The raid was seen by many near the ⟦cursed⟧ port.",
            "A dance called ⟦savage⟧ was banned.",
            "They stayed and the board considered ⟦cruel⟧ repairs.",
            "Works deemed degenerate were burned by the ⟦mob⟧.",
        ),
    ),
)

_AFTER_BREAK = any_of("if|comma")
_TO_BE, _CLOSING = sequence("<to> <be>"), pattern("<closing>")
_PASSIVE_CONTENT = any_of("he|it|preposition|det|nominal|that|what|number|past|open")
_AGENT = pattern(
    """
    ((?: {core} <of> {core} (?= <of>) | {core} | <some> {pp}?) (?:, <^aux|pause>{1,20} ,)?)
        (?:<in> <day>)? (?=<content|if|to|open> | <of|in> <ing-form|have|be|the|open> | <as>)
    """
)
# "accused, by the board among others, of theft"
_INSERTED_AGENT = pattern(", <in> ( {core} ) <any>{0,4} , (?= <of>)")
_ACCUSER = pattern("({core}) (?= <of> <noun-like|past|adv>)")  # "by the court of theft"
_KNOWN_WHERE = pattern("<in> {core} (?: <of|in> {core} )? <as> ( <the> <^comma>+ ) ,")
_KNOWN_TO = pattern("<to|in> ({core} | <det>? <nominal|either>{1,4}) (?= <as>)")
# "announced on Monday that", "alleged in court that"
SAID_WHERE = pattern("(?>{adjuncts}) (?= <that>)")
_CORE = pattern("(?: <some> (?= <the>) | {core} | <some> ) {pp}?")
_BETWEEN = any_of("definite|pause|opens-clause|left")
_LONGEST_LABEL = 16


def read_passive(reader: UnitReader, verb: Verb, begin: int, at: int, stop: int) -> None:
    """Read "X was accused of C", "X is expected to C", "X was praised by Y"."""
    mask = reader.mask
    if stop >= reader.end:
        return
    stop += mask[stop] == Tag.ADV and mask[stop + 1 : stop + 2] in (Tag.THAT, Tag.OF)
    subject = subject_before(mask, reader.low, begin)
    if is_quoted_as_saying(reader, at, stop):
        return
    if verb.frames & (VERDICT | LABELS) and read_labelled(reader, verb, begin, stop, subject):
        return
    inserted = _INSERTED_AGENT.match(mask, stop, reader.end) if verb.frames & ACCUSES else None
    if inserted is not None and reader.is_by(stop + 1):
        charge = (inserted.end(), passive_end(reader, inserted.end(), begin))
        reader.add("passive", "passive", verb, inserted.span(1), (begin, stop), [charge])
        return
    stop = charge_at(reader, stop) if verb.frames & ACCUSES else stop
    if reader.is_by(stop):
        _read_by(reader, verb, begin, stop, subject)
    elif mask[stop] in _PASSIVE_CONTENT or (mask[stop] == Tag.IF and verb.frames & QUESTION):
        _read_unsaid_by(reader, verb, begin, at, stop, subject)


def _read_by(reader: UnitReader, verb: Verb, begin: int, stop: int, subject: Span | None) -> None:
    """Read "X was accused by Y of C", "X was praised by Y" from "by" at token `stop` on."""
    mask = reader.mask
    agent = _AGENT.match(mask, stop + 1, reader.end)
    if agent is None and verb.frames & ACCUSES:
        agent = _ACCUSER.match(mask, stop + 1, reader.end)
    if agent is not None and _by_whom(reader, verb, begin, stop, agent):
        return
    source = subject_after(mask, stop + 1, reader.end)
    if source is None or _by_for_quoted(reader, verb, (begin, stop), source, subject):
        return
    if subject is not None and Tag.OPEN not in mask[slice(*source)]:  # no "by the name “Q”"
        reader.add("passive", "passive", verb, source, (begin, stop), [subject])


def _read_unsaid_by(
    reader: UnitReader, verb: Verb, begin: int, at: int, stop: int, subject: Span | None
) -> None:
    """Read "X was accused of C", "X is expected to C", in which "by" stands later or nowhere."""
    mask = reader.mask
    held_off = mask[stop : stop + 2] == _TO_BE and mask[begin - 1 : begin] == Tag.WHAT
    if held_off and reader.lowered[at] in CLAIMED:
        return  # "what is claimed to be", which holds its words off
    if names_after(reader, stop) or bare_name(reader, at, stop):
        return
    impersonal = subject is not None and mask[slice(*subject)] == Tag.IT
    if impersonal and verb.frames & (CLAUSE | HEARSAY):
        where = SAID_WHERE.match(mask, stop, reader.end)
        stop = stop if where is None else where.end()
    content = (stop, passive_end(reader, stop, begin if subject is None else subject[0]))
    by = accuser_after(reader, stop, content[1]) if verb.frames & ACCUSES else None
    content = content if by is None else (stop, by[0] - 1)
    empty = impersonal and mask[stop] == Tag.THAT
    alone = empty or verb.frames & ADDRESSEE  # "the council was told that C"
    parts = [content] if subject is None or alone else [subject, content]
    reader.add("passive", "passive", verb, by, (begin, stop), parts)


def _by_for_quoted(
    reader: UnitReader, verb: Verb, cue: Span, source: Span, subject: Span | None
) -> bool:
    """Read "X was criticized by Y for “Q”": Y speaks what is quoted."""
    mask = reader.mask
    first = mask.find(Tag.OPEN, *source)
    if first - 1 <= source[0] or reader.lowered[first - 1] not in GROUNDS:
        return False
    closing = CLOSING_MARK.search(mask, first, reader.end)
    if closing is None or not verb.frames & OBJECT:
        return False
    parts = [(first, closing.end())]
    parts = parts if subject is None else [subject, *parts]
    reader.add("passive", "passive", verb, (source[0], first - 1), cue, parts)
    return True


def read_labelled(
    reader: UnitReader, verb: Verb, begin: int, stop: int, subject: Span | None
) -> bool:
    """Read "branded a fraud by X", "seen by X as a fraud", "known to X as", "described as"."""
    mask = reader.mask
    before = [subject] if subject else []
    if reader.lowered[stop - 1] == KNOWN:
        known = _KNOWN_TO.match(mask, stop, reader.end)
        if known is not None and (mask[stop] == Tag.TO or reader.is_by(stop)):
            return _label(reader, verb, (begin, stop), known.span(1), known.end(), before)
        where = _KNOWN_WHERE.match(mask, stop, reader.end) if begin == reader.low else None
        if where is None or reader.lowered[where.start(1)] not in INDEFINITE:
            return False
        reader.add("passive", "passive", verb, None, (begin, stop), [where.span(1)])
        return True  # "Known on the docks as a scab, he ate alone"
    by = _by_after(reader, stop)
    if by == stop:
        agent = _CORE.match(mask, by + 1, reader.end)
        end = (
            -1
            if agent is None
            else mask.find(Tag.AS, agent.start() + 1, min(agent.end() + 1, reader.end))
        )
        if agent is not None and end < 0 and verb.frames & VERDICT:
            opens = reader.lowered[agent.end()]  # "considered by some | a fraud"
            if opens in INDEFINITE or mask[agent.end() : agent.end() + 1] == Tag.OPEN:
                end = agent.end()
                return _label(reader, verb, (begin, stop), agent.span(), end - 1, before)
        if agent is None or end < 0:
            return False
        return _label(reader, verb, (begin, stop), (agent.start(), end), end, before)
    labelled = verb.frames & VERDICT or mask.startswith(Tag.AS, stop)
    if by < 0 or not labelled or mask[stop] == Tag.TO:
        return False
    source = subject_after(mask, by + 1, reader.end, closed=begin == reader.low)
    if source is None:
        return False
    reader.add("passive", "passive", verb, source, (begin, stop), [*before, (stop, by)])
    return True


def _label(
    reader: UnitReader, verb: Verb, cue: Span, source: Span | None, start: int, before: list[Span]
) -> bool:
    """Keep what stands after "as" at token `start` as what `source` calls the subject."""
    end = passive_end(reader, start + 1, cue[0])
    if cue[0] == reader.low:  # "Described by critics as a fraud, the mayor left"
        end = clause_end(reader.mask, start + 1, end, reader.around(True))
    if end > start + 1:
        reader.add("passive", "passive", verb, source, cue, [*before, (start + 1, end)])
    return end > start + 1


def _by_after(reader: UnitReader, stop: int) -> int:
    """Token of the "by" that names who calls it so, in the same phrase, or -1."""
    for at in range(stop, min(stop + _LONGEST_LABEL, reader.end - 1)):
        if reader.mask[at] in _BETWEEN:
            return -1
        if reader.is_by(at) and reader.mask[at + 1] not in Tags.ING_FORM:
            return at
    return -1


def passive_end(reader: UnitReader, start: int, first: int) -> int:
    """Where the complement of a passive ends: before the main clause or a colon, too."""
    mask = reader.mask
    opens = mask[reader.low : reader.low + 2].lstrip(Tags.JOINS)[:1] in (Tag.IF, Tag.AS)
    opens = opens or (first > reader.low and mask[first - 1] == Tag.IF)
    inserted = mask[first] == Tag.WHO or (first > reader.low and mask[first - 1] == Tag.COMMA)
    end = clause_end(mask, start, reader.end, reader.around(opens, inserted))
    colon = mask.find(Tag.COLON, start, end)
    return colon if colon > start and mask[colon + 1 : colon + 2] != Tag.OPEN else end


def _by_whom(reader: UnitReader, verb: Verb, begin: int, stop: int, agent: re.Match[str]) -> bool:
    """Read "X was asked by Y whether C", "X was accused by Y of C"."""
    mask, start, tag = reader.mask, agent.end(), reader.mask[agent.end()]
    if tag == Tag.IF and not verb.frames & (QUESTION | CLAUSE):
        return False
    if tag == Tag.IN and reader.lowered[start] not in SAID_ABOUT:
        return False
    around = reader.around(begin == reader.low or mask[begin - 1] in _AFTER_BREAK)
    content = [(start, clause_end(mask, start, reader.end, around))]
    subject = subject_before(mask, reader.low, begin)
    if tag == Tag.OF and subject is not None:
        content.insert(0, subject)
    reader.add("passive", "passive", verb, agent.span(1), (begin, stop), content)
    return True
