"""Clauses with a gap where the subject was: "a job that economists say is safe"."""

from __future__ import annotations

from typing import Final

from framing.values import Span
from framing.voice.ends import clause_end
from framing.voice.rules import Rule
from framing.voice.tagpatterns import pattern
from framing.voice.tags import Tags, any_of
from framing.voice.unitreader import UnitReader
from framing.voice.vocabulary import CLAUSE, Verb

__all__ = ["RULES", "read_after_noun", "read_gap"]

RULES: Final = (
    Rule(
        "leading-gap",
        "a clause round a source and its reporting word (a plan that critics say is …)",
        "leading",
        yes=(
            "It was a war that Brandt said was ⟦unwinnable⟧.",
            "It ended in what the mayor said was a ⟦massacre⟧.",
            "It was a crime the mayor said was planned by ⟦rebels⟧.",
        ),
        no=(
            "It was a war that Brandt said he knew, and the ⟦rebels⟧ won.",
            "The mayor, who said it was over, met the ⟦rebels⟧.",
            "It was a war that killed many ⟦rebels⟧.",
        ),
    ),
)

_ENDS_NOUN = any_of("nominal|ing|cut|dash|right|aside")
_GAP = pattern("<adv>? (?:<present-form> | <participle|wrote> (?!<to>))")
_NEW_PHRASE = pattern(
    """
    (?<=<nominal|ing>) <det|he> (?=<^of>)
    | (?<=<noun>) <name>
    """
)


def read_gap(
    reader: UnitReader, verb: Verb, source: Span, cue: Span, first: int, stop: int
) -> bool:
    """Read "a job that economists say is safe": the clause's subject stands before."""
    mask = reader.mask
    if not verb.frames & CLAUSE or _GAP.match(mask, stop, reader.end) is None:
        return False
    end = clause_end(mask, stop, reader.end, reader.around(False, True))
    content = [(stop, end)]
    if mask[first - 1] in Tags.OPENS_CLAUSE:
        content.insert(0, (first - 1, first))
    reader.add("leading-gap", "leading", verb, source, cue, content)
    return True


def read_after_noun(reader: UnitReader, verb: Verb, source: Span | None, cue: Span) -> None:
    """Read "a decision they say was wrong", "a job the mayor said was safe"."""
    mask = reader.mask
    if source is None or source[1] != cue[0]:
        return
    for match in _NEW_PHRASE.finditer(mask, source[0] + 1, source[1]):
        source = (match.start(), source[1])
    if mask[source[0] - 1] in _ENDS_NOUN:
        read_gap(reader, verb, source, cue, source[0], cue[1])
