"""Whether a hit counts where it stands: phrases it needs, and phrases that undo it.

A phrase that holds the words of the hit counts only where it covers the hit ("exercise regime"
around "regime"); any other phrase counts anywhere in the sentence. Which is which is known when
a lexicon is compiled, so that a hit costs two comparisons where nothing stands around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.matching.folding import joins

__all__ = ["Phrases", "compile_phrases", "stand"]


class _Around(NamedTuple):
    """What stands before and after the hit's words in a phrase; `open` if it is a prefix."""

    before: str
    after: str
    open: bool


class Phrases(NamedTuple):
    """Phrases sorted by how they are looked for; the two tuples of ends rule most hits out."""

    around: tuple[_Around, ...]
    befores: tuple[str, ...]
    afters: tuple[str, ...]
    elsewhere: tuple[tuple[str, bool], ...]


def compile_phrases(phrases: Sequence[str], literal: str) -> Phrases | None:
    """Sort folded phrases by whether they hold a folded literal; None when there are none."""
    around: list[_Around] = []
    elsewhere: list[tuple[str, bool]] = []
    for phrase in phrases:
        bare = phrase.rstrip("*")
        places = _places(bare, literal)
        if places:
            for at in places:
                after = bare[at + len(literal) :]
                around.append(_Around(bare[:at], after, bare != phrase))
        elif bare:
            elsewhere.append((bare, bare != phrase))
    if not around and not elsewhere:
        return None
    # A phrase that has words on both sides is ruled out by either; the words after are taken.
    return Phrases(
        tuple(around),
        tuple(each.before for each in around if not each.after),
        tuple(each.after for each in around if each.after),
        tuple(elsewhere),
    )


def _places(phrase: str, literal: str) -> list[int]:
    found: list[int] = []
    at = phrase.find(literal)
    while at >= 0:
        if not at or not joins(phrase[at - 1]) or not joins(literal[0]):
            found.append(at)
        at = phrase.find(literal, at + 1)
    return found


def stand(
    phrases: Phrases, low: str, start: int, end: int, sentence: tuple[int, int] | None
) -> bool:
    """Tell whether one of some phrases covers a hit, or stands in its sentence.

    `low` ends in a space; `sentence` may be None where no phrase is looked for elsewhere.
    """
    if low.startswith(phrases.afters, end) or low.endswith(phrases.befores, 0, start):
        for before, after, is_open in phrases.around:
            if (
                low.startswith(after, end)
                and low.endswith(before, 0, start)
                and _apart(low, start - len(before), end + len(after), is_open)
            ):
                return True
    if sentence is not None:
        for phrase, is_open in phrases.elsewhere:
            at = low.find(phrase, *sentence)
            while at >= 0:
                if _apart(low, at, at + len(phrase), is_open):
                    return True
                at = low.find(phrase, at + 1, sentence[1])
    return False


def _apart(low: str, start: int, end: int, is_open: bool) -> bool:
    """Tell whether a phrase stands as whole words; one that is open may go on."""
    return not (joins(low[start - 1]) and joins(low[start])) and (
        is_open or not (joins(low[end]) and joins(low[end - 1]))
    )
