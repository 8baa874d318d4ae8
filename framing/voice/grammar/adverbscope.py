"""How far “allegedly” reaches: to its clause's end, or over the noun phrase it stands in."""

from __future__ import annotations

from typing import Final

from framing.values import Span
from framing.voice.grammar.ends import Surroundings, clause_end
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag

__all__ = ["adverb_scope"]

_CLAUSE: Final = Surroundings(subordinate=True)
_IN_COMMAS: Final = Surroundings(subordinate=True, inserted=True)  # "Venn, allegedly drunk, hit"
# "the allegedly corrupt judge | fled", but "his men allegedly fled"
_IN_PHRASE: Final = pattern(
    """
    (?<= <the|possessive> ) <adv> <nominal|past|ing|written|adv>{1,5}+
    (?: <and> <nominal>{1,3} )? <claim|claims>?
    """
)


def adverb_scope(mask: str, at: int, end: int) -> Span:
    """Return the tokens that the adverb at `at` holds at a distance, in a sentence up to `end`."""
    phrase = _IN_PHRASE.match(mask, at, end)
    if phrase is not None:
        return at + 1, phrase.end()
    first = at + 1 + (mask[at + 1 : at + 2] == Tag.COMMA)
    around = _IN_COMMAS if mask[at - 1] == Tag.COMMA else _CLAUSE
    return first, clause_end(mask, first, end, around) if first < end else first
