"""How forms are spelled in labels and sentences."""

from __future__ import annotations

import pandas as pd

import framing
from framing.comparison import compare
from framing.comparison.written import spellings_of
from framing.values import Article


def seen(*rows):
    """Mentions of (text, zone, start); their sentence begins at 0."""
    table = pd.DataFrame(rows, columns=["text", "zone", "start"])
    return table.assign(sentence_start=0)


def test_a_name_keeps_its_capital():
    """The name of a state is written with its capital, and the rest is not."""
    texts = seen(("Tolmarki government", "body", 9), ("Tolmarki Government", "headline", 0))
    again = seen(("Tolmarki government", "body", 20))
    found = spellings_of(pd.concat([texts, again]))
    assert found == {"tolmarki government": "Tolmarki government"}


def test_a_name_of_two_words_is_spelled_whole():
    """Seen once, "Middle East conflicts" keeps both capitals, whatever "middle class" has."""
    rows = [("Middle East conflicts", "body", 9), *[("middle class", "body", 9)] * 3]
    assert spellings_of(seen(*rows)) == {"middle east conflicts": "Middle East conflicts"}
    opening = [("Poor East villages", "body", 0), *[("East villages", "body", 9)] * 2]
    assert spellings_of(seen(*opening))["poor east villages"] == "poor East villages"


def test_openings_and_headlines_give_no_capital():
    """A capital at a sentence's start, or after its mark, or in a headline, says nothing."""
    rows = [("Rebels", "body", 0), ("Rebels", "body", 1), ("Armed Rebels", "headline", 8)]
    assert spellings_of(seen(*rows)) == {}


def test_letters_that_stand_for_words_stay():
    """Abbreviations are spelled as they are written most."""
    rows = [("US forces", "body", 9)] * 2 + [("us forces", "body", 9)]
    assert spellings_of(seen(*rows)) == {"us forces": "US forces"}


def test_sentences_and_tables_spell_alike(build):
    """A finding and the table's wording show one spelling."""
    articles = [Article(id=o, outlet=o, event="e", text="x") for o in "AB"]
    mentions = [
        build.mention(a, "harsh") | {"text": "Ostish occupiers", "start": 9, "sentence_start": 0}
        for a in articles
        for _ in range(2)
    ]
    found = compare(build.analysis_of(articles, mentions))
    assert set(found.naming["wording"]) == {"Ostish occupiers"}
    assert "“Ostish occupiers”" in found.findings()[0]


def test_a_form_is_quoted_without_its_article():
    """Who writes "the bombers" and who writes "bombers" chose one word, and it is quoted so."""
    rows = [("storm", "Ash", "The bombers came at dawn. They fled."), ("storm", "Birch", "Talks.")]
    table = pd.DataFrame(rows, columns=["event", "outlet", "text"])
    comparison = compare(
        framing.analyze(framing.read_articles(table), "armed-groups", sentiment=False)
    )
    assert comparison.analysis.mentions["text"].tolist() == ["The bombers"]
    assert comparison.naming["wording"].dropna().unique().tolist() == ["bombers"]


def test_of_forms_as_frequent_the_shortest_heads_their_count() -> None:
    """Nobody's name heads a count of which it is one form of several, told or drawn."""
    texts = {
        "Ash": "Cuba's invasion went on. The invasion went on.",
        "Fir": "The military operation went on.",
    }
    articles = [
        framing.Article(name, outlet=name, event="e", text=text) for name, text in texts.items()
    ]
    found = framing.compare(framing.analyze(articles, sentiment=False))
    row = found.naming.query("variant == 'invasion' and outlet == 'Ash' and scope == 'own'")
    assert row["wording"].tolist() == ["invasion and 1 like it"]
    said = next(str(each) for each in found.findings() if "forces" in str(each))
    assert "“invasion” and 1 like it" in said
