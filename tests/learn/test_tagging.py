"""LoadedLanguageTagger: what it marks, offsets, thresholds, copies, refusals."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from sklearn.base import clone

from framing.errors import SettingsError
from framing.learn import CorpusVectors, LoadedLanguageTagger
from framing.learn.tagtokens import (
    context_columns,
    sentences_of,
    token_columns,
    token_features,
)
from framing.values import Span

LOADED = ("vicious", "thuggish", "shameful", "heroic", "monstrous")
PLAIN = ("wooden", "northern", "quiet", "green", "early")


def corpus(n: int = 40) -> tuple[list[str], list[list[Span]]]:
    """Return made-up sentences in which one of a few adjectives is loaded."""
    texts, spans = [], []
    for place in range(n):
        word = (LOADED if place % 2 else PLAIN)[place // 2 % 5]
        text = f"They saw the {word} house near the {PLAIN[place % 5]} hill."
        texts.append(text)
        spans.append([(13, 13 + len(word))] if place % 2 else [])
    return texts, spans


@pytest.fixture(scope="module")
def tagger() -> LoadedLanguageTagger:
    """Return a tagger fitted on the made-up sentences."""
    return LoadedLanguageTagger().fit(*corpus())


def test_it_marks_the_words_it_learned(tagger: LoadedLanguageTagger) -> None:
    """Loaded words are found in new sentences, at their offsets; plain ones are not."""
    text = "A quiet man. A heroic, vicious man."
    assert tagger.predict([text, "The green hill."]) == [[(15, 21), (23, 30)], []]
    assert tagger.score(*corpus()) == 1.0


def test_words_side_by_side_are_one_span(tagger: LoadedLanguageTagger) -> None:
    """Two marked words with only a space between them make one span."""
    spans = tagger.predict(["The vicious monstrous raid."])[0]
    assert [span for span in spans if span[0] <= 4 and span[1] >= 21] == spans[:1]


def test_probabilities_cover_every_word(tagger: LoadedLanguageTagger) -> None:
    """Each word has a probability, and those marked are from the threshold up."""
    text = "A vicious man in May"
    words = tagger.predict_proba([text])[0]
    assert [text[start:end] for start, end, _ in words] == text.split()
    assert all(0 <= p <= 1 for _, _, p in words)
    marked = [(start, end) for start, end, p in words if p >= tagger.threshold_]
    assert marked == [(2, 9)]


def test_texts_without_words_have_no_spans(tagger: LoadedLanguageTagger) -> None:
    """An empty text and one of marks only are answered with nothing."""
    assert tagger.predict(["", "—"]) == [[], []]
    assert tagger.predict([]) == []


def test_a_threshold_can_be_given() -> None:
    """A threshold of one's own is used as it is: above 1 nothing is marked."""
    texts, spans = corpus()
    never = LoadedLanguageTagger(threshold=1.1).fit(texts, spans)
    assert never.threshold_ == 1.1
    assert never.predict(texts) == [[] for _ in texts]


def test_copies_tag_alike(tagger: LoadedLanguageTagger) -> None:
    """A clone has the parameters only; a copy in memory and a second fit tag the same."""
    assert clone(tagger).get_params() == tagger.get_params()
    assert not hasattr(clone(tagger), "threshold_")
    texts, spans = corpus()
    copied = pickle.loads(pickle.dumps(tagger))  # noqa: S301 - written in this line
    again = LoadedLanguageTagger().fit(texts, spans)
    assert copied.predict_proba(texts) == tagger.predict_proba(texts)
    assert again.predict_proba(texts) == tagger.predict_proba(texts)


def test_vectors_carry_over_to_unseen_words() -> None:
    """With vectors a word never seen in training is marked as its neighbours are."""
    texts, spans = corpus()
    index = {word: [1.0, 0.0] for word in (*LOADED, "beastly")}
    index.update({word: [0.0, 1.0] for word in (*PLAIN, "stony")})
    tagger = LoadedLanguageTagger(vectors=index).fit(texts, spans)
    words = dict.fromkeys(("beastly", "stony"), 0.0)
    for word in words:
        scored = tagger.predict_proba([f"They saw the {word} house near the green hill."])[0]
        words[word] = scored[3][2]
    assert words["beastly"] > words["stony"]


