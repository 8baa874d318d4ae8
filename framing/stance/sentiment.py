"""Sentiment of spans by TextBlob: the only module that imports it.

TextBlob's pattern lexicon gives each assessed word a polarity in [−1, 1] and a subjectivity in
[0, 1]; a text's figure is the mean over its assessed words. It knows no targets and no voice, so
it is kept as the baseline that studies compare with, in scores alone: no chart, finding or page
shows it. "Massacre" has no entry, "great famine" counts +.8, "killed" −.2. It is changed in one
thing: "isn't great" counts as "is not great", which TextBlob takes for praise.
Sentences come from the document: TextBlob's own would need a corpus.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType, ModuleType
from typing import Any, NamedTuple

from framing.stance.segments import voice_segments
from framing.values import Document, Reading, Span

__all__ = [
    "Sentiment",
    "assessments",
    "sentiment",
    "sentiment_features",
    "voice_sentiment",
    "word_polarities",
]


class Sentiment(NamedTuple):
    """Mean polarity and subjectivity over the `n` words assessed; None where there is none.

    `polarity` runs from −1 to 1, `subjectivity` from 0 to 1.
    """

    polarity: float | None
    subjectivity: float | None
    n: int


def sentiment(text: str, spans: Iterable[Span]) -> Sentiment:
    """Pool TextBlob's assessments over spans of a text.

    Parameters
    ----------
    text
        The text the spans are in.
    spans
        (start, end) pairs, each assessed by itself (a sentence, or part of one).

    Examples
    --------
    >>> sentiment("A terrible storm. An excellent harvest.", [(0, 17), (18, 39)])
    Sentiment(polarity=0.0, subjectivity=1.0, n=2)
    """
    return _pool([text[start:end] for start, end in spans])


def voice_sentiment(parts: Sequence[tuple[Document, Reading]]) -> dict[str, Sentiment]:
    """Sentiment of an article's own-voice text and of its quoted text, apart.

    Parameters
    ----------
    parts
        The documents of one article, each with its reading; boilerplate is left out.

    Returns
    -------
    dict
        ``own`` and ``quoted``.

    Examples
    --------
    >>> text = "The excellent mayor came."
    >>> document = Document("a", "text", text, ((0, 25),), ((0, 25),), ("lead",))
    >>> voice_sentiment([(document, Reading((), (), ()))])["own"]
    Sentiment(polarity=1.0, subjectivity=1.0, n=1)
    """
    pieces: dict[str, list[str]] = {"own": [], "quoted": []}
    for document, reading in parts:
        for segment in voice_segments(document, reading):
            if segment.voice in pieces:
                pieces[segment.voice].append(document.text[segment.start : segment.end])
    return {voice: _pool(texts) for voice, texts in pieces.items()}


def assessments(text: str) -> list[tuple[int, float]]:
    """Return where the words stand that TextBlob assesses, with their polarity.

    Parameters
    ----------
    text
        A sentence, or part of one.

    Returns
    -------
    list of (offset, polarity)
        The offset of the last word assessed together ("very good": of "good"), in order.

    Examples
    --------
    >>> assessments("A very good day and a bad night")
    [(7, 0.9099999999999999), (22, -0.6999999999999998)]
    """
    lowered = text.lower() if len(text.lower()) == len(text) else text
    found: list[tuple[int, float]] = []
    at = 0
    for words, polarity, _, _ in _assessed(text):
        place = -1
        for word in words:
            if word == _NEGATION:
                continue  # it may stand in another word: "isn't good"
            place = _word_at(lowered, word, max(at, place + 1))
            if place < 0:
                break
        if place >= 0:
            found.append((place, polarity))
            at = place + 1
    return found


@lru_cache(maxsize=1)
def _pattern() -> Any:
    """Return TextBlob's pattern analyser, ``textblob.en.sentiment``, without the rest of TextBlob.

    Importing any part of TextBlob runs the whole of it, and that loads NLTK, scikit-learn and
    ``scipy.stats``: a second of processor time for a module that needs none of them. So the
    package is stood in for by an empty one while this part is loaded, and nothing of it is left
    behind: who imports TextBlob later gets all of it.
    """
    spec = None if "textblob" in sys.modules else importlib.util.find_spec("textblob")
    if spec is not None and spec.submodule_search_locations is not None:
        stand_in = ModuleType("textblob")
        stand_in.__path__ = list(spec.submodule_search_locations)
        sys.modules["textblob"] = stand_in
    try:
        from textblob.en import sentiment as pattern
    finally:
        if spec is not None:
            for name in [module for module in sys.modules if module.split(".")[0] == "textblob"]:
                del sys.modules[name]
    return pattern


#: What an emoticon or a mark of irony needs; a text without one holds none of TextBlob's.
_SIGNS = re.compile(r"[:;=<>♥°*_!]|8\s*-?\s*\)|[oO]\s*\.\s*[oO]")
_NOT = re.compile(r"(?<=[^\W\d_])n[’']t\b", re.IGNORECASE)
_NEGATION = "not"
#: The runs of letters and digits a text is looked up by.
_RUNS = re.compile(r"[^\W_]+")


def _assessed(text: str) -> Sequence[tuple[list[str], float, float, str | None]]:
    """Return TextBlob's assessments of a text: words, polarity, subjectivity, label.

    The same lists as ``TextBlob(text).sentiment_assessments``, which reads every text twice and
    makes a class each time, of the text with "not" for "n't"; a text that holds none of the
    lexicon's words is not read at all.
    """
    if "n't" in text or "n’t" in text or "N'T" in text or "N’T" in text:
        text = _NOT.sub(f" {_NEGATION}", text)
    if _first_runs().isdisjoint(_RUNS.findall(text.lower())) and not _SIGNS.search(text):
        return ()
    found: Sequence[tuple[list[str], float, float, str | None]] = _pattern()(text).assessments
    return found


@lru_cache(maxsize=1)
def _first_runs() -> frozenset[str]:
    """Return the first run of letters and digits of every word TextBlob assesses.

    Its tokeniser cuts at white space and punctuation alone, so a word it knows begins with a run
    of the text; but "n't" is cut off before, so that "needn't" holds "need" in the run "needn".
    """
    pattern = _pattern()
    pattern.load()
    runs = {run[0] for run in (_RUNS.findall(word.lower()) for word in pattern) if run}
    return frozenset(runs | {f"{run}n" for run in runs})


def _word_at(text: str, word: str, start: int) -> int:
    """Return where a whole word stands at or after `start`, or -1."""
    at = text.find(word, start)
    while at >= 0:
        end = at + len(word)
        inside = at > 0 and text[at - 1].isalnum() and word[:1].isalnum()
        if not inside and not (text[end : end + 1].isalnum() and word[-1:].isalnum()):
            return at
        at = text.find(word, at + 1)
    return -1


def sentiment_features(parts: Sequence[tuple[Document, Reading]]) -> dict[str, int | float | None]:
    """Return `voice_sentiment` as columns, under the names of `SENTIMENT_FEATURES`.

    Parameters
    ----------
    parts
        The documents of one article, each with its reading; boilerplate is left out.

    Returns
    -------
    dict
        For the voices ``own`` and ``quoted`` each: polarity (−1 to 1) and subjectivity (0 to 1),
        None where no word was assessed, and how many were.

    Examples
    --------
    >>> sentiment_features([])["polarity_own"], sentiment_features([])["assessed_own"]
    (None, 0)
    """
    columns: dict[str, int | float | None] = {}
    for voice, found in voice_sentiment(parts).items():
        columns[f"polarity_{voice}"] = found.polarity
        columns[f"subjectivity_{voice}"] = found.subjectivity
        columns[f"assessed_{voice}"] = found.n
    return columns


def _pool(texts: Sequence[str]) -> Sentiment:
    polarity = subjectivity = 0.0
    n = 0
    for text in texts:
        for _, pole, subjective, _ in _assessed(text):
            polarity += pole
            subjectivity += subjective
            n += 1
    return Sentiment(polarity / n, subjectivity / n, n) if n else Sentiment(None, None, 0)


@lru_cache(maxsize=1)
def word_polarities() -> Mapping[str, tuple[float, float]]:
    """Return TextBlob's lexicon: lower-cased word → (polarity, subjectivity), all senses pooled.

    Examples
    --------
    >>> word_polarities()["excellent"]
    (1.0, 1.0)
    """
    lexicon = _pattern()
    lexicon.load()
    return MappingProxyType(
        {
            str(word): (float(senses[None][0]), float(senses[None][1]))
            for word, senses in sorted(lexicon.items())
            if None in senses
        }
    )
