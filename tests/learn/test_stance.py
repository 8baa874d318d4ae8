"""StanceClassifier: the contract, masking, probabilities, abstaining, copies, refusals."""

from __future__ import annotations

import io
import pickle

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone

from framing.errors import SettingsError
from framing.learn import CorpusVectors, StanceClassifier
from framing.learn.calibration import fit_temperature, softmax
from framing.learn.opinionwords import opinion_words
from framing.learn.vectors import vectors_from
from framing.learn.views import around, based, faded_lemmas, mention_form, near_words, signed_words
from framing.lexicon import word_classes
from framing.lexicon.parties import party_lexicons

NAMES = ("Ruiz", "Sol", "Orlan", "Brel", "Tarn")
WORDS = {
    -1: ("corrupt", "brutal", "disgraced"),
    0: ("tall", "elder", "former"),
    1: ("brave", "honest", "beloved"),
}


def table(n: int = 45) -> tuple[pd.DataFrame, np.ndarray]:
    """Return made-up sentences whose adjective before the target gives the label."""
    texts, starts, ends, labels = [], [], [], []
    for place in range(n):
        label = (-1, 0, 1)[place % 3]
        name = NAMES[place % len(NAMES)]
        other = NAMES[(place + 1) % len(NAMES)]
        text = f"The {WORDS[label][place // 3 % 3]} {name} met {other} at the port."
        texts.append(text)
        starts.append(text.index(name))
        ends.append(text.index(name) + len(name))
        labels.append(label)
    frame = pd.DataFrame({"text": texts, "target_start": starts, "target_end": ends})
    return frame, np.array(labels)


@pytest.fixture(scope="module")
def fitted() -> StanceClassifier:
    """Return a classifier fitted on the made-up sentences."""
    return StanceClassifier().fit(*table())


def test_it_learns_what_stands_beside_the_target(fitted: StanceClassifier) -> None:
    """The sentences it saw come out right, and always a label of y."""
    given, y = table()
    predicted = fitted.predict(given)
    assert (predicted == y).all()
    assert set(fitted.predict(given)) <= set(y)


def test_the_target_decides_which_side_counts(fitted: StanceClassifier) -> None:
    """One sentence has another stance toward each of the two it names."""
    text = "The corrupt Ruiz met the brave Sol."
    given = pd.DataFrame({"text": [text] * 2, "target_start": [12, 31], "target_end": [16, 34]})
    assert fitted.predict(given).tolist() == [-1, 1]


def test_names_are_masked(fitted: StanceClassifier) -> None:
    """Another name in the target's place changes nothing."""
    given = pd.DataFrame(
        {
            "text": ["The brave Ruiz left.", "The brave Vexx left."],
            "target_start": [10, 10],
            "target_end": [14, 14],
        }
    )
    probabilities = fitted.predict_proba(given)
    np.testing.assert_allclose(probabilities[0], probabilities[1])


def test_probabilities_sum_to_one_and_agree(fitted: StanceClassifier) -> None:
    """Rows of probabilities sum to 1, and their largest is the label predicted."""
    given, _ = table()
    probabilities = fitted.predict_proba(given)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1)
    assert (fitted.classes_[probabilities.argmax(axis=1)] == fitted.predict(given)).all()
    assert fitted.temperature_ != 1.0


def test_it_abstains_below_the_threshold() -> None:
    """Where no class is likely enough the label is None; by default it never is."""
    texts, labels = ["The man sat."] * 40, ["for", "against"] * 20
    shy = StanceClassifier(abstain_below=0.9).fit(texts, labels)
    assert shy.predict(texts[:1]).tolist() == [None]
    assert shy.set_params(abstain_below=0.0).predict(texts[:1])[0] in labels


def test_texts_alone_are_enough() -> None:
    """A list of texts without targets can be learned from, with labels of any kind."""
    texts = ["a brave deed", "a vile deed"] * 5
    model = StanceClassifier().fit(texts, ["for", "against"] * 5)
    assert model.predict(texts[:2]).tolist() == ["for", "against"]


def test_same_input_same_output() -> None:
    """Two fits with one seed give the same probabilities to the last bit."""
    given, y = table()
    one = StanceClassifier(random_state=3).fit(given, y).predict_proba(given)
    two = StanceClassifier(random_state=3).fit(given, y).predict_proba(given)
    assert (one == two).all()


def test_clones_and_copies_in_memory(fitted: StanceClassifier) -> None:
    """A clone is unfitted with the same parameters; a pickled copy predicts the same."""
    assert clone(fitted).get_params() == fitted.get_params()
    assert not hasattr(clone(fitted), "classes_")
    given, _ = table()
    copied = pickle.load(io.BytesIO(pickle.dumps(fitted)))  # noqa: S301 - written a line above
    np.testing.assert_array_equal(copied.predict_proba(given), fitted.predict_proba(given))


