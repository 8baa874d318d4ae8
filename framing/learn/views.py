"""What `StanceClassifier` sees of a text around its target: words, sides, nearness, polarity."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.language import closed
from framing.learn.featurewords import (
    WORD,
    base_form,
    classes_of,
    fold_word,
    polarity_of,
    tokens,
)
from framing.learn.opinionwords import opinion_words
from framing.learn.vectors import WordVectors

__all__ = [
    "Around",
    "around",
    "based",
    "block_inputs",
    "faded_lemmas",
    "mention_form",
    "near_words",
    "pooled_vectors",
    "signed_words",
]

TARGET = "targetword"
_DECAY = 5.0
_LEMMA_DECAY = 6.0
_PRONOUNS = (
    closed.SUBJECT_PRONOUNS | closed.NEUTRAL_PRONOUNS | closed.OBJECT_PRONOUNS | closed.POSSESSIVES
    | {"hers", "theirs", "who", "whom"}
) - {"there"}  # fmt: skip


class Around(NamedTuple):
    """Folded tokens to the left (nearest first) and right of a target, and the masked text."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    masked: str
    quoted: bool
    share: float
    mention: str = ""
    owns: bool = False


def around(text: str, start: int, end: int) -> Around:
    """Cut a text at its target and put a mask in the target's place.

    Without a target (``start == end``) everything lies to the right of the cut.

    Examples
    --------
    >>> around("They blamed Ruiz again.", 12, 16)[:3]
    (('blamed', 'they'), ('again', '.'), 'they blamed targetword again .')
    """
    before, after = tokens(text[:start]), tokens(text[end:])
    mask = [TARGET] if end > start else []
    opened = text[:start].count("“") > text[:start].count("”") or text[:start].count('"') % 2 == 1
    return Around(
        tuple(reversed(before)),
        tuple(after),
        " ".join([*before, *mask, *after]),
        opened,
        start / max(1, len(text)),
        text[start:end],
        text[end : end + 2] in ("'s", "’s"),
    )


def based(seen: Around) -> Around:
    """Return what stands around a target with every word in its base form.

    Examples
    --------
    >>> based(around("They blamed Ruiz.", 12, 16)).left
    ('blame', 'they')
    """
    return seen._replace(
        left=tuple(base_form(word) for word in seen.left),
        right=tuple(base_form(word) for word in seen.right),
        masked=" ".join(base_form(word) for word in seen.masked.split()),
    )


def faded_lemmas(seen: Around) -> dict[str, float]:
    """Weigh base forms and pairs of them on either side by the nearness of their nearest place.

    Parameters
    ----------
    seen
        What `based` returned.

    Examples
    --------
    >>> found = faded_lemmas(based(around("They often blamed Ruiz.", 18, 22)))
    >>> found["left=blame"], round(found["left=they often"], 2)
    (1.0, 0.85)
    """
    found: dict[str, float] = {}
    for side, words in (("left", seen.left), ("right", seen.right)):
        for place, word in enumerate(words):
            weight = math.exp(-place / _LEMMA_DECAY)
            found.setdefault(f"{side}={word}", weight)
            pair = words[place : place + 2]
            if len(pair) == 2:
                ordered = pair if side == "right" else pair[::-1]
                found.setdefault(f"{side}={' '.join(ordered)}", weight)
    return found


def near_words(seen: Around) -> dict[str, float]:
    """Words by their place next to the target, and by nearness up to eight words away.

    Examples
    --------
    >>> near_words(around("They blamed Ruiz.", 12, 16))["left1=blamed"]
    1.0
    """
    found: dict[str, float] = {}
    for side, words in (("left", seen.left), ("right", seen.right)):
        for place, word in enumerate(words[:8]):
            if place < 4:
                found[f"{side}{place + 1}={word}"] = 1.0
                found[f"{side}any={word}"] = 1.0
            found.setdefault(f"{side}near={word}", math.exp(-place / _DECAY))
        found[f"{side}two={' '.join(words[:2])}"] = 1.0
        found[f"{side}three={' '.join(words[:3])}"] = 1.0
    found[f"both={' '.join(seen.left[:1])}_{' '.join(seen.right[:1])}"] = 1.0
    return found


