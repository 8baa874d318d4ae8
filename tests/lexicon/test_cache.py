"""The cache: a help that nothing depends on, safe against damage, crowds and locked folders."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import framing
from framing.lexicon import cache


def build(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Ask for the same thing once more; return how often it has had to be built."""
    monkeypatch.setenv("FRAMING_CACHE", str(folder))
    built: list[int] = []

    def make() -> list[int]:
        built.append(1)
        return [1, 2]

    assert cache.cached("test", cache.key_of("a", "b"), make, lambda x: x, lambda x: list(x)) == [
        1,
        2,
    ]
    return built


def test_built_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept is read back, and nothing but one JSON file is left behind."""
    assert build(tmp_path / "new", monkeypatch) == [1]
    assert build(tmp_path / "new", monkeypatch) == []
    (file,) = (tmp_path / "new").iterdir()
    digest, body = file.read_text(encoding="utf-8").split("\n", 1)
    assert json.loads(body)["data"] == [1, 2]
    assert digest == hashlib.sha256(body.encode()).hexdigest()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"key": "other", "data": [9]}', "\x00", "null"])
def test_damage_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    """A file cut short, emptied or about something else is not believed."""
    build(tmp_path, monkeypatch)
    (file,) = tmp_path.iterdir()
    file.write_text(damage, encoding="utf-8")
    assert build(tmp_path, monkeypatch) == [1]
    assert build(tmp_path, monkeypatch) == []


def test_no_folder_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder can't be made, or the cache is off, the result is built each time."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert build(blocked / "cache", monkeypatch) == [1]
    assert build(blocked / "cache", monkeypatch) == [1]
    monkeypatch.setenv("FRAMING_CACHE", "")
    assert cache.cache_folder() is None


def test_home_less_systems_have_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without HOME and without a cache folder named, nothing is written anywhere."""
    for name in ("FRAMING_CACHE", "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert cache.cache_folder() is None


def test_key_tells_parts_apart() -> None:
    """Keys depend on every part and on where one ends."""
    keys = {cache.key_of("ab", "c"), cache.key_of("a", "bc"), cache.key_of("abc")}
    assert len(keys) == 3
    assert cache.key_of("a", "b") == cache.key_of("a", "b")


CROWD = """
from framing.lexicon import cache
data = list(range(20_000))
for number in range(30):
    key = cache.key_of(str(number % 3))
    assert cache.cached("crowd", key, lambda: data, lambda x: x, lambda x: list(x)) == data
"""


def test_crowd_of_writers(tmp_path: Path) -> None:
    """Processes writing the same files at once all read whole ones, and leave no litter."""
    environment = os.environ | {
        "FRAMING_CACHE": str(tmp_path),
        "PYTHONPATH": str(Path(framing.__file__).parents[1]),
    }
    crowd = [subprocess.Popen([sys.executable, "-c", CROWD], env=environment) for _ in range(3)]
    assert [one.wait(timeout=60) for one in crowd] == [0, 0, 0]
    assert len(list(tmp_path.iterdir())) == 3


def test_old_files_are_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder does not grow without end: the files written longest ago go first."""
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path))
    for number in range(9):
        key = cache.key_of(str(number))
        cache.cached("many", key, lambda: 1, lambda x: x, lambda x: int(x), most=5)
    assert len(list(tmp_path.iterdir())) == 5


def test_line_ends_do_not_change_a_hash() -> None:
    """A checkout with CRLF names the same lexicon as one with LF."""
    assert cache.sha256_of(b"id: x\r\n") == cache.sha256_of(b"id: x\n")
