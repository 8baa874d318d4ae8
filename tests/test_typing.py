"""What the public functions take is said in types, not `Any`, and one word means one thing."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import framing
from framing.articles import read_articles
from framing.events import group_events, with_events

UNTYPED = re.compile(r"\bAny\b")


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Name every public function and method."""
    for name in framing.__all__:
        value = getattr(framing, name)
        if inspect.isfunction(value):
            yield name, value
        elif inspect.isclass(value):
            for method, inner in vars(value).items():
                if inspect.isfunction(inner) and not method.startswith("_"):
                    yield f"{name}.{method}", inner
    yield "events.group_events", group_events
    yield "events.with_events", with_events


@pytest.mark.parametrize(("name", "function"), list(functions()))
def test_no_parameter_of_a_public_function_is_any(name: str, function: Callable[..., Any]) -> None:
    """A reader of the signature learns what to give."""
    untyped = [
        each.name
        for each in inspect.signature(function).parameters.values()
        if each.name != "self"
        and (each.annotation is each.empty or UNTYPED.search(str(each.annotation)))
    ]
    assert untyped == [], f"{name} takes {untyped} without saying what"


def test_at_most_24_names_at_the_top() -> None:
    """More would hide the ones that matter."""
    assert len(framing.__all__) <= 24


def test_whatever_analyze_takes_compare_and_the_reader_take_too() -> None:
    """One word, articles, means the same everywhere."""
    articles = [
        framing.Article("a", outlet="Ash", event="gate", text="The occupation forces left."),
        framing.Article("b", outlet="Birch", event="gate", text="The foreign troops left."),
    ]
    read = read_articles(articles)
    assert read_articles(read) is read
    for given in (articles, read, framing.analyze(read, sentiment=False)):
        assert set(framing.compare(given).naming["outlet"]) == {"Ash", "Birch"}
