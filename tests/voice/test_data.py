"""The lexicons of cues that voice reads."""

import pytest

from framing.lexicon import load_lexicon, word_classes
from framing.voice.text.vocabulary import vocabulary

CUES = ["reporting-verbs", "verb-frames", "noun-cues", "source-nouns", "distancing"]


@pytest.mark.parametrize("name", CUES)
def test_loads_and_names_its_sources(name: str) -> None:
    """Each lexicon is of kind cues, and each of its classes says what it is and after whom."""
    lexicon = load_lexicon(name)
    assert lexicon.kind == "cues"
    assert lexicon.sources
    assert all(concept.gloss for concept in lexicon.concepts)


def test_enough_reporting_verbs() -> None:
    """At least 350 verbs have a class, particles among them."""
    lexicon = load_lexicon("reporting-verbs")
    verbs = {variant.id for concept in lexicon.concepts for variant in concept.variants}
    assert len(verbs) >= 350
    assert sum(" " in verb or "-" in verb for verb in verbs) >= 50
    assert {"neutral", "doubt", "truth-presuming", "strong"} <= {c.id for c in lexicon.concepts}


def test_every_verb_with_a_frame_has_a_class() -> None:
    """A verb that the reader uses has one of the classes that stance counts."""
    kinds, frames = word_classes("reporting-verbs"), word_classes("verb-frames")
    states = {"predicate", "inclined"}
    bare = [form for form, found in frames.items() if form not in kinds and set(found) - states]
    assert bare == []


def test_inflected_forms_are_known() -> None:
    """Every form of a verb heads it, irregular ones and those with particles too."""
    heads = vocabulary().heads
    for form in ("said", "says", "saying", "wrote", "written", "told", "knew", "swore", "sought"):
        head = heads[form]
        assert head is not None
        assert head.alone is not None
    points = heads["pointed"]
    assert points is not None
    assert "out" in points.longer
