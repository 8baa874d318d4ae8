"""Feature estimators: columns, counts, names, cloning, copies in memory, refusals."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone

from framing.errors import SettingsError
from framing.learn import EventClusterer, FramingFeatures, LoadedTermVectorizer, StanceFeatures
from framing.learn.texts import as_table, as_texts
from framing.stance import FEATURES, SENTIMENT_FEATURES
from framing.values import Article

TEXTS = [
    "American occupation forces stayed. “Occupation forces must go,” said General Ruiz.",
    "US troops left the base, according to the ministry.",
    "It rained.",
]
TRANSFORMERS = [
    LoadedTermVectorizer("foreign-forces"),
    StanceFeatures(),
    FramingFeatures("foreign-forces"),
]


def column(estimator: Any, texts: list[str], ending: str) -> list[float]:
    """Return the column whose name ends so, summed where several do."""
    names = estimator.get_feature_names_out()
    values = estimator.transform(texts)
    dense = values.toarray() if hasattr(values, "toarray") else values
    return dense[:, [name.endswith(ending) for name in names]].sum(axis=1).tolist()


def test_namings_are_counted_by_voice() -> None:
    """Each naming counts once, in the column of its variant and voice."""
    terms = LoadedTermVectorizer("foreign-forces").fit(TEXTS)
    assert column(terms, TEXTS, "/occupation-forces/own") == [1, 0, 0]
    assert column(terms, TEXTS, "/occupation-forces/quoted") == [1, 0, 0]
    assert sum(column(terms, TEXTS, "/attributed")) == 1
    assert terms.transform(TEXTS)[2].nnz == 0


def test_neutral_variants_can_be_left_out() -> None:
    """With loaded_only no neutral variant has a column."""
    every = LoadedTermVectorizer("foreign-forces").fit(TEXTS)
    loaded = LoadedTermVectorizer("foreign-forces", loaded_only=True).fit(TEXTS)
    assert len(loaded.vocabulary_) < len(every.vocabulary_)
    assert loaded.transform([TEXTS[1]]).nnz == 0


def test_targets_of_the_user_are_read() -> None:
    """A declared party fills a slot as a state does."""
    terms = LoadedTermVectorizer("foreign-forces", targets={"Varenia": ["Varenian"]}).fit(TEXTS)
    assert terms.transform(["Varenian occupation forces stayed."]).sum() == 1


def test_stance_features_are_the_catalogue() -> None:
    """Columns are the declared features, sentiment's only when asked for."""
    plain, more = StanceFeatures().fit(TEXTS), StanceFeatures(sentiment=True).fit(TEXTS)
    assert plain.get_feature_names_out().tolist() == list(FEATURES)
    assert more.get_feature_names_out().tolist() == [*FEATURES, *SENTIMENT_FEATURES]
    assert column(plain, TEXTS, "sentences") == [2, 1, 1]


def test_a_missing_rate_is_what_was_asked_for() -> None:
    """A share without a denominator is 0 by default, or NaN on demand."""
    features = StanceFeatures(missing=np.nan).fit(TEXTS)
    assert np.isnan(column(features, [""], "doubt_share")[0])
    assert column(StanceFeatures().fit(TEXTS), [""], "doubt_share") == [0.0]


def test_framing_features_are_both() -> None:
    """The columns of both, in order, with the same values."""
    both = FramingFeatures("foreign-forces").fit(TEXTS)
    terms = LoadedTermVectorizer("foreign-forces").fit(TEXTS)
    stance = StanceFeatures().fit(TEXTS)
    expected = np.hstack([terms.transform(TEXTS).toarray(), stance.transform(TEXTS)])
    np.testing.assert_allclose(both.transform(TEXTS).toarray(), expected)
    assert both.get_feature_names_out().tolist() == [
        *terms.get_feature_names_out(),
        *stance.get_feature_names_out(),
    ]


@pytest.mark.parametrize("estimator", TRANSFORMERS, ids=lambda e: type(e).__name__)
def test_transformers_clone_and_copy(estimator: Any) -> None:
    """A clone has the same parameters and nothing learned; a copy gives the same values."""
    fitted = clone(estimator).fit(TEXTS)
    fresh = clone(fitted)
    assert fresh.get_params() == estimator.get_params()
    assert not [name for name in vars(fresh) if name.endswith("_")]
    first = fitted.transform(TEXTS)
    again = copy.deepcopy(estimator).fit(TEXTS).transform(TEXTS)
    assert abs(first - again).sum() == 0


def test_set_output_gives_a_named_table() -> None:
    """set_output('pandas') names the columns; the values are those without it.

    Whether a Series' row labels are kept is scikit-learn's to say, and differs by release.
    """
    features = StanceFeatures().fit(TEXTS)
    values = features.transform(TEXTS)
    table = features.set_output(transform="pandas").transform(pd.Series(TEXTS))
    assert list(table.columns) == list(FEATURES)
    assert table.to_numpy().tolist() == values.tolist()


def test_articles_keep_titles_and_dates() -> None:
    """Articles are taken as they are, a title counted with its text."""
    article = Article("a", title="Occupation forces leave", text="It rained.")
    terms = LoadedTermVectorizer("foreign-forces").fit([article])
    assert terms.transform([article]).sum() == 1


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("one text", "is a single string; give a list"),
        ([1, 2], r"X\[0\] is int, not text"),
        (["a", None], r"X\[1\] is NoneType"),
        (7, "give a list of texts"),
        (pd.DataFrame({"body": ["a"]}), "no column 'text' .it has body."),
        (np.array([["a", "b"]]), r"shape \(1, 2\)"),
    ],
)
def test_what_is_no_list_of_texts_is_refused(given: object, message: str) -> None:
    """Every kind of wrong input is named, with the way out."""
    with pytest.raises(SettingsError, match=message):
        as_texts(given)


def test_one_column_of_texts_is_a_list_of_texts() -> None:
    """An array of one column, a table's text column and a generator are lists of texts."""
    assert as_texts(np.array([["a"], ["b"]], dtype=object)) == ["a", "b"]
    assert as_texts(pd.DataFrame({"text": ["a"]})) == ["a"]
    assert as_texts(text for text in ("a", "b")) == ["a", "b"]


def test_a_target_outside_its_text_is_refused() -> None:
    """Offsets beyond the text are an error that names the row."""
    table = pd.DataFrame({"text": ["ab", "ab"], "target_start": [0, 1], "target_end": [1, 3]})
    with pytest.raises(SettingsError, match=r"row 1: the target \[1, 3\)"):
        as_table(table)


def test_events_are_clusters() -> None:
    """Articles of one event share a label; one alone has its own."""
    ferry = "The Orlan ferry sank off Tarn Bay with 41 aboard."
    clusterer = EventClusterer()
    labels = clusterer.fit_predict([ferry, "Teachers of Brel voted to strike over pay.", ferry])
    assert labels.tolist() == [0, 1, 0]
    assert clusterer.table_["event"].notna().tolist() == [True, False, True]


def test_given_events_are_kept() -> None:
    """An event that articles already have is their cluster."""
    articles = [Article(str(i), event=event, text="A text.") for i, event in enumerate("xyx")]
    assert EventClusterer().fit(articles).labels_.tolist() == [0, 1, 0]


def test_examples_are_read(examples: Path) -> None:
    """The teaching corpus gives a row of finite features for each article."""
    from framing import read_articles

    articles = list(read_articles(examples / "corpus"))
    values = StanceFeatures().fit(articles).transform(articles)
    assert values.shape == (len(articles), len(FEATURES))
    assert np.isfinite(values).all()
