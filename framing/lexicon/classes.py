"""Word classes of a cue lexicon as one mapping, for rooms that read single words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from framing.lexicon.forms import forms_of
from framing.lexicon.lexiconrecords import Lexicon
from framing.lexicon.loading import load_lexicon

__all__ = ["word_classes"]


def word_classes(lexicon_id: str) -> Mapping[str, tuple[str, ...]]:
    """Return every inflected form of a lexicon and the classes (concepts) it belongs to.

    Parameters
    ----------
    lexicon_id : str
        The id of a shipped lexicon, or a path.

    Returns
    -------
    Mapping of str to tuple of str
        Forms in lower case with straight apostrophes and single spaces, in the lexicon's
        order; a form of several words is one key. A prefix keeps its ``*``.

    Examples
    --------
    >>> word_classes("reporting-verbs")["claims"]
    ('doubt',)
    """
    lexicon = load_lexicon(lexicon_id)
    found = _KEPT.get(lexicon.sha256)
    if found is None:
        found = _KEPT[lexicon.sha256] = MappingProxyType(_classes(lexicon))
    return found


_KEPT: dict[str, Mapping[str, tuple[str, ...]]] = {}


def _classes(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for concept, variants in zip(lexicon.concepts, forms_of(lexicon), strict=True):
        for forms in variants:
            for form in forms:
                word = " ".join(form.text.lower().replace("’", "'").split())
                classes = found.setdefault(word, [])
                if concept.id not in classes:
                    classes.append(concept.id)
    return {word: tuple(classes) for word, classes in found.items()}
