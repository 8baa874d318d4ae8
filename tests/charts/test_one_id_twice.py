"""Two lexicons with one concept id: each is named with its lexicon, and opens its own lines."""

from __future__ import annotations

import pandas as pd
import pytest

import framing
from framing import charts
from framing.comparison import Comparison

LEXICON = """schema: 1
kind: naming
id: {id}
title: {title}
version: 1.0.0
language: en
license: CC0-1.0
concepts:
  - id: raid
    gloss: a raid
    variants:
      - {{id: loaded, nouns: [{loaded}], intensity: 2, register: loaded}}
      - {{id: plain, nouns: [{plain}], intensity: 0, register: neutral}}
"""


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Eight events in which two outlets name both raids by different words."""
    folder = tmp_path_factory.mktemp("lexicons")
    given = (
        ("police", "Police work", "crackdown", "sweep"),
        ("air", "War in the air", "blitz", "sortie"),
    )
    paths = []
    for name, title, loaded, plain in given:
        paths.append(folder / f"{name}.yaml")
        text = LEXICON.format(id=name, title=title, loaded=loaded, plain=plain)
        paths[-1].write_text(text, encoding="utf-8")
    rows = [
        (f"event {place}", outlet, text)
        for place in range(8)
        for outlet, text in (
            ("Ash", "The crackdown began at dawn. The blitz came later. It was a crackdown."),
            ("Birch", "The sweep began at dawn. The sortie came later."),
        )
    ]
    articles = framing.read_articles(pd.DataFrame(rows, columns=["event", "outlet", "text"]))
    return framing.compare(framing.analyze(articles, paths, sentiment=False))


def test_a_sentence_says_whose_concept_it_is_and_opens_that_lexicons_lines(
    comparison: Comparison,
) -> None:
    """The sentence on one raid opens no line of the other."""
    words = {"raid (War in the air)": {"blitz", "sortie"},
             "raid (Police work)": {"crackdown", "sweep"}}  # fmt: skip
    for sentence, (name, forms) in zip(comparison.findings(), words.items(), strict=False):
        assert name in sentence
        opened = [set(comparison.lines(query)["text"]) for query in sentence.queries]
        assert set.union(*opened) == forms


@pytest.mark.parametrize("kind", ["Naming", "Pairs", "Dumbbell", "Heatmap"])
def test_a_chart_keeps_them_apart(comparison: Comparison, kind: str) -> None:
    """Both raids stand in the picture, each by its name with its own counts."""
    alt = getattr(charts, f"{kind}Display").from_comparison(comparison).alt
    assert "raid (War in the air)" in alt
    assert "raid (Police work)" in alt
    assert "16" in alt.partition("raid (Police work)")[2]
    assert "16" not in alt.partition("raid (Police work)")[0]


def test_the_page_names_both(comparison: Comparison, tmp_path: object) -> None:
    """Nowhere in the tables of the page does a raid stand without its lexicon."""
    page = framing.write_report(comparison, f"{tmp_path}/page.html").read_text(encoding="utf-8")
    assert page.count("raid (Police work)</") == page.count("raid (War in the air)</") > 3
    assert ">raid</" not in page
