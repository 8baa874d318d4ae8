"""A source and its reporting word, then what is reported: "the mayor said that C"."""

from __future__ import annotations

from typing import Final

from framing.values import Span
from framing.voice.constructions.gap import may_leave_gap, read_after_noun, read_named
from framing.voice.constructions.leadingrules import (
    ASKED,
    has_none_before,
    is_rubric,
    leading_rule,
    leads_nothing,
    over_addressee,
    read_raising,
)
from framing.voice.constructions.trailing import read_framed, read_preposed
from framing.voice.grammar.beginnings import content_start
from framing.voice.grammar.cuestands import CueStands
from framing.voice.grammar.ends import (
    before_added,
    clause_end,
    clause_parts,
    object_end,
)
from framing.voice.rules import Rule
from framing.voice.text.tagpatterns import CLOSING_MARK
from framing.voice.text.tags import Tag, Tags, sequence
from framing.voice.text.vocabulary import ACCUSES, LABELS, LIKENS, PHYSICAL, RAISING, VERDICT, Verb
from framing.voice.verbs.activesources import others_go_on, source_of
from framing.voice.verbs.cueplaces import place_of
from framing.voice.verbs.nounsverbs import end_before_verb
from framing.voice.verbs.unitreader import UnitReader
from framing.voice.verbs.verdicts import LABEL_FIRST

__all__ = ["RULES", "read_active"]

RULES: Final = (
    Rule(
        "leading-that",
        "follows a source and its reporting word with “that” (the mayor said that …)",
        "leading",
        inner=True,
        yes=(
            "Brandt said that the ⟦rebels⟧ had fled.",
            "Brandt at first said that the ⟦rebels⟧ had fled.",
            "Brandt said in an interview taped before the raids that the ⟦rebels⟧ had fled.",
            "Venn warned the council that the ⟦rebels⟧ would return.",
            "Brandt spoke, adding that the ⟦rebels⟧ had fled.",
            "The council is sure that the ⟦rebels⟧ have fled.",
        ),
        no=(
            "Brandt said the ⟦rebels⟧ had fled.",
            "They passed many protests that have hurt the ⟦junta⟧.",
            "She wrote a message that helped the ⟦rebels⟧.",
            "She told the men that the port was shut, leaving the ⟦rebels⟧ alone.",
        ),
    ),
    Rule(
        "leading-quote",
        "a quotation right after a source and its reporting word (the mayor said “…”)",
        "leading",
        yes=(
            "Brandt said: “The ⟦thugs⟧ must go.”",
            "She told the council, “The ⟦thugs⟧ must go.”",
            "Brandt scolded the fleet: “You ⟦thugs⟧ must go.”",
        ),
        no=(
            "“The ⟦thugs⟧ must go,” Brandt said.",
            "Gunmen shouting “Out now!” stormed the ⟦cursed⟧ offices of the port on Monday.",
            "The plan is known as “⟦Northern Light⟧” in the ministry.",
        ),
    ),
    Rule(
        "leading-clause",
        "follows a source and its reporting word (the mayor said the bridge …)",
        "leading",
        inner=True,
        yes=(
            "Brandt said the ⟦rebels⟧ had fled.",
            "Many fear the ⟦rebels⟧ will return.",
            "Brandt told them the ⟦rebels⟧ had fled.",
            "Ilse Brandt, who said the ⟦rebels⟧ had fled, left.",
        ),
        no=(
            "Brandt said the port was shut, and the ⟦rebels⟧ took it.",
            "While Brandt said the port was shut, the ⟦rebels⟧ held it.",
            "They hold the ⟦rebels⟧ in a fort.",
            "The claims court heard the ⟦rebels⟧ on Monday.",
        ),
    ),
    Rule(
        "leading-to",
        "follows a reporting word with “to” (the mayor promised to …)",
        "leading",
        yes=(
            "Brandt vowed to crush the ⟦rebels⟧.",
            "Brandt pledged to crush the ⟦rebels⟧ by spring.",
            "Brandt is reluctant to meet the ⟦rebels⟧.",
        ),
        no=(
            "The men continued to build the ⟦wall⟧.",
            "The US plan to fight the ⟦rebels⟧ involves two ports.",
            "Brandt rose to greet the ⟦rebels⟧.",
        ),
    ),
    Rule(
        "leading-question",
        "a reported question (the mayor asked whether …)",
        "leading",
        yes=(
            "Brandt asked whether the ⟦rebels⟧ had fled.",
            "Brandt explained why the ⟦rebels⟧ had fled.",
            "She wondered, like so many, why the ⟦rebels⟧ had fled.",
        ),
        no=(
            "That is easier said than done with a ⟦cursed⟧ port.",
            "They called in at the port where the ⟦rebels⟧ waited.",
            "The talks ended when the ⟦rebels⟧ left.",
        ),
    ),
    Rule(
        "leading-object",
        "the thing a reporting or judging word is about (the mayor denounced the …)",
        "leading",
        judges=True,
        yes=(
            "Brandt accused Venn of ⟦treason⟧.",
            "Brandt called the dockers ⟦thugs⟧.",
            "Brandt condemned the raid as ⟦barbaric⟧.",
            "Brandt dismissed the ⟦sham⟧ vote.",
            "Brandt described scenes of ⟦carnage⟧.",
            "Brandt thinks it a ⟦sham⟧ that nobody was paid.",
            "Brandt believes the port to be a ⟦prison⟧.",
            "Brandt rejected as ⟦absurd⟧ the claim.",
            "What the board defends as thrift, nurses see as ⟦cruelty⟧.",
        ),
        no=(
            "Brandt’s men attacked the ⟦harbour⟧ at dawn.",
            "Rebels attacked the ⟦harbour⟧ at dawn.",
            "The fleet pounded the ⟦rebels⟧.",
            "Brandt called the ⟦rebels⟧ by name.",
            "Brandt found the ⟦rebels⟧ a bed.",
            "The accused ⟦killers⟧ were led away.",
            "Calling the vote a sham, Brandt left; the ⟦rebels⟧ stayed.",
            "Brandt dismissed as absurd the ⟦regime⟧.",
        ),
    ),
)

