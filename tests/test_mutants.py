"""The list of faults that `mutate_rooms.py` makes: each still fits the code it is made in."""

from __future__ import annotations

import dataclasses
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Import the script, which is no part of the package."""
    monkeypatch.syspath_prepend(str(ROOT / "tests"))
    import mutate_rooms

    yield mutate_rooms
    sys.modules.pop("mutate_rooms")


def test_every_fault_can_be_made(rooms: ModuleType) -> None:
    """Its old text stands exactly once in its file, what comes of it compiles, its tests exist."""
    for one in rooms.room_mutants():
        changed = one.applied((ROOT / one.file).read_text(encoding="utf-8"))
        if one.file.endswith(".py"):
            compile(changed, one.file, "exec")
        assert [test for test in one.tests if not (ROOT / test).is_file()] == [], one.number


def test_sixty_faults_lie_fifteen_a_room(rooms: ModuleType) -> None:
    """Matching, comparison, report and analysis have as many each."""
    rooms_of = Counter(one.file.split("/")[1] for one in rooms.room_mutants())
    assert rooms_of == {"matching": 15, "comparison": 15, "report": 15, "analysis": 15}


def test_a_fault_that_no_longer_fits_is_refused(rooms: ModuleType) -> None:
    """Where its old text is gone, or stands twice, the message names the fault and its file."""
    one = dataclasses.replace(rooms.room_mutants()[0], old="x = 1")
    assert one.applied("x = 1\ny = 2").endswith("\ny = 2")
    for source in ("y = 2", "x = 1\nx = 1"):
        with pytest.raises(ValueError, match=r"mutant 1 .* times in framing/matching/folding\.py"):
            one.applied(source)
