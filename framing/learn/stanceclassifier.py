"""`StanceClassifier`: toward a target in a text, against, neutral or in favour."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfTransformer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import MaxAbsScaler, normalize
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted

from framing.errors import SettingsError
from framing.learn.calibration import fit_temperature, folded_decisions, softmax
from framing.learn.estimators import estimator
from framing.learn.tagging import LoadedLanguageTagger
from framing.learn.texts import as_table, feature_names
from framing.learn.vectors import as_vectors, vectors_from
from framing.learn.views import Around, around, based, block_inputs, pooled_vectors

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["StanceClassifier"]

_MARKED = r"\S+"
# block → how much it weighs beside the others; chosen by cross-validation on training parts
_WEIGHTS = {
    "whole": 1.0, "letters": 1.0, "near": 0.2, "lemmas": 1.0, "signed": 1.4, "mention": 1.0,
    "company": 0.5, "vectors": 1.0, "loaded": 3.0,
}  # fmt: skip
_COMPANY = {"dimensions": 80, "window": 10, "min_count": 3}
_MANY = 200  # texts from which on rare words are left out and the company of words is learned


@estimator
class StanceClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # sklearn is untyped
    """Tell the stance of a text toward a target in it, from the user's own labels.

    The target is masked, so that no party is against or for by its name. Features: words, pairs
    and triples of the whole text; letters inside words; the words next to the target; base forms
    and pairs of them on either side, fading with distance; polarity, cue classes and words that
    speak well or ill of somebody (lexicon ``opinion-words``), fading too and scaled to one length
    a text; whether a pronoun, a name or a description stands for the target; from 200 texts on
    the company that words keep in the training texts (vectors learned from these alone, pooled by
    side); pooled word vectors when given. One logistic regression a class; probabilities by
    temperature scaling on cross-validated decisions, which leaves every prediction as it is.

    Parameters
    ----------
    random_state : int, RandomState or None
        Seed of the folds and of the solver; None is 0, so that results repeat.
    abstain_below : float
        `predict` gives None where the largest probability is below this; 0 never abstains.
    C : float
        Inverse strength of regularisation.
    vectors : WordVectors, fitted CorpusVectors or mapping of word to array, optional
        Word vectors, best from a large body of similar texts without labels.

    Attributes
    ----------
    classes_ : array
        The labels, sorted.
    temperature_ : float
        What decisions are divided by; 1 when there were too few texts to fit it.
    n_features_ : int
        Columns in all.
    tagger_ : LoadedLanguageTagger or None
        What was learned from annotated words.
    company_ : WordVectors or None
        Which base forms keep like company in the training texts; None when these are few.

    Notes
    -----
    A left and a right context with features of their own follow Vo and Zhang (2015), letters,
    negated words apart and classes of lexicons Kiritchenko, Zhu and Mohammad (2014), vectors by
    co-occurrence Levy, Goldberg and Dagan (2015).

    References
    ----------
    Kiritchenko, S., Zhu, X. & Mohammad, S. M. (2014). Sentiment Analysis of Short Informal
    Texts. JAIR 50, 723–762. https://doi.org/10.1613/jair.4272

    Levy, O., Goldberg, Y. & Dagan, I. (2015). Improving Distributional Similarity with Lessons
    Learned from Word Embeddings. TACL 3, 211–225. https://doi.org/10.1162/tacl_a_00134

    Vo, D.-T. & Zhang, Y. (2015). Target-Dependent Twitter Sentiment Classification with Rich
    Automatic Features. IJCAI 2015, 1347–1353.

    Examples
    --------
    >>> import pandas as pd
    >>> X = pd.DataFrame({"text": ["Brave Ruiz won.", "Corrupt Ruiz fled."] * 4,
    ...                   "target_start": [6, 8] * 4, "target_end": [10, 12] * 4})
    >>> model = StanceClassifier().fit(X, [1, -1] * 4)
    >>> model.predict(X.head(2)).tolist()
    [1, -1]
    """

    def __init__(
        self,
        random_state: Any = None,
        abstain_below: float = 0.0,
        *,
        C: float = 1.0,  # noqa: N803 - scikit-learn's name for it
        vectors: Any = None,
    ) -> None:
        self.random_state = random_state
        self.abstain_below = abstain_below
        self.C = C
        self.vectors = vectors

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags

    def fit(self, X: Any, y: Any, spans: Any = None) -> StanceClassifier:  # noqa: N803
        """Learn from labelled texts.

        Parameters
        ----------
        X : DataFrame with ``text, target_start, target_end``, or a list of texts
            Offsets count characters of `text`; without them the whole text is judged.
        y : array, shape (texts,)
            Labels such as −1, 0, 1. The same text with the same target and label counts once,
            so that copies neither weigh more nor make the probabilities surer than they are.
        spans : sequence of lists of (start, end), optional
            Loaded words of each text, where they were annotated as well: a
            `LoadedLanguageTagger` learns from them, and what it makes of each text (in folds
            that had not seen it) joins the features.

        Returns
        -------
        StanceClassifier
            This one, with ``classes_``, ``temperature_``, ``n_features_`` and ``tagger_``.

        Raises
        ------
        SettingsError
            When there are fewer than two classes, `X`, `y` and `spans` differ in length, a target
            does not lie inside its text, or `abstain_below` is no probability.
        """
        if not 0 <= self.abstain_below <= 1:
            raise SettingsError(f"abstain_below is a probability, not {self.abstain_below}")
        table, labels = as_table(X), np.asarray(y)
        if len(table) != len(labels):
            raise SettingsError(f"{len(table)} texts, but {len(labels)} labels; give one a text")
        if spans is not None and len(spans) != len(table):
            raise SettingsError(
                f"{len(table)} texts, but {len(spans)} lists of spans; give one a text"
            )
        check_classification_targets(labels)
        self.classes_, codes = np.unique(labels, return_inverse=True)
        if len(self.classes_) < 2:
            raise SettingsError(
                f"all labels are {self.classes_.tolist()}; a classifier needs two classes or more"
            )
        kept = _first_places(table, codes)
        table, codes = table.iloc[kept], codes[kept]
        if spans is not None:
            spans = [spans[place] for place in kept]
        seen = self._around(table)
        loaded = self._fit_tagger(table["text"].tolist(), spans)
        columns = self._fit_columns(seen, loaded)
        self.n_features_ = int(columns.shape[1])
        decisions = folded_decisions(self._solver(), columns, codes, self._seed())
        self.temperature_ = fit_temperature(decisions, codes)
        self.solver_ = self._solver().fit(columns, codes)
        return self

    def predict(self, X: Any) -> NDArray[Any]:  # noqa: N803
        """Return a label for each text, or None where the classifier abstains.

        Parameters
        ----------
        X : DataFrame with ``text, target_start, target_end``, or a list of texts
            As for `fit`.

        Returns
        -------
        array, shape (texts,)
            The class with the largest probability; None where this is below `abstain_below`.
        """
        probabilities = self.predict_proba(X)
        labels: NDArray[Any] = self.classes_[probabilities.argmax(axis=1)]
        if self.abstain_below > 0:
            labels = labels.astype(object)
            labels[probabilities.max(axis=1) < self.abstain_below] = None
        return labels

    def predict_proba(self, X: Any) -> NDArray[np.float64]:  # noqa: N803
        """Return the probability of each class; rows sum to 1.

        Parameters
        ----------
        X : DataFrame with ``text, target_start, target_end``, or a list of texts
            As for `fit`.

        Returns
        -------
        array, shape (texts, classes)
            In the order of ``classes_``, by ``temperature_``.
        """
        return softmax(self.decision_function(X) / self.temperature_)

    def decision_function(self, X: Any) -> NDArray[np.float64]:  # noqa: N803
        """Return one number per class; the largest wins.

        Parameters
        ----------
        X : DataFrame with ``text, target_start, target_end``, or a list of texts
            As for `fit`.

        Returns
        -------
        array, shape (texts, classes)
            In the order of ``classes_``; two classes have a column each, of opposite signs.

        Raises
        ------
        SettingsError
            When the model was fitted by an older framing, which read other features.
        """
        check_is_fitted(self)
        if not hasattr(self, "company_"):
            raise SettingsError(
                "this model was fitted by an older framing, which read other features; fit it anew"
            )
        loaded = None if self.tagger_ is None else self.tagger_.transform(as_table(X)["text"])
        columns = self._columns(self._around(X), loaded)
        return _two_sided(self.solver_.decision_function(columns))

    def top_features(self, n: int = 10) -> pd.DataFrame:
        """Return the `n` heaviest features of each class.

        Returns
        -------
        DataFrame
            ``class, feature, weight``, heaviest first within each class.
        """
        import pandas as pd

        check_is_fitted(self)
        names = self.get_feature_names_out()
        weights = _two_sided(np.vstack([solver.coef_ for solver in self.solver_.estimators_]).T).T
        rows = [
            (label, names[place], float(row[place]))
            for label, row in zip(self.classes_.tolist(), weights, strict=True)
            for place in np.argsort(-row, kind="stable")[:n]
        ]
        return pd.DataFrame(rows, columns=["class", "feature", "weight"])

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[Any]:
        """Return the names of the columns, ``block: feature``.

        Parameters
        ----------
        input_features : ignored
            It is there for scikit-learn's pipelines.

        Returns
        -------
        array of str, shape (``n_features_``,)
            Blocks of the text first, then ``company``, ``loaded`` and ``vectors``, where there
            are such.
        """
        check_is_fitted(self)
        names = [
            f"{block}: {name}"
            for block, vectorizer in self.blocks_.items()
            for name in vectorizer.get_feature_names_out()
        ]
        if self.company_ is not None:
            names.extend(f"company: {i}" for i in range(4 * self.company_.dimensions))
        if self.tagger_ is not None:
            names.extend(f"loaded: {name}" for name in self.tagger_.get_feature_names_out())
        extra = self.n_features_ - len(names)
        return feature_names([*names, *(f"vectors: {i}" for i in range(extra))])

    def _fit_tagger(self, texts: list[str], spans: Any) -> NDArray[np.float64] | None:
        """Fit a tagger when words were annotated; return its cross-fitted view of the texts."""
        self.tagger_: LoadedLanguageTagger | None = None
        if spans is None:
            return None
        self.tagger_ = LoadedLanguageTagger(self._seed(), vectors=self.vectors)
        return self.tagger_.fit_transform(texts, spans)

    def _around(self, table: Any) -> list[Around]:
        rows = as_table(table)
        return [
            around(text, int(start), int(end))
            for text, start, end in zip(
                rows["text"], rows["target_start"], rows["target_end"], strict=True
            )
        ]

    def _fit_columns(self, seen: list[Around], loaded: NDArray[np.float64] | None) -> sp.csr_matrix:
        """Learn the vocabularies, and return the columns of the training texts."""
        many = len(seen) >= _MANY
        plain = {"sublinear_tf": True, "lowercase": False}
        inputs = block_inputs(seen)
        words = TfidfVectorizer(
            ngram_range=(1, 3), min_df=2 if many else 1, token_pattern=_MARKED, **plain
        )
        letters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), min_df=3 if many else 1, **plain
        )
        blocks = {
            "whole": words.fit(inputs["whole"]) if _has_terms(words, inputs["whole"]) else None,
            "letters": letters.fit(inputs["letters"])
            if _has_terms(letters, inputs["letters"])
            else None,
            "near": DictVectorizer().fit(inputs["near"]),
            "lemmas": _weighed(inputs["lemmas"], 2 if many else 1),
            "signed": DictVectorizer().fit(inputs["signed"]),
            "mention": DictVectorizer().fit(inputs["mention"]),
        }
        self.blocks_ = {name: block for name, block in blocks.items() if block is not None}
        self.scaler_ = MaxAbsScaler().fit(self.blocks_["signed"].transform(inputs["signed"]))
        self.vectors_ = as_vectors(self.vectors)
        self.company_ = None
        if many:
            texts = [based(text).masked.split() for text in seen]
            self.company_ = vectors_from(texts, seed=self._seed(), **_COMPANY)
        return self._columns(seen, loaded)

    def _columns(self, seen: list[Around], loaded: NDArray[np.float64] | None) -> sp.csr_matrix:
        inputs = block_inputs(seen)
        parts = []
        for name, block in self.blocks_.items():
            part = block.transform(inputs[name])
            if name == "signed":
                part = normalize(self.scaler_.transform(part))
            parts.append(part * _WEIGHTS[name])
        if self.company_ is not None:
            pooled = pooled_vectors([based(text) for text in seen], self.company_)
            parts.append(sp.csr_matrix(pooled * _WEIGHTS["company"]))
        if loaded is not None:
            parts.append(sp.csr_matrix(loaded * _WEIGHTS["loaded"]))
        if self.vectors_ is not None:
            pooled = pooled_vectors(seen, self.vectors_)
            parts.append(sp.csr_matrix(pooled * _WEIGHTS["vectors"]))
        return sp.hstack(parts, format="csr")

    def _solver(self) -> OneVsRestClassifier:
        return OneVsRestClassifier(
            LogisticRegression(
                C=self.C,
                solver="liblinear",
                dual=True,
                class_weight="balanced",
                max_iter=300,
                tol=1e-2,  # ten times faster than 1e-4, and as good in cross-validation
                random_state=self._seed(),
            )
        )

    def _seed(self) -> int:
        if self.random_state is None:
            return 0
        if isinstance(self.random_state, int | np.integer):
            return int(self.random_state)
        return int(self.random_state.randint(2**31 - 1))


def _first_places(table: pd.DataFrame, codes: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return where each text with its target and label stands first."""
    again = table.assign(code=codes).duplicated().to_numpy()
    return np.flatnonzero(~again)


def _weighed(given: list[dict[str, float]], least: int) -> Pipeline | None:
    """Return what gives rare features more weight, without those of fewer than `least` texts."""
    counter = DictVectorizer()
    columns = counter.fit_transform(given)
    counter.restrict(columns.getnnz(axis=0) >= least)
    if not counter.feature_names_:
        return None
    return make_pipeline(counter, TfidfTransformer().fit(counter.transform(given)))


def _has_terms(block: TfidfVectorizer, given: list[str]) -> bool:
    """Whether the texts give a block anything to learn (all may be target, or rare)."""
    terms_of = block.build_analyzer()
    texts: Counter[str] = Counter()
    for text in given:
        found = set(terms_of(text))
        texts.update(found)
        if any(texts[term] >= block.min_df for term in found):
            return True
    return False


def _two_sided(decisions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give two classes a column each; scikit-learn gives only the second one's."""
    if decisions.ndim == 1:
        decisions = decisions[:, None]
    return np.hstack([-decisions, decisions]) if decisions.shape[1] == 1 else decisions
