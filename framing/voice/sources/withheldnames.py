"""Whether words withhold the name of who speaks: "who spoke on condition of anonymity"."""

from __future__ import annotations

from framing.language.sourcewords import CLOSE_TO, HIDDEN, OF_OTHERS, WITHHELD

__all__ = ["hides_name", "of_others", "says_withheld"]


def hides_name(words: str) -> bool:
    """Whether a source's words withhold its name, or tell only what it knows."""
    found = HIDDEN.search(words)
    if found is not None and of_others(words, 0, found.start()):
        return False
    return bool(found or CLOSE_TO.search(words))


def says_withheld(words: str) -> bool:
    """Whether words say that a name is withheld, whatever else they tell of who has it."""
    return WITHHELD.search(words) is not None


def of_others(text: str, first: int, at: int) -> bool:
    """Whether a name withheld at `at` is somebody else's: "asked that the woman | not be named"."""
    return OF_OTHERS.search(text, first, at) is not None
