"""What a concept is called in a sentence."""

from __future__ import annotations

from framing.values import readable

__all__ = ["concept_words"]

# Ids with such a word sort concepts for those who write lexicons; a reader is told the gloss.
_SORTING_FIRST = ("called", "held")
_SORTING_LAST = ("event", "name", "naming", "person")


def concept_words(concept: str, gloss: str = "", label: str = "") -> str:
    """Name a concept for readers: its label, its id as words, or its gloss where the id sorts.

    Examples
    --------
    >>> concept_words("people-without-papers", "people in a country without legal permission")
    'people without papers'
    >>> concept_words("unrest-event", "a crowd's action in public, above all against something")
    "a crowd's action in public"
    """
    if label:
        return label
    words = readable(concept).split()
    sorts = bool(words) and (words[0] in _SORTING_FIRST or words[-1] in _SORTING_LAST)
    head = gloss.partition(",")[0].strip()
    return head if sorts and head else " ".join(words)
