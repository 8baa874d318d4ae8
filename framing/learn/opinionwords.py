"""Words around a target that speak well or ill of somebody, by class and side."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from framing.language import closed
from framing.lexicon import word_classes

__all__ = ["opinion_words"]

_LEXICON = "opinion-words"
_DECAY = 5.0
_TURNED = 3  # words before an opinion in which a negation turns it


def opinion_words(left: Sequence[str], right: Sequence[str]) -> dict[str, float]:
    """Classes of opinion words on either side, fading with distance; negated ones apart.

    Parameters
    ----------
    left, right
        Folded tokens on either side of a target, the nearest first.

    Examples
    --------
    >>> found = opinion_words(["condemned", "critics"], ["was", "not", "honest"])
    >>> found["left opinion-words:censures"], found["all not opinion-words:good-conduct"]
    (1.0, 1.0)
    """
    found: dict[str, float] = defaultdict(float)
    for side, words in (("left", tuple(reversed(left))), ("right", tuple(right))):
        for place, name in _opinions(words):
            distance = place if side == "right" else len(words) - 1 - place
            weight = math.exp(-distance / _DECAY)
            found[f"{side} {name}"] += weight
            found[f"{side} anywhere {name}"] += 1
            found[f"all {name}"] += 1
    return dict(found)


def _opinions(words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield where a word or phrase of a class begins, and the class; "not" before it if negated."""
    classes, longest = _opinion_classes()
    for place in range(len(words)):
        for end in range(place + 1, min(place + longest, len(words)) + 1):
            for name in classes.get(" ".join(words[place:end]), ()):
                before = words[max(0, place - _TURNED) : place]
                turned = "" if closed.NEGATIONS.isdisjoint(before) else "not "
                yield place, f"{turned}{_LEXICON}:{name}"


@lru_cache(maxsize=1)
def _opinion_classes() -> tuple[Mapping[str, tuple[str, ...]], int]:
    """Return the classes of each form, and how many words the longest form has."""
    classes = word_classes(_LEXICON)
    return classes, max(len(form.split()) for form in classes)
