"""The notation of the rules: named tags, sets of them, and patterns of both."""

from __future__ import annotations

import importlib
import json
import re
import re._constants as sre
import re._parser as parser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from framing.voice.grammar import pattern
from framing.voice.tags import Tag, Tags, any_of, sequence, translated

OLD: dict[str, str] = json.loads(
    Path(__file__).with_name("old_patterns.json").read_text(encoding="utf-8")
)


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


def _plain(tree: Iterable[Any]) -> tuple[Any, ...]:
    """Return a parsed expression with the members of its classes in one order."""
    found: list[Any] = []
    for kind, value in tree:
        if kind is sre.IN:
            members = {(str(k), str(v)) for k, v in value if k not in (sre.NEGATE, sre.RANGE)}
            for k, v in value:
                if k is sre.RANGE:
                    members |= {(str(sre.LITERAL), str(c)) for c in range(v[0], v[1] + 1)}
            negated = any(k is sre.NEGATE for k, _ in value)
            found.append((negated, tuple(sorted(members))))
        elif kind in (sre.LITERAL, sre.NOT_LITERAL):
            found.append((kind is sre.NOT_LITERAL, ((str(sre.LITERAL), str(value)),)))
        elif kind is sre.BRANCH:
            found.append(tuple(_plain(branch) for branch in value[1]))
        elif isinstance(value, parser.SubPattern):
            found.append((str(kind), _plain(value)))
        elif isinstance(value, tuple):
            parts = (_plain(v) if isinstance(v, parser.SubPattern) else str(v) for v in value)
            found.append((str(kind), *parts))
        else:
            found.append((str(kind), str(value)))
    return tuple(found)


@pytest.mark.parametrize("name", OLD)
def test_named_patterns_are_those_once_written_in_letters(name: str) -> None:
    """What a pattern of named tags compiles to is the expression over letters it replaced."""
    module, constant = name.split(".")
    new: re.Pattern[str] = getattr(importlib.import_module(f"framing.voice.{module}"), constant)
    assert _plain(parser.parse(new.pattern)) == _plain(parser.parse(OLD[name]))