_THEN_SPEECH = sequence(", “ <quoted> <quoted> <quoted> <quoted>")
_COLON_QUOTES = sequence(": “")
_NAMES = VERDICT | LABELS
_SAYING = Tag.SAYING


def read_active(
    reader: UnitReader, verb: Verb, begin: int, at: int, stop: int, before: str, tag: str
) -> None:
    """Read an active verb: what it reports stands after it, before it or around it."""
    frames = verb.frames
    if frames & RAISING and read_raising(reader, verb, begin, stop):
        return
    alone = has_none_before(reader, verb, begin, before)
    start = content_start(reader.mask, stop, reader.end, frames) if alone else 0
    if start < 0 and not may_leave_gap(reader, verb, stop):
        return  # nothing before it or after it that it may report
    source = source_of(reader, begin, at, before, tag)
    cue = (begin, stop)
    if source is not None and source[0] == reader.low and is_rubric(reader, source):
        return  # "Story highlights Venn on C"
    if frames & _NAMES and read_named(reader, verb, cue):
        return
    if not alone and source is not None and _read_before(reader, verb, source, cue):
        return
    start = start or content_start(reader.mask, stop, reader.end, frames)
    if start < 0:
        _read_elsewhere(reader, verb, source, cue, before)
        return
    if frames & ASKED == ASKED:
        start = over_addressee(reader, stop, start)
    rule = leading_rule(reader, verb, source, stop, start)
    if not rule or leads_nothing(reader, rule, source, at, start, before, tag):
        return
    around = place_of((reader, source, begin, at, before, tag))
    if rule == "leading-object":
        _add_object(reader, verb, source, cue, start, around)
    else:
        _add_clause(reader, rule, verb, source, cue, start, around)
    if tag == _SAYING or reader.in_relative:
        end_before_verb(reader, begin, source if reader.in_relative else None)


def _read_before(reader: UnitReader, verb: Verb, source: Span, cue: Span) -> bool:
    """Read what stands before its source: "C, the mayor says"; tell whether it was that."""
    if source[0] <= reader.low and reader.mask[source[0]] != Tag.OPEN:
        return False
    if verb.frames & VERDICT and read_preposed(reader, verb, source, cue):
        return True
    return read_framed(reader, verb, source, cue)


