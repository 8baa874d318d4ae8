"""Who gets the word: attributed words per speaker, and how evenly they are spread."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from framing.stance.segments import Segment, WordCounter
from framing.values import TELLING_ACTS, Attribution, Reading

__all__ = ["Balance", "QuotedSpeaker", "entropy", "source_balance", "speaker_words", "speakers_of"]

ANONYMOUS = "(anonymous)"
UNRESOLVED = "(unresolved)"
_NAMED = ("named", "official", "institution", "document")


class QuotedSpeaker(NamedTuple):
    """One source of an article: passages, the words in them, reporting cues, doubting cues.

    Attributes
    ----------
    name, kind : str
        As an attribution has them, `kind` ``anonymous``, ``pronoun`` and so on.
    passages, words : int
        Passages, and words in them.
    cues, doubts : int
        Passages with a reporting cue, and those whose cue doubts.
    """

    name: str
    kind: str
    passages: int
    words: int
    cues: int
    doubts: int


class Balance(NamedTuple):
    """How an article's attributed words are spread over its sources.

    `entropy` is −Σ p ln p over speakers' shares of the attributed words, anonymous ones as one
    speaker and unresolved pronouns left out; `top_share` the largest share. None without words.

    Attributes
    ----------
    sources : int
        Different speakers.
    entropy, top_share : float or None
    named_words, anonymous_words, unresolved_words : int
        Attributed words of named sources, of anonymous ones, of pronouns without a name.
    """

    sources: int
    entropy: float | None
    top_share: float | None
    named_words: int
    anonymous_words: int
    unresolved_words: int


def speaker_words(
    reading: Reading, segments: Sequence[Segment], words: WordCounter
) -> list[QuotedSpeaker]:
    """Count passages, words and cues of each speaker of one document.

    Speakers go by their linked name, else by their words as written without the article; all
    anonymous sources are one speaker, all unresolved pronouns another.

    Parameters
    ----------
    reading
        What a voice reader found.
    segments
        The document's `voice_segments`; a word in a nested passage is its innermost speaker's.
    words
        Counter over the document's text.

    Returns
    -------
    list of QuotedSpeaker
        In the order in which they first speak.

    Examples
    --------
    >>> from framing import Article
    >>> from framing.articles import documents
    >>> from framing.stance.segments import WordCounter, voice_segments
    >>> from framing.voice import RulesReader
    >>> text = "The port is shut, Ana Ruiz said. “We wait,” Ruiz added."
    >>> (document,) = documents(Article("a", text=text))
    >>> reading = RulesReader().read(document)
    >>> found = speaker_words(reading, voice_segments(document, reading), WordCounter(text))
    >>> [(each.name, each.passages, each.words) for each in found]
    [('Ana Ruiz', 2, 6)]
    """
    spoken = [0] * len(reading.attributions)
    counted = words.counts([segment[:2] for segment in segments])
    for segment, count in zip(segments, counted, strict=True):
        if segment[3] is not None:
            spoken[segment[3]] += count
    return speakers_of(reading.attributions, spoken)


def speakers_of(attributions: Sequence[Attribution], spoken: Sequence[int]) -> list[QuotedSpeaker]:
    """Do what `speaker_words` does with the words of each attribution already counted."""
    table: dict[str, list[int]] = {}
    kinds: dict[str, str] = {}
    for attribution, count in zip(attributions, spoken, strict=True):
        if attribution.act not in TELLING_ACTS:
            continue
        name = _name(attribution)
        kinds.setdefault(name, attribution.speaker_kind)
        row = table.setdefault(name, [0, 0, 0, 0])
        row[0] += 1
        row[1] += count
        row[2] += attribution.cue is not None
        row[3] += attribution.cue_class == "doubt"
    return [QuotedSpeaker(name, kinds[name], *row) for name, row in table.items()]


def _name(attribution: Attribution) -> str:
    if attribution.speaker_kind == "anonymous":
        return ANONYMOUS
    name = attribution.speaker_name or attribution.speaker
    if name is None or (
        attribution.speaker_name is None and attribution.speaker_kind in ("pronoun", "none")
    ):
        return UNRESOLVED
    words = name.rstrip(" ,").split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() == "the" else words)


def source_balance(speakers: Iterable[QuotedSpeaker]) -> Balance:
    """Sum up an article's speakers; rows of one name (text and title) are added up.

    Parameters
    ----------
    speakers : iterable of QuotedSpeaker
        Of one article's documents.

    Returns
    -------
    Balance

    Examples
    --------
    >>> ruiz = QuotedSpeaker("Ruiz", "named", 2, 30, 2, 0)
    >>> found = source_balance([ruiz, QuotedSpeaker("Sol", "named", 1, 10, 1, 1)])
    >>> found.sources, round(found.entropy, 4), found.top_share
    (2, 0.5623, 0.75)
    """
    words: dict[str, int] = {}
    named = anonymous = 0
    for speaker in speakers:
        words[speaker.name] = words.get(speaker.name, 0) + speaker.words
        named += speaker.words if speaker.kind in _NAMED else 0
        anonymous += speaker.words if speaker.name == ANONYMOUS else 0
    unresolved = words.pop(UNRESOLVED, 0)
    total = sum(words.values())
    return Balance(
        sources=len(words),
        entropy=entropy(words.values()),
        top_share=max(words.values()) / total if total else None,
        named_words=named,
        anonymous_words=anonymous,
        unresolved_words=unresolved,
    )


def entropy(counts: Iterable[int]) -> float | None:
    """Return −Σ p ln p of the shares that counts are of their sum; None when that is 0.

    Examples
    --------
    >>> entropy([5]), round(entropy([1, 1]), 4), entropy([])
    (0.0, 0.6931, None)
    """
    kept = [count for count in counts if count > 0]
    total = sum(kept)
    if not total:
        return None
    return abs(math.fsum(-count / total * math.log(count / total) for count in kept))