def mention_form(seen: Around) -> dict[str, float]:
    """How the target is named: by a pronoun, a name or a description, and whether it owns.

    Capitalised words are left out, so that no party is against or for by its name.

    Examples
    --------
    >>> mention_form(around("They met the tall Ruiz's men.", 9, 22))
    {'word=the': 1.0, 'described': 1.0, 'word=tall': 1.0, 'owner': 1.0, 'words': 0.5}
    >>> mention_form(around("He left.", 0, 2))
    {'pronoun=he': 1.0, 'pronoun': 1.0, 'words': 0.16666666666666666, 'opens': 1.0}
    """
    words = [match.group() for match in WORD.finditer(seen.mention)]
    found: dict[str, float] = {}
    if len(words) == 1 and fold_word(words[0]) in _PRONOUNS:
        found[f"pronoun={fold_word(words[0])}"] = found["pronoun"] = 1.0
    else:
        for word in words:
            if word[0].islower():
                found[f"word={fold_word(word)}"] = found["described"] = 1.0
    if seen.owns:
        found["owner"] = 1.0
    found["words"] = min(len(words), 6) / 6
    if words and not seen.left:
        found["opens"] = 1.0
    return found


def signed_words(seen: Around) -> dict[str, float]:
    """Polarity, cue and opinion classes of the words on either side, fading with distance.

    A negation within three words before a word turns its polarity.

    Examples
    --------
    >>> signed_words(around("Excellent Ruiz left.", 10, 14))["left polarity"]
    1.0
    """
    found: dict[str, float] = defaultdict(float, opinion_words(seen.left, seen.right))
    for side, words in (("left", seen.left), ("right", seen.right)):
        for place, word in enumerate(words):
            weight = math.exp(-place / _DECAY)
            known = polarity_of(word)
            if known is not None:
                before = (
                    words[place + 1 : place + 4]
                    if side == "left"
                    else words[max(0, place - 3) : place]
                )
                sign = -1 if not closed.NEGATIONS.isdisjoint(before) else 1
                _add_polarity(found, side, sign * known[0], known[1], weight)
            for name in classes_of(word):
                found[f"{side} {name}"] += weight
                found[f"all {name}"] += 1
    found["log words left"] = math.log1p(len(seen.left))
    found["log words right"] = math.log1p(len(seen.right))
    found["share before"] = seen.share
    found["inside quotation"] = float(seen.quoted)
    found["any quotation"] = float("“" in seen.masked or '"' in seen.masked)
    return dict(found)


def _add_polarity(
    found: dict[str, float], side: str, polarity: float, subjectivity: float, weight: float
) -> None:
    for name, value in (
        ("polarity", polarity),
        ("praise", max(0.0, polarity)),
        ("blame", max(0.0, -polarity)),
        ("subjectivity", subjectivity),
    ):
        found[f"{side} {name}"] += value * weight
        found[f"near {name}"] += value * weight
        found[f"all {name}"] += value


def block_inputs(texts: Sequence[Around]) -> dict[str, list[Any]]:
    """Return what each block of the classifier's columns vectorises.

    Examples
    --------
    >>> {name: given[0] for name, given in block_inputs([around("Dear Ruiz left", 5, 9)]).items()
    ...  if isinstance(given[0], str)}
    {'whole': 'dear targetword left', 'letters': 'dear targetword left'}
    """
    masked = [text.masked for text in texts]
    return {
        "whole": masked,
        "letters": masked,
        "near": [near_words(text) for text in texts],
        "lemmas": [faded_lemmas(based(text)) for text in texts],
        "signed": [signed_words(text) for text in texts],
        "mention": [mention_form(text) for text in texts],
    }


def pooled_vectors(texts: Sequence[Around], vectors: WordVectors) -> NDArray[np.float32]:
    """Mean word vectors left, right and near the target (fading with distance) and overall.

    Returns
    -------
    array, shape (texts, 4 × dimensions)
        Each of the four parts has length 1, or 0 where no word has a vector.
    """
    pooled = np.zeros((len(texts), 4, vectors.dimensions), dtype=np.float32)
    for row, seen in enumerate(texts):
        for side, words in enumerate((seen.left, seen.right)):
            if not words:
                continue
            found = vectors.lookup(words)
            fading = np.exp(-np.arange(len(words)) / _DECAY).astype(np.float32)
            pooled[row, side] = fading @ found
            pooled[row, 3] += found.sum(axis=0)
        pooled[row, 2] = pooled[row, 0] + pooled[row, 1]
    length = np.linalg.norm(pooled, axis=2, keepdims=True)
    pooled /= np.where(length > 0, length, 1)
    return pooled.reshape(len(texts), -1)
