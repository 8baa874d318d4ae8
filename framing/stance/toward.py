"""Toward whom: what one article's words do to each party, in sums that add up over articles."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.stance.bytefold import fold
from framing.stance.cuewords import WordFinder
from framing.stance.roles import Party, harm_roles
from framing.stance.segments import WordCounter, voice_segments
from framing.stance.sentiment import assessments
from framing.values import Cue, Document, Reading, Target
from framing.voice import decide

__all__ = ["PartyFinder", "TargetFigures", "add_figures", "target_figures"]

_DECAY = 5.0
"""Words over which a word's weight toward a party falls to 1/e."""


class TargetFigures(NamedTuple):
    """What an article does to one party, in own voice unless said otherwise.

    Every figure is a sum, so articles of an outlet add up; `local_sentiment` is
    `sentiment_sum` over `sentiment_weight`.

    Attributes
    ----------
    target
        The party's name.
    namings
        Times the party is named, in any voice.
    own_namings
        Times it is named in the outlet's own voice.
    acts, acted_on
        Times it acts, or is acted on, in verbs of harm.
    epithets
        Judging words directly before its name.
    passages, passage_words
        Passages of which it is the source, and the words in them (any voice; a party's name
        is one word however long).
    doubts
        Of those passages, the ones under a doubting cue.
    sentiment_sum, sentiment_weight
        Σ polarity · exp(−distance/5) and Σ exp(−distance/5) over the words that TextBlob
        assesses in own-voice stretches of sentences that name the party; distance in words
        to the nearest naming. Both 0 when sentiment was not asked for.
    """

    target: str
    namings: int = 0
    own_namings: int = 0
    acts: int = 0
    acted_on: int = 0
    epithets: int = 0
    passages: int = 0
    passage_words: int = 0
    doubts: int = 0
    sentiment_sum: float = 0.0
    sentiment_weight: float = 0.0

    @property
    def local_sentiment(self) -> float | None:
        """Mean polarity around the party, nearer words counting more; None without any."""
        return self.sentiment_sum / self.sentiment_weight if self.sentiment_weight else None

    @property
    def acting_share(self) -> float | None:
        """Of the verbs of harm it takes part in, the share in which it acts."""
        both = self.acts + self.acted_on
        return self.acts / both if both else None


class PartyFinder:
    """Finds where a text names declared parties; of overlapping names the longest counts.

    An alias in capitals only ("US") matches in capitals only; any other name or alias of the
    `targets` in any case.

    Examples
    --------
    >>> finder = PartyFinder([Target("United States", ("US", "American"))])
    >>> [party[:2] for party in finder.find("The US told us: American help.")]
    [(4, 6), (16, 24)]
    """

    def __init__(self, targets: Sequence[Target]) -> None:
        self.names = tuple(target.name for target in targets)
        aliases: dict[str, list[str]] = {}
        self._capitals: set[str] = set()
        for place, target in enumerate(targets):
            for alias in dict.fromkeys((target.name, *target.aliases)):
                aliases.setdefault(alias.lower(), []).append(str(place))
                if alias.isupper():
                    self._capitals.add(alias.lower())
        self._finder = WordFinder(aliases)

    def find(self, text: str, folded: bytes | None = None) -> list[Party]:
        """Return the parties named in `text`, by start; no two overlap.

        `folded` is the text's fold (`framing.stance.bytefold.fold`), where somebody has made it.
        """
        hits = self._finder.find(fold(text) if folded is None else folded)
        parties: list[Party] = []
        for start, end, place in sorted(hits, key=lambda hit: (hit[0], -hit[1], int(hit[2]))):
            words = text[start:end]
            if words.lower() in self._capitals and not words.isupper():
                continue
            if not parties or start >= parties[-1].end:
                parties.append(Party(start, end, self.names[int(place)]))
        return parties


def target_figures(
    parts: Sequence[tuple[Document, Reading, Sequence[Cue]]],
    finder: PartyFinder,
    *,
    sentiment: bool = False,
) -> list[TargetFigures]:
    """Sum up what one article does to each party it names or quotes.

    Parameters
    ----------
    parts
        The article's documents, each with its reading and cues.
    finder
        Finds the declared parties; keep one for many articles.
    sentiment
        Whether TextBlob's polarity around the parties is summed as well (slow).

    Returns
    -------
    list of TargetFigures
        One for each party named or quoted, by name.

    Examples
    --------
    >>> from framing.stance import find_cues
    >>> text = "Varenia attacked Ostmark."
    >>> document = Document("a", "text", text, ((0, 25),), ((0, 25),), ("lead",))
    >>> reading = Reading((), (), ())
    >>> finder = PartyFinder([Target("Ostmark"), Target("Varenia")])
    >>> found = target_figures([(document, reading, find_cues(document, reading))], finder)
    >>> [(one.target, one.acts, one.acted_on) for one in found]
    [('Ostmark', 0, 1), ('Varenia', 1, 0)]
    """
    sums: dict[str, list[float]] = {}
    for document, reading, cues in parts:
        _Sums(sums, document, reading, cues, finder).add(sentiment)
    return [_figures(name, sums[name]) for name in sorted(sums)]


