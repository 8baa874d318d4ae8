"""By which rule what follows a source and its reporting verb is read, or that it is no report."""

from __future__ import annotations

from framing.language.joiningwords import ASKING
from framing.values import Span
from framing.voice.constructions.trailing import frames_bare
from framing.voice.contents import bare_rule
from framing.voice.tagpatterns import pattern
from framing.voice.tags import Tag, Tags
from framing.voice.titledquotes import only_names
from framing.voice.unitreader import UnitReader
from framing.voice.unspeaking import reads_title
from framing.voice.vocabulary import (
    ACCUSES,
    CLAUSE,
    LABELS,
    QUESTION,
    SPEECH,
    THAT,
    VERDICT,
    Verb,
)

__all__ = ["is_bare_name", "leading_rule", "leads_nothing"]

_BEFORE_TOO = VERDICT | LABELS | ACCUSES
_TOLD = SPEECH | CLAUSE | THAT
_CLOSES = pattern("<opens-clause|closing|set-off|as>")
_FIRST_CLAUSE = pattern(
    """
    <if> <^pause>{0,14}? <definite|participle|either> <^pause>{0,14}?
        , {np} <adv>*+ <definite|past>
    """
)
_LEADING = {
    Tag.THAT: "leading-that",
    Tag.OPEN: "leading-quote",
    Tag.TO: "leading-to",
    **dict.fromkeys((Tag.WHAT, Tag.IF, Tag.WHO), "leading-question"),
}
_NAME_ONLY = pattern("<name>+ (?:<aux|end|who|in|and|colon|right> | $)")


def has_none_before(reader: UnitReader, verb: Verb, begin: int, before: str) -> bool:
    """Whether a verb whose phrase begins at a token can report nothing that stands before it.

    What it reports may end at a comma, a dash, a mark or a pronoun that opens a clause; a verb
    that names or charges may do so before what it says, and one after a relative clause ends that.
    """
    frames = verb.frames
    if frames & _BEFORE_TOO or before == Tag.AS or reader.in_relative:
        return False
    return not frames & _TOLD or _CLOSES.search(reader.mask, reader.low, begin) is None


def leading_rule(reader: UnitReader, verb: Verb, source: Span | None, stop: int, start: int) -> str:
    """Return the rule for content at token `start` after a verb that ends at `stop`, or ""."""
    mask, frames, opens = reader.mask, verb.frames, reader.mask[start]
    if opens == Tag.IF and reader.lowered[start] not in ASKING:
        told = frames & SPEECH and _FIRST_CLAUSE.match(mask, start, reader.end) is not None
        return "leading-clause" if told else ""  # "said once the ice melts, the port will open"
    rule = _LEADING.get(opens) or bare_rule(reader, frames, start)
    if mask[start - 1] == Tag.COLON and not mask[stop : start - 1].strip(Tag.ADV):
        if rule == "leading-object" and frames & QUESTION and opens in Tags.AUX:
            rule = "leading-clause"  # "asked: is the port a prison?"
        if not rule and (frames_bare(verb) or verb.rest == ("it",)):
            relative = source is not None and mask[source[0] - 1] in Tags.OPENS_CLAUSE
            rule = "" if relative else "leading-clause"  # "the sign read: no dogs"
    if not rule and source is not None and frames & CLAUSE and reader.is_document(source):
        return "leading-object"  # "the survey found few who agreed"
    return rule


def leads_nothing(reader: UnitReader, rule: str, source: Span | None, at: int, start: int) -> bool:
    """Whether what follows the verb at token `at` is but a name or a title that is read."""
    if Tag.OPEN not in reader.mask[start : start + 3]:
        return False
    if only_names(reader, at, start):
        return True
    # "Pupils read “The Tempest” in class"
    return rule == "leading-quote" and reads_title(reader, source, at, start)


def is_bare_name(reader: UnitReader, start: int) -> bool:
    """Whether a name alone stands at token `start`: "a crew called | Venn's Men sailed"."""
    return _NAME_ONLY.match(reader.mask, start, reader.end) is not None
