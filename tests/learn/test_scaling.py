"""Latent semantic scaling, FrameAxis and word vectors on made-up spaces and texts."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from framing.errors import SettingsError
from framing.learn import CorpusVectors, FrameAxis, LatentSemanticScaling, WordVectors

SPACE = {
    "war": [1.0, 0.0],
    "attack": [0.9, 0.1],
    "bomb": [0.8, 0.2],
    "peace": [0.0, 1.0],
    "talks": [0.1, 0.9],
    "truce": [0.2, 0.8],
}
SEEDS = (["war", "bomb"], ["peace", "truce"])
TEXTS = ["the attack", "the talks", "attack talks", ""]


def test_words_near_the_high_seeds_score_high() -> None:
    """Scores are standardised, ordered by nearness to the seeds, and missing without words."""
    scores = LatentSemanticScaling(SEEDS, vectors=SPACE).fit_transform(TEXTS).ravel()
    assert scores[0] < scores[2] < scores[1]
    assert np.nanmean(scores) == pytest.approx(0)
    assert np.nanstd(scores) == pytest.approx(1)
    assert np.isnan(scores[3])


def test_exchanged_seeds_turn_the_scale() -> None:
    """With the ends exchanged every score changes its sign."""
    one = LatentSemanticScaling(SEEDS, vectors=SPACE).fit_transform(TEXTS[:3])
    other = LatentSemanticScaling(SEEDS[::-1], vectors=SPACE).fit_transform(TEXTS[:3])
    np.testing.assert_allclose(one, -other, atol=1e-6)


def test_intervals_hold_the_score_and_repeat() -> None:
    """The interval from drawing seeds anew surrounds the score, and repeats with its seed."""
    scale = LatentSemanticScaling(SEEDS, vectors=SPACE).fit(TEXTS)
    table = scale.intervals(TEXTS[:3])
    assert (table["low"] <= table["score"]).all()
    assert (table["score"] <= table["high"]).all()
    assert table["words"].tolist() == [1, 1, 2]
    assert table.equals(scale.intervals(TEXTS[:3]))


def test_word_scores_show_both_ends() -> None:
    """The words farthest out are those of the seeds, lowest first."""
    words = LatentSemanticScaling(SEEDS, vectors=SPACE).fit(TEXTS).word_scores(1)
    assert words["word"].tolist() == ["war", "peace"]


def test_few_sentences_warn() -> None:
    """A space learned from under 5,000 sentences is warned about."""
    texts = ["war and attack", "peace and talks", "war and bombs", "peace and truce"] * 10
    with pytest.warns(UserWarning, match="from 40 sentences is unreliable"):
        scale = LatentSemanticScaling((["war"], ["peace"])).fit(texts)
    assert len(scale.vectors_) >= 5


def test_given_vectors_do_not_warn() -> None:
    """Vectors learned elsewhere are used without a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scale = LatentSemanticScaling(SEEDS, vectors=SPACE).fit(TEXTS)
    words = scale.word_scores(1)["word"].tolist()
    assert words == ["war", "peace"]


def test_unknown_seeds_are_refused() -> None:
    """An end without a known seed is an error that names the seeds."""
    with pytest.raises(SettingsError, match="none of the seeds harmony has a vector"):
        LatentSemanticScaling((["war"], ["harmony"]), vectors=SPACE).fit(TEXTS)


def test_frame_axis_bias_and_intensity() -> None:
    """Bias is the mean cosine to the axis, intensity its mean squared distance from all."""
    axes = FrameAxis({"peace": (["war"], ["peace"])}, vectors=SPACE).fit(["attack talks"])
    table = axes.set_output(transform="pandas").transform(TEXTS)
    assert list(table.columns) == ["peace bias", "peace intensity"]
    unit = np.array([-1, 1]) / np.sqrt(2)
    attack = np.array(SPACE["attack"]) / np.linalg.norm(SPACE["attack"])
    assert table.iloc[0, 0] == pytest.approx(attack @ unit, abs=1e-6)
    assert table.iloc[0, 1] == pytest.approx((attack @ unit - 0) ** 2, abs=1e-6)
    assert table.iloc[3].isna().all()


def test_frame_axis_intervals() -> None:
    """A text of one word has no spread; one of two has; one without words is missing."""
    axes = FrameAxis({"peace": (["war"], ["peace"])}, vectors=SPACE).fit(TEXTS)
    table = axes.intervals(TEXTS)
    assert table["low"][0] == table["high"][0]
    assert table["low"][2] < table["bias"][2] < table["high"][2]
    assert table["words"].tolist() == [1, 1, 2, 0]


def test_corpus_vectors_bring_like_words_together() -> None:
    """Words used in the same places are each other's neighbours; fits repeat exactly."""
    rng = np.random.default_rng(0)
    kinds = (["cat", "dog", "fox"], ["law", "tax", "bill"])
    frames = ("the {} ran over the wet grass", "they passed the {} in parliament")
    texts = [frames[i % 2].format(kinds[i % 2][rng.integers(3)]) for i in range(600)]
    with pytest.warns(UserWarning, match="unreliable"):
        vectors, again = (CorpusVectors(dimensions=10).fit(texts).vectors_ for _ in range(2))
    nearest = {word for word, _ in vectors.similar("cat", 2)}
    assert nearest == {"dog", "fox"}
    np.testing.assert_array_equal(vectors.matrix, again.matrix)
    np.testing.assert_allclose(np.linalg.norm(vectors.matrix, axis=1), 1, rtol=1e-5)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda: WordVectors(["a"], [[1.0], [2.0]]), "1 words need a matrix of as many rows"),
        (lambda: CorpusVectors().fit(["a b"]), "only 0 words occur 5 times"),
        (lambda: WordVectors(["a"], [[1.0]]).similar("b"), "'b' has no vector"),
        (lambda: LatentSemanticScaling(SEEDS, vectors=CorpusVectors()).fit([]), "not fitted"),
    ],
)
def test_impossible_vectors_are_refused(act, message: str) -> None:  # type: ignore[no-untyped-def]
    """Vectors that do not fit, or can't be learned, are named."""
    with pytest.raises(SettingsError, match=message):
        act()
