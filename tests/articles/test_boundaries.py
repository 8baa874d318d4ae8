"""Hand-checked sentence boundaries of the measuring corpora hold at the figures measured."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from scripts import load_script

from framing.articles import split_sentences

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "sentences.py"


@pytest.fixture(scope="module")
def benchmark_script() -> ModuleType:
    """Load the script that reads and scores the marked places."""
    return load_script(SCRIPT)


@pytest.fixture(scope="module")
def marked(corpora: Path, benchmark_script: ModuleType) -> list[Any]:
    """Read the marked places, for which whole corpora are read, once."""
    return list(benchmark_script.marked_places(corpora))


def test_places_hold_no_text() -> None:
    """The file of marked places names articles by hash and holds not a word of them."""
    places = json.loads((Path(__file__).parent / "boundaries.json").read_text(encoding="utf-8"))
    assert len(places["places"]) == 400
    for kind, corpus, _identity, sha, at, ends in places["places"]:
        assert kind in {"uniform", "hard", "fresh"}
        assert corpus in {"abp", "basil", "newswcl50", "polnear", "ptc", "seesaw"}
        assert len(sha) == 16
        assert isinstance(at, int)
        assert isinstance(ends, bool)


def test_precision_and_recall_hold(marked: list[Any], benchmark_script: ModuleType) -> None:
    """Precision and recall stay where they were measured, on all 400 places."""
    assert len(marked) == 400
    figures = benchmark_script.score(split_sentences, marked)
    floors = {"uniform": (0.99, 0.99), "hard": (0.95, 0.95), "fresh": (0.96, 0.99)}
    for kind, (precision, recall) in floors.items():
        assert figures[kind][0] >= precision, kind
        assert figures[kind][1] >= recall, kind


def test_scoring_can_fail(marked: list[Any], benchmark_script: ModuleType) -> None:
    """A splitter that never cuts finds nothing, so that the measure above means something."""
    figures = benchmark_script.score(lambda text: [(0, len(text))], marked)
    assert figures["uniform"][1] == 0.0
