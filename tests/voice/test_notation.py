"""The notation of the rules: named tags, sets of them, and patterns of both."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from framing.language.languages import ENGLISH
from framing.lexicon import word_classes
from framing.voice import all_rules, tagpatterns
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


def listed_words(source: str) -> list[list[str]]:
    """Return the lists of four words or more in a module, docstrings and rules left out."""
    found: list[list[str]] = []

    def visit(node: ast.AST) -> None:
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Rule":
            return
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__slots__":
            return
        words: list[object] = []
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            words = [getattr(one, "value", None) for one in node.elts]
        elif isinstance(node, ast.Attribute) and node.attr == "split":
            words = str(getattr(node.value, "value", "")).split()
        if len(words) > 3 and all(isinstance(one, str) and one.isalpha() for one in words):
            found.append([str(one) for one in words])
        for child in ast.iter_child_nodes(node):
            visit(child)

    visit(ast.parse(source))
    return found


def test_lists_of_words_are_found() -> None:
    """What the next test looks for is found, and patterns of tags and rules' words are not."""
    source = 'A = frozenset("he she it they".split())\nB = ("a", "an", "the", "no")\n'
    source += 'R = Rule("x", yes=("he", "she", "it", "they"))\nC = any_of("noun|name")\n'
    assert listed_words(source) == ["he she it they".split(), ["a", "an", "the", "no"]]


def test_no_list_of_english_words_stands_among_the_rules() -> None:
    """Words are of framing/language and of lexicons; rules name them. Names of our own are left."""
    ours = {name for rule in all_rules().values() for name in (rule.id, rule.construction)}
    ours |= {"named", "pronoun", "none"}  # kinds of speakers that are no class of nouns
    for lexicon in (*ENGLISH.cues.values(), ENGLISH.nations):
        ours.update(name for classes in word_classes(lexicon).values() for name in classes)
    room = Path(tagpatterns.__file__).parent
    for path in sorted(room.rglob("*.py")):
        if path.name != "parsed.py":  # names of a parser's tags
            for words in listed_words(path.read_text(encoding="utf-8")):
                assert set(words) <= ours, f"{path.name}: {' '.join(words)}"