def test_groups_keep_texts_together() -> None:
    """Groups change the folds, not what can be learned."""
    texts, spans = corpus()
    grouped = LoadedLanguageTagger().fit(texts, spans, groups=[i // 8 for i in range(len(texts))])
    assert grouped.predict([texts[1]]) == [spans[1]]


@pytest.mark.parametrize(
    ("texts", "spans", "message"),
    [
        (["a b"], [], "1 texts, but 0 lists"),
        (["a b"], [[(0, 9)]], r"text 0: the span \[0, 9\)"),
        (["a b"], [[]], "0 of 2 words are marked"),
        ("a b", [[]], "single string"),
    ],
)
def test_wrong_annotation_is_refused(texts: list[str], spans: list[object], message: str) -> None:
    """Spans that do not fit, or teach nothing, are named."""
    with pytest.raises(SettingsError, match=message):
        LoadedLanguageTagger().fit(texts, spans)


def test_columns_are_one_row_a_word() -> None:
    """Hashed features, vectors and context have a row for each word, in order."""
    sentences = sentences_of(["They fled. It was “grim” there."])
    with pytest.warns(UserWarning, match="unreliable"):
        vectors = CorpusVectors(dimensions=2, min_count=1).fit(["they fled it was grim there"] * 3)
    assert token_columns(sentences, None).shape[0] == 6
    assert token_columns(sentences, vectors.vectors_).shape[1] % 2 == 0
    decisions = np.array([0.0, 1.0, -1.0, 0.5, 2.0, 0.0])
    around = context_columns(decisions, sentences)
    assert around[:, 0].tolist() == decisions.tolist()
    assert around[:, 7].tolist() == [1.0, 1.0, 2.0, 2.0, 2.0, 2.0]


def test_texts_are_summed_up(tagger: LoadedLanguageTagger) -> None:
    """Columns: largest, three largest and mean probability, share of content words marked."""
    loaded, plain, empty = tagger.transform([corpus()[0][1], "The green hill.", ""])
    assert loaded[0] > tagger.threshold_ > plain[0]
    assert loaded[3] == pytest.approx(1 / 6)
    assert plain[3] == 0
    assert empty.tolist() == [0, 0, 0, 0]
    assert len(tagger.get_feature_names_out()) == 4


def test_training_texts_are_judged_by_others() -> None:
    """What fit_transform says of training texts is less sure than the fitted tagger is."""
    texts, spans = corpus()
    texts.append("They saw the unique house near the far hill.")
    spans.append([(13, 19)])
    tagger = LoadedLanguageTagger()
    crossed = tagger.fit_transform(texts, spans)
    assert crossed.shape == (len(texts), 4)
    assert crossed[-1, 0] < tagger.transform(texts)[-1, 0]


def test_the_second_pass_stays_out_where_it_does_not_help(tagger: LoadedLanguageTagger) -> None:
    """Where words tell all, there is no second pass; where company tells, there is."""
    assert tagger.second_ is None
    texts = ["Birds sat upon some tall tree, zorg.", "Birds sat upon some tall tree, blip."] * 30
    spans = [[(0, 5), (31, 35)], []] * 30
    far = LoadedLanguageTagger().fit(texts, spans)
    assert far.second_ is not None
    assert far.predict(texts[:2]) == spans[:2]


def test_forms_of_one_word_share_their_lemma() -> None:
    """Two forms have one lemma in common, and a word knows what its neighbours may be."""
    first, second = (list(token_features(s)) for s in sentences_of(["He slams it.", "He slammed."]))
    assert first[1]["lemma=slam"] == second[1]["lemma=slam"] == 0.5
    assert first[1]["part=VERB"] == 0.5
    assert first[0]["-1 parts=<>"] == 0.5
    assert any(name.startswith("1 parts=") and "VERB" in name for name in second[0])
