"""Texts into columns: namings by voice (sparse), stance features (dense), or both."""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from framing.learn.estimators import estimator
from framing.learn.texts import as_articles, documents_of, feature_names
from framing.lexicon import Lexicons, Targets, load_lexicons, load_targets
from framing.matching import Matcher
from framing.stance import (
    FEATURES,
    SENTIMENT_FEATURES,
    article_features,
    find_cues,
    sentiment_features,
)
from framing.values import VOICES, Article
from framing.voice import decide, read_voice

__all__ = ["FramingFeatures", "LoadedTermVectorizer", "StanceFeatures"]


class _TextTransformer(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """A transformer of texts whose columns do not depend on the texts it is fitted on."""

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.requires_fit = True
        return tags

    def _names(self) -> list[str]:
        raise NotImplementedError

    def get_feature_names_out(self, input_features: Any = None) -> Any:
        """Return the names of the columns, in order."""
        check_is_fitted(self)
        return feature_names(self._names())


@estimator
class LoadedTermVectorizer(_TextTransformer):
    """Count how often each concept is named by each variant, in each voice.

    Parameters
    ----------
    lexicon : str, path, Lexicon or list of these, optional
        Whose concepts are counted; all shipped ones of kind ``naming`` by default.
    targets : mapping or path, optional
        Parties that can fill slots, beside the shipped states.
    loaded_only : bool
        Whether neutral variants are left out.

    Attributes
    ----------
    matcher_ : Matcher
        The compiled lexicons.
    vocabulary_ : dict
        ``lexicon/concept/variant/voice`` → column.

    Examples
    --------
    >>> counts = LoadedTermVectorizer("foreign-forces").fit(["no text is learned from"])
    >>> found = counts.transform(["American occupation forces stayed."])
    >>> found.sum(), counts.get_feature_names_out()[found.indices][0]
    (np.int64(1), 'foreign-forces/foreign-troops/occupation-forces/own')
    """

    def __init__(
        self, lexicon: Lexicons = None, *, targets: Targets = None, loaded_only: bool = False
    ):
        self.lexicon = lexicon
        self.targets = targets
        self.loaded_only = loaded_only

    def fit(self, X: Any, y: Any = None) -> LoadedTermVectorizer:  # noqa: N803
        """Compile the lexicons; nothing is learned from the texts.

        Parameters
        ----------
        X : iterable of str or of Article
            Checked to be texts.
        y : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        LoadedTermVectorizer
            This one, with ``matcher_`` and ``vocabulary_``.
        """
        as_articles(X)
        self.matcher_ = Matcher(load_lexicons(self.lexicon), load_targets(self.targets))
        kept = [entry for entry in self.matcher_.entries if entry.loaded or not self.loaded_only]
        keys = dict.fromkeys(
            f"{entry.lexicon}/{entry.concept}/{entry.variant}/{voice}"
            for entry in kept
            for voice in VOICES
        )
        self.vocabulary_ = {key: column for column, key in enumerate(keys)}
        return self

    def transform(self, X: Any) -> sp.csr_matrix:  # noqa: N803
        """Return counts, shape (texts, concept × variant × voice).

        Parameters
        ----------
        X : iterable of str or of Article
            Texts, in any number; an article's title is read too.

        Returns
        -------
        scipy.sparse.csr_matrix of int
            Namings of each variant in each voice, in the order of ``vocabulary_``.
        """
        check_is_fitted(self)
        rows: list[int] = []
        columns: list[int] = []
        articles = as_articles(X)
        for row, article in enumerate(articles):
            for column in self._columns(article):
                rows.append(row)
                columns.append(column)
        shape = (len(articles), len(self.vocabulary_))
        ones = np.ones(len(rows), dtype=np.int64)
        return sp.csr_matrix((ones, (rows, columns)), shape=shape)

    def _columns(self, article: Article) -> list[int]:
        """Return the column of every naming of one article."""
        found = []
        for document in documents_of(article):
            hits = self.matcher_.find(document, article.date)
            decisions = decide(read_voice(document), [(hit.start, hit.end) for hit in hits])
            for hit, decision in zip(hits, decisions, strict=True):
                entry = self.matcher_.entries[hit.entry]
                key = f"{entry.lexicon}/{entry.concept}/{entry.variant}/{decision.voice}"
                if key in self.vocabulary_:
                    found.append(self.vocabulary_[key])
        return found

    def _names(self) -> list[str]:
        return list(self.vocabulary_)

    def __getstate__(self) -> dict[str, Any]:
        """Leave the compiled matcher out: it can't be copied, and is compiled again."""
        state: dict[str, Any] = super().__getstate__()
        return {name: value for name, value in state.items() if name != "matcher_"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)
        if "vocabulary_" in state:
            self.matcher_ = Matcher(load_lexicons(self.lexicon), load_targets(self.targets))


@estimator
class StanceFeatures(_TextTransformer):
    """Compute the stance features of each text: hedges, passives, sources and the rest.

    Parameters
    ----------
    sentiment : bool
        Whether TextBlob's polarity and subjectivity are added (slow).
    missing : float
        What stands for a rate or share whose denominator is 0; NaN keeps it missing.

    Attributes
    ----------
    names_ : list of str
        The columns: those of `framing.stance.FEATURES`, then sentiment's.

    Examples
    --------
    >>> features = StanceFeatures().fit(["Any text."])
    >>> values = features.transform(["The plan clearly failed. Nine men were killed."])
    >>> dict(zip(features.get_feature_names_out(), values[0]))["agentless_share"]
    np.float64(1.0)
    """

    def __init__(self, *, sentiment: bool = False, missing: float = 0.0):
        self.sentiment = sentiment
        self.missing = missing

    def fit(self, X: Any, y: Any = None) -> StanceFeatures:  # noqa: N803
        """Fix the columns; nothing is learned from the texts.

        Parameters
        ----------
        X : iterable of str or of Article
            Checked to be texts.
        y : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        StanceFeatures
            This one, with ``names_``.
        """
        as_articles(X)
        self.names_ = [*FEATURES, *(SENTIMENT_FEATURES if self.sentiment else ())]
        return self

    def transform(self, X: Any) -> Any:  # noqa: N803
        """Return the features of `X`, texts or articles: array of float64, (texts, features).

        Columns are in the order of ``names_``; an article's title is read too.
        """
        check_is_fitted(self)
        articles = as_articles(X)
        values = np.full((len(articles), len(self.names_)), float(self.missing))
        for row, article in enumerate(articles):
            found = self._features(article)
            for column, name in enumerate(self.names_):
                value = found[name]
                if value is not None:
                    values[row, column] = value
        return values

    def _features(self, article: Article) -> dict[str, int | float | None]:
        parts = []
        for document in documents_of(article):
            reading = read_voice(document)
            parts.append((document, reading, find_cues(document, reading)))
        found = article_features(parts)
        if self.sentiment:
            found.update(sentiment_features([part[:2] for part in parts]))
        return found

    def _names(self) -> list[str]:
        return self.names_


@estimator
class FramingFeatures(_TextTransformer):
    """Namings by voice and stance features side by side, as one sparse matrix.

    Parameters
    ----------
    lexicon, targets
        As of `LoadedTermVectorizer`.
    sentiment
        As of `StanceFeatures`.

    Examples
    --------
    >>> both = FramingFeatures("foreign-forces").fit(["Any text."])
    >>> both.transform(["American occupation forces stayed."]).shape[1] == len(
    ...     both.get_feature_names_out())
    True
    """

    def __init__(
        self, lexicon: Lexicons = None, *, targets: Targets = None, sentiment: bool = False
    ):
        self.lexicon = lexicon
        self.targets = targets
        self.sentiment = sentiment

    def fit(self, X: Any, y: Any = None) -> FramingFeatures:  # noqa: N803
        """Compile the lexicons and fix the columns.

        Parameters
        ----------
        X : iterable of str or of Article
            Checked to be texts.
        y : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        FramingFeatures
            This one, with ``terms_`` and ``stance_``, the two that it joins.
        """
        self.terms_ = LoadedTermVectorizer(self.lexicon, targets=self.targets).fit(X)
        self.stance_ = StanceFeatures(sentiment=self.sentiment).fit(X)
        return self

    def transform(self, X: Any) -> sp.csr_matrix:  # noqa: N803
        """Return both sets of columns for `X`: float64, shape (texts, namings + features).

        First stand the columns of `LoadedTermVectorizer`, then those of `StanceFeatures`.
        """
        check_is_fitted(self)
        articles = as_articles(X)
        dense = sp.csr_matrix(self.stance_.transform(articles))
        return sp.hstack([self.terms_.transform(articles), dense], format="csr")

    def _names(self) -> list[str]:
        return [*self.terms_._names(), *self.stance_._names()]
