"""The language room: English stands once, and no other language is read as if it were English."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.articles import read_articles
from framing.errors import LexiconError
from framing.language import calendar, closed
from framing.language.languages import ENGLISH, LANGUAGES, known_language
from framing.language.quotemarks import ALL_MARKS
from framing.lexicon import load_lexicon, word_classes
from framing.lexicon.forms import forms_of
from framing.lexicon.lexiconrecords import Concept, Lexicon, Variant

GERMAN = """
id: fremd
language: de
concepts:
  - id: regierung
    gloss: die an der Macht sind
    variants:
      - {id: regierung, nouns: [Regierung]}
      - {id: regime, nouns: [Regime]}
"""


def test_english_is_the_one_language() -> None:
    """Tags of English in any region mean English; others mean none."""
    assert [one.name for one in LANGUAGES.values()] == ["English"]
    assert known_language("en") is known_language("EN_gb") is ENGLISH
    assert known_language("de") is known_language("eng-xx") is None


def test_what_english_is_told_by_is_there() -> None:
    """The lexicons a language names are installed, and its marks pair up."""
    assert word_classes(ENGLISH.nations)
    assert all(word_classes(lexicon) for lexicon in ENGLISH.cues.values())
    for opening, closing in ENGLISH.quotation_marks.items():
        assert opening in ALL_MARKS
        assert set(closing) <= set(ALL_MARKS)
    assert ENGLISH.inflect("child", "nouns") == ("child", "children")
    assert "Gov" in ENGLISH.boundaries.titles


def test_a_lexicon_in_another_language_is_refused(tmp_path: Path) -> None:
    """The message names file, line, language and what is read; nothing gets English endings."""
    path = tmp_path / "fremd.yaml"
    path.write_text(GERMAN, encoding="utf-8")
    with pytest.raises(LexiconError) as refused:
        load_lexicon(path)
    said = str(refused.value)
    assert "fremd.yaml, line 3" in said
    assert "'language'" in said
    assert "'de'" in said
    assert "en (English)" in said


def test_a_lexicon_made_in_another_language_has_no_forms() -> None:
    """A lexicon that never was a file is refused when its forms are asked for."""
    made = Lexicon(
        id="fremd", kind="naming", title="Fremd", version="1.0.0", language="de", license=None,
        sources={}, concepts=(Concept(id="x", variants=(Variant("kind", nouns=("Kind",)),)),),
        sha256="0", path=None,
    )  # fmt: skip
    with pytest.raises(LexiconError, match=r"lexicon 'fremd' is in 'de'; .* list every form under"):
        forms_of(made)


@pytest.mark.parametrize("given", ["de", "pt-BR", "German", "fra"])
def test_an_article_said_to_be_in_another_language_is_skipped(tmp_path: Path, given: str) -> None:
    """What the data say of a short text counts, as its words are too few to tell."""
    path = tmp_path / "rows.csv"
    path.write_text(
        f"id,language,text\na,{given},Kurz und klein.\nb,en-GB,Short.\nc,n/a,Small.\n",
        encoding="utf-8",
    )
    found = read_articles(path)
    assert [article.id for article in found] == ["b", "c"]
    (skipped,) = found.skipped
    assert skipped.reason == (
        f"not English (its language is given as {given!r}); framing reads English only"
    )


def test_closed_classes_are_lower_case_words() -> None:
    """Each is a set of single words; what is in two of them is meant to be."""
    for name in closed.__all__:
        for word in getattr(closed, name):
            assert word == word.lower()
            assert " " not in word
    assert closed.ARTICLES | closed.POSSESSIVES < closed.DETERMINERS
    assert not closed.SUBJECT_PRONOUNS & closed.OBJECT_PRONOUNS


def test_each_month_has_its_number() -> None:
    """Full and short names count from January."""
    assert [calendar.MONTH_NUMBERS[month] for month in calendar.MONTHS] == list(range(1, 13))
    assert all(
        calendar.MONTHS[number - 1].startswith(short[:3])
        for short, number in calendar.SHORT_MONTHS.items()
    )
