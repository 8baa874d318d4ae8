"""One article's stance in figures: counts, what they are counted in, and rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from framing.stance.balance import QuotedSpeaker, source_balance, speakers_of
from framing.stance.catalogue import CHARGED, FEATURES, RATED, REPORTING
from framing.stance.readability import reading_ease
from framing.stance.wordcounts import CountedWords
from framing.values import TELLING_ACTS, VOICES, Attribution, Cue, Document, Reading

__all__ = ["Part", "article_features", "features_of"]

Part: TypeAlias = tuple[Document, Reading, Sequence[Cue]]
Value: TypeAlias = "int | float | None"

_PASSIVES = frozenset(("agentless_passive", "agent_passive"))
_WORDS = {voice: f"{voice}_words" for voice in VOICES}
_SHARES = {voice: f"{voice}_share" for voice in VOICES}
_RATES = {kind: f"{kind}_per_1000" for kind in RATED}


def article_features(parts: Sequence[Part]) -> dict[str, Value]:
    """Compute every figure of `FEATURES` for one article.

    Parameters
    ----------
    parts
        The article's documents (text, and title when there is one), each with its reading and
        what `find_cues` found in it. Boilerplate counts nowhere.

    Returns
    -------
    dict
        Name → value, in the order of `FEATURES`: integers for counts, floats for rates and
        shares, None where a denominator is 0.

    Examples
    --------
    >>> from framing.stance import find_cues
    >>> text = "The plan clearly failed. Nine men were killed."
    >>> document = Document("a", "text", text, ((0, 46),), ((0, 24), (25, 46)), ("lead",) * 2)
    >>> reading = Reading((), (), ())
    >>> found = article_features([(document, reading, find_cues(document, reading))])
    >>> found["words"], found["booster"], found["booster_per_1000"], found["agentless_share"]
    (8, 1, 125.0, 1.0)
    """
    return features_of([parts])[0]


def features_of(
    several: Sequence[Sequence[Part]], words: CountedWords | None = None
) -> list[dict[str, Value]]:
    """Do what `article_features` does for several articles at once, in a third of the time.

    Parameters
    ----------
    several
        For each article its documents, each with its reading and its cues.
    words
        The counted words of all these documents in this order, where somebody has counted them.

    Returns
    -------
    list of dict
        One for each article, in the order given: what `article_features` returns for it.

    Examples
    --------
    >>> features_of([])
    []
    """
    every = [part for parts in several for part in parts]
    if words is None:
        words = CountedWords([document for document, *_ in every], [part[1] for part in every])
    features: list[dict[str, Value]] = []
    first = 0
    for parts in several:
        tally = _Tally(parts, words, first)
        first += len(parts)
        values: dict[str, Value] = {
            **tally.words(),
            **tally.cues(),
            **tally.passives(),
            **tally.sources(),
            **tally.headline(),
            "reading_ease": reading_ease(tally.total, tally.sentences, tally.syllables),
        }
        features.append(dict(zip(FEATURES, map(values.__getitem__, FEATURES), strict=True)))
    return features


class _Tally:
    """Sums over the documents of one article, the first of which is number `first` of all."""

    def __init__(self, parts: Sequence[Part], counted: CountedWords, first: int) -> None:
        numbers = range(first, first + len(parts))
        rows = [counted.by_voice[number] for number in numbers]
        sums = [sum(row[at] for row in rows) for at in range(len(VOICES))]
        self.by_voice = dict(zip(VOICES, sums, strict=True))
        self.total = sum(sums)
        self.above = sum(counted.headline[number] for number in numbers)
        self.below = sum(counted.below[number] for number in numbers)
        self.sentences = sum(counted.filled[number] for number in numbers)
        self.syllables = sum(counted.syllables[number] for number in numbers)
        self.speakers: list[QuotedSpeaker] = []
        told: list[Attribution] = []
        for number, (_, reading, _) in zip(numbers, parts, strict=True):
            self.speakers += speakers_of(reading.attributions, counted.by_attribution[number])
            told += [each for each in reading.attributions if each.act in TELLING_ACTS]
        self.attributions = len(told)
        self.reporting = Counter(
            [each.cue_class or "other" for each in told if each.cue is not None]
        )
        self._count_cues(parts)

    def _count_cues(self, parts: Sequence[Part]) -> None:
        """Count cues by kind, those of the headline, and own-voice passives of harm verbs."""
        kinds = Counter([cue[2:4] for _, _, cues in parts for cue in cues])
        self.any_voice: Counter[str] = Counter()
        self.own: Counter[str] = Counter()
        for (kind, voice), count in kinds.items():
            self.any_voice[kind] += count
            if voice == "own":
                self.own[kind] += count
        self.charged: Counter[bool] = Counter()
        self.harm_passives: Counter[str] = Counter()
        for document, _, cues in parts:
            zones = document.zones
            own = [cue for cue in cues if cue[3] == "own"]
            self.charged.update([zones[cue[4]] == "headline" for cue in own if cue[2] in CHARGED])
            passives = [cue for cue in own if cue[2] in _PASSIVES]
            if passives:
                harmed = {cue[1] for cue in cues if cue[2] == "harm"}
                self.harm_passives.update([cue[2] for cue in passives if cue[1] in harmed])

    def words(self) -> dict[str, Value]:
        return {
            "words": self.total,
            "sentences": self.sentences,
            **{name: self.by_voice[voice] for voice, name in _WORDS.items()},
            **{name: _share(self.by_voice[voice], self.total) for voice, name in _SHARES.items()},
        }

    def cues(self) -> dict[str, Value]:
        own_words = self.by_voice["own"]
        values: dict[str, Value] = {}
        for kind, rate in _RATES.items():
            count = values[kind] = self.own.get(kind, 0)
            values[rate] = _rate(count, own_words)
        for kind in ("scare_quote", "distancing"):
            values[kind] = self.any_voice[kind]
            values[f"{kind}_per_1000"] = _rate(self.any_voice[kind], self.total)
        return values

    def passives(self) -> dict[str, Value]:
        agentless, agent = self.own["agentless_passive"], self.own["agent_passive"]
        hidden = self.harm_passives["agentless_passive"]
        shown = self.harm_passives["agent_passive"]
        return {
            "agentless_passive": agentless,
            "passive": agentless + agent,
            "agentless_share": _share(agentless, agentless + agent),
            "harm_agentless_passive": hidden,
            "harm_passive": hidden + shown,
            "harm_agentless_share": _share(hidden, hidden + shown),
        }

    def sources(self) -> dict[str, Value]:
        balance = source_balance(self.speakers)
        cues = self.reporting.total()
        anonymous = self.any_voice["anonymous_source"]
        known = balance.named_words + balance.anonymous_words
        return {
            "attributions": self.attributions,
            "anonymous_source": anonymous,
            "anonymous_source_share": _share(anonymous, self.attributions),
            "reporting_cues": cues,
            **{f"reporting_{name}": self.reporting[key] for key, name in REPORTING.items()},
            "doubt_share": _share(self.reporting["doubt"], cues),
            "sources": balance.sources,
            "source_entropy": balance.entropy,
            "top_source_share": balance.top_share,
            "named_source_words": balance.named_words,
            "anonymous_source_words": balance.anonymous_words,
            "anonymous_word_share": _share(balance.anonymous_words, known),
        }

    def headline(self) -> dict[str, Value]:
        above, below = self.above, self.below
        return {
            "headline_words": above,
            "headline_charged": self.charged[True],
            "headline_charged_per_100": _rate(self.charged[True], above, 100),
            "body_charged": self.charged[False],
            "body_charged_per_100": _rate(self.charged[False], below, 100),
        }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _rate(count: int, words: int, per: int = 1000) -> float | None:
    return per * count / words if words else None
