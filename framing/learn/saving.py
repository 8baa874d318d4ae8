"""Models on disk: skops archives with their provenance inside, never pickles.

A model file is opened only when every type in it is one of ours or one that skops trusts, so a
file from a stranger can't run code.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.errors import MissingExtraError, SettingsError
from framing.learn.estimators import trusted
from framing.output import will_write, write_whole

__all__ = ["load_model", "model_provenance", "save_model"]

_CUES = ("stance-cues", "harm-verbs", "persons", "passives", "reporting-verbs", "opinion-words")


def save_model(
    model: Any, path: str | Path, *, provenance: Mapping[str, Any] | None = None
) -> Path:
    """Write a fitted estimator or pipeline to a skops archive.

    Parameters
    ----------
    model : estimator
        Any of this room's, or a scikit-learn pipeline of them.
    path : path
        Usually ending in ``.skops``.
    provenance : mapping, optional
        What it was trained on, who labelled it, how it did: anything JSON can hold. Versions,
        parameters and the SHA-256 of the cue lexicons are added.

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    MissingExtraError
        When skops is not installed.
    SettingsError
        When the provenance is nothing JSON can hold.

    Examples
    --------
    >>> import tempfile
    >>> from sklearn.dummy import DummyClassifier
    >>> model = DummyClassifier().fit([[0], [1]], ["loaded", "plain"])
    >>> path = Path(tempfile.mkdtemp()) / "mine.skops"
    >>> save_model(model, path, provenance={"coder": "Ana"}).name
    'mine.skops'
    """
    sio = _skops("saving a model")
    record = model_provenance(model, provenance)
    will_write(path)
    saved = sio.dumps({"model": model, "provenance": json.dumps(record, sort_keys=True)})
    return write_whole(path, saved)


def load_model(path: str | Path) -> tuple[Any, dict[str, Any]]:
    """Read a model that `save_model` wrote, also one from before our modules were renamed.

    Parameters
    ----------
    path : path
        What `save_model` wrote.

    Returns
    -------
    (estimator, provenance)
        The fitted estimator, and what `save_model` recorded of it.

    Raises
    ------
    SettingsError
        When the file can't be read, is no model of ours, or holds types that are not trusted.

    Examples
    --------
    >>> import tempfile
    >>> from sklearn.dummy import DummyClassifier
    >>> model = DummyClassifier().fit([[0], [1]], ["loaded", "plain"])
    >>> path = Path(tempfile.mkdtemp()) / "mine.skops"
    >>> again, told = load_model(save_model(model, path, provenance={"coder": "Ana"}))
    >>> again.predict([[0]]).tolist(), told["more"]
    (['loaded'], {'coder': 'Ana'})
    """
    sio = _skops("loading a model")
    source, known = Path(path), set(trusted())
    try:
        data = _as_named_now(source.read_bytes())
        strange = sorted(set(sio.get_untrusted_types(data=data)) - known)
    except Exception as error:
        raise SettingsError(
            f"{source}: this is no model file; give one that save_model wrote"
        ) from error
    if strange:
        raise SettingsError(
            f"{source}: the file holds types that are not trusted: {', '.join(strange)}; "
            "ask whoever made it for one written by save_model"
        )
    held = sio.loads(data, trusted=sorted(known))
    if not isinstance(held, dict) or set(held) != {"model", "provenance"}:
        raise SettingsError(f"{source}: this is no model of save_model's; it holds {type(held)}")
    return held["model"], json.loads(held["provenance"])


def model_provenance(model: Any, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return what is recorded with a model: versions, parameters, lexicons, and `more`.

    Examples
    --------
    >>> from framing.learn import StanceFeatures
    >>> model_provenance(StanceFeatures(), {"labels": "two coders"})["more"]
    {'labels': 'two coders'}
    """
    import numpy as np
    import sklearn

    from framing._version import VERSION
    from framing.lexicon import load_lexicon

    given = dict(more or {})
    try:
        json.dumps(given)
    except (TypeError, ValueError) as error:
        raise SettingsError(
            "the provenance can't be written as JSON; give texts, numbers, lists and mappings only"
        ) from error
    lexicons = {name: load_lexicon(name) for name in _CUES}
    return {
        "framing": VERSION,
        "scikit-learn": sklearn.__version__,
        "numpy": np.__version__,
        "model": type(model).__name__,
        "parameters": {name: _plain(value) for name, value in model.get_params().items()},
        "classes": [_plain(label) for label in getattr(model, "classes_", [])],
        "lexicons": {
            name: {"version": lexicon.version, "sha256": lexicon.sha256}
            for name, lexicon in lexicons.items()
        },
        "more": given,
    }


def _as_named_now(data: bytes) -> bytes:
    """Return a model file in which our classes stand under the modules that hold them today."""
    now = {name.rpartition(".")[2]: name.rpartition(".")[0] for name in trusted()}

    def renamed(record: dict[str, Any]) -> dict[str, Any]:
        module, name = str(record.get("__module__")), record.get("__class__")
        if module.startswith("framing.learn.") and name in now:
            record["__module__"] = now[name]
        return record

    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w") as new:
        for entry in old.infolist():
            held = old.read(entry)
            if entry.filename == "schema.json":
                held = json.dumps(json.loads(held, object_hook=renamed)).encode()
            new.writestr(entry, held)
    return written.getvalue()


def _plain(value: Any) -> Any:
    """Return a value as JSON can hold it; what it can't by a short description."""
    if hasattr(value, "item") and getattr(value, "ndim", 1) == 0:
        value = value.item()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    words = getattr(value, "words", None)
    if words is not None:
        digest = hashlib.sha256("\n".join(words).encode()).hexdigest()
        return f"{type(value).__name__} of {len(words)} words, sha256 {digest}"
    return type(value).__name__


def _skops(purpose: str) -> Any:
    try:
        import skops.io as sio
    except ImportError as error:
        raise MissingExtraError.of("learn", "skops", purpose) from error
    return sio
