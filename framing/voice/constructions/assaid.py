"""Clauses with "as": "as the mayor said, C", "C, as the mayor said"."""

from __future__ import annotations

from typing import Final

from framing.language.smallwords import IT
from framing.values import Span
from framing.voice.grammar.beginnings import ends_here
from framing.voice.grammar.ends import clause_parts
from framing.voice.rules import Rule
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, sequence
from framing.voice.text.vocabulary import CLAUSE, SPEECH, THAT, Verb
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["RULES", "read_as_said"]

RULES: Final = (
    Rule(
        "as-said",
        "stands beside words such as “as the mayor said”",
        "trailing",
        yes=(
            "As Brandt said, the ⟦rebels⟧ had fled.",
            "As critics claim, the ⟦rebels⟧ had fled.",
            "If, as the mayor claims, ⟦rebels⟧ were behind it, the port will close.",
            "In May, as the Harbour Post reported, the ⟦regime⟧ had sold the port.",
            "The ⟦rebels⟧ had fled, as Brandt said on Monday.",
            "The question is whether, as Brandt maintains, the ⟦rebels⟧ had fled.",
        ),
        no=(
            "As Brandt begins her second month in office, the ⟦cursed⟧ port tops her list.",
            "The word was rising as people denounced the ⟦cursed⟧ port.",
            "As Brandt spoke, the ⟦rebels⟧ fled.",
            "If, as the mayor claims, thugs were behind it, the ⟦rebels⟧ will go.",
            "Such things as the police reports, the ⟦rebels⟧ burned.",
            "The ⟦rebels⟧ fled, as Brandt was speaking to the crowd.",
        ),
    ),
)

_WHETHER = (sequence("<what> ,"),)
_LEADS_IN = Tags.LEADS_IN
_CUT_OFF = pattern("<aux|preposition|det|if> <adv>? , $")  # what ends no clause
_VERB_OR_QUOTED_BEFORE = pattern("<finite|close>")


def read_as_said(
    reader: UnitReader, verb: Verb, source: Span, cue: Span, first: int, stop: int
) -> None:
    """Read "as the mayor said, C" and "C, as the mayor said"; "as she spoke" tells the time."""
    mask = reader.mask
    low = reader.low
    while low < first - 1 and mask[low] in _LEADS_IN:
        low += 1
    if verb.frames & CLAUSE and verb.frames & SPEECH:  # "as he said on Monday"
        stop = max(stop, ends_here(mask, stop, reader.end, verb.frames))
    left = [(low, first - 1)] if low < first - 1 else []
    content = left
    asked = mask[first - 3 : first - 1] in _WHETHER
    if (
        not left
        or asked
        or _VERB_OR_QUOTED_BEFORE.search(mask, low, first - 1) is None
        or _CUT_OFF.search(mask, max(low, first - 4), first - 1)  # "It is not, as he says, C"
        or mask[low] in Tags.AUX  # "Was the port, as he says, C?"
    ):  # "In May, as he said, C"
        if stop < reader.end and mask[stop] == Tag.COMMA:
            conditional = mask[low] == Tag.IF  # "If, as she said, C, the port will close"
            if asked:
                left = []  # "The question is whether, as she said, C"
            around = reader.around(conditional)
            content = left + clause_parts(mask, stop + 1, reader.end, around)
        elif not left:
            return
    told = verb.rest == (IT,) or mask[cue[1] - 1] == Tag.IT  # "as she put it", "as she sees it"
    says = verb.frames & CLAUSE or (verb.frames & THAT and verb.frames & SPEECH)
    if content and (says or told):  # "as she maintains"
        reader.add("as-said", "phrase", verb, source, cue, content)
