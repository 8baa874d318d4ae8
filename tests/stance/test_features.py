"""An article's figures: every one declared, counted by hand, and missing where undefined."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from framing.stance import (
    FEATURES,
    SENTIMENT_FEATURES,
    article_features,
    find_cues,
    sentiment_features,
)
from framing.stance.balance import ANONYMOUS, UNRESOLVED, QuotedSpeaker, source_balance
from framing.stance.bytefold import fold
from framing.stance.catalogue import REPORTING
from framing.stance.readability import reading_ease, syllables
from framing.stance.segments import WordCounter, voice_segments
from framing.stance.wordcounts import CountedWords
from framing.values import VOICES, Attribution, Distancing, Document, Reading

NOTHING = Reading((), (), ())
DocumentOf = Callable[..., Document]

TEXT = (
    "The council was shelled. Residents were killed by rebels. "
    "“We may never return,” a source claimed. The so-called truce clearly failed."
)
SAID = Attribution(
    "direct", "a source", None, "anonymous", "claimed", "doubt", (81, 89), (90, 97),
    ((58, 80),), "trailing",
)  # fmt: skip
HELD = Distancing(113, 118, 103, 118, "distancing", "so-called")
READING = Reading((SAID,), (HELD,), ((58, 80),))


@pytest.fixture
def values(document_of: DocumentOf) -> dict[str, int | float | None]:
    """Return the figures of the text above."""
    document = document_of(TEXT)
    return article_features([(document, READING, find_cues(document, READING))])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("words", 21),
        ("sentences", 4),
        ("own_words", 15),
        ("quoted_words", 4),
        ("distanced_words", 2),  # "so-called truce"
        ("attributed_share", 0.0),
        ("booster", 1),
        ("booster_per_1000", pytest.approx(1000 / 15)),
        ("modal", 0),  # "may" is the source's
        ("implicative", 0),
        ("distancing", 1),
        ("scare_quote", 0),
        ("agentless_passive", 1),
        ("passive", 2),
        ("agentless_share", 0.5),
        ("harm_agentless_passive", 1),
        ("harm_passive", 2),
        ("harm_agentless_share", 0.5),
        ("attributions", 1),
        ("anonymous_source", 1),
        ("anonymous_source_share", 1.0),
        ("reporting_cues", 1),
        ("reporting_doubt", 1),
        ("reporting_neutral", 0),
        ("doubt_share", 1.0),
        ("sources", 1),
        ("source_entropy", 0.0),
        ("top_source_share", 1.0),
        ("anonymous_source_words", 4),
        ("anonymous_word_share", 1.0),
        ("headline_words", 0),
        ("headline_charged_per_100", None),
        ("body_charged", 1),
    ],
)
def test_figures_counted_by_hand(
    values: dict[str, int | float | None], name: str, value: object
) -> None:
    """Each figure is what counting by hand gives."""
    assert values[name] == value


def test_every_feature_is_declared_and_documented(
    values: dict[str, int | float | None],
) -> None:
    """What is computed is what the catalogue declares; rates and most shares name a denominator."""
    assert list(values) == list(FEATURES)
    for feature in FEATURES.values():
        assert feature.definition
        assert feature.known_error
        if feature.measure == "rate":
            assert feature.denominator in FEATURES
        if feature.measure == "count":
            assert isinstance(values[feature.name], int)


def test_an_empty_article_has_no_rates(document_of: DocumentOf) -> None:
    """Without words every count is 0 and every rate, share and figure is missing."""
    empty = article_features([(document_of(""), NOTHING, [])])
    for name, feature in FEATURES.items():
        assert empty[name] == (0 if feature.measure == "count" else None)


def test_a_rate_is_its_count_over_its_denominator(
    values: dict[str, int | float | None],
) -> None:
    """Count × 1000 = rate × own words, for each kind of cue."""
    for name, feature in FEATURES.items():
        if name.endswith("_per_1000"):
            count, rate = values[name.removesuffix("_per_1000")], values[name]
            assert count is not None
            assert rate is not None
            assert count * 1000 == pytest.approx(rate * (values[feature.denominator or ""] or 0))


def test_headline_and_body_are_apart(document_of: DocumentOf) -> None:
    """Charged words of a title count in the headline, those of the text below it."""
    parts = []
    for text, zone, field in (
        ("Utterly brutal raid", "headline", "title"),
        ("It rained. A vile day.", "body", "text"),
    ):
        document = document_of(text, zone=zone, field=field)
        parts.append((document, NOTHING, find_cues(document, NOTHING)))
    found = article_features(parts)
    assert (found["headline_words"], found["headline_charged"]) == (3, 2)
    assert (found["headline_charged_per_100"], found["body_charged"]) == (pytest.approx(200 / 3), 1)


def test_boilerplate_counts_nowhere(document_of: DocumentOf) -> None:
    """Boilerplate adds neither words nor cues nor syllables."""
    document = document_of("Subscribe, clearly.", zone="boilerplate")
    found = article_features([(document, NOTHING, find_cues(document, NOTHING))])
    assert (found["words"], found["booster"], found["reading_ease"]) == (0, 0, None)


def test_balance_of_two_speakers() -> None:
    """Entropy is −Σ p ln p over words; an unresolved pronoun is no speaker."""
    rows = [
        QuotedSpeaker("Ruiz", "named", 1, 30, 1, 0),
        QuotedSpeaker(ANONYMOUS, "anonymous", 1, 10, 1, 0),
        QuotedSpeaker(UNRESOLVED, "pronoun", 1, 99, 1, 0),
    ]
    found = source_balance(rows)
    expected = -(0.75 * math.log(0.75) + 0.25 * math.log(0.25))
    assert found.entropy == pytest.approx(expected)
    assert (found.sources, found.top_share, found.unresolved_words) == (2, 0.75, 99)


def test_word_counts_agree_with_segments(document_of: DocumentOf) -> None:
    """The words of the segments add up to the words of the text."""
    segments = voice_segments(document_of(TEXT), READING)
    counter = WordCounter(TEXT)
    assert sum(counter.counts([(s.start, s.end) for s in segments])) == len(counter) == 21


def test_words_by_voice_and_report_are_those_of_the_segments(document_of: DocumentOf) -> None:
    """Counting between places where the voice changes gives what counting each segment gives."""
    document, counter = document_of(TEXT), WordCounter(TEXT)
    by_voice: Counter[str] = Counter()
    by_attribution: Counter[int | None] = Counter()
    for segment in voice_segments(document, READING):
        by_voice[segment.voice] += counter.count(segment.start, segment.end)
        by_attribution[segment.attribution] += counter.count(segment.start, segment.end)
    found = CountedWords([document], [READING])
    counted = dict(zip(VOICES, found.by_voice[0], strict=True))
    assert {voice: count for voice, count in counted.items() if count} == by_voice
    assert found.by_attribution == [[by_attribution[0]]] == [[4]]


def test_words_of_boilerplate_are_in_no_voice(document_of: DocumentOf) -> None:
    """A sentence of boilerplate has words, and no voice has them."""
    document = document_of("The truce failed. Subscribe now, he said.")
    marked = replace(document, zones=("lead", "boilerplate"))
    found = CountedWords([marked], [NOTHING])
    assert (found.by_sentence, sum(found.by_voice[0])) == ([3, 4], 3)


def test_documents_counted_together_are_as_each_by_itself(document_of: DocumentOf) -> None:
    """Words, voices, reports and syllables of several documents are those of each alone."""
    told = document_of(TEXT)
    marked = replace(document_of("The truce failed. Subscribe now."), zones=("lead", "boilerplate"))
    pairs = [(told, READING), (document_of(""), NOTHING), (marked, NOTHING), (told, READING)]
    together = CountedWords(*map(list, zip(*pairs, strict=True)))
    alone = [CountedWords([document], [reading]) for document, reading in pairs]
    for name in ("by_voice", "by_attribution", "reported", "headline", "below", "filled",
                 "syllables", "by_sentence"):  # fmt: skip
        assert getattr(together, name) == [n for one in alone for n in getattr(one, name)], name


@pytest.mark.parametrize(
    ("words", "count"),
    [("isn't so", 2), ("well-known - yes", 2), ("U.S. troops", 3), ("’tis 3,000", 3), ("…", 0)],
)
def test_words_are_runs_with_inner_marks(words: str, count: int) -> None:
    """Apostrophes and hyphens inside a word join it; dashes between words do not."""
    assert len(WordCounter(words)) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("strength", 1), ("people", 2), ("government", 3), ("killed", 1), ("bombed", 1),
        ("attacked", 2), ("wanted", 2), ("makes", 1), ("forces", 2), ("agree", 2), ("free", 1),
        ("couldn't", 2), ("it's", 1), ("2020", 1), ("president", 3), ("military", 4),
    ],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    """Silent e's are left out; numbers are one; contractions add none but n't."""
    assert syllables(fold(word)) == count


def test_syllables_of_a_text_are_those_of_its_words() -> None:
    """Words counted together have the syllables that each has alone, whatever stands around it."""
    words = "e We'll re-use les axes, tables and dishes he's used; t 3 dn öde didn't ses ed".split()
    assert syllables(fold(" ".join(words))) == sum(syllables(fold(word)) for word in words)
    assert syllables(fold("")) == syllables(fold(" – ")) == 0


def test_reading_ease_of_fleschs_formula() -> None:
    """206.835 − 1.015 · words/sentences − 84.6 · syllables/words."""
    assert reading_ease(20, 2, 30) == pytest.approx(206.835 - 10.15 - 126.9)


def test_reporting_classes_are_those_of_the_lexicon() -> None:
    """Every class of the reporting verbs' lexicon has a column."""
    from framing.lexicon import word_classes

    classes = {name for names in word_classes("reporting-verbs").values() for name in names}
    assert classes == set(REPORTING)


def test_sentiment_columns_are_declared() -> None:
    """Sentiment's columns are those of its catalogue."""
    assert list(sentiment_features([])) == list(SENTIMENT_FEATURES)
