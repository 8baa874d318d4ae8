"""An article written for this suite, with every construction the library must tell apart.

Invented from end to end: places, people, dates and outlet do not exist. It stands where the
article the project began with can't be: that one is tested by ``test_seed_article.py`` where the
measuring corpora are.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import framing

FILE = Path(__file__).with_name("own_article.txt")
STATES = {"Varenia": ["Varenian"], "Ostran": ["Ostran"]}


@pytest.fixture(scope="module")
def read() -> framing.Analysis:
    """Analyse the article with all shipped lexicons and two invented states."""
    return framing.analyze(framing.read_articles(FILE), targets=STATES, sentiment=False)


def rows_of(read: framing.Analysis, words: str) -> pd.DataFrame:
    """Return the mentions with exactly these words."""
    return read.mentions[read.mentions["text"] == words]


@pytest.mark.parametrize(
    ("words", "voices"),
    [
        ("Varenian occupation forces", ["attributed"]),
        ("assassination", ["own", "own"]),
        ("terror drone strike", ["own"]),
        ("Ostran resistance groups", ["own"]),
        ("occupying forces", ["attributed"]),
        ("foreign military forces", ["own"]),
        ("Ostran troops", ["distanced"]),
    ],
)
def test_voice_of_each_naming(read: framing.Analysis, words: str, voices: list[str]) -> None:
    """The outlet's own loaded words are its own; those of sources are theirs."""
    assert rows_of(read, words)["voice"].tolist() == voices


def test_the_loaded_naming_is_the_unnamed_sources(read: framing.Analysis) -> None:
    """It has an anonymous source, linked to the one named first, and a party it is about."""
    row = rows_of(read, "Varenian occupation forces").iloc[0]
    assert (row["speaker"], row["speaker_kind"]) == ("The unnamed source", "anonymous")
    assert row["target"] == "Varenia"


def test_those_who_warn_are_the_source_of_what_they_will_do(read: framing.Analysis) -> None:
    """“warned that they will treat … as occupying forces” is the resistance groups' speech."""
    row = rows_of(read, "occupying forces").iloc[0]
    assert (row["speaker"], row["speaker_kind"]) == ("Ostran resistance groups", "institution")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("lasting hearing loss", "the Defense Office"),
        ("first answer", "Ostran"),
        ("Commander-in-Chief", "he"),
    ],
)
def test_quotations_have_their_speakers(read: framing.Analysis, words: str, speaker: str) -> None:
    """“According to”, “has described … as” and “he added” each bring the source of the words."""
    text = read.articles[0].text
    said = [
        row.speaker
        for row in read.attributions.itertuples()
        for start, end in row.content
        if words in text[start:end]
    ]
    assert said == [speaker]


def test_words_held_at_a_distance(read: framing.Analysis) -> None:
    """A scare quote under “what is claimed to be”; one quoted word beside its speaker is none."""
    cues = read.cues  # “combat” stands in what Ostran and Varenia said
    assert cues.loc[cues["kind"] == "scare_quote", "text"].tolist() == ["“training”"]
    (claimed,) = cues.loc[cues["kind"] == "distancing", "text"]
    assert claimed.startswith("what is claimed to be “training”")


def test_the_unnamed_source_is_one_person(read: framing.Analysis) -> None:
    """Four passages of the unnamed source go under one name, the pronoun's among them."""
    anonymous = read.attributions[read.attributions["speaker_kind"] == "anonymous"]
    named = anonymous.loc[
        anonymous["speaker_name"].str.contains("security source"), "speaker"
    ].tolist()
    assert named == [
        "A well-placed Ostran security source", "The source", "The unnamed source", "he",
        "The source",
    ]  # fmt: skip


def test_furniture_yields_nothing(read: framing.Analysis) -> None:
    """Navigation above and addresses below have no rows; every offset cuts out its words."""
    text, table = read.articles[0].text, read.mentions
    assert table["start"].min() > text.index("Coast")
    assert table["end"].max() < text.index("Coast News’s website")
    assert set(table["zone"]) <= {"headline", "lead", "body", "caption"}
    for row in table.itertuples():
        assert text[row.start : row.end] == row.text
