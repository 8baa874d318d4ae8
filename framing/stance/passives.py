"""Passives by form: be or get, then a participle, with or without an agent after "by".

The rule sees no syntax. It misses passives without an auxiliary ("the man killed on Friday")
and those whose auxiliary is far off, and it takes any "by" within five words for an agent.
"""

from __future__ import annotations

from typing import NamedTuple

from framing.stance.words import word_set

__all__ = ["Passive", "passive_after"]

# Words that may stand between the auxiliary and its participle.
_BETWEEN = frozenset(
    b"not t also been being never ever then now still already just later further all both either "
    b"once again soon so thus only even long since first at least in part".split()
)
_IN_GAP = " \n\r\t\xa0“”\"‘’'`-"
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
    >>> from framing.stance.folding import fold
    >>> text = "Nine men were reportedly killed on Friday."
    >>> passive_after(fold(text), text, 9, 13, len(text))
    Passive(start=9, end=31, participle=25, agentless=True)
    """
    at = end
    for _ in range(_LOOK_AHEAD):
        word, begin, stop = _next_word(folded, at, limit)
        if not word or text[at:begin].strip(_IN_GAP):
            return None
        if _is_participle(word):
            return Passive(start, stop, begin, not _agent(folded, stop, limit))
        if word not in _BETWEEN and not (word.endswith(b"ly") and len(word) > 4):
            return None
        at = stop
    return None


def _next_word(folded: bytes, at: int, limit: int) -> tuple[bytes, int, int]:
    """Return the next word from text offset `at`, with its offsets; empty at the limit."""
    window = folded[at + 1 : min(limit, at + 60) + 2]
    word = window.lstrip()
    begin = at + len(window) - len(word)
    word = word.split(b" ", 1)[0]
    return word, begin, begin + len(word)


def _is_participle(word: bytes) -> bool:
    if word.endswith(b"ed") and len(word) > 3:
        return word not in word_set("passives", "not-participle")
    return word in word_set("passives", "participle")


def _agent(folded: bytes, at: int, limit: int) -> bool:
    """Tell whether "by" stands within five words after the participle, in the sentence."""
    return b"by" in folded[at + 1 : limit + 1].split(None, _AGENT_WORDS)[:_AGENT_WORDS]
