"""How many words of one document stand in each sentence, in each voice and in each report.

Words are not looked at one by one: where they begin is one sorted array, and so is where
sentences and voices change, so that each count is the distance between two places in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from framing.stance.bytefold import folded
from framing.values import VOICES, Document, Reading, Voice
from framing.voice import stretches_of

__all__ = ["CountedWords", "count_words"]


@dataclass(frozen=True, slots=True)
class CountedWords:
    """Words of one document; those of boilerplate are in `by_sentence` alone.

    Attributes
    ----------
    by_sentence
        One number per sentence of the document.
    by_voice
        Words that begin in each voice.
    by_attribution
        One number per attribution of the reading: a word in a nested report is the innermost's.
    """

    by_sentence: Sequence[int]
    by_voice: Mapping[Voice, int]
    by_attribution: Sequence[int]


def count_words(document: Document, reading: Reading) -> CountedWords:
    """Count the words of a document where they begin.

    Examples
    --------
    >>> text = "“Go home,” he said."
    >>> document = Document("a", "text", text, ((0, 19),), ((0, 19),), ("lead",))
    >>> count_words(document, Reading((), (), ((0, 10),))).by_sentence
    [4]
    """
    starts = folded(document.text).joined
    sentences = document.sentences
    edges = np.fromiter(chain.from_iterable(sentences), np.intp, 2 * len(sentences))
    bounds = np.searchsorted(starts, edges)
    by_sentence: list[int] = (bounds[1::2] - bounds[::2]).tolist()
    kept = [number for number, _ in document.counted]
    if sum(by_sentence[number] for number in kept) < len(starts):
        parts = [starts[bounds[2 * number] : bounds[2 * number + 1]] for number in kept]
        starts = np.concatenate(parts or [starts[:0]])
    changes, decisions = stretches_of(reading)
    until = np.searchsorted(starts, changes).tolist()
    by_voice: dict[Voice, int] = dict.fromkeys(VOICES, 0)
    by_attribution = [0] * len(reading.attributions)
    first = 0
    for decision, last in zip(decisions, (*until, len(starts)), strict=True):
        by_voice[decision.voice] += last - first
        if decision.attribution is not None:
            by_attribution[decision.attribution] += last - first
        first = last
    return CountedWords(by_sentence, by_voice, by_attribution)
