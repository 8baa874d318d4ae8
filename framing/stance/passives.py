"""Passives by form: be or get, then a participle, with or without an agent after "by".

The rule sees no syntax. It misses passives without an auxiliary ("the man killed on Friday")
and those whose auxiliary is far off, and it takes any "by" within five words for an agent.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.language.closed import AUXILIARY_GAP
from framing.stance.cuewords import word_set

__all__ = ["Passive", "names_agent", "passive_after"]

_WORD = re.compile(rb" *([^ ]+)")
_BETWEEN = frozenset(word.encode() for word in AUXILIARY_GAP)
_IN_GAP = " \n\r\t\xa0“”\"‘’'`-"
_SPACE = ord(" ")
_LOOK_AHEAD = 5
_AGENT_WORDS = 5
_new = tuple.__new__  # building a NamedTuple this way takes a third of the time


class Passive(NamedTuple):
    """One passive: from auxiliary to participle, and where that starts."""

    start: int
    end: int
    participle: int


def passive_after(folded: bytes, text: str, start: int, end: int) -> Passive | None:
    """Read the passive that the auxiliary ``text[start:end]`` opens, if it opens one.

    Its participle may stand in another sentence, which is for who asks to see.

    Parameters
    ----------
    folded
        The fold of `text`.
    text
        The whole text.
    start, end
        Where the auxiliary stands.

    Examples
    --------
    >>> from framing.stance.bytefold import fold
    >>> text = "Nine men were reportedly killed on Friday."
    >>> passive_after(fold(text), text, 9, 13)
    Passive(start=9, end=31, participle=25)
    """
    at = end
    participles, others = _participles()
    for _ in range(_LOOK_AHEAD):
        # A character's byte in the fold is one further on.
        if text[at : at + 1] == " " and folded[at + 2] != _SPACE:  # as nearly always
            begin, word = at + 1, folded[at + 2 : folded.find(b" ", at + 2)]
        else:
            found = _WORD.match(folded, at + 1)
            if found is None:
                return None
            begin, word = found.start(1) - 1, found[1]
            if text[at:begin] != " " and text[at:begin].strip(_IN_GAP):
                return None
        at = begin + len(word)
        if word not in others if word.endswith(b"ed") and len(word) > 3 else word in participles:
            return _new(Passive, (start, at, begin))
        if word not in _BETWEEN and not (word.endswith(b"ly") and len(word) > 4):
            return None
    return None


def _participles() -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Return the participles that do not end in "ed", and what does and is none."""
    return word_set("passives", "participle"), word_set("passives", "not-participle")


def names_agent(folded: bytes, passive: Passive, limit: int) -> bool:
    """Tell whether "by" stands within the five words after a passive, before its sentence ends.

    Examples
    --------
    >>> from framing.stance.bytefold import fold
    >>> names_agent(fold("It was sunk by a mine."), Passive(3, 11, 7), 22)
    True
    """
    following = folded[passive[1] + 1 : limit + 1].split(None, _AGENT_WORDS)
    return b"by" in following[:_AGENT_WORDS]
