"""The article this project began with; `tests/test_own_article.py` stands in elsewhere."""

import os
from pathlib import Path

import pytest

from framing.articles.layout import documents
from framing.values import Article, Decision, Document, Reading
from framing.voice import decide, read_voice

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("FRAMING_CORPORA", ROOT.parent / "shared" / "corpora"))
SEED = CORPORA / "ain-al-asad.txt"

pytestmark = pytest.mark.skipif(
    not SEED.is_file(), reason=f"the measuring corpora are not at {CORPORA}; set FRAMING_CORPORA"
)


@pytest.fixture(scope="module")
def document() -> Document:
    """Return the article's text, cut up."""
    return documents(Article(id="seed", text=SEED.read_text(encoding="utf-8")))[0]


@pytest.fixture(scope="module")
def reading(document: Document) -> Reading:
    """Return what the default reader finds in it."""
    return read_voice(document)


def decided(document: Document, reading: Reading, words: str, number: int = 0) -> Decision:
    """Decide the voice of the nth place where the article has these words."""
    at = -1
    for _ in range(number + 1):
        at = document.text.index(words, at + 1)
    return decide(reading, [(at, at + len(words))])[0]


@pytest.mark.parametrize(
    ("words", "number", "voice"),
    [
        ("American occupation forces", 0, "attributed"),
        ("assassination", 0, "own"),
        ("assassination", 1, "own"),
        ("terror drone strike", 0, "own"),
        ("resistance groups", 0, "own"),
        ("occupying forces", 0, "attributed"),
        ("foreign military forces", 0, "own"),
        ("traumatic brain injuries", 0, "quoted"),
        ("first slap", 0, "quoted"),
        ("combat", 0, "quoted"),
        ("training", 0, "distanced"),
    ],
)
def test_voices(document: Document, reading: Reading, words: str, number: int, voice: str) -> None:
    """The namings of the article stand in the voices that the issue names."""
    assert decided(document, reading, words, number).voice == voice


@pytest.mark.parametrize(
    ("words", "speaker", "kind"),
    [
        ("American occupation forces", "The unnamed source", "anonymous"),
        ("occupying forces", "Iraqi resistance groups", "institution"),
        ("traumatic brain injuries", "the Pentagon", "institution"),
        ("first slap", "Iran", "institution"),
        ("Commander-in-Chief", "he", "anonymous"),
    ],
)
def test_speakers(
    document: Document, reading: Reading, words: str, speaker: str, kind: str
) -> None:
    """They are attributed to whom the article attributes them."""
    index = decided(document, reading, words).attribution
    assert index is not None
    found = reading.attributions[index]
    assert (found.speaker, found.speaker_kind) == (speaker, kind)


def test_distancing(document: Document, reading: Reading) -> None:
    """One scare quote and one "what is claimed to be" hold words off; a source's word does not."""
    text = document.text
    scare = [text[d.start : d.end] for d in reading.distancings if d.kind == "scare_quote"]
    claimed = [text[d.cue_start : d.cue_end] for d in reading.distancings if d.kind == "distancing"]
    assert scare == ["“training”"]
    assert [words[:26] for words in claimed] == ["what is claimed to be “tra"]
    assert not decided(document, reading, "combat").distanced


def test_anonymous_passages(reading: Reading) -> None:
    """At least four passages come from the unnamed source, all under one name."""
    anonymous = [a for a in reading.attributions if a.speaker_kind == "anonymous"]
    names = [a.speaker_name for a in anonymous if "source" in str(a.speaker_name)]
    assert len(names) >= 4
    assert len({name for name in names if name != "Source"}) == 1
