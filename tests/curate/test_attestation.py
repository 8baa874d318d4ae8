"""What forms of the lexicons are found in use, and on what each of them rests."""

from __future__ import annotations

import pytest

import framing
from framing.curate import attested_forms, form_uses, measured_uses
from framing.lexicon import shipped

COLUMNS = ["lexicon", "concept", "variant", "form", "loaded", "standing", "articles"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Tolmar regimes fell.", "regime"),
        ("The brutal regime’s men fled.", "brutal regime"),
        ("The Iranian regime fell.", "{nation:state} regime"),
        ("Iran’s military junta fell.", "military junta"),
    ],
)
def test_a_use_counts_for_the_form_as_the_file_lists_it(text: str, form: str) -> None:
    """Plurals, possessives and filled gaps are uses of the entry that stands in the file."""
    article = framing.Article("a", text=text)
    found = form_uses(framing.analyze([article], "governments", sentiment=False))
    assert form in found["form"].tolist()


def test_an_article_counts_once_and_other_senses_not_at_all() -> None:
    """Three uses in one article are one article; "tax regime" is no use of "regime"."""
    texts = ("The regime lied. The regime fell. A regime!", "A tax regime.", "The regime fell.")
    articles = [framing.Article(str(n), text=text) for n, text in enumerate(texts)]
    found = form_uses(framing.analyze(articles, "governments", sentiment=False))
    assert dict(zip(found["form"], found["articles"], strict=True)) == {"regime": 2}


def test_no_use_gives_an_empty_table() -> None:
    """Articles without a naming give a table with the same columns and no row."""
    found = form_uses(framing.analyze([framing.Article("a", text="-")], "guns", sentiment=False))
    assert found.columns.tolist() == ["lexicon", "concept", "variant", "form", "articles"]
    assert found.empty


def test_each_form_of_a_loaded_word_says_on_what_it_rests() -> None:
    """Each form has one row: found in use with counts, given by a source, or extrapolated."""
    table = attested_forms()
    assert table.columns[: len(COLUMNS)].tolist() == COLUMNS
    assert not table.duplicated(["lexicon", "concept", "variant", "form"]).any()
    loaded = table[table["loaded"]]
    assert set(loaded["standing"]) <= {
        "found in use", "given by a source", "extrapolated", "plain",
    }  # fmt: skip
    corpora = list(table.columns[len(COLUMNS) :])
    assert corpora == list(measured_uses()["corpora"])
    assert (table[corpora].sum(axis=1) == table["articles"]).all()
    assert ((table["articles"] > 0) == (table["standing"] == "found in use")).all()


def test_shipped_counts_are_of_forms_that_there_are() -> None:
    """The counts name shipped lexicons only, and no corpus that they do not describe."""
    measured = measured_uses()
    known = {lexicon.id for lexicon in shipped("naming")}
    assert set(measured["forms"]) <= known
    for variants in measured["forms"].values():
        for forms in variants.values():
            for by_corpus in forms.values():
                assert set(by_corpus) <= set(measured["corpora"])
                assert all(number > 0 for number in by_corpus.values())
