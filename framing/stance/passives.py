"""Passives by form: be or get, then a participle, with or without an agent after "by".

The rule sees no syntax. It misses passives without an auxiliary ("the man killed on Friday")
and those whose auxiliary is far off, and it takes any "by" within five words for an agent.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.language.closed import AUXILIARY_GAP
from framing.stance.cuewords import word_set

__all__ = ["Passive", "passive_after"]

_WORD = re.compile(rb" *([^ ]+)")
_BETWEEN = frozenset(word.encode() for word in AUXILIARY_GAP)
_IN_GAP = " \n\r\t\xa0“”\"‘’'`-"
_SPACE = ord(" ")
_LOOK_AHEAD = 5
_AGENT_WORDS = 5


class Passive(NamedTuple):
    """One passive: from auxiliary to participle, where that starts, and if no agent follows."""

    start: int
    end: int
    participle: int
    agentless: bool


def passive_after(folded: bytes, text: str, start: int, end: int, limit: int) -> Passive | None:
    """Read the passive that the auxiliary ``text[start:end]`` opens, if it opens one.

    Parameters
    ----------
    folded
        The fold of `text`.
    text
        The whole text.
    start, end
        Where the auxiliary stands.
    limit
        Where its sentence ends.

    Examples
    --------
    >>> from framing.stance.bytefold import fold
    >>> text = "Nine men were reportedly killed on Friday."
    >>> passive_after(fold(text), text, 9, 13, len(text))
    Passive(start=9, end=31, participle=25, agentless=True)
    """
    at = end
    for _ in range(_LOOK_AHEAD):
        # A character's byte in the fold is one further on.
        if text[at : at + 1] == " " and folded[at + 2] != _SPACE:  # as nearly always
            begin, word = at + 1, folded[at + 2 : folded.find(b" ", at + 2)]
        else:
            found = _WORD.match(folded, at + 1)
            if found is None:
                return None
            begin, word = found.start(1) - 1, found[1]
        if begin >= limit or (text[at:begin] != " " and text[at:begin].strip(_IN_GAP)):
            return None
        at = begin + len(word)
        if _is_participle(word):
            return Passive(start, at, begin, not _agent(folded, at, limit))
        if word not in _BETWEEN and not (word.endswith(b"ly") and len(word) > 4):
            return None
    return None


def _is_participle(word: bytes) -> bool:
    if word.endswith(b"ed") and len(word) > 3:
        return word not in word_set("passives", "not-participle")
    return word in word_set("passives", "participle")


def _agent(folded: bytes, at: int, limit: int) -> bool:
    """Tell whether "by" stands within the next five words of the sentence."""
    return b"by" in folded[at + 1 : limit + 1].split(None, _AGENT_WORDS)[:_AGENT_WORDS]
