"""Word vectors from the user's own texts: co-occurrence, PPMI, truncated SVD."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.utils.extmath import randomized_svd

from framing.errors import SettingsError
from framing.learn.estimators import estimator
from framing.learn.featurewords import tokens
from framing.learn.texts import as_texts

__all__ = ["CorpusVectors", "WordVectors", "as_vectors", "vectors_from"]

FloatMatrix = NDArray[np.float32]


@estimator
class WordVectors:
    """Words and their vectors, each of length 1.

    Parameters
    ----------
    words : sequence of str
        Folded words, each once.
    matrix : array, shape (words, dimensions)
        Their vectors, of any length; zero vectors stay zero.

    Examples
    --------
    >>> vectors = WordVectors(["war", "peace"], [[3.0, 0.0], [0.0, 2.0]])
    >>> vectors.lookup(["peace", "unknown"]).tolist()
    [[0.0, 1.0], [0.0, 0.0]]
    """

    def __init__(self, words: Sequence[str], matrix: Any) -> None:
        self.words = list(words)
        self.matrix: FloatMatrix = _unit(np.asarray(matrix, dtype=np.float32))
        if self.matrix.ndim != 2 or len(self.words) != len(self.matrix):
            raise SettingsError(
                f"{len(self.words)} words need a matrix of as many rows, not {self.matrix.shape}"
            )
        self.index = {word: place for place, word in enumerate(self.words)}

    def __len__(self) -> int:
        return len(self.words)

    def __contains__(self, word: str) -> bool:
        return word in self.index

    @property
    def dimensions(self) -> int:
        """Length of each vector."""
        return int(self.matrix.shape[1])

    def places(self, words: Sequence[str]) -> NDArray[np.intp]:
        """Return the row of each of some `words`, −1 for an unknown one; shape (words,)."""
        return np.array([self.index.get(word, -1) for word in words], dtype=np.intp)

    def lookup(self, words: Sequence[str]) -> FloatMatrix:
        """Return the unit vector of each of some `words`; shape (words, dimensions), float32.

        A word that is unknown, or whose vector is zero, has a row of zeros.
        """
        places = self.places(words)
        found: FloatMatrix = self.matrix[places] * (places >= 0)[:, None]
        return found.astype(np.float32)

    def similar(self, word: str, n: int = 10) -> list[tuple[str, float]]:
        """Return the `n` nearest other words with their cosines.

        Parameters
        ----------
        word : str
            As it stands in `words`: folded.
        n : int
            How many, at most.

        Returns
        -------
        list of (str, float)
            Nearest first, with cosines from −1 to 1.

        Raises
        ------
        SettingsError
            When the word has no vector.
        """
        if word not in self.index:
            raise SettingsError(f"{word!r} has no vector; it is too rare in the texts read")
        cosines = self.matrix @ self.matrix[self.index[word]]
        order = [i for i in np.argsort(-cosines, kind="stable") if self.words[i] != word]
        return [(self.words[i], float(cosines[i])) for i in order[:n]]


def as_vectors(given: Any) -> WordVectors | None:
    """Return `given` as `WordVectors`: such, a fitted `CorpusVectors`, a mapping, or None."""
    if given is None or isinstance(given, WordVectors):
        return given
    if isinstance(given, CorpusVectors):
        if not hasattr(given, "vectors_"):
            raise SettingsError("these CorpusVectors are not fitted; call .fit(texts) first")
        return given.vectors_
    if isinstance(given, Mapping) and given:
        return WordVectors(list(given), np.vstack([np.asarray(v) for v in given.values()]))
    raise SettingsError(
        f"vectors are {type(given).__name__}; give CorpusVectors().fit(texts), or a mapping "
        "from words to arrays"
    )


@estimator
class CorpusVectors(BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """Learn word vectors from texts: positive pointwise mutual information, truncated SVD.

    Words that occur within `window` words of each other count 1/distance; PPMI with context
    distribution smoothed by the power .75; the leading `dimensions` singular vectors, weighted
    by the root of their singular values.

    Parameters
    ----------
    dimensions : int
        Length of the vectors; fewer when the texts have fewer words.
    window : int
        Words to either side that count as context.
    min_count : int
        Rarer words have no vector.
    max_words : int
        At most so many words, the most frequent first.
    random_state : int, optional
        Seed of the randomised SVD; 0 when None, so that results repeat.

    Attributes
    ----------
    vectors_ : WordVectors
        The words and their vectors, the most frequent word first.
    n_tokens_ : int
        Words and marks read.

    References
    ----------
    Levy, O., Goldberg, Y. & Dagan, I. (2015). Improving Distributional Similarity with Lessons
    Learned from Word Embeddings. TACL 3, 211–225.

    Examples
    --------
    >>> texts = ["the army fired at the town", "the army shelled the town"] * 20
    >>> vectors = CorpusVectors(dimensions=3).fit(texts).vectors_
    >>> vectors.similar("fired", 1)[0][0] in vectors
    True
    """

    def __init__(
        self,
        dimensions: int = 200,
        *,
        window: int = 5,
        min_count: int = 5,
        max_words: int = 30_000,
        random_state: int | None = None,
    ) -> None:
        self.dimensions = dimensions
        self.window = window
        self.min_count = min_count
        self.max_words = max_words
        self.random_state = random_state

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def fit(self, X: Any, y: Any = None) -> CorpusVectors:  # noqa: N803
        """Learn the vectors of the words in the texts.

        Parameters
        ----------
        X : iterable of str or of Article
            The more the better; under a hundred thousand words the vectors are poor.
        y : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        CorpusVectors
            This one, with ``vectors_`` and ``n_tokens_``.

        Raises
        ------
        SettingsError
            When fewer than two words are frequent enough.
        """
        texts = [tokens(text) for text in as_texts(X)]
        counts = Counter(word for text in texts for word in text)
        self.n_tokens_ = counts.total()
        frequent = _frequent(counts, self.min_count, self.max_words)
        if len(frequent) < 2:
            raise SettingsError(
                f"only {len(frequent)} words occur {self.min_count} times or more; "
                "give more texts, or a smaller min_count"
            )
        if self.n_tokens_ < 100_000:
            warnings.warn(
                f"word vectors from {self.n_tokens_:,} words are unreliable; "
                "give 100,000 words or more",
                UserWarning,
                stacklevel=2,
            )
        seed = self.random_state or 0
        self.vectors_ = _learned(texts, frequent, self.dimensions, self.window, seed)
        return self


def vectors_from(
    texts: Sequence[Sequence[str]],
    *,
    dimensions: int,
    window: int,
    min_count: int,
    seed: int,
    max_words: int = 30_000,
) -> WordVectors | None:
    """Learn vectors from tokens as `CorpusVectors` does; None if under two words are frequent.

    Examples
    --------
    >>> texts = [["the", "army", "fired"], ["the", "army", "shelled"]] * 9
    >>> len(vectors_from(texts, dimensions=2, window=5, min_count=3, seed=0))
    4
    """
    frequent = _frequent(Counter(word for text in texts for word in text), min_count, max_words)
    return _learned(texts, frequent, dimensions, window, seed) if len(frequent) > 1 else None


def _frequent(counts: Counter[str], least: int, most: int) -> list[str]:
    """Return the words that occur `least` times or more, the most frequent first."""
    found = (word for word, n in counts.items() if n >= least)
    return sorted(found, key=lambda word: (-counts[word], word))[:most]


def _learned(
    texts: Sequence[Sequence[str]], words: list[str], dimensions: int, window: int, seed: int
) -> WordVectors:
    places = {word: place for place, word in enumerate(words)}
    near = _cooccurrence(texts, places, window)
    return WordVectors(words, _reduced(_ppmi(near), dimensions, seed))


def _cooccurrence(
    texts: Sequence[Sequence[str]], places: Mapping[str, int], window: int
) -> sp.csr_matrix:
    """Count how often two words stand near each other, each time 1/distance."""
    gap = [-1] * window
    flat = np.array(
        [place for text in texts for place in (*(places.get(w, -1) for w in text), *gap)],
        dtype=np.int32,
    )
    size = len(places)
    near = sp.csr_matrix((size, size), dtype=np.float32)
    for distance in range(1, window + 1):
        left, right = flat[:-distance], flat[distance:]
        both = (left >= 0) & (right >= 0)
        weight = np.full(int(both.sum()), 1 / distance, dtype=np.float32)
        near = near + sp.csr_matrix((weight, (left[both], right[both])), shape=(size, size))
    return sp.csr_matrix(near + near.T)


def _ppmi(near: sp.csr_matrix) -> sp.csr_matrix:
    """Positive pointwise mutual information, contexts smoothed by the power .75."""
    cells = near.tocoo()
    words = np.asarray(near.sum(axis=1)).ravel()
    contexts = words**0.75
    contexts = contexts / contexts.sum()
    value = np.log(cells.data / (words[cells.row] * contexts[cells.col]))
    kept = value > 0
    return sp.csr_matrix((value[kept], (cells.row[kept], cells.col[kept])), shape=near.shape)


def _reduced(matrix: sp.csr_matrix, dimensions: int, seed: int) -> FloatMatrix:
    size = min(dimensions, matrix.shape[0] - 1)
    left, singular, _ = randomized_svd(matrix, size, n_iter=3, random_state=seed)
    reduced: FloatMatrix = (left * np.sqrt(singular)).astype(np.float32)
    return reduced


def _unit(matrix: FloatMatrix) -> FloatMatrix:
    if matrix.ndim != 2:
        return matrix
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.where(length > 0, length, 1), dtype=np.float32)
