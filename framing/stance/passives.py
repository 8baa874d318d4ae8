"""Passives by form: be or get, then a participle, with or without an agent after "by".

The rule sees no syntax. It misses passives without an auxiliary ("the man killed on Friday")
and those whose auxiliary is far off, and it takes any "by" within five words for an agent.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from framing.language.closed import AUXILIARY_GAP
from framing.stance.bytefold import FoldedBytes
from framing.stance.cuewords import word_set

__all__ = ["Passive", "passive_after"]

_BETWEEN = frozenset(word.encode() for word in AUXILIARY_GAP)
_IN_GAP = " \n\r\t\xa0“”\"‘’'`-"
_LOOK_AHEAD = 5
_AGENT_WORDS = 5


class Passive(NamedTuple):
    """One passive: from auxiliary to participle, where that starts, and if no agent follows."""

    start: int
    end: int
    participle: int
    agentless: bool


def passive_after(
    folded: FoldedBytes, text: str, start: int, end: int, limit: int
) -> Passive | None:
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
    >>> from framing.stance.bytefold import FoldedBytes
    >>> text = "Nine men were reportedly killed on Friday."
    >>> passive_after(FoldedBytes(text), text, 9, 13, len(text))
    Passive(start=9, end=31, participle=25, agentless=True)
    """
    words, starts = folded.words, folded.starts
    first = bisect_left(starts, end)
    at = end
    for number in range(first, min(first + _LOOK_AHEAD, len(words))):
        word, begin = words[number], starts[number]
        if begin >= limit or (text[at:begin] != " " and text[at:begin].strip(_IN_GAP)):
            return None
        at = begin + len(word)
        if _is_participle(word):
            return Passive(start, at, begin, not _agent(folded, number + 1, limit))
        if word not in _BETWEEN and not (word.endswith(b"ly") and len(word) > 4):
            return None
    return None


def _is_participle(word: bytes) -> bool:
    if word.endswith(b"ed") and len(word) > 3:
        return word not in word_set("passives", "not-participle")
    return word in word_set("passives", "participle")


def _agent(folded: FoldedBytes, number: int, limit: int) -> bool:
    """Tell whether "by" stands within five words from a word on, in the sentence."""
    following = folded.words[number : number + _AGENT_WORDS]
    return b"by" in following and folded.starts[number + following.index(b"by")] < limit
