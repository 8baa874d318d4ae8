"""The words of a sentence by which another account of one fact can be recognised."""

from __future__ import annotations

import re
from functools import lru_cache

from framing.language import closed
from framing.language.wordshape import WORD

__all__ = ["SPELLED", "UNTELLING", "content_words", "terms"]

_SUFFIX = re.compile(r"(?:'s|’s|ings?|edly|ed|ies|es|s|ly)$")
_LITTLE = 3
SPELLED = {
    word: str(value)
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        start=2,
    )
}
"""Small numbers as words, and their figures."""
UNTELLING: frozenset[str] = frozenset().union(
    closed.DETERMINERS, closed.QUANTIFIERS, closed.SUBJECT_PRONOUNS, closed.NEUTRAL_PRONOUNS,
    closed.OBJECT_PRONOUNS, closed.RELATIVES, closed.QUESTION_WORDS, closed.SUBORDINATORS,
    closed.PREPOSITIONS, closed.COORDINATORS, closed.ADVERSATIVES, closed.BE, closed.HAVE,
    closed.MODALS, ("to", "that", "than", "as", "not", "so", "there", "then", "also", "do", "did",
                    "does", "been", "being"),
)  # fmt: skip
"""Words of closed classes, which two sentences share whatever they tell."""


def terms(text: str) -> list[str]:
    """Return lower-cased words without their commonest endings, small numbers as figures.

    So "killed" meets "kills", and "twelve" meets "12".

    Examples
    --------
    >>> terms("Troops killed twelve villagers.")
    ['troop', 'kill', '12', 'villager']
    """
    return [_stem(match.group().lower()) for match in WORD.finditer(text)]


def content_words(text: str) -> set[str]:
    """Return the terms of a text without words of closed classes.

    Examples
    --------
    >>> sorted(content_words("Troops killed the twelve in a hut."))
    ['12', 'hut', 'kill', 'troop']
    """
    return {term for term in terms(text) if term not in UNTELLING}


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    if word in SPELLED:
        return SPELLED[word]
    stem = _SUFFIX.sub("", word)
    return stem if len(stem) > _LITTLE else word
