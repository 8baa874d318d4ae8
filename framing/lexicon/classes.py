"""Word classes of a cue lexicon as one mapping, for rooms that read single words."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType

from framing.lexicon.forms import forms_of
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
    """
    return _classes(lexicon_id)


@functools.lru_cache(maxsize=64)
def _classes(lexicon_id: str) -> Mapping[str, tuple[str, ...]]:
    lexicon = load_lexicon(lexicon_id)
    found: dict[str, list[str]] = {}
    for concept, variants in zip(lexicon.concepts, forms_of(lexicon), strict=True):
        for forms in variants:
            for form in forms:
                word = " ".join(form.text.lower().replace("’", "'").split())
                classes = found.setdefault(word, [])
                if concept.id not in classes:
                    classes.append(concept.id)
    return MappingProxyType({word: tuple(classes) for word, classes in found.items()})
