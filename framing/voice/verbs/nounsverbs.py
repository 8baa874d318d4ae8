"""Where a report beside a noun ends: before the noun's own verb, "those who say C | have lost"."""

from __future__ import annotations

from framing.values import Span
from framing.voice.grammar.nounsaround import before_main_verb
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["end_before_verb"]

_MAY_HAVE_VERB = pattern("<finite|claims>")
_AUX = pattern("<aux> (?<! <to> <any>)")  # no "asked not to | be named"
_OPENS = pattern("<opens-clause>")


def end_before_verb(reader: UnitReader, begin: int, source: Span | None) -> None:
    """Cut what was reported last, by a verb that begins at a token, before its noun's own verb.

    `source` is a relative pronoun, or None where a participle stands beside the noun. A finite
    verb before it is the noun's, and a comma ends such a report anyway.
    """
    mask, first = reader.mask, begin if source is None else source[0]
    if mask[first - 1] == Tag.COMMA or _MAY_HAVE_VERB.search(mask, reader.low, first):
        return
    report = reader.found[-1]
    if report.cue is None or report.cue[0] != begin or (source is None and mask[begin] in Tags.AUX):
        return  # "They are calling it a sham"
    start, end = report.content[-1]
    if first == reader.low and mask.startswith(Tag.COMMA, end):
        return  # "Calling it a sham, they left"
    if report.rule != "leading-object":
        main = before_main_verb(mask, start, end)
        end = main if main > start + 1 else end
    else:
        verb = _AUX.search(mask, start + 1, end)
        if verb is not None and not _OPENS.search(mask, start, verb.start()):
            end = verb.start()
    report.content[-1] = start, end
