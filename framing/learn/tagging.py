"""`LoadedLanguageTagger`: which words of a text are loaded, from the user's own annotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.validation import check_is_fitted

from framing.errors import SettingsError
from framing.learn.estimators import estimator
from framing.learn.tagfolds import (
    best_f1,
    best_threshold,
    checked_spans,
    content,
    folded,
    folds,
    marks,
    probability,
)
from framing.learn.tagtokens import TokenSentence, context_columns, sentences_of, token_columns
from framing.learn.texts import as_texts, feature_names
from framing.learn.vectors import as_vectors
from framing.values import Span

__all__ = ["LoadedLanguageTagger"]


@estimator
class LoadedLanguageTagger(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """Mark loaded words, having seen texts in which a person marked them.

    A first pass judges each word by its spelling, its lemmas and parts of speech, its
    neighbours, its polarity and cue classes, and its vector when given; a second one looks at
    the first's decisions around it, in its sentence and in its text. Both are logistic
    regressions; the second, and the threshold, are fitted on decisions for texts the first had
    not seen, and the second is kept only where it does better on them.

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
    second_ : estimator or None
        The second pass; None where it did not help.

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
        alpha: float = 1e-5,
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

        Returns
        -------
        LoadedLanguageTagger
            This one, with ``threshold_``, ``n_words_`` and ``second_``.

        Raises
        ------
        SettingsError
            When `y` does not fit `X`, or nothing or everything is marked.
        """
        self._learn(as_texts(X), y, groups)
        return self

    def fit_transform(self, X: Any, y: Any, groups: Any = None) -> NDArray[np.float64]:  # noqa: N803
        """Learn, and return `transform` of the texts as judged by folds that had not seen them.

        This is what a classifier on top must learn from: judged by the fitted tagger itself,
        texts it was trained on look far surer than any later one.

        Parameters
        ----------
        X, y, groups
            As of `fit`.

        Returns
        -------
        array, shape (texts, 4)
        """
        texts = as_texts(X)
        sentences, decisions = self._learn(texts, y, groups)
        return self._summaries(len(texts), sentences, probability(decisions))

    def transform(self, X: Any) -> NDArray[np.float64]:  # noqa: N803
        """Return what the words of each text come to.

        Parameters
        ----------
        X : iterable of str or of Article
            Texts, in any number.

        Returns
        -------
        array, shape (texts, 4)
            Largest probability, mean of the three largest, mean over content words, and the
            share of content words from the threshold up; 0 for a text without words.
        """
        texts = as_texts(X)
        sentences, probabilities = self._judge(texts)
        return self._summaries(len(texts), sentences, probabilities)

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[Any]:
        """Return the names of `transform`'s columns.

        Parameters
        ----------
        input_features : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        array of str, shape (4,)
            ``most loaded``, ``three most loaded``, ``mean loaded``, ``share marked``.
        """
        return feature_names(["most loaded", "three most loaded", "mean loaded", "share marked"])

    def _learn(
        self, texts: list[str], y: Any, groups: Any
    ) -> tuple[list[TokenSentence], NDArray[np.float64]]:
        """Fit both passes; return the cross-fitted decisions of the last one."""
        spans = checked_spans(texts, y)
        sentences = sentences_of(texts)
        marked = marks(sentences, spans)
        if not len(marked) or marked.all() or not marked.any():
            raise SettingsError(
                f"{int(marked.sum())} of {len(marked)} words are marked; "
                "both loaded and plain words are needed to learn from"
            )
        self.vectors_ = as_vectors(self.vectors)
        columns = token_columns(sentences, self.vectors_)
        of_text = np.array([sentence.text for sentence in sentences for _ in sentence.words])
        codes = np.unique(np.asarray(groups) if groups is not None else np.arange(len(texts)),
                          return_inverse=True)[1]  # fmt: skip
        split = folds(codes[of_text], marked)
        first = folded(self._first(), columns, marked, split)
        around = context_columns(first, sentences)
        second = folded(self._second(), around, marked, split)
        kept = content(sentences)
        better = best_f1(second[kept], marked[kept]) > best_f1(first[kept], marked[kept])
        last = second if better else first
        self.threshold_ = (
            float(self.threshold)
            if self.threshold is not None
            else best_threshold(probability(last)[kept], marked[kept])
        )
        self.first_ = self._first().fit(columns, marked)
        self.second_ = self._second().fit(around, marked) if better else None
        self.n_words_ = len(marked)
        return sentences, last

    def predict(self, X: Any) -> list[list[Span]]:  # noqa: N803
        """Return the spans of loaded words of each text; words next to each other are one span.

        Parameters
        ----------
        X : iterable of str or of Article
            Texts, in any number.

        Returns
        -------
        list of lists of (start, end)
            Code points of each text; empty where no word reaches the threshold.
        """
        texts = as_texts(X)
        sentences, probabilities = self._judge(texts)
        found: list[list[Span]] = [[] for _ in texts]
        flags = (probabilities >= self.threshold_) & content(sentences)
        at = 0
        for sentence in sentences:
            joined: list[Span] = []
            last = -2
            for place, (start, end) in enumerate(sentence.spans):
                if flags[at + place]:
                    if place == last + 1 and texts[sentence.text][joined[-1][1] : start].isspace():
                        joined[-1] = (joined[-1][0], end)
                    else:
                        joined.append((start, end))
                    last = place
            found[sentence.text].extend(joined)
            at += len(sentence.spans)
        return found

    def predict_proba(self, X: Any) -> list[list[tuple[int, int, float]]]:  # noqa: N803
        """Return (start, end, probability of being loaded) of every word of each text.

        Parameters
        ----------
        X : iterable of str or of Article
            Texts, in any number.
        """
        texts = as_texts(X)
        sentences, probabilities = self._judge(texts)
        found: list[list[tuple[int, int, float]]] = [[] for _ in texts]
        at = 0
        for sentence in sentences:
            for start, end in sentence.spans:
                found[sentence.text].append((start, end, float(probabilities[at])))
                at += 1
        return found

    def score(self, X: Any, y: Any) -> float:  # noqa: N803
        """Return F1 over content words: a word counts as marked when a span touches it.

        Parameters
        ----------
        X, y
            As of `fit`, of texts that it has not seen.

        Returns
        -------
        float
            From 0 to 1, over the content words of all texts together.
        """
        texts = as_texts(X)
        sentences = sentences_of(texts)
        kept = content(sentences)
        gold = marks(sentences, checked_spans(texts, y))[kept]
        found = marks(sentences, self.predict(texts))[kept]
        both = int((gold & found).sum())
        return 2 * both / max(1, int(gold.sum() + found.sum()))

    def _summaries(
        self, count: int, sentences: Sequence[TokenSentence], probabilities: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        table = np.zeros((count, 4))
        kept = content(sentences)
        of_text = np.array(
            [sentence.text for sentence in sentences for _ in sentence.words], dtype=np.intp
        )
        judged, texts = probabilities[kept], of_text[kept]
        for text in np.unique(texts):
            mine = np.sort(judged[texts == text])
            share = float((mine >= self.threshold_).mean())
            table[text] = mine[-1], mine[-3:].mean(), mine.mean(), share
        return table

    def _judge(self, texts: list[str]) -> tuple[list[TokenSentence], NDArray[np.float64]]:
        check_is_fitted(self)
        sentences = sentences_of(texts)
        if not sentences:
            return sentences, np.empty(0)
        decisions = self.first_.decision_function(token_columns(sentences, self.vectors_))
        if self.second_ is not None:
            decisions = self.second_.decision_function(context_columns(decisions, sentences))
        return sentences, probability(decisions)

    def _first(self) -> SGDClassifier:
        return SGDClassifier(
            loss="log_loss",
            alpha=self.alpha,
            max_iter=self.epochs,
            tol=None,
            average=True,
            learning_rate="adaptive",
            eta0=0.5,
            random_state=self.random_state or 0,
        )

    def _second(self) -> Any:
        return make_pipeline(StandardScaler(), LogisticRegression(C=1.0, max_iter=500))
