"""The notation of the rules: named tags, sets of them, and patterns of both."""

from __future__ import annotations

import re

import pytest

from framing.voice.tagpatterns import pattern
from framing.voice.tags import Tag, Tags, any_of, sequence, translated


def test_every_tag_has_a_letter_of_its_own() -> None:
    """No two tags share a letter."""
    letters = [letter for name, letter in vars(Tag).items() if not name.startswith("_")]
    assert all(len(letter) == 1 for letter in letters)
    assert len(set(letters)) == len(letters) > 50


def test_sets_hold_no_tag_twice() -> None:
    """A set of tags is a set."""
    for name, letters in vars(Tags).items():
        if not name.startswith("_"):
            assert len(set(letters)) == len(letters) > 1, name


def test_a_pattern_reads_like_grammar() -> None:
    """Named tags, unions, what is not meant, and phrases compile to what they say."""
    subject = pattern("<det>? <adv>* <noun|name>+ (?= <finite>)")
    assert subject.match(Tag.THE + Tag.NOUN + Tag.NOUN + Tag.PAST)
    assert not subject.match(Tag.THE + Tag.NOUN + Tag.TO)
    assert pattern("<^comma|stop>+ ,").fullmatch(Tag.NOUN + Tag.ADV + Tag.COMMA)
    assert pattern("{np} <any> $").fullmatch(sequence("<the> <noun> <of> <name> <said>"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<determiner>", "'determiner'"),
        ("<noun|verbs>", "'verbs'"),
        ("{phrase}", "'phrase'"),
        ("<noun>+ V", "'V'"),
        ("[xzm]", "xzm"),
    ],
)
def test_what_names_no_tag_is_refused(written: str, said: str) -> None:
    """A misspelt name, an unknown phrase and a bare letter are errors that show themselves."""
    with pytest.raises(ValueError, match=re.escape(said)):
        translated(written)


def test_sets_are_given_in_one_order() -> None:
    """The same tags give the same letters, however they are named."""
    assert any_of("noun|name") == any_of("name|noun") == any_of("nominal")
