"""One definition of a word: every count of words in every table goes by it."""

from __future__ import annotations

import importlib
import pkgutil

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing import language
from framing.language import WORD, words_in
from framing.stance import WordCounter

LETTERS = st.sampled_from("abZÉßñ9²İЖ漢\u0301")
MARKS = st.sampled_from(" _'’‑-–—…“”.,?\n\u00a0\u2009€😀‿\ud800")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The plan – old, tired –", ["The", "plan", "old", "tired"]),
        ("It isn’t well-known", ["It", "isn’t", "well-known"]),
        ("'tis so- called", ["tis", "so", "called"]),
        ("a non‑breaking hyphen", ["a", "non‑breaking", "hyphen"]),
        ("snake_case is two", ["snake", "case", "is", "two"]),
        ("cafe\u0301s and Žižek", ["cafe\u0301s", "and", "Žižek"]),
        ("€5 😀 – 7", ["5", "7"]),
    ],
)
def test_what_a_word_is(text: str, words: list[str]) -> None:
    """Letters and digits, with an apostrophe or hyphen between two of them, are one word."""
    assert words_in(text) == words


@settings(max_examples=300, deadline=None)
@given(st.text(st.one_of(LETTERS, MARKS, st.characters()), max_size=60))
def test_the_fast_counter_counts_the_same(text: str) -> None:
    """`WordCounter`, which works on bytes, finds the words the pattern finds, on any text."""
    expected = [found.start() for found in WORD.finditer(text)]
    assert WordCounter(text).starts.tolist() == expected


def test_attributions_and_scores_count_alike() -> None:
    """Words reported in the attributions add up to the attributed words of the scores."""
    text = "Mayor Ruiz said the plan – old, tired and – in short – dead – would fail."
    analysis = framing.analyze(
        framing.read_articles(pd.DataFrame({"text": [text]})), "foreign-forces", sentiment=False
    )
    (passage,) = analysis.attributions["words"].tolist()
    assert passage == len(words_in("the plan – old, tired and – in short – dead – would fail"))
    assert analysis.scores["attributed_words"].tolist() == [passage]


def test_what_a_list_holds_stands_in_one_list() -> None:
    """No two lists of words in the room of English hold the same words under two names."""
    names: dict[frozenset[str], list[str]] = {}
    for module in pkgutil.iter_modules(language.__path__):
        found = importlib.import_module(f"{language.__name__}.{module.name}")
        for name in getattr(found, "__all__", ()):
            words = getattr(found, name)
            if isinstance(words, (frozenset, tuple)) and len(words) > 2:
                names.setdefault(frozenset(words), []).append(f"{module.name}.{name}")
    twice = [
        listed for listed in names.values() if len({name.split(".")[1] for name in listed}) > 1
    ]
    assert twice == []
