"""Tokens of texts with what `LoadedLanguageTagger` knows of each, one sentence at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.feature_extraction import FeatureHasher

from framing.articles import split_sentences
from framing.language.closed import STOP_WORDS
from framing.learn.featurewords import (
    WORD,
    classes_of,
    fold_word,
    lemmas_of,
    polarity_of,
)
from framing.learn.vectors import WordVectors

__all__ = ["TokenSentence", "context_columns", "sentences_of", "token_columns", "token_features"]

COLUMNS = 1 << 20
"""Hashed columns of a token."""
MEANS = 50
"""Dimensions kept of mean vectors; the first of a truncated SVD hold the most."""


class TokenSentence(NamedTuple):
    """The words of one sentence: which text, offsets into it, folded words, the sentence."""

    text: int
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    raw: str
    start: int


def sentences_of(texts: Sequence[str]) -> list[TokenSentence]:
    """Cut texts into sentences and words; sentences without words are left out.

    Examples
    --------
    >>> [one.words for one in sentences_of(["They fled. We won’t."])]
    [('they', 'fled'), ('we', "won't")]
    """
    found = []
    for number, text in enumerate(texts):
        for start, end in split_sentences(text):
            spans = tuple(match.span() for match in WORD.finditer(text, start, end))
            if spans:
                words = tuple(fold_word(text[a:b]) for a, b in spans)
                found.append(TokenSentence(number, spans, words, text[start:end], start))
    return found


def token_columns(sentences: Sequence[TokenSentence], vectors: WordVectors | None) -> sp.csr_matrix:
    """Return one row per token: hashed features, then word vectors when given.

    Vectors: the word's own, the mean of three words to either side, the mean of the sentence;
    each of length 1, the means cut to their first 50 dimensions (as good in cross-validation,
    and half the columns).
    """
    hasher = FeatureHasher(COLUMNS, alternate_sign=False, dtype=np.float32)
    rows = (features for sentence in sentences for features in token_features(sentence))
    hashed = hasher.transform(rows)
    if vectors is None:
        return hashed
    dense = np.vstack([_vector_rows(sentence, vectors) for sentence in sentences])
    return sp.hstack([hashed, sp.csr_matrix(dense)], format="csr")


def token_features(sentence: TokenSentence) -> Iterable[dict[str, float]]:
    """Yield the named features of each word of a sentence."""
    words, start = sentence.words, sentence.start
    common = _sentence_features(sentence)
    quotes = _open_quotes(sentence)
    for place, (word, (begin, end)) in enumerate(zip(words, sentence.spans, strict=True)):
        raw = sentence.raw[begin - start : end - start]
        features = {"bias": 1.0, **common}
        _spelling(features, word, raw)
        _meaning(features, word, "")
        _neighbours(features, words, place)
        _grammar(features, words, place)
        if quotes[place]:
            features["in quotation"] = 1.0
        if begin > start and sentence.raw[begin - start - 1] in '“"‘':
            features["opens quotation"] = 1.0
        if place == 0:
            features["first"] = 0.5
        yield features


def _sentence_features(sentence: TokenSentence) -> dict[str, float]:
    known = [polarity_of(word) for word in sentence.words]
    charge = sum(abs(cue[0]) + cue[1] for cue in known if cue) / len(known)
    features = {"sentence charge": charge, "sentence length": float(np.log(len(known))) / 3}
    for mark in "!?":
        if mark in sentence.raw:
            features[f"sentence {mark}"] = 0.5
    return features


def _open_quotes(sentence: TokenSentence) -> list[bool]:
    """Tell for each word whether a quotation opened in the sentence is still open."""
    flags, opened, at = [], 0, 0
    for begin, _ in sentence.spans:
        piece = sentence.raw[at : begin - sentence.start]
        opened += piece.count("“") - piece.count("”") + piece.count('"')
        flags.append(opened % 2 == 1)
        at = begin - sentence.start
    return flags


def _spelling(features: dict[str, float], word: str, raw: str) -> None:
    """Add the word, its ends, its letters by threes and fours, and its capitals."""
    features[f"word={word}"] = 1.0
    for size in (1, 2, 3, 4):
        if len(word) > size + 1:
            features[f"end={word[-size:]}"] = 0.5
    for size in (3, 4, 5):
        if len(word) > size:
            features[f"begin={word[:size]}"] = 0.5
    marked = f"^{word}$"
    for size in (3, 4):
        for at in range(min(len(marked), 40) - size + 1):
            features[f"letters={marked[at : at + size]}"] = 0.25
    if raw.isupper() and len(raw) > 1:
        features["capitals"] = 0.5
    elif raw[0].isupper():
        features["capital"] = 0.5
    elif raw[0].isdigit():
        features["digit"] = 0.5
    if word in STOP_WORDS:
        features["stop word"] = 1.0


def _meaning(features: dict[str, float], word: str, prefix: str) -> None:
    """Add polarity and cue classes of a word."""
    known = polarity_of(word)
    if known is not None:
        features[f"{prefix}polarity"] = known[0]
        features[f"{prefix}charge"] = abs(known[0])
        features[f"{prefix}subjectivity"] = known[1]
        features[f"{prefix}blame"] = max(0.0, -known[0])
        features[f"{prefix}assessed"] = 0.5
    for name in classes_of(word):
        features[f"{prefix}{name}"] = 0.5


def _neighbours(features: dict[str, float], words: Sequence[str], place: int) -> None:
    """Add the two words to either side, and the pairs with the nearest ones."""
    word = words[place]
    for step in (-2, -1, 1, 2):
        at = place + step
        other = words[at] if 0 <= at < len(words) else "<>"
        features[f"{step}={other}"] = 0.5
        if abs(step) == 1:
            features[f"{step} end={other[-3:]}"] = 0.3
            features[f"{step} with={word} {other}"] = 0.5
            known = polarity_of(other)
            if known is not None:
                features[f"{step} charge"] = abs(known[0])


def _grammar(features: dict[str, float], words: Sequence[str], place: int) -> None:
    """Add the lemmas of a word, and which parts of speech it and its neighbours may be."""
    for part, lemma in lemmas_of(words[place]):
        features[f"lemma={lemma}"] = features[f"part={part}"] = 0.5
    own = _parts(words, place)
    before, after = _parts(words, place - 1), _parts(words, place + 1)
    for name in (f"-1 parts={before}", f"1 parts={after}",
                 f"-1 parts={before} {own}", f"1 parts={own} {after}"):  # fmt: skip
        features[name] = 0.5


def _parts(words: Sequence[str], place: int) -> str:
    if not 0 <= place < len(words):
        return "<>"
    return "|".join(part for part, _ in lemmas_of(words[place])) or "?"


def _vector_rows(sentence: TokenSentence, vectors: WordVectors) -> NDArray[np.float32]:
    own = vectors.lookup(sentence.words)
    sums = np.vstack([np.zeros((1, own.shape[1])), np.cumsum(own, axis=0)])
    count = len(own)
    places = np.arange(count)
    low, high = np.maximum(places - 3, 0), np.minimum(places + 4, count)
    around = sums[high] - sums[low] - own
    whole = np.broadcast_to(own.mean(axis=0), own.shape)
    means = [_unit_rows(rows)[:, :MEANS] for rows in (around, whole)]
    return np.hstack([own, *means]).astype(np.float32)


def _unit_rows(rows: NDArray[np.floating]) -> NDArray[np.floating]:
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(length > 1e-6, length, 1))


def context_columns(
    decisions: NDArray[np.float64], sentences: Sequence[TokenSentence]
) -> NDArray[np.float64]:
    """Return what a second pass knows of each token: the first pass's decisions around it.

    Columns: the token's own, the nearest and the larger of two on either side, the mean of
    three on both; the sentence's mean, top-three mean, largest and length; the token's rank in
    it; the text's mean; the top-three mean of the sentences next to it; own × sentence terms.
    """
    columns = np.zeros((len(decisions), 13))
    first: dict[int, list[int]] = {}
    at = 0
    edges = []
    for number, sentence in enumerate(sentences):
        end = at + len(sentence.words)
        columns[at:end, :11] = _within(decisions[at:end])
        edges.append((at, end))
        first.setdefault(sentence.text, []).append(number)
        at = end
    for numbers in first.values():
        tops = np.array([columns[edges[n][0], 6] for n in numbers])
        mean = np.mean([columns[edges[n][0], 5] for n in numbers])
        for place, number in enumerate(numbers):
            begin, end = edges[number]
            beside = np.concatenate([tops[max(0, place - 1) : place], tops[place + 1 : place + 2]])
            columns[begin:end, 11] = mean
            columns[begin:end, 12] = beside.mean() if len(beside) else tops[place]
    return columns


def _within(decisions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the first eleven columns of `context_columns` for one sentence."""
    count = len(decisions)
    edge = np.full(3, decisions.min())
    wide = np.concatenate([edge, decisions, edge])
    left, right = wide[2 : 2 + count], wide[4 : 4 + count]
    farther_left, farther_right = wide[1 : 1 + count], wide[5 : 5 + count]
    farthest = wide[:count] + wide[6 : 6 + count]
    ordered = np.sort(decisions)
    rank = np.argsort(np.argsort(-decisions, kind="stable"), kind="stable")
    whole = np.ones(count)
    return np.column_stack(
        [
            decisions,
            left,
            right,
            np.maximum(left, farther_left),
            np.maximum(right, farther_right),
            whole * decisions.mean(),
            whole * ordered[-3:].mean(),
            whole * ordered[-1],
            whole * np.log(count) / 4,
            1 / (1 + rank),
            (left + right + farther_left + farther_right + farthest) / 6,
        ]
    )
