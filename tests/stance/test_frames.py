"""Generic frames: every class of the lexicon, counts by hand, nothing from boilerplate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from framing.lexicon import load_lexicon
from framing.stance.frames import FRAMES, find_frame_words, frame_features
from framing.values import Document


def test_frames_are_those_of_the_lexicon() -> None:
    """The declared frames are the lexicon's classes, each with a source and words."""
    lexicon = load_lexicon("generic-frames")
    assert [concept.id for concept in lexicon.concepts] == list(FRAMES)
    assert all(concept.sources and concept.gloss for concept in lexicon.concepts)
    assert all(len(concept.variants) >= 20 for concept in lexicon.concepts)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Both sides traded accusations.", "conflict"),
        ("A mother wept at the funeral.", "human-interest"),
        ("Unemployment and inflation rose.", "economic-consequences"),
        ("It was a sin, the bishop said.", "morality"),
        ("Who is to blame for the failure?", "responsibility"),
        ("The judge upheld the ruling.", "legality"),
        ("Polls showed a majority of voters.", "public-opinion"),
        ("Missiles threatened the border.", "security-defence"),
    ],
)
def test_a_frame_leads_where_its_words_are(
    document_of: Callable[..., Document], text: str, frame: str
) -> None:
    """In a sentence in one frame's terms no other frame has more words."""
    features = frame_features([document_of(text)])
    counts = {name: value for name, value in features.items() if not name.endswith("_1000")}
    key = f"frame_{frame.replace('-', '_')}"
    assert counts[key] == max(value for value in counts.values() if value is not None)
    assert (counts[key] or 0) >= 2


def test_words_are_found_at_their_places(document_of: Callable[..., Document]) -> None:
    """Offsets cut the words out of the text as written."""
    text = "The Stand-off cost lives."
    found = find_frame_words(document_of(text))
    assert ("Stand-off", "conflict") in {(text[a:b], frame) for a, b, frame in found}


def test_boilerplate_and_emptiness(document_of: Callable[..., Document]) -> None:
    """Boilerplate has no frame words, and no words means no rate."""
    features = frame_features([document_of("Vote, pay, fight.", zone="boilerplate")])
    assert features["frame_politics"] == 0
    assert features["frame_politics_per_1000"] is None
