"""Models on disk: the same predictions back, provenance inside, strangers refused."""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from framing.errors import MissingExtraError, SettingsError
from framing.learn import (
    CorpusVectors,
    FramingFeatures,
    LatentSemanticScaling,
    LoadedLanguageTagger,
    LoadedTermVectorizer,
    StanceClassifier,
    StanceFeatures,
    load_model,
    save_model,
    saving,
)

TEXTS = ["A brave man won.", "A vile man fled."] * 6
LABELS = [1, -1] * 6


def stance() -> Any:
    """Return a fitted classifier with vectors of its own."""
    with pytest.warns(UserWarning, match="unreliable"):
        vectors = CorpusVectors(dimensions=2, min_count=2).fit(TEXTS)
    return StanceClassifier(vectors=vectors).fit(TEXTS, LABELS)


MODELS = {
    "stance": (stance, "predict_proba"),
    "tagger": (
        lambda: LoadedLanguageTagger().fit(TEXTS, [[], [(2, 6)]] * 6),
        "predict_proba",
    ),
    "pipeline": (
        lambda: make_pipeline(StanceFeatures(), LogisticRegression()).fit(TEXTS, LABELS),
        "predict_proba",
    ),
    "terms": (lambda: LoadedTermVectorizer("foreign-forces").fit(TEXTS), "transform"),
    "both": (lambda: FramingFeatures("foreign-forces").fit(TEXTS), "transform"),
    "scale": (
        lambda: LatentSemanticScaling(
            (["vile"], ["brave"]), vectors={"vile": [1, 0], "brave": [0, 1]}
        ).fit(TEXTS),
        "transform",
    ),
}


def dense(values: Any) -> np.ndarray:
    """Return any of their outputs as a plain array."""
    return np.asarray(values.toarray() if hasattr(values, "toarray") else values, dtype=float)


@pytest.mark.parametrize("name", MODELS)
def test_a_model_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    """A saved and loaded model, and a pickled copy in memory, give the same figures."""
    make, method = MODELS[name]
    model = make()
    path = save_model(model, tmp_path / "model.skops", provenance={"labels": "two coders"})
    loaded, provenance = load_model(path)
    copied = pickle.loads(pickle.dumps(model))  # noqa: S301 - written in this line
    expected = dense(getattr(model, method)(TEXTS[:2]))
    np.testing.assert_array_equal(dense(getattr(loaded, method)(TEXTS[:2])), expected)
    np.testing.assert_array_equal(dense(getattr(copied, method)(TEXTS[:2])), expected)
    assert provenance["more"] == {"labels": "two coders"}


def test_a_model_opens_after_its_module_was_renamed(tmp_path: Path) -> None:
    """A file that knows a class under a module of the past gives the class of today."""
    path = save_model(StanceClassifier(C=2.0).fit(TEXTS, LABELS), tmp_path / "now.skops")
    old = tmp_path / "old.skops"
    with zipfile.ZipFile(path) as now, zipfile.ZipFile(old, "w") as before:
        for name in now.namelist():
            data = now.read(name)
            if name == "schema.json":
                assert b"framing.learn.stanceclassifier" in data
                data = data.replace(b"framing.learn.stanceclassifier", b"framing.learn.stance")
            before.writestr(name, data)
    model, _ = load_model(old)
    assert type(model) is StanceClassifier
    assert model.C == 2.0


def test_provenance_says_what_made_it(tmp_path: Path) -> None:
    """Versions, parameters, classes and the lexicons' hashes travel inside the file."""
    path = save_model(StanceClassifier(C=2.0).fit(TEXTS, LABELS), tmp_path / "m.skops")
    _, provenance = load_model(path)
    assert provenance["parameters"]["C"] == 2.0
    assert provenance["classes"] == [-1, 1]
    assert len(provenance["lexicons"]["stance-cues"]["sha256"]) == 64
    assert {"framing", "scikit-learn", "numpy"} <= set(provenance)


def test_strange_types_are_refused(tmp_path: Path) -> None:
    """A file that holds a type of another library is not opened."""
    import skops.io as sio

    path = tmp_path / "strange.skops"
    sio.dump({"model": Path("x"), "provenance": "{}"}, path)
    with pytest.raises(SettingsError, match="not trusted: pathlib"):
        load_model(path)


def test_other_files_are_refused(tmp_path: Path) -> None:
    """A text file and an archive of something else are no models."""
    import skops.io as sio

    text = tmp_path / "notes.skops"
    text.write_text("hello", encoding="utf-8")
    with pytest.raises(SettingsError, match="this is no model file"):
        load_model(text)
    plain = tmp_path / "plain.skops"
    sio.dump([1, 2], plain)
    with pytest.raises(SettingsError, match="this is no model of save_model's"):
        load_model(plain)


def test_provenance_must_be_json(tmp_path: Path) -> None:
    """What JSON can't hold is refused before anything is written."""
    with pytest.raises(SettingsError, match="can't be written as JSON"):
        save_model(StanceFeatures().fit([]), tmp_path / "m.skops", provenance={"x": object()})
    assert not (tmp_path / "m.skops").exists()


def test_without_skops_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without skops the error says how to install it."""
    monkeypatch.setitem(__import__("sys").modules, "skops.io", None)
    with pytest.raises(MissingExtraError, match=r'pip install "framing\[learn\]"'):
        saving.load_model("any.skops")