def _read_elsewhere(
    reader: UnitReader, verb: Verb, source: Span | None, cue: Span, before: str
) -> None:
    """Read a verb after which nothing stands that it takes."""
    stop = cue[1]
    if source is not None and _charges(reader, verb, source, stop):
        end = clause_end(reader.mask, stop, reader.end, reader.around(False, True))
        reader.add("leading-object", "leading", verb, source, cue, [(stop, end)])
    elif source is not None and (label := _label_first(reader, verb, stop)) is not None:
        reader.add("leading-object", "leading", verb, source, cue, [label])
    elif source is None or not _read_quoted(reader, verb, source, cue, before):
        read_after_noun(reader, verb, source, cue)


def _add_clause(
    reader: UnitReader,
    rule: str,
    verb: Verb,
    source: Span | None,
    cue: Span,
    start: int,
    around: CueStands,
) -> None:
    """Keep a report of a clause from `start` on."""
    parts = clause_parts(reader.mask, start, reader.end, around)
    if parts and source is not None and others_go_on(reader, source, parts[-1][1]):
        at = parts[-1][1]  # "The mayor said the men had slept, but were tired"
        parts[-1] = parts[-1][0], clause_end(reader.mask, at + 2, reader.end, around)
    _add(reader, rule, verb, source, cue, parts)


def _add_object(
    reader: UnitReader, verb: Verb, source: Span | None, cue: Span, start: int, around: CueStands
) -> None:
    """Keep a report of an object from `start` on, or of a quotation that follows the object."""
    end = object_end(reader.mask, start, reader.end, around, reader.lowered)
    quote = reader.mask.find(_THEN_SPEECH, start, end)  # "she thanked them, “Q”"
    if reader.mask.startswith(_COLON_QUOTES, end, reader.end):  # "she scolded him: “Q”"
        quote = end
    if quote > 0:
        parts = clause_parts(reader.mask, quote + 1, reader.end, around)
        _add(reader, "leading-quote", verb, source, cue, parts)
    else:
        bodily = bool(verb.frames & PHYSICAL) and not reader.judges(start, end)
        _add(reader, "leading-object", verb, source, cue, [(start, end)], bodily)


def _add(
    reader: UnitReader,
    rule: str,
    verb: Verb,
    source: Span | None,
    cue: Span,
    parts: list[Span],
    bodily: bool = False,
) -> None:
    """Keep a report of the parts, but for what the outlet adds: "even as C"."""
    parts = before_added(reader.mask, parts, reader.lowered)
    if parts:
        reader.add(rule, "leading", verb, source, cue, parts)
        if bodily:
            reader.found[-1].bodily = True


def _read_quoted(reader: UnitReader, verb: Verb, source: Span, cue: Span, before: str) -> bool:
    """Read "C, one of them was quoted as saying"; tell whether it was that."""
    if before != Tag.AS or reader.mask[source[1]] not in Tags.AUX:
        return False
    return read_framed(reader, verb, source, (source[1], cue[1]))


def _label_first(reader: UnitReader, verb: Verb, stop: int) -> Span | None:
    """Return "as" and a label: "rejected as absurd the claim", "a call she defended as “Q”"."""
    mask = reader.mask
    if not verb.frames & LABELS or not mask.startswith(Tag.AS, stop):
        return None
    if mask.startswith(Tag.OPEN, stop + 1):
        closing = CLOSING_MARK.search(mask, stop, reader.end)
        return None if closing is None else (stop, closing.end())
    label = LABEL_FIRST.match(mask, stop + 1, reader.end)
    return None if label is None else (stop, label.end())


def _charges(reader: UnitReader, verb: Verb, source: Span, stop: int) -> bool:
    """Whether a charge follows whose object stands before: "whom they accused | of theft"."""
    mask = reader.mask
    charged = Tag.OF if verb.frames & ACCUSES else Tag.TO if verb.frames & LIKENS else ""
    if not charged or verb.kind == "belief":
        return False  # "whom they suspected of theft": nobody said it
    return mask[source[0] - 1] in Tags.OPENS_CLAUSE and mask.startswith(charged, stop)