def test_features_have_names_and_weights(fitted: StanceClassifier) -> None:
    """Every column is named, and the heaviest features are those that were planted."""
    assert len(fitted.get_feature_names_out()) == fitted.n_features_
    top = fitted.top_features(12)
    for label, planted in ((-1, "bad-conduct"), (1, "good-conduct")):
        heaviest = " ".join(top.loc[top["class"] == label, "feature"])
        assert any(word in heaviest for word in (*WORDS[label], planted))
    assert top.groupby("class").size().tolist() == [12, 12, 12]


def test_vectors_join_in() -> None:
    """Word vectors add four columns a dimension and do not change the names before them."""
    given, y = table()
    with pytest.warns(UserWarning, match="unreliable"):
        vectors = CorpusVectors(dimensions=4, min_count=2).fit(given["text"])
    plain, more = StanceClassifier().fit(given, y), StanceClassifier(vectors=vectors).fit(given, y)
    assert more.n_features_ == plain.n_features_ + 16
    assert more.get_feature_names_out()[-1] == "vectors: 15"
    assert (more.predict(given) == y).all()


@pytest.mark.parametrize(
    ("labels", "options", "message"),
    [
        ([1] * 45, {}, "needs two classes"),
        ([1, 2], {}, "45 texts, but 2 labels"),
        ([1] * 45, {"abstain_below": 2}, "is a probability"),
        ([1] * 45, {"vectors": "glove"}, "vectors are str"),
    ],
)
def test_what_can_not_be_learned_is_refused(
    labels: list[int], options: dict[str, object], message: str
) -> None:
    """Wrong labels, settings and vectors are named, with what would do."""
    y = labels if "vectors" not in options else table()[1]
    with pytest.raises(SettingsError, match=message):
        StanceClassifier(**options).fit(table()[0], y)  # type: ignore[arg-type]


def test_softmax_and_temperature() -> None:
    """Softmax survives huge decisions; a sure and often wrong model is cooled."""
    np.testing.assert_allclose(softmax(np.array([[1e6, 0.0]])), [[1, 0]])
    decisions = np.array([[5.0, 0.0]] * 10)
    hot = fit_temperature(decisions, np.array([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]))
    assert softmax(decisions / hot)[0, 0] == pytest.approx(0.7, abs=0.01)


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("critics condemned", "again", "left opinion-words:censures"),
        ("", "condemned critics", "right opinion-words:censures"),
        ("the council paid tribute to", "", "left opinion-words:praises"),
        ("", "was never honest", "right not opinion-words:good-conduct"),
        ("they criticised", "", "left opinion-words:censures"),
        ("they criticized", "", "left opinion-words:censures"),
    ],
)
def test_words_of_praise_and_blame_count_on_their_side(left: str, right: str, name: str) -> None:
    """A word or phrase counts by its class and side, and apart where it is negated."""
    found = opinion_words(left.split()[::-1], right.split())
    assert found[name] > 0
    other = {"left": "right", "right": "left"}[name.split()[0]]
    assert not any(key.startswith(other) for key in found)


def test_words_of_praise_and_blame_fade_with_distance() -> None:
    """The nearer word weighs more, but both count among all."""
    near, far = opinion_words([], ["lied"]), opinion_words([], ["who", "often", "lied"])
    assert near["right opinion-words:wrongs"] > far["right opinion-words:wrongs"] > 0
    assert near["all opinion-words:wrongs"] == far["all opinion-words:wrongs"] == 1


def test_opinion_words_share_no_column_with_polarity_and_cues() -> None:
    """What is added leaves every other column as it was, so that saved models predict as before."""
    seen = around("They blamed Ruiz, a liar.", 12, 16)
    added = opinion_words(seen.left, seen.right)
    assert added
    assert all(" opinion-words:" in key for key in added)
    assert "left blame" in signed_words(around("A terrible Ruiz left.", 11, 15))


def test_no_party_or_state_is_a_word_of_praise_or_blame() -> None:
    """What speaks well or ill of somebody is no name or adjective of a declared party."""
    parties = {
        form.lower()
        for file in party_lexicons()
        for concept in file.concepts
        for variant in concept.variants
        for form in (*variant.nouns, *variant.exact, *variant.adjectives)
    }
    assert not parties & set(word_classes("opinion-words"))


def test_negation_turns_polarity() -> None:
    """'Not good' on either side of a target is no praise."""
    right = signed_words(around("Ruiz is not good", 0, 4))
    left = signed_words(around("no good Ruiz", 8, 12))
    assert right["right polarity"] < 0
    assert left["left polarity"] < 0


