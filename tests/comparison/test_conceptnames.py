"""What a concept is called in a sentence."""

from __future__ import annotations

import re

from framing.comparison.material import concept_words
from framing.lexicon import shipped

NAMES = {
    (lexicon.id, concept.id): (
        concept_words(concept.id, concept.gloss or "", concept.label or ""),
        concept.gloss or "",
    )
    for lexicon in shipped()
    if lexicon.kind == "naming"
    for concept in lexicon.concepts
}


def test_a_label_comes_before_the_id_and_the_gloss():
    """What the lexicon wants readers to see is what they see."""
    assert concept_words("west-bank", "the land by the Jordan", "the West Bank") == "the West Bank"


def test_shipped_names_fit_into_a_sentence():
    """No concept is called by more than ten words, nor by nothing."""
    assert {key: name for key, (name, _) in NAMES.items() if not 0 < len(name.split()) <= 10} == {}


def test_shipped_names_keep_the_capitals_of_their_gloss():
    """What the gloss writes as a name is not written in lower case."""
    lowered = {
        key: name
        for key, (name, gloss) in NAMES.items()
        if {word.lower() for word in re.findall(r"(?<=[a-z,] )[A-Z]\w+", gloss)} & {*name.split()}
    }
    assert lowered == {}
