"""Whether a hit counts where it stands: phrases it needs, and phrases that undo it.

A phrase that holds a form of the variant counts only where it covers the hit ("exercise regime"
around "regime"); any other phrase counts anywhere in the sentence. Which is which is known when
a lexicon is compiled, so that a hit costs two comparisons where nothing stands around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from framing.matching.folding import joins

__all__ = ["NEVER", "Elsewhere", "Phrases", "compile_phrases", "compiled_phrases"]


class _Around(NamedTuple):
    """What stands before and after the hit's words in a phrase; `open` if it is a prefix."""

    before: str
    after: str
    open: bool


class Elsewhere:
    """Phrases that count wherever they stand in a sentence, each with whether it is a prefix."""

    __slots__ = ("_bare", "_open")

    def __init__(self, phrases: Sequence[tuple[str, bool]]) -> None:
        self._bare = tuple(phrase for phrase, _ in phrases)
        self._open = dict(phrases)

    def stand_in(self, low: str, first: int, last: int) -> bool:
        """Tell whether one of them stands between two positions."""
        said = low[first:last]
        if not any(map(said.__contains__, self._bare)):  # as nearly always
            return False
        for phrase in self._bare:
            if phrase in said:
                at = low.find(phrase, first, last)
                while at >= 0:
                    if _apart(low, at, at + len(phrase), self._open[phrase]):
                        return True
                    at = low.find(phrase, at + 1, last)
        return False


class Phrases(NamedTuple):
    """Phrases sorted by how they are looked for; what stands around a hit rules most out.

    `befores` and `afters` are the ends of those around a hit, `last` and `first` the letters one
    character away from it in them; None where one of them has no such letter.
    """

    around: tuple[_Around, ...]
    befores: tuple[str, ...]
    afters: tuple[str, ...]
    last: str | None
    first: str | None
    elsewhere: Elsewhere | None

    def cover(self, low: str, start: int, end: int) -> bool:
        """Tell whether one of them stands around a place in a text that ends in a space."""
        if low.startswith(self.afters, end) or low.endswith(self.befores, 0, start):
            for before, after, is_open in self.around:
                if (
                    low.startswith(after, end)
                    and low.endswith(before, 0, start)
                    and _apart(low, start - len(before), end + len(after), is_open)
                ):
                    return True
        return False


NEVER = Phrases((), (), (), "", "", None)
"""No phrase at all: it stands nowhere."""


def compiled_phrases(
    phrases: Sequence[str], words: Sequence[tuple[str, bool]]
) -> Callable[[str, bool], Phrases | None]:
    """Return what gives each literal of a variant its phrases, given whether it is a prefix.

    `words` are all folded literals of the variant and whether each is a prefix.
    """
    elsewhere, said = compile_elsewhere(phrases, words), "\n".join(phrases)
    apart = None if elsewhere is None else NEVER._replace(elsewhere=elsewhere)

    def of_literal(literal: str, prefix: bool) -> Phrases | None:
        if literal not in said:  # as nearly always
            return apart
        return compile_phrases(phrases, literal, prefix=prefix, elsewhere=elsewhere)

    return of_literal


def compile_elsewhere(
    phrases: Sequence[str], words: Sequence[tuple[str, bool]]
) -> Elsewhere | None:
    """Gather the phrases that hold no form of a variant; None when there are none."""
    found = []
    said = "\n".join(phrases)
    words = [each for each in words if each[0] in said]  # few of them
    for phrase in phrases:
        bare = phrase.rstrip("*")
        if bare and not any(word in bare and _places(bare, word, prefix) for word, prefix in words):
            found.append((bare, bare != phrase))
    return Elsewhere(found) if found else None


def compile_phrases(
    phrases: Sequence[str], literal: str, *, prefix: bool, elsewhere: Elsewhere | None
) -> Phrases | None:
    """Sort folded phrases by what they hold around a folded literal; None when none matters.

    A phrase that holds another form of the variant is about that one, and says nothing of this.
    """
    around: list[_Around] = []
    for phrase in phrases:
        if literal not in phrase:  # as nearly always
            continue
        bare = phrase.rstrip("*")
        for at in _places(bare, literal, prefix):
            around.append(_Around(bare[:at], bare[at + len(literal) :], bare != phrase))
    if not around and elsewhere is None:
        return None
    # A phrase that has words on both sides is ruled out by either; the words after are taken.
    befores = tuple(each.before for each in around if not each.after)
    afters = tuple(each.after for each in around if each.after)
    last = None if "" in (lasts := [each[-2:-1] for each in befores]) else "".join(lasts)
    first = None if "" in (firsts := [each[1:2] for each in afters]) else "".join(firsts)
    return Phrases(tuple(around), befores, afters, last, first, elsewhere)


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


def _apart(low: str, start: int, end: int, is_open: bool) -> bool:
    """Tell whether a phrase stands as whole words; one that is open may go on."""
    return not (joins(low[start - 1]) and joins(low[start])) and (
        is_open or not (joins(low[end]) and joins(low[end - 1]))
    )
