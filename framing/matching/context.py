"""Whether a hit counts where it stands: phrases it needs, and phrases that undo it.

A phrase that holds a form of the variant counts only where it covers the hit ("exercise regime"
around "regime"); any other phrase counts anywhere in the sentence. Which is which is known when
a lexicon is compiled, so that a hit costs two comparisons where nothing stands around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.matching.folding import joins

__all__ = ["NEVER", "Phrases", "compile_phrases", "stand"]


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


NEVER = Phrases((), (), (), ())
"""No phrase at all: it stands nowhere."""


def compile_phrases(
    phrases: Sequence[str], literal: str, *, prefix: bool, words: Sequence[tuple[str, bool]]
) -> Phrases | None:
    """Sort folded phrases by whether they hold a folded literal; None when none matters.

    `words` are all literals of the variant and whether each is a prefix: a phrase that holds
    another of them is about that one, and says nothing of this.
    """
    around: list[_Around] = []
    elsewhere: list[tuple[str, bool]] = []
    for phrase in phrases:
        bare = phrase.rstrip("*")
        for at in _places(bare, literal, prefix):
            around.append(_Around(bare[:at], bare[at + len(literal) :], bare != phrase))
        if bare and not any(_places(bare, word, is_prefix) for word, is_prefix in words):
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


def _places(phrase: str, literal: str, prefix: bool) -> list[int]:
    """Return where a phrase holds a literal as whole words, or as the beginning of one."""
    found: list[int] = []
    at = phrase.find(literal)
    while at >= 0:
        end = at + len(literal)
        left = not at or not joins(phrase[at - 1]) or not joins(literal[0])
        right = end == len(phrase) or not joins(phrase[end]) or not joins(literal[-1])
        if left and (right or prefix):
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
