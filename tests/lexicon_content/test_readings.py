"""What a reader found of namings drawn by ``readings.py``: opportunities, senses, targets.

``read_by_hand.jsonl`` holds places and verdicts, no text; a line is a draw, a corpus, the article's
number in it, field, start, end, concept (and slot) and whether it is right. What was wrong in a
draw was mended by kind, and the next one taken from other articles. ``readings.json`` holds counts
of earlier readings.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from framing.lexicon import Lexicon

HERE = Path(__file__).parent
MOST_FREQUENT = 30


class Reading(NamedTuple):
    """One naming that was read."""

    draw: str
    place: tuple[Any, ...]
    concept: str
    right: bool


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Return all namings read, in the order of the draws."""
    found = []
    for line in (HERE / "read_by_hand.jsonl").read_text(encoding="utf-8").splitlines():
        draw, *place, right = json.loads(line)
        found.append(Reading(draw, tuple(place), place[5], right))
    return found


def share(readings: list[Reading], draw: str) -> float:
    """Return the share of a draw that is right."""
    verdicts = [each.right for each in readings if each.draw == draw]
    return sum(verdicts) / len(verdicts)


def by_concept(readings: list[Reading], draws: tuple[str, ...]) -> dict[str, list[bool]]:
    """Return the verdicts on each concept's namings in the last of some draws that has it."""
    found: dict[str, list[bool]] = {}
    for draw in draws:
        of_draw: dict[str, list[bool]] = defaultdict(list)
        for each in readings:
            if each.draw == draw:
                of_draw[each.concept].append(each.right)
        found.update(of_draw)
    return found


def test_verdicts_are_whole(readings: list[Reading], lexicons: list[Lexicon]) -> None:
    """Every verdict is one, no naming was read twice in a draw, and its concept is there."""
    named = {concept.id for lexicon in lexicons for concept in lexicon.concepts}
    assert len({(each.draw, each.place) for each in readings}) == len(readings)
    assert all(each.right in (True, False) for each in readings)
    assert {each.concept for each in readings} <= named


@pytest.mark.parametrize("draw", ["neutral 2", "neutral 3", "neutral 5"])
def test_neutral_namings_are_opportunities(readings: list[Reading], draw: str) -> None:
    """Of twenty neutral namings of each of thirty concepts nine in ten are opportunities."""
    concepts = by_concept(readings, (draw,))
    assert len(concepts) == MOST_FREQUENT
    assert {len(each) for each in concepts.values()} == {20}
    assert share(readings, draw) >= 0.9


def test_no_concept_is_poor_in_opportunities(readings: list[Reading]) -> None:
    """None of the thirty most frequent concepts is under three in four where it was last read."""
    frequent = set(by_concept(readings, ("neutral 5",)))
    last = by_concept(readings, ("neutral 5",))
    shares = {name: sum(last[name]) / len(last[name]) for name in frequent}
    assert min(len(last[name]) for name in frequent) == 20
    assert min(shares.values()) >= 0.75, shares


def test_loaded_namings_name_their_concept(readings: list[Reading]) -> None:
    """Of the last five draws of loaded namings together .93 name their concept, of three alone."""
    assert min(share(readings, f"loaded {draw}") for draw in (5, 7, 9)) >= 0.93
    assert min(share(readings, f"loaded {draw}") for draw in range(1, 10)) >= 0.84
    last = [each.right for each in readings if each.draw in {f"loaded {n}" for n in range(5, 10)}]
    assert sum(last) / len(last) >= 0.93


@pytest.mark.parametrize("draw", ["targets 1", "targets 2"])
def test_directed_targets_are_right(readings: list[Reading], draw: str) -> None:
    """Of 120 directed targets at least .92 are right, in both draws."""
    assert sum(each.draw == draw for each in readings) == 120
    assert share(readings, draw) >= 0.92


def test_forces_that_count_are_abroad(readings: list[Reading]) -> None:
    """Of forces at large that count, as the text places them, nine in ten are in another state."""
    assert sum(each.draw == "troops 3" for each in readings) >= 40
    assert share(readings, "troops 3") >= 0.9


def test_new_loaded_namings_are_usable() -> None:
    """Of the loaded namings of the concepts added last four in five are usable."""
    rows = json.loads((HERE / "readings.json").read_text(encoding="utf-8"))["usable"]
    read = sum(row["read"] for row in rows)
    assert read >= 100
    assert sum(row["right"] for row in rows) / read >= 0.8
