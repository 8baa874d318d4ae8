"""The lexicons of cues that voice reads."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from framing.language.sourcewords import FORMULAS, OF_WITHHELD
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


@pytest.mark.parametrize("name", CUES)
def test_no_class_lists_a_word_twice(name: str) -> None:
    """A word stands once in its class, so that who takes it out has taken it out."""
    for concept in _concepts(name):
        listed = [word for key in ("verbs", "nouns", "exact") for word in concept.get(key, ())]
        assert [word for word, times in Counter(listed).items() if times > 1] == [], concept["id"]


def test_a_verb_is_read_by_one_class() -> None:
    """A verb has one class; of these few, which other rooms count by two, voice reads the first."""
    concepts = _concepts("reporting-verbs")
    times = Counter(verb for concept in concepts for verb in set(concept.get("verbs", ())))
    twice = {verb for verb, classes in times.items() if classes > 1}
    assert twice == {
        "agree", "call on", "credit", "insinuate", "know", "question", "set out", "taunt",
        "volunteer",
    }  # fmt: skip


def test_what_cannot_speak_is_nobody_who_does() -> None:
    """No word is a thing and an office, a spokesperson or somebody whose name is withheld."""
    speak = {"official", "spokesperson", "anonymous", "withheld"}
    classes = word_classes("source-nouns")
    both = [word for word, found in classes.items() if "thing" in found and speak & set(found)]
    assert both == []


def test_each_formula_that_withholds_a_name_is_looked_for() -> None:
    """Sentences are searched for such a formula only where they hold one of these words."""
    sought = {word.replace("authoriz", "authori[sz]") for word in OF_WITHHELD}
    unseen = [one for one in FORMULAS if not any(word in one for word in sought)]
    assert unseen == []


def _concepts(name: str) -> list[dict[str, Any]]:
    """Return the classes of a lexicon, each with its words as its file lists them."""
    path = Path(__file__).parents[2] / "lexicons" / f"{name}.yaml"
    concepts: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["concepts"]
    return concepts
