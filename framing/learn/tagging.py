"""`LoadedLanguageTagger`: which words of a text are loaded, from the user's own annotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, clone
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.validation import check_is_fitted

from framing.errors import SettingsError
from framing.learn.tagtokens import Sentence, context_columns, sentences_of, token_columns
from framing.learn.texts import as_texts
from framing.learn.vectors import as_vectors
from framing.learn.words import STOP_WORDS
from framing.values import Span

__all__ = ["LoadedLanguageTagger"]

_FOLDS = 3


class LoadedLanguageTagger(BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """Mark loaded words, having seen texts in which a person marked them.

    A first pass judges each word by its spelling, its neighbours, its polarity and cue classes,
    and its vector when given; a second one looks at the first's decisions around it, in its
    sentence and in its text. Both are logistic regressions; the second, and the threshold, are
    fitted on decisions for texts the first had not seen.

    Parameters
    ----------
    random_state : int, optional
        Seed of the solver; None is 0, so that results repeat.
    vectors : WordVectors, fitted CorpusVectors or mapping of word to array, optional
        Word vectors, best from a large body of similar texts without annotation.
    threshold : float, optional
        Probability from which a word is marked; by default the one with the best F1 over
        content words of the training texts.
    alpha : float
        Strength of regularisation of the first pass.
    epochs : int
        Passes of its solver over the words.

    Attributes
    ----------
    threshold_ : float
        The probability from which words are marked.
    n_words_ : int
        Words seen in training.

    Examples
    --------
    >>> texts = ["The vicious thug fled.", "The tall man sat.", "A vicious raid."] * 4
    >>> spans = [[(4, 11), (12, 16)], [], [(2, 9)]] * 4
    >>> tagger = LoadedLanguageTagger().fit(texts, spans)
    >>> tagger.predict(["They met a vicious man."])
    [[(11, 18)]]
    """

    def __init__(
        self,
        random_state: int | None = None,
        *,
        vectors: Any = None,
        threshold: float | None = None,
        alpha: float = 6e-6,
        epochs: int = 10,
    ) -> None:
        self.random_state = random_state
        self.vectors = vectors
        self.threshold = threshold
        self.alpha = alpha
        self.epochs = epochs

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.target_tags.required = True
        return tags

    def fit(self, X: Any, y: Any, groups: Any = None) -> LoadedLanguageTagger:  # noqa: N803
        """Learn from annotated texts.

        Parameters
        ----------
        X : iterable of str or of Article
            Sentences or whole articles.
        y : sequence of lists of (start, end)
            Offsets of the loaded words of each text; a word counts when a span touches it.
        groups : sequence, optional
            What belongs together (article, outlet) and is not split between folds; each text
            by itself when None.

        Raises
        ------
        SettingsError
            When `y` does not fit `X`, or nothing or everything is marked.
        """
        texts = as_texts(X)
        spans = _checked_spans(texts, y)
        sentences = sentences_of(texts)
        marked = _marks(sentences, spans)
        if not len(marked) or marked.all() or not marked.any():
            raise SettingsError(
                f"{int(marked.sum())} of {len(marked)} words are marked; "
                "both loaded and plain words are needed to learn from"
            )
        self.vectors_ = as_vectors(self.vectors)
        columns = token_columns(sentences, self.vectors_)
        of_text = np.array([one.text for one in sentences for _ in one.words])
        codes = np.unique(np.asarray(groups) if groups is not None else np.arange(len(texts)),
                          return_inverse=True)[1]  # fmt: skip
        folds = _folds(codes[of_text], marked)
        first = _folded(self._first(), columns, marked, folds)
        around = context_columns(first, sentences)
        second = _folded(self._second(), around, marked, folds)
        content = _content(sentences)
        self.threshold_ = (
            float(self.threshold)
            if self.threshold is not None
            else _best_threshold(_probability(second)[content], marked[content])
        )
        self.first_ = self._first().fit(columns, marked)
        self.second_ = self._second().fit(around, marked)
        self.n_words_ = len(marked)
        return self

    def predict(self, X: Any) -> list[list[Span]]:  # noqa: N803
        """Return the spans of loaded words of each text; words next to each other are one span."""
        texts = as_texts(X)
        sentences, probabilities = self._judge(texts)
        found: list[list[Span]] = [[] for _ in texts]
        flags = (probabilities >= self.threshold_) & _content(sentences)
        at = 0
        for one in sentences:
            joined: list[Span] = []
            last = -2
            for place, (start, end) in enumerate(one.spans):
                if flags[at + place]:
                    if place == last + 1 and texts[one.text][joined[-1][1] : start].isspace():
                        joined[-1] = (joined[-1][0], end)
                    else:
                        joined.append((start, end))
                    last = place
            found[one.text].extend(joined)
            at += len(one.spans)
        return found

    def predict_proba(self, X: Any) -> list[list[tuple[int, int, float]]]:  # noqa: N803
        """Return (start, end, probability of being loaded) of every word of each text."""
        texts = as_texts(X)
        sentences, probabilities = self._judge(texts)
        found: list[list[tuple[int, int, float]]] = [[] for _ in texts]
        at = 0
        for one in sentences:
            for start, end in one.spans:
                found[one.text].append((start, end, float(probabilities[at])))
                at += 1
        return found

    def score(self, X: Any, y: Any) -> float:  # noqa: N803
        """Return F1 over content words: a word counts as marked when a span touches it."""
        texts = as_texts(X)
        sentences = sentences_of(texts)
        content = _content(sentences)
        gold = _marks(sentences, _checked_spans(texts, y))[content]
        found = _marks(sentences, self.predict(texts))[content]
        both = int((gold & found).sum())
        return 2 * both / max(1, int(gold.sum() + found.sum()))

    def _judge(self, texts: list[str]) -> tuple[list[Sentence], NDArray[np.float64]]:
        check_is_fitted(self)
        sentences = sentences_of(texts)
        if not sentences:
            return sentences, np.empty(0)
        first = self.first_.decision_function(token_columns(sentences, self.vectors_))
        second = self.second_.decision_function(context_columns(first, sentences))
        return sentences, _probability(second)

    def _first(self) -> SGDClassifier:
        return SGDClassifier(
            loss="log_loss",
            alpha=self.alpha,
            max_iter=self.epochs,
            tol=None,
            average=True,
            learning_rate="adaptive",
            eta0=0.05,
            random_state=self.random_state or 0,
        )

    def _second(self) -> Any:
        return make_pipeline(StandardScaler(), LogisticRegression(C=1.0, max_iter=500))


def _checked_spans(texts: Sequence[str], given: Any) -> list[list[Span]]:
    spans = [[(int(start), int(end)) for start, end in one] for one in given]
    if len(spans) != len(texts):
        raise SettingsError(f"{len(texts)} texts, but {len(spans)} lists of spans; give one a text")
    for number, (text, those) in enumerate(zip(texts, spans, strict=True)):
        for start, end in those:
            if not 0 <= start < end <= len(text):
                raise SettingsError(
                    f"text {number}: the span [{start}, {end}) does not lie in its "
                    f"{len(text)} characters"
                )
    return spans


def _marks(sentences: Sequence[Sentence], spans: Sequence[Sequence[Span]]) -> NDArray[np.bool_]:
    """Tell for each word whether a span of its text touches it."""
    marks: list[bool] = []
    ordered = [sorted(those) for those in spans]
    for one in sentences:
        low, high = one.spans[0][0], one.spans[-1][1]
        near = [span for span in ordered[one.text] if span[0] < high and low < span[1]]
        marks.extend(any(a < end and start < b for a, b in near) for start, end in one.spans)
    return np.array(marks, dtype=bool)


def _content(sentences: Sequence[Sentence]) -> NDArray[np.bool_]:
    return np.array([word not in STOP_WORDS for one in sentences for word in one.words], dtype=bool)


def _folds(groups: NDArray[Any], marked: NDArray[np.bool_]) -> list[tuple[Any, Any]]:
    """Split by group; none when a training part would lack marked or plain words."""
    if len(np.unique(groups)) < _FOLDS:
        return []
    folds = list(GroupKFold(_FOLDS).split(groups, groups=groups))
    usable = all(marked[train].any() and not marked[train].all() for train, _ in folds)
    return folds if usable else []


def _folded(model: Any, columns: Any, marked: Any, folds: Any) -> NDArray[np.float64]:
    """Decisions for words of texts the model has not seen; of itself when there are no folds."""
    if not folds:
        return np.asarray(model.fit(columns, marked).decision_function(columns))
    decisions = np.zeros(len(marked))
    for train, test in folds:
        fitted = clone(model).fit(columns[train], marked[train])
        decisions[test] = fitted.decision_function(columns[test])
    return decisions


def _probability(decisions: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(1 / (1 + np.exp(-np.clip(decisions, -500, 500))))


def _best_threshold(probabilities: NDArray[np.float64], marked: NDArray[np.bool_]) -> float:
    """Return the probability from which F1 is best."""
    order = np.argsort(-probabilities, kind="stable")
    hits = np.cumsum(marked[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + max(1, int(marked.sum())))
    return float(probabilities[order[int(f1.argmax())]])
