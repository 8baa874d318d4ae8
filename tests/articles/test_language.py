"""The test for English: other languages are told, and English of every kind passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from framing.articles import read_articles
from framing.language.recognition import not_english

# Sentences of our own, each said twice over so that there are words enough.
FOREIGN = {
    "French": "Le ministre a dit que les soldats sont dans la ville et que la paix est proche. ",
    "German": "Der Minister sagte, dass die Soldaten nicht in der Stadt sind und auf dem Weg. ",
    "Spanish": "El ministro dijo que los soldados están en la ciudad y que la paz no está lejos. ",
    "Portuguese": "O ministro disse que os soldados não estão na cidade e que a paz é para todos. ",
    "Italian": "Il ministro ha detto che i soldati sono nella città e che la pace non è lontana. ",
    "Dutch": "De minister zei dat het leger niet in de stad is en dat er met hem wordt gepraat. ",
    "Polish": "Minister powiedział, że w mieście nie ma żołnierzy i że na północy jest spokój. ",
    "Turkish": "Bakan bu şehirde daha çok asker için bir karar ve plan olarak ama bir de söz. ",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages(language: str) -> None:
    """Each language is named in the reason."""
    assert not_english(FOREIGN[language] * 4) == (
        f"not English (it reads as {language}); framing reads English only"
    )


def test_other_scripts() -> None:
    """A text in another script than Latin is told by its letters."""
    for text in ("Министр сказал что войска ушли домой ", "قال الوزير إن القوات غادرت المدينة ",
                 "政府周一派出警察对付示威者。"):  # fmt: skip
        assert not_english(text * 6) == (
            "not English (its script is not Latin); framing reads English only"
        )


def test_a_sentence_in_another_script_is_told_and_a_name_in_it_is_not() -> None:
    """A short text of another script is no English; a name in its own letters says nothing."""
    assert not_english("Министр сказал, что войска ушли домой") is not None
    assert not_english("Владимир Петров") is None
    assert not_english("The singer Владимир Петров left for Paris, a paper wrote.") is None


def test_language_without_a_list() -> None:
    """A long text with hardly an English function word is told too."""
    finnish = "Ministeri kertoi eilen joukkojen lähteneen kaupungista kohti pohjoista rajaa. "
    assert not_english(finnish * 10) == (
        "not English (hardly an English function word in it); framing reads English only"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Troops left.",
        "Le ministre a dit oui.",
        "",
        "Ann Smith, Bo Jones, Cy Brown, Di White, Ed Green, Flo Black, Gus Grey, Hal Rose, "
        "Ida Fox, Jo Day, Kim Lee, Liv Fay, Mo Ray, Ned Kay, Oz May",
        "TROOPS LEAVE THE BASE AND GO HOME TO THE NORTH, SAYS THE ARMY OF THE REPUBLIC, AS THE WAR "
        "THAT BEGAN IN THE EAST IS OVER",
    ],
)
def test_english_and_short_texts_pass(text: str) -> None:
    """Short texts, lists of names and English in capitals pass."""
    assert not_english(text) is None


def test_no_article_of_the_corpora_is_lost(corpora: Path) -> None:
    """Of the English articles of three corpora none is taken for another language."""
    for name in ("basil/articles.jsonl", "polnear/articles.jsonl", "newswcl50/articles.jsonl"):
        assert read_articles(corpora / name).skipped == ()