def test_how_a_target_is_named() -> None:
    """A pronoun is known by itself, a description by its words, a name by nothing of its own."""
    assert mention_form(around("She left.", 0, 3))["pronoun=she"] == 1.0
    described = mention_form(around("They met the jailed broker.", 9, 26))
    assert {"word=jailed", "word=broker", "described"} <= set(described)
    assert mention_form(around("They met Ruiz.", 9, 13)) == {"words": 1 / 6}
    assert mention_form(around("Ruiz’s men", 0, 4))["owner"] == 1.0
    assert mention_form(around("They left.", 0, 0)) == {"words": 0.0}


def test_near_words_fade() -> None:
    """The nearest word weighs 1, each further one less."""
    found = near_words(around("Ruiz one two three", 0, 4))
    assert found["rightnear=one"] == 1.0 > found["rightnear=two"] > found["rightnear=three"]


def test_base_forms_fade_and_keep_their_side() -> None:
    """Inflected forms share a column of their side; the nearest place of a word counts."""
    one = faded_lemmas(based(around("Critics slammed Ruiz.", 16, 20)))
    two = faded_lemmas(based(around("A critic slams Ruiz.", 15, 19)))
    assert one["left=slam"] == two["left=slam"] == 1.0 > one["left=critic"] > 0
    assert one["left=critic slam"] == two["left=critic slam"]
    assert "right=slam" not in one
    twice = faded_lemmas(based(around("Ruiz lied and lied.", 0, 4)))
    assert twice["right=lie"] == 1.0


def test_many_texts_teach_the_company_of_words() -> None:
    """From 200 texts on, and not before, word vectors are learned and their columns named."""
    given, y = table(45)
    few = StanceClassifier().fit(given, y)
    ends = [f" Day {day}." for day in range(5) for _ in range(45)]
    many = pd.concat([given] * 5, ignore_index=True)
    many["text"] += ends
    model = StanceClassifier().fit(many, np.tile(y, 5))
    assert few.company_ is None
    assert {"brave", "corrupt"} <= set(model.company_.words)
    names = model.get_feature_names_out()
    assert len(names) == model.n_features_ == len(set(names))
    assert names[-1] == f"company: {4 * model.company_.dimensions - 1}"
    assert (model.predict(given) == y).all()


def test_words_too_rare_have_no_vectors() -> None:
    """Where no two words are frequent enough nothing is learned, and nothing raised."""
    assert vectors_from([["a", "b"]], dimensions=2, window=5, min_count=3, seed=0) is None


def test_texts_of_targets_alone_are_learned_from() -> None:
    """Texts in which nothing but the target stands have columns still, and answers."""
    given = pd.DataFrame({"text": [f"Ruiz{n}" for n in range(240)], "target_start": 0})
    given["target_end"] = given["text"].str.len()
    model = StanceClassifier().fit(given, [1, -1] * 120)
    assert set(model.predict(given)) <= {1, -1}
    assert len(model.get_feature_names_out()) == model.n_features_


def test_copies_of_rows_change_nothing() -> None:
    """A table given twice gives the same probabilities, with annotated words too."""
    given, y = table()
    twice = pd.concat([given, given], ignore_index=True)
    spans = [[(4, 9)]] * len(y)
    for more in ({}, {"spans": spans}):
        one = StanceClassifier().fit(given, y, **more)
        two = StanceClassifier().fit(twice, np.tile(y, 2), **{k: v * 2 for k, v in more.items()})
        np.testing.assert_array_equal(one.predict_proba(given), two.predict_proba(given))
    with pytest.raises(SettingsError, match="45 texts, but 44 lists of spans"):
        StanceClassifier().fit(given, y, spans=spans[1:])


def test_a_model_of_older_features_is_refused(fitted: StanceClassifier) -> None:
    """A model fitted before the company of words was learned says that it must be fitted anew."""
    old = pickle.loads(pickle.dumps(fitted))  # noqa: S301 - written in this line
    del old.company_
    with pytest.raises(SettingsError, match="older framing"):
        old.predict(table()[0])


def test_annotated_words_join_in() -> None:
    """With spans a tagger is learned too; its four columns are named and used when predicting."""
    given, y = table()
    spans = [
        [(text.index(word), text.index(word) + len(word)) for word in WORDS[-1] if word in text]
        for text in given["text"]
    ]
    plain, more = StanceClassifier().fit(given, y), StanceClassifier().fit(given, y, spans=spans)
    assert plain.tagger_ is None
    assert more.n_features_ == plain.n_features_ + 4
    assert more.get_feature_names_out()[-4:].tolist() == [
        f"loaded: {name}" for name in more.tagger_.get_feature_names_out()
    ]
    assert (more.predict(given) == y).all()
