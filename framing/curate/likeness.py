"""How near noun groups are in word vectors: by their words, and by what stands beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from framing.errors import SettingsError

__all__ = ["Likeness", "OwnWords", "Vectors", "initials"]

FloatArray = npt.NDArray[np.float64]
_HEAD = 1.5


class Vectors(Protocol):
    """What gives one row per word, zeros for an unknown one, as `framing.learn.WordVectors` do."""

    def lookup(self, words: Sequence[str]) -> Any:
        """Return an array of shape (words, dimensions)."""
        ...


class OwnWords:
    """Vectors in which every word is like itself alone, for texts too few to learn others from.

    Examples
    --------
    >>> OwnWords(["old mayor", "new mayor"]).lookup(["mayor", "unknown"]).sum(axis=1).tolist()
    [1.0, 0.0]
    """

    def __init__(self, keys: Iterable[str]) -> None:
        words = dict.fromkeys(word.replace(".", "") for key in keys for word in key.split())
        self._places = {word: place for place, word in enumerate(words)}

    def lookup(self, words: Sequence[str]) -> FloatArray:
        """Return one row per word, with a 1 in its own column."""
        rows = np.zeros((len(words), len(self._places)))
        for row, word in enumerate(words):
            if word in self._places:
                rows[row, self._places[word]] = 1
        return rows


class Likeness:
    """Vectors of noun groups, from word vectors.

    A group's vector is the mean of its words', the last word counted half as much again; that of
    its surroundings is the mean of the words beside its uses, weighted by 1 / distance.
    """

    def __init__(self, vectors: Vectors | Any) -> None:
        found = getattr(vectors, "vectors_", vectors)
        if not hasattr(found, "lookup"):
            raise SettingsError(
                f"vectors are {type(vectors).__name__}; "
                "give framing.learn.CorpusVectors().fit(texts)"
            )
        self._vectors: Vectors = found
        self._size = int(np.asarray(found.lookup(["the"])).shape[1])

    def words(self, words: Sequence[str]) -> FloatArray:
        """Return the vector of a noun group by its words; zeros where none is known."""
        rows = np.asarray(self._vectors.lookup([word.replace(".", "") for word in words]))
        weights = np.ones(len(words))
        weights[-1] = _HEAD
        return _unit((rows * weights[:, None]).sum(axis=0))

    def beside(self, uses: Iterable[tuple[Sequence[str], Sequence[str]]]) -> FloatArray:
        """Return the vector of what stands beside some uses: words before, nearest first, after."""
        near = [(word, 1 / (i + 1)) for use in uses for side in use for i, word in enumerate(side)]
        if not near:
            return np.zeros(self._size)
        rows = np.asarray(self._vectors.lookup([word for word, _ in near]))
        return _unit((rows * np.array([weight for _, weight in near])[:, None]).sum(axis=0))


def _unit(vector: Any) -> FloatArray:
    length = math.sqrt(float(vector @ vector))
    return np.asarray(vector / length if length else vector, dtype=np.float64)


def initials(words: Sequence[str]) -> str:
    """Return the first letters of some words, by which they may be known.

    Examples
    --------
    >>> initials(["democratic", "national", "committee"])
    'dnc'
    """
    return "".join(word[0] for word in words if word[0].isalpha())
