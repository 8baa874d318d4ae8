"""Whether a hit counts where it stands: phrases it needs, and phrases that undo it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.matching.folding import joins

__all__ = ["allowed", "occurrences"]


def allowed(
    low: str,
    span: tuple[int, int],
    sentence: tuple[int, int],
    requires: Sequence[str],
    unless: Sequence[str],
) -> bool:
    """Tell whether a hit at `span` stands as `requires` and `unless` want it.

    A phrase that holds the words of the hit counts only where it covers the hit; any other
    phrase counts anywhere in the sentence.
    """
    if any(_stands(low, span, sentence, phrase) for phrase in unless):
        return False
    return not requires or any(_stands(low, span, sentence, phrase) for phrase in requires)


def _stands(low: str, span: tuple[int, int], sentence: tuple[int, int], phrase: str) -> bool:
    start, end = span
    words = low[start:end]
    bare = phrase.rstrip("*")
    if any(True for _ in occurrences(bare, words, 0, len(bare), prefix=False)):
        window = (max(0, start - len(bare)), min(len(low), end + len(bare)))
        spans = occurrences(low, bare, *window, prefix=bare != phrase)
        return any(a <= start and end <= b for a, b in spans)
    return any(True for _ in occurrences(low, bare, *sentence, prefix=bare != phrase))


def occurrences(
    low: str, phrase: str, start: int, end: int, *, prefix: bool
) -> Iterator[tuple[int, int]]:
    """Yield where a phrase stands as whole words in ``low[start:end]``; a prefix may go on."""
    at = low.find(phrase, start, end) if phrase else -1
    while at >= 0:
        stop = at + len(phrase)
        left = not at or not joins(low[at - 1]) or not joins(phrase[0])
        right = stop == len(low) or not joins(low[stop]) or not joins(phrase[-1])
        if left and (right or prefix):
            yield at, stop
        at = low.find(phrase, at + 1, end)
