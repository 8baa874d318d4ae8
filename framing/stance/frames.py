"""Words that go with generic news frames: counts and rates, never a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from framing.stance.bytefold import fold
from framing.stance.cuewords import Found, WordFinder, finder_of
from framing.stance.segments import WordCounter
from framing.values import Document

__all__ = ["FRAMES", "find_frame_words", "frame_features"]

FRAMES = (
    "conflict",
    "human-interest",
    "economic-consequences",
    "morality",
    "responsibility",
    "capacity-resources",
    "fairness-equality",
    "legality",
    "policy",
    "crime-punishment",
    "security-defence",
    "health-safety",
    "quality-of-life",
    "cultural-identity",
    "public-opinion",
    "politics",
    "external-relations",
)
"""Classes of the lexicon ``generic-frames``: five of Semetko & Valkenburg, then Boydstun et al."""


def find_frame_words(document: Document) -> list[Found]:
    """Find the words of every frame in a document.

    Returns
    -------
    list of (start, end, frame)
        By start; a word can belong to several frames. None in boilerplate.

    Examples
    --------
    >>> text = "The feud cost them billions."
    >>> document = Document("a", "text", text, ((0, 28),), ((0, 28),), ("lead",))
    >>> [(text[start:end], frame) for start, end, frame in find_frame_words(document)]
    [('feud', 'conflict'), ('cost', 'economic-consequences')]
    """
    found = _finder().find(fold(document.text))
    if document.all_counts:
        return found
    kept = [span for _, span in document.counted]
    return [hit for hit in found if any(low <= hit[0] < high for low, high in kept)]


def frame_features(documents: Sequence[Document]) -> dict[str, int | float | None]:
    """Count the words of each frame in an article, and how often per 1,000 words they come.

    Parameters
    ----------
    documents
        The article's documents; all voices count, since a quoted speaker frames as well.

    Returns
    -------
    dict
        ``frame_NAME`` (count) and ``frame_NAME_per_1000`` (rate, None without words) for each of
        `FRAMES`.

    Examples
    --------
    >>> text = "The feud cost them billions."
    >>> document = Document("a", "text", text, ((0, 28),), ((0, 28),), ("lead",))
    >>> found = frame_features([document])
    >>> found["frame_conflict"], found["frame_conflict_per_1000"]
    (1, 200.0)
    """
    counts: Counter[str] = Counter()
    words = 0
    for document in documents:
        counts.update(frame for _, _, frame in find_frame_words(document))
        kept = [span for _, span in document.counted]
        words += sum(WordCounter(document.text).counts(kept))
    features: dict[str, int | float | None] = {}
    for frame in FRAMES:
        name = f"frame_{frame.replace('-', '_')}"
        features[name] = counts[frame]
        features[f"{name}_per_1000"] = 1000 * counts[frame] / words if words else None
    return features


@lru_cache(maxsize=1)
def _finder() -> WordFinder:
    return finder_of(("generic-frames",))