def add_figures(figures: Sequence[TargetFigures]) -> list[TargetFigures]:
    """Add up the figures of many articles, one row per target, by name.

    Parameters
    ----------
    figures : sequence of TargetFigures
        Of any number of articles.

    Returns
    -------
    list of TargetFigures
        One a target, by name; every figure is a sum.

    Examples
    --------
    >>> [one.acts for one in add_figures([TargetFigures("A", acts=1), TargetFigures("A", acts=2)])]
    [3]
    """
    sums: dict[str, list[float]] = {}
    for figure in figures:
        row = sums.setdefault(figure.target, [0.0] * len(_FIELDS))
        for place, value in enumerate(figure[1:]):
            row[place] += value
    return [_figures(name, sums[name]) for name in sorted(sums)]


_FIELDS = TargetFigures._fields[1:]
_PLACE = {name: place for place, name in enumerate(_FIELDS)}


def _figures(name: str, row: Sequence[float]) -> TargetFigures:
    return TargetFigures._make((name, *map(int, row[:-2]), *row[-2:]))


class _Sums:
    """Adds one document to the sums of each target."""

    def __init__(
        self,
        sums: dict[str, list[float]],
        document: Document,
        reading: Reading,
        cues: Sequence[Cue],
        finder: PartyFinder,
    ) -> None:
        self.sums, self.document, self.reading, self.cues = sums, document, reading, cues
        self.finder = finder
        self.starts = [start for start, _ in document.sentences]
        self.parties = [
            party
            for party in finder.find(document.text)
            if document.counts(self._number(party.start))
        ]

    def count(self, target: str, field: str, value: float = 1) -> None:
        self.sums.setdefault(target, [0.0] * len(_FIELDS))[_PLACE[field]] += value

    def add(self, sentiment: bool) -> None:
        spans = [(party.start, party.end) for party in self.parties]
        own = {
            span: decision.voice == "own"
            for span, decision in zip(spans, decide(self.reading, spans), strict=True)
        }
        for party in self.parties:
            self.count(party.target, "namings")
            self.count(party.target, "own_namings", own[party.start, party.end])
        self._roles()
        self._epithets()
        self._passages()
        if sentiment:
            self._sentiment()

    def _roles(self) -> None:
        own = [cue for cue in self.cues if cue.voice == "own"]
        for role in harm_roles(self.document, own, self.parties):
            self.count(role.target, role.role)

    def _epithets(self) -> None:
        text = self.document.text
        for cue in self.cues:
            if cue.kind == "epithet" and cue.voice == "own":
                nearest = next((p for p in self.parties if p.start >= cue.end), None)
                if nearest and text[cue.end : nearest.start].count(" ") <= 3:
                    between = text[cue.end : nearest.start]
                    if not any(mark in between for mark in ".,;:!?"):
                        self.count(nearest.target, "epithets")

    def _passages(self) -> None:
        words = self._word_starts()
        spoken = [0] * len(self.reading.attributions)
        for segment in voice_segments(self.document, self.reading):
            if segment.attribution is not None:
                low, high = words.searchsorted((segment.start, segment.end))
                spoken[segment.attribution] += int(high - low)
        for attribution, count in zip(self.reading.attributions, spoken, strict=True):
            for target in self._speakers(attribution.speaker_name, attribution.source_span):
                self.count(target, "passages")
                self.count(target, "passage_words", count)
                self.count(target, "doubts", attribution.cue_class == "doubt")

    def _speakers(self, name: str | None, span: tuple[int, int] | None) -> list[str]:
        """Return the parties that a source names, each once."""
        named = [p.target for p in self.parties if span and span[0] <= p.start < span[1]]
        if not named and name is not None:
            named = [party.target for party in self.finder.find(name)]
        return list(dict.fromkeys(named))

    def _sentiment(self) -> None:
        words = self._word_starts()
        for segment in voice_segments(self.document, self.reading):
            if segment.voice != "own":
                continue
            low, high = self.document.sentences[self._number(segment.start)]
            near: dict[str, list[int]] = {}
            for party in self.parties:
                if low <= party.start < high:
                    place = int(words.searchsorted(party.start))
                    near.setdefault(party.target, []).append(place)
            if not near:
                continue
            piece = self.document.text[segment.start : segment.end]
            for offset, polarity in assessments(piece):
                at = int(words.searchsorted(segment.start + offset))
                if self._in_a_name(segment.start + offset):
                    continue
                for target, places in near.items():
                    weight = math.exp(-min(abs(at - place) for place in places) / _DECAY)
                    self.count(target, "sentiment_sum", weight * polarity)
                    self.count(target, "sentiment_weight", weight)

    def _number(self, at: int) -> int:
        return max(0, bisect_right(self.starts, at) - 1)

    def _word_starts(self) -> NDArray[np.intp]:
        """Return where words begin, a party's name counting as one word however long."""
        starts = WordCounter(self.document.text).starts
        for party in self.parties:
            starts = starts[(starts <= party.start) | (starts >= party.end)]
        return starts

    def _in_a_name(self, at: int) -> bool:
        return any(party.start <= at < party.end for party in self.parties)
