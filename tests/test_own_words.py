"""What a broken file is called is decided here: no library's own wording reaches a message.

Libraries reword their errors between releases. Each test makes one raise with words of another
release, and reads what a user is told.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

import framing
from framing.classroom.keyfile import read_key
from framing.errors import FramingError
from framing.events import with_events
from framing.lexicon import load_lexicon
from framing.lexicon.parties import load_targets
from framing.validate.codes import read_codes
from framing.yamltree import read_yaml

STRANGE = "words of another release"


def raising(error: Exception) -> Callable[..., Any]:
    """Return a function that raises the error, whatever it is called with."""

    def raises(*_: object, **__: object) -> Any:
        raise error

    return raises


def told(call: Callable[[], Any]) -> str:
    """Return what a user is told: the error's text, or the reasons of what was skipped."""
    try:
        found = call()
    except FramingError as error:
        return str(error)
    return " ".join(each.reason for each in found.skipped)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    """Write a file of that name, and a readable article beside it."""
    (tmp_path / "other.txt").write_text("The troops left.", encoding="utf-8")

    def write(name: str) -> Path:
        path = tmp_path / name
        path.write_text("---\na: b\n---\nid,text,article_id,event\n", encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("target", "error", "name", "call"),
    [
        ("yaml.parse", yaml.YAMLError(STRANGE), "a.yaml", load_lexicon),
        ("yaml.parse", yaml.MarkedYAMLError(problem=STRANGE), "a.yaml", load_lexicon),
        ("yaml.parse", RecursionError(STRANGE), "a.yaml", load_lexicon),
        ("yaml.parse", yaml.YAMLError(STRANGE), "a.yaml", load_targets),
        ("yaml.parse", yaml.YAMLError(STRANGE), "a.txt", framing.read_articles),
        ("json.loads", json.JSONDecodeError(STRANGE, "", 0), "a.jsonl", framing.read_articles),
        ("json.loads", ValueError(STRANGE), "a.jsonl", framing.read_articles),
        ("json.loads", ValueError(STRANGE), "a.key.json", read_key),
        ("json.loads", ValueError(STRANGE), "a.json", lambda path: read_codes([path])),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_no_words_of_a_library_reach_the_user(
    monkeypatch: pytest.MonkeyPatch,
    file: Callable[[str], Path],
    target: str,
    error: Exception,
    name: str,
    call: Callable[[Path], Any],
) -> None:
    """Whatever a library says of a broken file, the message is ours and not empty."""
    path = file(name)
    monkeypatch.setattr(target, raising(error))
    said = told(lambda: call(path.parent if call is framing.read_articles else path))
    assert said
    assert STRANGE not in said


def test_a_library_that_stops_at_its_own_depth_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Deep nesting is called so also where the library gives up before we have counted."""
    mark = yaml.Mark("f", 0, 0, 1000, None, None)
    early = yaml.MarkedYAMLError(problem=STRANGE, problem_mark=mark)
    monkeypatch.setattr("yaml.parse", raising(early))
    with pytest.raises(FramingError) as caught:
        read_yaml("[" * 100_000, "f.yaml")
    assert str(caught.value).startswith("f.yaml, line 1: the file nests or repeats too much")


def test_an_events_table_that_is_no_csv(
    monkeypatch: pytest.MonkeyPatch, file: Callable[[str], Path]
) -> None:
    """What the reader of CSV says of a table it can't read is left to it."""
    articles = framing.read_articles(file("a.csv").parent)
    monkeypatch.setattr("csv.reader", raising(csv.Error(STRANGE)))
    with pytest.raises(FramingError, match="it is no table; save it as CSV") as caught:
        with_events(articles, file("a.csv"))
    assert STRANGE not in str(caught.value)
