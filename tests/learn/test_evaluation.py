"""evaluate and its report: schemes, figures by hand, the gap, curves, importance, charts."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

from framing.errors import SettingsError
from framing.learn import (
    GroupedReport,
    StanceFeatures,
    WeightsDisplay,
    evaluate,
    learning_curve,
    permutation_table,
)


def leaky(n: int = 60) -> tuple[list[str], list[str], list[str]]:
    """Return texts whose label shows only in their outlet's name, with the outlets."""
    outlets = [f"outlet{i % 6}" for i in range(n)]
    labels = ["against" if i % 6 < 3 else "for" for i in range(n)]
    return [f"{outlet} reports" for outlet in outlets], labels, outlets


WORDS = make_pipeline(CountVectorizer(), MultinomialNB())


def test_the_gap_shows_what_random_folds_hide() -> None:
    """A model that knows outlets by name does well in random folds and badly on new ones."""
    texts, labels, outlets = leaky()
    report = evaluate(WORDS, texts, labels, outlet=outlets)
    assert report.macro_f1["random"] == 1.0
    assert report.macro_f1["outlet"] < 0.6
    assert report.gap == {"outlet": pytest.approx(1.0 - report.macro_f1["outlet"])}
    assert "outlets held out: macro-F1" in str(report)


def test_events_are_a_scheme_of_their_own() -> None:
    """With events given too there are three schemes, each with its classes and macro row."""
    texts, labels, outlets = leaky()
    events = [f"e{i // 12}" for i in range(len(texts))]
    report = evaluate(WORDS, texts, labels, outlet=outlets, event=events)
    assert list(dict.fromkeys(report.table["scheme"])) == ["random", "outlet", "event"]
    assert report.table.groupby("scheme").size().tolist() == [3, 3, 3]
    assert (report.table["low"] <= report.table["f1"] + 1e-9).all()
    assert (report.table["f1"] <= report.table["high"] + 1e-9).all()
    assert report.predictions.columns.tolist() == ["label", "random", "outlet", "event"]


def test_figures_by_hand() -> None:
    """Precision, recall and F1 of a small table; an abstention counts against recall only."""
    labels = np.array(["a", "a", "a", "b", "b"])
    found = np.array(["a", "a", "b", "b", None], dtype=object)
    report = GroupedReport.from_predictions(labels, {"random": found}, {"random": np.arange(5)})
    rows = report.table.set_index("class")
    assert rows.loc["a", ["precision", "recall"]].tolist() == [1.0, pytest.approx(2 / 3)]
    assert rows.loc["b", ["precision", "recall", "f1"]].tolist() == [0.5, 0.5, 0.5]
    assert rows.loc["macro", "f1"] == pytest.approx((0.8 + 0.5) / 2)
    assert rows["n"].tolist() == [3, 2, 5]
    assert report.coverage == {"random": 0.8}


def test_intervals_come_from_groups() -> None:
    """Texts that come in groups give wider intervals than the same texts alone."""
    rng = np.random.default_rng(1)
    labels = np.repeat(rng.choice(["a", "b"], 20), 10)
    right = np.repeat(rng.random(20) < 0.6, 10)
    found = np.where(right, labels, np.where(labels == "a", "b", "a")).astype(object)
    widths = []
    for clusters in (np.arange(200), np.repeat(np.arange(20), 10)):
        table = GroupedReport.from_predictions(labels, {"x": found}, {"x": clusters}).table
        macro = table[table["class"] == "macro"].iloc[0]
        widths.append(macro["high"] - macro["low"])
    assert widths[1] > 1.5 * widths[0]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"outlet": ["a"] * 3}, "outlet has 3 entries for 60 labels"),
        ({"outlet": ["a"] * 60}, "all texts have one outlet"),
    ],
)
def test_groups_that_can_not_be_held_out_are_refused(
    options: dict[str, list[str]], message: str
) -> None:
    """Group lists of another length or with one group only are errors."""
    texts, labels, _ = leaky()
    with pytest.raises(SettingsError, match=message):
        evaluate(WORDS, texts, labels, **options)


def test_a_fold_with_one_class_is_refused() -> None:
    """Holding out the only outlet of a class leaves nothing to learn, and says so."""
    texts = ["aa", "bb"] * 4
    with pytest.raises(SettingsError, match="leaves one class"):
        evaluate(WORDS, texts, ["x", "y"] * 4, outlet=["o1", "o2"] * 4)


def test_learning_curves_grow() -> None:
    """More texts give more; n_train grows with the share; nonsense shares are refused."""
    texts, labels, _ = leaky()
    curve = learning_curve(WORDS, texts, labels, shares=(0.2, 1.0))
    assert curve["n_train"].is_monotonic_increasing
    assert curve["macro_f1"].iloc[-1] == 1.0
    with pytest.raises(SettingsError, match="not at 2"):
        learning_curve(WORDS, texts, labels, shares=(2,))


def test_permutation_finds_the_feature_that_matters() -> None:
    """The planted cue is the most important feature; constant ones have none."""
    texts = ["The plan clearly failed.", "The plan yesterday failed."] * 20
    labels = ["sure", "unsure"] * 20
    model = make_pipeline(StanceFeatures(), LogisticRegression()).fit(texts, labels)
    table = permutation_table(model, texts, labels)
    assert table["feature"][0] == "booster_per_1000"
    assert table.set_index("feature").loc["harm", "importance"] == 0.0
    bars = WeightsDisplay.from_permutation(table, 3).plot()[0].patches
    widths = [bar.get_width() for bar in reversed(bars)]
    np.testing.assert_allclose(widths, table["importance"].head(3))
    with pytest.raises(SettingsError, match="fitted Pipeline"):
        permutation_table(DummyClassifier(), texts, labels)


def test_report_is_drawn_from_its_table() -> None:
    """The chart shows each F1 at its class, one series a scheme."""
    texts, labels, outlets = leaky()
    report = evaluate(WORDS, texts, labels, outlet=outlets)
    ax = report.plot()
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        "random folds",
        "outlets held out",
    ]
    drawn = [float(bar.get_width()) for bar in ax.patches[:3]]
    part = report.table[report.table["scheme"] == "random"]
    assert drawn == pytest.approx(part["f1"].tolist())


def test_tables_can_be_split_too() -> None:
    """A DataFrame of texts and targets is cut by rows."""
    frame = pd.DataFrame({"text": ["good man", "bad man"] * 10})
    model = make_pipeline(_Column(), CountVectorizer(), MultinomialNB())
    assert evaluate(model, frame, [1, 0] * 10).macro_f1["random"] == 1.0


class _Column(DummyClassifier):  # type: ignore[misc]  # sklearn is untyped
    """Hands the text column on."""

    def fit(self, table, y=None):  # type: ignore[no-untyped-def]
        """Learn nothing."""
        self.n_ = len(table)
        return self

    def transform(self, table):  # type: ignore[no-untyped-def]
        """Return the column."""
        return table["text"]
