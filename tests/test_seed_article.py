"""The article this project began with, through the same door as every other."""

from __future__ import annotations

from pathlib import Path

import pytest

import framing


@pytest.fixture(scope="module")
def seed(corpora: Path) -> framing.Analysis:
    """Analyse the seed article with the shipped lexicons and no tuning."""
    return framing.analyze(framing.read_articles(corpora / "ain-al-asad.txt"), sentiment=False)


def voices(seed: framing.Analysis, text: str) -> list[str]:
    """Return the voice of every mention with these words."""
    table = seed.mentions
    return list(table.loc[table["text"].str.lower() == text.lower(), "voice"])


def test_occupation_forces_are_the_unnamed_sources_words(seed: framing.Analysis) -> None:
    """The loaded naming is attributed to an anonymous source and bound to the US."""
    table = seed.mentions
    rows = table[table["text"] == "American occupation forces"]
    assert list(rows["voice"]) == ["attributed"]
    assert list(rows["speaker_kind"]) == ["anonymous"]
    assert list(rows["target"]) == ["United States"]


def test_loaded_words_in_its_own_voice(seed: framing.Analysis) -> None:
    """“terror drone strike” once, and “assassination” twice, are the outlet's own."""
    assert voices(seed, "terror drone strike") == ["own"]
    assert voices(seed, "assassination") == ["own", "own"]


def test_resistance_and_occupation(seed: framing.Analysis) -> None:
    """The outlet says “resistance groups”; “occupying forces” is theirs."""
    table = seed.mentions
    assert set(table.loc[table["text"].str.endswith("resistance groups"), "voice"]) == {"own"}
    rows = table[table["text"].str.contains("occupying forces")]
    assert list(rows["voice"]) == ["attributed"]
    assert rows["speaker"].iloc[0] is not None
    assert "resistance groups" in rows["speaker"].iloc[0]


def test_words_held_at_a_distance(seed: framing.Analysis) -> None:
    """Scare quotes and a distancing phrase are cues; quotations with a source are not."""
    cues = seed.cues
    scare = " ".join(cues.loc[cues["kind"] == "scare_quote", "text"])
    assert "combat" not in scare  # the ministry's own word
    assert "training" in scare
    distancing = " ".join(cues.loc[cues["kind"] == "distancing", "text"])
    assert "what is claimed to be" in distancing


def test_quotations_have_their_speakers(seed: framing.Analysis) -> None:
    """“traumatic brain injuries” is the Pentagon's, “first slap” Iran's."""
    text = seed.articles[0].text
    speakers = {}
    for row in seed.attributions.itertuples():
        for start, end in row.content:
            for words in ("traumatic brain injuries", "first slap"):
                if words in text[start:end]:
                    speakers[words] = row.speaker
    assert "Pentagon" in speakers["traumatic brain injuries"]
    assert "Iran" in speakers["first slap"]


def test_anonymous_sources(seed: framing.Analysis) -> None:
    """At least four passages rest on the unnamed source."""
    assert (seed.attributions["speaker_kind"] == "anonymous").sum() >= 4


def test_neutral_namings_count_and_boilerplate_does_not(seed: framing.Analysis) -> None:
    """The denominators are there; the navigation and the web addresses yield nothing."""
    table = seed.mentions
    neutral = set(table.loc[~table["loaded"].fillna(False), "text"].str.lower())
    joined = " | ".join(sorted(neutral))
    for words in ("us forces", "american troops", "foreign military forces", "drone strike"):
        assert words in joined
    text = seed.articles[0].text
    assert table["start"].min() > text.index("Iraq")
    assert table["end"].max() < text.index("Press TV’s website")
    assert set(table["zone"]) <= {"headline", "lead", "body", "caption"}
