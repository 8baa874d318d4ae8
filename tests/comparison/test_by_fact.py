"""Plain words that name different things are no choice of words; a loaded word beside them is."""

from __future__ import annotations

import pytest

import framing
from framing.lexicon import Lexicon, load_lexicon, shipped
from framing.values import Article

CROWDS = """\
schema: 1
kind: naming
id: crowds
title: Crowds
version: 1.0.0
language: en
license: CC0-1.0
sources:
  guide: {title: A guide, publisher: A house, year: 2024}
concepts:
  - id: arms
    gloss: what is used on a crowd
    variants:
      - {id: soft, nouns: [less-lethal round], intensity: 1, sources: [guide]}
      - {id: plain, nouns: [baton, water hose, net], by_fact: true}
"""


@pytest.fixture
def crowds(tmp_path) -> Lexicon:
    """Return a lexicon in which three plain words name different things."""
    path = tmp_path / "crowds.yaml"
    path.write_text(CROWDS, encoding="utf-8")
    return load_lexicon(path)


def compared(lexicon: Lexicon, *words: tuple[str, str]) -> framing.Comparison:
    """Compare two outlets on as many events as there are pairs of words."""
    articles = [
        Article(f"{outlet}{event}", outlet=outlet, event=f"e{event}", text=f"They used a {word}.")
        for event, pair in enumerate(words)
        for outlet, word in zip(("Ash", "Birch"), pair, strict=True)
    ]
    return framing.compare(framing.analyze(articles, lexicon, sentiment=False), copies="all")


def test_words_for_different_things_make_no_difference(crowds: Lexicon) -> None:
    """Where one side met batons and the other hoses, nothing differs, and the sentence says why."""
    found = compared(crowds, *[("baton", "water hose")] * 7)
    row = found.differences.query("measure == 'naming choice' and concept == 'arms'").iloc[0]
    assert row["raw_difference"] == 0
    told = str(found.findings()[0])
    assert "Ash wrote “baton” 7 of 7 times, Birch “water hose” 7 of 7 (plain words, which" in told


def test_a_loaded_word_differs_from_each_of_them(crowds: Lexicon) -> None:
    """A loaded word that can stand for either thing is a choice against both."""
    words = [("less-lethal round", "baton"), ("less-lethal round", "net")] * 4
    found = compared(crowds, *words)
    row = found.differences.query("measure == 'naming choice' and concept == 'arms'").iloc[0]
    assert row["difference"] == pytest.approx(1)
    assert "Birch “baton” and 1 other plain word 8 of 8" in str(found.findings()[0])


def test_words_chosen_by_fact_are_neutral_and_several() -> None:
    """A shipped variant of words that differ in fact has several, beside a loaded variant."""
    seen = 0
    for lexicon in shipped("naming"):
        for concept in lexicon.concepts:
            for variant in concept.variants:
                if variant.by_fact:
                    seen += 1
                    words = (*variant.nouns, *variant.verbs, *variant.adjectives, *variant.exact)
                    assert len(words) > 1, (concept.id, variant.id)
                    assert not variant.intensity, (concept.id, variant.id)
                    assert any(other.intensity for other in concept.variants), concept.id
    assert seen
