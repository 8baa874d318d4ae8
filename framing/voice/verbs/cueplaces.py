"""Where in its sentence a cue stands: in a clause that opens it, in one that is inserted."""

from __future__ import annotations

from framing.language.joiningwords import NOW, OCCASIONS, OF_OCCASIONS
from framing.values import Span
from framing.voice.grammar.ends import Surroundings
from framing.voice.text.tagpatterns import FINITE_VERB
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.verbs.activesources import BEFORE_PARTICIPLE
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["surroundings_of"]

_OPENERS, _OPENS_ASIDE = any_of("joins|if"), any_of("if|as")
_BEFORE_ASIDE = BEFORE_PARTICIPLE + Tag.COMMA


def surroundings_of(
    reader: UnitReader, source: Span | None, begin: int, at: int, before: str, tag: str
) -> Surroundings:
    """Tell where in its sentence a cue stands."""
    mask, low = reader.mask, reader.low
    opens, heads, first = before == Tag.EDGE, False, begin
    if source is not None:
        first = source[0]
        heads = mask[first] in Tags.RELATIVE or (
            tag == Tag.SURE and before == Tag.COMMA and source[1] < at
        )
        opens = opens or (mask[first - 1] in _OPENS_ASIDE and _opens_aside(mask, low, first))
    if mask[low] in _OPENERS or mask.startswith(Tag.THAT, low + 1):
        opens = opens or _opens_sentence(reader, first)
    opens = opens or _opens_occasion(reader, begin)
    if tag == Tag.SAYING and FINITE_VERB.search(mask, low, at) is None:
        opens, heads = True, heads or before in _BEFORE_ASIDE
    return reader.around(opens, heads)


def _opens_aside(mask: str, low: int, first: int) -> bool:
    """Whether "if" stands before a source, or "as" that opens: "As Venn told the men that C"."""
    return first == low + 1 if mask[first - 1] == Tag.AS else first > low


def _opens_sentence(reader: UnitReader, first: int) -> bool:
    """Whether "if", "but when", "now that" opens the clause that token `first` stands in."""
    mask, low = reader.mask, reader.low
    if Tag.COMMA in mask[low:first]:
        return False
    if mask[low] in _OPENERS and mask[low : low + 2].lstrip(Tags.JOINS)[:1] == Tag.IF:
        return True
    # "Now that Venn has said that C, the port is shut"
    return mask.startswith(Tag.THAT, low + 1) and reader.word(low) in NOW


def _opens_occasion(reader: UnitReader, begin: int) -> bool:
    """Whether a cue stands in "the next time she says that C, the port is shut"."""
    low, mask = reader.low, reader.mask
    if reader.lowered[low] not in OF_OCCASIONS or Tag.COMMA in mask[low:begin]:
        return False
    named = [at for at in range(low + 1, min(low + 4, begin)) if reader.lowered[at] in OCCASIONS]
    return bool(named) and FINITE_VERB.search(mask, low, begin) is None
