"""Leaders of states stand in the list with their days in office and where to look these up."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

DATED = {"archigos", "peppercat"}  # data sets that give the first and last day of each leader


@pytest.fixture(scope="module")
def listed() -> dict[str, Any]:
    """Return the file as it is written."""
    path = Path(__file__).parents[2] / "lexicons" / "leaders.yaml"
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def test_a_hundred_and_fifty_leaders(listed: dict[str, Any]) -> None:
    """Over 150 persons lead or led a state, and nine in ten rest on data with days."""
    leaders = [each for each in listed["entities"] if each.get("offices")]
    assert len(leaders) >= 150
    assert sum(bool(DATED & set(each["sources"])) for each in leaders) >= 0.9 * len(leaders)


def test_each_names_declared_sources(listed: dict[str, Any]) -> None:
    """Every person names a source, and every source is declared and named by somebody."""
    named = {source for each in listed["entities"] for source in each["sources"]}
    assert all(each["sources"] for each in listed["entities"])
    assert named == set(listed["sources"])


def test_an_office_begins_before_it_ends(listed: dict[str, Any]) -> None:
    """Every office has a state and a first day, before the last one where there is one."""
    for each in listed["entities"]:
        for office in each.get("offices", []):
            first = datetime.date.fromisoformat(office["since"])
            last = datetime.date.fromisoformat(office.get("until", "9999-12-31"))
            assert office["state"], each["name"]
            assert first < last, each["name"]
