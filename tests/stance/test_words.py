"""The word finder: whole words, longest phrase in a class, exceptions."""

from __future__ import annotations

from framing.stance.bytefold import fold
from framing.stance.cuewords import WordFinder

WORDS = {
    "no": ["negation"],
    "no longer": ["negation"],
    "no doubt": ["booster", "negation-except"],
    "can't": ["modal", "negation"],
    "can": ["modal"],
    "so-called": ["distancing"],
    "great": ["evaluative-positive"],
    "great britain": ["evaluative-except"],
}


def found(text: str) -> list[tuple[str, str]]:
    """Return (words, class) of every hit."""
    return [(text[start:end], name) for start, end, name in WordFinder(WORDS).find(fold(text))]


def test_only_whole_words_are_found() -> None:
    """A word inside another is no hit."""
    assert found("Nobody cancelled the canon; greatness") == []


def test_the_longest_of_a_class_wins() -> None:
    """Of two phrases of one class that overlap, the longer is found, once."""
    assert found("It can no longer wait") == [("can", "modal"), ("no longer", "negation")]


def test_one_word_may_have_two_classes() -> None:
    """A word of two classes gives a hit of each, with its apostrophe inside."""
    assert found("They can’t stay") == [("can’t", "modal"), ("can’t", "negation")]


def test_an_exception_silences_only_its_class() -> None:
    """'No doubt' is a booster and no negation."""
    assert found("No doubt.") == [("No doubt", "booster")]


def test_an_exception_covers_all_classes_with_its_prefix() -> None:
    """'evaluative-except' silences 'evaluative-positive'."""
    assert found("Great Britain, a great place") == [("great", "evaluative-positive")]


def test_adjacent_hits_share_one_space() -> None:
    """Words that follow each other directly are all found."""
    assert [text for text, _ in found("can can no no")] == ["can", "can", "no", "no"]


def test_hyphen_and_space_are_one() -> None:
    """A hyphenated entry matches with a hyphen or with a space, and with a no-break hyphen."""
    assert len(found("so-called so called so‑called")) == 3
