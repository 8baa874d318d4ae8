"""What latent semantic scaling and FrameAxis share: seeds, vectors, scores of words and texts.

Both place texts on a scale between two lists of seed words by the nearness of all their words
to the seeds in a vector space. They describe usage; what a scale means depends on the seeds,
so the interval comes from drawing the seeds anew.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin

from framing.articles import split_sentences
from framing.errors import SettingsError
from framing.language.closed import STOP_WORDS
from framing.learn.featurewords import WORD, fold_word
from framing.learn.vectors import CorpusVectors, WordVectors, as_vectors

__all__ = ["LEAST_SENTENCES", "Matrix", "SeedScale"]

LEAST_SENTENCES = 5_000
"""Sentences under which latent semantic scaling is known to be unreliable (Watanabe 2021)."""

Matrix = NDArray[np.float64]


class SeedScale(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """What both scales share: seeds, vectors, scores of words and texts, the bootstrap."""

    seeds: Any
    vectors: Any
    draws: int
    random_state: int | None
    vectors_: WordVectors
    seeds_: dict[str, tuple[list[str], list[str]]]

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def _settle(self, texts: list[str], axes: Mapping[str, Any]) -> None:
        """Take the given vectors or learn them from the texts, and check the seeds."""
        given = as_vectors(self.vectors)
        if given is None:
            count = sum(len(split_sentences(text)) for text in texts)
            if count < LEAST_SENTENCES:
                warnings.warn(
                    f"a vector space from {count:,} sentences is unreliable; give "
                    f"{LEAST_SENTENCES:,} or more, or vectors learned elsewhere",
                    UserWarning,
                    stacklevel=3,
                )
            learner = CorpusVectors(random_state=self.random_state)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)
                given = learner.fit(texts).vectors_
        self.vectors_ = given
        self.seeds_ = {name: self._known(name, *pair) for name, pair in axes.items()}

    def _known(
        self, name: str, low: Sequence[str], high: Sequence[str]
    ) -> tuple[list[str], list[str]]:
        """Keep the seeds that have a vector; both ends need one."""
        kept = tuple(
            [word for word in dict.fromkeys(map(fold_word, seeds)) if word in self.vectors_]
            for seeds in (low, high)
        )
        for seeds, given in zip(kept, (low, high), strict=True):
            if not seeds:
                raise SettingsError(
                    f"scale {name!r}: none of the seeds {', '.join(given)} has a vector; "
                    "add seeds that occur in the texts"
                )
        return kept[0], kept[1]

    def _poles(self, name: str, rng: np.random.Generator | None = None) -> tuple[Matrix, Matrix]:
        """Mean vectors of both ends' seeds, the seeds drawn anew when `rng` is given."""
        low, high = self.seeds_[name]
        ends = []
        for seeds in (low, high):
            rows = self.vectors_.lookup(seeds).astype(np.float64)
            if rng is not None:
                rows = rows[rng.integers(0, len(rows), len(rows))]
            ends.append(rows.mean(axis=0))
        return ends[0], ends[1]

    def _places(self, text: str) -> NDArray[np.intp]:
        """Rows of a text's content words in the vector space, each occurrence one."""
        words = [fold_word(match.group()) for match in WORD.finditer(text)]
        places = self.vectors_.places([word for word in words if word not in STOP_WORDS])
        return places[places >= 0]

    def _mean_scores(self, words: Matrix, places: Sequence[NDArray[np.intp]]) -> Matrix:
        means = [float(words[rows].mean()) if len(rows) else np.nan for rows in places]
        return np.array(means, dtype=np.float64)
