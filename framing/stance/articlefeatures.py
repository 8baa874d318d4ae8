"""One article's stance in figures: counts, what they are counted in, and rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from framing.stance.balance import QuotedSpeaker, source_balance, speakers_of
from framing.stance.bytefold import folded
from framing.stance.catalogue import CHARGED, FEATURES, RATED, REPORTING
from framing.stance.readability import reading_ease, syllables
from framing.stance.wordcounts import count_words
from framing.values import TELLING_ACTS, VOICES, Cue, Document, Reading

__all__ = ["Part", "article_features"]

Part: TypeAlias = tuple[Document, Reading, Sequence[Cue]]
Value: TypeAlias = "int | float | None"

_PASSIVES = frozenset(("agentless_passive", "agent_passive"))


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
    tally = _Tally()
    for document, reading, cues in parts:
        tally.add(document, reading, cues)
    values: dict[str, Value] = {}
    values.update(tally.words())
    values.update(tally.cues())
    values.update(tally.passives())
    values.update(tally.sources())
    values.update(tally.headline())
    spoken = syllables(b"".join(tally.kept))
    values["reading_ease"] = reading_ease(tally.total, tally.sentences, spoken)
    return {name: values[name] for name in FEATURES}


class _Tally:
    """Sums over the documents of one article."""

    def __init__(self) -> None:
        self.by_voice = dict.fromkeys(VOICES, 0)
        self.own: Counter[str] = Counter()
        self.any_voice: Counter[str] = Counter()
        self.charged: Counter[bool] = Counter()
        self.zone_words: Counter[bool] = Counter()
        self.reporting: Counter[str] = Counter()
        self.harm_passives: Counter[str] = Counter()
        self.speakers: list[QuotedSpeaker] = []
        self.attributions = 0
        self.sentences = 0
        self.kept: list[bytes] = []

    @property
    def total(self) -> int:
        return sum(self.by_voice.values())

    def add(self, document: Document, reading: Reading, cues: Sequence[Cue]) -> None:
        words = count_words(document, reading)
        for voice, count in words.by_voice.items():
            self.by_voice[voice] += count
        self._zones(document, words.by_sentence)
        self.kept.append(_kept_words(document))
        self._cues(document, cues)
        for attribution in reading.attributions:
            if attribution.act in TELLING_ACTS:
                self.attributions += 1
                if attribution.cue is not None:
                    self.reporting[attribution.cue_class or "other"] += 1
        self.speakers.extend(speakers_of(reading.attributions, words.by_attribution))

    def _zones(self, document: Document, counted: Sequence[int]) -> None:
        """Count words in the headline and below it, and sentences that hold words."""
        above = below = sentences = 0
        for number, _ in document.counted:
            count = counted[number]
            sentences += count > 0
            if document.zones[number] == "headline":
                above += count
            else:
                below += count
        self.zone_words[True] += above
        self.zone_words[False] += below
        self.sentences += sentences

    def _cues(self, document: Document, cues: Sequence[Cue]) -> None:
        """Count cues by kind, those of the headline, and own-voice passives of harm verbs."""
        any_voice, own = self.any_voice, self.own
        harmed: set[int] = set()
        passives: list[Cue] = []
        for cue in cues:
            kind = cue[2]
            any_voice[kind] = any_voice.get(kind, 0) + 1
            if kind == "harm":
                harmed.add(cue[1])
            if cue[3] == "own":
                own[kind] = own.get(kind, 0) + 1
                if kind in CHARGED:
                    self.charged[document.zones[cue[4]] == "headline"] += 1
                elif kind in _PASSIVES:
                    passives.append(cue)
        for cue in passives:
            if cue[1] in harmed:
                self.harm_passives[cue[2]] += 1

    def words(self) -> dict[str, Value]:
        return {
            "words": self.total,
            "sentences": self.sentences,
            **{f"{voice}_words": self.by_voice[voice] for voice in VOICES},
            **{f"{voice}_share": _share(self.by_voice[voice], self.total) for voice in VOICES},
        }

    def cues(self) -> dict[str, Value]:
        own_words = self.by_voice["own"]
        values: dict[str, Value] = {}
        for kind in RATED:
            values[kind] = self.own[kind]
            values[f"{kind}_per_1000"] = _rate(self.own[kind], own_words)
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
        above, below = self.zone_words[True], self.zone_words[False]
        return {
            "headline_words": above,
            "headline_charged": self.charged[True],
            "headline_charged_per_100": _rate(self.charged[True], above, 100),
            "body_charged": self.charged[False],
            "body_charged_per_100": _rate(self.charged[False], below, 100),
        }


def _kept_words(document: Document) -> bytes:
    """Return the fold of a document without its boilerplate."""
    plain = folded(document.text).plain
    if document.all_counts:
        return plain
    sentences = [plain[start + 1 : end + 1] for _, (start, end) in document.counted]
    return b" ".join([b"", *sentences, b""])


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _rate(count: int, words: int, per: int = 1000) -> float | None:
    return per * count / words if words else None
