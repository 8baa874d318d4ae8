"""Where in its sentence a cue stands: in a clause that opens it, in one that is inserted."""

from __future__ import annotations

from typing import Final, NamedTuple

from framing.language.joiningwords import NOW, OCCASIONS, OF_OCCASIONS
from framing.values import Span
from framing.voice.text.quicktuples import maker
from framing.voice.text.tagpatterns import FINITE_VERB
from framing.voice.text.tags import Tag, Tags, any_of
from framing.voice.verbs.activesources import BEFORE_PARTICIPLE
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["CuePlace", "place_of"]

_OPENERS, _OPENS_ASIDE = any_of("joins|if"), any_of("if|as")
_BEFORE_ASIDE = BEFORE_PARTICIPLE + Tag.COMMA


class CuePlace(NamedTuple):
    """A cue and its source: where they stand is asked only where a content may end by it.

    The cue's phrase begins at token `begin`, its verb, which has a `tag`, at token `at`; `before`
    is the tag before the phrase.
    """

    reader: UnitReader
    source: Span | None
    begin: int
    at: int
    before: str
    tag: str

    @property
    def subordinate(self) -> bool:
        """Whether the cue stands in a clause that opens its sentence: "While X said C, Y did"."""
        reader, first = self.reader, self.begin
        if self.before == Tag.EDGE:
            return True
        if self.source is not None:
            first = self.source[0]
            if reader.mask[first - 1] in _OPENS_ASIDE and _opens_aside(reader, first):
                return True
        return (
            _opens_sentence(reader, first)
            or _opens_occasion(reader, self.begin)
            or self._is_first_verb()
        )

    @property
    def inserted(self) -> bool:
        """Whether the cue stands in a relative clause or between commas."""
        if self.source is not None:
            first, stop = self.source
            if self.reader.mask[first] in Tags.RELATIVE:
                return True
            if self.tag == Tag.SURE and self.before == Tag.COMMA and stop < self.at:
                return True
        if self.before not in _BEFORE_ASIDE or not self._is_first_verb():
            return False
        # "Venn, claiming that C, left", but "Venn mocks the press, claiming that C"
        return self.before != Tag.COMMA or Tag.COMMA in self.reader.mask[self.at : self.reader.end]

    def _is_first_verb(self) -> bool:
        """Whether the verb is a form in -ing that no other verb of its sentence stands before."""
        reader = self.reader
        return self.tag == Tag.SAYING and not FINITE_VERB.search(reader.mask, reader.low, self.at)

    def speaks(self, at: int) -> bool:
        """Whether a token is a verb of speech or judgement."""
        return self.reader.speaks(at)

    def utters(self, at: int) -> bool:
        """Whether a token is a verb of speech, and none of belief or of intent."""
        return self.reader.utters(at)


place_of: Final = maker(CuePlace)


def _opens_aside(reader: UnitReader, first: int) -> bool:
    """Whether "if" stands before a source, or "as" that opens: "As Venn told the men that C"."""
    low = reader.low
    return first == low + 1 if reader.mask[first - 1] == Tag.AS else first > low


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
